//! Devices, and what is inside of those that the driver knows.

#![forbid(unsafe_code)]

use super::{attributes, elements, value};
use crate::conf::domain::Devices;
use crate::conf::domain::address::AddressKind;
use crate::conf::domain::audio::{Audio, AudioKind};
use crate::conf::domain::chardev::{
    Channel, ChannelTarget, CharHost, CharKind, CharSource, Console, ConsoleTarget, Serial, SerialModel,
    SerialTarget, TcpProtocol,
};
use crate::conf::domain::controller::{Controller, ControllerKind, ControllerModel};
use crate::conf::domain::device::{DeviceInfo, VirtioOptions, YesNo};
use crate::conf::domain::graphics::{Graphics, GraphicsKind, Listen};
use crate::conf::domain::input::{Input, InputBus, InputKind};
use crate::conf::domain::interface::{Interface, InterfaceKind, InterfaceSource};
use crate::conf::domain::simple::{Memballoon, MemballoonModel, Panic, PanicModel, Watchdog, WatchdogModel};
use crate::conf::domain::video::{Video, VideoModel};
use crate::error::Result;

/// Refuses what the driver cannot do.
pub fn check(devices: &Devices) -> Result<()> {
    for (name, there) in [
        ("lease", !devices.leases.is_empty()),
        ("filesystem", !devices.filesystems.is_empty()),
        ("smartcard", !devices.smartcards.is_empty()),
        ("tpm", !devices.tpms.is_empty()),
        ("sound", !devices.sounds.is_empty()),
        ("hostdev", !devices.hostdevs.is_empty()),
        ("redirdev", !devices.redirdevs.is_empty()),
        ("redirfilter", !devices.redir_rules.is_empty()),
        ("hub", !devices.hubs.is_empty()),
        ("rng", !devices.rngs.is_empty()),
        ("nvram", devices.nvram.is_some()),
        ("shmem", !devices.shmems.is_empty()),
        ("memory", !devices.memories.is_empty()),
        ("crypto", !devices.cryptos.is_empty()),
        ("iommu", devices.iommu.is_some()),
        ("vsock", devices.vsock.is_some()),
        ("pstore", devices.pstore.is_some()),
    ] {
        if there {
            return Err(super::unsupported(format!("device '{name}' is not supported")));
        }
    }
    devices.infos().try_for_each(info)?;
    devices.disks.iter().try_for_each(super::disk::check)?;
    controllers(&devices.controllers)?;
    devices.interfaces.iter().try_for_each(interface)?;
    devices.serials.iter().try_for_each(serial)?;
    devices.parallels.iter().try_for_each(|parallel| char_host(&parallel.host))?;
    devices.channels.iter().try_for_each(channel)?;
    devices.consoles.iter().try_for_each(console)?;
    devices.inputs.iter().try_for_each(input)?;
    devices.graphics.iter().try_for_each(graphics)?;
    devices.audios.iter().try_for_each(audio)?;
    devices.videos.iter().try_for_each(video)?;
    devices.watchdogs.iter().try_for_each(watchdog)?;
    devices.memballoon.iter().try_for_each(memballoon)?;
    devices.panics.iter().try_for_each(panic)
}

/// What every device can have.
fn info(info: &DeviceInfo) -> Result<()> {
    elements(
        "device",
        &[
            ("acpi", info.acpi_index.is_some()),
            ("master", info.master_start_port.is_some()),
            ("rom", !info.rom.is_empty()),
        ],
    )?;
    attributes("boot", &[("loadparm", info.load_parm.is_some())])?;
    if let Some(address) = info.address {
        value("address type", address.kind(), &[AddressKind::Pci, AddressKind::Drive, AddressKind::Usb])?;
    }
    elements("address", &[("zpci", info.pci().is_some_and(|pci| pci.zpci.is_some()))])
}

/// The options of virtio devices.
pub(super) fn virtio(options: &VirtioOptions) -> Result<()> {
    attributes(
        "driver",
        &[
            ("iommu", options.switches.iommu.is_some()),
            ("ats", options.switches.ats.is_some()),
            ("packed", options.switches.packed.is_some()),
            ("page_per_vq", options.switches.page_per_vq.is_some()),
        ],
    )
}

fn controllers(controllers: &[Controller]) -> Result<()> {
    use ControllerKind as Kind;
    use ControllerModel as Model;
    for (i, controller) in controllers.iter().enumerate() {
        let Controller { kind, index, .. } = *controller;
        value(
            "controller type",
            kind,
            &[Kind::Ide, Kind::Fdc, Kind::Scsi, Kind::Sata, Kind::VirtioSerial, Kind::Usb, Kind::Pci],
        )?;
        if let Some(model) = controller.model {
            value(
                "controller model",
                model,
                &[
                    Model::PciRoot,
                    Model::Lsilogic,
                    Model::VirtioScsi,
                    Model::Piix3Uhci,
                    Model::Piix4Uhci,
                    Model::Ehci,
                    Model::NecXhci,
                    Model::QemuXhci,
                    Model::None,
                ],
            )?;
        }
        if controllers[..i].iter().any(|other| (other.kind, other.index) == (kind, index)) {
            let detail = format!("Multiple '{kind}' controllers with index '{index}'");
            return Err(super::unsupported(detail));
        }
        attributes(
            "controller",
            &[
                ("ports", controller.ports.is_some()),
                ("vectors", controller.vectors.is_some()),
                ("maxGrantFrames", controller.xen.max_grant_frames.is_some()),
                ("maxEventChannels", controller.xen.max_event_channels.is_some()),
            ],
        )?;
        virtio(&controller.driver.virtio)?;
        elements(
            "controller",
            &[
                ("driver", !controller.driver.settings.is_empty()),
                ("model", controller.pci.model_name.is_some()),
                ("target", !controller.pci.target.is_empty() || controller.pci.node.is_some()),
                ("pcihole64", controller.pci.hole64_kib.is_some()),
            ],
        )?;
    }
    Ok(())
}

fn interface(interface: &Interface) -> Result<()> {
    let kind = interface.source.kind();
    value("interface type", kind, &[InterfaceKind::User, InterfaceKind::Network])?;
    if let InterfaceSource::Network { portgroup, .. } = &interface.source {
        attributes("source", &[("portgroup", portgroup.is_some())])?;
    }
    let driver = &interface.driver;
    virtio(&driver.virtio)?;
    let has_driver = !(driver.settings.is_empty() && driver.host.is_empty() && driver.guest.is_empty());
    elements(
        "interface",
        &[
            ("driver", has_driver),
            ("filterref", interface.filter.is_some()),
            ("link", interface.link.is_some()),
            ("mtu", interface.mtu.is_some()),
            ("ip", !interface.guest_ip.addresses.is_empty()),
            ("route", !interface.guest_ip.routes.is_empty()),
            ("vlan", interface.vlan.is_some()),
            ("backend", !interface.backend.is_empty()),
            ("portForward", !interface.port_forwards.is_empty()),
            ("virtualport", interface.virtual_port.is_some()),
            ("tune", interface.send_buffer.is_some()),
            ("coalesce", interface.rx_frames.is_some()),
            ("teaming", interface.teaming.is_some()),
            ("script", interface.script.is_some()),
            ("downscript", interface.down_script.is_some()),
            ("guest", !interface.guest.is_empty()),
            ("port", interface.isolated.is_some()),
        ],
    )?;
    attributes("target", &[("managed", interface.target_managed.is_some())])?;
    attributes("interface", &[("trustGuestRxFilters", interface.trust_guest_rx_filters.is_some())])
}

fn serial(serial: &Serial) -> Result<()> {
    char_host(&serial.host)?;
    if let Some(target) = serial.target {
        value("serial target type", target, &[SerialTarget::Isa])?;
    }
    match serial.model {
        Some(model) => value("serial model", model, &[SerialModel::Isa]),
        None => Ok(()),
    }
}

fn console(console: &Console) -> Result<()> {
    char_host(&console.host)?;
    value("console target type", console.target, &[ConsoleTarget::Serial, ConsoleTarget::Virtio])
}

fn channel(channel: &Channel) -> Result<()> {
    char_host(&channel.host)?;
    let kind = match &channel.target {
        ChannelTarget::Virtio { .. } => None,
        ChannelTarget::None => Some("none"),
        ChannelTarget::GuestForward { .. } => Some("guestfwd"),
        ChannelTarget::Xen { .. } => Some("xen"),
    };
    if let Some(kind) = kind {
        return Err(super::unsupported(format!("channel target type '{kind}' is not supported")));
    }
    let nowhere = matches!(channel.host.source, CharSource::Unix { path: None, .. });
    attributes("channel", &[("source without path", nowhere)])
}

fn char_host(host: &CharHost) -> Result<()> {
    use CharKind as Kind;
    value(
        "character device type",
        host.source.kind(),
        &[
            Kind::Null,
            Kind::Pty,
            Kind::Dev,
            Kind::File,
            Kind::Pipe,
            Kind::Stdio,
            Kind::Udp,
            Kind::Tcp,
            Kind::Unix,
        ],
    )?;
    match &host.source {
        CharSource::Unix { reconnect, .. } => elements("source", &[("reconnect", !reconnect.is_empty())]),
        CharSource::Tcp { reconnect, tls, protocol, .. } => {
            elements("source", &[("reconnect", !reconnect.is_empty())])?;
            attributes("source", &[("tls", *tls == Some(YesNo::Yes))])?;
            value("protocol type", *protocol, &[TcpProtocol::Raw, TcpProtocol::Telnet])
        }
        _ => Ok(()),
    }
}

fn input(input: &Input) -> Result<()> {
    value("input type", input.kind, &[InputKind::Mouse, InputKind::Tablet, InputKind::Keyboard])?;
    value("input bus", input.bus, &[InputBus::Ps2, InputBus::Usb, InputBus::Virtio])?;
    attributes("input", &[("model", input.model.is_some())])?;
    virtio(&input.virtio)
}

fn graphics(graphics: &Graphics) -> Result<()> {
    value("graphics type", graphics.kind(), &[GraphicsKind::Vnc])?;
    if graphics.listens.iter().any(|listen| matches!(listen, Listen::Network(_))) {
        return Err(super::unsupported("listen type 'network' is not supported"));
    }
    let power = graphics.vnc().is_some_and(|vnc| vnc.power_control.is_some());
    attributes("graphics", &[("powerControl", power)])?;
    elements("graphics", &[("audio", graphics.audio().is_some())])
}

fn audio(audio: &Audio) -> Result<()> {
    value("audio type", audio.kind(), &[AudioKind::None])?;
    attributes("audio", &[("timerPeriod", audio.timer_period_us.is_some())])?;
    elements("audio", &[("input", !audio.input.is_empty()), ("output", !audio.output.is_empty())])
}

fn video(video: &Video) -> Result<()> {
    use VideoModel as Model;
    value(
        "video model",
        video.model,
        &[Model::Vga, Model::Cirrus, Model::Vmvga, Model::Qxl, Model::Virtio, Model::Bochs, Model::None],
    )?;
    virtio(&video.driver.virtio)?;
    attributes("model", &[("vram64", video.vram64_kib.is_some()), ("blob", video.blob.is_some())])?;
    elements("video", &[("driver", !video.driver.settings.is_empty())])?;
    elements(
        "model",
        &[("acceleration", !video.acceleration.is_empty()), ("resolution", video.resolution.is_some())],
    )
}

fn watchdog(watchdog: &Watchdog) -> Result<()> {
    value("watchdog model", watchdog.model, &[WatchdogModel::I6300esb, WatchdogModel::Ib700])
}

fn memballoon(balloon: &Memballoon) -> Result<()> {
    value("memballoon model", balloon.model, &[MemballoonModel::Virtio, MemballoonModel::None])?;
    attributes(
        "memballoon",
        &[
            ("autodeflate", balloon.settings.autodeflate.is_some()),
            ("freePageReporting", balloon.settings.free_page_reporting.is_some()),
        ],
    )?;
    virtio(&balloon.virtio)
}

fn panic(panic: &Panic) -> Result<()> {
    elements("panic", &[("address", panic.info.address.is_some())])?;
    value("panic model", panic.model.unwrap_or(PanicModel::Isa), &[PanicModel::Isa])
}
