//! Bytes as packets of the remote protocol, in pieces, and each payload as every type that its procedure can have: a
//! value that is encoded to the same value again, or an error.

#![cfg_attr(fuzzing, no_main)]
#![forbid(unsafe_code)]

use virt::rpc::message::{Assembler, MessageError, Packet, StreamHole};
use virt::rpc::protocol::{Kind, Program, Shape};

fn try_shape(shape: &Shape, payload: &[u8]) {
    let Ok((again, rest)) = (shape.recode)(payload) else { return };
    assert!(rest.len() <= payload.len());
    let (twice, left) = (shape.recode)(&again).unwrap_or_else(|fault| panic!("{shape:?}: {fault}"));
    assert!(twice == again && left.is_empty(), "{shape:?}");
}

fn try_packet(packet: &Packet) {
    try_shape(&Shape::of::<MessageError>(), packet.payload());
    try_shape(&Shape::of::<StreamHole>(), packet.payload());
    let _ = packet.error().message().len();
    let procedure =
        Program::find(packet.header.prog).and_then(|program| program.procedure(packet.header.proc));
    match procedure.map(|procedure| &procedure.kind) {
        Some(Kind::Call(args, reply)) => {
            try_shape(args, packet.payload());
            try_shape(reply, packet.payload());
        }
        Some(Kind::Event(message)) => try_shape(message, packet.payload()),
        None => {}
    }
}

/// Tries one input: a byte for the size of the pieces, then the stream.
pub fn run(data: &[u8]) {
    let Some((size, mut bytes)) = data.split_first() else { return };
    let mut assembler = Assembler::default();
    while !bytes.is_empty() {
        let filled = assembler.fill::<()>(|into| {
            let count = into.len().min(bytes.len()).min(usize::from(*size) + 1);
            into[..count].copy_from_slice(&bytes[..count]);
            Ok((count, None))
        });
        bytes = &bytes[filled.expect("never fails")..];
        loop {
            match assembler.next_packet() {
                Ok(Some(packet)) => try_packet(&packet),
                Ok(None) => break,
                Err(_) => return,
            }
        }
    }
}

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| run(data));
