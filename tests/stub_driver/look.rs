//! Looking at what exported functions give out, and freeing it.

use std::ffi::{CStr, c_char, c_int};

use virt::abi::*;
use virt::capi::typed_params::virTypedParamsFree;
use virt::object::{Named, Object};
use virt::typed_param::{TypedParameter, TypedValue};

/// A string that the caller frees.
pub fn text(text: *mut c_char) -> String {
    assert!(!text.is_null());
    // SAFETY: a string from `malloc`.
    unsafe {
        let copy = CStr::from_ptr(text).to_str().expect("UTF-8").to_owned();
        libc::free(text.cast());
        copy
    }
}

/// A string that belongs to something else.
pub fn borrowed(text: *const c_char) -> String {
    assert!(!text.is_null());
    // SAFETY: a string of a live handle or structure.
    unsafe { CStr::from_ptr(text) }.to_str().expect("UTF-8").to_owned()
}

/// The key behind a handle of the kind that `_like` is a key of.
pub fn key<K: Clone + Named, P>(_like: K, handle: *mut P) -> K {
    assert!(!handle.is_null());
    // SAFETY: a live handle of this kind.
    unsafe { (*handle.cast::<Object<K>>()).key().clone() }
}

/// The pointers in an array from `malloc` that ends with NULL; frees the array.
pub fn list<P>(array: *mut *mut P, count: c_int) -> Vec<*mut P> {
    assert!(!array.is_null());
    let count = usize::try_from(count).expect("no failure");
    // SAFETY: contract of the functions that give such arrays.
    unsafe {
        let found = std::slice::from_raw_parts(array, count).to_vec();
        assert!((*array.add(count)).is_null());
        libc::free(array.cast());
        found
    }
}

/// Names that were stored in a caller's array.
pub fn stored(names: &[*mut c_char]) -> Vec<String> {
    names.iter().take_while(|name| !name.is_null()).map(|name| text(*name)).collect()
}

/// A parameter as a program passes it.
pub fn parameter() -> virTypedParameter {
    let field = std::array::from_fn(|place| b"limit".get(place).map_or(0, |byte| byte.cast_signed()));
    let value = _virTypedParameterValue { ui: 7 };
    virTypedParameter { field, r#type: _virTypedParameterType::VIR_TYPED_PARAM_UINT as c_int, value }
}

/// The same as a driver gets it.
pub fn passed() -> Vec<TypedParameter> {
    vec![TypedParameter::new("limit", TypedValue::UInt(7))]
}

/// Checks that the parameters are those of the stub's answers, and frees them.
pub fn check_answers(params: virTypedParameterPtr, count: c_int) {
    check_filled(params, count);
    // SAFETY: an array from `malloc`.
    unsafe { virTypedParamsFree(params, count) };
}

/// Checks that the caller's array holds the parameters of the stub's answers.
pub fn check_filled(params: virTypedParameterPtr, count: c_int) {
    assert_eq!(count, 2);
    // SAFETY: two parameters of the types that the stub gives.
    unsafe {
        let params = std::slice::from_raw_parts(params, 2);
        assert_eq!((borrowed(params[0].field.as_ptr()), params[0].value.ul), ("number".into(), 1 << 50));
        assert_eq!(
            (borrowed(params[1].field.as_ptr()), borrowed(params[1].value.s)),
            ("text".into(), "yes".into())
        );
    }
}

/// An empty place for a record.
pub fn zeroed<T>() -> T {
    // SAFETY: only used for C structures of numbers and pointers.
    unsafe { std::mem::zeroed() }
}

/// Frees what was found.
pub fn free_all<P>(handles: Vec<*mut P>, free: unsafe extern "C" fn(*mut P) -> c_int) {
    for handle in handles {
        // SAFETY: a live handle that the program owns.
        assert_eq!(unsafe { free(handle) }, 0);
    }
}
