//! A real QEMU with a monitor of either kind: both say the same, and what they do is done.

use std::fs::{self, File};
use std::os::fd::OwnedFd;
use std::process::{Child, Command, Stdio};

use super::*;
use crate::monitor::{BlockStats, ConnectedViewers, Drive, Expiry, PasswordServer, ReadOnlyMode, Secret};

/// Names that have to get through unchanged. TXT-7
const ODD: [&str; 8] = [
    "plain",
    "a blank and a \"quote\"",
    "it's one, two=three",
    "back\\slash\\",
    "carriage\rreturn",
    "line\nfeed",
    "\\n\\\"",
    "é ü",
];

/// A machine that does not run: disks of both kinds, drives for media, a balloon, places for CPUs.
struct Machine {
    qemu: Child,
    json: Arc<Monitor>,
    text: Arc<Monitor>,
    folder: tempfile::TempDir,
}

impl Drop for Machine {
    fn drop(&mut self) {
        let _ = self.qemu.kill();
        let _ = self.qemu.wait();
    }
}

impl Machine {
    fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = |name: &str| folder.path().join(name);
        for name in ["cd1.iso", "cd2.iso"] {
            File::create(path(name)).and_then(|file| file.set_len(1 << 20)).expect("written");
        }
        for name in ["disk.qcow2", "cd3.qcow2"] {
            let mut image = Command::new("qemu-img");
            image.args(["create", "-q", "-f", "qcow2"]).arg(path(name)).arg("1M");
            assert!(image.status().expect("qemu-img is installed").success());
        }
        let ((json, its), (text, others)) = (pair(), pair());
        let qemu = Command::new("qemu-system-x86_64")
            .current_dir(folder.path())
            .args(["-S", "-accel", "tcg", "-machine", "pc", "-m", "32", "-smp", "1,maxcpus=4"])
            .args(["-nodefaults", "-no-user-config", "-display", "none", "-vga", "std"])
            .args(["-drive", "file=disk.qcow2,format=qcow2,if=virtio,id=v0"])
            .args(["-drive", "file=cd1.iso,format=raw,if=none,id=dcd,readonly=on"])
            .args(["-device", "ide-cd,bus=ide.1,unit=0,drive=dcd,id=cd0"])
            .args([
                "-blockdev",
                "driver=raw,node-name=cdn,read-only=on,file.driver=file,file.filename=cd2.iso",
            ])
            .args(["-device", "ide-cd,bus=ide.0,unit=0,drive=cdn,id=cd1"])
            .args(["-device", "ide-cd,bus=ide.0,unit=1,id=cd2"])
            .args(["-drive", "if=floppy,id=fd0", "-device", "virtio-balloon-pci"])
            .args(["-vnc", "unix:vnc.sock,password=on"])
            // Its standard input and output are the two monitors.
            .args(["-chardev", "socket,id=json,fd=0", "-mon", "chardev=json,mode=control"])
            .args(["-chardev", "socket,id=text,fd=1", "-mon", "chardev=text,mode=readline"])
            .stdin(Stdio::from(its))
            .stdout(Stdio::from(others))
            .stderr(Stdio::inherit())
            .spawn()
            .expect("qemu-system-x86_64 is installed");
        let open = |stream, protocol| {
            let options = Options { protocol, ..Options::default() };
            Monitor::open(stream, "guest", Record::new(), options).expect("opens")
        };
        let (json, text) = (open(json, Protocol::Json), open(text, Protocol::Text));
        Self { qemu, json, text, folder }
    }

    fn both(&self) -> [&Monitor; 2] {
        [&self.json, &self.text]
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().expect("text").to_owned()
    }

    /// The format and the file of what is in a drive, by the front end's id.
    fn inserted(&self, id: &str) -> Option<(String, String)> {
        let devices = self.json.query_block().expect("devices");
        let drive = devices.into_iter().find(|device| device.qdev.as_deref() == Some(id)).expect("there");
        drive.inserted.map(|medium| (medium.driver, medium.file))
    }

    fn tray_open(&self, id: &str) -> bool {
        let devices = self.json.query_block().expect("devices");
        devices.iter().any(|device| device.qdev.as_deref() == Some(id) && device.tray_open)
    }
}

fn pair() -> (UnixStream, OwnedFd) {
    let (ours, theirs) = UnixStream::pair().expect("a socket pair");
    (ours, OwnedFd::from(theirs))
}

/// The same query gives the same, whichever monitor it goes through.
#[test]
fn equal_results() {
    let machine = Machine::start();
    let [json, text] = machine.both();
    let compare = || {
        assert_eq!(json.query_vcpus().expect("json"), text.query_vcpus().expect("text"));
        assert_eq!(
            json.query_hotpluggable_cpus().expect("json"),
            text.query_hotpluggable_cpus().expect("text")
        );
        assert_eq!(json.query_balloon().expect("json"), text.query_balloon().expect("text"));
        assert_eq!(json.query_block().expect("json"), text.query_block().expect("text"));
        let stats = json.query_blockstats().expect("json").into_iter();
        let told =
            stats.map(|stats| BlockStats { qdev: None, node_name: None, wr_highest_offset: None, ..stats });
        assert_eq!(told.collect::<Vec<_>>(), text.query_blockstats().expect("text"));
    };
    compare();
    assert_eq!(json.query_balloon().expect("one"), Some(32 << 20));
    assert_eq!(json.query_block().expect("devices").len(), 5);
    assert_eq!(json.query_hotpluggable_cpus().expect("known").map(|slots| slots.len()), Some(4));
    for monitor in machine.both() {
        monitor.set_balloon(24 << 20).expect("asked");
    }
    json.eject(Drive::Device("dcd"), false).expect("ejected");
    json.open_tray("cd1", false).expect("opened");
    json.remove_medium("cd1").expect("removed");
    json.set_vcpu(2, true).expect("plugged");
    compare();
}

/// MED-1, MED-2, TXT-7: the medium is opened in the format that was said, and under its name.
#[test]
fn media() {
    let machine = Machine::start();
    let (drive, retain) = (Drive::Device("dcd"), ReadOnlyMode::Retain);
    let image = machine.path("cd3.qcow2");
    for monitor in machine.both() {
        // QEMU would find out by itself that it is not raw.
        for (format, mode) in [("qcow2", retain), ("raw", retain), ("qcow2", ReadOnlyMode::ReadOnly)] {
            monitor.change_medium(drive, &image, Some(format), mode).expect("changed");
            assert_eq!(machine.inserted("cd0"), Some((format.to_owned(), image.clone())));
        }
        monitor.change_medium(drive, "cd1.iso", None, retain).expect("changed");
        assert_eq!(machine.inserted("cd0"), Some(("raw".to_owned(), "cd1.iso".to_owned())));
        for name in ODD {
            let path = machine.path(name);
            File::create(&path).and_then(|file| file.set_len(1 << 20)).expect("written");
            monitor.change_medium(drive, &path, Some("raw"), retain).expect("changed");
            assert_eq!(machine.inserted("cd0"), Some(("raw".to_owned(), path.clone())));
            let printed = machine.text.query_block().expect("devices");
            let file = printed[1].inserted.as_ref().map(|medium| medium.file.clone());
            assert_eq!(file, Some(path));
        }
        for (wrong, why) in [("none.iso", "No such file"), ("cd1.iso", "Unknown driver 'bogus'")] {
            let format = if wrong == "cd1.iso" { "bogus" } else { "raw" };
            let refused = message(monitor.change_medium(drive, wrong, Some(format), retain));
            assert!(refused.contains(why), "{refused}");
        }
        for force in [false, true] {
            monitor.eject(drive, force).expect("ejected");
            assert_eq!((machine.inserted("cd0"), machine.tray_open("cd0")), (None, true));
        }
        assert!(message(monitor.eject(Drive::Device("v0"), true)).contains("is not removable"));
    }
}

/// Media of drives that have nodes: QMP's alone.
#[test]
fn media_of_nodes() {
    let machine = Machine::start();
    let json = &machine.json;
    json.open_tray("cd1", false).expect("opened");
    assert!(machine.tray_open("cd1"));
    json.remove_medium("cd1").expect("removed");
    assert_eq!(machine.inserted("cd1"), None);
    json.insert_medium("cd1", "cdn").expect("inserted");
    json.close_tray("cd1").expect("closed");
    assert_eq!(machine.inserted("cd1"), Some(("raw".to_owned(), "cd2.iso".to_owned())));
    assert!(!machine.tray_open("cd1"));
    json.change_medium(Drive::Id("cd1"), "cd3.qcow2", Some("qcow2"), ReadOnlyMode::Retain).expect("changed");
    assert_eq!(machine.inserted("cd1"), Some(("qcow2".to_owned(), "cd3.qcow2".to_owned())));
    json.eject(Drive::Id("cd1"), true).expect("ejected");
    assert_eq!(machine.inserted("cd1"), None);
}

/// CPU-1, CPU-2, CPU-3 with CPUs that are devices.
#[test]
fn virtual_cpus() {
    for index in 0..2 {
        let machine = Machine::start();
        let monitor = machine.both()[index];
        let online = || -> Vec<_> {
            let vcpus = machine.both().map(|monitor| monitor.query_vcpus().expect("vcpus"));
            assert_eq!(vcpus[0], vcpus[1]);
            vcpus[0].iter().map(|vcpu| vcpu.index).collect()
        };
        assert_eq!(online(), [0]);
        monitor.set_vcpus(1, 3).expect("plugged");
        assert_eq!(online(), [0, 1, 2]);
        monitor.set_vcpu(2, true).expect("it is");
        // The last place is taken before the count goes beyond it.
        let failure = monitor.set_vcpus(3, 6).expect_err("too many");
        assert_eq!(failure.online, 4);
        assert!(failure.error.message().contains("no place for virtual CPU 4"), "{}", failure.error);
        assert_eq!(online(), [0, 1, 2, 3]);
        // The board lets no CPU go before a guest has asked it to.
        let failure = monitor.set_vcpus(4, 2).expect_err("no guest");
        assert_eq!(failure.online, 4);
        assert!(failure.error.message().contains("'device_del'"), "{}", failure.error);
        assert_eq!(online(), [0, 1, 2, 3]);
        let failure = monitor.set_vcpus(1, 0).expect_err("the first CPU stays");
        assert_eq!(failure.online, 1);
        assert!(failure.error.message().contains("Boot CPU"), "{}", failure.error);
    }
}

/// Snapshots are made, taken and removed.
#[test]
fn snapshots() {
    let machine = Machine::start();
    let tags = || machine.json.human_monitor_command("info snapshots").expect("listed");
    for monitor in machine.both() {
        for name in ["s1", "a blank", "it's \"x\"\\"] {
            assert!(!tags().contains(name), "{}", tags());
            monitor.savevm(name).expect("saved");
            assert!(tags().contains(&format!(" {name} ")), "{}", tags());
            monitor.loadvm(name).expect("loaded");
            monitor.delvm(name).expect("removed");
            assert!(!tags().contains(name), "{}", tags());
        }
        monitor.savevm("line\nfeed").expect("saved");
        monitor.loadvm("line\nfeed").expect("loaded");
        monitor.delvm("line\nfeed").expect("removed");
        let refused = message(monitor.loadvm("none"));
        assert!(refused.contains("'loadvm': Snapshot 'none' does not exist"), "{refused}");
    }
}

/// TXT-7: memory is saved under exactly the name that was given.
#[test]
fn memory() {
    let machine = Machine::start();
    for monitor in machine.both() {
        for name in ODD {
            let path = machine.path(name);
            monitor.memsave(0, 16, &path).expect("saved");
            assert_eq!(fs::metadata(&path).expect("under its name").len(), 16);
            fs::remove_file(&path).expect("there");
            monitor.pmemsave(0xffff_0000, 64, &path).expect("saved");
            assert_eq!(fs::metadata(&path).expect("under its name").len(), 64);
            fs::remove_file(&path).expect("there");
        }
        assert!(message(monitor.memsave(0, 16, "/none/x")).contains("Could not open '/none/x'"));
    }
}

#[test]
fn sizes() {
    let machine = Machine::start();
    let size = || machine.json.human_monitor_command("info block -v v0").expect("printed");
    for (monitor, bytes) in machine.both().into_iter().zip([2_097_664, 3_146_240u64]) {
        monitor.block_resize("v0", bytes).expect("resized");
        assert!(size().contains(&format!("({bytes} bytes)")), "{}", size());
    }
    let devices = machine.json.query_block().expect("devices");
    let node = devices[0].inserted.as_ref().and_then(|medium| medium.node_name.clone()).expect("a node");
    machine.json.block_resize_node(&node, 4 << 20).expect("resized");
    assert!(size().contains("(4194304 bytes)"), "{}", size());
}

#[test]
fn passwords() {
    let machine = Machine::start();
    let (vnc, spice) = (PasswordServer::Vnc, PasswordServer::Spice);
    let secret = Secret::from("a \"b\\");
    for monitor in machine.both() {
        monitor.set_password(vnc, &secret, ConnectedViewers::Keep).expect("set");
        for expiry in [Expiry::Now, Expiry::Never, Expiry::After(60), Expiry::At(2_000_000_000)] {
            monitor.expire_password(vnc, expiry).expect("set");
        }
        for (server, connected, why) in [
            (vnc, ConnectedViewers::Disconnect, "Invalid parameter 'connected'"),
            (vnc, ConnectedViewers::Fail, "Invalid parameter 'connected'"),
            (spice, ConnectedViewers::Disconnect, "SPICE is not in use"),
        ] {
            let refused = message(monitor.set_password(server, &secret, connected));
            assert!(refused.contains(why), "{refused}");
            assert!(!refused.contains("\\"), "{refused}");
        }
        assert!(message(monitor.expire_password(spice, Expiry::Now)).contains("SPICE is not in use"));
        // Gone from QEMU.
        assert!(message(monitor.block_passwd("v0", &secret)).contains("block_passwd"));
    }
    // What cannot stand in a line is typed when QEMU asks.
    let odd = Secret::new(*b"a\xff");
    machine.text.set_password(vnc, &odd, ConnectedViewers::Keep).expect("typed");
}
