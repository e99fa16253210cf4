//! Data streams: exported functions of the C API.

use std::ffi::{c_char, c_int, c_longlong, c_uint, c_void};
use std::ptr;

use crate::abi::*;
use crate::capi::boundary::entry;
use crate::capi::handle::Kind;
use crate::error::ErrorDomain;

symver!(virStreamAbort);
/// Ends a transfer early and tells the peer that it failed. The handle still needs virStreamFree().
/// Returns 0, or -1 on error.
///
/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamAbort(stream: virStreamPtr) -> c_int {
    entry("virStreamAbort", -1, |call| Err(call.invalid(Kind::Stream)))
}

symver!(virStreamEventAddCallback);
/// Calls a function from the event loop when a non-blocking stream has events of the virStreamEventType
/// mask. The optional function ff frees the opaque data after removal. Returns 0, or -1 on error.
///
/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamEventAddCallback(
    stream: virStreamPtr,
    events: c_int,
    cb: virStreamEventCallback,
    opaque: *mut c_void,
    ff: virFreeCallback,
) -> c_int {
    entry("virStreamEventAddCallback", -1, |call| Err(call.invalid(Kind::Stream)))
}

symver!(virStreamEventRemoveCallback);
/// Removes the event callback of a stream. Returns 0, or -1 on error.
///
/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamEventRemoveCallback(stream: virStreamPtr) -> c_int {
    entry("virStreamEventRemoveCallback", -1, |call| Err(call.invalid(Kind::Stream)))
}

symver!(virStreamEventUpdateCallback);
/// Changes the mask of events for which the callback of a stream is called; 0 silences it. Returns 0,
/// or -1 on error.
///
/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamEventUpdateCallback(stream: virStreamPtr, events: c_int) -> c_int {
    entry("virStreamEventUpdateCallback", -1, |call| Err(call.invalid(Kind::Stream)))
}

symver!(virStreamFinish);
/// Ends a transfer and waits for the peer to confirm that all data arrived; only a success here proves
/// it. Returns 0, or -1 on error.
///
/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamFinish(stream: virStreamPtr) -> c_int {
    entry("virStreamFinish", -1, |call| Err(call.invalid(Kind::Stream)))
}

symver!(virStreamFree);
/// Drops one reference to a stream handle and frees it with the last one. A transfer in progress should
/// be finished or aborted before. Returns 0, or -1 on error.
///
/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamFree(stream: virStreamPtr) -> c_int {
    entry("virStreamFree", -1, |call| Err(call.invalid(Kind::Stream)))
}

symver!(virStreamNew);
/// Makes a stream, which another call such as a volume upload then connects to data; the flag makes it
/// non-blocking. Release it with virStreamFree(). Returns a new handle, or NULL on error.
///
/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamNew(conn: virConnectPtr, flags: c_uint) -> virStreamPtr {
    entry("virStreamNew", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_STREAMS) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_STREAMS, call.function()))
    })
}

symver!(virStreamRecv);
/// Reads up to nbytes from a stream into the caller's buffer. Returns the number of bytes read, 0 at
/// the end of the data, -1 on error, or -2 if a non-blocking stream has nothing yet.
///
/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamRecv(stream: virStreamPtr, data: *mut c_char, nbytes: usize) -> c_int {
    entry("virStreamRecv", -1, |call| Err(call.invalid(Kind::Stream)))
}

symver!(virStreamRecvAll);
/// Reads a blocking stream to its end and passes the data to a sink function. The caller still calls
/// virStreamFinish() on success; on failure the stream is aborted already. Returns 0, or -1 on error.
///
/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamRecvAll(
    stream: virStreamPtr,
    handler: virStreamSinkFunc,
    opaque: *mut c_void,
) -> c_int {
    entry("virStreamRecvAll", -1, |call| Err(call.invalid(Kind::Stream)))
}

symver!(virStreamRecvFlags);
/// Reads up to nbytes from a stream; with the flag it stops at a hole. Returns the number of bytes
/// read, 0 at the end of the data, -1 on error, -2 if nothing is there yet, or -3 at a hole.
///
/// Since: 3.4.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamRecvFlags(
    stream: virStreamPtr,
    data: *mut c_char,
    nbytes: usize,
    flags: c_uint,
) -> c_int {
    entry("virStreamRecvFlags", -1, |call| Err(call.invalid(Kind::Stream)))
}

symver!(virStreamRecvHole);
/// Stores the length in bytes of the hole at the current position of a sparse stream and skips it.
/// Returns 0, or -1 on error.
///
/// Since: 3.4.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamRecvHole(
    stream: virStreamPtr,
    length: *mut c_longlong,
    flags: c_uint,
) -> c_int {
    entry("virStreamRecvHole", -1, |call| Err(call.invalid(Kind::Stream)))
}

symver!(virStreamRef);
/// Adds a reference to a stream handle; each one needs its own virStreamFree(). Returns 0, or -1 on
/// error.
///
/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamRef(stream: virStreamPtr) -> c_int {
    entry("virStreamRef", -1, |call| Err(call.invalid(Kind::Stream)))
}

symver!(virStreamSend);
/// Writes up to nbytes to a stream. Returns the number of bytes taken, which may be fewer, -1 on error,
/// or -2 if a non-blocking stream cannot take any now.
///
/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamSend(stream: virStreamPtr, data: *const c_char, nbytes: usize) -> c_int {
    entry("virStreamSend", -1, |call| Err(call.invalid(Kind::Stream)))
}

symver!(virStreamSendAll);
/// Fetches data from a source function and writes it to a blocking stream until the source ends. The
/// caller still calls virStreamFinish() on success; on failure the stream is aborted already. Returns
/// 0, or -1 on error.
///
/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamSendAll(
    stream: virStreamPtr,
    handler: virStreamSourceFunc,
    opaque: *mut c_void,
) -> c_int {
    entry("virStreamSendAll", -1, |call| Err(call.invalid(Kind::Stream)))
}

symver!(virStreamSendHole);
/// Tells the peer of a sparse stream that the next length bytes are a hole instead of data. Returns 0,
/// or -1 on error.
///
/// Since: 3.4.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamSendHole(stream: virStreamPtr, length: c_longlong, flags: c_uint) -> c_int {
    entry("virStreamSendHole", -1, |call| Err(call.invalid(Kind::Stream)))
}

symver!(virStreamSparseRecvAll);
/// Reads a blocking stream to its end, passing data to one function and the lengths of holes to
/// another. The caller still calls virStreamFinish() on success. Returns 0, or -1 on error.
///
/// Since: 3.4.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamSparseRecvAll(
    stream: virStreamPtr,
    handler: virStreamSinkFunc,
    holeHandler: virStreamSinkHoleFunc,
    opaque: *mut c_void,
) -> c_int {
    entry("virStreamSparseRecvAll", -1, |call| Err(call.invalid(Kind::Stream)))
}

symver!(virStreamSparseSendAll);
/// Writes a sparse source to a blocking stream, using three functions that fetch data, tell data from
/// holes, and skip a hole. The caller still calls virStreamFinish() on success. Returns 0, or -1 on
/// error.
///
/// Since: 3.4.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamSparseSendAll(
    stream: virStreamPtr,
    handler: virStreamSourceFunc,
    holeHandler: virStreamSourceHoleFunc,
    skipHandler: virStreamSourceSkipFunc,
    opaque: *mut c_void,
) -> c_int {
    entry("virStreamSparseSendAll", -1, |call| Err(call.invalid(Kind::Stream)))
}
