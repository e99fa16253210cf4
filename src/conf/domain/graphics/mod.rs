//! `<graphics>`: servers and windows that show the guest's screen.

#![forbid(unsafe_code)]

mod listen;
mod password;
mod spice;

pub use listen::Listen;
pub use password::{Connected, Password};
pub use spice::{ChannelMode, Compression, Gl, ImageCompression, Spice, SpiceChannel, StreamingMode};

use super::device::YesNo;
use super::{FormatFlags, Origin, fail};
use crate::error::Result;
use crate::util::xml::{Element, Writer, attributes, number, words};

/// `<graphics>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Graphics {
    pub server: GraphicsServer,
    /// The port in use, or the wanted one; `None` while it is still to be chosen.
    pub port: Option<i32>,
    /// The driver chooses the port at start.
    pub autoport: bool,
    pub keymap: Option<String>,
    pub password: Option<Password>,
    /// Where it listens; never empty for servers after parsing.
    pub listens: Vec<Listen>,
    /// Whether the driver chose the place, for this run only.
    pub listen_chosen: bool,
}

/// What kind of server or window, and what only that kind has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GraphicsServer {
    Sdl { window: Window, gl: Option<YesNo> },
    Vnc(Vnc),
    Rdp { replace_user: bool, multi_user: bool },
    Desktop(Window),
    Spice(Box<Spice>),
    EglHeadless { render_node: Option<String> },
    Dbus(Dbus),
}

/// A VNC server.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vnc {
    /// Wanted port for browsers; -1 lets the driver choose.
    pub websocket: Option<i32>,
    /// The port for browsers that the driver chose.
    pub websocket_port: Option<u16>,
    pub share_policy: Option<SharePolicy>,
    /// Whether viewers may shut the guest down.
    pub power_control: Option<YesNo>,
    /// Number of the `<audio>` that viewers hear.
    pub audio: Option<u32>,
}

/// A window on the host.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Window {
    pub place: WindowPlace,
    pub fullscreen: bool,
}

attributes! {
    /// The screen that a window is on.
    pub struct WindowPlace {
        display: String = "display",
        xauth: String = "xauth",
    }
}

/// A screen on D-Bus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dbus {
    /// Only those that are let in connect.
    pub p2p: bool,
    pub address: Option<String>,
    pub gl: Option<Gl>,
    pub audio: Option<u32>,
}

words! {
    /// `sharePolicy=…`
    pub enum SharePolicy {
        AllowExclusive = "allow-exclusive",
        ForceShared = "force-shared",
        Ignore = "ignore",
    }
}

words! {
    /// `<graphics type=…>`
    pub enum GraphicsKind {
        Sdl = "sdl",
        Vnc = "vnc",
        Rdp = "rdp",
        Desktop = "desktop",
        Spice = "spice",
        EglHeadless = "egl-headless",
        Dbus = "dbus",
    }
}

impl Graphics {
    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        use GraphicsKind as Kind;
        let kind: Kind = element.required_word("type")?;
        let state = |name| match origin {
            Origin::State => element.attr(name),
            Origin::User => None,
        };
        let mut graphics = Self {
            server: GraphicsServer::EglHeadless { render_node: None },
            port: None,
            autoport: false,
            keymap: None,
            password: None,
            listens: Vec::new(),
            listen_chosen: state("listenChosen").is_some(),
        };
        if matches!(kind, Kind::Vnc | Kind::Rdp | Kind::Spice) {
            graphics.listens = Listen::parse_all(element, kind == Kind::Vnc)?;
        }
        if matches!(kind, Kind::Vnc | Kind::Spice) {
            graphics.keymap = element.filled("keymap").map(str::to_owned);
            graphics.password = Password::parse(element)?;
        }
        if matches!(kind, Kind::Vnc | Kind::Rdp) {
            (graphics.port, graphics.autoport) = parse_port(element, kind, origin)?;
        }
        graphics.server = match kind {
            Kind::Sdl => GraphicsServer::Sdl {
                window: Window { place: WindowPlace::read(element)?, fullscreen: fullscreen(element)? },
                gl: element.child("gl").map(|gl| gl.required_word("enable")).transpose()?,
            },
            Kind::Desktop => {
                let display = element.attr("display").map(str::to_owned);
                let place = WindowPlace { display, xauth: None };
                GraphicsServer::Desktop(Window { place, fullscreen: fullscreen(element)? })
            }
            Kind::Vnc => {
                if !matches!(graphics.connected(), None | Some(Connected::Keep)) {
                    return Err(fail::unsupported("VNC supports connected='keep' only"));
                }
                GraphicsServer::Vnc(Vnc {
                    websocket: element.number("websocket")?.filter(|port| *port != 0),
                    websocket_port: state("websocketGenerated").and_then(number),
                    share_policy: element.word("sharePolicy")?,
                    power_control: element.word("powerControl")?,
                    audio: audio(element)?,
                })
            }
            Kind::Rdp => GraphicsServer::Rdp {
                replace_user: element.attr("replaceUser") == Some(YesNo::Yes.as_str()),
                multi_user: element.attr("multiUser") == Some(YesNo::Yes.as_str()),
            },
            Kind::Spice => {
                graphics.port = element.number("port")?.filter(|port| *port != 0);
                graphics.autoport = element.attr("autoport") == Some(YesNo::Yes.as_str());
                let mut spice = Spice::parse(element)?;
                graphics.complete_spice(&mut spice);
                GraphicsServer::Spice(Box::new(spice))
            }
            Kind::EglHeadless => {
                let gl = element.child("gl");
                let render_node = gl.and_then(|gl| gl.attr("rendernode")).map(str::to_owned);
                GraphicsServer::EglHeadless { render_node }
            }
            Kind::Dbus => GraphicsServer::Dbus(Dbus::parse(element)?),
        };
        Ok(graphics)
    }

    /// The word of `<graphics type=…>`.
    pub fn kind(&self) -> GraphicsKind {
        match &self.server {
            GraphicsServer::Sdl { .. } => GraphicsKind::Sdl,
            GraphicsServer::Vnc(_) => GraphicsKind::Vnc,
            GraphicsServer::Rdp { .. } => GraphicsKind::Rdp,
            GraphicsServer::Desktop(_) => GraphicsKind::Desktop,
            GraphicsServer::Spice(_) => GraphicsKind::Spice,
            GraphicsServer::EglHeadless { .. } => GraphicsKind::EglHeadless,
            GraphicsServer::Dbus(_) => GraphicsKind::Dbus,
        }
    }

    /// What it is as a VNC server.
    pub fn vnc(&self) -> Option<&Vnc> {
        match &self.server {
            GraphicsServer::Vnc(vnc) => Some(vnc),
            _ => None,
        }
    }

    /// The port as the network knows ports; `None` for none and for impossible ones.
    pub fn tcp_port(&self) -> Option<u16> {
        self.port.and_then(|port| u16::try_from(port).ok())
    }

    /// Number of the audio backend that it plays.
    pub fn audio(&self) -> Option<u32> {
        match &self.server {
            GraphicsServer::Vnc(vnc) => vnc.audio,
            GraphicsServer::Dbus(dbus) => dbus.audio,
            _ => None,
        }
    }

    fn connected(&self) -> Option<Connected> {
        self.password.as_ref().and_then(|password| password.connected)
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("graphics", |w| {
            w.attr("type", self.kind());
            w.attr_opt("listenChosen", (flags.status && self.listen_chosen).then_some(YesNo::Yes));
            match &self.server {
                GraphicsServer::Sdl { window, .. } | GraphicsServer::Desktop(window) => window.format(w),
                GraphicsServer::Vnc(vnc) => self.format_vnc(vnc, w, flags),
                GraphicsServer::Rdp { replace_user, multi_user } => {
                    w.attr_opt("port", self.port.or(self.autoport.then_some(0)));
                    for (name, set) in [
                        ("autoport", self.autoport),
                        ("replaceUser", *replace_user),
                        ("multiUser", *multi_user),
                    ] {
                        w.attr_opt(name, set.then_some(YesNo::Yes));
                    }
                    self.format_address(w, flags);
                }
                GraphicsServer::Spice(spice) => self.format_spice(spice, w, flags),
                GraphicsServer::EglHeadless { .. } => {}
                GraphicsServer::Dbus(dbus) => {
                    w.attr_opt("p2p", dbus.p2p.then_some(YesNo::Yes));
                    w.attr_opt("address", dbus.address.as_ref());
                }
            }
            let hidden = self.hides_places(flags);
            let is_shown = |listen: &&Listen| !flags.migratable || !self.is_only_new(listen);
            if self.vnc().is_some() && !self.listens.iter().all(|listen| is_shown(&listen)) {
                w.lines();
            }
            self.listens.iter().filter(is_shown).for_each(|listen| listen.format(w, hidden));
            self.format_children(w);
        });
    }

    /// Whether places belong to a run that is not shown.
    fn hides_places(&self, flags: FormatFlags) -> bool {
        flags.inactive && self.listen_chosen
    }

    /// Whether the place is of a kind that an old libvirt does not know.
    fn is_only_new(&self, listen: &Listen) -> bool {
        match self.server {
            GraphicsServer::Vnc(_) => matches!(listen, Listen::Socket(Some(_))),
            GraphicsServer::Spice(_) => matches!(listen, Listen::Nothing),
            _ => false,
        }
    }

    fn format_children(&self, w: &mut Writer) {
        match &self.server {
            GraphicsServer::Sdl { gl: Some(enable), .. } => {
                w.element("gl", |w| w.attr("enable", enable));
            }
            GraphicsServer::Spice(spice) => spice.format_children(w),
            GraphicsServer::EglHeadless { render_node } => {
                w.element_unless_empty("gl", |w| w.attr_opt("rendernode", render_node.as_ref()));
            }
            GraphicsServer::Dbus(Dbus { gl: Some(gl), .. }) => gl.format(w),
            _ => {}
        }
        w.element_unless_empty("audio", |w| w.attr_opt("id", self.audio()));
    }

    /// Writes the address of the first place, where old programs look for it.
    fn format_address(&self, w: &mut Writer, flags: FormatFlags) {
        if let Some(Listen::Address(address)) = self.listens.first() {
            w.attr_opt("listen", address.as_ref().filter(|_| !self.hides_places(flags)));
        }
    }

    fn format_vnc(&self, vnc: &Vnc, w: &mut Writer, flags: FormatFlags) {
        match self.listens.first() {
            Some(Listen::Socket(path)) => {
                w.attr_opt("socket", path.as_ref().filter(|_| !self.hides_places(flags)));
            }
            Some(Listen::Nothing) => {}
            _ => {
                match self.port {
                    Some(port) if !self.autoport || !flags.inactive => w.attr("port", port),
                    _ => w.attr_opt("port", self.autoport.then_some(-1)),
                }
                w.attr("autoport", if self.autoport { YesNo::Yes } else { YesNo::No });
                let chosen = vnc.websocket_port.map(i32::from).filter(|_| !flags.inactive && !flags.status);
                w.attr_opt("websocket", chosen.or(vnc.websocket));
                w.attr_opt("websocketGenerated", vnc.websocket_port.filter(|_| flags.status));
                self.format_address(w, flags);
            }
        }
        w.attr_opt("keymap", self.keymap.as_ref());
        w.attr_opt("sharePolicy", vnc.share_policy);
        w.attr_opt("powerControl", vnc.power_control);
        if let Some(password) = &self.password {
            password.format(w, flags);
        }
    }

    fn format_spice(&self, spice: &Spice, w: &mut Writer, flags: FormatFlags) {
        let has_ports = match self.listens.first() {
            Some(Listen::Address(_) | Listen::Network(_)) => true,
            Some(Listen::Nothing) => flags.migratable,
            _ => false,
        };
        if has_ports {
            w.attr_opt("port", self.port);
            w.attr_opt("tlsPort", spice.tls_port);
            w.attr("autoport", if self.autoport { YesNo::Yes } else { YesNo::No });
            self.format_address(w, flags);
        }
        w.attr_opt("keymap", self.keymap.as_ref());
        w.attr_opt("defaultMode", spice.default_mode);
        if let Some(password) = &self.password {
            password.format(w, flags);
        }
    }
}

/// Port, and whether it is chosen at start.
fn parse_port(element: Element<'_>, kind: GraphicsKind, origin: Origin) -> Result<(Option<i32>, bool)> {
    let (port, chosen) = match element.attr("port") {
        None => (None, true),
        Some(text) => match number::<i32>(text) {
            // As libvirt: the old way to say that any port will do.
            Some(-1) => (None, true),
            Some(port) => (Some(port).filter(|port| *port != 0), false),
            None => return Err(fail::internal(format!("cannot parse {kind} port {text}"))),
        },
    };
    Ok(match element.attr("autoport") {
        Some("yes") => (port.filter(|_| origin == Origin::State), true),
        Some("no") => (port, false),
        _ => (port, chosen),
    })
}

fn fullscreen(element: Element<'_>) -> Result<bool> {
    Ok(element.word("fullscreen")? == Some(YesNo::Yes))
}

/// The number that `<audio>` names.
fn audio(element: Element<'_>) -> Result<Option<u32>> {
    element.child("audio").map(|audio| audio.positive("id")).transpose()
}

impl Window {
    fn format(&self, w: &mut Writer) {
        self.place.write(w);
        w.attr_opt("fullscreen", self.fullscreen.then_some(YesNo::Yes));
    }
}

impl Dbus {
    fn parse(element: Element<'_>) -> Result<Self> {
        let p2p = element.word("p2p")? == Some(YesNo::Yes);
        let address = element.attr("address").map(str::to_owned);
        if p2p && address.is_some() {
            return Err(fail::xml("D-Bus p2p with an address is not supported"));
        }
        Ok(Self { p2p, address, gl: Gl::parse(element)?, audio: audio(element)? })
    }
}
