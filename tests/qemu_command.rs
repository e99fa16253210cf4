//! Command lines for a real QEMU: it starts with each of them, says so on its monitor, and has the devices that
//! the definition names.

#![forbid(unsafe_code)]

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::os::fd::{AsFd, AsRawFd};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use nix::fcntl::{FcntlArg, FdFlag, fcntl};
use serde_json::Value;
use virt::conf::domain::DomainDef;
use virt::drivers::qemu::command::{CommandContext, MonitorArg, build};
use virt::ident::DomainId;
use virt::monitor::Protocol;

const QEMU: &str = "/usr/bin/qemu-system-x86_64";
/// Longest time that a start may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// A process that does not outlive the test.
struct Guest {
    process: Child,
    log: PathBuf,
    reader: BufReader<UnixStream>,
}

impl Drop for Guest {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Guest {
    /// Starts what `xml` defines, with files in `dir`, up to the monitor's readiness.
    fn start(xml: &str, dir: &Path) -> Self {
        let mut def = DomainDef::parse(xml).unwrap_or_else(|e| panic!("{e}:\n{xml}"));
        def.prepare_live(DomainId(1), 0);
        let socket = dir.join("monitor.sock");
        let _ = fs::remove_file(&socket);
        let listener = UnixListener::bind(&socket).expect("bind");
        fcntl(listener.as_fd(), FcntlArg::F_SETFD(FdFlag::empty())).expect("inheritable");
        let ctx = CommandContext {
            emulator: Path::new(QEMU),
            monitor: MonitorArg::Handed { fd: listener.as_raw_fd(), protocol: Protocol::Json },
            domain_dir: dir,
            now_s: 1_795_412_524,
        };
        let command = build(&def, &ctx).unwrap_or_else(|e| panic!("{e}:\n{xml}"));
        let log = dir.join("log");
        let process = Command::new(&command.argv[0])
            .args(&command.argv[1..])
            .envs(command.env)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(fs::File::create(&log).expect("log"))
            .spawn()
            .expect("QEMU is installed");
        drop(listener);
        let stream = UnixStream::connect(&socket).expect("monitor");
        stream.set_read_timeout(Some(PATIENCE)).expect("timeout");
        let mut guest = Self { process, log, reader: BufReader::new(stream) };
        guest.line();
        guest.call("qmp_capabilities", Value::Null);
        guest
    }

    fn line(&mut self) -> Value {
        let mut line = String::new();
        match self.reader.read_line(&mut line) {
            Ok(length) if length > 0 => serde_json::from_str(&line).expect("JSON"),
            _ => panic!("QEMU said no more than: {}", fs::read_to_string(&self.log).unwrap_or_default()),
        }
    }

    /// Runs a monitor command and returns its value; events are passed over.
    fn call(&mut self, name: &str, arguments: Value) -> Value {
        let mut message = serde_json::json!({ "execute": name });
        if !arguments.is_null() {
            message["arguments"] = arguments;
        }
        self.reader.get_mut().write_all(message.to_string().as_bytes()).expect("write");
        loop {
            let mut reply = self.line();
            if reply.get("event").is_none() {
                assert!(reply.get("error").is_none(), "{name}: {reply}");
                return reply["return"].take();
            }
        }
    }

    /// The ids of the devices that have one.
    fn devices(&mut self) -> Vec<String> {
        let list = self.call("qom-list", serde_json::json!({ "path": "/machine/peripheral" }));
        let names =
            list.as_array().expect("list").iter().map(|item| item["name"].as_str().expect("name").to_owned());
        let mut names: Vec<_> = names.filter(|name| name != "type").collect();
        names.sort();
        names
    }
}

fn domain(head: &str, devices: &str) -> String {
    format!(
        "<domain type='qemu'><name>a,b=c d</name><memory unit='MiB'>32</memory><os><type>hvm</type></os>{head}\
         <devices>{devices}</devices></domain>"
    )
}

/// A folder with a disk image whose name QEMU must not take apart.
fn folder() -> (tempfile::TempDir, String) {
    let dir = tempfile::tempdir().expect("folder");
    let image = dir.path().join("disk,a=\"b'.img");
    fs::write(&image, vec![0; 1 << 20]).expect("image");
    let path = image.to_str().expect("text").replace('\'', "&apos;");
    (dir, path)
}

#[test]
fn qemu_has_the_devices_of_the_definition() {
    let (dir, image) = folder();
    let disk =
        |target: &str, more: &str| format!("<disk><source file='{image}'/><target {target}/>{more}</disk>");
    for (devices, expected) in [
        (String::new(), &["balloon0", "usb"][..]),
        (disk("dev='hda'", ""), &["balloon0", "ide0-0-0", "usb"]),
        (disk("dev='vda'", "<readonly/><serial>a b</serial>"), &["balloon0", "usb", "virtio-disk0"]),
        (disk("dev='sda'", "<driver error_policy='stop'/>"), &["balloon0", "scsi0", "scsi0-0-0", "usb"]),
        (
            format!("<controller type='scsi' model='virtio-scsi'/>{}", disk("dev='sda'", "<shareable/>")),
            &["balloon0", "scsi0", "scsi0-0-0-0", "usb"],
        ),
        (
            disk("dev='sda' bus='sata'", "<driver cache='unsafe'/>"),
            &["balloon0", "sata0", "sata0-0-0", "usb"],
        ),
        (disk("dev='sda' bus='usb'", ""), &["balloon0", "usb", "usb-disk0"]),
        (
            "<disk device='cdrom'><target dev='hdc'/></disk><disk device='floppy'><target dev='fda'/></disk>"
                .to_owned(),
            &["balloon0", "fdc0-0-0", "ide0-1-0", "usb"],
        ),
        (
            "<interface><model type='virtio'/></interface><interface/>".to_owned(),
            &["balloon0", "net0", "net1", "usb"],
        ),
        (
            "<serial type='pty'/><serial type='null'/><console type='pty'><target type='virtio'/></console>"
                .to_owned(),
            &["balloon0", "console1", "serial0", "serial1", "usb", "virtio-serial0"],
        ),
        (
            "<watchdog model='i6300esb' action='pause'/><panic/><memballoon model='none'/>".to_owned(),
            &["usb", "watchdog0"],
        ),
        ("<watchdog model='ib700' action='inject-nmi'/>".to_owned(), &["balloon0", "usb", "watchdog0"]),
        (
            "<input type='tablet'/><input type='keyboard' bus='virtio'/>".to_owned(),
            &["balloon0", "input0", "input1", "usb"],
        ),
    ] {
        let mut guest = Guest::start(&domain("", &devices), dir.path());
        assert_eq!(guest.devices(), expected, "{devices}");
    }
}

#[test]
fn graphics_listen_where_the_definition_says() {
    let (dir, _) = folder();
    for model in ["vga", "cirrus", "vmvga", "bochs", "virtio"] {
        let socket = dir.path().join("vnc,1.sock");
        let devices = format!(
            "<graphics type='vnc' sharePolicy='ignore' passwd='x' keymap='de'><listen type='socket' socket='{}'/>\
             </graphics><video><model type='{model}'/></video>",
            socket.display()
        );
        let mut guest = Guest::start(&domain("", &devices), dir.path());
        assert_eq!(guest.devices(), ["balloon0", "usb", "video0"], "{model}");
        let vnc = guest.call("query-vnc", Value::Null);
        assert_eq!(vnc["service"].as_str(), socket.to_str(), "{vnc}");
        assert_eq!(vnc["auth"], "vnc");
    }
}

#[test]
fn a_network_disk_is_opened_on_its_socket() {
    let (dir, _) = folder();
    let (image, socket) = (dir.path().join("nbd.img"), dir.path().join("nbd,0.sock"));
    fs::write(&image, vec![0; 1 << 20]).expect("image");
    // Without --persistent it ends with its last client.
    let server = Command::new("qemu-nbd")
        .args(["--fork", "--format=raw", "--export-name=data", "--socket"])
        .arg(&socket)
        .arg(&image)
        .status()
        .expect("qemu-nbd is installed");
    assert!(server.success());
    let disk = format!(
        "<disk type='network'><driver error_policy='stop'/><source protocol='nbd' name='data'>\
         <host transport='unix' socket='{}'/></source><target dev='vda'/></disk>",
        socket.display()
    );
    let mut guest = Guest::start(&domain("", &disk), dir.path());
    let blocks = guest.call("query-block", Value::Null);
    assert_eq!(blocks[0]["inserted"]["node-name"], "libvirt-1-format", "{blocks}");
    assert_eq!(blocks[0]["qdev"], "/machine/peripheral/virtio-disk0/virtio-backend");
    guest.call("quit", Value::Null);
}

#[test]
fn clock_features_and_processors() {
    let (dir, _) = folder();
    let head = "<vcpu current='1'>2</vcpu><features><acpi/><apic/><pae/><vmport state='off'/></features>\
                <cpu mode='maximum'/><pm><suspend-to-mem enabled='yes'/><suspend-to-disk enabled='no'/></pm>\
                <on_reboot>destroy</on_reboot><clock offset='variable' adjustment='3600'>\
                <timer name='rtc' tickpolicy='catchup'/><timer name='hpet' present='no'/>\
                <timer name='pit' tickpolicy='delay'/></clock>\
                <q:commandline xmlns:q='http://libvirt.org/schemas/domain/qemu/1.0'><q:arg value='-fw_cfg'/>\
                <q:arg value='name=opt/x,string=a b'/></q:commandline>";
    let mut guest = Guest::start(&domain(head, ""), dir.path());
    // 2026-11-23 05:42:04 UTC is the present of this test; the clock starts an hour later.
    let base = guest.call("qom-get", serde_json::json!({ "path": "/machine", "property": "rtc-time" }));
    assert_eq!(
        [&base["tm_year"], &base["tm_mon"], &base["tm_mday"]].map(|part| part.as_i64()),
        [Some(126), Some(10), Some(23)],
        "{base}"
    );
    let status = guest.call("query-status", Value::Null);
    assert_eq!(status["status"], "prelaunch");
    let hotpluggable = guest.call("query-hotpluggable-cpus", Value::Null);
    assert_eq!(hotpluggable.as_array().map(Vec::len), Some(2));
}
