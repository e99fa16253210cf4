//! The steps of a migration, each on the connection of one of the two hosts.
//!
//! Begin on the source, prepare on the destination, perform on the source, finish on the destination, confirm on the
//! source. Each step gives a cookie that the next one takes. With a program between the hosts it makes all the
//! calls; when the hosts talk to each other (`VIR_MIGRATE_PEER2PEER`) it only asks the source to perform.

#![forbid(unsafe_code)]

use super::Driver;
use crate::domain::Domain;
use crate::error::Result;
use crate::ident::DomainKey;
use crate::stream::Stream;
use crate::typed_param::TypedParameter;

/// Features that [`super::HostDriver::connect_supports_feature`] is asked for; the numbers are the protocol's.
pub mod feature {
    /// A daemon carries the calls out.
    pub const REMOTE: u32 = 2;
    /// The source's driver connects to the destination's.
    pub const MIGRATION_P2P: u32 = 4;
    /// The hypervisor finds the destination by itself.
    pub const MIGRATION_DIRECT: u32 = 5;
    /// Five steps.
    pub const MIGRATION_V3: u32 = 6;
    /// The source locks a domain that is being moved.
    pub const MIGRATE_CHANGE_PROTECTION: u32 = 7;
    /// File descriptors come and go with calls.
    pub const FD_PASSING: u32 = 8;
    /// Typed parameters can be strings.
    pub const TYPED_PARAM_STRING: u32 = 9;
    /// A daemon answers whether it is there.
    pub const PROGRAM_KEEPALIVE: u32 = 10;
    /// Moving the definition of an inactive domain.
    pub const MIGRATION_OFFLINE: u32 = 12;
    /// Five steps with typed parameters.
    pub const MIGRATION_PARAMS: u32 = 13;
    /// A daemon numbers registrations for events of domains.
    pub const REMOTE_EVENT_CALLBACK: u32 = 14;
    /// A daemon tells when it loses its hypervisor.
    pub const REMOTE_CLOSE_CALLBACK: u32 = 15;
}

/// What one host says to the other, by way of the program.
pub type Cookie = Vec<u8>;

/// What the older forms of all steps have in common.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Migration<'a> {
    /// `virDomainMigrateFlags`
    pub flags: u64,
    /// Name on the destination, if it is another one.
    pub name: Option<&'a str>,
    /// Limit in MiB/s; 0 for none.
    pub bandwidth_mib_s: u64,
}

/// The two ends of a migration.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MigrationEnds<'a> {
    /// URI of the destination's driver, if the hosts talk to each other.
    pub connect_uri: Option<&'a str>,
    /// Where the guest's memory goes.
    pub uri: Option<&'a str>,
}

/// What the source begins with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MigrationBegun {
    pub cookie: Cookie,
    /// The domain's definition.
    pub xml: String,
}

/// What the destination has prepared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MigrationPrepared {
    pub cookie: Cookie,
    /// Where the guest's memory is to go, if the destination chose it.
    pub uri: Option<String>,
}

/// The domain on the destination.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MigrationFinished {
    pub domain: DomainKey,
    pub cookie: Cookie,
}

/// The steps, in the newest form with typed parameters (`VIR_MIGRATE_PARAM_...`) and in those that older hosts know.
/// `cancelled` says that a step before failed. No step has a public function of its own; errors name the function
/// that makes the step.
pub trait MigrationDriver: Driver {
    driver_methods! { VIR_FROM_DOMAIN;
        /// Begin, on the source.
        fn domain_migrate_begin3_params(&self, dom: &Domain, params: &[TypedParameter], flags: u32) -> MigrationBegun
            => "virDomainMigrateBegin3Params";
        /// Prepare, on the destination.
        fn domain_migrate_prepare3_params(&self, params: &[TypedParameter], cookie: &[u8], flags: u32)
            -> MigrationPrepared => "virDomainMigratePrepare3Params";
        /// Prepare for a migration through `stream`, on the destination.
        fn domain_migrate_prepare_tunnel3_params(
            &self, stream: &Stream, params: &[TypedParameter], cookie: &[u8], flags: u32
        ) -> Cookie => "virDomainMigratePrepareTunnel3Params";
        /// Perform, on the source.
        fn domain_migrate_perform3_params(
            &self, dom: &Domain, connect_uri: Option<&str>, params: &[TypedParameter], cookie: &[u8], flags: u32
        ) -> Cookie => "virDomainMigratePerform3Params";
        /// Finish, on the destination.
        fn domain_migrate_finish3_params(
            &self, params: &[TypedParameter], cookie: &[u8], flags: u32, cancelled: bool
        ) -> MigrationFinished => "virDomainMigrateFinish3Params";
        /// Confirm, on the source.
        fn domain_migrate_confirm3_params(
            &self, dom: &Domain, params: &[TypedParameter], cookie: &[u8], flags: u32, cancelled: bool
        ) -> () => "virDomainMigrateConfirm3Params";

        /// Begin, with another definition for the destination if there is one.
        fn domain_migrate_begin3(&self, dom: &Domain, xml: Option<&str>, how: Migration<'_>) -> MigrationBegun
            => "virDomainMigrateBegin3";
        /// Prepare.
        fn domain_migrate_prepare3(&self, cookie: &[u8], uri: Option<&str>, xml: &str, how: Migration<'_>)
            -> MigrationPrepared => "virDomainMigratePrepare3";
        /// Prepare for a migration through `stream`.
        fn domain_migrate_prepare_tunnel3(&self, stream: &Stream, cookie: &[u8], xml: &str, how: Migration<'_>) -> Cookie
            => "virDomainMigratePrepareTunnel3";
        /// Perform.
        fn domain_migrate_perform3(
            &self, dom: &Domain, xml: Option<&str>, cookie: &[u8], ends: MigrationEnds<'_>, how: Migration<'_>
        ) -> Cookie => "virDomainMigratePerform3";
        /// Finish; `name` is the domain's on the destination.
        fn domain_migrate_finish3(
            &self, name: &str, cookie: &[u8], ends: MigrationEnds<'_>, flags: u64, cancelled: bool
        ) -> MigrationFinished => "virDomainMigrateFinish3";
        /// Confirm.
        fn domain_migrate_confirm3(&self, dom: &Domain, cookie: &[u8], flags: u64, cancelled: bool) -> ()
            => "virDomainMigrateConfirm3";

        /// Prepare, before there were begin and confirm.
        fn domain_migrate_prepare2(&self, uri: Option<&str>, xml: &str, how: Migration<'_>) -> MigrationPrepared
            => "virDomainMigratePrepare2";
        /// Prepare for a migration through `stream`.
        fn domain_migrate_prepare_tunnel(&self, stream: &Stream, xml: &str, how: Migration<'_>) -> ()
            => "virDomainMigratePrepareTunnel";
        /// Finish.
        fn domain_migrate_finish2(&self, name: &str, cookie: &[u8], uri: &str, flags: u64, cancelled: bool) -> DomainKey
            => "virDomainMigrateFinish2";
        /// Prepare, before the destination got the definition.
        fn domain_migrate_prepare(&self, uri: Option<&str>, how: Migration<'_>) -> MigrationPrepared
            => "virDomainMigratePrepare";
        /// Perform.
        fn domain_migrate_perform(&self, dom: &Domain, cookie: &[u8], uri: &str, how: Migration<'_>) -> ()
            => "virDomainMigratePerform";
        /// Finish.
        fn domain_migrate_finish(&self, name: &str, cookie: &[u8], uri: &str, flags: u64) -> DomainKey
            => "virDomainMigrateFinish";
    }
}
