//! Which events of QEMU's monitor a program wants, by their names.

use regex::bytes::{Regex, RegexBuilder};

use crate::abi::_virConnectDomainQemuMonitorEventRegisterFlags as Flags;
use crate::driver::check_flags;
use crate::error::{Error, ErrorDomain, Result};

const REGEX: u32 = Flags::VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_REGEX as u32;
const NOCASE: u32 = Flags::VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_NOCASE as u32;

/// A condition on names.
pub enum NameFilter {
    /// Exactly this name.
    Exact(String),
    /// This name, whatever the case of its ASCII letters.
    NoCase(String),
    /// Names in which the expression is found.
    Regex(Regex),
}

impl NameFilter {
    /// The filter behind `name` and `flags` (`virConnectDomainQemuMonitorEventRegisterFlags`); without a name
    /// everything is wanted.
    pub fn new(name: Option<&str>, flags: u32) -> Result<Option<Self>> {
        // The original's name for the function that checks.
        let checker = "virDomainQemuMonitorEventStateRegisterID";
        check_flags(flags, REGEX | NOCASE, ErrorDomain::VIR_FROM_NONE, checker)?;
        let Some(name) = name else { return Ok(None) };
        if flags & REGEX == 0 {
            let filter = if flags & NOCASE == 0 { Self::Exact } else { Self::NoCase };
            return Ok(Some(filter(name.to_owned())));
        }
        // QEMU's names are ASCII; expressions mean ASCII classes, as in the original.
        let regex = RegexBuilder::new(name).unicode(false).case_insensitive(flags & NOCASE != 0).build();
        let regex = regex.map_err(|error| {
            // The cause stands in the last line, below a picture of the place.
            let error = error.to_string();
            let cause = error.lines().last().unwrap_or_default().trim_start_matches("error: ");
            let text = format!("failed to compile regex '{name}': {cause}");
            Error::invalid_arg(ErrorDomain::VIR_FROM_NONE, text)
        })?;
        Ok(Some(Self::Regex(regex)))
    }

    /// Whether events of this name are wanted.
    pub fn matches(&self, name: &str) -> bool {
        match self {
            Self::Exact(wanted) => name == wanted,
            Self::NoCase(wanted) => name.eq_ignore_ascii_case(wanted),
            Self::Regex(regex) => regex.is_match(name.as_bytes()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_match_as_on_the_original() {
        // Observed with a guest of the original: which registrations hear of STOP.
        let hears = |name, flags| {
            let filter = NameFilter::new(Some(name), flags).expect("a good filter");
            filter.expect("a name filters").matches("STOP")
        };
        for (name, flags) in [("STOP", 0), ("stop", 2), ("TO", 1), ("^S.OP$", 1), ("^s", 3), ("", 1)] {
            assert!(hears(name, flags), "{name} {flags}");
        }
        for (name, flags) in [("stop", 0), ("TO", 0), ("", 0), ("^s", 1), ("stop", 1), ("to", 2)] {
            assert!(!hears(name, flags), "{name} {flags}");
        }
    }

    #[test]
    fn no_name_wants_everything_and_bad_ones_fail() {
        assert!(NameFilter::new(None, 1).expect("no name to go wrong").is_none());
        let text =
            |name, flags| NameFilter::new(name, flags).map(drop).expect_err("bad").message().to_owned();
        assert_eq!(text(Some("("), 1), "invalid argument: failed to compile regex '(': unclosed group");
        assert_eq!(
            text(None, 4),
            "unsupported flags (0x4) in function virDomainQemuMonitorEventStateRegisterID"
        );
    }
}
