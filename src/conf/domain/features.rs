//! `<features>`: what the machine offers the guest. The groups of Hyper-V, KVM and Xen have a file of their own.

#![forbid(unsafe_code)]

use super::device::Switch;
use super::fail;
use super::hypervisor::{Hyperv, KvmFeatures, XenFeatures};
use super::size::{self, KIB, Size};
use crate::error::Result;
use crate::util::xml::{Element, Writer, words};

/// `<features>`. An `Option` is `None` for a feature that the XML does not mention.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Features {
    pub acpi: bool,
    pub apic: Option<Apic>,
    pub pae: bool,
    /// Hardware-assisted paging of Xen.
    pub hap: Option<Switch>,
    /// Hyper-V's interface, from Xen.
    pub viridian: bool,
    /// A network namespace of its own for a container.
    pub privnet: bool,
    pub hyperv: Option<Hyperv>,
    pub kvm: Option<KvmFeatures>,
    pub pvspinlock: Option<Switch>,
    pub capabilities: Capabilities,
    pub pmu: Option<Switch>,
    pub vmport: Option<Switch>,
    pub gic: Option<Gic>,
    pub smm: Option<Smm>,
    pub ioapic: Option<IoapicDriver>,
    pub hpt: Hpt,
    pub vmcoreinfo: Option<Switch>,
    pub htm: Option<Switch>,
    pub nested_hv: Option<Switch>,
    pub msrs: Option<UnknownMsrs>,
    pub ccf_assist: Option<Switch>,
    pub xen: Option<XenFeatures>,
    pub cfpc: Option<Mitigation>,
    pub sbbc: Option<Mitigation>,
    pub ibs: Option<IndirectBranch>,
    /// `<tcg><tb-cache>`: QEMU's memory for translated code; 0 if it is not said.
    pub tcg_tb_cache_kib: u64,
}

/// `<apic>`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Apic {
    pub eoi: Option<Switch>,
}

/// `<capabilities>`: what processes in a container may do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Capabilities {
    pub policy: Option<CapabilitiesPolicy>,
    /// Exceptions, in the order of [`ProcessCapability`].
    pub exceptions: Vec<(ProcessCapability, Switch)>,
}

words! {
    /// `<capabilities policy=…>`; "default" is the same as not saying it.
    pub enum CapabilitiesPolicy {
        Default = "default",
        Allow = "allow",
        Deny = "deny",
    }
}

words! {
    /// The capabilities of Linux.
    pub enum ProcessCapability {
        AuditControl = "audit_control",
        AuditWrite = "audit_write",
        BlockSuspend = "block_suspend",
        Chown = "chown",
        DacOverride = "dac_override",
        DacReadSearch = "dac_read_search",
        Fowner = "fowner",
        Fsetid = "fsetid",
        IpcLock = "ipc_lock",
        IpcOwner = "ipc_owner",
        Kill = "kill",
        Lease = "lease",
        LinuxImmutable = "linux_immutable",
        MacAdmin = "mac_admin",
        MacOverride = "mac_override",
        Mknod = "mknod",
        NetAdmin = "net_admin",
        NetBindService = "net_bind_service",
        NetBroadcast = "net_broadcast",
        NetRaw = "net_raw",
        Setgid = "setgid",
        Setfcap = "setfcap",
        Setpcap = "setpcap",
        Setuid = "setuid",
        SysAdmin = "sys_admin",
        SysBoot = "sys_boot",
        SysChroot = "sys_chroot",
        SysModule = "sys_module",
        SysNice = "sys_nice",
        SysPacct = "sys_pacct",
        SysPtrace = "sys_ptrace",
        SysRawio = "sys_rawio",
        SysResource = "sys_resource",
        SysTime = "sys_time",
        SysTtyConfig = "sys_tty_config",
        Syslog = "syslog",
        WakeAlarm = "wake_alarm",
    }
}

/// `<gic>`: the interrupt controller of ARM.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gic {
    pub version: Option<GicVersion>,
}

words! {
    /// `<gic version=…>`
    pub enum GicVersion {
        Host = "host",
        V2 = "2",
        V3 = "3",
    }
}

/// `<smm>`: the system management mode of x86.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Smm {
    pub state: Switch,
    /// Size of its memory, in bytes.
    pub tseg: Option<u64>,
}

words! {
    /// `<ioapic driver=…>`
    pub enum IoapicDriver {
        Kvm = "kvm",
        Qemu = "qemu",
    }
}

/// `<hpt>`: the hash page table of POWER.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hpt {
    pub resizing: Option<HptResizing>,
    /// Size of the guest's largest pages; 0 if it is not said.
    pub max_page_size_kib: u64,
}

words! {
    /// `<hpt resizing=…>`
    pub enum HptResizing {
        Enabled = "enabled",
        Disabled = "disabled",
        Required = "required",
    }
}

words! {
    /// `<msrs unknown=…>`: what happens when the guest uses a model specific register that is not there.
    pub enum UnknownMsrs {
        Ignore = "ignore",
        Fault = "fault",
    }
}

words! {
    /// `<cfpc value=…>` and `<sbbc value=…>`: how POWER deals with two of its CPUs' weaknesses.
    pub enum Mitigation {
        Broken = "broken",
        Workaround = "workaround",
        Fixed = "fixed",
    }
}

words! {
    /// `<ibs value=…>`: the same for a third.
    pub enum IndirectBranch {
        Broken = "broken",
        Workaround = "workaround",
        FixedIbs = "fixed-ibs",
        FixedCcd = "fixed-ccd",
        FixedNa = "fixed-na",
    }
}

impl Features {
    pub(super) fn parse(domain: Element<'_>) -> Result<Self> {
        let mut features = Self::default();
        for feature in domain.children_named("features").flat_map(Element::children) {
            features.parse_one(feature)?;
        }
        Ok(features)
    }

    fn parse_one(&mut self, feature: Element<'_>) -> Result<()> {
        // Mentioning it switches it on.
        let state = || feature.word("state").map(|state| Some(state.unwrap_or(Switch::On)));
        match feature.name() {
            "acpi" => self.acpi = true,
            "apic" => self.apic = Some(Apic { eoi: feature.word("eoi")? }),
            "pae" => self.pae = true,
            "hap" => self.hap = state()?,
            "viridian" => self.viridian = true,
            "privnet" => self.privnet = true,
            "hyperv" => self.hyperv.get_or_insert_default().parse(feature)?,
            "kvm" => self.kvm = Some(KvmFeatures::parse(feature)?),
            "pvspinlock" => self.pvspinlock = state()?,
            "capabilities" => self.capabilities.parse(feature)?,
            "pmu" => self.pmu = state()?,
            "vmport" => self.vmport = state()?,
            "gic" => self.gic = Some(Gic { version: feature.word("version")? }),
            "smm" => self.smm = Some(Smm::parse(feature)?),
            "ioapic" => self.ioapic = feature.word("driver")?,
            "hpt" => self.hpt.parse(feature)?,
            "vmcoreinfo" => self.vmcoreinfo = state()?,
            "htm" => self.htm = Some(feature.required_word("state")?),
            "nested-hv" => self.nested_hv = Some(feature.required_word("state")?),
            "msrs" => self.msrs = Some(feature.required_word("unknown")?),
            "ccf-assist" => self.ccf_assist = Some(feature.required_word("state")?),
            "xen" => self.xen.get_or_insert_default().parse(feature)?,
            "cfpc" => self.cfpc = feature.word("value")?,
            "sbbc" => self.sbbc = feature.word("value")?,
            "ibs" => self.ibs = feature.word("value")?,
            "tcg" => {
                if let Some(cache) = child_size(feature, "tb-cache", |size| size.kib(), "./tb-cache")? {
                    self.tcg_tb_cache_kib = cache;
                }
            }
            name => return Err(fail::unsupported(format!("unexpected feature '{name}'"))),
        }
        Ok(())
    }

    pub(super) fn format(&self, w: &mut Writer) {
        w.element_unless_empty("features", |w| {
            let state = |w: &mut Writer, name, state: Option<Switch>| {
                if let Some(state) = state {
                    w.element(name, |w| w.attr("state", state));
                }
            };
            w.flag("acpi", self.acpi);
            if let Some(apic) = self.apic {
                w.element("apic", |w| w.attr_opt("eoi", apic.eoi));
            }
            w.flag("pae", self.pae);
            state(w, "hap", self.hap);
            w.flag("viridian", self.viridian);
            w.flag("privnet", self.privnet);
            if let Some(hyperv) = &self.hyperv {
                hyperv.format(w);
            }
            if let Some(kvm) = &self.kvm {
                kvm.format(w);
            }
            state(w, "pvspinlock", self.pvspinlock);
            self.capabilities.format(w);
            state(w, "pmu", self.pmu);
            state(w, "vmport", self.vmport);
            if let Some(gic) = self.gic {
                w.element("gic", |w| w.attr_opt("version", gic.version));
            }
            if let Some(smm) = self.smm {
                smm.format(w);
            }
            w.element_unless_empty("ioapic", |w| w.attr_opt("driver", self.ioapic));
            self.hpt.format(w);
            state(w, "vmcoreinfo", self.vmcoreinfo);
            state(w, "htm", self.htm);
            state(w, "nested-hv", self.nested_hv);
            w.element_unless_empty("msrs", |w| w.attr_opt("unknown", self.msrs));
            state(w, "ccf-assist", self.ccf_assist);
            if let Some(xen) = &self.xen {
                xen.format(w);
            }
            w.element_unless_empty("cfpc", |w| w.attr_opt("value", self.cfpc));
            w.element_unless_empty("sbbc", |w| w.attr_opt("value", self.sbbc));
            w.element_unless_empty("ibs", |w| w.attr_opt("value", self.ibs));
            if self.tcg_tb_cache_kib > 0 {
                w.element("tcg", |w| size::write_kib(w, "tb-cache", self.tcg_tb_cache_kib));
            }
        });
    }
}

/// An amount in a child element, read by `read`; `place` is the child's path.
fn child_size(
    element: Element<'_>,
    name: &str,
    read: impl FnOnce(Size<'_>) -> Result<u64>,
    place: &str,
) -> Result<Option<u64>> {
    let Some(child) = element.child(name) else { return Ok(None) };
    let text = child.text();
    if text.is_empty() {
        return Ok(None);
    }
    read(Size { text: &text, unit: child.attr("unit"), place }).map(Some)
}

impl Capabilities {
    fn parse(&mut self, element: Element<'_>) -> Result<()> {
        self.policy = element.word("policy")?.filter(|policy| *policy != CapabilitiesPolicy::Default);
        for child in element.children() {
            let name = child.name();
            let capability: ProcessCapability = name
                .parse()
                .map_err(|()| fail::unsupported(format!("unexpected capability feature '{name}'")))?;
            let state = child.word("state")?.unwrap_or(Switch::On);
            match self.exceptions.binary_search_by_key(&(capability as usize), |(known, _)| *known as usize) {
                Ok(place) => self.exceptions[place].1 = state,
                Err(place) => self.exceptions.insert(place, (capability, state)),
            }
        }
        Ok(())
    }

    fn format(&self, w: &mut Writer) {
        if *self == Self::default() {
            return;
        }
        w.element("capabilities", |w| {
            w.attr("policy", self.policy.unwrap_or(CapabilitiesPolicy::Default));
            for (capability, state) in &self.exceptions {
                w.element(capability.as_str(), |w| w.attr("state", state));
            }
        });
    }
}

impl Smm {
    fn parse(element: Element<'_>) -> Result<Self> {
        let state = element.word("state")?.unwrap_or(Switch::On);
        let tseg = match state {
            Switch::Off => None,
            Switch::On => {
                let read = |size: Size<'_>| size.bytes(KIB * KIB, u64::MAX);
                child_size(element, "tseg", read, "string(./features/smm/tseg)")?
            }
        };
        Ok(Self { state, tseg })
    }

    fn format(self, w: &mut Writer) {
        w.element("smm", |w| {
            w.attr("state", self.state);
            if let Some(bytes) = self.tseg {
                let (unit, amount) = in_largest_unit(bytes);
                w.element("tseg", |w| {
                    w.attr("unit", unit);
                    w.content(amount);
                });
            }
        });
    }
}

/// The amount in the largest unit that gives a whole number.
fn in_largest_unit(bytes: u64) -> (&'static str, u64) {
    let mut amount = bytes;
    for unit in ["B", "KiB", "MiB", "GiB", "TiB"] {
        if amount == 0 || !amount.is_multiple_of(KIB) {
            return (unit, amount);
        }
        amount /= KIB;
    }
    ("PiB", amount)
}

impl Hpt {
    /// Takes over what the element says.
    fn parse(&mut self, element: Element<'_>) -> Result<()> {
        let read = |size: Size<'_>| {
            let bytes = size.bytes(KIB, u64::MAX);
            bytes.map_err(|_| fail::unsupported("Unable to parse HPT maxpagesize setting"))
        };
        self.resizing = element.word("resizing")?;
        if let Some(bytes) = child_size(element, "maxpagesize", read, "./maxpagesize")? {
            self.max_page_size_kib = bytes.div_ceil(KIB);
        }
        Ok(())
    }

    fn format(self, w: &mut Writer) {
        w.element_unless_empty("hpt", |w| {
            w.attr_opt("resizing", self.resizing);
            if self.max_page_size_kib > 0 {
                size::write_kib(w, "maxpagesize", self.max_page_size_kib);
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_have_the_largest_unit() {
        for (bytes, unit, amount) in [
            (0, "B", 0),
            (5, "B", 5),
            (1024, "KiB", 1),
            (1536, "B", 1536),
            (48 << 20, "MiB", 48),
            (1 << 63, "PiB", 8192),
        ] {
            assert_eq!(in_largest_unit(bytes), (unit, amount));
        }
    }
}
