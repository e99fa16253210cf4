//! The arguments of functions about metadata: title, description, or an element of a namespace. Domains and networks
//! have the same.

use std::ffi::{c_char, c_int};

use crate::abi::*;
use crate::capi::boundary::Call;
use crate::error::{Error, ErrorDomain, Result};

// The enum of networks has the same numbers.
const TITLE: c_int = virDomainMetadataType::VIR_DOMAIN_METADATA_TITLE as c_int;
const DESCRIPTION: c_int = virDomainMetadataType::VIR_DOMAIN_METADATA_DESCRIPTION as c_int;
const ELEMENT: c_int = virDomainMetadataType::VIR_DOMAIN_METADATA_ELEMENT as c_int;

/// What a caller stores.
pub struct Metadata<'a> {
    /// Nothing to remove what there is.
    pub text: Option<&'a str>,
    /// Prefix of an element's namespace.
    pub key: Option<&'a str>,
    /// The element's namespace.
    pub uri: Option<&'a str>,
}

/// Fails for an argument that only elements of metadata have, and must have.
fn check(call: &Call, kind: c_int, argument: &str, given: bool, from: ErrorDomain) -> Result<()> {
    match kind {
        TITLE | DESCRIPTION if given => Err(Error::arg_must(from, argument, call.function(), "be NULL")),
        ELEMENT if !given => Err(Error::null_arg(from, argument, call.function())),
        _ => Ok(()),
    }
}

/// The namespace that a caller asks for.
///
/// # Safety
/// `uri` is NULL or a string that lives as long as the call.
pub unsafe fn wanted<'a>(
    call: &Call,
    kind: c_int,
    uri: *const c_char,
    from: ErrorDomain,
) -> Result<Option<&'a str>> {
    // SAFETY: contract of this function.
    let uri = unsafe { call.optional_string(uri, "uri", from) }?;
    check(call, kind, "uri", uri.is_some(), from)?;
    Ok(uri)
}

/// What a caller stores: text, prefix and namespace.
///
/// # Safety
/// Each is NULL or a string that lives as long as the call.
pub unsafe fn given<'a>(
    call: &Call,
    kind: c_int,
    (text, key, uri): (*const c_char, *const c_char, *const c_char),
    from: ErrorDomain,
) -> Result<Metadata<'a>> {
    // SAFETY: contract of this function.
    let (text, key, uri) = unsafe {
        (
            call.optional_string(text, "metadata", from)?,
            call.optional_string(key, "key", from)?,
            call.optional_string(uri, "uri", from)?,
        )
    };
    if kind == TITLE && text.is_some_and(|text| text.contains('\n')) {
        let message = "metadata title can't contain newlines".to_owned();
        return Err(Error::bad_argument(from, call.function(), "metadata", message));
    }
    check(call, kind, "uri", uri.is_some(), from)?;
    // Who removes an element need not say its prefix.
    if kind != ELEMENT || text.is_some() {
        check(call, kind, "key", key.is_some(), from)?;
    }
    Ok(Metadata { text, key, uri })
}
