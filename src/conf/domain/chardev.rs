//! `<serial>` and `<console>`: character devices and their host side.

#![forbid(unsafe_code)]

use super::device::{DeviceInfo, Switch};
use crate::util::xml::words;

/// `<serial>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Serial {
    pub source: CharSource,
    pub log: Option<CharLog>,
    pub target: Option<SerialTarget>,
    /// Number of the port in the guest.
    pub port: u32,
    pub info: DeviceInfo,
}

words! {
    /// `<target type=…>` of a serial port
    pub enum SerialTarget {
        Isa = "isa-serial",
        Usb = "usb-serial",
        Pci = "pci-serial",
    }
}

/// `<console>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Console {
    pub source: CharSource,
    pub log: Option<CharLog>,
    pub target: ConsoleTarget,
    pub port: u32,
    pub info: DeviceInfo,
}

words! {
    /// `<target type=…>` of a console
    pub enum ConsoleTarget {
        Serial = "serial",
        Virtio = "virtio",
    }
}

/// The host side of a character device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CharSource {
    Null,
    Stdio,
    /// A pseudo terminal; its path is known once the domain runs.
    Pty {
        path: Option<String>,
    },
    File {
        path: String,
        append: Option<Switch>,
    },
    Dev {
        path: String,
    },
    Pipe {
        path: String,
    },
    /// A socket in the file system; without a path the driver chooses one.
    Unix {
        path: Option<String>,
        mode: SocketMode,
    },
    Tcp {
        host: String,
        service: String,
        mode: SocketMode,
        protocol: TcpProtocol,
    },
    Udp {
        connect: Option<SocketAddr>,
        bind: Option<SocketAddr>,
    },
}

/// Host and service of a socket, as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SocketAddr {
    pub host: Option<String>,
    pub service: Option<String>,
}

words! {
    /// Who waits for whom.
    pub enum SocketMode {
        /// The emulator listens.
        Bind = "bind",
        Connect = "connect",
    }
}

words! {
    /// `<protocol type=…>`
    pub enum TcpProtocol {
        Raw = "raw",
        Telnet = "telnet",
    }
}

/// `<log>`: a copy of everything that the guest writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CharLog {
    pub file: String,
    pub append: Option<Switch>,
}
