//! The driver's list of domains, found by UUID, name and id.
//!
//! Plain data behind the driver's lock for it, which comes before the lock of a single domain.

#![forbid(unsafe_code)]

use std::collections::HashMap;
use std::sync::Arc;

use super::vm::Vm;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::ident::{DomainId, Uuid};

/// All domains of a driver.
#[derive(Default)]
pub struct Domains {
    by_uuid: HashMap<Uuid, Arc<Vm>>,
    by_name: HashMap<String, Arc<Vm>>,
    by_id: HashMap<DomainId, Arc<Vm>>,
    last_id: u32,
}

impl Domains {
    /// The domain with this UUID.
    pub fn by_uuid(&self, uuid: &Uuid) -> Option<&Arc<Vm>> {
        self.by_uuid.get(uuid)
    }

    /// The domain with this name.
    pub fn by_name(&self, name: &str) -> Option<&Arc<Vm>> {
        self.by_name.get(name)
    }

    /// The active domain with this id.
    pub fn by_id(&self, id: DomainId) -> Option<&Arc<Vm>> {
        self.by_id.get(&id)
    }

    /// All domains.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Vm>> {
        self.by_uuid.values()
    }

    /// The domain that a definition with this name and UUID belongs to, if there is one already.
    ///
    /// # Errors
    /// `VIR_ERR_OPERATION_FAILED` if only one of the two fits.
    pub fn belonging_to(&self, name: &str, uuid: &Uuid) -> Result<Option<&Arc<Vm>>> {
        let clash =
            |text| Err(Error::new(ErrorCode::VIR_ERR_OPERATION_FAILED, ErrorDomain::VIR_FROM_DOMAIN, text));
        if let Some(vm) = self.by_uuid(uuid) {
            if vm.name.as_str() == name {
                return Ok(Some(vm));
            }
            return clash(format!("domain '{}' is already defined with uuid {uuid}", vm.name));
        }
        match self.by_name(name) {
            Some(vm) => clash(format!("domain '{name}' already exists with uuid {}", vm.uuid)),
            None => Ok(None),
        }
    }

    /// Adds a domain whose name and UUID are new.
    pub fn insert(&mut self, vm: Arc<Vm>) {
        self.by_name.insert(vm.name.as_str().to_owned(), Arc::clone(&vm));
        self.by_uuid.insert(vm.uuid, vm);
    }

    /// Forgets a domain.
    pub fn remove(&mut self, vm: &Vm) {
        self.by_name.remove(vm.name.as_str());
        self.by_uuid.remove(&vm.uuid);
    }

    /// A new id for `vm`, which is about to be active.
    pub fn activate(&mut self, vm: &Arc<Vm>) -> DomainId {
        self.last_id += 1;
        let id = DomainId(self.last_id);
        self.by_id.insert(id, Arc::clone(vm));
        id
    }

    /// Notes that `vm` is active already, under `id`.
    pub fn readopt(&mut self, vm: &Arc<Vm>, id: DomainId) {
        self.last_id = self.last_id.max(id.0);
        self.by_id.insert(id, Arc::clone(vm));
    }

    /// Takes an id back.
    pub fn deactivate(&mut self, id: DomainId) {
        self.by_id.remove(&id);
    }
}
