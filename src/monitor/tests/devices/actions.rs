//! What a real QEMU does when it is told through one protocol or the other.

use std::os::fd::OwnedFd;

use super::*;
use crate::monitor::{Fd, FdSet, Key, MirrorSync, Property, Screen, Throttle};

/// DEV-1, DEV-2, DEV-4, DEV-5: a disk comes and goes; half of one does not stay.
#[test]
fn disks() {
    let qemu = Qemu::start("disks", &["-machine", "pc", "-device", "virtio-scsi-pci,id=scsi0"]);
    // A name with everything that one of the languages on the way takes for something.
    let file = "a,b \"c\" d\\e.img";
    std::fs::write(qemu.folder.0.join(file), vec![0; 1 << 20]).expect("a folder of ours");
    let blocks = || qemu.json.human_monitor_command("info block").expect("known");
    for (protocol, monitor) in qemu.monitors() {
        let drive = format!("file={},if=none,id=drive-x,format=raw", file.replace(',', ",,"));
        let device =
            "scsi-hd,bus=scsi0.0,scsi-id=3,lun=1,drive=drive-x,id=x,serial=a,,b c,bootindex=2,share-rw=on";
        monitor.attach_drive(&drive, device).expect(protocol);
        assert!(blocks().contains("Attached to:      x"), "{protocol}: {}", blocks());
        let tree = qemu.json.human_monitor_command("info qtree").expect("known");
        for property in ["serial = \"a,b c\"", "share-rw = true", "scsi-id = 3", "lun = 1"] {
            assert!(tree.contains(property), "{protocol}: {property} in {tree}");
        }
        monitor.device_del("x").expect(protocol);
        qemu.events.await_one("DEVICE_DELETED", "\"x\"");
        assert!(!blocks().contains("drive-x"), "the drive goes with its device: {}", blocks());

        for device in
            ["nonesuch,drive=drive-x", "scsi-hd,bus=none,drive=drive-x", "scsi-hd,drive=drive-x,wwn=bogus"]
        {
            let error = message(monitor.attach_drive(&drive, device));
            assert!(error.contains("'device_add'"), "{protocol}: {error}");
            assert!(!blocks().contains("drive-x"), "{protocol}: {}", blocks());
        }
        let error = message(monitor.attach_drive("file=none.img,if=none,id=y", "scsi-hd,drive=y"));
        assert!(error.contains("'drive_add': Could not open 'none.img'"), "{protocol}: {error}");
        assert_eq!(monitor.drive_add(None, &drive).expect(protocol), None);
        monitor.drive_del("drive-x").expect(protocol);
        assert!(message(monitor.drive_del("drive-x")).contains("'drive_del'"));
        assert!(message(monitor.device_del("x")).contains("not found"));
    }
}

/// DEV-3, the monitor's side: a disk and a card that are plugged in are what they are on the command line.
#[test]
fn plugged_in_or_there_from_the_start() {
    const DRIVE: &str = "driver=null-co,size=1M,if=none,id=drive-x";
    const DISK: &str = "scsi-hd,bus=scsi0.0,scsi-id=3,lun=1,drive=drive-x,id=x,serial=s";
    const CARD: &str = "virtio-net-pci,netdev=u,id=n,mac=52:54:00:00:00:01,addr=0x7";
    let base = ["-machine", "pc", "-device", "virtio-scsi-pci,id=scsi0,addr=0x5", "-netdev", "user,id=u"];
    // The part of the tree that is a device's own, but for where QEMU keeps count of its names.
    let tree = |qemu: &Qemu, id: &str| -> Vec<String> {
        let tree = qemu.json.human_monitor_command("info qtree").expect("known");
        let lines = tree.lines().skip_while(|line| !line.contains(&format!("id \"{id}\"")));
        let depth = |line: &str| line.len() - line.trim_start().len();
        let mut lines = lines.peekable();
        let outer = lines.peek().map(|line| depth(line)).expect("it is there");
        let own = lines.take_while(|line| depth(line) > outer || line.contains(&format!("id \"{id}\"")));
        own.map(|line| line.trim().to_owned()).collect()
    };
    let more = ["-drive", DRIVE, "-device", DISK, "-device", CARD];
    let cold = Qemu::start("cold", &[&base[..], &more].concat());
    let there = [tree(&cold, "x"), tree(&cold, "n")];
    for (tree, property) in there.iter().zip(["scsi-id = 3 (0x3)", "mac = \"52:54:00:00:00:01\""]) {
        assert!(tree.len() > 10 && tree.iter().any(|line| line == property), "{tree:?}");
    }
    let pci = |qemu: &Qemu| {
        let devices = qemu.json.query_pci().expect("known");
        devices.into_iter().find(|device| device.id == "n").expect("the card")
    };
    for plugged in 0..2 {
        let hot = Qemu::start(["hot-json", "hot-text"][plugged], &base);
        let (protocol, monitor) = hot.monitors()[plugged];
        monitor.attach_drive(DRIVE, DISK).expect(protocol);
        monitor.device_add(CARD).expect(protocol);
        assert_eq!([tree(&hot, "x"), tree(&hot, "n")], there, "{protocol}");
        assert_eq!(pci(&hot).address, pci(&cold).address, "{protocol}");
    }
}

/// Overlays and the jobs that fold them together, on a guest that does not run; limits; a dump.
#[test]
fn block_jobs() {
    let qemu = Qemu::start("jobs", &["-machine", "pc", "-drive", "driver=null-co,size=1M,if=none,id=d"]);
    let json = &qemu.json;
    let node = |name: &str, more: &[(&str, serde_json::Value)]| {
        let head = [("driver", "null-co".into()), ("node-name", name.into()), ("size", (1 << 20).into())];
        let members = head.iter().chain(more).map(|(name, value)| ((*name).to_owned(), value.clone()));
        json.blockdev_add(&members.collect()).expect("a node");
    };
    node("from", &[]);
    node("to", &[]);
    for (protocol, monitor) in qemu.monitors() {
        assert_eq!(monitor.query_block_jobs().expect(protocol), []);
        // One that copies a byte a second, until it is told otherwise.
        json.blockdev_mirror("job", "from", "to", MirrorSync::Full, 1).expect("starts");
        let told = || [&qemu.json, &qemu.text].map(|monitor| monitor.query_block_jobs().expect("listed"));
        let [in_json, in_text] = told();
        assert_eq!((in_json[0].device.as_str(), in_json[0].kind.as_str()), ("job", "mirror"), "{protocol}");
        assert_eq!((in_json[0].speed, in_json[0].ready), (1, false));
        assert_eq!(in_text, in_json, "{protocol}");
        assert!(message(monitor.block_job_complete("job")).contains("job"), "{protocol}");
        monitor.block_job_set_speed("job", 0).expect(protocol);
        until(|| told()[0].first().is_some_and(|job| job.ready).then_some(()));
        monitor.block_job_complete("job").expect(protocol);
        until(|| told()[0].is_empty().then_some(()));
        json.blockdev_mirror("job", "from", "to", MirrorSync::Full, 1).expect("starts again");
        monitor.block_job_cancel("job", true).expect(protocol);
        until(|| told()[1].is_empty().then_some(()));
        assert!(message(monitor.block_job_cancel("job", false)).contains("job"), "{protocol}");

        let limits = Throttle { bps: 1 << 20, iops: 77, ..Throttle::default() };
        let refused = message(monitor.block_set_io_throttle("none", limits));
        assert!(refused.contains("none") || refused.contains("not found"), "{protocol}: {refused}");
        let dump = qemu.folder.0.join("a dump");
        monitor.dump_guest_memory(dump.to_str().expect("text")).expect(protocol);
        assert!(std::fs::read(&dump).expect("written").starts_with(b"\x7fELF"), "{protocol}");
        std::fs::remove_file(dump).expect("ours");
        assert!(message(monitor.system_wakeup()).contains("not in suspended state"), "{protocol}");
    }
    json.blockdev_del("to").expect("nobody uses it");
    assert!(message(json.blockdev_del("to")).contains("'blockdev-del'"));

    // An overlay over a drive's image, by its file, and its data down again.
    for (index, (protocol, monitor)) in qemu.monitors().into_iter().enumerate() {
        let file = format!("over \"{index}\"");
        monitor.snapshot_drive("d", &file, "qcow2").expect(protocol);
        assert!(qemu.folder.0.join(&file).exists(), "{protocol}");
    }
    let top = || {
        let devices = json.query_block().expect("devices");
        let drive = devices.into_iter().find(|device| device.device == "d").expect("the drive");
        drive.inserted.and_then(|medium| medium.node_name).expect("a node")
    };
    let before = top();
    json.block_commit("down", &before, None, None, 0).expect("starts");
    let jobs = || json.query_block_jobs().expect("listed");
    until(|| jobs().first().is_some_and(|job| job.ready).then_some(()));
    json.block_job_complete("down").expect("ready");
    until(|| jobs().is_empty().then_some(()));
    assert_ne!(top(), before);
    let refused = message(json.block_stream("up", "none", None, 0));
    assert!(refused.contains("'block-stream'"), "{refused}");
}

/// Back ends of network cards, one of them with a passed descriptor; and their cables.
#[test]
fn networks() {
    let qemu = Qemu::start(
        "networks",
        &["-machine", "pc", "-netdev", "hubport,hubid=0,id=h", "-device", "e1000,id=n,netdev=h"],
    );
    let known = |id: &str| {
        let printed = qemu.json.human_monitor_command("info network").expect("known");
        printed.split([' ', ':', '\\', '\r', '\n']).any(|word| word == id)
    };
    // The card's status, where the firmware puts the first card of this machine.
    let link = || {
        let printed = qemu.json.human_monitor_command("xp /1wx 0xfebc0008").expect("known");
        let status = printed.trim().split_once(": 0x").map(|(_, digits)| u32::from_str_radix(digits, 16));
        Some(status?.expect("hexadecimal") & 2 != 0)
    };
    qemu.json.cont().expect("runs");
    until(|| (link() == Some(true)).then_some(()));
    for (protocol, monitor) in qemu.monitors() {
        monitor
            .netdev_add("user,id=u,restrict=on,hostfwd=tcp:127.0.0.1:0-:22,hostfwd=tcp:127.0.0.1:0-:23")
            .expect(protocol);
        let (ours, theirs) = UnixStream::pair().expect("a socket pair");
        monitor.getfd("wire", OwnedFd::from(theirs)).expect(protocol);
        monitor.netdev_add("socket,id=s,fd=wire").expect(protocol);
        monitor.netdev_add("hubport,id=p,hubid=1").expect(protocol);
        for id in ["u", "s", "p"] {
            assert!(known(id), "{protocol}: {id}");
            assert!(
                message(monitor.netdev_add(&format!("hubport,id={id},hubid=1"))).contains("'netdev_add'")
            );
            monitor.netdev_del(id).expect(protocol);
            assert!(!known(id), "{protocol}: {id}");
        }
        drop(ours);
        assert!(message(monitor.netdev_del("u")).contains("not found"));
        monitor.set_link("n", false).expect(protocol);
        assert_eq!(link(), Some(false), "{protocol}");
        monitor.set_link("n", true).expect(protocol);
        until(|| (link() == Some(true)).then_some(()));
        assert!(message(monitor.set_link("none", true)).contains("not found"));
        let refused = message(monitor.host_net_add("tap", "vlan=0"));
        let by_itself = refused.contains("'host_net_add': unknown command");
        assert!(by_itself || refused.contains("has no 'host_net_add'"), "{refused}");
    }
}

#[test]
fn objects() {
    let qemu = Qemu::start("objects", &["-machine", "none"]);
    for (protocol, monitor) in qemu.monitors() {
        let properties = [("size", Property::Number(1 << 20)), ("share", Property::Switch(true))];
        monitor.object_add("memory-backend-ram", "m", &properties).expect(protocol);
        let get = r#"{"execute":"qom-get","arguments":{"path":"/objects/m","property":"size"}}"#;
        assert!(qemu.json.command_text(get).expect("known").contains("\"return\":1048576"));
        monitor.object_add("secret", "s", &[("data", Property::Text("a,b"))]).expect(protocol);
        assert_eq!(monitor.qom_get("/objects/m", "size").expect(protocol), 1 << 20);
        assert_eq!(monitor.qom_get("/objects/m", "type").expect(protocol), "memory-backend-ram");
        for on in [false, true] {
            monitor.qom_set("/objects/m", "merge", Property::Switch(on)).expect(protocol);
            assert_eq!(monitor.qom_get("/objects/m", "merge").expect(protocol), on);
        }
        assert!(message(monitor.qom_get("/objects/m", "none")).contains("'qom-get': Property"), "{protocol}");
        assert!(
            message(monitor.qom_set("/none", "x", Property::Number(1))).contains("'qom-set'"),
            "{protocol}"
        );
        for id in ["m", "s"] {
            monitor.object_del(id).expect(protocol);
            assert!(message(monitor.object_del(id)).contains("not found"), "{protocol}");
        }
    }
    qemu.json
        .object_add("secret", "s", &[("data", Property::Text("a b"))])
        .expect("JSON has no quotes of its own");
}

#[test]
fn descriptors() {
    let qemu = Qemu::start("descriptors", &["-machine", "none"]);
    let null = || -> OwnedFd { std::fs::File::open("/dev/null").expect("exists").into() };
    for (protocol, monitor) in qemu.monitors() {
        monitor.getfd("f", null()).expect(protocol);
        monitor.closefd("f").expect(protocol);
        assert!(message(monitor.closefd("f")).contains("'closefd': File descriptor named 'f' not found"));
        assert!(message(monitor.getfd("9f", null())).contains("'getfd'"));
    }
    // A stopped machine keeps descriptors of sets.
    qemu.json.cont().expect("runs");
    let (set, fd) = qemu.json.add_fd(None, Some("a word"), null()).expect("a new set");
    let (same, second) = qemu.json.add_fd(Some(set), None, null()).expect("the same set");
    assert_eq!(set, same);
    let sets = qemu.json.query_fdsets().expect("sets");
    let [FdSet { fdset_id, fds }] = &sets[..] else { panic!("{sets:?}") };
    assert_eq!((*fdset_id, fds.len()), (set, 2));
    assert!(fds.contains(&Fd { fd, opaque: Some("a word".to_owned()) }), "{fds:?}");
    qemu.json.remove_fd(set, Some(second)).expect("there");
    qemu.json.remove_fd(set, None).expect("there");
    assert_eq!(qemu.json.query_fdsets().expect("sets"), []);
    // A program's own commands.
    let own =
        [(&qemu.json, r#"{"execute":"getfd","arguments":{"fdname":"own"}}"#), (&qemu.text, "getfd own")];
    for (monitor, command) in own {
        let reply = monitor.command_text_with_fds(command, vec![null()]).expect("sent");
        assert!(!reply.contains("rror"), "{reply}");
        monitor.closefd("own").expect("it was passed");
        let reply = monitor.command_text_with_fds(command, Vec::new()).expect("sent");
        assert!(reply.contains("No file descriptor supplied"), "{reply}");
    }
}

/// Pictures of two screens, and keys that the firmware puts into its buffer.
#[test]
fn screens_and_keys() {
    let qemu = Qemu::start(
        "screens",
        &[
            "-machine",
            "pc",
            "-device",
            "VGA,id=first",
            "-device",
            "secondary-vga,id=second",
            "-chardev",
            "socket,id=log,path=log,server=on,wait=off",
            "-device",
            "isa-debugcon,iobase=0x402,chardev=log",
        ],
    );
    let second = Screen { device: "second", head: 0 };
    for (protocol, monitor) in qemu.monitors() {
        for (name, screen) in [("a \"picture\"", None), ("b", Some(second))] {
            monitor.screendump(name, screen).expect(protocol);
            let path = qemu.folder.0.join(name);
            assert!(std::fs::read(&path).expect("written").starts_with(b"P6\n"), "{protocol}: {name}");
            std::fs::remove_file(path).expect("ours");
        }
        assert!(
            message(monitor.screendump("c", Some(Screen { head: 9, ..second }))).contains("'screendump'")
        );
        monitor.inject_nmi().expect(protocol);
        assert!(message(monitor.send_key(&[Key::Name("nonesuch")], None)).contains("nonesuch"), "{protocol}");
    }
    // The firmware takes keys when it has nothing else to do.
    let log = UnixStream::connect(qemu.folder.0.join("log")).expect("QEMU listens");
    log.set_read_timeout(Some(PATIENCE)).expect("a timeout above zero");
    qemu.json.cont().expect("runs");
    let mut lines = std::io::BufRead::lines(BufReader::new(log));
    assert!(lines.any(|line| line.expect("the firmware speaks in time").starts_with("No bootable device")));
    // The firmware's buffer, at its place of every PC: the key's number, and the character that it makes.
    let buffer = || qemu.json.human_monitor_command("xp /16hx 0x41e").expect("known");
    let keys = [
        (&qemu.json, Key::Name("a"), "0x1e41"),
        (&qemu.json, Key::Number(0x30), "0x3042"),
        (&qemu.text, Key::Name("c"), "0x2e43"),
        (&qemu.text, Key::Number(0x20), "0x2044"),
    ];
    for (monitor, key, typed) in keys {
        monitor.send_key(&[Key::Name("shift"), key], Some(1)).expect("known");
        until(|| buffer().contains(typed).then_some(()));
    }
}
