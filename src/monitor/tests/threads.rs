//! Many callers on one monitor.

use super::*;

/// ASY-8, ASY-9: commands of eight threads never mix, and each caller gets its own answer.
#[test]
fn eight_callers() {
    const CALLERS: usize = 8;
    const CALLS: usize = 500;
    let (monitor, peer) = open(&Record::new(), Options::default(), |peer| {
        for _ in 0..CALLERS * CALLS {
            let line = peer.hear();
            let command: serde_json::Value = serde_json::from_str(&line).expect("whole commands");
            // Events in between, as QEMU has them.
            peer.say(r#"{"event": "RTC_CHANGE", "data": {"offset": 1}}"#);
            peer.say(&format!(
                r#"{{"return": {}, "id": {}}}"#,
                command["arguments"]["command-line"], command["id"]
            ));
        }
    });
    let callers: Vec<_> = (0..CALLERS)
        .map(|caller| {
            let monitor = monitor.clone();
            thread::spawn(move || {
                for call in 0..CALLS {
                    let line = format!("{caller} {call}");
                    assert_eq!(monitor.human_monitor_command(&line).expect("answered"), line);
                }
            })
        })
        .collect();
    for caller in callers {
        caller.join().expect("no panic");
    }
    peer.join().expect("the script runs");
}

/// REF-1, REF-5: QEMU goes while eight threads talk to it; everybody gets an error and nobody hangs.
#[test]
fn hang_up_among_eight_callers() {
    for answered in 0..20 {
        let record = Record::new();
        let (monitor, peer) = open(&record, Options::default(), move |peer| {
            for _ in 0..answered {
                let line = peer.hear();
                let command: serde_json::Value = serde_json::from_str(&line).expect("whole commands");
                peer.say(&format!(r#"{{"return": {{}}, "id": {}}}"#, command["id"]));
            }
        });
        let callers: Vec<_> = (0..8)
            .map(|_| {
                let monitor = monitor.clone();
                thread::spawn(move || (0..).find(|_| monitor.stop().is_err()).expect("an end"))
            })
            .collect();
        let successes: usize = callers.into_iter().map(|caller| caller.join().expect("no panic")).sum();
        assert_eq!(successes, answered);
        peer.join().expect("the script runs");
        let mut told = record.until("end");
        // A command that was not read yet makes it a broken connection.
        told.retain(|line| !line.starts_with("error Unable to "));
        assert_eq!(told, ["end"]);
    }
}
