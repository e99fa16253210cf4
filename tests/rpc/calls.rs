//! Calls and their replies: from many threads, in any order, with file descriptors.

#![forbid(unsafe_code)]

use std::io::Read;
use std::os::fd::AsFd;
use std::sync::mpsc;
use std::thread;

use virt::error::{Error, ErrorCode, ErrorDomain};
use virt::rpc::message::{self, Header, Packet, Status, Type};
use virt::rpc::protocol::remote::{self, procedure};
use virt::rpc::xdr::Xdr;

use super::peer::{Heard, connected, event, pipe, reply, rtc, writes_to};
use super::recorded;

fn lookup(id: i32) -> remote::DomainLookupByIdArgs {
    remote::DomainLookupByIdArgs { id }
}

fn found(id: i32) -> remote::DomainLookupByIdRet {
    let dom = remote::NonnullDomain { name: format!("guest{id}"), uuid: [9; 16], id };
    remote::DomainLookupByIdRet { dom }
}

/// The beginning of a recorded conversation, said again: the same bytes go out.
#[test]
fn opening_sends_what_the_original_sends() {
    let (client, mut peer, _) = connected();
    let recorded = recorded::packets("12-keepalive.txt");
    let daemon = thread::spawn(move || {
        for packet in &recorded[..10] {
            if packet.by_client {
                let call = peer.call();
                let sent = [&packet.bytes[4..28], call.payload()].concat();
                let mut header = Vec::new();
                Header::encode(&call.header, &mut header).expect("fits");
                assert_eq!([header.as_slice(), call.payload()].concat(), sent);
                assert_eq!(packet.bytes[28..], *call.payload());
            } else {
                peer.say(&packet.bytes);
            }
        }
    });
    let types = client.call(procedure::AUTH_LIST, &()).expect("a reply").types;
    assert_eq!(types, [remote::AuthType::NONE]);
    let supports = |feature| {
        let args = remote::ConnectSupportsFeatureArgs { feature };
        client.call(procedure::CONNECT_SUPPORTS_FEATURE, &args).expect("a reply").supported
    };
    assert_eq!(supports(10), 1);
    let args = remote::ConnectOpenArgs { name: Some("test:///default".to_owned()), flags: 0 };
    client.call(procedure::CONNECT_OPEN, &args).expect("a reply");
    assert_eq!((supports(14), supports(15)), (1, 1));
    daemon.join().expect("the same bytes");
}

#[test]
fn replies_come_in_any_order() {
    let (client, mut peer, _) = connected();
    thread::scope(|scope| {
        let callers = [1, 2, 3].map(|id| {
            let client = &client;
            scope.spawn(move || client.call(procedure::DOMAIN_LOOKUP_BY_ID, &lookup(id)))
        });
        let calls = [(); 3].map(|()| peer.call());
        for call in calls.iter().rev() {
            let args = call.decode::<remote::DomainLookupByIdArgs>().expect("arguments");
            peer.reply(call, &found(args.id));
        }
        let replies = callers.map(|caller| caller.join().expect("no panic").expect("a reply"));
        assert_eq!(replies, [found(1), found(2), found(3)]);
    });
}

#[test]
fn two_calls_go_out_without_a_wait() {
    let (client, mut peer, _) = connected();
    thread::scope(|scope| {
        let both = scope.spawn(|| {
            let look_up = procedure::DOMAIN_LOOKUP_BY_ID;
            client.call_both((look_up, &lookup(1)), (procedure::DOMAIN_GET_INFO, &info()))
        });
        let [first, second] = [(); 2].map(|()| peer.call());
        assert_eq!((first.header.serial, second.header.serial), (0, 1));
        let refusal = Error::new(ErrorCode::VIR_ERR_NO_DOMAIN, ErrorDomain::VIR_FROM_TEST, "gone");
        peer.refuse(&second, &refusal);
        peer.reply(&first, &found(1));
        let (first, second) = both.join().expect("no panic").expect("both are sent");
        assert_eq!(first.expect("a reply"), found(1));
        assert_eq!(second.expect_err("a refusal").code(), ErrorCode::VIR_ERR_NO_DOMAIN);

        // The end of the connection is the end of both.
        let both = scope.spawn(|| {
            let [first, second] = [procedure::DOMAIN_LOOKUP_BY_ID, procedure::DOMAIN_LOOKUP_BY_ID];
            client.call_both((first, &lookup(1)), (second, &lookup(2)))
        });
        let calls = [(); 2].map(|()| peer.call());
        peer.reply(&calls[0], &found(1));
        peer.hang_up();
        let (first, second) = both.join().expect("no panic").expect("both are sent");
        assert_eq!((first.expect("a reply"), second.is_err()), (found(1), true));
    });
}

fn info() -> remote::DomainGetInfoArgs {
    remote::DomainGetInfoArgs { dom: found(1).dom }
}

#[test]
fn sixteen_threads_get_their_own_replies() {
    const THREADS: i32 = 16;
    const CALLS: i32 = 1000;
    let (client, mut peer, record) = connected();
    let daemon = thread::spawn(move || {
        let mut seen = 0;
        while let Some(first) = peer.next() {
            // What is there is answered together, the last first.
            let mut calls = vec![first];
            while calls.len() < 5
                && let Some(more) = peer.try_next()
            {
                calls.push(more);
            }
            seen += calls.len() as i64;
            let mut bytes = event(&procedure::DOMAIN_EVENT_CALLBACK_RTC_CHANGE, &rtc(seen));
            for call in calls.iter().rev() {
                let args = call.decode::<remote::DomainLookupByIdArgs>().expect("arguments");
                bytes.extend(reply(call, &found(args.id)));
            }
            peer.say(&bytes);
        }
    });
    thread::scope(|scope| {
        for number in 0..THREADS {
            let client = &client;
            scope.spawn(move || {
                for call in 0..CALLS {
                    let id = number * CALLS + call;
                    let reply = client.call(procedure::DOMAIN_LOOKUP_BY_ID, &lookup(id));
                    assert_eq!(reply.expect("a reply"), found(id));
                }
            });
        }
    });
    client.close();
    daemon.join().expect("no panic");
    let told: Vec<_> = record
        .heard()
        .into_iter()
        .filter_map(|it| match it {
            Heard::Rtc(offset) => Some(offset),
            _ => None,
        })
        .collect();
    assert!(told.is_sorted() && !told.is_empty(), "{told:?}");
}

/// As libvirtd does it: with so many calls in its hands it reads nothing more, and what is sent has to wait.
#[test]
fn a_daemon_takes_a_few_calls_at_a_time() {
    const LIMIT: usize = 5;
    const THREADS: usize = 16;
    const CALLS: usize = 20;
    let (client, mut peer, record) = connected();
    let long = "x".repeat(50_000);
    let daemon = thread::spawn(move || {
        let mut calls: Vec<Packet> = Vec::new();
        for answered in 0..THREADS * CALLS {
            while calls.len() < LIMIT.min(THREADS * CALLS - answered) {
                // With fewer threads left than the limit no more come.
                match if calls.is_empty() { peer.next() } else { peer.try_next() } {
                    Some(call) => calls.push(call),
                    None => break,
                }
            }
            peer.event(&procedure::DOMAIN_EVENT_CALLBACK_RTC_CHANGE, &rtc(answered as i64));
            let call = calls.pop().expect("a call");
            let args = call.decode::<remote::DomainDefineXmlArgs>().expect("arguments");
            let id = args.xml.trim_start_matches('x').parse().expect("a number");
            let dom = found(id).dom;
            peer.reply(&call, &remote::DomainDefineXmlRet { dom });
        }
    });
    thread::scope(|scope| {
        for thread in 0..THREADS {
            let (client, long) = (&client, &long);
            scope.spawn(move || {
                for call in 0..CALLS {
                    let id = (thread * CALLS + call) as i32;
                    let args = remote::DomainDefineXmlArgs { xml: format!("{long}{id}") };
                    let reply = client.call(procedure::DOMAIN_DEFINE_XML, &args).expect("a reply");
                    assert_eq!(reply.dom, found(id).dom);
                }
            });
        }
    });
    daemon.join().expect("no panic");
    assert_eq!(record.heard(), (0..(THREADS * CALLS) as i64).map(Heard::Rtc).collect::<Vec<_>>());
}

#[test]
fn a_long_call_is_passed_by_others_and_by_events() {
    let (client, mut peer, record) = connected();
    thread::scope(|scope| {
        let long = scope.spawn(|| client.call(procedure::DOMAIN_LOOKUP_BY_ID, &lookup(0)));
        let first = peer.call();
        for id in 1..50 {
            let other = scope.spawn({
                let client = &client;
                move || client.call(procedure::DOMAIN_LOOKUP_BY_ID, &lookup(id))
            });
            let call = peer.call();
            peer.event(&procedure::DOMAIN_EVENT_CALLBACK_RTC_CHANGE, &rtc(id.into()));
            peer.reply(&call, &found(id));
            assert_eq!(other.join().expect("no panic").expect("a reply"), found(id));
            // It came before the reply, so it was told before.
            assert_eq!(record.heard().last(), Some(&Heard::Rtc(id.into())));
        }
        assert!(!long.is_finished());
        peer.reply(&first, &found(0));
        assert_eq!(long.join().expect("no panic").expect("a reply"), found(0));
    });
}

#[test]
fn an_error_is_the_daemons() {
    let (client, mut peer, _) = connected();
    let refused = Error::new(ErrorCode::VIR_ERR_NO_DOMAIN, ErrorDomain::VIR_FROM_TEST, "no domain");
    thread::scope(|scope| {
        let caller = scope.spawn(|| client.call(procedure::DOMAIN_LOOKUP_BY_ID, &lookup(1)));
        let call = peer.call();
        peer.refuse(&call, &refused);
        let error = caller.join().expect("no panic").unwrap_err();
        assert_eq!(error.detail().texts, refused.detail().texts);
        assert_eq!((error.code(), error.message()), (refused.code(), refused.message()));
        assert_eq!(error.detail().domain, ErrorDomain::VIR_FROM_TEST);
    });
}

/// A reply that does not fit fails its call, and no other.
#[test]
fn a_reply_can_be_wrong() {
    let (client, mut peer, record) = connected();
    let mut error_of = |change: fn(&mut Header), payload: &[u8]| {
        thread::scope(|scope| {
            let caller = scope.spawn(|| client.call(procedure::DOMAIN_LOOKUP_BY_ID, &lookup(1)));
            let mut header = Header { r#type: Type::REPLY, ..peer.call().header };
            change(&mut header);
            peer.say(&message::encode_raw(&header, payload).expect("fits"));
            let error = caller.join().expect("no panic").unwrap_err();
            assert_eq!(error.code(), ErrorCode::VIR_ERR_RPC);
            error.message().to_owned()
        })
    };
    assert_eq!(error_of(|_| {}, &[]), "Unable to decode message payload");
    assert_eq!(error_of(|it| it.proc = 99, &[]), "Unexpected message proc 99 != 22");
    assert_eq!(error_of(|it| it.status = Status::CONTINUE, &[]), "Unexpected message status 2");
    assert_eq!(error_of(|it| it.status = Status::ERROR, &[0, 0]), "Unable to decode message payload");
    assert!(client.is_open() && record.heard().is_empty());
}

#[test]
fn what_is_too_long_is_not_sent() {
    let (client, _peer, _) = connected();
    let args = remote::DomainDefineXmlArgs { xml: "x".repeat(remote::STRING_MAX + 1) };
    let error = client.call(procedure::DOMAIN_DEFINE_XML, &args).unwrap_err();
    assert_eq!((error.code(), error.message()), (ErrorCode::VIR_ERR_RPC, "Unable to encode message payload"));
    assert!(client.is_open());
}

/// More than the socket takes at once, both ways and at the same time.
#[test]
fn long_messages_pass_each_other() {
    let (client, mut peer, _) = connected();
    let long = "x".repeat(remote::STRING_MAX);
    let daemon = thread::spawn({
        let long = long.clone();
        move || {
            for _ in 0..6 {
                let call = peer.call();
                assert!(call.payload().len() > remote::STRING_MAX);
                peer.reply(&call, &remote::DomainGetXmlDescRet { xml: long.clone() });
            }
        }
    });
    thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                for _ in 0..2 {
                    let dom = remote::NonnullDomain { name: long.clone(), uuid: [0; 16], id: -1 };
                    let args = remote::DomainGetXmlDescArgs { dom, flags: 0 };
                    let reply = client.call(procedure::DOMAIN_GET_XML_DESC, &args).expect("a reply");
                    assert_eq!(reply.xml.len(), long.len());
                }
            });
        }
    });
    daemon.join().expect("no panic");
}

#[test]
fn file_descriptors_go_both_ways() {
    let (client, mut peer, _) = connected();
    let args = remote::DomainOpenGraphicsFdArgs { dom: found(1).dom, idx: 0, flags: 0 };
    let (ours, theirs) = pipe();
    let (mut answer, back) = pipe();
    thread::scope(|scope| {
        let caller = scope.spawn(|| {
            client.call_with_fds(procedure::DOMAIN_OPEN_GRAPHICS_FD, &args, &[theirs.as_fd(), back.as_fd()])
        });
        let call = peer.call();
        assert_eq!(call.header.r#type, Type::CALL_WITH_FDS);
        let [to, from] = &call.fds[..] else { panic!("{} descriptors", call.fds.len()) };
        writes_to(to, b"there");
        let header = Header { r#type: Type::REPLY_WITH_FDS, ..call.header.clone() };
        peer.say(&message::encode::<()>(&header, 1, &()).expect("fits"));
        peer.fd(ours.as_fd());
        let ((), fds) = caller.join().expect("no panic").expect("a reply");
        let mut text = [0; 5];
        let mut received = std::fs::File::from(fds.into_iter().next().expect("a descriptor"));
        received.read_exact(&mut text).expect("bytes");
        assert_eq!(&text, b"there");
        writes_to(from, b"back");
        let mut text = [0; 4];
        answer.read_exact(&mut text).expect("bytes");
        assert_eq!(&text, b"back");
    });
    // The connection goes on after it.
    thread::scope(|scope| {
        let caller = scope.spawn(|| client.call(procedure::DOMAIN_LOOKUP_BY_ID, &lookup(1)));
        let call = peer.call();
        peer.reply(&call, &found(1));
        assert!(caller.join().expect("no panic").is_ok());
    });
}

/// Closing from elsewhere ends a call that waits.
#[test]
fn a_call_that_waits_can_be_ended() {
    let (client, mut peer, record) = connected();
    let (sender, receiver) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..2 {
            let sender = sender.clone();
            let client = &client;
            scope.spawn(move || sender.send(client.call(procedure::DOMAIN_LOOKUP_BY_ID, &lookup(1))));
        }
        let _calls = [peer.call(), peer.call()];
        client.close();
        for _ in 0..2 {
            let error = receiver.recv().expect("an outcome").unwrap_err();
            assert_eq!(error.message(), "internal error: client socket is closed");
        }
    });
    assert!(peer.next().is_none());
    assert_eq!(record.wait(1).len(), 1);
}
