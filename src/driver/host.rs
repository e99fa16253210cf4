//! The connection as such and the host behind it.

#![forbid(unsafe_code)]

use std::ffi::CStr;

use super::Driver;
use crate::error::Result;

/// The connection as such and the host behind it (`libvirt-host.h`).
pub trait HostDriver: Driver {
    driver_methods! { VIR_FROM_DOMAIN;
        /// The driver's public name, such as "QEMU".
        fn connect_get_type(&self) -> &'static CStr => "virConnectGetType";
        /// Version of the hypervisor: major * 1,000,000 + minor * 1,000 + release.
        fn connect_get_version(&self) -> u64 => "virConnectGetVersion";
        /// Name of the host.
        fn connect_get_hostname(&self) -> String => "virConnectGetHostname";
        /// Most virtual CPUs of one domain of the given type.
        fn connect_get_max_vcpus(&self, kind: Option<&str>) -> i32 => "virConnectGetMaxVcpus";
        /// Whether the connection still works.
        fn connect_is_alive(&self) -> bool => "virConnectIsAlive";
        /// Whether the connection is encrypted.
        fn connect_is_encrypted(&self) -> bool => "virConnectIsEncrypted";
        /// Whether nobody can listen in.
        fn connect_is_secure(&self) -> bool => "virConnectIsSecure";
    }
}
