//! `<tpm>`

#![forbid(unsafe_code)]

use super::device::{DeviceInfo, YesNo};
use super::{FormatFlags, Origin, fail};
use crate::error::Result;
use crate::ident::Uuid;
use crate::util::uuid;
use crate::util::xml::{Element, Writer, words};

/// `<tpm>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tpm {
    /// The driver's choice if the XML does not say.
    pub model: Option<TpmModel>,
    pub backend: TpmBackend,
    pub info: DeviceInfo,
}

words! {
    /// `<tpm model=…>`
    pub enum TpmModel {
        Tis = "tpm-tis",
        Crb = "tpm-crb",
        Spapr = "tpm-spapr",
        SpaprProxy = "spapr-tpm-proxy",
    }
}

/// `<backend>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TpmBackend {
    /// The host's own chip.
    Passthrough { path: String },
    /// A process that the driver runs.
    Emulator(TpmEmulator),
    /// A process at a socket.
    External { path: String },
}

words! {
    /// `<backend type=…>`
    pub enum TpmBackendKind {
        Passthrough = "passthrough",
        Emulator = "emulator",
        External = "external",
    }
}

/// The settings of an emulated chip.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TpmEmulator {
    pub version: Option<TpmVersion>,
    /// The state outlives a transient domain.
    pub persistent_state: bool,
    /// The secret that its state is encrypted with.
    pub secret: Option<Uuid>,
    /// In the order of their table.
    pub pcr_banks: Vec<PcrBank>,
}

words! {
    /// `<backend version=…>`
    pub enum TpmVersion {
        V12 = "1.2",
        V20 = "2.0",
    }
}

words! {
    /// An element in `<active_pcr_banks>`
    #[derive(PartialOrd, Ord)]
    pub enum PcrBank {
        Sha1 = "sha1",
        Sha256 = "sha256",
        Sha384 = "sha384",
        Sha512 = "sha512",
    }
}

/// The chip of a host that has one.
const DEFAULT_DEVICE: &str = "/dev/tpm0";

impl Tpm {
    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        let model = element.word("model")?;
        let mut backends = element.children_named("backend");
        let backend = backends.next().ok_or_else(|| fail::xml("missing TPM device backend"))?;
        if backends.next().is_some() {
            return Err(fail::xml("only one TPM backend is supported"));
        }
        Ok(Self { model, backend: TpmBackend::parse(backend)?, info: DeviceInfo::parse(element, origin)? })
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("tpm", |w| {
            w.attr_opt("model", self.model);
            w.element("backend", |w| {
                w.attr("type", self.backend.kind());
                self.backend.format(w);
            });
            self.info.format(w, flags);
        });
    }

    /// What the original notices once the definition is complete.
    pub(super) fn check(&self) -> Result<()> {
        match &self.backend {
            TpmBackend::Emulator(emulator)
                if !emulator.pcr_banks.is_empty() && emulator.version != Some(TpmVersion::V20) =>
            {
                Err(fail::xml("<active_pcr_banks/> requires TPM version '2.0'"))
            }
            _ => Ok(()),
        }
    }
}

impl TpmBackend {
    fn parse(element: Element<'_>) -> Result<Self> {
        match element.required_word("type")? {
            TpmBackendKind::Passthrough => {
                let path = element.child("device").and_then(|device| device.filled("path"));
                Ok(Self::Passthrough { path: path.unwrap_or(DEFAULT_DEVICE).to_owned() })
            }
            TpmBackendKind::Emulator => TpmEmulator::parse(element).map(Self::Emulator),
            TpmBackendKind::External => Self::parse_external(element),
        }
    }

    fn parse_external(element: Element<'_>) -> Result<Self> {
        let source = element.child("source");
        let attr = |name| source.and_then(|source| source.attr(name));
        match attr("type") {
            None => return Err(fail::xml("missing external TPM backend type")),
            Some("unix") => {}
            Some(kind) if kind.parse::<super::chardev::CharKind>().is_ok() => {
                let detail = "only source type 'unix' is supported for external TPM device";
                return Err(fail::xml(detail));
            }
            Some(kind) => {
                let detail = format!("unknown backend type '{kind}' for external TPM");
                return Err(fail::unsupported(detail));
            }
        }
        let path = attr("path").ok_or_else(|| fail::xml("missing socket path for external TPM device"))?;
        if attr("mode").is_some_and(|mode| mode != "connect") {
            return Err(fail::xml("only 'client' mode is supported for external TPM device"));
        }
        Ok(Self::External { path: path.to_owned() })
    }

    /// The word of `<backend type=…>`.
    pub fn kind(&self) -> TpmBackendKind {
        match self {
            Self::Passthrough { .. } => TpmBackendKind::Passthrough,
            Self::Emulator(_) => TpmBackendKind::Emulator,
            Self::External { .. } => TpmBackendKind::External,
        }
    }

    fn format(&self, w: &mut Writer) {
        match self {
            Self::Passthrough { path } => w.element("device", |w| w.attr("path", path)),
            Self::Emulator(emulator) => emulator.format(w),
            Self::External { path } => w.element("source", |w| {
                w.attr("type", "unix");
                w.attr("mode", "connect");
                w.attr("path", path);
            }),
        }
    }
}

impl TpmEmulator {
    fn parse(element: Element<'_>) -> Result<Self> {
        let persistent_state = match element.attr("persistent_state") {
            None | Some("no") => false,
            Some("yes") => true,
            Some(_) => {
                let detail = "Invalid persistent_state value, either 'yes' or 'no'";
                return Err(fail::internal(detail));
            }
        };
        let secret = element.child("encryption").and_then(|encryption| encryption.attr("secret"));
        let secret = secret.map(|text| {
            uuid::parse(text).ok_or_else(|| fail::internal(format!("Unable to parse secret uuid '{text}'")))
        });
        let bank = |bank: Element<'_>| {
            let name = bank.name();
            name.parse().map_err(|()| fail::unsupported(format!("Unsupported PCR banks '{name}'")))
        };
        let banks = element.child("active_pcr_banks");
        let banks = banks.map(|banks| banks.children().map(bank).collect::<Result<Vec<_>>>());
        let mut pcr_banks = banks.transpose()?.unwrap_or_default();
        pcr_banks.sort_unstable();
        pcr_banks.dedup();
        Ok(Self {
            version: element.word("version")?,
            persistent_state,
            secret: secret.transpose()?,
            pcr_banks,
        })
    }

    fn format(&self, w: &mut Writer) {
        w.attr_opt("version", self.version);
        w.attr_opt("persistent_state", self.persistent_state.then_some(YesNo::Yes));
        w.element_unless_empty("encryption", |w| w.attr_opt("secret", self.secret));
        w.element_unless_empty("active_pcr_banks", |w| {
            self.pcr_banks.iter().for_each(|bank| w.empty(bank.as_str()));
        });
    }
}
