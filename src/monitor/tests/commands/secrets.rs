//! Passwords are nowhere: not in the log, not in a recording, not in an error. SEC-5, TXT-6
//!
//! The log's sink and the recorder belong to a whole process, so the dialogues run in one of their own.

use std::env;
use std::io;
use std::process::Command;

use super::*;
use crate::monitor::{ConnectedViewers, PasswordServer, RECORD_VARIABLE, Secret};

/// Says to the test that it is in the other process.
const INSIDE: &str = "OXVIRT_TEST_SECRETS";

const PASSWORD: &str = "h0rse-battery";

/// Writes whatever is logged.
struct Everything;

impl log::Log for Everything {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }
    fn log(&self, record: &log::Record<'_>) {
        writeln!(io::stderr(), "{} {}", record.level(), record.args()).expect("a pipe");
    }
    fn flush(&self) {}
}

#[test]
fn passwords_are_nowhere() {
    if env::var_os(INSIDE).is_some() {
        return talk();
    }
    let folder = tempfile::tempdir().expect("a folder");
    // The test's name is without that of the crate.
    let (_, name) = concat!(module_path!(), "::passwords_are_nowhere").split_once("::").expect("a crate");
    let output = Command::new(env::current_exe().expect("this program"))
        .args(["--exact", name, "--nocapture"])
        .env(RECORD_VARIABLE, folder.path())
        .env(INSIDE, "yes")
        .output()
        .expect("starts");
    let mut seen = vec![
        String::from_utf8(output.stdout).expect("text"),
        String::from_utf8(output.stderr).expect("text"),
    ];
    assert!(output.status.success(), "{seen:?}");
    for entry in folder.path().read_dir().expect("a folder") {
        seen.push(std::fs::read_to_string(entry.expect("an entry").path()).expect("text"));
    }
    assert_eq!(seen.len(), 4, "a recording of each protocol");
    for place in &seen {
        for part in [PASSWORD, "h0rse", "h0r", "battery", "ttery"] {
            assert!(!place.contains(part), "{part} in {place}");
        }
    }
    // What is no secret is there. The text monitor's lines with a password are stars as a whole.
    let stars = "*".repeat(PASSWORD.len());
    let json = ["set_password", "block_passwd", "Could not set password", &stars];
    let text = ["change vnc password", "cont", "is encrypted.", &stars];
    let logged = ["'set_password'", "'block_passwd'", "DEBUG", "Could not set password", &stars];
    let recording = |protocol| seen[2..].iter().find(|recording| recording.contains(protocol));
    for (place, words) in [
        (Some(&seen[1]), &logged[..]),
        (recording("# protocol json"), &json),
        (recording("# protocol text"), &text),
    ] {
        let place = place.expect("of each protocol");
        for word in words {
            assert!(place.contains(word), "no {word} in {place}");
        }
    }
}

/// Every command with a password in it, in both protocols; QEMU refuses the last one.
fn talk() {
    log::set_logger(&Everything).expect("the only one");
    log::set_max_level(log::LevelFilter::Trace);
    let set = |monitor: &Monitor| {
        monitor.set_password(PasswordServer::Vnc, &Secret::from(PASSWORD), ConnectedViewers::Keep)
    };
    let unknown = "!CommandNotFound: The command has not been found";
    let json = [
        (r#"{"execute":"set_password","arguments":{"protocol":"vnc","password":"h0rse-battery"}}"#, unknown),
        (
            r#"{"execute":"change","arguments":{"device":"vnc","target":"password","arg":"h0rse-battery"}}"#,
            "{}",
        ),
        (r#"{"execute":"block_passwd","arguments":{"device":"d","password":"h0rse-battery"}}"#, "{}"),
        (
            r#"{"execute":"human-monitor-command","arguments":{"command-line":"change vnc password h0rse-battery"}}"#,
            "\"\"",
        ),
        (r#"{"execute":"x","arguments":{"passphrase":"h0rse-battery"}}"#, "{}"),
        (
            r#"{"execute":"set_password","arguments":{"protocol":"vnc","password":"h0rse-battery"}}"#,
            "!GenericError: Could not set password",
        ),
    ];
    let text = [
        (r#"set_password vnc "h0rse-battery""#, "unknown command: 'set_password'"),
        ("change vnc password", "?"),
        (PASSWORD, ""),
        (r#"block_passwd "d" "h0rse-battery""#, ""),
        ("change vnc password h0rse-battery", ""),
        ("x passphrase=h0rse-battery", ""),
        ("cont", "?ide0-hd0 (/a) is encrypted."),
        (PASSWORD, ""),
        (r#"set_password vnc "h0rse-battery""#, "Error: Could not set password"),
    ];
    struct Keeper;
    impl MonitorCallbacks for Keeper {
        fn disk_secret(&self, _: &str, _: &str) -> Option<Secret> {
            Some(Secret::from(PASSWORD))
        }
    }
    for (protocol, steps) in [(Protocol::Json, &json[..]), (Protocol::Text, &text[..])] {
        let (monitor, peer) = actor(protocol, Arc::new(Keeper), script(steps));
        set(&monitor).expect("in the old way");
        monitor.block_passwd("d", &Secret::from(PASSWORD)).expect("taken");
        // A program's own words.
        monitor.human_monitor_command(&format!("change vnc password {PASSWORD}")).expect("taken");
        let own = match protocol {
            Protocol::Json => format!(r#"{{"execute":"x","arguments":{{"passphrase":"{PASSWORD}"}}}}"#),
            Protocol::Text => format!("x passphrase={PASSWORD}"),
        };
        monitor.command_text(&own).expect("taken");
        if protocol == Protocol::Json {
            let broken = format!(r#"{{"execute":"x","arguments":{{"password":"{PASSWORD}"}}"#);
            log::error!("{}", monitor.command_text(&broken).expect_err("no JSON"));
        }
        if protocol == Protocol::Text {
            monitor.cont().expect("asked and answered");
        }
        let error = set(&monitor).expect_err("refused");
        log::error!("{error} {error:?} {:?}", Secret::from(PASSWORD));
        drop(monitor);
        peer.join().expect("the script is heard");
    }
}
