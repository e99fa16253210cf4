//! `<launchSecurity>`: a guest that its host cannot look into.

#![forbid(unsafe_code)]

use super::device::YesNo;
use super::fail;
use crate::error::Result;
use crate::util::xml::{Element, Writer, hex_number, number, words};

/// `<launchSecurity>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LaunchSecurity {
    Sev(Sev),
    /// Protected virtualization of s390.
    S390Pv,
}

/// AMD's Secure Encrypted Virtualization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sev {
    pub kernel_hashes: Option<YesNo>,
    /// Bit of a guest's page table entry that says "encrypted".
    pub cbitpos: Option<u32>,
    /// How many bits of physical addresses the encryption takes away.
    pub reduced_phys_bits: Option<u32>,
    /// What the guest's owner asks of the firmware, bit by bit.
    pub policy: u32,
    /// The owner's certificate and session, in base64.
    pub dh_cert: Option<String>,
    pub session: Option<String>,
}

words! {
    /// `<launchSecurity type=…>`
    enum LaunchSecurityKind {
        Sev = "sev",
        S390Pv = "s390-pv",
    }
}

impl LaunchSecurity {
    pub(super) fn parse(element: Element<'_>) -> Result<Self> {
        Ok(match element.required_word("type")? {
            LaunchSecurityKind::Sev => Self::Sev(Sev::parse(element)?),
            LaunchSecurityKind::S390Pv => Self::S390Pv,
        })
    }

    pub(super) fn format(&self, w: &mut Writer) {
        w.element("launchSecurity", |w| match self {
            Self::Sev(sev) => sev.format(w),
            Self::S390Pv => w.attr("type", LaunchSecurityKind::S390Pv),
        });
    }
}

impl Sev {
    fn parse(element: Element<'_>) -> Result<Self> {
        let bits = |name: &str, words: &str| match element.child_text(name) {
            None => Ok(None),
            Some(text) => number(&text)
                .map(Some)
                .ok_or_else(|| fail::xml(format!("Invalid format for launch security {words}"))),
        };
        let kernel_hashes = element.word("kernelHashes")?;
        let policy = element.child_text("policy").and_then(|text| hex_number(&text));
        Ok(Self {
            kernel_hashes,
            policy: policy.ok_or_else(|| fail::xml("failed to get launch security policy"))?,
            cbitpos: bits("cbitpos", "cbitpos")?,
            reduced_phys_bits: bits("reducedPhysBits", "reduced-phys-bits")?,
            dh_cert: element.child_text("dhCert"),
            session: element.child_text("session"),
        })
    }

    fn format(&self, w: &mut Writer) {
        w.attr("type", LaunchSecurityKind::Sev);
        w.attr_opt("kernelHashes", self.kernel_hashes);
        // As libvirt: the highest numbers come out negative.
        w.text_opt("cbitpos", self.cbitpos.map(u32::cast_signed));
        w.text_opt("reducedPhysBits", self.reduced_phys_bits.map(u32::cast_signed));
        w.text("policy", format_args!("0x{:04x}", self.policy));
        w.text_opt("dhCert", self.dh_cert.as_ref());
        w.text_opt("session", self.session.as_ref());
    }
}
