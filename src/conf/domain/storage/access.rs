//! What it takes to get at contents: a name and a secret, a key, a reservation.

#![forbid(unsafe_code)]

use crate::conf::domain::device::YesNo;
use crate::conf::domain::{FormatFlags, fail};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::ident::Uuid;
use crate::util::uuid;
use crate::util::xml::{Element, Writer, words};

/// `<auth>`: the user at the server, and the secret that proves it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Auth {
    pub username: String,
    pub secret_kind: AuthKind,
    pub secret: Secret,
}

words! {
    /// `<secret type=…>` of `<auth>`; also of secrets themselves.
    pub enum AuthKind {
        None = "none",
        Volume = "volume",
        Ceph = "ceph",
        Iscsi = "iscsi",
        Tls = "tls",
        Vtpm = "vtpm",
    }
}

/// How a secret is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Secret {
    Uuid(Uuid),
    Usage(String),
}

/// `<encryption>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Encryption {
    pub format: EncryptionFormat,
    pub engine: Option<EncryptionEngine>,
    /// Passphrases.
    pub secrets: Vec<Secret>,
    /// Whether a cipher is said, which only makers of volumes need.
    pub has_cipher: bool,
}

words! {
    /// `<encryption format=…>`
    pub enum EncryptionFormat {
        Default = "default",
        Qcow = "qcow",
        Luks = "luks",
        Luks2 = "luks2",
    }
}

words! {
    /// `<encryption engine=…>`: who decrypts.
    pub enum EncryptionEngine {
        Qemu = "qemu",
        Librbd = "librbd",
    }
}

/// `<reservations>`: who keeps the persistent reservations of a SCSI disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reservations {
    /// The driver runs the helper itself.
    pub managed: YesNo,
    /// Socket of the helper.
    pub path: Option<String>,
}

fn xml(detail: impl Into<String>) -> Error {
    Error::new(ErrorCode::VIR_ERR_XML_ERROR, ErrorDomain::VIR_FROM_STORAGE, detail)
}

fn unsupported(detail: impl Into<String>) -> Error {
    Error::new(ErrorCode::VIR_ERR_CONFIG_UNSUPPORTED, ErrorDomain::VIR_FROM_STORAGE, detail)
}

impl Auth {
    pub(in crate::conf::domain) fn parse(element: Element<'_>) -> Result<Self> {
        let username = element.attr("username").ok_or_else(|| xml("missing username for auth"))?;
        if let Some(kind) = element.attr("type").filter(|kind| !["none", "chap", "ceph"].contains(kind)) {
            return Err(unsupported(format!("unknown auth type '{kind}'")));
        }
        let secret = element.child("secret").ok_or_else(|| xml("Missing <secret> element in auth"))?;
        let found = Secret::parse(secret)?;
        let kind = secret.attr("type").unwrap_or("<null>");
        let secret_kind =
            kind.parse().map_err(|()| fail::unsupported(format!("unknown secret type '{kind}'")))?;
        Ok(Self { username: username.to_owned(), secret_kind, secret: found })
    }

    pub(in crate::conf::domain) fn format(&self, w: &mut Writer) {
        w.element("auth", |w| {
            w.attr("username", &self.username);
            self.secret.format(w, self.secret_kind.as_str());
        });
    }
}

impl Secret {
    pub(in crate::conf::domain) fn parse(element: Element<'_>) -> Result<Self> {
        let xml = |detail: String| fail::xml(detail).in_domain(ErrorDomain::VIR_FROM_NONE);
        match (element.attr("uuid"), element.attr("usage")) {
            (None, None) => Err(xml("missing secret uuid or usage attribute".to_owned())),
            (Some(_), Some(_)) => Err(xml("either secret uuid or usage expected".to_owned())),
            (Some(text), None) => {
                uuid::parse(text).map(Self::Uuid).ok_or_else(|| xml(format!("invalid secret uuid '{text}'")))
            }
            (None, Some(usage)) => Ok(Self::Usage(usage.to_owned())),
        }
    }

    pub(in crate::conf::domain) fn format(&self, w: &mut Writer, kind: &str) {
        w.element("secret", |w| {
            w.attr("type", kind);
            match self {
                Self::Uuid(uuid) => w.attr("uuid", uuid),
                Self::Usage(usage) => w.attr("usage", usage),
            }
        });
    }
}

/// The one kind of secret that an encryption has.
const PASSPHRASE: &str = "passphrase";

impl Encryption {
    pub(in crate::conf::domain) fn parse(element: Element<'_>) -> Result<Self> {
        let format = element.attr("format").ok_or_else(|| xml("unknown volume encryption format"))?;
        let format = format
            .parse()
            .map_err(|()| unsupported(format!("unknown volume encryption format type {format}")))?;
        let engine = element.word("engine")?;
        let mut secrets = Vec::new();
        for secret in element.children_named("secret") {
            match secret.attr("type") {
                None => return Err(xml("unknown volume encryption secret type")),
                Some(PASSPHRASE) => secrets.push(Secret::parse(secret)?),
                Some(other) => {
                    return Err(unsupported(format!("unknown volume encryption secret type {other}")));
                }
            }
        }
        let may_have_cipher = matches!(format, EncryptionFormat::Luks | EncryptionFormat::Luks2);
        let cipher = element.child("cipher").filter(|_| may_have_cipher);
        match cipher {
            Some(cipher) => {
                if cipher.number::<u32>("size")?.is_none() {
                    return Err(cipher.missing("size"));
                }
                if cipher.attr("name").is_none() {
                    return Err(xml("cipher info missing 'name' attribute"));
                }
            }
            None if may_have_cipher && element.child("ivgen").is_some() => {
                return Err(xml("ivgen element found, but cipher is missing"));
            }
            None => {}
        }
        Ok(Self { format, engine, secrets, has_cipher: cipher.is_some() })
    }

    pub(in crate::conf::domain) fn format(&self, w: &mut Writer) {
        w.element("encryption", |w| {
            w.attr("format", self.format);
            w.attr_opt("engine", self.engine);
            w.lines();
            self.secrets.iter().for_each(|secret| secret.format(w, PASSPHRASE));
        });
    }
}

impl Reservations {
    pub(in crate::conf::domain) fn parse(element: Element<'_>) -> Result<Self> {
        let managed = element.required_word("managed")?;
        let source = element.child("source");
        if managed == YesNo::Yes && source.is_none() {
            return Ok(Self { managed, path: None });
        }
        let text = |name| source.and_then(|source| source.attr(name));
        let needed =
            |name, what: &str| text(name).ok_or_else(|| xml(format!("missing {what} for <reservations/>")));
        let kind = needed("type", "connection type")?;
        if kind != "unix" {
            return Err(xml(format!("unsupported connection type for <reservations/>: {kind}")));
        }
        let path = needed("path", "path")?;
        let mode = needed("mode", "connection mode")?;
        if mode != "client" {
            return Err(xml(format!("unsupported connection mode for <reservations/>: {mode}")));
        }
        Ok(Self { managed, path: Some(path.to_owned()) })
    }

    pub(in crate::conf::domain) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        // Another host has a place of its own for what it manages.
        let path = self.path.as_ref().filter(|_| !flags.migratable || self.managed == YesNo::No);
        w.element("reservations", |w| {
            w.attr("managed", self.managed);
            if let Some(path) = path {
                w.element("source", |w| {
                    w.attr("type", "unix");
                    w.attr("path", path);
                    w.attr("mode", "client");
                });
            }
        });
    }
}
