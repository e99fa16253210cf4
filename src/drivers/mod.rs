//! The drivers, and which of them answers for a URI.

#![forbid(unsafe_code)]

pub mod qemu;
pub mod remote;
pub mod test;

use std::env;

use crate::abi::virConnectFlags;
use crate::auth::Authenticator;
use crate::connect::READ_ONLY;
use crate::driver::{Opened, check_flags};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::util::client_conf::ClientConf;
use crate::util::uri::Uri;

/// `VIR_CONNECT_NO_ALIASES`: the URI is not looked up in the configuration.
const NO_ALIASES: u32 = virConnectFlags::VIR_CONNECT_NO_ALIASES as u32;

/// Opens `uri` (the default for `None` or empty text) with the responsible driver. `flags` are
/// `virConnectFlags`; `auth` is asked where credentials are needed.
pub fn open(uri: Option<&str>, auth: Option<&dyn Authenticator>, flags: u32) -> Result<Opened> {
    let conf = ClientConf::read("libvirt.conf")?;
    let from_environment = env::var("LIBVIRT_DEFAULT_URI").unwrap_or_default();
    let named = [uri.unwrap_or_default(), &from_environment].into_iter().find(|text| !text.is_empty());
    let mut text = named.map_or_else(|| conf.default_uri(), |text| Ok(Some(text)))?;
    if let Some(alias) = text.filter(|_| flags & NO_ALIASES == 0) {
        text = conf.resolve(alias)?.or(text);
    }
    let asked = uri.unwrap_or("(null)");
    let uri = text.map(Uri::parse).transpose()?.unwrap_or_default();
    let local = uri.transport.is_none();
    match uri.scheme.as_deref() {
        None if text.is_some() => {
            let detail = format!("URI '{asked}' does not include a driver name");
            Err(Error::new(ErrorCode::VIR_ERR_NO_CONNECT, ErrorDomain::VIR_FROM_NONE, detail))
        }
        Some(scheme) if !local && uri.path == "/embed" => {
            let transport = uri.transport.as_deref().unwrap_or_default();
            let detail = format!("URI scheme '{scheme}+{transport}' for embedded driver is not valid");
            Err(Error::new(ErrorCode::VIR_ERR_NO_CONNECT, ErrorDomain::VIR_FROM_NONE, detail))
        }
        Some("test") if local && uri.server.is_none() => {
            check_flags(flags, READ_ONLY, ErrorDomain::VIR_FROM_TEST, "testConnectOpen")?;
            test::open(&uri, auth)
        }
        Some("qemu") if local && uri.path == "/embed" => {
            check_flags(flags, READ_ONLY, ErrorDomain::VIR_FROM_QEMU, "qemuConnectOpen")?;
            qemu::open(&uri, flags & READ_ONLY != 0)
        }
        // Without a URI the original looks for a daemon too.
        _ => remote::open(text.is_some().then_some(&uri), &conf, auth, flags),
    }
}
