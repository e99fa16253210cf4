//! `<redirdev>`, `<redirfilter>` and `<hub>`: USB devices from elsewhere.

#![forbid(unsafe_code)]

use super::address::AddressKind;
use super::chardev::{CharHost, CharKind};
use super::device::{DeviceInfo, YesNo};
use super::{FormatFlags, Origin, fail};
use crate::error::Result;
use crate::util::xml::{Element, Writer};

/// `<redirdev>`: a USB device at the other end of a character device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redirdev {
    pub host: CharHost,
    pub info: DeviceInfo,
}

/// `<usbdev>` in `<redirfilter>`: a rule about devices; what it does not say does not matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RedirRule {
    pub class: Option<u32>,
    pub vendor: Option<u32>,
    pub product: Option<u32>,
    /// In binary coded decimal, as devices say it: 0x0256 for 2.56.
    pub version: Option<u32>,
    pub allow: YesNo,
}

/// `<hub>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hub {
    pub info: DeviceInfo,
}

/// The one bus of redirected devices and hubs.
const USB: &str = "usb";

impl Redirdev {
    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        if let Some(bus) = element.attr("bus").filter(|bus| *bus != USB) {
            return Err(fail::unsupported(format!("unknown redirdev bus '{bus}'")));
        }
        let kind = element.attr("type").ok_or_else(|| fail::internal("missing type in redirdev"))?;
        let kind: CharKind = kind
            .parse()
            .map_err(|()| fail::unsupported(format!("unknown redirdev character device type '{kind}'")))?;
        let host = CharHost::parse_kind(element, kind, origin)?;
        let info = DeviceInfo::parse_bootable(element, origin)?;
        if info.address.is_some_and(|address| address.kind() != AddressKind::Usb) {
            return Err(fail::xml("Invalid address for a USB device"));
        }
        Ok(Self { host, info })
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("redirdev", |w| {
            w.attr("bus", USB);
            w.attr("type", self.host.source.kind());
            w.lines();
            self.host.format(w, &self.info, flags);
            self.info.format(w, flags);
        });
    }
}

impl RedirRule {
    /// The rules of a `<redirfilter>`.
    pub(super) fn parse_all(element: Element<'_>) -> Result<Vec<Self>> {
        element.children_named("usbdev").map(Self::parse).collect()
    }

    fn parse(element: Element<'_>) -> Result<Self> {
        // -1 stands for any.
        let any = |name| Ok::<_, crate::error::Error>(element.c_number::<i32>(name)?.unwrap_or(-1));
        let number = |name| Ok::<_, crate::error::Error>(u32::try_from(any(name)?).ok());
        let class = number("class")?;
        if let Some(class) = class.filter(|class| *class > 0xff) {
            return Err(fail::internal(format!("Invalid USB Class code 0x{class:x}")));
        }
        let version = element.attr("version").filter(|version| *version != "-1").map(|text| {
            version(text).ok_or_else(|| fail::xml(format!("Cannot parse USB device version {text}")))
        });
        Ok(Self {
            class,
            vendor: number("vendor")?,
            product: number("product")?,
            version: version.transpose()?,
            allow: element.required_word("allow")?,
        })
    }

    /// Writes `<redirfilter>`, unless there are no rules.
    pub(super) fn format_all(rules: &[Self], w: &mut Writer) {
        w.element_unless_empty("redirfilter", |w| rules.iter().for_each(|rule| rule.format(w)));
    }

    fn format(&self, w: &mut Writer) {
        w.element("usbdev", |w| {
            w.attr_opt("class", self.class.map(|class| format!("0x{class:02X}")));
            w.attr_opt("vendor", self.vendor.map(|vendor| format!("0x{vendor:04X}")));
            w.attr_opt("product", self.product.map(|product| format!("0x{product:04X}")));
            let text = |version: u32| format!("{:x}.{:02x}", version >> 8, version & 0xff);
            w.attr_opt("version", self.version.map(text));
            w.attr("allow", self.allow);
        });
    }
}

/// "2.56" and "1.1" as 0x0256 and 0x0110.
fn version(text: &str) -> Option<u32> {
    let (major, minor) = text.split_once('.')?;
    let part = |text: &str| {
        let good = matches!(text.len(), 1 | 2) && text.bytes().all(|b| b.is_ascii_digit());
        good.then(|| u32::from_str_radix(text, 16).ok()).flatten()
    };
    let minor_value = if minor.len() == 1 { part(minor)? << 4 } else { part(minor)? };
    Some(part(major)? << 8 | minor_value)
}

impl Hub {
    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        let kind = element.attr("type").ok_or_else(|| fail::internal("missing hub device type"))?;
        if kind != USB {
            return Err(fail::unsupported(format!("unknown hub device type '{kind}'")));
        }
        Ok(Self { info: DeviceInfo::parse(element, origin)? })
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("hub", |w| {
            w.attr("type", USB);
            self.info.format(w, flags);
        });
    }
}
