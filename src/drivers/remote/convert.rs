//! The forms of names and handles on the wire.

#![forbid(unsafe_code)]

use crate::domain::Domain;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::ident::{DomainId, DomainKey, Name, Uuid};
use crate::rpc::protocol::remote;

impl From<&Domain> for remote::NonnullDomain {
    fn from(dom: &Domain) -> Self {
        Self {
            name: dom.name().as_str().to_owned(),
            uuid: *dom.uuid().as_bytes(),
            id: dom.id().map_or(-1, |id| id.0 as i32),
        }
    }
}

impl TryFrom<remote::NonnullDomain> for DomainKey {
    type Error = Error;

    fn try_from(dom: remote::NonnullDomain) -> Result<Self> {
        let id = u32::try_from(dom.id).ok().map(DomainId);
        Ok(Self { name: name(dom.name)?, uuid: Uuid::from_bytes(dom.uuid), id })
    }
}

/// A name that a daemon gave.
fn name(text: String) -> Result<Name> {
    Name::new(&text).ok_or_else(|| {
        let text = format!("the daemon gave the name '{}'", text.escape_debug());
        Error::new(ErrorCode::VIR_ERR_RPC, ErrorDomain::VIR_FROM_REMOTE, text)
    })
}
