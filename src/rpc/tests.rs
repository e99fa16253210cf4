//! Every type of the protocol with random values, and with bytes that are no values; packets in pieces.

#![forbid(unsafe_code)]

use std::os::fd::OwnedFd;
use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;

use super::client::State;
use super::message::{self, Assembler, Header, Packet, Status, Type};
use super::protocol::{Kind, Priority, Program, Shape, Stream, net, remote};
use super::stream::{ENOUGH, StreamState};
use super::xdr::{Decoder, Fault, List, Opaque, Opt, Sampler, Str, Xdr};
use crate::error::{ErrorCode, Result};

/// The types of all payloads.
fn shapes() -> Vec<&'static Shape> {
    let procedures = Program::ALL.iter().flat_map(|program| program.procedures);
    procedures
        .flat_map(|procedure| match &procedure.kind {
            Kind::Call(args, reply) => vec![args, reply],
            Kind::Event(message) => vec![message],
        })
        .collect()
}

#[test]
fn the_table_has_every_procedure() {
    let count = |name| Program::ALL.iter().find(|it| it.name == name).map_or(0, |it| it.procedures.len());
    assert_eq!(["remote", "qemu", "lxc", "admin", "keepalive"].map(count), [453, 7, 1, 20, 2]);
    let upload = remote::procedure::PROGRAM.procedure(208).expect("in the table");
    assert_eq!(upload.name, "REMOTE_PROC_STORAGE_VOL_UPLOAD");
    assert_eq!((upload.number, upload.stream, upload.priority), (208, Stream::Write, Priority::Low));
    assert!(upload.needs_auth && !upload.newer);
    assert!(remote::procedure::PROGRAM.procedure(444).is_some_and(|it| it.newer));
    assert!(
        [i32::MIN, -1, 0, 454, i32::MAX].iter().all(|it| remote::procedure::PROGRAM.procedure(*it).is_none())
    );
    assert_eq!(remote::procedure::STORAGE_VOL_UPLOAD.number, 208);
    assert_eq!(Program::find(0x2000_8086).map(|it| it.name), Some("remote"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_type_goes_there_and_back(entropy in vec(any::<u8>(), 0..300)) {
        for shape in shapes() {
            let [sent, again] = (shape.sample)(&mut Sampler(&entropy)).expect("within its limits");
            prop_assert_eq!(sent, again, "{:?}", shape);
        }
    }

    #[test]
    fn what_is_cut_off_is_no_value(entropy in vec(any::<u8>(), 0..100)) {
        for shape in shapes() {
            let [sent, _] = (shape.sample)(&mut Sampler(&entropy)).expect("within its limits");
            for length in 0..sent.len() {
                prop_assert_eq!((shape.recode)(&sent[..length]).err(), Some(Fault::Short), "{:?}", shape);
            }
        }
    }

    #[test]
    fn any_bytes_are_a_value_or_an_error(mut bytes in vec(prop_oneof![Just(0), Just(0xff), any::<u8>()], 0..200)) {
        for shape in shapes() {
            let Ok((again, rest)) = (shape.recode)(&bytes) else { continue };
            // What has two forms is sent in one.
            bytes.splice(.., [again.as_slice(), rest].concat());
            let (twice, _) = (shape.recode)(&bytes).expect("just encoded");
            prop_assert_eq!(again, twice, "{:?}", shape);
        }
    }
}

fn decode<C: Xdr>(bytes: &[u8]) -> Result<C::Value, Fault> {
    C::decode(&mut Decoder::new(bytes))
}

#[test]
fn limits_are_looked_at_before_the_bytes() {
    let huge = [0x7f, 0xff, 0xff, 0xff, 0, 0, 0, 0];
    assert_eq!(decode::<Str<4>>(&huge), Err(Fault::TooLong(0x7fff_ffff)));
    assert_eq!(decode::<List<u32, 9>>(&[0, 0, 0, 10]), Err(Fault::TooLong(10)));
    // Allowed, but it cannot be there.
    assert_eq!(decode::<List<u64, 0x7fff_ffff>>(&huge), Err(Fault::Short));
    assert_eq!(decode::<Opaque<0x7fff_ffff>>(&huge), Err(Fault::Short));
    assert_eq!(decode::<Opt<u32>>(&[0, 0, 0, 2]), Err(Fault::BadChoice(2)));
    let mut out = Vec::new();
    assert_eq!(Str::<2>::encode(&"abc".to_owned(), &mut out), Err(Fault::TooLong(3)));
    let too_many = Fault::TooMany { of: "u32", count: 2, limit: 1 };
    assert_eq!(List::<u32, 1>::encode(&vec![1, 2], &mut out), Err(too_many));
}

#[test]
fn small_numbers_take_four_bytes() {
    let mut info = remote::NodeGetInfoRet {
        model: [0; 32],
        memory: 1,
        cpus: 2,
        mhz: 3,
        nodes: 4,
        sockets: 5,
        cores: 6,
        threads: 7,
    };
    info.model[0] = b'x';
    info.model[1] = 0xe9;
    let mut out = Vec::new();
    remote::NodeGetInfoRet::encode(&info, &mut out).expect("fits");
    assert_eq!(out.len(), 128 + 8 + 6 * 4);
    assert_eq!(out[..8], [0, 0, 0, b'x', 0xff, 0xff, 0xff, 0xe9], "a character of C has a sign");
    assert_eq!(decode::<remote::NodeGetInfoRet>(&out), Ok(info));
}

#[test]
fn text_that_is_not_utf_8_does_not_cost_the_rest() {
    assert_eq!(decode::<Str<8>>(&[0, 0, 0, 2, b'a', 0xff, 7, 7]), Ok("a\u{fffd}".to_owned()));
}

fn header(r#type: Type) -> Header {
    Header { prog: 1, vers: 2, proc: 3, r#type, serial: 4, status: Status::OK }
}

/// What an assembler makes of bytes that come in pieces, with a file descriptor at the end of some.
fn assemble(pieces: Vec<(Vec<u8>, Option<OwnedFd>)>) -> Result<Vec<Packet>> {
    let mut assembler = Assembler::default();
    let mut packets = Vec::new();
    for (bytes, fd) in pieces {
        let mut bytes = bytes.as_slice();
        let mut fd = fd;
        while !bytes.is_empty() {
            let taken = assembler.fill::<()>(|into| {
                let count = into.len().min(bytes.len());
                into[..count].copy_from_slice(&bytes[..count]);
                Ok((count, if count == bytes.len() { fd.take() } else { None }))
            });
            bytes = &bytes[taken.expect("never fails")..];
            while let Some(packet) = assembler.next_packet()? {
                packets.push(packet);
            }
        }
    }
    Ok(packets)
}

fn null() -> Option<OwnedFd> {
    Some(std::fs::File::open("/dev/null").expect("there").into())
}

#[test]
fn packets_come_in_any_pieces() {
    let payloads: Vec<Vec<u8>> = [0, 1, 4068, 4069, 20_000, 3].map(|length| vec![7; length]).into();
    let packet = |payload: &Vec<u8>| message::encode_raw(&header(Type::STREAM), payload).expect("fits");
    let bytes = payloads.iter().map(packet).collect::<Vec<_>>().concat();
    for size in [1, 27, 4096, 5000, bytes.len()] {
        let pieces = bytes.chunks(size).map(|piece| (piece.to_vec(), None)).collect();
        let packets = assemble(pieces).expect("packets");
        let got: Vec<_> = packets.iter().map(|packet| packet.payload().to_vec()).collect();
        assert!(got == payloads, "in pieces of {size}");
        assert!(packets.iter().all(|packet| packet.header == header(Type::STREAM)));
    }
}

#[test]
fn file_descriptors_follow_their_packet() {
    let with = message::encode::<u32>(&header(Type::REPLY_WITH_FDS), 2, &9).expect("fits");
    let plain = message::encode::<u32>(&header(Type::REPLY), 0, &8).expect("fits");
    assert_eq!(with.len(), 4 + 24 + 4 + 4);
    let mut first = with.clone();
    first.push(0); // the kernel hands out a descriptor's byte with what is before it
    let pieces = vec![(first, null()), (vec![0], null()), (plain.clone(), None)];
    let packets = assemble(pieces).expect("packets");
    assert_eq!(packets.iter().map(|packet| packet.fds.len()).collect::<Vec<_>>(), [2, 0]);
    assert_eq!(packets[0].decode::<u32>().expect("a number"), 9);

    let error = assemble(vec![([with.as_slice(), &[0]].concat(), None)]).unwrap_err();
    assert_eq!((error.code(), error.message()), (ErrorCode::VIR_ERR_RPC, "a file descriptor is missing"));
    let error = assemble(vec![(plain, null())]).unwrap_err();
    assert_eq!(error.message(), "unexpected file descriptor");
    let many = message::encode::<u32>(&header(Type::CALL_WITH_FDS), 33, &9).unwrap_err();
    assert_eq!(many.code(), ErrorCode::VIR_ERR_RPC);
    let mut many = with;
    many[31] = 33;
    assert_eq!(
        assemble(vec![(many, None)]).unwrap_err().message(),
        "Received too many FDs 33, expected 32 maximum"
    );
}

#[test]
fn a_length_can_be_wrong() {
    let error = |length: u32| {
        let mut bytes = length.to_be_bytes().to_vec();
        bytes.resize(40, 0);
        let error = assemble(vec![(bytes, None)]).unwrap_err();
        assert_eq!(error.code(), ErrorCode::VIR_ERR_RPC);
        error.message().to_owned()
    };
    assert_eq!(error(3), "packet 3 bytes received from server too small, want 4");
    assert_eq!(error(4), "Unable to decode message header");
    assert_eq!(error(27), "Unable to decode message header");
    assert_eq!(error(0x8000_0000), "packet 2147483644 bytes received from server too large, want 33554432");
    let largest = net::MESSAGE_MAX as u32 + 4;
    assert!(error(largest + 1).contains("too large"));
    assert!(assemble(vec![(largest.to_be_bytes().to_vec(), None)]).is_ok_and(|packets| packets.is_empty()));
}

#[test]
fn a_payload_can_be_too_long() {
    let error =
        message::encode_raw(&header(Type::STREAM), &vec![0; net::MESSAGE_PAYLOAD_MAX + 1]).unwrap_err();
    assert_eq!(error.message(), "Unable to encode message payload");
    let error = message::encode::<Str<3>>(&header(Type::CALL), 0, &"four".to_owned()).unwrap_err();
    assert_eq!((error.code(), error.message()), (ErrorCode::VIR_ERR_RPC, "Unable to encode message payload"));
}

/// With enough for a stream the event loop is not to bring more, until something is read or the stream is gone.
#[test]
fn a_stream_with_enough_holds_the_event_loop_back() {
    const READABLE: i32 = crate::abi::_virEventHandleType::VIR_EVENT_HANDLE_READABLE as i32;
    let header =
        Header { prog: 1, vers: 1, proc: 1, r#type: Type::STREAM, serial: 7, status: Status::CONTINUE };
    let mut state = State::default();
    state.trickle = Some(1);
    state.streams.insert(7, StreamState::new(&header, &Arc::default()));
    let give = |state: &mut State, bytes: usize| {
        let packet = packet_of(&message::encode_raw(&header, &vec![1; bytes]).unwrap());
        state.streams.get_mut(&7).unwrap().take(packet);
    };
    give(&mut state, ENOUGH / 2);
    assert_eq!(state.wanted(), READABLE);
    give(&mut state, ENOUGH / 2);
    assert_eq!(state.wanted(), 0);
    state.trickle = None;
    assert_eq!(state.wanted(), READABLE, "without the means to go on slowly");
    state.trickle = Some(1);
    state.streams.clear();
    assert_eq!(state.wanted(), READABLE);
}

#[test]
fn a_stream_that_is_not_read_is_lost_and_not_the_memory() {
    let header =
        Header { prog: 1, vers: 1, proc: 1, r#type: Type::STREAM, serial: 7, status: Status::CONTINUE };
    let mut stream = StreamState::new(&header, &Arc::default());
    stream.limit = 10_000;
    let give = |stream: &mut StreamState| {
        stream.take(packet_of(&message::encode_raw(&header, &[1; 3000]).unwrap()));
        stream.error.as_ref().map(|error| error.message().to_owned())
    };
    for _ in 0..3 {
        assert_eq!(give(&mut stream), None);
    }
    let lost = Some("stream is not read: more than 10000 bytes wait".to_owned());
    assert_eq!(give(&mut stream), lost);
    // What comes for it later is nothing any more.
    assert_eq!(give(&mut stream), lost);
    assert!(!stream.has_enough());
}

/// What the assembler makes of the bytes of one packet.
fn packet_of(mut bytes: &[u8]) -> Packet {
    let mut inbox = Assembler::default();
    while !bytes.is_empty() {
        let filled: Result<usize, ()> = inbox.fill(|into| {
            let count = into.len().min(bytes.len());
            into[..count].copy_from_slice(&bytes[..count]);
            bytes = &bytes[count..];
            Ok((count, None))
        });
        filled.unwrap();
    }
    inbox.next_packet().unwrap().unwrap()
}
