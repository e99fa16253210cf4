//! Typed parameters: exported functions of the C API.

use std::ffi::{c_char, c_int, c_longlong, c_uint, c_ulonglong};
use std::ptr;

use crate::abi::*;
use crate::capi::boundary::entry;
use crate::error::{Error, ErrorDomain};

symver!(virTypedParamsAddBoolean);
/// {{virTypedParamsAddBoolean}} Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddBoolean(
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    maxparams: *mut c_int,
    name: *const c_char,
    value: c_int,
) -> c_int {
    entry("virTypedParamsAddBoolean", -1, |call| {
        Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(virTypedParamsAddDouble);
/// {{virTypedParamsAddDouble}} Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddDouble(
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    maxparams: *mut c_int,
    name: *const c_char,
    value: f64,
) -> c_int {
    entry("virTypedParamsAddDouble", -1, |call| {
        Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(virTypedParamsAddFromString);
/// {{virTypedParamsAddFromString}} Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddFromString(
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    maxparams: *mut c_int,
    name: *const c_char,
    r#type: c_int,
    value: *const c_char,
) -> c_int {
    entry("virTypedParamsAddFromString", -1, |call| {
        Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(virTypedParamsAddInt);
/// {{virTypedParamsAddInt}} Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddInt(
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    maxparams: *mut c_int,
    name: *const c_char,
    value: c_int,
) -> c_int {
    entry("virTypedParamsAddInt", -1, |call| {
        Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(virTypedParamsAddLLong);
/// {{virTypedParamsAddLLong}} Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddLLong(
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    maxparams: *mut c_int,
    name: *const c_char,
    value: c_longlong,
) -> c_int {
    entry("virTypedParamsAddLLong", -1, |call| {
        Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(virTypedParamsAddString);
/// {{virTypedParamsAddString}} Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddString(
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    maxparams: *mut c_int,
    name: *const c_char,
    value: *const c_char,
) -> c_int {
    entry("virTypedParamsAddString", -1, |call| {
        Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(virTypedParamsAddStringList);
/// {{virTypedParamsAddStringList}} Since: 1.2.17
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddStringList(
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    maxparams: *mut c_int,
    name: *const c_char,
    values: *mut *const c_char,
) -> c_int {
    entry("virTypedParamsAddStringList", -1, |call| {
        Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(virTypedParamsAddUInt);
/// {{virTypedParamsAddUInt}} Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddUInt(
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    maxparams: *mut c_int,
    name: *const c_char,
    value: c_uint,
) -> c_int {
    entry("virTypedParamsAddUInt", -1, |call| {
        Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(virTypedParamsAddULLong);
/// {{virTypedParamsAddULLong}} Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddULLong(
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    maxparams: *mut c_int,
    name: *const c_char,
    value: c_ulonglong,
) -> c_int {
    entry("virTypedParamsAddULLong", -1, |call| {
        Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(virTypedParamsClear);
/// {{virTypedParamsClear}} Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsClear(params: virTypedParameterPtr, nparams: c_int) {
    entry("virTypedParamsClear", (), |call| {
        Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(virTypedParamsFree);
/// {{virTypedParamsFree}} Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsFree(params: virTypedParameterPtr, nparams: c_int) {
    entry("virTypedParamsFree", (), |call| {
        Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(virTypedParamsGet);
/// {{virTypedParamsGet}} Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGet(
    params: virTypedParameterPtr,
    nparams: c_int,
    name: *const c_char,
) -> virTypedParameterPtr {
    entry("virTypedParamsGet", ptr::null_mut(), |call| {
        Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(virTypedParamsGetBoolean);
/// {{virTypedParamsGetBoolean}} Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGetBoolean(
    params: virTypedParameterPtr,
    nparams: c_int,
    name: *const c_char,
    value: *mut c_int,
) -> c_int {
    entry("virTypedParamsGetBoolean", -1, |call| {
        Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(virTypedParamsGetDouble);
/// {{virTypedParamsGetDouble}} Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGetDouble(
    params: virTypedParameterPtr,
    nparams: c_int,
    name: *const c_char,
    value: *mut f64,
) -> c_int {
    entry("virTypedParamsGetDouble", -1, |call| {
        Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(virTypedParamsGetInt);
/// {{virTypedParamsGetInt}} Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGetInt(
    params: virTypedParameterPtr,
    nparams: c_int,
    name: *const c_char,
    value: *mut c_int,
) -> c_int {
    entry("virTypedParamsGetInt", -1, |call| {
        Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(virTypedParamsGetLLong);
/// {{virTypedParamsGetLLong}} Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGetLLong(
    params: virTypedParameterPtr,
    nparams: c_int,
    name: *const c_char,
    value: *mut c_longlong,
) -> c_int {
    entry("virTypedParamsGetLLong", -1, |call| {
        Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(virTypedParamsGetString);
/// {{virTypedParamsGetString}} Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGetString(
    params: virTypedParameterPtr,
    nparams: c_int,
    name: *const c_char,
    value: *mut *const c_char,
) -> c_int {
    entry("virTypedParamsGetString", -1, |call| {
        Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(virTypedParamsGetUInt);
/// {{virTypedParamsGetUInt}} Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGetUInt(
    params: virTypedParameterPtr,
    nparams: c_int,
    name: *const c_char,
    value: *mut c_uint,
) -> c_int {
    entry("virTypedParamsGetUInt", -1, |call| {
        Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}

symver!(virTypedParamsGetULLong);
/// {{virTypedParamsGetULLong}} Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGetULLong(
    params: virTypedParameterPtr,
    nparams: c_int,
    name: *const c_char,
    value: *mut c_ulonglong,
) -> c_int {
    entry("virTypedParamsGetULLong", -1, |call| {
        Err(Error::no_support(ErrorDomain::VIR_FROM_NONE, call.function()))
    })
}
