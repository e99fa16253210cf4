//! Domain definitions against what the original made of the same XML: `tests/data/domain-xml/CASE` holds the XML
//! that was defined (`input.xml`), what `virDomainGetXMLDesc` gave for it inactive and running, and the command
//! line of the QEMU that ran it (libvirt 9.0.0, QEMU 7.2.22).

#![forbid(unsafe_code)]

use std::fs;
use std::path::{Path, PathBuf};

use virt::conf::domain::{DomainDef, FormatFlags, LiveContext};
use virt::domain::DomainId;

const INACTIVE: FormatFlags = FormatFlags { secure: false, inactive: true, status: false };
const LIVE: FormatFlags = FormatFlags { secure: false, inactive: false, status: false };

fn cases() -> Vec<PathBuf> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/domain-xml");
    let mut cases: Vec<_> = fs::read_dir(dir).expect("data").map(|entry| entry.expect("entry").path()).collect();
    cases.sort();
    assert!(cases.len() > 50, "test data is missing");
    cases
}

fn read(case: &Path, file: &str) -> String {
    fs::read_to_string(case.join(file)).unwrap_or_else(|e| panic!("{}/{file}: {e}", case.display()))
}

/// The definition as the driver completes it: with the emulator, and the machine by the name that it is short for.
fn define(case: &Path) -> DomainDef {
    let mut def = DomainDef::parse(&read(case, "input.xml")).unwrap_or_else(|e| panic!("{}: {e}", case.display()));
    def.devices.emulator = Some("/usr/bin/qemu-system-x86_64".into());
    def.os.machine = Some("pc-i440fx-7.2".to_owned());
    def
}

fn differences(ours: &str, theirs: &str) -> String {
    let only = |a: &str, b: &str, sign| {
        let b: Vec<_> = b.lines().collect();
        a.lines().filter(|l| !b.contains(l)).map(|l| format!("{sign}{l}\n")).collect::<String>()
    };
    only(ours, theirs, '+') + &only(theirs, ours, '-')
}

#[test]
fn inactive_xml_is_the_original_s() {
    let mut failures = String::new();
    for case in cases() {
        let (ours, theirs) = (define(&case).format(INACTIVE), read(&case, "inactive.xml"));
        if ours != theirs {
            failures += &format!("{}\n{}", case.display(), differences(&ours, &theirs));
        }
    }
    assert!(failures.is_empty(), "{failures}");
}
