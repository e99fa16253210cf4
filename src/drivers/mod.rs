//! The drivers, and which of them answers for a URI.

#![forbid(unsafe_code)]

pub mod qemu;
pub mod test;

use std::env;
use std::os::unix::net::UnixStream;

use crate::auth::Authenticator;
use crate::connect::READ_ONLY;
use crate::driver::{Opened, check_flags};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::util::uri::Uri;

/// Opens `uri` (the default for `None` or empty text) with the responsible driver. `flags` are
/// `virConnectFlags`; `auth` is asked where credentials are needed.
pub fn open(uri: Option<&str>, auth: Option<&dyn Authenticator>, flags: u32) -> Result<Opened> {
    let default = env::var("LIBVIRT_DEFAULT_URI").unwrap_or_default();
    let text = uri.filter(|text| !text.is_empty()).unwrap_or(&default);
    let uri = if text.is_empty() { Uri::default() } else { Uri::parse(text)? };
    let local = uri.transport.is_none();
    match uri.scheme.as_deref() {
        None if !text.is_empty() => {
            let detail = format!("URI '{text}' does not include a driver name");
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
            let path = uri.param("socket").map_or_else(|| daemon_socket(read_only), str::to_owned);
            if let Err(cause) = UnixStream::connect(&path) {
                let what = format!("Failed to connect socket to '{path}'");
                return Error::system(ErrorDomain::VIR_FROM_RPC, what, &cause);
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

/// Where the daemon of this user listens: the system's for root, else that of the session.
fn daemon_socket(read_only: bool) -> String {
    if nix::unistd::geteuid().is_root() {
        return format!("/var/run/libvirt/libvirt-sock{}", if read_only { "-ro" } else { "" });
    }
    let runtime = env::var("XDG_RUNTIME_DIR")
        .ok()
        .filter(|dir| !dir.is_empty())
        .or_else(|| env::var("HOME").ok().map(|home| format!("{home}/.cache")));
    format!("{}/libvirt/libvirt-sock", runtime.unwrap_or_default())
}
