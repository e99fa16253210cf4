//! Whole transfers against a scripted driver, which knows holes and takes little at a time.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use super::*;
use crate::connect::Connect;
use crate::driver::{Driver, StreamDriver};
use crate::util::lock;

/// What was sent, or is to be received.
#[derive(Clone, Debug, PartialEq)]
enum Part {
    Data(Vec<u8>),
    Hole(i64),
}

#[derive(Default)]
struct Script {
    incoming: Mutex<VecDeque<Part>>,
    sent: Mutex<Vec<Part>>,
    aborted: Mutex<usize>,
}

impl Driver for Script {}

impl StreamDriver for Script {
    fn stream_send(&self, data: &[u8]) -> Result<Option<usize>> {
        let taken = data.len().min(3);
        lock(&self.sent).push(Part::Data(data[..taken].to_vec()));
        Ok(Some(taken))
    }

    fn stream_send_hole(&self, length: i64, _flags: u32) -> Result<()> {
        lock(&self.sent).push(Part::Hole(length));
        Ok(())
    }

    fn stream_recv_flags(&self, data: &mut [u8], flags: u32) -> Result<Received> {
        assert_eq!(flags, VIR_STREAM_RECV_STOP_AT_HOLE as u32);
        let next = lock(&self.incoming).front().cloned();
        if let Some(Part::Hole(_)) = next { Ok(Received::Hole) } else { self.stream_recv(data) }
    }

    fn stream_recv(&self, data: &mut [u8]) -> Result<Received> {
        match lock(&self.incoming).pop_front() {
            None => Ok(Received::Bytes(0)),
            Some(Part::Data(bytes)) => {
                data[..bytes.len()].copy_from_slice(&bytes);
                Ok(Received::Bytes(bytes.len()))
            }
            Some(Part::Hole(_)) => Ok(Received::WouldBlock),
        }
    }

    fn stream_recv_hole(&self, _flags: u32) -> Result<i64> {
        match lock(&self.incoming).pop_front() {
            Some(Part::Hole(length)) => Ok(length),
            other => panic!("no hole: {other:?}"),
        }
    }

    fn stream_abort(&self) -> Result<()> {
        *lock(&self.aborted) += 1;
        Ok(())
    }
}

fn scripted(incoming: Vec<Part>) -> (Arc<Stream>, Arc<Script>) {
    let conn = Connect::open(Some("test:///default"), 0).expect("always there");
    let stream = Stream::new(conn, 0);
    let script = Arc::new(Script { incoming: Mutex::new(incoming.into()), ..Script::default() });
    stream.attach(Arc::clone(&script) as Arc<dyn StreamDriver>);
    (stream, script)
}

fn nobody(function: &'static str, error: &Error) {
    panic!("{function}: {error}");
}

fn data(text: &str) -> Part {
    Part::Data(text.into())
}

#[test]
fn everything_is_sent_in_the_pieces_that_the_driver_takes() {
    let (stream, script) = scripted(Vec::new());
    let mut pieces = ["abcd", "e", ""].into_iter();
    let source = |buffer: &mut [u8]| {
        assert_eq!(buffer.len(), PIECE);
        let piece = pieces.next().expect("not asked after the end");
        buffer[..piece.len()].copy_from_slice(piece.as_bytes());
        Ok(piece.len())
    };
    stream.send_all(&nobody, source).unwrap();
    assert_eq!(*lock(&script.sent), [data("abc"), data("d"), data("e")]);
}

#[test]
fn holes_are_sent_as_holes() {
    let (stream, script) = scripted(Vec::new());
    let mut sections = [Section::Data(4), Section::Hole(7), Section::Data(1), Section::Hole(0)].into_iter();
    let mut skipped = Vec::new();
    let mut rest = 5;
    let source = |buffer: &mut [u8]| {
        let count = buffer.len().min(2).min(rest);
        rest -= count;
        buffer[..count].fill(b'x');
        Ok(count)
    };
    let skip = |length| {
        skipped.push(length);
        Ok(())
    };
    stream
        .sparse_send_all(&nobody, source, || Ok(sections.next().expect("not asked after the end")), skip)
        .unwrap();
    assert_eq!(*lock(&script.sent), [data("xx"), data("xx"), Part::Hole(7), data("x")]);
    assert_eq!(skipped, [7]);
}

#[test]
fn holes_are_received_as_holes() {
    let parts = vec![data("abcde"), Part::Hole(7), data("f")];
    let (stream, _) = scripted(parts.clone());
    let got = Mutex::new(Vec::new());
    let sink = |bytes: &[u8]| {
        let taken = bytes.len().min(5);
        lock(&got).push(Part::Data(bytes[..taken].to_vec()));
        Ok(taken)
    };
    let hole = |length| {
        lock(&got).push(Part::Hole(length));
        Ok(())
    };
    stream.sparse_recv_all(&nobody, sink, hole).unwrap();
    assert_eq!(got.into_inner().unwrap(), parts);
}

#[test]
fn a_failure_aborts_and_keeps_its_own_error() {
    let (stream, script) = scripted(vec![data("abc"), Part::Hole(1)]);
    let refuse = |_: &[u8]| Err(io::Error::from_raw_os_error(libc::EPERM));
    let error = stream.or_abort(&nobody, || stream.recv_all(&nobody, refuse)).unwrap_err();
    assert_eq!(error.message(), "recv handler failed: Operation not permitted");
    assert_eq!(*lock(&script.aborted), 1);

    // A driver that would have to wait where it may: nothing to say, but no success.
    let error = stream.or_abort(&nobody, || stream.recv_all(&nobody, |bytes| Ok(bytes.len()))).unwrap_err();
    assert_eq!(error.message(), crate::error::texts::UNKNOWN_CAUSE);
    assert_eq!(*lock(&script.aborted), 2);
}

/// The program would overrun the buffer; it must not be believed.
#[test]
fn a_source_cannot_have_stored_more_than_there_is_room_for() {
    let (stream, script) = scripted(Vec::new());
    let error = stream.send_all(&nobody, |buffer| Ok(buffer.len() + 1)).unwrap_err();
    assert!(error.message().contains("more than there is room for"), "{error}");
    assert_eq!(*lock(&script.sent), []);
}
