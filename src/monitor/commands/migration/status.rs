//! How far a migration is, as both protocols tell it.

#![forbid(unsafe_code)]

use std::borrow::Cow;

use serde::{Deserialize, Deserializer};

use crate::error::Result;
use crate::monitor::protocol::Reply;

/// Declares the states of a migration with their words.
macro_rules! states {
    ($($(#[$attribute:meta])? $state:ident $qemu:literal $libvirt:literal $meaning:literal,)*) => {
        /// How far a migration is.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum MigrationState {
            $(#[doc = $meaning] $(#[$attribute])? $state,)*
        }

        impl MigrationState {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$state),*];

            /// QEMU's word, in both protocols.
            pub fn word(self) -> &'static str {
                match self { $(Self::$state => $qemu,)* }
            }

            /// libvirt's word, which is QEMU's but for a few.
            pub fn libvirt_word(self) -> &'static str {
                match self { $(Self::$state => $libvirt,)* }
            }

            /// Reads QEMU's word or libvirt's.
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|state| [state.word(), state.libvirt_word()].contains(&word))
            }
        }
    };
}

states! {
    #[default]
    None            "none"             "inactive"         "There was none.",
    Setup           "setup"            "setup"            "It is being prepared.",
    Active          "active"           "active"           "Memory goes over while the guest runs.",
    PreSwitchover   "pre-switchover"   "pre-switchover"   "It waits to be told to stop the guest.",
    Device          "device"           "device"           "The guest is stopped, its devices go over.",
    PostcopyActive  "postcopy-active"  "postcopy-active"  "The guest runs on the other side, its memory follows.",
    PostcopyPaused  "postcopy-paused"  "postcopy-paused"  "The same, and the connection is broken.",
    PostcopyRecover "postcopy-recover" "postcopy-recover" "The same, and there is a new connection.",
    Completed       "completed"        "completed"        "All is over there.",
    Failed          "failed"           "failed"           "It did not work.",
    Cancelling      "cancelling"       "cancelling"       "It is being given up.",
    Cancelled       "cancelled"        "cancelled"        "It was given up.",
    WaitUnplug      "wait-unplug"      "wait-unplug"      "It waits for the guest to let go of devices.",
    Colo            "colo"             "colo"             "The other side is kept the same as this one.",
}

impl<'de> Deserialize<'de> for MigrationState {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        let word = Cow::<str>::deserialize(from)?;
        Self::from_word(&word)
            .ok_or_else(|| serde::de::Error::custom(format_args!("unknown migration status '{word}'")))
    }
}

/// What went over, in bytes unless said otherwise. The text monitor knows whole KiB only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct MigrationProgress {
    /// Sent so far.
    pub transferred: u64,
    /// Left to be sent, as far as is known.
    pub remaining: u64,
    /// What there is.
    pub total: u64,
    /// Pages that were sent as one repeated byte.
    #[serde(default)]
    pub duplicate: u64,
    /// Pages that were sent as they are.
    #[serde(default)]
    pub normal: u64,
    /// Bytes in those.
    #[serde(default)]
    pub normal_bytes: u64,
    /// Pages that the guest writes in a second.
    #[serde(default)]
    pub dirty_pages_rate: u64,
    /// How often what the guest wrote was looked up.
    #[serde(default)]
    pub dirty_sync_count: u64,
    /// Bytes in a page; 0 where QEMU does not tell.
    #[serde(default)]
    pub page_size: u64,
}

/// How a migration is going.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct MigrationStatus {
    /// How far it is.
    #[serde(default, rename = "status")]
    pub state: MigrationState,
    /// Memory.
    pub ram: Option<MigrationProgress>,
    /// Disks, if they go along.
    pub disk: Option<MigrationProgress>,
    /// Milliseconds so far, or in all.
    pub total_time: Option<u64>,
    /// Milliseconds for which the guest was stopped.
    pub downtime: Option<u64>,
    /// Milliseconds for which the guest would be stopped.
    pub expected_downtime: Option<u64>,
    /// Milliseconds before the first byte went.
    pub setup_time: Option<u64>,
    /// Why it failed, in QEMU's words.
    #[serde(rename = "error-desc")]
    pub error: Option<String>,
}

/// Lines such as "Migration status: failed (reason)", "transferred ram: 50 kbytes" and "setup: 0 ms". Which of them there
/// are depends on the version; unknown ones are passed over.
pub(super) fn read_status(reply: &Reply<'_>) -> Result<MigrationStatus> {
    let mut status = MigrationStatus::default();
    for line in reply.value()?.lines() {
        let Some((name, value)) = line.trim().split_once(": ") else { continue };
        if name == "Migration status" {
            let (word, error) =
                value.split_once(" (").map_or((value, None), |(word, error)| (word, Some(error)));
            status.state = MigrationState::from_word(word)
                .ok_or_else(|| reply.unexpected(format!("unknown migration status '{word}'")))?;
            status.error = error.map(|error| error.strip_suffix(')').unwrap_or(error).to_owned());
            continue;
        }
        let Some(place) = place_of(&mut status, name) else { continue };
        let (number, unit) = value.split_once(' ').unwrap_or((value, ""));
        let number: u64 =
            number.parse().map_err(|error| reply.unexpected(format!("{name} '{value}': {error}")))?;
        *place = if unit == "kbytes" { number.saturating_mul(1024) } else { number };
    }
    Ok(status)
}

/// Where the number of a line belongs.
fn place_of<'a>(status: &'a mut MigrationStatus, name: &str) -> Option<&'a mut u64> {
    fn ram(status: &mut MigrationStatus) -> &mut MigrationProgress {
        status.ram.get_or_insert_default()
    }
    fn disk(status: &mut MigrationStatus) -> &mut MigrationProgress {
        status.disk.get_or_insert_default()
    }
    Some(match name {
        "transferred ram" => &mut ram(status).transferred,
        "remaining ram" => &mut ram(status).remaining,
        "total ram" => &mut ram(status).total,
        "duplicate" => &mut ram(status).duplicate,
        "normal" => &mut ram(status).normal,
        "normal bytes" => &mut ram(status).normal_bytes,
        "dirty pages rate" => &mut ram(status).dirty_pages_rate,
        "dirty sync count" => &mut ram(status).dirty_sync_count,
        "page size" => &mut ram(status).page_size,
        "transferred disk" => &mut disk(status).transferred,
        "remaining disk" => &mut disk(status).remaining,
        "total disk" => &mut disk(status).total,
        "total time" => status.total_time.get_or_insert_default(),
        "downtime" => status.downtime.get_or_insert_default(),
        "expected downtime" => status.expected_downtime.get_or_insert_default(),
        "setup" => status.setup_time.get_or_insert_default(),
        _ => return None,
    })
}
