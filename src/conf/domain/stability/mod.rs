//! Whether two definitions show the guest the same machine, so that one can take the other's place under a guest that
//! remembers the first: tables of what a guest sees, in the original's order and words. In the errors "source" is the
//! old definition and "target" the new one. The tables of the machine and of devices are in `machine` and `devices`.

#![forbid(unsafe_code)]

mod devices;
mod machine;

use super::{DomainDef, fail};
use crate::error::Result;

/// How the original prints a text that is not there.
const NULL: &str = "<null>";

/// Something that a guest sees of a `T`.
struct Seen<T> {
    says: Says,
    value: fn(&T) -> String,
    /// What the error shows, where that is something else than what counts.
    shown: Option<fn(&T) -> String>,
}

/// What is said about a difference.
enum Says {
    /// "Target … NEW does not match source OLD"
    Differs(&'static str),
    /// The kind of a feature and its name.
    State(&'static str, &'static str),
    /// A text with `{old}` and `{new}` in it.
    Text(&'static str),
}

/// A thing that differs.
const fn differs<T>(what: &'static str, value: fn(&T) -> String) -> Seen<T> {
    Seen { says: Says::Differs(what), value, shown: None }
}

/// A difference with a text of its own.
const fn text<T>(text: &'static str, value: fn(&T) -> String) -> Seen<T> {
    Seen { says: Says::Text(text), value, shown: None }
}

impl<T> Seen<T> {
    /// As libvirt, which shows another thing than the one that it compares.
    const fn showing(self, shown: fn(&T) -> String) -> Self {
        Self { shown: Some(shown), ..self }
    }

    fn check(&self, old: &T, new: &T) -> Result<()> {
        if (self.value)(old) == (self.value)(new) {
            return Ok(());
        }
        let shown = self.shown.unwrap_or(self.value);
        Err(fail::unsupported(self.says.text(&shown(old), &shown(new))))
    }
}

impl Says {
    fn text(&self, old: &str, new: &str) -> String {
        match self {
            Self::Differs(what) => format!("Target {what} {new} does not match source {old}"),
            Self::State(kind, name) => {
                format!("State of {kind} '{name}' differs: source: '{old}', destination: '{new}'")
            }
            Self::Text(text) => text.replace("{old}", old).replace("{new}", new),
        }
    }
}

/// Fails with the first difference.
fn check<T>(table: &[Seen<T>], old: &T, new: &T) -> Result<()> {
    table.iter().try_for_each(|seen| seen.check(old, new))
}

/// Checks things that stand at the same place.
fn pairs<T>(old: &[T], new: &[T], check: impl Fn(&T, &T) -> Result<()>) -> Result<()> {
    old.iter().zip(new).try_for_each(|(old, new)| check(old, new))
}

/// A value that may be missing; `none` stands for it then.
fn or<T: ToString>(value: Option<T>, none: &str) -> String {
    value.map_or_else(|| none.to_owned(), |value| value.to_string())
}

impl DomainDef {
    /// Fails, with the first difference, if a guest could tell that `new` has taken the place of this definition.
    pub fn check_stability(&self, new: &Self) -> Result<()> {
        machine::check(self, new)?;
        devices::check(&self.devices, &new.devices)
    }
}
