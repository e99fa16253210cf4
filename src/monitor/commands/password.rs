//! Passwords of graphics servers and disks.

#![forbid(unsafe_code)]

use serde::Serialize;

use crate::monitor::Secret;
use crate::monitor::json::qmp;
use crate::monitor::text::hmp;

#[derive(Serialize)]
struct Password<'a> {
    protocol: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    password: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    time: Option<&'a str>,
}

commands! {
    /// Sets the password of the VNC server; viewers that are connected stay.
    fn set_vnc_password(password: &str) -> () {
        json: qmp("set_password").with(&Password { protocol: "vnc", password: Some(password), time: None }).secret().nothing(),
        // The one way that every version has; what is typed is not drawn.
        text: hmp("change vnc password").password(Secret::from(password)).silent(),
    }
    /// When the VNC password ends, in QEMU's words: "now", "never", "+SECONDS" or seconds of the day's clock.
    fn expire_vnc_password(time: &str) -> () {
        json: qmp("expire_password").with(&Password { protocol: "vnc", password: None, time: Some(time) }).nothing(),
        text: hmp("expire_password vnc").quoted(time).silent(),
    }
}
