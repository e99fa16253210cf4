//! What a domain's guest is asked for, or told.

#![forbid(unsafe_code)]

use super::Driver;

/// What the guest is asked for or told: agent, keys, signals, screen, clock.
pub trait GuestDriver: Driver {}
