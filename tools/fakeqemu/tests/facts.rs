//! Both protocols tell the same about the machine, and QMP tells it in the shapes of the real one.

mod common;

use std::collections::BTreeSet;
use std::os::unix::net::UnixStream;
use std::process::{Child, Command, Stdio};

use common::{Client, Fake};
use rustix::net::{SendAncillaryBuffer, SendAncillaryMessage, SendFlags, sendmsg};
use serde_json::{Value, json};

const NONE: Value = Value::Null;

fn both(script: &str) -> (Fake, Client, Client) {
    let args = ["-S", "-qmp", "unix:qmp,server=on,wait=off", "-monitor", "unix:text,server=on,wait=off"];
    let fake = Fake::start(script, &args);
    let (mut qmp, mut text) = (fake.connect("qmp"), fake.connect("text"));
    qmp.negotiate();
    text.prompt();
    (fake, qmp, text)
}

// NEG-2 and PCI-4 rest on this.
#[test]
fn both_protocols_tell_the_same() {
    let (_fake, mut qmp, mut text) = both("");
    text.line("cont");
    assert_eq!(qmp.message()["event"], "RESUME");
    assert_eq!(qmp.ok("query-status", NONE)["running"], true);
    qmp.ok("stop", NONE);
    assert_eq!(text.line("info status"), "VM status: paused\r\n");

    text.line("device_add e1000,id=net9,addr=0xb");
    let pci = qmp.ok("query-pci", NONE);
    let listed: Vec<String> = pci[0]["devices"]
        .as_array()
        .unwrap()
        .iter()
        .map(|device| {
            let (slot, function) = (device["slot"].as_u64().unwrap(), device["function"].as_u64().unwrap());
            let (vendor, model) =
                (device["id"]["vendor"].as_u64().unwrap(), device["id"]["device"].as_u64().unwrap());
            format!(
                "  Bus  0, device {slot:3}, function {function}: {vendor:04x}:{model:04x} {}",
                device["qdev_id"]
            )
        })
        .collect();
    let info = text.line("info pci");
    let entries: Vec<String> = info
        .split("  Bus")
        .skip(1)
        .map(|entry| {
            let ids = entry.split("PCI device ").nth(1).unwrap();
            let id = entry.split("      id ").nth(1).unwrap().trim_end();
            format!("  Bus{} {} {id}", &entry[..entry.find('\r').unwrap()], &ids[..9])
        })
        .collect();
    assert_eq!(listed, entries);
    assert!(listed.iter().any(|device| device.ends_with("8086:100e \"net9\"")));

    text.line("change ide1-cd0 /fake/cd.iso raw");
    for _ in 0..2 {
        assert_eq!(qmp.message()["event"], "DEVICE_TRAY_MOVED");
    }
    let block = qmp.ok("query-block", NONE);
    let info = text.line("info block");
    for drive in block.as_array().unwrap() {
        let name = drive["device"].as_str().unwrap();
        let line = match drive["inserted"]["file"].as_str() {
            Some(file) => format!("{name} ({}): {file} (", drive["inserted"]["node-name"].as_str().unwrap()),
            None => format!("{name}: [not inserted]"),
        };
        assert!(info.contains(&line), "{line} in {info}");
    }
    assert!(info.contains("/fake/cd.iso (raw, read-only)"));

    qmp.ok("balloon", json!({"value": 64 << 20}));
    assert_eq!(text.line("info balloon"), "balloon: actual=64\r\n");
    let cpus = qmp.ok("query-cpus-fast", NONE);
    let ids: Vec<String> =
        cpus.as_array().unwrap().iter().map(|cpu| format!("thread_id={}", cpu["thread-id"])).collect();
    let info = text.line("info cpus");
    assert_eq!(info.lines().map(|line| line.split(": ").nth(1).unwrap()).collect::<Vec<_>>(), ids);
    let chardevs = qmp.ok("query-chardev", NONE);
    let mut lines: Vec<String> = chardevs
        .as_array()
        .unwrap()
        .iter()
        .map(|dev| {
            format!("{}: filename={}\r\n", dev["label"].as_str().unwrap(), dev["filename"].as_str().unwrap())
        })
        .collect();
    lines.reverse();
    assert_eq!(text.line("info chardev"), lines.concat());
    let human = qmp.ok("human-monitor-command", json!({"command-line": "info chardev"}));
    assert_eq!(human, lines.concat());
}

#[test]
fn devices_leave_when_the_guest_lets_them() {
    let (_fake, mut qmp, _text) = both("");
    qmp.ok("device_add", json!({"driver": "virtio-net-pci", "id": "n1"}));
    qmp.ok("device_add", json!({"driver": "usb-tablet", "id": "t1"}));
    qmp.ok("device_del", json!({"id": "t1"}));
    assert_eq!(qmp.message()["data"]["device"], "t1");
    qmp.ok("device_del", json!({"id": "n1"}));
    let messages = qmp.exchange("system_reset", NONE);
    assert_eq!((messages.len(), &messages[0]["event"]), (2, &json!("RESET")));
    assert_eq!(qmp.message()["data"], json!({"path": "/machine/peripheral/n1/virtio-backend"}));
    assert_eq!(qmp.message()["data"], json!({"device": "n1", "path": "/machine/peripheral/n1"}));
    assert_eq!(qmp.command("device_del", json!({"id": "n1"}))["error"]["class"], "DeviceNotFound");
}

#[test]
fn a_migration_ends_by_itself_or_never() {
    let (_fake, mut qmp, mut text) = both("");
    let on = json!({"capabilities": [{"capability": "events", "state": true}]});
    qmp.ok("migrate-set-capabilities", on);
    qmp.ok("cont", NONE);
    // Without -d the prompt comes at the end.
    assert_eq!(text.line("migrate tcp:host:1"), "");
    assert_eq!(text.line("info status"), "VM status: paused (postmigrate)\r\n");
    let mut seen = Vec::new();
    while seen.last() != Some(&json!("completed")) {
        let message = qmp.message();
        seen.push(if message["event"] == "MIGRATION" {
            message["data"]["status"].clone()
        } else {
            message["event"].clone()
        });
    }
    assert_eq!(seen, ["setup", "active", "STOP", "completed"]);
    assert_eq!(qmp.ok("query-migrate", NONE)["status"], "completed");

    let (_fake, mut qmp, mut text) = both("migration never");
    qmp.ok("migrate", json!({"uri": "exec:cat"}));
    assert_eq!(qmp.ok("query-migrate", NONE)["status"], "active");
    let error = "Error: There's a migration process in progress\r\n";
    assert_eq!(text.line("migrate -d tcp:host:1"), error);
    text.line("migrate_cancel");
    assert_eq!(qmp.ok("query-migrate", NONE), json!({"status": "cancelled"}));
}

fn send_with_fd(stream: &UnixStream, bytes: &[u8], fd: &std::fs::File) {
    use std::os::fd::AsFd;
    let mut space = [std::mem::MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(1))];
    let mut control = SendAncillaryBuffer::new(&mut space);
    let fds = [fd.as_fd()];
    assert!(control.push(SendAncillaryMessage::ScmRights(&fds)));
    sendmsg(stream, &[std::io::IoSlice::new(bytes)], &mut control, SendFlags::empty()).unwrap();
}

#[test]
fn descriptors_are_taken_in_order() {
    let (_fake, mut qmp, mut text) = both("");
    let null = std::fs::File::open("/dev/null").unwrap();
    let none = "No file descriptor supplied via SCM_RIGHTS";
    send_with_fd(&qmp.stream, br#"{"execute":"getfd","arguments":{"fdname":"a"}}"#, &null);
    assert_eq!(qmp.message(), json!({"return": {}}));
    assert_eq!(qmp.command("getfd", json!({"fdname": "b"}))["error"]["desc"], none);
    // One that came with another command stays for the next that takes one.
    send_with_fd(&qmp.stream, br#"{"execute":"query-name"}"#, &null);
    qmp.message();
    let set = qmp.ok("add-fd", json!({"fdset-id": 1, "opaque": "x"}));
    assert_eq!(
        qmp.ok("query-fdsets", NONE),
        json!([{"fdset-id": 1, "fds": [{"fd": set["fd"], "opaque": "x"}]}])
    );
    qmp.ok("remove-fd", json!({"fdset-id": 1}));
    assert_eq!(qmp.ok("query-fdsets", NONE), json!([]));
    send_with_fd(&text.stream, b"getfd c\r", &null);
    text.prompt();
    assert_eq!(text.line("closefd c"), "");
    assert_eq!(text.line("closefd a"), "", "both monitors have the same names");
}

/// The paths of all members: `[].inserted.image.filename`.
fn shape(value: &Value, path: &str, paths: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                let path = format!("{path}.{name}");
                paths.insert(path.clone());
                shape(value, &path, paths);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| shape(value, &format!("{path}[]"), paths)),
        _ => {}
    }
}

/// A real emulator, ended with the value.
struct Real(Child);

impl Drop for Real {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

// The same command line, for a machine with what the fake has: each answer has the same members.
#[test]
fn answers_have_the_shapes_of_the_real_one() {
    let folder = tempfile::tempdir().unwrap();
    let disk = folder.path().join("disk.img");
    std::fs::write(&disk, vec![0; 1 << 20]).unwrap();
    let drive = format!("file={},format=raw,if=none,id=d1", disk.display());
    let args = |socket: &str| {
        let qmp = format!("unix:{socket},server=on,wait=off");
        let fixed = "-accel tcg -M pc -m 32 -nodefaults -display none -S -smp 1,maxcpus=2 -name shape -serial pty \
                     -drive if=none,id=cd,media=cdrom -device ide-cd,bus=ide.1,drive=cd,id=cd1 \
                     -device ide-hd,bus=ide.0,drive=d1,id=hd1 -device virtio-balloon-pci,id=balloon0 \
                     -device e1000,id=net0";
        let mut args: Vec<String> = fixed.split_whitespace().map(str::to_owned).collect();
        let at = args.iter().position(|arg| arg == "-device").unwrap();
        args.splice(at..at, ["-drive".to_owned(), drive.clone()]);
        args.extend(["-qmp".to_owned(), qmp]);
        args
    };
    let socket = folder.path().join("real");
    let mut real = Command::new("qemu-system-x86_64");
    real.args(args(&socket.display().to_string())).stderr(Stdio::null());
    let _real = Real(real.spawn().unwrap());
    let fake_args = args("qmp");
    let fake = Fake::start("", &fake_args.iter().map(String::as_str).collect::<Vec<_>>());
    let (mut real, mut fake) = (Client::connect(&socket), fake.connect("qmp"));
    let greeting = |client: &mut Client| {
        let mut paths = BTreeSet::new();
        shape(&client.message(), "", &mut paths);
        client.ok("qmp_capabilities", NONE);
        paths
    };
    assert_eq!(greeting(&mut fake), greeting(&mut real));
    for (command, args) in [
        ("query-version", NONE),
        ("query-status", NONE),
        ("query-name", NONE),
        ("query-uuid", NONE),
        ("query-kvm", NONE),
        ("query-target", NONE),
        ("query-current-machine", NONE),
        ("query-memory-size-summary", NONE),
        ("query-cpus-fast", NONE),
        ("query-hotpluggable-cpus", NONE),
        ("query-balloon", NONE),
        ("query-block", NONE),
        ("query-blockstats", NONE),
        ("query-chardev", NONE),
        ("query-pci", NONE),
        ("query-migrate", NONE),
        ("query-migrate-capabilities", NONE),
        ("query-fdsets", NONE),
        ("query-iothreads", NONE),
        ("query-jobs", NONE),
        ("query-commands", NONE),
        ("query-machines", NONE),
        ("query-cpu-definitions", NONE),
        ("qom-list", json!({"path": "/machine/peripheral"})),
        ("cont", NONE),
        ("query-status", NONE),
        ("stop", NONE),
        ("query-vnc", NONE),
    ] {
        let shape_of = |client: &mut Client| {
            let mut paths = BTreeSet::new();
            for message in client.exchange(command, args.clone()) {
                shape(&message, "", &mut paths);
            }
            paths
        };
        let (fake, real) = (shape_of(&mut fake), shape_of(&mut real));
        assert_eq!(fake, real, "{command}: one has, the other lacks {:?}", fake.symmetric_difference(&real));
    }
    // Every command that this version is said to have is one of the real one's.
    let names = |client: &mut Client| -> BTreeSet<String> {
        let list = client.ok("query-commands", NONE);
        list.as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect()
    };
    let (ours, theirs) = (names(&mut fake), names(&mut real));
    assert!(ours.is_subset(&theirs), "{:?}", ours.difference(&theirs));
}
