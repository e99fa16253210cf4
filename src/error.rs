//! The library's one error type and the thread's last error.
//!
//! An [`Error`] has the fields of the public `virError`; codes and domains are the public numbers. The C
//! view of the last error and the handlers that programs install are in `capi/virterror.rs`.

#![forbid(unsafe_code)]

pub mod texts;

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

impl Error {
    /// An error with `detail` put into the code's sentence; an empty detail gives the bare sentence.
    pub fn new(code: ErrorCode, domain: ErrorDomain, detail: impl Into<String>) -> Self {
        let detail = detail.into();
        let (bare, with) = texts::sentence(code);
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

    /// The original's answer where it fails without saying why.
    pub fn unknown_cause() -> Self {
        Self(Box::new(Detail {
            code: ErrorCode::VIR_ERR_INTERNAL_ERROR,
            domain: ErrorDomain::VIR_FROM_NONE,
            level: ErrorLevel::VIR_ERR_ERROR,
            message: texts::UNKNOWN_CAUSE.to_owned(),
            texts: [None, None, None],
            ints: [0, 0],
        }))
    }

    /// A broken promise inside the library or a peer; the text says which.
    pub fn internal(domain: ErrorDomain, detail: impl Into<String>) -> Self {
        Self::new(ErrorCode::VIR_ERR_INTERNAL_ERROR, domain, detail)
    }

    /// An argument whose value makes no sense; the original's sentence is the whole text.
    pub fn invalid_arg(domain: ErrorDomain, detail: impl Into<String>) -> Self {
        Self::new(ErrorCode::VIR_ERR_INVALID_ARG, domain, detail)
    }

    /// `argument` of `function` has a bad value; unlike [`Error::invalid_arg`] the original gives this kind of
    /// text without a prefix, and names function and argument in the extra texts.
    pub fn bad_argument(domain: ErrorDomain, function: &str, argument: &str, message: String) -> Self {
        Self(Box::new(Detail {
            code: ErrorCode::VIR_ERR_INVALID_ARG,
            domain,
            level: ErrorLevel::VIR_ERR_ERROR,
            message,
            texts: [Some(function.to_owned()), Some(argument.to_owned()), None],
            ints: [0, 0],
        }))
    }

    /// `argument` of `function` must be something that it is not, such as "zero or greater".
    pub fn arg_must(domain: ErrorDomain, argument: &str, function: &str, what: &str) -> Self {
        Self::bad_argument(domain, function, argument, format!("{argument} in {function} must {what}"))
    }

    /// `argument` of `function` must not be NULL.
    pub fn null_arg(domain: ErrorDomain, argument: &str, function: &str) -> Self {
        Self::arg_must(domain, argument, function, "not be NULL")
    }

    /// Flags that `function` does not know.
    pub fn unsupported_flags(domain: ErrorDomain, unknown: u32, function: &str) -> Self {
        let message = format!("unsupported flags (0x{unknown:x}) in function {function}");
        Self::bad_argument(domain, function, "flags", message)
    }

    /// A system call failed: what was tried, and on what; the cause is added from `source`.
    pub fn system(domain: ErrorDomain, what: impl fmt::Display, source: &std::io::Error) -> Self {
        let cause = crate::util::os_error_text(source);
        let mut error = Self::new(ErrorCode::VIR_ERR_SYSTEM_ERROR, domain, format!("{what}: {cause}"));
        error.0.ints[0] = source.raw_os_error().unwrap_or(-1);
        error
    }

    /// An error from elsewhere, as it is.
    pub fn from_detail(detail: Detail) -> Self {
        Self(Box::new(detail))
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
