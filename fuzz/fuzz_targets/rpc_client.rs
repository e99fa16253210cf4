//! A live client of the remote protocol with callers, some of which send and get file descriptors, and a stream in each
//! direction; and a peer that does what the input says: answers rightly, in pieces, in another order and twice, tells
//! events, asks whether the client is there, gives descriptors, talks nonsense, and hangs up. Everybody returns, replies
//! go to whom they belong with the descriptors that belong to them, and events come in order.

#![cfg_attr(fuzzing, no_main)]
#![forbid(unsafe_code)]

use std::fs::File;
use std::io::{Read, Write};
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

use virt::error::Error;
use virt::rpc::client::{Client, CloseReason, Sink};
use virt::rpc::message::{self, Assembler, Header, Packet, Status, StreamHole, Type};
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
    /// Those that were begun; the input chooses.
    streams: Vec<Header>,
    events: i64,
    /// Something was said of which replies may have become a part: callers may wait, and call no more.
    spoilt: bool,
}

impl Peer {
    /// Waits for a call, unless one is there; `false` if none comes any more.
    fn take(&mut self) -> bool {
        while self.calls.is_empty() {
            match self.assembler.next_packet() {
                Ok(Some(packet)) if matches!(packet.header.r#type, Type::CALL | Type::CALL_WITH_FDS) => {
                    self.calls.push(packet)
                }
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

    /// Says bytes in two pieces, the first of so many sixteenths.
    fn say(&self, bytes: &[u8], sixteenths: u8) {
        let (first, rest) = bytes.split_at(bytes.len() * usize::from(sixteenths % 16) / 16);
        self.write(first);
        if sixteenths % 2 == 1 {
            thread::yield_now(); // so that the client may see them apart
        }
        self.write(rest);
    }

    fn write(&self, bytes: &[u8]) {
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

    /// The right answer; where a descriptor belongs to it, the caller gives it.
    fn answer(&mut self, call: &Packet) -> Vec<u8> {
        let header = Header { r#type: Type::REPLY, status: Status::OK, ..call.header.clone() };
        let of = |number| call.header.proc == number;
        if of(procedure::STORAGE_VOL_DOWNLOAD.number) || of(procedure::STORAGE_VOL_UPLOAD.number) {
            self.streams.push(Header { r#type: Type::STREAM, status: Status::CONTINUE, ..header.clone() });
            return self.packet(&header, &[]);
        }
        if of(procedure::DOMAIN_OPEN_GRAPHICS.number) {
            assert_eq!(call.fds.len(), 1, "the caller's");
            return self.packet(&header, &[]);
        }
        if of(procedure::DOMAIN_OPEN_GRAPHICS_FD.number) {
            let header = Header { r#type: Type::REPLY_WITH_FDS, ..header };
            return message::encode::<()>(&header, 1, &()).expect("fits");
        }
        let args = call.decode::<remote::DomainLookupByIdArgs>().expect("arguments");
        let dom = remote::NonnullDomain { name: "x".to_owned(), uuid: [1; 16], id: args.id };
        let reply = remote::DomainLookupByIdRet { dom };
        message::encode::<remote::DomainLookupByIdRet>(&header, 0, &reply).expect("fits")
    }

    /// Takes all calls that are there.
    fn look(&mut self) {
        let _ = self.assembler.fill(|into| self.transport.receive(into));
        while let Ok(Some(packet)) = self.assembler.next_packet() {
            if matches!(packet.header.r#type, Type::CALL | Type::CALL_WITH_FDS) {
                self.calls.push(packet);
            }
        }
    }

    /// Gives a file of so many bytes as the caller's number.
    fn give(&self, call: &Packet) {
        let args = call.decode::<remote::DomainOpenGraphicsFdArgs>().map_or(0, |args| args.idx);
        let (mut ours, theirs) = UnixStream::pair().expect("a socket pair");
        ours.write_all(&args.to_be_bytes()).expect("room");
        // The client may be gone.
        let _ = self.transport.send_fd(theirs.as_fd());
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
            0..=2 => {
                if !self.take() {
                    return false;
                }
                let call = self.calls.remove(0);
                let bytes = self.answer(&call);
                self.say(&bytes, step >> 4);
                if call.header.proc == procedure::DOMAIN_OPEN_GRAPHICS_FD.number {
                    self.give(&call);
                }
            }
            // As many calls as there are, the last first; answered twice maybe, or with descriptors that are not theirs.
            3 => {
                if !self.take() {
                    return false;
                }
                self.look();
                while let Some(call) = self.calls.pop() {
                    let bytes = self.answer(&call);
                    self.say(&bytes, step >> 4);
                    if call.header.proc == procedure::DOMAIN_OPEN_GRAPHICS_FD.number {
                        self.give(&call);
                    }
                    match step >> 4 {
                        14 => {
                            self.spoilt = true;
                            self.say(&bytes, 0);
                        }
                        15 => {
                            self.spoilt = true;
                            self.give(&call);
                        }
                        _ => {}
                    }
                }
            }
            4 | 5 => {
                let header = message(&procedure::PROGRAM, procedure::DOMAIN_EVENT_RTC_CHANGE.number);
                let dom = remote::NonnullDomain { name: "x".to_owned(), uuid: [1; 16], id: 1 };
                let event = remote::DomainEventRtcChangeMsg { dom, offset: self.events };
                self.events += 1;
                let bytes =
                    message::encode::<remote::DomainEventRtcChangeMsg>(&header, 0, &event).expect("fits");
                self.say(&bytes, step >> 4);
            }
            6 => {
                let program = &keepalive::procedure::PROGRAM;
                // The answer to a question that was not asked, and what nobody knows, as well.
                let number = if step >> 4 < 14 {
                    keepalive::procedure::PING.number
                } else {
                    i32::from(step >> 4) - 12
                };
                self.say(&self.packet(&message(program, number), &[]), step >> 4);
            }
            7 => {
                if let Some(header) =
                    self.streams.get(usize::from(step >> 7) % self.streams.len().max(1)).cloned()
                {
                    let statuses = [Status::CONTINUE, Status::CONTINUE, Status::OK, Status::ERROR];
                    let types = [Type::STREAM, Type::STREAM_HOLE];
                    let header = Header {
                        status: statuses[usize::from(step >> 4) % 4],
                        r#type: types[usize::from(step >> 6) % 2],
                        ..header
                    };
                    let length = rest.len().min(usize::from(step >> 4));
                    self.say(&self.packet(&header, &rest[..length]), step >> 4);
                }
            }
            8 => {
                // A refusal, with an error or nonsense.
                if !self.take() {
                    return false;
                }
                let call = self.calls.remove(0);
                let header = Header { r#type: Type::REPLY, status: Status::ERROR, ..call.header };
                self.say(&self.packet(&header, &rest[..rest.len().min(40)]), step >> 4);
            }
            _ => {
                self.spoilt = true;
                self.say(&rest[..rest.len().min(60)], step >> 4);
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

fn dom() -> remote::NonnullDomain {
    remote::NonnullDomain { name: "x".to_owned(), uuid: [1; 16], id: 1 }
}

/// Calls with a descriptor and for one, in turn.
fn pass_files(client: &Client) {
    let file = File::open("/dev/null").expect("there");
    for idx in 0.. {
        let args = remote::DomainOpenGraphicsArgs { dom: dom(), idx, flags: 0 };
        let _ = client.call_with_fds(procedure::DOMAIN_OPEN_GRAPHICS, &args, &[file.as_fd()]);
        let args = remote::DomainOpenGraphicsFdArgs { dom: dom(), idx, flags: 0 };
        if let Ok(((), fds)) = client.call_with_fds(procedure::DOMAIN_OPEN_GRAPHICS_FD, &args, &[]) {
            // An answer that the input wrote may have none; others have the one that is ours.
            if let [fd] = &fds[..] {
                let mut number = [0; 4];
                let stream = UnixStream::from(fd.try_clone().expect("a descriptor"));
                (&stream).read_exact(&mut number).expect("the number");
                assert_eq!(u32::from_be_bytes(number), idx);
            }
        }
        if !client.is_open() {
            return;
        }
    }
}

fn write_stream(client: &Arc<Client>) {
    let vol = remote::NonnullStorageVol { pool: String::new(), name: String::new(), key: String::new() };
    let args = remote::StorageVolUploadArgs { vol, offset: 0, length: 0, flags: 0 };
    let Ok(((), stream)) = client.open_stream(procedure::STORAGE_VOL_UPLOAD, &args) else { return };
    for length in 0..40 {
        let hole = StreamHole { length, flags: 0 };
        let sent = stream.send(&[7; 300], length % 2 == 0).and_then(|_| stream.send_hole(&hole, true));
        if sent.is_err() {
            break;
        }
    }
    let _ = stream.finish();
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
        streams: Vec::new(),
        events: 0,
        spoilt: false,
    };
    thread::scope(|scope| {
        let callers = [
            scope.spawn(|| call_on(&client, 0)),
            scope.spawn(|| call_on(&client, 1000)),
            scope.spawn(|| read_stream(&client)),
            scope.spawn(|| write_stream(&client)),
            scope.spawn(|| pass_files(&client)),
        ];
        for (place, step) in data.iter().enumerate().take(64) {
            if !peer.step(*step, &data[place + 1..]) {
                break;
            }
        }
        peer.transport.shutdown();
        // The scope waits for their work, but not for what threads leave when they end.
        for caller in callers {
            caller.join().expect("no panic");
        }
    });
    assert!(!client.is_open() && record.ended.load(Ordering::SeqCst));
    let told = record.told.lock().expect("no panic with the lock");
    // What the input says for an event may be one as well, with any number.
    let ours: Vec<_> = told.iter().filter(|offset| (0..peer.events).contains(offset)).collect();
    assert!(ours.is_sorted() || peer.spoilt, "{ours:?}");
}

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| run(data));
