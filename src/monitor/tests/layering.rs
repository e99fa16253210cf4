//! Who may use whom, as the sources say it.

use std::fs;
use std::path::{Path, PathBuf};

/// The sources below a folder of `src`, but for tests.
fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    fn collect(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(folder).expect("part of the source") {
            let path = entry.expect("readable").path();
            if path.is_dir() && !path.ends_with("tests") {
                collect(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).expect("readable");
                let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default().to_owned();
                found.push((path, code));
            }
        }
    }
    let mut found = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(folder), &mut found);
    assert!(found.len() > 5, "{folder} has sources");
    found
}

/// The files below a folder that have one of these words.
fn with(folder: &str, words: &[&str]) -> Vec<String> {
    let found = sources(folder).into_iter().filter(|(_, code)| words.iter().any(|word| code.contains(word)));
    found.map(|(path, _)| path.file_name().expect("a name").to_string_lossy().into_owned()).collect()
}

/// ASY-6: one place sends, for both protocols; one place receives.
#[test]
fn one_place_sends() {
    let sends = ["sendmsg", "unistd::write", "write_all", "nix::sys::socket", "writev", "MSG_NOSIGNAL"];
    // The recorder writes files.
    let mut places = with("monitor", &sends);
    places.sort();
    assert_eq!(places, ["endpoint.rs", "recorder.rs"]);
    assert_eq!(with("monitor", &["connection.write("]), ["wire.rs"]);
    assert_eq!(with("monitor", &["connection.read("]), ["wire.rs"]);
}

/// LAY-1, LAY-7: a driver uses nothing but the neutral interface; what is behind it is not even public.
#[test]
fn protocols_are_private() {
    let code =
        fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/src/monitor/mod.rs")).expect("readable");
    assert_eq!(code.matches("\npub mod ").count(), 0);
    assert!(
        code.contains("\nmod json;\n") && code.contains("\nmod text;\n") && code.contains("\nmod session;\n")
    );
    assert_eq!(with("drivers", &["monitor::json", "monitor::text", "monitor::session"]), [""; 0]);
}

/// LAY-3: the monitor knows no domain, no definition and no driver. PRV-5: the neutral domain knows no monitor.
#[test]
fn the_monitor_knows_no_domains() {
    let words =
        ["crate::conf", "crate::domain", "crate::drivers", "crate::connect", "crate::capi", "crate::event"];
    assert_eq!(with("monitor", &words), [""; 0]);
    for folder in ["conf", "driver", "connect.rs", "domain.rs"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(folder);
        let files = match path.is_dir() {
            true => with(folder, &["crate::monitor"]),
            false => {
                let code = fs::read_to_string(&path).expect("readable");
                code.contains("crate::monitor").then(|| folder.to_owned()).into_iter().collect()
            }
        };
        assert_eq!(files, [""; 0]);
    }
}
