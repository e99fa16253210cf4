//! Finding a daemon, and introducing us to it.

#![forbid(unsafe_code)]

use std::path::Path;
use std::sync::Arc;

use super::{Inbox, Remote};
use crate::driver::Opened;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::rpc::client::Client;
use crate::rpc::protocol::remote::{AuthType, ConnectOpenArgs, procedure};
use crate::rpc::protocol::{Program, keepalive, lxc, qemu, remote};
use crate::rpc::transport::UnixTransport;
use crate::util::unix_socket;
use crate::util::uri::Uri;

const FROM: ErrorDomain = ErrorDomain::VIR_FROM_REMOTE;

/// The programs whose messages are for us.
static PROGRAMS: [&Program; 4] = [
    &remote::procedure::PROGRAM,
    &qemu::procedure::PROGRAM,
    &lxc::procedure::PROGRAM,
    &keepalive::procedure::PROGRAM,
];

/// Opens `uri` at the daemon that listens on `socket`; `flags` are `virConnectFlags`.
pub fn open(uri: &Uri, socket: &Path, flags: u32) -> Result<Opened> {
    let stream = unix_socket::connect(socket)?;
    let transport = UnixTransport::new(stream)
        .map_err(|cause| Error::system(FROM, "Unable to set up the connection", &cause))?;
    let client = Client::new(transport, &PROGRAMS, Arc::new(Inbox));
    let remote = Remote { client };
    authenticate(&remote)?;
    let args = ConnectOpenArgs { name: Some(at_the_daemon(uri)), flags };
    remote.call(procedure::CONNECT_OPEN, &args)?;
    Ok(Opened { driver: Arc::new(remote), uri: uri.to_string() })
}

/// What is left of a URI when the daemon is reached.
fn at_the_daemon(uri: &Uri) -> String {
    Uri { scheme: uri.scheme.clone(), path: uri.path.clone(), ..Uri::default() }.to_string()
}

fn authenticate(remote: &Remote) -> Result<()> {
    let offered = remote.call(procedure::AUTH_LIST, &())?.types;
    if offered.is_empty() || offered.contains(&AuthType::NONE) {
        return Ok(());
    }
    if offered.contains(&AuthType::POLKIT) {
        remote.call(procedure::AUTH_POLKIT, &())?;
        return Ok(());
    }
    Err(Error::new(ErrorCode::VIR_ERR_AUTH_FAILED, FROM, "unsupported authentication type"))
}
