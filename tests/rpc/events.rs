//! What comes by itself: events, keepalive, and who reads when nobody waits.

#![forbid(unsafe_code)]

use std::sync::{Arc, OnceLock, Weak};
use std::thread;
use std::time::Duration;

use virt::error::Error;
use virt::rpc::client::{Client, CloseReason, Sink};
use virt::rpc::message::{Packet, Type};
use virt::rpc::protocol::{keepalive, remote::procedure};

use super::peer::{Heard, Peer, connected, connected_to, event, rtc, run_event_loop};

fn pong(peer: &mut Peer) {
    let packet = peer.next().expect("an answer");
    assert_eq!(packet.header.r#type, Type::MESSAGE);
    assert_eq!(packet.header.prog, keepalive::procedure::PROGRAM.number);
    assert_eq!((packet.header.proc, packet.header.serial), (keepalive::procedure::PONG.number, 0));
}

#[test]
fn a_waiting_thread_tells_events_and_answers_pings() {
    let (client, mut peer, record) = connected();
    thread::scope(|scope| {
        let caller = scope.spawn(|| client.call(procedure::AUTH_LIST, &()));
        let call = peer.call();
        for offset in 0..3 {
            peer.event(&procedure::DOMAIN_EVENT_CALLBACK_RTC_CHANGE, &rtc(offset));
            peer.event(&keepalive::procedure::PING, &());
            pong(&mut peer);
            assert_eq!(record.wait(offset as usize + 1).last(), Some(&Heard::Rtc(offset)));
        }
        peer.reply(&call, &virt::rpc::protocol::remote::AuthListRet { types: Vec::new() });
        assert!(caller.join().expect("no panic").is_ok());
    });
}

#[test]
fn the_event_loop_reads_when_nobody_waits() {
    run_event_loop();
    let (client, mut peer, record) = connected();
    for round in 0..3 {
        let bytes: Vec<_> = (0..100)
            .flat_map(|it| event(&procedure::DOMAIN_EVENT_CALLBACK_RTC_CHANGE, &rtc(round * 100 + it)))
            .collect();
        peer.say(&bytes);
        peer.event(&keepalive::procedure::PING, &());
        pong(&mut peer);
        let expected: Vec<_> = (0..(round + 1) * 100).map(Heard::Rtc).collect();
        assert_eq!(record.wait(expected.len()), expected);
        // A call takes the reading from the loop and gives it back.
        thread::scope(|scope| {
            let caller = scope.spawn(|| client.call(procedure::CONNECT_CLOSE, &()));
            let call = peer.call();
            peer.reply(&call, &());
            assert!(caller.join().expect("no panic").is_ok());
        });
    }
    peer.hang_up();
    let text = "End of file while reading data: Input/output error".to_owned();
    let closed = Heard::Closed(CloseReason::VIR_CONNECT_CLOSE_REASON_EOF, text);
    assert_eq!(record.wait(301).last(), Some(&closed));
    assert!(!client.is_open());
}

#[test]
fn a_silent_peer_is_asked_and_given_up() {
    run_event_loop();
    let (client, mut peer, record) = connected();
    client.set_keepalive(Some(Duration::from_millis(20)), 3).expect("there is an event loop");
    let mut ping = || {
        let packet = peer.next()?;
        assert_eq!(packet.header.prog, keepalive::procedure::PROGRAM.number);
        assert_eq!((packet.header.proc, packet.header.serial), (keepalive::procedure::PING.number, 0));
        Some(())
    };
    let mut pings = 0;
    while ping().is_some() {
        pings += 1;
    }
    assert_eq!(pings, 3);
    let text = "internal error: connection closed due to keepalive timeout".to_owned();
    assert_eq!(record.wait(1), [Heard::Closed(CloseReason::VIR_CONNECT_CLOSE_REASON_KEEPALIVE, text)]);
}

#[test]
fn a_call_that_waits_hears_that_the_peer_is_given_up() {
    run_event_loop();
    let (client, mut peer, record) = connected();
    client.set_keepalive(Some(Duration::from_millis(20)), 1).expect("there is an event loop");
    let answered = thread::spawn(move || {
        // An answer begins the count again.
        for _ in 0..5 {
            while peer.next().expect("a ping").header.r#type != Type::MESSAGE {}
            peer.event(&keepalive::procedure::PONG, &());
        }
        while peer.next().is_some() {}
    });
    let error = client.call(procedure::AUTH_LIST, &()).unwrap_err();
    assert_eq!(error.message(), "internal error: connection closed due to keepalive timeout");
    answered.join().expect("five pings");
    assert_eq!(record.wait(1).len(), 1);
}

#[test]
fn keepalive_can_be_ended() {
    run_event_loop();
    let (client, mut peer, _) = connected();
    client.set_keepalive(Some(Duration::from_millis(10)), 0).expect("there is an event loop");
    let (second, mut other, record) = connected();
    second.set_keepalive(Some(Duration::from_secs(3600)), 5).expect("there is an event loop");
    second.set_keepalive(None, 0).expect("nothing is needed");
    other.event(&procedure::DOMAIN_EVENT_CALLBACK_RTC_CHANGE, &rtc(1));
    assert_eq!(record.wait(1), [Heard::Rtc(1)]);
    // The last values count.
    second.set_keepalive(Some(Duration::from_secs(3600)), 5).expect("there is an event loop");
    second.set_keepalive(Some(Duration::from_millis(10)), 1).expect("there is an event loop");
    assert_eq!(other.next().expect("a ping").header.proc, keepalive::procedure::PING.number);
    assert!(other.next().is_none());
    // Without a count silence alone is the end, and nobody is asked.
    assert!(peer.next().is_none());
}

/// Calls the client out of an event, which cannot work.
#[derive(Default)]
struct Calling {
    client: OnceLock<Weak<Client>>,
    outcome: OnceLock<String>,
}

impl Sink for Calling {
    fn event(&self, _: Packet) {
        let client = self.client.get().and_then(Weak::upgrade).expect("a client");
        let error = client.call(procedure::AUTH_LIST, &()).unwrap_err();
        self.outcome.set(error.message().to_owned()).expect("one event");
    }

    fn closed(&self, _: CloseReason, _: &Error) {}
}

#[test]
fn a_sink_that_calls_gets_an_error_and_no_deadlock() {
    let sink = Arc::new(Calling::default());
    let (client, mut peer) = connected_to(sink.clone());
    sink.client.set(Arc::downgrade(&client)).expect("not set");
    thread::scope(|scope| {
        let caller = scope.spawn(|| client.call(procedure::CONNECT_CLOSE, &()));
        let call = peer.call();
        peer.event(&procedure::DOMAIN_EVENT_CALLBACK_RTC_CHANGE, &rtc(1));
        peer.reply(&call, &());
        assert!(caller.join().expect("no panic").is_ok());
    });
    assert!(sink.outcome.get().is_some_and(|text| text.contains("a call out of the handling of a message")));
}

/// Panics at every event.
struct Panicking;

impl Sink for Panicking {
    fn event(&self, _: Packet) {
        panic!("as planned");
    }

    fn closed(&self, _: CloseReason, _: &Error) {}
}

#[test]
fn a_panic_of_the_reader_does_not_stop_the_others() {
    let (client, mut peer) = connected_to(Arc::new(Panicking));
    thread::scope(|scope| {
        let first = scope.spawn(|| client.call(procedure::CONNECT_CLOSE, &()));
        let call = peer.call();
        let second = scope.spawn(|| client.call(procedure::CONNECT_CLOSE, &()));
        let other = peer.call();
        peer.event(&procedure::DOMAIN_EVENT_CALLBACK_RTC_CHANGE, &rtc(1));
        peer.reply(&call, &());
        peer.reply(&other, &());
        let outcomes = [first.join(), second.join()];
        assert_eq!(outcomes.iter().filter(|outcome| matches!(outcome, Ok(Ok(())))).count(), 1);
    });
}
