//! An emulator that answers nothing: what calls say and when, and that all is well once it goes on.

use std::sync::Arc;
use std::thread;

use nix::sys::signal::Signal;
use regex::Regex;
use virt::domain::Domain;
use virt::error::{ErrorCode, Result};

use crate::fake::Fake;
use crate::guests::{Guest, IDLE};
use crate::monitors::configure;
use crate::session::{Session, expect, isolated, up_to};

/// Short enough for a test, and more than a busy machine needs for a command.
const SETTINGS: &str = "monitor_timeout = 4\nmonitor_slow_timeout = 6\n";

fn in_thread(dom: &Arc<Domain>, call: fn(&Domain) -> Result<()>) -> thread::JoinHandle<Result<()>> {
    let dom = Arc::clone(dom);
    thread::spawn(move || call(&dom))
}

/// The message of a call that had to fail for want of an answer.
#[track_caller]
fn overdue(outcome: Result<()>) -> String {
    let error = outcome.expect_err("no answer can have come");
    assert_eq!(error.code(), ErrorCode::VIR_ERR_OPERATION_TIMEOUT, "{error}");
    error.message().to_owned()
}

fn fits(text: &str, pattern: &str) -> bool {
    Regex::new(&format!("^Timed out during operation: {pattern}$")).expect("a pattern").is_match(text)
}

/// Every call on the domain ends, and says which command QEMU has not answered and for how long; what needs no monitor
/// answers; other domains go on; after SIGCONT nothing has to be restarted. ASY-7.
#[test]
fn a_stopped_emulator() {
    isolated("hang::a_stopped_emulator", |root| {
        configure(root, SETTINGS);
        let s = Session::open(root);
        let driver = s.conn.driver();
        let dom = Arc::new(s.define(&Guest::new("hangs").boot(root, IDLE)));
        let other = s.define(&Guest::new("other").boot(root, IDLE));
        s.start(&dom, 0).unwrap();
        s.start(&other, 0).unwrap();
        up_to("started/booted 2");
        s.freeze("hangs");

        let calls = [
            in_thread(&dom, |dom| dom.driver().domain_suspend(dom)),
            in_thread(&dom, |dom| dom.driver().domain_reset(dom, 0)),
            in_thread(&dom, |dom| dom.driver().domain_shutdown(dom)),
        ];

        // What needs no monitor does not wait for it.
        assert_eq!(s.state(&dom), (1, 1));
        driver.domain_get_xml_desc(&dom, 0).unwrap();
        driver.domain_get_info(&dom).unwrap();
        assert_eq!(driver.connect_list_all_domains(0).unwrap().len(), 2);
        assert!(driver.domain_is_active(&dom).unwrap());
        driver.domain_suspend(&other).unwrap();
        driver.domain_resume(&other).unwrap();
        expect(&["suspended/paused 2", "resumed/unpaused 2"]);
        let texts = calls.map(|call| overdue(call.join().unwrap()));
        // Which of the three is first is chance: it waits for QEMU, and the others for it, but not behind it again.
        let first = r"the QEMU of 'hangs' has not answered '[a-zA-Z_]+' for [0-9.]+ s; nor out of band: it is stopped or overloaded: try again later, or destroy the domain";
        let held = r"cannot acquire state change lock \(held by monitor=virDomain[a-zA-Z_]+\): the QEMU of 'hangs' has not answered '[a-zA-Z_]+' for [0-9.]+ s";
        assert_eq!(texts.iter().filter(|text| fits(text, first)).count(), 1, "{texts:?}");
        assert_eq!(texts.iter().filter(|text| fits(text, held)).count(), 2, "{texts:?}");
        // A later call finds nobody before it, and the old command still there.
        let later = overdue(driver.domain_reset(&dom, 0));
        let behind = r"'system_reset' was not sent within [0-9.]+ s: the QEMU of 'hangs' has not answered '[a-zA-Z_]+' for [0-9.]+ s; .*";
        assert!(fits(&later, behind), "{later}");

        // It was only slow. What was sent once is carried out now; nobody is surprised by late answers.
        s.signal("hangs", Signal::SIGCONT);
        driver.domain_reset(&dom, 0).unwrap();
        up_to("reboot");
        driver.domain_suspend(&dom).unwrap();
        assert_eq!(s.state(&dom), (3, 1));
        driver.domain_resume(&dom).unwrap();
        assert_eq!(s.state(&dom), (1, 5));
        driver.domain_destroy(&dom).unwrap();
        driver.domain_destroy(&other).unwrap();
        s.assert_clean();
    });
}

/// A start through text on an emulator that greets nobody and answers nothing ends with the name of what it was asked.
#[test]
fn a_silent_start() {
    isolated("hang::a_silent_start", |root| {
        configure(root, "monitor_timeout = 1\n");
        let s = Session::open(root);
        for (version, script, pattern) in [
            ("0.11.1", "on * silence", r"the QEMU of 'x' has not answered 'info cpus' for [0-9.]+ s; .*"),
            (
                "7.2.22",
                "on query-* silence",
                r"the QEMU of 'x' has not answered 'query-cpus-fast' for [0-9.]+ s; .*",
            ),
        ] {
            let fake = Fake::new(root, "silent", version, script);
            let outcome = s.conn.driver().domain_create_xml(&Guest::new("x").emulator(fake.path()).xml(), 0);
            let text = overdue(outcome.map(drop));
            assert!(fits(&text, pattern), "{text}");
            s.assert_clean();
        }
    });
}
