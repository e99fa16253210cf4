//! Between clients and a daemon: passes everything on, descriptors as well, and writes down what the clients say.

#![forbid(unsafe_code)]

use std::fs;
use std::io::{self, ErrorKind};
use std::os::fd::AsFd;
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread;

use virt::rpc::message::{Header, Type};
use virt::rpc::transport::{Transport, UnixTransport};
use virt::rpc::xdr::{Decoder, Xdr};

/// What one client said, so far.
type Said = Arc<Mutex<Vec<u8>>>;

/// Listens for clients.
pub struct Proxy {
    folder: tempfile::TempDir,
    connections: Arc<Mutex<Vec<Said>>>,
}

impl Proxy {
    /// In front of the daemon at `socket`.
    pub fn start(socket: &Path) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let socket_path = folder.path().join("sock");
        let listener = UnixListener::bind(&socket_path).expect("a socket");
        // Another daemon may be a client as well.
        for path in [folder.path(), &socket_path] {
            fs::set_permissions(path, fs::Permissions::from_mode(0o777)).expect("permissions");
        }
        let connections = Arc::new(Mutex::new(Vec::new()));
        let noted = Arc::clone(&connections);
        let socket = socket.to_owned();
        // Ends with the test's process; so do the threads of connections that a client leaves open.
        thread::spawn(move || {
            for client in listener.incoming() {
                let daemon = UnixStream::connect(&socket).expect("a daemon");
                let said = Said::default();
                noted.lock().expect("no panic with the lock").push(Arc::clone(&said));
                let client = Arc::new(UnixTransport::new(client.expect("a client")).expect("a transport"));
                let daemon = Arc::new(UnixTransport::new(daemon).expect("a transport"));
                let (to_daemon, to_client) = (Arc::clone(&daemon), Arc::clone(&client));
                thread::spawn(move || pass(&client, &to_daemon, Some(&said)));
                thread::spawn(move || pass(&daemon, &to_client, None));
            }
        });
        Self { folder, connections }
    }

    /// Where its socket is.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Where clients find it.
    pub fn socket(&self) -> PathBuf {
        self.folder.path().join("sock")
    }

    /// The packets that clients sent, by connection in the order of their coming. Each client has to be gone, so that
    /// all that it said has come.
    pub fn packets(&self) -> Vec<Vec<Vec<u8>>> {
        let connections = self.connections.lock().expect("no panic with the lock");
        connections.iter().map(|said| cut(&said.lock().expect("no panic with the lock"))).collect()
    }
}

/// Passes on what comes, until either side goes.
fn pass(from: &UnixTransport, to: &UnixTransport, noted: Option<&Said>) {
    let mut block = vec![0; 1 << 16];
    loop {
        match from.receive(&mut block) {
            Ok((0, _)) => break,
            Ok((count, fd)) => {
                // Before the daemon can answer, so that it is there when the client has the answer.
                if let Some(said) = noted {
                    said.lock().expect("no panic with the lock").extend_from_slice(&block[..count]);
                }
                let plain = count - usize::from(fd.is_some());
                let mut sent = 0;
                while sent < plain {
                    match to.send(&block[sent..plain]) {
                        Ok(more) => sent += more,
                        Err(cause) if wait(to, true, &cause) => {}
                        Err(_) => return from.shutdown(),
                    }
                }
                while let Some(Err(cause)) = fd.as_ref().map(|fd| to.send_fd(fd.as_fd())) {
                    if !wait(to, true, &cause) {
                        return from.shutdown();
                    }
                }
            }
            Err(cause) if wait(from, false, &cause) => {}
            Err(_) => break,
        }
    }
    to.shutdown();
}

/// Waits after a call that would have waited; `false` if it failed otherwise.
fn wait(transport: &UnixTransport, write: bool, cause: &io::Error) -> bool {
    cause.kind() == ErrorKind::WouldBlock && transport.wait(write, None).is_ok()
}

/// Cuts packets, without the bytes that carry descriptors.
fn cut(mut bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut packets = Vec::new();
    while let Some((word, _)) = bytes.split_first_chunk() {
        let (packet, rest) = bytes.split_at(u32::from_be_bytes(*word) as usize);
        let mut input = Decoder::new(&packet[4..]);
        let header = Header::decode(&mut input).expect("a header");
        let fds =
            if header.r#type == Type::CALL_WITH_FDS { u32::decode(&mut input).expect("a number") } else { 0 };
        packets.push(packet.to_vec());
        bytes = &rest[fds as usize..];
    }
    packets
}
