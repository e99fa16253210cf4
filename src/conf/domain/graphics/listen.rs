//! `<listen>`: where a graphics server waits for its viewers.

#![forbid(unsafe_code)]

use crate::conf::domain::fail;
use crate::error::Result;
use crate::util::xml::{Element, Writer, words};

/// `<listen>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Listen {
    /// `None` is the driver's default.
    Address(Option<String>),
    /// `None` lets the driver choose.
    Socket(Option<String>),
    /// The address of the host on a virtual network.
    Network(String),
    Nothing,
}

words! {
    /// `<listen type=…>`
    enum ListenKind {
        Nothing = "none",
        Address = "address",
        Network = "network",
        Socket = "socket",
    }
}

impl Listen {
    /// The places of `graphics`, whose own attributes say a part of the first; never empty.
    pub(super) fn parse_all(graphics: Element<'_>, may_be_socket: bool) -> Result<Vec<Self>> {
        let mut listens = graphics.children_named("listen").map(Self::parse).collect::<Result<Vec<_>>>()?;
        let said = |name| graphics.filled(name).map(str::to_owned);
        match (listens.first_mut(), said("listen"), said("socket").filter(|_| may_be_socket)) {
            (None, _, Some(socket)) => listens.push(Self::Socket(Some(socket))),
            (None, listen, None) => listens.push(Self::Address(listen)),
            (Some(Self::Socket(socket)), _, Some(said)) => agree(socket, said, "socket", "socket")?,
            (Some(first), _, Some(said)) => *first = Self::Socket(Some(said)),
            (Some(Self::Address(address)), Some(said), _) => agree(address, said, "listen", "address")?,
            _ => {}
        }
        Ok(listens)
    }

    fn parse(element: Element<'_>) -> Result<Self> {
        let place = |attribute| element.filled(attribute).map(str::to_owned);
        let kind: ListenKind = element.required_word("type")?;
        for (owner, attribute) in [(ListenKind::Network, "network"), (ListenKind::Socket, "socket")] {
            if kind != owner && place(attribute).is_some() {
                let detail = format!("'{attribute}' attribute is valid only for listen type '{owner}'");
                return Err(fail::xml(detail));
            }
        }
        match kind {
            ListenKind::Address => Ok(Self::Address(place("address"))),
            ListenKind::Socket => Ok(Self::Socket(place("socket"))),
            ListenKind::Nothing => Ok(Self::Nothing),
            ListenKind::Network => place("network")
                .map(Self::Network)
                .ok_or_else(|| fail::xml("'network' attribute is required for listen type 'network'")),
        }
    }

    /// `hidden` leaves out a place that belongs to a run.
    pub(super) fn format(&self, w: &mut Writer, hidden: bool) {
        let (kind, attribute, place) = match self {
            Self::Address(address) => (ListenKind::Address, "address", address.as_ref()),
            Self::Socket(path) => (ListenKind::Socket, "socket", path.as_ref()),
            Self::Network(network) => (ListenKind::Network, "network", Some(network)),
            Self::Nothing => (ListenKind::Nothing, "", None),
        };
        let hidden = hidden && kind != ListenKind::Network;
        w.element("listen", |w| {
            w.attr("type", kind);
            w.attr_opt(attribute, place.filter(|_| !hidden));
        });
    }
}

/// Takes over what an attribute of `<graphics>` says about its first `<listen>`.
fn agree(place: &mut Option<String>, said: String, attribute: &str, part: &str) -> Result<()> {
    match place {
        Some(found) if *found != said => Err(fail::unsupported(format!(
            "graphics '{attribute}' attribute '{said}' must match '{part}' attribute of first listen element \
             (found '{found}')"
        ))),
        _ => {
            *place = Some(said);
            Ok(())
        }
    }
}
