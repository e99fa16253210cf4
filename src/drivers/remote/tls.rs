//! The way to a daemon by TLS: what a URI and the client's files say about it.

#![forbid(unsafe_code)]

mod certificate;
mod credentials;
mod judge;
mod priority;

use std::net::{IpAddr, Ipv6Addr, TcpStream};
use std::sync::Arc;

use rustls::ClientConfig;
use rustls::client::Resumption;
use rustls::crypto::ring;
use rustls::pki_types::ServerName;

use self::credentials::Files;
use self::judge::Judge;
use super::parameters::Parameters;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::rpc::transport::{HandshakeError, TlsTransport};

/// Where errors of TLS come from.
const FROM: ErrorDomain = ErrorDomain::VIR_FROM_RPC;

/// What is needed to speak with a host.
pub struct Context {
    config: Arc<ClientConfig>,
    name: ServerName<'static>,
}

impl Context {
    /// Reads what the client has for `host`.
    pub fn new(host: &str, parameters: &Parameters<'_>) -> Result<Self> {
        let provider = Arc::new(ring::default_provider());
        let files = Files::find(parameters.pki_path);
        let credentials = files.read(&provider, !parameters.no_sanity)?;
        let priority = parameters.tls_priority()?.unwrap_or("NORMAL");
        let versions = priority::versions(priority)
            .map_err(|why| failed(format!("Failed to set TLS session priority to {priority}: {why}")))?;
        let judge =
            Judge::new(&provider, &credentials.trusted, credentials.revoked, host, !parameters.no_verify);
        let config = ClientConfig::builder_with_provider(provider)
            .with_protocol_versions(&versions)
            .map_err(|why| failed(format!("Failed to initialize TLS session: {why}")))?
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(judge));
        let mut config = match credentials.own {
            Some((chain, key)) => {
                config.with_client_auth_cert(chain, key).map_err(|why| files.unusable(&why))?
            }
            None => config.with_no_client_auth(),
        };
        // As in the original: the name is not sent, and no session is taken up again. The judge knows the name, which
        // need not be one of the DNS.
        config.enable_sni = false;
        config.resumption = Resumption::disabled();
        let nameless = || ServerName::from(IpAddr::from(Ipv6Addr::UNSPECIFIED));
        let name = ServerName::try_from(host.to_owned()).unwrap_or_else(|_| nameless());
        Ok(Self { config: Arc::new(config), name })
    }

    /// Agrees with the daemon at the other end.
    pub fn connect(self, stream: TcpStream) -> Result<TlsTransport> {
        let refused = |text: String| Error::new(ErrorCode::VIR_ERR_AUTH_FAILED, FROM, text);
        TlsTransport::new(stream, self.config, self.name).map_err(|error| match error {
            HandshakeError::Untrusted(error) => {
                log::debug!("certificate refused: {error}");
                refused("Failed to verify peer's certificate".to_owned())
            }
            HandshakeError::Failed(why) => refused(format!("TLS handshake failed {why}")),
            HandshakeError::NoConfirmation(error) => {
                log::debug!("no confirmation: {error}");
                Error::system(FROM, "Unable to read TLS confirmation", &nix::errno::Errno::EIO.into())
            }
            HandshakeError::NotConfirmed => Error::new(
                ErrorCode::VIR_ERR_RPC,
                FROM,
                "server verification (of our certificate or IP address) failed",
            ),
        })
    }
}

/// Something is wrong with what the client has.
fn failed(text: String) -> Error {
    Error::new(ErrorCode::VIR_ERR_SYSTEM_ERROR, FROM, text)
}
