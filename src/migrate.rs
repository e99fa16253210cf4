//! Moving a domain between hosts: the calls that a program between them makes, and those for hosts that talk to each
//! other.
//!
//! Five steps, each on one of the two connections: begin, prepare, perform, finish, confirm. After begin the source may
//! have locked the domain against changes, so that confirm is called whatever happens; after prepare a guest waits on
//! the destination, so that finish is. The first error is the one that is told.

#![forbid(unsafe_code)]

use crate::abi::{
    _virDomainMigrateFlags as Flag, _virDomainState, VIR_MIGRATE_PARAM_BANDWIDTH,
    VIR_MIGRATE_PARAM_DEST_NAME, VIR_MIGRATE_PARAM_DEST_XML, VIR_MIGRATE_PARAM_URI,
};
use crate::connect::Connect;
use crate::domain::Domain;
use crate::driver::{
    Cookie, HypervisorDriver, Migration, MigrationBegun, MigrationEnds, MigrationFinished, MigrationPrepared,
    feature,
};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::ident::DomainKey;
use crate::typed_param::{TypedParameter, TypedValue};
use crate::util::uri::Uri;

const FROM: ErrorDomain = ErrorDomain::VIR_FROM_DOMAIN;

const OFFLINE: u32 = Flag::VIR_MIGRATE_OFFLINE as u32;
const PAUSED: u32 = Flag::VIR_MIGRATE_PAUSED as u32;
const PEER2PEER: u32 = Flag::VIR_MIGRATE_PEER2PEER as u32;
const TUNNELLED: u32 = Flag::VIR_MIGRATE_TUNNELLED as u32;
const DISKS_FULL: u32 = Flag::VIR_MIGRATE_NON_SHARED_DISK as u32;
const DISKS_INCREMENTAL: u32 = Flag::VIR_MIGRATE_NON_SHARED_INC as u32;
const DISKS_SYNCHRONOUS: u32 = Flag::VIR_MIGRATE_NON_SHARED_SYNCHRONOUS_WRITES as u32;
const PROTECTION: u32 = Flag::VIR_MIGRATE_CHANGE_PROTECTION as u32;
/// What only concerns the source.
const SOURCE_ONLY: u32 = Flag::VIR_MIGRATE_ABORT_ON_ERROR as u32 | Flag::VIR_MIGRATE_AUTO_CONVERGE as u32;

/// The error for something that a host cannot do.
fn cannot(what: impl Into<String>) -> Error {
    Error::new(ErrorCode::VIR_ERR_ARGUMENT_UNSUPPORTED, FROM, what)
}

/// How a migration is asked for: what both forms of the steps are filled from.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// `VIR_MIGRATE_PARAM_...`
    pub params: Vec<TypedParameter>,
    /// `virDomainMigrateFlags`
    pub flags: u32,
}

impl Request {
    /// A request of the functions without parameters.
    pub fn new(
        flags: u32,
        name: Option<&str>,
        uri: Option<&str>,
        xml: Option<&str>,
        bandwidth_mib_s: u64,
    ) -> Self {
        let mut request = Self { params: Vec::new(), flags };
        let texts = [
            (VIR_MIGRATE_PARAM_URI, uri),
            (VIR_MIGRATE_PARAM_DEST_NAME, name),
            (VIR_MIGRATE_PARAM_DEST_XML, xml),
        ];
        for (field, text) in texts {
            if let Some(text) = text {
                request.set(field, text);
            }
        }
        let value = TypedValue::ULLong(bandwidth_mib_s);
        request.params.push(TypedParameter::new(VIR_MIGRATE_PARAM_BANDWIDTH, value));
        request
    }

    fn get(&self, field: &str) -> Option<&str> {
        self.params.iter().find(|param| param.field == field)?.text()
    }

    fn set(&mut self, field: &str, text: &str) {
        self.params.retain(|param| param.field != field);
        self.params.push(TypedParameter::new(field, TypedValue::String(text.to_owned())));
    }

    fn has(&self, flag: u32) -> bool {
        self.flags & flag != 0
    }

    /// Fails if there is more than the steps without parameters can say.
    fn check_compatible(&self) -> Result<()> {
        let known = [
            VIR_MIGRATE_PARAM_URI,
            VIR_MIGRATE_PARAM_DEST_NAME,
            VIR_MIGRATE_PARAM_DEST_XML,
            VIR_MIGRATE_PARAM_BANDWIDTH,
        ];
        if self.params.iter().all(|param| known.contains(&param.field.as_str())) {
            return Ok(());
        }
        let text =
            "Migration APIs with extensible parameters are not supported but extended parameters were passed";
        Err(cannot(text))
    }

    /// What the steps without parameters have in common.
    fn how(&self, flags: u32) -> Migration<'_> {
        let bandwidth = self.params.iter().find(|param| param.field == VIR_MIGRATE_PARAM_BANDWIDTH);
        let bandwidth_mib_s = match bandwidth.map(|param| &param.value) {
            Some(TypedValue::ULLong(value)) => *value,
            _ => 0,
        };
        Migration { flags: flags.into(), name: self.get(VIR_MIGRATE_PARAM_DEST_NAME), bandwidth_mib_s }
    }

    /// Fails for flags about disks that do not go together; `function` is the original's that finds it.
    pub fn check_disks(&self, function: &str) -> Result<()> {
        let [full, incremental] = ["VIR_MIGRATE_NON_SHARED_DISK", "VIR_MIGRATE_NON_SHARED_INC"];
        let text = if self.has(DISKS_FULL) && self.has(DISKS_INCREMENTAL) {
            format!("Flags '{full}' and '{incremental}' are mutually exclusive")
        } else if self.has(DISKS_SYNCHRONOUS) && !self.has(DISKS_FULL | DISKS_INCREMENTAL) {
            let synchronous = "VIR_MIGRATE_NON_SHARED_SYNCHRONOUS_WRITES";
            format!("Flag '{full} | {incremental}' is required by flag '{synchronous}'")
        } else {
            return Ok(());
        };
        Err(Error::bad_argument(FROM, function, "ctl", text))
    }

    /// Fails for a migration of an inactive domain to or from a host that cannot.
    fn check_offline(&self, driver: &dyn HypervisorDriver, which: &str) -> Result<()> {
        if self.has(OFFLINE) && !driver.connect_supports_feature(feature::MIGRATION_OFFLINE)? {
            return Err(cannot(format!("offline migration is not supported by the {which} host")));
        }
        Ok(())
    }
}

/// Fails if one of the hosts cannot move inactive domains, where that is asked for.
pub fn check_offline(dom: &Domain, destination: &Connect, request: &Request) -> Result<()> {
    request.check_offline(dom.driver(), "source")?;
    request.check_offline(destination.driver(), "destination")
}

/// Has the source send the domain to a driver that it connects to itself (`connect_uri`), or by the hypervisor alone.
pub fn unmanaged(
    dom: &Domain,
    connect_uri: Option<&str>,
    request: &Request,
    function: &'static str,
) -> Result<()> {
    let driver = dom.driver();
    request.check_disks("virDomainMigrateUnmanagedCheckCompat")?;
    request.check_offline(driver, "source")?;
    let peer = request.has(PEER2PEER);
    let (needed, name) =
        if peer { (feature::MIGRATION_P2P, "p2p") } else { (feature::MIGRATION_DIRECT, "direct") };
    if !driver.connect_supports_feature(needed)? {
        return Err(cannot(format!("{name} migration is not supported by the source host")));
    }
    if peer {
        check_not_local(connect_uri, function)?;
    }
    if peer && driver.connect_supports_feature(feature::MIGRATION_PARAMS)? {
        driver.domain_migrate_perform3_params(dom, connect_uri, &request.params, &[], request.flags)?;
        return Ok(());
    }
    request.check_compatible()?;
    let (uri, xml) = (request.get(VIR_MIGRATE_PARAM_URI), request.get(VIR_MIGRATE_PARAM_DEST_XML));
    let how = request.how(request.flags);
    if driver.connect_supports_feature(feature::MIGRATION_V3)? {
        let ends = MigrationEnds { connect_uri: connect_uri.filter(|_| peer), uri };
        driver.domain_migrate_perform3(dom, xml, &[], ends, how)?;
        return Ok(());
    }
    if xml.is_some() {
        return Err(cannot("Unable to change target guest XML during migration"));
    }
    if peer && uri.is_some() {
        return Err(cannot("Unable to override peer2peer migration URI"));
    }
    let to = if peer { connect_uri } else { uri };
    let to = to.ok_or_else(|| Error::no_support(FROM, function))?;
    driver.domain_migrate_perform(dom, &[], to, how)
}

/// Fails if the source would be its own destination.
fn check_not_local(connect_uri: Option<&str>, function: &str) -> Result<()> {
    let text = connect_uri.ok_or_else(|| Error::null_arg(FROM, "dconnuri", function))?;
    let uri = Uri::parse(text)?;
    let local = match &uri.server {
        Some(server) => server.starts_with("localhost"),
        // Who names a socket means another daemon on it.
        None => uri.transport.as_deref() != Some("unix") || uri.param("socket").is_none(),
    };
    if local {
        let text = "Attempt to migrate guest to the same host".to_owned();
        return Err(Error::bad_argument(FROM, "virDomainMigrateCheckNotLocal", "dconnuri", text));
    }
    Ok(())
}

/// Whether the source can send the domain to a driver that it connects to itself.
pub fn supports_peer(dom: &Domain) -> Result<bool> {
    dom.driver().connect_supports_feature(feature::MIGRATION_P2P)
}

/// Moves the domain by calls to both hosts and returns what it is on the destination.
pub fn managed(
    dom: &Domain,
    to: &Connect,
    mut request: Request,
    function: &'static str,
) -> Result<DomainKey> {
    let (source, destination) = (dom.driver(), to.driver());
    let protects = || source.connect_supports_feature(feature::MIGRATE_CHANGE_PROTECTION);
    if request.has(PROTECTION) && !protects()? {
        return Err(cannot("cannot enforce change protection"));
    }
    // The destination may not know the flag; the source gets it wherever it can.
    request.flags &= !PROTECTION;
    if request.has(TUNNELLED) {
        let text = "cannot perform tunnelled migration without using peer2peer flag";
        return Err(Error::new(ErrorCode::VIR_ERR_OPERATION_INVALID, FROM, text));
    }
    // As in the original both are asked, whatever the first says.
    let both = |feature| -> Result<bool> {
        let first = source.connect_supports_feature(feature)?;
        Ok(destination.connect_supports_feature(feature)? && first)
    };
    // As in the original it is the newest function alone that takes the newest way.
    let by_params = function == "virDomainMigrate3" && both(feature::MIGRATION_PARAMS)?;
    if !by_params {
        request.check_compatible()?;
        if !both(feature::MIGRATION_V3)? {
            return Err(Error::no_support(FROM, function));
        }
    }
    let protection = if protects()? { PROTECTION } else { 0 };
    Steps { dom, source, destination, by_params, protection, request }.run()
}

/// A migration in progress.
struct Steps<'a> {
    dom: &'a Domain,
    source: &'a dyn HypervisorDriver,
    destination: &'a dyn HypervisorDriver,
    by_params: bool,
    /// What the source's flags have in addition.
    protection: u32,
    request: Request,
}

impl Steps<'_> {
    fn run(mut self) -> Result<DomainKey> {
        let begun = self.begin()?;
        if self.by_params {
            self.request.set(VIR_MIGRATE_PARAM_DEST_XML, &begun.xml);
        }
        let state = if self.by_params {
            self.source.domain_get_state(self.dom, 0).map(|it| it.state)
        } else {
            self.source.domain_get_info(self.dom).map(|it| it.state) // as libvirt
        };
        if state.is_ok_and(|state| state == _virDomainState::VIR_DOMAIN_PAUSED as i32) {
            self.request.flags |= PAUSED;
        }
        let prepared = match self.prepare(&begun) {
            Ok(prepared) => prepared,
            Err(error) => {
                // Without protection there is nothing on the source to take back.
                if self.protection != 0 {
                    self.confirm(&[], true);
                }
                return Err(error);
            }
        };
        let performed = self.perform(prepared.cookie, prepared.uri.as_deref());
        let (cookie, failure) = match performed {
            Ok(cookie) => (cookie, None),
            Err(error) => (Cookie::new(), Some(error)),
        };
        match self.finish(&cookie, failure.is_some()) {
            Ok(finished) => {
                // Also after a failure: a guest that runs on the destination must not run on the source.
                self.confirm(&finished.cookie, false);
                Ok(finished.domain)
            }
            Err(error) => {
                self.confirm(&[], true);
                Err(match failure {
                    Some(first) if !says_less(&first, &error) => first,
                    _ => error,
                })
            }
        }
    }

    fn begin(&self) -> Result<MigrationBegun> {
        let Request { params, flags } = &self.request;
        let flags = flags | self.protection;
        if self.by_params {
            return self.source.domain_migrate_begin3_params(self.dom, params, flags);
        }
        let xml = self.request.get(VIR_MIGRATE_PARAM_DEST_XML);
        self.source.domain_migrate_begin3(self.dom, xml, self.request.how(flags))
    }

    fn prepare(&self, begun: &MigrationBegun) -> Result<MigrationPrepared> {
        let flags = self.destination_flags();
        if self.by_params {
            return self.destination.domain_migrate_prepare3_params(
                &self.request.params,
                &begun.cookie,
                flags,
            );
        }
        let uri = self.request.get(VIR_MIGRATE_PARAM_URI);
        self.destination.domain_migrate_prepare3(&begun.cookie, uri, &begun.xml, self.request.how(flags))
    }

    /// Nothing goes over for an inactive domain.
    fn perform(&mut self, cookie: Cookie, chosen: Option<&str>) -> Result<Cookie> {
        if let Some(uri) = chosen {
            self.request.set(VIR_MIGRATE_PARAM_URI, uri);
        }
        if self.request.has(OFFLINE) {
            return Ok(Cookie::new());
        }
        let Some(uri) = self.request.get(VIR_MIGRATE_PARAM_URI) else {
            return Err(Error::internal(FROM, "domainMigratePrepare3 did not set uri"));
        };
        let Request { params, flags } = &self.request;
        let flags = flags | self.protection;
        if self.by_params {
            return self.source.domain_migrate_perform3_params(self.dom, None, params, &cookie, flags);
        }
        let ends = MigrationEnds { connect_uri: None, uri: Some(uri) };
        self.source.domain_migrate_perform3(self.dom, None, &cookie, ends, self.request.how(flags))
    }

    fn finish(&mut self, cookie: &[u8], cancelled: bool) -> Result<MigrationFinished> {
        let flags = self.destination_flags();
        if self.request.get(VIR_MIGRATE_PARAM_DEST_NAME).is_none() {
            self.request.set(VIR_MIGRATE_PARAM_DEST_NAME, self.dom.name().as_str());
        }
        if self.by_params {
            return self.destination.domain_migrate_finish3_params(
                &self.request.params,
                cookie,
                flags,
                cancelled,
            );
        }
        let name = self.request.get(VIR_MIGRATE_PARAM_DEST_NAME).unwrap_or_default();
        let ends = MigrationEnds { connect_uri: None, uri: self.request.get(VIR_MIGRATE_PARAM_URI) };
        self.destination.domain_migrate_finish3(name, cookie, ends, flags.into(), cancelled)
    }

    /// Tells the source how it ended. A failure of this is no failure of the migration.
    fn confirm(&self, cookie: &[u8], cancelled: bool) {
        let Request { params, flags } = &self.request;
        let flags = flags | self.protection;
        let told = if self.by_params {
            self.source.domain_migrate_confirm3_params(self.dom, params, cookie, flags, cancelled)
        } else {
            self.source.domain_migrate_confirm3(self.dom, cookie, flags.into(), cancelled)
        };
        if let Err(error) = told {
            log::warn!(
                "Guest {} probably left in 'paused' state on source: {}",
                self.dom.name(),
                error.message()
            );
        }
    }

    fn destination_flags(&self) -> u32 {
        self.request.flags & !SOURCE_ONLY
    }
}

/// Whether the source only noticed that the transfer ended, and the destination knows why.
fn says_less(source: &Error, destination: &Error) -> bool {
    let of_qemu = |error: &Error| error.detail().domain == ErrorDomain::VIR_FROM_QEMU;
    of_qemu(source)
        && source.code() == ErrorCode::VIR_ERR_OPERATION_FAILED
        && of_qemu(destination)
        && destination.code() != ErrorCode::VIR_ERR_MIGRATE_FINISH_OK
}
