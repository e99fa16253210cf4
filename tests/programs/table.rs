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
        message: String,
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
                let (code, domain, message) = numbers();
                Error { code, domain, message: without_folder(&message) }
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
            Error { code, domain, message } => {
                format!("{} of {}: {message}", error_name("code", *code), error_name("domain", *domain))
            }
            Unprepared { code, call, .. } => format!("{call} fails with {}", error_name("code", *code)),
            Killed(how) => format!("the process ends: {how}"),
            Absent => "is not there".to_owned(),
        }
    }
}

/// A text without the name of the folder of a run.
fn without_folder(message: &str) -> String {
    const PREFIX: &str = "oxvirt-table.";
    let mut parts = message.split(PREFIX);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        text + PREFIX + part.trim_start_matches(|c: char| c.is_ascii_alphanumeric())
    })
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
    SameError,
    NoObject,
    NeitherSupports,
    Newer,
    NoSupport,
    Differs,
}

impl State {
    const ALL: [Self; 7] = [
        Self::Works,
        Self::SameError,
        Self::NoObject,
        Self::NeitherSupports,
        Self::Newer,
        Self::NoSupport,
        Self::Differs,
    ];

    fn words(self) -> &'static str {
        match self {
            Self::Works => "works",
            Self::SameError => "same error",
            Self::NoObject => "no object",
            Self::NeitherSupports => "no support, as the original",
            Self::Newer => "newer than the daemon",
            Self::NoSupport => "no support",
            Self::Differs => "differs",
        }
    }
}

/// One function on one driver.
#[derive(Debug)]
struct Cell {
    function: String,
    original: Outcome,
    ours: Outcome,
    /// Whether a daemon answers: then the text of an error is the same too, and what the daemon lacks nobody has.
    at_a_daemon: bool,
}

impl Cell {
    fn state(&self) -> State {
        match (&self.original, &self.ours) {
            (Absent, ours) if ours.is_lack() && self.at_a_daemon => State::Newer,
            (original, ours) if original.is_lack() && ours.is_lack() => {
                if self.at_a_daemon && original != ours { State::Differs } else { State::NeitherSupports }
            }
            (_, ours) if ours.is_lack() => State::NoSupport,
            (Absent, Success(_)) => State::Works,
            (Success(value), Success(same)) if value == same => State::Works,
            (
                Error { code, domain, message },
                Error { code: our_code, domain: our_domain, message: our_message },
            ) if (code, domain) == (our_code, our_domain)
                && (!self.at_a_daemon || message == our_message) =>
            {
                State::SameError
            }
            (Unprepared { .. }, ours) if self.original == *ours => State::NoObject,
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
    let at_a_daemon = driver.starts_with("remote");
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
            Cell { function, original, ours, at_a_daemon }
        })
        .collect();
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

/// Function and state, in the alphabet's order.
fn by_function(cells: &[Cell]) -> BTreeMap<&str, State> {
    cells.iter().map(|cell| (cell.function.as_str(), cell.state())).collect()
}

/// Which functions are called on what.
struct Column {
    /// What `c-tests/table` calls it, and the head of its column where there are several.
    driver: &'static str,
    description: &'static str,
    carrier: Carrier,
    cells: Vec<Cell>,
}

impl Column {
    fn all(functions: &BTreeMap<String, (Carrier, String)>) -> Vec<Self> {
        let columns = [
            ("test", "`test:///default`", Carrier::Driver),
            ("qemu", "`qemu:///embed`, a running guest, an ordinary user", Carrier::Driver),
            ("remote-test", "`test+unix:///default?socket=`, the original's libvirtd", Carrier::Driver),
            ("remote-qemu", "`qemu+unix:///session?socket=`, the same with a running guest", Carrier::Driver),
            ("library", "the library itself, without a driver", Carrier::Library),
            ("admin", "administration of a daemon", Carrier::Daemon),
        ];
        columns
            .map(|(driver, description, carrier)| {
                let cells = cells(driver);
                let wanted =
                    functions.iter().filter(|(_, (it, _))| *it == carrier).map(|(name, _)| name.clone());
                let called: BTreeSet<_> = cells.iter().map(|it| it.function.clone()).collect();
                assert_eq!(called, wanted.collect(), "the functions that are called on {driver}");
                Self { driver, description, carrier, cells }
            })
            .into()
    }

    /// Fails if a daemon does less for our client than for the original's.
    fn assert_complete(&self) {
        for cell in self.cells.iter().filter(|cell| cell.at_a_daemon) {
            let complete = !matches!(cell.state(), State::NoSupport | State::Differs);
            assert!(complete, "{} on {}: {cell:#?}", cell.function, self.driver);
        }
    }

    /// The line of the summary.
    fn summary(&self) -> String {
        let count = |state| self.cells.iter().filter(|cell| cell.state() == state).count();
        let counts = State::ALL.map(|state| count(state).to_string()).join(" | ");
        format!("| {}: {} | {counts} |\n", self.driver, self.description)
    }
}

const INTRODUCTION: &str = "# Public functions by driver

Written by `make docs`, which calls every public function once, in a state where it can work, on the original
library (9.0.0 of Debian 12) and on this one, with `c-tests/table`. `make check` does the same and compares.

- **works**: it succeeds on both, with the same number. What came after 9.0.0 succeeds.
- **same error**: both fail with the same code and domain, at a daemon also with the same text: the host or the driver
  does not let the function work here.
- **no object**: what the function is about can be had on neither, for a reason other than a missing driver.
- **no support, as the original**: both fail with `VIR_ERR_NO_SUPPORT`, or have no object of that kind.
- **newer than the daemon**: it came after 9.0.0, and the daemon, which is the original's, does not know it.
- **no support**: ours alone fails so. **differs**: anything else; see [below](#differences).

The columns with `remote` are calls through the original's libvirtd 9.0.0: both client libraries talk to the same
program, each to a process of its own. Its QEMU driver has a guest whose agent answers, and a second daemon to move to.

";

/// The document.
fn document() -> String {
    let functions = functions();
    let columns = Column::all(&functions);
    let mut text = INTRODUCTION.to_owned();
    let heads = State::ALL.map(State::words).join(" | ");
    let _ = write!(text, "| called on | {heads} |\n|---|---|---|---|---|---|---|---|\n");
    for column in &columns {
        column.assert_complete();
        text += &column.summary();
    }
    let mut differences = String::new();
    for column in &columns {
        for cell in column.cells.iter().filter(|cell| cell.state() == State::Differs) {
            let (original, ours) = (cell.original.describe(), cell.ours.describe());
            let _ = writeln!(differences, "| {} | {} | {original} | {ours} |", cell.function, column.driver);
        }
    }
    text += "\n## Differences\n\n";
    if differences.is_empty() {
        text += "None.\n";
    } else {
        text += "| function | called on | the original | this library |\n|---|---|---|---|\n";
        text += &differences;
    }

    let drivers: Vec<_> = columns.iter().filter(|column| column.carrier == Carrier::Driver).collect();
    let states: Vec<_> = drivers.iter().map(|column| by_function(&column.cells)).collect();
    let headers: BTreeSet<_> = functions.values().map(|(_, header)| header).collect();
    for header in headers {
        let mut rows =
            functions.iter().filter(|(_, (it, of))| (*it, of) == (Carrier::Driver, header)).peekable();
        if rows.peek().is_some() {
            let heads: Vec<_> = drivers.iter().map(|column| column.driver).collect();
            let rule = "---|".repeat(drivers.len());
            let _ = write!(text, "\n## {header}\n\n| function | {} |\n|---|{rule}\n", heads.join(" | "));
        }
        for (function, _) in rows {
            let words: Vec<_> = states.iter().map(|it| it[function.as_str()].words()).collect();
            let _ = writeln!(text, "| {function} | {} |", words.join(" | "));
        }
    }
    for (title, carrier) in [("The library itself", Carrier::Library), ("Administration", Carrier::Daemon)] {
        let _ = write!(text, "\n## {title}\n\n| function | state |\n|---|---|\n");
        for column in columns.iter().filter(|column| column.carrier == carrier) {
            for (function, state) in by_function(&column.cells) {
                let _ = writeln!(text, "| {function} | {} |", state.words());
            }
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
