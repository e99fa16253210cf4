//! What scripts and the control channel can make an emulator do.

mod common;

use std::os::unix::process::ExitStatusExt;

use common::Fake;
use serde_json::{Value, json};

const NONE: Value = Value::Null;

#[test]
fn rules_answer_in_place_of_the_machine() {
    let script = r#"
        on query-status once reply {"status": "invented"}
        on query-status the 2nd error GenericError "no \"status\""
        on query-block from the 2nd event RESET {"n": 1} then run then event STOP
    "#;
    let (_fake, mut qmp) = Fake::qmp(script);
    qmp.negotiate();
    assert_eq!(qmp.ok("query-status", NONE), json!({"status": "invented"}));
    let reply = qmp.command("query-status", NONE);
    assert_eq!(reply["error"], json!({"class": "GenericError", "desc": "no \"status\""}));
    assert_eq!(qmp.ok("query-status", NONE)["status"], "prelaunch");
    assert_eq!(qmp.exchange("query-block", NONE).len(), 1);
    let messages = qmp.exchange("query-block", NONE);
    assert_eq!((&messages[0]["event"], &messages[0]["data"]), (&json!("RESET"), &json!({"n": 1})));
    assert!(messages[1]["return"].is_array());
    assert_eq!(qmp.message()["event"], "STOP");
}

#[test]
fn text_rules_print_before_the_prompt() {
    let script = r#"
        on "info block" reply "one\ntwo"
        on stop error GenericError "no way"
        on "info cpus" print "(qemu) " then run
    "#;
    let (_fake, mut text) = Fake::text(script);
    text.prompt();
    assert_eq!(text.line("info block"), "one\r\ntwo\r\n");
    assert_eq!(text.line("stop"), "Error: no way\r\n");
    // A stray prompt, then the real answer.
    assert_eq!(text.line("info cpus"), "");
    assert!(text.prompt().starts_with("* CPU #0: "));
}

#[test]
fn a_silent_command_does_not_keep_others_from_their_answers() {
    let (_fake, mut qmp) = Fake::qmp("on stop silence");
    qmp.negotiate();
    qmp.send(r#"{"execute":"stop","id":"s"}"#);
    assert_eq!(qmp.ok("query-status", NONE)["running"], false);
}

#[test]
fn a_stalled_monitor_goes_on_when_it_is_told_to() {
    let (fake, mut qmp) = Fake::qmp("on query-status stall then run");
    let mut control = fake.control();
    qmp.negotiate();
    qmp.send(r#"{"execute":"query-status","id":1}{"execute":"query-name","id":2}"#);
    control.order("await query-status");
    qmp.stream.set_nonblocking(true).unwrap();
    let nothing = std::io::Read::read(&mut qmp.stream, &mut [0; 1]).unwrap_err();
    assert_eq!(nothing.kind(), std::io::ErrorKind::WouldBlock);
    qmp.stream.set_nonblocking(false).unwrap();
    control.order("resume");
    assert_eq!((qmp.message()["id"].clone(), qmp.message()["id"].clone()), (json!(1), json!(2)));
}

#[test]
fn output_can_be_cut_at_any_byte() {
    for split in ["split 1", "split random 7"] {
        let (_fake, mut qmp) = Fake::qmp(split);
        qmp.negotiate();
        assert!(qmp.ok("query-pci", NONE).is_array());
    }
}

#[test]
fn the_process_dies_at_a_byte_of_its_output() {
    let (mut fake, mut qmp) = Fake::qmp("die at byte 9 of output");
    assert_eq!(qmp.rest(), b"{\"QMP\": {");
    assert_eq!(fake.wait().code(), Some(1));
}

#[test]
fn the_process_dies_at_a_byte_of_its_input() {
    let (mut fake, mut text) = Fake::text("die at byte 5 of input");
    text.prompt();
    text.send("stop\rinfo status\r");
    text.rest();
    fake.wait();
    assert!(fake.log().contains("recv monitor stop\n") || fake.log().contains("recv compat_monitor0 stop\n"));
    assert!(!fake.log().contains("info status"));
}

#[test]
fn deaths_are_of_the_kind_that_is_asked_for() {
    let (mut fake, mut qmp) = Fake::qmp("on cont die with 3\non stop die by KILL");
    qmp.negotiate();
    qmp.send(r#"{"execute":"cont"}"#);
    assert!(qmp.rest().is_empty());
    assert_eq!(fake.wait().code(), Some(3));
    let (mut fake, mut qmp) = Fake::qmp("on cont die with 3\non stop die by KILL");
    qmp.negotiate();
    qmp.send(r#"{"execute":"stop"}"#);
    assert!(qmp.rest().is_empty());
    assert_eq!(fake.wait().signal(), Some(9));
}

#[test]
fn whoever_is_hung_up_on_may_come_back() {
    let (fake, mut qmp) = Fake::qmp("on stop hang up\non connect note hello");
    qmp.negotiate();
    qmp.send(r#"{"execute":"stop"}"#);
    assert!(qmp.rest().is_empty());
    let mut again = fake.connect("qmp");
    again.negotiate();
    assert_eq!(fake.log().matches("note hello").count(), 2);
}

// RUN-6 takes a flood as its input.
#[test]
fn a_flood_is_numbered_and_complete() {
    let (_fake, mut qmp) = Fake::qmp(r#"on query-name flood 20000 RTC_CHANGE {"offset": $n} then run"#);
    qmp.negotiate();
    let messages = qmp.exchange("query-name", NONE);
    assert_eq!(messages.len(), 20001);
    for (index, message) in messages[..20000].iter().enumerate() {
        assert_eq!(message["data"]["offset"], index + 1);
    }
}

#[test]
fn garbage_is_the_same_each_time() {
    let garbage = || {
        let (_fake, mut qmp) = Fake::qmp("split random 5\non connect garbage 100 then hang up");
        qmp.rest()
    };
    let first = garbage();
    assert_eq!(first[first.len() - 100..], garbage()[first.len() - 100..]);
}

// NEG-7 takes events before the greeting, and between negotiation and its reply.
#[test]
fn events_may_come_before_the_greeting() {
    let script = "greeting late\non connect event EARLY\non qmp_capabilities event BETWEEN then run";
    let (_fake, mut qmp) = Fake::qmp(script);
    assert_eq!(qmp.message()["event"], "EARLY");
    qmp.send(r#"{"execute":"qmp_capabilities","id":1}"#);
    assert!(qmp.message()["QMP"].is_object());
    assert_eq!(qmp.message()["event"], "BETWEEN");
    assert_eq!(qmp.message()["id"], 1);
}

// TXT-1 takes these.
#[test]
fn greetings_of_the_text_monitor() {
    let greeting = "QEMU 0.11.1 monitor - type 'help' for more information\r\n(qemu) ";
    for (statement, expected) in [
        ("greeting yes", greeting.to_owned()),
        ("greeting no", "(qemu) ".to_owned()),
        ("greeting lost", String::new()),
        ("greeting twice", greeting.repeat(2)),
        ("greeting after 1", greeting.to_owned()),
        ("greeting no\non connect print \"(qemu) \"", "(qemu) (qemu) ".to_owned()),
    ] {
        let (_fake, mut text) = Fake::text(&format!("version 0.11.1\n{statement}"));
        let said = text.take(expected.len());
        assert_eq!(String::from_utf8(said).unwrap(), expected, "{statement}");
        text.send("\r");
        assert_eq!(text.until("(qemu) "), "\r\n(qemu) ", "{statement}");
    }
    let (_fake, mut text) = Fake::text("version 0.11.1\ngreeting late");
    text.send("\r");
    assert_eq!(text.until("\r\n(qemu) "), greeting);
    assert_eq!(text.until("(qemu) "), "\r\n(qemu) ");
}

#[test]
fn the_control_channel_changes_rules_and_the_machine() {
    let (fake, mut qmp) = Fake::qmp("on stop silence");
    let mut control = fake.control();
    qmp.negotiate();
    control.order(r#"on stop reply {"by": "control"}"#);
    assert_eq!(qmp.ok("stop", NONE), json!({"by": "control"}));
    control.order("forget");
    assert_eq!(qmp.ok("stop", NONE), json!({}));
    control.order("guest cont");
    assert_eq!(qmp.message()["event"], "RESUME");
    control.order("guest stop io-error then event BLOCK_IO_ERROR {\"device\": \"x\"}");
    assert_eq!(qmp.message()["event"], "STOP");
    assert_eq!(qmp.message()["data"]["device"], "x");
    assert_eq!(qmp.ok("query-status", NONE)["status"], "io-error");
    control.send("jump\nversion 1.0.0\nawait stop 2\n");
    assert_eq!(control.until("\n"), "error unknown statement or action \"jump\"\n");
    assert_eq!(control.until("\n"), "error only in a script\n");
    assert_eq!(control.until("\n"), "ok\n");
}

#[test]
fn actions_may_wait() {
    let script =
        "on stop wait 1 then note waited then run\nafter 1 event LATER\nafter 1 wait 1 then event LAST";
    let (fake, mut qmp) = Fake::qmp(&format!("on negotiated note there\n{script}"));
    qmp.negotiate();
    qmp.ok("stop", NONE);
    assert!(fake.log().contains("note waited\n"));
    let mut control = fake.control();
    control.order("after 1 event LATEST");
    while qmp.message()["event"] != "LATEST" {}
}

#[test]
fn a_command_can_be_taken_away_and_given() {
    let (_fake, mut qmp) = Fake::qmp("without query-pci\nwith query-cpus");
    qmp.negotiate();
    let text = json!({"class": "CommandNotFound", "desc": "The command query-pci has not been found"});
    assert_eq!(qmp.command("query-pci", NONE)["error"], text);
    assert_eq!(qmp.ok("query-cpus", NONE)[0]["current"], true);
    let names = qmp.ok("query-commands", NONE);
    let has = |name: &str| names.as_array().unwrap().contains(&json!({"name": name}));
    assert!(!has("query-pci") && has("query-cpus") && has("query-machines"));
}

#[test]
fn a_signal_can_be_ignored() {
    let (fake, mut qmp) = Fake::qmp("on TERM note ignored");
    qmp.negotiate();
    fake.terminate();
    qmp.ok("query-status", NONE);
    let mut control = fake.control();
    control.order("note x");
    assert!(fake.log().contains("signal TERM\nnote ignored\n"));
}

#[test]
fn mistakes_in_a_script_are_said_with_their_line() {
    let folder = tempfile::tempdir().unwrap();
    let path = common::write_script(folder.path(), "\non stop");
    let output = std::process::Command::new(&path).output().unwrap();
    let expected = format!("fakeqemu: {}: line 3: an action is missing\n", path.display());
    assert_eq!(String::from_utf8(output.stderr).unwrap(), expected);
    assert_eq!(output.status.code(), Some(1));
}
