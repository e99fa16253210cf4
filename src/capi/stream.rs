//! Data streams: exported functions of the C API.

use std::ffi::{c_char, c_int, c_longlong, c_uint, c_void};
use std::sync::Arc;
use std::{io, ptr, slice};

use nix::errno::Errno;

use crate::abi::*;
use crate::capi::boundary::{Call, entry};
use crate::capi::handle::{publish, release, retain};
use crate::driver::Received;
use crate::error::{Error, ErrorDomain, Result};
use crate::event::callback::StreamCallback;
use crate::stream::{Section, Stream};

const STREAMS: ErrorDomain = ErrorDomain::VIR_FROM_STREAMS;

/// What functions return for a non-blocking stream that would have to wait, and where there is a hole.
const WOULD_BLOCK: c_int = -2;
const HOLE: c_int = -3;

/// A number of bytes, as functions return it.
fn count(bytes: usize) -> Result<c_int> {
    c_int::try_from(bytes).map_err(|_| Error::internal(STREAMS, "a stream moved more than it was asked to"))
}

fn received(received: Received) -> Result<c_int> {
    match received {
        Received::Bytes(bytes) => count(bytes),
        Received::WouldBlock => Ok(WOULD_BLOCK),
        Received::Hole => Ok(HOLE),
    }
}

/// One byte more than a function's result can count. Who asks for more asks for too much, and is told so by the driver.
const TOO_MUCH: usize = c_int::MAX as usize + 1;

/// The answer of one of the program's functions: negative if it failed, then with the system's error.
fn answer(function: impl FnOnce() -> c_int) -> io::Result<usize> {
    Errno::clear();
    usize::try_from(function()).map_err(|_| match Errno::last_raw() {
        0 => io::Error::from_raw_os_error(libc::EIO),
        errno => io::Error::from_raw_os_error(errno),
    })
}

/// The program's function `argument` of the call.
fn required<F>(call: &Call, function: Option<F>, argument: &str) -> Result<F> {
    function.ok_or_else(|| Error::null_arg(STREAMS, argument, call.function()))
}

/// The program's source as the library asks it for data.
fn source(
    function: unsafe extern "C-unwind" fn(virStreamPtr, *mut c_char, usize, *mut c_void) -> c_int,
    stream: virStreamPtr,
    opaque: *mut c_void,
) -> impl FnMut(&mut [u8]) -> io::Result<usize> {
    move |buffer| {
        // SAFETY: the program gave the function to be called like this; the buffer has room for its length.
        answer(|| unsafe { function(stream, buffer.as_mut_ptr().cast(), buffer.len(), opaque) })
    }
}

/// The program's sink as the library hands it data.
fn sink(
    function: unsafe extern "C-unwind" fn(virStreamPtr, *const c_char, usize, *mut c_void) -> c_int,
    stream: virStreamPtr,
    opaque: *mut c_void,
) -> impl FnMut(&[u8]) -> io::Result<usize> {
    move |data| {
        // SAFETY: the program gave the function to be called like this; the data are as long as said.
        answer(|| unsafe { function(stream, data.as_ptr().cast(), data.len(), opaque) })
    }
}

/// The program's function for a hole of a source or a sink.
fn hole(
    function: unsafe extern "C-unwind" fn(virStreamPtr, c_longlong, *mut c_void) -> c_int,
    stream: virStreamPtr,
    opaque: *mut c_void,
) -> impl FnMut(i64) -> io::Result<()> {
    move |length| {
        // SAFETY: the program gave the function to be called like this.
        answer(|| unsafe { function(stream, length, opaque) }).map(drop)
    }
}

/// The program's function that tells data from holes.
fn section(
    function: unsafe extern "C-unwind" fn(virStreamPtr, *mut c_int, *mut c_longlong, *mut c_void) -> c_int,
    stream: virStreamPtr,
    opaque: *mut c_void,
) -> impl FnMut() -> io::Result<Section> {
    move || {
        let (mut in_data, mut length) = (0, 0);
        // SAFETY: the program gave the function to be called like this; both variables live for the call.
        answer(|| unsafe { function(stream, &raw mut in_data, &raw mut length, opaque) })?;
        Ok(if in_data == 0 {
            Section::Hole(length)
        } else {
            Section::Data(usize::try_from(length).unwrap_or(0))
        })
    }
}

/// The caller's buffer `data` of `nbytes`.
///
/// # Safety
/// `data` is NULL or has room for `nbytes`, for the call.
unsafe fn room<'a>(call: &Call, data: *mut c_char, nbytes: usize) -> Result<&'a mut [u8]> {
    let data = call.not_null(data, "data", STREAMS)?;
    // SAFETY: contract of this function.
    Ok(unsafe { slice::from_raw_parts_mut(data.as_ptr().cast(), nbytes.min(TOO_MUCH)) })
}

symver!(virStreamAbort);
/// Ends a transfer early and tells the peer that it failed. The handle still needs virStreamFree().
/// Returns 0, or -1 on error.
///
/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamAbort(stream: virStreamPtr) -> c_int {
    entry("virStreamAbort", -1, |call| {
        // SAFETY: contract of this function.
        let stream = unsafe { call.stream(stream) }?;
        stream.driver().stream_abort()?;
        Ok(0)
    })
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
    entry("virStreamEventAddCallback", -1, |call| {
        // SAFETY: contract of this function.
        let stream = unsafe { call.stream(stream) }?;
        stream.add_callback(events, StreamCallback::new(cb, opaque, ff))?;
        Ok(0)
    })
}

symver!(virStreamEventRemoveCallback);
/// Removes the event callback of a stream. Returns 0, or -1 on error.
///
/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamEventRemoveCallback(stream: virStreamPtr) -> c_int {
    entry("virStreamEventRemoveCallback", -1, |call| {
        // SAFETY: contract of this function.
        let stream = unsafe { call.stream(stream) }?;
        stream.driver().stream_event_remove_callback()?;
        Ok(0)
    })
}

symver!(virStreamEventUpdateCallback);
/// Changes the mask of events for which the callback of a stream is called; 0 silences it. Returns 0,
/// or -1 on error.
///
/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamEventUpdateCallback(stream: virStreamPtr, events: c_int) -> c_int {
    entry("virStreamEventUpdateCallback", -1, |call| {
        // SAFETY: contract of this function.
        let stream = unsafe { call.stream(stream) }?;
        stream.driver().stream_event_update_callback(events)?;
        Ok(0)
    })
}

symver!(virStreamFinish);
/// Ends a transfer and waits for the peer to confirm that all data arrived; only a success here proves
/// it. Returns 0, or -1 on error.
///
/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamFinish(stream: virStreamPtr) -> c_int {
    entry("virStreamFinish", -1, |call| {
        // SAFETY: contract of this function.
        let stream = unsafe { call.stream(stream) }?;
        stream.driver().stream_finish()?;
        Ok(0)
    })
}

symver!(virStreamFree);
/// Drops one reference to a stream handle and frees it with the last one. A transfer in progress should
/// be finished or aborted before. Returns 0, or -1 on error.
///
/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamFree(stream: virStreamPtr) -> c_int {
    entry("virStreamFree", -1, |call| {
        // SAFETY: contract of this function.
        let stream = unsafe { call.stream(stream) }?;
        call.forget_connection();
        // SAFETY: the caller gives up its reference.
        unsafe { release(stream) };
        Ok(0)
    })
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
        let conn = unsafe { call.connect(conn, STREAMS) }?;
        Ok(publish(Stream::new(Arc::clone(&conn), flags)))
    })
}

symver!(virStreamRecv);
/// Reads up to nbytes from a stream into the caller's buffer. Returns the number of bytes read, 0 at
/// the end of the data, -1 on error, or -2 if a non-blocking stream has nothing yet.
///
/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamRecv(stream: virStreamPtr, data: *mut c_char, nbytes: usize) -> c_int {
    entry("virStreamRecv", -1, |call| {
        // SAFETY: contract of this function.
        let stream = unsafe { call.stream(stream) }?;
        // SAFETY: contract of this function.
        let data = unsafe { room(call, data, nbytes) }?;
        received(stream.driver().stream_recv(data)?)
    })
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
    entry("virStreamRecvAll", -1, |call| {
        // SAFETY: contract of this function.
        let st = unsafe { call.stream(stream) }?;
        let tell = |function, error: &Error| call.tell(function, error);
        st.or_abort(&tell, || {
            let sink = sink(required(call, handler, "handler")?, stream, opaque);
            st.recv_all(&tell, sink)
        })?;
        Ok(0)
    })
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
    entry("virStreamRecvFlags", -1, |call| {
        // SAFETY: contract of this function.
        let stream = unsafe { call.stream(stream) }?;
        // SAFETY: contract of this function.
        let data = unsafe { room(call, data, nbytes) }?;
        received(stream.driver().stream_recv_flags(data, flags)?)
    })
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
    entry("virStreamRecvHole", -1, |call| {
        // SAFETY: contract of this function.
        let stream = unsafe { call.stream(stream) }?;
        let out = call.not_null(length, "length", STREAMS)?;
        let found = stream.driver().stream_recv_hole(flags)?;
        // SAFETY: contract of this function.
        unsafe { out.write(found) };
        Ok(0)
    })
}

symver!(virStreamRef);
/// Adds a reference to a stream handle; each one needs its own virStreamFree(). Returns 0, or -1 on
/// error.
///
/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamRef(stream: virStreamPtr) -> c_int {
    entry("virStreamRef", -1, |call| {
        // SAFETY: contract of this function.
        let stream = unsafe { call.stream(stream) }?;
        retain(&stream);
        Ok(0)
    })
}

symver!(virStreamSend);
/// Writes up to nbytes to a stream. Returns the number of bytes taken, which may be fewer, -1 on error,
/// or -2 if a non-blocking stream cannot take any now.
///
/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamSend(stream: virStreamPtr, data: *const c_char, nbytes: usize) -> c_int {
    entry("virStreamSend", -1, |call| {
        // SAFETY: contract of this function.
        let stream = unsafe { call.stream(stream) }?;
        let data = call.not_null(data.cast_mut(), "data", STREAMS)?;
        // SAFETY: contract of this function: as many bytes as said, for the call.
        let data = unsafe { slice::from_raw_parts(data.as_ptr().cast(), nbytes.min(TOO_MUCH)) };
        stream.driver().stream_send(data)?.map_or(Ok(WOULD_BLOCK), count)
    })
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
    entry("virStreamSendAll", -1, |call| {
        // SAFETY: contract of this function.
        let st = unsafe { call.stream(stream) }?;
        let tell = |function, error: &Error| call.tell(function, error);
        st.or_abort(&tell, || {
            let source = source(required(call, handler, "handler")?, stream, opaque);
            st.send_all(&tell, source)
        })?;
        Ok(0)
    })
}

symver!(virStreamSendHole);
/// Tells the peer of a sparse stream that the next length bytes are a hole instead of data. Returns 0,
/// or -1 on error.
///
/// Since: 3.4.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamSendHole(stream: virStreamPtr, length: c_longlong, flags: c_uint) -> c_int {
    entry("virStreamSendHole", -1, |call| {
        // SAFETY: contract of this function.
        let stream = unsafe { call.stream(stream) }?;
        stream.driver().stream_send_hole(length, flags)?;
        Ok(0)
    })
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
    entry("virStreamSparseRecvAll", -1, |call| {
        // SAFETY: contract of this function.
        let st = unsafe { call.stream(stream) }?;
        let tell = |function, error: &Error| call.tell(function, error);
        st.or_abort(&tell, || {
            let sink = sink(required(call, handler, "handler")?, stream, opaque);
            let hole = hole(required(call, holeHandler, "holeHandler")?, stream, opaque);
            st.sparse_recv_all(&tell, sink, hole)
        })?;
        Ok(0)
    })
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
    entry("virStreamSparseSendAll", -1, |call| {
        // SAFETY: contract of this function.
        let st = unsafe { call.stream(stream) }?;
        let tell = |function, error: &Error| call.tell(function, error);
        st.or_abort(&tell, || {
            let source = source(required(call, handler, "handler")?, stream, opaque);
            let section = section(required(call, holeHandler, "holeHandler")?, stream, opaque);
            let skip = hole(required(call, skipHandler, "skipHandler")?, stream, opaque);
            st.sparse_send_all(&tell, source, section, skip)
        })?;
        Ok(0)
    })
}
