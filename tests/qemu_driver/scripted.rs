//! The driver with the scripted emulator: what a real one does not do when a test wants it.

use std::fs;

use virt::error::ErrorCode;

use crate::fakeqemu::emulator;
use crate::guests::{Guest, IDLE};
use crate::session::{PATIENCE, Session, expect, forget, isolated, run_again, seen, up_to, wait_until};

// NEG-4
#[test]
fn negotiation_is_the_first_command() {
    isolated("scripted::negotiation_is_the_first_command", |root| {
        let s = Session::open(root);
        let program = emulator(root, "fake", r#"on connect event VSERPORT_CHANGE {"open": true, "id": "x"}"#);
        let dom = s.define(&Guest::new("x").emulator(&program).xml());
        s.start(&dom, 0).unwrap();
        expect(&["defined/added off", "resumed/unpaused 1", "started/booted 1"]);
        s.conn.driver().domain_suspend(&dom).unwrap();
        assert_eq!(s.state(&dom), (3, 1));
        s.conn.driver().domain_destroy(&dom).unwrap();
        expect(&["suspended/paused 1", "shutdown/host 1", "stopped/destroyed off"]);
        let log = fs::read_to_string(root.join("fake.log")).unwrap();
        let mut commands = log.lines().filter(|line| line.starts_with("recv charmonitor "));
        assert!(commands.next().unwrap().contains(r#""execute":"qmp_capabilities""#), "{log}");
        assert!(commands.any(|line| line.contains(r#""execute":"cont""#)), "{log}");
        s.assert_clean();
    });
}

/// RUN-6: ten thousand numbered events of four kinds, from the monitor's bytes through every stage to the program's
/// callbacks: all of them, in their order.
#[test]
fn ten_thousand_events_in_order() {
    const COUNT: usize = 10_000;
    isolated("scripted::ten_thousand_events_in_order", |root| {
        let s = Session::open(root);
        let viewer = |number: usize| {
            let end =
                |service: usize| format!(r#"{{"family": "ipv4", "host": "h", "service": "{service}"}}"#);
            format!(r#"event VNC_CONNECTED {{"server": {}, "client": {}}}"#, end(1), end(number))
        };
        let (events, expected): (Vec<_>, Vec<_>) = (0..COUNT)
            .map(|number| match number % 4 {
                0 => (format!(r#"event RTC_CHANGE {{"offset": {number}}}"#), format!("rtc {number}")),
                1 => (r#"event WATCHDOG {"action": "none"}"#.to_owned(), "watchdog 0".to_owned()),
                2 => (viewer(number), format!("graphics 0 [0 'h' '1'] [0 'h' '{number}']")),
                _ => (r#"event RESET {"guest": true}"#.to_owned(), "reboot".to_owned()),
            })
            .unzip();
        let script = format!("on system_powerdown {} then run", events.join(" then "));
        let dom = s.define(&Guest::new("x").emulator(&emulator(root, "fake", &script)).xml());
        s.start(&dom, 0).unwrap();
        expect(&["defined/added off", "resumed/unpaused 1", "started/booted 1"]);
        s.conn.driver().domain_shutdown(&dom).unwrap();
        let seen =
            wait_until(PATIENCE, || Some(seen()).filter(|seen| seen.len() >= COUNT)).expect("all of them");
        for (number, (seen, expected)) in seen.iter().zip(&expected).enumerate() {
            assert!(seen.starts_with(expected.as_str()), "event {number}: {seen:?} in place of {expected:?}");
        }
        assert_eq!(seen.len(), COUNT);
        forget();
        s.conn.driver().domain_destroy(&dom).unwrap();
        s.assert_clean();
    });
}

/// CBT-3: what a guest does beside the first six kinds of event, to the program and to the domain's state.
#[test]
fn later_events() {
    isolated("scripted::later_events", |root| {
        let s = Session::open(root);
        s.hear_guests();
        let ost = |kind: &str, source: i32, status: i32| {
            format!(
                r#"{{"info": {{"device": "d", "slot": "0", "slot-type": "{kind}", "source": {source}, "status": {status}}}}}"#
            )
        };
        let threshold = |device: &str| format!("threshold '{device}' '{}/x.img' 7 5", root.display());
        let thresholds = [threshold("hda"), threshold("hda[1]")];
        let steps = [
            ("SUSPEND", "", &["pm-suspend 0", "pmsuspended/memory 1"][..]),
            ("SUSPEND", "", &["pm-suspend 0"]),
            ("WAKEUP", "", &["pm-wakeup 0", "started/wakeup 1"]),
            ("SUSPEND_DISK", "", &["pm-suspend-disk 0", "pmsuspended/disk 1"]),
            ("WAKEUP", "", &["pm-wakeup 0", "started/wakeup 1"]),
            ("WAKEUP", "", &["pm-wakeup 0"]),
            ("BALLOON_CHANGE", r#"{"actual": 16776193}"#, &["balloon 16384"]),
            (
                "DEVICE_TRAY_MOVED",
                r#"{"device": "", "id": "ide0-0-0", "tray-open": true}"#,
                &["tray 'ide0-0-0' 0"],
            ),
            (
                "DEVICE_TRAY_MOVED",
                r#"{"device": "drive-ide0-0-0", "tray-open": false}"#,
                &["tray 'ide0-0-0' 1"],
            ),
            ("DEVICE_TRAY_MOVED", r#"{"device": "drive-x", "tray-open": false}"#, &[]),
            ("DEVICE_DELETED", r#"{"path": "/machine/x/y"}"#, &[]),
            ("DEVICE_DELETED", r#"{"device": "net7", "path": "/machine/x"}"#, &[]),
            ("DEVICE_DELETED", r#"{"device": "net0", "path": "/machine/x"}"#, &["device-removed 'net0'"]),
            ("DEVICE_DELETED", r#"{"device": "net0", "path": "/machine/x"}"#, &[]),
            (
                "DEVICE_UNPLUG_GUEST_ERROR",
                r#"{"device": "net0", "path": "/x"}"#,
                &["device-removal-failed 'net0'"],
            ),
            ("VSERPORT_CHANGE", r#"{"id": "channel0", "open": true}"#, &["agent 1 2"]),
            ("VSERPORT_CHANGE", r#"{"id": "channel0", "open": true}"#, &["agent 1 2"]),
            ("VSERPORT_CHANGE", r#"{"id": "channel0", "open": false}"#, &["agent 2 2"]),
            ("VSERPORT_CHANGE", r#"{"id": "channel7", "open": false}"#, &[]),
            // A migration of the program's own, through the monitor, is none of the driver's.
            ("MIGRATION_PASS", r#"{"pass": 3}"#, &[]),
            (
                "BLOCK_WRITE_THRESHOLD",
                r#"{"node-name": "libvirt-1-format", "amount-exceeded": 5, "write-threshold": 7}"#,
                &[&thresholds[0], &thresholds[1]],
            ),
            (
                "BLOCK_WRITE_THRESHOLD",
                r#"{"node-name": "x", "amount-exceeded": 5, "write-threshold": 7}"#,
                &[],
            ),
            ("ACPI_DEVICE_OST", &ost("DIMM", 1, 1), &[]),
            ("ACPI_DEVICE_OST", &ost("DIMM", 3, 1), &["device-removal-failed 'd'"]),
            ("ACPI_DEVICE_OST", &ost("DIMM", 0x103, 1), &["device-removal-failed 'd'"]),
            ("ACPI_DEVICE_OST", &ost("DIMM", 0x103, 0), &[]),
            ("ACPI_DEVICE_OST", &ost("CPU", 0x103, 1), &[]),
            (
                "MEMORY_FAILURE",
                r#"{"recipient": "guest", "action": "inject", "flags": {"action-required": true, "recursive": true}}"#,
                &["memory-failure 1 1 3"],
            ),
            ("MEMORY_DEVICE_SIZE_CHANGE", r#"{"id": "vm0", "size": 1048576, "qom-path": "/x"}"#, &[]),
            ("MEMORY_FAILURE", r#"{"recipient": "moon"}"#, &[]),
            ("GUEST_CRASHLOADED", r#"{"action": "run"}"#, &["crashed/crashloaded 1"]),
            ("RESET", "", &["reboot"]),
        ];
        let events: Vec<_> = steps.iter().map(|(word, data, _)| format!("event {word} {data}")).collect();
        let script = format!("on system_powerdown {} then run", events.join(" then "));
        let devices = "<interface type='user'><model type='virtio'/></interface>\
                       <channel type='null'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>";
        let program = emulator(root, "fake", &script);
        let dom = s.define(&Guest::new("x").emulator(&program).devices(devices).boot(root, IDLE));
        s.start(&dom, 0).unwrap();
        expect(&["defined/added off", "agent 2 1", "resumed/unpaused 1", "started/booted 1"]);
        let live = || s.conn.driver().domain_get_xml_desc(&dom, 0).unwrap();
        assert!(live().contains("name='org.qemu.guest_agent.0' state='disconnected'/>"), "{}", live());
        s.conn.driver().domain_shutdown(&dom).unwrap();
        let expected: Vec<_> = steps.iter().flat_map(|(_, _, told)| told.iter().copied()).collect();
        expect(&expected);
        assert_eq!(s.state(&dom), (1, 8), "running, since it woke up");
        assert!(!live().contains("<interface"), "{}", live());
        assert!(s.conn.driver().domain_get_xml_desc(&dom, 2).unwrap().contains("<interface"));
        s.conn.driver().domain_destroy(&dom).unwrap();
        s.assert_clean();
    });
}

/// Nonsense on the monitor ends the monitor, not the guest: programs are told, every call that needs the monitor says
/// what was not understood, destroy works, and the next process's connection is a new one.
#[test]
fn nonsense_does_not_end_the_guest() {
    const FIRST: &str = "OXVIRT_TEST_FIRST";
    isolated("scripted::nonsense_does_not_end_the_guest", |root| {
        if std::env::var_os(FIRST).is_some() {
            let s = Session::open(root);
            let program = emulator(root, "fake", r#"on system_powerdown print "garbage\r\n" then run"#);
            let driver = s.conn.driver();
            for name in ["x", "y"] {
                let dom = s.define(&Guest::new(name).emulator(&program).xml());
                let id = s.start(&dom, 0).unwrap();
                up_to(&format!("started/booted {id}"));
                let error = driver.domain_shutdown(&dom).unwrap_err();
                assert_eq!(error.code(), ErrorCode::VIR_ERR_INTERNAL_ERROR, "{error}");
                expect(&["control-error"]);
                assert_eq!(s.state(&dom), (1, 1));
                for error in [driver.domain_suspend(&dom), driver.domain_reset(&dom, 0)] {
                    let error = error.unwrap_err();
                    assert!(error.message().contains("message 'garbage' makes no sense"), "{error}");
                }
            }
            let dom = s.dom(driver.domain_lookup_by_name("x").unwrap());
            driver.domain_destroy(&dom).unwrap();
            expect(&["stopped/destroyed off"]);
            std::process::exit(0);
        }
        run_again("scripted::nonsense_does_not_end_the_guest", FIRST);
        let s = Session::open(root);
        let driver = s.conn.driver();
        let dom = s.dom(driver.domain_lookup_by_name("y").unwrap());
        driver.domain_suspend(&dom).unwrap();
        expect(&["suspended/paused 2"]);
        driver.domain_destroy(&dom).unwrap();
        s.assert_clean();
    });
}
