//! Whether a daemon is who it says: its certificate's chain, and its name.
//!
//! Other than a browser's, this check takes the common name of a certificate that names no hosts, and does not ask what
//! a certificate is for: the original does so, and sites' certificates were made for it.

#![forbid(unsafe_code)]

use std::sync::Arc;

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{
    CryptoProvider, WebPkiSupportedAlgorithms, verify_tls12_signature, verify_tls13_signature,
};
use rustls::pki_types::{CertificateDer, ServerName, TrustAnchor, UnixTime};
use rustls::{CertificateError, DigitallySignedStruct, Error, OtherError, SignatureScheme};
use webpki::{
    CertRevocationList, EndEntityCert, ExtendedKeyUsageValidator, KeyPurposeIdIter, RevocationOptionsBuilder,
    UnknownStatusPolicy, anchor_from_trusted_cert,
};

use super::certificate::Facts;

/// Judges daemons' certificates.
#[derive(Debug)]
pub struct Judge {
    algorithms: WebPkiSupportedAlgorithms,
    trusted: Vec<CertificateDer<'static>>,
    anchors: Vec<TrustAnchor<'static>>,
    revoked: Vec<CertRevocationList<'static>>,
    host: String,
    strict: bool,
}

impl Judge {
    /// Trusts what one of `trusted` has signed and `revoked` does not name, for `host`. If it is not `strict` it only
    /// complains.
    pub fn new(
        provider: &CryptoProvider,
        trusted: &[CertificateDer<'static>],
        revoked: Vec<CertRevocationList<'static>>,
        host: &str,
        strict: bool,
    ) -> Self {
        let signers = trusted.iter().filter(|der| Facts::of(der).is_ok_and(|facts| facts.may_sign()));
        Self {
            algorithms: provider.signature_verification_algorithms,
            trusted: trusted.to_vec(),
            anchors: signers.filter_map(|der| Some(anchor_from_trusted_cert(der).ok()?.to_owned())).collect(),
            revoked,
            host: host.to_owned(),
            strict,
        }
    }

    /// Whether a chain leads from `certificate` to what is trusted.
    pub fn check_chain(
        &self,
        certificate: &CertificateDer<'_>,
        others: &[CertificateDer<'_>],
    ) -> Result<(), webpki::Error> {
        let facts = Facts::of(certificate).map_err(|_| webpki::Error::BadDer)?;
        if self.trusted.iter().any(|trusted| trusted == certificate)
            && !facts.has_expired()
            && !facts.is_early()
        {
            return Ok(());
        }
        let lists: Vec<_> = self.revoked.iter().collect();
        let revocation = RevocationOptionsBuilder::new(&lists).ok();
        // The lists are the site's: what they do not know is not revoked, and old ones still say what was.
        let revocation =
            revocation.map(|options| options.with_status_policy(UnknownStatusPolicy::Allow).build());
        let certificate = EndEntityCert::try_from(certificate)?;
        let algorithms = self.algorithms.all;
        let now = UnixTime::now();
        certificate
            .verify_for_usage(algorithms, &self.anchors, others, now, AnyPurpose, revocation, None)
            .map(drop)
    }

    fn check(&self, certificate: &CertificateDer<'_>, others: &[CertificateDer<'_>]) -> Result<(), Error> {
        self.check_chain(certificate, others).map_err(|error| {
            log::warn!("Certificate failed validation: {error}");
            CertificateError::Other(OtherError(Arc::new(error)))
        })?;
        if Facts::of(certificate).is_ok_and(|facts| facts.is_for(&self.host)) {
            return Ok(());
        }
        log::warn!("Certificate owner does not match the hostname {}", self.host);
        Err(CertificateError::NotValidForName.into())
    }
}

impl ServerCertVerifier for Judge {
    fn verify_server_cert(
        &self,
        certificate: &CertificateDer<'_>,
        others: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        match self.check(certificate, others) {
            Err(error) if self.strict => Err(error),
            Err(_) => {
                log::info!("Ignoring bad certificate at user request");
                Ok(ServerCertVerified::assertion())
            }
            Ok(()) => Ok(ServerCertVerified::assertion()),
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls12_signature(message, certificate, signed, &self.algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls13_signature(message, certificate, signed, &self.algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.algorithms.supported_schemes()
    }
}

/// A certificate for anything will do.
struct AnyPurpose;

impl ExtendedKeyUsageValidator for AnyPurpose {
    fn validate(&self, _: KeyPurposeIdIter<'_, '_>) -> Result<(), webpki::Error> {
        Ok(())
    }
}
