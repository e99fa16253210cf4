//! A real `ssh` and a real `sshd`, which is started at the other end of a pipe and not at a port.

#![forbid(unsafe_code)]

use std::fs;
use std::net::TcpListener;
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use super::super::support::{Library, succeed};
use super::certificates::Authority;
use super::peers::{Network, script};

/// A host that is reached by `ssh`, with a daemon where the system's is, and some programs.
struct Host {
    network: Network,
    folder: tempfile::TempDir,
}

impl Host {
    fn new(programs: &[&str]) -> Self {
        let authority = Authority::new("CA");
        let network = Network::start(&authority.certificate, &authority.server(|_| {}), "");
        let host = Self { network, folder: tempfile::tempdir().expect("a folder") };
        let folder = host.folder.path();
        for key in ["host", "user", "other"] {
            let path = folder.join(key);
            succeed(Command::new("ssh-keygen").args(["-q", "-t", "ed25519", "-N", "", "-f"]).arg(path));
        }
        fs::copy(folder.join("user.pub"), folder.join("authorized")).expect("a file");
        let public = fs::read_to_string(folder.join("host.pub")).expect("a key");
        fs::write(folder.join("known"), format!("host {public}")).expect("a file");
        let shown = folder.display();
        let bin = folder.join("bin");
        fs::create_dir(&bin).expect("a folder");
        for program in programs {
            std::os::unix::fs::symlink(find(program), bin.join(program)).expect("a link");
        }
        // The daemon of others than root is where their own would be.
        let runtime = host.network.folder();
        // A daemon that is not the system's has no socket for reading only.
        for socket in ["libvirt/libvirt-sock", "libvirt/libvirt-sock-ro", "libvirt-sock-ro"] {
            std::os::unix::fs::symlink(host.network.socket(), runtime.join(socket)).expect("a link");
        }
        let daemon = format!(
            "HostKey {shown}/host\nAuthorizedKeysFile {shown}/authorized\nStrictModes no\nUsePAM no\nPidFile none\n\
             PermitRootLogin yes\nLogLevel ERROR\nSetEnv PATH={} XDG_RUNTIME_DIR={}\n",
            bin.display(),
            runtime.display()
        );
        fs::write(folder.join("sshd_config"), daemon).expect("a file");
        let sshd = format!("exec /usr/sbin/sshd -i -f {shown}/sshd_config");
        let connect = if nix::unistd::geteuid().is_root() {
            // In a view of its own of the file system.
            let mount =
                format!("mkdir -p /run/sshd /run/libvirt; mount --bind {} /run/libvirt", runtime.display());
            format!("exec unshare --mount sh -c '{mount} && {sshd}'")
        } else {
            sshd
        };
        let connect = script(&folder.join("connect"), &connect);
        let client = format!(
            "Host *\nProxyCommand {}\nIdentityFile {shown}/user\nIdentitiesOnly yes\nIdentityAgent none\n\
             UserKnownHostsFile {shown}/known\nGlobalKnownHostsFile none\nStrictHostKeyChecking yes\nLogLevel ERROR\nBatchMode yes\n",
            connect.display()
        );
        fs::write(folder.join("ssh_config"), client).expect("a file");
        script(&folder.join("ssh"), &format!("exec ssh -F {shown}/ssh_config \"$@\""));
        host
    }

    /// Has it listen at a port of this host, too.
    fn listen(&self) -> u16 {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let connect = self.folder.path().join("connect");
        // Until the test's process ends.
        thread::spawn(move || {
            for client in listener.incoming() {
                let client = client.expect("a client");
                let copy = client.try_clone().expect("a copy");
                let mut daemon = Command::new(&connect);
                let daemon = daemon.stdin(OwnedFd::from(client)).stdout(OwnedFd::from(copy)).spawn();
                thread::spawn(|| daemon.expect("a daemon").wait());
            }
        });
        port
    }

    fn uri(&self, name: &str, more: &str) -> String {
        format!("test+ssh://{name}/default?command={}{more}", self.folder.path().join("ssh").display())
    }
}

fn find(program: &str) -> PathBuf {
    let folders = ["/usr/bin", "/bin"].map(Path::new);
    folders
        .iter()
        .map(|folder| folder.join(program))
        .find(|path| path.exists())
        .expect("an installed program")
}

const SHELL: [&str; 5] = ["sh", "bash", "which", "grep", "nc"];

#[test]
fn sessions_by_the_hosts_helper_are_the_same() {
    let host = Host::new(&[&SHELL[..], &["virt-ssh-helper"]].concat());
    host.network.compare_script("tests/remote/session.py", &host.uri("host", ""));
    let uris = [
        host.uri("host", "&proxy=native"),
        format!("ro {}", host.uri("host", "&proxy=netcat")),
        host.uri("host", &format!("&socket={}", host.network.socket().display())),
        host.uri("host", "&proxy=native&name=nosuch:///"),
        host.uri("host", "&socket=/nosuch"),
        host.uri("host", "&netcat=nosuch"),
        // Nobody knows its key, and nobody can be asked.
        host.uri("stranger", ""),
        host.uri("host", "&keyfile=/nosuch"),
    ];
    // With netcat, whether the end is found by reading depends on who is faster.
    host.network.compare(&uris, |line| {
        line.replace("End of file while reading data: ", "Cannot recv data: ")
            .replace("Input/output error' 5", "Connection reset by peer' 104")
    });
    let opened = host.network.open(Library::Ours, &uris[..3]);
    assert_eq!(opened.matches("['test']").count(), 3, "{opened}");
}

/// A host without libvirt's own program has netcat.
#[test]
fn sessions_by_netcat_are_the_same() {
    let host = Host::new(&SHELL);
    host.network.compare_script("tests/remote/session.py", &host.uri("host", ""));
    host.network.compare(&[host.uri("host", "&proxy=native")], str::to_owned);
}

#[test]
fn a_stranger_is_refused_the_same() {
    let host = Host::new(&SHELL);
    fs::copy(host.folder.path().join("other.pub"), host.folder.path().join("authorized")).expect("a file");
    host.network.compare(&[host.uri("host", "")], str::to_owned);
}

/// What the original does with a library, ours does with `ssh`.
#[test]
fn uris_for_libssh_are_served() {
    let host = Host::new(&[&SHELL[..], &["virt-ssh-helper"]].concat());
    let folder = host.folder.path();
    let port = host.listen();
    let public = fs::read_to_string(folder.join("host.pub")).expect("a key");
    fs::write(folder.join("known"), format!("[127.0.0.1]:{port} {public}")).expect("a file");
    fs::write(folder.join("none"), "").expect("a file");
    let other = fs::read_to_string(folder.join("other.pub")).expect("a key");
    fs::write(folder.join("changed"), format!("[127.0.0.1]:{port} {other}")).expect("a file");
    let user = nix::unistd::User::from_uid(nix::unistd::geteuid()).expect("users").expect("a user").name;
    let shown = folder.display();
    let uri = |known: &str, more: &str| {
        format!(
            "test+libssh://{user}@127.0.0.1:{port}/default?keyfile={shown}/user&sshauth=privkey&known_hosts={shown}/{known}{more}"
        )
    };
    host.network.compare_script("tests/remote/session.py", &uri("known", ""));
    let uris = [
        uri("known", "&proxy=netcat"),
        uri("none", "&known_hosts_verify=auto"),
        uri("changed", "&known_hosts_verify=ignore"),
        uri("known", "&known_hosts_verify=x"),
        uri("known", "&mode=direct"),
        uri("known", "&netcat=x&proxy=native"),
        uri("known", "&mode=x"),
    ];
    host.network.compare(&uris, str::to_owned);
    // The library has errors of its own.
    let opened = host.network.open(Library::Ours, &[uri("changed", "&no_tty=1")]);
    assert!(opened.contains("Host key verification failed"), "{opened}");
}
