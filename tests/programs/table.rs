//! `docs/functions.md`: what comes of every public function by driver, found by calling it on the original library and
//! on ours. `c-tests/table` makes the calls; who is called where says `facts/driver_matrix.tsv`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::{env, fs, thread};

use tempfile::TempDir;

use crate::facts;
use crate::support::{Library, compile, guests, root};

/// `VIR_ERR_NO_SUPPORT` and `VIR_ERR_NO_CONNECT`: the driver lacks a function, or there is no driver at all.
const NO_SUPPORT: i32 = 3;
const NO_CONNECT: i32 = 5;

/// What one library answers to a call; see `c-tests/table/table.c`.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Outcome {
    /// With the number that it returned, if that means something.
    Success(Option<i64>),
    Error {
        code: i32,
        domain: i32,
    },
    /// What the function is about could not be had; with the first call that failed.
    Unprepared {
        code: i32,
        domain: i32,
        call: String,
    },
    /// The process ended in the call.
    Killed(String),
    /// The library has no such function.
    Absent,
}
use Outcome::{Absent, Error, Killed, Success, Unprepared};

impl Outcome {
    fn parse(text: &str) -> Self {
        let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
        let numbers = || {
            let mut fields = rest.splitn(3, ' ');
            let mut number = || fields.next().and_then(|it| it.parse().ok()).expect("a number");
            (number(), number(), fields.next().unwrap_or_default().to_owned())
        };
        match word {
            "ok" => Success(rest.parse().ok()),
            "absent" => Absent,
            "killed" => Killed(rest.to_owned()),
            "error" => {
                let (code, domain, _) = numbers();
                Error { code, domain }
            }
            "unprepared" => {
                let (code, domain, message) = numbers();
                let call = message.split(':').next().unwrap_or_default().to_owned();
                Unprepared { code, domain, call }
            }
            _ => panic!("{text}"),
        }
    }

    /// Whether the driver lacks the function, or objects of the kind that it is about.
    fn is_lack(&self) -> bool {
        matches!(
            self,
            Error { code: NO_SUPPORT | NO_CONNECT, .. } | Unprepared { code: NO_SUPPORT | NO_CONNECT, .. }
        )
    }

    fn describe(&self) -> String {
        match self {
            Success(None) => "works".to_owned(),
            Success(Some(value)) => format!("returns {value}"),
            Error { code, domain } => {
                format!("{} of {}", error_name("code", *code), error_name("domain", *domain))
            }
            Unprepared { code, call, .. } => format!("{call} fails with {}", error_name("code", *code)),
            Killed(how) => format!("the process ends: {how}"),
            Absent => "is not there".to_owned(),
        }
    }
}

/// The constant with that number.
fn error_name(kind: &str, number: i32) -> String {
    let rows = facts::all("errors.tsv", "constant").into_iter();
    let mut names = rows.filter(|row| row["kind"] == kind && row["value"] == number.to_string());
    names.next().map_or_else(|| number.to_string(), |row| row["constant"].clone())
}

/// How our library compares with the original in a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum State {
    Works,
    NeitherSupports,
    NoSupport,
    Differs,
}

impl State {
    const ALL: [Self; 4] = [Self::Works, Self::NeitherSupports, Self::NoSupport, Self::Differs];

    fn words(self) -> &'static str {
        match self {
            Self::Works => "works",
            Self::NeitherSupports => "no support, as the original",
            Self::NoSupport => "no support",
            Self::Differs => "differs",
        }
    }
}

/// One function on one driver.
struct Cell {
    function: String,
    original: Outcome,
    ours: Outcome,
}

impl Cell {
    fn state(&self) -> State {
        let (original, ours) = (&self.original, &self.ours);
        let same = match (original, ours) {
            (Absent, Success(_)) => true,
            _ => original == ours,
        };
        match (original.is_lack(), ours.is_lack()) {
            (true, true) => State::NeitherSupports,
            (false, true) => State::NoSupport,
            _ if same => State::Works,
            _ => State::Differs,
        }
    }
}

/// `c-tests/table`, compiled with our headers: Debian's do not have the newest functions, which it looks up by name.
fn program() -> PathBuf {
    let files = fs::read_dir(root().join("c-tests/table")).expect("a folder");
    let paths = files.map(|file| file.expect("an entry").path());
    let sources: Vec<_> = paths.filter(|path| path.extension().is_some_and(|it| it == "c")).collect();
    let sources: Vec<_> = sources.iter().map(|path| path.to_str().expect("UTF-8")).collect();
    compile("table", &sources, &["-Iinclude"])
}

/// The guests' images where every user can read them.
fn images() -> TempDir {
    let folder = tempfile::Builder::new().prefix("oxvirt-guests-").tempdir_in("/tmp").expect("a folder");
    fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).expect("our own folder");
    for image in fs::read_dir(guests()).expect("a folder").map(|image| image.expect("an entry")) {
        fs::copy(image.path(), folder.path().join(image.file_name())).expect("a copy");
    }
    folder
}

/// What a library answers to the calls of one driver, by function, in the order of the calls.
fn outcomes(library: Library, driver: &str) -> Vec<(String, Outcome)> {
    let images = images();
    let printed = library.run(&program(), &[driver, images.path().to_str().expect("UTF-8")]).stdout;
    let lines = printed.lines().map(|line| line.split_once('\t').expect("a function and its outcome"));
    lines.map(|(function, outcome)| (function.to_owned(), Outcome::parse(outcome))).collect()
}

/// The calls of one driver on both libraries.
fn cells(driver: &str) -> Vec<Cell> {
    let (original, ours) = thread::scope(|scope| {
        let original = scope.spawn(|| outcomes(Library::Original, driver));
        let ours = outcomes(Library::Ours, driver);
        (original.join().expect("the original's outcomes"), ours)
    });
    let cells: Vec<_> = original
        .into_iter()
        .zip(ours)
        .map(|((function, original), (same, ours))| {
            assert_eq!(function, same);
            Cell { function, original, ours }
        })
        .collect();
    // A row that does not reach its call on the original shows nothing.
    for cell in &cells {
        let reached = !matches!(cell.original, Unprepared { .. }) || cell.original.is_lack();
        assert!(reached, "{} on {driver}: {:?}", cell.function, cell.original);
    }
    cells
}

/// Who carries a function out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Carrier {
    Driver,
    Library,
    Daemon,
}

/// The public functions of all libraries, each with its header.
fn functions() -> BTreeMap<String, (Carrier, String)> {
    let matrix = facts::old("driver_matrix.tsv");
    let without_driver: BTreeSet<_> =
        matrix.iter().filter(|row| row["driver"] == "none").map(|row| &row["function"]).collect();
    let carrier = |function: &String, header: &str| match header {
        "libvirt-admin.h" => Carrier::Daemon,
        _ if without_driver.contains(function) => Carrier::Library,
        _ => Carrier::Driver,
    };
    let rows = facts::all("functions.tsv", "function").into_iter();
    rows.map(|row| {
        let (function, header) = (row["function"].clone(), row["header"].clone());
        (function.clone(), (carrier(&function, &header), header))
    })
    .collect()
}

/// The line of the summary for one driver.
fn summary(title: &str, cells: &[Cell]) -> String {
    let count = |state| cells.iter().filter(|cell| cell.state() == state).count();
    let counts = State::ALL.map(|state| count(state).to_string()).join(" | ");
    format!("| {title} | {counts} |\n")
}

/// Function and state, in the alphabet's order.
fn by_function(cells: &[Cell]) -> BTreeMap<&str, State> {
    cells.iter().map(|cell| (cell.function.as_str(), cell.state())).collect()
}

/// The document.
fn document() -> String {
    let functions = functions();
    let (test, qemu, library, daemon) = (cells("test"), cells("qemu"), cells("library"), cells("admin"));
    let called = |cells: &[Cell]| cells.iter().map(|it| it.function.clone()).collect::<BTreeSet<_>>();
    for (carrier, cells) in [
        (Carrier::Driver, &test),
        (Carrier::Driver, &qemu),
        (Carrier::Library, &library),
        (Carrier::Daemon, &daemon),
    ] {
        let wanted = functions.iter().filter(|(_, (it, _))| *it == carrier).map(|(name, _)| name.clone());
        assert_eq!(called(cells), wanted.collect(), "the functions that are called");
    }
    let mut text = "# Public functions by driver\n\n\
        Written by `make docs`, which calls every public function once, in a state where it can work, on the original\n\
        library (9.0.0 of Debian 12) and on this one, with `c-tests/table`. `make check` does the same and compares.\n\n\
        - **works**: it does what the original does: it succeeds, with the same number, or fails with the same code\n  \
        and domain. What came after 9.0.0 succeeds.\n\
        - **no support, as the original**: both fail with `VIR_ERR_NO_SUPPORT`, or have no object of that kind.\n\
        - **no support**: ours alone does. **differs**: anything else; see [below](#differences).\n\n"
        .to_owned();
    let heads = State::ALL.map(State::words).join(" | ");
    let _ = write!(text, "| called on | {heads} |\n|---|---|---|---|---|\n");
    text += &summary("test: `test:///default`", &test);
    text += &summary("qemu: `qemu:///embed`, a running guest, an ordinary user", &qemu);
    text += &summary("the library itself, without a driver", &library);
    text += &summary("administration of a daemon", &daemon);
    text += "\nThrough a daemon whole programs are compared (`tests/remote`, `tests/remote_objects`,\n\
        `tests/programs/remote_domains.rs`): remote has no column below.\n";

    let mut differences = String::new();
    for (name, cells) in [("test", &test), ("qemu", &qemu), ("the library", &library), ("a daemon", &daemon)]
    {
        for cell in cells.iter().filter(|cell| cell.state() == State::Differs) {
            let (original, ours) = (cell.original.describe(), cell.ours.describe());
            let _ = writeln!(differences, "| {} | {name} | {original} | {ours} |", cell.function);
        }
    }
    text += "\n## Differences\n\n";
    if differences.is_empty() {
        text += "None.\n";
    } else {
        text += "| function | called on | the original | this library |\n|---|---|---|---|\n";
        text += &differences;
    }

    let (test, qemu) = (by_function(&test), by_function(&qemu));
    let headers: BTreeSet<_> = functions.values().map(|(_, header)| header).collect();
    for header in headers {
        let mut rows =
            functions.iter().filter(|(_, (it, of))| (*it, of) == (Carrier::Driver, header)).peekable();
        if rows.peek().is_some() {
            let _ = write!(text, "\n## {header}\n\n| function | test | qemu |\n|---|---|---|\n");
        }
        for (function, _) in rows {
            let (test, qemu) = (test[function.as_str()].words(), qemu[function.as_str()].words());
            let _ = writeln!(text, "| {function} | {test} | {qemu} |");
        }
    }
    for (title, cells) in [("The library itself", &library), ("Administration", &daemon)] {
        let _ = write!(text, "\n## {title}\n\n| function | state |\n|---|---|\n");
        for (function, state) in by_function(cells) {
            let _ = writeln!(text, "| {function} | {} |", state.words());
        }
    }
    text
}

#[test]
fn the_table_of_functions_is_current() {
    let made = document();
    // For `make check`, which prints it.
    fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join("functions.md"), &made).expect("a file");
    let path = root().join("docs/functions.md");
    if env::var_os("OXVIRT_UPDATE").is_some() {
        fs::write(&path, &made).expect("docs/ is writable");
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    let differing = made.lines().filter(|line| !committed.lines().any(|it| it == *line));
    let differing: Vec<_> = differing.collect();
    assert!(
        committed == made,
        "docs/functions.md is not what the libraries do; run `make docs`\n{differing:#?}"
    );
}
