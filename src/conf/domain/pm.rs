//! `<pm>`: which sleep states the firmware offers.

#![forbid(unsafe_code)]

use super::device::YesNo;
use crate::error::Result;
use crate::util::xml::{Element, Writer};

/// `<pm>`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PowerManagement {
    pub suspend_to_mem: Option<YesNo>,
    pub suspend_to_disk: Option<YesNo>,
}

impl PowerManagement {
    pub(super) fn parse(element: Element<'_>) -> Result<Self> {
        let enabled = |name| match element.child(name) {
            Some(child) => child.word("enabled"),
            None => Ok(None),
        };
        Ok(Self { suspend_to_mem: enabled("suspend-to-mem")?, suspend_to_disk: enabled("suspend-to-disk")? })
    }

    pub(super) fn format(self, w: &mut Writer) {
        w.element_unless_empty("pm", |w| {
            for (name, enabled) in
                [("suspend-to-mem", self.suspend_to_mem), ("suspend-to-disk", self.suspend_to_disk)]
            {
                w.element_unless_empty(name, |w| w.attr_opt("enabled", enabled));
            }
        });
    }
}
