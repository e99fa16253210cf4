//! Calls into user code: one type per kind of callback. All of them are here.
//!
//! A callback is a C function, an opaque pointer that belongs to the program, and maybe a function that
//! frees it. No lock of the library is held while one of them runs. [`DomainCallback`] turns events into
//! C arguments.

use std::ffi::{CString, c_char, c_int, c_void};
use std::mem::transmute;
use std::ptr;
use std::sync::Arc;

use crate::abi::*;
use crate::connect::Connect;
use crate::domain::Domain;
use crate::event::payload::{DomainEvent, GraphicsAddress, GraphicsEvent};
use crate::stream::Stream;
use crate::typed_param::{TypedParameter, TypedValue};

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
/// For what happens to a stream.
pub type StreamCallback = Callback<virStreamEventCallback>;
/// For an event of a domain; the true type of the function depends on the event id.
pub type DomainCallback = Callback<virConnectDomainEventGenericCallback>;

impl<F> Callback<F> {
    /// Takes the program's callback over.
    pub fn new(function: F, opaque: *mut c_void, free: virFreeCallback) -> Self {
        Self { function, opaque: Opaque(opaque), free }
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
        if std::thread::panicking() {
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

/// Calls a domain event's function as what it really is: a row of [`DomainCallback::invoke`].
macro_rules! call {
    ($callback:ident as $kind:ident($conn:ident, $dom:ident $(, $arg:expr)*)) => {{
        // SAFETY: both are nullable function pointers; a program registers a function of the event's own
        // type under the generic one, and `registrations` calls it for events of that id only.
        #[allow(clippy::useless_transmute, reason = "the generic type is the type of some events")]
        let function = unsafe { transmute::<virConnectDomainEventGenericCallback, $kind>($callback.function) };
        if let Some(function) = function {
            // SAFETY: as above; handles and texts live for the duration of the call.
            unsafe { function($conn, $dom, $($arg,)* $callback.opaque.0) };
        }
    }};
}

impl DomainCallback {
    /// What identifies the function to the program.
    pub fn address(&self) -> usize {
        self.function.map_or(0, |function| function as usize)
    }

    /// Tells the program of `event`, whose [`DomainEvent::texts`] are `texts`.
    pub fn invoke(
        &self,
        conn: &Arc<Connect>,
        dom: &Arc<Domain>,
        event: &DomainEvent,
        texts: &[Option<CString>],
    ) {
        let conn: virConnectPtr = Arc::as_ptr(conn).cast_mut().cast();
        let dom: virDomainPtr = Arc::as_ptr(dom).cast_mut().cast();
        let text = |index| text_at(texts, index);
        match *event {
            DomainEvent::Lifecycle { event, detail } => {
                call!(self as virConnectDomainEventCallback(conn, dom, event, detail));
            }
            DomainEvent::Reboot | DomainEvent::ControlError => {
                if let Some(function) = self.function {
                    // SAFETY: the program promised with the registration that it can be called like this.
                    unsafe { function(conn, dom, self.opaque.0) };
                }
            }
            DomainEvent::RtcChange { offset_s } => {
                call!(self as virConnectDomainEventRTCChangeCallback(conn, dom, offset_s));
            }
            DomainEvent::Watchdog { action } => {
                call!(self as virConnectDomainEventWatchdogCallback(conn, dom, action));
            }
            DomainEvent::IoError { action, .. } => {
                call!(self as virConnectDomainEventIOErrorCallback(conn, dom, text(0), text(1), action));
            }
            DomainEvent::Graphics(ref graphics) => self.invoke_graphics(conn, dom, graphics, texts),
            DomainEvent::IoErrorReason { action, .. } => call!(
                self as virConnectDomainEventIOErrorReasonCallback(conn, dom, text(0), text(1), action, text(2))
            ),
            DomainEvent::BlockJob { kind, status, .. } | DomainEvent::BlockJob2 { kind, status, .. } => {
                call!(self as virConnectDomainEventBlockJobCallback(conn, dom, text(0), kind, status));
            }
            DomainEvent::DiskChange { reason, .. } => call!(
                self as virConnectDomainEventDiskChangeCallback(conn, dom, text(0), text(1), text(2), reason)
            ),
            DomainEvent::TrayChange { reason, .. } => {
                call!(self as virConnectDomainEventTrayChangeCallback(conn, dom, text(0), reason));
            }
            // The reason of the power events is reserved: always 0.
            DomainEvent::PmWakeup => call!(self as virConnectDomainEventPMWakeupCallback(conn, dom, 0)),
            DomainEvent::PmSuspend => call!(self as virConnectDomainEventPMSuspendCallback(conn, dom, 0)),
            DomainEvent::PmSuspendDisk => {
                call!(self as virConnectDomainEventPMSuspendDiskCallback(conn, dom, 0));
            }
            DomainEvent::BalloonChange { actual_kib } => {
                call!(self as virConnectDomainEventBalloonChangeCallback(conn, dom, actual_kib));
            }
            DomainEvent::DeviceRemoved { .. } => {
                call!(self as virConnectDomainEventDeviceRemovedCallback(conn, dom, text(0)));
            }
            DomainEvent::Tunable { ref params } => {
                let (mut params, count) = typed_parameters(params, texts);
                call!(self as virConnectDomainEventTunableCallback(conn, dom, params.as_mut_ptr(), count));
            }
            DomainEvent::AgentLifecycle { state, reason } => {
                call!(self as virConnectDomainEventAgentLifecycleCallback(conn, dom, state, reason));
            }
            DomainEvent::DeviceAdded { .. } => {
                call!(self as virConnectDomainEventDeviceAddedCallback(conn, dom, text(0)));
            }
            DomainEvent::MigrationIteration { iteration } => {
                call!(self as virConnectDomainEventMigrationIterationCallback(conn, dom, iteration));
            }
            DomainEvent::JobCompleted { ref params } => {
                let (mut params, count) = typed_parameters(params, texts);
                call!(self as virConnectDomainEventJobCompletedCallback(conn, dom, params.as_mut_ptr(), count));
            }
            DomainEvent::DeviceRemovalFailed { .. } => {
                call!(self as virConnectDomainEventDeviceRemovalFailedCallback(conn, dom, text(0)));
            }
            DomainEvent::MetadataChange { kind, .. } => {
                call!(self as virConnectDomainEventMetadataChangeCallback(conn, dom, kind, text(0)));
            }
            DomainEvent::BlockThreshold { threshold_bytes, excess_bytes, .. } => call!(
                self as virConnectDomainEventBlockThresholdCallback(
                    conn, dom, text(0), text(1), threshold_bytes, excess_bytes
                )
            ),
            DomainEvent::MemoryFailure { recipient, action, flags } => {
                call!(
                    self as virConnectDomainEventMemoryFailureCallback(conn, dom, recipient, action, flags)
                );
            }
            DomainEvent::MemoryDeviceSizeChange { size_kib, .. } => {
                call!(self as virConnectDomainEventMemoryDeviceSizeChangeCallback(conn, dom, text(0), size_kib));
            }
            DomainEvent::NicMacChange { .. } => {
                call!(self as virConnectDomainEventNICMACChangeCallback(conn, dom, text(0), text(1), text(2)));
            }
            DomainEvent::VcpuRemoved { vcpu } => {
                call!(self as virConnectDomainEventVcpuRemovedCallback(conn, dom, vcpu));
            }
            DomainEvent::ChannelLifecycle { state, reason, .. } => {
                call!(self as virConnectDomainEventChannelLifecycleCallback(conn, dom, text(0), state, reason));
            }
        }
    }

    fn invoke_graphics(
        &self,
        conn: virConnectPtr,
        dom: virDomainPtr,
        event: &GraphicsEvent,
        texts: &[Option<CString>],
    ) {
        let text = |index| text_at(texts, index).cast_mut();
        let end = |address: &GraphicsAddress, index| virDomainEventGraphicsAddress {
            family: address.family,
            node: text(index),
            service: text(index + 1),
        };
        let (local, remote) = (end(&event.local, 0), end(&event.remote, 2));
        let mut identities: Vec<_> = (0..event.subject.len())
            .map(|index| virDomainEventGraphicsSubjectIdentity {
                r#type: text(5 + 2 * index),
                name: text(6 + 2 * index),
            })
            .collect();
        let subject = virDomainEventGraphicsSubject {
            nidentity: c_int::try_from(identities.len()).unwrap_or(0),
            identities: if identities.is_empty() { ptr::null_mut() } else { identities.as_mut_ptr() },
        };
        call!(
            self as virConnectDomainEventGraphicsCallback(
                conn, dom, event.phase, &raw const local, &raw const remote, text(4), &raw const subject
            )
        );
    }
}

/// The text at `index`; NULL where the event has none.
fn text_at(texts: &[Option<CString>], index: usize) -> *const c_char {
    texts.get(index).and_then(Option::as_deref).map_or(ptr::null(), |text| text.as_ptr())
}

/// The C form of `params`, whose string values are in `texts` at the same index; and their number.
fn typed_parameters(params: &[TypedParameter], texts: &[Option<CString>]) -> (Vec<virTypedParameter>, c_int) {
    use _virTypedParameterType::*;
    use _virTypedParameterValue as Value;
    let convert = |(index, param): (usize, &TypedParameter)| {
        let (kind, value) = match param.value {
            TypedValue::Int(i) => (VIR_TYPED_PARAM_INT, Value { i }),
            TypedValue::UInt(ui) => (VIR_TYPED_PARAM_UINT, Value { ui }),
            TypedValue::LLong(l) => (VIR_TYPED_PARAM_LLONG, Value { l }),
            TypedValue::ULLong(ul) => (VIR_TYPED_PARAM_ULLONG, Value { ul }),
            TypedValue::Double(d) => (VIR_TYPED_PARAM_DOUBLE, Value { d }),
            TypedValue::Boolean(b) => (VIR_TYPED_PARAM_BOOLEAN, Value { b: c_char::from(b) }),
            TypedValue::String(_) => (VIR_TYPED_PARAM_STRING, Value { s: text_at(texts, index).cast_mut() }),
        };
        let mut field = [0; 80];
        for (to, from) in field[..79].iter_mut().zip(param.field.bytes()) {
            *to = from as c_char;
        }
        virTypedParameter { field, r#type: kind as c_int, value }
    };
    let params: Vec<_> = params.iter().enumerate().map(convert).collect();
    let count = c_int::try_from(params.len()).unwrap_or(0);
    (params, count)
}

#[cfg(test)]
mod tests;
