//! The event loop seen from a program: exported functions of the C API.

use std::ffi::{c_int, c_void};

use crate::abi::*;
use crate::capi::boundary::{entry, run};
use crate::event;
use crate::event::callback::{ForeignLoop, HandleCallback, Refused, TimeoutCallback};

/// No event loop took the callback: as in the original it stays the program's, and no error says so.
fn refused<F>(refused: Refused<F>) -> c_int {
    refused.callback.disarm();
    refused.answer
}

symver!(virEventAddHandle);
/// {{virEventAddHandle}} Since: 0.9.3
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
/// {{virEventAddTimeout}} Since: 0.9.3
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
/// {{virEventRegisterDefaultImpl}} Since: 0.9.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventRegisterDefaultImpl() -> c_int {
    entry("virEventRegisterDefaultImpl", -1, |_| event::register_default().map(|()| 0))
}

symver!(virEventRegisterImpl);
/// {{virEventRegisterImpl}} Since: 0.5.0
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
/// {{virEventRemoveHandle}} Since: 0.9.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventRemoveHandle(watch: c_int) -> c_int {
    run("virEventRemoveHandle", -1, |_| Ok(event::remove_handle(watch)))
}

symver!(virEventRemoveTimeout);
/// {{virEventRemoveTimeout}} Since: 0.9.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventRemoveTimeout(timer: c_int) -> c_int {
    run("virEventRemoveTimeout", -1, |_| Ok(event::remove_timeout(timer)))
}

symver!(virEventRunDefaultImpl);
/// {{virEventRunDefaultImpl}} Since: 0.9.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventRunDefaultImpl() -> c_int {
    entry("virEventRunDefaultImpl", -1, |_| event::run_default().map(|()| 0))
}

symver!(virEventUpdateHandle);
/// {{virEventUpdateHandle}} Since: 0.9.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventUpdateHandle(watch: c_int, events: c_int) {
    run("virEventUpdateHandle", (), |_| {
        event::update_handle(watch, events);
        Ok(())
    })
}

symver!(virEventUpdateTimeout);
/// {{virEventUpdateTimeout}} Since: 0.9.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventUpdateTimeout(timer: c_int, timeout: c_int) {
    run("virEventUpdateTimeout", (), |_| {
        event::update_timeout(timer, timeout);
        Ok(())
    })
}
