//! What cannot be said to a QEMU, and what it does not do.

use super::table::{ASK_SLOTS, HELP, UNKNOWN};
use super::*;
use crate::error::ErrorCode;
use crate::monitor::{ConnectedViewers, Drive, PasswordServer, ReadOnlyMode, Secret};

/// What no QEMU of that kind can be told is refused, once all ways are tried.
#[test]
fn dead_ends() {
    let unsupported = |outcome: Result<()>| {
        let error = outcome.expect_err("no way");
        assert_eq!(error.code(), ErrorCode::VIR_ERR_OPERATION_UNSUPPORTED, "{error}");
    };
    let (json, text) = (Protocol::Json, Protocol::Text);
    unsupported(play(
        json,
        &[
            (ASK_SLOTS, UNKNOWN),
            (r#"{"execute":"cpu_set","arguments":{"cpu":1,"state":"offline"}}"#, UNKNOWN),
            (
                r#"{"execute":"human-monitor-command","arguments":{"command-line":"cpu_set 1 offline"}}"#,
                r#""unknown command: 'cpu_set'\r\n""#,
            ),
        ],
        |monitor| monitor.set_vcpu(1, false),
    ));
    unsupported(play(
        text,
        &[("info hotpluggable-cpus", HELP), ("cpu_set 1 offline", "unknown command: 'cpu_set'")],
        |monitor| monitor.set_vcpu(1, false),
    ));
    // A tabulator is a key for QEMU's line editor.
    unsupported(play(text, &[], |monitor| monitor.eject(Drive::Device("a\tb"), false)));
    let read_only = |monitor: &Monitor, format| {
        monitor.change_medium(Drive::Device("d"), "/a", format, ReadOnlyMode::ReadOnly)
    };
    let change = r#"{"execute":"blockdev-change-medium","arguments":{"device":"d","filename":"/a","format":"raw","read-only-mode":"read-only"}}"#;
    unsupported(play(json, &[(change, UNKNOWN)], |monitor| read_only(monitor, Some("raw"))));
    let extraneous = "change: extraneous characters at the end of line";
    unsupported(play(text, &[(r#"change "d" "/a" "raw" read-only"#, extraneous)], |monitor| {
        read_only(monitor, Some("raw"))
    }));
    unsupported(play(text, &[], |monitor| read_only(monitor, None)));
    let spice = |monitor: &Monitor| {
        monitor.set_password(PasswordServer::Spice, &Secret::from("x"), ConnectedViewers::Keep)
    };
    unsupported(play(
        json,
        &[(r#"{"execute":"set_password","arguments":{"protocol":"spice","password":"x"}}"#, UNKNOWN)],
        spice,
    ));
    unsupported(play(text, &[(r#"set_password spice "x""#, "unknown command: 'set_password'")], spice));
    let savevm = r#"{"execute":"human-monitor-command","arguments":{"command-line":"savevm \"x\""}}"#;
    unsupported(play(json, &[(savevm, UNKNOWN)], |monitor| monitor.savevm("x")));
}

/// A password that cannot stand in a line is typed when QEMU asks for it; one that is no text is none for QMP.
#[test]
fn odd_passwords() {
    let set = |secret: Secret| {
        move |monitor: &Monitor| monitor.set_password(PasswordServer::Vnc, &secret, ConnectedViewers::Keep)
    };
    let steps = [("change vnc password", "?"), ("a\tb", "")];
    play(Protocol::Text, &steps, set(Secret::from("a\tb"))).expect("typed");
    let error = play(Protocol::Json, &[], set(Secret::new(*b"\xff"))).expect_err("no text");
    assert_eq!(error.code(), ErrorCode::VIR_ERR_INVALID_ARG);
}

/// TXT-7: QEMU would cut an argument off at its 1,023rd byte, also one that comes by way of QMP.
#[test]
fn long_arguments() {
    let (fits, too_long) = ("x".repeat(1023), "x".repeat(1024));
    play(Protocol::Text, &[(&format!("delvm \"{fits}\""), "")], |monitor| monitor.delvm(&fits))
        .expect("fits");
    for protocol in [Protocol::Text, Protocol::Json] {
        let refused = message(play(protocol, &[], |monitor| monitor.delvm(&too_long)));
        assert!(refused.ends_with("an argument is longer than 1023 bytes"), "{refused}");
    }
}

/// What `savevm` prints decides; QMP takes it for a success.
#[test]
fn printed_failures() {
    let refused = "internal error: unable to execute QEMU command 'savevm': Device 'x' is writable";
    let savevm = r#"{"execute":"human-monitor-command","arguments":{"command-line":"savevm \"s\""}}"#;
    let json = play(Protocol::Json, &[(savevm, r#""Error: Device 'x' is writable\r\n""#)], |m| m.savevm("s"));
    let text = play(Protocol::Text, &[("savevm \"s\"", "Error: Device 'x' is writable")], |m| m.savevm("s"));
    assert_eq!((message(json), message(text)), (refused.to_owned(), refused.to_owned()));
}
