//! Devices of domains at the daemon.

#![forbid(unsafe_code)]

use std::os::fd::{OwnedFd, RawFd};

use super::Remote;
use super::convert::{borrowed, duplicates};
use super::stream::Holes;
use crate::domain::Domain;
use crate::driver::DeviceDriver;
use crate::error::{Error, ErrorDomain, Result};
use crate::rpc::protocol::remote::{self, procedure};
use crate::stream::Stream;

impl DeviceDriver for Remote {
    calls! { remote;
        fn domain_attach_device(&self, dom: &Domain, xml: &str) -> ()
            = DOMAIN_ATTACH_DEVICE { dom: dom.into(), xml: xml.to_owned() };
        fn domain_attach_device_flags(&self, dom: &Domain, xml: &str, flags: u32) -> ()
            = DOMAIN_ATTACH_DEVICE_FLAGS { dom: dom.into(), xml: xml.to_owned(), flags };
        fn domain_detach_device(&self, dom: &Domain, xml: &str) -> ()
            = DOMAIN_DETACH_DEVICE { dom: dom.into(), xml: xml.to_owned() };
        fn domain_detach_device_flags(&self, dom: &Domain, xml: &str, flags: u32) -> ()
            = DOMAIN_DETACH_DEVICE_FLAGS { dom: dom.into(), xml: xml.to_owned(), flags };
        fn domain_detach_device_alias(&self, dom: &Domain, alias: &str, flags: u32) -> ()
            = DOMAIN_DETACH_DEVICE_ALIAS { dom: dom.into(), alias: alias.to_owned(), flags };
        fn domain_update_device_flags(&self, dom: &Domain, xml: &str, flags: u32) -> ()
            = DOMAIN_UPDATE_DEVICE_FLAGS { dom: dom.into(), xml: xml.to_owned(), flags };
        fn domain_graphics_reload(&self, dom: &Domain, kind: u32, flags: u32) -> ()
            = DOMAIN_GRAPHICS_RELOAD { dom: dom.into(), r#type: kind, flags };
    }

    fn domain_fd_associate(&self, dom: &Domain, name: &str, files: &[RawFd], flags: u32) -> Result<()> {
        self.check_passes_fds(ErrorDomain::VIR_FROM_DOMAIN)?;
        let args = remote::DomainFdAssociateArgs { dom: dom.into(), name: name.to_owned(), flags };
        let files = duplicates(files)?;
        self.client.call_with_fds(procedure::DOMAIN_FD_ASSOCIATE, &args, &borrowed(&files))?;
        Ok(())
    }

    fn domain_open_console(
        &self,
        dom: &Domain,
        device: Option<&str>,
        stream: &Stream,
        flags: u32,
    ) -> Result<()> {
        let args =
            remote::DomainOpenConsoleArgs { dom: dom.into(), dev_name: device.map(str::to_owned), flags };
        self.call_with_stream(stream, Holes::Filled, procedure::DOMAIN_OPEN_CONSOLE, &args)
    }

    fn domain_open_channel(
        &self,
        dom: &Domain,
        name: Option<&str>,
        stream: &Stream,
        flags: u32,
    ) -> Result<()> {
        let args = remote::DomainOpenChannelArgs { dom: dom.into(), name: name.map(str::to_owned), flags };
        self.call_with_stream(stream, Holes::Filled, procedure::DOMAIN_OPEN_CHANNEL, &args)
    }

    fn domain_open_graphics(&self, dom: &Domain, index: u32, socket: RawFd, flags: u32) -> Result<()> {
        self.check_passes_fds(ErrorDomain::VIR_FROM_DOMAIN)?;
        let args = remote::DomainOpenGraphicsArgs { dom: dom.into(), idx: index, flags };
        let socket = duplicates(&[socket])?;
        self.client.call_with_fds(procedure::DOMAIN_OPEN_GRAPHICS, &args, &borrowed(&socket))?;
        Ok(())
    }

    fn domain_open_graphics_fd(&self, dom: &Domain, index: u32, flags: u32) -> Result<OwnedFd> {
        self.check_passes_fds(ErrorDomain::VIR_FROM_DOMAIN)?;
        let args = remote::DomainOpenGraphicsFdArgs { dom: dom.into(), idx: index, flags };
        let ((), fds) = self.client.call_with_fds(procedure::DOMAIN_OPEN_GRAPHICS_FD, &args, &[])?;
        let [fd] = <[OwnedFd; 1]>::try_from(fds)
            .map_err(|_| Error::internal(ErrorDomain::VIR_FROM_REMOTE, "no file descriptor received"))?;
        Ok(fd)
    }
}
