//! `<blkiotune>`: shares and limits of block I/O, for the domain and for single devices of the host.

#![forbid(unsafe_code)]

use crate::conf::domain::fail;
use crate::error::Result;
use crate::util::xml::{Element, Number, Writer, number};

/// `<blkiotune>`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BlkioTune {
    /// 0 if it is the host's default.
    pub weight: u32,
    pub devices: Vec<BlkioDevice>,
}

/// Limits for one device of the host; 0 is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BlkioDevice {
    pub path: String,
    pub weight: u32,
    pub read_iops_sec: u32,
    pub write_iops_sec: u32,
    pub read_bytes_sec: u64,
    pub write_bytes_sec: u64,
}

impl BlkioTune {
    pub(super) fn parse(element: Element<'_>) -> Result<Self> {
        // As libvirt: a weight for the domain that is no number is none.
        let weight = element.child_text("weight").and_then(|text| number(&text)).unwrap_or(0);
        let mut tune = Self { weight, devices: Vec::new() };
        for child in element.children_named("device") {
            let device = BlkioDevice::parse(child)?;
            if tune.devices.iter().any(|other| other.path == device.path) {
                return Err(fail::unsupported(format!("duplicate blkio device path '{}'", device.path)));
            }
            tune.devices.push(device);
        }
        Ok(tune)
    }

    pub(super) fn format(&self, w: &mut Writer) {
        w.element_unless_empty("blkiotune", |w| {
            if self.weight != 0 {
                w.text("weight", self.weight);
            }
            self.devices.iter().filter(|device| device.is_limited()).for_each(|device| device.format(w));
        });
    }
}

impl BlkioDevice {
    fn parse(element: Element<'_>) -> Result<Self> {
        let path = element.child_text("path").ok_or_else(|| fail::unsupported("missing per-device path"))?;
        Ok(Self {
            path,
            weight: limit(element, "weight", u32::wrapping_neg)?,
            read_iops_sec: limit(element, "read_iops_sec", u32::wrapping_neg)?,
            write_iops_sec: limit(element, "write_iops_sec", u32::wrapping_neg)?,
            read_bytes_sec: limit(element, "read_bytes_sec", u64::wrapping_neg)?,
            write_bytes_sec: limit(element, "write_bytes_sec", u64::wrapping_neg)?,
        })
    }

    /// Whether there is a limit at all.
    pub fn is_limited(&self) -> bool {
        *self != Self { path: self.path.clone(), ..Self::default() }
    }

    fn format(&self, w: &mut Writer) {
        w.element("device", |w| {
            w.text("path", &self.path);
            for (name, limit) in [
                ("weight", self.weight.into()),
                ("read_iops_sec", self.read_iops_sec.into()),
                ("write_iops_sec", self.write_iops_sec.into()),
                ("read_bytes_sec", self.read_bytes_sec),
                ("write_bytes_sec", self.write_bytes_sec),
            ] {
                if limit != 0 {
                    w.text(name, limit);
                }
            }
        });
    }
}

/// The number in the child `name`; 0 if there is none. As libvirt: one with a minus counts from the end of its range.
fn limit<T: Number + Default>(device: Element<'_>, name: &str, negate: impl FnOnce(T) -> T) -> Result<T> {
    let Some(text) = device.child_text(name) else { return Ok(T::default()) };
    let found = match text.trim_ascii_start().strip_prefix('-') {
        Some(digits) => number(digits).map(negate),
        None => number(&text),
    };
    found.ok_or_else(|| fail::unsupported(format!("could not parse {} {text}", name.replace('_', " "))))
}
