//! The event loop seen from a program: exported functions of the C API.

use std::ffi::{c_int, c_void};

use crate::abi::*;
use crate::capi::boundary::{entry, run};
use crate::capi::virterror;
use crate::event;
use crate::event::callback::{ForeignLoop, HandleCallback, NoPanic, Refused, TimeoutCallback};

/// No event loop took the callback: as in the original it stays the program's, and no error says so.
fn refused<F>(refused: Refused<F>) -> c_int {
    refused.callback.disarm();
    refused.answer
}

symver!(virEventAddHandle);
/// Watches a file descriptor in the registered event loop for the events of a virEventHandleType mask.
/// The optional function ff frees the opaque data after removal. Returns a watch id, or -1 on error.
///
/// Since: 0.9.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventAddHandle(
    fd: c_int,
    events: c_int,
    cb: virEventHandleCallback,
    opaque: *mut c_void,
    ff: virFreeCallback,
) -> c_int {
    run("virEventAddHandle", -1, |_| {
        let callback = HandleCallback::new(cb, opaque, ff);
        Ok(event::add_handle(fd, events, callback).unwrap_or_else(refused))
    })
}

symver!(virEventAddTimeout);
/// Adds a repeating timer to the registered event loop, in milliseconds; 0 fires on every iteration, -1
/// disables it. The optional function ff frees the opaque data after removal. Returns a timer id, or -1
/// on error.
///
/// Since: 0.9.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventAddTimeout(
    timeout: c_int,
    cb: virEventTimeoutCallback,
    opaque: *mut c_void,
    ff: virFreeCallback,
) -> c_int {
    run("virEventAddTimeout", -1, |_| {
        let callback = TimeoutCallback::new(cb, opaque, ff);
        Ok(event::add_timeout(timeout, callback).unwrap_or_else(refused))
    })
}

symver!(virEventRegisterDefaultImpl);
/// Registers the built-in event loop; call it before opening connections. The program then calls
/// virEventRunDefaultImpl() in a loop. Returns 0, or -1 on error.
///
/// Since: 0.9.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventRegisterDefaultImpl() -> c_int {
    entry("virEventRegisterDefaultImpl", -1, |_| event::register_default().map(|()| 0))
}

symver!(virEventRegisterImpl);
/// Registers the program's own event loop as six functions for adding, changing and removing watches
/// and timers. Call it once, before opening connections.
///
/// Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventRegisterImpl(
    addHandle: virEventAddHandleFunc,
    updateHandle: virEventUpdateHandleFunc,
    removeHandle: virEventRemoveHandleFunc,
    addTimeout: virEventAddTimeoutFunc,
    updateTimeout: virEventUpdateTimeoutFunc,
    removeTimeout: virEventRemoveTimeoutFunc,
) {
    run("virEventRegisterImpl", (), |_| {
        event::register_foreign(ForeignLoop {
            add_handle: addHandle,
            update_handle: updateHandle,
            remove_handle: removeHandle,
            add_timeout: addTimeout,
            update_timeout: updateTimeout,
            remove_timeout: removeTimeout,
        });
        Ok(())
    })
}

symver!(virEventRemoveHandle);
/// Stops watching a file descriptor, by the id from virEventAddHandle(). The free function runs later,
/// outside the callback. Returns 0, or -1 on error.
///
/// Since: 0.9.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventRemoveHandle(watch: c_int) -> c_int {
    run("virEventRemoveHandle", -1, |_| Ok(event::remove_handle(watch)))
}

symver!(virEventRemoveTimeout);
/// Removes a timer, by the id from virEventAddTimeout(). The free function runs later, outside the
/// callback. Returns 0, or -1 on error.
///
/// Since: 0.9.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventRemoveTimeout(timer: c_int) -> c_int {
    run("virEventRemoveTimeout", -1, |_| Ok(event::remove_timeout(timer)))
}

symver!(virEventRunDefaultImpl);
/// Runs one iteration of the built-in event loop: waits until something happens and calls the
/// callbacks. Returns 0, or -1 on error.
///
/// Since: 0.9.0
#[unsafe(no_mangle)]
pub unsafe extern "C-unwind" fn virEventRunDefaultImpl() -> c_int {
    virterror::reset_last();
    let outcome = {
        let _end = NoPanic;
        event::run_default()
    };
    run("virEventRunDefaultImpl", -1, |_| outcome.map(|()| 0))
}

symver!(virEventUpdateHandle);
/// Changes which events are watched on a file descriptor; 0 keeps the watch but silences it.
///
/// Since: 0.9.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventUpdateHandle(watch: c_int, events: c_int) {
    run("virEventUpdateHandle", (), |_| {
        event::update_handle(watch, events);
        Ok(())
    })
}

symver!(virEventUpdateTimeout);
/// Changes the interval of a timer in milliseconds; 0 fires on every iteration, -1 disables it.
///
/// Since: 0.9.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventUpdateTimeout(timer: c_int, timeout: c_int) {
    run("virEventUpdateTimeout", (), |_| {
        event::update_timeout(timer, timeout);
        Ok(())
    })
}
