//! Nothing is left of connections: no descriptor, thread or process.

#![forbid(unsafe_code)]

use std::fs;
use std::os::unix::ffi::OsStrExt;

use super::super::support::{Library, root};
use super::certificates::{Authority, client_files};
use super::peers::{Network, run, script};

#[test]
fn fifty_connections_leave_nothing() {
    let authority = Authority::new("CA");
    let settings = "auth_tcp = \"none\"\nauth_tls = \"none\"\nmax_clients = 200\n";
    let network = Network::start(&authority.certificate, &authority.server(|_| {}), settings);
    let folder = tempfile::tempdir().expect("a folder");
    let good = client_files(&folder.path().join("good"), &authority.certificate, &authority.client(|_| {}));
    let other = Authority::new("Other");
    let bad = client_files(&folder.path().join("bad"), &other.certificate, &other.client(|_| {}));
    let socket = network.socket();
    let pipe =
        script(&folder.path().join("pipe"), &format!("exec socat - UNIX-CONNECT:{}", socket.display()));
    let fails = script(&folder.path().join("fails"), "head -c 28 >/dev/null; exit 1");
    // It holds on to what it has, and does not want to end.
    let stays = script(
        &folder.path().join("stays"),
        "trap '' TERM; echo 'no answer to a call at all, but words'; while :; do sleep 1; done",
    );
    let (tcp, tls) = (network.tcp, network.tls);
    let mut command = Library::Ours.command("/usr/bin/python3");
    command.arg(root().join("tests/remote/transports/leaks.py")).env("TMPDIR", folder.path()).args([
        format!("test+tcp://localhost:{tcp}/default"),
        format!("test+tcp://localhost:{tcp}/nosuch"),
        format!("test+tcp://localhost:{tls}/default"),
        format!("test+tls://localhost:{tls}/default?pkipath={}", good.display()),
        format!("test+tls://localhost:{tls}/default?pkipath={}", bad.display()),
        format!("test+tls://localhost:{tls}/default?no_verify=1&pkipath={}", bad.display()),
        format!("test+ssh://host/default?command={}", pipe.display()),
        format!("test+ssh://host/nosuch?command={}", pipe.display()),
        format!("test+ssh://host/default?command={}", fails.display()),
        format!("test+ext:///default?command={}", pipe.display()),
        format!("test+ext:///default?command={}", stays.display()),
        "test+ext:///default?command=/nosuch".to_owned(),
    ]);
    let told = run(&mut command, &[]);
    assert_eq!(told, "opened 200 failed 400\ndescriptors and threads as before, no child\n");
    // The programs were told where temporary files are to be; nobody else was told that.
    let mark = [b"TMPDIR=", folder.path().as_os_str().as_bytes()].concat();
    let left: Vec<_> = fs::read_dir("/proc")
        .expect("processes")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            let environment = fs::read(path.join("environ")).unwrap_or_default();
            environment.split(|byte| *byte == 0).any(|variable| variable == mark)
        })
        .map(|path| fs::read_to_string(path.join("cmdline")).unwrap_or_default())
        .filter(|words| !words.starts_with("sleep"))
        .collect();
    assert_eq!(left, <[String; 0]>::default());
}

/// An init, or what acts like one, gets all processes whose parents have ended.
#[test]
fn a_program_that_takes_in_orphans_gets_none() {
    let authority = Authority::new("CA");
    let network = Network::start(&authority.certificate, &authority.server(|_| {}), "");
    let folder = tempfile::tempdir().expect("a folder");
    let socket = network.socket();
    let pipe =
        script(&folder.path().join("pipe"), &format!("exec socat - UNIX-CONNECT:{}", socket.display()));
    let fails = script(&folder.path().join("fails"), "exit 1");
    let mut command = Library::Ours.command("/usr/bin/python3");
    command.arg(root().join("tests/remote/transports/orphans.py")).args([
        format!("test+ext:///default?command={}", pipe.display()),
        format!("test+ssh://host/default?command={}", pipe.display()),
        format!("test+ssh://host/default?command={}", fails.display()),
    ]);
    assert_eq!(run(&mut command, &[]), "opened\nopened\nfailed\nno child\n");
}
