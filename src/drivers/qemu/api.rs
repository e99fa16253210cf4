//! What a connection can ask this driver for.
//!
//! Every call finds its domain first. Calls that change a domain are its one job at a time; `domain_destroy`
//! is not, so that it works whatever hangs. Flags are checked here, with the original's function names.

#![forbid(unsafe_code)]

use std::ffi::CStr;
use std::sync::Arc;

use super::events::Listener;
use super::vm::{self, Vm};
use super::{Driver, define, start, state, stop};
use crate::abi::{
    _virDomainCreateFlags as Create, _virDomainDestroyFlagsValues as Destroy,
    _virDomainPausedReason as Paused, _virDomainRebootFlagValues as Reboot,
    _virDomainRunningReason as Running, _virDomainShutdownFlagValues as Shutdown, _virDomainState as State,
    _virDomainUndefineFlagsValues as Undefine, _virDomainXMLFlags as Xml,
};
use crate::conf::domain::{DomainDef, FormatFlags, LifecycleAction};
use crate::domain::Domain;
use crate::driver::feature::MIGRATION_P2P;
use crate::driver::{
    BlockDriver, CheckpointDriver, DeviceDriver, DomainDriver, DomainInfo, DomainListing, DomainState,
    GuestDriver, HostDriver, InterfaceDriver, JobDriver, LxcDriver, MigrationDriver, NetworkDriver,
    NodeDeviceDriver, NwFilterDriver, SaveDriver, SecretDriver, SnapshotDriver, StatsDriver, StorageDriver,
    TuningDriver, check_flags,
};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::event::{Class, Events};
use crate::ident::{DomainId, DomainKey, Uuid};
use crate::monitor::{Monitor, Protocol};
use crate::util::sys;

/// Most virtual CPUs of a guest that QEMU interprets, as the original says.
const MAX_VCPUS: i32 = 16;

const QEMU: ErrorDomain = ErrorDomain::VIR_FROM_QEMU;
const DOMAIN: ErrorDomain = ErrorDomain::VIR_FROM_DOMAIN;

pub(super) fn invalid(domain: ErrorDomain, text: &str) -> Error {
    Error::new(ErrorCode::VIR_ERR_OPERATION_INVALID, domain, text)
}

fn not_found(text: String) -> Error {
    Error::new(ErrorCode::VIR_ERR_NO_DOMAIN, QEMU, text)
}

impl Driver {
    /// The domain behind a handle.
    pub(super) fn vm(&self, dom: &Domain) -> Result<Arc<Vm>> {
        self.check_process()?;
        let found = self.domains().by_uuid(dom.uuid()).cloned();
        found.ok_or_else(|| vm::no_domain(dom.uuid(), dom.name()))
    }

    fn arc(&self) -> Result<Arc<Self>> {
        self.this().upgrade().ok_or_else(|| Error::internal(QEMU, "the driver is closed"))
    }

    fn has_autostart(&self, vm: &Vm) -> bool {
        self.layout().autostart_link(vm.name.as_str()).is_symlink()
    }

    /// The monitor of an active domain; `domain` is what the original blames for an inactive one.
    pub(super) fn monitor(&self, vm: &Vm, domain: ErrorDomain) -> Result<Arc<Monitor>> {
        let mut state = vm.lock();
        let run = state.active(domain)?;
        run.monitor.clone().ok_or_else(|| invalid(QEMU, "the domain's monitor cannot be used"))
    }

    /// Sees to the state after a command that stops the virtual CPUs or lets them go on. One that is overdue may still
    /// do so, and keeps its reason.
    fn after_switch(&self, vm: &Arc<Vm>, outcome: Result<()>) -> Result<()> {
        let mut state = vm.lock();
        let Some(run) = &mut state.run else { return outcome };
        let generation = run.generation;
        match &outcome {
            Ok(()) => {
                drop(state);
                Listener::new(&self.arc()?, vm, generation).settle();
            }
            Err(error) if error.code() == ErrorCode::VIR_ERR_OPERATION_TIMEOUT => {}
            Err(_) => (run.pause_reason, run.resume_reason) = (None, None),
        }
        outcome
    }

    /// Presses the power button. Whether the guest's power-off then is a restart is `fake_reboot`.
    fn press_power(
        &self,
        dom: &Domain,
        holder: &'static str,
        domain: ErrorDomain,
        reboot: bool,
    ) -> Result<()> {
        let vm = self.vm(dom)?;
        let _job = vm.begin_job(holder)?;
        let monitor = self.monitor(&vm, domain)?;
        if reboot && monitor.protocol() == Protocol::Text {
            // QEMU ends with the guest, because nothing would tell that it powered off.
            return Err(invalid(QEMU, "a reboot needs a JSON monitor"));
        }
        let mut state = vm.lock();
        if !reboot && !state.is(State::VIR_DOMAIN_RUNNING) {
            return Err(invalid(QEMU, "domain is not running"));
        }
        if let Ok(run) = state.active(domain) {
            run.fake_reboot = if reboot {
                run.def.on_reboot != LifecycleAction::Destroy
            } else {
                run.def.on_poweroff == LifecycleAction::Restart
            };
        }
        drop(state);
        monitor.system_powerdown()
    }
}

/// The error for a call that needs the guest agent, which no domain has yet.
pub(super) fn no_agent() -> Error {
    let text = "QEMU guest agent is not configured";
    Error::new(ErrorCode::VIR_ERR_ARGUMENT_UNSUPPORTED, QEMU, text)
}

/// Fails if only the guest agent is asked for.
fn refuse_agent(flags: u32, agent: u32) -> Result<()> {
    if flags == agent { Err(no_agent()) } else { Ok(()) }
}

impl TuningDriver for Driver {}
impl SaveDriver for Driver {}
impl GuestDriver for Driver {}
impl StatsDriver for Driver {}
impl SnapshotDriver for Driver {}
impl CheckpointDriver for Driver {}
impl LxcDriver for Driver {}
impl BlockDriver for Driver {}
impl DeviceDriver for Driver {}
impl JobDriver for Driver {}
impl MigrationDriver for Driver {}
impl NetworkDriver for Driver {}
impl StorageDriver for Driver {}
impl SecretDriver for Driver {}
impl NodeDeviceDriver for Driver {}
impl InterfaceDriver for Driver {}
impl NwFilterDriver for Driver {}

impl crate::driver::Driver for Driver {
    fn events(&self, class: Class) -> Option<&Arc<Events>> {
        matches!(class, Class::Domain | Class::Monitor).then_some(&self.events)
    }
}

impl HostDriver for Driver {
    fn connect_supports_feature(&self, feature: u32) -> Result<bool> {
        // As the original, which looks at the destination next; the step itself is not there yet and says so.
        Ok(feature == MIGRATION_P2P)
    }

    fn connect_get_type(&self) -> Result<&'static CStr> {
        Ok(c"QEMU")
    }

    fn connect_get_hostname(&self) -> Result<String> {
        Ok(sys::hostname())
    }

    fn connect_get_version(&self) -> Result<u64> {
        self.versions().of_host()
    }

    fn connect_get_max_vcpus(&self, _kind: Option<&str>) -> Result<i32> {
        Ok(MAX_VCPUS)
    }

    fn connect_is_alive(&self) -> Result<bool> {
        Ok(true)
    }

    fn connect_is_encrypted(&self) -> Result<bool> {
        Ok(false)
    }

    fn connect_is_secure(&self) -> Result<bool> {
        Ok(true)
    }
}

impl DomainDriver for Driver {
    fn connect_list_all_domains(&self, flags: u32) -> Result<Vec<DomainKey>> {
        self.check_process()?;
        check_flags(flags, DomainListing::FLAGS, QEMU, "qemuConnectListAllDomains")?;
        let vms: Vec<_> = self.domains().iter().cloned().collect();
        let mut keys = Vec::with_capacity(vms.len());
        for vm in vms {
            let state = vm.lock();
            if !state.removed && state.listing(self.has_autostart(&vm)).matches(flags) {
                keys.push(vm.key(state.run.as_ref().map(|run| run.id)));
            }
        }
        Ok(keys)
    }

    fn domain_lookup_by_id(&self, id: DomainId) -> Result<DomainKey> {
        self.check_process()?;
        let found = self.domains().by_id(id).map(|vm| vm.key(Some(id)));
        found.ok_or_else(|| not_found(format!("no domain with matching id {}", id.0)))
    }

    fn domain_lookup_by_name(&self, name: &str) -> Result<DomainKey> {
        self.check_process()?;
        let found = self.domains().by_name(name).cloned();
        let vm = found.ok_or_else(|| not_found(format!("no domain with matching name '{name}'")))?;
        let id = vm.lock().run.as_ref().map(|run| run.id);
        Ok(vm.key(id))
    }

    fn domain_lookup_by_uuid(&self, uuid: &Uuid) -> Result<DomainKey> {
        self.check_process()?;
        let found = self.domains().by_uuid(uuid).cloned();
        let vm = found.ok_or_else(|| not_found(format!("no domain with matching uuid '{uuid}'")))?;
        let id = vm.lock().run.as_ref().map(|run| run.id);
        Ok(vm.key(id))
    }

    fn domain_define_xml_flags(&self, xml: &str, flags: u32) -> Result<DomainKey> {
        self.check_process()?;
        // Validation against the schema is not offered.
        check_flags(flags, 0, QEMU, "qemuDomainDefineXMLFlags")?;
        define::define(self, define::parse(xml)?)
    }

    fn domain_create_xml(&self, xml: &str, flags: u32) -> Result<DomainKey> {
        self.check_process()?;
        let known = Create::VIR_DOMAIN_START_PAUSED as u32
            | Create::VIR_DOMAIN_START_AUTODESTROY as u32
            | Create::VIR_DOMAIN_START_RESET_NVRAM as u32;
        check_flags(flags, known, QEMU, "qemuDomainCreateXML")?;
        let def = define::parse(xml)?;
        let vm = define::make_transient(self, &def)?;
        let started =
            vm.begin_job("virDomainCreateXML").and_then(|_job| start::start(&self.arc()?, &vm, &def, flags));
        define::drop_unused(self, &vm);
        Ok(vm.key(Some(started?)))
    }

    fn domain_create_with_flags(&self, dom: &Domain, flags: u32) -> Result<DomainId> {
        let known = Create::VIR_DOMAIN_START_PAUSED as u32
            | Create::VIR_DOMAIN_START_AUTODESTROY as u32
            | Create::VIR_DOMAIN_START_BYPASS_CACHE as u32
            | Create::VIR_DOMAIN_START_FORCE_BOOT as u32
            | Create::VIR_DOMAIN_START_RESET_NVRAM as u32;
        check_flags(flags, known, QEMU, "qemuDomainCreateWithFlags")?;
        let vm = self.vm(dom)?;
        let _job = vm.begin_job("virDomainCreateWithFlags")?;
        let state = vm.lock();
        if state.run.is_some() {
            return Err(invalid(QEMU, "domain is already running"));
        }
        let def: Arc<DomainDef> = state.persistent.clone().ok_or_else(|| vm.gone())?;
        drop(state);
        start::start(&self.arc()?, &vm, &def, flags)
    }

    fn domain_undefine_flags(&self, dom: &Domain, flags: u32) -> Result<()> {
        let keep_nvram = Undefine::VIR_DOMAIN_UNDEFINE_KEEP_NVRAM as u32;
        let nvram = Undefine::VIR_DOMAIN_UNDEFINE_NVRAM as u32;
        let keep_tpm = Undefine::VIR_DOMAIN_UNDEFINE_KEEP_TPM as u32;
        let tpm = Undefine::VIR_DOMAIN_UNDEFINE_TPM as u32;
        let known = Undefine::VIR_DOMAIN_UNDEFINE_MANAGED_SAVE as u32
            | Undefine::VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA as u32
            | Undefine::VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA as u32
            | nvram
            | keep_nvram
            | tpm
            | keep_tpm;
        check_flags(flags, known, QEMU, "qemuDomainUndefineFlags")?;
        for (one, other, what) in [(nvram, keep_nvram, "nvram"), (tpm, keep_tpm, "TPM")] {
            if flags & one != 0 && flags & other != 0 {
                return Err(invalid(QEMU, &format!("cannot both keep and delete {what}")));
            }
        }
        let vm = self.vm(dom)?;
        let _job = vm.begin_job("virDomainUndefineFlags")?;
        define::undefine(self, &vm)
    }

    fn domain_suspend(&self, dom: &Domain) -> Result<()> {
        let vm = self.vm(dom)?;
        let _job = vm.begin_job("virDomainSuspend")?;
        let monitor = self.monitor(&vm, DOMAIN)?;
        let mut state = vm.lock();
        if state.is(State::VIR_DOMAIN_PMSUSPENDED) {
            return Err(invalid(QEMU, "domain is pmsuspended"));
        }
        if state.is(State::VIR_DOMAIN_PAUSED) {
            return Ok(());
        }
        state.active(DOMAIN)?.pause_reason = Some(Paused::VIR_DOMAIN_PAUSED_USER);
        drop(state);
        let outcome = monitor.stop();
        self.after_switch(&vm, outcome)
    }

    fn domain_resume(&self, dom: &Domain) -> Result<()> {
        let vm = self.vm(dom)?;
        let _job = vm.begin_job("virDomainResume")?;
        let monitor = self.monitor(&vm, DOMAIN)?;
        let mut state = vm.lock();
        if state.is(State::VIR_DOMAIN_PMSUSPENDED) {
            return Err(invalid(QEMU, "domain is pmsuspended"));
        }
        if state.is(State::VIR_DOMAIN_RUNNING) {
            return Err(invalid(QEMU, "domain is already running"));
        }
        if !state.is(State::VIR_DOMAIN_PAUSED) && !state.is(State::VIR_DOMAIN_CRASHED) {
            return Ok(());
        }
        state.active(DOMAIN)?.resume_reason = Some(Running::VIR_DOMAIN_RUNNING_UNPAUSED);
        drop(state);
        let outcome = monitor.cont();
        self.after_switch(&vm, outcome)
    }

    fn domain_shutdown_flags(&self, dom: &Domain, flags: u32) -> Result<()> {
        let agent = Shutdown::VIR_DOMAIN_SHUTDOWN_GUEST_AGENT as u32;
        let known = Shutdown::VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN as u32 | agent;
        check_flags(flags, known, QEMU, "qemuDomainShutdownFlags")?;
        self.vm(dom)?.lock().active(QEMU)?;
        refuse_agent(flags, agent)?;
        self.press_power(dom, "virDomainShutdownFlags", QEMU, false)
    }

    fn domain_reboot(&self, dom: &Domain, flags: u32) -> Result<()> {
        let agent = Reboot::VIR_DOMAIN_REBOOT_GUEST_AGENT as u32;
        let known = Reboot::VIR_DOMAIN_REBOOT_ACPI_POWER_BTN as u32 | agent;
        check_flags(flags, known, QEMU, "qemuDomainReboot")?;
        self.vm(dom)?.lock().active(DOMAIN)?;
        refuse_agent(flags, agent)?;
        self.press_power(dom, "virDomainReboot", DOMAIN, true)
    }

    fn domain_reset(&self, dom: &Domain, flags: u32) -> Result<()> {
        check_flags(flags, 0, QEMU, "qemuDomainReset")?;
        let vm = self.vm(dom)?;
        let _job = vm.begin_job("virDomainReset")?;
        let monitor = self.monitor(&vm, DOMAIN)?;
        monitor.system_reset()?;
        let mut state = vm.lock();
        if let Ok(run) = state.active(DOMAIN) {
            run.fake_reboot = false;
        }
        if state.is(State::VIR_DOMAIN_CRASHED) {
            state.status = state::paused(Paused::VIR_DOMAIN_PAUSED_CRASHED);
            self.keeper().changed(self.this(), &vm);
        }
        Ok(())
    }

    fn domain_destroy_flags(&self, dom: &Domain, flags: u32) -> Result<()> {
        let graceful = Destroy::VIR_DOMAIN_DESTROY_GRACEFUL as u32;
        let known = graceful | Destroy::VIR_DOMAIN_DESTROY_REMOVE_LOGS as u32;
        check_flags(flags, known, QEMU, "qemuDomainDestroyFlags")?;
        let vm = self.vm(dom)?;
        stop::destroy(&vm, flags & graceful != 0)?;
        if flags & Destroy::VIR_DOMAIN_DESTROY_REMOVE_LOGS as u32 != 0 {
            let path = self.layout().log_file(vm.name.as_str());
            crate::util::file::remove(&path).map_err(|cause| {
                Error::system(QEMU, format!("cannot remove '{}'", path.display()), &cause)
            })?;
        }
        Ok(())
    }

    fn domain_get_state(&self, dom: &Domain, flags: u32) -> Result<DomainState> {
        check_flags(flags, 0, QEMU, "qemuDomainGetState")?;
        Ok(self.vm(dom)?.lock().status)
    }

    fn domain_get_info(&self, dom: &Domain) -> Result<DomainInfo> {
        let vm = self.vm(dom)?;
        let state = vm.lock();
        let def = state.def(false).ok_or_else(|| vm.gone())?;
        let mut info = DomainInfo {
            state: state.status.state,
            max_mem_kib: def.memory_kib,
            memory_kib: def.current_memory_kib,
            vcpus: def.tuning.vcpus.online(),
            cpu_time_ns: 0,
        };
        let process = state.run.as_ref().and_then(|run| run.process.clone());
        drop(state);
        info.cpu_time_ns = process.and_then(|process| process.cpu_time_ns()).unwrap_or(0);
        Ok(info)
    }

    fn domain_get_xml_desc(&self, dom: &Domain, flags: u32) -> Result<String> {
        let (secure, inactive) = (Xml::VIR_DOMAIN_XML_SECURE as u32, Xml::VIR_DOMAIN_XML_INACTIVE as u32);
        let migratable = Xml::VIR_DOMAIN_XML_MIGRATABLE as u32;
        let known = secure | inactive | migratable | Xml::VIR_DOMAIN_XML_UPDATE_CPU as u32;
        check_flags(flags, known, QEMU, "qemuDomainGetXMLDesc")?;
        let vm = self.vm(dom)?;
        let state = vm.lock();
        let format = FormatFlags {
            secure: flags & secure != 0,
            inactive: flags & inactive != 0,
            migratable: flags & migratable != 0,
            ..FormatFlags::default()
        };
        Ok(state.def(format.inactive).ok_or_else(|| vm.gone())?.format(format))
    }

    fn domain_get_os_type(&self, dom: &Domain) -> Result<String> {
        let vm = self.vm(dom)?;
        let state = vm.lock();
        Ok(state.def(false).ok_or_else(|| vm.gone())?.os.kind.as_str().to_owned())
    }

    fn domain_get_max_memory(&self, dom: &Domain) -> Result<u64> {
        let vm = self.vm(dom)?;
        let state = vm.lock();
        Ok(state.def(false).ok_or_else(|| vm.gone())?.memory_kib)
    }

    fn domain_is_active(&self, dom: &Domain) -> Result<bool> {
        Ok(self.vm(dom)?.lock().run.is_some())
    }

    fn domain_is_persistent(&self, dom: &Domain) -> Result<bool> {
        Ok(self.vm(dom)?.lock().persistent.is_some())
    }

    fn domain_is_updated(&self, dom: &Domain) -> Result<bool> {
        // Only calls that change a definition in place would say so, and there are none yet.
        self.vm(dom).map(|_| false)
    }

    fn domain_get_autostart(&self, dom: &Domain) -> Result<bool> {
        let vm = self.vm(dom)?;
        Ok(self.has_autostart(&vm))
    }
}
