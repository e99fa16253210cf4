//! Nonsense in the form of every message that there is: each costs itself, and what comes after it arrives.

#![forbid(unsafe_code)]

use std::sync::{Arc, mpsc};
use std::thread;

use virt::event::domain::DomainEvent;
use virt::event::{Class, Owner, Subscription, Topic};
use virt::rpc::message::{self, Header, Status, Type};
use virt::rpc::protocol::remote::procedure;
use virt::rpc::protocol::{Kind, Program, qemu, remote};

use super::events::{Told, answer_registration, opened, rtc};
use super::peer::DEADLINE;

/// The number of the registration that everybody has.
const NUMBER: i32 = 7;
/// The id of the events that are listened to.
const RTC_CHANGE: i32 = 2;

/// A message of a procedure, with bytes that its type may not allow.
pub fn message(program: &Program, number: i32, payload: &[u8]) -> Vec<u8> {
    let header = Header {
        prog: program.number,
        vers: program.version,
        proc: number,
        r#type: Type::MESSAGE,
        serial: 1,
        status: Status::OK,
    };
    message::encode_raw(&header, payload).expect("fits")
}

/// Payloads that are wrong for every kind of message, or that are for nobody.
fn payloads() -> Vec<Vec<u8>> {
    let mut known = NUMBER.to_be_bytes().to_vec();
    known.extend([0xff; 60]);
    let mut for_one = NUMBER.to_be_bytes().to_vec();
    // A name of 3 bytes that is not UTF-8, then a domain and lists of nothing.
    for_one.extend([0, 0, 0, 3, 0xff, 0xfe, 0xfd, 0]);
    for_one.extend([0; 200]);
    vec![
        Vec::new(),
        vec![0; 3],
        vec![0xff; 64],
        // Lengths of 2 GiB.
        [[0x7f, 0xff, 0xff, 0xff]; 30].concat(),
        known,
        for_one,
        // A whole message of most kinds, for a registration that there is not.
        vec![0; 400],
        NUMBER.to_be_bytes().to_vec(),
    ]
}

/// GFX-14, GFX-15, GFX-16, IOE-7, WDG-5, RTC-9, RUN-1: both forms of each, and of every other event.
#[test]
fn every_kind_of_message_can_be_nonsense() {
    let (conn, mut peer) = opened();
    let events = Arc::clone(conn.driver().events(Class::Domain).expect("events"));
    let (told, heard) = mpsc::channel();
    let register = || {
        let subscription = Subscription {
            topic: Topic::new(Class::Domain, RTC_CHANGE).expect("an event"),
            object: None,
            filter: None,
            listener: Box::new(Told("", told.clone())),
            owner: Owner(1),
            function: None,
            old_style: false,
        };
        events.register(subscription).expect("registered");
    };
    thread::scope(|scope| {
        let daemon = scope.spawn(|| answer_registration(&mut peer, NUMBER));
        register();
        assert_eq!(daemon.join().expect("no panic").event_id, RTC_CHANGE);
    });
    let mut messages = 0;
    for program in [&remote::procedure::PROGRAM, &qemu::procedure::PROGRAM] {
        let kinds = program.procedures.iter().filter(|it| matches!(it.kind, Kind::Event(_)));
        // Those behind the last are not known at all.
        let unknown = [-1, 0, 1, 7777, i32::MAX, i32::MIN];
        for number in kinds.map(|it| it.number).chain(unknown) {
            for payload in payloads() {
                peer.say(&message(program, number, &payload));
            }
            messages += 1;
            peer.event(&procedure::DOMAIN_EVENT_CALLBACK_RTC_CHANGE, &rtc(NUMBER, messages));
            loop {
                let event = heard.recv_timeout(DEADLINE).expect("the event behind the nonsense").1;
                let DomainEvent::RtcChange { offset_s } = event else { panic!("{event:?}") };
                if offset_s == messages {
                    break;
                }
                // Taken for a name, a domain and an offset, some of it is an event.
                let kinds = [
                    procedure::DOMAIN_EVENT_RTC_CHANGE.number,
                    procedure::DOMAIN_EVENT_CALLBACK_RTC_CHANGE.number,
                ];
                assert!(kinds.contains(&number) && offset_s <= 0, "{offset_s} by procedure {number}");
            }
        }
    }
    assert!(messages > 55, "{messages}");
    assert!(conn.driver().connect_is_alive().expect("an answer"));
    peer.hang_up();
}
