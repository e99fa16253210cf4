//! The real libvirtd, as a daemon of the test's own.

#![forbid(unsafe_code)]

use std::fs;
use std::os::fd::OwnedFd;
use std::os::unix::fs::chown;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};

/// A user without rights.
pub const NOBODY: u32 = 65534;

/// A daemon of our own, ended with the value.
pub struct Daemon {
    process: Child,
    folder: tempfile::TempDir,
}

impl Daemon {
    /// Starts it on sockets that are listened at already, so that nobody has to wait for it to be there.
    pub fn start() -> Self {
        Self::with_settings("")
    }

    /// The same with lines for its file of settings.
    pub fn with_settings(settings: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path();
        let names = [socket(path), admin_socket(path)];
        let [socket, admin_socket] =
            names.each_ref().map(|name| OwnedFd::from(UnixListener::bind(name).expect("a socket")));
        let config = format!("auth_unix_ro = \"none\"\nauth_unix_rw = \"none\"\n{settings}");
        fs::write(path.join("libvirtd.conf"), config).expect("a file");
        // For root it would be the host's daemon; everybody else's has its state at home.
        let mut command = Command::new("setpriv");
        if nix::unistd::geteuid().is_root() {
            for theirs in [path, &names[0], &names[1]] {
                chown(theirs, Some(NOBODY), Some(NOBODY)).expect("a folder of theirs");
            }
        }
        command.args(without_rights());
        let script = "exec 3<&0 4<&1 </dev/null >/dev/null
            export LISTEN_PID=$$ LISTEN_FDS=2 LISTEN_FDNAMES=libvirtd.socket:libvirtd-admin.socket
            exec libvirtd --config \"$1/libvirtd.conf\" --pid-file \"$1/pid\"";
        command.args(["sh", "-c", script, "sh"]);
        let log = fs::File::create(path.join("log")).expect("a file");
        let process = command
            .arg(path)
            .env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin")
            .envs(["HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"].map(|name| (name, path)))
            .stdin(socket)
            .stdout(admin_socket)
            .stderr(log)
            .spawn()
            .expect("a daemon");
        Self { process, folder }
    }

    /// Where it listens.
    pub fn socket(&self) -> PathBuf {
        socket(self.folder.path())
    }

    /// Where it can be administrated, by the user that it runs as.
    pub fn admin_socket(&self) -> PathBuf {
        admin_socket(self.folder.path())
    }

    /// Where it has its state; it may write there.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn connect(&self) -> UnixStream {
        UnixStream::connect(self.socket()).expect("a connection")
    }

    pub fn kill(&mut self) {
        self.process.kill().expect("a signal");
        self.process.wait().expect("an end");
    }

    pub fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }
}

impl Drop for Daemon {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// What `setpriv` is told to run a program as a user without rights.
pub fn without_rights() -> Vec<String> {
    if !nix::unistd::geteuid().is_root() {
        return Vec::new();
    }
    let id = NOBODY.to_string();
    ["--reuid", &id, "--regid", &id, "--clear-groups"].map(str::to_owned).to_vec()
}

fn socket(folder: &Path) -> PathBuf {
    folder.join("libvirt-sock")
}

fn admin_socket(folder: &Path) -> PathBuf {
    folder.join("admin-sock")
}
