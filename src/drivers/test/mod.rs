//! `test:///default`: a host with domains that exist in memory only, shared by all connections of the
//! process while one of them is open. `test:///FILE`: the host that a file describes, for one connection.
//!
//! Lock order: the default host's place, then a host's domains, then the events. Events are queued under
//! the lock of the domains, so that their order is that of the changes; the loop, which may be the
//! program's own, is woken without it.

#![forbid(unsafe_code)]

mod capabilities;
mod checkpoints;
mod domains;
pub mod file;
mod guest;
mod guest_calls;
mod host;
pub mod image;
mod keycodes;
mod node;
mod save;
mod screenshot;
mod snapshots;
mod stats;
mod tuning;
mod users;

use std::collections::HashSet;
use std::sync::{Arc, Mutex, Weak};

use guest::{Guest, Outcome, stopped};
use host::Host;
use node::Node;

use crate::abi::virDomainEventStoppedDetailType as StoppedDetail;
use crate::auth::Authenticator;
use crate::conf::domain::{DomainDef, Rules};
use crate::domain::Domain;
use crate::driver::{
    BlockDriver, DeviceDriver, Driver, InterfaceDriver, JobDriver, LxcDriver, MigrationDriver, NetworkDriver,
    NodeDeviceDriver, NwFilterDriver, Opened, QemuDriver, SecretDriver, StorageDriver,
};
use crate::error::{Error, ErrorDomain, Result};
use crate::event::domain::DomainEvent;
use crate::event::{Class, Events};
use crate::ident::DomainKey;
use crate::util::lock;
use crate::util::uri::Uri;
use crate::util::xml::{Document, Element};

const FROM: ErrorDomain = ErrorDomain::VIR_FROM_TEST;

/// How many names for interfaces on the host there are to give.
const MAX_NAMES: usize = 1024;

/// The host of `test:///default`, as long as a connection to it is open.
static DEFAULT: Mutex<Weak<TestDriver>> = Mutex::new(Weak::new());

/// Opens `test:///default`, or the host that the file described which the path names. Files with users have `auth`
/// asked for one.
pub fn open(uri: &Uri, auth: Option<&dyn Authenticator>) -> Result<Opened> {
    let driver = match uri.path.as_str() {
        "/default" => default_host()?,
        "" | "/" => return Err(Error::invalid_arg(FROM, "testOpen: supply a path or use test:///default")),
        path => {
            let described = file::read(path)?;
            users::authenticate(&described.users, uri, auth)?;
            Arc::new(TestDriver::new(described.node, described.host))
        }
    };
    Ok(Opened { driver, uri: uri.to_string() })
}

fn default_host() -> Result<Arc<TestDriver>> {
    let mut place = lock(&DEFAULT);
    if let Some(driver) = place.upgrade() {
        return Ok(driver);
    }
    let mut host = Host::new();
    host.place(DomainDef::parse_by(include_str!("default.xml"), Rules::Test)?)?;
    let driver = Arc::new(TestDriver::new(Node::default_host(), host));
    *place = Arc::downgrade(&driver);
    Ok(driver)
}

/// A test host behind its connections.
struct TestDriver {
    node: Node,
    host: Mutex<Host>,
    events: Arc<Events>,
}

impl TestDriver {
    fn new(node: Node, host: Host) -> Self {
        Self { node, host: Mutex::new(host), events: Events::new() }
    }

    /// Looks at the handle's domain.
    fn look<T>(&self, dom: &Domain, read: impl FnOnce(&Guest) -> T) -> Result<T> {
        lock(&self.host).guest(dom).map(|guest| read(guest))
    }

    /// Changes something about the handle's domain that nobody is told of.
    fn modify<T>(&self, dom: &Domain, change: impl FnOnce(&mut Guest) -> T) -> Result<T> {
        lock(&self.host).guest(dom).map(change)
    }

    /// Changes something and tells of it: `job` returns its result, and the events if there are any.
    fn change<T, E>(&self, job: impl FnOnce(&mut Host) -> Result<(T, E)>) -> Result<T>
    where
        E: IntoIterator<Item = (DomainKey, DomainEvent)>,
    {
        let mut host = lock(&self.host);
        let (value, events) = job(&mut host)?;
        let mut wake = false;
        for (key, event) in events {
            wake |= self.events.queue(&key, event);
        }
        drop(host);
        if wake {
            self.events.wake();
        }
        Ok(value)
    }

    /// As [`Self::change`], for one that only concerns the handle's domain and always has an event.
    fn change_guest(&self, dom: &Domain, job: impl FnOnce(&mut Guest) -> Result<DomainEvent>) -> Result<()> {
        self.change(|host| {
            let guest = host.guest(dom)?;
            let event = job(guest)?;
            Ok(((), Some((guest.key().clone(), event))))
        })
    }

    /// Ends the run of the handle's domain with `end` and tells of it. As in the original the handle forgets
    /// its id.
    fn end(
        &self,
        dom: &Domain,
        detail: StoppedDetail,
        end: impl FnOnce(&mut Guest) -> Result<Outcome>,
    ) -> Result<()> {
        self.change(|host| {
            let guest = host.guest(dom)?;
            let id = guest.key().id;
            let Outcome::Stopped(told) = end(guest)? else { return Ok(((), None)) };
            host.tidy(dom.uuid(), id);
            dom.set_id(None);
            Ok(((), Some((told, stopped(detail)))))
        })
    }

    fn parse(xml: &str) -> Result<DomainDef> {
        let document = Document::parse(xml, "(domain_definition)", ErrorDomain::VIR_FROM_DOMAIN)?;
        parse_domain(document.root("domain")?)
    }
}

/// The definition of a domain of this driver.
fn parse_domain(element: Element<'_>) -> Result<DomainDef> {
    let mut def = DomainDef::parse_element(element, Rules::Test)?;
    name_interfaces(&mut def)?;
    Ok(def)
}

/// Gives every interface without a name on the host one that is free within the domain.
fn name_interfaces(def: &mut DomainDef) -> Result<()> {
    let interfaces = &mut def.devices.interfaces;
    let taken: HashSet<String> = interfaces.iter().filter_map(|it| it.target.clone()).collect();
    let mut free =
        (0..MAX_NAMES).map(|number| format!("testnet{number}")).filter(|name| !taken.contains(name));
    for interface in interfaces.iter_mut().filter(|it| it.target.is_none()) {
        let name = free.next();
        let none_left = || Error::internal(FROM, format!("Exceeded max iface limit {MAX_NAMES}"));
        interface.target = Some(name.ok_or_else(none_left)?);
    }
    Ok(())
}

impl QemuDriver for TestDriver {}
impl LxcDriver for TestDriver {}
impl BlockDriver for TestDriver {}
impl DeviceDriver for TestDriver {}
impl JobDriver for TestDriver {}
impl MigrationDriver for TestDriver {}
impl NetworkDriver for TestDriver {}
impl StorageDriver for TestDriver {}
impl SecretDriver for TestDriver {}
impl NodeDeviceDriver for TestDriver {}
impl InterfaceDriver for TestDriver {}
impl NwFilterDriver for TestDriver {}

impl Driver for TestDriver {
    fn events(&self, class: Class) -> Option<&Arc<Events>> {
        (!matches!(class, Class::Monitor | Class::Secret)).then_some(&self.events)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As observed on the original, which takes its time for it.
    #[test]
    fn names_for_interfaces_run_out() {
        let parse = |interfaces: usize| {
            let devices = "<interface type='network'><source network='n'/></interface>".repeat(interfaces);
            let xml = format!(
                "<domain type='test'><name>d</name><memory>8192</memory><os><type>hvm</type></os>\
                 <devices>{devices}</devices></domain>"
            );
            parse_domain(Document::parse(&xml, "(xml)", FROM)?.root("domain")?)
        };
        let def = parse(MAX_NAMES).expect("as many as there are names");
        let last = def.devices.interfaces.last().and_then(|it| it.target.as_deref());
        assert_eq!(last, Some("testnet1023"));
        let error = parse(MAX_NAMES + 1).expect_err("one name is missing");
        assert_eq!(error.message(), "internal error: Exceeded max iface limit 1024");
    }
}
