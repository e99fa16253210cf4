//! Who may connect: SASL with a password file, and polkit.

#![forbid(unsafe_code)]

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use super::super::libvirtd::without_rights;
use super::super::support::{Library, assert_same_lines, root};
use super::certificates::{Authority, client_files};
use super::peers::{Network, run, script};
use super::tls::library_for_nobody;

const SASL: &str =
    "auth_unix_rw = \"sasl\"\nauth_unix_ro = \"sasl\"\nauth_tcp = \"sasl\"\nauth_tls = \"sasl\"\n";

/// A daemon that knows fred's password.
fn sasl(mechanisms: &str, authority: &Authority) -> Network {
    Network::start_in(&authority.certificate, &authority.server(|_| {}), SASL, &[], |folder| {
        let passwords = folder.join("passwords");
        let settings = format!("mech_list: {mechanisms}\nsasldb_path: {}\n", passwords.display());
        fs::write(folder.join("libvirt.conf"), settings).expect("a file");
        let mut command = Command::new("saslpasswd2");
        let mut process = command
            .args(["-p", "-c", "-a", "libvirt", "-f"])
            .arg(&passwords)
            .arg("fred")
            .stdin(Stdio::piped())
            .spawn()
            .expect("saslpasswd2");
        process.stdin.take().expect("a pipe").write_all(b"secret").expect("room");
        assert!(process.wait().expect("an end").success());
    })
}

fn open(library: Library, auth_file: Option<&Path>, lines: &[String]) -> String {
    let mut command = library.command("/usr/bin/python3");
    command.arg(root().join("tests/remote/transports/auth.py"));
    if let Some(file) = auth_file {
        command.env("LIBVIRT_AUTH_FILE", file);
    }
    run(&mut command, lines)
}

fn compare(network: &Network, auth_file: Option<&Path>, lines: &[String]) -> String {
    let [original, ours] = [Library::Original, Library::Ours]
        .map(|library| network.without_chance(&open(library, auth_file, lines)));
    assert_same_lines(&original, &ours);
    ours
}

#[test]
fn passwords_are_asked_for_the_same() {
    let authority = Authority::new("CA");
    let network = sasl("plain login anonymous scram-sha-1 scram-sha-256 scram-sha-512", &authority);
    let folder = tempfile::tempdir().expect("a folder");
    client_files(folder.path(), &authority.certificate, &authority.client(|_| {}));
    let unix = format!("test+unix:///default?socket={}", network.socket().display());
    let tls = format!("test+tls://localhost:{}/default?pkipath={}", network.tls, folder.path().display());
    let mut lines = Vec::new();
    for mechanism in ["SCRAM-SHA-512", "SCRAM-SHA-256", "SCRAM-SHA-1", "PLAIN", "LOGIN", "ANONYMOUS"] {
        for kinds in ["name,password", "username,name,password", "-"] {
            for answers in ["right", "wrong", "refuse"] {
                lines.push(format!("{kinds} {answers} {unix}&auth=sasl.{mechanism}"));
            }
        }
        lines.push(format!("name,password right {tls}&auth=sasl.{mechanism}"));
        lines.push(format!("name,password wrong {tls}&auth=sasl.{mechanism}"));
        for kinds in ["name", "hidden", "name,hidden"] {
            lines.push(format!("{kinds} right {unix}&auth=sasl.{mechanism}"));
        }
    }
    for asked in ["sasl", "SASL", "sasl.", "sasl.plain", "sasl.NOSUCH", "sasl.GSSAPI", "none", "polkit", "x"]
    {
        lines.push(format!("name,password right {unix}&auth={asked}"));
    }
    for uri in [&unix, &tls] {
        for kinds in ["name,password", "-", ",", "name"] {
            lines.push(format!("{kinds} right {uri}"));
        }
    }
    // Over this, only what encrypts would do, of which the daemon has nothing.
    lines.push(format!("name,password right test+tcp://localhost:{}/default?auth=sasl.PLAIN", network.tcp));
    let told = compare(&network, None, &lines);
    assert!(told.matches("  open 1 1").count() > 20, "{told}");
}

#[test]
fn credentials_come_from_a_file_the_same() {
    let authority = Authority::new("CA");
    let network = sasl("plain anonymous scram-sha-256", &authority);
    let folder = tempfile::tempdir().expect("a folder");
    client_files(folder.path(), &authority.certificate, &authority.client(|_| {}));
    let unix = format!("test+unix:///default?socket={}", network.socket().display());
    let tls = format!("test+tls://127.0.0.1:{}/default?pkipath={}", network.tls, folder.path().display());
    let mut lines = Vec::new();
    for mechanism in ["PLAIN", "SCRAM-SHA-256", "ANONYMOUS"] {
        for kinds in ["name,password", "username,name,password", "name", "-"] {
            lines.push(format!("{kinds} refuse {unix}&auth=sasl.{mechanism}"));
        }
        lines.push(format!("name,password refuse {tls}&auth=sasl.{mechanism}"));
    }
    let all = "[credentials-c]\nusername=fred\nauthname=fred\npassword=secret\n";
    let file = folder.path().join("auth.conf");
    for text in [
        format!("{all}[auth-libvirt-localhost]\ncredentials=c\n"),
        format!("{all}[auth-libvirt-127.0.0.1]\ncredentials=c\n"),
        format!("{all}[auth-libvirt-default]\ncredentials=c\n"),
        "[credentials-c]\nauthname=fred\n[auth-libvirt-default]\ncredentials=c\n".to_owned(),
        "[auth-libvirt-default]\ncredentials=c\n".to_owned(),
        "hello".to_owned(),
    ] {
        fs::write(&file, text).expect("a file");
        compare(&network, Some(&file), &lines);
    }
    compare(&network, Some(&folder.path().join("nosuch")), &lines);
}

/// What this library does not have is named.
#[test]
fn a_mechanism_that_is_missing_is_named() {
    let authority = Authority::new("CA");
    let network = sasl("digest-md5 plain", &authority);
    let unix = format!("test+unix:///default?socket={}", network.socket().display());
    let tcp = format!("test+tcp://localhost:{}/default", network.tcp);
    let lines = [
        format!("name,password right {unix}&auth=sasl.DIGEST-MD5"),
        format!("name,password right {tcp}"),
        format!("name,password right {tcp}?auth=sasl.DIGEST-MD5"),
    ];
    let told = open(Library::Ours, None, &lines);
    let missing = "  45 7 authentication failed: Failed to start SASL negotiation: -4 (SASL(-4): no mechanism available: this library does not have DIGEST-MD5";
    assert_eq!(told.matches(missing).count(), 3, "{told}");
    assert!(!told.contains("asked"), "{told}");
    // With it, the original can.
    assert_eq!(open(Library::Original, None, &lines).matches("  open").count(), 3);
}

/// A message bus with a polkit of its own.
struct Polkit {
    bus: Child,
    folder: tempfile::TempDir,
}

impl Polkit {
    /// What it does about those who want to use a daemon: a result of its rules' language, or "" for what the action says.
    fn start(rule: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path();
        let shown = path.display();
        for name in ["actions", "rules", "services"] {
            fs::create_dir(path.join(name)).expect("a folder");
        }
        let open_to_all = <fs::Permissions as std::os::unix::fs::PermissionsExt>::from_mode(0o755);
        fs::set_permissions(path, open_to_all).expect("a folder for all");
        let action = "<?xml version='1.0'?><!DOCTYPE policyconfig PUBLIC '-//freedesktop//DTD PolicyKit Policy Configuration 1.0//EN' \
             'http://www.freedesktop.org/standards/PolicyKit/1.0/policyconfig.dtd'><policyconfig>\
             <action id='org.libvirt.unix.manage'><description>Manage</description><message>Prove it</message>\
             <defaults><allow_any>auth_admin</allow_any><allow_inactive>auth_admin</allow_inactive>\
             <allow_active>auth_admin</allow_active></defaults></action></policyconfig>";
        fs::write(path.join("actions/org.libvirt.unix.policy"), action).expect("a file");
        let rule = if rule.is_empty() {
            String::new()
        } else {
            format!(
                "polkit.addRule(function(action, subject) {{ if (action.id == 'org.libvirt.unix.manage') return polkit.Result.{rule}; }});"
            )
        };
        fs::write(path.join("rules/10-test.rules"), rule).expect("a file");
        let polkitd = script(
            &path.join("polkitd"),
            &format!(
                "exec unshare --mount sh -c 'mount --bind {shown}/actions /usr/share/polkit-1/actions && \
                 mount --bind {shown}/rules /etc/polkit-1/rules.d && exec /usr/lib/polkit-1/polkitd --no-debug'"
            ),
        );
        let service =
            format!("[D-BUS Service]\nName=org.freedesktop.PolicyKit1\nExec={}\n", polkitd.display());
        fs::write(path.join("services/org.freedesktop.PolicyKit1.service"), service).expect("a file");
        let config = format!(
            "<!DOCTYPE busconfig PUBLIC '-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN' \
             'http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd'><busconfig><type>session</type>\
             <listen>unix:path={shown}/bus</listen><servicedir>{shown}/services</servicedir>\
             <policy context='default'><allow user='*'/><allow own='*'/><allow send_destination='*'/>\
             <allow receive_sender='*'/></policy></busconfig>"
        );
        fs::write(path.join("bus.conf"), config).expect("a file");
        let mut bus = Command::new("dbus-daemon")
            .arg(format!("--config-file={shown}/bus.conf"))
            .args(["--nofork", "--print-address"])
            .env("DBUS_SYSTEM_BUS_ADDRESS", format!("unix:path={shown}/bus"))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("dbus-daemon");
        let mut line = String::new();
        BufReader::new(bus.stdout.take().expect("a pipe")).read_line(&mut line).expect("an address");
        assert!(!line.is_empty(), "no bus");
        Self { bus, folder }
    }

    fn address(&self) -> String {
        format!("unix:path={}/bus", self.folder.path().display())
    }
}

impl Drop for Polkit {
    fn drop(&mut self) {
        // polkitd ends with its bus.
        let _ = self.bus.kill();
        let _ = self.bus.wait();
    }
}

/// Without rights no polkit can be started, and root is not asked.
#[test]
fn polkit_decides_the_same() {
    let authority = Authority::new("CA");
    let libraries = library_for_nobody();
    let rules: &[_] = if nix::unistd::geteuid().is_root() {
        &[("YES", "open"), ("NO", "45 "), ("", "94 "), ("agent", "79 "), ("no bus", "")]
    } else {
        &[("no bus", "")]
    };
    for (rule, outcome) in rules {
        let agent = *rule == "agent";
        let polkit = (*rule != "no bus").then(|| Polkit::start(if agent { "" } else { rule }));
        let address = polkit.as_ref().map_or_else(|| "unix:path=/nosuch".to_owned(), Polkit::address);
        let environment = [("DBUS_SYSTEM_BUS_ADDRESS", &address[..])];
        let network = Network::start_in(
            &authority.certificate,
            &authority.server(|_| {}),
            "auth_unix_rw = \"polkit\"\n",
            &environment,
            |_| {},
        );
        let uri = format!("test+unix:///default?socket={}", network.socket().display());
        let lines =
            ["", "&auth=polkit", "&auth=POLKIT", "&auth=sasl"].map(|more| format!("- right {uri}{more}"));
        let [original, ours] = [Library::Original.dir(), libraries.path().to_owned()].map(|folder| {
            let mut command = Command::new("setpriv");
            let agent = if agent { include_str!("agent.py") } else { "" };
            let script = format!("{agent}\n{}", include_str!("auth.py"));
            command.args(without_rights()).args(["/usr/bin/python3", "-c", &script]);
            command.env("LD_LIBRARY_PATH", folder).envs(environment);
            network.without_chance(&run(&mut command, &lines))
        });
        assert_same_lines(&original, &ours);
        assert!(ours.contains(&format!("  {outcome}")), "{rule}: {ours}");
    }
}
