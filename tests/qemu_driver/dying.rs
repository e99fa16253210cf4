//! Emulators that die in the middle of the talk that a start is: at a byte of what they say or of what they are told.
//!
//! `make check` tries some bytes, `make check-long` all of them.

use std::path::Path;
use std::time::Duration;

use virt::error::ErrorCode;

use crate::fake::Fake;
use crate::guests::Guest;
use crate::session::{Session, forget, isolated, open_fds, rounds, threads, wait_until};

/// Between two bytes that `make check` tries: a prime, to meet different places of the messages.
const STEP: usize = 61;

/// File descriptors once all is over.
fn fds_at_rest() -> usize {
    wait_until(Duration::from_secs(20), || threads().is_empty().then(open_fds)).expect("threads end")
}

/// REF-6, REF-8, REF-5: starts a domain on an emulator that dies at every tried byte of its `direction`. The start
/// fails clearly or works, nothing stays behind, and the same domain starts on an emulator that lives.
fn dies_at_any_byte(root: &Path, version: &str, direction: &str, kill: &str) {
    let s = Session::open(root);
    let driver = s.conn.driver();
    let good = Fake::new(root, "good", version, "");
    let uuid = "<uuid>11111111-2222-3333-4444-555555555555</uuid>";
    let devices = "<serial type='pty'/>";
    let xml = |fake: &Fake| Guest::new("x").extra(uuid).devices(devices).emulator(fake.path()).xml();
    let live = |fake: &Fake| {
        let dom = s.dom(driver.domain_create_xml(&xml(fake), 0).expect("a start"));
        driver.domain_destroy(&dom).expect("an end");
        s.assert_clean();
    };
    live(&good);
    let fds = fds_at_rest();
    let (mut failed, mut byte) = (0, 1);
    loop {
        let fake = Fake::new(root, "dies", version, &format!("{kill} at byte {byte} of {direction}"));
        fake.clear_log();
        match driver.domain_create_xml(&xml(&fake), 0) {
            Ok(key) => {
                // It may have died right after the last word that was needed.
                let _ = driver.domain_destroy(&s.dom(key));
                let ended = || (driver.connect_list_all_domains(0).unwrap().is_empty()).then_some(());
                wait_until(Duration::from_secs(20), ended).expect("the end is seen");
            }
            Err(error) => {
                failed += 1;
                let clear = matches!(
                    error.code(),
                    ErrorCode::VIR_ERR_INTERNAL_ERROR | ErrorCode::VIR_ERR_SYSTEM_ERROR
                );
                assert!(clear && !error.message().ends_with(": "), "byte {byte}: {error}");
            }
        }
        s.assert_clean();
        assert_eq!(driver.connect_list_all_domains(0).unwrap().len(), 0);
        assert_eq!(fds_at_rest(), fds, "byte {byte}");
        live(&good);
        forget();
        if fake.log("die").is_empty() {
            break; // the whole talk was shorter
        }
        byte += if rounds(1) > 1 { 1 } else { STEP };
    }
    assert!(failed > 1, "the emulator died during the start {failed} times");
}

#[test]
fn in_its_words_in_json() {
    isolated("dying::in_its_words_in_json", |root| dies_at_any_byte(root, "7.2.22", "output", "die"));
}

#[test]
fn in_our_words_in_json() {
    isolated("dying::in_our_words_in_json", |root| dies_at_any_byte(root, "7.2.22", "input", "die by KILL"));
}

#[test]
fn in_its_words_in_text() {
    isolated("dying::in_its_words_in_text", |root| dies_at_any_byte(root, "0.11.1", "output", "die by KILL"));
}

#[test]
fn in_its_words_on_a_terminal() {
    isolated("dying::in_its_words_on_a_terminal", |root| dies_at_any_byte(root, "0.9.1", "output", "die"));
}
