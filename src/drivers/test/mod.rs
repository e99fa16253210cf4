//! `test:///default`: a host with domains that exist in memory only, shared by all connections of the
//! process while one of them is open.
//!
//! Lock order: the default host's place, then a host's domains, then the events. Events are queued under
//! the lock of the domains, so that their order is that of the changes; the loop, which may be the
//! program's own, is woken without it.

#![forbid(unsafe_code)]

mod checkpoints;
mod domains;
mod guest;
mod guest_calls;
mod host;
mod node;
mod save;
mod snapshots;
mod stats;
mod tuning;

use std::sync::{Arc, Mutex, Weak};

use guest::{Guest, Outcome, stopped};
use host::Host;

use crate::abi::virDomainEventStoppedDetailType as StoppedDetail;
use crate::conf::domain::{DomainDef, Rules};
use crate::domain::Domain;
use crate::driver::{Driver, Opened};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::event::domain::{DomainEvent, DomainEvents};
use crate::ident::DomainKey;
use crate::util::lock;
use crate::util::uri::Uri;

const FROM: ErrorDomain = ErrorDomain::VIR_FROM_TEST;

/// The host of `test:///default`, as long as a connection to it is open.
static DEFAULT: Mutex<Weak<TestDriver>> = Mutex::new(Weak::new());

/// Opens `test:///default`, the only host of this driver so far.
pub fn open(uri: &Uri) -> Result<Opened> {
    match uri.path.as_str() {
        "/default" => Ok(Opened { driver: default_host()?, uri: uri.to_string() }),
        "" | "/" => Err(Error::invalid_arg(FROM, "testOpen: supply a path or use test:///default")),
        _ => Err(Error::new(ErrorCode::VIR_ERR_NO_CONNECT, FROM, uri.to_string())),
    }
}

fn default_host() -> Result<Arc<TestDriver>> {
    let mut place = lock(&DEFAULT);
    if let Some(driver) = place.upgrade() {
        return Ok(driver);
    }
    let driver = Arc::new(TestDriver::new()?);
    *place = Arc::downgrade(&driver);
    Ok(driver)
}

/// A test host behind its connections.
struct TestDriver {
    host: Mutex<Host>,
    events: Arc<DomainEvents>,
}

impl TestDriver {
    /// A host with the domain `test`, which runs.
    fn new() -> Result<Self> {
        let host = Host::with_running(DomainDef::parse_by(include_str!("default.xml"), Rules::Test)?)?;
        Ok(Self { host: Mutex::new(host), events: DomainEvents::new() })
    }

    /// Looks at the handle's domain.
    fn look<T>(&self, dom: &Domain, read: impl FnOnce(&Guest) -> T) -> Result<T> {
        lock(&self.host).guest(dom).map(|guest| read(guest))
    }

    /// Changes something and tells of it: `job` returns its result, and the event if there is one.
    fn change<T>(
        &self,
        job: impl FnOnce(&mut Host) -> Result<(T, Option<(DomainKey, DomainEvent)>)>,
    ) -> Result<T> {
        let mut host = lock(&self.host);
        let (value, event) = job(&mut host)?;
        let wake = event.is_some_and(|(key, event)| self.events.queue(&key, event));
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
        let mut def = DomainDef::parse_by(xml, Rules::Test)?;
        name_interfaces(&mut def);
        Ok(def)
    }
}

/// Gives every interface without a name on the host one that is free within the domain.
fn name_interfaces(def: &mut DomainDef) {
    let interfaces = &mut def.devices.interfaces;
    for index in 0..interfaces.len() {
        if interfaces[index].target.is_none() {
            let taken = |name: &String| interfaces.iter().any(|other| other.target.as_ref() == Some(name));
            let name = (0..).map(|number| format!("testnet{number}")).find(|name| !taken(name));
            interfaces[index].target = name;
        }
    }
}

impl Driver for TestDriver {
    fn domain_events(&self) -> Option<&Arc<DomainEvents>> {
        Some(&self.events)
    }
}
