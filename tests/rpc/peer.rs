//! The daemon's end of a connection, told what to say; a sink that writes down what it hears; and an event loop.

#![forbid(unsafe_code)]

use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::sync::{Arc, Condvar, Mutex, Once};
use std::thread;
use std::time::{Duration, Instant};

use virt::error::Error;
use virt::rpc::client::{Client, CloseReason, Sink};
use virt::rpc::message::{self, Assembler, Header, MessageError, Packet, Status, Type};
use virt::rpc::protocol::{Event, Program, keepalive, qemu, remote};
use virt::rpc::transport::{Transport, UnixTransport};
use virt::rpc::xdr::Xdr;

/// How long anything may take.
pub const DEADLINE: Duration = Duration::from_secs(60);

/// Whose events the clients here take.
pub const PROGRAMS: &[&Program] = &[&remote::procedure::PROGRAM, &qemu::procedure::PROGRAM];

/// A scripted daemon.
pub struct Peer {
    transport: UnixTransport,
    assembler: Assembler,
}

impl Peer {
    pub fn new(stream: UnixStream) -> Self {
        Self { transport: UnixTransport::new(stream).expect("a transport"), assembler: Assembler::default() }
    }

    /// The next packet; `None` at the end.
    pub fn next(&mut self) -> Option<Packet> {
        let deadline = Instant::now() + DEADLINE;
        loop {
            if let Some(packet) = self.assembler.next_packet().expect("packets") {
                return Some(packet);
            }
            match self.assembler.fill(|into| self.transport.receive(into)) {
                Ok(0) => return None,
                Ok(_) => {}
                Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {
                    let rest = deadline.saturating_duration_since(Instant::now());
                    assert!(!rest.is_zero(), "the client says nothing");
                    self.transport.wait(false, Some(rest)).expect("poll");
                }
                Err(_) => return None,
            }
        }
    }

    /// The next packet, if it is there.
    pub fn try_next(&mut self) -> Option<Packet> {
        let _ = self.assembler.fill(|into| self.transport.receive(into));
        self.assembler.next_packet().expect("packets")
    }

    /// The next call.
    pub fn call(&mut self) -> Packet {
        let packet = self.next().expect("a call");
        assert!(matches!(packet.header.r#type, Type::CALL | Type::CALL_WITH_FDS), "{:?}", packet.header);
        assert_eq!(packet.header.status, Status::OK);
        packet
    }

    /// Says bytes, as far as the client takes them.
    pub fn say(&self, mut bytes: &[u8]) {
        while !bytes.is_empty() {
            let Some(count) = self.when_room(|| self.transport.send(bytes)) else { return };
            bytes = &bytes[count..];
        }
    }

    /// Does what needs room; `None` if the client takes nothing any more.
    fn when_room<T>(&self, job: impl Fn() -> std::io::Result<T>) -> Option<T> {
        loop {
            match job() {
                Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {
                    self.transport.wait(true, Some(DEADLINE)).expect("poll");
                }
                outcome => return outcome.ok(),
            }
        }
    }

    pub fn reply<R: Xdr<Value = R>>(&self, call: &Packet, value: &R) {
        self.say(&reply(call, value));
    }

    pub fn refuse(&self, call: &Packet, error: &Error) {
        let header = Header { r#type: Type::REPLY, status: Status::ERROR, ..call.header.clone() };
        self.say(
            &message::encode::<MessageError>(&header, 0, &MessageError::from_error(error)).expect("fits"),
        );
    }

    pub fn event<M: Xdr<Value = M>>(&self, procedure: &Event<M>, value: &M) {
        self.say(&event(procedure, value));
    }

    /// A packet of the stream that `call` began.
    pub fn stream(&self, call: &Packet, status: Status, data: &[u8]) {
        let header = Header { r#type: Type::STREAM, status, ..call.header.clone() };
        self.say(&message::encode_raw(&header, data).expect("fits"));
    }

    pub fn fd(&self, fd: BorrowedFd<'_>) {
        self.when_room(|| self.transport.send_fd(fd));
    }

    pub fn hang_up(&self) {
        self.transport.shutdown();
    }
}

/// A reply's bytes.
pub fn reply<R: Xdr<Value = R>>(call: &Packet, value: &R) -> Vec<u8> {
    let header = Header { r#type: Type::REPLY, status: Status::OK, ..call.header.clone() };
    message::encode::<R>(&header, 0, value).expect("fits")
}

/// A message's bytes; events have serial 1, keepalive has 0.
pub fn event<M: Xdr<Value = M>>(procedure: &Event<M>, value: &M) -> Vec<u8> {
    let keepalive = procedure.program.number == keepalive::procedure::PROGRAM.number;
    let header = Header {
        prog: procedure.program.number,
        vers: procedure.program.version,
        proc: procedure.number,
        r#type: Type::MESSAGE,
        serial: u32::from(!keepalive),
        status: Status::OK,
    };
    message::encode::<M>(&header, 0, value).expect("fits")
}

/// What a sink heard.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    /// The RTC event with this offset.
    Rtc(i64),
    /// Another event's number.
    Other(i32),
    Closed(CloseReason, String),
}

/// Writes down what it hears.
#[derive(Default)]
pub struct Record {
    heard: Mutex<Vec<Heard>>,
    changed: Condvar,
}

impl Record {
    pub fn heard(&self) -> Vec<Heard> {
        self.heard.lock().expect("no panic with the lock").clone()
    }

    /// Waits until so much was heard.
    pub fn wait(&self, count: usize) -> Vec<Heard> {
        let heard = self.heard.lock().expect("no panic with the lock");
        let waited = self.changed.wait_timeout_while(heard, DEADLINE, |heard| heard.len() < count);
        let (heard, late) = waited.expect("no panic with the lock");
        assert!(!late.timed_out(), "only {heard:?}");
        heard.clone()
    }

    fn note(&self, heard: Heard) {
        self.heard.lock().expect("no panic with the lock").push(heard);
        self.changed.notify_all();
    }
}

impl Sink for Record {
    fn event(&self, packet: Packet) {
        if packet.header.proc == remote::procedure::DOMAIN_EVENT_CALLBACK_RTC_CHANGE.number {
            let event = packet.decode::<remote::DomainEventCallbackRtcChangeMsg>().expect("an event");
            self.note(Heard::Rtc(event.msg.offset));
        } else {
            self.note(Heard::Other(packet.header.proc));
        }
    }

    fn closed(&self, reason: CloseReason, error: &Error) {
        self.note(Heard::Closed(reason, error.message().to_owned()));
    }
}

/// The RTC event with this offset.
pub fn rtc(offset: i64) -> remote::DomainEventCallbackRtcChangeMsg {
    let dom = remote::NonnullDomain { name: "guest".to_owned(), uuid: [7; 16], id: 1 };
    let msg = remote::DomainEventRtcChangeMsg { dom, offset };
    remote::DomainEventCallbackRtcChangeMsg { callback_id: 3, msg }
}

/// A client and its peer.
pub fn connected() -> (Arc<Client>, Peer, Arc<Record>) {
    let record = Arc::new(Record::default());
    let (client, peer) = connected_to(record.clone());
    (client, peer, record)
}

pub fn connected_to(sink: Arc<dyn Sink>) -> (Arc<Client>, Peer) {
    let (ours, theirs) = UnixStream::pair().expect("a socket pair");
    let client = Client::new(UnixTransport::new(ours).expect("a transport"), PROGRAMS, sink);
    (client, Peer::new(theirs))
}

/// Has an event loop run from now on, for all clients of this process that come after.
pub fn run_event_loop() {
    static STARTED: Once = Once::new();
    STARTED.call_once(|| {
        virt::event::register_default().expect("an event loop");
        thread::spawn(|| while virt::event::run_default().is_ok() {});
    });
}

/// Some descriptor.
pub fn pipe() -> (std::io::PipeReader, std::io::PipeWriter) {
    std::io::pipe().expect("a pipe")
}

/// Writes a little.
pub fn writes_to(writer: impl AsFd, text: &[u8]) {
    assert_eq!(nix::unistd::write(writer, text), Ok(text.len()));
}
