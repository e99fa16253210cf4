//! Whether the guest runs: its virtual CPUs, its buttons, its end.

#![forbid(unsafe_code)]

use serde::Deserialize;

use crate::error::Result;
use crate::monitor::Monitor;
use crate::monitor::json::{qmp, value};
use crate::monitor::protocol::Reply;
use crate::monitor::text::hmp;

/// `query-status`
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct RunStatus {
    /// Whether the virtual CPUs run.
    pub running: bool,
    /// QEMU's word, such as "paused" or "io-error".
    pub status: String,
}

commands! {
    /// Stops the virtual CPUs.
    fn stop() -> () {
        json: qmp("stop").nothing(),
        text: hmp("stop").announces(|callbacks| callbacks.stop()).silent(),
    }
    /// Lets the virtual CPUs go on. Waits for images that have to be opened first, and asks for their secrets.
    fn cont() -> () {
        json: qmp("cont").slow().nothing(),
        text: hmp("cont").slow().announces(|callbacks| callbacks.resume()).silent(),
    }
    /// Presses the reset button.
    fn system_reset() -> () {
        json: qmp("system_reset").nothing(),
        text: hmp("system_reset").announces(|callbacks| callbacks.reset()).silent(),
    }
    /// Presses the power button.
    fn system_powerdown() -> () {
        json: qmp("system_powerdown").nothing(),
        text: hmp("system_powerdown").announces(|callbacks| callbacks.powerdown()).silent(),
    }
    /// Wakes a guest that has put itself to sleep.
    fn system_wakeup() -> () {
        json: qmp("system_wakeup").nothing(),
        text: hmp("system_wakeup").silent(),
    }
    /// Ends QEMU.
    fn quit() -> () {
        json: qmp("quit").nothing(),
        text: hmp("quit").ends().silent(),
    }
    /// Whether the virtual CPUs run, and why not.
    fn query_status() -> RunStatus {
        json: qmp("query-status").read(value),
        text: hmp("info status").read(read_status),
    }
}

/// "VM status: paused (io-error)"; old QEMU gives no reason.
fn read_status(reply: &Reply<'_>) -> Result<RunStatus> {
    let printed = reply.value()?;
    let line = printed.lines().find_map(|line| line.trim().strip_prefix("VM status: "));
    let line = line.ok_or_else(|| reply.unexpected(printed.trim()))?;
    let (word, reason) = line.split_once(" (").map_or((line, None), |(word, reason)| (word, Some(reason)));
    let running = word.split_whitespace().next() == Some("running");
    let status = reason.and_then(|reason| reason.strip_suffix(')')).unwrap_or(word);
    Ok(RunStatus { running, status: status.to_owned() })
}

/// The same commands for callers that must not wait: the outcome goes to `done`, once, on the I/O thread.
impl Monitor {
    /// [`stop`](Self::stop) without waiting.
    pub fn stop_then(&self, done: impl FnOnce(Result<()>) + Send + 'static) {
        self.session.then(words::stop(self.protocol()), done);
    }

    /// [`cont`](Self::cont) without waiting.
    pub fn cont_then(&self, done: impl FnOnce(Result<()>) + Send + 'static) {
        self.session.then(words::cont(self.protocol()), done);
    }

    /// [`system_reset`](Self::system_reset) without waiting.
    pub fn system_reset_then(&self, done: impl FnOnce(Result<()>) + Send + 'static) {
        self.session.then(words::system_reset(self.protocol()), done);
    }

    /// [`quit`](Self::quit) without waiting.
    pub fn quit_then(&self, done: impl FnOnce(Result<()>) + Send + 'static) {
        self.session.then(words::quit(self.protocol()), done);
    }

    /// [`query_status`](Self::query_status) without waiting.
    pub fn query_status_then(&self, done: impl FnOnce(Result<RunStatus>) + Send + 'static) {
        self.session.then(words::query_status(self.protocol()), done);
    }
}
