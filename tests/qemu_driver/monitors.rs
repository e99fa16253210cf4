//! The monitor's language by the emulator's version or by the settings, and what the driver makes of each.

use std::fs;
use std::path::Path;

use nix::sys::signal::Signal;
use virt::domain::Domain;
use virt::error::{ErrorCode, Result};

use crate::fake::Fake;
use crate::guests::{Guest, IDLE, POWER_OFF};
use crate::session::{Session, expect, isolated, run_again, seen, up_to};

/// Settings for the driver under `root`.
pub fn configure(root: &Path, settings: &str) {
    fs::create_dir_all(root.join("etc")).unwrap();
    fs::write(root.join("etc/qemu.conf"), settings).unwrap();
}

/// The arguments that belong to the monitor.
fn monitor_arguments(fake: &Fake) -> Vec<String> {
    let args = fake.log("arg");
    let about = |arg: &&String| arg.contains("monitor") || *arg == "pty" || *arg == "-no-shutdown";
    args.iter().filter(about).cloned().collect()
}

/// What calls and events a domain gives, line by line.
struct Script<'a> {
    session: &'a Session,
    dom: &'a Domain,
    lines: Vec<String>,
}

impl Script<'_> {
    /// A call, its outcome, and the state after it.
    fn call(&mut self, name: &str, outcome: Result<()>) {
        let outcome = outcome.map_or_else(|error| error.message().to_owned(), |()| "done".to_owned());
        let state = self.session.conn.driver().domain_get_state(self.dom, 0);
        let state = state.map_or("gone".to_owned(), |state| format!("{} {}", state.state, state.reason));
        self.lines.push(format!("{name}: {outcome}, {state}"));
    }

    /// The events up to the `last` of this run, without the run's number.
    fn events(&mut self, last: &str) {
        let driver = self.session.conn.driver();
        let id = driver.domain_lookup_by_uuid(self.dom.uuid()).ok().and_then(|key| key.id);
        let id = id.map_or_else(String::new, |id| format!(" {}", id.0));
        let last =
            if last.contains(' ') || !last.contains('/') { last.to_owned() } else { format!("{last}{id}") };
        let plain = |event: String| {
            let name = event.split(' ').next().unwrap_or_default();
            if event.ends_with(" off") { event } else { name.to_owned() }
        };
        self.lines.extend(up_to(&last).into_iter().map(plain));
    }
}

/// The calls of a domain's life, and what came of each.
fn life(session: &Session, xml: &str) -> Vec<String> {
    let driver = session.conn.driver();
    let dom = &session.define(xml);
    up_to("defined/added off");
    let mut script = Script { session, dom, lines: Vec::new() };
    script.call("create", driver.domain_create(dom).map(drop));
    script.events("started/booted");
    script.call("create", driver.domain_create(dom).map(drop));
    script.call("suspend", driver.domain_suspend(dom));
    script.events("suspended/paused");
    script.call("suspend", driver.domain_suspend(dom));
    script.call("resume", driver.domain_resume(dom));
    script.events("resumed/unpaused");
    script.call("resume", driver.domain_resume(dom));
    script.call("reset", driver.domain_reset(dom, 0));
    script.events("reboot");
    script.call("shutdown", driver.domain_shutdown(dom));
    script.call("suspend", driver.domain_suspend(dom));
    script.events("suspended/paused");
    script.call("shutdown by agent", driver.domain_shutdown_flags(dom, 2));
    script.call("destroy", driver.domain_destroy(dom));
    script.events("stopped/destroyed off");
    script.call("resume", driver.domain_resume(dom));
    script.call("create paused", driver.domain_create_with_flags(dom, 1).map(drop));
    script.events("suspended/paused");
    script.call("resume", driver.domain_resume(dom));
    script.events("resumed/unpaused");
    script.call("destroy", driver.domain_destroy(dom));
    script.events("stopped/destroyed off");
    script.call("undefine", driver.domain_undefine(dom));
    script.events("undefined/removed off");
    script.lines
}

/// What [`life`] gives, whatever is spoken.
const LIFE: &[&str] = &[
    "create: done, 1 1",
    "resumed/unpaused",
    "started/booted",
    "create: Requested operation is not valid: domain is already running, 1 1",
    "suspend: done, 3 1",
    "suspended/paused",
    "suspend: done, 3 1",
    "resume: done, 1 5",
    "resumed/unpaused",
    "resume: Requested operation is not valid: domain is already running, 1 5",
    "reset: done, 1 5",
    "reboot",
    "shutdown: done, 1 5",
    "suspend: done, 3 1",
    "suspended/paused",
    "shutdown by agent: argument unsupported: QEMU guest agent is not configured, 3 1",
    "destroy: done, 5 2",
    "shutdown/host",
    "stopped/destroyed off",
    "resume: Requested operation is not valid: domain is not running, 5 2",
    "create paused: done, 3 1",
    "started/booted",
    "suspended/paused",
    "resume: done, 1 5",
    "resumed/unpaused",
    "destroy: done, 5 2",
    "shutdown/host",
    "stopped/destroyed off",
    "undefine: done, gone",
    "undefined/removed off",
];

/// NEG-2, CBT-3: the same calls on a real QEMU through JSON ...
#[test]
fn a_life_through_json() {
    isolated("monitors::a_life_through_json", |root| {
        let s = Session::open(root);
        assert_eq!(life(&s, &Guest::new("x").boot(root, IDLE)), LIFE);
        s.assert_clean();
    });
}

/// ... and through text give the same results, states and events.
#[test]
fn a_life_through_text() {
    isolated("monitors::a_life_through_text", |root| {
        configure(root, "monitor_protocol = \"text\"\n");
        let s = Session::open(root);
        assert_eq!(life(&s, &Guest::new("x").boot(root, IDLE)), LIFE);
        s.assert_clean();
        let log = fs::read_to_string(root.join("log/qemu/x.log")).unwrap();
        assert!(log.contains("mode=readline") && !log.contains("-no-shutdown"), "{log}");
    });
}

/// NEG-2, NEG-3, NEG-4, NEG-5, PRV-4 (device and protocol): emulators of all times. Each speaks what its version
/// speaks, over what its version has, and the calls give the same results.
#[test]
fn emulators_of_all_times() {
    isolated("monitors::emulators_of_all_times", |root| {
        let s = Session::open(root);
        let handed =
            ["socket,id=charmonitor,fd=3,server=on,wait=off", "chardev=charmonitor,id=monitor,mode=control"];
        for (version, device, first) in [
            ("0.9.1", "pty", "info cpus"),
            ("0.10.0", "socket", "info cpus"),
            ("0.11.1", "socket", "info cpus"),
            ("0.12.0", "handed", "qmp_capabilities"),
            ("7.2.22", "handed", "qmp_capabilities"),
        ] {
            let fake = Fake::new(root, &format!("qemu-{version}"), version, "");
            let xml = Guest::new("x").emulator(fake.path()).xml();
            let mut expected: Vec<_> = LIFE.to_vec();
            if version == "0.12.0" {
                // It does not tell who wanted the shutdown.
                expected
                    .iter_mut()
                    .filter(|line| **line == "shutdown/host")
                    .for_each(|line| *line = "shutdown/finished");
            }
            assert_eq!(life(&s, &xml), expected, "{version}");
            s.assert_clean();

            let dom = s.define(&xml);
            fake.clear_log();
            let id = s.start(&dom, 0).unwrap();
            // The version is known by now: nobody was asked for it.
            assert_eq!(fake.log("start").len(), 1, "{version}");
            let json = ["qmp_capabilities", "query-cpus-fast", "cont"];
            let asked = if version == "0.12.0" {
                vec![json[0], json[1], "query-cpus", json[2]]
            } else if first == json[0] {
                json.to_vec()
            } else {
                vec![first, "cont"]
            };
            assert_eq!(fake.commands(), asked, "{version}");
            let folder = root.join(format!("lib/qemu/domain-{id}-x"));
            let own = format!("unix:{}/own-monitor.sock,server,nowait", folder.display());
            let arguments = match device {
                "pty" => vec!["-monitor", "pty"],
                "socket" => vec!["-monitor", &own],
                _ => vec![handed[0], handed[1], "-no-shutdown"],
            };
            assert_eq!(monitor_arguments(&fake), arguments, "{version}");
            let status = fs::read_to_string(root.join("run/qemu/x.xml")).unwrap();
            let (path, json, kind) = match device {
                "pty" => ("/dev/pts/".to_owned(), 0, "pty"),
                "socket" => (format!("{}/own-monitor.sock'", folder.display()), 0, "unix"),
                _ => (format!("{}/monitor.sock'", folder.display()), 1, "unix"),
            };
            let line = status.lines().find(|line| line.contains("<monitor")).unwrap();
            assert!(line.starts_with(&format!("  <monitor path='{path}")), "{line}");
            assert!(line.ends_with(&format!(" json='{json}' type='{kind}'/>")), "{line}");
            s.conn.driver().domain_destroy(&dom).unwrap();
            s.conn.driver().domain_undefine(&dom).unwrap();
            up_to("undefined/removed off");
        }
    });
}

/// NEG-3: the settings overrule the version, and a wrong word is said so.
#[test]
fn the_settings_overrule_the_version() {
    isolated("monitors::the_settings_overrule_the_version", |root| {
        configure(root, "monitor_protocol = \"hmp\"\n");
        crate::session::run_loop();
        let uri = format!("qemu:///embed?root={}", root.display());
        let error = virt::connect::Connect::open(Some(&uri), 0).err().unwrap();
        let file = root.join("etc/qemu.conf");
        let text = format!(
            "internal error: {}: monitor_protocol: 'hmp' is neither 'json' nor 'text'",
            file.display()
        );
        assert_eq!(error.message(), text);

        configure(root, "monitor_protocol = \"json\"\n");
        let s = Session::open(root);
        let fake = Fake::new(root, "old", "0.11.1", "");
        let xml = Guest::new("x").emulator(fake.path()).xml();
        let error = s.conn.driver().domain_create_xml(&xml, 0).unwrap_err();
        // It has JSON, but not yet that command.
        let text = "unable to execute QEMU command 'qmp_capabilities': The command qmp_capabilities has not been found";
        assert_eq!(error.message(), format!("internal error: {text}"));
        assert_eq!(fake.commands(), ["qmp_capabilities"]);
        // Nobody asked for a version that does not matter.
        assert_eq!(fake.log("start").len(), 1);
        s.assert_clean();
    });
}

/// RUN-2 through text: a guest that powers off ends QEMU, an order to end is one too, and a killed QEMU has crashed.
#[test]
fn ends_that_text_does_not_tell() {
    isolated("monitors::ends_that_text_does_not_tell", |root| {
        configure(root, "monitor_protocol = \"text\"\n");
        let s = Session::open(root);
        let dom = s.define(&Guest::new("off").boot(root, POWER_OFF));
        s.start(&dom, 0).unwrap();
        expect(&[
            "defined/added off",
            "resumed/unpaused 1",
            "started/booted 1",
            "shutdown/finished 1",
            "stopped/shutdown 1",
        ]);
        assert_eq!(s.state(&dom), (5, 1));

        let dom = s.define(&Guest::new("x").boot(root, IDLE));
        s.start(&dom, 0).unwrap();
        s.signal("x", Signal::SIGTERM);
        expect(&[
            "defined/added off",
            "resumed/unpaused 2",
            "started/booted 2",
            "shutdown/finished 2",
            "stopped/shutdown 2",
        ]);
        s.start(&dom, 0).unwrap();
        s.signal("x", Signal::SIGKILL);
        expect(&["resumed/unpaused 3", "started/booted 3", "stopped/failed 3"]);
        assert_eq!(s.state(&dom), (5, 3));

        // A reboot would need to hear of the power-off.
        s.start(&dom, 0).unwrap();
        let error = s.conn.driver().domain_reboot(&dom, 0).unwrap_err();
        assert_eq!(error.code(), ErrorCode::VIR_ERR_OPERATION_INVALID);
        s.conn.driver().domain_destroy(&dom).unwrap();
        s.assert_clean();
    });
}

/// NEG-7, NEG-4: events at both places where only the negotiation is expected are no replies to it.
#[test]
fn events_around_the_negotiation() {
    isolated("monitors::events_around_the_negotiation", |root| {
        let s = Session::open(root);
        s.hear_monitors();
        let line = |place: &str| {
            format!(
                r#""{{\"event\": \"VSERPORT_CHANGE\", \"timestamp\": {{\"seconds\": {}, \"microseconds\": 0}}, \"data\": {{\"open\": true, \"id\": \"{place}\"}}}}\r\n""#,
                now_s()
            )
        };
        let script = format!(
            "greeting after 50\non qmp_capabilities print {} then run then print {}",
            line("before"),
            line("after")
        );
        let fake = Fake::new(root, "talks", "7.2.22", &script);
        let dom = s.define(&Guest::new("x").emulator(fake.path()).xml());
        s.start(&dom, 0).unwrap();
        let seen = up_to("started/booted 1");
        let told: Vec<_> = seen.iter().filter(|line| line.contains("VSERPORT_CHANGE")).collect();
        assert_eq!(
            told,
            [
                r#"qemu VSERPORT_CHANGE {"open":true,"id":"before"}"#,
                r#"qemu VSERPORT_CHANGE {"open":true,"id":"after"}"#,
            ]
        );
        assert_eq!(fake.commands()[0], "qmp_capabilities");
        s.conn.driver().domain_destroy(&dom).unwrap();
    });
}

fn now_s() -> u64 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    now.expect("after 1970").as_secs()
}

/// NEG-6, REF-6: a monitor that cannot be opened is a start that fails, with QEMU's own words, and nothing is left.
#[test]
fn monitors_that_cannot_be_opened() {
    isolated("monitors::monitors_that_cannot_be_opened", |root| {
        let s = Session::open(root);
        let ended = "process exited while connecting to monitor";
        let closed = "qemu unexpectedly closed the monitor";
        for (version, script, message) in [
            (
                "7.2.22",
                "on qmp_capabilities error GenericError \"not today\"",
                "unable to execute QEMU command 'qmp_capabilities': not today",
            ),
            ("7.2.22", "on qmp_capabilities hang up", closed),
            ("7.2.22", "on cont hang up", closed),
            ("7.2.22", "on qmp_capabilities complain \"no more\" then die", &format!("{closed}: no more")),
            ("7.2.22", "on query-cpus-fast die", closed),
            ("7.2.22", "on cont complain \"so late\" then die by KILL", &format!("{closed}: so late")),
            (
                "7.2.22",
                "on qmp_capabilities print \"no json\\n\"",
                "QEMU monitor message 'no json' makes no sense: ",
            ),
            // It ends before there is a socket, or a terminal.
            ("0.11.1", "protocol none", &format!("{ended}: fakeqemu: ")),
            ("0.9.1", "protocol none", &format!("{ended}: fakeqemu: ")),
        ] {
            let fake = Fake::new(root, "refuses", version, script);
            let xml = Guest::new("x").emulator(fake.path()).xml();
            let error = s.conn.driver().domain_create_xml(&xml, 0).unwrap_err();
            assert_eq!(error.code(), ErrorCode::VIR_ERR_INTERNAL_ERROR);
            assert!(error.message().starts_with(&format!("internal error: {message}")), "{script}: {error}");
            s.assert_clean();
            // What fails before there is a connection, or after the monitor has opened, is told by the call alone.
            if script.starts_with("on qmp_capabilities") {
                up_to("control-error");
            }
        }
        assert!(!seen().iter().any(|event| event.starts_with("stopped") || event.starts_with("started")));
    });
}

/// SEC-1: an old emulator asks for the key of an encrypted disk before the guest may run. This driver has no secrets,
/// says so with the disk's name, and leaves nothing.
#[test]
fn an_encrypted_disk_without_a_secret() {
    isolated("monitors::an_encrypted_disk_without_a_secret", |root| {
        let s = Session::open(root);
        for version in ["0.9.1", "0.11.1"] {
            let fake = Fake::new(
                root,
                &format!("asks-{version}"),
                version,
                "password ide0-hd0 /images/x.qcow2 sesame",
            );
            let xml = Guest::new("x").emulator(fake.path()).xml();
            let error = s.conn.driver().domain_create_xml(&xml, 0).unwrap_err();
            assert_eq!(error.code(), ErrorCode::VIR_ERR_NO_SECRET, "{error}");
            assert!(error.message().contains("'ide0-hd0 (/images/x.qcow2) is encrypted.'"), "{error}");
            assert_eq!(fake.log("password").len(), 1, "{version}");
            s.assert_clean();
        }
    });
}

/// PRV-4: the next process finds every kind of monitor in the state that was saved, whatever its own settings say.
#[test]
fn monitors_outlive_their_process() {
    const FIRST: &str = "OXVIRT_TEST_FIRST";
    isolated("monitors::monitors_outlive_their_process", |root| {
        let names = ["handed", "own", "terminal"];
        if std::env::var_os(FIRST).is_some() {
            configure(root, "monitor_protocol = \"text\"\n");
            let s = Session::open(root);
            let own = Fake::new(root, "qemu-0.11.1", "0.11.1", "");
            let terminal = Fake::new(root, "qemu-0.9.1", "0.9.1", "");
            for (name, emulator) in names.iter().zip([None, Some(own.path()), Some(terminal.path())]) {
                let guest = Guest::new(name);
                let xml = emulator
                    .map_or_else(|| guest.boot(root, IDLE), |path| Guest::new(name).emulator(path).xml());
                s.start(&s.define(&xml), 0).unwrap();
            }
            std::process::exit(0);
        }
        run_again("monitors::monitors_outlive_their_process", FIRST);

        configure(root, "");
        let s = Session::open(root);
        let driver = s.conn.driver();
        for (name, id) in names.iter().zip(1..) {
            let dom = s.dom(driver.domain_lookup_by_name(name).unwrap());
            driver.domain_suspend(&dom).unwrap_or_else(|error| panic!("{name}: {error}"));
            assert_eq!(s.state(&dom), (3, 1), "{name}");
            driver.domain_resume(&dom).unwrap();
            expect(&[&format!("suspended/paused {id}"), &format!("resumed/unpaused {id}")]);
        }
        // An end that nobody tells is understood as before.
        s.signal("handed", Signal::SIGTERM);
        expect(&["shutdown/finished 1", "stopped/shutdown 1"]);
        for name in &names[1..] {
            driver.domain_destroy(&s.dom(driver.domain_lookup_by_name(name).unwrap())).unwrap();
        }
        s.assert_clean();
    });
}
