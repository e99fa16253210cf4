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
use crate::event;
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
    let asked = uri.filter(|text| !text.is_empty()).unwrap_or("(null)");
    let uri = text.map(Uri::parse).transpose()?.unwrap_or_default();
    let local = uri.transport.is_none();
    match uri.scheme.as_deref() {
        None if text.is_some() => Err(no_connect(format!("URI '{asked}' does not include a driver name"))),
        Some(scheme) if uri.path == "/embed" => {
            let root = embed_root(&uri, scheme)?;
            if scheme != "qemu" || uri.server.is_some() {
                return Err(no_connect(uri.to_string()));
            }
            check_flags(flags, READ_ONLY, ErrorDomain::VIR_FROM_QEMU, "qemuConnectOpen")?;
            qemu::open(&uri, root)
        }
        Some("test") if local && uri.server.is_none() => {
            check_flags(flags, READ_ONLY, ErrorDomain::VIR_FROM_TEST, "testConnectOpen")?;
            test::open(&uri, auth)
        }
        // Without a URI the original looks for a daemon too.
        _ => remote::open(text.is_some().then_some(&uri), &conf, auth, flags),
    }
}

/// Where a driver inside the process has its state, as the URI says. What the original checks before it looks whether
/// there is such a driver.
fn embed_root<'a>(uri: &'a Uri, scheme: &str) -> Result<&'a str> {
    let whole = [Some(scheme), uri.transport.as_deref()].into_iter().flatten().collect::<Vec<_>>().join("+");
    if !whole.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Err(no_connect(format!("URI scheme '{whole}' for embedded driver is not valid")));
    }
    let root = uri
        .param("root")
        .ok_or_else(|| Error::invalid_arg(ErrorDomain::VIR_FROM_URI, "Missing URI parameter 'root'"))?;
    if !root.starts_with('/') {
        let text = "root path must be absolute";
        return Err(Error::new(ErrorCode::VIR_ERR_CONFIG_UNSUPPORTED, ErrorDomain::VIR_FROM_NONE, text));
    }
    event::require()?;
    Ok(root)
}

fn no_connect(detail: String) -> Error {
    Error::new(ErrorCode::VIR_ERR_NO_CONNECT, ErrorDomain::VIR_FROM_NONE, detail)
}
