//! What people do at the guest's machine: keys, the NMI button, a look at the screen.

#![forbid(unsafe_code)]

use serde::Serialize;

use super::ways::{human, printed, silent};
use crate::error::Result;
use crate::monitor::Monitor;
use crate::monitor::json::qmp;
use crate::monitor::protocol::Reply;
use crate::monitor::text::{Hmp, hmp};

/// A key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", content = "data", rename_all = "lowercase")]
pub enum Key<'a> {
    /// QEMU's word for it.
    #[serde(rename = "qcode")]
    Name(&'a str),
    /// What the keyboard sends when it is pressed.
    Number(u32),
}

/// One of several screens: QEMU's id of the display device, and which of its heads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "said above")]
pub struct Screen<'a> {
    pub device: &'a str,
    pub head: u32,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct SendKey<'a> {
    keys: &'a [Key<'a>],
    #[serde(skip_serializing_if = "Option::is_none")]
    hold_time: Option<u32>,
}

#[derive(Serialize)]
struct ScreenDump<'a> {
    filename: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    device: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    head: Option<u32>,
}

commands! {
    /// Presses keys together, and lets them go after some milliseconds (QEMU's own number of them without `hold_ms`).
    fn send_key(keys: &[Key<'_>], hold_ms: Option<u32>) -> () {
        json: qmp("send-key").with(&SendKey { keys, hold_time: hold_ms }).nothing(),
        text: send_key_line(keys, hold_ms).silent(),
    }
    /// `inject-nmi`, in QMP since QEMU 1.1: `false` if QEMU has it in other words.
    fn inject_nmi_now(cpu: Option<u32>) -> bool {
        json: match cpu {
            None => qmp("inject-nmi").read(|reply| if reply.is_unknown() { Ok(false) } else { reply.value().map(|_| true) }),
            Some(_) => human(nmi_line(cpu), read_nmi),
        },
        text: nmi_line(cpu).read(read_nmi),
    }
    /// Writes what is on a screen into a file as PPM; the first screen without `screen`.
    fn screendump(filename: &str, screen: Option<Screen<'_>>) -> () {
        json: qmp("screendump").with(&ScreenDump {
            filename,
            device: screen.map(|screen| screen.device),
            head: screen.map(|screen| screen.head),
        }).slow().nothing(),
        text: {
            let line = hmp("screendump").quoted(filename).slow();
            match screen {
                Some(screen) => line.quoted(screen.device).word(screen.head),
                None => line,
            }.silent()
        },
    }
}

impl Monitor {
    /// Presses the NMI button; of every virtual CPU, or of the first where QEMU has one for each.
    ///
    /// # Errors
    /// Those of every command.
    pub fn inject_nmi(&self) -> Result<()> {
        if !self.inject_nmi_now(None)? {
            self.inject_nmi_now(Some(0))?;
        }
        Ok(())
    }
}

fn send_key_line(keys: &[Key<'_>], hold_ms: Option<u32>) -> Hmp {
    let keys: Vec<_> = keys
        .iter()
        .map(|key| match key {
            Key::Name(name) => (*name).to_owned(),
            Key::Number(number) => format!("{number:#x}"),
        })
        .collect();
    let line = hmp("sendkey").quoted(&keys.join("-"));
    match hold_ms {
        Some(hold_ms) => line.word(hold_ms),
        None => line,
    }
}

fn nmi_line(cpu: Option<u32>) -> Hmp {
    match cpu {
        Some(cpu) => hmp("nmi").word(cpu),
        None => hmp("nmi"),
    }
}

/// Old QEMU asks for the number of the CPU.
fn read_nmi(reply: &Reply<'_>) -> Result<bool> {
    if printed(reply)?.contains("integer expected") {
        return Ok(false);
    }
    silent(reply).map(|()| true)
}
