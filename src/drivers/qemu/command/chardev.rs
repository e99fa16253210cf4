//! Character devices: the host side, and ports, channels and consoles as the guest sees them.

#![forbid(unsafe_code)]

use std::fmt::Display;

use super::args::{Args, Json, escape};
use super::unsupported;
use crate::conf::domain::DomainDef;
use crate::conf::domain::chardev::{
    ChannelTarget, CharHost, CharSource, ConsoleTarget, SocketMode, TcpProtocol,
};
use crate::conf::domain::device::DeviceInfo;
use crate::error::Result;

pub(super) fn serials(args: &mut Args, def: &DomainDef) -> Result<()> {
    for serial in &def.devices.serials {
        let id = chardev(args, &serial.host, &serial.info)?;
        args.device(
            Json::driver("isa-serial").with("chardev", id).with_id(&serial.info).with("index", serial.port),
        );
    }
    Ok(())
}

pub(super) fn parallels(args: &mut Args, def: &DomainDef) -> Result<()> {
    for parallel in &def.devices.parallels {
        let id = chardev(args, &parallel.host, &parallel.info)?;
        args.device(Json::driver("isa-parallel").with("chardev", id).with_id(&parallel.info));
    }
    Ok(())
}

/// The channels, which are ports of a virtio-serial controller.
pub(super) fn channels(args: &mut Args, def: &DomainDef) -> Result<()> {
    for channel in &def.devices.channels {
        let ChannelTarget::Virtio { name } = &channel.target else { continue };
        let id = chardev(args, &channel.host, &channel.info)?;
        let device = Json::driver("virtserialport").with("chardev", id).with_id(&channel.info);
        args.device(device.with_opt("name", name.as_ref()));
    }
    Ok(())
}

/// The consoles that are no serial ports.
pub(super) fn consoles(args: &mut Args, def: &DomainDef) -> Result<()> {
    for console in def.devices.consoles.iter().filter(|console| console.target == ConsoleTarget::Virtio) {
        let id = chardev(args, &console.host, &console.info)?;
        args.device(Json::driver("virtconsole").with("chardev", id).with_id(&console.info));
    }
    Ok(())
}

/// Adds the host side and returns its id.
fn chardev(args: &mut Args, host: &CharHost, info: &DeviceInfo) -> Result<String> {
    let id = format!("char{}", info.alias.as_deref().unwrap_or_default());
    let mut list = List(format!("{},id={}", backend(&host.source)?, escape(&id)));
    match &host.source {
        CharSource::File { path, append } => {
            list.add("path", path);
            list.add_opt("append", *append);
        }
        CharSource::Dev { path } | CharSource::Pipe { path } => list.add("path", path),
        CharSource::Unix { path, mode, .. } => {
            list.add("path", path.as_deref().unwrap_or_default());
            list.add_server(*mode);
        }
        CharSource::Tcp { host, service, mode, protocol, .. } => {
            list.add("host", host);
            list.add("port", service);
            list.add_opt("telnet", (*protocol == TcpProtocol::Telnet).then_some("on"));
            list.add_server(*mode);
        }
        CharSource::Udp { connect, bind } => {
            list.add("host", connect.host.as_deref().unwrap_or_default());
            list.add("port", connect.service.as_deref().unwrap_or_default());
            if let Some(bind) = bind {
                list.add("localaddr", bind.host.as_deref().unwrap_or_default());
                list.add("localport", bind.service.as_deref().unwrap_or("0"));
            }
        }
        _ => {}
    }
    if let Some(log) = &host.log {
        list.add("logfile", &log.file);
        list.add_opt("logappend", log.append);
    }
    args.option("-chardev", list.0);
    Ok(id)
}

/// QEMU's name for the kind of host side.
fn backend(source: &CharSource) -> Result<&'static str> {
    Ok(match source {
        CharSource::Null => "null",
        CharSource::Stdio => "stdio",
        CharSource::Pty { .. } => "pty",
        CharSource::File { .. } => "file",
        CharSource::Dev { .. } => "serial",
        CharSource::Pipe { .. } => "pipe",
        CharSource::Unix { .. } | CharSource::Tcp { .. } => "socket",
        CharSource::Udp { .. } => "udp",
        other => {
            let kind = other.kind();
            return Err(unsupported(format!("character device type '{kind}' is not supported")));
        }
    })
}

/// Properties with commas between them.
struct List(String);

impl List {
    fn add(&mut self, key: &str, value: impl Display) {
        self.0 += &format!(",{key}={}", escape(&value.to_string()));
    }

    fn add_opt(&mut self, key: &str, value: Option<impl Display>) {
        if let Some(value) = value {
            self.add(key, value);
        }
    }

    fn add_server(&mut self, mode: SocketMode) {
        if mode == SocketMode::Bind {
            self.0 += ",server=on,wait=off";
        }
    }
}
