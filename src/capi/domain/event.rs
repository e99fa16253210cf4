//! Registering for the events of domains: exported functions of the C API.

use std::ffi::{c_int, c_void};
use std::mem::transmute;
use std::sync::Arc;

use crate::abi::*;
use crate::capi::boundary::{Call, entry};
use crate::capi::handle::{Kind, borrow};
use crate::connect::Connect;
use crate::domain::Domain;
use crate::error::{Error, ErrorDomain, Result};
use crate::event::callback::DomainCallback;
use crate::event::domain::{CallbackId, DomainEvents, EventId, Subscription};
use crate::ident::Uuid;

/// Where the events of a connection come from.
fn events<'a>(conn: &'a Arc<Connect>, call: &Call) -> Result<&'a Arc<DomainEvents>> {
    let driver = conn.driver();
    driver.domain_events().ok_or_else(|| driver.unsupported(ErrorDomain::VIR_FROM_DOMAIN, call.function()))
}

/// The domain that a registration is for; NULL stands for all. The error is noted on `conn`, not on the
/// domain's own connection.
///
/// # Safety
/// `dom` is NULL or a live handle.
unsafe fn domain_of(conn: &Arc<Connect>, dom: virDomainPtr, call: &Call) -> Result<Option<Uuid>> {
    if dom.is_null() {
        return Ok(None);
    }
    // SAFETY: contract of this function.
    let dom = unsafe { borrow::<Domain>(dom.cast()) }.ok_or_else(|| call.invalid(Kind::Domain))?;
    if !Arc::ptr_eq(dom.conn(), conn) {
        let text = format!("domain '{}' must match connection", dom.name());
        return Err(Error::bad_argument(ErrorDomain::VIR_FROM_DOMAIN, call.function(), "dom", text));
    }
    Ok(Some(*dom.uuid()))
}

fn null_callback(call: &Call) -> Error {
    Error::null_arg(ErrorDomain::VIR_FROM_DOMAIN, "cb", call.function())
}

fn not_negative(argument: &str, call: &Call) -> Error {
    Error::arg_must(ErrorDomain::VIR_FROM_DOMAIN, argument, call.function(), "be zero or greater")
}

symver!(virConnectDomainEventDeregister);
/// Removes a lifecycle callback that was added with virConnectDomainEventRegister(), found by its
/// function pointer. The free callback given at registration then runs on the opaque data. Returns 0 or
/// a positive count, or -1 on error.
///
/// Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainEventDeregister(
    conn: virConnectPtr,
    cb: virConnectDomainEventCallback,
) -> c_int {
    entry("virConnectDomainEventDeregister", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        let Some(function) = cb else { return Err(null_callback(call)) };
        events(&conn, call)?.deregister_old_style(&conn, function as usize)?;
        Ok(0)
    })
}

symver!(virConnectDomainEventDeregisterAny);
/// Removes the domain event callback with the id that virConnectDomainEventRegisterAny() returned. Its
/// free callback runs once no delivery is in progress. Returns 0, or -1 on error.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainEventDeregisterAny(conn: virConnectPtr, callbackID: c_int) -> c_int {
    entry("virConnectDomainEventDeregisterAny", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        if callbackID < 0 {
            return Err(not_negative("callbackID", call));
        }
        events(&conn, call)?.deregister(&conn, CallbackId(callbackID))?;
        Ok(0)
    })
}

symver!(virConnectDomainEventRegister);
/// Adds a callback for lifecycle events of every domain of the connection. Needs an event loop, and is
/// superseded by virConnectDomainEventRegisterAny(). Returns 0 or a positive count, or -1 on error.
///
/// Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainEventRegister(
    conn: virConnectPtr,
    cb: virConnectDomainEventCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> c_int {
    entry("virConnectDomainEventRegister", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        if cb.is_none() {
            return Err(null_callback(call));
        }
        // SAFETY: both are nullable function pointers; a lifecycle event is called as what it was before.
        let cb =
            unsafe { transmute::<virConnectDomainEventCallback, virConnectDomainEventGenericCallback>(cb) };
        let events = events(&conn, call)?;
        events.register(Subscription {
            event: EventId::LIFECYCLE,
            domain: None,
            callback: DomainCallback::new(cb, opaque, freecb),
            conn: Arc::clone(&conn),
            old_style: true,
        })?;
        Ok(0)
    })
}

symver!(virConnectDomainEventRegisterAny);
/// Adds a callback for one kind of domain event (virDomainEventID), for one domain or, with a NULL
/// domain, for all of them. Cast the callback, whose real type depends on the event id, to the generic
/// type. Returns a callback id for deregistration, or -1 on error.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainEventRegisterAny(
    conn: virConnectPtr,
    dom: virDomainPtr,
    eventID: c_int,
    cb: virConnectDomainEventGenericCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> c_int {
    entry("virConnectDomainEventRegisterAny", -1, |call| {
        // SAFETY: contract of this function.
        let conn = unsafe { call.connect(conn, ErrorDomain::VIR_FROM_DOMAIN) }?;
        // SAFETY: contract of this function.
        let domain = unsafe { domain_of(&conn, dom, call) }?;
        if cb.is_none() {
            return Err(null_callback(call));
        }
        if eventID < 0 {
            return Err(not_negative("eventID", call));
        }
        let event = EventId::new(eventID).ok_or_else(|| {
            let text = format!("eventID must be less than {}", EventId::COUNT);
            Error::bad_argument(ErrorDomain::VIR_FROM_DOMAIN, call.function(), "eventID", text)
        })?;
        let events = events(&conn, call)?;
        let id = events.register(Subscription {
            event,
            domain,
            callback: DomainCallback::new(cb, opaque, freecb),
            conn: Arc::clone(&conn),
            old_style: false,
        })?;
        Ok(id.0)
    })
}
