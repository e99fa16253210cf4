//! What virt-admin said to a daemon, said again byte for byte; and a newer daemon's answers.

#![forbid(unsafe_code)]

use std::io::{Read, Write};
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::sync::Arc;
use std::thread;

use virt::admin::{Connection, Server};
use virt::error::{Error, ErrorCode, ErrorDomain};
use virt::rpc::protocol::admin::{ConnectDaemonShutdownArgs, procedure};
use virt::typed_param::{TypedParameter, TypedValue};

use super::peer::Peer;
use super::recorded::{Recorded, packets};

/// Answers as the daemon of the recording, if it is asked the same: connection by connection.
fn replay(recorded: &'static str, with: impl FnOnce(&dyn Fn() -> Arc<Connection>)) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("sock");
    let listener = UnixListener::bind(&path).expect("a socket");
    let daemon = thread::spawn(move || {
        let packets = packets(recorded);
        // Each begins with a call of procedure 1.
        let opens = |packet: &Recorded| packet.by_client && packet.bytes[12..16] == 1_u32.to_be_bytes();
        let mut stream = None;
        for (number, packet) in packets.iter().enumerate() {
            if opens(packet) {
                stream = Some(listener.accept().expect("a client").0);
            }
            let stream = stream.as_mut().expect("opened first");
            if packet.by_client {
                let mut sent = vec![0; packet.bytes.len()];
                stream.read_exact(&mut sent).expect("a packet");
                assert_eq!(sent, packet.bytes, "packet {number} of {recorded}");
            } else {
                stream.write_all(&packet.bytes).expect("room");
            }
        }
        packets.iter().filter(|packet| opens(packet)).count()
    });
    let opened = std::cell::Cell::new(0);
    with(&|| {
        opened.set(opened.get() + 1);
        open(&path)
    });
    assert_eq!(daemon.join().expect("the same bytes"), opened.get());
}

fn open(path: &Path) -> Arc<Connection> {
    let uri = format!("libvirtd:///system?socket={}", path.display());
    let conn = Connection::open(Some(&uri), 0).expect("open");
    assert_eq!(conn.uri(), uri);
    conn
}

fn server(conn: &Arc<Connection>, name: &str) -> Arc<Server> {
    conn.server(name, 0).expect("a server")
}

fn uint(name: &str, value: u32) -> TypedParameter {
    TypedParameter::new(name, TypedValue::UInt(value))
}

#[test]
fn what_virt_admin_asks_is_asked_as_it_does() {
    replay("21-admin.txt", |open| {
        let (servers, count) = open().servers(true, 0).expect("servers");
        let names: Vec<_> = servers.iter().map(|server| server.name()).collect();
        assert_eq!((names.as_slice(), count), ([c"libvirtd", c"admin"].as_slice(), 2));
        drop(servers);

        let params = server(&open(), "libvirtd").thread_pool_parameters(0).expect("parameters");
        let names = ["minWorkers", "maxWorkers", "nWorkers", "freeWorkers", "prioWorkers", "jobQueueDepth"];
        let expected: Vec<_> =
            names.iter().zip([5, 20, 5, 5, 5, 0]).map(|(name, value)| uint(name, value)).collect();
        assert_eq!(params, expected);

        let params = server(&open(), "libvirtd").client_limits(0).expect("parameters");
        assert_eq!(params.first(), Some(&uint("nclients_max", 5000)));

        let (clients, count) = server(&open(), "admin").clients(true, 0).expect("clients");
        let [client] = clients.as_slice() else { panic!("{} clients", clients.len()) };
        assert_eq!((client.id(), client.timestamp(), client.transport(), count), (4, 1_795_408_081, 0, 1));
        drop(clients);

        let error = server(&open(), "admin").client(99, 0).err().expect("nobody has this number");
        assert_eq!(error.code(), ErrorCode::VIR_ERR_NO_CLIENT);
        assert_eq!(error.message(), "Client not found: No client with matching ID '99'");

        assert_eq!(open().logging_filters(0).expect("filters"), (None, 0));

        let set = server(&open(), "libvirtd").set_thread_pool_parameters(&[uint("maxWorkers", 21)], 0);
        set.expect("set");
    });
}

/// A procedure that came after what was recorded: of a daemon that has it, and of one that has not.
#[test]
fn a_daemon_is_asked_to_end() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("sock");
    let listener = UnixListener::bind(&path).expect("a socket");
    let daemon = thread::spawn(move || {
        let mut peer = Peer::new(listener.accept().expect("a client").0);
        let open = peer.call();
        assert_eq!(open.header.proc, procedure::CONNECT_OPEN.number);
        peer.reply(&open, &());
        let end = peer.call();
        assert_eq!(end.header.proc, 20);
        assert_eq!(end.decode::<ConnectDaemonShutdownArgs>().expect("arguments").flags, 1);
        peer.reply(&end, &());
        let again = peer.call();
        let text = "unknown procedure: 20";
        peer.refuse(&again, &Error::new(ErrorCode::VIR_ERR_RPC, ErrorDomain::VIR_FROM_RPC, text));
        peer.hang_up();
    });
    let conn = open(&path);
    conn.daemon_shutdown(1).expect("asked");
    let error = conn.daemon_shutdown(0).expect_err("not known");
    assert_eq!(error.code(), ErrorCode::VIR_ERR_NO_SUPPORT);
    daemon.join().expect("no panic");
    conn.lib_version().expect_err("the daemon is gone");
    assert!(!conn.is_alive());
}
