//! A live client of the remote protocol with two callers and a stream, and a peer that does what the input says:
//! answers rightly, in halves, twice and late, tells events, asks whether the client is there, talks nonsense, and hangs
//! up. Everybody returns, replies go to whom they belong, and events come in order.

#![cfg_attr(fuzzing, no_main)]
#![forbid(unsafe_code)]

use std::io::Write;
use std::os::unix::net::UnixStream;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

use virt::error::Error;
use virt::rpc::client::{Client, CloseReason, Sink};
use virt::rpc::message::{self, Assembler, Header, Packet, Status, Type};
use virt::rpc::protocol::remote::{self, procedure};
use virt::rpc::protocol::{Program, keepalive};
use virt::rpc::stream::Taken;
use virt::rpc::transport::{Transport, UnixTransport};

const PROGRAMS: &[&Program] = &[&procedure::PROGRAM];

/// Notes the numbers of events, and the end.
#[derive(Default)]
struct Record {
    told: Mutex<Vec<i64>>,
    ended: AtomicBool,
}

impl Sink for Record {
    fn event(&self, packet: Packet) {
        assert!(!self.ended.load(Ordering::SeqCst), "an event after the end");
        if let Ok(event) = packet.decode::<remote::DomainEventRtcChangeMsg>() {
            self.told.lock().expect("no panic with the lock").push(event.offset);
        }
    }

    fn closed(&self, _: CloseReason, _: &Error) {
        assert!(!self.ended.swap(true, Ordering::SeqCst), "told once");
    }
}

struct Peer {
    socket: UnixStream,
    transport: UnixTransport,
    assembler: Assembler,
    calls: Vec<Packet>,
    stream: Option<Header>,
    events: i64,
    /// Something was said of which replies may have become a part: callers may wait, and call no more.
    spoilt: bool,
}

impl Peer {
    /// Waits for a call, unless one is there; `false` if none comes any more.
    fn take(&mut self) -> bool {
        while self.calls.is_empty() {
            match self.assembler.next_packet() {
                Ok(Some(packet)) if packet.header.r#type == Type::CALL => self.calls.push(packet),
                Ok(Some(_)) => {}
                Ok(None) => match self.assembler.fill(|into| self.transport.receive(into)) {
                    Ok(0) => return false,
                    Ok(_) => {}
                    Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {
                        if self.spoilt || self.transport.wait(false, None).is_err() {
                            return false;
                        }
                    }
                    Err(_) => return false,
                },
                Err(fault) => panic!("the client talks nonsense: {fault}"),
            }
        }
        true
    }

    fn say(&self, bytes: &[u8]) {
        let mut rest = bytes;
        while !rest.is_empty() {
            match (&self.socket).write(rest) {
                Ok(count) => rest = &rest[count..],
                Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {
                    if self.transport.wait(true, None).is_err() {
                        return;
                    }
                }
                Err(_) => return,
            }
        }
    }

    fn packet(&self, header: &Header, payload: &[u8]) -> Vec<u8> {
        message::encode_raw(header, payload).expect("fits")
    }

    /// The right answer.
    fn answer(&mut self, call: &Packet) -> Vec<u8> {
        let header = Header { r#type: Type::REPLY, status: Status::OK, ..call.header.clone() };
        if call.header.proc == procedure::STORAGE_VOL_DOWNLOAD.number {
            self.stream = Some(Header { r#type: Type::STREAM, status: Status::CONTINUE, ..header.clone() });
            return self.packet(&header, &[]);
        }
        let args = call.decode::<remote::DomainLookupByIdArgs>().expect("arguments");
        let dom = remote::NonnullDomain { name: "x".to_owned(), uuid: [1; 16], id: args.id };
        let reply = remote::DomainLookupByIdRet { dom };
        message::encode::<remote::DomainLookupByIdRet>(&header, 0, &reply).expect("fits")
    }

    fn step(&mut self, step: u8, rest: &[u8]) -> bool {
        let message = |program: &Program, number: i32| Header {
            prog: program.number,
            vers: program.version,
            proc: number,
            r#type: Type::MESSAGE,
            serial: 1,
            status: Status::OK,
        };
        match step % 10 {
            0..=3 => {
                if !self.take() {
                    return false;
                }
                let call = self.calls.remove(0);
                let bytes = self.answer(&call);
                let half = bytes.len() * usize::from(step >> 4) / 16;
                self.say(&bytes[..half]);
                if step % 10 == 3 {
                    thread::yield_now();
                }
                self.say(&bytes[half..]);
            }
            4 | 5 => {
                let header = message(&procedure::PROGRAM, procedure::DOMAIN_EVENT_RTC_CHANGE.number);
                let dom = remote::NonnullDomain { name: "x".to_owned(), uuid: [1; 16], id: 1 };
                let event = remote::DomainEventRtcChangeMsg { dom, offset: self.events };
                self.events += 1;
                self.say(
                    &message::encode::<remote::DomainEventRtcChangeMsg>(&header, 0, &event).expect("fits"),
                );
            }
            6 => {
                let program = &keepalive::procedure::PROGRAM;
                self.say(&self.packet(&message(program, keepalive::procedure::PING.number), &[]));
            }
            7 => {
                if let Some(header) = self.stream.clone() {
                    let statuses = [Status::CONTINUE, Status::CONTINUE, Status::OK, Status::ERROR];
                    let types = [Type::STREAM, Type::STREAM_HOLE];
                    let header = Header {
                        status: statuses[usize::from(step >> 4) % 4],
                        r#type: types[usize::from(step >> 6) % 2],
                        ..header
                    };
                    let length = rest.len().min(usize::from(step >> 4));
                    self.say(&self.packet(&header, &rest[..length]));
                }
            }
            8 => {
                // A refusal, with an error or nonsense.
                if !self.take() {
                    return false;
                }
                let call = self.calls.remove(0);
                let header = Header { r#type: Type::REPLY, status: Status::ERROR, ..call.header };
                self.say(&self.packet(&header, &rest[..rest.len().min(40)]));
            }
            _ => {
                self.spoilt = true;
                self.say(&rest[..rest.len().min(60)]);
            }
        }
        true
    }
}

fn call_on(client: &Client, first: i32) {
    for id in first.. {
        match client.call(procedure::DOMAIN_LOOKUP_BY_ID, &remote::DomainLookupByIdArgs { id }) {
            // What the input says for a reply may be one as well, so only the right ones are looked at.
            Ok(reply) if reply.dom.uuid == [1; 16] => assert_eq!(reply.dom.id, id),
            _ if client.is_open() => {}
            _ => return,
        }
    }
}

fn read_stream(client: &Arc<Client>) {
    let vol = remote::NonnullStorageVol { pool: String::new(), name: String::new(), key: String::new() };
    let args = remote::StorageVolDownloadArgs { vol, offset: 0, length: 0, flags: 0 };
    let Ok(((), stream)) = client.open_stream(procedure::STORAGE_VOL_DOWNLOAD, &args) else { return };
    let mut data = [0; 7];
    loop {
        match stream.receive(&mut data, true, true) {
            Ok(Taken::Hole) => drop(stream.receive_hole()),
            Ok(Taken::Bytes(0)) | Err(_) => return,
            Ok(Taken::Bytes(_)) => {}
            Ok(Taken::WouldBlock) => panic!("it waits"),
        }
    }
}

/// Tries one input: the peer's steps, some of which say what comes after them in the input.
pub fn run(data: &[u8]) {
    let (ours, theirs) = UnixStream::pair().expect("a socket pair");
    let record = Arc::new(Record::default());
    let client = Client::new(UnixTransport::new(ours).expect("a transport"), PROGRAMS, record.clone());
    let socket = theirs.try_clone().expect("a descriptor");
    let transport = UnixTransport::new(theirs).expect("a transport");
    let mut peer = Peer {
        socket,
        transport,
        assembler: Assembler::default(),
        calls: Vec::new(),
        stream: None,
        events: 0,
        spoilt: false,
    };
    thread::scope(|scope| {
        scope.spawn(|| call_on(&client, 0));
        scope.spawn(|| call_on(&client, 1000));
        scope.spawn(|| read_stream(&client));
        for (place, step) in data.iter().enumerate().take(64) {
            if !peer.step(*step, &data[place + 1..]) {
                break;
            }
        }
        peer.transport.shutdown();
    });
    assert!(!client.is_open() && record.ended.load(Ordering::SeqCst));
    let told = record.told.lock().expect("no panic with the lock");
    // What the input says for an event may be one as well, with any number.
    let ours: Vec<_> = told.iter().filter(|offset| (0..peer.events).contains(offset)).collect();
    assert!(ours.is_sorted() || peer.spoilt, "{ours:?}");
}

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| run(data));
