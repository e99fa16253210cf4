//! `<shmem>`: memory that domains share.

#![forbid(unsafe_code)]

use std::num::NonZeroU32;

use super::device::{DeviceInfo, Switch};
use super::{FormatFlags, Origin, fail, size};
use crate::error::Result;
use crate::util::xml::{Element, Writer, attributes, words};

/// `<shmem>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shmem {
    pub name: String,
    pub model: ShmemModel,
    pub size_bytes: Option<u64>,
    pub server: Option<ShmemServer>,
    pub info: DeviceInfo,
}

words! {
    /// `<model type=…>`
    pub enum ShmemModel {
        Ivshmem = "ivshmem",
        IvshmemPlain = "ivshmem-plain",
        IvshmemDoorbell = "ivshmem-doorbell",
    }
}

/// `<server>`: a process that hands the memory out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShmemServer {
    /// Its socket; the driver knows a default.
    pub path: Option<String>,
    /// Interrupts that domains send each other.
    pub msi: Option<Msi>,
}

attributes! {
    /// `<msi>`
    pub struct Msi {
        vectors: NonZeroU32 = "vectors",
        ioeventfd: Switch = "ioeventfd",
    }
}

impl Shmem {
    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        let name =
            element.attr("name").ok_or_else(|| fail::xml("shmem element must contain 'name' attribute"))?;
        let model = element.child("model").map(|model| model.word("type")).transpose()?.flatten();
        let size = size::text(element.child("size"), "./size[1]", |size| size.bytes(1, u64::MAX))?;
        let server = element.child("server");
        let msi = element.child("msi");
        if msi.is_some() && server.is_none() {
            return Err(fail::xml("msi option is only supported with a server"));
        }
        let msi = msi.map(Msi::read).transpose()?;
        if name.contains('/') {
            return Err(fail::unsupported("shmem name cannot include '/' character"));
        }
        Ok(Self {
            name: name.to_owned(),
            model: model.unwrap_or(ShmemModel::Ivshmem),
            size_bytes: size.filter(|bytes| *bytes > 0),
            server: server.map(|server| ShmemServer { path: server.attr("path").map(str::to_owned), msi }),
            info: DeviceInfo::parse(element, origin)?,
        })
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("shmem", |w| {
            w.attr("name", &self.name);
            w.element("model", |w| w.attr("type", self.model));
            if let Some(bytes) = self.size_bytes {
                w.element("size", |w| {
                    w.attr("unit", "M");
                    w.content(bytes >> 20);
                });
            }
            if let Some(server) = &self.server {
                w.element("server", |w| w.attr_opt("path", server.path.as_ref()));
                if let Some(msi) = &server.msi {
                    w.element("msi", |w| msi.write(w));
                }
            }
            self.info.format(w, flags);
        });
    }
}
