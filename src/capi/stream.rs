//! Data streams: exported functions of the C API.

use std::ffi::{c_char, c_int, c_longlong, c_uint, c_void};
use std::ptr;

use crate::abi::*;
use crate::capi::boundary::entry;
use crate::capi::handle::Kind;
use crate::error::ErrorDomain;

symver!(virStreamAbort);
/// {{virStreamAbort}} Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamAbort(stream: virStreamPtr) -> c_int {
    entry("virStreamAbort", -1, |call| Err(call.invalid(Kind::Stream)))
}

symver!(virStreamEventAddCallback);
/// {{virStreamEventAddCallback}} Since: 0.7.2
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
/// {{virStreamEventRemoveCallback}} Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamEventRemoveCallback(stream: virStreamPtr) -> c_int {
    entry("virStreamEventRemoveCallback", -1, |call| Err(call.invalid(Kind::Stream)))
}

symver!(virStreamEventUpdateCallback);
/// {{virStreamEventUpdateCallback}} Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamEventUpdateCallback(stream: virStreamPtr, events: c_int) -> c_int {
    entry("virStreamEventUpdateCallback", -1, |call| Err(call.invalid(Kind::Stream)))
}

symver!(virStreamFinish);
/// {{virStreamFinish}} Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamFinish(stream: virStreamPtr) -> c_int {
    entry("virStreamFinish", -1, |call| Err(call.invalid(Kind::Stream)))
}

symver!(virStreamFree);
/// {{virStreamFree}} Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamFree(stream: virStreamPtr) -> c_int {
    entry("virStreamFree", -1, |call| Err(call.invalid(Kind::Stream)))
}

symver!(virStreamNew);
/// {{virStreamNew}} Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamNew(conn: virConnectPtr, flags: c_uint) -> virStreamPtr {
    entry("virStreamNew", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_STREAMS) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_STREAMS, call.function()))
    })
}

symver!(virStreamRecv);
/// {{virStreamRecv}} Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamRecv(stream: virStreamPtr, data: *mut c_char, nbytes: usize) -> c_int {
    entry("virStreamRecv", -1, |call| Err(call.invalid(Kind::Stream)))
}

symver!(virStreamRecvAll);
/// {{virStreamRecvAll}} Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamRecvAll(
    stream: virStreamPtr,
    handler: virStreamSinkFunc,
    opaque: *mut c_void,
) -> c_int {
    entry("virStreamRecvAll", -1, |call| Err(call.invalid(Kind::Stream)))
}

symver!(virStreamRecvFlags);
/// {{virStreamRecvFlags}} Since: 3.4.0
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
/// {{virStreamRecvHole}} Since: 3.4.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamRecvHole(
    stream: virStreamPtr,
    length: *mut c_longlong,
    flags: c_uint,
) -> c_int {
    entry("virStreamRecvHole", -1, |call| Err(call.invalid(Kind::Stream)))
}

symver!(virStreamRef);
/// {{virStreamRef}} Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamRef(stream: virStreamPtr) -> c_int {
    entry("virStreamRef", -1, |call| Err(call.invalid(Kind::Stream)))
}

symver!(virStreamSend);
/// {{virStreamSend}} Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamSend(stream: virStreamPtr, data: *const c_char, nbytes: usize) -> c_int {
    entry("virStreamSend", -1, |call| Err(call.invalid(Kind::Stream)))
}

symver!(virStreamSendAll);
/// {{virStreamSendAll}} Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamSendAll(
    stream: virStreamPtr,
    handler: virStreamSourceFunc,
    opaque: *mut c_void,
) -> c_int {
    entry("virStreamSendAll", -1, |call| Err(call.invalid(Kind::Stream)))
}

symver!(virStreamSendHole);
/// {{virStreamSendHole}} Since: 3.4.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamSendHole(stream: virStreamPtr, length: c_longlong, flags: c_uint) -> c_int {
    entry("virStreamSendHole", -1, |call| Err(call.invalid(Kind::Stream)))
}

symver!(virStreamSparseRecvAll);
/// {{virStreamSparseRecvAll}} Since: 3.4.0
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
/// {{virStreamSparseSendAll}} Since: 3.4.0
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
