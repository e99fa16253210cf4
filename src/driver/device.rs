//! Devices of domains that come, change and go, and connections to consoles, channels and screens.

#![forbid(unsafe_code)]

use std::os::fd::{OwnedFd, RawFd};

use super::Driver;
use crate::domain::Domain;
use crate::error::Result;
use crate::stream::Stream;
use crate::typed_param::TypedParameter;

/// Devices. No `flags` are known where nothing else is said.
pub trait DeviceDriver: Driver {
    driver_methods! { VIR_FROM_DOMAIN;
        /// Adds a device to the running domain.
        fn domain_attach_device(&self, dom: &Domain, xml: &str) -> () => "virDomainAttachDevice";
        /// Adds a device; `flags` are `virDomainDeviceModifyFlags`.
        fn domain_attach_device_flags(&self, dom: &Domain, xml: &str, flags: u32) -> () => "virDomainAttachDeviceFlags";
        /// Removes a device from the running domain.
        fn domain_detach_device(&self, dom: &Domain, xml: &str) -> () => "virDomainDetachDevice";
        /// Removes a device; `flags` are `virDomainDeviceModifyFlags`.
        fn domain_detach_device_flags(&self, dom: &Domain, xml: &str, flags: u32) -> () => "virDomainDetachDeviceFlags";
        /// Removes the device with this alias; `flags` are `virDomainDeviceModifyFlags`.
        fn domain_detach_device_alias(&self, dom: &Domain, alias: &str, flags: u32) -> () => "virDomainDetachDeviceAlias";
        /// Changes a device; `flags` are `virDomainDeviceModifyFlags`.
        fn domain_update_device_flags(&self, dom: &Domain, xml: &str, flags: u32) -> () => "virDomainUpdateDeviceFlags";
        /// Gives descriptors a name that the domain's XML can use; `flags` are `virDomainFDAssociateFlags`.
        fn domain_fd_associate(&self, dom: &Domain, name: &str, files: &[RawFd], flags: u32) -> ()
            => "virDomainFDAssociate";
        /// Tells the network where a guest's interface is, of one device or of all.
        fn domain_announce_interface(&self, dom: &Domain, device: Option<&str>, params: &[TypedParameter], flags: u32)
            -> () => "virDomainAnnounceInterface";

        /// Connects a stream to a console, the first by default; `flags` are `virDomainConsoleFlags`.
        fn domain_open_console(&self, dom: &Domain, device: Option<&str>, stream: &Stream, flags: u32) -> ()
            => "virDomainOpenConsole";
        /// Connects a stream to a channel, the first by default; `flags` are `virDomainChannelFlags`.
        fn domain_open_channel(&self, dom: &Domain, name: Option<&str>, stream: &Stream, flags: u32) -> ()
            => "virDomainOpenChannel";
        /// Connects a socket to a graphics display; `flags` are `virDomainOpenGraphicsFlags`.
        fn domain_open_graphics(&self, dom: &Domain, index: u32, socket: RawFd, flags: u32) -> ()
            => "virDomainOpenGraphics";
        /// A socket that is connected to a graphics display; `flags` are `virDomainOpenGraphicsFlags`.
        fn domain_open_graphics_fd(&self, dom: &Domain, index: u32, flags: u32) -> OwnedFd => "virDomainOpenGraphicsFD";
        /// Reads the certificates of graphics displays again; `kind` is a `virDomainGraphicsReloadType`.
        fn domain_graphics_reload(&self, dom: &Domain, kind: u32, flags: u32) -> () => "virDomainGraphicsReload";
    }
}
