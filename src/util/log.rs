//! The sink behind the `log` facade: where the library's log lines go, in the original's form.
//!
//! `LIBVIRT_DEBUG` sets the lowest level (1 to 4 or a name), `LIBVIRT_LOG_OUTPUTS` the places, as
//! `LEVEL:stderr` and `LEVEL:file:PATH`. Without them warnings and errors go to standard error. Lock: the
//! list of outputs is fixed at the start; a file's lock is a leaf.

#![forbid(unsafe_code)]

use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, OnceLock};
use std::time::{SystemTime, UNIX_EPOCH};
use std::{env, io};

use log::{Level, LevelFilter, Log, Metadata, Record};

use crate::error::{Error, ErrorDomain, Result};
use crate::util::lock;
use crate::util::sys::{Utc, hostname, utc};

/// Installs the sink and the panic hook, once per process. Fails, every time, if the environment asks for
/// something that is not understood or cannot be opened, as in the original.
pub fn init() -> Result<()> {
    static SINK: OnceLock<Result<Sink>> = OnceLock::new();
    let mut first = false;
    let sink = SINK.get_or_init(|| {
        first = true;
        Sink::from_environment()
    });
    let sink = sink.as_ref().map_err(Error::clone)?;
    // Where another logger is installed, a program has linked the crate itself and wants it so.
    if first && log::set_logger(sink).is_ok() {
        log::set_max_level(sink.max_level());
        ERRORS_WANTED.store(sink.explicit, Ordering::Relaxed);
        // The standard library inside a shared object is its own: only our panics come here.
        #[cfg(not(test))]
        std::panic::set_hook(Box::new(|info| log::error!("unexpected panic: {info}")));
    }
    Ok(())
}

/// Whether errors that programs see anyway are logged too: only if a place was asked for.
pub fn wants_errors() -> bool {
    ERRORS_WANTED.load(Ordering::Relaxed)
}

static ERRORS_WANTED: AtomicBool = AtomicBool::new(false);

/// A place for log lines and the lowest level that it takes.
#[derive(Debug)]
struct Output {
    level: LevelFilter,
    place: Place,
    introduced: AtomicBool,
}

#[derive(Debug)]
enum Place {
    Stderr,
    File(Mutex<File>),
}

/// All outputs; `explicit` if the environment names them.
#[derive(Debug)]
struct Sink {
    outputs: Vec<Output>,
    explicit: bool,
}

impl Sink {
    fn from_environment() -> Result<Self> {
        let level = match env::var("LIBVIRT_DEBUG") {
            Ok(text) if !text.is_empty() => parse_level(&text).ok_or_else(|| {
                invalid(format!("Failed to set logging priority, argument '{text}' is invalid"))
            })?,
            _ => LevelFilter::Warn,
        };
        let places = env::var("LIBVIRT_LOG_OUTPUTS").unwrap_or_default();
        let mut outputs = places.split_whitespace().map(parse_output).collect::<Result<Vec<_>>>()?;
        let explicit = !outputs.is_empty();
        if !explicit {
            outputs.push(Output::new(LevelFilter::Debug, Place::Stderr));
        }
        outputs.iter_mut().for_each(|output| output.level = output.level.min(level));
        Ok(Self { outputs, explicit })
    }

    fn max_level(&self) -> LevelFilter {
        self.outputs.iter().map(|output| output.level).max().unwrap_or(LevelFilter::Off)
    }
}

impl Output {
    fn new(level: LevelFilter, place: Place) -> Self {
        Self { level, place, introduced: AtomicBool::new(false) }
    }

    /// Appends `line`. Before the first one it says who is speaking, and where.
    fn write(&self, start: &str, line: &str) {
        let mut text = String::new();
        if !self.introduced.swap(true, Ordering::Relaxed) {
            let package = env!("CARGO_PKG_VERSION");
            let host = hostname();
            text = format!(
                "{start}: info : libvirt version: 12.8.0, package: oxvirt {package}\n{start}: info : hostname: {host}\n"
            );
        }
        text.push_str(line);
        // A log has nowhere to report its own failure to.
        let _ = match &self.place {
            Place::Stderr => io::stderr().write_all(text.as_bytes()),
            Place::File(file) => lock(file).write_all(text.as_bytes()),
        };
    }
}

impl Log for Sink {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.level() <= self.max_level()
    }

    fn log(&self, record: &Record<'_>) {
        if !self.enabled(record.metadata()) {
            return;
        }
        let start = format!("{}: {}", timestamp(SystemTime::now()), nix::unistd::gettid());
        let level = match record.level() {
            Level::Error => "error",
            Level::Warn => "warning",
            Level::Info => "info",
            Level::Debug | Level::Trace => "debug",
        };
        // The target is the module, or the public function that failed.
        let (place, number) = (record.target(), record.line().unwrap_or(0));
        let line = format!("{start}: {level} : {place}:{number} : {}\n", record.args());
        for output in self.outputs.iter().filter(|output| record.level() <= output.level) {
            output.write(&start, &line);
        }
    }

    fn flush(&self) {}
}

/// `2026-01-31 23:59:59.123+0000`
fn timestamp(time: SystemTime) -> String {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    let Utc { year, month, day, hour, minute, second } = utc(i64::try_from(since.as_secs()).unwrap_or(0));
    let ms = since.subsec_millis();
    format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}.{ms:03}+0000")
}

/// libvirt's four levels, by number or name.
fn parse_level(text: &str) -> Option<LevelFilter> {
    match text {
        "1" | "debug" => Some(LevelFilter::Debug),
        "2" | "info" => Some(LevelFilter::Info),
        "3" | "warning" => Some(LevelFilter::Warn),
        "4" | "error" => Some(LevelFilter::Error),
        _ => None,
    }
}

/// `LEVEL:stderr` or `LEVEL:file:PATH`.
fn parse_output(text: &str) -> Result<Output> {
    let malformed = || invalid(format!("Malformed format for log output '{text}'"));
    let (level, place) = text.split_once(':').ok_or_else(malformed)?;
    let level = parse_level(level).ok_or_else(malformed)?;
    let place = match place.split_once(':') {
        None if place == "stderr" => Place::Stderr,
        Some(("file", path)) => {
            let file = OpenOptions::new().append(true).create(true).open(path);
            Place::File(Mutex::new(file.map_err(|cause| {
                Error::system(ErrorDomain::VIR_FROM_NONE, format!("failed to open {path}"), &cause)
            })?))
        }
        _ => return Err(malformed()),
    };
    Ok(Output::new(level, place))
}

fn invalid(detail: String) -> Error {
    Error::invalid_arg(ErrorDomain::VIR_FROM_NONE, detail)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn prints_the_time_in_utc() {
        let time = UNIX_EPOCH + Duration::from_millis(1_700_000_000_042);
        assert_eq!(timestamp(time), "2023-11-14 22:13:20.042+0000");
    }

    #[test]
    fn understands_levels_and_outputs() {
        assert_eq!(parse_level("1"), Some(LevelFilter::Debug));
        assert_eq!(parse_level("error"), Some(LevelFilter::Error));
        assert_eq!(parse_level("5"), None);
        assert_eq!(parse_output("3:stderr").unwrap().level, LevelFilter::Warn);
        for (text, message) in [
            ("3:file:/nonexistent/log", "failed to open /nonexistent/log: No such file or directory"),
            ("stderr", "invalid argument: Malformed format for log output 'stderr'"),
            ("9:stderr", "invalid argument: Malformed format for log output '9:stderr'"),
        ] {
            assert_eq!(parse_output(text).unwrap_err().message(), message);
        }
    }
}
