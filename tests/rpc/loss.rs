//! Connections that end, wherever they do: every call fails, the right one with the right words, and the sink hears it.

#![forbid(unsafe_code)]

use std::thread;

use virt::error::ErrorCode;
use virt::rpc::client::CloseReason;
use virt::rpc::message::{self, Header, Packet, Status, Type};
use virt::rpc::protocol::remote::{self, procedure};

use super::peer::{Heard, connected, reply, rtc};

const EOF: &str = "End of file while reading data: Input/output error";

/// What two callers and the sink hear when `bytes` come after the first call, and maybe the end.
fn after(bytes: impl FnOnce(&Packet) -> Vec<u8>, end: bool) -> (Vec<(ErrorCode, String)>, Vec<Heard>) {
    let (client, mut peer, record) = connected();
    let mut errors = thread::scope(|scope| {
        let callers = [(); 2].map(|()| scope.spawn(|| client.call(procedure::CONNECT_GET_HOSTNAME, &())));
        let calls = [peer.call(), peer.call()];
        peer.say(&bytes(&calls[0]));
        if end {
            peer.hang_up();
        }
        let outcomes = callers.map(|caller| caller.join().expect("no panic"));
        outcomes.into_iter().filter_map(Result::err).collect::<Vec<_>>()
    });
    assert!(!client.is_open());
    let later = client.call(procedure::CONNECT_GET_HOSTNAME, &()).unwrap_err();
    assert_eq!(later.message(), "internal error: client socket is closed");
    let errors = errors.drain(..).map(|error| (error.code(), error.message().to_owned())).collect();
    let heard = record.wait(1);
    client.close();
    assert_eq!(record.heard(), heard, "told once");
    (errors, heard)
}

#[test]
fn a_peer_can_hang_up_at_every_byte_of_a_reply() {
    let hostname = remote::ConnectGetHostnameRet { hostname: "x".to_owned() };
    let length = 4 + 24 + 8;
    for count in 0..=length {
        let (errors, heard) = after(
            |call| {
                let bytes = reply(call, &hostname);
                assert_eq!(bytes.len(), length);
                bytes[..count].to_vec()
            },
            true,
        );
        let failed = if count == length { 1 } else { 2 };
        assert_eq!(
            errors,
            vec![(ErrorCode::VIR_ERR_SYSTEM_ERROR, EOF.to_owned()); failed],
            "after {count} bytes"
        );
        assert_eq!(heard, [Heard::Closed(CloseReason::VIR_CONNECT_CLOSE_REASON_EOF, EOF.to_owned())]);
    }
}

fn header(prog: u32, r#type: Type) -> Header {
    Header { prog, vers: 1, proc: 1, r#type, serial: 77, status: Status::OK }
}

#[test]
fn what_makes_no_sense_is_the_end() {
    let remote = procedure::PROGRAM.number;
    let packet = |header: Header| message::encode_raw(&header, &[]).expect("fits");
    let cases = [
        (vec![0, 0, 0, 3], "packet 3 bytes received from server too small, want 4"),
        (vec![0, 0, 0, 20].into_iter().chain([0; 16]).collect(), "Unable to decode message header"),
        (vec![0x80, 0, 0, 0], "packet 2147483644 bytes received from server too large, want 33554432"),
        (
            b"HTTP/1.1 400 Bad Request".to_vec(),
            "packet 1213486156 bytes received from server too large, want 33554432",
        ),
        (
            packet(header(remote, Type::REPLY)),
            "no call waiting for reply with prog 536903814 vers 1 serial 77",
        ),
        (packet(header(5, Type::MESSAGE)), "No program found for event with prog=5 vers=1"),
        (packet(header(remote, Type::CALL)), "got unexpected RPC call prog 536903814 vers 1 proc 1 type 0"),
        (packet(header(remote, Type(9))), "got unexpected RPC call prog 536903814 vers 1 proc 1 type 9"),
    ];
    for (bytes, text) in cases {
        let (errors, heard) = after(|_| bytes, false);
        assert_eq!(errors, vec![(ErrorCode::VIR_ERR_RPC, text.to_owned()); 2]);
        assert_eq!(heard, [Heard::Closed(CloseReason::VIR_CONNECT_CLOSE_REASON_ERROR, text.to_owned())]);
    }
}

#[test]
fn what_is_only_unknown_is_not_the_end() {
    let (client, mut peer, record) = connected();
    thread::scope(|scope| {
        let caller = scope.spawn(|| client.call(procedure::CONNECT_CLOSE, &()));
        let call = peer.call();
        let unknown = [
            // An event that this library does not know, for the sink to decide; a stream that is gone; keepalive.
            Header { proc: 9999, ..header(procedure::PROGRAM.number, Type::MESSAGE) },
            header(procedure::PROGRAM.number, Type::STREAM),
            header(procedure::PROGRAM.number, Type::STREAM_HOLE),
            Header {
                proc: 9,
                ..header(virt::rpc::protocol::keepalive::procedure::PROGRAM.number, Type::MESSAGE)
            },
        ];
        for header in &unknown {
            peer.say(&message::encode_raw(header, &[]).expect("fits"));
        }
        peer.reply(&call, &());
        assert!(caller.join().expect("no panic").is_ok());
    });
    assert_eq!(record.heard(), [Heard::Other(9999)]);
    assert!(client.is_open());
}

/// What came before the end is told before it.
#[test]
fn events_before_the_end_are_told() {
    let bytes = |_: &Packet| super::peer::event(&procedure::DOMAIN_EVENT_CALLBACK_RTC_CHANGE, &rtc(5));
    let (client, mut peer, record) = connected();
    thread::scope(|scope| {
        let caller = scope.spawn(|| client.call(procedure::CONNECT_CLOSE, &()));
        let call = peer.call();
        peer.say(&[bytes(&call), vec![0, 0, 0, 1]].concat());
        assert!(caller.join().expect("no panic").is_err());
    });
    let heard = record.wait(2);
    assert_eq!(heard[0], Heard::Rtc(5));
    assert!(matches!(heard[1], Heard::Closed(CloseReason::VIR_CONNECT_CLOSE_REASON_ERROR, _)));
}

#[test]
fn a_call_after_the_peer_has_gone_fails() {
    let (client, peer, record) = connected();
    drop(peer);
    let error = client.call(procedure::CONNECT_CLOSE, &()).unwrap_err();
    // The event loop of another test may have noticed before the call did.
    let texts = ["Cannot write data: Broken pipe", "internal error: client socket is closed"];
    assert!(texts.contains(&error.message()), "{error}");
    assert_eq!(record.wait(1).len(), 1);
}
