//! Ethernet addresses.

#![forbid(unsafe_code)]

use std::fmt;
use std::str::FromStr;

use crate::conf::domain::fail;
use crate::error::Result;
use crate::ident::Uuid;

/// An Ethernet address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct MacAddress(pub [u8; 6]);

impl MacAddress {
    /// An address that no other guest is likely to have, with the beginning that belongs to QEMU.
    pub(super) fn generate() -> Self {
        let random = Uuid::new_v4();
        let [a, b, c, ..] = *random.as_bytes();
        Self([0x52, 0x54, 0x00, a, b, c])
    }

    pub(super) fn parse(text: &str) -> Result<Self> {
        let mac: Self =
            text.parse().map_err(|()| fail::xml(format!("unable to parse mac address '{text}'")))?;
        if mac.0[0] & 1 != 0 {
            let detail = format!("expected unicast mac address, found multicast '{text}'");
            return Err(fail::xml(detail));
        }
        Ok(mac)
    }
}

impl FromStr for MacAddress {
    type Err = ();

    /// Six parts of one or two digits, with colons between them.
    fn from_str(text: &str) -> Result<Self, ()> {
        let mut bytes = [0; 6];
        let mut parts = text.split(':');
        for byte in &mut bytes {
            let part = parts.next().filter(|part| part.bytes().all(|b| b.is_ascii_hexdigit())).ok_or(())?;
            *byte = u8::from_str_radix(part, 16).map_err(|_| ())?;
        }
        parts.next().map_or(Ok(Self(bytes)), |_| Err(()))
    }
}

impl fmt::Display for MacAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [a, b, c, d, e, g] = self.0;
        write!(f, "{a:02x}:{b:02x}:{c:02x}:{d:02x}:{e:02x}:{g:02x}")
    }
}
