//! `<resource>`: where the domain stands in the host's accounts.

#![forbid(unsafe_code)]

use super::fail;
use crate::error::{Error, ErrorDomain, Result};
use crate::util::xml::{Element, Writer};

/// Most characters of an application's id.
const MAX_APP_ID: usize = 128;

/// `<resource>`; says at least one of the two.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resource {
    /// The group of processes that the domain's belong to.
    pub partition: Option<String>,
    /// `<fibrechannel appid=…>`: how a storage network tells the domain's traffic.
    pub fibre_channel_app_id: Option<String>,
}

impl Resource {
    pub(super) fn parse(domain: Element<'_>) -> Result<Option<Self>> {
        let mut elements = domain.children_named("resource");
        let Some(element) = elements.next() else { return Ok(None) };
        if elements.next().is_some() {
            return Err(fail::xml("only one resource element is supported"));
        }
        let app_id = element.child("fibrechannel").and_then(|channel| channel.filled("appid"));
        let resource = Self {
            partition: element.child_text("partition"),
            fibre_channel_app_id: app_id.map(str::to_owned),
        };
        if resource == Self::default() {
            // As libvirt, which does not say why.
            return Err(Error::unknown_cause());
        }
        Ok(Some(resource))
    }

    pub(super) fn check(&self) -> Result<()> {
        let Some(app_id) = &self.fibre_channel_app_id else { return Ok(()) };
        if app_id.len() > MAX_APP_ID {
            let detail = format!("Fibre Channel 'appid' string length must be between [1, {MAX_APP_ID}]");
            return Err(Error::invalid_arg(ErrorDomain::VIR_FROM_DOMAIN, detail));
        }
        if app_id.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic()) {
            Ok(())
        } else {
            Err(fail::xml("Fibre Channel 'appid' is not a printable string"))
        }
    }

    pub(super) fn format(&self, w: &mut Writer) {
        w.element("resource", |w| {
            w.text_opt("partition", self.partition.as_ref());
            w.element_unless_empty("fibrechannel", |w| {
                w.attr_opt("appid", self.fibre_channel_app_id.as_ref());
            });
        });
    }
}
