//! Commands in a program's own words: what C programs see of them is compared with the original elsewhere
//! (`tests/programs/qemu_monitor.rs`); here is what the original does by chance, or differently.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::thread;

use virt::domain::Domain;
use virt::error::ErrorCode;

use crate::guests::Guest;
use crate::session::{PATIENCE, Session, expect, isolated, run_again, wait_until};

const QUERY: &str = r#"{"execute":"query-status"}"#;
const PAUSED: u32 = 1;
const HUMAN: u32 = 1;

fn waits_for_saved_taint(root: &Path) {
    let status = root.join("run/qemu/x.xml");
    let tainted =
        || fs::read_to_string(&status).unwrap().contains("  <taint flag='custom-monitor'/>\n  <monitor");
    wait_until(PATIENCE, || tainted().then_some(())).expect("the status file says it");
}

/// The reply to a command that ends QEMU is not lost, and neither is the reason.
#[test]
fn quitting() {
    isolated("passthrough::quitting", |root| {
        let s = Session::open(root);
        let driver = s.conn.driver();
        let dom = s.define(&Guest::new("x").xml());
        expect(&["defined/added off"]);
        for (run, (command, flags, reply)) in
            [(r#"{"execute":"quit"}"#, 0, r#"{"return":{},"id":"libvirt-"#), ("quit", HUMAN, "")]
                .iter()
                .enumerate()
        {
            let id = run + 1;
            s.start(&dom, PAUSED).unwrap();
            expect(&[&format!("started/booted {id}"), &format!("suspended/paused {id}")]);
            let found = driver.domain_qemu_monitor_command(&dom, command, *flags).unwrap();
            assert!(found.starts_with(reply), "{found}");
            expect(&[&format!("shutdown/host {id}"), &format!("stopped/shutdown {id}")]);
            assert_eq!(s.state(&dom), (5, 1));
            let error = driver.domain_qemu_monitor_command(&dom, QUERY, 0).unwrap_err();
            assert_eq!(error.code(), ErrorCode::VIR_ERR_OPERATION_INVALID);
        }
        s.assert_clean();
    });
}

/// A run is tainted by its first command, once, also for the process that takes it over; the next run is not.
#[test]
fn a_taint_belongs_to_a_run() {
    const FIRST: &str = "OXVIRT_TEST_FIRST";
    isolated("passthrough::a_taint_belongs_to_a_run", |root| {
        let lines = || fs::read_to_string(root.join("log/qemu/x.log")).unwrap().matches("is tainted").count();
        if std::env::var_os(FIRST).is_some() {
            let s = Session::open(root);
            let dom = s.define(&Guest::new("x").xml());
            s.start(&dom, PAUSED).unwrap();
            assert!(!fs::read_to_string(root.join("run/qemu/x.xml")).unwrap().contains("taint"));
            s.conn.driver().domain_qemu_monitor_command(&dom, QUERY, 0).unwrap();
            waits_for_saved_taint(root);
            std::process::exit(0);
        }
        run_again("passthrough::a_taint_belongs_to_a_run", FIRST);
        let s = Session::open(root);
        let driver = s.conn.driver();
        let dom = s.dom(driver.domain_lookup_by_name("x").unwrap());
        // The job waits until the monitor is taken over, and the status file was written anew by then.
        driver.domain_qemu_monitor_command(&dom, QUERY, 0).unwrap();
        waits_for_saved_taint(root);
        assert_eq!(lines(), 1);
        driver.domain_destroy(&dom).unwrap();
        s.start(&dom, PAUSED).unwrap();
        assert!(!fs::read_to_string(root.join("run/qemu/x.xml")).unwrap().contains("taint"));
        driver.domain_qemu_monitor_command(&dom, "junk", 0).unwrap_err();
        assert_eq!(lines(), 2);
        driver.domain_destroy(&dom).unwrap();
        s.assert_clean();
    });
}

/// A command that QEMU does not answer holds up neither what needs no monitor nor a destroy, which ends it.
#[test]
fn a_command_without_answer() {
    isolated("passthrough::a_command_without_answer", |root| {
        let s = Session::open(root);
        let driver = s.conn.driver();
        let dom = s.define(&Guest::new("x").xml());
        s.start(&dom, PAUSED).unwrap();
        s.freeze("x");
        let caller = thread::spawn({
            let (conn, dom) = (Arc::clone(&s.conn), s.dom(driver.domain_lookup_by_name("x").unwrap()));
            move || conn.driver().domain_qemu_monitor_command(&dom, QUERY, 0)
        });
        wait_until(PATIENCE, || tainted(&s, &dom).then_some(())).expect("the command is on its way");
        assert!(driver.domain_get_xml_desc(&dom, 0).is_ok());
        let error = driver.domain_qemu_agent_command(&dom, QUERY, 1, 0).unwrap_err();
        assert_eq!(error.message(), "Requested operation is not valid: domain is not running");
        driver.domain_destroy(&dom).unwrap();
        let error = caller.join().unwrap().unwrap_err();
        // It has not read the command.
        let text = "Unable to read from monitor: Connection reset by peer";
        assert_eq!((error.code(), error.message()), (ErrorCode::VIR_ERR_SYSTEM_ERROR, text));
        s.assert_clean();
    });
}

/// Whether the log of the domain says that a command was sent.
fn tainted(s: &Session, dom: &Domain) -> bool {
    let log = s.root.join(format!("log/qemu/{}.log", dom.name()));
    fs::read_to_string(log).unwrap().contains("is tainted")
}
