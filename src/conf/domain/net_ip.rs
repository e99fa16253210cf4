//! `<ip>` and `<route>`: addresses and routes that an interface gets.

#![forbid(unsafe_code)]

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

use super::fail;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::util::xml::{Attribute, Element, Positive, Writer, number, words};

/// The `<ip>` and `<route>` elements of one side of an interface.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IpSettings {
    pub addresses: Vec<IpSetting>,
    pub routes: Vec<Route>,
}

/// `<ip>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IpSetting {
    pub address: IpAddr,
    /// 0 leaves it open.
    pub prefix: u32,
    /// The other end of a point-to-point link.
    pub peer: Option<IpAddr>,
}

/// `<route>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// As the XML says it.
    pub family: Option<Family>,
    pub address: IpAddr,
    pub netmask: Option<IpAddr>,
    pub prefix: Option<u32>,
    pub gateway: IpAddr,
    pub metric: Option<u32>,
}

words! {
    /// `family=…`
    pub enum Family {
        Ipv4 = "ipv4",
        Ipv6 = "ipv6",
    }
}

/// An address as C's resolver reads it: parts may be missing, octal or hexadecimal.
pub(super) fn address(text: &str) -> Option<IpAddr> {
    text.parse::<Ipv6Addr>().map(IpAddr::V6).ok().or_else(|| ipv4(text).map(IpAddr::V4))
}

fn ipv4(text: &str) -> Option<Ipv4Addr> {
    let part = |part: &str| {
        let (digits, radix) = match part.as_bytes() {
            [b'0', b'x' | b'X', ..] => (&part[2..], 16),
            [b'0', _, ..] => (&part[1..], 8),
            _ => (part, 10),
        };
        let plain = digits.bytes().all(|b| b.is_ascii_hexdigit());
        plain.then(|| u32::from_str_radix(digits, radix).ok()).flatten()
    };
    let parts = text.split('.').map(part).collect::<Option<Vec<_>>>()?;
    let (last, first) = parts.split_last()?;
    if first.len() > 3 || first.iter().any(|byte| *byte > 0xff) {
        return None;
    }
    // The last part fills all bytes that are left.
    let left = 8 * (4 - u32::try_from(first.len()).ok()?);
    if left < 32 && last >> left != 0 {
        return None;
    }
    let front = first.iter().fold(0_u64, |address, byte| address << 8 | u64::from(*byte));
    u32::try_from(front << left | u64::from(*last)).ok().map(Ipv4Addr::from)
}

impl IpSettings {
    pub(super) fn parse(element: Element<'_>) -> Result<Self> {
        Ok(Self {
            addresses: element.children_named("ip").map(IpSetting::parse).collect::<Result<_>>()?,
            routes: element.children_named("route").map(Route::parse).collect::<Result<_>>()?,
        })
    }

    /// Whether there are neither addresses nor routes.
    pub fn is_empty(&self) -> bool {
        self.addresses.is_empty() && self.routes.is_empty()
    }

    pub(super) fn format(&self, w: &mut Writer) {
        for ip in &self.addresses {
            w.element("ip", |w| {
                w.attr("address", ip.address);
                w.attr("family", if ip.address.is_ipv4() { Family::Ipv4 } else { Family::Ipv6 });
                w.attr_opt("prefix", (ip.prefix != 0).then_some(ip.prefix));
                w.attr_opt("peer", ip.peer);
            });
        }
        for route in &self.routes {
            w.element("route", |w| {
                w.attr_opt("family", route.family);
                w.attr("address", route.address);
                w.attr_opt("netmask", route.netmask);
                w.attr_opt("prefix", route.prefix);
                w.attr("gateway", route.gateway);
                w.attr_opt("metric", route.metric);
            });
        }
    }
}

impl IpSetting {
    fn parse(element: Element<'_>) -> Result<Self> {
        let text = element.attr("address").ok_or_else(|| fail::xml("Missing required address in <ip>"))?;
        let family = element.attr("family").and_then(|family| Family::from_str(family).ok());
        let fits = |address: &IpAddr| family.is_none_or(|family| family.has(address));
        let found = address(text).filter(fits);
        let found = found.ok_or_else(|| fail::xml(format!("Invalid address '{text}' in <ip>")))?;
        let prefix = match element.attr("prefix") {
            None => 0,
            Some(text) => number(text)
                .filter(|prefix| *prefix <= bits(&found))
                .ok_or_else(|| fail::xml(format!("Invalid prefix value '{text}' in <ip>")))?,
        };
        let peer = element.attr("peer").map(|text| {
            address(text).ok_or_else(|| {
                let detail = format!("Invalid peer '{text}' in <ip>");
                Error::invalid_arg(ErrorDomain::VIR_FROM_DOMAIN, detail)
            })
        });
        Ok(Self { address: found, prefix, peer: peer.transpose()? })
    }
}

/// Most bits of a prefix.
fn bits(address: &IpAddr) -> u32 {
    if address.is_ipv4() { 32 } else { 128 }
}

impl Family {
    fn has(self, address: &IpAddr) -> bool {
        (self == Self::Ipv4) == address.is_ipv4()
    }
}

fn bad_route(detail: impl fmt::Display) -> Error {
    let detail = format!("guest interface: {detail}");
    Error::new(ErrorCode::VIR_ERR_XML_ERROR, ErrorDomain::VIR_FROM_NETWORK, detail)
}

impl Route {
    fn parse(element: Element<'_>) -> Result<Self> {
        let prefix = element.number::<u32>("prefix")?;
        let metric = Positive::read(element, "metric")?.map(|metric| metric.0);
        let needed = |name: &str| {
            element
                .attr(name)
                .ok_or_else(|| bad_route(format!("Missing required {name} attribute in route definition")))
        };
        let read = |text, what: &str| {
            address(text).ok_or_else(|| bad_route(format!("Bad {what} address '{text}' in route definition")))
        };
        let text = needed("address")?;
        let found = read(text, "network")?;
        let gateway_text = needed("gateway")?;
        let gateway = read(gateway_text, "gateway")?;
        let netmask_text = element.attr("netmask");
        let netmask = netmask_text.map(|text| read(text, "netmask")).transpose()?;
        let family = element
            .attr("family")
            .map(|family| {
                let detail = || format!("Unrecognized family '{family}' in route definition");
                family.parse().map_err(|()| bad_route(detail()))
            })
            .transpose()?;
        let route = Self { family, address: found, netmask, prefix, gateway, metric };
        match family {
            Some(Family::Ipv6) => route.check_ipv6(text, gateway_text)?,
            _ => route.check_ipv4(text, netmask_text.unwrap_or_default())?,
        }
        if !route.is_network() {
            return Err(bad_route(format!("Address '{text}' in route definition is not a network address")));
        }
        Ok(route)
    }

    fn check_ipv4(&self, text: &str, netmask: &str) -> Result<()> {
        let no = if self.family.is_some() { "IPv4 family" } else { "No family" };
        for (address, what) in [(&self.address, "address"), (&self.gateway, "gateway")] {
            if !address.is_ipv4() {
                // As libvirt: it names the address in both cases.
                let detail = format!("{no} specified for non-IPv4 {what} '{text}' in route definition");
                return Err(bad_route(detail));
            }
        }
        if self.netmask.is_some_and(|netmask| !netmask.is_ipv4()) {
            let detail = format!("Invalid netmask '{netmask}' for address '{text}' (both must be IPv4)");
            return Err(bad_route(detail));
        }
        if self.netmask.is_some() && self.prefix.is_some() {
            return Err(bad_route("Route definition cannot have both a prefix and a netmask"));
        }
        self.check_prefix()
    }

    fn check_ipv6(&self, text: &str, gateway: &str) -> Result<()> {
        if !self.address.is_ipv6() {
            let detail = format!("ipv6 family specified for non-IPv6 address '{text}' in route definition");
            return Err(bad_route(detail));
        }
        if self.netmask.is_some() {
            let detail = format!("Specifying netmask invalid for IPv6 address '{text}' in route definition");
            return Err(bad_route(detail));
        }
        if !self.gateway.is_ipv6() {
            let detail =
                format!("ipv6 specified for non-IPv6 gateway address '{gateway}' in route definition");
            return Err(bad_route(detail));
        }
        self.check_prefix()
    }

    fn check_prefix(&self) -> Result<()> {
        let most = bits(&self.address);
        match self.prefix.filter(|prefix| *prefix > most) {
            Some(prefix) => Err(bad_route(format!(
                "Invalid prefix {prefix} specified in route definition, must be 0 - {most}"
            ))),
            None => Ok(()),
        }
    }

    /// Whether the address has no bits outside of the network.
    fn is_network(&self) -> bool {
        let prefix = match (self.prefix, self.netmask) {
            (Some(prefix), _) => prefix,
            (None, Some(IpAddr::V4(mask))) => {
                let mask = u32::from(mask);
                if mask.leading_ones() != mask.count_ones() {
                    return false;
                }
                mask.leading_ones()
            }
            (None, _) => 0,
        };
        match self.address {
            IpAddr::V4(address) => u32::from(address).checked_shl(prefix).unwrap_or(0) == 0,
            IpAddr::V6(address) => u128::from(address).checked_shl(prefix).unwrap_or(0) == 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_as_c_reads_them() {
        for (text, expected) in [
            ("1.2.3.4", Some("1.2.3.4")),
            ("1.2", Some("1.0.0.2")),
            ("010.2.3.4", Some("8.2.3.4")),
            ("0x7f.1", Some("127.0.0.1")),
            ("2130706433", Some("127.0.0.1")),
            ("FE80:0::1", Some("fe80::1")),
            ("1.2.3.256", None),
            ("256.1", None),
            ("1.2.3.4.5", None),
            ("1..2", None),
            ("-1", None),
            ("", None),
            ("x", None),
        ] {
            assert_eq!(address(text).map(|a| a.to_string()).as_deref(), expected, "{text:?}");
        }
    }
}
