//! Virtual CPUs, memory and limits of the domains of the test host: flags, and the way to the domain. What is done
//! with its definitions is in the modules below.

#![forbid(unsafe_code)]

mod device;
mod iothread;
mod limits;
mod memory;
mod metadata;
mod vcpu;

use super::guest::Guest;
use super::{FROM, TestDriver};
use crate::abi::{
    virDomainMemoryModFlags as MemoryFlags, virDomainVcpuFlags as VcpuFlags, virTypedParameterFlags,
};
use crate::conf::cpuset::CpuSet;
use crate::domain::Domain;
use crate::domain::impact::{CONFIG, LIVE};
use crate::driver::{IoThreadInfo, MapRoom, TuningDriver, VcpuInfo, check_flags};
use crate::error::Result;
use crate::event::domain::DomainEvent;
use crate::typed_param::{Answer, TypedKind, TypedParameter, validate};
use crate::util::lock;

const IMPACT: u32 = LIVE | CONFIG;
const VCPU_MAXIMUM: u32 = VcpuFlags::VIR_DOMAIN_VCPU_MAXIMUM as u32;
const MEM_MAXIMUM: u32 = MemoryFlags::VIR_DOMAIN_MEM_MAXIMUM as u32;
const STRING_OKAY: u32 = virTypedParameterFlags::VIR_TYPED_PARAM_STRING_OKAY as u32;
/// What functions that fill an array of parameters accept.
const READ: u32 = IMPACT | STRING_OKAY;

impl TestDriver {
    /// Changes the handle's domain without anybody being told.
    fn adjust<T>(&self, dom: &Domain, job: impl FnOnce(&mut Guest) -> Result<T>) -> Result<T> {
        lock(&self.host).guest(dom).and_then(job)
    }

    /// Reads parameters of the handle's domain. No domain is needed by those who ask for their number only.
    fn read_params(
        &self,
        dom: &Domain,
        room: usize,
        count: usize,
        read: impl FnOnce(&Guest) -> Result<Vec<TypedParameter>>,
    ) -> Result<Answer> {
        Answer::new(room, count, || self.look(dom, read)?)
    }
}

impl TuningDriver for TestDriver {
    fn domain_set_vcpus(&self, dom: &Domain, vcpus: u32) -> Result<()> {
        self.domain_set_vcpus_flags(dom, vcpus, LIVE)
    }

    fn domain_set_vcpus_flags(&self, dom: &Domain, vcpus: u32, flags: u32) -> Result<()> {
        check_flags(flags, IMPACT | VCPU_MAXIMUM, FROM, "testDomainSetVcpusFlags")?;
        let count = vcpu::supported(vcpus)?;
        self.adjust(dom, |guest| vcpu::set_count(guest, count, flags & VCPU_MAXIMUM != 0, flags))
    }

    fn domain_get_vcpus_flags(&self, dom: &Domain, flags: u32) -> Result<u16> {
        check_flags(flags, IMPACT | VCPU_MAXIMUM, FROM, "testDomainGetVcpusFlags")?;
        self.look(dom, |guest| {
            let vcpus = &guest.one_def(flags)?.tuning.vcpus;
            Ok(if flags & VCPU_MAXIMUM != 0 { vcpus.max() } else { vcpus.online() })
        })?
    }

    fn domain_get_max_vcpus(&self, dom: &Domain) -> Result<u16> {
        self.domain_get_vcpus_flags(dom, LIVE | VCPU_MAXIMUM)
    }

    fn domain_get_vcpus(&self, dom: &Domain, _room: MapRoom) -> Result<Vec<VcpuInfo>> {
        self.look(dom, |guest| vcpu::list(guest, self.node.info.most_cpus()))?
    }

    fn domain_pin_vcpu(&self, dom: &Domain, vcpu: u32, cpus: CpuSet) -> Result<()> {
        self.domain_pin_vcpu_flags(dom, vcpu, cpus, 0)
    }

    fn domain_pin_vcpu_flags(&self, dom: &Domain, vcpu: u32, cpus: CpuSet, flags: u32) -> Result<()> {
        check_flags(flags, 0, FROM, "testDomainPinVcpuFlags")?;
        self.adjust(dom, |guest| vcpu::pin(guest, vcpu, cpus))
    }

    fn domain_get_vcpu_pin_info(&self, dom: &Domain, _room: MapRoom, flags: u32) -> Result<Vec<CpuSet>> {
        let host = self.node.info.most_cpus();
        self.look(dom, |guest| guest.one_def(flags).map(|def| vcpu::pins(&def.tuning, host)))?
    }

    fn domain_pin_emulator(&self, dom: &Domain, cpus: CpuSet, flags: u32) -> Result<()> {
        check_flags(flags, IMPACT, FROM, "testDomainPinEmulator")?;
        self.adjust(dom, |guest| vcpu::pin_emulator(guest.one_def_mut(flags)?, cpus))
    }

    fn domain_get_emulator_pin_info(
        &self,
        dom: &Domain,
        _length: usize,
        flags: u32,
    ) -> Result<Option<CpuSet>> {
        check_flags(flags, IMPACT, FROM, "testDomainGetEmulatorPinInfo")?;
        let host = self.node.info.most_cpus();
        self.look(dom, |guest| guest.one_def(flags).map(|def| Some(vcpu::emulator_pin(&def.tuning, host))))?
    }

    fn domain_add_io_thread(&self, dom: &Domain, id: u32, flags: u32) -> Result<()> {
        check_flags(flags, IMPACT, FROM, "testDomainAddIOThread")?;
        iothread::check_id(id)?;
        self.adjust(dom, |guest| iothread::add(guest, id, flags))
    }

    fn domain_del_io_thread(&self, dom: &Domain, id: u32, flags: u32) -> Result<()> {
        check_flags(flags, IMPACT, FROM, "testDomainDelIOThread")?;
        self.adjust(dom, |guest| iothread::remove(guest, id, flags))
    }

    fn domain_pin_io_thread(&self, dom: &Domain, id: u32, cpus: CpuSet, flags: u32) -> Result<()> {
        check_flags(flags, IMPACT, FROM, "testDomainPinIOThread")?;
        self.adjust(dom, |guest| iothread::pin(guest.one_def_mut(flags)?, id, cpus))
    }

    fn domain_set_io_thread_params(
        &self,
        dom: &Domain,
        id: u32,
        params: &[TypedParameter],
        flags: u32,
    ) -> Result<()> {
        check_flags(flags, LIVE, FROM, "testDomainSetIOThreadParams")?;
        iothread::check_id(id)?;
        self.adjust(dom, |guest| iothread::set_params(guest, id, params, flags))
    }

    fn domain_get_io_thread_info(&self, dom: &Domain, flags: u32) -> Result<Vec<IoThreadInfo>> {
        check_flags(flags, IMPACT, FROM, "testDomainGetIOThreadInfo")?;
        self.look(dom, |guest| guest.one_def(flags).map(|def| iothread::list(&def.tuning)))?
    }

    fn domain_set_memory(&self, dom: &Domain, memory_kib: u64) -> Result<()> {
        self.domain_set_memory_flags(dom, memory_kib, LIVE)
    }

    fn domain_set_memory_flags(&self, dom: &Domain, memory_kib: u64, flags: u32) -> Result<()> {
        check_flags(flags, IMPACT | MEM_MAXIMUM, FROM, "testDomainSetMemoryFlags")?;
        self.adjust(dom, |guest| memory::set(guest, memory_kib, flags & MEM_MAXIMUM != 0, flags))
    }

    fn domain_set_max_memory(&self, dom: &Domain, memory_kib: u64) -> Result<()> {
        self.domain_set_memory_flags(dom, memory_kib, MEM_MAXIMUM)
    }

    fn domain_set_memory_stats_period(&self, dom: &Domain, period_s: u32, flags: u32) -> Result<()> {
        check_flags(flags, IMPACT, FROM, "testDomainSetMemoryStatsPeriod")?;
        self.adjust(dom, |guest| memory::set_stats_period(guest.one_def_mut(flags)?, period_s))
    }

    fn domain_get_memory_parameters(&self, dom: &Domain, room: usize, flags: u32) -> Result<Answer> {
        check_flags(flags, READ, FROM, "testDomainGetMemoryParameters")?;
        self.read_params(dom, room, 3, |guest| Ok(memory::params(guest.one_def(flags)?)))
    }

    fn domain_set_memory_parameters(
        &self,
        dom: &Domain,
        params: &[TypedParameter],
        flags: u32,
    ) -> Result<()> {
        check_flags(flags, IMPACT, FROM, "testDomainSetMemoryParameters")?;
        validate(params, &memory::PARAMS)?;
        self.adjust(dom, |guest| memory::set_params(guest, params, flags))
    }

    fn domain_get_numa_parameters(&self, dom: &Domain, room: usize, flags: u32) -> Result<Answer> {
        check_flags(flags, READ, FROM, "testDomainGetNumaParameters")?;
        self.read_params(dom, room, 2, |guest| Ok(limits::numa(guest.one_def(flags)?)))
    }

    fn domain_set_numa_parameters(&self, dom: &Domain, params: &[TypedParameter], flags: u32) -> Result<()> {
        check_flags(flags, IMPACT, FROM, "testDomainSetNumaParameters")?;
        validate(params, &limits::NUMA)?;
        self.adjust(dom, |guest| limits::set_numa(guest, params, flags))
    }

    fn domain_get_scheduler_type(&self, _dom: &Domain) -> Result<(String, i32)> {
        Ok(("fair".to_owned(), 1))
    }

    fn domain_get_scheduler_parameters(&self, dom: &Domain, room: usize) -> Result<Vec<TypedParameter>> {
        self.domain_get_scheduler_parameters_flags(dom, room, 0)
    }

    fn domain_get_scheduler_parameters_flags(
        &self,
        dom: &Domain,
        _room: usize,
        flags: u32,
    ) -> Result<Vec<TypedParameter>> {
        check_flags(flags, 0, FROM, "testDomainGetSchedulerParametersFlags")?;
        self.look(dom, |_| limits::scheduler())
    }

    fn domain_set_scheduler_parameters(&self, dom: &Domain, params: &[TypedParameter]) -> Result<()> {
        self.domain_set_scheduler_parameters_flags(dom, params, 0)
    }

    fn domain_set_scheduler_parameters_flags(
        &self,
        dom: &Domain,
        params: &[TypedParameter],
        flags: u32,
    ) -> Result<()> {
        check_flags(flags, 0, FROM, "testDomainSetSchedulerParametersFlags")?;
        validate(params, &limits::SCHEDULER)?;
        // As the original: the weight is looked at and forgotten.
        self.look(dom, |_| ())
    }

    fn domain_get_blkio_parameters(&self, dom: &Domain, room: usize, flags: u32) -> Result<Answer> {
        check_flags(flags, READ, FROM, "testDomainGetBlkioParameters")?;
        self.read_params(dom, room, limits::BLKIO.len(), |guest| Ok(limits::blkio(guest.one_def(flags)?)))
    }

    fn domain_set_blkio_parameters(&self, dom: &Domain, params: &[TypedParameter], flags: u32) -> Result<()> {
        check_flags(flags, IMPACT, FROM, "testDomainSetBlkioParameters")?;
        validate(params, &limits::BLKIO)?;
        self.adjust(dom, |guest| limits::set_blkio(guest.one_def_mut(flags)?, params))
    }

    fn domain_get_interface_parameters(
        &self,
        dom: &Domain,
        device: &str,
        room: usize,
        flags: u32,
    ) -> Result<Answer> {
        check_flags(flags, READ, FROM, "testDomainGetInterfaceParameters")?;
        self.read_params(dom, room, device::INTERFACE.len(), |guest| {
            device::interface(guest.one_def(flags)?, device)
        })
    }

    fn domain_set_interface_parameters(
        &self,
        dom: &Domain,
        device: &str,
        params: &[TypedParameter],
        flags: u32,
    ) -> Result<()> {
        check_flags(flags, IMPACT, FROM, "testDomainSetInterfaceParameters")?;
        validate(params, &device::INTERFACE.map(|name| (name, TypedKind::UInt)))?;
        self.adjust(dom, |guest| device::set_interface(guest.one_def_mut(flags)?, device, params))
    }

    fn domain_get_block_io_tune(
        &self,
        dom: &Domain,
        disk: Option<&str>,
        room: usize,
        flags: u32,
    ) -> Result<Answer> {
        check_flags(flags, READ, FROM, "testDomainGetBlockIoTune")?;
        self.read_params(dom, room, device::io_tune_params().len(), |guest| {
            device::io_tune(guest.one_def(flags)?, disk.unwrap_or_default())
        })
    }

    fn domain_set_block_io_tune(
        &self,
        dom: &Domain,
        disk: &str,
        params: &[TypedParameter],
        flags: u32,
    ) -> Result<()> {
        check_flags(flags, IMPACT, FROM, "testDomainSetBlockIoTune")?;
        validate(params, &device::io_tune_params())?;
        self.adjust(dom, |guest| device::set_io_tune(guest.one_def_mut(flags)?, disk, params))
    }

    fn domain_get_perf_events(&self, dom: &Domain, flags: u32) -> Result<Vec<TypedParameter>> {
        check_flags(flags, READ, FROM, "testDomainGetPerfEvents")?;
        self.look(dom, |guest| guest.one_def(flags).map(limits::perf))?
    }

    fn domain_set_perf_events(&self, dom: &Domain, params: &[TypedParameter], flags: u32) -> Result<()> {
        check_flags(flags, IMPACT, FROM, "testDomainSetPerfEvents")?;
        limits::validate_perf(params)?;
        self.adjust(dom, |guest| {
            limits::set_perf(guest.one_def_mut(flags)?, params);
            Ok(())
        })
    }

    fn domain_get_metadata(&self, dom: &Domain, kind: i32, uri: Option<&str>, flags: u32) -> Result<String> {
        check_flags(flags, IMPACT, FROM, "testDomainGetMetadata")?;
        self.look(dom, |guest| metadata::get(guest, kind, uri, flags))?
    }

    fn domain_set_metadata(
        &self,
        dom: &Domain,
        kind: i32,
        text: Option<&str>,
        key: Option<&str>,
        uri: Option<&str>,
        flags: u32,
    ) -> Result<()> {
        check_flags(flags, IMPACT, FROM, "testDomainSetMetadata")?;
        self.change_guest(dom, |guest| {
            metadata::set(guest, kind, text, key, uri, flags)?;
            Ok(DomainEvent::MetadataChange { kind, uri: uri.map(str::to_owned) })
        })
    }

    fn domain_set_lifecycle_action(&self, dom: &Domain, kind: u32, action: u32, flags: u32) -> Result<()> {
        check_flags(flags, IMPACT, FROM, "testDomainSetLifecycleAction")?;
        let lifecycle = metadata::Lifecycle::new(kind, action)?;
        self.adjust(dom, |guest| lifecycle.set(guest, flags))
    }
}
