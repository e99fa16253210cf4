//! The daemon's side of a recorded conversation: says what the daemon said, and wants what the client said.

#![forbid(unsafe_code)]

use std::collections::VecDeque;
use std::fmt::Write as _;
use std::io::{ErrorKind, Read as _, Write as _};
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::time::Instant;

use virt::rpc::message::Header;
use virt::rpc::protocol::Program;
use virt::rpc::transport::{Transport, UnixTransport};
use virt::rpc::xdr::{Decoder, Xdr};

use super::super::peer::DEADLINE;
use super::super::recorded::{Line, Said};

/// What goes through a descriptor, to see that it is one.
pub const GREETING: &[u8] = b"hello";

/// A client's connection.
pub struct Player {
    transport: UnixTransport,
    /// What came and is not looked at yet.
    received: Vec<u8>,
    fds: VecDeque<OwnedFd>,
    /// The other ends of what was given.
    ends: Vec<UnixStream>,
}

impl Player {
    pub fn new(stream: UnixStream) -> Self {
        let transport = UnixTransport::new(stream).expect("a transport");
        Self { transport, received: Vec::new(), fds: VecDeque::new(), ends: Vec::new() }
    }

    /// Plays all lines; calls `done` after each packet, and one that carries a descriptor is done with it. In the end
    /// the client has to go. The error is a report.
    pub fn play(&mut self, lines: &[Line], done: impl Fn()) -> Result<(), String> {
        let mut number = 0;
        for (place, (by_client, said)) in lines.iter().enumerate() {
            number += usize::from(matches!(said, Said::Packet(_)));
            let outcome = match (by_client, said) {
                (true, Said::Packet(bytes)) => self.expect(bytes),
                (true, Said::Fd) => self.expect_fd(),
                (false, Said::Packet(bytes)) => self.say(bytes),
                (false, Said::Fd) => self.give_fd(),
            };
            outcome.map_err(|report| {
                // Nobody is to wait for more.
                self.transport.shutdown();
                let recorded = match said {
                    Said::Packet(bytes) => describe(bytes),
                    Said::Fd => "a file descriptor".to_owned(),
                };
                let side = if *by_client { "client" } else { "daemon" };
                format!("packet {number}, the {side}'s {recorded}: {report}")
            })?;
            if !matches!(lines.get(place + 1), Some((_, Said::Fd))) {
                done();
            }
        }
        match self.receive() {
            Ok(false) => Ok(()),
            Ok(true) => Err(format!("after the last packet the client says {}", describe(&self.received))),
            Err(report) => Err(format!("after the last packet {report}")),
        }
    }

    fn expect(&mut self, bytes: &[u8]) -> Result<(), String> {
        // As much as the packet that comes says it has, to show it all if it is another one.
        self.fill(4)?;
        let length = self.received.first_chunk().map_or(0, |word| u32::from_be_bytes(*word) as usize);
        self.fill(length.clamp(4, bytes.len().max(1 << 16)))?;
        let sent: Vec<u8> = self.received.drain(..length.min(self.received.len())).collect();
        if sent == bytes { Ok(()) } else { Err(difference(bytes, &sent)) }
    }

    fn expect_fd(&mut self) -> Result<(), String> {
        self.fill(1)?;
        let byte = self.received.remove(0);
        let fd = self.fds.pop_front().ok_or("no file descriptor came")?;
        if byte != 0 {
            return Err(format!("the byte with a file descriptor is {byte}"));
        }
        UnixStream::from(fd).write_all(GREETING).map_err(|cause| format!("the file descriptor: {cause}"))
    }

    fn say(&mut self, mut bytes: &[u8]) -> Result<(), String> {
        while !bytes.is_empty() {
            match self.transport.send(bytes) {
                Ok(count) => bytes = &bytes[count..],
                Err(cause) if cause.kind() == ErrorKind::WouldBlock => self.wait(true)?,
                Err(cause) => return Err(cause.to_string()),
            }
        }
        Ok(())
    }

    fn give_fd(&mut self) -> Result<(), String> {
        let (mine, theirs) = UnixStream::pair().expect("a socket pair");
        (&mine).write_all(GREETING).expect("room");
        self.ends.push(mine);
        self.transport.send_fd(theirs.as_fd()).map_err(|cause| cause.to_string())
    }

    fn fill(&mut self, count: usize) -> Result<(), String> {
        while self.received.len() < count {
            if !self.receive()? {
                return Err(format!("the client ends the connection after {} bytes", self.received.len()));
            }
        }
        Ok(())
    }

    /// Waits for bytes; `false` at the end.
    fn receive(&mut self) -> Result<bool, String> {
        let begin = Instant::now();
        let mut block = [0; 4096];
        loop {
            match self.transport.receive(&mut block) {
                Ok((count, fd)) => {
                    self.received.extend_from_slice(&block[..count]);
                    self.fds.extend(fd);
                    return Ok(count > 0);
                }
                Err(cause) if cause.kind() == ErrorKind::WouldBlock => {
                    if begin.elapsed() > DEADLINE {
                        return Err("the client says nothing".to_owned());
                    }
                    self.wait(false)?;
                }
                Err(cause) => return Err(cause.to_string()),
            }
        }
    }

    fn wait(&self, write: bool) -> Result<(), String> {
        self.transport.wait(write, Some(DEADLINE)).map_err(|cause| cause.to_string())
    }
}

/// What a packet is, by its header.
pub fn describe(packet: &[u8]) -> String {
    let length = packet.len();
    let Some(header) = packet.get(4..).and_then(|rest| Header::decode(&mut Decoder::new(rest)).ok()) else {
        return format!("{length} bytes that are no packet");
    };
    let procedure = Program::find(header.prog).and_then(|program| program.procedure(header.proc));
    let name = procedure.map_or("of an unknown procedure", |procedure| procedure.name);
    let (kind, status, serial) = (header.r#type, header.status, header.serial);
    format!(
        "{kind:?} {name} ({:#x}/{}), serial {serial}, {status:?}, {length} bytes",
        header.prog, header.proc
    )
}

/// Where two packets differ.
pub fn difference(recorded: &[u8], sent: &[u8]) -> String {
    let equal = recorded.iter().zip(sent).take_while(|(one, other)| one == other).count();
    let from = equal & !3;
    let mut report = format!("the client sends {}; the first different byte is {equal}", describe(sent));
    for (whose, bytes) in [("recorded", recorded), ("sent    ", sent)] {
        let words = bytes.get(from..).unwrap_or_default().chunks(4).take(12);
        let words = words.map(|word| word.iter().map(|byte| format!("{byte:02x}")).collect::<String>());
        let _ = write!(report, "\n  {whose} {from:5}: {}", words.collect::<Vec<_>>().join(" "));
    }
    report
}

#[test]
fn another_byte_is_reported() {
    let (ours, mut theirs) = UnixStream::pair().expect("a socket pair");
    let packet = |last: u8| {
        let mut bytes =
            vec![0, 0, 0, 32, 0x20, 0, 0x80, 0x86, 0, 0, 0, 1, 0, 0, 0, 60, 0, 0, 0, 0, 0, 0, 0, 1];
        bytes.extend([0, 0, 0, 0, 0, 0, 0, last]);
        bytes
    };
    theirs.write_all(&packet(9)).expect("room");
    let report = Player::new(ours).play(&[(true, Said::Packet(packet(10)))], || ()).expect_err("a report");
    for part in
        ["packet 1", "CONNECT_SUPPORTS_FEATURE", "serial 1", "byte is 31", "28: 0000000a", "28: 00000009"]
    {
        assert!(report.contains(part), "{report}");
    }
    let mut rest = Vec::new();
    theirs.read_to_end(&mut rest).expect("the end");
}
