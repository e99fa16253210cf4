//! Whole transfers: from the program's source into a stream until the source ends, and from a stream to its end into
//! the program's sink.
//!
//! Sources and sinks fail with the system's error. The original makes each step by a call of another public function,
//! whose error is told at once; so every method here takes whom to tell, with that function's name.

#![forbid(unsafe_code)]

use std::io;

use super::{FROM, Stream};
use crate::abi::_virStreamRecvFlagsValues::VIR_STREAM_RECV_STOP_AT_HOLE;
use crate::driver::Received;
use crate::error::{Error, ErrorCode, Result};

/// Most bytes that are handed over at once: what the original's protocol carries in one message.
const PIECE: usize = 262_120;

/// What a sparse source has at its present position, and for how many bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    Data(usize),
    Hole(i64),
}

/// Is told of the error of a step, which is named by its public function.
pub type Tell<'a> = &'a dyn Fn(&'static str, &Error);

impl Stream {
    /// Runs a whole transfer; if it fails, it is aborted.
    pub fn or_abort(&self, tell: Tell<'_>, transfer: impl FnOnce() -> Result<()>) -> Result<()> {
        transfer().inspect_err(|_| {
            // The first failure is the one to report; the program's handler hears of this one too.
            let _ = step(tell, "virStreamAbort", self.driver().stream_abort());
        })
    }

    /// Sends what `source` stores in the buffers it is given, until it stores nothing.
    pub fn send_all(
        &self,
        tell: Tell<'_>,
        mut source: impl FnMut(&mut [u8]) -> io::Result<usize>,
    ) -> Result<()> {
        self.check_blocking("data sources")?;
        let mut buffer = vec![0; PIECE];
        loop {
            match fetch(&mut source, &mut buffer)? {
                0 => return Ok(()),
                count => self.send_bytes(tell, &buffer[..count])?,
            }
        }
    }

    /// As [`Self::send_all`], for a source that also tells, by `section`, what comes next, and that can `skip` a hole.
    pub fn sparse_send_all(
        &self,
        tell: Tell<'_>,
        mut source: impl FnMut(&mut [u8]) -> io::Result<usize>,
        mut section: impl FnMut() -> io::Result<Section>,
        mut skip: impl FnMut(i64) -> io::Result<()>,
    ) -> Result<()> {
        self.check_blocking("data sources")?;
        let mut buffer = vec![0; PIECE];
        let mut rest = 0;
        loop {
            if rest == 0 {
                match section().map_err(|e| failed("send holeHandler failed", &e))? {
                    Section::Hole(length) if length != 0 => {
                        step(tell, "virStreamSendHole", self.driver().stream_send_hole(length, 0))?;
                        skip(length).map_err(|e| failed("send skipHandler failed", &e))?;
                        continue;
                    }
                    // As libvirt: at the end it is the source that says so.
                    Section::Hole(_) => {}
                    Section::Data(length) => rest = length,
                }
            }
            match fetch(&mut source, &mut buffer[..rest.min(PIECE)])? {
                0 => return Ok(()),
                count => {
                    self.send_bytes(tell, &buffer[..count])?;
                    rest -= count;
                }
            }
        }
    }

    /// Hands everything that comes to `sink`, which returns how much it took.
    pub fn recv_all(&self, tell: Tell<'_>, mut sink: impl FnMut(&[u8]) -> io::Result<usize>) -> Result<()> {
        self.check_blocking("data sinks")?;
        let mut buffer = vec![0; PIECE];
        loop {
            match step(tell, "virStreamRecv", self.driver().stream_recv(&mut buffer))? {
                Received::Bytes(0) => return Ok(()),
                Received::Bytes(count) => hand_over(&mut sink, &buffer[..count])?,
                Received::WouldBlock | Received::Hole => return Err(Error::unknown_cause()),
            }
        }
    }

    /// As [`Self::recv_all`], with holes going to `hole`.
    pub fn sparse_recv_all(
        &self,
        tell: Tell<'_>,
        mut sink: impl FnMut(&[u8]) -> io::Result<usize>,
        mut hole: impl FnMut(i64) -> io::Result<()>,
    ) -> Result<()> {
        const STOP: u32 = VIR_STREAM_RECV_STOP_AT_HOLE as u32;
        self.check_blocking("data sinks")?;
        let mut buffer = vec![0; PIECE];
        loop {
            match step(tell, "virStreamRecvFlags", self.driver().stream_recv_flags(&mut buffer, STOP))? {
                Received::Bytes(0) => return Ok(()),
                Received::Bytes(count) => hand_over(&mut sink, &buffer[..count])?,
                Received::Hole => {
                    let length = step(tell, "virStreamRecvHole", self.driver().stream_recv_hole(0))?;
                    hole(length).map_err(|e| failed("recv holeHandler failed", &e))?;
                }
                Received::WouldBlock => return Err(Error::unknown_cause()),
            }
        }
    }

    fn check_blocking(&self, what: &str) -> Result<()> {
        if !self.is_non_blocking() {
            return Ok(());
        }
        let detail = format!("{what} cannot be used for non-blocking streams");
        Err(Error::new(ErrorCode::VIR_ERR_OPERATION_INVALID, FROM, detail))
    }

    fn send_bytes(&self, tell: Tell<'_>, mut data: &[u8]) -> Result<()> {
        while !data.is_empty() {
            let sent = step(tell, "virStreamSend", self.driver().stream_send(data))?;
            data = &data[sent.ok_or_else(Error::unknown_cause)?..];
        }
        Ok(())
    }
}

/// Has `source` fill `buffer`; returns how much it stored.
fn fetch(source: &mut impl FnMut(&mut [u8]) -> io::Result<usize>, buffer: &mut [u8]) -> Result<usize> {
    let count = source(buffer).map_err(|e| failed("send handler failed", &e))?;
    if count > buffer.len() {
        return Err(Error::internal(FROM, "the source of a stream stored more than there is room for"));
    }
    Ok(count)
}

/// Has `sink` take all of `data`, at as many turns as it wants.
fn hand_over(sink: &mut impl FnMut(&[u8]) -> io::Result<usize>, mut data: &[u8]) -> Result<()> {
    while !data.is_empty() {
        let taken = sink(data).map_err(|e| failed("recv handler failed", &e))?;
        data = data.get(taken..).unwrap_or_default();
    }
    Ok(())
}

fn step<T>(tell: Tell<'_>, function: &'static str, outcome: Result<T>) -> Result<T> {
    outcome.inspect_err(|error| tell(function, error))
}

fn failed(what: &str, cause: &io::Error) -> Error {
    Error::system(FROM, what, cause)
}

#[cfg(test)]
mod tests;
