//! `<video>`

#![forbid(unsafe_code)]

use super::device::{DeviceInfo, YesNo};
use super::{FormatFlags, Origin, fail};
use crate::error::Result;
use crate::util::xml::{Element, Writer, number, words};

/// `<video>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Video {
    pub model: VideoModel,
    pub ram_kib: Option<u32>,
    pub vram_kib: Option<u32>,
    pub vgamem_kib: Option<u32>,
    pub heads: Option<u32>,
    pub primary: bool,
    pub info: DeviceInfo,
}

words! {
    /// `<video><model type=…>`
    pub enum VideoModel {
        Vga = "vga",
        Cirrus = "cirrus",
        Vmvga = "vmvga",
        Qxl = "qxl",
        Virtio = "virtio",
        Bochs = "bochs",
        None = "none",
    }
}

impl Video {
    /// A card as `<video/>` asks for it.
    pub(super) fn default_card() -> Self {
        Self {
            model: VideoModel::Cirrus,
            ram_kib: None,
            vram_kib: None,
            vgamem_kib: None,
            heads: None,
            primary: false,
            info: DeviceInfo::default(),
        }
    }

    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        fail::refuse(element, &["driver"], &[])?;
        let info = DeviceInfo::parse(element, origin)?;
        let Some(model) = element.child("model") else {
            return Ok(Self { info, ..Self::default_card() });
        };
        fail::refuse(model, &["acceleration", "resolution"], &["vram64", "blob"])?;
        let kib = |name| match model.attr(name) {
            None => Ok(None),
            Some(text) => number::<u32>(text)
                .map(Some)
                .ok_or_else(|| fail::xml(format!("cannot parse video {name} '{text}'"))),
        };
        let heads = match model.attr("heads") {
            None => None,
            Some(text) => Some(
                number(text).ok_or_else(|| fail::internal(format!("cannot parse video heads '{text}'")))?,
            ),
        };
        let kind = match model.attr("type") {
            None | Some("default") => VideoModel::Cirrus,
            Some(text @ ("xen" | "vbox" | "parallels" | "gop" | "ramfb")) => {
                return Err(fail::unsupported(format!("video model '{text}' is not supported")));
            }
            Some(text) => {
                text.parse().map_err(|()| fail::unsupported(format!("unknown video model '{text}'")))?
            }
        };
        Ok(Self {
            model: kind,
            ram_kib: kib("ram")?,
            vram_kib: kib("vram")?,
            vgamem_kib: kib("vgamem")?,
            heads,
            primary: model.attr("primary") == Some(YesNo::Yes.as_str()),
            info,
        })
    }

    /// Fills in the memory sizes and the number of heads that the XML leaves open.
    pub(super) fn complete(&mut self) -> Result<()> {
        if self.model == VideoModel::None {
            return Ok(());
        }
        let (ram, vram, vgamem) = self.model.memory_kib();
        for (size, default) in
            [(&mut self.ram_kib, ram), (&mut self.vram_kib, vram), (&mut self.vgamem_kib, vgamem)]
        {
            *size = size.or(default).map(|kib| kib.checked_next_power_of_two().unwrap_or(kib));
        }
        let heads = *self.heads.get_or_insert(1);
        let many = matches!(self.model, VideoModel::Qxl | VideoModel::Virtio);
        if heads == 0 || (heads != 1 && !many) {
            let detail = format!("video type '{}' doesn't support multiple 'heads'", self.model);
            return Err(fail::qemu(detail));
        }
        if self.vgamem_kib.is_some_and(|kib| kib < 1024) {
            return Err(fail::qemu("value for 'vgamem' must be at least 1 MiB (1024 KiB)"));
        }
        Ok(())
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("video", |w| {
            w.element("model", |w| {
                w.attr("type", self.model);
                w.attr_opt("ram", self.ram_kib);
                w.attr_opt("vram", self.vram_kib);
                w.attr_opt("vgamem", self.vgamem_kib);
                w.attr_opt("heads", self.heads);
                w.attr_opt("primary", self.primary.then_some(YesNo::Yes));
            });
            self.info.format(w, flags);
        });
    }
}

impl VideoModel {
    /// Default sizes of ram, vram and vgamem.
    fn memory_kib(self) -> (Option<u32>, Option<u32>, Option<u32>) {
        match self {
            Self::Vga | Self::Cirrus | Self::Vmvga | Self::Bochs => (None, Some(16384), None),
            Self::Qxl => (Some(65536), Some(65536), Some(16384)),
            Self::Virtio | Self::None => (None, None, None),
        }
    }
}
