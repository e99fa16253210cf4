//! Connecting to the sockets of daemons.

#![forbid(unsafe_code)]

use std::io;
use std::os::linux::net::SocketAddrExt;
use std::os::unix::net::{SocketAddr, UnixStream};
use std::path::Path;

use nix::errno::Errno;

use crate::error::{Error, ErrorDomain, Result};

/// Connects to the socket at `path`; the errors are the original's.
pub fn connect(path: &Path) -> Result<UnixStream> {
    let failed = |what: String, cause: &io::Error| Error::system(ErrorDomain::VIR_FROM_RPC, what, cause);
    // As libvirt: no path is a name of zeros only, at which nobody listens.
    let nobody = path.as_os_str().is_empty().then(|| SocketAddr::from_abstract_name([0; 107]));
    let address = nobody.unwrap_or_else(|| SocketAddr::from_pathname(path)).map_err(|_| {
        let what = format!("Path {} too long for unix socket", path.display());
        failed(what, &Errno::ENOMEM.into())
    })?;
    UnixStream::connect_addr(&address)
        .map_err(|cause| failed(format!("Failed to connect socket to '{}'", path.display()), &cause))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_can_be_too_long() {
        let path = "/x".repeat(54);
        let error = connect(Path::new(&path)).unwrap_err();
        assert_eq!(error.message(), format!("Path {path} too long for unix socket: Cannot allocate memory"));
        let error = connect(Path::new(&path[..107])).unwrap_err();
        assert!(error.message().starts_with("Failed to connect socket to "), "{error}");
        let error = connect(Path::new("")).unwrap_err();
        assert_eq!(error.message(), "Failed to connect socket to '': Connection refused");
    }
}
