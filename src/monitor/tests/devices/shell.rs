//! TXT-8: a real QEMU saves to files whose names mean something to a shell.

use super::*;
use crate::monitor::{MigrationFlags, MigrationTarget};

/// Each would make a file "pwned", another file, or none, if one of its characters were special.
const NAMES: [&str; 20] = [
    "plain",
    "a b",
    " ",
    "it's",
    "''",
    "say \"hi\"",
    "$HOME",
    "$(touch pwned)",
    "`touch pwned`",
    "'`touch pwned`'",
    "; touch pwned",
    "& touch pwned &",
    "back\\slash",
    "\\",
    "two\nlines",
    "x\ntouch pwned",
    "-n",
    "&1",
    "*?[a]{b,c}~#!%",
    "grün",
];

#[test]
fn names_that_a_shell_would_read() {
    let qemu = Qemu::start("shell", &["-machine", "pc"]);
    qemu.json.migrate_set_capability("events", true).expect("known");
    let detach = MigrationFlags { detach: true, ..MigrationFlags::default() };
    let before = qemu.folder.names();
    for (protocol, monitor) in qemu.monitors() {
        for name in NAMES {
            monitor.migrate(detach, MigrationTarget::File(name)).unwrap_or_else(|e| panic!("{name:?}: {e}"));
            qemu.await_migration("completed");
            let mut expected = before.clone();
            expected.push(name.to_owned());
            expected.sort();
            assert_eq!(qemu.folder.names(), expected, "{protocol}");
            let path = qemu.folder.0.join(name);
            assert!(std::fs::read(&path).expect("written").starts_with(b"QEVM"), "{protocol}: {name:?}");
            std::fs::remove_file(path).expect("ours");
            qemu.revive();
        }
    }
}

/// What is in the file stays, as the head of a save image does, and a whole path works as well.
#[test]
fn behind_what_is_there() {
    let qemu = Qemu::start("append", &["-machine", "pc"]);
    qemu.json.migrate_set_capability("events", true).expect("known");
    let path = qemu.folder.0.join("im age");
    std::fs::write(&path, "head").expect("a folder of ours");
    // Not detached: the prompt comes when it is over.
    qemu.text
        .migrate(MigrationFlags::default(), MigrationTarget::File(path.to_str().expect("text")))
        .expect("starts");
    qemu.await_migration("completed");
    assert!(std::fs::read(&path).expect("written").starts_with(b"headQEVM"));
}
