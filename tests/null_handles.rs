//! Every public function, called with NULL for each pointer and 0 for each number, answers like the original:
//! result, error code, domain, level and text.
//!
//! The C program is made from the table of functions and runs each call in a child process of its own. The
//! answers of the original are in `tests/data/null-handles.tsv`; where it is installed they are checked too.
//! Needs `make` first: ours is the library in `build/`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::{env, fs};

/// Where Debian keeps the original.
const ORIGINAL: &str = "/usr/lib/x86_64-linux-gnu";

/// Not asked: it waits for events for ever, and what it answers is not about handles.
const LEFT_OUT: [&str; 1] = ["virEventRunDefaultImpl"];

/// Calls that end the original with a segmentation fault. Ours answer with an error.
const CRASHED: &str = "signal 11";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Rows of a table without comments.
fn rows(path: &Path) -> Vec<Vec<String>> {
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').map(str::to_owned).collect())
        .collect()
}

/// A C program that calls every function of 9.0.0 and prints a row for each.
fn program() -> String {
    let mut calls = String::new();
    let mut names = String::new();
    let table = rows(&root().join("facts/functions.tsv"));
    let functions = table.iter().skip(1).filter(|row| !LEFT_OUT.contains(&row[1].as_str()));
    for (index, row) in functions.enumerate() {
        let (name, returns, parameters) = (&row[1], &row[4], &row[6]);
        let count =
            if parameters == "void" { 0 } else { parameters.split("; ").filter(|it| *it != "...").count() };
        let call = format!("{name}({})", vec!["0"; count].join(", "));
        let show = match returns.as_str() {
            "void" => format!("{call}; show(NAME, \"nothing\");"),
            pointer if pointer.contains('*') || pointer.ends_with("Ptr") => {
                format!("show(NAME, {call} ? \"pointer\" : \"NULL\");")
            }
            _ => format!("show_number(NAME, (long long){call});"),
        };
        let _ = writeln!(calls, "    case {index}: {} break;", show.replace("NAME", &format!("\"{name}\"")));
        let _ = writeln!(names, "    \"{name}\",");
    }
    include_str!("data/null-handles.c").replace("/* CALLS */", &calls).replace("/* NAMES */", &names)
}

/// The program, compiled once.
fn compiled() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(compile)
}

fn compile() -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let (source, program_file) = (dir.join("null-handles.c"), dir.join("null-handles"));
    fs::write(&source, program()).expect("a writable folder");
    let status = Command::new("cc")
        // Some of the functions are deprecated, some want no NULL; that is the point.
        .args(["-w", "-o"])
        .arg(&program_file)
        .arg(&source)
        .args(["-lvirt", "-lvirt-qemu", "-lvirt-lxc", "-lvirt-admin"])
        .status();
    assert!(status.expect("a C compiler").success());
    program_file
}

/// Function to answer, as `program` prints them on the library in `dir`.
fn answers(program: &Path, dir: &Path) -> BTreeMap<String, String> {
    let output = Command::new(program)
        .env("LD_LIBRARY_PATH", dir)
        // So that the answer to opening NULL does not depend on a daemon.
        .env("LIBVIRT_DEFAULT_URI", "test:///")
        .env("LIBVIRT_ADMIN_DEFAULT_URI", "test:///")
        .output()
        .expect("the program runs");
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}: {stderr}", output.status);
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    text.lines().filter_map(|line| line.split_once('\t')).map(|(a, b)| (a.to_owned(), b.to_owned())).collect()
}

fn recorded() -> BTreeMap<String, String> {
    let rows = rows(&root().join("tests/data/null-handles.tsv"));
    rows.into_iter().map(|row| (row[0].clone(), row[1..].join("\t"))).collect()
}

#[test]
fn null_handles_are_answered_like_the_original() {
    let ours = answers(compiled(), &root().join("build"));
    for (function, wanted) in recorded() {
        let given = ours.get(&function).unwrap_or_else(|| panic!("{function} was not called"));
        if wanted == CRASHED {
            assert!(!given.starts_with("signal"), "{function}: {given}");
        } else {
            assert_eq!(*given, wanted, "{function}");
        }
    }
}

#[test]
fn the_record_is_what_the_original_answers() {
    if !Path::new(ORIGINAL).join("libvirt.so.0").exists() {
        return;
    }
    let found = answers(compiled(), Path::new(ORIGINAL));
    if recorded() != found {
        let mut table = String::new();
        for (function, answer) in &found {
            let _ = writeln!(table, "{function}\t{answer}");
        }
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("null-handles.tsv");
        fs::write(&path, table).expect("a writable folder");
        panic!("the record differs; the original's answers are now in {}", path.display());
    }
}
