//! What devices of every kind can have: alias, place on a bus, boot order, ROM, options of virtio.

#![forbid(unsafe_code)]

use super::address::{Address, DriveAddress, PciAddress};
use super::{FormatFlags, Origin, fail};
use crate::error::Result;
use crate::util::xml::{Element, Writer, attributes, words};

words! {
    /// A setting that is switched "on" or "off".
    pub enum Switch {
        On = "on",
        Off = "off",
    }
}

words! {
    /// A setting that is "yes" or "no".
    pub enum YesNo {
        Yes = "yes",
        No = "no",
    }
}

/// The options of `<driver>` that every virtio device has.
#[derive(Clone, Debug, Default)]
pub struct VirtioOptions {
    /// Whether there was a `<driver>`, even if it had none of them.
    pub stated: bool,
    pub switches: VirtioSwitches,
}

/// Where the options were read from makes no other device.
impl PartialEq for VirtioOptions {
    fn eq(&self, other: &Self) -> bool {
        self.switches == other.switches
    }
}

impl Eq for VirtioOptions {}

attributes! {
    /// The attributes in [`VirtioOptions`].
    pub struct VirtioSwitches {
        iommu: Switch = "iommu",
        ats: Switch = "ats",
        packed: Switch = "packed",
        page_per_vq: Switch = "page_per_vq",
    }
}

impl VirtioOptions {
    /// Reads the attributes of `<driver>`.
    pub(super) fn read(driver: Element<'_>) -> Result<Self> {
        Ok(Self { stated: true, switches: VirtioSwitches::read(driver)? })
    }

    /// Reads those of the first `<driver>` of `device`.
    pub(super) fn read_child(device: Element<'_>) -> Result<Self> {
        device.child("driver").map(Self::read).transpose().map(Option::unwrap_or_default)
    }

    /// Fails if there are options although the device is no virtio device.
    pub(super) fn check_absent(&self) -> Result<()> {
        let VirtioSwitches { iommu, ats, packed, page_per_vq } = self.switches;
        for (option, name) in [
            (iommu, "iommu driver option"),
            (ats, "ats driver option"),
            (packed, "packed driver option"),
            (page_per_vq, "page_per_vq option"),
        ] {
            if option.is_some() {
                return Err(fail::unsupported(format!("{name} is only supported for virtio devices")));
            }
        }
        Ok(())
    }
}

/// Aliases with this beginning are the user's own and stay with the definition.
const USER_ALIAS: &str = "ua-";

/// Characters that a user's alias may have.
fn is_alias_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

/// The parts of a device element that do not depend on the kind of device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeviceInfo {
    /// Name of the device in the running domain, also its id in QEMU. Names beginning with "ua-" are the user's own.
    pub alias: Option<String>,
    /// Where the device sits.
    pub address: Option<Address>,
    /// Place in the firmware's boot order, from 1.
    pub boot_order: Option<u32>,
    /// What the boot loader of s390 is told.
    pub load_parm: Option<String>,
    /// First port on the USB controller that this one is a companion of.
    pub master_start_port: Option<u32>,
    pub rom: Rom,
    pub acpi_index: Option<u32>,
}

attributes! {
    /// `<rom>`
    pub struct Rom {
        enabled: YesNo = "enabled",
        bar: Switch = "bar",
        file: String = "file",
    }
}

/// Most characters of a boot loader's parameter.
const MAX_LOAD_PARM: usize = 8;

impl DeviceInfo {
    /// Reads what all devices have.
    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        let alias = element.child("alias").and_then(|alias| alias.filled("name"));
        let keep = |alias: &&str| {
            origin == Origin::State || (alias.starts_with(USER_ALIAS) && alias.chars().all(is_alias_char))
        };
        Ok(Self {
            alias: alias.filter(keep).map(str::to_owned),
            master_start_port: element
                .child("master")
                .map(|master| master.number("startport").map(|port| port.unwrap_or(0)))
                .transpose()?,
            acpi_index: match element.child("acpi") {
                Some(acpi) if acpi.attr("index").is_some() => Some(acpi.positive("index")?),
                _ => None,
            },
            address: element.child("address").map(Address::parse).transpose()?,
            ..Self::default()
        })
    }

    /// Reads what devices have that a guest can boot from.
    pub(super) fn parse_bootable(element: Element<'_>, origin: Origin) -> Result<Self> {
        let mut info = Self::parse(element, origin)?;
        if let Some(boot) = element.child("boot") {
            info.boot_order = Some(boot.positive("order")?);
            info.load_parm = boot.attr("loadparm").map(load_parm).transpose()?;
        }
        Ok(info)
    }

    /// Reads what devices have that a guest can boot from by code of their own.
    pub(super) fn parse_with_rom(element: Element<'_>, origin: Origin) -> Result<Self> {
        let rom = Rom::read_child(element, "rom")?;
        if rom.enabled == Some(YesNo::No) && (rom.bar.is_some() || rom.file.is_some()) {
            return Err(fail::unsupported("ROM tuning is not supported when ROM is disabled"));
        }
        Ok(Self { rom, ..Self::parse_bootable(element, origin)? })
    }

    /// Writes everything that there is, in the original's order.
    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        if let Some(order) = self.boot_order {
            w.element("boot", |w| {
                w.attr("order", order);
                w.attr_opt("loadparm", self.load_parm.as_ref());
            });
        }
        self.format_alias(w, flags);
        if let Some(port) = self.master_start_port {
            w.element("master", |w| w.attr("startport", port));
        }
        self.rom.write_child(w, "rom");
        w.element_unless_empty("acpi", |w| w.attr_opt("index", self.acpi_index));
        if let Some(address) = &self.address {
            address.format(w);
        }
    }

    /// Writes the alias, unless it belongs to a run that is not shown.
    pub(super) fn format_alias(&self, w: &mut Writer, flags: FormatFlags) {
        if let Some(alias) = &self.alias
            && (!flags.inactive || alias.starts_with(USER_ALIAS))
        {
            w.element("alias", |w| w.attr("name", alias));
        }
    }

    /// Forgets an address that says nothing but the kind of bus.
    pub(super) fn drop_open_address(&mut self) {
        self.address = self.address.filter(|address| !address.is_open());
    }

    /// The PCI address, if the device has one.
    pub fn pci(&self) -> Option<PciAddress> {
        match self.address {
            Some(Address::Pci(pci)) => Some(pci),
            _ => None,
        }
    }

    /// The drive address, if the device has one.
    pub fn drive(&self) -> Option<DriveAddress> {
        match self.address {
            Some(Address::Drive(drive)) => Some(drive),
            _ => None,
        }
    }
}

/// In capitals, as the machine knows them.
fn load_parm(text: &str) -> Result<String> {
    if text.trim().is_empty() || text.len() > MAX_LOAD_PARM {
        let detail = format!("loadparm value '{text}' must be between 1 and 8 characters");
        return Err(fail::internal(detail));
    }
    let known = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == ' ';
    if !text.chars().all(known) {
        return Err(fail::internal(format!(
            "invalid loadparm value '{text}', expecting chars in set of [a-zA-Z0-9.] and blank spaces"
        )));
    }
    Ok(text.to_ascii_uppercase())
}
