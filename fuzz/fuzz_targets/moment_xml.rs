//! The XML of snapshots and checkpoints: taken of a domain, redefined, redefined once more; what is written is read
//! again as the same.

#![cfg_attr(fuzzing, no_main)]
#![forbid(unsafe_code)]

use std::path::Path;
use std::sync::Arc;

use virt::conf::checkpoint;
use virt::conf::domain::{DomainDef, Rules};
use virt::conf::moment::Moment;
use virt::conf::snapshot::{self, SnapshotState};
use virt::error::Error;
use virt::ident::Uuid;

const DOMAIN: &str = "<domain type='test'><name>a</name><uuid>77a6fc12-07b5-9415-8abb-a803613f2a40</uuid>\
    <memory>8192</memory><os><type>hvm</type></os><devices><disk type='file'><source file='/a'/><target dev='vda'/>\
    </disk><disk type='network'><source protocol='nbd' name='b'><host name='h'/></source><target dev='vdb'/></disk>\
    </devices></domain>";

/// Tries one input.
pub fn run(data: &[u8]) {
    let Ok(xml) = std::str::from_utf8(data) else { return };
    let domain = Arc::new(DomainDef::parse_by(DOMAIN, Rules::Test).expect("good XML"));
    for state in [SnapshotState::Running, SnapshotState::Shutoff] {
        let draft = snapshot::Draft::parse_new(xml, state, 5);
        let taken = draft.and_then(|draft| draft.take(Arc::clone(&domain), None, &is_file));
        let _ = taken.map(|snapshot| redefine_snapshot(&snapshot.format(&domain.uuid, true)));
    }
    let taken = checkpoint::Draft::parse_new(xml, 5).and_then(|draft| draft.take(Arc::clone(&domain), None));
    let _ = taken.map(|checkpoint| redefine_checkpoint(&checkpoint.format(true, true)));
    redefine_snapshot(xml);
    redefine_checkpoint(xml);
}

fn redefine_snapshot(xml: &str) {
    let redefine = |xml: &str, old: Option<&_>| {
        let draft = snapshot::Draft::parse_known(xml, Rules::Test)?;
        let uuid = uuid(draft.moment());
        draft.redefine(&uuid, old, &is_file)
    };
    let again = |xml: &str| {
        let snapshot = redefine(xml, None)?;
        let text = snapshot.format(&Uuid::nil(), true);
        // Over itself, which may be refused.
        let _ = redefine(&text, Some(&snapshot));
        Ok(text)
    };
    settles(xml, again);
}

fn redefine_checkpoint(xml: &str) {
    settles(xml, |xml| {
        let draft = checkpoint::Draft::parse_known(xml, Rules::Test)?;
        let uuid = uuid(draft.moment());
        Ok(draft.redefine(&uuid)?.format(true, true))
    });
}

/// What was written and read again stays as it is. As in the original some of the first texts cannot be read, or change
/// once.
fn settles(xml: &str, again: impl Fn(&str) -> Result<String, Error>) {
    let Ok(settled) = again(xml).and_then(|text| again(&text)) else { return };
    let last = again(&settled).unwrap_or_else(|e| panic!("{e}:\n{settled}"));
    assert_eq!(last, settled);
}

/// That of the domain inside, so that it is the right one.
fn uuid(moment: &Moment) -> Uuid {
    moment.domain.as_ref().map_or(Uuid::nil(), |domain| domain.uuid)
}

fn is_file(path: &Path) -> bool {
    path.as_os_str().len().is_multiple_of(2)
}

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| run(data));
