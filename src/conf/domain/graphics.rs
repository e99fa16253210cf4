//! `<graphics>`: VNC.

#![forbid(unsafe_code)]

use std::fmt;

use super::device::YesNo;
use super::{FormatFlags, Origin, fail};
use crate::error::Result;
use crate::util::xml::{Element, Writer, number, words};

/// Most characters of a password that VNC looks at.
const MAX_PASSWORD: usize = 8;

/// `<graphics type='vnc'>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Graphics {
    /// The port in use, or the wanted one; `None` while it is still to be chosen.
    pub port: Option<u16>,
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
    /// Whether the driver chose the place, for this run only.
    pub listen_chosen: bool,
}

/// A VNC password and its conditions.
#[derive(Clone, PartialEq, Eq)]
pub struct Password {
    pub text: String,
    /// Until when it counts, as the XML says it: YYYY-MM-DDTHH:MM:SS.
    pub valid_to: Option<String>,
    pub connected: Option<Connected>,
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(..)")
    }
}

words! {
    /// `connected=…`: what a changed password means for clients that are connected. VNC knows only one.
    pub enum Connected {
        Keep = "keep",
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
    /// `None` is the driver's default.
    Address(Option<String>),
    /// `None` lets the driver choose.
    Socket(Option<String>),
    Nothing,
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
        let (port, autoport) = Self::parse_port(element, origin)?;
        let state = |name| match origin {
            Origin::State => element.attr(name),
            Origin::User => None,
        };
        Ok(Self {
            port,
            autoport,
            websocket: element.number("websocket")?,
            websocket_port: state("websocketGenerated").and_then(number),
            keymap: element.filled("keymap").map(str::to_owned),
            share_policy: element.word("sharePolicy")?,
            password: Password::parse(element)?,
            listens: Self::parse_listens(element)?,
            listen_chosen: state("listenChosen").is_some(),
        })
    }

    /// Port and whether it is chosen at start.
    fn parse_port(element: Element<'_>, origin: Origin) -> Result<(Option<u16>, bool)> {
        let (port, chosen) = match element.attr("port") {
            None => (None, true),
            Some(text) => match number::<i32>(text) {
                // As libvirt: the old way to say that any port will do.
                Some(-1) => (None, true),
                Some(port) => {
                    let port = u16::try_from(port);
                    let range = || fail::qemu("vnc port must be in range [5900,65535]");
                    (Some(port.map_err(|_| range())?), false)
                }
                None => return Err(fail::internal(format!("cannot parse vnc port {text}"))),
            },
        };
        Ok(match element.attr("autoport") {
            Some("yes") => (port.filter(|_| origin == Origin::State), true),
            Some("no") => (port, false),
            _ => (port, chosen),
        })
    }

    fn parse_listens(element: Element<'_>) -> Result<Vec<Listen>> {
        let mut listens = element.children_named("listen").map(Listen::parse).collect::<Result<Vec<_>>>()?;
        let said = |name| element.filled(name).map(str::to_owned);
        match (listens.first_mut(), said("listen"), said("socket")) {
            (None, _, Some(socket)) => listens.push(Listen::Socket(Some(socket))),
            (None, listen, None) => listens.push(Listen::Address(listen)),
            (Some(Listen::Address(address)), Some(said), _) => agree(address, said, "listen", "address")?,
            (Some(Listen::Socket(socket)), _, Some(said)) => agree(socket, said, "socket", "socket")?,
            _ => {}
        }
        Ok(listens)
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("graphics", |w| {
            w.attr("type", GraphicsKind::Vnc);
            w.attr_opt("listenChosen", (flags.status && self.listen_chosen).then_some(YesNo::Yes));
            match self.listens.first() {
                Some(Listen::Socket(path)) => w.attr_opt("socket", self.shown(path, flags)),
                Some(Listen::Nothing) => {}
                _ => self.format_port(w, flags),
            }
            w.attr_opt("keymap", self.keymap.as_ref());
            w.attr_opt("sharePolicy", self.share_policy);
            if let Some(password) = &self.password {
                password.format(w, flags);
            }
            for listen in &self.listens {
                let (kind, attribute, place) = match listen {
                    Listen::Address(address) => (ListenKind::Address, "address", address),
                    Listen::Socket(path) => (ListenKind::Socket, "socket", path),
                    Listen::Nothing => (ListenKind::Nothing, "", &None),
                };
                w.element("listen", |w| {
                    w.attr("type", kind);
                    w.attr_opt(attribute, self.shown(place, flags));
                });
            }
        });
    }

    /// A place, unless it belongs to a run that is not shown.
    fn shown<'a>(&self, place: &'a Option<String>, flags: FormatFlags) -> Option<&'a String> {
        place.as_ref().filter(|_| !(flags.inactive && self.listen_chosen))
    }

    fn format_port(&self, w: &mut Writer, flags: FormatFlags) {
        match self.port {
            Some(port) if !self.autoport || !flags.inactive => w.attr("port", port),
            _ => w.attr_opt("port", self.autoport.then_some(-1)),
        }
        w.attr("autoport", if self.autoport { YesNo::Yes } else { YesNo::No });
        let chosen = self.websocket_port.map(i32::from).filter(|_| !flags.inactive && !flags.status);
        w.attr_opt("websocket", chosen.or(self.websocket));
        w.attr_opt("websocketGenerated", self.websocket_port.filter(|_| flags.status));
        if let Some(Listen::Address(address)) = self.listens.first() {
            w.attr_opt("listen", self.shown(address, flags));
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
        let connected = match element.attr("connected") {
            None => None,
            Some("fail" | "disconnect") => {
                return Err(fail::unsupported("VNC supports connected='keep' only"));
            }
            Some(text) => Some(
                text.parse().map_err(|()| fail::unsupported(format!("unknown connected value {text}")))?,
            ),
        };
        if text.len() > MAX_PASSWORD {
            let detail =
                format!("VNC password is {} characters long, only {MAX_PASSWORD} permitted", text.len());
            return Err(fail::qemu(detail));
        }
        Ok(Some(Self { text: text.to_owned(), valid_to: valid_to.map(str::to_owned), connected }))
    }

    fn format(&self, w: &mut Writer, flags: FormatFlags) {
        if flags.secure {
            w.attr("passwd", &self.text);
        }
        w.attr_opt("passwdValidTo", self.valid_to.as_ref());
        w.attr_opt("connected", self.connected);
    }
}

/// Whether `text` has the form YYYY-MM-DDTHH:MM:SS.
fn is_time(text: &str) -> bool {
    let form = b"0000-00-00T00:00:00";
    text.len() == form.len()
        && text.bytes().zip(form).all(|(c, form)| if *form == b'0' { c.is_ascii_digit() } else { c == *form })
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

impl Listen {
    fn parse(element: Element<'_>) -> Result<Self> {
        let place = |attribute| element.filled(attribute).map(str::to_owned);
        match element.required_word("type")? {
            ListenKind::Address => Ok(Self::Address(place("address"))),
            ListenKind::Socket => Ok(Self::Socket(place("socket"))),
            ListenKind::Nothing => Ok(Self::Nothing),
            ListenKind::Network => Err(fail::unsupported("listen type 'network' is not supported")),
        }
    }
}
