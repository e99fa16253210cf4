//! Events of a scripted daemon: registrations counted, order kept, and nonsense survived.

#![forbid(unsafe_code)]

use std::os::unix::net::UnixListener;
use std::sync::{Arc, mpsc};
use std::thread;

use virt::connect::Connect;
use virt::event::domain::DomainEvent;
use virt::event::{About, Class, Event, Lent, Listener, Owner, Subscription, Topic};
use virt::ident::{DomainKey, Name, Uuid};
use virt::rpc::message::{self, Header, Packet, Status, Type};
use virt::rpc::protocol::remote::{self, procedure};

use super::nonsense;
use super::peer::{DEADLINE, Peer, run_event_loop};

const GUEST: [u8; 16] = [7; 16];

fn dom() -> remote::NonnullDomain {
    remote::NonnullDomain { name: "guest".to_owned(), uuid: GUEST, id: 1 }
}

/// A registration that passes on what it is told.
pub struct Told(pub &'static str, pub mpsc::Sender<(&'static str, DomainEvent)>);

impl Listener for Told {
    fn tell(&self, event: &Event, _lent: &mut Lent) {
        let Event::Domain(_, event) = event else { panic!("{event:?}") };
        self.1.send((self.0, event.clone())).expect("somebody waits");
    }

    fn refuse(self: Box<Self>) {
        panic!("refused");
    }
}

/// A daemon's side of a connection that is open, and the program's.
pub fn opened() -> (Arc<Connect>, Peer) {
    run_event_loop();
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("sock");
    let listener = UnixListener::bind(&path).expect("a socket");
    let daemon = thread::spawn(move || {
        let mut peer = Peer::new(listener.accept().expect("a client").0);
        let call = peer.call();
        peer.reply(&call, &remote::AuthListRet { types: vec![remote::AuthType::NONE] });
        for feature in [10, 0, 14, 15] {
            let call = peer.call();
            if feature == 0 {
                peer.reply(&call, &());
            } else {
                let args = call.decode::<remote::ConnectSupportsFeatureArgs>().expect("arguments");
                assert_eq!(args.feature, feature);
                peer.reply(&call, &remote::ConnectSupportsFeatureRet { supported: 1 });
            }
        }
        peer
    });
    let uri = format!("test+unix:///default?socket={}", path.display());
    let conn = Connect::open(Some(&uri), 0).expect("open");
    (conn, daemon.join().expect("a daemon"))
}

fn graphics(callback_id: i32, identities: usize) -> remote::DomainEventCallbackGraphicsMsg {
    let address =
        || remote::DomainEventGraphicsAddress { family: 0, node: String::new(), service: "1".to_owned() };
    let identity = remote::DomainEventGraphicsIdentity { r#type: "sasl".to_owned(), name: "user".to_owned() };
    let msg = remote::DomainEventGraphicsMsg {
        dom: dom(),
        phase: 0,
        local: address(),
        remote: address(),
        auth_scheme: "none".to_owned(),
        subject: vec![identity; identities],
    };
    remote::DomainEventCallbackGraphicsMsg { callback_id, msg }
}

pub fn rtc(callback_id: i32, offset: i64) -> remote::DomainEventCallbackRtcChangeMsg {
    let msg = remote::DomainEventRtcChangeMsg { dom: dom(), offset };
    remote::DomainEventCallbackRtcChangeMsg { callback_id, msg }
}

/// A message of a procedure with bytes that its type does not allow.
fn raw(number: i32, payload: &[u8]) -> Vec<u8> {
    nonsense::message(&procedure::PROGRAM, number, payload)
}

pub fn answer_registration(
    peer: &mut Peer,
    callback_id: i32,
) -> remote::ConnectDomainEventCallbackRegisterAnyArgs {
    let call: Packet = peer.call();
    assert_eq!(call.header.proc, procedure::CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY.number);
    peer.reply(&call, &remote::ConnectDomainEventCallbackRegisterAnyRet { callback_id });
    call.decode::<remote::ConnectDomainEventCallbackRegisterAnyArgs>().expect("arguments")
}

/// GFX-14, GFX-15, GFX-16, GFX-17, GFX-18, IOE-7, WDG-5, RTC-9, RUN-1
#[test]
fn nonsense_costs_its_message_and_nothing_else() {
    let (conn, mut peer) = opened();
    let events = Arc::clone(conn.driver().events(Class::Domain).expect("events"));
    let (told, heard) = mpsc::channel();
    let register = |name, id, object: Option<About>, function| {
        let topic = Topic::new(Class::Domain, id).expect("an event");
        let listener = Box::new(Told(name, told.clone()));
        let owner = Owner(1);
        let subscription = Subscription {
            topic,
            object,
            filter: None,
            listener,
            owner,
            function: Some(function),
            old_style: false,
        };
        events.register(subscription).expect("registered")
    };
    let name = Name::new("guest").expect("a name");
    let guest = Some(About::Domain(DomainKey { name, uuid: Uuid::from_bytes(GUEST), id: None }));
    thread::scope(|scope| {
        // The second and third are one registration at the daemon each with the first and the fourth.
        let daemon = scope.spawn(|| {
            let graphics_args = answer_registration(&mut peer, 5);
            assert_eq!((graphics_args.event_id, graphics_args.dom), (5, None));
            // A message overtakes the reply with its number.
            let call = peer.call();
            peer.event(&procedure::DOMAIN_EVENT_CALLBACK_RTC_CHANGE, &rtc(2, 1));
            peer.event(&procedure::DOMAIN_EVENT_CALLBACK_GRAPHICS, &graphics(5, 1));
            peer.reply(&call, &remote::ConnectDomainEventCallbackRegisterAnyRet { callback_id: 2 });
            let one = answer_registration(&mut peer, 3);
            assert_eq!(one.dom.expect("one domain").uuid, GUEST);
            peer
        });
        register("graphics", 5, None, 1);
        register("all", 2, None, 1);
        register("all too", 2, None, 2);
        register("one", 2, guest, 1);
        let peer = daemon.join().expect("no panic");
        let next = || heard.recv_timeout(DEADLINE).expect("an event");
        let first = [next(), next()];
        // "all too" came meanwhile, or is told as well.
        assert_eq!(first[0], ("all", DomainEvent::RtcChange { offset_s: 1 }));
        let mut seen = first[1].clone();
        if seen.0 == "all too" {
            seen = next();
        }
        assert!(matches!(seen, ("graphics", DomainEvent::Graphics(_))), "{seen:?}");

        let graphics_number = procedure::DOMAIN_EVENT_CALLBACK_GRAPHICS.number;
        let good = message::encode::<remote::DomainEventCallbackGraphicsMsg>(
            &Header {
                prog: procedure::PROGRAM.number,
                vers: procedure::PROGRAM.version,
                proc: graphics_number,
                r#type: Type::MESSAGE,
                serial: 1,
                status: Status::OK,
            },
            0,
            &graphics(5, 20),
        )
        .expect("fits");
        // One identity more than there may be; then a length that is negative; then too few bytes.
        let mut payload = good[28..].to_vec();
        let identity = payload[payload.len() - 16..].to_vec();
        let count = payload.len() - 20 * 16 - 4;
        payload[count..count + 4].copy_from_slice(&21_u32.to_be_bytes());
        payload.extend(identity);
        peer.say(&raw(graphics_number, &payload));
        payload[count..count + 4].copy_from_slice(&(-1_i32).to_be_bytes());
        peer.say(&raw(graphics_number, &payload));
        peer.say(&raw(graphics_number, &good[28..good.len() - 4]));
        for number in [
            procedure::DOMAIN_EVENT_CALLBACK_RTC_CHANGE.number,
            procedure::DOMAIN_EVENT_CALLBACK_WATCHDOG.number,
            procedure::DOMAIN_EVENT_CALLBACK_IO_ERROR.number,
            procedure::DOMAIN_EVENT_CALLBACK_IO_ERROR_REASON.number,
            100_000,
            -1,
        ] {
            peer.say(&raw(number, &[0, 0, 0, 2, 0xff, 0xff, 0xff, 0xff]));
        }
        // Numbers that nobody has, and one that is of another event.
        for number in [99, -1, 5] {
            peer.event(&procedure::DOMAIN_EVENT_CALLBACK_RTC_CHANGE, &rtc(number, 2));
        }
        peer.say(&good);
        peer.event(&procedure::DOMAIN_EVENT_CALLBACK_RTC_CHANGE, &rtc(2, 3));
        peer.event(&procedure::DOMAIN_EVENT_CALLBACK_RTC_CHANGE, &rtc(3, 4));
        let event = next();
        assert!(
            matches!(&event, ("graphics", DomainEvent::Graphics(it)) if it.subject.len() == 20),
            "{event:?}"
        );
        assert_eq!(next(), ("all", DomainEvent::RtcChange { offset_s: 3 }));
        assert_eq!(next(), ("all too", DomainEvent::RtcChange { offset_s: 3 }));
        assert_eq!(next(), ("one", DomainEvent::RtcChange { offset_s: 4 }));
        assert!(conn.driver().connect_is_alive().expect("an answer"));
        peer.hang_up();
    });
}
