//! The connection as such and the host behind it.

#![forbid(unsafe_code)]

use super::Remote;
use crate::driver::HostDriver;

impl HostDriver for Remote {
    calls! { remote;
        fn connect_get_hostname(&self) -> String = CONNECT_GET_HOSTNAME => |ret| ret.hostname;
        fn connect_get_sysinfo(&self, flags: u32) -> String = CONNECT_GET_SYSINFO { flags } => |ret| ret.sysinfo;
    }
}
