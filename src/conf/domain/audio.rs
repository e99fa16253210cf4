//! `<audio>` and `<sound>`: what the host plays, and the guest's cards.

#![forbid(unsafe_code)]

use std::num::NonZeroU32;

use super::device::{DeviceInfo, YesNo};
use super::{FormatFlags, Origin, fail};
use crate::error::Result;
use crate::util::xml::{Attribute, Element, Positive, Writer, attributes, words};

/// `<audio>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audio {
    pub id: u32,
    /// Period of the emulator's timer, in microseconds.
    pub timer_period_us: Option<Positive>,
    pub backend: AudioBackend,
    pub input: AudioSide,
    pub output: AudioSide,
}

words! {
    /// `<audio type=…>`
    pub enum AudioKind {
        None = "none",
        Alsa = "alsa",
        Coreaudio = "coreaudio",
        Jack = "jack",
        Oss = "oss",
        Pulseaudio = "pulseaudio",
        Sdl = "sdl",
        Spice = "spice",
        File = "file",
        Dbus = "dbus",
    }
}

/// What plays, with the attributes of `<audio>` that only it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AudioBackend {
    /// One with no attributes of its own.
    Plain(AudioKind),
    Oss(OssSettings),
    Pulseaudio {
        server: Option<String>,
    },
    Sdl {
        driver: Option<SdlDriver>,
    },
    File {
        path: Option<String>,
    },
}

attributes! {
    /// The attributes of OSS.
    pub struct OssSettings {
        try_mmap: YesNo = "tryMMap",
        exclusive: YesNo = "exclusive",
        dsp_policy: i32 = "dspPolicy",
    }
}

words! {
    /// `<audio type='sdl' driver=…>`
    pub enum SdlDriver {
        Esd = "esd",
        Alsa = "alsa",
        Arts = "arts",
        Pulseaudio = "pulseaudio",
    }
}

/// `<input>` or `<output>` of a backend
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AudioSide {
    pub common: SideSettings,
    /// Only with fixed settings.
    pub format: SampleFormat,
    pub own: OwnSettings,
}

attributes! {
    /// What both sides of every backend have.
    pub struct SideSettings {
        mixing_engine: YesNo = "mixingEngine",
        fixed_settings: YesNo = "fixedSettings",
        voices: Positive = "voices",
        buffer_length_us: Positive = "bufferLength",
    }
}

attributes! {
    /// `<settings>`
    pub struct SampleFormat {
        frequency_hz: Positive = "frequency",
        channels: Positive = "channels",
        format: Sample = "format",
    }
}

words! {
    /// `<settings format=…>`
    pub enum Sample {
        U8 = "u8",
        S8 = "s8",
        U16 = "u16",
        S16 = "s16",
        U32 = "u32",
        S32 = "s32",
        F32 = "f32",
    }
}

/// What a side has of some backends only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum OwnSettings {
    #[default]
    None,
    Alsa(AlsaSide),
    Buffers(BufferedSide),
    Oss(OssSide),
    Jack(JackSide),
    Pulseaudio(PulseSide),
}

attributes! {
    /// ALSA
    pub struct AlsaSide {
        dev: String = "dev",
    }
}

attributes! {
    /// CoreAudio and SDL
    pub struct BufferedSide {
        buffer_count: NonZeroU32 = "bufferCount",
    }
}

attributes! {
    /// OSS
    pub struct OssSide {
        dev: String = "dev",
        buffer_count: NonZeroU32 = "bufferCount",
        try_poll: YesNo = "tryPoll",
    }
}

attributes! {
    /// JACK
    pub struct JackSide {
        server: String = "serverName",
        client: String = "clientName",
        connect_ports: String = "connectPorts",
        exact_name: YesNo = "exactName",
    }
}

attributes! {
    /// PulseAudio
    pub struct PulseSide {
        name: String = "name",
        stream: String = "streamName",
        latency_us: NonZeroU32 = "latency",
    }
}

impl Audio {
    /// A backend that plays nothing.
    pub(super) fn silent(id: u32) -> Self {
        Self {
            id,
            timer_period_us: None,
            backend: AudioBackend::Plain(AudioKind::None),
            input: AudioSide::default(),
            output: AudioSide::default(),
        }
    }

    pub(super) fn parse(element: Element<'_>) -> Result<Self> {
        let kind = element.required_word("type")?;
        let text = |name| element.attr(name).map(str::to_owned);
        let id = element.positive("id")?;
        let timer_period_us = Positive::read(element, "timerPeriod")?;
        let backend = match kind {
            AudioKind::Oss => {
                let settings = OssSettings::read(element)?;
                if let Some(policy) = settings.dsp_policy.filter(|policy| *policy < 0) {
                    return Err(fail::xml(format!("cannot parse 'dspPolicy' value '{policy}'")));
                }
                AudioBackend::Oss(settings)
            }
            AudioKind::Pulseaudio => AudioBackend::Pulseaudio { server: text("serverName") },
            AudioKind::Sdl => AudioBackend::Sdl { driver: element.word("driver")? },
            AudioKind::File => AudioBackend::File { path: text("path") },
            other => AudioBackend::Plain(other),
        };
        let side = |name| AudioSide::parse(element.child(name), kind);
        Ok(Self { id, timer_period_us, backend, input: side("input")?, output: side("output")? })
    }

    /// The word of `<audio type=…>`.
    pub fn kind(&self) -> AudioKind {
        match &self.backend {
            AudioBackend::Plain(kind) => *kind,
            AudioBackend::Oss(_) => AudioKind::Oss,
            AudioBackend::Pulseaudio { .. } => AudioKind::Pulseaudio,
            AudioBackend::Sdl { .. } => AudioKind::Sdl,
            AudioBackend::File { .. } => AudioKind::File,
        }
    }

    pub(super) fn format(&self, w: &mut Writer) {
        w.element("audio", |w| {
            w.attr("id", self.id);
            w.attr("type", self.kind());
            w.attr_opt("timerPeriod", self.timer_period_us);
            match &self.backend {
                AudioBackend::Plain(_) => {}
                AudioBackend::Oss(settings) => settings.write(w),
                AudioBackend::Pulseaudio { server } => w.attr_opt("serverName", server.as_ref()),
                AudioBackend::Sdl { driver } => w.attr_opt("driver", *driver),
                AudioBackend::File { path } => w.attr_opt("path", path.as_ref()),
            }
            self.input.format(w, "input");
            self.output.format(w, "output");
        });
    }

    /// What the original notices once the definition is complete.
    pub(super) fn check(&self) -> Result<()> {
        for side in [&self.input, &self.output] {
            let is_fixed = side.is_fixed();
            if is_fixed && side.common.mixing_engine != Some(YesNo::Yes) {
                return Err(fail::unsupported("fixed audio settings requires mixing engine"));
            }
            if !is_fixed && !side.format.is_empty() {
                return Err(fail::unsupported("audio settings specified without fixed settings flag"));
            }
        }
        Ok(())
    }
}

impl AudioSide {
    fn parse(element: Option<Element<'_>>, kind: AudioKind) -> Result<Self> {
        let Some(element) = element else { return Ok(Self::default()) };
        Ok(Self {
            common: SideSettings::read(element)?,
            format: SampleFormat::read_child(element, "settings")?,
            own: match kind {
                AudioKind::Alsa => OwnSettings::Alsa(AlsaSide::read(element)?),
                AudioKind::Coreaudio | AudioKind::Sdl => OwnSettings::Buffers(BufferedSide::read(element)?),
                AudioKind::Oss => OwnSettings::Oss(OssSide::read(element)?),
                AudioKind::Jack => OwnSettings::Jack(JackSide::read(element)?),
                AudioKind::Pulseaudio => OwnSettings::Pulseaudio(PulseSide::read(element)?),
                _ => OwnSettings::None,
            },
        })
    }

    fn is_fixed(&self) -> bool {
        self.common.fixed_settings == Some(YesNo::Yes)
    }

    /// Whether nothing is said about the side.
    pub fn is_empty(&self) -> bool {
        let mut w = Writer::default();
        self.format(&mut w, "side");
        w.finish().is_empty()
    }

    fn format(&self, w: &mut Writer, name: &str) {
        w.element_unless_empty(name, |w| {
            self.common.write(w);
            match &self.own {
                OwnSettings::None => {}
                OwnSettings::Alsa(side) => side.write(w),
                OwnSettings::Buffers(side) => side.write(w),
                OwnSettings::Oss(side) => side.write(w),
                OwnSettings::Jack(side) => side.write(w),
                OwnSettings::Pulseaudio(side) => side.write(w),
            }
            if self.is_fixed() {
                w.element("settings", |w| self.format.write(w));
            }
        });
    }
}

/// `<sound>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sound {
    pub model: SoundModel,
    /// Of Intel's HD audio.
    pub codecs: Vec<Codec>,
    /// Number of the backend that plays it.
    pub audio: Option<u32>,
    pub info: DeviceInfo,
}

words! {
    /// `<sound model=…>`
    pub enum SoundModel {
        Sb16 = "sb16",
        Es1370 = "es1370",
        Pcspk = "pcspk",
        Ac97 = "ac97",
        Ich6 = "ich6",
        Ich9 = "ich9",
        Usb = "usb",
        Ich7 = "ich7",
    }
}

words! {
    /// `<codec type=…>`
    pub enum Codec {
        Duplex = "duplex",
        Micro = "micro",
        Output = "output",
    }
}

impl Sound {
    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        let model = element.required_word("model")?;
        let codec = |element: Element<'_>| {
            let text = element.attr("type").unwrap_or("(null)");
            text.parse().map_err(|()| fail::unsupported(format!("unknown codec type '{text}'")))
        };
        let codecs = match model {
            SoundModel::Ich6 | SoundModel::Ich9 => {
                element.children_named("codec").map(codec).collect::<Result<_>>()?
            }
            _ => Vec::new(),
        };
        let audio = element.child("audio").map(|audio| audio.positive("id")).transpose()?;
        Ok(Self { model, codecs, audio, info: DeviceInfo::parse(element, origin)? })
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("sound", |w| {
            w.attr("model", self.model);
            for codec in &self.codecs {
                w.element("codec", |w| w.attr("type", codec));
            }
            w.element_unless_empty("audio", |w| w.attr_opt("id", self.audio));
            self.info.format(w, flags);
        });
    }
}
