//! Connecting to a port of another host.

#![forbid(unsafe_code)]

use std::io;
use std::net::{TcpStream, ToSocketAddrs};

use crate::error::{Error, ErrorCode, ErrorDomain, Result};

const FROM: ErrorDomain = ErrorDomain::VIR_FROM_RPC;

/// Connects to the first address of `host` that answers.
pub fn connect(host: &str, port: u16) -> Result<TcpStream> {
    let addresses = (host, port).to_socket_addrs().map_err(|cause| {
        let cause = cause.to_string();
        // The resolver's own words.
        let why = cause.strip_prefix("failed to lookup address information: ").unwrap_or(&cause);
        let text = format!("Unable to resolve address '{host}' service '{port}': {why}");
        Error::new(ErrorCode::VIR_ERR_SYSTEM_ERROR, FROM, text)
    })?;
    let mut failure = io::Error::from(nix::errno::Errno::EADDRNOTAVAIL);
    for address in addresses {
        match TcpStream::connect(address) {
            Ok(stream) => return Ok(stream),
            Err(error) => {
                log::debug!("{address}: {error}");
                failure = error;
            }
        }
    }
    Err(Error::system(FROM, format!("unable to connect to server at '{host}:{port}'"), &failure))
}
