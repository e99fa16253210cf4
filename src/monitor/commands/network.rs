//! Back ends of network cards, and their cables.

#![forbid(unsafe_code)]

use serde::Serialize;

use super::options::Options;
use super::ways::{human, printed, silent};
use crate::error::Result;
use crate::monitor::Monitor;
use crate::monitor::json::qmp;
use crate::monitor::protocol::Reply;
use crate::monitor::text::{Hmp, hmp};

#[derive(Serialize)]
struct Id<'a> {
    id: &'a str,
}

#[derive(Serialize)]
struct Link<'a> {
    name: &'a str,
    up: bool,
}

commands! {
    /// Adds a back end, described as for -netdev.
    fn netdev_add(options: &str) -> () {
        json: qmp("netdev_add").with(&Options::parse(options, "type").into_netdev()).slow().nothing(),
        text: hmp("netdev_add").quoted(options).slow().silent(),
    }
    /// Removes a back end.
    fn netdev_del(id: &str) -> () {
        json: qmp("netdev_del").with(&Id { id }).slow().nothing(),
        text: hmp("netdev_del").quoted(id).slow().silent(),
    }
    /// Adds a back end of a kind to a vlan of old QEMU, described as for -net.
    fn host_net_add(kind: &str, options: &str) -> () {
        json: human(host_net_add_line(kind, options), silent),
        text: host_net_add_line(kind, options).silent(),
    }
    /// Removes a back end from a vlan of old QEMU.
    fn host_net_remove(vlan: u32, name: &str) -> () {
        json: human(hmp("host_net_remove").word(vlan).quoted(name).slow(), silent),
        text: hmp("host_net_remove").word(vlan).quoted(name).slow().silent(),
    }
    /// Plugs a card's cable in or out, in the words "on" and "off", or in the "up" and "down" of QEMU 0.12 and before:
    /// `false` if QEMU has the other words.
    fn set_link_now(name: &str, up: bool, old_words: bool) -> bool {
        json: qmp("set_link").with(&Link { name, up }).read(|reply| reply.value().map(|_| true)),
        text: hmp("set_link").quoted(name).word(link_word(up, old_words)).read(read_link),
    }
}

impl Monitor {
    /// Plugs a card's cable in or out.
    ///
    /// # Errors
    /// Those of every command.
    pub fn set_link(&self, name: &str, up: bool) -> Result<()> {
        if !self.set_link_now(name, up, false)? {
            self.set_link_now(name, up, true)?;
        }
        Ok(())
    }
}

fn host_net_add_line(kind: &str, options: &str) -> Hmp {
    hmp("host_net_add").quoted(kind).quoted(options).slow()
}

fn link_word(up: bool, old_words: bool) -> &'static str {
    match (up, old_words) {
        (true, false) => "on",
        (false, false) => "off",
        (true, true) => "up",
        (false, true) => "down",
    }
}

/// "invalid link status 'on'; only 'up' or 'down' valid"
fn read_link(reply: &Reply<'_>) -> Result<bool> {
    if printed(reply)?.contains("invalid link status") {
        return Ok(false);
    }
    silent(reply).map(|()| true)
}
