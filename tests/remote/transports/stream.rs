//! Much data, records in pieces, and silence, over TLS.

#![forbid(unsafe_code)]

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::process::Command;
use std::thread;

use super::super::support::{Library, root};
use super::certificates::{Authority, client_files};
use super::peers::{Network, run};

fn network(folder: &std::path::Path) -> Network {
    let authority = Authority::new("CA");
    client_files(folder, &authority.certificate, &authority.client(|_| {}));
    Network::start(&authority.certificate, &authority.server(|_| {}), "auth_tls = \"none\"\n")
}

/// A message of nearly four million bytes there and back, and a volume up and down.
#[test]
fn much_data_arrives() {
    let folder = tempfile::tempdir().expect("a folder");
    let network = network(folder.path());
    let [original, ours] = [Library::Original, Library::Ours].map(|library| {
        let mut command = library.command("/usr/bin/python3");
        command.arg(root().join("tests/remote/transports/much.py"));
        for driver in ["test", "qemu"] {
            let path = if driver == "test" { "default" } else { "session" };
            let (tls, pki) = (network.tls, folder.path().display());
            command.arg(format!("{driver}+tls://localhost:{tls}/{path}?pkipath={pki}"));
        }
        run(command.arg(network.folder()), &[])
    });
    assert!(ours.contains("downloaded 8388608 bytes, the same"), "{ours}");
    assert_eq!(ours, original);
}

/// Threads that call at once, while the event loop reads events, share the state of TLS.
#[test]
fn threads_share_a_connection() {
    let folder = tempfile::tempdir().expect("a folder");
    let network = network(folder.path());
    let uri = format!("test+tls://localhost:{}/default?pkipath={}", network.tls, folder.path().display());
    network.compare_script("tests/remote/transports/threads.py", &uri);
}

/// Passes bytes on, a few at a time.
fn slowly(mut from: TcpStream, mut to: TcpStream) {
    to.set_nodelay(true).expect("an option");
    let mut buffer = [0; 64];
    for size in (1..=buffer.len()).cycle() {
        match from.read(&mut buffer[..size]) {
            Ok(count) if count > 0 && to.write_all(&buffer[..count]).is_ok() => {}
            _ => break,
        }
    }
    let _ = to.shutdown(Shutdown::Write);
}

/// Records and messages may come in any pieces.
#[test]
fn pieces_of_records_are_put_together() {
    let folder = tempfile::tempdir().expect("a folder");
    let network = network(folder.path());
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let daemon = network.tls;
    // Until the test's process ends.
    thread::spawn(move || {
        for client in listener.incoming() {
            let client = client.expect("a client");
            let server = TcpStream::connect(("127.0.0.1", daemon)).expect("a daemon");
            let (client_too, server_too) =
                (client.try_clone().expect("a copy"), server.try_clone().expect("a copy"));
            thread::spawn(|| slowly(client, server));
            thread::spawn(|| slowly(server_too, client_too));
        }
    });
    let uri = format!("test+tls://localhost:{port}/default?pkipath={}", folder.path().display());
    network.compare_script("tests/remote/session.py", &uri);
}

/// A daemon that is silent is given up, and one that dies is missed.
#[test]
fn a_lost_daemon_is_noticed() {
    let folder = tempfile::tempdir().expect("a folder");
    let told = [Library::Original, Library::Ours].map(|library| {
        ["STOP", "KILL"].map(|signal| {
            let network = network(folder.path());
            let uri =
                format!("test+tls://localhost:{}/default?pkipath={}", network.tls, folder.path().display());
            let mut command = library.command("/usr/bin/python3");
            command.arg(root().join("tests/remote/transports/lost.py")).arg(uri).arg(signal);
            let pid = network.pid().to_string();
            let told = run(command.arg(&pid), &[]);
            // So that it can end.
            let _ = Command::new("kill").arg("-CONT").arg(&pid).status();
            told
        })
    });
    let [original, ours] = told;
    assert!(ours[0].contains("closed: 2"), "{ours:?}");
    assert_eq!(ours, original);
}
