//! Domain definitions against what the original made of the same XML: `tests/data/domain-xml/CASE` holds the XML
//! that was defined (`input.xml`), what `virDomainGetXMLDesc` gave for it inactive and running, and the command
//! line of the QEMU that ran it (libvirt 9.0.0, QEMU 7.2.22).

#![forbid(unsafe_code)]

use std::fs;
use std::path::{Path, PathBuf};

use virt::conf::domain::chardev::CharSource;
use virt::conf::domain::{DomainDef, FormatFlags, Rules};
use virt::drivers::qemu::command::{CommandContext, MonitorArg, build};
use virt::monitor::Protocol;

const INACTIVE: FormatFlags = FormatFlags { inactive: true, ..LIVE };
const LIVE: FormatFlags = FormatFlags { secure: false, inactive: false, status: false, migratable: false };

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

/// The first lines in which two texts differ.
fn differences(ours: &str, theirs: &str) -> String {
    let lines = |text: &str| text.lines().map(str::to_owned).chain([String::new()]).collect::<Vec<_>>();
    let (ours, theirs) = (lines(ours), lines(theirs));
    let at = ours.iter().zip(&theirs).position(|(a, b)| a != b).unwrap_or(0);
    format!("line {}:\n  ours     {}\n  original {}\n", at + 1, ours[at], theirs[at])
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
        if let Some(port) = graphics.tcp_port() {
            def.set_vnc_port(index, port);
        }
    }
    for serial in &live.devices.serials {
        if let CharSource::Pty { path: Some(path) } = &serial.host.source {
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
        let flags = FormatFlags { secure: true, status: true, ..FormatFlags::default() };
        assert_eq!(
            DomainDef::parse_state(&live.format(flags)).expect("own state"),
            live,
            "{}",
            case.display()
        );
    }
}

/// The arguments of a recorded process that ours has, too: no secrets, nothing about descriptors that only the
/// recording daemon passed, and one form for what both say differently.
fn comparable(argv: Vec<String>, case: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut hpet = true;
    let mut acpi = true;
    let mut argv = argv.into_iter();
    while let Some(arg) = argv.next() {
        match arg.as_str() {
            "-no-acpi" => acpi = false,
            "-no-hpet" => hpet = false,
            "-no-reboot" => {}
            "-add-fd" => drop(argv.next()),
            "-object" => {
                let value = argv.next().expect("value");
                if !value.contains("masterKey0") {
                    out.extend([arg, value]);
                }
            }
            "-chardev" => {
                let value = argv.next().expect("value");
                out.extend([arg, comparable_chardev(&value)]);
            }
            "-rtc" if case.contains("variable") => {
                out.extend([arg, argv.next().expect("value")[..10].to_owned()])
            }
            _ => out.push(arg.replace(",\"backing\":null", "")),
        }
    }
    for arg in out.iter_mut().filter(|arg| arg.contains("memory-backend=pc.ram")) {
        *arg += if acpi { "" } else { ",acpi=off" };
        *arg += if hpet { "" } else { ",hpet=off" };
    }
    out
}

fn comparable_chardev(value: &str) -> String {
    value
        .split(',')
        .filter(|part| !["fd=", "path=", "logfile=", "append="].iter().any(|key| part.starts_with(key)))
        .collect::<Vec<_>>()
        .join(",")
}

#[test]
fn the_command_line_is_the_original_s() {
    let mut failures = String::new();
    for case in cases() {
        let def = start(&case);
        let name = case.display().to_string();
        let context = CommandContext {
            emulator: Path::new("/usr/bin/qemu-system-x86_64"),
            monitor: MonitorArg::Handed { fd: 30, protocol: Protocol::Json },
            domain_dir: Path::new("/nowhere"),
            now_s: 1_795_412_524,
        };
        let command = build(&def, &context).unwrap_or_else(|e| panic!("{name}: {e}"));
        let ours = command.argv.iter().map(|arg| arg.to_str().expect("text").to_owned()).collect();
        let theirs = read(&case, "process-argv.txt").lines().map(str::to_owned).collect();
        let (ours, theirs) = (comparable(ours, &name).join("\n"), comparable(theirs, &name).join("\n"));
        if ours != theirs {
            failures += &format!("{name}\n{}", differences(&ours, &theirs));
        }
        let zone = command.env.iter().any(|(key, value)| key == "TZ" && value == "Europe/Berlin");
        assert_eq!(zone, name.contains("timezone"));
    }
    assert!(failures.is_empty(), "{failures}");
}

/// The domain that `test:///default` begins with, as the original shows it.
#[test]
fn the_test_driver_s_domain_is_the_original_s() {
    let xml = include_str!("data/domain-xml-test/default.xml");
    assert_eq!(DomainDef::parse_by(xml, Rules::Test).expect("good XML").format(INACTIVE), xml);
}
