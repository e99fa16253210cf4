//! Migration: which steps are made on which host, with what the step before gave.

use std::ptr;

use virt::abi::*;
use virt::capi::domain::lookup::*;
use virt::capi::domain::migrate::*;
use virt::capi::virterror::virGetLastErrorMessage;
use virt::domain::Domain;
use virt::driver::{Migration, MigrationEnds, feature::*};
use virt::typed_param::{TypedParameter, TypedValue};

use crate::stub::*;

const ALL: [u32; 6] = [
    MIGRATION_P2P,
    MIGRATION_DIRECT,
    MIGRATION_V3,
    MIGRATE_CHANGE_PROTECTION,
    MIGRATION_OFFLINE,
    MIGRATION_PARAMS,
];
const OLD: [u32; 2] = [MIGRATION_P2P, MIGRATION_V3];

const LIVE: u32 = virDomainMigrateFlags::VIR_MIGRATE_LIVE as u32;
const PEER: u32 = virDomainMigrateFlags::VIR_MIGRATE_PEER2PEER as u32;
const PAUSED: u32 = virDomainMigrateFlags::VIR_MIGRATE_PAUSED as u32;
const PROTECTION: u32 = virDomainMigrateFlags::VIR_MIGRATE_CHANGE_PROTECTION as u32;
const OFFLINE: u32 = virDomainMigrateFlags::VIR_MIGRATE_OFFLINE as u32;
/// Only for the source.
const ABORT: u32 = virDomainMigrateFlags::VIR_MIGRATE_ABORT_ON_ERROR as u32;

/// Two hosts and a domain, which is paused, on the first.
struct Hosts {
    source: Program,
    destination: Program,
    dom: virDomainPtr,
    it: Domain,
}

impl Hosts {
    fn new(features: &[u32], failing: &[&'static str]) -> Self {
        prepare(features, failing);
        let (source, destination) = (Program::new(), Program::new());
        let dom = source.handle::<Domain, _>(domain(1));
        let it = Domain::new(source.arc.clone(), domain(1));
        Self { source, destination, dom, it }
    }

    /// The steps that both hosts were asked for.
    fn steps(&self) -> [Vec<String>; 2] {
        [&self.source, &self.destination].map(|host| {
            let notes = host.notes.take().into_iter();
            notes.filter(|it| it.starts_with("domain_migrate")).collect()
        })
    }

    /// Checks that this is a domain of the destination, and frees it.
    fn check_moved(&self, moved: virDomainPtr) {
        assert!(!moved.is_null(), "{}", last_message());
        // SAFETY: a new handle.
        unsafe {
            assert_eq!(virDomainGetConnect(moved), self.destination.conn);
            assert_eq!(borrowed(virDomainGetName(moved)), "dom2");
        }
        free_all(vec![moved], virDomainFree);
    }
}

impl Drop for Hosts {
    fn drop(&mut self) {
        free_all(vec![self.dom], virDomainFree);
        prepare(&[], &[]);
    }
}

fn last_message() -> String {
    // SAFETY: the thread's own record.
    borrowed(unsafe { virGetLastErrorMessage() })
}

/// The note of a step.
macro_rules! step {
    ($method:ident($($argument:expr),* $(,)?)) => {
        note(stringify!($method), &[$(Show::show(&$argument)),*])
    };
}

/// Typed parameters as the steps get them: the caller's, then what was learnt.
fn params(texts: &[(&str, &str)]) -> Vec<TypedParameter> {
    let learnt =
        texts.iter().map(|(field, text)| TypedParameter::new(*field, TypedValue::String((*text).into())));
    passed().into_iter().chain(learnt).collect()
}

#[test]
fn five_steps_with_parameters() {
    let hosts = Hosts::new(&ALL, &[]);
    let mut given = [parameter()];
    // SAFETY: live handles.
    let moved = unsafe {
        let params = given.as_mut_ptr();
        virDomainMigrate3(hosts.dom, hosts.destination.conn, params, 1, LIVE | ABORT | PROTECTION)
    };
    let xml = ("destination_xml", "<begun/>");
    let uri = ("migrate_uri", "tcp:there");
    let name = ("destination_name", "dom1");
    let flags = LIVE | ABORT | PAUSED | PROTECTION;
    let it = &hosts.it;
    let [source, destination] = hosts.steps();
    assert_eq!(
        source,
        [
            step!(domain_migrate_begin3_params(it, &passed()[..], LIVE | ABORT | PROTECTION)),
            step!(domain_migrate_perform3_params(
                it,
                None::<&str>,
                &params(&[xml, uri])[..],
                &b"prepared"[..],
                flags
            )),
            step!(domain_migrate_confirm3_params(
                it,
                &params(&[xml, uri, name])[..],
                &b"finished"[..],
                flags,
                false
            )),
        ]
    );
    assert_eq!(
        destination,
        [
            step!(domain_migrate_prepare3_params(&params(&[xml])[..], &b"begun"[..], LIVE | PAUSED)),
            step!(domain_migrate_finish3_params(
                &params(&[xml, uri, name])[..],
                &b"performed"[..],
                LIVE | PAUSED,
                false
            )),
        ]
    );
    hosts.check_moved(moved);
}

#[test]
fn five_steps_with_older_hosts() {
    let hosts = Hosts::new(&OLD, &[]);
    let (name, xml) = (c"new".as_ptr(), c"<mine/>".as_ptr());
    // SAFETY: live handles and strings.
    let moved =
        unsafe { virDomainMigrate2(hosts.dom, hosts.destination.conn, xml, 1, name, c"tcp:x".as_ptr(), 30) };
    let how = |flags: u32| Migration { flags: flags.into(), name: Some("new"), bandwidth_mib_s: 30 };
    let ends = MigrationEnds { connect_uri: None, uri: Some("tcp:there") };
    let it = &hosts.it;
    let [source, destination] = hosts.steps();
    assert_eq!(
        source,
        [
            step!(domain_migrate_begin3(it, Some("<mine/>"), how(LIVE))),
            step!(domain_migrate_perform3(it, None::<&str>, &b"prepared"[..], ends, how(LIVE | PAUSED))),
            step!(domain_migrate_confirm3(it, &b"finished"[..], u64::from(LIVE | PAUSED), false)),
        ]
    );
    assert_eq!(
        destination,
        [
            step!(domain_migrate_prepare3(&b"begun"[..], Some("tcp:x"), "<begun/>", how(LIVE | PAUSED))),
            step!(domain_migrate_finish3("new", &b"performed"[..], ends, u64::from(LIVE | PAUSED), false)),
        ]
    );
    hosts.check_moved(moved);
}

#[test]
fn an_inactive_domain_is_not_performed() {
    let hosts = Hosts::new(&ALL, &[]);
    // SAFETY: live handles.
    let moved = unsafe { virDomainMigrate3(hosts.dom, hosts.destination.conn, ptr::null_mut(), 0, OFFLINE) };
    let [source, destination] = hosts.steps();
    let names =
        |steps: Vec<String>| steps.iter().map(|it| it[..it.find('(').expect("a step")].to_owned()).collect();
    let (source, destination): (Vec<_>, Vec<_>) = (names(source), names(destination));
    assert_eq!(source, ["domain_migrate_begin3_params", "domain_migrate_confirm3_params"]);
    assert_eq!(destination, ["domain_migrate_prepare3_params", "domain_migrate_finish3_params"]);
    hosts.check_moved(moved);
}

#[test]
fn what_began_is_cancelled_and_the_first_error_told() {
    let cases: [(&[&'static str], &str, bool, usize); 4] = [
        (&["domain_migrate_begin3_params"], "begin3", false, 0),
        (&["domain_migrate_prepare3_params"], "prepare3", true, 1),
        (&["domain_migrate_perform3_params", "domain_migrate_finish3_params"], "perform3", true, 2),
        (&["domain_migrate_finish3_params"], "finish3", true, 2),
    ];
    for (failing, told, confirmed, on_destination) in cases {
        let hosts = Hosts::new(&ALL, failing);
        // SAFETY: live handles.
        let moved = unsafe { virDomainMigrate3(hosts.dom, hosts.destination.conn, ptr::null_mut(), 0, LIVE) };
        assert!(moved.is_null());
        assert_eq!(last_message(), format!("internal error: domain_migrate_{told}_params failed"));
        let [source, destination] = hosts.steps();
        assert_eq!(destination.len(), on_destination, "{destination:?}");
        let last = source.last().expect("at least begin");
        let cancelled = last.starts_with("domain_migrate_confirm3_params") && last.ends_with(", true)");
        assert_eq!(cancelled, confirmed, "{source:?}");
        if told == "perform3" {
            assert!(destination[1].ends_with(", true)"), "{destination:?}");
        }
    }
}

#[test]
fn a_guest_that_runs_on_the_destination_is_taken_from_the_source() {
    let hosts = Hosts::new(&ALL, &["domain_migrate_perform3_params"]);
    // SAFETY: live handles.
    let moved = unsafe { virDomainMigrate3(hosts.dom, hosts.destination.conn, ptr::null_mut(), 0, LIVE) };
    let [source, _] = hosts.steps();
    assert!(
        source[2].starts_with("domain_migrate_confirm3_params") && source[2].ends_with(", false)"),
        "{source:?}"
    );
    hosts.check_moved(moved);
}

#[test]
fn hosts_that_talk_to_each_other_are_asked_once() {
    let hosts = Hosts::new(&ALL, &[]);
    let mut given = [parameter()];
    let to = c"qemu+tcp://there/system".as_ptr();
    // SAFETY: live handles and strings.
    unsafe {
        assert_eq!(virDomainMigrateToURI3(hosts.dom, to, given.as_mut_ptr(), 1, PEER), 0);
        assert_eq!(
            virDomainMigrateToURI3(
                hosts.dom,
                c"qemu+tcp://localhost/system".as_ptr(),
                ptr::null_mut(),
                0,
                PEER
            ),
            -1
        );
    }
    assert_eq!(last_message(), "Attempt to migrate guest to the same host");
    let step = step!(domain_migrate_perform3_params(
        &hosts.it,
        Some("qemu+tcp://there/system"),
        &passed()[..],
        &b""[..],
        PEER
    ));
    assert_eq!(hosts.steps(), [vec![step], vec![]]);

    let hosts = Hosts::new(&OLD, &[]);
    let (uri, xml, name) = (c"tcp:x".as_ptr(), c"<mine/>".as_ptr(), c"new".as_ptr());
    // SAFETY: live handles and strings.
    assert_eq!(unsafe { virDomainMigrateToURI2(hosts.dom, to, uri, xml, u64::from(PEER), name, 30) }, 0);
    let how = Migration { flags: u64::from(PEER), name: Some("new"), bandwidth_mib_s: 30 };
    let ends = MigrationEnds { connect_uri: Some("qemu+tcp://there/system"), uri: Some("tcp:x") };
    let step = step!(domain_migrate_perform3(&hosts.it, Some("<mine/>"), &b""[..], ends, how));
    assert_eq!(hosts.steps(), [vec![step], vec![]]);
}

#[test]
fn a_program_with_both_connections_may_leave_it_to_the_hosts() {
    let hosts = Hosts::new(&ALL, &[]);
    let (name, uri) = (c"new".as_ptr(), c"qemu+tcp://there/system".as_ptr());
    // SAFETY: live handles and strings.
    let moved = unsafe { virDomainMigrate(hosts.dom, hosts.destination.conn, u64::from(PEER), name, uri, 0) };
    let notes = hosts.destination.notes.take();
    assert_eq!(notes.last(), Some(&step!(domain_lookup_by_name("new"))));
    let [source, _] = hosts.steps();
    assert!(source[0].contains(r#"Some("qemu+tcp://there/system")"#), "{source:?}");
    hosts.check_moved(moved);
}

#[test]
fn the_hypervisor_alone() {
    let hosts = Hosts::new(&[MIGRATION_DIRECT], &[]);
    // SAFETY: live handles and strings.
    assert_eq!(unsafe { virDomainMigrateToURI(hosts.dom, c"tcp:x".as_ptr(), 1, ptr::null(), 5) }, 0);
    let how = Migration { flags: 1, name: None, bandwidth_mib_s: 5 };
    let step = step!(domain_migrate_perform(&hosts.it, &b""[..], "tcp:x", how));
    assert_eq!(hosts.steps(), [vec![step], vec![]]);
}
