//! The generated public headers, and Debian's, which proves that the tables and the programs made from them are
//! right. That the committed headers are what the sources say is a step of `make check` of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::c_text::{self, INCLUDES, Version};
use crate::facts;

/// Where Debian's libraries are.
const DEBIAN: &str = "/usr/lib/x86_64-linux-gnu";

/// Compilers with their options, each of which every program has to pass. Strict checks before C99 and C++11 would
/// refuse `long long`, which the interface is full of.
const DIALECTS: [(Language, &[&str]); 7] = [
    (Language::C, &["-std=c89"]),
    (Language::C, &["-std=c99", "-pedantic"]),
    (Language::C, &["-std=c11", "-pedantic"]),
    (Language::C, &["-std=gnu17", "-pedantic"]),
    (Language::Cxx, &["-std=c++98"]),
    (Language::Cxx, &["-std=c++11", "-pedantic"]),
    (Language::Cxx, &["-std=c++17", "-pedantic"]),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Language {
    C,
    Cxx,
}

/// Whose headers a program is compiled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Headers {
    Ours,
    /// Where compilers find them by themselves: of system headers they report errors only.
    Debian,
}

impl Headers {
    fn dir(self) -> PathBuf {
        match self {
            Headers::Ours => facts::root().join("include"),
            Headers::Debian => "/usr/include".into(),
        }
    }
}

/// A compiler for `language` that takes warnings for errors and looks for headers in `include` first.
fn compiler(language: Language, include: &Path) -> Command {
    let mut command = Command::new(if language == Language::C { "cc" } else { "c++" });
    command.args(["-Wall", "-Wextra", "-Werror", "-I"]).arg(include);
    command
}

fn output(command: &mut Command) -> Output {
    command.output().unwrap_or_else(|e| panic!("{command:?}: {e}"))
}

/// Runs a command that has to succeed; returns what it printed.
fn succeed(command: &mut Command) -> String {
    let output = output(command);
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {}\n{stderr}", output.status);
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Writes `text` to a source file for `language` in `dir`.
fn source(dir: &TempDir, language: Language, text: &str) -> PathBuf {
    let path = dir.path().join(if language == Language::C { "program.c" } else { "program.cc" });
    fs::write(&path, text).expect("a new file");
    path
}

fn assert_compiles(headers: Headers, text: &str, options: &[&str]) {
    let dir = TempDir::new().expect("a temporary directory");
    for (language, dialect) in DIALECTS {
        let source = source(&dir, language, text);
        let mut compiler = compiler(language, &headers.dir());
        succeed(compiler.args(dialect).args(options).arg("-fsyntax-only").arg(source));
    }
}

// GFX-2, GFX-10, GFX-11, WDG-2: values, sizes, offsets and signatures.
#[test]
fn our_headers_say_what_the_tables_say() {
    let text = c_text::assertions(Version::All);
    // Three fields of virError are there, but no longer meant to be used.
    assert_compiles(Headers::Ours, &text, &["-Wno-deprecated-declarations"]);
    assert_compiles(Headers::Ours, &text, &["-Wno-deprecated-declarations", "-DVIR_ENUM_SENTINELS"]);
}

#[test]
fn debians_headers_say_what_the_tables_say() {
    let text = c_text::assertions(Version::Old);
    assert_compiles(Headers::Debian, &text, &["-Wno-deprecated-declarations"]);
    assert_compiles(Headers::Debian, &text, &["-Wno-deprecated-declarations", "-DVIR_ENUM_SENTINELS"]);
}

/// A program that includes everything, compiled in each dialect as strictly as can be, with and without the end
/// markers of enums: those that pass.
fn passed(include: &Path) -> BTreeSet<String> {
    let dir = TempDir::new().expect("a temporary directory");
    let mut passed = BTreeSet::new();
    for (language, standards) in [
        (Language::C, ["c89", "gnu89", "c99", "c11", "gnu17"].as_slice()),
        (Language::Cxx, &["c++98", "c++11", "c++14", "c++17", "c++20"]),
    ] {
        let source = source(&dir, language, &format!("{INCLUDES}int main(void) {{ return 0; }}\n"));
        for standard in standards {
            for strict in [["-Wshadow"].as_slice(), &["-pedantic"], &["-pedantic", "-Wno-long-long"]] {
                for marker in ["-UVIR_ENUM_SENTINELS", "-DVIR_ENUM_SENTINELS"] {
                    let mut compiler = compiler(language, include);
                    compiler.arg(format!("-std={standard}")).args(strict).arg(marker);
                    if output(compiler.arg("-fsyntax-only").arg(&source)).status.success() {
                        passed.insert(format!("{standard} {strict:?} {marker}"));
                    }
                }
            }
        }
    }
    passed
}

#[test]
fn strict_programs_may_include_what_they_may_of_the_original() {
    // Elsewhere than where compilers do not report warnings about them.
    let dir = TempDir::new().expect("a temporary directory");
    let copy = dir.path().join("libvirt");
    fs::create_dir(&copy).expect("a new directory");
    for header in fs::read_dir("/usr/include/libvirt").expect("libvirt-dev") {
        let header = header.expect("an entry");
        fs::copy(header.path(), copy.join(header.file_name())).expect("a new file");
    }
    let original = passed(dir.path());
    let ours = passed(&Headers::Ours.dir());
    assert!(original.contains(r#"c++17 ["-pedantic"] -UVIR_ENUM_SENTINELS"#), "{original:?}");
    assert_eq!(original.difference(&ours).collect::<Vec<_>>(), [""; 0]);
    assert!(ours.contains(r#"c99 ["-pedantic"] -DVIR_ENUM_SENTINELS"#), "{ours:?}");
}

/// The names of the headers in `include`.
fn names(include: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(include.join("libvirt")).expect("headers");
    entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("UTF-8")).collect()
}

/// The headers that can be included after those of `before`.
fn accepted(headers: Headers, before: &str) -> BTreeSet<String> {
    let dir = TempDir::new().expect("a temporary directory");
    let mut names = names(&headers.dir());
    names.retain(|name| {
        let source = source(&dir, Language::C, &format!("{before}#include <libvirt/{name}>\n"));
        output(compiler(Language::C, &headers.dir()).arg("-fsyntax-only").arg(source)).status.success()
    });
    names
}

#[test]
fn parts_cannot_be_included_by_themselves() {
    assert_eq!(names(&Headers::Ours.dir()), names(&Headers::Debian.dir()));
    for before in ["", "#include <libvirt/libvirt.h>\n", "#include <libvirt/libvirt-admin.h>\n"] {
        assert_eq!(accepted(Headers::Ours, before), accepted(Headers::Debian, before), "{before}");
    }
    assert_eq!(accepted(Headers::Ours, "").len(), 5);
}

/// What a line of a header declares or defines, if anything: the generator writes each name on one line.
fn declared(line: &str) -> Option<&str> {
    fn word(text: &str) -> &str {
        let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(text.len());
        &text[..end]
    }
    fn last_word(text: &str) -> &str {
        text.rsplit(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or_default()
    }
    let directive = line.trim_start_matches(['#', ' ']);
    if line.starts_with('#') {
        let name = word(directive.strip_prefix("define ")?);
        // Guards, and what says which header is at work.
        return (!name.starts_with("__VIR_") && !name.ends_with("_H")).then_some(name);
    }
    if let Some((name, _value)) = line.trim().split_once(" = ") {
        return Some(name);
    }
    if line.starts_with(' ') || line.starts_with("extern \"C\"") {
        return None;
    }
    if let Some((_result, callback)) = line.split_once("(*") {
        return Some(word(callback));
    }
    match line.split_once('(') {
        Some((before, _)) if !line.starts_with(['/', '*']) => Some(last_word(before)),
        _ => line.strip_suffix(';').map(last_word).filter(|name| !name.is_empty()),
    }
}

#[test]
fn our_headers_declare_what_the_tables_have_and_nothing_else_all_documented() {
    let mut expected = BTreeMap::new();
    for (table, key) in [
        ("enums.tsv", "constant"),
        ("functions.tsv", "function"),
        ("macros.tsv", "macro"),
        ("typedefs.tsv", "typedef"),
    ] {
        expected
            .extend(facts::all(table, key).into_iter().map(|row| (row[key].clone(), row["header"].clone())));
    }
    expected.insert("virConnectAuthPtrDefault".to_owned(), "libvirt-host.h".to_owned());

    let mut found = BTreeMap::new();
    for header in names(&Headers::Ours.dir()) {
        let text = fs::read_to_string(Headers::Ours.dir().join("libvirt").join(&header)).expect("a header");
        // Whether a comment stands before the present line, and before the type whose body it is in.
        let (mut documented, mut type_documented) = (false, false);
        for line in text.lines() {
            if line.starts_with("typedef ") || line.starts_with("__extension__ ") {
                type_documented = documented;
            }
            if let Some(name) = declared(line) {
                let documented = if line.starts_with('}') { type_documented } else { documented };
                assert!(documented, "{header}: no comment before {line}");
                found.insert(name.to_owned(), header.clone());
            }
            // Between a comment and what it is about, there may be conditions.
            documented =
                line.ends_with("*/") && !line.starts_with('#') || documented && line.starts_with('#');
        }
    }
    let extra: Vec<_> = found.iter().filter(|(name, header)| expected.get(*name) != Some(*header)).collect();
    let missing: Vec<_> = expected.keys().filter(|name| !found.contains_key(*name)).collect();
    assert!(extra.is_empty() && missing.is_empty(), "extra: {extra:?}\nmissing: {missing:?}");
}

/// A program made of `text` with the given headers, linked with the libraries in `libraries`.
fn build(dir: &TempDir, language: Language, text: &str, headers: Headers, libraries: &Path) -> PathBuf {
    let program = dir.path().join("program");
    let source = source(dir, language, text);
    succeed(
        compiler(language, &headers.dir())
            .arg("-o")
            .arg(&program)
            .arg(source)
            .arg("-L")
            .arg(libraries)
            .args(["-lvirt", "-lvirt-qemu", "-lvirt-lxc", "-lvirt-admin"]),
    );
    program
}

fn run(program: &Path, libraries: &Path) -> BTreeSet<String> {
    let output = succeed(Command::new(program).env("LD_LIBRARY_PATH", libraries));
    output.lines().map(str::to_owned).collect()
}

// GFX-12: everything is used, and a program built with one side's headers and libraries runs on the other's.
#[test]
fn a_program_that_uses_everything_runs_on_either_library() {
    let ours = facts::root().join("build");
    let sides = [(Headers::Ours, ours.as_path()), (Headers::Debian, Path::new(DEBIAN))];
    let dir = TempDir::new().expect("a temporary directory");
    let text = c_text::everything(Version::Old);
    for language in [Language::C, Language::Cxx] {
        let mut printed = Vec::new();
        for (headers, libraries) in sides {
            let program = build(&dir, language, &text, headers, libraries);
            let [mine, other] = sides.map(|(_, libraries)| run(&program, libraries));
            assert_eq!(mine, other);
            printed.push(mine);
        }
        // Only the version and end markers of enums have other values by now.
        let changed: Vec<_> = printed[0].symmetric_difference(&printed[1]).collect();
        assert!(!changed.is_empty());
        for line in changed {
            let name = line.split(' ').next().expect("a name");
            assert!(name.ends_with("_LAST") || name == "LIBVIR_VERSION_NUMBER", "{line}");
        }
    }
}

#[test]
fn a_program_that_uses_what_is_newer_runs_on_ours() {
    let ours = facts::root().join("build");
    let dir = TempDir::new().expect("a temporary directory");
    let program = build(&dir, Language::C, &c_text::everything(Version::All), Headers::Ours, &ours);
    assert!(run(&program, &ours).contains("LIBVIR_VERSION_NUMBER 12008000"));
}
