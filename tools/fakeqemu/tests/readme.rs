//! The examples of the README do what it says about them.

mod common;

use common::Fake;
use serde_json::{Value, json};

/// The example with this line in it, without the lines that every test's script has anyway.
fn example(line: &str) -> String {
    let text = include_str!("../README.md");
    let mut blocks = text.split("    #!/path/to/fakeqemu --script\n").skip(1);
    let block = blocks.find(|block| block.contains(line)).expect("an example");
    let lines = block.lines().map_while(|line| line.strip_prefix("    "));
    lines
        .filter(|line| !line.starts_with("log ") && !line.starts_with("control "))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn a_monitor_that_stalls() {
    let (fake, mut qmp) = Fake::qmp(&example("on query-block the 2nd stall"));
    let mut control = fake.control();
    qmp.negotiate();
    qmp.ok("query-block", Value::Null);
    qmp.send(r#"{"execute":"query-block","id":"b"}"#);
    control.order("await query-block 2");
    control.order("resume");
    assert_eq!(qmp.message()["id"], "b");
}

#[test]
fn a_text_guest_with_an_encrypted_disk() {
    let (_fake, mut text) = Fake::text(&example("version 0.11.1"));
    text.prompt();
    text.send("cont\r");
    text.until("ide0-hd0 (/images/secret.qcow2) is encrypted.\r\nPassword: ");
    text.send("sesame\r");
    text.prompt();
    assert_eq!(text.line("cpu_set 1 online"), "no way\r\n");
    text.send("cpu_set 2 online\r");
    assert!(text.rest().ends_with(b"cpu_set 2 online\x1b[K\r\n"));
}

#[test]
fn a_flood() {
    let (_fake, mut qmp) = Fake::qmp(&example("on qmp_capabilities flood"));
    qmp.message();
    let messages = qmp.exchange("qmp_capabilities", Value::Null);
    assert_eq!(messages.len(), 10_001);
    assert_eq!(messages[9_999]["data"], json!({"offset": 10_000}));
}
