//! `<rng>`: where the guest's random numbers come from.

#![forbid(unsafe_code)]

use super::chardev::{CharHost, CharKind};
use super::device::{DeviceInfo, VirtioOptions};
use super::disk::DiskModel;
use super::{FormatFlags, Origin, fail};
use crate::error::Result;
use crate::util::xml::{Element, Writer, number, words};

/// `<rng>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rng {
    /// Which form of virtio.
    pub model: DiskModel,
    pub rate: Option<RngRate>,
    pub backend: RngBackend,
    pub virtio: VirtioOptions,
    pub info: DeviceInfo,
}

/// `<rate>`: most bytes in a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RngRate {
    pub bytes: u32,
    /// 0 is the emulator's default.
    pub period_ms: u32,
}

/// `<backend>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RngBackend {
    /// A device of the host.
    Random { path: String },
    /// A daemon that gathers entropy.
    Egd(CharHost),
    /// The emulator itself.
    Builtin,
}

words! {
    /// `<backend model=…>`
    pub enum RngBackendKind {
        Random = "random",
        Egd = "egd",
        Builtin = "builtin",
    }
}

/// Where Linux has random numbers.
const DEFAULT_SOURCE: &str = "/dev/random";

impl Rng {
    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        let model = element.attr("model").ok_or_else(|| fail::xml("missing RNG device model"))?;
        let model = model.parse().map_err(|()| fail::unsupported(format!("unknown RNG model '{model}'")))?;
        let rate = element.child("rate").map(RngRate::parse).transpose()?.flatten();
        let mut backends = element.children_named("backend");
        let (Some(backend), None) = (backends.next(), backends.next()) else {
            return Err(fail::xml("only one RNG backend is supported"));
        };
        Ok(Self {
            model,
            rate,
            backend: RngBackend::parse(backend, origin)?,
            virtio: VirtioOptions::read_child(element)?,
            info: DeviceInfo::parse(element, origin)?,
        })
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("rng", |w| {
            w.attr("model", self.model);
            if let Some(rate) = self.rate {
                w.element("rate", |w| {
                    w.attr("bytes", rate.bytes);
                    w.attr_opt("period", (rate.period_ms != 0).then_some(rate.period_ms));
                });
            }
            w.element("backend", |w| {
                w.attr("model", self.backend.kind());
                match &self.backend {
                    RngBackend::Random { path } => w.content(path),
                    RngBackend::Egd(host) => {
                        w.attr("type", host.source.kind());
                        host.format(w, &self.info, flags);
                    }
                    RngBackend::Builtin => {}
                }
            });
            self.virtio.switches.write_child(w, "driver");
            self.info.format(w, flags);
        });
    }
}

impl RngRate {
    /// One of no bytes is none.
    fn parse(element: Element<'_>) -> Result<Option<Self>> {
        let part = |name: &str| match element.attr(name) {
            None => Ok(0),
            Some(text) => number(text).ok_or_else(|| fail::xml(format!("invalid RNG rate {name} value"))),
        };
        let rate = Self { bytes: part("bytes")?, period_ms: part("period")? };
        Ok(Some(rate).filter(|rate| rate.bytes != 0))
    }
}

impl RngBackend {
    fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        let model = element.attr("model").ok_or_else(|| fail::xml("missing RNG device backend model"))?;
        match model.parse() {
            Ok(RngBackendKind::Random) => {
                let text = element.text();
                let path = if text.is_empty() { DEFAULT_SOURCE.to_owned() } else { text };
                Ok(Self::Random { path })
            }
            Ok(RngBackendKind::Egd) => {
                let kind = element.attr("type").ok_or_else(|| fail::xml("missing EGD backend type"))?;
                let kind: CharKind = kind
                    .parse()
                    .map_err(|()| fail::unsupported(format!("unknown backend type '{kind}' for egd")))?;
                Ok(Self::Egd(CharHost::parse_kind(element, kind, origin)?))
            }
            Ok(RngBackendKind::Builtin) => Ok(Self::Builtin),
            Err(()) => Err(fail::unsupported(format!("unknown RNG backend model '{model}'"))),
        }
    }

    /// The word of `<backend model=…>`.
    pub fn kind(&self) -> RngBackendKind {
        match self {
            Self::Random { .. } => RngBackendKind::Random,
            Self::Egd(_) => RngBackendKind::Egd,
            Self::Builtin => RngBackendKind::Builtin,
        }
    }
}
