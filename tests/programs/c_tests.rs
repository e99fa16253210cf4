//! The programs in `c-tests/`: each prints its calls and their results, the same with both libraries, and leaves
//! nothing behind that valgrind would find. Those in `c-tests/ours/` use what came after Debian's 9.0.0 and run on
//! our library alone, with our headers.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::support::{Library, assert_same_lines, compile, root, succeed};

/// Compiles `c-tests/NAME.c`, with hyphens for underscores; runs it on both libraries, and on ours under valgrind.
macro_rules! c_tests {
    ($($name:ident),* $(,)?) => {
        const NAMES: &[&str] = &[$(stringify!($name)),*];
        $(mod $name {
            #[test]
            fn prints_the_same_on_both_libraries() {
                super::compare(stringify!($name));
            }

            #[test]
            fn is_clean_under_valgrind() {
                super::valgrind(&super::program(stringify!($name)));
            }
        })*
    };
}

/// Compiles `c-tests/ours/NAME.c`; runs it on our library, also under valgrind.
macro_rules! our_c_tests {
    ($($name:ident),* $(,)?) => {
        const OUR_NAMES: &[&str] = &[$(stringify!($name)),*];
        $(mod $name {
            #[test]
            fn succeeds_and_is_clean_under_valgrind() {
                let program = super::our_program(stringify!($name));
                crate::support::Library::Ours.run(&program, &[]);
                super::valgrind(&program);
            }
        })*
    };
}

c_tests! {
    admin,
    auth_file,
    connect,
    domain_xml,
    error_resets,
    errors,
    event_classes,
    event_delivery,
    event_exit,
    event_foreign,
    event_loop,
    event_poll,
    event_registration,
    event_threads,
    handles,
    logging,
    lxc,
    moment_arguments,
    out_parameters,
    refused_arguments,
    test_checkpoints,
    test_driver,
    test_file,
    test_flag_errors,
    test_node,
    test_redefine,
    streams,
    test_guest_calls,
    test_save,
    test_stats,
    test_tuning_limits,
    test_tuning_memory,
    test_tuning_metadata,
    test_tuning_vcpu,
    test_tuning_xml,
    test_snapshot_revert,
    test_snapshot_xml,
    test_snapshots,
    typed_params,
    uris,
}

our_c_tests! { fork_threads, newer_event_ids }

/// The program `c-tests/NAME.c`.
pub fn program(name: &str) -> PathBuf {
    compile(name, &[&format!("c-tests/{}.c", hyphenated(name))], &[])
}

fn our_program(name: &str) -> PathBuf {
    compile(name, &[&format!("c-tests/ours/{}.c", hyphenated(name))], &["-Iinclude"])
}

fn hyphenated(name: &str) -> String {
    name.replace('_', "-")
}

fn compare(name: &str) {
    let program = program(name);
    let original = Library::Original.run(&program, &[]);
    let ours = Library::Ours.run(&program, &[]);
    assert!(!ours.stdout.is_empty(), "{name} prints nothing");
    assert_same_lines(&original.stdout, &ours.stdout);
}

/// Runs a program on our library under valgrind, which must not complain.
pub fn valgrind(program: &Path) {
    succeed(
        Library::Ours
            .command("valgrind")
            .args([
                "--quiet",
                "--leak-check=full",
                // Rust's hash tables are reached by a pointer into their middle, which valgrind calls possibly lost.
                "--errors-for-leak-kinds=definite",
                "--error-exitcode=9",
                "--suppressions=tests/valgrind.supp",
            ])
            .arg(program)
            // Once is enough for what valgrind looks for, and it is slow.
            .env_remove("OXVIRT_TEST_ROUNDS")
            .current_dir(root()),
    );
}

/// The names of the C programs in a folder.
fn names_in(dir: &str) -> BTreeSet<String> {
    let paths = fs::read_dir(root().join(dir)).expect(dir).map(|entry| entry.expect("an entry").path());
    let programs = paths.filter(|path| path.extension().is_some_and(|it| it == "c"));
    programs.map(|path| path.file_stem().expect("a name").to_string_lossy().into_owned()).collect()
}

#[test]
fn every_program_is_listed() {
    let listed = |names: &[&str]| names.iter().map(|name| hyphenated(name)).collect::<BTreeSet<_>>();
    let mut all = listed(NAMES);
    // Tests of their own, in session.rs and qemu_monitor.rs.
    all.extend(["session", "qemu-monitor"].map(str::to_owned));
    assert_eq!(names_in("c-tests"), all);
    assert_eq!(names_in("c-tests/ours"), listed(OUR_NAMES));
}
