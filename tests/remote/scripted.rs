//! A scripted daemon for a program that is run on the original's library and on ours: what it is called, and what the
//! program prints.

#![forbid(unsafe_code)]

use std::os::unix::net::UnixListener;
use std::thread;

use virt::error::{Error, ErrorCode, ErrorDomain};
use virt::rpc::message::Packet;
use virt::rpc::protocol::Program;
use virt::rpc::protocol::remote::{self, procedure};

use super::peer::Peer;
use super::support::{Library, compile, succeed};

/// What the program of a conversation prints, and the calls that its library makes.
pub struct Conversation {
    pub printed: String,
    pub calls: Vec<String>,
}

/// Runs `c-tests/remote/NAME.c` with a daemon that has `features`. `answer` answers what is left of the calls when the
/// connection is open; what it does not take is not supported.
pub fn converse(
    library: Library,
    name: &str,
    arguments: &[&str],
    features: &[i32],
    mut answer: impl FnMut(&mut Peer, &Packet) -> bool + Send,
) -> Conversation {
    let program = compile(&format!("remote-{name}"), &[&format!("c-tests/remote/{name}.c")], &[]);
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("sock");
    let listener = UnixListener::bind(&path).expect("a socket");
    let uri = format!("test+unix:///default?socket={}", path.display());
    library.assert_used_by(&program);
    thread::scope(|scope| {
        let daemon = scope.spawn(move || {
            let mut peer = Peer::new(listener.accept().expect("a client").0);
            let mut calls = Vec::new();
            while let Some(call) = peer.next() {
                calls.push(describe(&call));
                if !(introduce(&peer, &call, features) || answer(&mut peer, &call)) {
                    let text = "this function is not supported by the connection driver";
                    peer.refuse(
                        &call,
                        &Error::new(ErrorCode::VIR_ERR_NO_SUPPORT, ErrorDomain::VIR_FROM_NONE, text),
                    );
                }
            }
            calls
        });
        let printed = succeed(library.command(&program).arg(&uri).args(arguments)).stdout;
        let calls = daemon.join().expect("a daemon");
        Conversation { printed: printed.replace(&path.display().to_string(), "SOCKET"), calls }
    })
}

/// A call by its name and what it says.
fn describe(call: &Packet) -> String {
    let procedure = Program::find(call.header.prog).and_then(|program| program.procedure(call.header.proc));
    format!("{} {:02x?}", procedure.map_or("nothing known", |it| it.name), call.payload())
}

/// Answers the calls that open and close a connection.
fn introduce(peer: &Peer, call: &Packet, features: &[i32]) -> bool {
    let number = call.header.proc;
    if call.header.prog != procedure::PROGRAM.number {
        return false;
    }
    if number == procedure::AUTH_LIST.number {
        peer.reply(call, &remote::AuthListRet { types: vec![remote::AuthType::NONE] });
    } else if number == procedure::CONNECT_SUPPORTS_FEATURE.number {
        let args = call.decode::<remote::ConnectSupportsFeatureArgs>().expect("arguments");
        let supported = features.contains(&args.feature).into();
        peer.reply(call, &remote::ConnectSupportsFeatureRet { supported });
    } else if [procedure::CONNECT_OPEN.number, procedure::CONNECT_CLOSE.number].contains(&number) {
        peer.reply(call, &());
    } else {
        return false;
    }
    true
}
