//! `<smartcard>`

#![forbid(unsafe_code)]

use super::address::AddressKind;
use super::chardev::CharHost;
use super::device::DeviceInfo;
use super::{FormatFlags, Origin, fail};
use crate::error::Result;
use crate::util::xml::{Element, Writer, words};

/// `<smartcard>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Smartcard {
    pub source: SmartcardSource,
    pub info: DeviceInfo,
}

/// Where the card is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SmartcardSource {
    /// In a reader of the host.
    Host,
    /// Three certificates in a database of the host make one.
    HostCertificates { certificates: [String; 3], database: Option<String> },
    /// At the other end of a character device.
    Passthrough(CharHost),
}

words! {
    /// `<smartcard mode=…>`
    pub enum SmartcardMode {
        Host = "host",
        HostCertificates = "host-certificates",
        Passthrough = "passthrough",
    }
}

impl Smartcard {
    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        let source = match element.required_word("mode")? {
            SmartcardMode::Host => SmartcardSource::Host,
            SmartcardMode::HostCertificates => SmartcardSource::parse_certificates(element)?,
            SmartcardMode::Passthrough => {
                if element.attr("type").is_none() {
                    let detail = "passthrough mode requires a character device type attribute";
                    return Err(fail::xml(detail));
                }
                SmartcardSource::Passthrough(CharHost::parse(element, origin)?)
            }
        };
        Ok(Self { source, info: DeviceInfo::parse(element, origin)? })
    }

    /// The word of `<smartcard mode=…>`.
    pub fn mode(&self) -> SmartcardMode {
        match self.source {
            SmartcardSource::Host => SmartcardMode::Host,
            SmartcardSource::HostCertificates { .. } => SmartcardMode::HostCertificates,
            SmartcardSource::Passthrough(_) => SmartcardMode::Passthrough,
        }
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("smartcard", |w| {
            w.attr("mode", self.mode());
            match &self.source {
                SmartcardSource::Host => {}
                SmartcardSource::HostCertificates { certificates, database } => {
                    certificates.iter().for_each(|certificate| w.text("certificate", certificate));
                    if let Some(database) = database {
                        w.text("database", database);
                    }
                }
                SmartcardSource::Passthrough(host) => {
                    w.attr("type", host.source.kind());
                    host.format(w, &self.info, flags);
                }
            }
            self.info.format(w, flags);
        });
    }

    /// What the original notices once the definition is complete.
    pub(super) fn check(&self) -> Result<()> {
        match self.info.address {
            Some(address) if address.kind() != AddressKind::Ccid => {
                Err(fail::unsupported("Controllers must use the 'ccid' address type"))
            }
            _ => Ok(()),
        }
    }
}

impl SmartcardSource {
    fn parse_certificates(element: Element<'_>) -> Result<Self> {
        let certificates: Vec<_> = element.children_named("certificate").map(Element::text).collect();
        let certificates = certificates
            .try_into()
            .map_err(|_| fail::xml("host-certificates mode needs exactly three certificates"))?;
        let database = element.child_text("database");
        if let Some(path) = database.as_ref().filter(|path| !path.starts_with('/')) {
            return Err(fail::xml(format!("expecting absolute path: {path}")));
        }
        Ok(Self::HostCertificates { certificates, database })
    }
}
