//! `<video>`

#![forbid(unsafe_code)]

use super::device::{DeviceInfo, Switch, VirtioOptions, YesNo};
use super::{FormatFlags, Origin, fail};
use crate::error::Result;
use crate::util::xml::{Attribute, Element, Writer, attributes, number, words};

/// `<video>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Video {
    pub model: VideoModel,
    pub ram_kib: Option<u32>,
    pub vram_kib: Option<u32>,
    pub vram64_kib: Option<u32>,
    pub vgamem_kib: Option<u32>,
    /// Number of screens; 0 is said by saying nothing.
    pub heads: Option<u32>,
    pub primary: bool,
    /// Whether the guest may share memory with the host's card.
    pub blob: Option<Switch>,
    pub acceleration: Acceleration,
    /// Width and height.
    pub resolution: Option<(u32, u32)>,
    pub driver: VideoDriver,
    pub info: DeviceInfo,
}

words! {
    /// `<video><model type=…>`
    pub enum VideoModel {
        Vga = "vga",
        Cirrus = "cirrus",
        Vmvga = "vmvga",
        Xen = "xen",
        Vbox = "vbox",
        Qxl = "qxl",
        Parallels = "parallels",
        Virtio = "virtio",
        Gop = "gop",
        None = "none",
        Bochs = "bochs",
        Ramfb = "ramfb",
    }
}

attributes! {
    /// `<acceleration>`
    pub struct Acceleration {
        accel3d: YesNo = "accel3d",
        accel2d: YesNo = "accel2d",
        render_node: String = "rendernode",
    }
}

/// `<driver>` of a card
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VideoDriver {
    pub virtio: VirtioOptions,
    pub settings: VideoSettings,
}

attributes! {
    /// The attributes of `<driver>` that only cards have.
    pub struct VideoSettings {
        vga_conf: VgaConf = "vgaconf" via known_vga_conf,
        name: VideoBackend = "name",
    }
}

words! {
    /// `<driver name=…>`: who draws.
    pub enum VideoBackend {
        Qemu = "qemu",
        VhostUser = "vhostuser",
    }
}

words! {
    /// `<driver vgaconf=…>`, of bhyve
    pub enum VgaConf {
        On = "on",
        Off = "off",
    }
}

/// As libvirt: a word that says nothing new is none.
fn known_vga_conf(element: Element<'_>, name: &str) -> Result<Option<VgaConf>> {
    Ok(VgaConf::read(element, name).ok().flatten())
}

impl Video {
    /// A card as `<video/>` asks for it.
    pub(super) fn default_card() -> Self {
        Self {
            model: VideoModel::Cirrus,
            ram_kib: None,
            vram_kib: None,
            vram64_kib: None,
            vgamem_kib: None,
            heads: None,
            primary: false,
            blob: None,
            acceleration: Acceleration::default(),
            resolution: None,
            driver: VideoDriver::default(),
            info: DeviceInfo::default(),
        }
    }

    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        let driver = element.child("driver").map(|driver| {
            let virtio = VirtioOptions::read(driver)?;
            Ok(VideoDriver { virtio, settings: VideoSettings::read(driver)? })
        });
        let card = Self {
            driver: driver.transpose()?.unwrap_or_default(),
            info: DeviceInfo::parse(element, origin)?,
            ..Self::default_card()
        };
        let Some(model) = element.child("model") else { return Ok(card) };
        let kib = |name| match model.attr(name) {
            None => Ok(None),
            Some(text) => number::<u32>(text)
                .map(|kib| Some(kib).filter(|kib| *kib != 0))
                .ok_or_else(|| fail::xml(format!("cannot parse video {name} '{text}'"))),
        };
        let heads = match model.attr("heads") {
            None => None,
            Some(text) => Some(
                number(text).ok_or_else(|| fail::internal(format!("cannot parse video heads '{text}'")))?,
            ),
        };
        let kind = match model.filled("type") {
            None | Some("default") => VideoModel::Cirrus,
            Some(text) => {
                text.parse().map_err(|()| fail::unsupported(format!("unknown video model '{text}'")))?
            }
        };
        Ok(Self {
            model: kind,
            ram_kib: kib("ram")?,
            vram_kib: kib("vram")?,
            vram64_kib: kib("vram64")?,
            vgamem_kib: kib("vgamem")?,
            heads,
            primary: model.attr("primary") == Some(YesNo::Yes.as_str()),
            blob: model.word("blob")?,
            acceleration: parse_acceleration(model)?,
            resolution: parse_resolution(model)?,
            ..card
        })
    }

    /// Fills in the memory sizes and the number of heads that the XML leaves open.
    pub(super) fn complete(&mut self, is_qemu: bool) -> Result<()> {
        if self.model == VideoModel::None {
            let info = std::mem::take(&mut self.info);
            *self = Self { model: VideoModel::None, info, ..Self::default_card() };
            return Ok(());
        }
        let (ram, vram, vgamem) = self.model.memory_kib(is_qemu);
        let rounded = |kib: u32| kib.checked_next_power_of_two().unwrap_or(kib);
        for (size, default) in [(&mut self.ram_kib, ram), (&mut self.vram_kib, vram)] {
            *size = size.or(default).map(rounded);
        }
        self.vgamem_kib = self.vgamem_kib.or(vgamem);
        let heads = *self.heads.get_or_insert(1);
        if is_qemu {
            self.vgamem_kib = self.vgamem_kib.map(rounded);
            let many = matches!(self.model, VideoModel::Qxl | VideoModel::Virtio);
            if heads == 0 || (heads != 1 && !many) {
                let detail = format!("video type '{}' doesn't support multiple 'heads'", self.model);
                return Err(fail::qemu(detail));
            }
            if self.vgamem_kib.is_some_and(|kib| kib < 1024) {
                return Err(fail::qemu("value for 'vgamem' must be at least 1 MiB (1024 KiB)"));
            }
        }
        Ok(())
    }

    /// What the original notices once the definition is complete.
    pub(super) fn check(&self) -> Result<()> {
        if self.model != VideoModel::Qxl {
            for (name, size) in
                [("ram", self.ram_kib), ("vram64", self.vram64_kib), ("vgamem", self.vgamem_kib)]
            {
                if size.is_some() {
                    let detail = format!("{name} attribute only supported for video type qxl");
                    return Err(fail::unsupported(detail));
                }
            }
        }
        let by_other = self.driver.settings.name == Some(VideoBackend::VhostUser);
        if self.acceleration.render_node.is_some() && !by_other {
            let detail = "unsupported rendernode accel attribute without 'vhostuser'";
            return Err(fail::unsupported(detail));
        }
        if self.model != VideoModel::Virtio {
            if by_other {
                let detail = "'vhostuser' driver is only supported with 'virtio' device";
                return Err(fail::unsupported(detail));
            }
            self.driver.virtio.check_absent()?;
        }
        Ok(())
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("video", |w| {
            w.element_unless_empty("driver", |w| {
                self.driver.virtio.switches.write(w);
                self.driver.settings.write(w);
            });
            w.element("model", |w| {
                w.attr("type", self.model);
                w.attr_opt("ram", self.ram_kib);
                w.attr_opt("vram", self.vram_kib);
                w.attr_opt("vram64", self.vram64_kib);
                w.attr_opt("vgamem", self.vgamem_kib);
                w.attr_opt("heads", self.heads.filter(|heads| *heads != 0));
                w.attr_opt("primary", self.primary.then_some(YesNo::Yes));
                w.attr_opt("blob", self.blob);
                self.acceleration.write_child(w, "acceleration");
                if let Some((x, y)) = self.resolution {
                    w.element("resolution", |w| {
                        w.attr("x", x);
                        w.attr("y", y);
                    });
                }
            });
            self.info.format(w, flags);
        });
    }
}

fn parse_acceleration(model: Element<'_>) -> Result<Acceleration> {
    let Some(element) = model.child("acceleration") else { return Ok(Acceleration::default()) };
    let acceleration = Acceleration::read(element)?;
    if acceleration.is_empty() {
        return Err(fail::unsupported("missing values for acceleration"));
    }
    Ok(acceleration)
}

fn parse_resolution(model: Element<'_>) -> Result<Option<(u32, u32)>> {
    let Some(element) = model.child("resolution") else { return Ok(None) };
    let number = |name| element.number::<u32>(name)?.ok_or_else(|| element.missing(name));
    match (number("x")?, number("y")?) {
        (0, _) | (_, 0) => Err(fail::unsupported("video resolution values must be greater than 0")),
        size => Ok(Some(size)),
    }
}

impl VideoModel {
    /// Default sizes of ram, vram and vgamem.
    fn memory_kib(self, is_qemu: bool) -> (Option<u32>, Option<u32>, Option<u32>) {
        match self {
            Self::Vga | Self::Cirrus | Self::Vmvga | Self::Bochs => (None, Some(16384), None),
            Self::Xen => (None, Some(4096), None),
            Self::Qxl => (Some(65536), Some(65536), is_qemu.then_some(16384)),
            _ => (None, None, None),
        }
    }
}
