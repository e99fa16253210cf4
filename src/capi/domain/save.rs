//! Saving, restoring and dumping domains: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uint};
use std::ptr;

use crate::abi::*;
use crate::capi::boundary::{Call, entry, flag};
use crate::capi::cstr;
use crate::capi::domain::DOMAIN;
use crate::capi::typed_params::exchange::read_loose;
use crate::error::{Error, Result};
use crate::util::file;

const LAST_DUMP_FORMAT: c_uint = virDomainCoreDumpFormat::VIR_DOMAIN_CORE_DUMP_FORMAT_WIN_DMP as c_uint;
const XML_SECURE: c_uint = virDomainSaveImageXMLFlags::VIR_DOMAIN_SAVE_IMAGE_XML_SECURE as c_uint;

/// The absolute form of the path in the required argument `argument`.
///
/// # Safety
/// `ptr` is NULL or a string that lives as long as the call.
unsafe fn path(call: &Call, ptr: *const c_char, argument: &str) -> Result<String> {
    // SAFETY: contract of this function.
    let path = unsafe { call.string(ptr, argument, DOMAIN) }?;
    file::absolute(path).map_err(|e| Error::system(DOMAIN, "cannot find the present folder", &e))
}

/// Fails if a domain is to run and to be paused.
fn check_save_flags(call: &Call, flags: c_uint) -> Result<()> {
    call.exclusive(
        flags,
        flag!(virDomainSaveRestoreFlags::VIR_DOMAIN_SAVE_RUNNING),
        flag!(virDomainSaveRestoreFlags::VIR_DOMAIN_SAVE_PAUSED),
        DOMAIN,
    )
}

/// Fails if more than one thing is to become of a dumped domain.
fn check_dump_flags(call: &Call, flags: c_uint) -> Result<()> {
    let crash = flag!(virDomainCoreDumpFlags::VIR_DUMP_CRASH);
    let live = flag!(virDomainCoreDumpFlags::VIR_DUMP_LIVE);
    let reset = flag!(virDomainCoreDumpFlags::VIR_DUMP_RESET);
    call.exclusive(flags, crash, live, DOMAIN)?;
    call.exclusive(flags, crash, reset, DOMAIN)?;
    call.exclusive(flags, live, reset, DOMAIN)
}

symver!(virDomainCoreDump);
/// Writes a dump of the domain's memory to a file on the host. By default the domain is paused
/// meanwhile and resumed afterwards; the flags can crash, reset or keep it live. Returns 0, or -1 on
/// error.
///
/// Since: 0.1.9
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCoreDump(domain: virDomainPtr, to: *const c_char, flags: c_uint) -> c_int {
    entry("virDomainCoreDump", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        // SAFETY: contract of this function.
        let to = unsafe { path(call, to, "to") }?;
        check_dump_flags(call, flags)?;
        dom.driver().domain_core_dump(&dom, &to, flags)?;
        Ok(0)
    })
}

symver!(virDomainCoreDumpWithFormat);
/// Writes a dump of the domain's memory to a file on the host in a chosen format
/// (virDomainCoreDumpFormat). Returns 0, or -1 on error.
///
/// Since: 1.2.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCoreDumpWithFormat(
    domain: virDomainPtr,
    to: *const c_char,
    dumpformat: c_uint,
    flags: c_uint,
) -> c_int {
    entry("virDomainCoreDumpWithFormat", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        // SAFETY: contract of this function.
        let to = unsafe { path(call, to, "to") }?;
        if dumpformat > LAST_DUMP_FORMAT {
            let text = format!("dumpformat '{}' is not supported", dumpformat.cast_signed());
            return Err(Error::bad_argument(DOMAIN, call.function(), "flags", text));
        }
        check_dump_flags(call, flags)?;
        dom.driver().domain_core_dump_with_format(&dom, &to, dumpformat, flags)?;
        Ok(0)
    })
}

symver!(virDomainHasManagedSaveImage);
/// Tells whether the domain has a managed save image. Returns 1 if it has, 0 if not, or -1 on error.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainHasManagedSaveImage(dom: virDomainPtr, flags: c_uint) -> c_int {
    entry("virDomainHasManagedSaveImage", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(dom) }?;
        Ok(c_int::from(dom.driver().domain_has_managed_save_image(&dom, flags)?))
    })
}

symver!(virDomainManagedSave);
/// Saves the memory of a running domain to a file that the daemon manages and stops it; the next start
/// restores it. Returns 0, or -1 on error.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainManagedSave(dom: virDomainPtr, flags: c_uint) -> c_int {
    entry("virDomainManagedSave", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(dom) }?;
        check_save_flags(call, flags)?;
        dom.driver().domain_managed_save(&dom, flags)?;
        Ok(0)
    })
}

symver!(virDomainManagedSaveDefineXML);
/// Replaces the domain XML inside the managed save image; only changes that the guest cannot see are
/// allowed. Returns 0, or -1 on error.
///
/// Since: 3.7.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainManagedSaveDefineXML(
    domain: virDomainPtr,
    dxml: *const c_char,
    flags: c_uint,
) -> c_int {
    entry("virDomainManagedSaveDefineXML", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        check_save_flags(call, flags)?;
        dom.conn().check_writable(DOMAIN, call.function())?;
        // SAFETY: contract of this function.
        let xml = unsafe { call.optional_string(dxml, "dxml", DOMAIN) }?;
        dom.driver().domain_managed_save_define_xml(&dom, xml, flags)?;
        Ok(0)
    })
}

symver!(virDomainManagedSaveGetXMLDesc);
/// Reads the domain XML stored in the managed save image. Returns a string the caller frees with
/// free(), or NULL on error.
///
/// Since: 3.7.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainManagedSaveGetXMLDesc(domain: virDomainPtr, flags: c_uint) -> *mut c_char {
    entry("virDomainManagedSaveGetXMLDesc", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        if flags & XML_SECURE != 0 {
            dom.conn().check_secrets(DOMAIN, call.function())?;
        }
        Ok(cstr::publish(&dom.driver().domain_managed_save_get_xml_desc(&dom, flags)?))
    })
}

symver!(virDomainManagedSaveRemove);
/// Deletes the managed save image of the domain, so that the next start is a fresh boot. Returns 0, or
/// -1 on error.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainManagedSaveRemove(dom: virDomainPtr, flags: c_uint) -> c_int {
    entry("virDomainManagedSaveRemove", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(dom) }?;
        dom.driver().domain_managed_save_remove(&dom, flags)?;
        Ok(0)
    })
}

symver!(virDomainRestore);
/// Starts a domain from a file that virDomainSave() wrote. Returns 0, or -1 on error.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainRestore(conn: virConnectPtr, from: *const c_char) -> c_int {
    entry("virDomainRestore", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect_to_change(conn, DOMAIN) }?;
        // SAFETY: contract of this function.
        let from = unsafe { path(call, from, "from") }?;
        conn.driver().domain_restore(&from)?;
        Ok(0)
    })
}

symver!(virDomainRestoreFlags);
/// Starts a domain from a save file, optionally with a changed domain XML and forced to run or stay
/// paused (virDomainSaveRestoreFlags). Returns 0, or -1 on error.
///
/// Since: 0.9.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainRestoreFlags(
    conn: virConnectPtr,
    from: *const c_char,
    dxml: *const c_char,
    flags: c_uint,
) -> c_int {
    entry("virDomainRestoreFlags", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect_to_change(conn, DOMAIN) }?;
        // SAFETY: contract of this function.
        let (from, xml) = unsafe { (path(call, from, "from")?, call.optional_string(dxml, "dxml", DOMAIN)?) };
        check_save_flags(call, flags)?;
        conn.driver().domain_restore_flags(&from, xml, flags)?;
        Ok(0)
    })
}

symver!(virDomainRestoreParams);
/// Starts a domain from a save file that is named, with further options, by typed parameters
/// (VIR_DOMAIN_SAVE_PARAM_...). Returns 0, or -1 on error.
///
/// Since: 8.4.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainRestoreParams(
    conn: virConnectPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainRestoreParams", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect_to_change(conn, DOMAIN) }?;
        check_save_flags(call, flags)?;
        // SAFETY: contract of this function.
        let params = unsafe { read_loose(params, nparams) }?;
        conn.driver().domain_restore_params(&params, flags)?;
        Ok(0)
    })
}

symver!(virDomainSave);
/// Stops a domain and writes its memory and configuration to a file on the host, for
/// virDomainRestore(). Returns 0, or -1 on error.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSave(domain: virDomainPtr, to: *const c_char) -> c_int {
    entry("virDomainSave", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        // SAFETY: contract of this function.
        let to = unsafe { path(call, to, "to") }?;
        dom.driver().domain_save(&dom, &to)?;
        Ok(0)
    })
}

symver!(virDomainSaveFlags);
/// Stops a domain and writes it to a file, optionally with a changed domain XML; flags record whether a
/// restore starts it running or paused. Returns 0, or -1 on error.
///
/// Since: 0.9.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSaveFlags(
    domain: virDomainPtr,
    to: *const c_char,
    dxml: *const c_char,
    flags: c_uint,
) -> c_int {
    entry("virDomainSaveFlags", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        // SAFETY: contract of this function.
        let (to, xml) = unsafe { (path(call, to, "to")?, call.optional_string(dxml, "dxml", DOMAIN)?) };
        check_save_flags(call, flags)?;
        dom.driver().domain_save_flags(&dom, &to, xml, flags)?;
        Ok(0)
    })
}

symver!(virDomainSaveImageDefineXML);
/// Replaces the domain XML inside a save file; only changes that the guest cannot see are allowed.
/// Returns 0, or -1 on error.
///
/// Since: 0.9.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSaveImageDefineXML(
    conn: virConnectPtr,
    file: *const c_char,
    dxml: *const c_char,
    flags: c_uint,
) -> c_int {
    entry("virDomainSaveImageDefineXML", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect_to_change(conn, DOMAIN) }?;
        // SAFETY: contract of this function.
        let (file, xml) = unsafe { (path(call, file, "file")?, call.string(dxml, "dxml", DOMAIN)?) };
        check_save_flags(call, flags)?;
        conn.driver().domain_save_image_define_xml(&file, xml, flags)?;
        Ok(0)
    })
}

symver!(virDomainSaveImageGetXMLDesc);
/// Reads the domain XML stored in a save file. Returns a string the caller frees with free(), or NULL
/// on error.
///
/// Since: 0.9.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSaveImageGetXMLDesc(
    conn: virConnectPtr,
    file: *const c_char,
    flags: c_uint,
) -> *mut c_char {
    entry("virDomainSaveImageGetXMLDesc", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect_to_change(conn, DOMAIN) }?;
        // SAFETY: contract of this function.
        let file = unsafe { path(call, file, "file") }?;
        Ok(cstr::publish(&conn.driver().domain_save_image_get_xml_desc(&file, flags)?))
    })
}

symver!(virDomainSaveParams);
/// Stops a domain and saves it with the target file and further options given as typed parameters
/// (VIR_DOMAIN_SAVE_PARAM_...). Returns 0, or -1 on error.
///
/// Since: 8.4.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSaveParams(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainSaveParams", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        check_save_flags(call, flags)?;
        // SAFETY: contract of this function.
        let params = unsafe { read_loose(params, nparams) }?;
        dom.driver().domain_save_params(&dom, &params, flags)?;
        Ok(0)
    })
}
