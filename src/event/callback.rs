//! Calls into user code: one type per kind of callback.
//!
//! A callback is a C function, an opaque pointer that belongs to the program, and maybe a function that
//! frees it. No lock of the library is held while one of them runs. The calls of [`EventCallback`]s, which have
//! handles among their arguments, are in `capi/listener`.

use std::ffi::{c_int, c_void};
use std::sync::Arc;

use crate::abi::*;
use crate::stream::Stream;

/// The program's pointer, passed through untouched.
#[derive(Clone, Copy)]
pub struct Opaque(pub *mut c_void);

// SAFETY: the library never looks behind the pointer; the API lets programs pass any value, to be handed
// back on the event loop's thread.
unsafe impl Send for Opaque {}
// SAFETY: as above.
unsafe impl Sync for Opaque {}

/// A program's error handler.
#[derive(Clone, Copy)]
pub struct ErrorHandler {
    function: unsafe extern "C-unwind" fn(*mut c_void, virErrorPtr),
    opaque: Opaque,
}

impl ErrorHandler {
    /// The program's `function` with its first argument; `None` if it is NULL, which restores the default.
    pub fn new(function: virErrorFunc, opaque: *mut c_void) -> Option<Self> {
        function.map(|function| Self { function, opaque: Opaque(opaque) })
    }

    /// Hands `err` to the program for the duration of the call.
    ///
    /// # Safety
    /// `err` points to an error.
    pub unsafe fn invoke(&self, err: virErrorPtr) {
        // SAFETY: the program installed the function to be called like this; contract of this function.
        unsafe { (self.function)(self.opaque.0, err) };
    }
}

/// A program's function with its pointer. The pointer is freed on drop, in the program's way.
pub struct Callback<F> {
    function: F,
    opaque: Opaque,
    free: virFreeCallback,
}

/// For a file descriptor that is ready.
pub type HandleCallback = Callback<virEventHandleCallback>;
/// For a timer that is due.
pub type TimeoutCallback = Callback<virEventTimeoutCallback>;
/// For an event of an object; the true type of the function depends on what it was registered for.
pub type EventCallback = Callback<EventFunction>;
/// A program's function of any type.
pub type EventFunction = Option<unsafe extern "C-unwind" fn()>;
/// For what happens to a stream.
pub type StreamCallback = Callback<virStreamEventCallback>;

impl<F> Callback<F> {
    /// Takes the program's callback over.
    pub fn new(function: F, opaque: *mut c_void, free: virFreeCallback) -> Self {
        Self { function, opaque: Opaque(opaque), free }
    }

    /// What the program's function gets back.
    pub fn opaque(&self) -> *mut c_void {
        self.opaque.0
    }

    /// Leaves the pointer to the program, which keeps it when registering fails.
    pub fn disarm(mut self) {
        self.keep_opaque();
    }

    /// Sees to it that the pointer will not be freed.
    pub fn keep_opaque(&mut self) {
        self.free = None;
    }

    /// A foreign loop gave this `answer`: it has the callback now, unless the number is negative.
    fn given_away(self, answer: c_int) -> Result<c_int, Refused<F>> {
        if answer < 0 {
            return Err(Refused { callback: self, answer });
        }
        self.disarm();
        Ok(answer)
    }
}

/// An event loop did not take a callback: it comes back, with the negative number that the loop answered.
pub struct Refused<F> {
    pub callback: Callback<F>,
    pub answer: c_int,
}

impl<F> Drop for Callback<F> {
    fn drop(&mut self) {
        if let Some(free) = self.free {
            // SAFETY: the program gave this function to be called once with its own pointer.
            unsafe { free(self.opaque.0) };
        }
    }
}

impl<F: Copy> Callback<F> {
    /// The program's function.
    pub fn function(&self) -> F {
        self.function
    }
}

impl HandleCallback {
    /// A watch of the library's own; `closure` gets the watch's number, the descriptor, and what it is ready for.
    pub fn from_closure(closure: impl Fn(c_int, c_int, c_int) + Send + Sync + 'static) -> Self {
        let closure: HandleClosure = Box::new(closure);
        Self::new(
            Some(run_handle_closure),
            Box::into_raw(Box::new(closure)).cast(),
            Some(drop_boxed::<HandleClosure>),
        )
    }

    /// Tells the program that `fd` of `watch` is ready for `events` (`virEventHandleType`).
    pub fn invoke(&self, watch: c_int, fd: c_int, events: c_int) {
        if let Some(function) = self.function {
            // SAFETY: the program promised with the registration that it can be called like this.
            unsafe { function(watch, fd, events, self.opaque.0) };
        }
    }
}

/// What a watch of the library's own runs.
type HandleClosure = Box<dyn Fn(c_int, c_int, c_int) + Send + Sync>;
/// What a timer of the library's own runs.
type TimeoutClosure = Box<dyn Fn(c_int) + Send + Sync>;

impl TimeoutCallback {
    /// A timer of the library's own; `closure` gets the timer's number.
    pub fn from_closure(closure: impl Fn(c_int) + Send + Sync + 'static) -> Self {
        let closure: TimeoutClosure = Box::new(closure);
        Self::new(
            Some(run_timeout_closure),
            Box::into_raw(Box::new(closure)).cast(),
            Some(drop_boxed::<TimeoutClosure>),
        )
    }

    /// Tells the program that `timer` is due.
    pub fn invoke(&self, timer: c_int) {
        if let Some(function) = self.function {
            // SAFETY: the program promised with the registration that it can be called like this.
            unsafe { function(timer, self.opaque.0) };
        }
    }
}

impl StreamCallback {
    /// Tells the program what happened to `stream`: `virStreamEventType`.
    pub fn invoke(&self, stream: &Arc<Stream>, events: c_int) {
        if let Some(function) = self.function {
            // SAFETY: the program promised with the registration that it can be called like this; the stream
            // lives for the call.
            unsafe { function(Arc::as_ptr(stream).cast_mut().cast(), events, self.opaque.0) };
        }
    }
}

/// Stands on every way from an event loop to user code, where no panic can be caught: catching would also catch
/// the end of the thread, when a callback calls `pthread_exit` or is cancelled, as Python does to threads that are
/// left over at its end. The C library ends the process for that. A panic of ours must not reach C either; it
/// ends the process here, as it does at the edge of any C function.
pub struct NoPanic;

impl Drop for NoPanic {
    fn drop(&mut self) {
        // A model test that fails says so by a panic in the midst of things.
        if std::thread::panicking() && !cfg!(shuttle) {
            std::process::abort();
        }
    }
}

unsafe extern "C-unwind" fn run_handle_closure(watch: c_int, fd: c_int, events: c_int, opaque: *mut c_void) {
    // SAFETY: only registered by `from_closure`, with a box that lives until `drop_boxed`.
    let closure = unsafe { &*opaque.cast::<HandleClosure>() };
    let _end = NoPanic;
    closure(watch, fd, events);
}

unsafe extern "C-unwind" fn run_timeout_closure(timer: c_int, opaque: *mut c_void) {
    // SAFETY: only registered by `from_closure`, with a box that lives until `drop_boxed`.
    let closure = unsafe { &*opaque.cast::<TimeoutClosure>() };
    let _end = NoPanic;
    closure(timer);
}

unsafe extern "C-unwind" fn drop_boxed<T>(opaque: *mut c_void) {
    // SAFETY: made by `from_closure` from a box of this type; event loops free a pointer once.
    drop(unsafe { Box::from_raw(opaque.cast::<T>()) });
}

/// An event loop of the program's own: the six functions of `virEventRegisterImpl`.
pub struct ForeignLoop {
    pub add_handle: virEventAddHandleFunc,
    pub update_handle: virEventUpdateHandleFunc,
    pub remove_handle: virEventRemoveHandleFunc,
    pub add_timeout: virEventAddTimeoutFunc,
    pub update_timeout: virEventUpdateTimeoutFunc,
    pub remove_timeout: virEventRemoveTimeoutFunc,
}

impl ForeignLoop {
    /// Returns the watch's number; if the loop refuses, the callback comes back.
    pub fn add_handle(
        &self,
        fd: c_int,
        events: c_int,
        callback: HandleCallback,
    ) -> Result<c_int, Refused<virEventHandleCallback>> {
        let watch = match self.add_handle {
            // SAFETY: the program gave this function for this use; it takes the callback over.
            Some(add) => unsafe { add(fd, events, callback.function, callback.opaque.0, callback.free) },
            None => -1,
        };
        callback.given_away(watch)
    }

    /// Changes what a watch waits for.
    pub fn update_handle(&self, watch: c_int, events: c_int) {
        if let Some(update) = self.update_handle {
            // SAFETY: the program gave this function for this use.
            unsafe { update(watch, events) };
        }
    }

    /// Returns what the program's function returns: 0, or negative if there is no such watch.
    pub fn remove_handle(&self, watch: c_int) -> c_int {
        // SAFETY: the program gave this function for this use.
        self.remove_handle.map_or(-1, |remove| unsafe { remove(watch) })
    }

    /// Returns the timer's number; if the loop refuses, the callback comes back.
    pub fn add_timeout(
        &self,
        timeout_ms: c_int,
        callback: TimeoutCallback,
    ) -> Result<c_int, Refused<virEventTimeoutCallback>> {
        let timer = match self.add_timeout {
            // SAFETY: the program gave this function for this use; it takes the callback over.
            Some(add) => unsafe { add(timeout_ms, callback.function, callback.opaque.0, callback.free) },
            None => -1,
        };
        callback.given_away(timer)
    }

    /// Changes a timer, counted from now.
    pub fn update_timeout(&self, timer: c_int, timeout_ms: c_int) {
        if let Some(update) = self.update_timeout {
            // SAFETY: the program gave this function for this use.
            unsafe { update(timer, timeout_ms) };
        }
    }

    /// Returns what the program's function returns: 0, or negative if there is no such timer.
    pub fn remove_timeout(&self, timer: c_int) -> c_int {
        // SAFETY: the program gave this function for this use.
        self.remove_timeout.map_or(-1, |remove| unsafe { remove(timer) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    #[test]
    fn a_closure_is_freed_with_its_timer() {
        let alive = Arc::new(());
        let held = Arc::clone(&alive);
        let callback =
            TimeoutCallback::from_closure(move |timer| assert_eq!((timer, Arc::strong_count(&held)), (7, 2)));
        callback.invoke(7);
        drop(callback);
        assert_eq!(Arc::strong_count(&alive), 1);
    }
}
