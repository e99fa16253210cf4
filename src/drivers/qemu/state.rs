//! States of a domain and their reasons: the public numbers, and the words that status files use.

#![forbid(unsafe_code)]

use crate::abi::{
    _virDomainCrashedReason as Crashed, _virDomainPausedReason as Paused, _virDomainRunningReason as Running,
    _virDomainShutdownReason as Shutdown, _virDomainShutoffReason as Shutoff, _virDomainState as State,
};
use crate::driver::DomainState;

/// Running, for this reason.
pub const fn running(reason: Running) -> DomainState {
    DomainState { state: State::VIR_DOMAIN_RUNNING as i32, reason: reason as i32 }
}

/// Paused, for this reason.
pub const fn paused(reason: Paused) -> DomainState {
    DomainState { state: State::VIR_DOMAIN_PAUSED as i32, reason: reason as i32 }
}

/// About to end.
pub const SHUTDOWN: DomainState = DomainState {
    state: State::VIR_DOMAIN_SHUTDOWN as i32,
    reason: Shutdown::VIR_DOMAIN_SHUTDOWN_UNKNOWN as i32,
};

/// The guest has put itself to sleep; only it knows why.
pub const PMSUSPENDED: DomainState = DomainState { state: State::VIR_DOMAIN_PMSUSPENDED as i32, reason: 0 };

/// The guest has given up.
pub const CRASHED: DomainState = DomainState {
    state: State::VIR_DOMAIN_CRASHED as i32,
    reason: Crashed::VIR_DOMAIN_CRASHED_PANICKED as i32,
};

/// Off, for this reason.
pub const fn shutoff(reason: Shutoff) -> DomainState {
    DomainState { state: State::VIR_DOMAIN_SHUTOFF as i32, reason: reason as i32 }
}

/// Whether `status` is in `state`, for whatever reason.
pub fn is(status: DomainState, state: State) -> bool {
    status.state == state as i32
}

/// A state's word, and the words of its reasons by number, as the original writes them.
const WORDS: &[(State, &str, &[&str])] = &[
    (
        State::VIR_DOMAIN_RUNNING,
        "running",
        &[
            "unknown",
            "booted",
            "migrated",
            "restored",
            "from snapshot",
            "unpaused",
            "migration canceled",
            "save canceled",
            "wakeup",
            "crashed",
            "post-copy",
            "post-copy failed",
        ],
    ),
    (
        State::VIR_DOMAIN_PAUSED,
        "paused",
        &[
            "unknown",
            "user",
            "migration",
            "save",
            "dump",
            "ioerror",
            "watchdog",
            "from snapshot",
            "shutdown",
            "snapshot",
            "panicked",
            "starting up",
            "post-copy",
            "post-copy failed",
            "api error",
        ],
    ),
    (State::VIR_DOMAIN_SHUTDOWN, "shutdown", &["unknown", "user"]),
    (State::VIR_DOMAIN_CRASHED, "crashed", &["unknown", "panicked"]),
    (State::VIR_DOMAIN_PMSUSPENDED, "pmsuspended", &["unknown"]),
];

/// The words for a state and its reason.
pub fn words(status: DomainState) -> (&'static str, &'static str) {
    let row = WORDS.iter().find(|(state, ..)| is(status, *state));
    let reason = |reasons: &[&'static str]| {
        usize::try_from(status.reason).ok().and_then(|number| reasons.get(number).copied())
    };
    row.map_or(("no state", "unknown"), |(_, word, reasons)| (word, reason(reasons).unwrap_or("unknown")))
}

/// The state that two words stand for; an unknown reason counts as the one with number 0.
pub fn from_words(state: &str, reason: &str) -> Option<DomainState> {
    let (state, _, reasons) = WORDS.iter().find(|(_, word, _)| *word == state)?;
    let number = reasons.iter().position(|word| *word == reason).unwrap_or(0);
    Some(DomainState { state: *state as i32, reason: i32::try_from(number).ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_for_states() {
        let started = running(Running::VIR_DOMAIN_RUNNING_BOOTED);
        assert_eq!(words(started), ("running", "booted"));
        for status in [started, paused(Paused::VIR_DOMAIN_PAUSED_API_ERROR), SHUTDOWN, CRASHED] {
            let (state, reason) = words(status);
            assert_eq!(from_words(state, reason), Some(status));
        }
        assert_eq!(words(DomainState { state: 1, reason: 99 }), ("running", "unknown"));
        assert_eq!(from_words("flying", "high"), None);
    }
}
