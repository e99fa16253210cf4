//! Saying who we are, in the way that the daemon wants.

#![forbid(unsafe_code)]

use super::{FROM, Way};
use crate::auth::Authenticator;
use crate::error::{Error, ErrorCode, Result};
use crate::rpc::client::Client;
use crate::rpc::protocol::remote::{AuthType, procedure};
use crate::util::uri::Uri;

/// Does what the daemon wants before it lets us in: of what it offers the first, or what the URI `asked` for.
/// `program` is asked for credentials.
pub fn authenticate(
    client: &Client,
    uri: Option<&Uri>,
    asked: Option<&str>,
    program: Option<&dyn Authenticator>,
    way: &mut Way,
) -> Result<()> {
    let offered = client.call(procedure::AUTH_LIST, &())?.types;
    let Some(&first) = offered.first() else { return Ok(()) };
    let mut mechanism = None;
    let chosen = match asked {
        None => first,
        Some(asked) => {
            let wanted = match asked.to_ascii_lowercase().as_str() {
                "polkit" => AuthType::POLKIT,
                "sasl" => AuthType::SASL,
                name if name.starts_with("sasl.") => {
                    mechanism = asked.get("sasl.".len()..);
                    AuthType::SASL
                }
                _ => return Err(failed(format!("unknown authentication type {asked}"))),
            };
            if !offered.contains(&wanted) {
                return Err(failed(format!("requested authentication type {asked} rejected")));
            }
            wanted
        }
    };
    match chosen {
        AuthType::NONE => Ok(()),
        // The daemon asks polkit, and that asks the user if an agent of his runs; we have no part in it.
        AuthType::POLKIT => client.call(procedure::AUTH_POLKIT, &()).map(drop),
        #[cfg(feature = "sasl")]
        AuthType::SASL => {
            super::sasl::authenticate(client, uri, mechanism, program, way.secure)?;
            // As in the original, for every mechanism.
            way.encrypted = true;
            Ok(())
        }
        other => {
            let _ = (uri, mechanism, program, way); // only some ways to say it need them
            Err(failed(format!("unsupported authentication type {}", other.0)))
        }
    }
}

/// We are not let in.
pub fn failed(text: impl Into<String>) -> Error {
    Error::new(ErrorCode::VIR_ERR_AUTH_FAILED, FROM, text)
}
