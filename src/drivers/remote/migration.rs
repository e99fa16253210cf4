//! The steps of a migration, each at the daemon of one of the two hosts.

#![forbid(unsafe_code)]

use super::Remote;
use super::stream::Holes;
use crate::domain::Domain;
use crate::driver::{
    Cookie, Migration, MigrationBegun, MigrationDriver, MigrationEnds, MigrationFinished, MigrationPrepared,
};
use crate::error::Result;
use crate::ident::DomainKey;
use crate::rpc::protocol::remote::{self, procedure};
use crate::rpc::typed_params::sent;
use crate::stream::Stream;
use crate::typed_param::TypedParameter;

impl MigrationDriver for Remote {
    calls! { remote;
        fn domain_migrate_begin3_params(
            &self, dom: &Domain, params: &[TypedParameter], flags: u32,
        ) -> MigrationBegun
            = DOMAIN_MIGRATE_BEGIN3_PARAMS { dom: dom.into(), params: sent(params), flags }
            => |ret| MigrationBegun { cookie: ret.cookie_out, xml: ret.xml };
        fn domain_migrate_prepare3_params(
            &self, params: &[TypedParameter], cookie: &[u8], flags: u32,
        ) -> MigrationPrepared
            = DOMAIN_MIGRATE_PREPARE3_PARAMS { params: sent(params), cookie_in: cookie.to_vec(), flags }
            => |ret| MigrationPrepared { cookie: ret.cookie_out, uri: ret.uri_out };
        fn domain_migrate_perform3_params(
            &self, dom: &Domain, connect_uri: Option<&str>, params: &[TypedParameter], cookie: &[u8], flags: u32,
        ) -> Cookie = DOMAIN_MIGRATE_PERFORM3_PARAMS {
                dom: dom.into(),
                dconnuri: connect_uri.map(str::to_owned),
                params: sent(params),
                cookie_in: cookie.to_vec(),
                flags,
            } => |ret| ret.cookie_out;
        fn domain_migrate_finish3_params(
            &self, params: &[TypedParameter], cookie: &[u8], flags: u32, cancelled: bool,
        ) -> MigrationFinished = DOMAIN_MIGRATE_FINISH3_PARAMS {
                params: sent(params), cookie_in: cookie.to_vec(), flags, cancelled: cancelled.into()
            } => |ret| MigrationFinished { domain: ret.dom.try_into()?, cookie: ret.cookie_out };
        fn domain_migrate_confirm3_params(
            &self, dom: &Domain, params: &[TypedParameter], cookie: &[u8], flags: u32, cancelled: bool,
        ) -> () = DOMAIN_MIGRATE_CONFIRM3_PARAMS {
                dom: dom.into(),
                params: sent(params),
                cookie_in: cookie.to_vec(),
                flags,
                cancelled: cancelled.into(),
            };

        fn domain_migrate_begin3(&self, dom: &Domain, xml: Option<&str>, how: Migration<'_>) -> MigrationBegun
            = DOMAIN_MIGRATE_BEGIN3 {
                dom: dom.into(),
                xmlin: xml.map(str::to_owned),
                flags: how.flags,
                dname: how.name.map(str::to_owned),
                resource: how.bandwidth_mib_s,
            } => |ret| MigrationBegun { cookie: ret.cookie_out, xml: ret.xml };
        fn domain_migrate_prepare3(
            &self, cookie: &[u8], uri: Option<&str>, xml: &str, how: Migration<'_>,
        ) -> MigrationPrepared = DOMAIN_MIGRATE_PREPARE3 {
                cookie_in: cookie.to_vec(),
                uri_in: uri.map(str::to_owned),
                flags: how.flags,
                dname: how.name.map(str::to_owned),
                resource: how.bandwidth_mib_s,
                dom_xml: xml.to_owned(),
            } => |ret| MigrationPrepared { cookie: ret.cookie_out, uri: ret.uri_out };
        fn domain_migrate_perform3(
            &self, dom: &Domain, xml: Option<&str>, cookie: &[u8], ends: MigrationEnds<'_>, how: Migration<'_>,
        ) -> Cookie = DOMAIN_MIGRATE_PERFORM3 {
                dom: dom.into(),
                xmlin: xml.map(str::to_owned),
                cookie_in: cookie.to_vec(),
                dconnuri: ends.connect_uri.map(str::to_owned),
                uri: ends.uri.map(str::to_owned),
                flags: how.flags,
                dname: how.name.map(str::to_owned),
                resource: how.bandwidth_mib_s,
            } => |ret| ret.cookie_out;
        fn domain_migrate_finish3(
            &self, name: &str, cookie: &[u8], ends: MigrationEnds<'_>, flags: u64, cancelled: bool,
        ) -> MigrationFinished = DOMAIN_MIGRATE_FINISH3 {
                dname: name.to_owned(),
                cookie_in: cookie.to_vec(),
                dconnuri: ends.connect_uri.map(str::to_owned),
                uri: ends.uri.map(str::to_owned),
                flags,
                cancelled: cancelled.into(),
            } => |ret| MigrationFinished { domain: ret.dom.try_into()?, cookie: ret.cookie_out };
        fn domain_migrate_confirm3(&self, dom: &Domain, cookie: &[u8], flags: u64, cancelled: bool) -> ()
            = DOMAIN_MIGRATE_CONFIRM3 {
                dom: dom.into(), cookie_in: cookie.to_vec(), flags, cancelled: cancelled.into()
            };

        fn domain_migrate_prepare2(&self, uri: Option<&str>, xml: &str, how: Migration<'_>) -> MigrationPrepared
            = DOMAIN_MIGRATE_PREPARE2 {
                uri_in: uri.map(str::to_owned),
                flags: how.flags,
                dname: how.name.map(str::to_owned),
                resource: how.bandwidth_mib_s,
                dom_xml: xml.to_owned(),
            } => |ret| MigrationPrepared { cookie: ret.cookie, uri: ret.uri_out };
        fn domain_migrate_finish2(
            &self, name: &str, cookie: &[u8], uri: &str, flags: u64, cancelled: bool,
        ) -> DomainKey = DOMAIN_MIGRATE_FINISH2 {
                dname: name.to_owned(),
                cookie: cookie.to_vec(),
                uri: uri.to_owned(),
                flags,
                retcode: cancelled.into(),
            } => |ret| ret.ddom.try_into()?;
        fn domain_migrate_prepare(&self, uri: Option<&str>, how: Migration<'_>) -> MigrationPrepared
            = DOMAIN_MIGRATE_PREPARE {
                uri_in: uri.map(str::to_owned),
                flags: how.flags,
                dname: how.name.map(str::to_owned),
                resource: how.bandwidth_mib_s,
            } => |ret| MigrationPrepared { cookie: ret.cookie, uri: ret.uri_out };
        fn domain_migrate_perform(&self, dom: &Domain, cookie: &[u8], uri: &str, how: Migration<'_>) -> ()
            = DOMAIN_MIGRATE_PERFORM {
                dom: dom.into(),
                cookie: cookie.to_vec(),
                uri: uri.to_owned(),
                flags: how.flags,
                dname: how.name.map(str::to_owned),
                resource: how.bandwidth_mib_s,
            };
        fn domain_migrate_finish(&self, name: &str, cookie: &[u8], uri: &str, flags: u64) -> DomainKey
            = DOMAIN_MIGRATE_FINISH {
                dname: name.to_owned(), cookie: cookie.to_vec(), uri: uri.to_owned(), flags
            } => |ret| ret.ddom.try_into()?;
    }

    fn domain_migrate_prepare_tunnel3_params(
        &self,
        stream: &Stream,
        params: &[TypedParameter],
        cookie: &[u8],
        flags: u32,
    ) -> Result<Cookie> {
        let args = remote::DomainMigratePrepareTunnel3ParamsArgs {
            params: sent(params),
            cookie_in: cookie.to_vec(),
            flags,
        };
        let procedure = procedure::DOMAIN_MIGRATE_PREPARE_TUNNEL3_PARAMS;
        Ok(self.call_with_stream(stream, Holes::Filled, procedure, &args)?.cookie_out)
    }

    fn domain_migrate_prepare_tunnel3(
        &self,
        stream: &Stream,
        cookie: &[u8],
        xml: &str,
        how: Migration<'_>,
    ) -> Result<Cookie> {
        let args = remote::DomainMigratePrepareTunnel3Args {
            cookie_in: cookie.to_vec(),
            flags: how.flags,
            dname: how.name.map(str::to_owned),
            resource: how.bandwidth_mib_s,
            dom_xml: xml.to_owned(),
        };
        let procedure = procedure::DOMAIN_MIGRATE_PREPARE_TUNNEL3;
        Ok(self.call_with_stream(stream, Holes::Filled, procedure, &args)?.cookie_out)
    }

    fn domain_migrate_prepare_tunnel(&self, stream: &Stream, xml: &str, how: Migration<'_>) -> Result<()> {
        let args = remote::DomainMigratePrepareTunnelArgs {
            flags: how.flags,
            dname: how.name.map(str::to_owned),
            resource: how.bandwidth_mib_s,
            dom_xml: xml.to_owned(),
        };
        self.call_with_stream(stream, Holes::Filled, procedure::DOMAIN_MIGRATE_PREPARE_TUNNEL, &args)
    }
}
