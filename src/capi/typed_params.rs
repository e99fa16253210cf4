//! Typed parameters: exported functions of the C API.
//!
//! The arrays are handled in `array`, values given as text in `parse`. Adding and the typed getters forget the
//! thread's last error, as all API calls do; looking up, clearing, freeing and an empty list leave it alone.

mod array;
pub mod exchange;
pub mod out;
mod parse;

use std::ffi::{CStr, c_char, c_int, c_longlong, c_uint, c_ulonglong};
use std::ptr;

use crate::abi::_virTypedParameterType as Type;
use crate::abi::*;
use crate::capi::boundary::{entry, run};
use crate::capi::typed_params::array::{FROM, Growing, Value, or_empty};
use crate::capi::typed_params::parse::parse;
use crate::error::Error;

/// What the public `function` does that appends a parameter.
///
/// # Safety
/// As [`Growing::push`].
unsafe fn add<'a>(
    function: &'static str,
    array: Growing,
    name: *const c_char,
    value: impl FnOnce() -> Value<'a>,
) -> c_int {
    entry(function, -1, |call| {
        // SAFETY: contract of this function.
        unsafe { array.push(call, name, || Ok(value())) }?;
        Ok(0)
    })
}

symver!(virTypedParamsAddBoolean);
/// Appends a boolean parameter to a list that grows as needed; any value other than 0 counts as true.
/// Start with a NULL list and zero counts, and free it with virTypedParamsFree(). Returns 0, or -1 on
/// error.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddBoolean(
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    maxparams: *mut c_int,
    name: *const c_char,
    value: c_int,
) -> c_int {
    let array = Growing { params, nparams, maxparams };
    // SAFETY: contract of this function.
    unsafe { add("virTypedParamsAddBoolean", array, name, || Value::Boolean(value != 0)) }
}

symver!(virTypedParamsAddDouble);
/// Appends a floating point parameter to a list that grows as needed. Free the list with
/// virTypedParamsFree(). Returns 0, or -1 on error.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddDouble(
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    maxparams: *mut c_int,
    name: *const c_char,
    value: f64,
) -> c_int {
    let array = Growing { params, nparams, maxparams };
    // SAFETY: contract of this function.
    unsafe { add("virTypedParamsAddDouble", array, name, || Value::Double(value)) }
}

symver!(virTypedParamsAddFromString);
/// Appends a parameter of the given virTypedParameterType, whose value is parsed from text. Free the
/// list with virTypedParamsFree(). Returns 0, or -1 on error.
///
/// Since: 1.0.2
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
        let array = Growing { params, nparams, maxparams };
        // SAFETY: contract of this function. As libvirt, which prints a name that is NULL as the system does.
        let shown = if name.is_null() { c"(null)" } else { unsafe { CStr::from_ptr(name) } };
        if value.is_null() {
            // SAFETY: contract of this function. As libvirt: the array grows first, the name is not checked.
            unsafe { array.spare(call) }?;
            let text = format!("NULL value for field '{}'", shown.to_string_lossy());
            return Err(Error::invalid_arg(FROM, text));
        }
        // SAFETY: contract of this function.
        unsafe { array.push(call, name, || parse(r#type, shown, CStr::from_ptr(value))) }?;
        Ok(0)
    })
}

symver!(virTypedParamsAddInt);
/// Appends a signed 32-bit parameter to a list that grows as needed. Free the list with
/// virTypedParamsFree(). Returns 0, or -1 on error.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddInt(
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    maxparams: *mut c_int,
    name: *const c_char,
    value: c_int,
) -> c_int {
    let array = Growing { params, nparams, maxparams };
    // SAFETY: contract of this function.
    unsafe { add("virTypedParamsAddInt", array, name, || Value::Int(value)) }
}

symver!(virTypedParamsAddLLong);
/// Appends a signed 64-bit parameter to a list that grows as needed. Free the list with
/// virTypedParamsFree(). Returns 0, or -1 on error.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddLLong(
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    maxparams: *mut c_int,
    name: *const c_char,
    value: c_longlong,
) -> c_int {
    let array = Growing { params, nparams, maxparams };
    // SAFETY: contract of this function.
    unsafe { add("virTypedParamsAddLLong", array, name, || Value::LLong(value)) }
}

symver!(virTypedParamsAddString);
/// Appends a copy of a string as parameter to a list that grows as needed. Free the list with
/// virTypedParamsFree(). Returns 0, or -1 on error.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddString(
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    maxparams: *mut c_int,
    name: *const c_char,
    value: *const c_char,
) -> c_int {
    let array = Growing { params, nparams, maxparams };
    // SAFETY: contract of this function.
    unsafe { add("virTypedParamsAddString", array, name, || Value::String(or_empty(value))) }
}

symver!(virTypedParamsAddStringList);
/// Appends one string parameter of the same name for each string of a NULL-terminated array. Free the
/// list with virTypedParamsFree(). Returns 0, or -1 on error.
///
/// Since: 1.2.17
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddStringList(
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    maxparams: *mut c_int,
    name: *const c_char,
    values: *mut *const c_char,
) -> c_int {
    run("virTypedParamsAddStringList", -1, |_| {
        if values.is_null() {
            return Ok(0);
        }
        // As libvirt: a list without strings is a failure, but one without an error.
        let mut result = -1;
        for index in 0.. {
            // SAFETY: contract of this function; the array ends with NULL, where the loop does.
            let value = unsafe { *values.add(index) };
            if value.is_null() {
                break;
            }
            // SAFETY: contract of this function. The call sets the last error itself.
            result = unsafe { virTypedParamsAddString(params, nparams, maxparams, name, value) };
            if result < 0 {
                break;
            }
        }
        Ok(result)
    })
}

symver!(virTypedParamsAddUInt);
/// Appends an unsigned 32-bit parameter to a list that grows as needed. Free the list with
/// virTypedParamsFree(). Returns 0, or -1 on error.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddUInt(
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    maxparams: *mut c_int,
    name: *const c_char,
    value: c_uint,
) -> c_int {
    let array = Growing { params, nparams, maxparams };
    // SAFETY: contract of this function.
    unsafe { add("virTypedParamsAddUInt", array, name, || Value::UInt(value)) }
}

symver!(virTypedParamsAddULLong);
/// Appends an unsigned 64-bit parameter to a list that grows as needed. Free the list with
/// virTypedParamsFree(). Returns 0, or -1 on error.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddULLong(
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    maxparams: *mut c_int,
    name: *const c_char,
    value: c_ulonglong,
) -> c_int {
    let array = Growing { params, nparams, maxparams };
    // SAFETY: contract of this function.
    unsafe { add("virTypedParamsAddULLong", array, name, || Value::ULLong(value)) }
}

symver!(virTypedParamsClear);
/// Frees the string values in an array of typed parameters, but not the array.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsClear(params: virTypedParameterPtr, nparams: c_int) {
    run("virTypedParamsClear", (), |_| {
        // SAFETY: contract of this function.
        unsafe { array::clear(params, nparams) };
        Ok(())
    })
}

symver!(virTypedParamsFree);
/// Frees an array of typed parameters together with its string values. NULL is ignored.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsFree(params: virTypedParameterPtr, nparams: c_int) {
    run("virTypedParamsFree", (), |_| {
        // SAFETY: contract of this function; the array is NULL or from `malloc`.
        unsafe {
            array::clear(params, nparams);
            libc::free(params.cast());
        }
        Ok(())
    })
}

symver!(virTypedParamsGet);
/// Finds the first parameter of the given name. Returns a pointer into the array, or NULL if there is
/// none.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGet(
    params: virTypedParameterPtr,
    nparams: c_int,
    name: *const c_char,
) -> virTypedParameterPtr {
    run("virTypedParamsGet", ptr::null_mut(), |_| {
        // SAFETY: contract of this function.
        Ok(unsafe { array::find(params, nparams, name) }.unwrap_or(ptr::null_mut()))
    })
}

symver!(virTypedParamsGetBoolean);
/// Finds a boolean parameter by name and stores 1 or 0. Returns 1 if found, 0 if there is none, or -1
/// on error, such as another type.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGetBoolean(
    params: virTypedParameterPtr,
    nparams: c_int,
    name: *const c_char,
    value: *mut c_int,
) -> c_int {
    entry("virTypedParamsGetBoolean", -1, |_| {
        let wanted = Type::VIR_TYPED_PARAM_BOOLEAN;
        // SAFETY: contract of this function; the member is that of the type.
        unsafe { array::get(params, nparams, name, wanted, value, |found| c_int::from(found.b != 0)) }
    })
}

symver!(virTypedParamsGetDouble);
/// Finds a floating point parameter by name and stores its value. Returns 1 if found, 0 if there is
/// none, or -1 on error, such as another type.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGetDouble(
    params: virTypedParameterPtr,
    nparams: c_int,
    name: *const c_char,
    value: *mut f64,
) -> c_int {
    entry("virTypedParamsGetDouble", -1, |_| {
        let wanted = Type::VIR_TYPED_PARAM_DOUBLE;
        // SAFETY: contract of this function; the member is that of the type.
        unsafe { array::get(params, nparams, name, wanted, value, |found| found.d) }
    })
}

symver!(virTypedParamsGetInt);
/// Finds a signed 32-bit parameter by name and stores its value. Returns 1 if found, 0 if there is
/// none, or -1 on error, such as another type.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGetInt(
    params: virTypedParameterPtr,
    nparams: c_int,
    name: *const c_char,
    value: *mut c_int,
) -> c_int {
    entry("virTypedParamsGetInt", -1, |_| {
        let wanted = Type::VIR_TYPED_PARAM_INT;
        // SAFETY: contract of this function; the member is that of the type.
        unsafe { array::get(params, nparams, name, wanted, value, |found| found.i) }
    })
}

symver!(virTypedParamsGetLLong);
/// Finds a signed 64-bit parameter by name and stores its value. Returns 1 if found, 0 if there is
/// none, or -1 on error, such as another type.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGetLLong(
    params: virTypedParameterPtr,
    nparams: c_int,
    name: *const c_char,
    value: *mut c_longlong,
) -> c_int {
    entry("virTypedParamsGetLLong", -1, |_| {
        let wanted = Type::VIR_TYPED_PARAM_LLONG;
        // SAFETY: contract of this function; the member is that of the type.
        unsafe { array::get(params, nparams, name, wanted, value, |found| found.l) }
    })
}

symver!(virTypedParamsGetString);
/// Finds a string parameter by name and stores a pointer to it, which stays owned by the array. Returns
/// 1 if found, 0 if there is none, or -1 on error, such as another type.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGetString(
    params: virTypedParameterPtr,
    nparams: c_int,
    name: *const c_char,
    value: *mut *const c_char,
) -> c_int {
    entry("virTypedParamsGetString", -1, |_| {
        let wanted = Type::VIR_TYPED_PARAM_STRING;
        // SAFETY: contract of this function; the member is that of the type.
        unsafe { array::get(params, nparams, name, wanted, value, |found| found.s.cast_const()) }
    })
}

symver!(virTypedParamsGetUInt);
/// Finds an unsigned 32-bit parameter by name and stores its value. Returns 1 if found, 0 if there is
/// none, or -1 on error, such as another type.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGetUInt(
    params: virTypedParameterPtr,
    nparams: c_int,
    name: *const c_char,
    value: *mut c_uint,
) -> c_int {
    entry("virTypedParamsGetUInt", -1, |_| {
        let wanted = Type::VIR_TYPED_PARAM_UINT;
        // SAFETY: contract of this function; the member is that of the type.
        unsafe { array::get(params, nparams, name, wanted, value, |found| found.ui) }
    })
}

symver!(virTypedParamsGetULLong);
/// Finds an unsigned 64-bit parameter by name and stores its value. Returns 1 if found, 0 if there is
/// none, or -1 on error, such as another type.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGetULLong(
    params: virTypedParameterPtr,
    nparams: c_int,
    name: *const c_char,
    value: *mut c_ulonglong,
) -> c_int {
    entry("virTypedParamsGetULLong", -1, |_| {
        let wanted = Type::VIR_TYPED_PARAM_ULLONG;
        // SAFETY: contract of this function; the member is that of the type.
        unsafe { array::get(params, nparams, name, wanted, value, |found| found.ul) }
    })
}

/// Calls that libvirt does not survive, or only by luck: no C test can make them on both libraries.
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adding_to_null_pointers_is_an_error() {
        let (mut params, mut n, mut max) = (ptr::null_mut(), 0, 0);
        // SAFETY: NULL is allowed everywhere, the other pointers are to live variables.
        unsafe {
            assert_eq!(virTypedParamsAddInt(ptr::null_mut(), &mut n, &mut max, c"x".as_ptr(), 1), -1);
            assert_eq!(virTypedParamsAddInt(&mut params, ptr::null_mut(), &mut max, c"x".as_ptr(), 1), -1);
            assert_eq!(virTypedParamsAddInt(&mut params, &mut n, ptr::null_mut(), c"x".as_ptr(), 1), -1);
        }
        assert!(params.is_null());
        assert_eq!((n, max), (0, 0));
    }

    #[test]
    fn impossible_counts_are_an_error() {
        for (count, room) in [(-1, 0), (0, -1), (c_int::MIN, c_int::MIN), (0, 4), (c_int::MAX, c_int::MAX)] {
            let (mut params, mut n, mut max) = (ptr::null_mut(), count, room);
            // SAFETY: an array that is NULL is refused or made.
            let result = unsafe { virTypedParamsAddInt(&mut params, &mut n, &mut max, c"x".as_ptr(), 1) };
            assert_eq!(result, -1, "{count} of {room}");
            assert!(params.is_null());
            assert_eq!((n, max), (count, room));
        }
    }

    #[test]
    fn a_negative_length_is_an_empty_array() {
        let (mut params, mut n, mut max) = (ptr::null_mut(), 0, 0);
        // SAFETY: the pointers are to live variables.
        unsafe {
            assert_eq!(
                virTypedParamsAddString(&mut params, &mut n, &mut max, c"x".as_ptr(), c"y".as_ptr()),
                0
            );
            assert_eq!(virTypedParamsGetString(params, -1, c"x".as_ptr(), ptr::null_mut()), 0);
            assert!(virTypedParamsGet(params, c_int::MIN, c"x".as_ptr()).is_null());
            virTypedParamsClear(params, -1);
            assert!(!(*params).value.s.is_null());
            virTypedParamsFree(params, n);
        }
    }

    #[test]
    fn a_field_without_nul_is_called_nothing() {
        // SAFETY: all zero is a valid parameter.
        let mut param: virTypedParameter = unsafe { std::mem::zeroed() };
        param.field = [b'f' as c_char; 80];
        param.r#type = Type::VIR_TYPED_PARAM_INT as c_int;
        for length in [79, 80, 81] {
            let name = std::ffi::CString::new(vec![b'f'; length]).expect("no NUL inside");
            // SAFETY: one parameter, and a name with NUL.
            assert!(unsafe { virTypedParamsGet(&mut param, 1, name.as_ptr()) }.is_null());
        }
    }
}
