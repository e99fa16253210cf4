//! Every packet of the recorded conversations, decoded with the type of its procedure and encoded again.

#![forbid(unsafe_code)]

use std::fs;

use super::recorded::{folder, packets};
use virt::rpc::message::{Assembler, MessageError, Packet, Status, StreamHole, Type};
use virt::rpc::protocol::{Kind, Program, Shape};
use virt::rpc::xdr::{Fault, Result};

/// What the payload of a packet is.
enum Content {
    Typed(Shape),
    Known(&'static Shape),
    Raw,
}

fn content(packet: &Packet) -> Content {
    let header = &packet.header;
    match (header.r#type, header.status) {
        (Type::REPLY | Type::STREAM, Status::ERROR) if !packet.payload().is_empty() => {
            return Content::Typed(Shape::of::<MessageError>());
        }
        (Type::STREAM_HOLE, _) => return Content::Typed(Shape::of::<StreamHole>()),
        (Type::STREAM, _) => return Content::Raw,
        _ => {}
    }
    let procedure = Program::find(header.prog).and_then(|program| program.procedure(header.proc));
    match (procedure.map(|it| &it.kind), header.r#type) {
        (Some(Kind::Call(args, _)), Type::CALL | Type::CALL_WITH_FDS) => Content::Known(args),
        (Some(Kind::Call(_, reply)), Type::REPLY | Type::REPLY_WITH_FDS) => Content::Known(reply),
        (Some(Kind::Event(message)), Type::MESSAGE) => Content::Known(message),
        _ => Content::Raw,
    }
}

fn recode<'a>(content: &Content, payload: &'a [u8]) -> Result<(Vec<u8>, &'a [u8])> {
    match content {
        Content::Typed(shape) => (shape.recode)(payload),
        Content::Known(shape) => (shape.recode)(payload),
        Content::Raw => Ok((payload.to_vec(), &[])),
    }
}

/// The bytes as a packet; file descriptors are left out.
fn assemble(bytes: &[u8]) -> Packet {
    let mut assembler = Assembler::default();
    let mut rest = bytes;
    loop {
        let count = assembler.fill::<()>(|into| {
            let count = into.len().min(rest.len());
            into[..count].copy_from_slice(&rest[..count]);
            Ok((count, None))
        });
        rest = &rest[count.expect("never fails")..];
        if let Some(packet) = assembler.next().expect("a packet") {
            assert!(rest.is_empty());
            return packet;
        }
        assert!(!rest.is_empty(), "more than the packet is wanted");
    }
}

/// Packets that the bare client sent wrong on purpose: serial, length of the payload, and what is wrong with it.
const WRONG: [(u32, usize, Option<Fault>); 5] = [
    (78, 0, Some(Fault::Short)),
    (84, 6, Some(Fault::Short)),
    (85, 4, Some(Fault::BadChoice(2))),
    (86, 8, Some(Fault::TooLong(0x7fff_ffff))),
    // Bytes after the arguments, which the daemon ignores.
    (93, 12, None),
];

#[test]
fn every_recorded_packet_is_encoded_as_it_was() {
    let mut names: Vec<_> = fs::read_dir(folder())
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().into_string().expect("a name"))
        .filter(|name| name.ends_with(".txt"))
        .collect();
    names.sort();
    assert_eq!(names.len(), 24);
    let (mut typed, mut wrong) = (0, Vec::new());
    for name in &names {
        for recorded in packets(name) {
            let mut bytes = recorded.bytes;
            // The descriptors themselves are not recorded; without them the packet would not be complete.
            let fds = matches!(bytes[19], 4 | 5).then(|| bytes.drain(28..32).collect::<Vec<_>>());
            if fds.is_some() {
                assert_eq!(fds, Some(vec![0, 0, 0, 1]));
                let length = bytes.len() as u32;
                bytes[..4].copy_from_slice(&length.to_be_bytes());
                bytes[19] = if bytes[19] == 4 { 0 } else { 1 };
            }
            let packet = assemble(&bytes);
            let content = content(&packet);
            let place = format!("{name}: {:?}", packet.header);
            let ours = (packet.header.serial, packet.payload().len());
            let planned = WRONG.iter().find(|it| {
                name == "19-protocol-errors-raw.txt" && recorded.by_client && (it.0, it.1) == ours
            });
            match (recode(&content, packet.payload()), planned) {
                (Ok((again, rest)), None) => {
                    assert_eq!((again.as_slice(), rest), (packet.payload(), &[][..]), "{place}");
                    typed += usize::from(!matches!(content, Content::Raw));
                }
                (Ok((_, rest)), Some((.., None))) => {
                    assert!(!rest.is_empty(), "{place}");
                    wrong.push(ours);
                }
                (Err(fault), Some((.., expected))) => {
                    assert_eq!(Some(fault), *expected, "{place}");
                    wrong.push(ours);
                }
                (outcome, _) => panic!("{place}: {outcome:?}"),
            }
        }
    }
    assert_eq!(wrong.len(), WRONG.len(), "{wrong:?}");
    assert!(typed > 700, "{typed}");
}
