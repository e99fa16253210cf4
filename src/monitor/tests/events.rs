//! The callback table: what is told for which event.

use super::*;

/// Sends `events` to an open monitor and returns what was told, without the raw lines.
fn told(events: &'static [&'static str]) -> Vec<String> {
    let record = Record::new();
    let (monitor, peer) = open(&record, Options::default(), move |peer| {
        for event in events {
            peer.say(event);
        }
        peer.answer("stop", "{}");
    });
    // A command after the events still gets its reply.
    monitor.stop().expect("answered");
    peer.join().expect("the script runs");
    let lines = record.until("end");
    lines.into_iter().filter(|line| !line.contains(" 0.000000 ")).collect()
}

/// GFX-17, GFX-18: both kinds of graphics server, complete and not.
#[test]
fn graphics() {
    let lines = told(&[
        r#"{"event": "SPICE_CONNECTED", "data": {"server": {"port": "5920", "family": "ipv4", "host": "127.0.0.1"}, "client": {"port": "52873", "family": "ipv6", "host": "::1"}}}"#,
        r#"{"event": "SPICE_INITIALIZED", "data": {"server": {"auth": "spice", "port": "5920", "family": "ipv4", "host": "127.0.0.1"}, "client": {"port": "49004", "family": "ipv4", "channel-type": 3, "connection-id": 1804289383, "host": "127.0.0.1", "channel-id": 0, "tls": true}}}"#,
        r#"{"event": "SPICE_DISCONNECTED", "data": {"server": {"port": "5920", "family": "ipv4", "host": "a"}, "client": {"port": "1", "family": "unknown", "host": "b"}}}"#,
        r#"{"event": "VNC_CONNECTED", "data": {"server": {"family": "ipv4", "service": "5900", "host": "a"}}}"#,
        r#"{"event": "VNC_CONNECTED", "data": {"client": {"family": "ipv4", "service": "5900", "host": "a"}}}"#,
        r#"{"event": "VNC_CONNECTED", "data": {"server": {"family": "ipv4", "service": "5900"}, "client": {"family": "ipv4", "service": "1", "host": "b"}}}"#,
        r#"{"event": "VNC_CONNECTED"}"#,
        r#"{"event": "VNC_INITIALIZED", "data": {"server": {"auth": "invented+scheme", "family": "foo", "service": "5900", "host": "a", "new": []}, "client": {"family": "unix", "service": "", "host": "", "x509_dname": "CN=\u00e9", "sasl_username": "u"}, "new": 1}}"#,
    ]);
    assert_eq!(
        lines,
        [
            r#"GraphicsInfo { phase: 0, local: ("ipv4", "127.0.0.1", "5920"), remote: ("ipv6", "::1", "52873"), auth: "", x509_dname: None, sasl_username: None }"#,
            r#"GraphicsInfo { phase: 1, local: ("ipv4", "127.0.0.1", "5920"), remote: ("ipv4", "127.0.0.1", "49004"), auth: "spice", x509_dname: None, sasl_username: None }"#,
            r#"GraphicsInfo { phase: 2, local: ("ipv4", "a", "5920"), remote: ("unknown", "b", "1"), auth: "", x509_dname: None, sasl_username: None }"#,
            r#"GraphicsInfo { phase: 1, local: ("foo", "a", "5900"), remote: ("unix", "", ""), auth: "invented+scheme", x509_dname: Some("CN=é"), sasl_username: Some("u") }"#,
            "end",
        ]
    );
}

/// Old QEMU says less, new QEMU says more; extremes survive. RTC-2
#[test]
fn old_and_new_forms() {
    let lines = told(&[
        r#"{"event": "SHUTDOWN"}"#,
        r#"{"event": "SHUTDOWN", "data": {}}"#,
        r#"{"event": "RESET"}"#,
        r#"{"event": "RESET", "data": {"guest": false, "reason": "host-qmp-system-reset"}}"#,
        r#"{"event": "RTC_CHANGE", "data": {"offset": -1}}"#,
        r#"{"event": "RTC_CHANGE", "data": {"offset": 1099511627776, "qom-path": "/x"}}"#,
        r#"{"event": "RTC_CHANGE", "data": {"offset": -9223372036854775808}}"#,
        r#"{"event": "RTC_CHANGE", "data": {}}"#,
        r#"{"event": "WATCHDOG", "data": {"action": "brandnew"}}"#,
        r#"{"event": "WATCHDOG"}"#,
        r#"{"event": "BLOCK_IO_ERROR", "data": {"device": "ide0-hd0", "operation": "read", "action": "ignore"}}"#,
        r#"{"event": "BLOCK_IO_ERROR", "data": {"operation": "read"}}"#,
        r#"{"event": "BRAND_NEW", "data": [1, 2]}"#,
        r#"{"event": "\u0053TOP", "timestamp": {"seconds": -1, "microseconds": -1}, "extra": {"event": "RESET"}}"#,
    ]);
    assert_eq!(
        lines,
        [
            "shutdown None None",
            "shutdown None None",
            "reset",
            "reset",
            "rtc -1",
            "rtc 1099511627776",
            "rtc -9223372036854775808",
            "watchdog brandnew",
            r#"IoErrorInfo { device: "ide0-hd0", node_name: None, operation: "read", action: "ignore", nospace: false, reason: "" }"#,
            "STOP -1.000000 -",
            "stop",
            "end",
        ]
    );
}

/// CBT-1: each message has one entry, and no other one runs.
#[test]
fn each_entry_alone() {
    let cases = [
        (r#"{"event": "SHUTDOWN"}"#, "shutdown None None"),
        (r#"{"event": "RESET"}"#, "reset"),
        (r#"{"event": "POWERDOWN"}"#, "powerdown"),
        (r#"{"event": "STOP"}"#, "stop"),
        (r#"{"event": "RESUME"}"#, "resume"),
        (r#"{"event": "RTC_CHANGE", "data": {"offset": 1}}"#, "rtc 1"),
        (r#"{"event": "WATCHDOG", "data": {"action": "none"}}"#, "watchdog none"),
        (r#"{"event": "BLOCK_IO_ERROR", "data": {"action": "stop"}}"#, "IoErrorInfo { "),
        (
            r#"{"event": "VNC_CONNECTED", "data": {"server": {"family": "a", "host": "b", "service": "c"}, "client": {"family": "d", "host": "e", "service": "f"}}}"#,
            "GraphicsInfo { ",
        ),
    ];
    for (event, entry) in cases {
        let record = Record::new();
        let (monitor, peer) = open(&record, Options::default(), move |peer| {
            peer.say(event);
            peer.answer("stop", "{}");
        });
        monitor.stop().expect("answered");
        peer.join().expect("the script runs");
        let lines = record.until("end");
        assert_eq!(lines.len(), 3, "the event as it is, its entry, the end: {lines:?}");
        assert!(lines[1].starts_with(entry), "{lines:?}");
    }
}

/// RUN-6: ten thousand events in a row, in order, none lost.
#[test]
fn flood() {
    const COUNT: i64 = 10_000;
    let record = Record::new();
    let (monitor, peer) = open(&record, Options::default(), |peer| {
        for offset in 0..COUNT {
            peer.say(&format!(r#"{{"event": "RTC_CHANGE", "data": {{"offset": {offset}}}}}"#));
        }
    });
    peer.join().expect("the script runs");
    let lines = record.until("end");
    let typed: Vec<_> = lines.iter().filter(|line| line.starts_with("rtc ")).cloned().collect();
    assert_eq!(typed, (0..COUNT).map(|offset| format!("rtc {offset}")).collect::<Vec<_>>());
    assert_eq!(lines.len(), 2 * typed.len() + 1);
    drop(monitor);
}

/// A callback that panics is a bug, but the next event and the next command still work.
#[test]
fn panic_in_a_callback() {
    #[derive(Default)]
    struct Careless(Record);
    impl MonitorCallbacks for Careless {
        fn reset(&self) {
            panic!("a test's panic");
        }
        fn resume(&self) {
            self.0.resume();
        }
    }
    let (stream, peer) = scripted(|peer| {
        peer.open();
        // In one piece, so that the one is waiting when the other fails.
        peer.send(b"{\"event\": \"RESET\"}\r\n{\"event\": \"RESUME\"}\r\n");
        peer.answer("stop", "{}");
    });
    let callbacks = Arc::new(Careless::default());
    let monitor = Monitor::open(stream, "guest", callbacks.clone(), Options::default()).expect("opens");
    monitor.stop().expect("answered");
    assert_eq!(callbacks.0.lines(), ["resume"]);
    peer.join().expect("the script runs");
}
