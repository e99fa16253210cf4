//! Certificates for daemons and clients, good and bad.

#![forbid(unsafe_code)]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use rcgen::{
    BasicConstraints, CertificateParams, CertificateRevocationListParams, DnType, ExtendedKeyUsagePurpose,
    IsCa, Issuer, KeyIdMethod, KeyPair, KeyUsagePurpose, RevokedCertParams, SanType, SerialNumber,
};

/// A certificate and its key.
#[derive(Clone)]
pub struct Pair {
    pub certificate: String,
    pub key: String,
}

/// Who signs certificates.
pub struct Authority {
    pub certificate: String,
    issuer: Issuer<'static, KeyPair>,
}

/// The number that every certificate for a daemon has.
const SERIAL: u64 = 4711;

/// Valid from and to so many days from now.
pub fn days(params: &mut CertificateParams, from: i64, to: i64) {
    params.not_before = day(from).into();
    params.not_after = day(to).into();
}

fn day(from_now: i64) -> SystemTime {
    let distance = Duration::from_secs(86400 * from_now.unsigned_abs());
    if from_now < 0 { SystemTime::now() - distance } else { SystemTime::now() + distance }
}

fn params(name: &str) -> CertificateParams {
    let mut params = CertificateParams::default();
    params.distinguished_name.push(DnType::OrganizationName, "Org");
    params.distinguished_name.push(DnType::CommonName, name);
    days(&mut params, -1, 30);
    params
}

impl Authority {
    pub fn new(name: &str) -> Self {
        Self::with(name, |_| {})
    }

    /// One that is a little different.
    pub fn with(name: &str, change: impl Fn(&mut CertificateParams)) -> Self {
        Self::from_key(name, KeyPair::generate().expect("a key"), change)
    }

    fn from_key(name: &str, key: KeyPair, change: impl Fn(&mut CertificateParams)) -> Self {
        let mut params = params(name);
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
        change(&mut params);
        let certificate = params.self_signed(&key).expect("a certificate").pem();
        Self { certificate, issuer: Issuer::new(params, key) }
    }

    /// The same key and name in another certificate.
    pub fn again(&self, name: &str, change: impl Fn(&mut CertificateParams)) -> String {
        let key = KeyPair::from_pem(&self.issuer.key().serialize_pem()).expect("a key");
        Self::from_key(name, key, change).certificate
    }

    fn issue(&self, mut params: CertificateParams, change: impl Fn(&mut CertificateParams)) -> Pair {
        params.is_ca = IsCa::ExplicitNoCa;
        params.key_usages = vec![KeyUsagePurpose::DigitalSignature, KeyUsagePurpose::KeyEncipherment];
        change(&mut params);
        let key = KeyPair::generate().expect("a key");
        let certificate = params.signed_by(&key, &self.issuer).expect("a certificate").pem();
        Pair { certificate, key: key.serialize_pem() }
    }

    /// A certificate for a client.
    pub fn client(&self, change: impl Fn(&mut CertificateParams)) -> Pair {
        let mut params = params("client");
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ClientAuth];
        self.issue(params, change)
    }

    /// A certificate for a daemon on this host.
    pub fn server(&self, change: impl Fn(&mut CertificateParams)) -> Pair {
        let mut params = params("localhost");
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        params.serial_number = Some(SerialNumber::from(SERIAL));
        params.subject_alt_names = vec![dns("localhost"), address("127.0.0.1"), address("::1")];
        self.issue(params, change)
    }

    /// A list of revoked certificates, maybe with that of the daemon.
    pub fn revoked(&self, revoked: bool) -> String {
        let server = RevokedCertParams {
            serial_number: SerialNumber::from(SERIAL),
            revocation_time: day(-1).into(),
            reason_code: None,
            invalidity_date: None,
        };
        let params = CertificateRevocationListParams {
            this_update: day(-1).into(),
            next_update: day(1).into(),
            crl_number: SerialNumber::from(1),
            issuing_distribution_point: None,
            revoked_certs: revoked.then_some(server).into_iter().collect(),
            key_identifier_method: KeyIdMethod::Sha256,
        };
        params.signed_by(&self.issuer).expect("a list").pem().expect("text")
    }
}

pub fn dns(name: &str) -> SanType {
    SanType::DnsName(name.try_into().expect("a name"))
}

pub fn address(address: &str) -> SanType {
    SanType::IpAddress(address.parse().expect("an address"))
}

/// A folder with the files of a client; empty texts are no files.
pub fn client_files(folder: &Path, authority: &str, own: &Pair) -> PathBuf {
    fs::create_dir_all(folder).expect("a folder");
    for (name, text) in
        [("cacert.pem", authority), ("clientcert.pem", &own.certificate), ("clientkey.pem", &own.key)]
    {
        if !text.is_empty() {
            fs::write(folder.join(name), text).expect("a file");
        }
    }
    folder.to_owned()
}
