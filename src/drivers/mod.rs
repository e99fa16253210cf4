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
use crate::util::user_dirs;

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
        Some("test") if local && uri.server.is_none() => {
            check_flags(flags, READ_ONLY, ErrorDomain::VIR_FROM_TEST, "testConnectOpen")?;
            test::open(&uri, auth)
        }
        Some("qemu") if local && uri.path == "/embed" => {
            check_flags(flags, READ_ONLY, ErrorDomain::VIR_FROM_QEMU, "qemuConnectOpen")?;
            qemu::open(&uri, flags & READ_ONLY != 0)
        }
        // Without a URI the original looks for a daemon too.
        _ => open_remote(&uri, flags),
    }
}

/// Opens a place that only a daemon can serve. So far only those on this host are reached.
fn open_remote(uri: &Uri, flags: u32) -> Result<Opened> {
    let transport = match (uri.transport.as_deref(), &uri.server) {
        (None, None) => "unix",
        (None, Some(_)) => "tls",
        (Some(transport), _) => transport,
    };
    match transport {
        "unix" => {
            let read_only = flags & READ_ONLY != 0;
            let path = uri.param("socket").map_or_else(|| daemon_socket(uri, read_only), str::to_owned);
            remote::open(uri, path.as_ref(), flags)
        }
        "tls" | "ssh" | "ext" | "tcp" | "libssh2" | "libssh" => {
            Err(Error::new(ErrorCode::VIR_ERR_NO_CONNECT, ErrorDomain::VIR_FROM_REMOTE, uri.to_string()))
        }
        _ => {
            let detail = "remote_open: transport in URL not recognised (should be tls|unix|ssh|ext|tcp|libssh2|libssh)";
            Err(Error::invalid_arg(ErrorDomain::VIR_FROM_REMOTE, detail))
        }
    }
}

/// Where the daemon listens: the system's, or, where the URI says so or nothing at all, that of a user other than root.
fn daemon_socket(uri: &Uri, read_only: bool) -> String {
    let session = uri.scheme.is_none() || uri.path == "/session";
    if !session || nix::unistd::geteuid().is_root() {
        return format!("/var/run/libvirt/libvirt-sock{}", if read_only { "-ro" } else { "" });
    }
    user_dirs::runtime_dir().join("libvirt-sock").to_string_lossy().into_owned()
}
