//! Packets of two clients side by side: serials, order and bytes, but for what is listed.

#![forbid(unsafe_code)]

use std::collections::BTreeSet;
use std::fmt::Write as _;

use virt::rpc::message::{self, Header};
use virt::rpc::protocol::remote::procedure;
use virt::rpc::protocol::{Kind, Program, keepalive, lxc, qemu};
use virt::rpc::xdr::{Decoder, Xdr};

use crate::replay::play::{describe, difference};

/// In place of a procedure: a serial that is used for nothing.
const NOTHING: &str = "";

/// What only the original's client says: in which program, how often, the procedure, the start of its arguments, and why
/// ours does not.
const ONLY_THE_ORIGINAL: &[(&str, usize, &str, &[u8], &str)] = &[
    (
        "remote/domain-calls",
        5,
        NOTHING,
        &[],
        "calls with more than fits have a serial with the original, although they are not sent",
    ),
    (
        "remote/domain-calls",
        1,
        "REMOTE_PROC_CONNECT_SUPPORTS_FEATURE",
        &[0, 0, 0, 8],
        "virDomainFDAssociate without files fails here and there; ours looks at them before it asks for descriptors",
    ),
    (
        "remote/domain-calls",
        4,
        "REMOTE_PROC_CONNECT_SUPPORTS_FEATURE",
        &[0, 0, 0, 3],
        "ours has no way to migrate as before 2011, so it does not ask for it",
    ),
    ("remote/domain-calls", 4, "REMOTE_PROC_CONNECT_SUPPORTS_FEATURE", &[0, 0, 0, 1], "the same"),
];

/// In place of a number.
const BY_CHANCE: usize = usize::MAX;

/// What both say in different words: in which program, how often, the procedure, and why.
const DIFFERENT: &[(&str, usize, &str, &str)] = &[
    (
        "test-tuning-limits",
        15,
        "REMOTE_PROC_DOMAIN_SET_PERF_EVENTS",
        "the program's truth is 5, which ours sends as 1",
    ),
    (
        "every",
        BY_CHANCE,
        "REMOTE_PROC_NETWORK_PORT_GET_PARAMETERS",
        "the original sends the caller's count, which the function only sets",
    ),
    (
        "session.py",
        BY_CHANCE,
        "REMOTE_PROC_NODE_GET_SEV_INFO",
        "the bindings leave the caller's count to chance",
    ),
];

/// Procedures of migrations, whose arguments have a cookie, with their types. What is in it daemons tell each other:
/// times and speeds.
macro_rules! without_cookie {
    ($bytes:ident, $header:ident: $($procedure:ident),*) => {
        match ($header.prog, $header.proc) {
            $((REMOTE, number) if number == procedure::$procedure.number => {
                let mut input = Decoder::new(&$bytes[28..]);
                let mut args = procedure::args::$procedure::decode(&mut input).expect("arguments");
                args.cookie_in.clear();
                $bytes = message::encode::<procedure::args::$procedure>(&$header, 0, &args).expect("fits");
            })*
            _ => {}
        }
    };
}

const REMOTE: u32 = procedure::PROGRAM.number;

/// A packet as it is compared: the serial apart, without what is new with every daemon.
#[derive(Debug, PartialEq)]
pub struct Packet {
    serial: u32,
    bytes: Vec<u8>,
}

impl Packet {
    pub fn new(mut bytes: Vec<u8>, folders: &[String]) -> Self {
        let header = header(&bytes);
        let serial = header.serial;
        without_cookie!(bytes, header: DOMAIN_MIGRATE_PREPARE3, DOMAIN_MIGRATE_PERFORM3, DOMAIN_MIGRATE_FINISH3,
            DOMAIN_MIGRATE_CONFIRM3, DOMAIN_MIGRATE_PREPARE3_PARAMS, DOMAIN_MIGRATE_PERFORM3_PARAMS,
            DOMAIN_MIGRATE_FINISH3_PARAMS, DOMAIN_MIGRATE_CONFIRM3_PARAMS);
        message::set_serial(&mut bytes, 0);
        for folder in folders {
            while let Some(at) = bytes.windows(folder.len()).position(|window| window == folder.as_bytes()) {
                bytes[at..at + folder.len()].fill(b'F');
            }
        }
        // Seconds since the epoch, by which moments are named.
        let mut digits = 0;
        for at in 0..=bytes.len() {
            if bytes.get(at).is_some_and(u8::is_ascii_digit) {
                digits += 1;
            } else {
                if digits == 10 {
                    bytes[at - digits..at].fill(b'0');
                }
                digits = 0;
            }
        }
        Self { serial, bytes }
    }

    fn is_keepalive(&self) -> bool {
        header(&self.bytes).prog == keepalive::procedure::PROGRAM.number
    }

    fn procedure(&self) -> &'static str {
        let header = header(&self.bytes);
        let procedure = Program::find(header.prog).and_then(|program| program.procedure(header.proc));
        procedure.expect("a known procedure").name
    }
}

fn header(packet: &[u8]) -> Header {
    Header::decode(&mut Decoder::new(&packet[4..])).expect("a header")
}

/// The procedures that no run calls, and why.
const UNCALLED: &[(&str, &[&str])] = &[
    (
        "no daemon here wants to know who we are",
        &["AUTH_POLKIT", "AUTH_SASL_INIT", "AUTH_SASL_START", "AUTH_SASL_STEP"],
    ),
    (
        "daemons would have to be older",
        &[
            "CONNECT_DOMAIN_EVENT_DEREGISTER",
            "CONNECT_DOMAIN_EVENT_DEREGISTER_ANY",
            "CONNECT_DOMAIN_EVENT_REGISTER",
            "CONNECT_DOMAIN_EVENT_REGISTER_ANY",
            "DOMAIN_MIGRATE_FINISH",
            "DOMAIN_MIGRATE_FINISH2",
            "DOMAIN_MIGRATE_PERFORM",
            "DOMAIN_MIGRATE_PREPARE",
            "DOMAIN_MIGRATE_PREPARE2",
        ],
    ),
    (
        "daemons tunnel among themselves",
        &[
            "DOMAIN_MIGRATE_PREPARE_TUNNEL",
            "DOMAIN_MIGRATE_PREPARE_TUNNEL3",
            "DOMAIN_MIGRATE_PREPARE_TUNNEL3_PARAMS",
        ],
    ),
    ("all programs here name a URI; those of tests/remote/places.rs do not", &["CONNECT_GET_URI"]),
    ("the bindings leave a number of it to chance", &["NODE_GET_SEV_INFO"]),
];

/// What was compared so far.
#[derive(Default)]
pub struct Comparison {
    report: String,
    /// Rows of [`ONLY_THE_ORIGINAL`] and [`DIFFERENT`], as often as they were met.
    only: Vec<usize>,
    different: Vec<usize>,
    seen: BTreeSet<(u32, i32)>,
}

impl Comparison {
    /// Compares all that the clients of one program said.
    pub fn add(&mut self, program: &str, place: &str, [original, ours]: [&[Vec<Packet>]; 2]) {
        if original.len() != ours.len() {
            let _ = writeln!(self.report, "{place}: {} and {} connections", original.len(), ours.len());
        }
        for (number, (original, ours)) in original.iter().zip(ours).enumerate() {
            self.seen.extend(original.iter().map(|packet| {
                let header = header(&packet.bytes);
                (header.prog, header.proc)
            }));
            if let Err(text) = self.connection(program, original, ours) {
                let _ = writeln!(self.report, "{place}, connection {number}: {text}");
            }
        }
    }

    fn connection(&mut self, program: &str, original: &[Packet], ours: &[Packet]) -> Result<(), String> {
        // When the daemon asks whether a client is there is chance: a program may be slow.
        let [original, mut ours] =
            [original, ours].map(|packets| packets.iter().filter(|packet| !packet.is_keepalive()));
        let mut next = ours.next();
        let mut skipped = 0; // serials
        for (number, packet) in original.enumerate() {
            let place = format!("packet {number}, {}", describe(&packet.bytes));
            let Some(it) = next else { return Err(format!("{place} is missing")) };
            let same = it.bytes == packet.bytes;
            if same {
                let row = ONLY_THE_ORIGINAL.iter().position(|row| (row.0, row.2) == (program, NOTHING));
                while let (true, Some(row)) = (it.serial + skipped < packet.serial, row) {
                    self.only.push(row);
                    skipped += 1;
                }
            }
            if same && it.serial + skipped == packet.serial {
                next = ours.next();
                continue;
            }
            let only = ONLY_THE_ORIGINAL.iter().position(|(of, _, procedure, start, _)| {
                *of == program && packet.procedure() == *procedure && packet.bytes[28..].starts_with(start)
            });
            let different = DIFFERENT
                .iter()
                .position(|(of, _, procedure, _)| *of == program && packet.procedure() == *procedure);
            match (only, different) {
                (Some(row), _) if !same => {
                    self.only.push(row);
                    skipped += 1;
                }
                (_, Some(row)) if it.procedure() == packet.procedure() => {
                    self.different.push(row);
                    next = ours.next();
                }
                _ if it.procedure() == packet.procedure() => {
                    let text = difference(&packet.bytes, &it.bytes);
                    let serials =
                        format!("serials {} and {} after {skipped} skipped", packet.serial, it.serial);
                    let _ = writeln!(self.report, "{place}; {serials}; {text}");
                    next = ours.next();
                }
                _ => {
                    let serials =
                        format!("serials {} and {} after {skipped} skipped", packet.serial, it.serial);
                    return Err(format!("{place}; {serials}; {}", difference(&packet.bytes, &it.bytes)));
                }
            }
        }
        match next {
            None => Ok(()),
            // The original keeps a connection that a stream's callback is left over from.
            Some(it) if it.procedure() == "REMOTE_PROC_CONNECT_CLOSE" && ours.next().is_none() => Ok(()),
            Some(it) => Err(format!("in addition ours says {}", describe(&it.bytes))),
        }
    }

    /// Fails if something was different, if a listed difference was not there, and if a procedure was not called.
    pub fn finish(mut self) {
        for (row, (program, times, procedure, start, reason)) in ONLY_THE_ORIGINAL.iter().enumerate() {
            let count = self.only.iter().filter(|it| **it == row).count();
            if count != *times {
                let _ = writeln!(self.report, "{program}: {count} times {procedure} {start:?} ({reason})");
            }
        }
        for (row, (program, times, procedure, reason)) in DIFFERENT.iter().enumerate() {
            let count = self.different.iter().filter(|it| **it == row).count();
            if count != *times && *times != BY_CHANCE {
                let _ = writeln!(self.report, "{program}: {count} times different in {procedure} ({reason})");
            }
        }
        let programs = [&procedure::PROGRAM, &qemu::procedure::PROGRAM, &lxc::procedure::PROGRAM];
        for (program, procedure) in
            programs.iter().flat_map(|it| it.procedures.iter().map(move |row| (it, row)))
        {
            let is_call = matches!(procedure.kind, Kind::Call(..)) && !procedure.newer;
            let name = procedure.name.strip_prefix("REMOTE_PROC_").unwrap_or_default();
            let uncalled = UNCALLED.iter().any(|(_, names)| names.contains(&name));
            if is_call && !uncalled && !self.seen.contains(&(program.number, procedure.number)) {
                let _ = writeln!(self.report, "not called: {}", procedure.name);
            }
        }
        assert!(self.report.is_empty(), "{}", self.report);
    }
}
