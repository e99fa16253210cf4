//! Packets: a length, a header, maybe a number of file descriptors, and a payload; and how they are cut out of a
//! stream of bytes. The numbers are in `facts/protocol.json` under `framing`.

#![forbid(unsafe_code)]

use std::collections::VecDeque;
use std::os::fd::OwnedFd;

use super::error::{rpc, undecodable, unencodable};
use super::protocol::net::{MESSAGE_LEN_MAX, MESSAGE_MAX, MESSAGE_NUM_FDS_MAX, MESSAGE_PAYLOAD_MAX};
use super::xdr::{Decoder, Xdr};
use crate::error::{Error, Result};

pub use super::protocol::net::{
    MessageError, MessageHeader as Header, MessageStatus as Status, MessageType as Type, StreamHole,
};

/// The length word.
const LENGTH: usize = MESSAGE_LEN_MAX;

/// Where the serial stands in a packet.
const SERIAL: std::ops::Range<usize> = LENGTH + 16..LENGTH + 20;

/// Most packets that are sent are no longer.
const SMALL: usize = 128;

/// How much is asked for when nothing is known of what comes.
const BLOCK: usize = 4096;

/// The most that is made room for before it comes.
const STEP: usize = 256 << 10;

/// A packet that came.
#[derive(Debug)]
pub struct Packet {
    /// Its header.
    pub header: Header,
    /// The file descriptors that came with it.
    pub fds: Vec<OwnedFd>,
    bytes: Vec<u8>,
    payload: usize,
}

impl Packet {
    /// What follows the header.
    pub fn payload(&self) -> &[u8] {
        &self.bytes[self.payload..]
    }

    /// The payload as a value. What follows the value does not matter, as in the original.
    pub fn decode<C: Xdr>(&self) -> Result<C::Value> {
        C::decode(&mut Decoder::new(self.payload())).map_err(undecodable("message payload"))
    }

    /// The error that the payload says.
    pub fn error(&self) -> Error {
        self.decode::<MessageError>().map_or_else(|fault| fault, MessageError::into_error)
    }
}

/// Whether a number of file descriptors follows the header.
fn has_fds(header: &Header) -> bool {
    matches!(header.r#type, Type::CALL_WITH_FDS | Type::REPLY_WITH_FDS)
}

/// A packet to be sent. `fds` is how many file descriptors follow it, for the types that have them.
pub fn encode<C: Xdr>(header: &Header, fds: usize, payload: &C::Value) -> Result<Vec<u8>> {
    frame(header, fds, |out| C::encode(payload, out).map_err(unencodable("message payload")))
}

/// A packet with plain bytes: data of a stream, or none.
pub fn encode_raw(header: &Header, payload: &[u8]) -> Result<Vec<u8>> {
    frame(header, 0, |out| {
        out.extend_from_slice(payload);
        Ok(())
    })
}

fn frame(header: &Header, fds: usize, payload: impl FnOnce(&mut Vec<u8>) -> Result<()>) -> Result<Vec<u8>> {
    let mut out = Vec::with_capacity(SMALL);
    out.resize(LENGTH, 0);
    Header::encode(header, &mut out).map_err(unencodable("message header"))?;
    let start = out.len();
    if has_fds(header) {
        if fds > MESSAGE_NUM_FDS_MAX {
            return Err(rpc(format!("Too many FDs to send {fds}, expected {MESSAGE_NUM_FDS_MAX} maximum")));
        }
        out.extend_from_slice(&(fds as u32).to_be_bytes());
    }
    payload(&mut out)?;
    if out.len() - start > MESSAGE_PAYLOAD_MAX {
        return Err(rpc("Unable to encode message payload"));
    }
    let length = out.len() as u32; // the limit is far below
    out[..LENGTH].copy_from_slice(&length.to_be_bytes());
    Ok(out)
}

/// Gives a packet its serial.
pub fn set_serial(packet: &mut [u8], serial: u32) {
    packet[SERIAL].copy_from_slice(&serial.to_be_bytes());
}

/// Cuts packets out of what comes.
#[derive(Debug, Default)]
pub struct Assembler {
    /// What came, and behind it room that need not be made zero again.
    buffer: Vec<u8>,
    /// How much of it came.
    filled: usize,
    /// Descriptors that came and belong to a packet that is not complete.
    fds: VecDeque<OwnedFd>,
    /// A packet that waits for descriptors, and how many.
    partial: Option<(Packet, usize)>,
}

impl Assembler {
    /// Has `receive` fill in what comes next, and takes over how much that was.
    pub fn fill<E>(
        &mut self,
        receive: impl FnOnce(&mut [u8]) -> Result<(usize, Option<OwnedFd>), E>,
    ) -> Result<usize, E> {
        let have = self.filled;
        // To the end of a packet that is begun, so that it can be taken as it is.
        let missing = self.length().map_or(BLOCK, |length| length.saturating_sub(have).clamp(1, STEP));
        let end = (have + missing).max(BLOCK);
        if self.buffer.len() < end {
            self.buffer.resize(end, 0);
        }
        let (count, fd) = receive(&mut self.buffer[have..end])?;
        self.filled += count;
        self.fds.extend(fd);
        Ok(count)
    }

    fn received(&self) -> &[u8] {
        &self.buffer[..self.filled]
    }

    /// The first word, if it is there.
    fn length(&self) -> Option<usize> {
        self.received().first_chunk().map(|word| u32::from_be_bytes(*word) as usize)
    }

    /// Forgets what came first.
    fn skip(&mut self, count: usize) {
        self.buffer.copy_within(count..self.filled, 0);
        self.filled -= count;
    }

    /// Whether what came ends in the midst of a packet.
    pub fn is_midway(&self) -> bool {
        self.filled > 0 || self.partial.is_some()
    }

    /// The next packet, if it is complete.
    pub fn next_packet(&mut self) -> Result<Option<Packet>> {
        if self.partial.is_none() {
            let Some(bytes) = self.take()? else {
                // Descriptors come after the bytes of their packet.
                return if self.fds.is_empty() { Ok(None) } else { Err(rpc("unexpected file descriptor")) };
            };
            self.partial = Some(begin(bytes)?);
        }
        let Some((mut packet, count)) = self.partial.take() else { return Ok(None) };
        while packet.fds.len() < count {
            if self.filled == 0 {
                self.partial = Some((packet, count));
                return Ok(None);
            }
            let fd = self.fds.pop_front().ok_or_else(|| rpc("a file descriptor is missing"))?;
            self.skip(1); // the byte that carried it
            packet.fds.push(fd);
        }
        Ok(Some(packet))
    }

    /// The bytes of the next packet, if they are all there.
    fn take(&mut self) -> Result<Option<Vec<u8>>> {
        let Some(length) = self.length() else { return Ok(None) };
        if length < LENGTH {
            let text = format!("packet {length} bytes received from server too small, want {LENGTH}");
            return Err(rpc(text));
        }
        if length - LENGTH > MESSAGE_MAX {
            let length = length - LENGTH;
            let text = format!("packet {length} bytes received from server too large, want {MESSAGE_MAX}");
            return Err(rpc(text));
        }
        if self.filled < length {
            return Ok(None);
        }
        // A small one is copied, so that it does not keep a whole block; a large one is taken as it is.
        if length < BLOCK {
            let packet = self.buffer[..length].to_vec();
            self.skip(length);
            return Ok(Some(packet));
        }
        let rest = self.received()[length..].to_vec();
        self.buffer.truncate(length);
        self.filled = rest.len();
        Ok(Some(std::mem::replace(&mut self.buffer, rest)))
    }
}

/// Looks at the front of a packet; returns how many file descriptors belong to it as well.
fn begin(bytes: Vec<u8>) -> Result<(Packet, usize)> {
    let mut input = Decoder::new(&bytes[LENGTH..]);
    let header = Header::decode(&mut input).map_err(undecodable("message header"))?;
    let mut count = 0;
    if has_fds(&header) {
        count = u32::decode(&mut input).map_err(undecodable("number of FDs"))? as usize;
        if count > MESSAGE_NUM_FDS_MAX {
            let text = format!("Received too many FDs {count}, expected {MESSAGE_NUM_FDS_MAX} maximum");
            return Err(rpc(text));
        }
    }
    let payload = bytes.len() - input.rest().len();
    Ok((Packet { header, fds: Vec::new(), bytes, payload }, count))
}
