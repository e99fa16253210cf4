//! `<qemu:commandline>`: what the user adds to the emulator's command line and environment.

#![forbid(unsafe_code)]

use super::fail;
use crate::error::{Error, ErrorDomain, Result};
use crate::util::xml::{Element, Writer};

/// The namespace of elements that only QEMU domains have.
const NAMESPACE: &str = "http://libvirt.org/schemas/domain/qemu/1.0";

/// `<qemu:commandline>`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QemuCommandline {
    pub args: Vec<String>,
    /// Names with their values; `None` is an empty value.
    pub env: Vec<(String, Option<String>)>,
}

impl QemuCommandline {
    pub(super) fn parse(domain: Element<'_>) -> Result<Self> {
        for name in ["capabilities", "override"] {
            if domain.children_in(NAMESPACE, name).any(Element::says_something) {
                return Err(fail::unsupported(format!("element 'qemu:{name}' in 'domain' is not supported")));
            }
        }
        let mut commandline = Self::default();
        let Some(element) = domain.children_in(NAMESPACE, "commandline").next() else {
            return Ok(commandline);
        };
        let internal = |text: &str| Error::internal(ErrorDomain::VIR_FROM_QEMU, text);
        for arg in element.children_in(NAMESPACE, "arg") {
            let value =
                arg.attr("value").ok_or_else(|| internal("No qemu command-line argument specified"))?;
            commandline.args.push(value.to_owned());
        }
        for env in element.children_in(NAMESPACE, "env") {
            let name = env.filled("name").ok_or_else(|| internal("No qemu environment name specified"))?;
            if name.starts_with(|c: char| !c.is_ascii_alphabetic() && c != '_') {
                let text = "Invalid environment name, it must begin with a letter or underscore";
                return Err(internal(text));
            }
            if !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
                let text = "Invalid environment name, it must contain only alphanumerics and underscore";
                return Err(internal(text));
            }
            commandline.env.push((name.to_owned(), env.attr("value").map(str::to_owned)));
        }
        Ok(commandline)
    }

    fn is_empty(&self) -> bool {
        self.args.is_empty() && self.env.is_empty()
    }

    /// Declares the namespace on the outermost element.
    pub(super) fn declare(&self, w: &mut Writer) {
        w.attr_opt("xmlns:qemu", (!self.is_empty()).then_some(NAMESPACE));
    }

    pub(super) fn format(&self, w: &mut Writer) {
        w.element_unless_empty("qemu:commandline", |w| {
            for arg in &self.args {
                w.element("qemu:arg", |w| w.attr("value", arg));
            }
            for (name, value) in &self.env {
                w.element("qemu:env", |w| {
                    w.attr("name", name);
                    w.attr_opt("value", value.as_ref());
                });
            }
        });
    }
}
