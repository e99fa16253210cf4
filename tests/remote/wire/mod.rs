//! What a daemon sees of the original's client and of ours is the same: programs make the same calls on both libraries,
//! and their packets, which go through a proxy to the real libvirtd, are compared: order, serials, and every byte.

#![forbid(unsafe_code)]

mod compare;
mod every;
mod proxy;

use std::path::Path;

use compare::{Comparison, Packet};
use proxy::Proxy;

use super::libvirtd::Daemon;
use super::support::{Library, compile, root, succeed};

/// A program in `c-tests`, the driver that it runs with, and how it is told of the daemon.
struct Run {
    program: &'static str,
    uri: &'static str,
    told: Told,
}

/// How a program is told where the daemon is.
enum Told {
    /// `OXVIRT_TEST_URI`, and the daemon's folder as argument.
    ByVariable,
    /// Arguments: the URI, the daemon's folder, and more.
    ByArguments(&'static [&'static str]),
    /// As by arguments, with a second URI between.
    Twice(&'static str),
    /// A Python script beside this one, with the URI as argument.
    Script,
    /// `OXVIRT_TEST_URI`; the daemon's folder and the URI of a second daemon as arguments.
    WithSecondDaemon,
}

const TEST: &str = "test:///default";
const QEMU: &str = "qemu:///session";

const fn run(program: &'static str, uri: &'static str, told: Told) -> Run {
    Run { program, uri, told }
}

/// Not all: what some are told depends on how fast the daemon is (`test-driver`), or holds times and process ids
/// (`test-snapshot-xml`).
const RUNS: &[Run] = &[
    run("remote/domain-calls", TEST, Told::ByVariable),
    run("remote/guest", QEMU, Told::ByVariable),
    run("remote/objects", TEST, Told::ByArguments(&[])),
    run("remote/objects", QEMU, Told::ByArguments(&["rich"])),
    run("remote/streams", QEMU, Told::Twice(TEST)),
    run("remote/migration", QEMU, Told::WithSecondDaemon),
    run("session.py", TEST, Told::Script),
    run("session.py", QEMU, Told::Script),
    run("errors", TEST, Told::ByVariable),
    run("handles", TEST, Told::ByVariable),
    run("out-parameters", TEST, Told::ByVariable),
    run("test-checkpoints", TEST, Told::ByVariable),
    run("test-flag-errors", TEST, Told::ByVariable),
    run("test-redefine", TEST, Told::ByVariable),
    run("test-snapshot-revert", TEST, Told::ByVariable),
    run("test-stats", TEST, Told::ByVariable),
    run("test-tuning-limits", TEST, Told::ByVariable),
    run("test-tuning-memory", TEST, Told::ByVariable),
    run("test-tuning-metadata", TEST, Told::ByVariable),
    run("test-tuning-vcpu", TEST, Told::ByVariable),
    run("test-tuning-xml", TEST, Told::ByVariable),
];

/// What the clients of `run` say to a daemon of their own, by connection.
fn recorded(library: Library, run: &Run) -> Vec<Vec<Packet>> {
    let program = match run.told {
        Told::Script => "/usr/bin/python3".into(),
        _ => {
            let name = format!("wire-{}", run.program.replace('/', "-"));
            let program = compile(&name, &[&format!("c-tests/{}.c", run.program)], &["-Ic-tests"]);
            library.assert_used_by(&program);
            program
        }
    };
    let daemons: Vec<_> = [1, 2]
        .into_iter()
        .take(if matches!(run.told, Told::WithSecondDaemon) { 2 } else { 1 })
        .map(|host| {
            Daemon::with_settings(&format!("host_uuid = \"00000000-0000-0000-0000-00000000123{host}\"\n"))
        })
        .collect();
    let proxies: Vec<_> = daemons.iter().map(|daemon| Proxy::start(&daemon.socket())).collect();
    let at = |uri: &str, proxy: &Proxy| {
        let (scheme, rest) = uri.split_once(':').expect("a URI");
        format!("{scheme}+unix:{rest}?socket={}", proxy.socket().display())
    };
    let (uri, folder) = (at(run.uri, &proxies[0]), daemons[0].folder());
    let mut command = library.command(&program);
    command.env("HOME", folder).env("XDG_RUNTIME_DIR", folder);
    match run.told {
        Told::ByVariable => command.env("OXVIRT_TEST_URI", uri).arg(folder),
        Told::ByArguments(rest) => command.arg(uri).arg(folder).args(rest),
        Told::Script => command.arg(root().join("tests/remote").join(run.program)).arg(uri),
        Told::Twice(other) => command.arg(uri).arg(at(other, &proxies[0])).arg(folder),
        Told::WithSecondDaemon => {
            command.env("OXVIRT_TEST_URI", uri).arg(folder).arg(at(run.uri, &proxies[1]))
        }
    };
    succeed(&mut command);
    let path = |path: &Path| path.display().to_string();
    let folders =
        daemons.iter().map(|it| path(it.folder())).chain(proxies.iter().map(|it| path(it.folder())));
    let folders: Vec<_> = folders.collect();
    let connections = proxies.iter().flat_map(Proxy::packets);
    connections.map(|packets| packets.into_iter().map(|it| Packet::new(it, &folders)).collect()).collect()
}

#[test]
fn a_daemon_sees_the_same() {
    let mut comparison = Comparison::default();
    for run in RUNS {
        let place = format!("{} with {}", run.program, run.uri);
        let [original, ours] = [Library::Original, Library::Ours].map(|library| recorded(library, run));
        comparison.add(run.program, &place, [&original, &ours]);
    }
    every::compare(&mut comparison);
    comparison.finish();
}
