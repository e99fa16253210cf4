//! The elements before and after `<devices>`, other than tuning.
//!
//! Let through although nothing is done with them, as in the original where the host has nothing to do it with:
//! `<resource><partition>` (no control groups), `<on_lockfailure>` (no lock manager), labels that confine nothing.

#![forbid(unsafe_code)]

use crate::conf::domain::DomainDef;
use crate::conf::domain::clock::{Catchup, Timer, TimerName};
use crate::conf::domain::cpu::Cpu;
use crate::conf::domain::features::{Capabilities, Features, Hpt};
use crate::conf::domain::firmware::Firmware;
use crate::conf::domain::memory_backing::MemoryBacking;
use crate::conf::domain::os::{Bios, Init, Os};
use crate::conf::domain::seclabel::SecurityLabelKind;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};

/// Refuses what the driver cannot do.
pub fn check(def: &DomainDef) -> Result<()> {
    let static_label = |kind| kind == Some(SecurityLabelKind::Static);
    let channel = def.resource.as_ref().and_then(|resource| resource.fibre_channel_app_id.as_ref());
    refuse_any(&[
        (def.genid.is_some(), "element 'genid'"),
        (def.memory_backing != MemoryBacking::default(), "element 'memoryBacking'"),
        (channel.is_some(), "element 'fibrechannel' in 'resource'"),
        (!def.sysinfos.is_empty(), "element 'sysinfo'"),
        (def.bootloader.is_some(), "element 'bootloader'"),
        (def.id_map != Default::default(), "element 'idmap'"),
        (def.security_labels.iter().any(|label| static_label(label.kind)), "static 'seclabel'"),
        (def.key_wrap != Default::default(), "element 'keywrap'"),
        (def.launch_security.is_some(), "element 'launchSecurity'"),
    ])?;
    check_os(&def.os)?;
    check_features(&def.features)?;
    def.cpu.as_ref().map_or(Ok(()), check_cpu)?;
    def.clock.timers.iter().try_for_each(check_timer)
}

fn check_os(os: &Os) -> Result<()> {
    let Firmware { kind, enrolled_keys, secure_boot, loader } = &os.firmware;
    refuse_any(&[
        (kind.is_some(), "attribute 'firmware' of 'os'"),
        (enrolled_keys.is_some() || secure_boot.is_some(), "element 'firmware' in 'os'"),
        (loader.is_some(), "element 'loader' or 'nvram' in 'os'"),
        (os.dtb.is_some(), "element 'dtb' in 'os'"),
        (os.slic_table.is_some(), "element 'acpi' in 'os'"),
        (os.bios != Bios::default(), "element 'bios' in 'os'"),
        (os.smbios.is_some(), "element 'smbios' in 'os'"),
        (os.init != Init::default(), "element 'init' in 'os'"),
    ])
}

fn check_features(features: &Features) -> Result<()> {
    // By name, so that no new one is forgotten.
    let Features {
        acpi: _,
        apic: _,
        pae: _,
        hap,
        viridian,
        privnet,
        hyperv,
        kvm,
        pvspinlock,
        capabilities,
        pmu,
        vmport: _,
        gic,
        smm,
        ioapic,
        hpt,
        vmcoreinfo,
        htm,
        nested_hv,
        msrs,
        ccf_assist,
        xen,
        cfpc,
        sbbc,
        ibs,
        tcg_tb_cache_kib,
    } = features;
    refuse_any(&[
        (hap.is_some(), "feature 'hap'"),
        (*viridian, "feature 'viridian'"),
        (*privnet, "feature 'privnet'"),
        (hyperv.is_some(), "feature 'hyperv'"),
        (kvm.is_some(), "feature 'kvm'"),
        (pvspinlock.is_some(), "feature 'pvspinlock'"),
        (*capabilities != Capabilities::default(), "feature 'capabilities'"),
        (pmu.is_some(), "feature 'pmu'"),
        (gic.is_some(), "feature 'gic'"),
        (smm.is_some(), "feature 'smm'"),
        (ioapic.is_some(), "feature 'ioapic'"),
        (*hpt != Hpt::default(), "feature 'hpt'"),
        (vmcoreinfo.is_some(), "feature 'vmcoreinfo'"),
        (htm.is_some(), "feature 'htm'"),
        (nested_hv.is_some(), "feature 'nested-hv'"),
        (msrs.is_some(), "feature 'msrs'"),
        (ccf_assist.is_some(), "feature 'ccf-assist'"),
        (xen.is_some(), "feature 'xen'"),
        (cfpc.is_some(), "feature 'cfpc'"),
        (sbbc.is_some(), "feature 'sbbc'"),
        (ibs.is_some(), "feature 'ibs'"),
        (*tcg_tb_cache_kib > 0, "feature 'tcg'"),
    ])
}

fn check_cpu(cpu: &Cpu) -> Result<()> {
    refuse_any(&[
        (cpu.vendor_id.is_some(), "attribute 'vendor_id' of 'model'"),
        (cpu.vendor.is_some(), "element 'vendor' in 'cpu'"),
        (cpu.cache.is_some(), "element 'cache' in 'cpu'"),
        (cpu.max_phys_addr.is_some(), "element 'maxphysaddr' in 'cpu'"),
        (cpu.numa.is_some(), "element 'numa' in 'cpu'"),
    ])
}

fn check_timer(timer: &Timer) -> Result<()> {
    refuse_any(&[
        (timer.name == TimerName::ArmvTimer, "timer 'armvtimer'"),
        (timer.catchup != Catchup::default(), "element 'catchup' in 'timer'"),
        (timer.track.is_some(), "attribute 'track' of 'timer'"),
        (timer.frequency_hz != 0, "attribute 'frequency' of 'timer'"),
        (timer.mode.is_some(), "attribute 'mode' of 'timer'"),
    ])
}

/// Fails with the first thing that is there.
fn refuse_any(things: &[(bool, &str)]) -> Result<()> {
    let Some((_, what)) = things.iter().find(|(is_there, _)| *is_there) else { return Ok(()) };
    let detail = format!("{what} is not supported");
    Err(Error::new(ErrorCode::VIR_ERR_CONFIG_UNSUPPORTED, ErrorDomain::VIR_FROM_QEMU, detail))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What [`check`] says of a domain with `os` in its `<os>` and `head` beside it.
    fn error(os: &str, head: &str) -> String {
        let xml = format!(
            "<domain type='qemu'><name>a</name><memory>8192</memory><os><type>hvm</type>{os}</os>{head}</domain>"
        );
        let def = DomainDef::parse(&xml).expect(&xml);
        match check(&def) {
            Ok(()) => "accepted".to_owned(),
            Err(error) => error.message().trim_start_matches("unsupported configuration: ").to_owned(),
        }
    }

    #[test]
    fn what_would_be_missing_is_refused_by_name() {
        for (head, what) in [
            ("<genid/>", "element 'genid'"),
            ("<memoryBacking><locked/></memoryBacking>", "element 'memoryBacking'"),
            ("<resource><fibrechannel appid='a'/></resource>", "element 'fibrechannel' in 'resource'"),
            ("<sysinfo type='smbios'/>", "element 'sysinfo'"),
            ("<bootloader>b</bootloader>", "element 'bootloader'"),
            (
                "<idmap><uid start='0' target='1' count='2'/><gid start='0' target='1' count='2'/></idmap>",
                "element 'idmap'",
            ),
            ("<seclabel type='static' model='dac'><label>a</label></seclabel>", "static 'seclabel'"),
            ("<keywrap><cipher name='aes' state='on'/></keywrap>", "element 'keywrap'"),
            ("<launchSecurity type='s390-pv'/>", "element 'launchSecurity'"),
            ("<cpu><model vendor_id='GenuineIntel'>a</model></cpu>", "attribute 'vendor_id' of 'model'"),
            ("<cpu><model>a</model><vendor>b</vendor></cpu>", "element 'vendor' in 'cpu'"),
            ("<cpu><cache mode='disable'/></cpu>", "element 'cache' in 'cpu'"),
            ("<cpu><maxphysaddr mode='emulate'/></cpu>", "element 'maxphysaddr' in 'cpu'"),
            ("<cpu><numa><cell cpus='0' memory='1'/></numa></cpu>", "element 'numa' in 'cpu'"),
            ("<clock><timer name='armvtimer'/></clock>", "timer 'armvtimer'"),
            ("<clock><timer name='rtc' track='wall'/></clock>", "attribute 'track' of 'timer'"),
            ("<clock><timer name='tsc' frequency='5'/></clock>", "attribute 'frequency' of 'timer'"),
            ("<clock><timer name='tsc' mode='auto'/></clock>", "attribute 'mode' of 'timer'"),
            (
                "<clock><timer name='rtc' tickpolicy='catchup'><catchup slew='1'/></timer></clock>",
                "element 'catchup' in 'timer'",
            ),
        ] {
            assert_eq!(error("", head), format!("{what} is not supported"), "{head}");
        }
        for (os, what) in [
            ("<loader>l</loader>", "element 'loader' or 'nvram' in 'os'"),
            ("<dtb>d</dtb>", "element 'dtb' in 'os'"),
            ("<acpi><table type='slic'>t</table></acpi>", "element 'acpi' in 'os'"),
            ("<bios useserial='yes'/>", "element 'bios' in 'os'"),
            ("<smbios mode='host'/>", "element 'smbios' in 'os'"),
        ] {
            assert_eq!(error(os, ""), format!("{what} is not supported"), "{os}");
        }
    }

    #[test]
    fn features_are_refused_by_name() {
        for feature in [
            "hap",
            "viridian",
            "privnet",
            "hyperv",
            "kvm",
            "pvspinlock",
            "pmu",
            "gic",
            "smm",
            "vmcoreinfo",
            "xen",
        ] {
            let head = format!("<features><{feature}/></features>");
            assert_eq!(error("", &head), format!("feature '{feature}' is not supported"));
        }
        for (feature, content) in [
            ("capabilities", "policy='deny'/>"),
            ("ioapic", "driver='qemu'/>"),
            ("hpt", "resizing='enabled'/>"),
            ("htm", "state='on'/>"),
            ("nested-hv", "state='off'/>"),
            ("msrs", "unknown='ignore'/>"),
            ("ccf-assist", "state='on'/>"),
            ("cfpc", "value='fixed'/>"),
            ("sbbc", "value='fixed'/>"),
            ("ibs", "value='broken'/>"),
            ("tcg", "><tb-cache>1</tb-cache></tcg>"),
        ] {
            let head = format!("<features><{feature} {content}</features>");
            assert_eq!(error("", &head), format!("feature '{feature}' is not supported"));
        }
    }

    #[test]
    fn what_asks_for_nothing_is_let_through() {
        for head in [
            "<resource><partition>/machine</partition></resource>",
            "<on_lockfailure>pause</on_lockfailure>",
            "<seclabel type='none'/>",
            "<seclabel type='dynamic' model='dac'/>",
            "<memory dumpCore='on'/>",
            "<memoryBacking/><idmap/><keywrap/>",
            "<features><acpi/><apic eoi='on'/><pae/><vmport state='off'/><capabilities/><hpt/><ioapic/><tcg/></features>",
            "<clock><timer name='rtc' tickpolicy='catchup'><catchup/></timer></clock>",
        ] {
            assert_eq!(error("<bios/><smbios/><acpi/>", head), "accepted", "{head}");
        }
    }
}
