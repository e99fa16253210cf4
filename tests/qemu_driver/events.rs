//! Events that guests and viewers cause, from a real QEMU to a registered callback.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::UnixStream;
use std::process::{Child, Command};
use std::time::Duration;

use crate::guests::{Guest, PANIC, READ, RTC, WATCHDOG, disk};
use crate::session::{PATIENCE, Session, expect, forget, isolated, up_to, wait_until};

/// RTC-1, RTC-2, RTC-4, RTC-5
#[test]
fn the_guest_sets_its_clock() {
    isolated("events::the_guest_sets_its_clock", |root| {
        let s = Session::open(root);
        let driver = s.conn.driver();
        let change = || {
            let events = up_to("started/booted 1");
            assert!(!events.iter().any(|event| event.starts_with("rtc")));
        };
        let dom = s.define(&Guest::new("utc").boot(root, RTC));
        let before = driver.domain_get_xml_desc(&dom, 0).unwrap();
        s.start(&dom, 0).unwrap();
        change();
        let offset = next_rtc();
        assert!(offset.abs() < 24 * 3600, "{offset}");
        assert!(driver.domain_get_xml_desc(&dom, 0).unwrap().contains("<clock offset='utc'/>"));
        assert!(before.contains("<clock offset='utc'/>"));
        driver.domain_destroy(&dom).unwrap();

        forget();
        let clock = "<clock offset='variable' adjustment='360000' basis='utc'/>";
        let dom = s.define(&Guest::new("variable").extra(clock).boot(root, RTC));
        s.start(&dom, 0).unwrap();
        let offset = next_rtc();
        assert!((offset - 360_000).abs() < 24 * 3600, "the sum of start and change: {offset}");
        let live = driver.domain_get_xml_desc(&dom, 0).unwrap();
        assert!(live.contains(&format!("adjustment='{offset}'")), "{live}");
        assert!(driver.domain_get_xml_desc(&dom, 2).unwrap().contains("adjustment='360000'"));
        // RTC-8: the saved state holds it too.
        let status = root.join("run/qemu/variable.xml");
        let saved = || {
            std::fs::read_to_string(&status)
                .ok()
                .filter(|text| text.contains(&format!("adjustment='{offset}'")))
        };
        wait_until(Duration::from_secs(20), saved).expect("saved");
        driver.domain_destroy(&dom).unwrap();
    });
}

/// What QEMU says reaches programs as it is, each time before the domain's event that follows from it.
#[test]
fn the_monitor_is_heard() {
    isolated("events::the_monitor_is_heard", |root| {
        let s = Session::open(root);
        let driver = s.conn.driver();
        s.hear_monitors();
        let dom = s.define(&Guest::new("heard").xml());
        s.start(&dom, 0).unwrap();
        driver.domain_suspend(&dom).unwrap();
        driver.domain_resume(&dom).unwrap();
        driver.domain_destroy(&dom).unwrap();
        expect(&[
            "defined/added off",
            "qemu RESUME NULL",
            "resumed/unpaused 1",
            "started/booted 1",
            "qemu STOP NULL",
            "suspended/paused 1",
            "qemu RESUME NULL",
            "resumed/unpaused 1",
            "qemu SHUTDOWN {\"guest\":false,\"reason\":\"host-signal\"}",
            "shutdown/host 1",
            "stopped/destroyed off",
        ]);
        s.assert_clean();
    });
}

fn next_rtc() -> i64 {
    let found = wait_until(Duration::from_secs(40), || {
        crate::session::seen()
            .iter()
            .find_map(|event| event.strip_prefix("rtc ").map(|text| text.parse().unwrap()))
    });
    found.expect("a clock change")
}

/// CBT-3: a guest that gives up is told, and then what `<on_crash>` says is done, in the original's words.
#[test]
fn the_guest_panics() {
    isolated("events::the_guest_panics", |root| {
        let s = Session::open(root);
        let driver = s.conn.driver();
        let guest = |name: &str, action: &str| {
            let extra = format!("<on_crash>{action}</on_crash>");
            Guest::new(name).extra(&extra).devices("<panic model='isa'/>").boot(root, PANIC)
        };
        let start = |dom: &virt::domain::Domain, id: u32| {
            s.start(dom, 0).unwrap();
            expect(&[
                "defined/added off",
                &format!("resumed/unpaused {id}"),
                &format!("started/booted {id}"),
            ]);
        };
        let dom = s.define(&guest("stays", "preserve"));
        start(&dom, 1);
        expect(&["crashed/panicked 1"]);
        assert_eq!(s.state(&dom), (6, 1));
        let error = driver.domain_shutdown(&dom).unwrap_err();
        assert_eq!(error.message(), "Requested operation is not valid: domain is not running");
        driver.domain_resume(&dom).unwrap();
        expect(&["resumed/unpaused 1"]);
        assert_eq!(s.state(&dom), (1, 5));
        driver.domain_reset(&dom, 0).unwrap();
        up_to("crashed/panicked 1");
        driver.domain_reset(&dom, 0).unwrap();
        up_to("reboot");
        assert_eq!(s.state(&dom), (3, 10));
        driver.domain_destroy(&dom).unwrap();
        up_to("stopped/destroyed off");

        let dom = s.define(&guest("ends", "destroy"));
        start(&dom, 2);
        expect(&["crashed/panicked 2", "stopped/crashed off"]);
        assert_eq!(s.state(&dom), (5, 3));
        assert!(fs::read_to_string(root.join("log/qemu/ends.log")).unwrap().contains("reason=crashed"));

        let dom = s.define(&guest("dumps", "coredump-destroy"));
        start(&dom, 3);
        expect(&["crashed/panicked 3", "stopped/crashed off"]);
        let dumps: Vec<_> =
            fs::read_dir(root.join("lib/qemu/dump")).unwrap().map(|entry| entry.unwrap().path()).collect();
        let [dump] = &dumps[..] else { panic!("{dumps:?}") };
        assert!(dump.file_name().unwrap().to_str().unwrap().starts_with("3-dumps-2"), "{dump:?}");
        assert_eq!(fs::metadata(dump).unwrap().permissions().mode() & 0o777, 0o600);
        assert!(fs::read(dump).unwrap().starts_with(b"\x7fELF"));
        fs::remove_dir_all(root.join("lib/qemu/dump")).unwrap();
        s.assert_clean();

        let dom = s.define(&guest("again", "restart"));
        start(&dom, 4);
        for _ in 0..3 {
            up_to("crashed/panicked 4");
            expect(&["reboot", "resumed/unpaused 4"]);
            let runs = || (s.state(&dom) == (1, 9)).then_some(());
            wait_until(PATIENCE, runs).expect("running, since it crashed");
        }
        driver.domain_destroy(&dom).unwrap();
        up_to("stopped/destroyed off");
        s.assert_clean();
    });
}

/// WDG-1, WDG-2, WDG-3
#[test]
fn the_watchdog_bites() {
    isolated("events::the_watchdog_bites", |root| {
        let s = Session::open(root);
        let driver = s.conn.driver();
        let device = |action: &str| format!("<watchdog model='ib700' action='{action}'/>");
        let dom = s.define(&Guest::new("pause").devices(&device("pause")).boot(root, WATCHDOG));
        s.start(&dom, 0).unwrap();
        expect(&[
            "defined/added off",
            "resumed/unpaused 1",
            "started/booted 1",
            "watchdog 1",
            "suspended/watchdog 1",
        ]);
        assert_eq!(s.state(&dom), (3, 6));
        driver.domain_destroy(&dom).unwrap();
        expect(&["shutdown/host 1", "stopped/destroyed off"]);

        let dom = s.define(&Guest::new("reset").devices(&device("reset")).boot(root, WATCHDOG));
        s.start(&dom, 0).unwrap();
        up_to("watchdog 2");
        up_to("reboot");
        driver.domain_destroy(&dom).unwrap();

        forget();
        let dom = s.define(&Guest::new("poweroff").devices(&device("poweroff")).boot(root, WATCHDOG));
        s.start(&dom, 0).unwrap();
        up_to("watchdog 3");
        expect(&["stopped/failed 3"]);
        let _ = dom;
        s.assert_clean();
    });
}

/// An NBD server whose disk has a bad sector.
struct Nbd(Child);

impl Drop for Nbd {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// IOE-1, IOE-2, IOE-3, IOE-4, IOE-8
#[test]
fn a_disk_fails() {
    isolated("events::a_disk_fails", |root| {
        let s = Session::open(root);
        let driver = s.conn.driver();
        disk(&root.join("data.img"), &[]);
        std::fs::write(
            root.join("rules"),
            "[inject-error]\nevent = \"read_aio\"\nerrno = \"5\"\nsector = \"1\"\nimmediately = \"off\"\n",
        )
        .unwrap();
        let socket = root.join("nbd.sock");
        let options = format!(
            "driver=raw,file.driver=blkdebug,file.config={},file.image.driver=file,file.image.filename={}",
            root.join("rules").display(),
            root.join("data.img").display()
        );
        let child = Command::new("qemu-nbd")
            .args(["--persistent", "--shared=8", "--export-name=data", "--socket"])
            .arg(&socket)
            .args(["--image-opts", &options])
            .spawn()
            .expect("qemu-nbd");
        let _nbd = Nbd(child);
        wait_until(Duration::from_secs(20), || UnixStream::connect(&socket).ok())
            .expect("the server listens");
        for (id, (policy, action)) in [("stop", 1), ("report", 2)].into_iter().enumerate() {
            let id = id + 1;
            let device = format!(
                "<disk type='network' device='disk'><driver name='qemu' type='raw' error_policy='{policy}' \
                 rerror_policy='{policy}'/><source protocol='nbd' name='data'><host transport='unix' socket='{}'/>\
                 </source><target dev='hdc' bus='ide'/></disk>",
                socket.display()
            );
            let dom = s.define(&Guest::new(policy).devices(&device).boot(root, READ));
            s.start(&dom, 0).unwrap();
            up_to(&format!("started/booted {id}"));
            up_to(&format!("io-error 'data' 'ide0-1-0' {action}"));
            let mut events = vec![format!("io-error-reason 'data' 'ide0-1-0' {action} ''")];
            if policy == "stop" {
                events.push(format!("suspended/ioerror {id}"));
            }
            expect(&events.iter().map(String::as_str).collect::<Vec<_>>());
            assert_eq!(s.state(&dom), if policy == "stop" { (3, 5) } else { (1, 1) });
            driver.domain_destroy(&dom).unwrap();
            up_to("stopped/destroyed off");
        }
    });
}

/// The handshake of a viewer without password (RFC 6143, version 3.8).
fn handshake(mut stream: impl Read + Write) {
    let mut bytes = [0; 12];
    stream.read_exact(&mut bytes).expect("a version");
    stream.write_all(b"RFB 003.008\n").expect("our version");
    let mut types = [0; 2];
    stream.read_exact(&mut types).expect("one security type");
    assert_eq!(types, [1, 1]);
    stream.write_all(&[1]).expect("our choice");
    stream.read_exact(&mut bytes[..4]).expect("the outcome");
    stream.write_all(&[1]).expect("shared");
    stream.read_exact(&mut bytes).expect("the screen");
}

/// GFX-1 to GFX-7, GFX-9, with families 0, 1 and 2.
#[test]
fn viewers_come_and_go() {
    isolated("events::viewers_come_and_go", |root| {
        let s = Session::open(root);
        let driver = s.conn.driver();
        for (id, (family, node)) in [(0, "127.0.0.1"), (1, "::1")].into_iter().enumerate() {
            let name = format!("ip{family}");
            let device = format!("<graphics type='vnc' autoport='yes' listen='{node}'/>");
            let dom = s.define(&Guest::new(&name).devices(&device).xml());
            s.start(&dom, 0).unwrap();
            up_to(&format!("started/booted {}", id + 1));
            let live = driver.domain_get_xml_desc(&dom, 0).unwrap();
            let port = live.split("port='").nth(1).unwrap().split('\'').next().unwrap().to_owned();
            let both = |client: &TcpStream| {
                let mine = client.local_addr().unwrap().port();
                format!("[{family} '{node}' '{port}'] [{family} '{node}' '{mine}'] 'none' 0")
            };
            let address = (node, port.parse::<u16>().unwrap());
            let client = TcpStream::connect(address).unwrap();
            let text = both(&client);
            handshake(&client);
            drop(client);
            expect(&[
                &format!("graphics 0 {text}"),
                &format!("graphics 1 {text}"),
                &format!("graphics 2 {text}"),
            ]);
            // One that never spoke.
            let client = TcpStream::connect(address).unwrap();
            let text = both(&client);
            drop(client);
            expect(&[&format!("graphics 0 {text}"), &format!("graphics 2 {text}")]);
            driver.domain_destroy(&dom).unwrap();
            up_to("stopped/destroyed off");
        }
        let path = root.join("v.sock");
        let device = format!("<graphics type='vnc' socket='{}'/>", path.display());
        let dom = s.define(&Guest::new("unix").devices(&device).xml());
        s.start(&dom, 0).unwrap();
        up_to("started/booted 3");
        let client = UnixStream::connect(&path).unwrap();
        handshake(&client);
        drop(client);
        let text = format!("[2 '' '{}'] [2 '' ''] 'none' 0", path.display());
        expect(&[
            &format!("graphics 0 {text}"),
            &format!("graphics 1 {text}"),
            &format!("graphics 2 {text}"),
        ]);
        driver.domain_destroy(&dom).unwrap();
    });
}
