//! The life of a domain: definitions, starts, ends, states and what the calls answer.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use nix::errno::Errno;
use nix::sys::wait::{WaitPidFlag, waitpid};
use virt::error::ErrorCode;
use virt::ident::Uuid;

use crate::guests::{Guest, IDLE, POWER_OFF, RESET};
use crate::session::{Session, expect, forget, isolated, open_fds, rounds, seen, threads, up_to, wait_until};

const PAUSED: u32 = 1;

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

/// RUN-4 (our own stop is reported once), CBT-3.
#[test]
fn a_whole_life() {
    isolated("life::a_whole_life", |root| {
        let s = Session::open(root);
        let driver = s.conn.driver();
        let dom = s.define(&Guest::new("life").boot(root, IDLE));
        expect(&["defined/added off"]);
        assert_eq!(s.files("etc/qemu"), ["life.xml"]);
        assert_eq!(s.state(&dom), (5, 0));

        assert_eq!(s.start(&dom, 0).unwrap(), 1);
        expect(&["resumed/unpaused 1", "started/booted 1"]);
        assert_eq!(s.state(&dom), (1, 1));
        assert_eq!(s.files("run/qemu"), ["driver.pid", "life.pid", "life.xml"]);
        assert_eq!(
            s.start(&dom, 0).unwrap_err().message(),
            "Requested operation is not valid: domain is already running"
        );
        assert_eq!(
            driver.domain_resume(&dom).unwrap_err().message(),
            "Requested operation is not valid: domain is already running"
        );
        assert!(driver.domain_get_info(&dom).unwrap().cpu_time_ns > 0);
        // The monitor is ours alone, and QEMU is not a child that the program would have to wait for.
        assert_eq!(mode(&root.join("lib/qemu/domain-1-life")), 0o700);
        assert_eq!(mode(&root.join("lib/qemu/domain-1-life/monitor.sock")), 0o600);
        assert_eq!(waitpid(None, Some(WaitPidFlag::WNOHANG)), Err(Errno::ECHILD));
        let log = fs::read_to_string(root.join("log/qemu/life.log")).unwrap();
        assert!(
            log.contains(": starting up libvirt version: 12.8.0,") && log.contains("-name guest=life,"),
            "{log}"
        );

        driver.domain_suspend(&dom).unwrap();
        driver.domain_suspend(&dom).unwrap();
        assert_eq!(s.state(&dom), (3, 1));
        // As libvirt: a guest that does not run hears no button, but a reboot may be wished for.
        assert_eq!(
            driver.domain_shutdown(&dom).unwrap_err().message(),
            "Requested operation is not valid: domain is not running"
        );
        driver.domain_resume(&dom).unwrap();
        expect(&["suspended/paused 1", "resumed/unpaused 1"]);
        assert_eq!(s.state(&dom), (1, 5));

        driver.domain_reset(&dom, 0).unwrap();
        expect(&["reboot"]);
        driver.domain_destroy(&dom).unwrap();
        assert_eq!(s.state(&dom), (5, 2));
        s.assert_clean();
        let mut end = up_to("stopped/destroyed off");
        end.retain(|event| event != "reboot");
        assert_eq!(end, ["shutdown/host 1", "stopped/destroyed off"]);
        for error in [
            driver.domain_destroy(&dom),
            driver.domain_suspend(&dom),
            driver.domain_resume(&dom),
            driver.domain_shutdown(&dom),
            driver.domain_reboot(&dom, 0),
            driver.domain_reset(&dom, 0),
        ] {
            assert_eq!(
                error.unwrap_err().message(),
                "Requested operation is not valid: domain is not running"
            );
        }

        assert_eq!(s.start(&dom, PAUSED).unwrap(), 2);
        expect(&["started/booted 2", "suspended/paused 2"]);
        assert_eq!(s.state(&dom), (3, 1));
        driver.domain_undefine(&dom).unwrap();
        expect(&["undefined/removed 2"]);
        assert!(!driver.domain_is_persistent(&dom).unwrap());
        driver.domain_destroy(&dom).unwrap();
        expect(&["shutdown/host 2", "stopped/destroyed off"]);
        let error = driver.domain_get_state(&dom, 0).unwrap_err();
        assert_eq!(error.code(), ErrorCode::VIR_ERR_NO_DOMAIN);
        assert_eq!(
            error.message(),
            format!("Domain not found: no domain with matching uuid '{}' (life)", dom.uuid())
        );
        assert_eq!(s.files("etc/qemu"), [] as [&str; 0]);
        s.assert_clean();
    });
}

/// RUN-2
#[test]
fn the_guest_powers_off() {
    isolated("life::the_guest_powers_off", |root| {
        let s = Session::open(root);
        let dom = s.define(&Guest::new("off").boot(root, POWER_OFF));
        for id in 1..=2 {
            s.start(&dom, 0).unwrap();
            let last = format!("stopped/shutdown {id}");
            let seen = up_to(&last);
            assert_eq!(seen[seen.len() - 2..], [format!("shutdown/guest {id}"), last]);
            assert_eq!(s.state(&dom), (5, 1));
        }
        s.assert_clean();
    });
}

/// RUN-1
#[test]
fn the_guest_resets() {
    isolated("life::the_guest_resets", |root| {
        let s = Session::open(root);
        let dom = s.define(&Guest::new("again").boot(root, RESET));
        s.start(&dom, 0).unwrap();
        for _ in 0..5 {
            up_to("reboot");
        }
        assert_eq!(s.state(&dom).0, 1);
        s.conn.driver().domain_destroy(&dom).unwrap();

        let on_reboot = "<on_reboot>destroy</on_reboot>";
        let dom = s.define(&Guest::new("once").extra(on_reboot).boot(root, RESET));
        forget();
        s.start(&dom, 0).unwrap();
        let mut ends = up_to("stopped/shutdown 2");
        ends.drain(..ends.len() - 2);
        assert_eq!(ends, ["shutdown/guest 2", "stopped/shutdown 2"]);
        s.assert_clean();
    });
}

/// A power-off that is a restart: no lifecycle event, only resets.
#[test]
fn power_off_can_mean_restart() {
    isolated("life::power_off_can_mean_restart", |root| {
        let s = Session::open(root);
        let on_poweroff = "<on_poweroff>restart</on_poweroff>";
        let dom = s.define(&Guest::new("cycle").extra(on_poweroff).boot(root, POWER_OFF));
        s.start(&dom, 0).unwrap();
        up_to("started/booted 1");
        for _ in 0..4 {
            assert_eq!(up_to("reboot"), ["reboot"]);
        }
        assert_eq!(s.state(&dom).0, 1);
        s.conn.driver().domain_destroy(&dom).unwrap();
        let mut end = up_to("stopped/destroyed off");
        end.retain(|event| event != "reboot");
        assert_eq!(end, ["stopped/destroyed off"]);
    });
}

/// RUN-3
#[test]
fn a_guest_can_ignore_the_power_button() {
    isolated("life::a_guest_can_ignore_the_power_button", |root| {
        let s = Session::open(root);
        let driver = s.conn.driver();
        let dom = s.define(&Guest::new("deaf").boot(root, IDLE));
        s.start(&dom, 0).unwrap();
        driver.domain_shutdown(&dom).unwrap();
        driver.domain_reboot(&dom, 0).unwrap();
        driver.domain_suspend(&dom).unwrap();
        assert_eq!(s.state(&dom), (3, 1));
        assert_eq!(
            driver.domain_shutdown_flags(&dom, 2).unwrap_err().message(),
            "argument unsupported: QEMU guest agent is not configured"
        );
        assert_eq!(
            driver.domain_shutdown_flags(&dom, 4).unwrap_err().message(),
            "unsupported flags (0x4) in function qemuDomainShutdownFlags"
        );
        driver.domain_destroy(&dom).unwrap();
        // The wish to restart does not outlive the destroy.
        expect(&[
            "defined/added off",
            "resumed/unpaused 1",
            "started/booted 1",
            "suspended/paused 1",
            "shutdown/host 1",
            "stopped/destroyed off",
        ]);
    });
}

#[test]
fn definitions_stay_and_follow_the_rules() {
    isolated("life::definitions_stay_and_follow_the_rules", |root| {
        let s = Session::open(root);
        let driver = s.conn.driver();
        let uuid = "<uuid>11111111-2222-3333-4444-555555555555</uuid>";
        let dom = s.define(&Guest::new("a").extra(uuid).xml());
        s.define(&Guest::new("a").extra(uuid).devices("<serial type='pty'/>").xml());
        expect(&["defined/added off", "defined/updated off"]);
        let message = |xml: &str| driver.domain_define_xml(xml).unwrap_err().message().to_owned();
        assert_eq!(
            message(&Guest::new("b").extra(uuid).xml()),
            "operation failed: domain 'a' is already defined with uuid 11111111-2222-3333-4444-555555555555"
        );
        assert_eq!(
            message(&Guest::new("a").xml()),
            "operation failed: domain 'a' already exists with uuid 11111111-2222-3333-4444-555555555555"
        );
        assert_eq!(
            driver.domain_lookup_by_name("none").unwrap_err().message(),
            "Domain not found: no domain with matching name 'none'"
        );
        assert_eq!(
            driver.domain_lookup_by_uuid(&Uuid::nil()).unwrap_err().message(),
            "Domain not found: no domain with matching uuid '00000000-0000-0000-0000-000000000000'"
        );
        assert_eq!(
            driver.domain_lookup_by_id(virt::ident::DomainId(77)).unwrap_err().message(),
            "Domain not found: no domain with matching id 77"
        );

        // A transient run of a defined domain does not change the definition.
        let id = driver.domain_create_xml(&Guest::new("a").extra(uuid).xml(), 0).unwrap().id;
        assert_eq!(id.map(|id| id.0), Some(1));
        assert!(driver.domain_is_persistent(&dom).unwrap());
        assert!(!driver.domain_get_xml_desc(&dom, 0).unwrap().contains("<serial"));
        assert!(driver.domain_get_xml_desc(&dom, 2).unwrap().contains("<serial"));
        assert_eq!(
            driver.domain_create_xml(&Guest::new("a").extra(uuid).xml(), 0).unwrap_err().message(),
            "Requested operation is not valid: domain 'a' is already active"
        );
        driver.domain_destroy(&dom).unwrap();
        assert!(driver.domain_get_xml_desc(&dom, 0).unwrap().contains("<serial"));
        assert_eq!(driver.connect_list_all_domains(0).unwrap().len(), 1);

        let transient = s.dom(driver.domain_create_xml(&Guest::new("t").xml(), 0).unwrap());
        assert_eq!(
            driver.domain_undefine(&transient).unwrap_err().message(),
            "Requested operation is not valid: cannot undefine transient domain"
        );
        assert_eq!(driver.connect_list_all_domains(0).unwrap().len(), 2);
        driver.domain_destroy(&transient).unwrap();
        assert_eq!(driver.connect_list_all_domains(0).unwrap().len(), 1);
    });
}

/// Ports, terminals and sockets that only a running domain has.
#[test]
fn a_running_domain_shows_what_it_got() {
    isolated("life::a_running_domain_shows_what_it_got", |root| {
        let s = Session::open(root);
        let driver = s.conn.driver();
        let devices = "<serial type='pty'/><graphics type='vnc' autoport='yes'/>";
        let dom = s.define(&Guest::new("x").devices(devices).xml());
        s.start(&dom, 0).unwrap();
        let live = driver.domain_get_xml_desc(&dom, 0).unwrap();
        assert!(live.contains("<source path='/dev/pts/") && live.contains("port='59"), "{live}");
        assert!(live.contains("listen='127.0.0.1'"), "{live}");
        let inactive = driver.domain_get_xml_desc(&dom, 2).unwrap();
        assert!(inactive.contains("port='-1'") && !inactive.contains("/dev/pts"), "{inactive}");
        driver.domain_destroy(&dom).unwrap();
        assert_eq!(driver.domain_get_xml_desc(&dom, 0).unwrap(), inactive);
    });
}

/// REF-2, PRV-1: nothing grows.
#[test]
fn many_runs_leave_nothing() {
    isolated("life::many_runs_leave_nothing", |root| {
        let s = Session::open(root);
        let dom = s.define(&Guest::new("often").xml());
        let round = || {
            s.start(&dom, 0).unwrap();
            s.conn.driver().domain_destroy(&dom).unwrap();
        };
        round();
        // The I/O thread closes what it had a moment after it has reported the end.
        let at_rest = || threads().is_empty().then(open_fds);
        let fds = wait_until(std::time::Duration::from_secs(10), at_rest).expect("threads end");
        for _ in 0..rounds(5) {
            round();
        }
        let after = wait_until(std::time::Duration::from_secs(10), at_rest).expect("threads end");
        assert_eq!(fds, after);
        s.assert_clean();
        let starts = seen().iter().filter(|event| event.starts_with("started")).count();
        let ends = || seen().iter().filter(|event| event.starts_with("stopped")).count();
        wait_until(std::time::Duration::from_secs(10), || (ends() == starts).then_some(()))
            .expect("as many ends");
    });
}
