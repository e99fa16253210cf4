//! `<bandwidth>` of an interface: how much traffic the host lets through.

#![forbid(unsafe_code)]

use super::fail;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::util::xml::{Element, Writer, number};

/// `<bandwidth>`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bandwidth {
    /// To the guest.
    pub inbound: Option<Rate>,
    /// From the guest.
    pub outbound: Option<Rate>,
}

/// `<inbound>` or `<outbound>`; 0 is not set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rate {
    pub average_kib_s: u64,
    pub peak_kib_s: u64,
    pub burst_kib: u64,
    /// Guaranteed rate, for inbound traffic on networks only.
    pub floor_kib_s: u64,
}

impl Bandwidth {
    /// Reads the element; `None` if it holds nothing. Only interfaces on a network can have a floor.
    pub(super) fn parse(element: Element<'_>, floor_allowed: bool) -> Result<Option<Self>> {
        let rate = |name| {
            let mut found = element.children_named(name);
            match (found.next(), found.next()) {
                (_, Some(_)) => Err(detail(format!("Only one child <{name}> element allowed"))),
                (first, None) => Ok(first),
            }
        };
        let (inbound, outbound) = (rate("inbound")?, rate("outbound")?);
        let bandwidth = Self {
            inbound: inbound.map(Rate::parse).transpose()?,
            outbound: outbound.map(Rate::parse).transpose()?,
        };
        if bandwidth.inbound.is_some_and(|rate| rate.floor_kib_s != 0) && !floor_allowed {
            return Err(unsupported("floor attribute is not supported for this config"));
        }
        Ok(Some(bandwidth).filter(|bandwidth| *bandwidth != Self::default()))
    }

    pub(super) fn format(&self, w: &mut Writer) {
        w.block("bandwidth", |w| {
            for (name, rate) in [("inbound", self.inbound), ("outbound", self.outbound)] {
                if let Some(rate) = rate.filter(|rate| rate.average_kib_s != 0 || rate.floor_kib_s != 0) {
                    w.element(name, |w| rate.format(w));
                }
            }
        });
    }
}

impl Rate {
    fn parse(element: Element<'_>) -> Result<Self> {
        if element.attr("average").is_none() && element.attr("floor").is_none() {
            return Err(detail("Missing mandatory average or floor attributes".to_owned()));
        }
        if (element.attr("peak").is_some() || element.attr("burst").is_some())
            && element.attr("average").is_none()
        {
            return Err(unsupported("'peak' and 'burst' require 'average' attribute"));
        }
        let value = |name| match element.attr(name) {
            None => Ok(0),
            Some(text) => number(text)
                .ok_or_else(|| unsupported(&format!("could not convert bandwidth {name} value '{text}'"))),
        };
        let (average_kib_s, peak_kib_s, burst_kib) = (value("average")?, value("peak")?, value("burst")?);
        if element.name() == "outbound" && element.attr("floor").is_some() {
            return Err(unsupported("'floor' attribute allowed only in <inbound> element"));
        }
        Ok(Self { average_kib_s, peak_kib_s, burst_kib, floor_kib_s: value("floor")? })
    }

    fn format(self, w: &mut Writer) {
        for (name, value) in [
            ("average", self.average_kib_s),
            ("peak", self.peak_kib_s),
            ("floor", self.floor_kib_s),
            ("burst", self.burst_kib),
        ] {
            w.attr_opt(name, (value != 0).then_some(value));
        }
    }
}

fn detail(detail: String) -> Error {
    Error::new(ErrorCode::VIR_ERR_XML_DETAIL, ErrorDomain::VIR_FROM_NONE, detail)
}

fn unsupported(detail: &str) -> Error {
    fail::unsupported(detail).in_domain(ErrorDomain::VIR_FROM_NONE)
}
