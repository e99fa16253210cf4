//! `<iotune>` of a disk: limits of what the guest reads and writes.

#![forbid(unsafe_code)]

use super::fail;
use crate::error::Result;
use crate::util::xml::{Element, Writer, number};

/// The limits, in the order of [`IoTune::limits`]: names of elements and of typed parameters.
pub const LIMITS: [&str; 19] = [
    "total_bytes_sec",
    "read_bytes_sec",
    "write_bytes_sec",
    "total_iops_sec",
    "read_iops_sec",
    "write_iops_sec",
    "total_bytes_sec_max",
    "read_bytes_sec_max",
    "write_bytes_sec_max",
    "total_iops_sec_max",
    "read_iops_sec_max",
    "write_iops_sec_max",
    "size_iops_sec",
    "total_bytes_sec_max_length",
    "read_bytes_sec_max_length",
    "write_bytes_sec_max_length",
    "total_iops_sec_max_length",
    "read_iops_sec_max_length",
    "write_iops_sec_max_length",
];

/// How many limits come before the name of the group.
pub const BEFORE_GROUP: usize = 13;

/// Three limits each: in total, for reading, for writing. Where the first is set the others must not be.
const TRIPLES: [(usize, &str); 4] =
    [(0, "bytes_sec"), (3, "iops_sec"), (6, "bytes_sec_max"), (9, "iops_sec_max")];

/// `<iotune>`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IoTune {
    /// By the place of the name in [`LIMITS`]; 0 is none.
    pub limits: [u64; LIMITS.len()],
    /// Disks with the same name share their limits.
    pub group: Option<String>,
}

impl IoTune {
    pub(super) fn parse(element: Element<'_>) -> Result<Self> {
        let mut tune = Self::default();
        for (limit, name) in tune.limits.iter_mut().zip(LIMITS) {
            if let Some(text) = element.child_text(name) {
                *limit = number(&text)
                    .ok_or_else(|| fail::xml(format!("disk iotune field '{name}' must be an integer")))?;
            }
        }
        tune.group = element.child_text("group_name");
        if let Some(name) = tune.contradiction() {
            return Err(fail::xml(format!("total and read/write {name} cannot be set at the same time")));
        }
        Ok(tune)
    }

    /// What is limited both in total and for one direction, such as "bytes_sec".
    pub fn contradiction(&self) -> Option<&'static str> {
        let at_once = |first: usize| {
            self.limits[first] != 0 && (self.limits[first + 1] != 0 || self.limits[first + 2] != 0)
        };
        TRIPLES.into_iter().find(|(first, _)| at_once(*first)).map(|(_, name)| name)
    }

    pub(super) fn format(&self, w: &mut Writer) {
        w.element_unless_empty("iotune", |w| {
            for (place, (name, limit)) in LIMITS.into_iter().zip(self.limits).enumerate() {
                if place == BEFORE_GROUP
                    && let Some(group) = &self.group
                {
                    w.text("group_name", group);
                }
                if limit != 0 {
                    w.text(name, limit);
                }
            }
        });
    }
}
