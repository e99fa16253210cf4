//! A daemon that answers in any order, tells events, sends and takes streams, asks whether somebody is there, and ends
//! in a way of its own.

#![forbid(unsafe_code)]

use std::collections::BTreeMap;
use std::io::Write;
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::sync::mpsc;

use virt::error::{Error, ErrorCode, ErrorDomain};
use virt::rpc::message::{self, Header, MessageError, Packet, Status, StreamHole, Type};
use virt::rpc::protocol::remote::{self, procedure};
use virt::rpc::protocol::{Call, keepalive};
use virt::rpc::xdr::Xdr;

use super::peer::Peer;
use super::stress::Random;

/// What a call or a stream fails with that is meant to.
pub const PLANNED: &str = "as planned";
/// A domain that there is not.
pub const NOBODY: &str = "nobody";
/// How many domains there are events of.
pub const DOMAINS: usize = 3;

/// An event says which it is of all, and below that which it is of its domain for its registration.
pub const NUMBER_BITS: u32 = 24;

/// How a connection ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The program closes it.
    Closed,
    HangUp,
    /// Within a reply.
    Midway,
    /// By bytes that are no packet.
    Garbage,
    /// By a reply to no call.
    Stray,
    /// The daemon says nothing any more.
    Silent,
    /// Nor does it read.
    Deaf,
}

impl End {
    pub const ALL: [Self; 7] =
        [Self::Closed, Self::HangUp, Self::Midway, Self::Garbage, Self::Stray, Self::Silent, Self::Deaf];

    /// Whether only keepalive finds it.
    pub fn is_silence(self) -> bool {
        matches!(self, Self::Silent | Self::Deaf)
    }
}

/// What a volume has at a place; never 0, which is what holes have.
pub fn content(place: u64) -> u8 {
    (place % 251) as u8 + 1
}

pub fn name(domain: usize) -> String {
    format!("guest{domain}")
}

pub fn uuid(domain: usize) -> [u8; 16] {
    [domain as u8 + 1; 16]
}

/// Data on its way to the client.
struct Download {
    header: Header,
    place: u64,
    end: u64,
    /// Where it fails.
    fails_at: Option<u64>,
    holes: bool,
}

/// Data on its way from the client: how much has come.
struct Upload {
    place: u64,
    fails: bool,
}

pub struct Daemon {
    peer: Peer,
    random: Random,
    end: End,
    /// Whether registrations have numbers, as with daemons since 2013.
    numbers: bool,
    calls: Vec<Packet>,
    downloads: Vec<Download>,
    uploads: BTreeMap<u32, Upload>,
    /// Which domain, or all, by the registration's number.
    registered: BTreeMap<i32, Option<usize>>,
    registrations: i32,
    /// How many events were told, and how many of a domain: to those who asked for all, and to those who asked for it.
    events: i64,
    told: BTreeMap<(Option<usize>, usize), i64>,
}

impl Daemon {
    pub fn new(stream: UnixStream, random: Random, end: End, numbers: bool) -> Self {
        Self {
            peer: Peer::new(stream),
            random,
            end,
            numbers,
            calls: Vec::new(),
            downloads: Vec::new(),
            uploads: BTreeMap::new(),
            registered: BTreeMap::new(),
            registrations: 0,
            events: 0,
            told: BTreeMap::new(),
        }
    }

    /// Serves so many packets, then ends as it is to. `left` says that the client has noticed.
    pub fn run(mut self, mut packets: usize, left: &mpsc::Receiver<()>) {
        while packets > 0 || self.end == End::Closed {
            let next = match self.peer.try_next() {
                None if self.calls.is_empty() && self.downloads.is_empty() => match self.peer.next() {
                    None => return,
                    packet => packet,
                },
                packet => packet,
            };
            if let Some(packet) = next {
                packets = packets.saturating_sub(1);
                self.take(packet);
            } else {
                self.act();
            }
        }
        match self.end {
            End::Closed | End::Silent => {}
            End::HangUp => self.peer.hang_up(),
            End::Midway => {
                self.peer.say(&[0, 0, 0, 36, 0x20, 0]);
                self.peer.hang_up();
            }
            End::Garbage => self.peer.say(b"HTTP/1.1 400 Bad Request\r\n"),
            End::Stray => {
                let program = &procedure::PROGRAM;
                let header = Header {
                    prog: program.number,
                    vers: program.version,
                    proc: procedure::CONNECT_CLOSE.number,
                    r#type: Type::REPLY,
                    serial: u32::MAX,
                    status: Status::OK,
                };
                self.peer.say(&message::encode_raw(&header, &[]).expect("fits"));
            }
            End::Deaf => drop(left.recv()),
        }
        while self.peer.next().is_some() {}
    }

    /// Keeps a call for later, and does at once what a packet of a stream is for.
    fn take(&mut self, packet: Packet) {
        match packet.header.r#type {
            Type::CALL | Type::CALL_WITH_FDS => self.calls.push(packet),
            Type::STREAM | Type::STREAM_HOLE => self.take_stream(&packet),
            Type::MESSAGE if packet.header.proc == keepalive::procedure::PING.number => {
                self.peer.event(&keepalive::procedure::PONG, &());
            }
            _ => assert_eq!(packet.header.proc, keepalive::procedure::PONG.number, "{:?}", packet.header),
        }
    }

    fn take_stream(&mut self, packet: &Packet) {
        let Header { serial, status, r#type, .. } = packet.header;
        if status != Status::CONTINUE {
            // The end, or an abort.
            self.downloads.retain(|it| it.header.serial != serial);
            let upload = self.uploads.remove(&serial);
            if upload.is_some_and(|it| it.fails) {
                return self.fail(&packet.header);
            }
            return self.peer.stream(packet, Status::OK, b"");
        }
        // Some is on its way still when a stream has failed.
        let Some(upload) = self.uploads.get_mut(&serial) else { return };
        if r#type == Type::STREAM_HOLE {
            let hole = packet.decode::<StreamHole>().expect("a hole");
            upload.place += u64::try_from(hole.length).expect("a length");
            return;
        }
        for byte in packet.payload() {
            assert_eq!(*byte, content(upload.place), "at {}", upload.place);
            upload.place += 1;
        }
        if upload.fails && self.random.below(8) == 0 {
            self.uploads.remove(&serial);
            self.fail(&packet.header);
        }
    }

    /// Fails a stream.
    fn fail(&self, header: &Header) {
        let header = Header { r#type: Type::STREAM, status: Status::ERROR, ..header.clone() };
        let error = MessageError::from_error(&planned(ErrorCode::VIR_ERR_OPERATION_FAILED));
        self.peer.say(&message::encode::<MessageError>(&header, 0, &error).expect("fits"));
    }

    /// Does something that may be done now.
    fn act(&mut self) {
        match self.random.below(8) {
            0..4 if !self.calls.is_empty() => {
                let call = self.calls.swap_remove(self.random.below(self.calls.len()));
                self.answer(&call);
            }
            4 | 5 if !self.downloads.is_empty() => {
                let index = self.random.below(self.downloads.len());
                self.send_some(index);
            }
            6 if !self.registered.is_empty() => self.tell(),
            7 if self.random.below(4) == 0 => self.peer.event(&keepalive::procedure::PING, &()),
            _ => {}
        }
    }

    fn send_some(&mut self, index: usize) {
        let Download { header, place, end, fails_at, holes } = &mut self.downloads[index];
        let data = Header { r#type: Type::STREAM, status: Status::CONTINUE, ..header.clone() };
        if fails_at.is_some_and(|at| *place >= at) {
            let header = self.downloads.swap_remove(index).header;
            return self.fail(&header);
        }
        if place == end {
            self.peer.say(&message::encode_raw(&data, &[]).expect("fits"));
            self.downloads.swap_remove(index);
            return;
        }
        let count = (self.random.below(20_000) as u64 + 1).min(*end - *place);
        let start = *place;
        *place += count;
        if *holes && self.random.below(3) == 0 {
            let header = Header { r#type: Type::STREAM_HOLE, ..data };
            let hole = StreamHole { length: count.cast_signed(), flags: 0 };
            return self.peer.say(&message::encode::<StreamHole>(&header, 0, &hole).expect("fits"));
        }
        let bytes: Vec<_> = (start..start + count).map(content).collect();
        self.peer.say(&message::encode_raw(&data, &bytes).expect("fits"));
    }

    /// Tells those of one registration of a change of a clock; it has two numbers.
    fn tell(&mut self) {
        let which = self.random.below(self.registered.len());
        let Some((&callback_id, &scope)) = self.registered.iter().nth(which) else { return };
        let domain = scope.unwrap_or_else(|| self.random.below(DOMAINS));
        let count = self.told.entry((scope, domain)).or_default();
        let dom = remote::NonnullDomain { name: name(domain), uuid: uuid(domain), id: domain as i32 };
        let msg = remote::DomainEventRtcChangeMsg { dom, offset: self.events << NUMBER_BITS | *count };
        self.events += 1;
        *count += 1;
        if self.numbers {
            let msg = remote::DomainEventCallbackRtcChangeMsg { callback_id, msg };
            self.peer.event(&procedure::DOMAIN_EVENT_CALLBACK_RTC_CHANGE, &msg);
        } else {
            self.peer.event(&procedure::DOMAIN_EVENT_RTC_CHANGE, &msg);
        }
    }

    fn answer(&mut self, call: &Packet) {
        let peer = &self.peer;
        match call.header.proc {
            it if it == procedure::AUTH_LIST.number => {
                peer.reply(call, &remote::AuthListRet { types: vec![remote::AuthType::NONE] });
            }
            it if it == procedure::CONNECT_SUPPORTS_FEATURE.number => {
                let feature = arguments(call, procedure::CONNECT_SUPPORTS_FEATURE).feature;
                let supported = i32::from(feature != 14 || self.numbers);
                peer.reply(call, &remote::ConnectSupportsFeatureRet { supported });
            }
            it if it == procedure::DOMAIN_LOOKUP_BY_NAME.number => {
                let name = arguments(call, procedure::DOMAIN_LOOKUP_BY_NAME).name;
                if name == NOBODY {
                    return peer.refuse(call, &planned(ErrorCode::VIR_ERR_NO_DOMAIN));
                }
                let dom = remote::NonnullDomain { name, uuid: [9; 16], id: -1 };
                peer.reply(call, &remote::DomainLookupByNameRet { dom });
            }
            it if it == procedure::DOMAIN_GET_XML_DESC.number => {
                let args = arguments(call, procedure::DOMAIN_GET_XML_DESC);
                let xml = args.dom.name + &"x".repeat(args.flags as usize);
                peer.reply(call, &remote::DomainGetXmlDescRet { xml });
            }
            it if it == procedure::DOMAIN_OPEN_GRAPHICS.number => {
                let index = arguments(call, procedure::DOMAIN_OPEN_GRAPHICS).idx;
                let fd = call.fds.first().expect("a descriptor").try_clone().expect("one more");
                UnixStream::from(fd).write_all(&index.to_be_bytes()).expect("room");
                peer.reply(call, &());
            }
            it if it == procedure::DOMAIN_OPEN_GRAPHICS_FD.number => {
                let index = arguments(call, procedure::DOMAIN_OPEN_GRAPHICS_FD).idx;
                let (mut ours, theirs) = UnixStream::pair().expect("a socket pair");
                ours.write_all(&index.to_be_bytes()).expect("room");
                let header = Header { r#type: Type::REPLY_WITH_FDS, ..call.header.clone() };
                peer.say(&message::encode::<()>(&header, 1, &()).expect("fits"));
                peer.fd(theirs.as_fd());
            }
            it if it == procedure::STORAGE_VOL_DOWNLOAD.number => {
                let args = arguments(call, procedure::STORAGE_VOL_DOWNLOAD);
                peer.reply(call, &());
                let end = args.offset + args.length;
                let fails = self.random.below(8) == 0;
                let fails_at = fails.then(|| args.offset + self.random.below(args.length as usize) as u64);
                let header = call.header.clone();
                let holes = args.flags != 0;
                self.downloads.push(Download { header, place: args.offset, end, fails_at, holes });
            }
            it if it == procedure::STORAGE_VOL_UPLOAD.number => {
                let args = arguments(call, procedure::STORAGE_VOL_UPLOAD);
                let upload = Upload { place: args.offset, fails: self.random.below(8) == 0 };
                self.uploads.insert(call.header.serial, upload);
                peer.reply(call, &());
            }
            it if it == procedure::CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY.number => {
                let args = arguments(call, procedure::CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY);
                let scope = args.dom.map(|dom| usize::from(dom.uuid[0]) - 1);
                self.registrations += 1;
                self.registered.insert(self.registrations, scope);
                // A message overtakes the reply, sometimes.
                if self.random.below(2) == 0 {
                    self.tell();
                }
                let reply =
                    remote::ConnectDomainEventCallbackRegisterAnyRet { callback_id: self.registrations };
                self.peer.reply(call, &reply);
            }
            it if it == procedure::CONNECT_DOMAIN_EVENT_CALLBACK_DEREGISTER_ANY.number => {
                let args = arguments(call, procedure::CONNECT_DOMAIN_EVENT_CALLBACK_DEREGISTER_ANY);
                assert!(self.registered.remove(&args.callback_id).is_some(), "{}", args.callback_id);
                peer.reply(call, &());
            }
            it if it == procedure::CONNECT_DOMAIN_EVENT_REGISTER_ANY.number => {
                assert!(self.registered.insert(0, None).is_none(), "registered once");
                peer.reply(call, &());
            }
            it if it == procedure::CONNECT_DOMAIN_EVENT_DEREGISTER_ANY.number => {
                assert!(self.registered.remove(&0).is_some(), "registered");
                peer.reply(call, &());
            }
            _ => peer.reply(call, &()),
        }
    }
}

fn arguments<A: Xdr<Value = A>, R>(call: &Packet, _: Call<A, R>) -> A {
    call.decode::<A>().expect("arguments")
}

fn planned(code: ErrorCode) -> Error {
    Error::new(code, ErrorDomain::VIR_FROM_TEST, PLANNED)
}
