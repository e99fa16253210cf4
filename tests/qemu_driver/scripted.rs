//! The driver with the scripted emulator: what a real one does not do when a test wants it.

use std::fs;

use crate::fakeqemu::emulator;
use crate::guests::Guest;
use crate::session::{Session, expect, isolated};

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
