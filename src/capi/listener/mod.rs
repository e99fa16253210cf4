//! Programs that registered for events: what they are called with.
//!
//! The machinery behind `event::Events` knows no C; here an event becomes a handle and arguments. What the
//! registering functions of all classes have in common is here too.

mod domain;
mod filter;
mod register;

use std::any::Any;
use std::ffi::{CString, c_char};
use std::ptr;
use std::sync::Arc;

pub use self::filter::NameFilter;
pub use self::register::Registrar;
use crate::abi::*;
use crate::capi::handle::ObjectHandle;
use crate::connect::Connect;
use crate::domain::Domain;
use crate::event::callback::EventCallback;
use crate::event::payload::{NetworkEvent, NodeDeviceEvent, SecretEvent, StoragePoolEvent};
use crate::event::{Event, Lent, Listener};
use crate::object::{Network, NodeDevice, Secret, StoragePool};

/// Calls a function of the program as what it really is. A row: the callback, `as`, the type of the function,
/// its arguments but the last.
macro_rules! call {
    ($callback:ident as $kind:ident($($arg:expr),*)) => {{
        // SAFETY: both are nullable function pointers; a program registers a function of the event's own type
        // under a generic one, and the registrations give it events of that id only.
        let function = unsafe {
            std::mem::transmute::<$crate::event::callback::EventFunction, $kind>($callback.function())
        };
        if let Some(function) = function {
            // SAFETY: as above; handles and texts live for the duration of the call.
            unsafe { function($($arg,)* $callback.opaque()) };
        }
    }};
}
use call;

/// A registration as the program made it. Fields in the order in which they are dropped: the program's pointer
/// is freed while the connection is still there.
pub struct Program {
    callback: EventCallback,
    /// Which events of the monitor are wanted; `None` for all, and in all other classes.
    filter: Option<NameFilter>,
    conn: Arc<Connect>,
}

impl Listener for Program {
    fn tell(&self, event: &Event, lent: &mut Lent) {
        if let (Some(filter), Event::Monitor(_, event)) = (&self.filter, event)
            && !filter.matches(&event.name)
        {
            return;
        }
        let callback = &self.callback;
        let texts = lent.texts.take().unwrap_or_else(|| event.texts());
        let text = |index| text_at(&texts, index);
        let handle = &mut lent.handle;
        match event {
            Event::Domain(key, event) => self.lend::<Domain, _>(handle, key, |conn, dom| {
                domain::call(callback, conn, dom, event, &texts);
            }),
            Event::Monitor(key, event) => self.lend::<Domain, _>(handle, key, |conn, dom| {
                call!(callback as virConnectDomainQemuMonitorEventCallback(
                    conn, dom, text(0), event.seconds, event.micros, text(1)
                ));
            }),
            Event::Network(key, event) => self.lend::<Network, _>(handle, key, |conn, net| match *event {
                NetworkEvent::Lifecycle { event, detail } => {
                    call!(callback as virConnectNetworkEventLifecycleCallback(conn, net, event, detail));
                }
                NetworkEvent::MetadataChange { kind, .. } => {
                    call!(callback as virConnectNetworkEventMetadataChangeCallback(conn, net, kind, text(0)));
                }
            }),
            Event::StoragePool(key, event) => {
                self.lend::<StoragePool, _>(handle, key, |conn, pool| match *event {
                    StoragePoolEvent::Lifecycle { event, detail } => {
                        call!(
                            callback
                                as virConnectStoragePoolEventLifecycleCallback(conn, pool, event, detail)
                        );
                    }
                    StoragePoolEvent::Refresh => {
                        call!(callback as virConnectStoragePoolEventGenericCallback(conn, pool));
                    }
                })
            }
            Event::NodeDevice(key, event) => {
                self.lend::<NodeDevice, _>(handle, key, |conn, dev| match *event {
                    NodeDeviceEvent::Lifecycle { event, detail } => {
                        call!(
                            callback as virConnectNodeDeviceEventLifecycleCallback(conn, dev, event, detail)
                        );
                    }
                    NodeDeviceEvent::Update => {
                        call!(callback as virConnectNodeDeviceEventGenericCallback(conn, dev));
                    }
                })
            }
            Event::Secret(key, event) => self.lend::<Secret, _>(handle, key, |conn, secret| match *event {
                SecretEvent::Lifecycle { event, detail } => {
                    call!(callback as virConnectSecretEventLifecycleCallback(conn, secret, event, detail));
                }
                SecretEvent::ValueChanged => {
                    call!(callback as virConnectSecretEventGenericCallback(conn, secret));
                }
            }),
        }
        lent.texts = Some(texts);
    }

    fn refuse(self: Box<Self>) {
        self.callback.disarm();
    }
}

impl Program {
    /// Runs `call` with the connection and a handle for `key`. One handle serves all callbacks of a
    /// connection, unless one of them kept or changed it.
    fn lend<T: ObjectHandle, P>(
        &self,
        lent: &mut Option<Arc<dyn Any + Send + Sync>>,
        key: &T::Key,
        call: impl FnOnce(virConnectPtr, *mut P),
    ) {
        let handle = lent.take().and_then(|handle| handle.downcast::<T>().ok());
        let handle = handle.filter(|handle| {
            Arc::strong_count(handle) == 1 && Arc::ptr_eq(handle.conn(), &self.conn) && handle.is_as_new(key)
        });
        let handle = handle.unwrap_or_else(|| Arc::new(T::new(Arc::clone(&self.conn), key.clone())));
        call(Arc::as_ptr(&self.conn).cast_mut().cast(), Arc::as_ptr(&handle).cast_mut().cast());
        *lent = Some(handle);
    }
}

/// The text at `index`; NULL where the event has none.
fn text_at(texts: &[Option<CString>], index: usize) -> *const c_char {
    texts.get(index).and_then(Option::as_deref).map_or(ptr::null(), |text| text.as_ptr())
}
