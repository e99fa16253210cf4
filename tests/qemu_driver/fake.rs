//! A scripted emulator of a version, and what its log says.

use std::fs;
use std::path::{Path, PathBuf};

use crate::fakeqemu::emulator;

/// One scripted emulator. Several domains can run it; they share its log.
pub struct Fake {
    program: String,
    log: PathBuf,
}

impl Fake {
    /// Writes the emulator `name` into `root`. It has the version and does what the script says; see its README.
    pub fn new(root: &Path, name: &str, version: &str, script: &str) -> Self {
        let program = emulator(root, name, &format!("version {version}\n{script}"));
        Self { program, log: root.join(format!("{name}.log")) }
    }

    /// What a definition names.
    pub fn path(&self) -> &str {
        &self.program
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
