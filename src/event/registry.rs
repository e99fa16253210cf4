//! Which event loop implementation the program registered, and the way to it.
//!
//! The first registration counts. Numbers of watches and timers are whatever that implementation gives out.

#![forbid(unsafe_code)]

use std::cell::Cell;
use std::ffi::c_int;
use std::os::fd::RawFd;
use std::sync::OnceLock;

use nix::errno::Errno;
use once_cell::sync::OnceCell;

use super::callback::{ForeignLoop, HandleCallback, Refused, TimeoutCallback};
use super::default_loop::{DefaultLoop, Held};
use crate::abi::{virEventHandleCallback, virEventTimeoutCallback};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::util::sys;

/// The implementation that everything goes to.
enum Implementation {
    Default(&'static DefaultLoop),
    Foreign(ForeignLoop),
}

static REGISTERED: OnceLock<Implementation> = OnceLock::new();

static DEFAULT: OnceCell<DefaultLoop> = OnceCell::new();

thread_local! {
    /// The default loop, held by the thread that forks: of the child's threads only that one is left, and could not
    /// take a lock that another thread had at that moment.
    static HELD: Cell<Option<Held<'static>>> = const { Cell::new(None) };
}

extern "C" fn before_fork() {
    // A thread that is ending has no place for it; then the child takes its chance.
    let _ = HELD.try_with(|held| held.set(DEFAULT.get().map(DefaultLoop::hold)));
}

extern "C" fn after_fork() {
    let _ = HELD.try_with(Cell::take);
}

/// The default loop. Programs can run it whatever they registered.
fn default_loop() -> Result<&'static DefaultLoop> {
    let made = DEFAULT.get_or_try_init(|| {
        let made = DefaultLoop::new()?;
        sys::around_fork(before_fork, after_fork);
        Ok(made)
    });
    made.map_err(|errno: Errno| {
        Error::system(ErrorDomain::VIR_FROM_EVENT, "cannot create the event loop", &errno.into())
    })
}

/// Makes the default loop the program's, unless another implementation is already there.
pub fn register_default() -> Result<()> {
    let default = default_loop()?;
    REGISTERED.get_or_init(|| Implementation::Default(default));
    Ok(())
}

/// Makes `foreign` the program's event loop, unless an implementation is already there.
pub fn register_foreign(foreign: ForeignLoop) {
    if REGISTERED.set(Implementation::Foreign(foreign)).is_err() {
        log::warn!("an event loop is registered already; the new one is ignored");
    }
}

/// Fails unless an event loop is registered, as drivers with events do when they are opened.
pub fn require() -> Result<()> {
    if REGISTERED.get().is_some() {
        return Ok(());
    }
    let text = "An event loop implementation must be registered";
    Err(Error::new(ErrorCode::VIR_ERR_CONFIG_UNSUPPORTED, ErrorDomain::VIR_FROM_EVENT, text))
}

/// One round of the default loop.
pub fn run_default() -> Result<()> {
    default_loop()?.run_once();
    Ok(())
}

/// Watches `fd` for `events` (`virEventHandleType`) and returns the watch's number. Without a loop, or if a
/// foreign one refuses, the callback comes back.
pub fn add_handle(
    fd: RawFd,
    events: c_int,
    callback: HandleCallback,
) -> Result<c_int, Refused<virEventHandleCallback>> {
    match REGISTERED.get() {
        None => Err(Refused { callback, answer: -1 }),
        Some(Implementation::Default(default)) => Ok(default.add_handle(fd, events, callback)),
        Some(Implementation::Foreign(foreign)) => foreign.add_handle(fd, events, callback),
    }
}

/// Changes what a watch waits for.
pub fn update_handle(watch: c_int, events: c_int) {
    match REGISTERED.get() {
        None => {}
        Some(Implementation::Default(default)) => default.update_handle(watch, events),
        Some(Implementation::Foreign(foreign)) => foreign.update_handle(watch, events),
    }
}

/// Removes a watch; its callback is freed later, by the loop. 0, or -1 if there is no such watch.
pub fn remove_handle(watch: c_int) -> c_int {
    match REGISTERED.get() {
        None => -1,
        Some(Implementation::Default(default)) => status(default.remove_handle(watch)),
        Some(Implementation::Foreign(foreign)) => foreign.remove_handle(watch),
    }
}

/// Adds a timer that is due every `timeout_ms`, in every round if 0, off if negative. Without a loop, or if
/// a foreign one refuses, the callback comes back.
pub fn add_timeout(
    timeout_ms: c_int,
    callback: TimeoutCallback,
) -> Result<c_int, Refused<virEventTimeoutCallback>> {
    match REGISTERED.get() {
        None => Err(Refused { callback, answer: -1 }),
        Some(Implementation::Default(default)) => Ok(default.add_timeout(timeout_ms, callback)),
        Some(Implementation::Foreign(foreign)) => foreign.add_timeout(timeout_ms, callback),
    }
}

/// Changes a timer, counted from now.
pub fn update_timeout(timer: c_int, timeout_ms: c_int) {
    match REGISTERED.get() {
        None => {}
        Some(Implementation::Default(default)) => default.update_timeout(timer, timeout_ms),
        Some(Implementation::Foreign(foreign)) => foreign.update_timeout(timer, timeout_ms),
    }
}

/// Removes a timer; its callback is freed later, by the loop. 0, or -1 if there is no such timer.
pub fn remove_timeout(timer: c_int) -> c_int {
    match REGISTERED.get() {
        None => -1,
        Some(Implementation::Default(default)) => status(default.remove_timeout(timer)),
        Some(Implementation::Foreign(foreign)) => foreign.remove_timeout(timer),
    }
}

fn status(found: bool) -> c_int {
    if found { 0 } else { -1 }
}
