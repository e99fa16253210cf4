//! The way to the administration socket of a daemon: which daemon a URI means, and where it listens.

#![forbid(unsafe_code)]

use std::borrow::Cow;
use std::env;
use std::os::unix::net::UnixStream;
use std::path::PathBuf;

use super::{FROM, NO_ALIASES};
use crate::error::{Error, ErrorCode, Result};
use crate::util::client_conf::ClientConf;
use crate::util::uri::Uri;
use crate::util::{unix_socket, user_dirs};

/// Connects with the administration socket of the daemon that `name`, a URI or its alias, means; `None` is the
/// default daemon. `flags` are `virConnectFlags`. Returns the URI as well.
pub(super) fn connect(name: Option<&str>, flags: u32) -> Result<(UnixStream, Uri)> {
    let uri = Uri::parse(&resolve(name, flags)?)?;
    Ok((unix_socket::connect(&socket_path(&uri)?)?, uri))
}

/// The URI that `name` stands for.
fn resolve(name: Option<&str>, flags: u32) -> Result<Cow<'_, str>> {
    let conf = ClientConf::read("libvirt-admin.conf")?;
    let uri = match name {
        Some(name) => Cow::from(name),
        None => default_uri(&conf)?,
    };
    if flags & NO_ALIASES == 0
        && let Some(meant) = conf.resolve(&uri)?
    {
        return Ok(meant.to_owned().into());
    }
    Ok(uri)
}

fn default_uri(conf: &ClientConf) -> Result<Cow<'static, str>> {
    if let Ok(uri) = env::var("LIBVIRT_ADMIN_DEFAULT_URI")
        && !uri.is_empty()
    {
        return Ok(uri.into());
    }
    let own = if nix::unistd::geteuid().is_root() { "libvirtd:///system" } else { "libvirtd:///session" };
    Ok(conf.default_uri()?.map_or(own.into(), |uri| uri.to_owned().into()))
}

/// Where the daemon listens. A socket that is named counts whatever else the URI says.
fn socket_path(uri: &Uri) -> Result<PathBuf> {
    let unsupported = |text| Err(Error::new(ErrorCode::VIR_ERR_CONFIG_UNSUPPORTED, FROM, text));
    if let Some((name, _)) = uri.params.iter().find(|(name, _)| name != "socket") {
        return unsupported(format!("Unknown URI parameter '{name}'"));
    }
    if let Some(path) = uri.param("socket") {
        return Ok(path.into());
    }
    let Some(scheme) = uri.scheme.as_deref() else {
        return unsupported("No URI scheme specified".to_owned());
    };
    let scheme = match uri.transport.as_deref() {
        Some(transport) => format!("{scheme}+{transport}"),
        None => scheme.to_owned(),
    };
    let daemon = match scheme.as_str() {
        "libvirtd" => "libvirt",
        daemon if daemon.starts_with("virt") => daemon,
        _ => return unsupported(format!("Unsupported URI scheme '{scheme}'")),
    };
    let dir = match uri.path.as_str() {
        "/system" => PathBuf::from("/run/libvirt"),
        "/session" => user_dirs::runtime_dir(),
        path => return unsupported(format!("Invalid URI path '{path}', try '/system'")),
    };
    Ok(dir.join(format!("{daemon}-admin-sock")))
}
