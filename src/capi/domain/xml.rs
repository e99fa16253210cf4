//! Domain XML and metadata: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uint};
use std::ptr;

use crate::abi::*;
use crate::capi::boundary::{Call, entry};
use crate::capi::domain::{DOMAIN, publish_domain};
use crate::capi::metadata;
use crate::capi::{cstr, list};
use crate::error::Result;

const SECURE: u32 = virDomainXMLFlags::VIR_DOMAIN_XML_SECURE as u32;
const MIGRATABLE: u32 = virDomainXMLFlags::VIR_DOMAIN_XML_MIGRATABLE as u32;

/// Creates and starts a transient domain. The original checks the text before the right to use it.
///
/// # Safety
/// As for every exported function.
pub unsafe fn create_xml(
    call: &mut Call,
    conn: virConnectPtr,
    xml: *const c_char,
    flags: c_uint,
) -> Result<virDomainPtr> {
    // SAFETY: contract of this function.
    let (conn, xml) = unsafe { (call.connect(conn, DOMAIN)?, call.string(xml, "xmlDesc", DOMAIN)?) };
    conn.check_writable(DOMAIN, call.function())?;
    let key = conn.driver().domain_create_xml(xml, flags)?;
    Ok(publish_domain(&conn, key))
}

symver!(virConnectDomainXMLFromNative);
/// Converts a hypervisor's own configuration text to domain XML; the format is named by one of the
/// VIR_DOMAIN_..._FORMAT strings. No domain is created. Returns a string the caller frees with free(),
/// or NULL on error.
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainXMLFromNative(
    conn: virConnectPtr,
    nativeFormat: *const c_char,
    nativeConfig: *const c_char,
    flags: c_uint,
) -> *mut c_char {
    entry("virConnectDomainXMLFromNative", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect_to_change(conn, DOMAIN) }?;
        // SAFETY: contract of this function.
        let format = unsafe { call.string(nativeFormat, "nativeFormat", DOMAIN) }?;
        // SAFETY: contract of this function.
        let text = unsafe { call.string(nativeConfig, "nativeConfig", DOMAIN) }?;
        Ok(cstr::publish(&conn.driver().connect_domain_xml_from_native(format, text, flags)?))
    })
}

symver!(virConnectDomainXMLToNative);
/// Converts domain XML to a hypervisor's own configuration format, such as a command line. The result
/// describes what would be run and is not executed. Returns a string the caller frees with free(), or
/// NULL on error.
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainXMLToNative(
    conn: virConnectPtr,
    nativeFormat: *const c_char,
    domainXml: *const c_char,
    flags: c_uint,
) -> *mut c_char {
    entry("virConnectDomainXMLToNative", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect_to_change(conn, DOMAIN) }?;
        // SAFETY: contract of this function.
        let format = unsafe { call.string(nativeFormat, "nativeFormat", DOMAIN) }?;
        // SAFETY: contract of this function.
        let text = unsafe { call.string(domainXml, "domainXml", DOMAIN) }?;
        Ok(cstr::publish(&conn.driver().connect_domain_xml_to_native(format, text, flags)?))
    })
}

symver!(virDomainCreateXML);
/// Starts a transient domain from XML; unless it is also defined, it vanishes when it stops. Release
/// the handle with virDomainFree(). Returns a new handle, or NULL on error.
///
/// Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCreateXML(
    conn: virConnectPtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> virDomainPtr {
    entry("virDomainCreateXML", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        unsafe { create_xml(call, conn, xmlDesc, flags) }
    })
}

symver!(virDomainCreateXMLWithFiles);
/// Starts a transient domain from XML and hands it open file descriptors for the guest's first process.
/// Release the handle with virDomainFree(). Returns a new handle, or NULL on error.
///
/// Since: 1.1.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCreateXMLWithFiles(
    conn: virConnectPtr,
    xmlDesc: *const c_char,
    nfiles: c_uint,
    files: *mut c_int,
    flags: c_uint,
) -> virDomainPtr {
    entry("virDomainCreateXMLWithFiles", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let (conn, xml) = unsafe { (call.connect(conn, DOMAIN)?, call.string(xmlDesc, "xmlDesc", DOMAIN)?) };
        conn.check_writable(DOMAIN, call.function())?;
        // SAFETY: contract of this function.
        let files = unsafe { list::borrow(files, nfiles) };
        let key = conn.driver().domain_create_xml_with_files(xml, files, flags)?;
        Ok(publish_domain(&conn, key))
    })
}

symver!(virDomainDefineXML);
/// Stores a persistent domain configuration without starting it, or replaces that of an existing domain
/// of the same name and UUID. Release the handle with virDomainFree(). Returns a new handle, or NULL on
/// error.
///
/// Since: 0.1.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDefineXML(conn: virConnectPtr, xml: *const c_char) -> virDomainPtr {
    entry("virDomainDefineXML", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect_to_change(conn, DOMAIN) }?;
        // SAFETY: contract of this function.
        let xml = unsafe { call.string(xml, "xml", DOMAIN) }?;
        let key = conn.driver().domain_define_xml(xml)?;
        Ok(publish_domain(&conn, key))
    })
}

symver!(virDomainDefineXMLFlags);
/// Stores a persistent domain configuration like virDomainDefineXML(), with flags such as validating
/// the XML against the schema. Release the handle with virDomainFree(). Returns a new handle, or NULL
/// on error.
///
/// Since: 1.2.12
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDefineXMLFlags(
    conn: virConnectPtr,
    xml: *const c_char,
    flags: c_uint,
) -> virDomainPtr {
    entry("virDomainDefineXMLFlags", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect_to_change(conn, DOMAIN) }?;
        // SAFETY: contract of this function.
        let xml = unsafe { call.string(xml, "xml", DOMAIN) }?;
        let key = conn.driver().domain_define_xml_flags(xml, flags)?;
        Ok(publish_domain(&conn, key))
    })
}

symver!(virDomainGetMetadata);
/// Reads the title, the description or the custom metadata element with the given namespace URI.
/// Returns a string the caller frees with free(), or NULL on error or if there is none.
///
/// Since: 0.9.10
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetMetadata(
    domain: virDomainPtr,
    r#type: c_int,
    uri: *const c_char,
    flags: c_uint,
) -> *mut c_char {
    entry("virDomainGetMetadata", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        call.one_definition(flags)?;
        // SAFETY: contract of this function.
        let uri = unsafe { metadata::wanted(call, r#type, uri, DOMAIN) }?;
        let text = dom.driver().domain_get_metadata(&dom, r#type, uri, flags)?;
        Ok(cstr::publish(&text))
    })
}

symver!(virDomainGetXMLDesc);
/// Describes the domain as XML. The flags choose the stored instead of the running configuration,
/// secrets, or a form fit for migration (virDomainXMLFlags). Returns a string the caller frees with
/// free(), or NULL on error.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetXMLDesc(domain: virDomainPtr, flags: c_uint) -> *mut c_char {
    entry("virDomainGetXMLDesc", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        if flags & (SECURE | MIGRATABLE) != 0 {
            dom.conn().check_secrets(DOMAIN, call.function())?;
        }
        Ok(cstr::publish(&dom.driver().domain_get_xml_desc(&dom, flags)?))
    })
}

symver!(virDomainSetMetadata);
/// Stores the title, description or a custom metadata element of the domain, in the latter case under a
/// namespace prefix key and URI. NULL as text removes it. Returns 0, or -1 on error.
///
/// Since: 0.9.10
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetMetadata(
    domain: virDomainPtr,
    r#type: c_int,
    metadata: *const c_char,
    key: *const c_char,
    uri: *const c_char,
    flags: c_uint,
) -> c_int {
    entry("virDomainSetMetadata", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        // SAFETY: contract of this function.
        let given = unsafe { metadata::given(call, r#type, (metadata, key, uri), DOMAIN) }?;
        dom.driver().domain_set_metadata(&dom, r#type, given.text, given.key, given.uri, flags)?;
        Ok(0)
    })
}
