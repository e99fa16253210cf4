//! TCP.

#![forbid(unsafe_code)]

use super::super::libvirtd::Daemon;
use super::super::support::Library;
use super::certificates::Authority;
use super::peers::Network;

fn network() -> Network {
    let authority = Authority::new("CA");
    Network::start(&authority.certificate, &authority.server(|_| {}), "auth_tcp = \"none\"\n")
}

#[test]
fn a_session_is_the_same() {
    let network = network();
    for host in ["localhost", "[::1]", "somebody@127.0.0.1"] {
        let uri = format!("test+tcp://{host}:{}/default", network.tcp);
        network.compare_script("tests/remote/session.py", &uri);
    }
}

/// What can be wrong with a URI, or with what is at its end.
#[test]
fn mistakes_are_the_same() {
    let network = network();
    let Network { tcp, tls, .. } = network;
    let nothing = free_port();
    let uris: Vec<String> = [
        format!("test+tcp://localhost:{tcp}/default"),
        format!("ro test+tcp://localhost:{tcp}/default"),
        format!("test+TCP://localhost:{tcp}/default?foo=1"),
        format!("test+tcp://localhost:{tcp}/default?mode=direct"),
        format!("test+tcp://localhost:{tcp}/nosuch"),
        format!("nosuch+tcp://localhost:{tcp}/default"),
        format!("TEST+tcp://localhost:{tcp}/default"),
        format!("test+tcp://localhost:{tcp}/default?name=nosuch:///"),
        format!("test+tcp://localhost:{tcp}/default?no_verify=x"),
        format!("test+tcp://localhost:{tcp}/default?mode=x"),
        format!("test+tcp://localhost:{tcp}/default?proxy=x"),
        format!("test+tcp://localhost:{tcp}/default?auth=sasl"),
        format!("test+tcp://localhost:{tcp}/default?auth=polkit"),
        format!("test+tcp://localhost:{tcp}/default?auth=none"),
        format!("test+tcp://localhost:{tcp}/default?auth=x"),
        format!("test+tcp://localhost:{tcp}/embed"),
        format!("test+nosuch://localhost:{tcp}/default"),
        format!("test+unix://localhost:{tcp}/default"),
        format!("test+tcp://localhost:{nothing}/default"),
        format!("test+tcp://127.0.0.1:{nothing}/default"),
        format!("test+tcp://[::1]:{nothing}/default"),
        "test+tcp://nosuch.invalid/default".to_owned(),
        // It speaks TLS, and ends what it does not understand.
        format!("test+tcp://localhost:{tls}/default"),
    ]
    .into();
    // The daemon may end before or after we have sent.
    network.compare(&uris, |line| match line.split_once(": [38, 7, 2] ") {
        Some((uri, _)) if uri.contains(":TLS/") => format!("{uri}: ended"),
        _ => line.to_owned(),
    });
}

/// A daemon's files cannot be handed over.
#[test]
fn descriptors_do_not_pass() {
    let network = network();
    let uri = format!("test+tcp://localhost:{}/default", network.tcp);
    network.compare_script("tests/remote/transports/descriptors.py", &uri);
    let daemon = Daemon::start();
    let uri = format!("test+unix:///default?socket={}", daemon.socket().display());
    network.compare_script("tests/remote/transports/descriptors.py", &uri);
    assert!(network.open(Library::Ours, &[uri]).contains("['test']"));
}

/// A port at which nobody listens.
fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("an address").port()
}
