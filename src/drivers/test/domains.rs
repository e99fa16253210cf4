//! Finding, defining, starting and stopping the domains of the test host.

#![forbid(unsafe_code)]

use std::os::fd::RawFd;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use super::guest::{Guest, Outcome, Start, renamed};
use super::{FROM, TestDriver, snapshots};
use crate::abi::{
    virDomainCreateFlags, virDomainDefineFlags, virDomainDestroyFlagsValues,
    virDomainEventStoppedDetailType as StoppedDetail, virDomainShutoffReason as ShutoffReason,
    virDomainUndefineFlagsValues, virDomainXMLFlags,
};
use crate::conf::domain::FormatFlags;
use crate::domain::Domain;
use crate::driver::{DomainDriver, DomainInfo, DomainListing, DomainState, check_flags};
use crate::error::{Error, ErrorCode, Result};
use crate::ident::{DomainId, DomainKey, Name, Uuid};
use crate::util::lock;

// The flags that the original's driver accepts. Those that it has no use for either change nothing; the
// schema that two of them ask for is not part of this library.
const START_FLAGS: u32 = virDomainCreateFlags::VIR_DOMAIN_START_VALIDATE as u32;
const DEFINE_FLAGS: u32 = virDomainDefineFlags::VIR_DOMAIN_DEFINE_VALIDATE as u32;
const DESTROY_FLAGS: u32 = virDomainDestroyFlagsValues::VIR_DOMAIN_DESTROY_GRACEFUL as u32;
const UNDEFINE_MANAGED_SAVE: u32 = virDomainUndefineFlagsValues::VIR_DOMAIN_UNDEFINE_MANAGED_SAVE as u32;
const UNDEFINE_FLAGS: u32 =
    UNDEFINE_MANAGED_SAVE | virDomainUndefineFlagsValues::VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA as u32;
/// Every `virDomainRebootFlagValues`.
const REBOOT_FLAGS: u32 = 0x1f;
const XML_SECURE: u32 = virDomainXMLFlags::VIR_DOMAIN_XML_SECURE as u32;
const XML_INACTIVE: u32 = virDomainXMLFlags::VIR_DOMAIN_XML_INACTIVE as u32;
const XML_MIGRATABLE: u32 = virDomainXMLFlags::VIR_DOMAIN_XML_MIGRATABLE as u32;
const XML_FLAGS: u32 = XML_SECURE | XML_INACTIVE | XML_MIGRATABLE;

impl DomainDriver for TestDriver {
    fn connect_list_all_domains(&self, flags: u32) -> Result<Vec<DomainKey>> {
        check_flags(flags, DomainListing::FLAGS, FROM, "testConnectListAllDomains")?;
        let host = lock(&self.host);
        let wanted = host.guests().filter(|guest| guest.listing().matches(flags));
        Ok(wanted.map(|guest| guest.key().clone()).collect())
    }

    fn domain_lookup_by_id(&self, id: DomainId) -> Result<DomainKey> {
        lock(&self.host).by_id(id).map(|guest| guest.key().clone())
    }

    fn domain_lookup_by_name(&self, name: &str) -> Result<DomainKey> {
        lock(&self.host).by_name(name).map(|guest| guest.key().clone())
    }

    fn domain_lookup_by_uuid(&self, uuid: &Uuid) -> Result<DomainKey> {
        lock(&self.host).by_uuid(uuid).map(|guest| guest.key().clone())
    }

    fn domain_define_xml_flags(&self, xml: &str, flags: u32) -> Result<DomainKey> {
        check_flags(flags, DEFINE_FLAGS, FROM, "testDomainDefineXMLFlags")?;
        let def = Self::parse(xml)?;
        self.change(|host| host.define(def).map(|(key, event)| (key.clone(), Some((key, event)))))
    }

    fn domain_create_xml(&self, xml: &str, flags: u32) -> Result<DomainKey> {
        check_flags(flags, START_FLAGS, FROM, "testDomainCreateXML")?;
        let def = Self::parse(xml)?;
        self.change(|host| {
            host.create(def, Start::Booted).map(|(key, event)| (key.clone(), Some((key, event))))
        })
    }

    // As in the original the descriptors go nowhere, and errors speak of the functions without them.
    fn domain_create_xml_with_files(&self, xml: &str, _files: &[RawFd], flags: u32) -> Result<DomainKey> {
        self.domain_create_xml(xml, flags)
    }

    fn domain_create_with_flags(&self, dom: &Domain, flags: u32) -> Result<DomainId> {
        check_flags(flags, 0, FROM, "testDomainCreateWithFlags")?;
        let id =
            self.change(|host| host.start_defined(dom).map(|(key, event)| (key.id, Some((key, event)))))?;
        id.ok_or_else(|| Error::internal(FROM, "a started domain without id"))
    }

    fn domain_create_with_files(&self, dom: &Domain, _files: &[RawFd], flags: u32) -> Result<DomainId> {
        self.domain_create_with_flags(dom, flags)
    }

    fn domain_rename(&self, dom: &Domain, name: Name, flags: u32) -> Result<()> {
        check_flags(flags, 0, FROM, "testDomainRename")?;
        self.change(|host| host.rename(dom, name).map(|(before, after)| ((), renamed(before, after))))
    }

    fn domain_undefine_flags(&self, dom: &Domain, flags: u32) -> Result<()> {
        check_flags(flags, UNDEFINE_FLAGS, FROM, "testDomainUndefineFlags")?;
        self.change(|host| {
            let guest = host.guest(dom)?;
            if guest.managed_save && flags & UNDEFINE_MANAGED_SAVE == 0 {
                let detail = "Refusing to undefine while domain managed save image exists";
                return Err(Error::new(ErrorCode::VIR_ERR_OPERATION_INVALID, FROM, detail));
            }
            snapshots::check_undefine(guest, flags)?;
            let event = guest.undefine();
            let key = guest.key().clone();
            host.tidy(dom.uuid(), None);
            Ok(((), Some((key, event))))
        })
    }

    fn domain_suspend(&self, dom: &Domain) -> Result<()> {
        self.change_guest(dom, |guest| guest.suspend(dom.name()))
    }

    fn domain_resume(&self, dom: &Domain) -> Result<()> {
        self.change_guest(dom, |guest| guest.resume(dom.name()))
    }

    fn domain_shutdown_flags(&self, dom: &Domain, flags: u32) -> Result<()> {
        check_flags(flags, 0, FROM, "testDomainShutdownFlags")?;
        self.end(dom, StoppedDetail::VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN, |guest| guest.shut_down(dom.name()))
    }

    fn domain_reboot(&self, dom: &Domain, flags: u32) -> Result<()> {
        check_flags(flags, REBOOT_FLAGS, FROM, "testDomainReboot")?;
        self.end(dom, StoppedDetail::VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN, Guest::reboot)
    }

    fn domain_reset(&self, dom: &Domain, flags: u32) -> Result<()> {
        check_flags(flags, 0, FROM, "testDomainReset")?;
        self.look(dom, Guest::check_active)?
    }

    fn domain_destroy_flags(&self, dom: &Domain, flags: u32) -> Result<()> {
        check_flags(flags, DESTROY_FLAGS, FROM, "testDomainDestroyFlags")?;
        self.end(dom, StoppedDetail::VIR_DOMAIN_EVENT_STOPPED_DESTROYED, |guest| {
            guest.check_active()?;
            Ok(Outcome::Stopped(guest.stop(ShutoffReason::VIR_DOMAIN_SHUTOFF_DESTROYED)))
        })
    }

    fn domain_get_state(&self, dom: &Domain, flags: u32) -> Result<DomainState> {
        check_flags(flags, 0, FROM, "testDomainGetState")?;
        self.look(dom, Guest::state)
    }

    fn domain_get_info(&self, dom: &Domain) -> Result<DomainInfo> {
        // As the original: the domain has used the host's CPU since the epoch.
        let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        // As libvirt's clock, which counts microseconds.
        let cpu_time_ns = u64::try_from(since_epoch.as_micros() * 1000).unwrap_or(u64::MAX);
        self.look(dom, |guest| {
            let def = guest.def(false);
            DomainInfo {
                state: guest.state().state,
                max_mem_kib: def.memory_kib,
                memory_kib: def.current_memory_kib,
                vcpus: def.tuning.vcpus.online(),
                cpu_time_ns,
            }
        })
    }

    fn domain_get_xml_desc(&self, dom: &Domain, flags: u32) -> Result<String> {
        check_flags(flags, XML_FLAGS, FROM, "testDomainGetXMLDesc")?;
        let format = FormatFlags {
            secure: flags & XML_SECURE != 0,
            inactive: flags & XML_INACTIVE != 0,
            migratable: flags & XML_MIGRATABLE != 0,
            status: false,
        };
        let def = self.look(dom, |guest| Arc::clone(guest.def(format.inactive)))?;
        Ok(def.format(format))
    }

    fn domain_get_os_type(&self, _dom: &Domain) -> Result<String> {
        Ok("linux".to_owned())
    }

    fn domain_get_max_memory(&self, dom: &Domain) -> Result<u64> {
        self.look(dom, |guest| guest.def(false).memory_kib)
    }

    fn domain_is_active(&self, dom: &Domain) -> Result<bool> {
        self.look(dom, Guest::is_active)
    }

    fn domain_is_persistent(&self, dom: &Domain) -> Result<bool> {
        self.look(dom, Guest::is_persistent)
    }

    fn domain_is_updated(&self, _dom: &Domain) -> Result<bool> {
        Ok(false)
    }

    fn domain_get_autostart(&self, dom: &Domain) -> Result<bool> {
        self.look(dom, |guest| guest.autostart)
    }

    fn domain_set_autostart(&self, dom: &Domain, autostart: bool) -> Result<()> {
        lock(&self.host).guest(dom).map(|guest| guest.autostart = autostart)
    }
}
