//! Migration: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uint, c_ulong, c_ulonglong};
use std::ptr;

use crate::abi::*;
use crate::capi::boundary::{Call, entry};
use crate::capi::domain::{DOMAIN, publish_domain};
use crate::capi::handle::{Borrowed, borrow};
use crate::capi::list;
use crate::capi::typed_params::exchange::read_loose;
use crate::connect::Connect;
use crate::error::{Error, ErrorCode, Result};
use crate::migrate::{self, Request};

const PEER2PEER: u32 = virDomainMigrateFlags::VIR_MIGRATE_PEER2PEER as u32;
const TUNNELLED: u32 = virDomainMigrateFlags::VIR_MIGRATE_TUNNELLED as u32;

/// Borrows the connection to the destination, which must not be read-only; errors are noted on the source's.
///
/// # Safety
/// `ptr` is NULL or a live handle.
unsafe fn destination(call: &Call, ptr: virConnectPtr) -> Result<Borrowed<Connect>> {
    // SAFETY: contract of this function.
    let to = unsafe { borrow::<Connect>(ptr.cast()) };
    let to = to.ok_or_else(|| Error::new(ErrorCode::VIR_ERR_INVALID_CONN, DOMAIN, call.function()))?;
    to.check_writable(DOMAIN, call.function())?;
    Ok(to)
}

/// The flags, which older functions take as a wider number.
fn flags_of(flags: c_ulong) -> u32 {
    // As the original, whose newer functions have no room for more.
    (flags & c_ulong::from(u32::MAX)) as u32
}

symver!(virDomainMigrate);
/// Moves a domain to the host of the connection dconn. dname renames it there, uri is the address for
/// the transfer, bandwidth is in MiB/s; each may be unset. Release the handle with virDomainFree().
/// Returns the domain on the destination, or NULL on error.
///
/// Since: 0.3.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrate(
    domain: virDomainPtr,
    dconn: virConnectPtr,
    flags: c_ulong,
    dname: *const c_char,
    uri: *const c_char,
    bandwidth: c_ulong,
) -> virDomainPtr {
    entry("virDomainMigrate", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        // SAFETY: contract of this function.
        let to = unsafe { destination(call, dconn) }?;
        // SAFETY: contract of this function.
        let name = unsafe { call.optional_string(dname, "dname", DOMAIN) }?;
        // SAFETY: contract of this function.
        let uri = unsafe { call.optional_string(uri, "uri", DOMAIN) }?;
        let xml = None;
        let request = Request::new(flags_of(flags), name, uri, xml, bandwidth);
        request.check_disks(call.function())?;
        migrate::check_offline(&dom, &to, &request)?;
        if request.flags & PEER2PEER == 0 {
            let key = migrate::managed(&dom, &to, request, call.function())?;
            return Ok(publish_domain(&to, key));
        }
        if !migrate::supports_peer(&dom)? {
            return Err(Error::no_support(DOMAIN, call.function()));
        }
        // The address is that of the driver here, not that of the transfer.
        let request = Request::new(request.flags, name, None, None, bandwidth);
        migrate::unmanaged(&dom, Some(uri.unwrap_or(to.uri())), &request, call.function())?;
        let key = to.driver().domain_lookup_by_name(name.unwrap_or(dom.name().as_str()))?;
        Ok(publish_domain(&to, key))
    })
}

symver!(virDomainMigrate2);
/// Moves a domain like virDomainMigrate(), with a domain XML to use on the destination instead of the
/// current one. Release the handle with virDomainFree(). Returns the domain on the destination, or NULL
/// on error.
///
/// Since: 0.9.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrate2(
    domain: virDomainPtr,
    dconn: virConnectPtr,
    dxml: *const c_char,
    flags: c_ulong,
    dname: *const c_char,
    uri: *const c_char,
    bandwidth: c_ulong,
) -> virDomainPtr {
    entry("virDomainMigrate2", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        // SAFETY: contract of this function.
        let to = unsafe { destination(call, dconn) }?;
        // SAFETY: contract of this function.
        let name = unsafe { call.optional_string(dname, "dname", DOMAIN) }?;
        // SAFETY: contract of this function.
        let uri = unsafe { call.optional_string(uri, "uri", DOMAIN) }?;
        // SAFETY: contract of this function.
        let xml = unsafe { call.optional_string(dxml, "dxml", DOMAIN) }?;
        let request = Request::new(flags_of(flags), name, uri, xml, bandwidth);
        request.check_disks(call.function())?;
        migrate::check_offline(&dom, &to, &request)?;
        if request.flags & PEER2PEER == 0 {
            let key = migrate::managed(&dom, &to, request, call.function())?;
            return Ok(publish_domain(&to, key));
        }
        if !migrate::supports_peer(&dom)? {
            return Err(Error::no_support(DOMAIN, call.function()));
        }
        migrate::unmanaged(&dom, Some(to.uri()), &request, call.function())?;
        let key = to.driver().domain_lookup_by_name(name.unwrap_or(dom.name().as_str()))?;
        Ok(publish_domain(&to, key))
    })
}

symver!(virDomainMigrate3);
/// Moves a domain to the host of the connection dconn, all options given as typed parameters
/// (VIR_MIGRATE_PARAM_...). Release the handle with virDomainFree(). Returns the domain on the
/// destination, or NULL on error.
///
/// Since: 1.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrate3(
    domain: virDomainPtr,
    dconn: virConnectPtr,
    params: virTypedParameterPtr,
    nparams: c_uint,
    flags: c_uint,
) -> virDomainPtr {
    entry("virDomainMigrate3", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        // SAFETY: contract of this function.
        let to = unsafe { destination(call, dconn) }?;
        // SAFETY: contract of this function.
        let params = unsafe { read_loose(params, list::count(nparams as usize)?) }?;
        let request = Request { params, flags };
        request.check_disks(call.function())?;
        if flags & (PEER2PEER | TUNNELLED) != 0 {
            let text = if flags & PEER2PEER != 0 {
                "use virDomainMigrateToURI3 for peer-to-peer migration"
            } else {
                "cannot perform tunnelled migration without using peer2peer flag"
            };
            return Err(Error::bad_argument(DOMAIN, call.function(), "flags", text.to_owned()));
        }
        migrate::check_offline(&dom, &to, &request)?;
        let key = migrate::managed(&dom, &to, request, call.function())?;
        Ok(publish_domain(&to, key))
    })
}

symver!(virDomainMigrateGetCompressionCache);
/// Stores the size in bytes of the cache that migration uses for compressing repeatedly sent pages.
/// Returns 0, or -1 on error.
///
/// Since: 1.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateGetCompressionCache(
    domain: virDomainPtr,
    cacheSize: *mut c_ulonglong,
    flags: c_uint,
) -> c_int {
    entry("virDomainMigrateGetCompressionCache", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        let out = call.not_null(cacheSize, "cacheSize", DOMAIN)?;
        let found = dom.driver().domain_migrate_get_compression_cache(&dom, flags)?;
        // SAFETY: contract of this function.
        unsafe { out.write(found) };
        Ok(0)
    })
}

symver!(virDomainMigrateGetMaxDowntime);
/// Stores the longest pause at the end of a live migration, in milliseconds. Returns 0, or -1 on error.
///
/// Since: 3.7.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateGetMaxDowntime(
    domain: virDomainPtr,
    downtime: *mut c_ulonglong,
    flags: c_uint,
) -> c_int {
    entry("virDomainMigrateGetMaxDowntime", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        let out = call.not_null(downtime, "downtime", DOMAIN)?;
        let found = dom.driver().domain_migrate_get_max_downtime(&dom, flags)?;
        // SAFETY: contract of this function.
        unsafe { out.write(found) };
        Ok(0)
    })
}

symver!(virDomainMigrateGetMaxSpeed);
/// Stores the bandwidth limit of migrations of this domain, in MiB/s. Returns 0, or -1 on error.
///
/// Since: 0.9.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateGetMaxSpeed(
    domain: virDomainPtr,
    bandwidth: *mut c_ulong,
    flags: c_uint,
) -> c_int {
    entry("virDomainMigrateGetMaxSpeed", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        let out = call.not_null(bandwidth, "bandwidth", DOMAIN)?;
        dom.conn().check_writable(DOMAIN, call.function())?;
        let found = dom.driver().domain_migrate_get_max_speed(&dom, flags)?;
        // SAFETY: contract of this function.
        unsafe { out.write(found) };
        Ok(0)
    })
}

symver!(virDomainMigrateSetCompressionCache);
/// Sets the size in bytes of the cache that migration uses for compressing repeatedly sent pages. The
/// hypervisor may round it. Returns 0, or -1 on error.
///
/// Since: 1.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateSetCompressionCache(
    domain: virDomainPtr,
    cacheSize: c_ulonglong,
    flags: c_uint,
) -> c_int {
    entry("virDomainMigrateSetCompressionCache", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        dom.driver().domain_migrate_set_compression_cache(&dom, cacheSize, flags)?;
        Ok(0)
    })
}

symver!(virDomainMigrateSetMaxDowntime);
/// Sets how many milliseconds the domain may be paused at the end of a live migration; may be changed
/// while one runs. Returns 0, or -1 on error.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateSetMaxDowntime(
    domain: virDomainPtr,
    downtime: c_ulonglong,
    flags: c_uint,
) -> c_int {
    entry("virDomainMigrateSetMaxDowntime", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        dom.driver().domain_migrate_set_max_downtime(&dom, downtime, flags)?;
        Ok(0)
    })
}

symver!(virDomainMigrateSetMaxSpeed);
/// Limits the bandwidth of migrations of this domain, in MiB/s; may be changed while one runs. Returns
/// 0, or -1 on error.
///
/// Since: 0.9.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateSetMaxSpeed(
    domain: virDomainPtr,
    bandwidth: c_ulong,
    flags: c_uint,
) -> c_int {
    entry("virDomainMigrateSetMaxSpeed", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        dom.driver().domain_migrate_set_max_speed(&dom, bandwidth, flags)?;
        Ok(0)
    })
}

symver!(virDomainMigrateStartPostCopy);
/// Switches a running migration that was started with the post-copy flag to its post-copy phase: the
/// guest continues on the destination and fetches missing pages. Returns 0, or -1 on error.
///
/// Since: 1.3.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateStartPostCopy(domain: virDomainPtr, flags: c_uint) -> c_int {
    entry("virDomainMigrateStartPostCopy", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        dom.driver().domain_migrate_start_post_copy(&dom, flags)?;
        Ok(0)
    })
}

symver!(virDomainMigrateToURI);
/// Moves a domain without a connection of the caller to the destination: the source daemon (peer to
/// peer) or the hypervisor itself contacts duri. Bandwidth is in MiB/s, 0 for the default. Returns 0,
/// or -1 on error.
///
/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateToURI(
    domain: virDomainPtr,
    duri: *const c_char,
    flags: c_ulong,
    dname: *const c_char,
    bandwidth: c_ulong,
) -> c_int {
    entry("virDomainMigrateToURI", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        // SAFETY: contract of this function.
        let to = unsafe { call.string(duri, "duri", DOMAIN) }?;
        // SAFETY: contract of this function.
        let name = unsafe { call.optional_string(dname, "dname", DOMAIN) }?;
        let flags = flags_of(flags);
        // The address is that of the driver, or that of the transfer.
        let (connect_uri, uri) = if flags & PEER2PEER != 0 { (Some(to), None) } else { (None, Some(to)) };
        let request = Request::new(flags, name, uri, None, bandwidth);
        migrate::unmanaged(&dom, connect_uri, &request, call.function())?;
        Ok(0)
    })
}

symver!(virDomainMigrateToURI2);
/// Moves a domain like virDomainMigrateToURI(), with separate addresses for the destination's daemon
/// and for the transfer, and a domain XML for the destination. Returns 0, or -1 on error.
///
/// Since: 0.9.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateToURI2(
    domain: virDomainPtr,
    dconnuri: *const c_char,
    miguri: *const c_char,
    dxml: *const c_char,
    flags: c_ulong,
    dname: *const c_char,
    bandwidth: c_ulong,
) -> c_int {
    entry("virDomainMigrateToURI2", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        // SAFETY: contract of this function.
        let text = |ptr, argument| unsafe { call.optional_string(ptr, argument, DOMAIN) };
        let (connect_uri, uri) = (text(dconnuri, "dconnuri")?, text(miguri, "miguri")?);
        let request =
            Request::new(flags_of(flags), text(dname, "dname")?, uri, text(dxml, "dxml")?, bandwidth);
        migrate::unmanaged(&dom, connect_uri, &request, call.function())?;
        Ok(0)
    })
}

symver!(virDomainMigrateToURI3);
/// Moves a domain to the daemon at dconnuri with all options given as typed parameters
/// (VIR_MIGRATE_PARAM_...), without a connection of the caller to it. Returns 0, or -1 on error.
///
/// Since: 1.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateToURI3(
    domain: virDomainPtr,
    dconnuri: *const c_char,
    params: virTypedParameterPtr,
    nparams: c_uint,
    flags: c_uint,
) -> c_int {
    entry("virDomainMigrateToURI3", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        // SAFETY: contract of this function.
        let connect_uri = unsafe { call.optional_string(dconnuri, "dconnuri", DOMAIN) }?;
        // SAFETY: contract of this function.
        let params = unsafe { read_loose(params, list::count(nparams as usize)?) }?;
        migrate::unmanaged(&dom, connect_uri, &Request { params, flags }, call.function())?;
        Ok(0)
    })
}
