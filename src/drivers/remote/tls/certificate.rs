//! What a certificate says of itself: when it is valid, what it may be used for, and whose it is.

#![forbid(unsafe_code)]

use std::net::IpAddr;
use std::ops::RangeInclusive;
use std::time::{SystemTime, UNIX_EPOCH};

use x509_cert::der::Decode;
use x509_cert::der::asn1::ObjectIdentifier;
use x509_cert::der::oid::AssociatedOid;
use x509_cert::ext::pkix::name::GeneralName;
use x509_cert::ext::pkix::{BasicConstraints, ExtendedKeyUsage, KeyUsage, SubjectAltName};
use x509_cert::{Certificate, TbsCertificate};

/// To show to servers, and everything.
const CLIENT_PURPOSES: [ObjectIdentifier; 2] =
    [ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.2"), ObjectIdentifier::new_unwrap("2.5.29.37.0")];
/// `commonName`
const COMMON_NAME: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.3");

/// What a certificate says. An extension that nobody understands says nothing.
#[derive(Debug)]
pub struct Facts {
    /// Seconds since 1970.
    validity: RangeInclusive<u64>,
    /// Whether it belongs to an authority; `None` if it does not say.
    pub authority: Option<bool>,
    /// What its key may be used for, if it says so.
    pub key: Option<Limit<KeyUsage>>,
    /// Whether it is one for clients, if it says what it is for.
    pub client: Option<Limit<bool>>,
    /// Hosts that it is for.
    names: Vec<String>,
    addresses: Vec<Vec<u8>>,
    /// The older way to say so.
    common_names: Vec<String>,
}

/// A limit that an extension sets.
#[derive(Debug)]
pub struct Limit<T> {
    /// Who does not keep to it must not use the certificate.
    pub critical: bool,
    pub allowed: T,
}

impl Facts {
    /// Reads a certificate.
    ///
    /// # Errors
    /// If it is none.
    pub fn of(der: &[u8]) -> Result<Self, x509_cert::der::Error> {
        let certificate = Certificate::from_der(der)?;
        let all = &certificate.tbs_certificate;
        let constraints = extension::<BasicConstraints>(all);
        let alternatives = extension::<SubjectAltName>(all).map(|limit| limit.allowed.0).unwrap_or_default();
        let (mut names, mut addresses) = (Vec::new(), Vec::new());
        for name in alternatives {
            match name {
                GeneralName::DnsName(name) => names.push(name.to_string()),
                GeneralName::IpAddress(address) => addresses.push(address.into_bytes()),
                _ => {}
            }
        }
        let attributes = all.subject.0.iter().flat_map(|names| names.0.iter());
        let common_names = attributes.filter(|attribute| attribute.oid == COMMON_NAME);
        let begin = all.validity.not_before.to_unix_duration().as_secs();
        let end = all.validity.not_after.to_unix_duration().as_secs();
        Ok(Self {
            validity: begin..=end,
            authority: constraints.map(|limit| limit.allowed.ca),
            key: extension(all),
            client: extension::<ExtendedKeyUsage>(all).map(|limit| Limit {
                critical: limit.critical,
                allowed: limit.allowed.0.iter().any(|purpose| CLIENT_PURPOSES.contains(purpose)),
            }),
            names,
            addresses,
            common_names: common_names
                .filter_map(|attribute| std::str::from_utf8(attribute.value.value()).ok().map(str::to_owned))
                .collect(),
        })
    }

    /// Whether its time is over.
    pub fn has_expired(&self) -> bool {
        now() > *self.validity.end()
    }

    /// Whether its time has not come.
    pub fn is_early(&self) -> bool {
        now() < *self.validity.start()
    }

    /// Whether others can be trusted because it has signed them.
    pub fn may_sign(&self) -> bool {
        let key = self.key.as_ref().map(|key| key.allowed.key_cert_sign());
        // As in the original, one of the two has to say so, and none may deny it.
        let allowed = matches!((self.authority, key), (Some(true), None | Some(true)) | (None, Some(true)));
        allowed && !self.has_expired() && !self.is_early()
    }

    /// Whether it is for `host`. As in the original a certificate that names no hosts is for the one of its common
    /// name, and addresses are not looked for among names.
    pub fn is_for(&self, host: &str) -> bool {
        let same = |bytes: &[u8]| self.addresses.iter().any(|address| address == bytes);
        match host.parse() {
            Ok(IpAddr::V4(address)) => same(&address.octets()),
            Ok(IpAddr::V6(address)) => same(&address.octets()),
            Err(_) if !self.names.is_empty() => self.names.iter().any(|name| covers(name, host)),
            Err(_) if !self.addresses.is_empty() => false,
            Err(_) => matches!(&self.common_names[..], [name] if covers(name, host)),
        }
    }
}

fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs())
}

fn extension<T: for<'a> Decode<'a> + AssociatedOid>(all: &TbsCertificate) -> Option<Limit<T>> {
    let found = all.get::<T>().inspect_err(|error| log::debug!("extension {}: {error}", T::OID));
    found.ok().flatten().map(|(critical, allowed)| Limit { critical, allowed })
}

/// Whether a name of a certificate, which can begin with `*.` for any one word, is that of `host`.
fn covers(name: &str, host: &str) -> bool {
    match name.strip_prefix("*.").filter(|domain| domain.contains('.')) {
        Some(domain) => host.split_once('.').is_some_and(|(_, rest)| rest.eq_ignore_ascii_case(domain)),
        None => name.eq_ignore_ascii_case(host),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(names: &[&str], addresses: &[&[u8]], common_names: &[&str]) -> Facts {
        let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        Facts {
            validity: 0..=u64::MAX,
            authority: None,
            key: None,
            client: None,
            names: texts(names),
            addresses: addresses.iter().map(|address| address.to_vec()).collect(),
            common_names: texts(common_names),
        }
    }

    #[test]
    fn a_certificate_is_for_the_hosts_it_names() {
        let named = facts(&["a.example", "*.b.example", "1.2.3.4"], &[&[127, 0, 0, 1]], &["c.example"]);
        for host in ["a.example", "A.EXAMPLE", "x.b.example", "127.0.0.1"] {
            assert!(named.is_for(host), "{host}");
        }
        for host in ["b.example", "x.y.b.example", "c.example", "1.2.3.4", "::1", "", "example"] {
            assert!(!named.is_for(host), "{host}");
        }
    }

    #[test]
    fn without_names_the_common_name_counts() {
        let common = facts(&[], &[], &["c.example"]);
        assert!(common.is_for("c.example"));
        assert!(!common.is_for("d.example"));
        assert!(!facts(&[], &[], &["127.0.0.1"]).is_for("127.0.0.1"), "an address is no name");
        assert!(!facts(&[], &[&[127, 0, 0, 1]], &["c.example"]).is_for("c.example"), "an address is named");
        assert!(!facts(&[], &[], &["c.example", "d.example"]).is_for("c.example"), "which is it?");
    }

    #[test]
    fn a_star_needs_a_domain() {
        assert!(!covers("*.example", "a.example"));
        assert!(!covers("*", "a"));
        assert!(!covers("a.*.example", "a.b.example"));
        assert!(covers("*.b.example", "a.B.example"));
    }
}
