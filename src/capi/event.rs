//! The event loop seen from a program: exported functions of the C API.

use std::ffi::{c_int, c_void};

use crate::abi::*;
use crate::capi::boundary::entry;
use crate::error::{Error, ErrorDomain};

symver!(virEventAddHandle);
/// {{virEventAddHandle}} Since: 0.9.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventAddHandle(
    fd: c_int,
    events: c_int,
    cb: virEventHandleCallback,
    opaque: *mut c_void,
    ff: virFreeCallback,
) -> c_int {
    entry("virEventAddHandle", -1, |call| Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function())))
}

symver!(virEventAddTimeout);
/// {{virEventAddTimeout}} Since: 0.9.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventAddTimeout(
    timeout: c_int,
    cb: virEventTimeoutCallback,
    opaque: *mut c_void,
    ff: virFreeCallback,
) -> c_int {
    entry("virEventAddTimeout", -1, |call| {
        Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(virEventRegisterDefaultImpl);
/// {{virEventRegisterDefaultImpl}} Since: 0.9.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventRegisterDefaultImpl() -> c_int {
    entry("virEventRegisterDefaultImpl", -1, |call| {
        Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(virEventRegisterImpl);
/// {{virEventRegisterImpl}} Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventRegisterImpl(
    addHandle: virEventAddHandleFunc,
    updateHandle: virEventUpdateHandleFunc,
    removeHandle: virEventRemoveHandleFunc,
    addTimeout: virEventAddTimeoutFunc,
    updateTimeout: virEventUpdateTimeoutFunc,
    removeTimeout: virEventRemoveTimeoutFunc,
) {
    entry("virEventRegisterImpl", (), |call| {
        Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(virEventRemoveHandle);
/// {{virEventRemoveHandle}} Since: 0.9.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventRemoveHandle(watch: c_int) -> c_int {
    entry("virEventRemoveHandle", -1, |call| {
        Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(virEventRemoveTimeout);
/// {{virEventRemoveTimeout}} Since: 0.9.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventRemoveTimeout(timer: c_int) -> c_int {
    entry("virEventRemoveTimeout", -1, |call| {
        Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(virEventRunDefaultImpl);
/// {{virEventRunDefaultImpl}} Since: 0.9.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventRunDefaultImpl() -> c_int {
    entry("virEventRunDefaultImpl", -1, |call| {
        Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(virEventUpdateHandle);
/// {{virEventUpdateHandle}} Since: 0.9.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventUpdateHandle(watch: c_int, events: c_int) {
    entry("virEventUpdateHandle", (), |call| {
        Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(virEventUpdateTimeout);
/// {{virEventUpdateTimeout}} Since: 0.9.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventUpdateTimeout(timer: c_int, timeout: c_int) {
    entry("virEventUpdateTimeout", (), |call| {
        Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}
