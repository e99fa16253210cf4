//! `<hyperv>`, `<kvm>` and `<xen>` in `<features>`: what the guest is shown of its hypervisor.

#![forbid(unsafe_code)]

use super::device::Switch;
use super::fail;
use crate::error::Result;
use crate::util::xml::{Element, Writer, words};

/// `<hyperv>`: how much the machine looks like Microsoft's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hyperv {
    pub mode: HypervMode,
    /// By [`HypervFeature`].
    pub states: [Option<Switch>; HypervFeature::ALL.len()],
    /// `<spinlocks retries=…>`: after how many tries a CPU tells the hypervisor.
    pub spinlock_retries: u32,
    /// `<vendor_id value=…>`
    pub vendor_id: Option<String>,
    /// `<stimer><direct state=…>`
    pub stimer_direct: Option<Switch>,
}

words! {
    /// `<hyperv mode=…>`
    pub enum HypervMode {
        Custom = "custom",
        /// All that the host has.
        Passthrough = "passthrough",
    }
}

words! {
    /// The elements of `<hyperv>`.
    pub enum HypervFeature {
        Relaxed = "relaxed",
        Vapic = "vapic",
        Spinlocks = "spinlocks",
        Vpindex = "vpindex",
        Runtime = "runtime",
        Synic = "synic",
        Stimer = "stimer",
        Reset = "reset",
        VendorId = "vendor_id",
        Frequencies = "frequencies",
        Reenlightenment = "reenlightenment",
        Tlbflush = "tlbflush",
        Ipi = "ipi",
        Evmcs = "evmcs",
        Avic = "avic",
    }
}

/// `<kvm>`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KvmFeatures {
    /// By [`KvmFeature`].
    pub states: [Option<Switch>; KvmFeature::ALL.len()],
    /// `<dirty-ring size=…>`: entries of each CPU's ring of changed pages; 0 if it is not said.
    pub dirty_ring_size: u32,
}

words! {
    /// The elements of `<kvm>`.
    pub enum KvmFeature {
        Hidden = "hidden",
        HintDedicated = "hint-dedicated",
        PollControl = "poll-control",
        PvIpi = "pv-ipi",
        DirtyRing = "dirty-ring",
    }
}

/// `<xen>`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct XenFeatures {
    pub e820_host: Option<Switch>,
    pub passthrough: Option<Switch>,
    pub passthrough_mode: Option<XenPassthroughMode>,
}

words! {
    /// `<passthrough mode=…>`
    pub enum XenPassthroughMode {
        SyncPt = "sync_pt",
        SharePt = "share_pt",
    }
}

/// Fewest retries, from Hyper-V's specification.
const MIN_SPINLOCK_RETRIES: u32 = 0xFFF;

/// Longest vendor id: what three registers hold.
const MAX_VENDOR_ID: usize = 12;

impl Default for Hyperv {
    fn default() -> Self {
        Self {
            mode: HypervMode::Custom,
            states: [None; HypervFeature::ALL.len()],
            spinlock_retries: 0,
            vendor_id: None,
            stimer_direct: None,
        }
    }
}

impl Hyperv {
    /// Adds what the element says.
    pub(super) fn parse(&mut self, element: Element<'_>) -> Result<()> {
        self.mode = element.word("mode")?.unwrap_or(HypervMode::Custom);
        for child in element.children() {
            let name = child.name();
            let feature: HypervFeature = name.parse().map_err(|()| {
                fail::unsupported(format!("unsupported HyperV Enlightenment feature: {name}"))
            })?;
            let state = child.required_word("state")?;
            self.states[feature as usize] = Some(state);
            if state == Switch::On {
                self.parse_details(feature, child)?;
            }
        }
        Ok(())
    }

    fn parse_details(&mut self, feature: HypervFeature, element: Element<'_>) -> Result<()> {
        match feature {
            HypervFeature::Spinlocks => {
                self.spinlock_retries = element.required_number("retries")?;
                if self.spinlock_retries < MIN_SPINLOCK_RETRIES {
                    let detail =
                        format!("HyperV spinlock retry count must be at least {MIN_SPINLOCK_RETRIES}");
                    return Err(fail::xml(detail));
                }
            }
            HypervFeature::Stimer => {
                for child in element.children() {
                    if child.name() != "direct" {
                        let detail = format!("unsupported Hyper-V stimer feature: {}", child.name());
                        return Err(fail::unsupported(detail));
                    }
                    self.stimer_direct = Some(child.required_word("state")?);
                }
            }
            HypervFeature::VendorId => {
                let value = element
                    .attr("value")
                    .ok_or_else(|| fail::xml("missing 'value' attribute for HyperV feature 'vendor_id'"))?;
                if value.len() > MAX_VENDOR_ID {
                    return Err(fail::xml(format!(
                        "HyperV vendor_id value must not be more than {MAX_VENDOR_ID} characters."
                    )));
                }
                if value.contains(',') {
                    return Err(fail::xml("HyperV vendor_id value is invalid"));
                }
                self.vendor_id = Some(value.to_owned());
            }
            _ => {}
        }
        Ok(())
    }

    pub(super) fn format(&self, w: &mut Writer) {
        w.element("hyperv", |w| {
            w.attr("mode", self.mode);
            w.lines();
            for (feature, state) in HypervFeature::ALL.iter().zip(self.states) {
                let Some(state) = state else { continue };
                w.element(feature.as_str(), |w| {
                    w.attr("state", state);
                    if state == Switch::On {
                        self.format_details(*feature, w);
                    }
                });
            }
        });
    }

    fn format_details(&self, feature: HypervFeature, w: &mut Writer) {
        match feature {
            // As libvirt: the highest numbers come out negative.
            HypervFeature::Spinlocks => w.attr("retries", self.spinlock_retries.cast_signed()),
            HypervFeature::Stimer if self.stimer_direct == Some(Switch::On) => {
                w.element("direct", |w| w.attr("state", Switch::On));
            }
            HypervFeature::VendorId => w.attr_opt("value", self.vendor_id.as_ref()),
            _ => {}
        }
    }
}

impl KvmFeatures {
    pub(super) fn parse(element: Element<'_>) -> Result<Self> {
        let mut kvm = Self::default();
        for child in element.children() {
            let name = child.name();
            let feature: KvmFeature =
                name.parse().map_err(|()| fail::unsupported(format!("unsupported KVM feature: {name}")))?;
            let state = child.required_word("state")?;
            kvm.states[feature as usize] = Some(state);
            if feature == KvmFeature::DirtyRing && state == Switch::On {
                kvm.dirty_ring_size = child.required_number("size")?;
                if !kvm.dirty_ring_size.is_power_of_two() || !(1024..=65536).contains(&kvm.dirty_ring_size) {
                    return Err(fail::xml("dirty ring must be power of 2 and ranges [1024, 65536]"));
                }
            }
        }
        Ok(kvm)
    }

    pub(super) fn format(&self, w: &mut Writer) {
        w.block("kvm", |w| {
            for (feature, state) in KvmFeature::ALL.iter().zip(self.states) {
                let Some(state) = state else { continue };
                w.element(feature.as_str(), |w| {
                    w.attr("state", state);
                    if *feature == KvmFeature::DirtyRing && self.dirty_ring_size > 0 {
                        w.attr("size", self.dirty_ring_size);
                    }
                });
            }
        });
    }
}

impl XenFeatures {
    /// Adds what the element says.
    pub(super) fn parse(&mut self, element: Element<'_>) -> Result<()> {
        for child in element.children() {
            match child.name() {
                "e820_host" => self.e820_host = Some(child.required_word("state")?),
                "passthrough" => {
                    let state = child.required_word("state")?;
                    self.passthrough = Some(state);
                    if state == Switch::On {
                        self.passthrough_mode = child.word("mode")?;
                    }
                }
                name => return Err(fail::unsupported(format!("unsupported Xen feature: {name}"))),
            }
        }
        Ok(())
    }

    pub(super) fn format(&self, w: &mut Writer) {
        w.block("xen", |w| {
            if let Some(state) = self.e820_host {
                w.element("e820_host", |w| w.attr("state", state));
            }
            if let Some(state) = self.passthrough {
                let mode = self.passthrough_mode.filter(|_| state == Switch::On);
                w.element("passthrough", |w| {
                    w.attr("state", state);
                    w.attr_opt("mode", mode);
                });
            }
        });
    }
}
