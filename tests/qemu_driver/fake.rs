//! Scripted emulators: `tools/fakeqemu` with a script of its own, as a program that a definition can name.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

/// One scripted emulator. Several domains can run it; they share its log.
pub struct Fake {
    program: PathBuf,
    log: PathBuf,
}

impl Fake {
    /// Writes the emulator `name` into `root`. It has the version and does what the script says; see its README.
    pub fn new(root: &Path, name: &str, version: &str, script: &str) -> Self {
        let (program, log) = (root.join(name), root.join(format!("{name}.log")));
        let head = format!("#!{} --script\nversion {version}\nlog {name}.log\n", fakeqemu().display());
        fs::write(&program, head + script + "\n").expect("a script");
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("executable");
        Self { program, log }
    }

    /// What a definition names.
    pub fn path(&self) -> &str {
        self.program.to_str().expect("text")
    }

    /// The lines of one kind in the log: "start", "arg", "recv", ...
    pub fn log(&self, kind: &str) -> Vec<String> {
        let text = fs::read_to_string(&self.log).unwrap_or_default();
        let lines = text.lines().filter_map(|line| line.split_once(' '));
        lines.filter(|(word, _)| *word == kind).map(|(_, rest)| rest.to_owned()).collect()
    }

    /// The commands that came over the monitor: their names in JSON, the whole lines in text.
    pub fn commands(&self) -> Vec<String> {
        let name = |line: &String| {
            let command = line.split_once(' ').expect("a monitor's name").1;
            let json: Option<serde_json::Value> = serde_json::from_str(command).ok();
            let execute = json.and_then(|json| Some(json.get("execute")?.as_str()?.to_owned()));
            execute.unwrap_or_else(|| command.to_owned())
        };
        self.log("recv").iter().map(name).collect()
    }

    /// Forgets what was logged.
    pub fn clear_log(&self) {
        fs::write(&self.log, "").expect("a log");
    }
}

/// The program. `cargo test` builds the programs of the tested package only, so that it is built here.
fn fakeqemu() -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("the folder of all builds");
    let status = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--package", "fakeqemu", "--target-dir"])
        .arg(target)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("RUSTFLAGS")
        .status();
    assert!(status.expect("cargo").success(), "fakeqemu is built");
    target.join("debug/fakeqemu")
}
