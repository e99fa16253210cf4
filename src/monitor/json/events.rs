//! What QEMU says by itself, QMP's words for it. The particulars are read here, kind by kind; an event
//! that lacks what it is about is logged and passed over.

#![forbid(unsafe_code)]

use std::borrow::Cow;

use serde::Deserialize;

use crate::monitor::protocol::Event;
use crate::monitor::{GraphicsInfo, IoErrorInfo, MonitorCallbacks};

/// Hands an event to its entries of the table.
pub(super) fn emit(event: &Event<'_>, callbacks: &dyn MonitorCallbacks) {
    callbacks.raw(&event.name, event.seconds, event.micros, event.data);
    let understood = match &*event.name {
        "SHUTDOWN" => shutdown(event, callbacks),
        "RESET" => tell(callbacks.reset()),
        "POWERDOWN" => tell(callbacks.powerdown()),
        "STOP" => tell(callbacks.stop()),
        "RESUME" => tell(callbacks.resume()),
        "RTC_CHANGE" => rtc_change(event, callbacks),
        "WATCHDOG" => watchdog(event, callbacks),
        "BLOCK_IO_ERROR" => io_error(event, callbacks),
        "VNC_CONNECTED" | "SPICE_CONNECTED" => graphics(event, 0, callbacks),
        "VNC_INITIALIZED" | "SPICE_INITIALIZED" => graphics(event, 1, callbacks),
        "VNC_DISCONNECTED" | "SPICE_DISCONNECTED" => graphics(event, 2, callbacks),
        _ => Ok(()),
    };
    if let Err(error) = understood {
        log::warn!("QEMU event {} is incomplete and passed over: {error}", event.name);
    }
}

type Understood = serde_json::Result<()>;

/// The particulars; an event without any has an empty object of them.
fn data<'a, T: Deserialize<'a>>(event: &Event<'a>) -> serde_json::Result<T> {
    serde_json::from_str(event.data.unwrap_or("{}"))
}

fn tell((): ()) -> Understood {
    Ok(())
}

fn shutdown(event: &Event<'_>, callbacks: &dyn MonitorCallbacks) -> Understood {
    #[derive(Deserialize)]
    struct Data<'a> {
        guest: Option<bool>,
        #[serde(borrow)]
        reason: Option<Text<'a>>,
    }
    let Data { guest, reason } = data(event)?;
    tell(callbacks.shutdown(guest, text(&reason)))
}

fn rtc_change(event: &Event<'_>, callbacks: &dyn MonitorCallbacks) -> Understood {
    #[derive(Deserialize)]
    struct Data {
        offset: i64,
    }
    let Data { offset } = data(event)?;
    tell(callbacks.rtc_change(offset))
}

fn watchdog(event: &Event<'_>, callbacks: &dyn MonitorCallbacks) -> Understood {
    #[derive(Deserialize)]
    struct Data<'a> {
        #[serde(borrow)]
        action: Cow<'a, str>,
    }
    let Data { action } = data(event)?;
    tell(callbacks.watchdog(&action))
}

fn io_error(event: &Event<'_>, callbacks: &dyn MonitorCallbacks) -> Understood {
    /// Old QEMU knows the first three members only.
    #[derive(Deserialize)]
    #[serde(rename_all = "kebab-case")]
    struct Data<'a> {
        #[serde(borrow, default)]
        device: Cow<'a, str>,
        #[serde(borrow, default)]
        operation: Cow<'a, str>,
        #[serde(borrow)]
        action: Cow<'a, str>,
        #[serde(borrow)]
        node_name: Option<Text<'a>>,
        #[serde(default)]
        nospace: bool,
        #[serde(borrow, default)]
        reason: Cow<'a, str>,
    }
    let data: Data<'_> = data(event)?;
    tell(callbacks.io_error(&IoErrorInfo {
        device: &data.device,
        node_name: text(&data.node_name),
        operation: &data.operation,
        action: &data.action,
        nospace: data.nospace,
        reason: &data.reason,
    }))
}

fn graphics(event: &Event<'_>, phase: i32, callbacks: &dyn MonitorCallbacks) -> Understood {
    /// One end of the connection. The service is VNC's word; SPICE calls it port.
    #[derive(Deserialize)]
    struct End<'a> {
        #[serde(borrow)]
        family: Cow<'a, str>,
        #[serde(borrow)]
        host: Cow<'a, str>,
        #[serde(borrow, alias = "port")]
        service: Cow<'a, str>,
        #[serde(borrow, default)]
        auth: Cow<'a, str>,
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
    #[derive(Deserialize)]
    struct Data<'a> {
        #[serde(borrow)]
        server: End<'a>,
        #[serde(borrow)]
        client: End<'a>,
    }
    let Data { server, client } = data(event)?;
    tell(callbacks.graphics(&GraphicsInfo {
        phase,
        local: server.address(),
        remote: client.address(),
        auth: &server.auth,
        x509_dname: text(&client.x509_dname),
        sasl_username: text(&client.sasl_username),
    }))
}

/// Text that is borrowed where it has no escapes.
#[derive(Deserialize)]
#[serde(transparent)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

fn text<'a>(text: &'a Option<Text<'_>>) -> Option<&'a str> {
    text.as_ref().map(|text| &*text.0)
}
