//! Connection URIs: parsed by RFC 3986, with libvirt's `driver+transport` scheme taken apart.
//!
//! Only the syntax is here. Which driver answers for a URI, and what its parameters mean, is decided in
//! `drivers`.

#![forbid(unsafe_code)]

use std::fmt;

use crate::error::{Error, ErrorDomain, Result};

/// A connection URI. Texts are percent-decoded except for `query`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Uri {
    /// The driver's name: the scheme up to a `+`. `None` for a relative reference such as `/default`.
    pub scheme: Option<String>,
    /// How to reach the host: what follows the `+` of the scheme.
    pub transport: Option<String>,
    /// The user to log in as.
    pub user: Option<String>,
    /// The host, without the brackets of an IPv6 address; `None` if there is none or it is empty.
    pub server: Option<String>,
    /// The port on the host.
    pub port: Option<u16>,
    /// The path, with its leading slash.
    pub path: String,
    /// The query as it was written.
    pub query: Option<String>,
    /// The query's parameters in their order. A name without `=` has an empty value.
    pub params: Vec<(String, String)>,
    /// What follows `#`.
    pub fragment: Option<String>,
}

impl Uri {
    /// Parses `text`. Fails with `VIR_ERR_INTERNAL_ERROR` of `VIR_FROM_URI`, as the original.
    pub fn parse(text: &str) -> Result<Self> {
        parse(text)
            .ok_or_else(|| Error::internal(ErrorDomain::VIR_FROM_URI, format!("Unable to parse URI {text}")))
    }

    /// The value of the last parameter called `name`.
    pub fn param(&self, name: &str) -> Option<&str> {
        self.params.iter().rev().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

fn parse(text: &str) -> Option<Uri> {
    let mut uri = Uri::default();
    let mut rest = text;
    if let Some((before, fragment)) = rest.split_once('#') {
        uri.fragment = Some(decode(fragment, |b| is_pchar(b) || b"/?[]".contains(&b))?);
        rest = before;
    }
    if let Some((before, query)) = rest.split_once('?') {
        decode(query, |b| is_pchar(b) || b"/?".contains(&b))?;
        uri.params = params(query);
        uri.query = Some(query.to_owned());
        rest = before;
    }
    if let Some((scheme, after)) = split_scheme(rest) {
        let (driver, transport) = match scheme.split_once('+') {
            Some((driver, transport)) => (driver, Some(transport.to_owned())),
            None => (scheme, None),
        };
        uri.scheme = Some(driver.to_owned());
        uri.transport = transport;
        rest = after;
    } else if rest.split('/').next().is_some_and(|segment| segment.contains(':')) {
        return None;
    }
    if let Some(after) = rest.strip_prefix("//") {
        let (authority, path) = after.split_at(after.find('/').unwrap_or(after.len()));
        parse_authority(authority, &mut uri)?;
        rest = path;
    }
    uri.path = decode(rest, |b| is_pchar(b) || b == b'/')?;
    Some(uri)
}

/// Splits `name:rest` where `name` can be a scheme.
fn split_scheme(text: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = text.split_once(':')?;
    let valid = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b));
    valid.then_some((scheme, rest))
}

/// `[user@]host[:port]`; an empty host counts as none.
fn parse_authority(text: &str, uri: &mut Uri) -> Option<()> {
    let mut rest = text;
    if let Some((user, after)) = rest.split_once('@') {
        uri.user = Some(decode(user, |b| is_unreserved(b) || is_sub_delim(b) || b == b':')?);
        rest = after;
    }
    let (host, after) = match rest.strip_prefix('[') {
        Some(inner) => inner.split_once(']').map(|(host, after)| (host.to_owned(), after))?,
        None => {
            let (host, after) = rest.split_at(rest.find(':').unwrap_or(rest.len()));
            (decode(host, |b| is_unreserved(b) || is_sub_delim(b))?, after)
        }
    };
    if !after.is_empty() {
        let port = after.strip_prefix(':').filter(|port| port.bytes().all(|b| b.is_ascii_digit()))?;
        uri.port = Some(port.parse().ok()?);
    }
    uri.server = (!host.is_empty()).then_some(host);
    Some(())
}

/// The parameters of a query, separated by `&` or `;`. A pair without name is left out.
fn params(query: &str) -> Vec<(String, String)> {
    let pairs = query.split(['&', ';']).map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    pairs
        .filter(|(name, _)| !name.is_empty())
        .filter_map(|(name, value)| Some((decode(name, |_| true)?, decode(value, |_| true)?)))
        .collect()
}

fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)
}

fn is_sub_delim(byte: u8) -> bool {
    b"!$&'()*+,;=".contains(&byte)
}

fn is_pchar(byte: u8) -> bool {
    is_unreserved(byte) || is_sub_delim(byte) || b":@".contains(&byte)
}

/// Resolves `%XX`; `None` if a byte is not `allowed`, an escape is broken or the result is not UTF-8.
fn decode(text: &str, allowed: impl Fn(u8) -> bool) -> Option<String> {
    let mut out = Vec::with_capacity(text.len());
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let high = char::from(bytes.next()?).to_digit(16)?;
            let low = char::from(bytes.next()?).to_digit(16)?;
            out.push(u8::try_from(high * 16 + low).ok()?);
        } else if allowed(byte) {
            out.push(byte);
        } else {
            return None;
        }
    }
    String::from_utf8(out).ok()
}

/// Writes `text` with every byte escaped that is neither unreserved nor in `also`.
fn encode(f: &mut fmt::Formatter<'_>, text: &str, also: &[u8]) -> fmt::Result {
    for byte in text.bytes() {
        if is_unreserved(byte) || b"!*'()".contains(&byte) || also.contains(&byte) {
            write!(f, "{}", char::from(byte))?;
        } else {
            write!(f, "%{byte:02X}")?;
        }
    }
    Ok(())
}

/// The canonical form, as `virConnectGetURI` reports it.
impl fmt::Display for Uri {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(scheme) = &self.scheme {
            f.write_str(scheme)?;
            if let Some(transport) = &self.transport {
                write!(f, "+{transport}")?;
            }
            f.write_str(":")?;
        }
        f.write_str("//")?;
        if let Some(user) = &self.user {
            encode(f, user, b";:&=+$,")?;
            f.write_str("@")?;
        }
        match &self.server {
            Some(server) if server.contains(':') => write!(f, "[{server}]")?,
            Some(server) => encode(f, server, b";:@&=+$,")?,
            None => {}
        }
        if let Some(port) = self.port.filter(|_| self.server.is_some()) {
            write!(f, ":{port}")?;
        }
        encode(f, &self.path, b"/;@&=+$,:")?;
        if let Some(query) = &self.query {
            write!(f, "?{query}")?;
        }
        if let Some(fragment) = &self.fragment {
            f.write_str("#")?;
            encode(f, fragment, b";/?:@&=+$,")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_all_parts_apart() {
        let uri = Uri::parse("qemu+ssh://root@[::1]:22/system?socket=%2Frun%2Fx&no_tty;a=b#x").unwrap();
        assert_eq!(uri.scheme.as_deref(), Some("qemu"));
        assert_eq!(uri.transport.as_deref(), Some("ssh"));
        assert_eq!(uri.user.as_deref(), Some("root"));
        assert_eq!(uri.server.as_deref(), Some("::1"));
        assert_eq!(uri.port, Some(22));
        assert_eq!(uri.path, "/system");
        assert_eq!(uri.param("socket"), Some("/run/x"));
        assert_eq!(uri.param("no_tty"), Some(""));
        assert_eq!(uri.param("a"), Some("b"));
        assert_eq!(uri.to_string(), "qemu+ssh://root@[::1]:22/system?socket=%2Frun%2Fx&no_tty;a=b#x");
    }

    #[test]
    fn gives_the_canonical_form() {
        for (text, canonical) in [
            ("test:/default", "test:///default"),
            ("test:///de%66ault", "test:///default"),
            ("test:///default?", "test:///default?"),
            ("test:///a%20b", "test:///a%20b"),
            ("test://u@:99/default", "test://u@/default"),
        ] {
            assert_eq!(Uri::parse(text).unwrap().to_string(), canonical);
        }
    }

    #[test]
    fn refuses_what_the_original_refuses() {
        for text in [
            ":",
            "://",
            "test:///a b",
            "test:///%zz",
            "1test:///default",
            "+unix:///x",
            "test://h:x/",
            "test://h:/",
            "test://:/",
            "test://[::1]:/",
            "test://[::1]x/",
        ] {
            let error = Uri::parse(text).unwrap_err();
            assert_eq!(error.message(), format!("internal error: Unable to parse URI {text}"));
        }
    }
}
