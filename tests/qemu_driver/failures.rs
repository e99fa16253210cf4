//! What goes wrong: each failure is one clear error, and nothing is left of it.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::Instant;

use nix::sys::resource::{Resource, getrlimit, setrlimit};
use nix::sys::signal::{SigHandler, Signal, signal};
use virt::connect::Connect;
use virt::domain::Domain;
use virt::error::ErrorCode;

use crate::guests::{Guest, IDLE};
use crate::session::{
    PATIENCE, Session, expect, forget, isolated, run_again, run_loop, seen, up_to, wait_until,
};

fn script(root: &Path, name: &str, body: &str) -> String {
    let path = root.join(name);
    fs::write(&path, format!("#!/bin/sh\n{body}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path.display().to_string()
}

#[test]
fn emulators_that_cannot_run() {
    isolated("failures::emulators_that_cannot_run", |root| {
        let s = Session::open(root);
        let driver = s.conn.driver();
        for (emulator, message) in [
            ("/nonexistent/qemu", "Cannot check QEMU binary /nonexistent/qemu: No such file or directory"),
            ("/etc/passwd", "QEMU binary /etc/passwd is not executable: Permission denied"),
        ] {
            let xml = Guest::new("x").emulator(emulator).xml();
            for error in [driver.domain_define_xml(&xml), driver.domain_create_xml(&xml, 0)] {
                let error = error.unwrap_err();
                assert_eq!((error.code(), error.message()), (ErrorCode::VIR_ERR_SYSTEM_ERROR, message));
            }
        }
        assert_eq!(driver.connect_list_all_domains(0).unwrap().len(), 0);
        s.assert_clean();
    });
}

/// NEG-6 (hang-up), REF-6
#[test]
fn emulators_that_die_at_once() {
    isolated("failures::emulators_that_die_at_once", |root| {
        let s = Session::open(root);
        let driver = s.conn.driver();
        // As in the original, whether the connection was there before its end is chance.
        let ends = ["process exited while connecting to monitor", "qemu unexpectedly closed the monitor"];
        for (body, words) in [
            ("echo some last words >&2; echo more >&2; exit 3", ": some last words\nmore"),
            ("exit 3", ""),
            ("kill -9 $$", ""),
        ] {
            let emulator = script(root, "dies", body);
            let xml = Guest::new("x").emulator(&emulator).xml();
            let error = driver.domain_create_xml(&xml, 0).unwrap_err();
            assert_eq!(error.code(), ErrorCode::VIR_ERR_INTERNAL_ERROR);
            let messages = ends.map(|end| format!("internal error: {end}{words}"));
            assert!(messages.iter().any(|message| message == error.message()), "{error}");
            assert_eq!(driver.connect_list_all_domains(0).unwrap().len(), 0);
            s.assert_clean();
        }
        let arg = "<qemu:commandline><qemu:arg value='-nonsense'/></qemu:commandline>";
        let xml = Guest::new("y").xml().replace("</domain>", &format!("{arg}</domain>"));
        let dom = s.define(&xml);
        let error = s.start(&dom, 0).unwrap_err();
        assert!(error.message().ends_with("-nonsense: invalid option"), "{error}");
        assert_eq!(s.state(&dom), (5, 6));
        s.assert_clean();
        assert!(!seen().iter().any(|event| event.starts_with("stopped")));
    });
}

/// The greeting never comes; a destroy from another thread ends the wait.
#[test]
fn an_emulator_that_hangs_before_its_greeting() {
    isolated("failures::an_emulator_that_hangs_before_its_greeting", |root| {
        let s = Session::open(root);
        let emulator = script(root, "hangs", "exec sleep 1000");
        let dom = Arc::new(s.define(&Guest::new("x").emulator(&emulator).xml()));
        let start = thread::spawn({
            let dom = Arc::clone(&dom);
            move || dom.driver().domain_create(&dom)
        });
        // Active from the beginning; the process follows.
        let active = || dom.driver().domain_is_active(&dom).unwrap().then_some(());
        wait_until(PATIENCE, active).expect("active");
        dom.driver().domain_destroy(&dom).unwrap();
        let error = start.join().unwrap().unwrap_err();
        assert_eq!(error.code(), ErrorCode::VIR_ERR_INTERNAL_ERROR, "{error}");
        assert!(!dom.driver().domain_is_active(&dom).unwrap());
        s.assert_clean();
    });
}

/// REF-8, REF-1: the emulator dies by itself, also in the middle of a command.
#[test]
fn a_killed_emulator() {
    isolated("failures::a_killed_emulator", |root| {
        let s = Session::open(root);
        let dom = Arc::new(s.define(&Guest::new("x").boot(root, IDLE)));
        s.start(&dom, 0).unwrap();
        expect(&["defined/added off", "resumed/unpaused 1", "started/booted 1"]);
        s.signal("x", Signal::SIGKILL);
        assert_eq!(quiet_end("stopped/failed 1"), ["stopped/failed 1"]);
        assert_eq!(s.state(&dom), (5, 3));
        s.assert_clean();

        s.start(&dom, 0).unwrap();
        s.signal("x", Signal::SIGTERM);
        expect(&["resumed/unpaused 2", "started/booted 2", "shutdown/host 2", "stopped/shutdown 2"]);
        assert_eq!(s.state(&dom), (5, 1));

        s.start(&dom, 0).unwrap();
        s.freeze("x");
        let suspend = in_thread(&dom, |dom| dom.driver().domain_suspend(dom));
        s.signal("x", Signal::SIGKILL);
        suspend.join().unwrap().unwrap_err();
        let end = quiet_end("stopped/failed 3");
        assert_eq!(end, ["resumed/unpaused 3", "started/booted 3", "stopped/failed 3"]);
        s.assert_clean();

        // A later run hears nothing of the earlier ones.
        forget();
        s.start(&dom, 0).unwrap();
        expect(&["resumed/unpaused 4", "started/booted 4"]);
        s.conn.driver().domain_destroy(&dom).unwrap();
    });
}

/// A disk that takes no more: here a limit for the size of files, which fails in the same places.
#[test]
fn a_full_disk() {
    isolated("failures::a_full_disk", |root| {
        let s = Session::open(root);
        let driver = s.conn.driver();
        // SAFETY: no handler is installed; a write beyond the limit then fails instead of ending the process.
        unsafe { signal(Signal::SIGXFSZ, SigHandler::SigIgn) }.unwrap();
        let (_, most) = getrlimit(Resource::RLIMIT_FSIZE).unwrap();
        let limit = |bytes| setrlimit(Resource::RLIMIT_FSIZE, bytes, most).unwrap();

        // The state is to be longer than the log.
        let description = format!("<description>{}</description>", "x".repeat(10_000));
        let xml = Guest::new("x").extra(&description).boot(root, IDLE);
        limit(100);
        let error = driver.domain_define_xml(&xml).unwrap_err();
        let path = root.join("etc/qemu/x.xml.new");
        assert_eq!(error.code(), ErrorCode::VIR_ERR_SYSTEM_ERROR);
        assert_eq!(
            error.message(),
            format!("cannot write data to file '{}': File too large", path.display())
        );
        assert_eq!(fs::read_dir(root.join("etc/qemu")).unwrap().count(), 0);
        assert_eq!(driver.connect_list_all_domains(0).unwrap().len(), 0);

        limit(most);
        let dom = s.define(&xml);
        // First there is no room for the log, then none for the state.
        for (bytes, file) in [(100, "log/qemu/x.log"), (10_000, "run/qemu/x.xml.new")] {
            let _ = fs::remove_file(root.join("log/qemu/x.log"));
            limit(bytes);
            let error = s.start(&dom, 0).unwrap_err();
            let path = root.join(file);
            assert!(error.message().contains(&path.display().to_string()), "{error}");
            assert!(error.message().ends_with(": File too large"), "{error}");
            assert_eq!(s.state(&dom), (5, 6));
            s.assert_clean();
            assert!(!path.with_extension("xml.new").exists());
        }
    });
}

/// Everything up to `last`. QEMU reads the end of a line after it has acted on it; one that is killed between
/// the two leaves a broken connection, which programs are told of.
fn quiet_end(last: &str) -> Vec<String> {
    let mut events = up_to(last);
    events.retain(|event| event != "control-error");
    events
}

fn in_thread<T: Send + 'static>(
    dom: &Arc<Domain>,
    call: impl FnOnce(&Domain) -> T + Send + 'static,
) -> thread::JoinHandle<T> {
    let dom = Arc::clone(dom);
    thread::spawn(move || call(&dom))
}

/// A stopped emulator answers nothing, and a destroy works all the same, while a call hangs.
#[test]
fn destroy_always_works() {
    isolated("failures::destroy_always_works", |root| {
        let s = Session::open(root);
        let dom = Arc::new(s.define(&Guest::new("x").boot(root, IDLE)));
        s.start(&dom, 0).unwrap();
        s.freeze("x");
        let suspend = in_thread(&dom, |dom| dom.driver().domain_suspend(dom));
        // Queries do not wait for the hanging call.
        assert_eq!(s.state(&dom), (1, 1));
        s.conn.driver().domain_get_xml_desc(&dom, 0).unwrap();
        let started = Instant::now();
        s.conn.driver().domain_destroy(&dom).unwrap();
        assert!(started.elapsed().as_secs() < 20, "killed after the grace time");
        suspend.join().unwrap().unwrap_err();
        // That the connection broke with a command unread is part of the destroying.
        expect(&["defined/added off", "resumed/unpaused 1", "started/booted 1", "stopped/destroyed off"]);
        s.assert_clean();
    });
}

fn refused(root: &Path) -> String {
    let uri = format!("qemu:///embed?root={}", root.display());
    Connect::open(Some(&uri), 0).err().expect("refused").message().to_owned()
}

#[test]
fn roots_that_cannot_be_used() {
    isolated("failures::roots_that_cannot_be_used", |root| {
        let loopless = Connect::open(Some("qemu:///embed?root=/tmp"), 0).err().unwrap();
        assert_eq!(
            loopless.message(),
            "unsupported configuration: An event loop implementation must be registered"
        );
        run_loop();
        for (uri, message) in [
            ("qemu:///embed", "invalid argument: Missing URI parameter 'root'"),
            ("qemu:///embed?root=x", "unsupported configuration: root path must be absolute"),
            (
                "qemu:///embed?root=/proc/no",
                "Failed to create state dir /proc/no/run/qemu: No such file or directory",
            ),
            (
                "qemu:///embed?root=/dev/null",
                "Failed to create state dir /dev/null/run/qemu: Not a directory",
            ),
        ] {
            assert_eq!(Connect::open(Some(uri), 0).err().unwrap().message(), message);
        }
        fs::create_dir_all(root.join("bad/etc")).unwrap();
        fs::write(root.join("bad/etc/qemu.conf"), "vnc_listen \"x\"\n").unwrap();
        let conf = root.join("bad/etc/qemu.conf");
        assert_eq!(
            refused(&root.join("bad")),
            format!("configuration file syntax error: {}:1: expecting an assignment", conf.display())
        );
        assert_eq!(fs::read_dir(root.join("bad")).unwrap().count(), 1, "nothing beside etc");
        // A failed attempt is no obstacle for the next.
        let s = Session::open(root);
        assert_eq!(
            refused(&root.join("other")),
            format!(
                "internal error: Cannot open embedded driver at path '{0}/other', already open with path '{0}'",
                root.display()
            )
        );
        assert!(!root.join("other").exists());
        Session::open(root).conn.driver().connect_is_alive().unwrap();
        drop(s);
    });
}

/// A child of this process finds the root locked.
#[test]
fn one_process_per_root() {
    const TAKEN: &str = "OXVIRT_TEST_TAKEN";
    isolated("failures::one_process_per_root", |root| {
        if std::env::var_os(TAKEN).is_some() {
            run_loop();
            let path = root.join("run/qemu/driver.pid");
            let text =
                format!("Failed to acquire pid file '{}': Resource temporarily unavailable", path.display());
            assert_eq!(refused(root), text);
            return;
        }
        let _session = Session::open(root);
        run_again("failures::one_process_per_root", TAKEN);
    });
}

/// A guest that its process left behind is taken over by the next one, with all that belongs to it.
#[test]
fn guests_outlive_their_process() {
    const FIRST: &str = "OXVIRT_TEST_FIRST";
    isolated("failures::guests_outlive_their_process", |root| {
        if std::env::var_os(FIRST).is_some() {
            let s = Session::open(root);
            let dom = s.define(&Guest::new("kept").boot(root, IDLE));
            s.start(&dom, 0).unwrap();
            s.conn.driver().domain_create_xml(&Guest::new("gone").xml(), 0).unwrap();
            s.conn.driver().domain_create_xml(&Guest::new("adopted").xml(), 1).unwrap();
            s.conn.driver().domain_suspend(&dom).unwrap();
            // The status file follows the change without anybody waiting for it.
            let status = root.join("run/qemu/kept.xml");
            let saved = || {
                fs::read_to_string(&status).unwrap().contains("state='paused' reason='user'").then_some(())
            };
            wait_until(PATIENCE, saved).expect("saved");
            s.freeze("gone");
            std::process::exit(0);
        }
        run_again("failures::guests_outlive_their_process", FIRST);
        let pid: i32 = fs::read_to_string(root.join("run/qemu/gone.pid")).unwrap().parse().unwrap();
        nix::sys::signal::kill(nix::unistd::Pid::from_raw(pid), Signal::SIGKILL).unwrap();
        let gone = || (!Path::new(&format!("/proc/{pid}/fd/0")).exists()).then_some(());
        wait_until(PATIENCE, gone).expect("gone");

        let s = Session::open(root);
        let driver = s.conn.driver();
        assert!(driver.domain_lookup_by_name("gone").is_err());
        let dom = s.dom(driver.domain_lookup_by_name("kept").unwrap());
        assert_eq!(dom.id().unwrap().0, 1);
        assert_eq!(s.state(&dom), (3, 1));
        driver.domain_resume(&dom).unwrap();
        expect(&["resumed/unpaused 1"]);
        let other = s.dom(driver.domain_lookup_by_name("adopted").unwrap());
        assert!(!driver.domain_is_persistent(&other).unwrap());
        for dom in [&dom, &other] {
            driver.domain_destroy(dom).unwrap();
        }
        assert_eq!(driver.connect_list_all_domains(0).unwrap().len(), 1);
        assert_eq!(s.start(&dom, 0).unwrap(), 4);
        driver.domain_destroy(&dom).unwrap();
        s.assert_clean();
    });
}

/// A process that is killed in the middle of a start leaves an emulator behind that the next one takes over.
#[test]
fn a_start_outlives_its_process() {
    const FIRST: &str = "OXVIRT_TEST_FIRST";
    isolated("failures::a_start_outlives_its_process", |root| {
        if std::env::var_os(FIRST).is_some() {
            let s = Session::open(root);
            let body = "kill -STOP $$; exec /usr/bin/qemu-system-x86_64 \"$@\"";
            let emulator = script(root, "waits", body);
            s.conn.driver().domain_create_xml(&Guest::new("x").emulator(&emulator).xml(), 0).unwrap();
            unreachable!("the emulator waits");
        }
        let mut first = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["failures::a_start_outlives_its_process", "--exact"])
            .env(FIRST, "1")
            .spawn()
            .unwrap();
        let saved = wait_until(PATIENCE, || root.join("run/qemu/x.xml").exists().then_some(()));
        first.kill().unwrap();
        first.wait().unwrap();
        saved.expect("saved");

        let s = Session::open(root);
        let dom = s.dom(s.conn.driver().domain_lookup_by_name("x").unwrap());
        assert_eq!(s.state(&dom), (3, 11));
        s.signal("x", Signal::SIGCONT);
        s.conn.driver().domain_resume(&dom).unwrap();
        expect(&["resumed/unpaused 1"]);
        s.conn.driver().domain_destroy(&dom).unwrap();
        s.assert_clean();
    });
}
