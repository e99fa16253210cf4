//! The library's one error type and the thread's last error.
//!
//! An [`Error`] has the fields of the public `virError`; codes and domains are the public numbers. The C
//! view of the last error and the handlers that programs install are in `capi/virterror.rs`.

#![forbid(unsafe_code)]

use std::fmt;

pub use crate::abi::_virErrorDomain as ErrorDomain;
pub use crate::abi::_virErrorLevel as ErrorLevel;
pub use crate::abi::_virErrorNumber as ErrorCode;

/// Result of everything in the library that can fail.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What went wrong, as a program will see it in `virError`. One pointer wide, so that `Result` stays small.
#[derive(Clone)]
pub struct Error(Box<Detail>);

/// The fields of `virError` that a driver can fill.
#[derive(Clone)]
pub struct Detail {
    /// What kind of failure.
    pub code: ErrorCode,
    /// Which part of the library it comes from.
    pub domain: ErrorDomain,
    /// Warning or error.
    pub level: ErrorLevel,
    /// The whole text, built from the code's template.
    pub message: String,
    /// The code's template, then the text that was put into it.
    pub texts: [Option<String>; 3],
    /// Extra numbers.
    pub ints: [i32; 2],
}

/// The sentence that belongs to a code: without detail, and with a detail in place of `%s`.
///
/// Observed on the original, code by code, through the errors of its public functions.
fn template(code: ErrorCode) -> (&'static str, &'static str) {
    use ErrorCode::*;
    match code {
        VIR_ERR_OK => ("No error", "No error: %s"),
        VIR_ERR_INTERNAL_ERROR => ("internal error", "internal error: %s"),
        VIR_ERR_NO_MEMORY => ("out of memory", "out of memory: %s"),
        VIR_ERR_NO_SUPPORT => (
            "this function is not supported by the connection driver",
            "this function is not supported by the connection driver: %s",
        ),
        VIR_ERR_NO_CONNECT => ("no connection driver available", "no connection driver available for %s"),
        VIR_ERR_INVALID_CONN => ("invalid connection pointer in", "invalid connection pointer in %s"),
        VIR_ERR_INVALID_DOMAIN => ("invalid domain pointer in", "invalid domain pointer in %s"),
        VIR_ERR_INVALID_ARG => ("invalid argument", "invalid argument: %s"),
        VIR_ERR_OPERATION_FAILED => ("operation failed", "operation failed: %s"),
        VIR_ERR_UNKNOWN_HOST => ("unknown host", "unknown host %s"),
        VIR_ERR_OS_TYPE => ("unknown OS type", "unknown OS type %s"),
        VIR_ERR_READ_FAILED => ("failed to read configuration file", "failed to read configuration file %s"),
        VIR_ERR_PARSE_FAILED => {
            ("failed to parse configuration file", "failed to parse configuration file %s")
        }
        VIR_ERR_CONF_SYNTAX => ("configuration file syntax error", "configuration file syntax error: %s"),
        VIR_ERR_WRITE_FAILED => {
            ("failed to write configuration file", "failed to write configuration file: %s")
        }
        VIR_ERR_XML_ERROR => ("XML description is invalid or not well formed", "XML error: %s"),
        VIR_ERR_XML_DETAIL => (
            "XML description not well formed or invalid",
            "XML description is invalid or not well formed: %s",
        ),
        VIR_ERR_DOM_EXIST => ("this domain exists already", "domain %s exists already"),
        VIR_ERR_OPERATION_DENIED => ("operation forbidden for read only access", "operation forbidden: %s"),
        VIR_ERR_SYSTEM_ERROR => ("system call error", "%s"),
        VIR_ERR_INVALID_NETWORK => ("invalid network pointer in", "invalid network pointer in %s"),
        VIR_ERR_NO_DOMAIN => ("Domain not found", "Domain not found: %s"),
        VIR_ERR_INVALID_STORAGE_POOL => {
            ("invalid storage pool pointer in", "invalid storage pool pointer in %s")
        }
        VIR_ERR_INVALID_STORAGE_VOL => {
            ("invalid storage volume pointer in", "invalid storage volume pointer in %s")
        }
        VIR_ERR_INVALID_NODE_DEVICE => ("invalid node device pointer", "invalid node device pointer in %s"),
        VIR_ERR_OPERATION_INVALID => {
            ("Requested operation is not valid", "Requested operation is not valid: %s")
        }
        VIR_ERR_INVALID_INTERFACE => ("invalid interface pointer in", "invalid interface pointer in %s"),
        VIR_ERR_INVALID_NWFILTER => ("Invalid network filter", "Invalid network filter: %s"),
        VIR_ERR_INVALID_SECRET => ("Invalid secret", "Invalid secret: %s"),
        VIR_ERR_CONFIG_UNSUPPORTED => ("unsupported configuration", "unsupported configuration: %s"),
        VIR_ERR_OPERATION_TIMEOUT => ("Timed out during operation", "Timed out during operation: %s"),
        VIR_ERR_INVALID_DOMAIN_SNAPSHOT => ("Invalid snapshot", "Invalid domain snapshot: %s"),
        VIR_ERR_INVALID_STREAM => ("invalid stream pointer", "invalid stream pointer in %s"),
        VIR_ERR_ARGUMENT_UNSUPPORTED => ("argument unsupported", "argument unsupported: %s"),
        VIR_ERR_OPERATION_ABORTED => ("operation aborted", "operation aborted: %s"),
        VIR_ERR_OPERATION_UNSUPPORTED => ("Operation not supported", "Operation not supported: %s"),
        VIR_ERR_RESOURCE_BUSY => ("resource busy", "resource busy: %s"),
        VIR_ERR_INVALID_NWFILTER_BINDING => {
            ("Invalid network filter binding", "Invalid network filter binding: %s")
        }
        VIR_ERR_INVALID_DOMAIN_CHECKPOINT => ("Invalid domain checkpoint", "Invalid domain checkpoint: %s"),
        VIR_ERR_INVALID_NETWORK_PORT => ("Invalid network port pointer", "Invalid network port pointer: %s"),
        _ => ("An error occurred, but the cause is unknown", "%s"),
    }
}

impl Error {
    /// An error with `detail` put into the code's sentence; an empty detail gives the bare sentence.
    pub fn new(code: ErrorCode, domain: ErrorDomain, detail: impl Into<String>) -> Self {
        let detail = detail.into();
        let (bare, with) = template(code);
        let (pattern, message) =
            if detail.is_empty() { (bare, bare.to_owned()) } else { (with, with.replacen("%s", &detail, 1)) };
        let text = (!detail.is_empty()).then_some(detail);
        Self(Box::new(Detail {
            code,
            domain,
            level: ErrorLevel::VIR_ERR_ERROR,
            message,
            texts: [Some(pattern.to_owned()), text, None],
            ints: [-1, -1],
        }))
    }

    /// The call is part of the API, but nothing behind this connection implements it.
    pub fn no_support(domain: ErrorDomain, function: &str) -> Self {
        Self::new(ErrorCode::VIR_ERR_NO_SUPPORT, domain, function)
    }

    /// A broken promise inside the library or a peer; the text says which.
    pub fn internal(domain: ErrorDomain, detail: impl Into<String>) -> Self {
        Self::new(ErrorCode::VIR_ERR_INTERNAL_ERROR, domain, detail)
    }

    /// An argument whose value makes no sense; the original's sentence is the whole text.
    pub fn invalid_arg(domain: ErrorDomain, detail: impl Into<String>) -> Self {
        Self::new(ErrorCode::VIR_ERR_INVALID_ARG, domain, detail)
    }

    /// `argument` of `function` must not be NULL. The original gives this text without the usual prefix.
    pub fn null_arg(domain: ErrorDomain, argument: &str, function: &str) -> Self {
        let mut error = Self::new(ErrorCode::VIR_ERR_INVALID_ARG, domain, "");
        error.0.message = format!("{argument} in {function} must not be NULL");
        error
    }

    /// Flags that `function` does not know.
    pub fn unsupported_flags(domain: ErrorDomain, unknown: u32, function: &str) -> Self {
        let mut error = Self::new(ErrorCode::VIR_ERR_INVALID_ARG, domain, "");
        error.0.message = format!("unsupported flags (0x{unknown:x}) in function {function}");
        error
    }

    /// A system call failed: what was tried, and on what; the cause is added from `source`.
    pub fn system(domain: ErrorDomain, what: impl fmt::Display, source: &std::io::Error) -> Self {
        let cause = crate::util::os_error_text(source);
        let mut error = Self::new(ErrorCode::VIR_ERR_SYSTEM_ERROR, domain, format!("{what}: {cause}"));
        error.0.ints[0] = source.raw_os_error().unwrap_or(-1);
        error
    }

    /// The same error, said to come from another part of the library.
    #[must_use]
    pub fn in_domain(mut self, domain: ErrorDomain) -> Self {
        self.0.domain = domain;
        self
    }

    /// What kind of failure it is.
    pub fn code(&self) -> ErrorCode {
        self.0.code
    }

    /// The whole text.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// All fields, for the C view.
    pub fn detail(&self) -> &Detail {
        &self.0
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}/{:?}: {}", self.0.code, self.0.domain, self.0.message)
    }
}

impl std::error::Error for Error {}
