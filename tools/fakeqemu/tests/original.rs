//! The real libvirt 9.0 takes the emulator for QEMU 7.2: it probes it, and runs a guest on it.

mod common;

use std::process::Command;

use common::write_script_for_all;

/// What libvirt prints, and the capabilities that it finds.
fn libvirt(emulator: &str) -> (String, String) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("disk.img"), vec![0; 1 << 20]).unwrap();
    let emulator = match emulator {
        "" => write_script_for_all(folder.path(), "log log").display().to_string(),
        real => real.to_owned(),
    };
    let program = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/original.py");
    // The one that has Debian's bindings.
    let mut command = Command::new("/usr/bin/python3");
    let output = command.arg(program).arg(&emulator).arg(folder.path()).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let capabilities = std::fs::read_to_string(folder.path().join("capabilities")).unwrap();
    let mut lines: Vec<String> =
        String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect();
    // Events come from a thread of their own.
    lines.sort();
    (lines.join("\n"), capabilities)
}

#[test]
fn libvirt_takes_it_for_the_real_one() {
    let (ours, capabilities) = libvirt("");
    let (theirs, real_capabilities) = libvirt("/usr/bin/qemu-system-x86_64");
    assert_eq!(ours, theirs);
    assert!(ours.contains("destroyed True 5"), "{ours}");
    // The machine here has no block jobs.
    assert_eq!(
        capabilities,
        real_capabilities.replace("<backup supported='yes'/>", "<backup supported='no'/>")
    );
}
