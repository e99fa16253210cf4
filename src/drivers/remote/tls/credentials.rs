//! The client's certificate and what it trusts: where the files are, what has to be in them, and reading them.

#![forbid(unsafe_code)]

use std::env;
use std::fmt::Display;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use nix::unistd::geteuid;
use rustls::crypto::CryptoProvider;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, CertificateRevocationListDer, PrivateKeyDer};
use webpki::{BorrowedCertRevocationList, CertRevocationList};

use super::certificate::Facts;
use super::judge::Judge;
use super::{FROM, failed};
use crate::error::{Error, Result};

/// Where the files are.
#[derive(Debug)]
pub struct Files {
    authority: PathBuf,
    revoked: PathBuf,
    certificate: PathBuf,
    key: PathBuf,
}

/// What is in them.
pub struct Credentials {
    pub trusted: Vec<CertificateDer<'static>>,
    pub revoked: Vec<CertRevocationList<'static>>,
    /// The client's certificate, those between it and an authority, and its key.
    pub own: Option<(Vec<CertificateDer<'static>>, PrivateKeyDer<'static>)>,
}

impl Files {
    /// All in `folder`.
    fn in_folder(folder: &Path) -> Self {
        Self {
            authority: folder.join("cacert.pem"),
            revoked: folder.join("cacrl.pem"),
            certificate: folder.join("clientcert.pem"),
            key: folder.join("clientkey.pem"),
        }
    }

    /// Those of `folder`, else the user's, but for root, else the system's.
    pub fn find(folder: Option<&str>) -> Self {
        if let Some(folder) = folder {
            return Self::in_folder(Path::new(folder));
        }
        let mut found = Self {
            authority: "/etc/pki/CA/cacert.pem".into(),
            revoked: "/etc/pki/CA/cacrl.pem".into(),
            certificate: "/etc/pki/libvirt/clientcert.pem".into(),
            key: "/etc/pki/libvirt/private/clientkey.pem".into(),
        };
        if geteuid().is_root() {
            return found;
        }
        let user = Self::in_folder(&env::home_dir().unwrap_or_default().join(".pki/libvirt"));
        // Each alone, but for the two that belong together.
        if user.authority.exists() {
            found.authority = user.authority;
        }
        if user.revoked.exists() {
            found.revoked = user.revoked;
        }
        if user.certificate.exists() && user.key.exists() {
            (found.certificate, found.key) = (user.certificate, user.key);
        }
        found
    }

    /// Reads the files. If it is to be `sane`, what the certificates say of themselves has to fit.
    pub fn read(&self, provider: &CryptoProvider, sane: bool) -> Result<Credentials> {
        if sane {
            self.check(provider)?;
        }
        let trusted = certificates(&read("CA certificate", &self.authority)?);
        let mut revoked = Vec::new();
        if self.revoked.exists() {
            let shown = self.revoked.display();
            let wrong = |why: &dyn Display| {
                failed(format!("Unable to set x509 certificate revocation list: {shown}: {why}"))
            };
            let list = read("CA revocation list", &self.revoked)?;
            let list = CertificateRevocationListDer::from_pem_slice(&list).map_err(|why| wrong(&why))?;
            let list = BorrowedCertRevocationList::from_der(&list).and_then(|list| list.to_owned());
            revoked.push(list.map_err(|why| wrong(&why))?.into());
        }
        let own = if self.certificate.exists() && self.key.exists() {
            let chain = certificates(&read("certificate", &self.certificate)?);
            let key = PrivateKeyDer::from_pem_slice(&read("private key", &self.key)?);
            Some((chain, key.map_err(|why| self.unusable(&why))?))
        } else {
            None
        };
        Ok(Credentials { trusted, revoked, own })
    }

    /// The client's certificate and key are of no use.
    pub fn unusable(&self, why: &dyn Display) -> Error {
        let (key, certificate) = (self.key.display(), self.certificate.display());
        failed(format!("Unable to set x509 key and certificate: {key}, {certificate}: {why}"))
    }

    /// Looks for mistakes that are easy to make with certificates, to have errors that say which.
    fn check(&self, provider: &CryptoProvider) -> Result<()> {
        // What cannot be read fails later, if it is needed.
        let own = fs::read(&self.certificate).ok().map(|text| certificates(&text));
        let own_facts = own.as_ref().map(|own| {
            own.first().and_then(|own| Facts::of(own).ok()).ok_or_else(|| {
                failed(format!("Unable to import client certificate {}", self.certificate.display()))
            })
        });
        let own_facts = own_facts.transpose()?;
        let trusted = fs::read(&self.authority).ok().map(|text| certificates(&text));
        let trusted_facts = trusted.as_ref().map(|trusted| {
            let facts: Option<Vec<_>> = trusted.iter().map(|trusted| Facts::of(trusted).ok()).collect();
            facts.filter(|facts| !facts.is_empty()).ok_or_else(|| {
                failed(format!("Unable to import CA certificate list {}", self.authority.display()))
            })
        });
        let trusted_facts = trusted_facts.transpose()?;
        if let Some(facts) = own_facts {
            check_own(&facts, &self.certificate)?;
        }
        for facts in trusted_facts.iter().flatten() {
            check_authority(facts, &self.authority)?;
        }
        let (Some(own), Some(trusted)) = (own, trusted) else { return Ok(()) };
        let judge = Judge::new(provider, &trusted, Vec::new(), "", true);
        judge.check_chain(&own[0], &own[1..]).map_err(|error| {
            let (own, trusted) = (self.certificate.display(), self.authority.display());
            let why = match error {
                webpki::Error::UnknownIssuer => "The certificate hasn't got a known issuer.".to_owned(),
                other => other.to_string(),
            };
            failed(format!("Our own certificate {own} failed validation against {trusted}: {why}"))
        })
    }
}

fn check_own(facts: &Facts, path: &Path) -> Result<()> {
    let path = path.display();
    if facts.has_expired() {
        return Err(failed(format!("The client certificate {path} has expired")));
    }
    if facts.is_early() {
        return Err(failed(format!("The client certificate {path} is not yet active")));
    }
    if facts.authority == Some(true) {
        let why = "basic constraints show a CA, but we need one for a client";
        return Err(failed(format!("The certificate {path} {why}")));
    }
    if let Some(key) = &facts.key {
        for (allowed, what) in [
            (key.allowed.digital_signature(), "digital signature"),
            (key.allowed.key_encipherment(), "key encipherment"),
        ] {
            complain(allowed, key.critical, format!("Certificate {path} usage does not permit {what}"))?;
        }
    }
    if let Some(client) = &facts.client {
        let text = format!("Certificate {path} purpose does not allow use for with a TLS client");
        complain(client.allowed, client.critical, text)?;
    }
    Ok(())
}

fn check_authority(facts: &Facts, path: &Path) -> Result<()> {
    let path = path.display();
    if facts.has_expired() {
        return Err(failed(format!("The CA certificate {path} has expired")));
    }
    if facts.is_early() {
        return Err(failed(format!("The CA certificate {path} is not yet active")));
    }
    match facts.authority {
        Some(true) => {}
        Some(false) => {
            return Err(failed(format!("The certificate {path} basic constraints do not show a CA")));
        }
        None => {
            return Err(failed(format!("The certificate {path} is missing basic constraints for a CA")));
        }
    }
    let Some(key) = &facts.key else { return Ok(()) };
    let text = format!("Certificate {path} usage does not permit certificate signing");
    complain(key.allowed.key_cert_sign(), key.critical, text)
}

/// What is not allowed is an error only where the certificate insists.
fn complain(allowed: bool, critical: bool, text: String) -> Result<()> {
    if !allowed && critical {
        return Err(failed(text));
    }
    if !allowed {
        log::warn!("{text}");
    }
    Ok(())
}

/// The certificates in a file's text; the original also takes one for none.
fn certificates(text: &[u8]) -> Vec<CertificateDer<'static>> {
    CertificateDer::pem_slice_iter(text).filter_map(Result::ok).collect()
}

/// Reads a file that has to be there.
fn read(what: &str, path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(|cause: io::Error| {
        Error::system(FROM, format!("Cannot read {what} '{}'", path.display()), &cause)
    })
}
