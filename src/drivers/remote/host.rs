//! The connection as such and the host behind it.

#![forbid(unsafe_code)]

use super::Remote;
use crate::driver::HostDriver;
use crate::error::Result;
use crate::rpc::protocol::remote::procedure;

impl HostDriver for Remote {
    fn connect_get_hostname(&self) -> Result<String> {
        Ok(self.call(procedure::CONNECT_GET_HOSTNAME, &())?.hostname)
    }
}
