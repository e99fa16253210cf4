//! What a person sees and hears: graphics servers, video cards, audio backends.

#![forbid(unsafe_code)]

use super::args::{Args, Json, escape};
use super::{CommandContext, unsupported};
use crate::conf::domain::DomainDef;
use crate::conf::domain::graphics::{Graphics, Listen};
use crate::conf::domain::video::{Video, VideoModel};
use crate::error::Result;

/// The port of VNC display number 0 (RFC 6143).
const FIRST_PORT: u16 = 5900;

pub(super) fn audios(args: &mut Args, def: &DomainDef) {
    for audio in &def.devices.audios {
        args.json("-audiodev", Json::new().with("id", format!("audio{}", audio.id)).with("driver", "none"));
    }
}

pub(super) fn graphics(args: &mut Args, def: &DomainDef, ctx: &CommandContext<'_>) -> Result<()> {
    if def.devices.graphics.len() > 1 {
        return Err(unsupported(
            "only 1 graphics device of each type (sdl, vnc, spice, headless, dbus) is supported",
        ));
    }
    for graphics in &def.devices.graphics {
        let Some(server) = graphics.vnc() else {
            return Err(unsupported(format!("graphics type '{}' is not supported", graphics.kind())));
        };
        let mut vnc = place(graphics, ctx)?;
        if let Some(port) = server.websocket_port.map(i32::from).or(server.websocket) {
            vnc += &format!(",websocket={port}");
        }
        if let Some(policy) = server.share_policy {
            vnc += &format!(",share={policy}");
        }
        if graphics.password.is_some() {
            // Without one: the password comes through the monitor, where no other process sees it.
            vnc += ",password=on";
        }
        if let Some(audio) = def.devices.audios.first() {
            vnc += &format!(",audiodev=audio{}", audio.id);
        }
        args.option("-vnc", vnc);
        if let Some(keymap) = &graphics.keymap {
            args.option("-k", keymap);
        }
    }
    Ok(())
}

/// Where the server listens.
fn place(graphics: &Graphics, ctx: &CommandContext<'_>) -> Result<String> {
    if graphics.listens.len() > 1 {
        return Err(unsupported("QEMU does not support multiple listens for one graphics device."));
    }
    let address = match graphics.listens.first() {
        Some(Listen::Nothing) => return Ok("none".to_owned()),
        Some(Listen::Socket(path)) => {
            let default = || ctx.domain_dir.join("vnc.sock").display().to_string();
            return Ok(format!("vnc=unix:{}", escape(&path.clone().unwrap_or_else(default))));
        }
        Some(Listen::Address(Some(address))) => address.as_str(),
        Some(Listen::Address(None)) | None => "127.0.0.1",
        Some(Listen::Network(_)) => return Err(unsupported("listen type 'network' is not supported")),
    };
    let display = graphics.tcp_port().and_then(|port| port.checked_sub(FIRST_PORT));
    let display = display.ok_or_else(|| unsupported("vnc port must be in range [5900,65535]"))?;
    let address = escape(address);
    Ok(if address.contains(':') { format!("[{address}]:{display}") } else { format!("{address}:{display}") })
}

pub(super) fn videos(args: &mut Args, def: &DomainDef) -> Result<()> {
    for video in def.devices.videos.iter().filter(|video| video.model != VideoModel::None) {
        args.device(card(video)?.with_pci(&video.info));
    }
    Ok(())
}

fn card(video: &Video) -> Result<Json> {
    let bytes = |kib: Option<u32>| kib.map(|kib| u64::from(kib) << 10);
    let mib = |kib: Option<u32>| kib.map(|kib| kib >> 10);
    let driver = match (video.model, video.primary) {
        (VideoModel::Cirrus | VideoModel::None, _) => "cirrus-vga",
        (VideoModel::Vga, _) => "VGA",
        (VideoModel::Vmvga, _) => "vmware-svga",
        (VideoModel::Bochs, _) => "bochs-display",
        (VideoModel::Qxl, true) => "qxl-vga",
        (VideoModel::Qxl, false) => "qxl",
        (VideoModel::Virtio, true) => "virtio-vga",
        (VideoModel::Virtio, false) => "virtio-gpu-pci",
        (model, _) => return Err(unsupported(format!("video model '{model}' is not supported"))),
    };
    let card = Json::driver(driver).with_id(&video.info);
    Ok(match video.model {
        VideoModel::Vga | VideoModel::Vmvga => card.with_opt("vgamem_mb", mib(video.vram_kib)),
        VideoModel::Bochs => card.with_opt("vgamem", bytes(video.vram_kib)),
        VideoModel::Virtio => card.with_opt("max_outputs", video.heads),
        VideoModel::Qxl => card
            .with_opt("max_outputs", video.heads)
            .with_opt("ram_size", bytes(video.ram_kib))
            .with_opt("vram_size", bytes(video.vram_kib))
            .with("vram64_size_mb", 0)
            .with_opt("vgamem_mb", mib(video.vgamem_kib)),
        _ => card,
    })
}
