//! Ports for VNC servers: chosen by the driver from a range, or taken as the XML says.
//!
//! A port counts as free if nobody of ours has it and it can be bound at the moment. QEMU binds it a little
//! later; should somebody else be faster, QEMU says so and the start fails.

#![forbid(unsafe_code)]

use std::collections::BTreeSet;
use std::net::{Ipv4Addr, Ipv6Addr, TcpListener};
use std::sync::{Arc, Mutex};

use crate::error::{Error, ErrorDomain, Result};
use crate::util::lock;

/// The ports in use by running domains. Its lock is a leaf.
#[derive(Debug, Default)]
pub struct Ports {
    taken: Arc<Mutex<BTreeSet<u16>>>,
}

/// A port that is ours until this is dropped.
#[derive(Debug)]
pub struct Lease {
    port: u16,
    taken: Arc<Mutex<BTreeSet<u16>>>,
}

impl Lease {
    /// The port.
    pub fn port(&self) -> u16 {
        self.port
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        lock(&self.taken).remove(&self.port);
    }
}

impl Ports {
    /// Takes the first free port from `first` to `last`.
    ///
    /// # Errors
    /// `VIR_ERR_INTERNAL_ERROR` if there is none.
    pub fn choose(&self, (first, last): (u16, u16)) -> Result<Lease> {
        (first..=last).find_map(|port| self.take(port)).ok_or_else(|| {
            let text = format!("Unable to find an unused port in range 'display' ({first}-{last})");
            Error::internal(ErrorDomain::VIR_FROM_NONE, text)
        })
    }

    /// Takes `port`, which the XML names. Whether somebody outside has it is left to QEMU to find out, because
    /// that depends on the address.
    ///
    /// # Errors
    /// `VIR_ERR_INTERNAL_ERROR` if another domain has it.
    pub fn reserve(&self, port: u16) -> Result<Lease> {
        if lock(&self.taken).insert(port) {
            return Ok(self.lease(port));
        }
        Err(Error::internal(ErrorDomain::VIR_FROM_NONE, format!("Failed to reserve port {port}")))
    }

    fn take(&self, port: u16) -> Option<Lease> {
        let mut taken = lock(&self.taken);
        if taken.contains(&port) || !can_bind(port) {
            return None;
        }
        taken.insert(port);
        drop(taken);
        Some(self.lease(port))
    }

    fn lease(&self, port: u16) -> Lease {
        Lease { port, taken: Arc::clone(&self.taken) }
    }
}

/// Whether nobody listens on `port`, whatever the address; a host without IPv6 is fine.
fn can_bind(port: u16) -> bool {
    let refused = |outcome: std::io::Result<TcpListener>| {
        outcome.is_err_and(|error| {
            matches!(error.kind(), std::io::ErrorKind::AddrInUse | std::io::ErrorKind::PermissionDenied)
        })
    };
    !refused(TcpListener::bind((Ipv4Addr::UNSPECIFIED, port)))
        && !refused(TcpListener::bind((Ipv6Addr::UNSPECIFIED, port)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_out_ports_in_use() {
        let outside = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let busy = outside.local_addr().unwrap().port();
        let ports = Ports::default();
        let error = ports.choose((busy, busy)).unwrap_err();
        assert!(error.message().starts_with("internal error: Unable to find an unused port"), "{error}");

        let first = ports.choose((20000, 30000)).unwrap();
        let second = ports.choose((first.port(), 30000)).unwrap();
        assert!(second.port() > first.port());
        let error = ports.reserve(second.port()).unwrap_err();
        assert_eq!(error.message(), format!("internal error: Failed to reserve port {}", second.port()));
        let port = first.port();
        drop(first);
        assert_eq!(ports.reserve(port).unwrap().port(), port);
    }
}
