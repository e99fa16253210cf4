//! Domain definitions against what the original made of the same XML: `tests/data/domain-xml/CASE` holds the XML
//! that was defined (`input.xml`), what `virDomainGetXMLDesc` gave for it inactive and running, and the command
//! line of the QEMU that ran it (libvirt 9.0.0, QEMU 7.2.22).

#![forbid(unsafe_code)]

use std::fs;
use std::path::{Path, PathBuf};

use virt::conf::domain::chardev::CharSource;
use virt::conf::domain::{DomainDef, FormatFlags};

const INACTIVE: FormatFlags = FormatFlags { secure: false, inactive: true, status: false };
const LIVE: FormatFlags = FormatFlags { secure: false, inactive: false, status: false };

fn cases() -> Vec<PathBuf> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/domain-xml");
    let mut cases: Vec<_> =
        fs::read_dir(dir).expect("data").map(|entry| entry.expect("entry").path()).collect();
    cases.sort();
    assert!(cases.len() > 50, "test data is missing");
    cases
}

fn read(case: &Path, file: &str) -> String {
    fs::read_to_string(case.join(file)).unwrap_or_else(|e| panic!("{}/{file}: {e}", case.display()))
}

/// The definition as the driver completes it: with the emulator, and the machine by the name that it is short for;
/// a UUID that was made up is taken over.
fn define(case: &Path) -> DomainDef {
    let mut def =
        DomainDef::parse(&read(case, "input.xml")).unwrap_or_else(|e| panic!("{}: {e}", case.display()));
    let theirs =
        DomainDef::parse(&read(case, "inactive.xml")).unwrap_or_else(|e| panic!("{}: {e}", case.display()));
    def.uuid = theirs.uuid;
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

/// What the original's live XML has and ours does not: the CPU as QEMU made it, and confinement.
fn without_host_parts(xml: &str) -> String {
    let mut out = String::new();
    let mut inside = None;
    for line in xml.lines() {
        match inside {
            Some(end) => inside = (line != end).then_some(end),
            None => match line {
                "  <resource>" => inside = Some("  </resource>"),
                "  <seclabel type='dynamic' model='dac' relabel='yes'>" => inside = Some("  </seclabel>"),
                _ if line.starts_with("  <cpu ") => inside = (!line.ends_with("/>")).then_some("  </cpu>"),
                _ => out += &format!("{line}\n"),
            },
        }
    }
    out
}

/// The definition as it ran, with what the driver learns from QEMU taken from the recording.
fn start(case: &Path) -> DomainDef {
    let theirs = read(case, "live.xml");
    let live = DomainDef::parse_state(&theirs).unwrap_or_else(|e| panic!("{}: {e}", case.display()));
    let mut def = define(case);
    def.prepare_live(live.id.expect("id of a running domain"), 0);
    def.current_memory_kib = live.current_memory_kib;
    for (index, graphics) in live.devices.graphics.iter().enumerate() {
        def.devices.graphics[index].listens.clone_from(&graphics.listens);
        if let Some(port) = graphics.port {
            def.set_vnc_port(index, port);
        }
    }
    for serial in &live.devices.serials {
        if let CharSource::Pty { path: Some(path) } = &serial.source {
            assert!(def.set_pty_path(serial.info.alias.as_deref().expect("alias"), path));
        }
    }
    assert!(!def.set_pty_path("serial9", "/dev/pts/9"));
    def
}

#[test]
fn live_xml_is_the_original_s() {
    let mut failures = String::new();
    for case in cases() {
        let ours = without_host_parts(&start(&case).format(LIVE));
        let theirs = without_host_parts(&read(&case, "live.xml"));
        if ours != theirs {
            failures += &format!("{}\n{}", case.display(), differences(&ours, &theirs));
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn what_was_written_is_read_again() {
    for case in cases() {
        let def = define(&case);
        let flags = FormatFlags { secure: true, ..INACTIVE };
        assert_eq!(DomainDef::parse(&def.format(flags)).expect("own XML"), def, "{}", case.display());
        let live = start(&case);
        let flags = FormatFlags { secure: true, inactive: false, status: true };
        assert_eq!(
            DomainDef::parse_state(&live.format(flags)).expect("own state"),
            live,
            "{}",
            case.display()
        );
    }
}
