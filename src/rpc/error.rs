//! Errors: ours to what is sent of them and back, and those that the protocol itself can have.

#![forbid(unsafe_code)]

use std::fmt::Display;
use std::io;

use super::protocol::net::MessageError;
use super::xdr::Fault;
use crate::error::{Detail, Error, ErrorCode, ErrorDomain, ErrorLevel};

include!(concat!(env!("OUT_DIR"), "/errors.rs"));

/// Where all errors of this module come from.
const FROM: ErrorDomain = ErrorDomain::VIR_FROM_RPC;

/// Something is wrong with what was, or was to be, said.
pub fn rpc(text: impl Into<String>) -> Error {
    Error::new(ErrorCode::VIR_ERR_RPC, FROM, text)
}

/// The connection cannot be used.
pub fn internal(text: &str) -> Error {
    Error::internal(FROM, text)
}

/// A system call on the connection failed.
pub fn system(what: &str, cause: &io::Error) -> Error {
    Error::system(FROM, what, cause)
}

/// `what`, such as "message payload", does not follow its type. The reason is for the log; the text is the original's.
pub fn undecodable(what: impl Display) -> impl FnOnce(Fault) -> Error {
    move |fault| {
        log::debug!("cannot decode {what}: {fault}");
        rpc(format!("Unable to decode {what}"))
    }
}

/// As [`undecodable`], on the way out. As in the original, too many typed parameters have an error of their own.
pub fn unencodable(what: impl Display) -> impl FnOnce(Fault) -> Error {
    move |fault| {
        log::debug!("cannot encode {what}: {fault}");
        match fault {
            Fault::TooMany { of, count, limit } if of.ends_with("::TypedParam") => {
                let text = format!("too many parameters '{count}' for limit '{limit}'");
                Error::new(ErrorCode::VIR_ERR_RPC, ErrorDomain::VIR_FROM_NONE, text)
            }
            _ => rpc(format!("Unable to encode {what}")),
        }
    }
}

impl MessageError {
    /// What is sent of an error.
    pub fn from_error(error: &Error) -> Self {
        let Detail { code, domain, level, message, texts: [str1, str2, str3], ints: [int1, int2] } =
            error.detail().clone();
        Self {
            code: code as i32,
            domain: domain as i32,
            message: Some(message),
            level: level as i32,
            // As in the original, which no longer says what an error is about.
            dom: None,
            str1,
            str2,
            str3,
            int1,
            int2,
            net: None,
        }
    }

    /// The error that was sent. Numbers that only a newer peer knows become general ones; the text says what they mean.
    pub fn into_error(self) -> Error {
        let Some(message) = self.message.filter(|_| self.code != 0) else { return Error::unknown_cause() };
        let mut code = code(self.code).unwrap_or(ErrorCode::VIR_ERR_INTERNAL_ERROR);
        // As in the original: an older daemon lacks the procedure, so the function is not supported there.
        if code == ErrorCode::VIR_ERR_RPC && message.starts_with("unknown procedure") {
            code = ErrorCode::VIR_ERR_NO_SUPPORT;
        }
        Error::from_detail(Detail {
            code,
            domain: domain(self.domain).unwrap_or(ErrorDomain::VIR_FROM_NONE),
            level: level(self.level).unwrap_or(ErrorLevel::VIR_ERR_ERROR),
            message,
            texts: [self.str1, self.str2, self.str3],
            ints: [self.int1, self.int2],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_goes_there_and_back() {
        let error = Error::new(ErrorCode::VIR_ERR_NO_DOMAIN, ErrorDomain::VIR_FROM_TEST, "x");
        let sent = MessageError::from_error(&error);
        assert_eq!((sent.code, sent.domain, sent.level), (42, 12, 2));
        assert_eq!(sent.str2.as_deref(), Some("x"));
        let back = sent.clone().into_error();
        assert_eq!(MessageError::from_error(&back), sent);
    }

    #[test]
    fn what_a_newer_peer_says_keeps_its_text() {
        let sent = MessageError { code: 9999, domain: 999, ..MessageError::from_error(&rpc("new")) };
        let error = sent.into_error();
        assert_eq!(
            (error.code(), error.message()),
            (ErrorCode::VIR_ERR_INTERNAL_ERROR, "new"),
            "a number without a name"
        );
    }

    #[test]
    fn an_unknown_procedure_is_a_function_that_is_not_supported() {
        let error = MessageError::from_error(&rpc("unknown procedure: 455")).into_error();
        assert_eq!(error.code(), ErrorCode::VIR_ERR_NO_SUPPORT);
        assert_eq!(error.message(), "unknown procedure: 455");
    }
}
