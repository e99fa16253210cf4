//! `<graphics>`: VNC.

#![forbid(unsafe_code)]

use std::fmt;

use super::device::YesNo;
use super::{FormatFlags, Origin, fail};
use crate::error::{ErrorDomain, Result};
use crate::util::xml::{Element, Writer, number, words};

/// Most characters of a password that VNC looks at.
const MAX_PASSWORD: usize = 8;

/// `<graphics type='vnc'>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Graphics {
    /// The port in use, or the wanted one; 0 while it is still to be chosen.
    pub port: i32,
    /// The driver chooses the port at start.
    pub autoport: bool,
    /// Wanted port for browsers; -1 lets the driver choose.
    pub websocket: Option<i32>,
    /// The port for browsers that the driver chose.
    pub websocket_port: Option<u16>,
    pub keymap: Option<String>,
    pub share_policy: Option<SharePolicy>,
    pub password: Option<Password>,
    /// Where it listens; never empty after parsing.
    pub listens: Vec<Listen>,
}

/// A VNC password and its conditions.
#[derive(Clone, PartialEq, Eq)]
pub struct Password {
    pub text: String,
    /// Until when it counts, as the XML says it: YYYY-MM-DDTHH:MM:SS.
    pub valid_to: Option<String>,
    /// Clients that are connected stay when the password changes, said in the XML.
    pub keep: bool,
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(..)")
    }
}

words! {
    /// `sharePolicy=…`
    pub enum SharePolicy {
        AllowExclusive = "allow-exclusive",
        ForceShared = "force-shared",
        Ignore = "ignore",
    }
}

/// `<listen>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Listen {
    Address(Place),
    Socket(Place),
    Nothing,
}

/// An address or a path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// `None` lets the driver choose.
    pub name: Option<String>,
    /// Whether the driver chose it, for this run only.
    pub chosen: bool,
}

words! {
    /// `<graphics type=…>`
    enum GraphicsKind {
        Sdl = "sdl",
        Vnc = "vnc",
        Rdp = "rdp",
        Desktop = "desktop",
        Spice = "spice",
        EglHeadless = "egl-headless",
        Dbus = "dbus",
    }
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

impl Graphics {
    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        let kind = element.required_word::<GraphicsKind>("type")?;
        if kind != GraphicsKind::Vnc {
            return Err(fail::unsupported(format!("graphics type '{kind}' is not supported")));
        }
        fail::refuse(element, &["audio"], &["powerControl"])?;
        let listens = Self::parse_listens(element, origin)?;
        let (port, autoport) = Self::parse_port(element, origin)?;
        Ok(Self {
            port,
            autoport,
            websocket: element.number("websocket")?,
            websocket_port: match origin {
                Origin::State => element.number("websocketGenerated")?,
                Origin::User => None,
            },
            keymap: element.filled("keymap").map(str::to_owned),
            share_policy: element.word("sharePolicy")?,
            password: Password::parse(element)?,
            listens,
        })
    }

    /// Port and whether it is chosen at start.
    fn parse_port(element: Element<'_>, origin: Origin) -> Result<(i32, bool)> {
        let said = element.attr("autoport");
        let (mut port, mut autoport) = match element.attr("port") {
            None => (0, true),
            Some(text) => match number(text) {
                // As libvirt: the old way to say that any port will do.
                Some(-1) => (0, true),
                Some(port) => (port, false),
                None => return Err(fail::internal(format!("cannot parse vnc port {text}"))),
            },
        };
        match said {
            Some("yes") => {
                autoport = true;
                port = if origin == Origin::User { 0 } else { port };
            }
            Some("no") => autoport = false,
            _ => {}
        }
        Ok((port, autoport))
    }

    fn parse_listens(element: Element<'_>, origin: Origin) -> Result<Vec<Listen>> {
        let mut listens =
            element.children_named("listen").map(|l| Listen::parse(l, origin)).collect::<Result<Vec<_>>>()?;
        let said = |name| element.filled(name).map(str::to_owned);
        if listens.is_empty() {
            let listen: fn(Place) -> Listen = match said("socket") {
                Some(_) => Listen::Socket,
                None => Listen::Address,
            };
            let name = said("socket").or_else(|| said("listen"));
            listens.push(listen(Place { name, chosen: false }));
        }
        for (attribute, wanted) in [("listen", said("listen")), ("socket", said("socket"))] {
            let (place, part) = match (listens.first_mut(), attribute) {
                (Some(Listen::Address(place)), "listen") => (place, "address"),
                (Some(Listen::Socket(place)), "socket") => (place, "socket"),
                _ => continue,
            };
            if let Some(wanted) = wanted {
                let found = place.name.get_or_insert_with(|| wanted.clone());
                if *found != wanted {
                    return Err(fail::unsupported(format!(
                        "graphics '{attribute}' attribute '{wanted}' must match '{part}' attribute of first \
                         listen element (found '{found}')"
                    )));
                }
            }
        }
        Ok(listens)
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("graphics", |w| {
            w.attr("type", GraphicsKind::Vnc);
            match self.listens.first() {
                Some(Listen::Socket(place)) => w.attr_opt("socket", place.shown(flags)),
                Some(Listen::Nothing) => {}
                _ => self.format_port(w, flags),
            }
            w.attr_opt("keymap", self.keymap.as_ref());
            w.attr_opt("sharePolicy", self.share_policy);
            if let Some(password) = &self.password {
                password.format(w, flags);
            }
            for listen in &self.listens {
                listen.format(w, flags);
            }
        });
    }

    fn format_port(&self, w: &mut Writer, flags: FormatFlags) {
        if self.port != 0 && (!self.autoport || !flags.inactive) {
            w.attr("port", self.port);
        } else if self.autoport {
            w.attr("port", -1);
        }
        w.attr("autoport", if self.autoport { YesNo::Yes } else { YesNo::No });
        let chosen = self.websocket_port.map(i32::from).filter(|_| !flags.inactive && !flags.status);
        w.attr_opt("websocket", chosen.or(self.websocket));
        w.attr_opt("websocketGenerated", self.websocket_port.filter(|_| flags.status));
        if let Some(Listen::Address(place)) = self.listens.first() {
            w.attr_opt("listen", place.shown(flags));
        }
    }
}

impl Password {
    fn parse(element: Element<'_>) -> Result<Option<Self>> {
        let Some(text) = element.attr("passwd") else { return Ok(None) };
        let valid_to = element.filled("passwdValidTo");
        if let Some(time) = valid_to
            && !is_time(time)
        {
            let detail = format!("cannot parse password validity time '{time}', expect YYYY-MM-DDTHH:MM:SS");
            return Err(fail::internal(detail));
        }
        let keep = match element.attr("connected") {
            None => false,
            Some("keep") => true,
            Some("fail" | "disconnect") => {
                return Err(fail::unsupported("VNC supports connected='keep' only"));
            }
            Some(other) => return Err(fail::unsupported(format!("unknown connected value {other}"))),
        };
        if text.len() > MAX_PASSWORD {
            let detail =
                format!("VNC password is {} characters long, only {MAX_PASSWORD} permitted", text.len());
            return Err(fail::qemu(detail).in_domain(ErrorDomain::VIR_FROM_QEMU));
        }
        Ok(Some(Self { text: text.to_owned(), valid_to: valid_to.map(str::to_owned), keep }))
    }

    fn format(&self, w: &mut Writer, flags: FormatFlags) {
        if flags.secure {
            w.attr("passwd", &self.text);
        }
        w.attr_opt("passwdValidTo", self.valid_to.as_ref());
        w.attr_opt("connected", self.keep.then_some("keep"));
    }
}

/// Whether `text` has the form YYYY-MM-DDTHH:MM:SS.
fn is_time(text: &str) -> bool {
    let form = b"0000-00-00T00:00:00";
    text.len() == form.len()
        && text.bytes().zip(form).all(|(c, form)| if *form == b'0' { c.is_ascii_digit() } else { c == *form })
}

impl Listen {
    fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        let place = |attribute| Place {
            name: element.filled(attribute).map(str::to_owned),
            chosen: origin == Origin::State && element.attr("chosen").is_some(),
        };
        match element.required_word("type")? {
            ListenKind::Address => Ok(Self::Address(place("address"))),
            ListenKind::Socket => Ok(Self::Socket(place("socket"))),
            ListenKind::Nothing => Ok(Self::Nothing),
            ListenKind::Network => Err(fail::unsupported("listen type 'network' is not supported")),
        }
    }

    fn format(&self, w: &mut Writer, flags: FormatFlags) {
        let (kind, attribute, place) = match self {
            Self::Address(place) => (ListenKind::Address, "address", Some(place)),
            Self::Socket(place) => (ListenKind::Socket, "socket", Some(place)),
            Self::Nothing => (ListenKind::Nothing, "", None),
        };
        w.element("listen", |w| {
            w.attr("type", kind);
            if let Some(place) = place {
                w.attr_opt(attribute, place.shown(flags));
                w.attr_opt("chosen", (flags.status && place.chosen).then_some(YesNo::Yes));
            }
        });
    }
}

impl Place {
    fn shown(&self, flags: FormatFlags) -> Option<&String> {
        self.name.as_ref().filter(|_| !(flags.inactive && self.chosen))
    }
}
