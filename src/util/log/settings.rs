//! What the environment may say about logging: levels, filters and outputs, in the original's syntax.

#![forbid(unsafe_code)]

use std::ffi::CString;
use std::path;

use log::LevelFilter;

use super::outputs::{Output, Place};
use crate::error::{Error, ErrorDomain, Result};
use crate::util::sys;

/// A level for all sources that match a pattern.
#[derive(Debug)]
pub struct Filter {
    /// The lowest level that is let through.
    pub level: LevelFilter,
    /// A shell pattern that may match anywhere in the name of the source.
    pattern: CString,
}

impl Filter {
    /// Whether the filter speaks of `source`.
    pub fn matches(&self, source: &str) -> bool {
        CString::new(source).is_ok_and(|source| sys::matches_pattern(&self.pattern, &source))
    }
}

/// `LIBVIRT_DEBUG`: one of the four levels, by number or name.
pub fn level(text: &str) -> Result<LevelFilter> {
    match text {
        "1" | "debug" => Ok(LevelFilter::Debug),
        "2" | "info" => Ok(LevelFilter::Info),
        "3" | "warning" => Ok(LevelFilter::Warn),
        "4" | "error" => Ok(LevelFilter::Error),
        _ => Err(invalid(format!("Failed to set logging priority, argument '{text}' is invalid"))),
    }
}

/// `LIBVIRT_LOG_FILTERS`: `LEVEL:PATTERN`, as many as there are, with blanks between them.
pub fn filters(text: &str) -> Result<Vec<Filter>> {
    words(text).map(filter).collect()
}

/// What stands between blanks. Other white space is none.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(' ').filter(|word| !word.is_empty())
}

fn filter(text: &str) -> Result<Filter> {
    let mut parts = text.split(':');
    let (Some(priority), Some(pattern)) = (parts.next(), parts.next()) else {
        return Err(invalid(format!("Malformed format for filter '{text}'")));
    };
    let level = number(priority)
        .ok_or_else(|| invalid(format!("Invalid priority '{priority}' for filter '{text}'")))?;
    let wide = CString::new(format!("*{pattern}*")).ok().filter(|_| !pattern.is_empty());
    let pattern = wide.ok_or_else(|| invalid(format!("Invalid match string '{pattern}'")))?;
    Ok(Filter { level, pattern })
}

/// `LIBVIRT_LOG_OUTPUTS`: `LEVEL:stderr`, `LEVEL:file:PATH`, `LEVEL:syslog:NAME` or `LEVEL:journald`, as many as
/// there are, with blanks between them. Of several for one place the last counts.
pub fn outputs(text: &str) -> Result<Vec<Output>> {
    let mut outputs: Vec<Output> = Vec::new();
    for text in words(text) {
        let (level, destination) = destination(text)?;
        let new = Output::new(level, destination.open()?);
        outputs.retain(|output| !output.place.is_same(&new.place));
        outputs.push(new);
    }
    Ok(outputs)
}

/// What an output names: a place that is not open yet.
#[derive(Debug)]
pub enum Destination<'a> {
    Stderr,
    Journald,
    Syslog(&'a str),
    File(&'a str),
}

impl Destination<'_> {
    fn open(&self) -> Result<Place> {
        match *self {
            Self::Stderr => Ok(Place::Stderr),
            Self::Journald => Place::journald(),
            Self::Syslog(name) => Place::syslog(name),
            Self::File(path) => {
                // An empty path is the current directory, which then cannot be opened.
                let path = if path.is_empty() { "." } else { path };
                let absolute = path::absolute(path).map_err(|cause| {
                    Error::system(ErrorDomain::VIR_FROM_NONE, format!("failed to open {path}"), &cause)
                })?;
                Place::file(absolute)
            }
        }
    }
}

/// One output: the lowest level that it takes, and where it is.
pub fn destination(text: &str) -> Result<(LevelFilter, Destination<'_>)> {
    let parts: Vec<_> = text.split(':').collect();
    let [priority, destination, rest @ ..] = &*parts else {
        return Err(invalid(format!("Malformed format for log output '{text}'")));
    };
    let level = number(priority)
        .ok_or_else(|| invalid(format!("Invalid log priority '{priority}' for log output '{text}'")))?;
    let place = match (*destination, rest) {
        ("stderr", []) => Destination::Stderr,
        ("journald", []) => Destination::Journald,
        ("syslog", [name]) => Destination::Syslog(name),
        ("file", [path]) => Destination::File(path),
        ("stderr" | "journald" | "syslog" | "file", _) => {
            return Err(invalid(format!(
                "Log output '{text}' does not meet the format requirements for destination type '{destination}'"
            )));
        }
        _ => return Err(invalid(format!("Invalid log destination '{destination}' for log output '{text}'"))),
    };
    Ok((level, place))
}

/// A level by its number: 1 is debug, 4 is error. White space, a sign and zeros may stand before it, as C's `strtoul`
/// allows.
fn number(text: &str) -> Option<LevelFilter> {
    let text = text.trim_ascii_start();
    match text.strip_prefix('-').is_none().then(|| text.parse::<u32>().ok())?? {
        1 => Some(LevelFilter::Debug),
        2 => Some(LevelFilter::Info),
        3 => Some(LevelFilter::Warn),
        4 => Some(LevelFilter::Error),
        _ => None,
    }
}

fn invalid(detail: String) -> Error {
    Error::invalid_arg(ErrorDomain::VIR_FROM_NONE, detail)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filters_match_anywhere_in_a_source() {
        let filters = filters(" 1:qemu  3:co*f 2:+a:b").unwrap();
        assert_eq!(filters.iter().map(|filter| filter.level).collect::<Vec<_>>().len(), 3);
        assert!(filters[0].matches("drivers.qemu.start") && !filters[0].matches("drivers.test"));
        assert!(filters[1].matches("conf.domain") && !filters[1].matches("CONF"));
        assert!(!filters[2].matches("a") && filters[2].matches("x+a"));
    }

    #[test]
    fn the_last_output_for_a_place_counts() {
        let outputs = outputs("1:stderr 4:stderr").unwrap();
        assert_eq!(outputs.len(), 1);
        assert_eq!(outputs[0].level, LevelFilter::Error);
    }
}
