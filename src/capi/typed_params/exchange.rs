//! Typed parameters on their way through the C boundary: a caller's array in, an answer out.

use std::ffi::{CStr, c_int};

use super::array::FROM;
use super::out;
use crate::abi::{
    _virTypedParameterType as Type, virTypedParameter, virTypedParameterFlags, virTypedParameterPtr,
};
use crate::capi::boundary::Call;
use crate::capi::list::{self, count};
use crate::connect::Connect;
use crate::error::{Error, ErrorDomain, Result};
use crate::typed_param::{Answer, TypedParameter, TypedValue};

const STRING_OKAY: u32 = virTypedParameterFlags::VIR_TYPED_PARAM_STRING_OKAY as u32;

/// The flags of a function that gives out parameters: every program that gets here understands strings, if the other
/// side does.
pub fn with_strings(conn: &Connect, flags: u32) -> Result<u32> {
    Ok(if conn.driver().connect_knows_string_params()? { flags | STRING_OKAY } else { flags & !STRING_OKAY })
}

/// Reads the parameters that a caller sets, of which there must be at least one. Errors about the array come from
/// `from`; those about what is in it, as in the original, from nowhere.
///
/// # Safety
/// `params` is NULL or has `nparams` parameters.
pub unsafe fn read(
    (call, conn): (&Call, &Connect),
    params: virTypedParameterPtr,
    nparams: c_int,
    from: ErrorDomain,
) -> Result<Vec<TypedParameter>> {
    call.not_null(params, "params", from)?;
    call.positive(nparams, "nparams", from)?;
    // SAFETY: contract of this function.
    unsafe { read_any((call, conn), params, nparams, from) }
}

/// As [`read`], where there may be none.
///
/// # Safety
/// As [`read`].
pub unsafe fn read_any(
    (call, conn): (&Call, &Connect),
    params: virTypedParameterPtr,
    nparams: c_int,
    from: ErrorDomain,
) -> Result<Vec<TypedParameter>> {
    call.not_null(params, "params", from)?;
    let length = usize::try_from(nparams)
        .map_err(|_| Error::arg_must(from, "nparams", call.function(), "be zero or greater"))?;
    let strings = conn.driver().connect_knows_string_params()?;
    let read = |place| {
        // SAFETY: contract of this function; the pointer is not NULL.
        let param = unsafe { read_one(&*params.add(place)) }?;
        if !strings && matches!(param.value, TypedValue::String(_)) {
            return Err(bad(format!("string parameter '{}' unsupported", param.field)));
        }
        Ok(param)
    };
    (0..length).map(read).collect()
}

/// As [`read`], for functions that leave it to the driver whether there are any.
///
/// # Safety
/// As [`read`].
pub unsafe fn read_loose(params: virTypedParameterPtr, nparams: c_int) -> Result<Vec<TypedParameter>> {
    // SAFETY: contract of this function.
    let params = unsafe { list::borrow(params, u32::try_from(nparams).unwrap_or(0)) };
    // SAFETY: contract of this function.
    params.iter().map(|param| unsafe { read_one(param) }).collect()
}

fn bad(message: String) -> Error {
    Error::bad_argument(FROM, "virTypedParameterValidateSet", "params", message)
}

/// Reads one parameter.
///
/// # Safety
/// The value is that of the parameter's type, a string NULL or one that ends with NUL.
pub unsafe fn read_one(param: &virTypedParameter) -> Result<TypedParameter> {
    let field: Vec<u8> = param.field.iter().map(|byte| byte.cast_unsigned()).collect();
    let Ok(name) = CStr::from_bytes_until_nul(&field) else {
        let name = String::from_utf8_lossy(&field);
        return Err(bad(format!("string parameter name '{name}' too long")));
    };
    let name = name.to_string_lossy().into_owned();
    let value = param.value;
    // SAFETY: the member is that of the type, by contract.
    let value = unsafe {
        match param.r#type {
            kind if kind == Type::VIR_TYPED_PARAM_INT as c_int => TypedValue::Int(value.i),
            kind if kind == Type::VIR_TYPED_PARAM_UINT as c_int => TypedValue::UInt(value.ui),
            kind if kind == Type::VIR_TYPED_PARAM_LLONG as c_int => TypedValue::LLong(value.l),
            kind if kind == Type::VIR_TYPED_PARAM_ULLONG as c_int => TypedValue::ULLong(value.ul),
            kind if kind == Type::VIR_TYPED_PARAM_DOUBLE as c_int => TypedValue::Double(value.d),
            kind if kind == Type::VIR_TYPED_PARAM_BOOLEAN as c_int => TypedValue::Boolean(value.b != 0),
            kind if kind == Type::VIR_TYPED_PARAM_STRING as c_int => {
                if value.s.is_null() {
                    return Err(bad(format!("NULL string parameter '{name}'")));
                }
                let text = CStr::from_ptr(value.s).to_str();
                TypedValue::String(
                    text.map_err(|_| bad(format!("parameter '{name}' is not UTF-8")))?.to_owned(),
                )
            }
            kind => {
                return Err(Error::internal(FROM, format!("unexpected type {kind} for field {name}")));
            }
        }
    };
    Ok(TypedParameter { field: name, value })
}

/// How many parameters the caller has room for: checks the count, and the array if there is room.
///
/// # Safety
/// `nparams` is NULL or can be read.
pub unsafe fn room(
    call: &Call,
    params: virTypedParameterPtr,
    nparams: *mut c_int,
    from: ErrorDomain,
) -> Result<usize> {
    let nparams = call.not_null(nparams, "nparams", from)?;
    // SAFETY: not NULL, so by contract readable.
    let room = unsafe { nparams.read() };
    let room = usize::try_from(room)
        .map_err(|_| Error::arg_must(from, "*nparams", call.function(), "be zero or greater"))?;
    if room != 0 {
        call.not_null(params, "params", from)?;
    }
    Ok(room)
}

/// Stores an answer: the count alone, or as many parameters as there is room for, and how many those are.
///
/// # Safety
/// `params` has room for `room` parameters, `nparams` can be written.
pub unsafe fn answer(
    answer: Answer,
    params: virTypedParameterPtr,
    nparams: *mut c_int,
    room: usize,
) -> Result<()> {
    let stored = match answer {
        Answer::Count(number) => count(number)?,
        // SAFETY: contract of this function.
        Answer::Params(values) => unsafe { out::fill(&values, params, count(room)?) }?,
    };
    // SAFETY: contract of this function.
    unsafe { nparams.write(stored) };
    Ok(())
}

/// Stores a new array from `malloc` and its length.
///
/// # Safety
/// `params` and `nparams` can be written.
pub unsafe fn publish(
    values: &[TypedParameter],
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
) -> Result<()> {
    let (array, length) = out::publish(values)?;
    // SAFETY: contract of this function.
    unsafe {
        params.write(array);
        nparams.write(length);
    }
    Ok(())
}
