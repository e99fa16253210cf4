//! Domains of the real libvirtd: C programs on the original's client and on ours print the same, each with a daemon of
//! its own. Those for the test driver are the ones that `c_tests.rs` runs without a daemon.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::c_tests;
use crate::libvirtd::{Daemon, without_rights};
use crate::support::{Library, assert_same_lines, compile, root, succeed};

/// Runs `program` as a user without rights, with the test driver's URI replaced by `uri`.
fn run(library: Library, program: &Path, uri: &str, arguments: &[&str], home: &Path) -> String {
    let lent = Lent::new(library, program);
    let mut command = lent.command(&[]);
    command.args(arguments);
    command.env("OXVIRT_TEST_URI", uri).env("HOME", home).env("XDG_RUNTIME_DIR", home);
    succeed(&mut command).stdout
}

/// A program, its library and its data where a user without rights finds them: the clone may lie where only root may
/// look, and the loader would take the original then.
struct Lent {
    library: Library,
    program: PathBuf,
    folder: TempDir,
}

impl Lent {
    fn new(library: Library, program: &Path) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).expect("permissions");
        let copy = |from: &Path| {
            let to = folder.path().join(from.file_name().expect("a name"));
            fs::copy(from, &to).unwrap_or_else(|e| panic!("{}: {e}", from.display()));
            to
        };
        if library == Library::Ours {
            for name in ["libvirt", "libvirt-qemu", "libvirt-lxc", "libvirt-admin"] {
                copy(&library.dir().join(format!("{name}.so.0")));
            }
        }
        let program = copy(program);
        let script = "mkdir -p tests/data && cp -r \"$1\"/domain-xml-test \"$1\"/redefine.txt tests/data && chmod -R a+rX .";
        let data = root().join("tests/data");
        succeed(Command::new("sh").args(["-c", script, "sh"]).arg(data).current_dir(&folder));
        let lent = Self { library, program, folder };
        // The loader's own answer, as that user gets it.
        let trace = succeed(&mut lent.command(&["env", "LD_TRACE_LOADED_OBJECTS=1"])).stdout;
        let expected = format!("libvirt.so.0 => {}/", lent.library_dir().display());
        assert!(trace.contains(&expected), "the program runs on another library: {trace}");
        lent
    }

    fn library_dir(&self) -> PathBuf {
        match self.library {
            Library::Original => self.library.dir(),
            Library::Ours => self.folder.path().to_owned(),
        }
    }

    /// A command that runs the program, by way of `runner`, as a user without rights.
    fn command(&self, runner: &[&str]) -> Command {
        let mut command = self.library.command("setpriv");
        command.args(without_rights()).args(runner).arg(&self.program);
        command.env("LD_LIBRARY_PATH", self.library_dir()).current_dir(&self.folder);
        command
    }
}

/// What `program` prints about the driver `driver` of a daemon, whose folder is its argument if it takes one.
fn at_a_daemon(library: Library, program: &Path, driver: &str, takes_folder: bool) -> String {
    let daemon = Daemon::start();
    let folder = daemon.folder().to_str().expect("a path");
    let (scheme, rest) = driver.split_once(':').expect("a URI");
    let uri = format!("{scheme}+unix:{rest}?socket={}", daemon.socket().display());
    let arguments = if takes_folder { vec![folder] } else { Vec::new() };
    let printed = run(library, program, &uri, &arguments, daemon.folder());
    assert!(!printed.is_empty(), "{} prints nothing; the daemon: {}", program.display(), daemon.log());
    printed
}

/// Compares what is printed. Where events stand between the calls' results is chance: a daemon sends them from another
/// thread than its replies. Their own order is not.
fn compare(program: &Path, driver: &str, takes_folder: bool) {
    let printed = [Library::Original, Library::Ours]
        .map(|library| at_a_daemon(library, program, driver, takes_folder))
        .map(|printed| {
            let (events, results): (Vec<_>, Vec<_>) =
                printed.lines().partition(|line| line.trim_start().starts_with("event"));
            [results, events].map(|lines| lines.join("\n"))
        });
    let [[results, events], [our_results, our_events]] = &printed;
    assert_same_lines(results, our_results);
    // What happens last, right before a program closes its connection, may come too late for either.
    let [events, our_events] = [events, our_events].map(|events| events.lines().collect::<Vec<_>>());
    assert!(events.len().abs_diff(our_events.len()) <= 1, "{events:?}\n{our_events:?}");
    let heard = events.len().min(our_events.len());
    assert_eq!(events[..heard], our_events[..heard]);
}

macro_rules! at_the_test_driver {
    ($($name:ident),* $(,)?) => { $(
        #[test]
        fn $name() {
            compare(&c_tests::program(stringify!($name)), "test:///default", false);
        }
    )* };
}

// Not all: with some a function crashes the original's client or daemon.
at_the_test_driver! {
    domain_xml,
    errors,
    handles,
    out_parameters,
    test_checkpoints,
    test_driver,
    test_flag_errors,
    test_redefine,
    test_snapshot_revert,
    test_snapshot_xml,
    test_stats,
    test_tuning_limits,
    test_tuning_memory,
    test_tuning_metadata,
    test_tuning_vcpu,
    test_tuning_xml,
}

fn program(name: &str) -> PathBuf {
    compile(&format!("remote-{name}"), &[&format!("c-tests/remote/{name}.c")], &[])
}

#[test]
fn every_call_and_the_limits_of_the_protocol() {
    compare(&program("domain-calls"), "test:///default", true);
}

#[test]
fn a_real_guest() {
    compare(&program("guest"), "qemu:///session", true);
}

#[test]
fn every_call_is_clean_under_valgrind() {
    let daemon = Daemon::start();
    let home = daemon.folder();
    let suppressions = home.join("valgrind.supp");
    fs::copy(root().join("tests/valgrind.supp"), &suppressions).expect("a file");
    let lent = Lent::new(Library::Ours, &program("domain-calls"));
    let mut command = lent.command(&[
        "valgrind",
        "--quiet",
        "--leak-check=full",
        "--errors-for-leak-kinds=definite",
        "--error-exitcode=9",
        &format!("--suppressions={}", suppressions.display()),
    ]);
    command.arg(home);
    command.env("OXVIRT_TEST_URI", format!("test+unix:///default?socket={}", daemon.socket().display()));
    succeed(command.env("HOME", home).env("XDG_RUNTIME_DIR", home));
}

/// As when root's environment is kept for a program of somebody else.
#[test]
fn a_home_that_cannot_be_looked_into_has_no_settings() {
    let home = tempfile::tempdir().expect("a folder");
    fs::set_permissions(home.path(), fs::Permissions::from_mode(0o000)).expect("permissions");
    let daemon = Daemon::start();
    let uri = format!("test+unix:///default?socket={}", daemon.socket().display());
    let program = c_tests::program("out_parameters");
    let printed = [Library::Original, Library::Ours].map(|it| run(it, &program, &uri, &[], home.path()));
    assert_same_lines(&printed[0], &printed[1]);
}

/// Five steps on two daemons, which would take each other for one host.
#[test]
fn a_guest_moves_from_daemon_to_daemon() {
    let program = program("migration");
    let printed = [Library::Original, Library::Ours].map(|library| {
        let daemons =
            [1, 2].map(|host| Daemon::with_settings(&format!("host_uuid = \"{}\"\n", host_uuid(host))));
        let uris =
            daemons.each_ref().map(|it| format!("qemu+unix:///session?socket={}", it.socket().display()));
        let home = daemons[0].folder();
        let arguments = [home.to_str().expect("a path"), &uris[1]];
        run(library, &program, &uris[0], &arguments, home)
    });
    assert_same_lines(&printed[0], &printed[1]);
}

fn host_uuid(host: u32) -> String {
    format!("00000000-0000-0000-0000-00000000123{host}")
}
