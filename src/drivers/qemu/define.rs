//! Definitions: taking them in, making domains of them, forgetting them.

#![forbid(unsafe_code)]

use std::sync::Arc;

use super::vm::{Vm, VmState};
use super::{Driver, emulator, persist, unsupported};
use crate::abi::{
    _virDomainEventDefinedDetailType as Defined, _virDomainEventType as Life,
    _virDomainEventUndefinedDetailType as Undefined,
};
use crate::conf::domain::DomainDef;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::ident::{DomainKey, Name};
use crate::util::lock;

/// Understands XML as a definition that this driver can run.
pub fn parse(xml: &str) -> Result<DomainDef> {
    let mut def = DomainDef::parse(xml)?;
    unsupported::check(&def)?;
    emulator::settle(&mut def)?;
    Ok(def)
}

fn name_of(def: &DomainDef) -> Result<Name> {
    Name::new(&def.name)
        .ok_or_else(|| Error::invalid_arg(ErrorDomain::VIR_FROM_DOMAIN, "domain name holds a NUL"))
}

/// Makes `def` the definition of its domain, which may be new, inactive or active.
pub fn define(driver: &Driver, def: DomainDef) -> Result<DomainKey> {
    let name = name_of(&def)?;
    let mut emitter = driver.emitter();
    let _disk = lock(&driver.definitions);
    driver.domains().belonging_to(&def.name, &def.uuid)?;
    persist::save(driver.layout(), &def)?;

    let mut domains = driver.domains();
    // A transient domain may have come with the name meanwhile, and one of ours may have ended.
    let found = match domains.belonging_to(&def.name, &def.uuid) {
        Ok(found) => found.cloned(),
        Err(error) => {
            drop(domains);
            persist::remove(driver.layout(), &def.name)?;
            return Err(error);
        }
    };
    let vm = found.unwrap_or_else(|| {
        let vm = driver.new_vm(name, def.uuid);
        domains.insert(Arc::clone(&vm));
        vm
    });
    let mut state = vm.lock();
    state.persistent = Some(Arc::new(def));
    // As libvirt: a running domain that was defined before is not new, even if that was taken back meanwhile.
    let detail = if std::mem::replace(&mut state.was_defined, true) {
        Defined::VIR_DOMAIN_EVENT_DEFINED_UPDATED
    } else {
        Defined::VIR_DOMAIN_EVENT_DEFINED_ADDED
    };
    let key = vm.key(state.run.as_ref().map(|run| run.id));
    emitter.lifecycle(&key, Life::VIR_DOMAIN_EVENT_DEFINED, detail as i32);
    Ok(key)
}

/// Makes a domain for `def` to run in. A defined inactive one keeps its own definition for later starts.
pub fn make_transient(driver: &Driver, def: &DomainDef) -> Result<Arc<Vm>> {
    let name = name_of(def)?;
    let mut domains = driver.domains();
    if let Some(vm) = domains.belonging_to(&def.name, &def.uuid)? {
        if vm.lock().run.is_some() {
            let text = format!("domain '{}' is already active", def.name);
            return Err(Error::new(ErrorCode::VIR_ERR_OPERATION_INVALID, ErrorDomain::VIR_FROM_DOMAIN, text));
        }
        return Ok(Arc::clone(vm));
    }
    let vm = driver.new_vm(name, def.uuid);
    domains.insert(Arc::clone(&vm));
    Ok(vm)
}

/// Forgets a domain that [`make_transient`] made and that did not even begin to start.
pub fn drop_unused(driver: &Driver, vm: &Arc<Vm>) {
    let mut domains = driver.domains();
    let mut state = vm.lock();
    if is_nothing(&state) {
        state.removed = true;
        domains.remove(vm);
    }
}

fn is_nothing(state: &VmState) -> bool {
    state.persistent.is_none() && state.run.is_none() && !state.removed
}

/// Removes the definition of `vm`; an active domain goes on as a transient one. The caller holds the job.
pub fn undefine(driver: &Driver, vm: &Arc<Vm>) -> Result<()> {
    let mut emitter = driver.emitter();
    let _disk = lock(&driver.definitions);
    if vm.lock().persistent.is_none() {
        let text = "cannot undefine transient domain";
        return Err(Error::new(ErrorCode::VIR_ERR_OPERATION_INVALID, ErrorDomain::VIR_FROM_QEMU, text));
    }
    persist::remove(driver.layout(), vm.name.as_str())?;
    let mut domains = driver.domains();
    let mut state = vm.lock();
    state.persistent = None;
    let key = vm.key(state.run.as_ref().map(|run| run.id));
    let detail = Undefined::VIR_DOMAIN_EVENT_UNDEFINED_REMOVED as i32;
    emitter.lifecycle(&key, Life::VIR_DOMAIN_EVENT_UNDEFINED, detail);
    if state.run.is_none() {
        state.removed = true;
        domains.remove(vm);
    }
    Ok(())
}
