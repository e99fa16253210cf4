//! `<clock>`: what the guest's hardware clock shows at start, and how its timers behave.

#![forbid(unsafe_code)]

use super::device::YesNo;
use crate::util::xml::words;

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
    pub tick_policy: Option<TickPolicy>,
    pub present: Option<YesNo>,
}

words! {
    /// Timers that x86 guests have.
    pub enum TimerName {
        Platform = "platform",
        Pit = "pit",
        Rtc = "rtc",
        Hpet = "hpet",
        Tsc = "tsc",
        KvmClock = "kvmclock",
        HypervClock = "hypervclock",
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
