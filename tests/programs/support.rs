//! Compiles and runs programs on either library, and sees to it that they really use that one.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{Mutex, OnceLock};
use std::time::SystemTime;

/// Seconds after which a program is killed: several times what the slowest takes on a busy machine.
const TIME_LIMIT: &str = "180";

/// What loads shared objects.
const LOADER: &str = "/lib64/ld-linux-x86-64.so.2";

/// The two libraries that a program can run on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Library {
    Original,
    Ours,
}

impl Library {
    /// The folder with `libvirt.so.0`.
    pub fn dir(self) -> PathBuf {
        match self {
            Library::Original => "/usr/lib/x86_64-linux-gnu".into(),
            Library::Ours => built().to_owned(),
        }
    }

    /// The file that a process on this library has loaded.
    fn file(self) -> PathBuf {
        let file = self.dir().join("libvirt.so.0");
        file.canonicalize().unwrap_or_else(|e| panic!("{}: {e}", file.display()))
    }

    /// Fails unless `loaded`, as a program or the loader tells it, is this library.
    pub fn assert_is(self, loaded: &str) {
        let found = Path::new(loaded).canonicalize().unwrap_or_else(|e| panic!("{loaded}: {e}"));
        assert_eq!(found, self.file(), "the program runs on another library");
    }

    /// A command that runs `program` on this library, for a limited time.
    pub fn command(self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new("timeout");
        command.args(["--kill-after=10", TIME_LIMIT]).arg(program);
        command.env("LD_LIBRARY_PATH", self.dir());
        command
    }

    /// Fails unless `program`, or a shared object, which is linked with libvirt, gets this library.
    pub fn assert_used_by(self, program: &Path) {
        // The loader's own answer, in place of running the program.
        let trace =
            succeed(Command::new(LOADER).arg("--list").arg(program).env("LD_LIBRARY_PATH", self.dir()));
        let line = trace.stdout.lines().find_map(|line| line.trim().strip_prefix("libvirt.so.0 => "));
        let loaded = line.and_then(|line| line.split(" (").next()).expect("linked with libvirt");
        self.assert_is(loaded);
    }

    /// Runs a program that is linked with libvirt; it has to succeed. Returns what it printed.
    pub fn run(self, program: &Path, arguments: &[&str]) -> Printed {
        self.assert_used_by(program);
        succeed(self.command(program).args(arguments))
    }
}

/// What a program printed.
pub struct Printed {
    pub stdout: String,
    pub stderr: String,
}

/// Runs a command that has to succeed.
pub fn succeed(command: &mut Command) -> Printed {
    let Output { status, stdout, stderr } = command.output().unwrap_or_else(|e| panic!("{command:?}: {e}"));
    let stdout = String::from_utf8_lossy(&stdout).into_owned();
    let stderr = String::from_utf8_lossy(&stderr).into_owned();
    assert!(status.success(), "{command:?}: {status}\n--- stdout\n{stdout}\n--- stderr\n{stderr}");
    Printed { stdout, stderr }
}

/// The root of the project.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// `build/`, with libraries that are not older than the sources.
fn built() -> &'static Path {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| {
        let dir = root().join("build");
        let library = dir.join("libvirt.so.0");
        let made = fs::metadata(&library).and_then(|it| it.modified());
        let made = made.unwrap_or_else(|e| panic!("{}: {e}; run `make` first", library.display()));
        let changed = newest(&root().join("src"));
        assert!(made >= changed, "{} is older than the sources; run `make` first", library.display());
        dir
    })
}

/// When the youngest file below `dir` was changed.
fn newest(dir: &Path) -> SystemTime {
    let entries = fs::read_dir(dir).expect("a directory").map(|entry| entry.expect("an entry").path());
    let times = entries.map(|path| {
        if path.is_dir() {
            newest(&path)
        } else {
            fs::metadata(path).and_then(|it| it.modified()).expect("a time")
        }
    });
    times.max().unwrap_or(SystemTime::UNIX_EPOCH)
}

/// Compiles C sources, named from the root of the project, into a program with the name `name`; once, because
/// several tests run it at the same time.
pub fn compile(name: &str, sources: &[&str], options: &[&str]) -> PathBuf {
    static COMPILED: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());
    let program = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let mut compiled = COMPILED.lock().expect("no compilation has failed");
    if compiled.insert(program.clone()) {
        succeed(
            Command::new("cc")
                .args(["-std=gnu11", "-g", "-Wall", "-Wextra", "-Werror", "-Wno-cast-function-type", "-o"])
                .arg(&program)
                .args(options)
                .args(sources)
                .args(["-Wl,--as-needed", "-lvirt", "-lvirt-qemu", "-lvirt-lxc", "-lvirt-admin", "-pthread"])
                .current_dir(root()),
        );
    }
    program
}

/// The guests' boot images, assembled once.
pub fn guests() -> &'static str {
    static GUESTS: OnceLock<String> = OnceLock::new();
    GUESTS.get_or_init(|| {
        let dir = concat!(env!("CARGO_TARGET_TMPDIR"), "/guests");
        succeed(Command::new(root().join("guests/build.sh")).arg(dir));
        dir.to_owned()
    })
}

/// The user that programs with a QEMU driver run as. The original's driver, started by root, looks for a user that
/// only an installed daemon has.
pub fn ordinary_user() -> Option<&'static str> {
    nix::unistd::geteuid().is_root().then_some("nobody")
}

/// What event programs print, without what may differ from run to run: how often the firmware resets the machine, TCP
/// ports, seconds that pass while the guest's clock stands still, and what a QEMU that is ending still writes to its
/// monitor after the guest's power-off.
pub fn without_chance(stdout: &str) -> String {
    let mut rebooted = false;
    let mut ending = false;
    let mut text = String::new();
    for line in stdout.lines() {
        match line {
            "lifecycle: SHUTDOWN GUEST" => ending = true,
            _ if line.starts_with("lifecycle: ") => ending = false,
            _ if ending && line.starts_with("monitor: ") => continue,
            _ => {}
        }
        if line == "reboot" && std::mem::replace(&mut rebooted, true) {
            continue;
        }
        if let Some(offset) = line.strip_prefix("rtc-change: offset ") {
            let offset: i64 = offset.trim_end_matches(" s").parse().expect("seconds");
            // An hour ahead; before midnight that is a day back for a clock that does not keep the date.
            assert!((offset - 3600).abs() <= 5 || (offset - 3600 + 86400).abs() <= 5, "{line}");
            text += "rtc-change\n";
            continue;
        }
        let mut parts = line.split("port \"");
        text += parts.next().unwrap_or_default();
        for part in parts {
            text += "port \"";
            text += part.trim_start_matches(|c: char| c.is_ascii_digit());
        }
        text.push('\n');
    }
    text
}

/// Fails with the first line that differs, and what was around it.
pub fn assert_same_lines(original: &str, ours: &str) {
    let (mut left, mut right) = (original.lines(), ours.lines());
    let mut number = 0;
    loop {
        number += 1;
        match (left.next(), right.next()) {
            (None, None) => return,
            (a, b) => assert_eq!(a, b, "line {number}\n--- original\n{original}\n--- ours\n{ours}"),
        }
    }
}
