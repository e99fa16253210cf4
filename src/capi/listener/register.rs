//! What the registering functions of all classes have in common.

use std::ffi::{c_int, c_void};
use std::sync::Arc;

use super::{NameFilter, Program};
use crate::abi::virFreeCallback;
use crate::capi::boundary::Call;
use crate::capi::handle::{ObjectHandle, borrow};
use crate::connect::Connect;
use crate::error::{Error, ErrorDomain, Result};
use crate::event::callback::{EventCallback, EventFunction};
use crate::event::{About, CallbackId, Class, Events, Filter, Owner, Subscription, Topic};

/// What a program wants to be called with: its function, its pointer, and what frees the pointer.
pub type Wish = (EventFunction, *mut c_void, virFreeCallback);

/// A call that registers or deregisters, with its checked connection: for which class, and where errors come
/// from.
pub struct Registrar<'a> {
    pub call: &'a Call,
    pub conn: &'a Arc<Connect>,
    pub class: Class,
    pub from: ErrorDomain,
}

impl Registrar<'_> {
    /// Registers for `event_id` of the object behind the argument `name`; NULL stands for all objects. Returns
    /// the registration's number.
    ///
    /// # Safety
    /// `object` is NULL or a live handle; the function of `wish` is of the type that the id asks for.
    pub unsafe fn register_any<T: ObjectHandle<Key: Into<About>>>(
        &self,
        (object, name): (*mut c_void, &str),
        event_id: c_int,
        wish: Wish,
    ) -> Result<c_int> {
        // SAFETY: contract of this function.
        let object = unsafe { self.object::<T>(object, name) }?;
        self.check_function(wish.0)?;
        if event_id < 0 {
            return Err(self.not_negative("eventID"));
        }
        let topic = Topic::new(self.class, event_id).ok_or_else(|| {
            let text = format!("eventID{} must be less than {}", self.place(), self.class.ids());
            Error::bad_argument(self.from, self.call.function(), "eventID", text)
        })?;
        self.register(topic, object, wish, None, false)
    }

    /// Registers for what QEMU's monitors say; `filter` makes the filter, and it may fail.
    ///
    /// # Safety
    /// `object` is NULL or a live handle; the function of `wish` is of the type that the class asks for.
    pub unsafe fn register_monitor<T: ObjectHandle<Key: Into<About>>>(
        &self,
        object: (*mut c_void, &str),
        filter: impl FnOnce() -> Result<Option<(NameFilter, Filter)>>,
        wish: Wish,
    ) -> Result<c_int> {
        // SAFETY: contract of this function.
        let object = unsafe { self.object::<T>(object.0, object.1) }?;
        self.check_function(wish.0)?;
        self.events()?;
        self.register(Topic::MONITOR, object, wish, filter()?, false)
    }

    /// Registers for the lifecycle of all domains, to be found by its function.
    pub fn register_old_style(&self, wish: Wish) -> Result<()> {
        self.check_function(wish.0)?;
        self.register(Topic::DOMAIN_LIFECYCLE, None, wish, None, true).map(|_| ())
    }

    /// Takes the registration with this number back, of whatever class it is.
    pub fn deregister_any(&self, id: c_int) -> Result<c_int> {
        if id < 0 {
            return Err(self.not_negative("callbackID"));
        }
        self.events()?.deregister(owner(self.conn), CallbackId(id))?;
        Ok(0)
    }

    /// Takes the old-style registration of `function` back.
    pub fn deregister_old_style(&self, function: EventFunction) -> Result<c_int> {
        self.check_function(function)?;
        self.events()?.deregister_old_style(owner(self.conn), address(function))?;
        Ok(0)
    }

    fn register(
        &self,
        topic: Topic,
        object: Option<About>,
        (function, opaque, free): Wish,
        filter: Option<(NameFilter, Filter)>,
        old_style: bool,
    ) -> Result<c_int> {
        let events = self.events()?;
        let (filter, asked) = filter.unzip();
        let subscription = Subscription {
            topic,
            object,
            filter: asked,
            owner: owner(self.conn),
            function: Some(address(function)),
            listener: Box::new(Program {
                callback: EventCallback::new(function, opaque, free),
                filter,
                conn: Arc::clone(self.conn),
            }),
            old_style,
        };
        Ok(events.register(subscription)?.0)
    }

    /// Where the events of the class come from. Kept for the call: the connection may end with the registration
    /// that is taken back, and the driver with the connection.
    fn events(&self) -> Result<Arc<Events>> {
        let driver = self.conn.driver();
        let events = driver.events(self.class).map(Arc::clone);
        events.ok_or_else(|| driver.unsupported(self.from, self.call.function()))
    }

    /// # Safety
    /// `ptr` is NULL or a live handle.
    unsafe fn object<T: ObjectHandle<Key: Into<About>>>(
        &self,
        ptr: *mut c_void,
        name: &str,
    ) -> Result<Option<About>> {
        if ptr.is_null() {
            return Ok(None);
        }
        // SAFETY: contract of this function.
        let handle = unsafe { borrow::<T>(ptr) }.ok_or_else(|| self.call.invalid(T::KIND))?;
        // The error is noted on the given connection, not on the object's own.
        if !Arc::ptr_eq(handle.conn(), self.conn) {
            let text = format!("{}{} must match connection", handle.title(), self.place());
            return Err(Error::bad_argument(self.from, self.call.function(), name, text));
        }
        Ok(Some(handle.key().into()))
    }

    fn check_function(&self, function: EventFunction) -> Result<()> {
        function.map(drop).ok_or_else(|| Error::null_arg(self.from, "cb", self.call.function()))
    }

    fn not_negative(&self, argument: &str) -> Error {
        Error::arg_must(self.from, argument, self.call.function(), "be zero or greater")
    }

    /// As libvirt: the texts of the oldest class do not say where.
    fn place(&self) -> String {
        if self.class == Class::Domain { String::new() } else { format!(" in {}", self.call.function()) }
    }
}

/// The connection as the registrations know it.
fn owner(conn: &Arc<Connect>) -> Owner {
    Owner(Arc::as_ptr(conn).addr())
}

fn address(function: EventFunction) -> usize {
    function.map_or(0, |function| function as usize)
}
