//! What a URI's query says to the client; what is left is for the daemon. For some of it `libvirt.conf` has a default.

#![forbid(unsafe_code)]

use super::FROM;
use crate::error::{Error, Result};
use crate::util::client_conf::ClientConf;
use crate::util::uri::Uri;

/// The parameters that are for the client.
const OURS: [&str; 17] = [
    "name",
    "command",
    "socket",
    "auth",
    "sshauth",
    "netcat",
    "keyfile",
    "pkipath",
    "known_hosts",
    "known_hosts_verify",
    "tls_priority",
    "mode",
    "proxy",
    "no_sanity",
    "no_verify",
    "no_tty",
    "",
];

/// What is asked for.
#[cfg_attr(not(feature = "tls"), allow(dead_code, reason = "some are about TLS"))]
pub struct Parameters<'a> {
    /// The program that makes the connection.
    pub command: Option<&'a str>,
    /// Where the daemon listens.
    pub socket: Option<&'a str>,
    /// How to say who we are.
    pub auth: Option<&'a str>,
    /// How to say it to the host.
    pub ssh_auth: Option<&'a str>,
    /// The host's netcat.
    pub netcat: Option<&'a str>,
    /// The user's private key.
    pub keyfile: Option<&'a str>,
    /// The folder of certificates.
    pub pki_path: Option<&'a str>,
    /// A file of hosts' keys.
    pub known_hosts: Option<&'a str>,
    /// What to do about a host that is not in it.
    pub known_hosts_verify: Option<&'a str>,
    tls_priority: Option<&'a str>,
    conf: &'a ClientConf,
    pub mode: Mode,
    /// As asked for, if it was.
    pub proxy: Option<Proxy>,
    /// Certificates are not looked at before they are used.
    pub no_sanity: bool,
    /// The host need not be who it says.
    pub no_verify: bool,
    /// Nobody is there to be asked.
    pub no_tty: bool,
}

/// Which of a host's daemons is meant: `libvirtd`, which has all drivers, or that of the driver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// The one that is there.
    Auto,
    /// `libvirtd`
    Legacy,
    /// The driver's own.
    Direct,
}

/// Which program of the other host passes the bytes on to the daemon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proxy {
    /// The one that is there.
    Auto,
    /// netcat
    Netcat,
    /// libvirt's own
    Native,
}

impl<'a> Parameters<'a> {
    /// Reads them.
    ///
    /// # Errors
    /// `VIR_ERR_INVALID_ARG` for a value that nobody knows.
    pub fn of(uri: Option<&'a Uri>, conf: &'a ClientConf) -> Result<Self> {
        let text = |name| uri.and_then(|uri| uri.param(name));
        let flag = |name| match text(name).map(str::parse::<i32>) {
            None => Ok(false),
            Some(Ok(number)) => Ok(number != 0),
            Some(Err(_)) => {
                let text = format!("Failed to parse value of URI component {name}");
                Err(Error::invalid_arg(FROM, text))
            }
        };
        let or_usual = |name, setting| text(name).map_or_else(|| conf.text(setting), |text| Ok(Some(text)));
        let (no_sanity, no_verify, no_tty) = (flag("no_sanity")?, flag("no_verify")?, flag("no_tty")?);
        let mode = match or_usual("mode", "remote_mode")? {
            None | Some("auto") => Mode::Auto,
            Some("legacy") => Mode::Legacy,
            Some("direct") => Mode::Direct,
            Some(other) => return Err(Error::invalid_arg(FROM, format!("Unknown remote mode '{other}'"))),
        };
        let proxy = match or_usual("proxy", "remote_proxy")? {
            None => None,
            Some("auto") => Some(Proxy::Auto),
            Some("netcat") => Some(Proxy::Netcat),
            Some("native") => Some(Proxy::Native),
            // The original's spelling.
            Some(other) => return Err(Error::invalid_arg(FROM, format!("Unnkown proxy type '{other}'"))),
        };
        Ok(Self {
            command: text("command"),
            socket: text("socket"),
            auth: text("auth"),
            ssh_auth: text("sshauth"),
            netcat: text("netcat"),
            keyfile: text("keyfile"),
            pki_path: text("pkipath"),
            known_hosts: text("known_hosts"),
            known_hosts_verify: text("known_hosts_verify"),
            tls_priority: text("tls_priority"),
            conf,
            mode,
            proxy,
            no_sanity,
            no_verify,
            no_tty,
        })
    }

    /// What client and daemon may agree on.
    #[cfg(feature = "tls")]
    pub fn tls_priority(&self) -> Result<Option<&'a str>> {
        self.tls_priority.map_or_else(|| self.conf.text("tls_priority"), |priority| Ok(Some(priority)))
    }
}

/// The URI that the daemon is asked for.
pub fn at_the_daemon(uri: &Uri) -> String {
    if let Some(name) = uri.param("name") {
        return name.to_owned();
    }
    // It is to look for a hypervisor itself.
    if uri.scheme.as_deref() == Some("remote") {
        return String::new();
    }
    let theirs = |pair: &&str| {
        let name = pair.split('=').next().unwrap_or_default();
        !OURS.contains(&name)
    };
    let query: Vec<_> = uri.query.iter().flat_map(|query| query.split(['&', ';'])).filter(theirs).collect();
    Uri {
        scheme: uri.scheme.clone(),
        path: uri.path.clone(),
        query: (!query.is_empty()).then(|| query.join("&")),
        fragment: uri.fragment.clone(),
        ..Uri::default()
    }
    .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_daemon_hears_what_is_meant_for_it() {
        for (uri, name) in [
            ("qemu:///system", "qemu:///system"),
            ("qemu+unix:///system?socket=/run/x/sock", "qemu:///system"),
            ("test+unix:///default?socket=/x&mode=direct", "test:///default"),
            ("qemu+tls://host:1/system?no_verify=1&a=b%20c;pkipath=/x", "qemu:///system?a=b%20c"),
            ("qemu+ssh://u@host/session?name=test:///default", "test:///default"),
            ("remote+unix:///system", ""),
        ] {
            assert_eq!(at_the_daemon(&Uri::parse(uri).unwrap()), name, "{uri}");
        }
    }
}
