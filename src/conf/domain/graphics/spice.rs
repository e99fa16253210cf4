//! What only SPICE servers have.

#![forbid(unsafe_code)]

use super::{Graphics, Listen};
use crate::conf::domain::chardev::MouseMode;
use crate::conf::domain::device::{Switch, YesNo};
use crate::error::Result;
use crate::util::xml::{Element, Writer, words};

/// The settings of a SPICE server.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spice {
    /// Port for encrypted connections.
    pub tls_port: Option<i32>,
    pub default_mode: Option<ChannelMode>,
    /// Channels that differ from that, in the order of their names' table.
    pub channels: Vec<(SpiceChannel, ChannelMode)>,
    pub image: Option<ImageCompression>,
    pub jpeg: Option<Compression>,
    pub zlib: Option<Compression>,
    pub playback: Option<Switch>,
    pub streaming: Option<StreamingMode>,
    pub mouse: Option<MouseMode>,
    pub clipboard: Option<YesNo>,
    pub file_transfer: Option<YesNo>,
    pub gl: Option<Gl>,
}

/// `<gl>`: drawing by the host's graphics card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gl {
    pub enable: YesNo,
    /// Device of the card.
    pub render_node: Option<String>,
}

words! {
    /// `<channel name=…>`
    #[derive(PartialOrd, Ord)]
    pub enum SpiceChannel {
        Main = "main",
        Display = "display",
        Inputs = "inputs",
        Cursor = "cursor",
        Playback = "playback",
        Record = "record",
        Smartcard = "smartcard",
        Usbredir = "usbredir",
    }
}

words! {
    /// `<channel mode=…>`
    pub enum ChannelMode {
        Any = "any",
        Secure = "secure",
        Insecure = "insecure",
    }
}

words! {
    /// `<image compression=…>`
    pub enum ImageCompression {
        AutoGlz = "auto_glz",
        AutoLz = "auto_lz",
        Quic = "quic",
        Glz = "glz",
        Lz = "lz",
        Off = "off",
    }
}

words! {
    /// `<jpeg compression=…>` and `<zlib compression=…>`
    pub enum Compression {
        Auto = "auto",
        Never = "never",
        Always = "always",
    }
}

words! {
    /// `<streaming mode=…>`
    pub enum StreamingMode {
        Filter = "filter",
        All = "all",
        Off = "off",
    }
}

/// The word of the one attribute that the first child with this name has to have.
fn setting<T: std::str::FromStr>(element: Element<'_>, child: &str, attribute: &str) -> Result<Option<T>> {
    element.child(child).map(|child| child.required_word(attribute)).transpose()
}

impl Gl {
    /// Reads `<gl>` of `graphics`.
    pub(super) fn parse(graphics: Element<'_>) -> Result<Option<Self>> {
        let Some(element) = graphics.child("gl") else { return Ok(None) };
        let render_node = element.attr("rendernode").map(str::to_owned);
        Ok(Some(Self { enable: element.required_word("enable")?, render_node }))
    }

    pub(super) fn format(&self, w: &mut Writer) {
        w.element("gl", |w| {
            w.attr("enable", self.enable);
            w.attr_opt("rendernode", self.render_node.as_ref());
        });
    }
}

impl Spice {
    pub(super) fn parse(element: Element<'_>) -> Result<Self> {
        let mut channels: Vec<(SpiceChannel, ChannelMode)> = Vec::new();
        for channel in element.children_named("channel") {
            let name = channel.required_word("name")?;
            let mode = channel.required_word("mode")?;
            channels.retain(|(other, _)| *other != name);
            if mode != ChannelMode::Any {
                channels.push((name, mode));
            }
        }
        channels.sort_by_key(|(name, _)| *name);
        let default_mode: Option<ChannelMode> = element.word("defaultMode")?;
        Ok(Self {
            tls_port: element.number("tlsPort")?.filter(|port| *port != 0),
            default_mode: default_mode.filter(|mode| *mode != ChannelMode::Any),
            channels,
            image: setting(element, "image", "compression")?,
            jpeg: setting(element, "jpeg", "compression")?,
            zlib: setting(element, "zlib", "compression")?,
            playback: setting(element, "playback", "compression")?,
            streaming: setting(element, "streaming", "mode")?,
            mouse: setting(element, "mouse", "mode")?,
            clipboard: setting(element, "clipboard", "copypaste")?,
            file_transfer: setting(element, "filetransfer", "enable")?,
            gl: Gl::parse(element)?,
        })
    }

    pub(super) fn format_children(&self, w: &mut Writer) {
        for (name, mode) in &self.channels {
            w.element("channel", |w| {
                w.attr("name", name);
                w.attr("mode", mode);
            });
        }
        for (child, attribute, word) in [
            ("image", "compression", self.image.map(ImageCompression::as_str)),
            ("jpeg", "compression", self.jpeg.map(Compression::as_str)),
            ("zlib", "compression", self.zlib.map(Compression::as_str)),
            ("playback", "compression", self.playback.map(Switch::as_str)),
            ("streaming", "mode", self.streaming.map(StreamingMode::as_str)),
            ("mouse", "mode", self.mouse.map(MouseMode::as_str)),
            ("clipboard", "copypaste", self.clipboard.map(YesNo::as_str)),
            ("filetransfer", "enable", self.file_transfer.map(YesNo::as_str)),
        ] {
            w.element_unless_empty(child, |w| w.attr_opt(attribute, word));
        }
        if let Some(gl) = &self.gl {
            gl.format(w);
        }
    }
}

impl Graphics {
    /// Who wants a SPICE server on no port wants it nowhere, and both on any port means a choice at start.
    pub(super) fn complete_spice(&mut self, spice: &mut Spice) {
        if self.port == Some(-1) && spice.tls_port == Some(-1) {
            self.autoport = true;
        }
        if self.autoport {
            self.port = None;
            spice.tls_port = None;
        } else if self.port.is_none()
            && spice.tls_port.is_none()
            && let Some(first @ Listen::Address(_)) = self.listens.first_mut()
        {
            *first = Listen::Nothing;
        }
    }
}
