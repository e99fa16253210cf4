//! A monitor's callbacks as text, one line each: for tests, and for recordings that are replayed.

#![forbid(unsafe_code)]

use super::{GraphicsInfo, GuestEvent, IoErrorInfo, MonitorCallbacks, Secret};
use crate::error::Error;

/// Somebody who notes lines. Whoever does can be the callbacks of a monitor.
pub trait Narrator: Send + Sync {
    /// Takes one line; see [`MonitorCallbacks`] for when, and on which thread.
    fn tell(&self, line: String);

    /// What [`MonitorCallbacks::disk_secret`] answers.
    fn secret(&self, _device: &str, _path: &str) -> Option<Secret> {
        None
    }
}

impl<T: Narrator> MonitorCallbacks for T {
    fn end_of_file(&self) {
        self.tell("end".to_owned());
    }

    fn error(&self, error: &Error) {
        self.tell(format!("error {error}"));
    }

    fn disk_secret(&self, device: &str, path: &str) -> Option<Secret> {
        self.tell(format!("secret {device} {path}"));
        self.secret(device, path)
    }

    fn shutdown(&self, guest: Option<bool>, reason: Option<&str>) {
        self.tell(format!("shutdown {guest:?} {reason:?}"));
    }

    fn reset(&self) {
        self.tell("reset".to_owned());
    }

    fn powerdown(&self) {
        self.tell("powerdown".to_owned());
    }

    fn stop(&self) {
        self.tell("stop".to_owned());
    }

    fn resume(&self) {
        self.tell("resume".to_owned());
    }

    fn rtc_change(&self, offset_s: i64) {
        self.tell(format!("rtc {offset_s}"));
    }

    fn watchdog(&self, action: &str) {
        self.tell(format!("watchdog {action}"));
    }

    fn io_error(&self, error: &IoErrorInfo<'_>) {
        self.tell(format!("{error:?}"));
    }

    fn graphics(&self, client: &GraphicsInfo<'_>) {
        self.tell(format!("{client:?}"));
    }

    fn guest_event(&self, event: &GuestEvent) {
        self.tell(format!("{event:?}"));
    }

    fn raw(&self, name: &str, seconds: i64, micros: u32, data: Option<&str>) {
        self.tell(format!("{name} {seconds}.{micros:06} {}", data.unwrap_or("-")));
    }
}
