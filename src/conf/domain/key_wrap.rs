//! `<keywrap>`: which keys an s390 guest may wrap.

#![forbid(unsafe_code)]

use super::device::Switch;
use super::fail;
use crate::error::Result;
use crate::util::xml::{Element, Writer, words};

/// `<keywrap>`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KeyWrap {
    pub aes: Option<Switch>,
    pub dea: Option<Switch>,
}

words! {
    /// `<cipher name=…>`
    enum Cipher {
        Aes = "aes",
        Dea = "dea",
    }
}

impl KeyWrap {
    pub(super) fn parse(element: Element<'_>) -> Result<Self> {
        let mut wrap = Self::default();
        for cipher in element.children_named("cipher") {
            let name = cipher.required_word("name")?;
            let state = cipher.required_word("state")?;
            let place = match name {
                Cipher::Aes => &mut wrap.aes,
                Cipher::Dea => &mut wrap.dea,
            };
            if place.replace(state).is_some() {
                return Err(fail::internal(format!(
                    "A domain definition can have no more than one cipher node with name {name}"
                )));
            }
        }
        Ok(wrap)
    }

    pub(super) fn format(self, w: &mut Writer) {
        w.element_unless_empty("keywrap", |w| {
            for (name, state) in [(Cipher::Aes, self.aes), (Cipher::Dea, self.dea)] {
                if let Some(state) = state {
                    w.element("cipher", |w| {
                        w.attr("name", name);
                        w.attr("state", state);
                    });
                }
            }
        });
    }
}
