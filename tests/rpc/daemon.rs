//! The client against the real libvirtd, with its test driver.

#![forbid(unsafe_code)]

use std::fs;
use std::os::fd::OwnedFd;
use std::os::unix::fs::chown;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use virt::error::ErrorCode;
use virt::rpc::client::{Client, CloseReason};
use virt::rpc::protocol::remote::{self, procedure};
use virt::rpc::transport::UnixTransport;

use super::peer::{Heard, PROGRAMS, Record, run_event_loop};

/// A user without rights.
const NOBODY: u32 = 65534;

/// A daemon of our own, ended with the value.
struct Daemon {
    process: Child,
    folder: tempfile::TempDir,
}

impl Daemon {
    /// Starts it on a socket that is listened at already, so that nobody has to wait for it to be there.
    fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path();
        let socket = UnixListener::bind(socket(path)).expect("a socket");
        let config = "auth_unix_ro = \"none\"\nauth_unix_rw = \"none\"\n";
        fs::write(path.join("libvirtd.conf"), config).expect("a file");
        // For root it would be the host's daemon; everybody else's has its state at home.
        let mut command = Command::new("setpriv");
        if nix::unistd::geteuid().is_root() {
            chown(path, Some(NOBODY), Some(NOBODY)).expect("a folder of theirs");
            let id = NOBODY.to_string();
            command.args(["--reuid", &id, "--regid", &id, "--clear-groups"]);
        }
        let script = "exec 3<&0 </dev/null
            export LISTEN_PID=$$ LISTEN_FDS=1 LISTEN_FDNAMES=libvirtd.socket
            exec libvirtd --config \"$1/libvirtd.conf\" --pid-file \"$1/pid\"";
        command.args(["sh", "-c", script, "sh"]);
        let log = fs::File::create(path.join("log")).expect("a file");
        let process = command
            .arg(path)
            .env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin")
            .envs(["HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"].map(|name| (name, path)))
            .stdin(OwnedFd::from(socket))
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .expect("a daemon");
        Self { process, folder }
    }

    fn connect(&self) -> (Arc<Client>, Arc<Record>) {
        let stream = UnixStream::connect(socket(self.folder.path())).expect("a connection");
        let record = Arc::new(Record::default());
        let transport = UnixTransport::new(stream).expect("a transport");
        (Client::new(transport, PROGRAMS, record.clone()), record)
    }

    fn kill(&mut self) {
        self.process.kill().expect("a signal");
        self.process.wait().expect("an end");
    }

    fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }
}

impl Drop for Daemon {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn socket(folder: &Path) -> std::path::PathBuf {
    folder.join("libvirt-sock")
}

#[test]
fn a_session_with_the_real_daemon() {
    run_event_loop();
    let mut daemon = Daemon::start();
    let (client, record) = daemon.connect();
    let types =
        client.call(procedure::AUTH_LIST, &()).unwrap_or_else(|e| panic!("{e}: {}", daemon.log())).types;
    assert_eq!(types, [remote::AuthType::NONE]);
    let supports = |feature| {
        let args = remote::ConnectSupportsFeatureArgs { feature };
        client.call(procedure::CONNECT_SUPPORTS_FEATURE, &args).expect("a reply").supported == 1
    };
    assert!(supports(10));
    let args = remote::ConnectOpenArgs { name: Some("test:///default".to_owned()), flags: 0 };
    client.call(procedure::CONNECT_OPEN, &args).expect("open");
    assert_eq!(client.call(procedure::CONNECT_GET_TYPE, &()).expect("a type").r#type, "TEST");
    assert!(client.call(procedure::CONNECT_GET_LIB_VERSION, &()).expect("a version").lib_ver >= 9_000_000);

    let args = remote::ConnectListAllDomainsArgs { need_results: 1, flags: 0 };
    let domains = client.call(procedure::CONNECT_LIST_ALL_DOMAINS, &args).expect("a list").domains;
    let [dom] = &domains[..] else { panic!("{domains:?}") };
    assert_eq!((dom.name.as_str(), dom.id), ("test", 1));

    let args = remote::ConnectDomainEventCallbackRegisterAnyArgs { event_id: 0, dom: None };
    client.call(procedure::CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY, &args).expect("registered");
    client
        .call(procedure::DOMAIN_SUSPEND, &remote::DomainSuspendArgs { dom: dom.clone() })
        .expect("suspended");
    let lifecycle = Heard::Other(procedure::DOMAIN_EVENT_CALLBACK_LIFECYCLE.number);
    assert_eq!(record.wait(1), [lifecycle]);

    let error =
        client.call(procedure::DOMAIN_LOOKUP_BY_ID, &remote::DomainLookupByIdArgs { id: 9 }).unwrap_err();
    assert_eq!(error.code(), ErrorCode::VIR_ERR_NO_DOMAIN);
    // Newer than this daemon, whose answer means that it is not supported.
    let args = remote::DomainGetAutostartOnceArgs { dom: dom.clone() };
    let outcome = client.call(procedure::DOMAIN_GET_AUTOSTART_ONCE, &args);
    assert_eq!(outcome.unwrap_err().code(), ErrorCode::VIR_ERR_NO_SUPPORT);

    client.call(procedure::CONNECT_CLOSE, &()).expect("closed");
    let heard = record.wait(2);
    assert!(matches!(heard[1], Heard::Closed(CloseReason::VIR_CONNECT_CLOSE_REASON_EOF, _)), "{heard:?}");

    let (second, record) = daemon.connect();
    second.call(procedure::AUTH_LIST, &()).expect("a reply");
    daemon.kill();
    let heard = record.wait(1);
    assert!(matches!(heard[0], Heard::Closed(CloseReason::VIR_CONNECT_CLOSE_REASON_EOF, _)), "{heard:?}");
    assert!(second.call(procedure::AUTH_LIST, &()).is_err());
}
