//! `<clock>`: what the guest's hardware clock shows at start, and how its timers behave.

#![forbid(unsafe_code)]

use super::device::YesNo;
use super::{FormatFlags, Origin, fail};
use crate::error::Result;
use crate::util::xml::{Element, Writer, number, words};

/// `<clock>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    pub offset: ClockOffset,
    pub timers: Vec<Timer>,
}

/// What the guest's clock shows at start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClockOffset {
    /// UTC; `reset` says that changes made by the guest are forgotten.
    Utc { reset: bool },
    /// The host's local time.
    Localtime { reset: bool },
    /// The local time of this time zone.
    Timezone(String),
    /// A distance from `basis` that follows changes made by the guest.
    Variable {
        /// Now, in seconds.
        adjustment_s: i64,
        /// At the last start, in seconds; QEMU reports changes relative to it. Only in a running domain.
        start_adjustment_s: Option<i64>,
        basis: ClockBasis,
    },
    /// Seconds since 1970, always the same at start.
    Absolute { start_s: u64 },
}

words! {
    /// What a variable clock is relative to.
    pub enum ClockBasis {
        Utc = "utc",
        Localtime = "localtime",
    }
}

/// `<timer>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timer {
    pub name: TimerName,
    pub present: Option<YesNo>,
    pub tick_policy: Option<TickPolicy>,
    pub catchup: Catchup,
    /// What the timer follows; only for "platform" and "rtc".
    pub track: Option<TimerTrack>,
    /// Of "tsc" only, as is the mode; 0 if it is not said.
    pub frequency_hz: u64,
    pub mode: Option<TimerMode>,
}

/// `<catchup>`: when and how fast missed ticks are delivered; 0 for what is not said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Catchup {
    pub threshold: u32,
    pub slew: u32,
    pub limit: u32,
}

words! {
    /// Timers that guests have.
    pub enum TimerName {
        Platform = "platform",
        Pit = "pit",
        Rtc = "rtc",
        Hpet = "hpet",
        Tsc = "tsc",
        KvmClock = "kvmclock",
        HypervClock = "hypervclock",
        ArmvTimer = "armvtimer",
    }
}

words! {
    /// What happens to ticks that the guest missed.
    pub enum TickPolicy {
        Delay = "delay",
        Catchup = "catchup",
        Merge = "merge",
        Discard = "discard",
    }
}

words! {
    /// `<timer track=…>`
    pub enum TimerTrack {
        Boot = "boot",
        Guest = "guest",
        Wall = "wall",
        Realtime = "realtime",
    }
}

words! {
    /// `<timer mode=…>`: how the guest reads the time stamp counter.
    pub enum TimerMode {
        Auto = "auto",
        Native = "native",
        Emulate = "emulate",
        Paravirt = "paravirt",
        Smpsafe = "smpsafe",
    }
}

impl Default for Clock {
    fn default() -> Self {
        Self { offset: ClockOffset::Utc { reset: false }, timers: Vec::new() }
    }
}

impl Clock {
    pub(super) fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        Ok(Self {
            offset: ClockOffset::parse(element, origin)?,
            timers: element.children_named("timer").map(Timer::parse).collect::<Result<_>>()?,
        })
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("clock", |w| {
            self.offset.format(w, flags);
            for timer in &self.timers {
                timer.format(w);
            }
        });
    }

    /// The timer with this name.
    pub fn timer(&self, name: TimerName) -> Option<&Timer> {
        self.timers.iter().find(|timer| timer.name == name)
    }
}

impl ClockOffset {
    fn parse(element: Element<'_>, origin: Origin) -> Result<Self> {
        let offset = element.filled("offset").unwrap_or("utc");
        let adjustment = element.filled("adjustment");
        let basis = match offset {
            "utc" => ClockBasis::Utc,
            "localtime" => ClockBasis::Localtime,
            "timezone" => {
                return element.filled("timezone").map(|zone| Self::Timezone(zone.to_owned())).ok_or_else(
                    || fail::internal("missing 'timezone' attribute for clock with offset='timezone'"),
                );
            }
            "variable" => return Self::parse_variable(element, origin),
            "absolute" => {
                let start_s = element.attr("start").and_then(number);
                return start_s.map(|start_s| Self::Absolute { start_s }).ok_or_else(|| {
                    fail::internal("missing 'start' attribute for clock with offset='absolute'")
                });
            }
            _ => return Err(fail::unsupported(format!("unknown clock offset '{offset}'"))),
        };
        let reset = match adjustment {
            None => false,
            Some("reset") => true,
            // As libvirt: a number makes the clock a variable one.
            Some(text) => {
                let adjustment_s =
                    number(text).ok_or_else(|| fail::xml(format!("unknown clock adjustment '{text}'")))?;
                return Ok(Self::Variable { adjustment_s, start_adjustment_s: None, basis });
            }
        };
        Ok(match basis {
            ClockBasis::Utc => Self::Utc { reset },
            ClockBasis::Localtime => Self::Localtime { reset },
        })
    }

    fn parse_variable(element: Element<'_>, origin: Origin) -> Result<Self> {
        let basis = match element.filled("basis") {
            None => ClockBasis::Utc,
            Some(text) => {
                text.parse().map_err(|()| fail::unsupported(format!("unknown clock basis '{text}'")))?
            }
        };
        Ok(Self::Variable {
            // As libvirt: what is no number counts as 0.
            adjustment_s: element.attr("adjustment").and_then(number).unwrap_or(0),
            start_adjustment_s: match origin {
                Origin::State => element.attr("adjustment0").and_then(number),
                Origin::User => None,
            },
            basis,
        })
    }

    fn format(&self, w: &mut Writer, flags: FormatFlags) {
        let reset = |reset: bool| reset.then_some("reset");
        match self {
            Self::Utc { reset: value } => {
                w.attr("offset", "utc");
                w.attr_opt("adjustment", reset(*value));
            }
            Self::Localtime { reset: value } => {
                w.attr("offset", "localtime");
                w.attr_opt("adjustment", reset(*value));
            }
            Self::Timezone(zone) => {
                w.attr("offset", "timezone");
                w.attr("timezone", zone);
            }
            Self::Variable { adjustment_s, start_adjustment_s, basis } => {
                w.attr("offset", "variable");
                w.attr("adjustment", adjustment_s);
                w.attr("basis", basis);
                // As libvirt: 0 goes without saying.
                let start = start_adjustment_s.filter(|start| flags.status && *start != 0);
                w.attr_opt("adjustment0", start);
            }
            Self::Absolute { start_s } => {
                w.attr("offset", "absolute");
                w.attr("start", start_s);
            }
        }
    }
}

impl Timer {
    fn parse(element: Element<'_>) -> Result<Self> {
        Ok(Self {
            name: element.required_word("name")?,
            present: element.word("present")?,
            tick_policy: element.word("tickpolicy")?,
            track: element.word("track")?,
            frequency_hz: element.number("frequency")?.unwrap_or(0),
            mode: element.word("mode")?,
            catchup: element.child("catchup").map(Catchup::parse).transpose()?.unwrap_or_default(),
        })
    }

    /// Not every timer can be set in every way.
    pub(super) fn check(&self) -> Result<()> {
        use TimerName as Name;
        let fits = |is_said: bool, what: &str, names: &[Name]| {
            if !is_said || names.contains(&self.name) {
                return Ok(());
            }
            let detail = format!("timer {} doesn't support setting of timer {what}", self.name);
            Err(fail::unsupported(detail))
        };
        const TICKING: &[TimerName] =
            &[Name::Platform, Name::Pit, Name::Rtc, Name::Hpet, Name::Tsc, Name::ArmvTimer];
        fits(self.tick_policy.is_some(), "tickpolicy", TICKING)?;
        if self.catchup != Catchup::default() && self.tick_policy != Some(TickPolicy::Catchup) {
            return Err(fail::xml(
                "setting of timer catchup policies is only supported with tickpolicy='catchup'",
            ));
        }
        fits(self.frequency_hz != 0, "frequency", &[Name::Tsc])?;
        fits(self.mode.is_some(), "mode", &[Name::Tsc])?;
        fits(self.track.is_some(), "track", &[Name::Platform, Name::Rtc])
    }

    fn format(&self, w: &mut Writer) {
        w.element("timer", |w| {
            w.attr("name", self.name);
            w.attr_opt("present", self.present);
            w.attr_opt("tickpolicy", self.tick_policy);
            w.attr_opt("track", self.track);
            w.attr_opt("frequency", Some(self.frequency_hz).filter(|hz| *hz != 0));
            w.attr_opt("mode", self.mode);
            self.catchup.format(w);
        });
    }
}

impl Catchup {
    fn parse(element: Element<'_>) -> Result<Self> {
        let part = |name| element.number(name).map(|number| number.unwrap_or(0));
        Ok(Self { threshold: part("threshold")?, slew: part("slew")?, limit: part("limit")? })
    }

    fn format(self, w: &mut Writer) {
        w.element_unless_empty("catchup", |w| {
            for (name, number) in [("threshold", self.threshold), ("slew", self.slew), ("limit", self.limit)]
            {
                w.attr_opt(name, Some(number).filter(|number| *number != 0));
            }
        });
    }
}
