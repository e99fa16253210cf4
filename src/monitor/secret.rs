//! Passwords on their way to QEMU: wiped when they are done with, and never shown.

#![forbid(unsafe_code)]

use std::fmt;

use zeroize::Zeroizing;

/// A password in memory. Its bytes are overwritten when the last use is over.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Zeroizing<Vec<u8>>);

impl Secret {
    /// Takes over the bytes.
    pub fn new(bytes: impl Into<Vec<u8>>) -> Self {
        Self(Zeroizing::new(bytes.into()))
    }

    /// The bytes themselves.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// The bytes as text, if they are; QMP can say nothing else.
    pub fn text(&self) -> Option<&str> {
        std::str::from_utf8(&self.0).ok()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("(secret)")
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

/// Whether a program's own command may have a password in it.
pub(super) fn is_likely_in(command: &str) -> bool {
    let lower = command.to_ascii_lowercase();
    lower.contains("passw") || lower.contains("passphrase") || lower.contains("secret")
}
