//! Domain XML, by the rules of both drivers: what was read again is written as the same. What the QEMU driver takes can
//! be read after it was stored, also while it runs, and a command line can be made of it.

#![cfg_attr(fuzzing, no_main)]
#![forbid(unsafe_code)]

use std::path::Path;

use virt::conf::domain::{DomainDef, FormatFlags, Rules};
use virt::drivers::qemu::command::{CommandContext, MonitorArg, build};
use virt::drivers::qemu::unsupported;
use virt::error::Result;
use virt::ident::DomainId;
use virt::monitor::Protocol;

const ALL: FormatFlags = FormatFlags { secure: true, inactive: true, status: false, migratable: false };
const STATE: FormatFlags = FormatFlags { secure: true, inactive: false, status: true, migratable: false };

/// Tries one input.
pub fn run(data: &[u8]) {
    let Ok(xml) = std::str::from_utf8(data) else { return };
    for rules in [Rules::Test, Rules::Qemu] {
        let Ok(def) = DomainDef::parse_by(xml, rules) else { continue };
        def.check_stability(&def).unwrap_or_else(|e| panic!("{e}:\n{xml}"));
        let text = def.format(ALL);
        let stored = settles(&text, ALL, |text| DomainDef::parse_by(text, rules));
        if rules == Rules::Qemu && unsupported::check(&def).is_ok() {
            stored.unwrap_or_else(|e| panic!("{e}:\n{text}"));
            start(def);
        }
    }
}

/// What was read again stays as it is. As in the original some of the first texts cannot be read, or change once.
fn settles(text: &str, flags: FormatFlags, parse: impl Fn(&str) -> Result<DomainDef>) -> Result<()> {
    let settled = parse(text)?.format(flags);
    let again = parse(&settled).unwrap_or_else(|e| panic!("{e}:\n{settled}"));
    assert_eq!(again.format(flags), settled);
    Ok(())
}

/// A run of what the QEMU driver takes survives being stored, and has a command line.
fn start(mut def: DomainDef) {
    def.prepare_live(DomainId(1), 3600);
    let state = def.format(STATE);
    settles(&state, STATE, DomainDef::parse_state).unwrap_or_else(|e| panic!("{e}:\n{state}"));
    let context = CommandContext {
        emulator: Path::new("/usr/bin/qemu-system-x86_64"),
        monitor: MonitorArg::Handed { fd: 3, protocol: Protocol::Json },
        domain_dir: Path::new("/nowhere"),
        now_s: 1_795_412_524,
    };
    // Not everything can run; refusing it is fine.
    let _ = build(&def, &context);
}

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| run(data));
