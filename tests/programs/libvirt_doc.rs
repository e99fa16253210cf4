//! The C examples of Debian's `libvirt-doc`, unmodified: each is compiled with our headers and linked with our
//! libraries, and does the same on the original. One that needs what is not there yet fails with libvirt's own error.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};

use crate::support::{Library, compile};

/// Where the package puts them.
const EXAMPLES: &str = "/usr/share/doc/libvirt-doc/examples/c";

/// How a run on our library may compare with one on the original.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Expected {
    Same,
    /// The same; or, while the driver lacks something that the example needs, that error and a failure.
    SameOrUnsupported,
    /// The original crashes; ours fails as in the other examples for administration.
    OriginalCrashes,
}
use Expected::{OriginalCrashes, Same, SameOrUnsupported};

/// Folder and name of each example, and its arguments in a run.
#[rustfmt::skip] // one run per row
const RUNS: &[(&str, &[&str], Expected)] = &[
    ("admin/client_close", &[], OriginalCrashes),
    ("admin/client_info", &["libvirtd", "1"], Same),
    ("admin/client_limits", &["libvirtd"], Same),
    ("admin/list_clients", &["libvirtd"], Same),
    ("admin/list_servers", &[], Same),
    ("admin/logging", &[], Same),
    ("admin/logging", &["-p"], Same),
    ("admin/threadpool_params", &["libvirtd"], Same),
    ("domain/dommigrate", &["test:///default", "test:///default", "test"], SameOrUnsupported),
    ("domain/domtop", &["-c", "test:///default", "-D", "10", "test"], SameOrUnsupported),
    ("domain/info1", &["test:///default", "test"], Same),
    ("domain/info1", &["test:///default", "nosuch"], Same),
    ("domain/rename", &["test", "other"], SameOrUnsupported),
    ("domain/suspend", &["-c", "test:///default", "-s", "1", "test"], Same),
    ("misc/event-test", &["test:///default"], SameOrUnsupported),
    ("misc/hellolibvirt", &["test:///default"], Same),
    ("misc/openauth", &["test:///default", "user", "password"], Same),
];

/// What a run of an example left.
#[derive(Debug, PartialEq, Eq)]
struct Outcome {
    status: ExitStatus,
    stdout: String,
    stderr: String,
}

fn program(example: &str) -> PathBuf {
    let mut options = vec!["-Iinclude", "-Lbuild"];
    if example == "misc/event-test" {
        // It insists that it knows all events, which is true of those of its own version.
        options.extend(["-D_Static_assert(condition, text)=", "-Wno-switch", "-Wno-sign-compare"]);
    }
    let name = format!("libvirt-doc-{}", example.rsplit('/').next().expect("a name"));
    compile(&name, &[&format!("{EXAMPLES}/{example}.c")], &options)
}

/// Asks an example that never ends to end, as soon as it has printed something.
fn interrupt_after_first_line(child: &mut Child) -> String {
    let mut stdout = BufReader::new(child.stdout.take().expect("a pipe"));
    let mut line = String::new();
    stdout.read_line(&mut line).expect("text");
    // SAFETY: a child that was not waited for; if it has ended, nothing happens.
    unsafe { libc::kill(child.id().cast_signed(), libc::SIGINT) };
    std::io::copy(&mut stdout, &mut std::io::sink()).expect("text");
    line
}

fn run(library: Library, example: &str, arguments: &[&str]) -> Outcome {
    let program = program(example);
    library.assert_used_by(&program);
    let mut command = Command::new(program);
    command
        .args(arguments)
        .env("LD_LIBRARY_PATH", library.dir())
        .env("LIBVIRT_DEFAULT_URI", "test:///default")
        .env("LIBVIRT_ADMIN_DEFAULT_URI", "libvirtd:///session")
        .env("XDG_RUNTIME_DIR", "/nonexistent")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap_or_else(|e| panic!("{command:?}: {e}"));
    let mut stdout = String::new();
    if example == "domain/domtop" {
        stdout = interrupt_after_first_line(&mut child);
    } else {
        child.stdout.take().expect("a pipe").read_to_string(&mut stdout).expect("text");
    }
    let rest = child.wait_with_output().expect("an end");
    Outcome { status: rest.status, stdout, stderr: String::from_utf8_lossy(&rest.stderr).into_owned() }
}

#[test]
fn examples_do_the_same_on_both_libraries() {
    for (example, arguments, expected) in RUNS {
        let ours = run(Library::Ours, example, arguments);
        let original = run(Library::Original, example, arguments);
        match expected {
            OriginalCrashes => {
                assert_eq!(original.status.code(), None, "{example} {arguments:?}: {original:#?}");
                let failure = "Failed to connect socket to '/nonexistent/libvirt/libvirt-admin-sock'";
                assert!(ours.stderr.contains(failure), "{example} {arguments:?}: {ours:#?}");
                assert_eq!(ours.status.code(), Some(255), "{example} {arguments:?}: {ours:#?}");
            }
            SameOrUnsupported if ours != original => {
                let said = "this function is not supported by the connection driver";
                let failed = ours.status.code().is_some_and(|code| code != 0);
                assert!(
                    failed && ours.stderr.contains(said),
                    "{example} {arguments:?}: {ours:#?}, original {original:#?}"
                );
            }
            Same | SameOrUnsupported => assert_eq!(ours, original, "{example} {arguments:?}"),
        }
    }
}

#[test]
fn every_example_is_run() {
    let mut found = BTreeSet::new();
    for folder in fs::read_dir(EXAMPLES).expect("libvirt-doc") {
        for file in fs::read_dir(folder.expect("an entry").path()).expect("a folder") {
            let file = file.expect("an entry").path();
            if file.extension().is_some_and(|it| it == "c") {
                let name = file.strip_prefix(EXAMPLES).expect("below").with_extension("");
                found.insert(name.to_str().expect("UTF-8").to_owned());
            }
        }
    }
    assert_eq!(found, RUNS.iter().map(|(example, ..)| (*example).to_owned()).collect());
}
