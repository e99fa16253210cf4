//! Disks and file systems of domains: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uint, c_ulong, c_ulonglong, c_void};

use crate::abi::*;
use crate::capi::boundary::{Call, clear_numbers, entry, record};
use crate::capi::domain::DOMAIN;
use crate::capi::domain::stats::{check_size, write_front};
use crate::capi::handle::Borrowed;
use crate::capi::typed_params::exchange::{answer, read, read_loose, room, with_strings};
use crate::capi::{cstr, list};
use crate::domain::Domain;
use crate::driver::{DiskErrors, FileSystem};
use crate::error::{Error, Result};

const REBASE_COPY: c_uint = virDomainBlockRebaseFlags::VIR_DOMAIN_BLOCK_REBASE_COPY as c_uint;
/// What makes sense for a copy alone.
const REBASE_OF_COPY: c_uint = virDomainBlockRebaseFlags::VIR_DOMAIN_BLOCK_REBASE_SHALLOW as c_uint
    | virDomainBlockRebaseFlags::VIR_DOMAIN_BLOCK_REBASE_REUSE_EXT as c_uint
    | virDomainBlockRebaseFlags::VIR_DOMAIN_BLOCK_REBASE_COPY_RAW as c_uint
    | virDomainBlockRebaseFlags::VIR_DOMAIN_BLOCK_REBASE_COPY_DEV as c_uint;

/// The caller's list of mount points, which is empty for all of them.
///
/// # Safety
/// `points` is NULL or has `count` strings that live as long as the call.
unsafe fn mount_points<'a>(call: &Call, points: *mut *const c_char, count: c_uint) -> Result<Vec<&'a str>> {
    const ARGUMENT: &str = "mountpoints";
    if count != 0 {
        call.not_null(points, ARGUMENT, DOMAIN)?;
    }
    // SAFETY: contract of this function.
    let points = unsafe { list::borrow(points, count) };
    // SAFETY: as above.
    points.iter().map(|point| unsafe { call.string(*point, ARGUMENT, DOMAIN) }).collect()
}

/// The public structure, to be freed with `virDomainFSInfoFree`.
fn file_system(found: &FileSystem) -> Result<virDomainFSInfo> {
    Ok(virDomainFSInfo {
        mountpoint: cstr::publish(&found.mount_point),
        name: cstr::publish(&found.name),
        fstype: cstr::publish(&found.kind),
        ndevAlias: found.disks.len(),
        devAlias: list::publish_values(found.disks.iter().map(|disk| cstr::publish(disk)))?,
    })
}

/// A domain that can be changed, and the name of a disk of it.
///
/// # Safety
/// `dom` is NULL or a live handle, `disk` is NULL or a string that outlives `'a`.
unsafe fn disk_to_change<'a>(
    call: &mut Call,
    dom: virDomainPtr,
    disk: *const c_char,
) -> Result<(Borrowed<Domain>, &'a str)> {
    // SAFETY: contract of this function.
    let dom = unsafe { call.domain_to_change(dom) }?;
    // SAFETY: contract of this function.
    let disk = unsafe { call.string(disk, "disk", DOMAIN) }?;
    Ok((dom, disk))
}

symver!(virDomainBlockCommit);
/// Starts a job that writes the data of upper images of a disk's backing chain down into a lower one.
/// top and base may be NULL for the ends of the chain; bandwidth is in MiB/s unless the flags choose
/// bytes, 0 for no limit. Returns 0, or -1 on error.
///
/// Since: 0.10.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockCommit(
    dom: virDomainPtr,
    disk: *const c_char,
    base: *const c_char,
    top: *const c_char,
    bandwidth: c_ulong,
    flags: c_uint,
) -> c_int {
    entry("virDomainBlockCommit", -1, |call| {
        // SAFETY: contract of this function.
        let (dom, disk) = unsafe { disk_to_change(call, dom, disk) }?;
        // SAFETY: contract of this function.
        let base = unsafe { call.optional_string(base, "base", DOMAIN) }?;
        // SAFETY: contract of this function.
        let top = unsafe { call.optional_string(top, "top", DOMAIN) }?;
        dom.driver().domain_block_commit(&dom, disk, base, top, bandwidth, flags)?;
        Ok(0)
    })
}

symver!(virDomainBlockCopy);
/// Starts a job, tuned by typed parameters, that copies a disk to the destination described by XML and
/// then mirrors writes to it. End it with virDomainBlockJobAbort(), which can pivot to the copy.
/// Returns 0, or -1 on error.
///
/// Since: 1.2.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockCopy(
    dom: virDomainPtr,
    disk: *const c_char,
    destxml: *const c_char,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainBlockCopy", -1, |call| {
        // SAFETY: contract of this function.
        let (dom, disk) = unsafe { disk_to_change(call, dom, disk) }?;
        // SAFETY: contract of this function.
        let xml = unsafe { call.string(destxml, "destxml", DOMAIN) }?;
        if nparams != 0 {
            call.check_array(params, "params", nparams, "nparams", DOMAIN)?;
        }
        // SAFETY: contract of this function.
        let params = unsafe { read_loose(params, nparams) }?;
        dom.driver().domain_block_copy(&dom, disk, xml, &params, flags)?;
        Ok(0)
    })
}

symver!(virDomainBlockJobAbort);
/// Ends the block job of a disk: cancels it or, with the pivot flag, switches the domain to the job's
/// new image. Waits for the end unless asked to be asynchronous. Returns 0, or -1 on error.
///
/// Since: 0.9.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockJobAbort(
    dom: virDomainPtr,
    disk: *const c_char,
    flags: c_uint,
) -> c_int {
    entry("virDomainBlockJobAbort", -1, |call| {
        // SAFETY: contract of this function.
        let (dom, disk) = unsafe { disk_to_change(call, dom, disk) }?;
        dom.driver().domain_block_job_abort(&dom, disk, flags)?;
        Ok(0)
    })
}

symver!(virDomainBlockJobSetSpeed);
/// Limits the bandwidth of a disk's block job, in MiB/s or, with the flag, in bytes per second; 0
/// removes the limit. Returns 0, or -1 on error.
///
/// Since: 0.9.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockJobSetSpeed(
    dom: virDomainPtr,
    disk: *const c_char,
    bandwidth: c_ulong,
    flags: c_uint,
) -> c_int {
    entry("virDomainBlockJobSetSpeed", -1, |call| {
        // SAFETY: contract of this function.
        let (dom, disk) = unsafe { disk_to_change(call, dom, disk) }?;
        dom.driver().domain_block_job_set_speed(&dom, disk, bandwidth, flags)?;
        Ok(0)
    })
}

symver!(virDomainBlockPeek);
/// Copies bytes from a disk of the domain into the caller's buffer, starting at a byte offset. Read-
/// only connections may not use it. Returns 0, or -1 on error.
///
/// Since: 0.4.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockPeek(
    dom: virDomainPtr,
    disk: *const c_char,
    offset: c_ulonglong,
    size: usize,
    buffer: *mut c_void,
    flags: c_uint,
) -> c_int {
    entry("virDomainBlockPeek", -1, |call| {
        // SAFETY: contract of this function.
        let (dom, disk) = unsafe { disk_to_change(call, dom, disk) }?;
        // SAFETY: contract of this function.
        let buffer = unsafe { list::bytes(call, buffer, size, "buffer", DOMAIN) }?;
        dom.driver().domain_block_peek(&dom, disk, offset, buffer, flags)?;
        Ok(0)
    })
}

symver!(virDomainBlockPull);
/// Starts a job that copies all data of the backing images into the top image of a disk, so that it no
/// longer needs them. Bandwidth is in MiB/s unless the flag chooses bytes, 0 for no limit. Returns 0,
/// or -1 on error.
///
/// Since: 0.9.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockPull(
    dom: virDomainPtr,
    disk: *const c_char,
    bandwidth: c_ulong,
    flags: c_uint,
) -> c_int {
    entry("virDomainBlockPull", -1, |call| {
        // SAFETY: contract of this function.
        let (dom, disk) = unsafe { disk_to_change(call, dom, disk) }?;
        dom.driver().domain_block_pull(&dom, disk, bandwidth, flags)?;
        Ok(0)
    })
}

symver!(virDomainBlockRebase);
/// Starts a job that pulls part of a disk's backing chain so that base becomes the backing file or,
/// with the copy flag, one that mirrors the disk to the path in base. Bandwidth is in MiB/s unless the
/// flag chooses bytes. Returns 0, or -1 on error.
///
/// Since: 0.9.10
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockRebase(
    dom: virDomainPtr,
    disk: *const c_char,
    base: *const c_char,
    bandwidth: c_ulong,
    flags: c_uint,
) -> c_int {
    entry("virDomainBlockRebase", -1, |call| {
        // SAFETY: contract of this function.
        let (dom, disk) = unsafe { disk_to_change(call, dom, disk) }?;
        // SAFETY: contract of this function.
        let base = unsafe { call.optional_string(base, "base", DOMAIN) }?;
        if flags & REBASE_COPY != 0 {
            base.ok_or_else(|| Error::null_arg(DOMAIN, "base", call.function()))?;
        } else if flags & REBASE_OF_COPY != 0 {
            let text = "use of flags requires a copy job".to_owned();
            return Err(Error::bad_argument(DOMAIN, call.function(), "flags", text));
        }
        dom.driver().domain_block_rebase(&dom, disk, base, bandwidth, flags)?;
        Ok(0)
    })
}

symver!(virDomainBlockResize);
/// Changes the size of a disk while the domain runs. The size is in KiB, or in bytes with the bytes
/// flag. Returns 0, or -1 on error.
///
/// Since: 0.9.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockResize(
    dom: virDomainPtr,
    disk: *const c_char,
    size: c_ulonglong,
    flags: c_uint,
) -> c_int {
    entry("virDomainBlockResize", -1, |call| {
        // SAFETY: contract of this function.
        let (dom, disk) = unsafe { disk_to_change(call, dom, disk) }?;
        dom.driver().domain_block_resize(&dom, disk, size, flags)?;
        Ok(0)
    })
}

symver!(virDomainBlockStats);
/// Reads the request and byte counters of a disk of an active domain into a structure whose byte size
/// the caller gives. Counters the hypervisor lacks are -1. Returns 0, or -1 on error.
///
/// Since: 0.3.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockStats(
    dom: virDomainPtr,
    disk: *const c_char,
    stats: virDomainBlockStatsPtr,
    size: usize,
) -> c_int {
    entry("virDomainBlockStats", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(dom) }?;
        // SAFETY: contract of this function.
        let disk = unsafe { call.string(disk, "disk", DOMAIN) }?;
        let out = call.not_null(stats, "stats", DOMAIN)?;
        check_size::<virDomainBlockStatsStruct>(call, size)?;
        let found = dom.driver().domain_block_stats(&dom, disk)?;
        let found = virDomainBlockStatsStruct {
            rd_req: found.read_requests,
            rd_bytes: found.read_bytes,
            wr_req: found.write_requests,
            wr_bytes: found.write_bytes,
            errs: found.errors,
        };
        // SAFETY: contract of this function: `size` bytes, which are not more than there are.
        unsafe { write_front(&found, out, size) };
        Ok(0)
    })
}

symver!(virDomainBlockStatsFlags);
/// Reads the I/O statistics of a disk as typed parameters. Call with a count of 0 first to learn how
/// many there are, then with an array of that size. Returns 0, or -1 on error.
///
/// Since: 0.9.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockStatsFlags(
    dom: virDomainPtr,
    disk: *const c_char,
    params: virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainBlockStatsFlags", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(dom) }?;
        // SAFETY: contract of this function.
        let disk = unsafe { call.string(disk, "disk", DOMAIN) }?;
        // SAFETY: contract of this function.
        let room = unsafe { room(call, params, nparams, DOMAIN) }?;
        let flags = with_strings(dom.conn(), flags)?;
        let found = dom.driver().domain_block_stats_flags(&dom, disk, room, flags)?;
        // SAFETY: contract of this function.
        unsafe { answer(found, params, nparams, room) }?;
        Ok(0)
    })
}

symver!(virDomainDelThrottleGroup);
/// Removes a named throttle group, which no disk may use any more. Returns 0, or -1 on error.
///
/// Since: 11.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDelThrottleGroup(
    dom: virDomainPtr,
    group: *const c_char,
    flags: c_uint,
) -> c_int {
    entry("virDomainDelThrottleGroup", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(dom) }?;
        // SAFETY: contract of this function.
        let group = unsafe { call.string(group, "group", DOMAIN) }?;
        dom.driver().domain_del_throttle_group(&dom, group, flags)?;
        Ok(0)
    })
}

symver!(virDomainFSFreeze);
/// Has the guest agent freeze guest file systems, all of them or those mounted at the given points.
/// Returns the number of frozen file systems, or -1 on error.
///
/// Since: 1.2.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainFSFreeze(
    dom: virDomainPtr,
    mountpoints: *mut *const c_char,
    nmountpoints: c_uint,
    flags: c_uint,
) -> c_int {
    entry("virDomainFSFreeze", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(dom) }?;
        // SAFETY: contract of this function.
        let points = unsafe { mount_points(call, mountpoints, nmountpoints) }?;
        list::count(dom.driver().domain_fs_freeze(&dom, &points, flags)?)
    })
}

symver!(virDomainFSInfoFree);
/// Frees one file system description from virDomainGetFSInfo() with everything in it. The caller frees
/// the array itself. NULL is ignored.
///
/// Since: 1.2.11
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainFSInfoFree(info: virDomainFSInfoPtr) {
    // SAFETY: contract of this function: NULL, or a record whose parts come from `malloc`.
    let Some(record) = (unsafe { info.as_ref() }) else { return };
    // SAFETY: as above.
    unsafe {
        for index in 0..record.ndevAlias {
            libc::free((*record.devAlias.add(index)).cast());
        }
        for part in [record.mountpoint, record.name, record.fstype, record.devAlias.cast()] {
            libc::free(part.cast());
        }
        libc::free(info.cast());
    }
}

symver!(virDomainFSThaw);
/// Has the guest agent thaw file systems that virDomainFSFreeze() froze. Returns the number of thawed
/// file systems, or -1 on error.
///
/// Since: 1.2.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainFSThaw(
    dom: virDomainPtr,
    mountpoints: *mut *const c_char,
    nmountpoints: c_uint,
    flags: c_uint,
) -> c_int {
    entry("virDomainFSThaw", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(dom) }?;
        // SAFETY: contract of this function.
        let points = unsafe { mount_points(call, mountpoints, nmountpoints) }?;
        list::count(dom.driver().domain_fs_thaw(&dom, &points, flags)?)
    })
}

symver!(virDomainFSTrim);
/// Has the guest agent discard unused blocks of guest file systems, or of one if a mount point is
/// given. Free ranges shorter than the given minimum in bytes may be left alone. Returns 0, or -1 on
/// error.
///
/// Since: 1.0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainFSTrim(
    dom: virDomainPtr,
    mountPoint: *const c_char,
    minimum: c_ulonglong,
    flags: c_uint,
) -> c_int {
    entry("virDomainFSTrim", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(dom) }?;
        // SAFETY: contract of this function.
        let point = unsafe { call.optional_string(mountPoint, "mountPoint", DOMAIN) }?;
        dom.driver().domain_fs_trim(&dom, point, minimum, flags)?;
        Ok(0)
    })
}

symver!(virDomainGetBlockInfo);
/// Stores the logical capacity, allocation and physical size in bytes of one disk, given by target name
/// or source path. Returns 0, or -1 on error.
///
/// Since: 0.8.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetBlockInfo(
    domain: virDomainPtr,
    disk: *const c_char,
    info: virDomainBlockInfoPtr,
    flags: c_uint,
) -> c_int {
    entry("virDomainGetBlockInfo", -1, |call| {
        // SAFETY: contract of this function; a structure of numbers.
        unsafe { clear_numbers(info) };
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        // SAFETY: contract of this function.
        let disk = unsafe { call.string(disk, "disk", DOMAIN) }?;
        if disk.is_empty() {
            let text = format!("string disk in {} must not be empty", call.function());
            return Err(Error::bad_argument(DOMAIN, call.function(), "disk", text));
        }
        let out = call.not_null(info, "info", DOMAIN)?;
        let found = dom.driver().domain_get_block_info(&dom, disk, flags)?;
        let (capacity, allocation, physical) = (found.capacity, found.allocation, found.physical);
        // SAFETY: contract of this function.
        unsafe { out.write(virDomainBlockInfo { capacity, allocation, physical }) };
        Ok(0)
    })
}

symver!(virDomainGetBlockIoTune);
/// Reads the I/O throttling limits of a disk into the caller's array. Call with a count of 0 first to
/// learn how many there are; a NULL disk is then allowed. Returns 0, or -1 on error.
///
/// Since: 0.9.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetBlockIoTune(
    dom: virDomainPtr,
    disk: *const c_char,
    params: virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainGetBlockIoTune", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(dom) }?;
        // SAFETY: contract of this function.
        let room = unsafe { room(call, params, nparams, DOMAIN) }?;
        // SAFETY: contract of this function.
        let disk = unsafe { call.optional_string(disk, "disk", DOMAIN) }?;
        if room != 0 && disk.is_none() {
            return Err(Error::null_arg(DOMAIN, "disk", call.function()));
        }
        let flags = with_strings(dom.conn(), flags)?;
        call.one_definition(flags)?;
        let found = dom.driver().domain_get_block_io_tune(&dom, disk, room, flags)?;
        // SAFETY: contract of this function.
        unsafe { answer(found, params, nparams, room) }?;
        Ok(0)
    })
}

symver!(virDomainGetBlockJobInfo);
/// Stores type, bandwidth and progress of the block job running on a disk. Returns 1 if there is a job,
/// 0 if there is none, or -1 on error.
///
/// Since: 0.9.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetBlockJobInfo(
    dom: virDomainPtr,
    disk: *const c_char,
    info: virDomainBlockJobInfoPtr,
    flags: c_uint,
) -> c_int {
    entry("virDomainGetBlockJobInfo", -1, |call| {
        // SAFETY: contract of this function; a structure of numbers.
        unsafe { clear_numbers(info) };
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(dom) }?;
        // SAFETY: contract of this function.
        let disk = unsafe { call.string(disk, "disk", DOMAIN) }?;
        let out = call.not_null(info, "info", DOMAIN)?;
        let Some(found) = dom.driver().domain_get_block_job_info(&dom, disk, flags)? else { return Ok(0) };
        let found = record!(virDomainBlockJobInfo {
            r#type: found.kind,
            bandwidth: found.bandwidth,
            cur: found.current,
            end: found.end,
        });
        // SAFETY: contract of this function.
        unsafe { out.write(found) };
        Ok(1)
    })
}

symver!(virDomainGetDiskErrors);
/// Lists disks with I/O errors in the caller's array, whose disk names the caller frees. Called with
/// NULL and 0 it returns the number of disks of the domain instead. Returns the number of entries
/// stored, or -1 on error.
///
/// Since: 0.9.10
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetDiskErrors(
    dom: virDomainPtr,
    errors: virDomainDiskErrorPtr,
    maxerrors: c_uint,
    flags: c_uint,
) -> c_int {
    entry("virDomainGetDiskErrors", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(dom) }?;
        if maxerrors > 0 {
            call.not_null(errors, "errors", DOMAIN)?;
        }
        let room = (!errors.is_null()).then_some(maxerrors);
        let found = match dom.driver().domain_get_disk_errors(&dom, room, flags)? {
            DiskErrors::Disks(count) => return list::count(count),
            DiskErrors::Errors(found) => found,
        };
        let records = found
            .iter()
            .map(|it| record!(virDomainDiskError { disk: cstr::publish(&it.disk), error: it.error }));
        // SAFETY: contract of this function: an array of the length that was told.
        Ok(unsafe { list::fill(records, errors, c_int::try_from(maxerrors).unwrap_or(c_int::MAX)) })
    })
}

symver!(virDomainGetFSInfo);
/// Asks the guest agent for the mounted file systems. Stores an array: free each entry with
/// virDomainFSInfoFree() and the array with free(). Returns the number of entries, or -1 on error.
///
/// Since: 1.2.11
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetFSInfo(
    dom: virDomainPtr,
    info: *mut *mut virDomainFSInfoPtr,
    flags: c_uint,
) -> c_int {
    entry("virDomainGetFSInfo", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(dom) }?;
        let out = call.not_null(info, "info", DOMAIN)?;
        // SAFETY: contract of this function.
        unsafe { list::clear(out.as_ptr()) };
        let found = dom.driver().domain_get_fs_info(&dom, flags)?;
        let records = found.iter().map(file_system).collect::<Result<_>>()?;
        // SAFETY: contract of this function.
        unsafe { list::publish_records(records, out.as_ptr()) }
    })
}

symver!(virDomainSetBlockIoTune);
/// Changes the I/O throttling limits of a disk, given by target name or path. Limits of the same group
/// that are not given may be reset. Returns 0, or -1 on error.
///
/// Since: 0.9.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetBlockIoTune(
    dom: virDomainPtr,
    disk: *const c_char,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainSetBlockIoTune", -1, |call| {
        // SAFETY: contract of this function.
        let (dom, disk) = unsafe { disk_to_change(call, dom, disk) }?;
        // SAFETY: contract of this function.
        let params = unsafe { read((call, dom.conn()), params, nparams, DOMAIN) }?;
        dom.driver().domain_set_block_io_tune(&dom, disk, &params, flags)?;
        Ok(0)
    })
}

symver!(virDomainSetBlockThreshold);
/// Asks for one block threshold event when writing to the disk or image of its chain passes the given
/// byte offset; 0 disarms it. Returns 0, or -1 on error.
///
/// Since: 3.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetBlockThreshold(
    domain: virDomainPtr,
    dev: *const c_char,
    threshold: c_ulonglong,
    flags: c_uint,
) -> c_int {
    entry("virDomainSetBlockThreshold", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        // SAFETY: contract of this function.
        let dev = unsafe { call.string(dev, "dev", DOMAIN) }?;
        dom.driver().domain_set_block_threshold(&dom, dev, threshold, flags)?;
        Ok(0)
    })
}

symver!(virDomainSetThrottleGroup);
/// Creates or changes a named throttle group, whose I/O limits several disks can share. Returns 0, or
/// -1 on error.
///
/// Since: 11.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetThrottleGroup(
    dom: virDomainPtr,
    group: *const c_char,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainSetThrottleGroup", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(dom) }?;
        // SAFETY: contract of this function.
        let group = unsafe { call.string(group, "group", DOMAIN) }?;
        // SAFETY: contract of this function.
        let params = unsafe { read((call, dom.conn()), params, nparams, DOMAIN) }?;
        dom.driver().domain_set_throttle_group(&dom, group, &params, flags)?;
        Ok(0)
    })
}
