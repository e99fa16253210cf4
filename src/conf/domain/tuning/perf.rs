//! `<perf>`: what the host counts while the domain runs.

#![forbid(unsafe_code)]

use crate::conf::domain::device::YesNo;
use crate::conf::domain::fail;
use crate::error::Result;
use crate::util::xml::{Element, Writer};

/// The events, in the original's order.
pub const EVENTS: [&str; 22] = [
    "cmt",
    "mbmt",
    "mbml",
    "cpu_cycles",
    "instructions",
    "cache_references",
    "cache_misses",
    "branch_instructions",
    "branch_misses",
    "bus_cycles",
    "stalled_cycles_frontend",
    "stalled_cycles_backend",
    "ref_cpu_cycles",
    "cpu_clock",
    "task_clock",
    "page_faults",
    "context_switches",
    "cpu_migrations",
    "page_faults_min",
    "page_faults_maj",
    "alignment_faults",
    "emulation_faults",
];

/// `<perf>`: for every event whether it is counted, in the order of [`EVENTS`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Perf {
    pub events: [Option<YesNo>; EVENTS.len()],
}

impl Perf {
    pub(in crate::conf::domain) fn parse(element: Element<'_>) -> Result<Self> {
        let mut perf = Self::default();
        for event in element.children_named("event") {
            let name = event.required("name")?;
            let place = EVENTS
                .iter()
                .position(|known| *known == name)
                .ok_or_else(|| event.invalid("name", name, ""))?;
            let enabled = event.required_word("enabled")?;
            if perf.events[place].replace(enabled).is_some() {
                return Err(fail::xml(format!("perf event '{name}' was already specified")));
            }
        }
        Ok(perf)
    }

    pub(in crate::conf::domain) fn format(&self, w: &mut Writer) {
        w.element_unless_empty("perf", |w| {
            for (name, enabled) in EVENTS.iter().zip(self.events) {
                if let Some(enabled) = enabled {
                    w.element("event", |w| {
                        w.attr("name", name);
                        w.attr("enabled", enabled);
                    });
                }
            }
        });
    }
}
