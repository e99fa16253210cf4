//! TLS: real daemons with certificates, good and bad ones on either side.

#![forbid(unsafe_code)]

use std::fs;
use std::path::Path;
use std::process::Command;

use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, KeyUsagePurpose};

use super::super::libvirtd::without_rights;
use super::super::support::{Library, root};
use super::certificates::{Authority, Pair, address, client_files, days, dns};
use super::peers::{Network, give_to_nobody, run, script};

const OPEN_TO_ALL: &str = "auth_tcp = \"none\"\nauth_tls = \"none\"\n";

/// What GnuTLS says in its own words is said in others.
fn common(line: &str) -> String {
    for words in ["TLS handshake failed ", "clientcert.pem: ", "cacrl.pem: "] {
        if let Some((before, _)) = line.split_once(words) {
            return format!("{before}{words}");
        }
    }
    line.to_owned()
}

fn uri(network: &Network, host: &str, folder: &Path, more: &str) -> String {
    format!("test+tls://{host}:{}/default?pkipath={}{more}", network.tls, folder.display())
}

#[test]
fn a_session_is_the_same() {
    let authority = Authority::new("CA");
    let network = Network::start(&authority.certificate, &authority.server(|_| {}), OPEN_TO_ALL);
    let folder = tempfile::tempdir().expect("a folder");
    client_files(folder.path(), &authority.certificate, &authority.client(|_| {}));
    for host in ["localhost", "127.0.0.1", "[::1]"] {
        network.compare_script("tests/remote/session.py", &uri(&network, host, folder.path(), ""));
    }
    // A host says TLS, and either version will do.
    let mut uris =
        vec![format!("test://localhost:{}/default?pkipath={}", network.tls, folder.path().display())];
    for priority in ["NORMAL", "NORMAL:-VERS-TLS1.3", "SECURE128:-VERS-ALL:+VERS-TLS1.3", "NONE", "x", ""] {
        uris.push(uri(&network, "localhost", folder.path(), &format!("&tls_priority={priority}")));
    }
    network.compare(&uris, common);
}

/// What can be wrong with the client's files.
#[test]
fn the_clients_certificates_are_judged_the_same() {
    let (authority, other) = (Authority::new("CA"), Authority::new("Other"));
    let network = Network::start(&authority.certificate, &authority.server(|_| {}), OPEN_TO_ALL);
    let folder = tempfile::tempdir().expect("a folder");
    let good = authority.client(|_| {});
    let none = || Pair { certificate: String::new(), key: String::new() };
    let wrong = "hello\n".to_owned();
    let ca = &authority.certificate[..];
    let not_ca = authority.again("CA", |params| params.is_ca = IsCa::ExplicitNoCa);
    let no_word = authority.again("CA", |params| params.is_ca = IsCa::NoCa);
    let no_signing =
        authority.again("CA", |params| params.key_usages = vec![KeyUsagePurpose::DigitalSignature]);
    let expired = authority.again("CA", |params| days(params, -10, -1));
    let is_ca = |params: &mut CertificateParams| {
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.key_usages = vec![KeyUsagePurpose::KeyCertSign];
    };
    let usage = |usage| move |params: &mut CertificateParams| params.key_usages = vec![usage];
    let mut uris = Vec::new();
    for (name, authority, own) in [
        ("good", ca, good.clone()),
        ("other", &other.certificate, other.client(|_| {})),
        ("unknown", ca, other.client(|_| {})),
        ("expired", ca, authority.client(|params| days(params, -10, -1))),
        ("early", ca, authority.client(|params| days(params, 1, 10))),
        ("server", ca, authority.server(|_| {})),
        ("is-ca", ca, authority.client(is_ca)),
        ("no-signature", ca, authority.client(usage(KeyUsagePurpose::KeyEncipherment))),
        ("no-encipherment", ca, authority.client(usage(KeyUsagePurpose::DigitalSignature))),
        ("no-purpose", ca, authority.client(|params| params.extended_key_usages.clear())),
        ("none", ca, none()),
        ("no-key", ca, Pair { key: String::new(), ..good.clone() }),
        ("other-key", ca, Pair { key: authority.client(|_| {}).key, ..good.clone() }),
        ("wrong-certificate", ca, Pair { certificate: wrong.clone(), ..good.clone() }),
        ("wrong-key", ca, Pair { key: wrong.clone(), ..good.clone() }),
        ("no-authority", "", good.clone()),
        ("wrong-authority", &wrong, good.clone()),
        ("not-ca", &not_ca, good.clone()),
        ("no-word", &no_word, good.clone()),
        ("no-signing", &no_signing, good.clone()),
        ("expired-authority", &expired, good.clone()),
        ("two-authorities", &format!("{}{ca}", other.certificate), good.clone()),
    ] {
        let files = client_files(&folder.path().join(name), authority, &own);
        for more in ["", "&no_sanity=1", "&no_verify=1", "&no_sanity=1&no_verify=1"] {
            uris.push(uri(&network, "localhost", &files, more));
        }
    }
    for (name, list) in [
        ("not-revoked", authority.revoked(false)),
        ("revoked", authority.revoked(true)),
        ("wrong-list", wrong),
    ] {
        let files = client_files(&folder.path().join(name), ca, &good);
        fs::write(files.join("cacrl.pem"), list).expect("a file");
        uris.push(uri(&network, "localhost", &files, ""));
        uris.push(uri(&network, "localhost", &files, "&no_verify=1"));
    }
    let good = folder.path().join("good");
    uris.push(uri(&network, "localhost", &folder.path().join("nosuch"), ""));
    uris.push(uri(&network, "nosuch.invalid", &good, ""));
    uris.push(format!("test+tls://localhost:1/default?pkipath={}", good.display()));
    // What is there does not speak TLS.
    uris.push(format!("test+tls://localhost:{}/default?pkipath={}", network.tcp, good.display()));
    network.compare(&uris, common);
}

/// What can be wrong with the daemon's certificate.
#[test]
fn the_daemons_certificate_is_judged_the_same() {
    let (authority, other) = (Authority::new("CA"), Authority::new("Other"));
    let folder = tempfile::tempdir().expect("a folder");
    client_files(folder.path(), &authority.certificate, &authority.client(|_| {}));
    let named = |names: Vec<rcgen::SanType>, common: &str| {
        let common = common.to_owned();
        move |params: &mut CertificateParams| {
            params.subject_alt_names.clone_from(&names);
            params.distinguished_name.push(DnType::CommonName, common.clone());
        }
    };
    for own in [
        authority.server(named(vec![], "localhost")),
        authority.server(named(vec![], "127.0.0.1")),
        authority.server(named(vec![dns("127.0.0.1")], "x")),
        authority.server(named(vec![dns("other.example")], "localhost")),
        authority.server(named(vec![address("127.0.0.1")], "localhost")),
        authority.server(named(vec![], "*.localhost")),
        authority.server(|params| days(params, -10, -1)),
        authority.server(|params| days(params, 1, 10)),
        authority.client(named(vec![dns("localhost")], "x")),
        other.server(|_| {}),
    ] {
        let network = Network::start(&authority.certificate, &own, OPEN_TO_ALL);
        let mut uris: Vec<_> =
            ["localhost", "127.0.0.1", "[::1]"].map(|host| uri(&network, host, folder.path(), "")).into();
        uris.push(uri(&network, "localhost", folder.path(), "&no_verify=1"));
        network.compare(&uris, common);
    }
}

/// A user's own files are found, each by itself; a pair only as one.
#[test]
fn users_have_certificates_of_their_own() {
    let authority = Authority::new("CA");
    let network = Network::start(&authority.certificate, &authority.server(|_| {}), OPEN_TO_ALL);
    let good = authority.client(|_| {});
    let none = Pair { certificate: String::new(), key: String::new() };
    let library = library_for_nobody();
    for (authority, own) in [
        (&authority.certificate[..], &good),
        (&authority.certificate, &none),
        (&authority.certificate, &Pair { key: String::new(), ..good.clone() }),
        ("", &good),
    ] {
        let home = tempfile::tempdir().expect("a folder");
        let files = client_files(&home.path().join(".pki/libvirt"), authority, own);
        for folder in [&files, files.parent().expect("a parent"), home.path()] {
            give_to_nobody(folder);
        }
        let [original, ours] = [Library::Original.dir(), library.path().to_owned()].map(|folder| {
            let mut command = Command::new("setpriv");
            command.args(without_rights()).args(["/usr/bin/python3", "-c", include_str!("open.py")]);
            command.env("LD_LIBRARY_PATH", folder).env("HOME", home.path());
            for variable in ["XDG_CONFIG_HOME", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME"] {
                command.env_remove(variable);
            }
            run(&mut command, &[format!("test+tls://localhost:{}/default", network.tls)])
        });
        assert_eq!(ours, original);
    }
}

/// `libvirt.conf` has defaults for what a URI does not say.
#[test]
fn users_have_settings_of_their_own() {
    let authority = Authority::new("CA");
    let network = Network::start(&authority.certificate, &authority.server(|_| {}), OPEN_TO_ALL);
    let library = library_for_nobody();
    let home = tempfile::tempdir().expect("a folder");
    let files = client_files(&home.path().join("pki"), &authority.certificate, &authority.client(|_| {}));
    let conf = home.path().join("libvirt/libvirt.conf");
    // It says what it was to run, and ends.
    let program =
        script(&home.path().join("says"), "for last; do :; done; head -c 28 >/dev/null; echo \"$last\" >&2");
    fs::create_dir(home.path().join("libvirt")).expect("a folder");
    for settings in [
        "# none",
        "tls_priority = \"x\"",
        "tls_priority = \"NORMAL:-VERS-TLS1.3\"",
        "tls_priority = 1",
        "remote_mode = \"x\"",
        "remote_mode = \"direct\"",
        "remote_proxy = \"x\"",
        "remote_proxy = \"native\"",
        "remote_proxy = 1",
    ] {
        fs::write(&conf, format!("{settings}\n")).expect("a file");
        for folder in [&files, &home.path().join("libvirt"), home.path()] {
            give_to_nobody(folder);
        }
        let mut uris = vec![
            uri(&network, "localhost", &files, ""),
            uri(&network, "localhost", &files, "&tls_priority=NORMAL&mode=auto&proxy=auto"),
        ];
        for scheme in ["test+ssh://host/default", "ro qemu+ssh://host/session", "ro qemu+ssh://host/system"] {
            for more in ["", "&netcat=nc", "&socket=/s", "&proxy=auto", "&proxy=netcat", "&proxy=native"] {
                uris.push(format!("{scheme}?command={}{more}", program.display()));
            }
        }
        let [original, ours] = [Library::Original.dir(), library.path().to_owned()].map(|folder| {
            let mut command = Command::new("setpriv");
            command.args(without_rights()).args(["/usr/bin/python3", "-c", include_str!("open.py")]);
            command.env("LD_LIBRARY_PATH", folder).env("XDG_CONFIG_HOME", home.path());
            network.without_chance(&run(&mut command, &uris))
        });
        let [original, ours] =
            [original, ours].map(|told| told.lines().map(|line| common(line) + "\n").collect::<String>());
        assert_eq!(ours, original, "{settings}");
    }
}

/// A folder with our libraries: those without rights may not be able to go where they are.
pub fn library_for_nobody() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["libvirt.so.0", "libvirt-qemu.so.0", "libvirt-lxc.so.0"] {
        fs::copy(root().join("build").join(name), folder.path().join(name)).expect("a library");
    }
    give_to_nobody(folder.path());
    folder
}
