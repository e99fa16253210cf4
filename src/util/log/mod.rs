//! The sink behind the `log` facade: which of the library's log lines go where, as the environment says.
//!
//! `LIBVIRT_DEBUG` sets the lowest level, `LIBVIRT_LOG_FILTERS` another one for some sources, and
//! `LIBVIRT_LOG_OUTPUTS` the places. Without places, warnings and errors go to standard error. What the
//! variables may say is in `settings`, how a line is written in `outputs`. Lock: filters and outputs are fixed
//! at the start; that of a file is a leaf.

#![forbid(unsafe_code)]

mod outputs;
pub mod settings;

use std::borrow::Cow;
use std::env;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use log::{LevelFilter, Log, Metadata, Record};

use crate::error::Result;
use outputs::{Line, Output, Place};
use settings::Filter;

/// Installs the sink and the panic hook, once per process. Fails, every time, if the environment asks for
/// something that is not understood or cannot be opened, as in the original.
pub fn init() -> Result<()> {
    static SINK: OnceLock<(Sink, Result<()>)> = OnceLock::new();
    let mut first = false;
    let (sink, outcome) = SINK.get_or_init(|| {
        first = true;
        let mut sink = Sink::default();
        let outcome = sink.read_environment();
        (sink, outcome)
    });
    // Where another logger is installed, a program has linked the crate itself and wants it so.
    if first && log::set_logger(sink).is_ok() {
        log::set_max_level(sink.max_level());
        ERRORS_WANTED.store(sink.explicit, Ordering::Relaxed);
        // The standard library inside a shared object is its own: only our panics come here.
        #[cfg(not(test))]
        std::panic::set_hook(Box::new(|info| log::error!("unexpected panic: {info}")));
    }
    outcome.clone()
}

/// Whether errors that programs see anyway are logged too: only if a place was asked for.
pub fn wants_errors() -> bool {
    ERRORS_WANTED.load(Ordering::Relaxed)
}

static ERRORS_WANTED: AtomicBool = AtomicBool::new(false);

/// All filters and outputs; `explicit` if the environment names outputs.
#[derive(Debug)]
struct Sink {
    level: LevelFilter,
    filters: Vec<Filter>,
    outputs: Vec<Output>,
    explicit: bool,
}

impl Default for Sink {
    fn default() -> Self {
        let outputs = vec![Output::new(LevelFilter::Debug, Place::Stderr)];
        Self { level: LevelFilter::Warn, filters: Vec::new(), outputs, explicit: false }
    }
}

impl Sink {
    /// Takes over what the environment says, up to the first variable that cannot be understood.
    fn read_environment(&mut self) -> Result<()> {
        let variable = |name| env::var(name).ok().filter(|text| !text.is_empty());
        if let Some(text) = variable("LIBVIRT_DEBUG") {
            self.level = settings::level(&text)?;
        }
        self.filters = settings::filters(&variable("LIBVIRT_LOG_FILTERS").unwrap_or_default())?;
        let outputs = settings::outputs(&variable("LIBVIRT_LOG_OUTPUTS").unwrap_or_default())?;
        if !outputs.is_empty() {
            self.outputs = outputs;
            self.explicit = true;
        }
        Ok(())
    }

    /// The lowest level that may be of interest to anyone.
    fn max_level(&self) -> LevelFilter {
        let wanted = self.filters.iter().map(|filter| filter.level).max().unwrap_or(LevelFilter::Off);
        let taken = self.outputs.iter().map(|output| output.level).max().unwrap_or(LevelFilter::Off);
        wanted.max(self.level).min(taken)
    }

    /// The lowest level that is let through from `source`: as the first filter that matches says.
    fn level_of(&self, source: &str) -> LevelFilter {
        self.filters.iter().find(|filter| filter.matches(source)).map_or(self.level, |filter| filter.level)
    }
}

impl Log for Sink {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.level() <= self.max_level()
    }

    fn log(&self, record: &Record<'_>) {
        let source = source(record.module_path().unwrap_or_default());
        if record.level() > self.level_of(&source) {
            return;
        }
        let line = Line::new(record, &source);
        for output in self.outputs.iter().filter(|output| record.level() <= output.level) {
            output.write(&line);
        }
    }

    fn flush(&self) {}
}

/// What filters know a part of the library by: "libvirt" for public functions, "util.error" for their errors, else
/// the module, such as "drivers.qemu.start".
fn source(module: &str) -> Cow<'static, str> {
    match module.split_once("::").map_or(module, |(_, inside)| inside) {
        "capi::virterror" => "util.error".into(),
        inside if inside.starts_with("capi::") => "libvirt".into(),
        inside => inside.replace("::", ".").into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_have_the_names_that_people_know() {
        assert_eq!(source("virt::capi::boundary"), "libvirt");
        assert_eq!(source("virt::capi::virterror"), "util.error");
        assert_eq!(source("virt::drivers::qemu::start"), "drivers.qemu.start");
        assert_eq!(source(""), "");
    }

    #[test]
    fn the_first_filter_that_matches_decides() {
        let filters = settings::filters("1:monitor 4:qemu 1:qemu.start").unwrap();
        let sink = Sink {
            level: LevelFilter::Warn,
            filters,
            outputs: vec![Output::new(LevelFilter::Info, Place::Stderr)],
            explicit: true,
        };
        assert_eq!(sink.level_of("monitor.json"), LevelFilter::Debug);
        assert_eq!(sink.level_of("drivers.qemu.start"), LevelFilter::Error);
        assert_eq!(sink.level_of("libvirt"), LevelFilter::Warn);
        assert_eq!(sink.max_level(), LevelFilter::Info);
    }
}
