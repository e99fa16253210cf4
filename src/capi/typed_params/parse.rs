//! Values of typed parameters from text, with C's grammar of numbers: leading white space, a sign, and
//! nothing behind the number.

use std::ffi::{CStr, c_double, c_int};
use std::ptr;

use nix::errno::Errno;

use super::array::{FROM, Value};
use crate::abi::_virTypedParameterType as Type;
use crate::error::{Error, Result};

const INT: c_int = Type::VIR_TYPED_PARAM_INT as c_int;
const UINT: c_int = Type::VIR_TYPED_PARAM_UINT as c_int;
const LLONG: c_int = Type::VIR_TYPED_PARAM_LLONG as c_int;
const ULLONG: c_int = Type::VIR_TYPED_PARAM_ULLONG as c_int;
const DOUBLE: c_int = Type::VIR_TYPED_PARAM_DOUBLE as c_int;
const BOOLEAN: c_int = Type::VIR_TYPED_PARAM_BOOLEAN as c_int;
const STRING: c_int = Type::VIR_TYPED_PARAM_STRING as c_int;

/// Reads `text` as a value of the type with the number `kind`; errors name the parameter `name`.
pub fn parse<'a>(kind: c_int, name: &CStr, text: &'a CStr) -> Result<Value<'a>> {
    let bytes = text.to_bytes();
    let name = name.to_string_lossy();
    let (value, expected) = match kind {
        INT => (signed(bytes).map(Value::Int), "int"),
        UINT => (unsigned(bytes, u32::wrapping_neg).map(Value::UInt), "unsigned int"),
        LLONG => (signed(bytes).map(Value::LLong), "long long"),
        ULLONG => (unsigned(bytes, u64::wrapping_neg).map(Value::ULLong), "unsigned long long"),
        DOUBLE => (double(text).map(Value::Double), "double"),
        BOOLEAN => {
            let invalid = || Error::invalid_arg(FROM, format!("Invalid boolean value for field '{name}'"));
            return boolean(bytes).map(Value::Boolean).ok_or_else(invalid);
        }
        STRING => return Ok(Value::String(text)),
        _ => return Err(Error::internal(FROM, format!("unexpected type {kind} for field {name}"))),
    };
    value.ok_or_else(|| {
        Error::invalid_arg(FROM, format!("Invalid value for field '{name}': expected {expected}"))
    })
}

/// Sign and magnitude of a decimal number: whether it has a minus, and its digits.
fn integer(text: &[u8]) -> Option<(bool, u64)> {
    let blanks = text.iter().take_while(|byte| matches!(byte, b' ' | b'\t'..=b'\r')).count();
    let (negative, digits) = match &text[blanks..] {
        [b'-', digits @ ..] => (true, digits),
        [b'+', digits @ ..] | digits => (false, digits),
    };
    if digits.is_empty() {
        return None;
    }
    let magnitude = digits.iter().try_fold(0_u64, |number, byte| {
        let digit = char::from(*byte).to_digit(10)?;
        number.checked_mul(10)?.checked_add(digit.into())
    })?;
    Some((negative, magnitude))
}

/// A number that may be negative.
fn signed<T: TryFrom<i128>>(text: &[u8]) -> Option<T> {
    let (negative, magnitude) = integer(text)?;
    let magnitude = i128::from(magnitude);
    T::try_from(if negative { -magnitude } else { magnitude }).ok()
}

/// A number without sign. A minus counts from the end of the type's range, so that -1 is the greatest value.
fn unsigned<T: TryFrom<u64>>(text: &[u8], negate: impl FnOnce(T) -> T) -> Option<T> {
    let (negative, magnitude) = integer(text)?;
    let magnitude = T::try_from(magnitude).ok()?;
    Some(if negative { negate(magnitude) } else { magnitude })
}

/// `strtod` as in the C locale, as the decimal point must not depend on the program's; None also for a number
/// that is too great, or too small to be held exactly.
fn double(text: &CStr) -> Option<c_double> {
    // SAFETY: the name is a string; NULL is checked.
    let locale = unsafe { libc::newlocale(libc::LC_NUMERIC_MASK, c"C".as_ptr(), ptr::null_mut()) };
    if locale.is_null() {
        return None;
    }
    let mut end = ptr::null_mut();
    // SAFETY: the locale is valid until freed, when the thread has its own again; the text ends with NUL.
    let (value, errno) = unsafe {
        let before = libc::uselocale(locale);
        Errno::clear();
        let value = libc::strtod(text.as_ptr(), &raw mut end);
        let errno = Errno::last_raw();
        libc::uselocale(before);
        libc::freelocale(locale);
        (value, errno)
    };
    let parsed = end.addr() - text.as_ptr().addr();
    (errno == 0 && parsed > 0 && parsed == text.count_bytes()).then_some(value)
}

/// `1`, `0`, or `true` and `false` in any case.
fn boolean(text: &[u8]) -> Option<bool> {
    if text == b"1" || text.eq_ignore_ascii_case(b"true") {
        Some(true)
    } else if text == b"0" || text.eq_ignore_ascii_case(b"false") {
        Some(false)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `text` gives for a type, or the error's text.
    fn read(kind: c_int, text: &CStr) -> Result<Value<'_>, String> {
        parse(kind, c"x", text).map_err(|error| error.message().to_owned())
    }

    #[test]
    fn integers_have_blanks_before_and_a_sign() {
        for (text, number) in [(c"0", 0), (c" \t\n\x0b\x0c\r7", 7), (c"+1", 1), (c"-0", 0), (c"-08", -8)] {
            assert_eq!(read(INT, text), Ok(Value::Int(number)), "{text:?}");
            assert_eq!(read(LLONG, text), Ok(Value::LLong(number.into())), "{text:?}");
        }
        for text in [c"", c" ", c"-", c"+-1", c"- 1", c"1 ", c"0x1", c"1.0", c"1e3", c"1_0", c"q"] {
            for (kind, name) in
                [(INT, "int"), (UINT, "unsigned int"), (LLONG, "long long"), (ULLONG, "unsigned long long")]
            {
                let refusal = format!("invalid argument: Invalid value for field 'x': expected {name}");
                assert_eq!(read(kind, text), Err(refusal), "{text:?}");
            }
        }
    }

    #[test]
    fn integers_stay_in_their_range() {
        assert_eq!(read(INT, c"-2147483648"), Ok(Value::Int(i32::MIN)));
        assert!(read(INT, c"-2147483649").is_err());
        assert!(read(INT, c"2147483648").is_err());
        assert_eq!(read(UINT, c"4294967295"), Ok(Value::UInt(u32::MAX)));
        assert!(read(UINT, c"4294967296").is_err());
        assert_eq!(read(LLONG, c"-9223372036854775808"), Ok(Value::LLong(i64::MIN)));
        assert!(read(LLONG, c"9223372036854775808").is_err());
        assert_eq!(read(ULLONG, c"18446744073709551615"), Ok(Value::ULLong(u64::MAX)));
        assert!(read(ULLONG, c"18446744073709551616").is_err());
    }

    #[test]
    fn a_minus_wraps_an_unsigned_number() {
        assert_eq!(read(UINT, c"-1"), Ok(Value::UInt(u32::MAX)));
        assert_eq!(read(UINT, c"-4294967295"), Ok(Value::UInt(1)));
        assert!(read(UINT, c"-4294967296").is_err());
        assert_eq!(read(ULLONG, c"-18446744073709551615"), Ok(Value::ULLong(1)));
        assert!(read(ULLONG, c"-18446744073709551616").is_err());
    }

    #[test]
    fn doubles_are_those_of_strtod() {
        for (text, number) in
            [(c" -1.5e1", -15.0), (c"0x1p-2", 0.25), (c".5", 0.5), (c"INF", f64::INFINITY), (c"1.", 1.0)]
        {
            assert_eq!(read(DOUBLE, text), Ok(Value::Double(number)), "{text:?}");
        }
        assert!(matches!(read(DOUBLE, c"nan(7)"), Ok(Value::Double(number)) if number.is_nan()));
        for text in [c"", c" ", c"1e400", c"1e-320", c"1,5", c"1 ", c"1e", c"x"] {
            assert!(read(DOUBLE, text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn booleans_are_four_words() {
        for text in [c"1", c"true", c"True"] {
            assert_eq!(read(BOOLEAN, text), Ok(Value::Boolean(true)));
        }
        for text in [c"0", c"false", c"FALSE"] {
            assert_eq!(read(BOOLEAN, text), Ok(Value::Boolean(false)));
        }
        for text in [c"", c"yes", c"2", c"01", c" 1", c"true "] {
            let refusal = "invalid argument: Invalid boolean value for field 'x'".to_owned();
            assert_eq!(read(BOOLEAN, text), Err(refusal), "{text:?}");
        }
    }

    #[test]
    fn unknown_types_are_refused() {
        for kind in [0, -1, 8, c_int::MAX] {
            let refusal = format!("internal error: unexpected type {kind} for field x");
            assert_eq!(read(kind, c"1"), Err(refusal));
        }
    }
}
