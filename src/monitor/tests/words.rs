//! Commands in a program's own words. The expected texts are the original's, but for the wording of what
//! is no JSON.

use super::*;
use crate::monitor::compact;

/// Runs one command text against a peer that answers with `reply`; returns what the peer heard as well.
fn exchange(command: &'static str, reply: &'static str) -> (Result<String>, String) {
    let (monitor, peer) = open(&Record::new(), Options::default(), move |peer| {
        let line = peer.hear();
        peer.say(reply);
        line
    });
    let outcome = monitor.command_text(command);
    (outcome, peer.join().expect("the script runs"))
}

#[test]
fn replies_as_the_original_gives_them() {
    for (command, heard, reply, published) in [
        (
            "  {\n \"execute\" : \"query-status\" }  \n",
            r#"{"execute":"query-status","id":1}"#,
            r#"{"return": {"status": "prelaunch", "running": false}, "id": 1}"#,
            r#"{"return":{"status":"prelaunch","running":false},"id":"libvirt-1"}"#,
        ),
        (
            r#"{"execute":"nonesuch"}"#,
            r#"{"execute":"nonesuch","id":1}"#,
            r#"{"id": 1, "error": {"class": "CommandNotFound", "desc": "The command nonesuch has not been found"}}"#,
            r#"{"id":"libvirt-1","error":{"class":"CommandNotFound","desc":"The command nonesuch has not been found"}}"#,
        ),
        (
            r#"{"exec-oob":"query-status","id":1}"#,
            r#"{"exec-oob":"query-status","id":1}"#,
            r#"{"id": 1, "error": {"class": "GenericError", "desc": "QMP input member 'exec-oob' is unexpected"}}"#,
            r#"{"id":1,"error":{"class":"GenericError","desc":"QMP input member 'exec-oob' is unexpected"}}"#,
        ),
        (
            "[1]",
            "[1]",
            r#"{"error": {"class": "GenericError", "desc": "QMP input must be a JSON object"}}"#,
            r#"{"error":{"class":"GenericError","desc":"QMP input must be a JSON object"}}"#,
        ),
        (
            r#"{"execute":"human-monitor-command","arguments":{"command-line":"\u00e9\u2028/\"\\ \t"}}"#,
            r#"{"execute":"human-monitor-command","arguments":{"command-line":"é /\"\\ \t"},"id":1}"#,
            r#"{"return": "unknown command: '\u00E9\u2028'\r\n", "id": 1}"#,
            "{\"return\":\"unknown command: 'é\u{2028}'\\r\\n\",\"id\":\"libvirt-1\"}",
        ),
    ] {
        let (outcome, line) = exchange(command, reply);
        assert_eq!(outcome.expect("a reply is a reply"), published);
        assert_eq!(line, heard.replace("é /", "é\u{2028}/"));
    }
}

#[test]
fn commands_that_are_refused_unsent() {
    let (monitor, peer) = open(&Record::new(), Options::default(), |peer| {
        peer.answer("stop", "{}");
    });
    for (text, error) in [
        ("", "internal error: cannot parse json : "),
        ("garbage", "internal error: cannot parse json garbage: "),
        ("{'execute':'query-status'}", "internal error: cannot parse json {'execute':'query-status'}: "),
        (r#"{"execute":"a"} {"execute":"b"}"#, r#"internal error: cannot parse json {"execute":"a"} {"#),
        (r#"{"execute":"a","id":"mine"}"#, "internal error: Unable to append command 'id' string"),
    ] {
        let refused = message(monitor.command_text(text));
        assert!(refused.starts_with(error), "{refused}");
    }
    monitor.stop().expect("the first command that was sent");
    peer.join().expect("the script runs");
}

#[test]
fn compact_text() {
    for (text, expected) in [
        (
            r#"{"a": [1.0, -2e3, true, null], "b c": " d  e "}"#,
            r#"{"a":[1.0,-2e3,true,null],"b c":" d  e "}"#,
        ),
        (r#"{ }"#, "{}"),
        (r#""a\/b\u0041\\\" c""#, r#""a/bA\\\" c""#),
        (r#"["\u00e9", "\ud83d\ude00", "\ud800"]"#, r#"["é","😀","\ud800"]"#),
        ("[\r\n\t1 ,\n 2]", "[1,2]"),
    ] {
        assert_eq!(compact(text), expected);
    }
}
