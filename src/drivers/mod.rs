//! The drivers, and which of them answers for a URI.

#![forbid(unsafe_code)]

pub mod qemu;
pub mod test;

use std::env;

use crate::abi::virConnectFlags;
use crate::connect::READ_ONLY;
use crate::driver::{Opened, check_flags};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::util::client_conf::ClientConf;
use crate::util::uri::Uri;
use crate::util::{unix_socket, user_dirs};

/// `VIR_CONNECT_NO_ALIASES`: the URI is not looked up in the configuration.
const NO_ALIASES: u32 = virConnectFlags::VIR_CONNECT_NO_ALIASES as u32;

/// Opens `uri` (the default for `None` or empty text) with the responsible driver. `flags` are
/// `virConnectFlags`.
pub fn open(uri: Option<&str>, flags: u32) -> Result<Opened> {
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
            test::open(&uri)
        }
        Some("qemu") if local && uri.path == "/embed" => {
            check_flags(flags, READ_ONLY, ErrorDomain::VIR_FROM_QEMU, "qemuConnectOpen")?;
            qemu::open(&uri, flags & READ_ONLY != 0)
        }
        // Without a URI the original looks for a daemon too.
        _ => Err(remote(&uri, flags & READ_ONLY != 0)),
    }
}

/// Why a place that only a daemon can serve cannot be opened. The daemon's protocol is not spoken yet, so
/// that a daemon that answers is no help; one that does not gives the original's error.
fn remote(uri: &Uri, read_only: bool) -> Error {
    let transport = match (uri.transport.as_deref(), &uri.server) {
        (None, None) => "unix",
        (None, Some(_)) => "tls",
        (Some(transport), _) => transport,
    };
    match transport {
        "unix" => {
            let path = uri.param("socket").map_or_else(|| daemon_socket(uri, read_only), str::to_owned);
            if let Err(error) = unix_socket::connect(path.as_ref()) {
                return error;
            }
        }
        "tls" | "ssh" | "ext" | "tcp" | "libssh2" | "libssh" => {}
        _ => {
            let detail = "remote_open: transport in URL not recognised (should be tls|unix|ssh|ext|tcp|libssh2|libssh)";
            return Error::invalid_arg(ErrorDomain::VIR_FROM_REMOTE, detail);
        }
    }
    Error::new(ErrorCode::VIR_ERR_NO_CONNECT, ErrorDomain::VIR_FROM_REMOTE, uri.to_string())
}

/// Where the daemon listens: the system's, or, where the URI says so or nothing at all, that of a user other than root.
fn daemon_socket(uri: &Uri, read_only: bool) -> String {
    let session = uri.scheme.is_none() || uri.path == "/session";
    if !session || nix::unistd::geteuid().is_root() {
        return format!("/var/run/libvirt/libvirt-sock{}", if read_only { "-ro" } else { "" });
    }
    user_dirs::runtime_dir().join("libvirt-sock").to_string_lossy().into_owned()
}
