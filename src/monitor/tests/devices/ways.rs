//! What takes several commands, or other words in other versions, and an attachment that works in part.

use super::sent::SLOT;
use super::*;
use crate::error::ErrorCode;
use crate::monitor::PciDeviceOptions;

/// What only some versions have is said in the other words after the first were not known.
#[test]
fn other_words() {
    const UNKNOWN: &str = r#"error {"class":"CommandNotFound","desc":"The command has not been found"}"#;
    let (json, text) = (Puppet::new(Protocol::Json), Puppet::new(Protocol::Text));
    let check = |puppet: &Puppet, replies: &[&str], call: fn(&Monitor) -> Result<()>, last: &str| {
        let (outcome, heard) = puppet.run(replies, call);
        outcome.expect("understood in the end");
        assert_eq!(heard.last().map(String::as_str), Some(last));
    };
    check(
        &json,
        &["{}"],
        |m| m.set_migration_speed(1),
        r#"{"execute":"migrate_set_speed","arguments":{"value":1048576}}"#,
    );
    check(
        &json,
        &[UNKNOWN, "{}"],
        |m| m.set_migration_speed(1),
        r#"{"execute":"migrate-set-parameters","arguments":{"max-bandwidth":1048576}}"#,
    );
    check(
        &json,
        &[UNKNOWN, "{}"],
        |m| m.set_migration_downtime(5),
        r#"{"execute":"migrate-set-parameters","arguments":{"downtime-limit":5}}"#,
    );
    check(
        &json,
        &[UNKNOWN, "\"\""],
        |m| m.inject_nmi(),
        r#"{"execute":"human-monitor-command","arguments":{"command-line":"nmi 0"}}"#,
    );
    let unknown = "unknown command: 'x'\r\n";
    check(&text, &[""], |m| m.set_migration_speed(1), "migrate_set_speed 1m");
    check(&text, &[unknown, ""], |m| m.set_migration_speed(1), "migrate_set_parameter max-bandwidth 1M");
    check(&text, &[unknown, ""], |m| m.set_migration_downtime(5), "migrate_set_parameter downtime-limit 5");
    check(&text, &["nmi: integer expected\r\n", ""], |m| m.inject_nmi(), "nmi 0");
    let link = "invalid link status 'off'; only 'up' or 'down' valid\r\n";
    check(&text, &[link, ""], |m| m.set_link("n", false), r#"set_link "n" down"#);
    // DEV-8: pci_add at a free place, and at a chosen one.
    let misread = "invalid char in expression\r\n";
    let added = "OK bus 0, slot 10, function 0\r\n";
    for (slot, current, old) in [
        (None, r#"pci_add pci_addr=auto storage "if=scsi""#, r#"pci_add 0 storage "if=scsi""#),
        (Some(SLOT), r#"pci_add pci_addr=0:0:a storage "if=scsi""#, r#"pci_add 10 storage "if=scsi""#),
    ] {
        let add = |m: &Monitor| m.pci_add(PciDeviceOptions::Storage("if=scsi"), slot);
        let (address, heard) = text.run(&[added], add);
        assert_eq!((address.expect("added"), &heard[..]), (SLOT, &[current.to_owned()][..]));
        let (address, heard) = text.run(&[misread, added], add);
        assert_eq!((address.expect("added"), &heard[..]), (SLOT, &[current.to_owned(), old.to_owned()][..]));
    }
    check(
        &text,
        &["pci_del: extraneous characters at the end of line\r\n", ""],
        |m| m.pci_del(SLOT),
        "pci_del 0 10",
    );
    assert!(message(text.run(&[misread, misread], |m| m.pci_del(SLOT)).0).contains("in no known words"));
    // DEV-6: by its id where there is a device model, else by its place.
    check(&text, &[""], |m| m.detach_device(Some("x"), Some(SLOT)), r#"device_del "x""#);
    check(&text, &[unknown, ""], |m| m.detach_device(Some("x"), Some(SLOT)), "pci_del pci_addr=0:0:a");
    check(&text, &[""], |m| m.detach_device(None, Some(SLOT)), "pci_del pci_addr=0:0:a");
    let error = text.run(&[unknown], |m| m.detach_device(Some("x"), None)).0.expect_err("by nothing");
    assert_eq!(error.code(), ErrorCode::VIR_ERR_OPERATION_UNSUPPORTED);
    // A refusal is no reason for other words.
    let (outcome, _) =
        text.run(&["Error: Device 'x' not found\r\n"], |m| m.detach_device(Some("x"), Some(SLOT)));
    assert_eq!(
        message(outcome),
        "internal error: unable to execute QEMU command 'device_del': Device 'x' not found"
    );
}

/// DEV-4: the drive goes again where the device cannot be added.
#[test]
fn half_an_attachment() {
    const GENERIC: &str = r#"error {"class":"GenericError","desc":"no bus"}"#;
    let attach = |m: &Monitor| m.attach_drive("file=a,,id=no,if=none,id=d", "scsi-hd,drive=d");
    let text = Puppet::new(Protocol::Text);
    for last in ["", "Error: Device 'd' not found\r\n"] {
        let (outcome, heard) = text.run(&["OK\r\n", "Error: no bus\r\n", last], attach);
        assert_eq!(message(outcome), "internal error: unable to execute QEMU command 'device_add': no bus");
        let expected = [
            r#"drive_add 0 "file=a,,id=no,if=none,id=d""#,
            r#"device_add "scsi-hd,drive=d""#,
            r#"drive_del "d""#,
        ];
        assert_eq!(heard, expected);
    }
    let (outcome, heard) = text.run(&["Could not open 'a'\r\n"], attach);
    assert!(message(outcome).ends_with("'drive_add': Could not open 'a'"));
    assert_eq!(heard.len(), 1);
    text.run(&["OK\r\n", ""], attach).0.expect("attached");
    text.run(&[], |m| m.attach_drive("file=a,if=none", "scsi-hd")).0.expect_err("nobody could remove it");
    let json = Puppet::new(Protocol::Json);
    let (outcome, heard) = json.run(&["\"OK\\r\\n\"", GENERIC, "\"\""], attach);
    assert!(message(outcome).ends_with("'device_add': no bus"));
    assert_eq!(
        heard[2],
        r#"{"execute":"human-monitor-command","arguments":{"command-line":"drive_del \"d\""}}"#
    );
}

/// A device that QEMU may still add keeps its drive.
#[test]
fn an_attachment_without_an_answer() {
    let (late, go_on) = channel();
    let options = Options { slow: Duration::from_millis(500), ..Options::default() };
    let (monitor, peer) = open(&Record::new(), options, move |peer| {
        peer.answer("human-monitor-command", "\"OK\"");
        let id = peer.expect("device_add");
        go_on.recv().expect("the caller goes on");
        peer.say(&format!(r#"{{"return": {{}}, "id": {id}}}"#));
        peer.answer("stop", "{}");
    });
    let error = monitor.attach_drive("file=a,id=d", "scsi-hd,drive=d").expect_err("no answer");
    assert_eq!(error.code(), ErrorCode::VIR_ERR_OPERATION_TIMEOUT);
    late.send(()).expect("the peer waits");
    monitor.stop().expect("the next command");
    peer.join().expect("the script runs");
}
