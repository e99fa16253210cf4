//! The scripted emulator for tests of the library: builds it when it is first asked for, and writes scripts that can be
//! named in a domain XML. A test program takes this file in with `#[path = "../fakeqemu/mod.rs"] mod fakeqemu;`.
//!
//! The language of scripts stands in tools/fakeqemu/README.md.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The program. `cargo test` builds it only for its own package, so it is built here, into the same folder.
pub fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let test = std::env::current_exe().expect("this program");
        let profile = test.ancestors().nth(2).expect("target/PROFILE/deps/TEST");
        let target = profile.parent().expect("target");
        let name = match profile.file_name().and_then(|name| name.to_str()) {
            Some("debug") | None => "dev",
            Some(name) => name,
        };
        let mut cargo = Command::new(env!("CARGO"));
        cargo
            .args(["build", "--quiet", "--package", "fakeqemu", "--profile", name, "--target-dir"])
            .arg(target);
        let status = cargo.current_dir(env!("CARGO_MANIFEST_DIR")).status().expect("cargo runs");
        assert!(status.success(), "fakeqemu does not build");
        profile.join("fakeqemu")
    })
}

/// Writes `script` as a program `name` into `folder`; its path, for `<emulator>`. The log is `NAME.log` beside it.
pub fn emulator(folder: &Path, name: &str, script: &str) -> String {
    let path = folder.join(name);
    let text = format!("#!{} --script\nlog {name}.log\n{script}\n", program().display());
    fs::write(&path, text).expect("the script can be written");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("our own file");
    path.display().to_string()
}
