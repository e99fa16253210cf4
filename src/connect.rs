//! The connection handle: URI, access mode, driver, and what a program attached to it.
//!
//! Lock order: the three locks here guard single fields, are leaves, and are never held while user code
//! runs.

#![forbid(unsafe_code)]

use std::sync::{Arc, Mutex};

use crate::driver::HypervisorDriver;
use crate::drivers;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::event::callback::{CloseCallback, ErrorHandler};
use crate::handle::Magic;
use crate::util::lock;

/// What a `virConnectPtr` points to.
#[repr(C)]
pub struct Connect {
    magic: Magic,
    uri: String,
    read_only: bool,
    driver: Arc<dyn HypervisorDriver>,
    close_callback: Mutex<Option<Arc<CloseCallback>>>,
    last_error: Mutex<Option<Error>>,
    error_handler: Mutex<Option<ErrorHandler>>,
}

impl Connect {
    /// "vCon"
    pub const MAGIC: u32 = 0x7643_6f6e;

    /// Opens `uri` with the driver that is responsible for it; `None` and empty text mean the default.
    pub fn open(uri: Option<&str>, read_only: bool) -> Result<Arc<Self>> {
        let opened = drivers::open(uri, read_only)?;
        Ok(Arc::new(Self {
            magic: Magic::new(Self::MAGIC),
            uri: opened.uri,
            read_only,
            driver: opened.driver,
            close_callback: Mutex::default(),
            last_error: Mutex::default(),
            error_handler: Mutex::default(),
        }))
    }

    /// The canonical URI.
    pub fn uri(&self) -> &str {
        &self.uri
    }

    /// The driver behind the connection.
    pub fn driver(&self) -> &dyn HypervisorDriver {
        &*self.driver
    }

    /// Fails on a read-only connection, as every changing call does.
    pub fn check_writable(&self, domain: ErrorDomain, function: &str) -> Result<()> {
        if self.read_only {
            let text = format!("read only access prevents {function}");
            return Err(Error::new(ErrorCode::VIR_ERR_OPERATION_DENIED, domain, text));
        }
        Ok(())
    }

    /// Whether only reading calls are allowed.
    pub fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// The callback for the loss of the connection.
    pub fn close_callback(&self) -> &Mutex<Option<Arc<CloseCallback>>> {
        &self.close_callback
    }

    /// The last error that a call on this connection left.
    pub fn last_error(&self) -> Option<Error> {
        lock(&self.last_error).clone()
    }

    /// Replaces the last error of this connection.
    pub fn set_last_error(&self, error: Option<Error>) {
        *lock(&self.last_error) = error;
    }

    /// The connection's own error handler.
    pub fn error_handler(&self) -> Option<ErrorHandler> {
        *lock(&self.error_handler)
    }

    /// Replaces the connection's own error handler.
    pub fn set_error_handler(&self, handler: Option<ErrorHandler>) {
        *lock(&self.error_handler) = handler;
    }
}
