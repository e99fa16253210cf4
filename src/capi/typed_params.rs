//! Typed parameters: exported functions of the C API.

use std::ffi::{CStr, c_char, c_int, c_longlong, c_uint, c_ulonglong};

use crate::abi::*;
use crate::capi::boundary::entry;
use crate::capi::param_array::{self, Growing, Value};
use crate::error::{Error, ErrorDomain};

/// The string, or an empty one for NULL.
///
/// # Safety
/// `text` is NULL or ends with NUL.
unsafe fn or_empty<'a>(text: *const c_char) -> &'a CStr {
    // SAFETY: contract of this function.
    if text.is_null() { c"" } else { unsafe { CStr::from_ptr(text) } }
}

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
        // SAFETY: contract of this function.
        unsafe { Growing { params, nparams, maxparams }.push(call, name, Value::Boolean(value != 0)) }?;
        Ok(0)
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
        // SAFETY: contract of this function.
        unsafe { Growing { params, nparams, maxparams }.push(call, name, Value::Double(value)) }?;
        Ok(0)
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
        // SAFETY: contract of this function.
        let label = unsafe { or_empty(name) }.to_string_lossy();
        if value.is_null() {
            let detail = format!("NULL value for field '{label}'");
            return Err(Error::invalid_arg(ErrorDomain::VIR_FROM_NONE, detail));
        }
        // SAFETY: contract of this function.
        let value = param_array::from_text(&label, r#type, unsafe { or_empty(value) })?;
        // SAFETY: as above.
        unsafe { Growing { params, nparams, maxparams }.push(call, name, value) }?;
        Ok(0)
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
        // SAFETY: contract of this function.
        unsafe { Growing { params, nparams, maxparams }.push(call, name, Value::Int(value)) }?;
        Ok(0)
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
        // SAFETY: contract of this function.
        unsafe { Growing { params, nparams, maxparams }.push(call, name, Value::LLong(value)) }?;
        Ok(0)
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
        // SAFETY: contract of this function.
        unsafe { Growing { params, nparams, maxparams }.push(call, name, Value::String(or_empty(value))) }?;
        Ok(0)
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
        let mut next = values;
        // SAFETY: contract of this function: NULL, or an array that ends with NULL.
        while let Some(text) = unsafe { next.as_ref() }.filter(|text| !text.is_null()) {
            // SAFETY: as above.
            unsafe {
                Growing { params, nparams, maxparams }.push(call, name, Value::String(or_empty(*text)))?;
                next = next.add(1);
            }
        }
        Ok(0)
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
        // SAFETY: contract of this function.
        unsafe { Growing { params, nparams, maxparams }.push(call, name, Value::UInt(value)) }?;
        Ok(0)
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
        // SAFETY: contract of this function.
        unsafe { Growing { params, nparams, maxparams }.push(call, name, Value::ULLong(value)) }?;
        Ok(0)
    })
}

symver!(virTypedParamsClear);
/// {{virTypedParamsClear}} Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsClear(params: virTypedParameterPtr, nparams: c_int) {
    // SAFETY: contract of this function.
    unsafe { param_array::clear(params, nparams) };
}

symver!(virTypedParamsFree);
/// {{virTypedParamsFree}} Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsFree(params: virTypedParameterPtr, nparams: c_int) {
    // SAFETY: contract of this function.
    unsafe {
        param_array::clear(params, nparams);
        libc::free(params.cast());
    }
}

symver!(virTypedParamsGet);
/// {{virTypedParamsGet}} Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGet(
    params: virTypedParameterPtr,
    nparams: c_int,
    name: *const c_char,
) -> virTypedParameterPtr {
    // SAFETY: contract of this function.
    unsafe { param_array::find(params, nparams, name) }
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
        let wanted = virTypedParameterType::VIR_TYPED_PARAM_BOOLEAN;
        // SAFETY: contract of this function; the type says which member of the union is set.
        unsafe { param_array::get(params, nparams, name, wanted, value, |it| c_int::from(it.b != 0)) }
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
        let wanted = virTypedParameterType::VIR_TYPED_PARAM_DOUBLE;
        // SAFETY: contract of this function; the type says which member of the union is set.
        unsafe { param_array::get(params, nparams, name, wanted, value, |it| it.d) }
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
        let wanted = virTypedParameterType::VIR_TYPED_PARAM_INT;
        // SAFETY: contract of this function; the type says which member of the union is set.
        unsafe { param_array::get(params, nparams, name, wanted, value, |it| it.i) }
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
        let wanted = virTypedParameterType::VIR_TYPED_PARAM_LLONG;
        // SAFETY: contract of this function; the type says which member of the union is set.
        unsafe { param_array::get(params, nparams, name, wanted, value, |it| it.l) }
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
        let wanted = virTypedParameterType::VIR_TYPED_PARAM_STRING;
        // SAFETY: contract of this function; the type says which member of the union is set.
        unsafe { param_array::get(params, nparams, name, wanted, value, |it| it.s.cast_const()) }
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
        let wanted = virTypedParameterType::VIR_TYPED_PARAM_UINT;
        // SAFETY: contract of this function; the type says which member of the union is set.
        unsafe { param_array::get(params, nparams, name, wanted, value, |it| it.ui) }
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
        let wanted = virTypedParameterType::VIR_TYPED_PARAM_ULLONG;
        // SAFETY: contract of this function; the type says which member of the union is set.
        unsafe { param_array::get(params, nparams, name, wanted, value, |it| it.ul) }
    })
}
