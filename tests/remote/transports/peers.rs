//! A libvirtd that listens at ports, and programs that open connections to it.

#![forbid(unsafe_code)]

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use super::super::libvirtd::{NOBODY, without_rights};
use super::super::support::{Library, root};
use super::certificates::Pair;

/// A daemon with ports, ended with the value.
pub struct Network {
    process: Child,
    folder: tempfile::TempDir,
    pub tcp: u16,
    pub tls: u16,
}

impl Network {
    /// Starts it with its certificate, and with lines for its file of settings.
    pub fn start(authority: &str, own: &Pair, settings: &str) -> Self {
        Self::start_in(authority, own, settings, &[], |_| {})
    }

    /// The same with variables of its environment, and with a folder that was prepared.
    pub fn start_in(
        authority: &str,
        own: &Pair,
        settings: &str,
        environment: &[(&str, &str)],
        prepare: impl FnOnce(&Path),
    ) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path();
        prepare(path);
        let shown = path.display();
        fs::write(path.join("cacert.pem"), authority).expect("a file");
        fs::write(path.join("servercert.pem"), &own.certificate).expect("a file");
        fs::write(path.join("serverkey.pem"), &own.key).expect("a file");
        // Of two lines with the same name the daemon takes the first.
        let config = format!(
            "{settings}\nauth_unix_ro = \"none\"\nauth_unix_rw = \"none\"\nkey_file = \"{shown}/serverkey.pem\"\n\
             cert_file = \"{shown}/servercert.pem\"\nca_file = \"{shown}/cacert.pem\"\n\
             tls_no_sanity_certificate = 1\n"
        );
        fs::write(path.join("libvirtd.conf"), config).expect("a file");
        // The daemon makes it otherwise; a test that is faster would make it root's.
        fs::create_dir(path.join("libvirt")).expect("a folder");
        give_to_nobody(path);
        let mut command = Command::new("setpriv");
        command.args(without_rights()).args(["/usr/bin/python3", "-c", include_str!("listen.py")]);
        let mut process = command
            .arg(path)
            .env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin")
            .envs(["HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"].map(|name| (name, path)))
            .env("SASL_CONF_PATH", path)
            .envs(environment.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(fs::File::create(path.join("log")).expect("a file"))
            .spawn()
            .expect("a daemon");
        let mut line = String::new();
        let answer = process.stdout.take().expect("a pipe");
        BufReader::new(answer).read_line(&mut line).expect("ports");
        let ports: Vec<u16> = line.split_whitespace().map(|port| port.parse().expect("a port")).collect();
        let [tcp, tls] = ports[..] else {
            panic!("{line}{}", fs::read_to_string(path.join("log")).unwrap_or_default())
        };
        Self { process, folder, tcp, tls }
    }

    /// Where it has its state; its socket is there too.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn socket(&self) -> PathBuf {
        self.folder().join("libvirt-sock")
    }

    pub fn pid(&self) -> u32 {
        self.process.id()
    }

    /// `text` without what is different in each run.
    pub fn without_chance(&self, text: &str) -> String {
        let folder = self.folder().display().to_string();
        text.replace(&self.tcp.to_string(), "TCP")
            .replace(&self.tls.to_string(), "TLS")
            .replace(&folder, "FOLDER")
    }

    /// Opens the URIs on a library, and tells how that went.
    pub fn open(&self, library: Library, uris: &[String]) -> String {
        let mut command = library.command("/usr/bin/python3");
        command.arg(root().join("tests/remote/transports/open.py"));
        self.without_chance(&run(&mut command, uris))
    }

    /// Opens the URIs on both libraries; what comes of it is the same but for what `common` takes away.
    pub fn compare(&self, uris: &[String], common: impl Fn(&str) -> String) {
        let original = self.open(Library::Original, uris);
        let ours = self.open(Library::Ours, uris);
        assert_eq!(ours.lines().count(), uris.len(), "{ours}");
        for (original, ours) in original.lines().zip(ours.lines()) {
            assert_eq!(common(ours), common(original), "\n{ours}\n{original}");
        }
    }

    /// Runs a script of Python on both libraries, with the URI as its argument; it prints the same.
    pub fn compare_script(&self, script: &str, uri: &str) {
        let [original, ours] = [Library::Original, Library::Ours].map(|library| {
            let mut command = library.command("/usr/bin/python3");
            command.arg(root().join(script)).arg(uri);
            self.without_chance(&run(&mut command, &[]))
        });
        assert!(!ours.is_empty());
        super::super::support::assert_same_lines(&original, &ours);
    }
}

impl Drop for Network {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Runs a command that has to succeed, with lines as its input.
pub fn run(command: &mut Command, input: &[String]) -> String {
    let mut process = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("a program");
    process.stdin.take().expect("a pipe").write_all(input.join("\n").as_bytes()).expect("room");
    let output = process.wait_with_output().expect("an end");
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {}\n{stderr}", output.status);
    String::from_utf8(output.stdout).expect("text")
}

/// Nobody may have all in `folder`, if we may give it.
pub fn give_to_nobody(folder: &Path) {
    if !nix::unistd::geteuid().is_root() {
        return;
    }
    std::os::unix::fs::chown(folder, Some(NOBODY), Some(NOBODY)).expect("a folder");
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        std::os::unix::fs::chown(&path, Some(NOBODY), Some(NOBODY)).expect("a file");
    }
}

/// Writes a program that a shell runs.
pub fn script(path: &Path, text: &str) -> PathBuf {
    fs::write(path, format!("#!/bin/sh\n{text}\n")).expect("a file");
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).expect("a program");
    path.to_owned()
}
