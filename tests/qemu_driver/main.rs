//! The QEMU driver with real QEMU processes: life of a domain, events, failures, and nothing left behind.
//!
//! Every test has a process and a root of its own. Checklist ids that a test proves stand at the test.

#[path = "../fakeqemu/mod.rs"]
mod fakeqemu;

mod dying;
mod events;
mod failures;
mod fake;
mod guests;
mod hang;
mod life;
mod monitors;
mod passthrough;
mod scripted;
mod session;
mod terminals;
