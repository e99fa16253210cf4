//! Errors: numbers, domains, levels and the error record: exported functions of the C API.

use std::ffi::{c_char, c_int, c_void};
use std::ptr;

use crate::abi::*;
use crate::capi::boundary::entry;
use crate::connect::Connect;
use crate::error::{Error, ErrorDomain};

/// Forgets the thread's last error, as every API entry does.
pub fn reset_last() {}

/// Makes `error` the last error of the thread and of `conn`, and calls the responsible error handler.
pub fn dispatch(error: Error, conn: Option<&std::sync::Arc<Connect>>) {
    let _ = (error, conn);
}

symver!(virConnCopyLastError);
/// {{virConnCopyLastError}} Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnCopyLastError(conn: virConnectPtr, to: virErrorPtr) -> c_int {
    entry("virConnCopyLastError", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NONE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(virConnGetLastError);
/// {{virConnGetLastError}} Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnGetLastError(conn: virConnectPtr) -> virErrorPtr {
    entry("virConnGetLastError", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NONE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(virConnResetLastError);
/// {{virConnResetLastError}} Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnResetLastError(conn: virConnectPtr) {
    entry("virConnResetLastError", (), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NONE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(virConnSetErrorFunc);
/// {{virConnSetErrorFunc}} Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnSetErrorFunc(
    conn: virConnectPtr,
    userData: *mut c_void,
    handler: virErrorFunc,
) {
    entry("virConnSetErrorFunc", (), |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_NONE) }?;
        Err(conn.driver().unsupported(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(virCopyLastError);
/// {{virCopyLastError}} Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virCopyLastError(to: virErrorPtr) -> c_int {
    entry("virCopyLastError", -1, |call| Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function())))
}

symver!(virDefaultErrorFunc);
/// {{virDefaultErrorFunc}} Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDefaultErrorFunc(err: virErrorPtr) {
    entry("virDefaultErrorFunc", (), |call| {
        Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(virFreeError);
/// {{virFreeError}} Since: 0.6.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virFreeError(err: virErrorPtr) {
    entry("virFreeError", (), |call| Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function())))
}

symver!(virGetLastError);
/// {{virGetLastError}} Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virGetLastError() -> virErrorPtr {
    entry("virGetLastError", ptr::null_mut(), |call| {
        Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(virGetLastErrorCode);
/// {{virGetLastErrorCode}} Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virGetLastErrorCode() -> c_int {
    entry("virGetLastErrorCode", -1, |call| {
        Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(virGetLastErrorDomain);
/// {{virGetLastErrorDomain}} Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virGetLastErrorDomain() -> c_int {
    entry("virGetLastErrorDomain", -1, |call| {
        Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(virGetLastErrorMessage);
/// {{virGetLastErrorMessage}} Since: 1.0.6
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virGetLastErrorMessage() -> *const c_char {
    entry("virGetLastErrorMessage", ptr::null(), |call| {
        Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(virResetError);
/// {{virResetError}} Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virResetError(err: virErrorPtr) {
    entry("virResetError", (), |call| Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function())))
}

symver!(virResetLastError);
/// {{virResetLastError}} Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virResetLastError() {
    entry("virResetLastError", (), |call| Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function())))
}

symver!(virSaveLastError);
/// {{virSaveLastError}} Since: 0.6.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSaveLastError() -> virErrorPtr {
    entry("virSaveLastError", ptr::null_mut(), |call| {
        Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(virSetErrorFunc);
/// {{virSetErrorFunc}} Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSetErrorFunc(userData: *mut c_void, handler: virErrorFunc) {
    entry("virSetErrorFunc", (), |call| Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function())))
}
