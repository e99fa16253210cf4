//! The connection handle: URI, access mode, driver, and what a program attached to it.
//!
//! Lock order: the lock here guards a single field, is a leaf, and is never held while user code runs.

#![forbid(unsafe_code)]

use std::any::Any;
use std::sync::{Arc, Mutex, OnceLock};

use crate::abi::virConnectFlags;
use crate::auth::Authenticator;
use crate::driver::{HypervisorDriver, Opened};
use crate::drivers;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::event::callback::ErrorHandler;
use crate::handle::Magic;
use crate::util::{lock, log as log_sink};

/// `VIR_CONNECT_RO`: a connection that only reads.
pub const READ_ONLY: u32 = virConnectFlags::VIR_CONNECT_RO as u32;

/// What a `virConnectPtr` points to.
#[repr(C)]
pub struct Connect {
    magic: Magic,
    uri: String,
    read_only: bool,
    driver: Arc<dyn HypervisorDriver>,
    error_handler: Mutex<Option<ErrorHandler>>,
    attachment: OnceLock<Box<dyn Any + Send + Sync>>,
}

impl Connect {
    /// "vCon"
    pub const MAGIC: u32 = 0x7643_6f6e;

    /// Opens `uri` with the driver that is responsible for it; `None` and empty text mean the default.
    /// `flags` are `virConnectFlags`.
    pub fn open(uri: Option<&str>, flags: u32) -> Result<Arc<Self>> {
        Self::open_auth(uri, None, flags)
    }

    /// As [`Connect::open`], with `auth` to ask where credentials are needed.
    pub fn open_auth(uri: Option<&str>, auth: Option<&dyn Authenticator>, flags: u32) -> Result<Arc<Self>> {
        log_sink::init()?;
        let opened = drivers::open(uri, auth, flags)?;
        log::info!("opened '{}'", opened.uri);
        Ok(Self::new(opened, flags))
    }

    /// A connection to what a driver opened.
    pub fn new(opened: Opened, flags: u32) -> Arc<Self> {
        Arc::new(Self {
            magic: Magic::new(Self::MAGIC),
            uri: opened.uri,
            read_only: flags & READ_ONLY != 0,
            driver: opened.driver,
            error_handler: Mutex::default(),
            attachment: OnceLock::new(),
        })
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

    /// Fails on a read-only connection, as every call does that would show passwords.
    pub fn check_secrets(&self, domain: ErrorDomain, function: &str) -> Result<()> {
        if self.read_only {
            let text = format!("{function} with secure flag");
            return Err(Error::new(ErrorCode::VIR_ERR_OPERATION_DENIED, domain, text));
        }
        Ok(())
    }

    /// Whether only reading calls are allowed.
    pub fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// The connection's own error handler.
    pub fn error_handler(&self) -> Option<ErrorHandler> {
        *lock(&self.error_handler)
    }

    /// Replaces the connection's own error handler.
    pub fn set_error_handler(&self, handler: Option<ErrorHandler>) {
        *lock(&self.error_handler) = handler;
    }

    /// What the C boundary keeps with the connection, made at the first call. There is one type of it.
    pub fn attachment<T: Any + Send + Sync + Default>(&self) -> &T {
        self.attachment.get_or_init(|| Box::<T>::default()).downcast_ref().expect("one type is attached")
    }
}
