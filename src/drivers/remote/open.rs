//! What a URI says to the client, and introducing us to the daemon, in the original's order.

#![forbid(unsafe_code)]

use std::sync::{Arc, OnceLock};

use super::events::Inbox;
use super::parameters::{Parameters, at_the_daemon};
use super::{FROM, Remote, Server, Way, auth, command, socket, tcp};
use crate::auth::Authenticator;
use crate::driver::{Opened, feature};
use crate::error::{Error, Result};
use crate::event::closing::{Closing, Until};
use crate::rpc::client::Client;
use crate::rpc::protocol::remote::{
    ConnectOpenArgs, ConnectSupportsFeatureArgs, ConnectSupportsFeatureRet, procedure,
};
use crate::rpc::protocol::{Call, Program, keepalive, lxc, qemu, remote};
use crate::rpc::transport::{TcpTransport, UnixTransport};
use crate::util::client_conf::ClientConf;
use crate::util::uri::Uri;

/// The programs whose messages are for us.
static PROGRAMS: [&Program; 4] = [
    &remote::procedure::PROGRAM,
    &qemu::procedure::PROGRAM,
    &lxc::procedure::PROGRAM,
    &keepalive::procedure::PROGRAM,
];

/// Where daemons listen if a URI does not say it.
const TCP_PORT: u16 = 16509;
#[cfg(feature = "tls")]
const TLS_PORT: u16 = 16514;

/// Opens `uri` at its daemon; without one, what the daemon thinks best. `flags` are `virConnectFlags`.
pub fn open(
    uri: Option<&Uri>,
    conf: &ClientConf,
    program: Option<&dyn Authenticator>,
    flags: u32,
) -> Result<Opened> {
    let transport = match uri {
        Some(Uri { transport: Some(transport), .. }) => &transport.to_ascii_lowercase(),
        Some(Uri { server: Some(_), .. }) => "tls",
        _ => "unix",
    };
    if !["tls", "unix", "ssh", "ext", "tcp", "libssh2", "libssh"].contains(&transport) {
        let text =
            "remote_open: transport in URL not recognised (should be tls|unix|ssh|ext|tcp|libssh2|libssh)";
        return Err(Error::invalid_arg(FROM, text));
    }
    let parameters = Parameters::of(uri, conf)?;
    let closing = Closing::new(Until::TakenBack);
    let inbox = Inbox::new(Arc::clone(&closing));
    let (client, mut way) = connect(transport, uri, &parameters, flags, &inbox)?;
    let introduced = introduce(&client, uri, &parameters, program, &mut way, flags);
    let (server, uri) = introduced.inspect_err(|_| client.close())?;
    inbox.attach(&client, server.event_callbacks);
    let driver = Arc::new(Remote { client, server, way, inbox, closing, kind: OnceLock::new() });
    Ok(Opened { driver, uri })
}

/// Connects to the daemon.
fn connect(
    transport: &str,
    uri: Option<&Uri>,
    parameters: &Parameters<'_>,
    flags: u32,
    inbox: &Arc<Inbox>,
) -> Result<(Arc<Client>, Way)> {
    let failed = |cause| Error::system(FROM, "Unable to set up the connection", &cause);
    let host = uri.and_then(|uri| uri.server.as_deref()).unwrap_or("localhost");
    let port = |usual| uri.and_then(|uri| uri.port).filter(|port| *port != 0).unwrap_or(usual);
    let sink = Arc::<Inbox>::clone(inbox);
    match (transport, uri) {
        ("tcp", _) => {
            let stream = tcp::connect(host, port(TCP_PORT))?;
            let transport = TcpTransport::new(stream).map_err(failed)?;
            Ok((Client::new(transport, &PROGRAMS, sink), Way { encrypted: false, secure: false }))
        }
        #[cfg(feature = "tls")]
        ("tls", _) => {
            let context = super::tls::Context::new(host, parameters)?;
            let transport = context.connect(tcp::connect(host, port(TLS_PORT))?)?;
            Ok((Client::new(transport, &PROGRAMS, sink), Way { encrypted: true, secure: true }))
        }
        #[cfg(not(feature = "tls"))]
        ("tls", _) => {
            let text = "this library is built without TLS";
            Err(Error::new(crate::error::ErrorCode::VIR_ERR_CONFIG_UNSUPPORTED, FROM, text))
        }
        ("ext", _) => {
            let Some(program) = parameters.command else {
                let text = "remote_open: for 'ext' transport, command is required";
                return Err(Error::invalid_arg(FROM, text));
            };
            let transport = command::external(program)?;
            Ok((Client::new(transport, &PROGRAMS, sink), Way { encrypted: false, secure: false }))
        }
        ("ssh" | "libssh" | "libssh2", Some(uri)) => {
            let transport = command::ssh(transport, uri, parameters, flags)?;
            Ok((Client::new(transport, &PROGRAMS, sink), Way { encrypted: false, secure: true }))
        }
        _ => {
            let stream = socket::connect(uri, parameters.mode, flags)?;
            let transport = UnixTransport::new(stream).map_err(failed)?;
            Ok((Client::new(transport, &PROGRAMS, sink), Way { encrypted: false, secure: true }))
        }
    }
}

/// Says who we are and what we want. Returns what the daemon can do, and the connection's URI.
fn introduce(
    client: &Client,
    uri: Option<&Uri>,
    parameters: &Parameters<'_>,
    program: Option<&dyn Authenticator>,
    way: &mut Way,
    flags: u32,
) -> Result<(Server, String)> {
    const SUPPORTS: Call<ConnectSupportsFeatureArgs, ConnectSupportsFeatureRet> =
        procedure::CONNECT_SUPPORTS_FEATURE;
    let asked = |feature: u32| ConnectSupportsFeatureArgs { feature: feature.cast_signed() };
    // As in the original: a daemon that does not know the question does not have the feature.
    let has = |answer: Result<ConnectSupportsFeatureRet>| answer.is_ok_and(|ret| ret.supported != 0);
    auth::authenticate(client, uri, parameters.auth, program, way)?;
    let name = Some(uri.map(at_the_daemon).unwrap_or_default());
    let (open, args) = (procedure::CONNECT_OPEN, ConnectOpenArgs { name, flags });
    // The original sends the same, one after the other; what does not depend on each other need not wait.
    let keepalive = if client.is_in_loop() {
        let question = asked(feature::PROGRAM_KEEPALIVE);
        let (keepalive, opened) = client.call_both((SUPPORTS, &question), (open, &args))?;
        opened?;
        has(keepalive)
    } else {
        client.call(open, &args)?;
        false
    };
    let uri = match uri {
        Some(uri) => uri.to_string(),
        None => Uri::parse(&client.call(procedure::CONNECT_GET_URI, &())?.uri)?.to_string(),
    };
    let questions = [feature::REMOTE_EVENT_CALLBACK, feature::REMOTE_CLOSE_CALLBACK].map(asked);
    let (events, closing) = client.call_both((SUPPORTS, &questions[0]), (SUPPORTS, &questions[1]))?;
    Ok((Server { keepalive, event_callbacks: has(events), close_callbacks: has(closing) }, uri))
}
