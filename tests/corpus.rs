//! The fuzz targets without a fuzzer: each gets the inputs that are kept in `fuzz/corpus`, and random changes of them.
//! With `--cfg fuzzing` the same files are programs of their own; CONTRIBUTING.md says how to run them.

#![forbid(unsafe_code)]

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::panic;
use std::path::PathBuf;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::TestRunner;

/// Takes in the targets, and makes a module of tests for each.
macro_rules! targets {
    ($($name:ident: $path:literal),* $(,)?) => {
        const NAMES: &[&str] = &[$(stringify!($name)),*];

        $(#[path = $path]
        mod $name;)*

        mod target {
            $(mod $name {
                use crate::$name::run;

                #[test]
                fn takes_what_is_in_its_corpus() {
                    crate::replay(stringify!($name), run);
                }

                #[test]
                fn takes_changes_of_what_is_in_its_corpus() {
                    crate::change(stringify!($name), run);
                }
            })*
        }
    };
}

targets! {
    domain_xml: "../fuzz/fuzz_targets/domain_xml.rs",
    host_xml: "../fuzz/fuzz_targets/host_xml.rs",
    moment_xml: "../fuzz/fuzz_targets/moment_xml.rs",
    monitor_json: "../fuzz/fuzz_targets/monitor_json.rs",
    monitor_session: "../fuzz/fuzz_targets/monitor_session.rs",
    monitor_text: "../fuzz/fuzz_targets/monitor_text.rs",
    rpc_client: "../fuzz/fuzz_targets/rpc_client.rs",
    rpc_codec: "../fuzz/fuzz_targets/rpc_codec.rs",
    settings: "../fuzz/fuzz_targets/settings.rs",
    short_text: "../fuzz/fuzz_targets/short_text.rs",
    uri: "../fuzz/fuzz_targets/uri.rs",
}

fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fuzz").join(name)
}

/// The files in a folder, by name.
fn files(name: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder(name)).unwrap_or_else(|e| panic!("{name}: {e}"));
    let mut files: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
}

fn corpus(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let files = files(&format!("corpus/{target}"));
    assert!(!files.is_empty(), "{target} has no corpus");
    let read = |path: PathBuf| {
        let content = fs::read(&path).expect("a file");
        (path, content)
    };
    files.into_iter().map(read).collect()
}

fn replay(target: &str, run: fn(&[u8])) {
    for (path, input) in corpus(target) {
        let outcome = panic::catch_unwind(|| run(&input));
        assert!(outcome.is_ok(), "{}", path.display());
    }
}

/// An input, shown as a literal.
#[derive(Clone)]
struct Input(Vec<u8>);

impl fmt::Debug for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "b\"{}\"", self.0.escape_ascii())
    }
}

/// A change of an input: `count` bytes at `at` make room for a piece of some other input.
#[derive(Clone, Debug)]
struct Change {
    at: Index,
    count: usize,
    piece: Vec<u8>,
}

impl Change {
    fn apply(&self, input: &mut Vec<u8>) {
        let start = self.at.index(input.len() + 1);
        let end = input.len().min(start + self.count);
        input.splice(start..end, self.piece.iter().copied());
    }
}

fn change(target: &str, run: fn(&[u8])) {
    let inputs: Vec<_> = corpus(target).into_iter().map(|(_, input)| input).collect();
    let piece = (select(inputs.clone()), any::<Index>(), 0..60_usize).prop_map(|(other, at, length)| {
        let start = at.index(other.len() + 1);
        other[start..other.len().min(start + length)].to_vec()
    });
    let piece = prop_oneof![piece, vec(any::<u8>(), 0..3)];
    let changes =
        (any::<Index>(), 0..60_usize, piece).prop_map(|(at, count, piece)| Change { at, count, piece });
    let inputs = (select(inputs), vec(changes, 1..6)).prop_map(|(mut input, changes)| {
        changes.iter().for_each(|change| change.apply(&mut input));
        Input(input)
    });
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    let outcome = TestRunner::new(config).run(&inputs, |input| {
        run(&input.0);
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

/// A forgotten target would never be tried here, nor one that cargo-fuzz is not told of by `tools/check-long.sh`.
#[test]
fn every_target_is_listed() {
    let listed: BTreeSet<_> = NAMES.iter().map(|name| (*name).to_owned()).collect();
    let stems = files("fuzz_targets").into_iter().map(|path| path.with_extension(""));
    let targets: BTreeSet<_> =
        stems.map(|path| path.file_name().expect("a name").to_string_lossy().into_owned()).collect();
    assert_eq!(targets, listed);
    let manifest = fs::read_to_string(folder("Cargo.toml")).expect("a manifest");
    for target in listed {
        assert!(manifest.contains(&format!("path = \"fuzz_targets/{target}.rs\"")), "{target}");
    }
}
