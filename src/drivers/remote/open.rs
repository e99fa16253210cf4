//! What a URI says to the client, and introducing us to the daemon, in the original's order.

#![forbid(unsafe_code)]

use std::sync::{Arc, OnceLock};

use super::events::Inbox;
use super::{FROM, Remote, Server, Way, socket};
use crate::driver::{Opened, feature};
use crate::error::{Error, ErrorCode, Result};
use crate::event::closing::{Closing, Until};
use crate::rpc::client::Client;
use crate::rpc::protocol::remote::{AuthType, ConnectOpenArgs, ConnectSupportsFeatureArgs, procedure};
use crate::rpc::protocol::{Program, keepalive, lxc, qemu, remote};
use crate::rpc::transport::UnixTransport;
use crate::util::uri::Uri;

/// The programs whose messages are for us.
static PROGRAMS: [&Program; 4] = [
    &remote::procedure::PROGRAM,
    &qemu::procedure::PROGRAM,
    &lxc::procedure::PROGRAM,
    &keepalive::procedure::PROGRAM,
];

/// The parameters of a URI that are for the client; all others are for the daemon.
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
/// Those of them that are numbers.
const NUMBERS: [&str; 3] = ["no_sanity", "no_verify", "no_tty"];

/// Opens `uri` at its daemon; without one, what the daemon thinks best. `flags` are `virConnectFlags`.
pub fn open(uri: Option<&Uri>, flags: u32) -> Result<Opened> {
    let transport = match uri {
        None => "unix",
        Some(Uri { transport: Some(transport), .. }) => transport,
        Some(Uri { server: Some(_), .. }) => "tls",
        Some(_) => "unix",
    };
    if !["tls", "unix", "ssh", "ext", "tcp", "libssh2", "libssh"].contains(&transport) {
        let text =
            "remote_open: transport in URL not recognised (should be tls|unix|ssh|ext|tcp|libssh2|libssh)";
        return Err(Error::invalid_arg(FROM, text));
    }
    for (name, value) in uri.map_or(&[][..], |uri| &uri.params) {
        if NUMBERS.contains(&name.as_str()) && value.parse::<i32>().is_err() {
            let text = format!("Failed to parse value of URI component {name}");
            return Err(Error::invalid_arg(FROM, text));
        }
    }
    if transport == "ext" && uri.is_none_or(|uri| uri.param("command").is_none()) {
        return Err(Error::invalid_arg(FROM, "remote_open: for 'ext' transport, command is required"));
    }
    if transport != "unix" {
        let uri = uri.map(Uri::to_string).unwrap_or_default();
        return Err(Error::new(ErrorCode::VIR_ERR_NO_CONNECT, FROM, uri));
    }
    let stream = socket::connect(uri, flags)?;
    let transport = UnixTransport::new(stream)
        .map_err(|cause| Error::system(FROM, "Unable to set up the connection", &cause))?;
    let closing = Closing::new(Until::TakenBack);
    let inbox = Inbox::new(Arc::clone(&closing));
    let client = Client::new(transport, &PROGRAMS, Arc::<Inbox>::clone(&inbox));
    let introduced = introduce(&client, uri, flags);
    let (server, uri) = introduced.inspect_err(|_| client.close())?;
    inbox.attach(&client, server.event_callbacks);
    let way = Way { encrypted: false, secure: true };
    let driver = Arc::new(Remote { client, server, way, inbox, closing, kind: OnceLock::new() });
    Ok(Opened { driver, uri })
}

/// Says who we are and what we want. Returns what the daemon can do, and the connection's URI.
fn introduce(client: &Client, uri: Option<&Uri>, flags: u32) -> Result<(Server, String)> {
    let supports = |feature: u32| {
        let args = ConnectSupportsFeatureArgs { feature: feature.cast_signed() };
        // As in the original: a daemon that does not know the question does not have the feature.
        client.call(procedure::CONNECT_SUPPORTS_FEATURE, &args).is_ok_and(|ret| ret.supported != 0)
    };
    authenticate(client, uri.and_then(|uri| uri.param("auth")))?;
    let keepalive = client.is_in_loop() && supports(feature::PROGRAM_KEEPALIVE);
    let name = Some(uri.map(at_the_daemon).unwrap_or_default());
    client.call(procedure::CONNECT_OPEN, &ConnectOpenArgs { name, flags })?;
    let uri = match uri {
        Some(uri) => uri.to_string(),
        None => Uri::parse(&client.call(procedure::CONNECT_GET_URI, &())?.uri)?.to_string(),
    };
    let event_callbacks = supports(feature::REMOTE_EVENT_CALLBACK);
    let close_callbacks = supports(feature::REMOTE_CLOSE_CALLBACK);
    Ok((Server { keepalive, event_callbacks, close_callbacks }, uri))
}

/// The URI that the daemon is asked for.
fn at_the_daemon(uri: &Uri) -> String {
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

/// Does what the daemon wants before it lets us in: of what it offers the first, or what the URI `asked` for.
fn authenticate(client: &Client, asked: Option<&str>) -> Result<()> {
    let failed = |text| Err(Error::new(ErrorCode::VIR_ERR_AUTH_FAILED, FROM, text));
    let offered = client.call(procedure::AUTH_LIST, &())?.types;
    let Some(&first) = offered.first() else { return Ok(()) };
    let chosen = match asked.map(str::to_ascii_lowercase).as_deref() {
        None => first,
        Some(name) => {
            let asked = asked.unwrap_or_default();
            let wanted = match name {
                "polkit" => AuthType::POLKIT,
                _ if name == "sasl" || name.starts_with("sasl.") => AuthType::SASL,
                _ => return failed(format!("unknown authentication type {asked}")),
            };
            if !offered.contains(&wanted) {
                return failed(format!("requested authentication type {asked} rejected"));
            }
            wanted
        }
    };
    match chosen {
        AuthType::NONE => Ok(()),
        AuthType::POLKIT => client.call(procedure::AUTH_POLKIT, &()).map(drop),
        // No library for SASL is linked; so says an original that was built like this.
        other => failed(format!("unsupported authentication type {}", other.0)),
    }
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
