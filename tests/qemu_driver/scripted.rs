//! The driver with the scripted emulator: what a real one does not do when a test wants it.

use std::fs;

use crate::fakeqemu::emulator;
use crate::guests::Guest;
use crate::session::{PATIENCE, Session, expect, forget, isolated, seen, wait_until};

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
        s.conn.driver().domain_destroy(&dom, 0).unwrap();
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
        s.conn.driver().domain_shutdown(&dom, 0).unwrap();
        let seen =
            wait_until(PATIENCE, || Some(seen()).filter(|seen| seen.len() >= COUNT)).expect("all of them");
        for (number, (seen, expected)) in seen.iter().zip(&expected).enumerate() {
            assert!(seen.starts_with(expected.as_str()), "event {number}: {seen:?} in place of {expected:?}");
        }
        assert_eq!(seen.len(), COUNT);
        forget();
        s.conn.driver().domain_destroy(&dom, 0).unwrap();
        s.assert_clean();
    });
}
