//! Checkpoints of domains: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uint};
use std::ptr;
use std::sync::Arc;

use crate::abi::*;
use crate::capi::boundary::{Flag, entry, flag};
use crate::capi::handle::{publish, release, retain};
use crate::capi::{cstr, list};
use crate::checkpoint::Checkpoint;
use crate::domain::Domain;
use crate::error::ErrorDomain;
use crate::ident::Name;

/// Where errors about the arguments of these functions come from.
const CHECKPOINT: ErrorDomain = ErrorDomain::VIR_FROM_DOMAIN_CHECKPOINT;

const SECURE: u32 = virDomainCheckpointXMLFlags::VIR_DOMAIN_CHECKPOINT_XML_SECURE as u32;

const CREATE_REDEFINE: Flag = flag!(virDomainCheckpointCreateFlags::VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE);
const CREATE_QUIESCE: Flag = flag!(virDomainCheckpointCreateFlags::VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE);
const CREATE_VALIDATE: Flag =
    flag!(virDomainCheckpointCreateFlags::VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE_VALIDATE);
const DELETE_CHILDREN: Flag = flag!(virDomainCheckpointDeleteFlags::VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN);
const DELETE_CHILDREN_ONLY: Flag =
    flag!(virDomainCheckpointDeleteFlags::VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY);

/// New handles of the domain's checkpoints.
fn handles(dom: &Arc<Domain>, names: Vec<Name>) -> Vec<Arc<Checkpoint>> {
    names.into_iter().map(|name| Arc::new(Checkpoint::new(Arc::clone(dom), name))).collect()
}

/// A new handle for the program.
fn publish_checkpoint(dom: &Arc<Domain>, name: Name) -> virDomainCheckpointPtr {
    publish(Arc::new(Checkpoint::new(Arc::clone(dom), name)))
}

symver!(virDomainCheckpointCreateXML);
/// Creates a checkpoint, from which on changed disk blocks are tracked for incremental backups, as the
/// XML describes. Release the handle with virDomainCheckpointFree(). Returns a new handle, or NULL on
/// error.
///
/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointCreateXML(
    domain: virDomainPtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> virDomainCheckpointPtr {
    entry("virDomainCheckpointCreateXML", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        // SAFETY: contract of this function.
        let xml = unsafe { call.string(xmlDesc, "xmlDesc", CHECKPOINT) }?;
        dom.conn().check_writable(CHECKPOINT, call.function())?;
        call.requires(flags, CREATE_VALIDATE, CREATE_REDEFINE, CHECKPOINT)?;
        call.exclusive(flags, CREATE_REDEFINE, CREATE_QUIESCE, CHECKPOINT)?;
        let name = dom.driver().domain_checkpoint_create_xml(&dom, xml, flags)?;
        Ok(publish_checkpoint(&dom, name))
    })
}

symver!(virDomainCheckpointDelete);
/// Deletes a checkpoint and merges its tracking data into its neighbours; flags extend this to its
/// children or limit it to the library's record. Returns 0, or -1 on error.
///
/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointDelete(
    checkpoint: virDomainCheckpointPtr,
    flags: c_uint,
) -> c_int {
    entry("virDomainCheckpointDelete", -1, |call| {
        // SAFETY: contract of this function.
        let checkpoint = unsafe { call.checkpoint(checkpoint) }?;
        checkpoint.domain().conn().check_writable(CHECKPOINT, call.function())?;
        call.exclusive(flags, DELETE_CHILDREN, DELETE_CHILDREN_ONLY, CHECKPOINT)?;
        checkpoint.driver().domain_checkpoint_delete(&checkpoint, flags)?;
        Ok(0)
    })
}

symver!(virDomainCheckpointFree);
/// Drops one reference to a checkpoint handle and frees it with the last one. The checkpoint itself is
/// not affected. Returns 0, or -1 on error.
///
/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointFree(checkpoint: virDomainCheckpointPtr) -> c_int {
    entry("virDomainCheckpointFree", -1, |call| {
        // SAFETY: contract of this function.
        let checkpoint = unsafe { call.checkpoint(checkpoint) }?;
        call.forget_connection();
        // SAFETY: the program gives its count up.
        unsafe { release(checkpoint) };
        Ok(0)
    })
}

symver!(virDomainCheckpointGetConnect);
/// Gives the connection a checkpoint handle belongs to, without adding a reference. Returns the
/// connection, or NULL on error.
///
/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointGetConnect(checkpoint: virDomainCheckpointPtr) -> virConnectPtr {
    entry("virDomainCheckpointGetConnect", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let checkpoint = unsafe { call.checkpoint(checkpoint) }?;
        Ok(Arc::as_ptr(checkpoint.domain().conn()).cast_mut().cast())
    })
}

symver!(virDomainCheckpointGetDomain);
/// Gives the domain a checkpoint handle belongs to, without adding a reference; it lives at least as
/// long as the checkpoint handle. Returns the domain, or NULL on error.
///
/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointGetDomain(checkpoint: virDomainCheckpointPtr) -> virDomainPtr {
    entry("virDomainCheckpointGetDomain", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let checkpoint = unsafe { call.checkpoint(checkpoint) }?;
        Ok(Arc::as_ptr(checkpoint.domain()).cast_mut().cast())
    })
}

symver!(virDomainCheckpointGetName);
/// Gives the name of the checkpoint. The string belongs to the handle and must not be freed. Returns
/// the name, or NULL on error.
///
/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointGetName(checkpoint: virDomainCheckpointPtr) -> *const c_char {
    entry("virDomainCheckpointGetName", ptr::null(), |call| {
        // SAFETY: contract of this function.
        let checkpoint = unsafe { call.checkpoint(checkpoint) }?;
        Ok(checkpoint.name().as_c_str().as_ptr())
    })
}

symver!(virDomainCheckpointGetParent);
/// Finds the checkpoint that precedes this one. Release the handle with virDomainCheckpointFree().
/// Returns a new handle, or NULL on error or for a root checkpoint.
///
/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointGetParent(
    checkpoint: virDomainCheckpointPtr,
    flags: c_uint,
) -> virDomainCheckpointPtr {
    entry("virDomainCheckpointGetParent", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let checkpoint = unsafe { call.checkpoint(checkpoint) }?;
        let name = checkpoint.driver().domain_checkpoint_get_parent(&checkpoint, flags)?;
        Ok(publish_checkpoint(checkpoint.domain(), name))
    })
}

symver!(virDomainCheckpointGetXMLDesc);
/// Describes the checkpoint as XML; flags include secrets, leave out the domain, or add the size of the
/// changes. Returns a string the caller frees with free(), or NULL on error.
///
/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointGetXMLDesc(
    checkpoint: virDomainCheckpointPtr,
    flags: c_uint,
) -> *mut c_char {
    entry("virDomainCheckpointGetXMLDesc", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let checkpoint = unsafe { call.checkpoint(checkpoint) }?;
        if flags & SECURE != 0 {
            checkpoint.domain().conn().check_secrets(CHECKPOINT, call.function())?;
        }
        Ok(cstr::publish(&checkpoint.driver().domain_checkpoint_get_xml_desc(&checkpoint, flags)?))
    })
}

symver!(virDomainCheckpointListAllChildren);
/// Fetches handles of a checkpoint's children, or all descendants with a flag. Stores a NULL-terminated
/// array: release each handle with virDomainCheckpointFree() and the array with free(). Returns the
/// number, or -1 on error.
///
/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointListAllChildren(
    checkpoint: virDomainCheckpointPtr,
    children: *mut *mut virDomainCheckpointPtr,
    flags: c_uint,
) -> c_int {
    entry("virDomainCheckpointListAllChildren", -1, |call| {
        // SAFETY: contract of this function.
        unsafe { list::clear(children) };
        // SAFETY: contract of this function.
        let checkpoint = unsafe { call.checkpoint(checkpoint) }?;
        if children.is_null() {
            return list::count(
                checkpoint.driver().domain_checkpoint_count_all_children(&checkpoint, flags)?,
            );
        }
        let names = checkpoint.driver().domain_checkpoint_list_all_children(&checkpoint, flags)?;
        // SAFETY: contract of this function.
        unsafe { list::publish(handles(checkpoint.domain(), names), children) }
    })
}

symver!(virDomainCheckpointLookupByName);
/// Finds a checkpoint of the domain by its name. Release the handle with virDomainCheckpointFree().
/// Returns a new handle, or NULL on error or if there is none.
///
/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointLookupByName(
    domain: virDomainPtr,
    name: *const c_char,
    flags: c_uint,
) -> virDomainCheckpointPtr {
    entry("virDomainCheckpointLookupByName", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        // SAFETY: contract of this function.
        let name = unsafe { call.string(name, "name", CHECKPOINT) }?;
        let name = dom.driver().domain_checkpoint_lookup_by_name(&dom, name, flags)?;
        Ok(publish_checkpoint(&dom, name))
    })
}

symver!(virDomainCheckpointRef);
/// Adds a reference to a checkpoint handle; each one needs its own virDomainCheckpointFree(). Returns
/// 0, or -1 on error.
///
/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointRef(checkpoint: virDomainCheckpointPtr) -> c_int {
    entry("virDomainCheckpointRef", -1, |call| {
        // SAFETY: contract of this function.
        let checkpoint = unsafe { call.checkpoint(checkpoint) }?;
        retain(&checkpoint);
        Ok(0)
    })
}

symver!(virDomainListAllCheckpoints);
/// Fetches handles of the domain's checkpoints that match the filter flags. Stores a NULL-terminated
/// array: release each handle with virDomainCheckpointFree() and the array with free(). Returns the
/// number of checkpoints, or -1 on error.
///
/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainListAllCheckpoints(
    domain: virDomainPtr,
    checkpoints: *mut *mut virDomainCheckpointPtr,
    flags: c_uint,
) -> c_int {
    entry("virDomainListAllCheckpoints", -1, |call| {
        // SAFETY: contract of this function.
        unsafe { list::clear(checkpoints) };
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        if checkpoints.is_null() {
            return list::count(dom.driver().domain_count_all_checkpoints(&dom, flags)?);
        }
        let names = dom.driver().domain_list_all_checkpoints(&dom, flags)?;
        // SAFETY: contract of this function.
        unsafe { list::publish(handles(&dom, names), checkpoints) }
    })
}
