//! The domains of the test host, found by UUID, name or id, and the rules for having two of them.

#![forbid(unsafe_code)]

use std::collections::HashMap;

use super::guest::{Guest, Start};
use crate::conf::domain::DomainDef;
use crate::domain::Domain;
use crate::driver::DomainState;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::event::domain::DomainEvent;
use crate::ident::{DomainId, DomainKey, Name, Uuid};

/// All domains.
#[derive(Debug)]
pub struct Host {
    guests: HashMap<Uuid, Guest>,
    names: HashMap<String, Uuid>,
    ids: HashMap<DomainId, Uuid>,
    next_id: u32,
}

impl Host {
    /// A host without domains.
    pub fn new() -> Self {
        Self { guests: HashMap::new(), names: HashMap::new(), ids: HashMap::new(), next_id: 1 }
    }

    /// Adds a domain that has been there since nobody knows when. One with its name and UUID gives way.
    pub fn place(&mut self, def: DomainDef) -> Result<&mut Guest> {
        let (uuid, found) = (def.uuid, def.test_namespace);
        if self.has(&def)? {
            self.ids.retain(|_, other| *other != uuid);
        }
        self.add(Guest::new(def)?);
        let guest = self.guests.get_mut(&uuid).expect("has just been added");
        guest.set_persistent(!found.transient);
        if found.is_active() {
            self.start(uuid, None, Start::Booted);
        }
        let guest = self.guests.get_mut(&uuid).expect("has just been added");
        guest.managed_save = found.managed_save;
        guest.set_state(DomainState { state: found.state, reason: 0 });
        Ok(guest)
    }

    /// Every domain, in no order.
    pub fn guests(&self) -> impl Iterator<Item = &Guest> {
        self.guests.values()
    }

    /// The domain that the handle names.
    pub fn guest(&mut self, dom: &Domain) -> Result<&mut Guest> {
        self.guests.get_mut(dom.uuid()).ok_or_else(|| {
            let uuid = dom.uuid().hyphenated();
            no_domain(format!("no domain with matching uuid '{uuid}' ({})", dom.name()))
        })
    }

    /// The active domain with this id.
    pub fn by_id(&self, id: DomainId) -> Result<&Guest> {
        self.ids.get(&id).ok_or_else(|| no_domain(String::new())).and_then(|uuid| self.by_uuid(uuid))
    }

    /// The domain with this name.
    pub fn by_name(&self, name: &str) -> Result<&Guest> {
        self.names.get(name).ok_or_else(|| no_domain(String::new())).and_then(|uuid| self.by_uuid(uuid))
    }

    /// The domain with this UUID.
    pub fn by_uuid(&self, uuid: &Uuid) -> Result<&Guest> {
        self.guests.get(uuid).ok_or_else(|| no_domain(String::new()))
    }

    /// Defines a domain, or changes the definition of the one with the same name and UUID.
    pub fn define(&mut self, def: DomainDef) -> Result<(DomainKey, DomainEvent)> {
        if !self.has(&def)? {
            self.add(Guest::new(def.clone())?);
        }
        let guest = self.guests.get_mut(&def.uuid).expect("found or added above");
        let event = guest.redefine(def);
        Ok((guest.key().clone(), event))
    }

    /// Starts a domain for one run with this definition.
    pub fn create(&mut self, def: DomainDef, how: Start) -> Result<(DomainKey, DomainEvent)> {
        let uuid = def.uuid;
        if !self.has(&def)? {
            self.add(Guest::new(def)?);
            return Ok(self.start(uuid, None, how));
        }
        if self.by_uuid(&uuid)?.is_active() {
            let detail = format!("domain '{}' is already active", def.name);
            return Err(invalid(ErrorDomain::VIR_FROM_DOMAIN, detail));
        }
        Ok(self.start(uuid, Some(def), how))
    }

    /// Starts a defined domain.
    pub fn start_defined(&mut self, dom: &Domain) -> Result<(DomainKey, DomainEvent)> {
        self.guest(dom)?.check_startable(dom.name())?;
        Ok(self.start(*dom.uuid(), None, Start::Booted))
    }

    /// Drops the number of a run that has ended, of a domain that stays.
    pub fn forget_run(&mut self, id: Option<DomainId>) {
        if let Some(id) = id {
            self.ids.remove(&id);
        }
    }

    /// Gives an inactive domain another name. Returns the key that it had, and the one that it has.
    pub fn rename(&mut self, dom: &Domain, name: Name) -> Result<(DomainKey, DomainKey)> {
        let before = self.guest(dom)?.key().clone();
        if before.id.is_some() {
            return Err(invalid(ErrorDomain::VIR_FROM_TEST, "cannot rename active domain"));
        }
        if before.name == name {
            return Err(invalid(ErrorDomain::VIR_FROM_DOMAIN, "Can't rename domain to itself"));
        }
        if self.names.contains_key(name.as_str()) {
            let detail = format!("domain with name '{name}' already exists");
            return Err(invalid(ErrorDomain::VIR_FROM_DOMAIN, detail));
        }
        if name.as_str().contains('/') {
            let detail = format!("name {name} cannot contain '/'");
            return Err(Error::new(ErrorCode::VIR_ERR_XML_ERROR, ErrorDomain::VIR_FROM_TEST, detail));
        }
        self.names.remove(before.name.as_str());
        self.names.insert(name.as_str().to_owned(), before.uuid);
        let guest = self.guest(dom)?;
        guest.rename(name);
        Ok((before, guest.key().clone()))
    }

    /// Starts a domain, with the definition `transient` for this run only if there is one.
    pub fn start(
        &mut self,
        uuid: Uuid,
        transient: Option<DomainDef>,
        how: Start,
    ) -> (DomainKey, DomainEvent) {
        let id = DomainId(self.next_id);
        self.next_id += 1;
        self.ids.insert(id, uuid);
        let guest = self.guests.get_mut(&uuid).expect("the caller has just found or added it");
        let event = guest.start(id, transient, how);
        (guest.key().clone(), event)
    }

    /// Drops what a guest that has just been stopped or undefined has no right to any more: its `id`, and
    /// its place if nothing holds it.
    pub fn tidy(&mut self, uuid: &Uuid, id: Option<DomainId>) {
        let Some(guest) = self.guests.get(uuid) else { return };
        if let Some(id) = id.filter(|_| !guest.is_active()) {
            self.ids.remove(&id);
        }
        if !guest.is_active() && !guest.is_persistent() {
            self.names.remove(guest.key().name.as_str());
            self.guests.remove(uuid);
        }
    }

    fn add(&mut self, guest: Guest) {
        let key = guest.key();
        self.names.insert(key.name.as_str().to_owned(), key.uuid);
        self.guests.insert(key.uuid, guest);
    }

    /// Whether there is the domain that `def` describes; an error if only the name or only the UUID is taken.
    fn has(&self, def: &DomainDef) -> Result<bool> {
        let (name, uuid) = (&def.name, def.uuid.hyphenated());
        let detail = match (self.guests.get(&def.uuid), self.names.get(name)) {
            (None, None) => return Ok(false),
            (Some(guest), _) if guest.key().name.as_str() == name => return Ok(true),
            (Some(guest), _) => format!("domain '{}' is already defined with uuid {uuid}", guest.key().name),
            (None, Some(other)) => format!("domain '{name}' already exists with uuid {}", other.hyphenated()),
        };
        Err(Error::new(ErrorCode::VIR_ERR_OPERATION_FAILED, ErrorDomain::VIR_FROM_DOMAIN, detail))
    }
}

fn no_domain(detail: String) -> Error {
    Error::new(ErrorCode::VIR_ERR_NO_DOMAIN, ErrorDomain::VIR_FROM_TEST, detail)
}

fn invalid(from: ErrorDomain, detail: impl Into<String>) -> Error {
    Error::new(ErrorCode::VIR_ERR_OPERATION_INVALID, from, detail)
}
