//! Typed parameters on their way to the caller: into an array of his, or into a new one from `malloc`.

use std::ffi::{CString, c_int};

use crate::abi::{virTypedParameter, virTypedParameterPtr};
use crate::capi::typed_params::array::Value;
use crate::capi::{cstr, list};
use crate::error::Result;
use crate::typed_param::{TypedParameter, TypedValue};

/// The public structure; the caller frees its string.
fn published(param: &TypedParameter) -> Result<virTypedParameter> {
    // SAFETY: all zero is a valid parameter.
    let mut out: virTypedParameter = unsafe { std::mem::zeroed() };
    let text: CString;
    let value = match &param.value {
        TypedValue::Int(value) => Value::Int(*value),
        TypedValue::UInt(value) => Value::UInt(*value),
        TypedValue::LLong(value) => Value::LLong(*value),
        TypedValue::ULLong(value) => Value::ULLong(*value),
        TypedValue::Double(value) => Value::Double(*value),
        TypedValue::Boolean(value) => Value::Boolean(*value),
        TypedValue::String(value) => {
            text = CString::new(value.as_bytes()).unwrap_or_default();
            Value::String(&text)
        }
    };
    out.field = cstr::field(&param.field);
    // SAFETY: a variable of our own.
    unsafe { value.store(&raw mut out) }?;
    Ok(out)
}

/// Writes as many of `params` as there is room for, and returns how many that were.
///
/// # Safety
/// `out` has room for `room` parameters.
pub unsafe fn fill(params: &[TypedParameter], out: virTypedParameterPtr, room: c_int) -> Result<c_int> {
    let params: Vec<_> =
        params.iter().take(usize::try_from(room).unwrap_or(0)).map(published).collect::<Result<_>>()?;
    // SAFETY: contract of this function.
    Ok(unsafe { list::fill(params, out, room) })
}

/// A new array from `malloc`, to be freed with `virTypedParamsFree`, and its length.
pub fn publish(params: &[TypedParameter]) -> Result<(virTypedParameterPtr, c_int)> {
    let count = list::count(params.len())?;
    let params: Vec<_> = params.iter().map(published).collect::<Result<_>>()?;
    Ok((list::publish_values(params.into_iter())?, count))
}
