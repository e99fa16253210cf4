//! Every kind of event of domains from a scripted daemon: one that gives registrations numbers, and one that is older and
//! has the messages of then. The program hears, and asks for, the same as with the original's library.

#![forbid(unsafe_code)]

use virt::error::{Error, ErrorDomain};
use virt::rpc::message::Packet;
use virt::rpc::protocol::remote::{self, procedure};
use virt::rpc::xdr::Xdr;

use super::peer::{Peer, event};
use super::recorded::packets;
use super::scripted::{Conversation, converse};
use super::support::{Library, assert_same_lines};

/// The ids that have messages without a number.
const OLD: i32 = 16;
/// All ids that the original 9.0 knows.
const ALL: i32 = 27;
/// The feature of a daemon that gives numbers.
const EVENT_CALLBACKS: i32 = 14;

fn dom() -> remote::NonnullDomain {
    remote::NonnullDomain { name: "guest".to_owned(), uuid: [7; 16], id: 4 }
}

/// A message of the kind `id`, for the registration `number` of a daemon that has those.
fn message(id: i32, number: Option<i32>) -> Vec<u8> {
    let text = |text: &str| text.to_owned();
    let (dom, path, alias) = (dom(), text("/images/disk"), text("virtio-disk0"));
    let address = |family, node: &str, service: &str| remote::DomainEventGraphicsAddress {
        family,
        node: text(node),
        service: text(service),
    };
    let identity =
        |kind: &str, name: &str| remote::DomainEventGraphicsIdentity { r#type: text(kind), name: text(name) };
    let params = || {
        use remote::TypedParamValue as Value;
        let param = |field: &str, value| remote::TypedParam { field: text(field), value };
        vec![param("number", Value::Ul(u64::MAX)), param("text", Value::S(text("four")))]
    };
    macro_rules! kinds {
        (
            both { $($id:literal $old:ident $message:ident $new:ident $numbered:ident
                { $($field:ident: $value:expr),* } $({ $($more:ident: $also:expr),* })?;)* }
            numbered { $($new_id:literal $only:ident $only_message:ident { $($its:ident: $given:expr),* };)* }
        ) => {
            match (id, number) {
                $(($id, None) => event(&procedure::$old, &remote::$message { dom, $($field: $value),* }),
                ($id, Some(callback_id)) => {
                    let msg = remote::$message { dom, $($field: $value),* };
                    event(&procedure::$new, &remote::$numbered { callback_id, msg $($(, $more: $also)*)? })
                })*
                $(($new_id, Some(callback_id)) => {
                    event(&procedure::$only, &remote::$only_message { callback_id, dom, $($its: $given),* })
                })*
                other => panic!("no message for {other:?}"),
            }
        };
    }
    kinds! {
        both {
            0 DOMAIN_EVENT_LIFECYCLE DomainEventLifecycleMsg
                DOMAIN_EVENT_CALLBACK_LIFECYCLE DomainEventCallbackLifecycleMsg { event: 5, detail: 2 };
            1 DOMAIN_EVENT_REBOOT DomainEventRebootMsg
                DOMAIN_EVENT_CALLBACK_REBOOT DomainEventCallbackRebootMsg {};
            2 DOMAIN_EVENT_RTC_CHANGE DomainEventRtcChangeMsg
                DOMAIN_EVENT_CALLBACK_RTC_CHANGE DomainEventCallbackRtcChangeMsg { offset: -3_000_000_000 };
            3 DOMAIN_EVENT_WATCHDOG DomainEventWatchdogMsg
                DOMAIN_EVENT_CALLBACK_WATCHDOG DomainEventCallbackWatchdogMsg { action: 3 };
            4 DOMAIN_EVENT_IO_ERROR DomainEventIoErrorMsg
                DOMAIN_EVENT_CALLBACK_IO_ERROR DomainEventCallbackIoErrorMsg
                { src_path: path, dev_alias: alias, action: 1 };
            5 DOMAIN_EVENT_GRAPHICS DomainEventGraphicsMsg
                DOMAIN_EVENT_CALLBACK_GRAPHICS DomainEventCallbackGraphicsMsg
                {
                    phase: 1,
                    local: address(0, "127.0.0.1", "5900"),
                    remote: address(1, "::1", "40000"),
                    auth_scheme: text("sasl"),
                    subject: vec![identity("x509dname", "CN=x"), identity("saslUsername", "u")]
                };
            6 DOMAIN_EVENT_IO_ERROR_REASON DomainEventIoErrorReasonMsg
                DOMAIN_EVENT_CALLBACK_IO_ERROR_REASON DomainEventCallbackIoErrorReasonMsg
                { src_path: path, dev_alias: alias, action: 2, reason: text("enospc") };
            7 DOMAIN_EVENT_CONTROL_ERROR DomainEventControlErrorMsg
                DOMAIN_EVENT_CALLBACK_CONTROL_ERROR DomainEventCallbackControlErrorMsg {};
            8 DOMAIN_EVENT_BLOCK_JOB DomainEventBlockJobMsg
                DOMAIN_EVENT_CALLBACK_BLOCK_JOB DomainEventCallbackBlockJobMsg
                { path: path, r#type: 2, status: 1 };
            9 DOMAIN_EVENT_DISK_CHANGE DomainEventDiskChangeMsg
                DOMAIN_EVENT_CALLBACK_DISK_CHANGE DomainEventCallbackDiskChangeMsg
                { old_src_path: Some(path), new_src_path: None, dev_alias: alias, reason: 1 };
            10 DOMAIN_EVENT_TRAY_CHANGE DomainEventTrayChangeMsg
                DOMAIN_EVENT_CALLBACK_TRAY_CHANGE DomainEventCallbackTrayChangeMsg
                { dev_alias: alias, reason: 1 };
            11 DOMAIN_EVENT_PMWAKEUP DomainEventPmwakeupMsg
                DOMAIN_EVENT_CALLBACK_PMWAKEUP DomainEventCallbackPmwakeupMsg {} { reason: 3 };
            12 DOMAIN_EVENT_PMSUSPEND DomainEventPmsuspendMsg
                DOMAIN_EVENT_CALLBACK_PMSUSPEND DomainEventCallbackPmsuspendMsg {} { reason: 4 };
            13 DOMAIN_EVENT_BALLOON_CHANGE DomainEventBalloonChangeMsg
                DOMAIN_EVENT_CALLBACK_BALLOON_CHANGE DomainEventCallbackBalloonChangeMsg
                { actual: u64::MAX };
            14 DOMAIN_EVENT_PMSUSPEND_DISK DomainEventPmsuspendDiskMsg
                DOMAIN_EVENT_CALLBACK_PMSUSPEND_DISK DomainEventCallbackPmsuspendDiskMsg {} { reason: 5 };
            15 DOMAIN_EVENT_DEVICE_REMOVED DomainEventDeviceRemovedMsg
                DOMAIN_EVENT_CALLBACK_DEVICE_REMOVED DomainEventCallbackDeviceRemovedMsg
                { dev_alias: alias };
        }
        numbered {
            16 DOMAIN_EVENT_BLOCK_JOB_2 DomainEventBlockJob2Msg { dst: text("vda"), r#type: 4, status: 3 };
            17 DOMAIN_EVENT_CALLBACK_TUNABLE DomainEventCallbackTunableMsg { params: params() };
            18 DOMAIN_EVENT_CALLBACK_AGENT_LIFECYCLE DomainEventCallbackAgentLifecycleMsg
                { state: 2, reason: 1 };
            19 DOMAIN_EVENT_CALLBACK_DEVICE_ADDED DomainEventCallbackDeviceAddedMsg { dev_alias: alias };
            20 DOMAIN_EVENT_CALLBACK_MIGRATION_ITERATION DomainEventCallbackMigrationIterationMsg
                { iteration: 77 };
            21 DOMAIN_EVENT_CALLBACK_JOB_COMPLETED DomainEventCallbackJobCompletedMsg { params: params() };
            22 DOMAIN_EVENT_CALLBACK_DEVICE_REMOVAL_FAILED DomainEventCallbackDeviceRemovalFailedMsg
                { dev_alias: alias };
            23 DOMAIN_EVENT_CALLBACK_METADATA_CHANGE DomainEventCallbackMetadataChangeMsg
                { r#type: 2, nsuri: Some(text("urn:x")) };
            24 DOMAIN_EVENT_BLOCK_THRESHOLD DomainEventBlockThresholdMsg
                { dev: text("vda"), path: None, threshold: 1 << 40, excess: u64::MAX };
            25 DOMAIN_EVENT_MEMORY_FAILURE DomainEventMemoryFailureMsg { recipient: 1, action: 2, flags: 3 };
            26 DOMAIN_EVENT_MEMORY_DEVICE_SIZE_CHANGE DomainEventMemoryDeviceSizeChangeMsg
                { alias: alias, size: u64::MAX };
        }
    }
}

/// What libvirtd sent to a client that asked in the old way: two events of a life cycle.
fn recorded() -> Vec<remote::DomainEventLifecycleMsg> {
    let mut read = virt::rpc::message::Assembler::default();
    let packets = packets("18-old-style-events-raw.txt").into_iter().filter(|it| !it.by_client);
    let is_message = |packet: &Packet| packet.header.proc == procedure::DOMAIN_EVENT_LIFECYCLE.number;
    let read = packets.map(|it| {
        let mut bytes = it.bytes.as_slice();
        while !bytes.is_empty() {
            let take = |into: &mut [u8]| std::io::Read::read(&mut bytes, into).map(|count| (count, None));
            read.fill(take).expect("bytes");
        }
        read.next_packet().expect("a packet").expect("a packet")
    });
    read.filter(is_message).map(|it| decode::<remote::DomainEventLifecycleMsg>(&it)).collect()
}

fn decode<A: Xdr>(call: &Packet) -> A::Value {
    call.decode::<A>().expect("arguments")
}

/// What every daemon here answers.
fn answer(peer: &Peer, call: &Packet, tell: impl FnOnce()) -> bool {
    if call.header.proc == procedure::DOMAIN_LOOKUP_BY_NAME.number {
        peer.reply(call, &remote::DomainLookupByNameRet { dom: dom() });
    } else if call.header.proc == procedure::CONNECT_GET_HOSTNAME.number {
        tell();
        peer.reply(call, &remote::ConnectGetHostnameRet { hostname: "a daemon".to_owned() });
    } else {
        return false;
    }
    true
}

fn refuse(peer: &Peer, call: &Packet, text: &str, id: i32) {
    peer.refuse(call, &Error::internal(ErrorDomain::VIR_FROM_RPC, format!("{text} {id}")));
}

/// The registrations of an old daemon: an id is wanted or not, and life cycles can be asked for in two ways.
fn answer_as_then(wanted: &mut Vec<i32>, peer: &Peer, call: &Packet) -> bool {
    let number = call.header.proc;
    let [begin, end] =
        [procedure::CONNECT_DOMAIN_EVENT_REGISTER.number, procedure::CONNECT_DOMAIN_EVENT_DEREGISTER.number];
    let [begin_any, end_any] = [
        procedure::CONNECT_DOMAIN_EVENT_REGISTER_ANY.number,
        procedure::CONNECT_DOMAIN_EVENT_DEREGISTER_ANY.number,
    ];
    if ![begin, end, begin_any, end_any].contains(&number) {
        return answer(peer, call, || {
            recorded().iter().for_each(|it| peer.event(&procedure::DOMAIN_EVENT_LIFECYCLE, it));
            (0..OLD).for_each(|id| peer.say(&message(id, None)));
        });
    }
    let any = number == begin_any || number == end_any;
    let id = if any { decode::<remote::ConnectDomainEventRegisterAnyArgs>(call).event_id } else { 0 };
    let known = wanted.iter().position(|it| *it == id);
    match (number == begin || number == begin_any, known) {
        (true, _) if id >= OLD => refuse(peer, call, "unsupported event ID", id),
        (true, Some(_)) => refuse(peer, call, "already registered:", id),
        (false, None) => refuse(peer, call, "not registered:", id),
        (_, place) => {
            match place {
                Some(place) => drop(wanted.remove(place)),
                None => wanted.push(id),
            }
            match any {
                true => peer.reply(call, &()),
                // The number is not looked at.
                false => peer.reply(call, &remote::ConnectDomainEventRegisterRet { cb_registered: 0 }),
            }
        }
    }
    true
}

/// The registrations of a daemon that numbers them; one for a single domain is told as well as one for all.
fn answer_by_number(wanted: &mut Vec<(i32, i32)>, next: &mut i32, peer: &Peer, call: &Packet) -> bool {
    let number = call.header.proc;
    if number == procedure::CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY.number {
        let args = decode::<remote::ConnectDomainEventCallbackRegisterAnyArgs>(call);
        *next += 1;
        wanted.push((args.event_id, *next));
        peer.reply(call, &remote::ConnectDomainEventCallbackRegisterAnyRet { callback_id: *next });
        return true;
    }
    if number == procedure::CONNECT_DOMAIN_EVENT_CALLBACK_DEREGISTER_ANY.number {
        let id = decode::<remote::ConnectDomainEventCallbackDeregisterAnyArgs>(call).callback_id;
        match wanted.iter().position(|(_, it)| *it == id) {
            None => refuse(peer, call, "not registered:", id),
            Some(place) => {
                wanted.remove(place);
                peer.reply(call, &());
            }
        }
        return true;
    }
    answer(peer, call, || {
        let mut told = wanted.clone();
        told.sort_unstable();
        for (id, number) in told {
            if id == 0 {
                for msg in recorded() {
                    let numbered = remote::DomainEventCallbackLifecycleMsg { callback_id: number, msg };
                    peer.event(&procedure::DOMAIN_EVENT_CALLBACK_LIFECYCLE, &numbered);
                }
            }
            peer.say(&message(id, Some(number)));
        }
    })
}

fn assert_same([original, ours]: [Conversation; 2], heard: &[&str]) {
    assert_same_lines(&original.printed, &ours.printed);
    assert_same_lines(&original.calls.join("\n"), &ours.calls.join("\n"));
    let counts: Vec<_> = ours.printed.lines().filter_map(|line| line.strip_prefix("heard ")).collect();
    assert_eq!(counts, heard);
}

/// GFX-14, GFX-16, IOE-7, WDG-5, RTC-9, RUN-1: the messages 107 and 169 to 311.
#[test]
fn every_message_of_an_old_daemon_arrives() {
    let both = [Library::Original, Library::Ours].map(|library| {
        let mut wanted = Vec::new();
        converse(library, "all-events", &[&OLD.to_string()], &[], |peer, call| {
            answer_as_then(&mut wanted, peer, call)
        })
    });
    assert_same(both, &["18", "23", "18", "14", "17"]);
}

/// GFX-14, GFX-16, IOE-7, WDG-5, RTC-9, RUN-1: the messages from 318 on.
#[test]
fn every_numbered_message_arrives() {
    let both = [Library::Original, Library::Ours].map(|library| {
        let (mut wanted, mut next) = (Vec::new(), 100);
        converse(library, "all-events", &[&ALL.to_string()], &[EVENT_CALLBACKS], |peer, call| {
            answer_by_number(&mut wanted, &mut next, peer, call)
        })
    });
    assert_same(both, &["29", "34", "29", "25", "28"]);
}
