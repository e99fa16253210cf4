//! A loop of the program's own for `virEventRegisterImpl`: timers that are on or off, and nothing else. Miri can
//! run it; the default loop asks the kernel for what Miri does not have.

use std::collections::BTreeMap;
use std::ffi::{c_int, c_void};
use std::sync::Mutex;
use std::sync::atomic::{AtomicPtr, Ordering};

use virt::abi::*;
use virt::capi::event::virEventRegisterImpl;

struct Timer {
    on: bool,
    callback: virEventTimeoutCallback,
    opaque: AtomicPtr<c_void>,
    free: virFreeCallback,
}

static TIMERS: Mutex<BTreeMap<c_int, Timer>> = Mutex::new(BTreeMap::new());

unsafe extern "C-unwind" fn add_handle(
    _: c_int,
    _: c_int,
    _: virEventHandleCallback,
    _: *mut c_void,
    _: virFreeCallback,
) -> c_int {
    unreachable!("nothing here watches file descriptors")
}

unsafe extern "C-unwind" fn update_handle(_: c_int, _: c_int) {}

unsafe extern "C-unwind" fn remove_handle(_: c_int) -> c_int {
    -1
}

unsafe extern "C-unwind" fn add_timeout(
    timeout: c_int,
    callback: virEventTimeoutCallback,
    opaque: *mut c_void,
    free: virFreeCallback,
) -> c_int {
    let mut timers = TIMERS.lock().expect("no panic");
    let number = timers.last_key_value().map_or(1, |(number, _)| number + 1);
    timers.insert(number, Timer { on: timeout >= 0, callback, opaque: AtomicPtr::new(opaque), free });
    number
}

unsafe extern "C-unwind" fn update_timeout(number: c_int, timeout: c_int) {
    let mut timers = TIMERS.lock().expect("no panic");
    timers.get_mut(&number).expect("a timer of ours").on = timeout >= 0;
}

unsafe extern "C-unwind" fn remove_timeout(number: c_int) -> c_int {
    let timer = TIMERS.lock().expect("no panic").remove(&number).expect("a timer of ours");
    if let Some(free) = timer.free {
        // SAFETY: once, after the timer is gone; it is not called at the moment.
        unsafe { free(timer.opaque.into_inner()) };
    }
    0
}

/// Makes this the program's loop.
pub fn register() {
    // SAFETY: functions of the right types, there for ever.
    unsafe {
        virEventRegisterImpl(
            Some(add_handle),
            Some(update_handle),
            Some(remove_handle),
            Some(add_timeout),
            Some(update_timeout),
            Some(remove_timeout),
        );
    }
}

/// Calls every timer that is on.
pub fn turn() {
    let on: Vec<_> = {
        let timers = TIMERS.lock().expect("no panic");
        let on = timers.iter().filter(|(_, timer)| timer.on);
        on.map(|(number, timer)| (*number, timer.callback, timer.opaque.load(Ordering::Relaxed))).collect()
    };
    for (number, callback, opaque) in on {
        // SAFETY: nothing here removes a timer while another one is called.
        unsafe { callback.expect("a function")(number, opaque) };
    }
}
