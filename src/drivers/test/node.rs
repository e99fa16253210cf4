//! The test host as a node, and the connection to it.

#![forbid(unsafe_code)]

use std::ffi::CStr;

use super::TestDriver;
use crate::driver::HostDriver;
use crate::error::Result;
use crate::util::sys;

impl HostDriver for TestDriver {
    fn connect_get_type(&self) -> Result<&'static CStr> {
        Ok(c"TEST")
    }

    fn connect_get_version(&self) -> Result<u64> {
        Ok(2)
    }

    fn connect_get_hostname(&self) -> Result<String> {
        Ok(sys::hostname())
    }

    fn connect_get_max_vcpus(&self, _kind: Option<&str>) -> Result<i32> {
        Ok(32)
    }

    fn connect_is_alive(&self) -> Result<bool> {
        Ok(true)
    }

    fn connect_is_encrypted(&self) -> Result<bool> {
        Ok(false)
    }

    fn connect_is_secure(&self) -> Result<bool> {
        Ok(true)
    }
}
