//! What each version calls itself, has, and lacks; how it is started and ended.

mod common;

use std::io::{BufRead, BufReader, Read, Write};
use std::os::fd::AsRawFd;
use std::os::unix::net::UnixListener;
use std::process::{Command, Output, Stdio};

use common::{Client, Fake, PROGRAM, write_script};
use serde_json::{Value, json};

const NONE: Value = Value::Null;

fn output(script: &str, args: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    Command::new(write_script(folder.path(), script)).args(args).output().unwrap()
}

fn printed(script: &str, args: &[&str]) -> String {
    let output = output(script, args);
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

// NEG-3 takes these.
#[test]
fn versions_name_themselves() {
    for version in ["0.9.1", "0.10.0", "0.11.1", "0.12.0"] {
        let script = format!("version {version}");
        let banner = format!("QEMU PC emulator version {version}, Copyright (c) 2003-2008 Fabrice Bellard\n");
        assert_eq!(printed(&script, &["-version"]), banner);
        assert!(printed(&script, &["-help"]).starts_with(&banner));
        assert_eq!(printed(&script, &["-help"]).contains("-chardev"), version == "0.12.0");
    }
    let real = Command::new("qemu-system-x86_64").arg("--version").output().unwrap();
    // Debian counts how often it has built the same source.
    let without_build = |text: &str| {
        text.split("+b").map(|part| part.trim_start_matches(char::is_numeric).to_owned()).collect::<String>()
    };
    let real = String::from_utf8(real.stdout).unwrap();
    assert_eq!(without_build(&printed("", &["--version"])), without_build(&real));
}

#[test]
fn our_own_help_needs_no_script() {
    let output = Command::new(PROGRAM).arg("--help").output().unwrap();
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("fakeqemu - "));
    assert!(printed("", &["--help"]).starts_with("QEMU emulator version 7.2.22 "));
}

#[test]
fn commands_come_and_go() {
    for (version, command, known) in [
        ("0.9.1", "info balloon", false),
        ("0.9.1", "getfd x", false),
        ("0.9.1", "pci_add 0 nic model=e1000", true),
        ("0.9.1", "cpu_set 1 offline", true),
        ("0.11.1", "info balloon", true),
        ("0.11.1", "getfd x", true),
        ("0.11.1", "device_add e1000", false),
        ("0.11.1", "drive_del x", false),
        ("0.12.0", "device_add e1000", true),
        ("0.12.0", "block_passwd x y", true),
        ("0.12.0", "set_password vnc x", false),
        ("today", "set_password vnc x", true),
        ("today", "cpu_set 1 offline", false),
    ] {
        let (_fake, mut text) = Fake::text(&format!("version {version}\ngreeting yes"));
        text.prompt();
        let word = command.split(' ').next().unwrap();
        let output = text.line(command);
        // Old ones answer an unknown `info` with the list of those that there are.
        let unknown = format!("unknown command: '{word}'\r\n");
        let refused = output == unknown || output.starts_with("info version");
        assert_eq!(!refused, known, "{version} {command}: {output}");
    }
}

// SEC-1 takes these.
#[test]
fn old_text_monitors_ask_for_the_keys_of_encrypted_drives() {
    let script = "version 0.11.1\npassword ide0-hd0 /a/one sesame\npassword virtio0 /a/two tahini";
    let (fake, mut text) = Fake::text(script);
    text.prompt();
    let asked = |text: &mut Client| text.until("Password: ");
    text.send("cont\r");
    assert!(asked(&mut text).ends_with("cont\x1b[K\r\nide0-hd0 (/a/one) is encrypted.\r\nPassword: "));
    text.send("wrong\r");
    assert!(text.prompt().ends_with("*****\x1b[K\r\ninvalid password\r\n"));
    assert_eq!(text.line("info status"), "VM status: paused\r\n");
    text.send("cont\r");
    asked(&mut text);
    text.send("sesame\r");
    assert!(asked(&mut text).ends_with("******\x1b[K\r\nvirtio0 (/a/two) is encrypted.\r\nPassword: "));
    text.send("tahini\r");
    text.prompt();
    assert_eq!(text.line("info status"), "VM status: running\r\n");
    assert!(fake.log().contains("password monitor wrong\n"));
}

// SEC-2 takes these.
#[test]
fn keys_can_be_given_before_they_are_asked_for() {
    let script = "password ide0-hd0 /a/one sesame\nversion 0.12.0";
    let (_fake, mut text) = Fake::text(script);
    text.prompt();
    assert_eq!(text.line("block_passwd ide0-hd0 x"), "invalid password\r\n");
    assert_eq!(text.line("block_passwd ide0-hd0 sesame"), "");
    assert_eq!(text.line("cont"), "");
    let (_fake, mut qmp) = Fake::qmp(script);
    qmp.negotiate();
    assert_eq!(qmp.command("cont", NONE)["error"]["class"], "DeviceEncrypted");
    let args = json!({"device": "ide0-hd0", "password": "sesame"});
    qmp.ok("block_passwd", args);
    qmp.ok("cont", NONE);
    assert_eq!(qmp.ok("query-status", NONE), json!({"running": true, "singlestep": false}));
}

#[test]
fn the_released_0_12_did_not_negotiate() {
    let (_fake, mut qmp) = Fake::qmp("version 0.12.0\nwithout qmp_capabilities");
    assert_eq!(qmp.message(), json!({"QMP": {"capabilities": []}}));
    let messages = qmp.exchange("qmp_capabilities", NONE);
    assert_eq!(messages[0]["error"]["class"], "CommandNotFound");
    assert_eq!(qmp.exchange("system_reset", NONE)[0]["event"], "RESET");
}

#[test]
fn old_words() {
    let (_fake, mut text) = Fake::text("version 0.11.1\nmigration never");
    text.prompt();
    for (line, expected) in [
        ("eject ide0-hd0", "device is not removable\r\n"),
        ("eject -f ide0-hd0", ""),
        ("eject nonesuch", "device not found\r\n"),
        ("change ide1-cd0 /nonexistent", ""),
        ("change ide1-cd0 /fake/x bogus", "invalid format bogus\r\n"),
        ("watchdog_action bogus", "Unknown watchdog action 'bogus'\r\n"),
        ("migrate bogus", "unknown migration protocol: bogus\r\nmigration failed\r\n"),
        ("migrate -d tcp:host:1", ""),
        ("pci_add pci_addr=auto nic model=bogus", "failed to add model=bogus\r\n"),
        ("pci_add pci_addr=auto bogus x", "invalid type: bogus\r\n"),
        ("pci_add nowhere nic model=e1000", "Invalid pci address\r\n"),
        ("pci_del 0:0:1e", "slot 30 empty\r\n"),
        ("usb_add bogus", "Could not add USB device 'bogus'\r\n"),
        ("loadvm x", "No block device supports snapshots\r\n"),
        ("stop now", "stop|s: extraneous characters at the end of line\r\n"),
        ("help nonesuch", ""),
    ] {
        assert_eq!(text.line(line), expected, "{line}");
    }
    assert!(text.line("info migrate").starts_with("Migration status: active\r\ntransferred ram: "));
}

#[test]
fn early_qmp_is_poorer() {
    let (_fake, mut qmp) = Fake::qmp("version 0.12.0");
    assert_eq!(qmp.message(), json!({"QMP": {"capabilities": []}}));
    qmp.ok("qmp_capabilities", NONE);
    assert_eq!(qmp.ok("query-version", NONE), json!({"qemu": "0.12.0", "package": ""}));
    let messages = qmp.exchange("cont", NONE);
    assert_eq!(messages.len(), 1, "no RESUME yet: {messages:?}");
    let messages = qmp.exchange("system_reset", NONE);
    assert!(messages[0]["event"] == "RESET" && messages[0].get("data").is_none());
    assert_eq!(qmp.ok("query-cpus", NONE)[0]["current"], true);
    assert_eq!(qmp.command("query-cpus-fast", NONE)["error"]["class"], "CommandNotFound");
}

#[test]
fn pci_devices_of_old_versions() {
    for (version, domain) in [("0.9.1", ""), ("0.11.1", "domain 0, ")] {
        let (_fake, mut text) = Fake::text(&format!("version {version}"));
        text.prompt();
        let before = text.line("info pci");
        let added = text.line("pci_add pci_addr=auto storage if=scsi,file=/fake/a");
        let slot = added.strip_prefix(&format!("OK {domain}bus 0, slot ")).unwrap();
        let slot = slot.strip_suffix(", function 0\r\n").unwrap().to_owned();
        assert_eq!(text.line(&format!("drive_add 0:0:{slot} file=/fake/b,if=scsi")), "OK bus 0, unit 1\r\n");
        assert!(text.line("info block").contains("scsi0-hd1: type=hd removable=0 file=/fake/b ro=0 drv=raw"));
        let expected = format!(
            "  Bus  0, device {slot:>3}, function 0:\r\n    SCSI controller: PCI device 1000:0012\r\n"
        );
        assert!(text.line("info pci").contains(&expected));
        assert_eq!(text.line(&format!("pci_del pci_addr=0:0:{slot}")), "");
        assert_eq!(text.line("info pci"), before);
    }
}

// CHR-3 takes these.
#[test]
fn pseudo_terminals_are_announced_and_work() {
    for (script, suffix) in [("version 0.11.1", ""), ("", " (label compat_monitor0)")] {
        let mut fake = Fake::start(script, &["-S", "-monitor", "pty", "-serial", "pty"]);
        let mut errors = BufReader::new(fake.child.stderr.take().unwrap()).lines();
        let line = errors.next().unwrap().unwrap();
        let path = line.strip_prefix("char device redirected to ").unwrap().strip_suffix(suffix).unwrap();
        let mut monitor = std::fs::OpenOptions::new().read(true).write(true).open(path).unwrap();
        monitor.write_all(b"info chardev\r").unwrap();
        let mut said = Vec::new();
        while !said.ends_with(b"\r\n(qemu) ") || !said.windows(7).any(|window| window == b"serial0") {
            let mut byte = [0];
            monitor.read_exact(&mut byte).unwrap();
            said.extend(byte);
        }
        let said = String::from_utf8(said).unwrap();
        let serial = said.split("serial0: filename=pty:").nth(1).unwrap().split("\r\n").next().unwrap();
        let mut control = fake.control();
        let mut serial = std::fs::File::open(serial).unwrap();
        control.order(r#"write serial0 "guest\n""#);
        let mut bytes = [0; 6];
        serial.read_exact(&mut bytes).unwrap();
        assert_eq!(&bytes, b"guest\n");
    }
}

#[test]
fn a_listening_socket_can_be_handed_down() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("monitor");
    let listener = UnixListener::bind(&path).unwrap();
    // Only what is meant for it goes to the child.
    rustix::io::fcntl_setfd(&listener, rustix::io::FdFlags::empty()).unwrap();
    let chardev = format!("socket,id=charmonitor,fd={},server=on,wait=off", listener.as_raw_fd());
    let args = ["-S", "-chardev", &chardev, "-mon", "chardev=charmonitor,id=monitor,mode=control"];
    let _fake = Fake::start("", &args);
    drop(listener);
    let mut qmp = Client::connect(&path);
    qmp.negotiate();
    let filename = format!("unix:{},server=on", path.display());
    let expected = json!([{"label": "charmonitor", "filename": filename, "frontend-open": true}]);
    assert_eq!(qmp.ok("query-chardev", NONE), expected);
}

#[test]
fn a_text_monitor_by_mon_and_protocol_by_script() {
    let chardev = "socket,id=m,path=monitor,server=on,wait=off";
    let fake = Fake::start("", &["-chardev", chardev, "-mon", "chardev=m,mode=readline"]);
    assert!(fake.connect("monitor").prompt().starts_with("QEMU 7.2.22 monitor"));
    let fake = Fake::start("protocol text", &["-chardev", chardev, "-mon", "chardev=m,mode=control"]);
    assert!(fake.connect("monitor").prompt().starts_with("QEMU 7.2.22 monitor"));
}

#[test]
fn it_ends_as_the_real_one_does() {
    let ended = |fake: &mut Fake, reason: &str, messages: &[Value]| {
        assert_eq!(messages[0]["event"], "SHUTDOWN");
        assert_eq!(messages[0]["data"], json!({"guest": reason.starts_with("guest"), "reason": reason}));
        assert_eq!(fake.wait().code(), Some(0));
        assert!(!fake.folder.path().join("qmp").exists(), "the socket is removed");
    };
    let (mut fake, mut qmp) = Fake::qmp("");
    qmp.negotiate();
    let messages = qmp.exchange("quit", NONE);
    ended(&mut fake, "host-qmp-quit", &messages);
    assert!(qmp.rest().is_empty());
    let (mut fake, mut qmp) = Fake::qmp("");
    qmp.negotiate();
    fake.terminate();
    let message = qmp.message();
    ended(&mut fake, "host-signal", &[message]);
    let (mut fake, mut qmp) = Fake::qmp("on system_powerdown run then guest shutdown");
    qmp.negotiate();
    assert_eq!(qmp.exchange("system_powerdown", NONE)[0]["event"], "POWERDOWN");
    let message = qmp.message();
    ended(&mut fake, "guest-shutdown", &[message]);
}

#[test]
fn without_shutdown_the_machine_stays() {
    let fake = Fake::start("", &["-no-shutdown", "-qmp", "unix:qmp,server=on,wait=off"]);
    let mut qmp = fake.connect("qmp");
    qmp.negotiate();
    fake.control().order("guest shutdown");
    assert_eq!(
        (qmp.message()["event"].clone(), qmp.message()["event"].clone()),
        (json!("SHUTDOWN"), json!("STOP"))
    );
    assert_eq!(qmp.ok("query-status", NONE)["status"], "shutdown");
}

#[test]
fn it_goes_to_the_background_when_it_is_ready() {
    let folder = tempfile::tempdir().unwrap();
    let script = write_script(folder.path(), "");
    let args = ["-daemonize", "-pidfile", "pid", "-qmp", "unix:qmp,server=on,wait=off"];
    // All of its output can be read to the end: the process in the background has let go of it.
    let output = Command::new(script).args(args).current_dir(&folder).output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
    assert!(folder.path().join("pid").exists());
    let mut qmp = Client::connect(&folder.path().join("qmp"));
    qmp.negotiate();
    qmp.exchange("quit", NONE);
    qmp.rest();
}

#[test]
fn a_monitor_on_standard_input_ends_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(write_script(folder.path(), ""));
    let mut child =
        command.args(["-monitor", "stdio"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"info name\n").unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(
        said.starts_with("QEMU 7.2.22 monitor") && said.ends_with("info name\u{1b}[K\r\n(qemu) "),
        "{said:?}"
    );
}

// What a program sees of a pseudo terminal that the emulator lets go of.
#[test]
fn a_terminal_can_be_hung_up() {
    let mut fake = Fake::start("version 0.9.1\non stop hang up", &["-S", "-monitor", "pty"]);
    let mut errors = BufReader::new(fake.child.stderr.take().unwrap()).lines();
    let line = errors.next().unwrap().unwrap();
    let path = line.strip_prefix("char device redirected to ").unwrap();
    let mut monitor = std::fs::OpenOptions::new().read(true).write(true).open(path).unwrap();
    monitor.write_all(b"stop\r").unwrap();
    let mut said = Vec::new();
    // The kernel says EIO instead of the end.
    let end = monitor.read_to_end(&mut said);
    assert!(end.is_err() || end.is_ok_and(|count| count > 0), "{said:?}");
}
