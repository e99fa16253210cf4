//! What QEMU says by itself, QMP's words for it. The particulars are read here, kind by kind; an event
//! that lacks what it is about is logged and passed over.

#![forbid(unsafe_code)]

use std::borrow::Cow;

use serde::Deserialize;

use super::envelope::Text;
use crate::monitor::protocol::Event;
use crate::monitor::{GraphicsInfo, GuestEvent, IoErrorInfo, MonitorCallbacks};

/// Hands an event to its entries of the table.
pub(in crate::monitor) fn emit(event: &Event<'_>, callbacks: &dyn MonitorCallbacks) {
    callbacks.raw(&event.name, event.seconds, event.micros, event.data);
    if let Err(error) = emit_typed(event, callbacks) {
        log::warn!("QEMU event {} is incomplete and passed over: {error}", event.name);
    }
}

fn emit_typed(event: &Event<'_>, callbacks: &dyn MonitorCallbacks) -> serde_json::Result<()> {
    match &*event.name {
        "SHUTDOWN" => {
            let shutdown: Shutdown<'_> = data(event)?;
            callbacks.shutdown(shutdown.guest, shutdown.reason.as_deref());
        }
        "RESET" => callbacks.reset(),
        "POWERDOWN" => callbacks.powerdown(),
        "STOP" => callbacks.stop(),
        "RESUME" => callbacks.resume(),
        "RTC_CHANGE" => callbacks.rtc_change(data::<RtcChange>(event)?.offset),
        "WATCHDOG" => callbacks.watchdog(&data::<Watchdog<'_>>(event)?.action),
        "BLOCK_IO_ERROR" => {
            let error: BlockIoError<'_> = data(event)?;
            callbacks.io_error(&IoErrorInfo {
                device: &error.device,
                node_name: error.node_name.as_deref(),
                operation: &error.operation,
                action: &error.action,
                nospace: error.nospace,
                reason: &error.reason,
            });
        }
        "VNC_CONNECTED" | "SPICE_CONNECTED" => graphics(event, 0, callbacks)?,
        "VNC_INITIALIZED" | "SPICE_INITIALIZED" => graphics(event, 1, callbacks)?,
        "VNC_DISCONNECTED" | "SPICE_DISCONNECTED" => graphics(event, 2, callbacks)?,
        word => {
            if let Some(event) = GuestEvent::read(word, event.data.unwrap_or("{}"))? {
                callbacks.guest_event(&event);
            }
        }
    }
    Ok(())
}

fn graphics(event: &Event<'_>, phase: i32, callbacks: &dyn MonitorCallbacks) -> serde_json::Result<()> {
    let Graphics { server, client } = data(event)?;
    callbacks.graphics(&GraphicsInfo {
        phase,
        local: server.address(),
        remote: client.address(),
        auth: &server.auth,
        x509_dname: client.x509_dname.as_deref(),
        sasl_username: client.sasl_username.as_deref(),
    });
    Ok(())
}

/// The particulars; an event without any has an empty object of them.
fn data<'a, T: Deserialize<'a>>(event: &Event<'a>) -> serde_json::Result<T> {
    serde_json::from_str(event.data.unwrap_or("{}"))
}

/// `SHUTDOWN`; no data before QEMU 2.12.
#[derive(Deserialize)]
struct Shutdown<'a> {
    guest: Option<bool>,
    #[serde(borrow)]
    reason: Option<Text<'a>>,
}

/// `RTC_CHANGE`
#[derive(Deserialize)]
struct RtcChange {
    offset: i64,
}

/// `WATCHDOG`
#[derive(Deserialize)]
struct Watchdog<'a> {
    #[serde(borrow)]
    action: Cow<'a, str>,
}

/// `BLOCK_IO_ERROR`; old QEMU knows the first three members only.
#[derive(Deserialize)]
struct BlockIoError<'a> {
    #[serde(borrow, default)]
    device: Cow<'a, str>,
    #[serde(borrow, default)]
    operation: Cow<'a, str>,
    #[serde(borrow)]
    action: Cow<'a, str>,
    #[serde(borrow, rename = "node-name")]
    node_name: Option<Text<'a>>,
    #[serde(default)]
    nospace: bool,
    #[serde(borrow, default)]
    reason: Cow<'a, str>,
}

/// `VNC_*` and `SPICE_*` about clients.
#[derive(Deserialize)]
struct Graphics<'a> {
    #[serde(borrow)]
    server: End<'a>,
    #[serde(borrow)]
    client: End<'a>,
}

/// One end of a viewer's connection. The service is VNC's word; SPICE calls it port.
#[derive(Deserialize)]
struct End<'a> {
    #[serde(borrow)]
    family: Cow<'a, str>,
    #[serde(borrow)]
    host: Cow<'a, str>,
    #[serde(borrow, alias = "port")]
    service: Cow<'a, str>,
    /// Said of the server.
    #[serde(borrow, default)]
    auth: Cow<'a, str>,
    /// Said of the client, as is the next.
    #[serde(borrow)]
    x509_dname: Option<Text<'a>>,
    #[serde(borrow)]
    sasl_username: Option<Text<'a>>,
}

impl End<'_> {
    fn address(&self) -> (&str, &str, &str) {
        (&self.family, &self.host, &self.service)
    }
}
