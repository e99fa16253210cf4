//! Arrays of typed parameters, as programs build and read them: growth, search, values, texts.

use std::ffi::{CStr, c_char, c_int, c_longlong, c_uint, c_ulonglong};
use std::ptr;

use crate::abi::{
    _virTypedParameterValue as Union, virTypedParameter, virTypedParameterPtr, virTypedParameterType as Type,
};
use crate::capi::boundary::Call;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};

const FROM: ErrorDomain = ErrorDomain::VIR_FROM_NONE;

/// A value to store, with its type.
#[derive(Clone, Copy, Debug)]
pub enum Value<'a> {
    Int(c_int),
    UInt(c_uint),
    LLong(c_longlong),
    ULLong(c_ulonglong),
    Double(f64),
    Boolean(bool),
    String(&'a CStr),
}

/// The three variables of a program that hold an array which grows: the array from `malloc`, its length, and
/// for how many there is room.
#[derive(Clone, Copy)]
pub struct Growing {
    pub params: *mut virTypedParameterPtr,
    pub nparams: *mut c_int,
    pub maxparams: *mut c_int,
}

impl Growing {
    /// Appends a parameter; a string is copied.
    ///
    /// # Safety
    /// The pointers are NULL, which is an error, or hold such an array; `name` is NULL or ends with NUL.
    pub unsafe fn push(&self, call: &Call, name: *const c_char, value: Value<'_>) -> Result<()> {
        let name = call.not_null(name.cast_mut(), "name", FROM)?;
        // SAFETY: contract of this function.
        let name = unsafe { CStr::from_ptr(name.as_ptr()) }.to_bytes_with_nul();
        let mut field = [0; 80];
        let Some(room) = field.get_mut(..name.len()) else {
            let name = String::from_utf8_lossy(&name[..name.len() - 1]);
            return Err(Error::internal(FROM, format!("Field name '{name}' too long")));
        };
        for (to, from) in room.iter_mut().zip(name) {
            *to = from.cast_signed();
        }
        // SAFETY: contract of this function.
        let place = unsafe { self.grow(call) }?;
        let (r#type, value) = stored(value)?;
        // SAFETY: `grow` has made room for one more.
        unsafe {
            place.write(virTypedParameter { field, r#type: r#type as c_int, value });
            *self.nparams += 1;
        }
        Ok(())
    }

    /// Makes room for one more parameter and returns its place. Grows by half, as the original: programs see
    /// the size.
    unsafe fn grow(&self, call: &Call) -> Result<virTypedParameterPtr> {
        let params = call.not_null(self.params, "params", FROM)?.as_ptr();
        let nparams = call.not_null(self.nparams, "nparams", FROM)?.as_ptr();
        let maxparams = call.not_null(self.maxparams, "maxparams", FROM)?.as_ptr();
        // SAFETY: contract of `push`.
        unsafe {
            let used = usize::try_from(*nparams).unwrap_or(0);
            let room = usize::try_from(*maxparams).unwrap_or(0);
            if used >= room {
                let more = (used + 1).max(room + room / 2);
                let size = more * size_of::<virTypedParameter>();
                let grown = libc::realloc((*params).cast(), size).cast::<virTypedParameter>();
                if grown.is_null() {
                    return Err(Error::new(ErrorCode::VIR_ERR_NO_MEMORY, FROM, ""));
                }
                *params = grown;
                *maxparams = c_int::try_from(more).unwrap_or(c_int::MAX);
            }
            Ok((*params).add(used))
        }
    }
}

/// Type and union of a value; a string becomes a copy from `malloc`.
fn stored(value: Value<'_>) -> Result<(Type, Union)> {
    Ok(match value {
        Value::Int(i) => (Type::VIR_TYPED_PARAM_INT, Union { i }),
        Value::UInt(ui) => (Type::VIR_TYPED_PARAM_UINT, Union { ui }),
        Value::LLong(l) => (Type::VIR_TYPED_PARAM_LLONG, Union { l }),
        Value::ULLong(ul) => (Type::VIR_TYPED_PARAM_ULLONG, Union { ul }),
        Value::Double(d) => (Type::VIR_TYPED_PARAM_DOUBLE, Union { d }),
        Value::Boolean(b) => (Type::VIR_TYPED_PARAM_BOOLEAN, Union { b: c_char::from(b) }),
        Value::String(text) => {
            // SAFETY: ends with NUL.
            let s = unsafe { libc::strdup(text.as_ptr()) };
            if s.is_null() {
                return Err(Error::new(ErrorCode::VIR_ERR_NO_MEMORY, FROM, ""));
            }
            (Type::VIR_TYPED_PARAM_STRING, Union { s })
        }
    })
}

/// The value that `text` stands for in a parameter `name` of the type with this number.
pub fn from_text<'a>(name: &str, r#type: c_int, text: &'a CStr) -> Result<Value<'a>> {
    let expected =
        |what| move || Error::invalid_arg(FROM, format!("Invalid value for field '{name}': expected {what}"));
    let plain = text.to_str().unwrap_or("").trim_ascii_start();
    let whole = plain.parse::<i128>().ok();
    Ok(match r#type {
        1 => Value::Int(whole.and_then(|it| it.try_into().ok()).ok_or_else(expected("int"))?),
        2 => {
            Value::UInt(whole.and_then(|it| wrapped(it, 32)).ok_or_else(expected("unsigned int"))? as c_uint)
        }
        3 => Value::LLong(whole.and_then(|it| it.try_into().ok()).ok_or_else(expected("long long"))?),
        4 => Value::ULLong(whole.and_then(|it| wrapped(it, 64)).ok_or_else(expected("unsigned long long"))?),
        5 => Value::Double(plain.parse().map_err(|_| expected("double")())?),
        6 => match text.to_bytes() {
            b"0" => Value::Boolean(false),
            b"1" => Value::Boolean(true),
            _ => {
                let detail = format!("Invalid boolean value for field '{name}'");
                return Err(Error::invalid_arg(FROM, detail));
            }
        },
        7 => Value::String(text),
        _ => {
            let detail = format!("unexpected type {} for field {name}", r#type);
            return Err(Error::internal(FROM, detail));
        }
    })
}

/// An unsigned number of so many bits; as in C, a negative one counts down from the top.
fn wrapped(number: i128, bits: u32) -> Option<u64> {
    let top = 1i128 << bits;
    u64::try_from(if number < 0 { number + top } else { number }).ok().filter(|it| i128::from(*it) < top)
}

/// The first parameter with this name; NULL if there is none.
///
/// # Safety
/// `params` is NULL or has `nparams` elements; `name` is NULL or ends with NUL.
pub unsafe fn find(
    params: virTypedParameterPtr,
    nparams: c_int,
    name: *const c_char,
) -> virTypedParameterPtr {
    if params.is_null() || name.is_null() {
        return ptr::null_mut();
    }
    let count = usize::try_from(nparams).unwrap_or(0);
    // SAFETY: contract of this function; a field ends with NUL.
    let all = (0..count).map(|index| unsafe { params.add(index) });
    // SAFETY: as above.
    let found = all.into_iter().find(|param| unsafe { libc::strcmp((**param).field.as_ptr(), name) } == 0);
    found.unwrap_or(ptr::null_mut())
}

/// Stores what `read` takes from the parameter `name`, which must be of type `wanted`. Returns 1, or 0 if
/// there is no such parameter. `out` may be NULL.
///
/// # Safety
/// As for [`find`]; `out` is NULL or can be written.
pub unsafe fn get<T>(
    params: virTypedParameterPtr,
    nparams: c_int,
    name: *const c_char,
    wanted: Type,
    out: *mut T,
    read: impl FnOnce(&Union) -> T,
) -> Result<c_int> {
    // SAFETY: contract of this function.
    let Some(param) = (unsafe { find(params, nparams, name).as_ref() }) else { return Ok(0) };
    if param.r#type != wanted as c_int {
        // SAFETY: `find` has found it, so that it ends with NUL.
        let name = unsafe { CStr::from_ptr(name) }.to_string_lossy();
        let (wanted, actual) = (type_name(wanted as c_int), type_name(param.r#type));
        return Err(Error::invalid_arg(
            FROM,
            format!("Invalid type '{wanted}' requested for parameter '{name}', actual type is '{actual}'"),
        ));
    }
    if !out.is_null() {
        // SAFETY: contract of this function.
        unsafe { out.write(read(&param.value)) };
    }
    Ok(1)
}

/// The word for a type in error texts.
fn type_name(r#type: c_int) -> &'static str {
    match r#type {
        1 => "int",
        2 => "uint",
        3 => "llong",
        4 => "ullong",
        5 => "double",
        6 => "boolean",
        7 => "string",
        // As libvirt, where C prints a NULL.
        _ => "(null)",
    }
}

/// Frees the strings among the parameters.
///
/// # Safety
/// `params` is NULL or has `nparams` elements.
pub unsafe fn clear(params: virTypedParameterPtr, nparams: c_int) {
    if params.is_null() {
        return;
    }
    for index in 0..usize::try_from(nparams).unwrap_or(0) {
        // SAFETY: contract of this function; the type says which member of the union is set.
        unsafe {
            let param = &mut *params.add(index);
            if param.r#type == Type::VIR_TYPED_PARAM_STRING as c_int {
                libc::free(param.value.s.cast());
                param.value.s = ptr::null_mut();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_wrap_as_in_c() {
        assert_eq!(wrapped(-1, 32), Some(u64::from(u32::MAX)));
        assert_eq!(wrapped(1 << 32, 32), None);
        assert_eq!(wrapped(-(1 << 32) - 1, 32), None);
        assert_eq!(wrapped(-3, 64), Some(u64::MAX - 2));
    }
}
