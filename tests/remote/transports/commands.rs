//! What programs are started, with which words and environment, and what comes of it.

#![forbid(unsafe_code)]

use std::fs;
use std::path::Path;

use super::super::support::{Library, root};
use super::certificates::Authority;
use super::peers::{Network, run, script};

const ENVIRONMENT: [(&str, &str); 18] = [
    ("PATH", "/usr/bin:/bin"),
    ("HOME", "/home/h"),
    ("USER", "u"),
    ("LOGNAME", "l"),
    ("TMPDIR", "/tmp"),
    ("LC_ALL", "de_DE"),
    ("LANG", "de"),
    ("KRB5CCNAME", "k"),
    ("SSH_AUTH_SOCK", "s"),
    ("SSH_ASKPASS", "a"),
    ("GPG_TTY", "g"),
    ("OPENSSL_CONF", "/dev/null"),
    ("DISPLAY", "d"),
    ("XAUTHORITY", "x"),
    ("XDG_RUNTIME_DIR", "/run/x"),
    ("XDG_CONFIG_HOME", "/home/c"),
    ("TERM", "dumb"),
    ("OTHER", "o"),
];

/// Runs `open.py` with an environment that is known.
fn open(library: Library, uris: &[String]) -> String {
    let mut command = library.command("/usr/bin/python3");
    command.arg(root().join("tests/remote/transports/open.py"));
    command.env_clear().envs(ENVIRONMENT).env("LD_LIBRARY_PATH", library.dir());
    run(&mut command, uris)
}

/// Opens URIs with a program that notes how it was started, and compares the notes and the outcome.
fn compare(folder: &Path, queries: &[&str]) {
    let record = folder.join("record");
    // What it started with, and no more: a loader's variables are no part of it, on purpose, nor are the C library's
    // own signals, which the original leaves ignored.
    let text = format!(
        "{{ for word; do printf '<%s>\\n' \"$word\"; done; env | grep -v ^LD_ | sort; umask; pwd
        sed -n 's/\\(Sig[BI]...\\).*\\(.......\\)$/\\1 \\2/p' /proc/self/status; ls /proc/self/fd | wc -l; }} >>{}
        head -c 28 >/dev/null; echo words >&2; echo more >&2",
        record.display()
    );
    let program = script(&folder.join("program"), &text);
    let uris: Vec<_> = queries
        .iter()
        .map(|query| {
            let mark = if query.contains('?') { '&' } else { '?' };
            format!("{query}{mark}command={}", program.display())
        })
        .collect();
    let [original, ours] = [Library::Original, Library::Ours].map(|library| {
        let _ = fs::remove_file(&record);
        (open(library, &uris), fs::read_to_string(&record).expect("notes"))
    });
    super::super::support::assert_same_lines(&original.0, &ours.0);
    super::super::support::assert_same_lines(&original.1, &ours.1);
}

#[test]
fn ssh_is_started_with_the_same_words() {
    let folder = tempfile::tempdir().expect("a folder");
    compare(
        folder.path(),
        &[
            "test+ssh://host/default",
            "ro test+ssh://host/default",
            "qemu+ssh://user@host:2222/system?no_tty=1&no_verify=1&keyfile=/k/e%20y",
            "qemu+ssh://host:0/session?no_tty=0&no_verify=0",
            "qemu+ssh:///session",
            "qemu+ssh://[::1]/system",
            "ro qemu+ssh://host/system?proxy=netcat",
            "ro qemu+ssh://host/system?proxy=native",
            "qemu+ssh://host/system?proxy=auto",
            "qemu+ssh://host/system?netcat=/x/n%27c%20%22d$e",
            "qemu+ssh://host/system?netcat=",
            "qemu+ssh://host/system?netcat=nc&proxy=auto",
            "qemu+ssh://host/system?netcat=nc&proxy=native",
            "qemu+ssh://host/system?socket=/a%20b/%27s",
            "qemu+ssh://host/system?socket=/a&proxy=auto",
            "qemu+ssh://host/system?socket=/a&proxy=native",
            "qemu+ssh://host/system?mode=legacy",
            "qemu+ssh://host/system?mode=direct",
            "qemu+ssh://host/system?mode=x",
            "qemu+ssh://host/system?proxy=x",
            "qemu+ssh://host/embed",
            "remote+ssh://host/",
            "test+ssh://host/a%20b~c?x=1&y=%26",
            "test+ssh://host/default?name=test:///d%27e%24f",
            "test+ssh://host/default?known_hosts=/x&sshauth=agent&known_hosts_verify=ignore",
            "test+ssh://-oProxyCommand=x/default",
        ],
    );
}

/// Each character that can stand in a name.
#[test]
fn names_are_escaped_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    let queries: Vec<_> = (0x20..0x7f)
        .map(|byte: u8| format!("test+ssh://host/default?proxy=native&name=a%{byte:02x}b"))
        .collect();
    compare(folder.path(), &queries.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn any_program_is_started_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    compare(
        folder.path(),
        &["test+ext:///default", "test+ext://host:1/default?mode=direct", "qemu+ext:///session"],
    );
}

/// Programs that are not there, or do not do what they should.
#[test]
fn programs_fail_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    let make = |name: &str, text: &str| script(&folder.path().join(name), text).display().to_string();
    let not_executable = folder.path().join("text");
    fs::write(&not_executable, "").expect("a file");
    // A call is of 28 bytes.
    let programs = [
        make("ends", "head -c 28 >/dev/null"),
        make("speaks", "head -c 28 >/dev/null; echo 'last words ' >&2; exit 3"),
        make("greets", "echo 'Welcome to this host, have a lot of fun'; cat >/dev/null"),
        make("dies", "head -c 28 >/dev/null; kill -9 $$"),
        "nosuch".to_owned(),
        "nosuch%20word".to_owned(),
        String::new(),
        "./nosuch".to_owned(),
    ];
    let mut uris = vec!["test+ext:///default".to_owned()];
    for transport in ["ext", "ssh"] {
        uris.extend(
            programs.iter().map(|program| format!("test+{transport}://host/default?command={program}")),
        );
    }
    let [original, ours] = [Library::Original, Library::Ours].map(|library| open(library, &uris));
    super::super::support::assert_same_lines(&original, &ours);
    // The original finds this in a child, and may write to it before or after.
    for (program, why) in [
        ("/nosuch", "No such file or directory"),
        (&not_executable.display().to_string(), "Permission denied"),
    ] {
        let ours = open(Library::Ours, &[format!("test+ext:///default?command={program}")]);
        let text = format!(
            "[38, 7, 2] 'Cannot recv data: libvirt:  error : cannot execute binary {program}: {why}: Connection reset by peer' 104 -1"
        );
        assert!(ours.contains(&text), "{ours}");
    }
    // Of a long complaint, the end is told; the original tells nothing.
    let program =
        make("complains", "head -c 28 >/dev/null; head -c 5000 /dev/zero | tr '\\0' x >&2; echo end >&2");
    let ours = open(Library::Ours, &[format!("test+ext:///default?command={program}")]);
    assert!(ours.contains(&format!("reading data: {}end: Input/output error", "x".repeat(1020))), "{ours}");
    assert!(!ours.contains(&"x".repeat(1021)));
}

#[test]
fn sessions_are_the_same() {
    let authority = Authority::new("CA");
    let network = Network::start(&authority.certificate, &authority.server(|_| {}), "");
    let folder = tempfile::tempdir().expect("a folder");
    let socket = network.socket().display().to_string();
    for (name, text) in
        [("socat", format!("exec socat - UNIX-CONNECT:{socket}")), ("nc", format!("exec nc -U {socket}"))]
    {
        let program = script(&folder.path().join(name), &text);
        for transport in ["ext", "ssh"] {
            let uri = format!("test+{transport}://host/default?command={}", program.display());
            network.compare_script("tests/remote/session.py", &uri);
        }
    }
}
