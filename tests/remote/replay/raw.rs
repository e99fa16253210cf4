//! The recordings of a bare client, which knows nothing of features and says some things that are wrong. Ours is the
//! core of the client; what it would not say it does not, and hears the daemon's answer as one to what it does say.

#![forbid(unsafe_code)]

use std::os::unix::net::UnixStream;
use std::sync::{Arc, mpsc};
use std::thread;

use virt::error::{Error, ErrorCode};
use virt::rpc::client::Client;
use virt::rpc::message::{self, Header, MessageError, Status, Type};
use virt::rpc::protocol::remote::{self, procedure};
use virt::rpc::transport::UnixTransport;
use virt::rpc::xdr::{Decoder, Xdr};

use super::play::Player;
use crate::peer::{Heard, PROGRAMS, Peer, Record, connected};
use crate::recorded::{Said, conversations};

/// Plays the daemon of `recording` to a client of `core`, which is then gone.
fn replay(recording: &str, core: impl FnOnce(&Client, &Record)) {
    let lines = conversations(recording).remove(0);
    let (ours, theirs) = UnixStream::pair().expect("a socket pair");
    let record = Arc::new(Record::default());
    let client = Client::new(UnixTransport::new(ours).expect("a transport"), PROGRAMS, record.clone());
    thread::scope(|scope| {
        let daemon = scope.spawn(|| Player::new(theirs).play(&lines, || ()));
        core(&client, &record);
        client.close();
        daemon.join().expect("no panic").unwrap_or_else(|report| panic!("{recording}: {report}"));
    });
}

fn auth_list(client: &Client) {
    let types = client.call(procedure::AUTH_LIST, &()).expect("a list").types;
    assert_eq!(types, [remote::AuthType::NONE]);
}

fn open(client: &Client, name: &str, flags: u32) -> Result<(), Error> {
    client.call(procedure::CONNECT_OPEN, &remote::ConnectOpenArgs { name: Some(name.to_owned()), flags })
}

/// The original's old style: one registration for each kind, without a number.
#[test]
fn old_style_events() {
    replay("18-old-style-events-raw.txt", |client, record| {
        auth_list(client);
        open(client, "test:///default", 0).expect("open");
        let count = client.call(procedure::CONNECT_DOMAIN_EVENT_REGISTER, &()).expect("registered");
        assert_eq!(count.cb_registered, 0);
        let register = |event_id| {
            let args = remote::ConnectDomainEventRegisterAnyArgs { event_id };
            client.call(procedure::CONNECT_DOMAIN_EVENT_REGISTER_ANY, &args)
        };
        let deregister = |event_id| {
            let args = remote::ConnectDomainEventDeregisterAnyArgs { event_id };
            client.call(procedure::CONNECT_DOMAIN_EVENT_DEREGISTER_ANY, &args)
        };
        let refused = |outcome: Result<(), Error>, text: &str| {
            let error = outcome.expect_err("refused");
            assert_eq!(error.code(), ErrorCode::VIR_ERR_INTERNAL_ERROR);
            assert_eq!(error.message(), format!("internal error: {text}"));
        };
        register(1).expect("registered");
        let uuid = 0x6695_eb01_f6a4_8304_79aa_97f2_502e_193f_u128.to_be_bytes();
        let dom = || remote::NonnullDomain { name: "test".to_owned(), uuid, id: 1 };
        client.call(procedure::DOMAIN_SUSPEND, &remote::DomainSuspendArgs { dom: dom() }).expect("suspended");
        client.call(procedure::DOMAIN_RESUME, &remote::DomainResumeArgs { dom: dom() }).expect("resumed");
        let count = client.call(procedure::CONNECT_DOMAIN_EVENT_DEREGISTER, &()).expect("deregistered");
        assert_eq!(count.cb_registered, 0);
        // The messages came before that reply.
        assert_eq!(record.heard(), [(); 2].map(|()| Heard::Other(procedure::DOMAIN_EVENT_LIFECYCLE.number)));
        deregister(1).expect("deregistered");
        refused(register(16), "unsupported event ID 16");
        refused(deregister(2), "domain event 2 not registered");
        let args = remote::ConnectDomainEventCallbackRegisterAnyArgs { event_id: 27, dom: None };
        let outcome = client.call(procedure::CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY, &args);
        refused(outcome.map(drop), "unsupported event ID 27");
        let args = remote::ConnectDomainEventCallbackDeregisterAnyArgs { callback_id: 99 };
        let outcome = client.call(procedure::CONNECT_DOMAIN_EVENT_CALLBACK_DEREGISTER_ANY, &args);
        refused(outcome, "domain event callback 99 not registered");
        client.call(procedure::CONNECT_CLOSE, &()).expect("closed");
    });
}

#[test]
fn refused_openings() {
    replay("20-bad-length-raw.txt", |client, _| {
        auth_list(client);
        let error = open(client, "nosuch:///x", 0).expect_err("nobody has it");
        assert_eq!(error.code(), ErrorCode::VIR_ERR_NO_CONNECT);
        assert_eq!(error.message(), "no connection driver available for nosuch:///x");
        open(client, "test:///default", 8).expect("an unknown flag is nothing to the daemon");
    });
}

/// As 20 has it: a daemon ends a connection on which such a length comes. So does a client.
#[test]
fn refused_lengths() {
    for (length, text) in [
        (3, "packet 3 bytes received from server too small, want 4"),
        (33_554_432 + 4 + 1, "packet 33554433 bytes received from server too large, want 33554432"),
        (27, "Unable to decode message header"),
    ] {
        let (client, mut peer, _) = connected();
        thread::scope(|scope| {
            scope.spawn(|| {
                peer.call();
                let mut packet = 0_u32.to_be_bytes().repeat(7);
                packet[..4].copy_from_slice(&u32::to_be_bytes(length));
                peer.say(&packet);
                assert!(peer.next().is_none(), "the client goes");
            });
            let error = client.call(procedure::AUTH_LIST, &()).expect_err("no reply");
            assert!(error.message().contains(text), "{length}: {error}");
        });
        assert!(!client.is_open());
    }
}

/// What the daemon said to nonsense is understood: as the answer to a call of ours, for which it is said again, the
/// whole error arrives. As it was recorded it fits no call of ours: it ends the connection, or, if the serial happens to
/// be that of a call, the call.
#[test]
fn answers_to_nonsense() {
    let recording = "19-protocol-errors-raw.txt";
    let (mut errors, mut replies) = (0, 0);
    for (by_client, said) in conversations(recording).remove(0) {
        let Said::Packet(bytes) = said else { panic!("{said:?}") };
        let header = Header::decode(&mut Decoder::new(&bytes[4..])).expect("a header");
        if by_client || header.r#type != Type::REPLY {
            continue;
        }
        let (client, mut peer, _) = connected();
        let answer = |peer: &mut Peer| {
            let call = peer.call();
            let header = Header { r#type: Type::REPLY, status: header.status, ..call.header };
            peer.say(&message::encode_raw(&header, &bytes[28..]).expect("fits"));
        };
        thread::scope(|scope| {
            scope.spawn(|| answer(&mut peer));
            let outcome = client.call(procedure::CONNECT_GET_HOSTNAME, &());
            if header.status == Status::ERROR {
                errors += 1;
                let mut wanted = MessageError::decode(&mut Decoder::new(&bytes[28..])).expect("an error");
                // As in the original: it is the function that the daemon lacks.
                if wanted.message.as_ref().is_some_and(|text| text.starts_with("unknown procedure")) {
                    wanted.code = ErrorCode::VIR_ERR_NO_SUPPORT as i32;
                }
                let error = outcome.expect_err("an error");
                // Back in the form of the wire: every part of it.
                assert_eq!(MessageError::from_error(&error), wanted);
            } else if header.proc == procedure::CONNECT_GET_HOSTNAME.number {
                replies += 1;
                assert_eq!(outcome.expect("a reply").hostname, "facts-host");
            }
        });
        assert!(client.is_open());
        let (told, closed) = mpsc::channel::<()>();
        thread::scope(|scope| {
            let (peer, bytes) = (&mut peer, &bytes);
            scope.spawn(move || {
                assert_eq!(peer.call().header.serial, 1);
                peer.say(bytes);
                // Until the client has heard it.
                let _ = closed.recv();
            });
            let error = client.call(procedure::AUTH_LIST, &()).expect_err("nobody knows that reply");
            let theirs = (header.prog, header.vers, header.serial);
            let fits = theirs == (procedure::PROGRAM.number, procedure::PROGRAM.version, 1);
            assert_eq!(client.is_open(), fits, "{header:?}: {error}");
            drop(told);
        });
    }
    assert_eq!((errors, replies), (14, 2));
}

/// An answer to a question that was not asked is nothing, as for the original.
#[test]
fn an_unasked_pong() {
    let lines = conversations("19-protocol-errors-raw.txt").remove(0);
    let pong = lines.iter().find_map(|(by_client, said)| match said {
        Said::Packet(bytes) if !by_client && bytes[4..8] == 0x6b65_6570_u32.to_be_bytes() => Some(bytes),
        _ => None,
    });
    let (client, mut peer, record) = connected();
    thread::scope(|scope| {
        scope.spawn(|| {
            let call = peer.call();
            peer.say(pong.expect("one"));
            peer.reply(&call, &remote::ConnectGetHostnameRet { hostname: "here".to_owned() });
        });
        assert_eq!(client.call(procedure::CONNECT_GET_HOSTNAME, &()).expect("a reply").hostname, "here");
    });
    assert!(record.heard().is_empty());
}
