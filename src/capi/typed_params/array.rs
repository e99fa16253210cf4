//! Arrays of typed parameters in the caller's memory: growing, writing, finding, clearing.
//!
//! The array and its strings are from `malloc`, so that the caller may also build, take apart and free them
//! himself. Of a name only the bytes up to its NUL are read or written, as uninitialised ones may follow.

use std::ffi::{CStr, c_char, c_double, c_int, c_longlong, c_uint, c_ulonglong};

use crate::abi::{
    _virTypedParameterType as Type, _virTypedParameterValue, virTypedParameter, virTypedParameterPtr,
};
use crate::capi::boundary::Call;
use crate::capi::cstr;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};

/// The domain of all errors here, as libvirt's.
pub const FROM: ErrorDomain = ErrorDomain::VIR_FROM_NONE;

/// Bytes of a name with its NUL: `VIR_TYPED_PARAM_FIELD_LENGTH` of libvirt-common.h.
const FIELD_LENGTH: usize = 80;

/// A string of the caller; as libvirt, NULL counts as empty.
///
/// # Safety
/// `text` is NULL or a string that lives for `'a`.
pub unsafe fn or_empty<'a>(text: *const c_char) -> &'a CStr {
    // SAFETY: contract of this function.
    if text.is_null() { c"" } else { unsafe { CStr::from_ptr(text) } }
}

/// What a typed parameter can hold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value<'a> {
    Int(c_int),
    UInt(c_uint),
    LLong(c_longlong),
    ULLong(c_ulonglong),
    Double(c_double),
    Boolean(bool),
    String(&'a CStr),
}

impl Value<'_> {
    /// Stores type and value in `param`, a string as a copy from `malloc`.
    ///
    /// # Safety
    /// `param` can be written.
    pub unsafe fn store(self, param: virTypedParameterPtr) -> Result<()> {
        // SAFETY: contract of this function; the string ends with NUL.
        unsafe {
            let kind = match self {
                Value::Int(value) => {
                    (*param).value.i = value;
                    Type::VIR_TYPED_PARAM_INT
                }
                Value::UInt(value) => {
                    (*param).value.ui = value;
                    Type::VIR_TYPED_PARAM_UINT
                }
                Value::LLong(value) => {
                    (*param).value.l = value;
                    Type::VIR_TYPED_PARAM_LLONG
                }
                Value::ULLong(value) => {
                    (*param).value.ul = value;
                    Type::VIR_TYPED_PARAM_ULLONG
                }
                Value::Double(value) => {
                    (*param).value.d = value;
                    Type::VIR_TYPED_PARAM_DOUBLE
                }
                Value::Boolean(value) => {
                    (*param).value.b = c_char::from(value);
                    Type::VIR_TYPED_PARAM_BOOLEAN
                }
                Value::String(text) => {
                    let copy = cstr::copy(text);
                    if copy.is_null() {
                        return Err(Error::new(ErrorCode::VIR_ERR_NO_MEMORY, FROM, ""));
                    }
                    (*param).value.s = copy;
                    Type::VIR_TYPED_PARAM_STRING
                }
            };
            (*param).r#type = kind as c_int;
        }
        Ok(())
    }
}

/// The word for a type in error messages; `(null)` for a number that is no type, as the original prints it.
fn type_name(kind: c_int) -> &'static str {
    let names = ["unknown", "int", "uint", "llong", "ullong", "double", "boolean", "string"];
    usize::try_from(kind).ok().and_then(|kind| names.get(kind)).copied().unwrap_or("(null)")
}

/// The caller's three variables that describe a growing array.
#[derive(Clone, Copy)]
pub struct Growing {
    pub params: *mut virTypedParameterPtr,
    pub nparams: *mut c_int,
    pub maxparams: *mut c_int,
}

impl Growing {
    /// Appends a parameter. The array grows before anything else is looked at, so it may have grown when the
    /// name is too long or `value` fails; `nparams` counts good parameters only. A name may occur many times.
    ///
    /// # Safety
    /// The pointers are NULL or point to variables; the array is NULL or from `malloc` with room for the
    /// larger of `nparams` and `maxparams`; `name` is NULL, which counts as empty, or a string.
    pub unsafe fn push<'a>(
        self,
        call: &Call,
        name: *const c_char,
        value: impl FnOnce() -> Result<Value<'a>>,
    ) -> Result<()> {
        // SAFETY: contract of this function.
        let param = unsafe { self.spare(call) }?;
        // SAFETY: contract of this function.
        let name = unsafe { or_empty(name) };
        let bytes = name.to_bytes_with_nul();
        if bytes.len() > FIELD_LENGTH {
            let text = format!("Field name '{}' too long", name.to_string_lossy());
            return Err(Error::internal(FROM, text));
        }
        let value = value()?;
        // SAFETY: `param` is a place in the array, its field has room for `bytes`; `nparams` was not NULL.
        unsafe {
            (&raw mut (*param).field).cast::<u8>().copy_from_nonoverlapping(bytes.as_ptr(), bytes.len());
            value.store(param)?;
            *self.nparams += 1;
        }
        Ok(())
    }

    /// The place for one more parameter. A full array grows by half; what is new is zero.
    ///
    /// # Safety
    /// As [`Growing::push`].
    pub unsafe fn spare(self, call: &Call) -> Result<virTypedParameterPtr> {
        let Self { params, nparams, maxparams } = self;
        let pointers = [
            (params.is_null(), "params"),
            (nparams.is_null(), "nparams"),
            (maxparams.is_null(), "maxparams"),
        ];
        if let Some((_, argument)) = pointers.into_iter().find(|(is_null, _)| *is_null) {
            return Err(Error::null_arg(FROM, argument, call.function()));
        }
        let count = |value: c_int, argument| {
            usize::try_from(value)
                .map_err(|_| Error::arg_must(FROM, argument, call.function(), "be zero or greater"))
        };
        // SAFETY: not NULL, and so by contract variables of the caller.
        let (array, used, room) =
            unsafe { (*params, count(*nparams, "nparams")?, count(*maxparams, "maxparams")?) };
        if used < room {
            if array.is_null() {
                return Err(Error::null_arg(FROM, "params", call.function()));
            }
            // SAFETY: `used` is inside the array.
            return Ok(unsafe { array.add(used) });
        }
        let no_memory = || Error::new(ErrorCode::VIR_ERR_NO_MEMORY, FROM, "");
        let grown = room + (used + 1 - room).max(room / 2);
        let grown_max = c_int::try_from(grown).map_err(|_| no_memory())?;
        let bytes = grown.checked_mul(size_of::<virTypedParameter>()).ok_or_else(no_memory)?;
        // SAFETY: the array is NULL or from `malloc`; the result is checked.
        let array = unsafe { libc::realloc(array.cast(), bytes) }.cast::<virTypedParameter>();
        if array.is_null() {
            return Err(no_memory());
        }
        // SAFETY: the block has `grown` places, `used` is below; the variables are the caller's. As libvirt:
        // everything from `maxparams` on becomes zero, also parameters that a wrong `maxparams` leaves out.
        unsafe {
            array.add(room).write_bytes(0, grown - room);
            *params = array;
            *maxparams = grown_max;
            Ok(array.add(used))
        }
    }
}

/// The places of an array; none if it is NULL or its length negative.
fn places(params: virTypedParameterPtr, nparams: c_int) -> impl Iterator<Item = virTypedParameterPtr> {
    let count = if params.is_null() { 0 } else { usize::try_from(nparams).unwrap_or(0) };
    (0..count).map(move |index| params.wrapping_add(index))
}

/// Whether `param` has the name `name`, which includes its NUL.
///
/// # Safety
/// `param` can be read.
unsafe fn is_called(param: virTypedParameterPtr, name: &[u8]) -> bool {
    // SAFETY: contract of this function; reading stops at the first difference, so at the field's own NUL.
    unsafe {
        let field = (&raw const (*param).field).cast::<u8>();
        name.len() <= FIELD_LENGTH
            && name.iter().enumerate().all(|(index, byte)| field.add(index).read() == *byte)
    }
}

/// The first parameter called `name`.
///
/// # Safety
/// `params` is NULL or has `nparams` parameters; `name` is NULL or a string.
pub unsafe fn find(
    params: virTypedParameterPtr,
    nparams: c_int,
    name: *const c_char,
) -> Option<virTypedParameterPtr> {
    if name.is_null() {
        return None;
    }
    // SAFETY: contract of this function.
    let name = unsafe { CStr::from_ptr(name) }.to_bytes_with_nul();
    // SAFETY: the place is inside the array.
    places(params, nparams).find(|param| unsafe { is_called(*param, name) })
}

/// Stores the `member` of the first parameter called `name` in `out`, unless that is NULL. Gives 1 if it was
/// found, 0 if there is none, and an error if it is not of the type `wanted`.
///
/// # Safety
/// As [`find`]; `out` is NULL or can be written.
pub unsafe fn get<T>(
    params: virTypedParameterPtr,
    nparams: c_int,
    name: *const c_char,
    wanted: Type,
    out: *mut T,
    member: impl FnOnce(_virTypedParameterValue) -> T,
) -> Result<c_int> {
    // SAFETY: contract of this function.
    let Some(param) = (unsafe { find(params, nparams, name) }) else {
        return Ok(0);
    };
    // SAFETY: `param` is inside the array.
    let kind = unsafe { (*param).r#type };
    if kind != wanted as c_int {
        // SAFETY: `find` compared `name`, so it is a string.
        let name = unsafe { CStr::from_ptr(name) }.to_string_lossy();
        let (wanted, kind) = (type_name(wanted as c_int), type_name(kind));
        let text =
            format!("Invalid type '{wanted}' requested for parameter '{name}', actual type is '{kind}'");
        return Err(Error::invalid_arg(FROM, text));
    }
    if !out.is_null() {
        // SAFETY: as above, and contract of this function.
        unsafe { out.write(member((*param).value)) };
    }
    Ok(1)
}

/// Frees the strings in an array and leaves NULL in their place; types and names stay.
///
/// # Safety
/// `params` is NULL or has `nparams` parameters, their strings NULL or from `malloc`.
pub unsafe fn clear(params: virTypedParameterPtr, nparams: c_int) {
    for param in places(params, nparams) {
        // SAFETY: the place is inside the array; its type says that the value is a string.
        unsafe {
            if (*param).r#type == Type::VIR_TYPED_PARAM_STRING as c_int {
                libc::free((*param).value.s.cast());
                (*param).value.s = std::ptr::null_mut();
            }
        }
    }
}
