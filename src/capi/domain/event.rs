//! Registering for the events of domains: exported functions of the C API.

use std::ffi::{c_int, c_void};
use std::mem::transmute;
use std::sync::Arc;

use crate::abi::*;
use crate::capi::boundary::{Call, entry};
use crate::capi::domain::DOMAIN;
use crate::capi::listener::Registrar;
use crate::connect::Connect;
use crate::domain::Domain;
use crate::event::Class;
use crate::event::callback::EventFunction;

fn registrar<'a>(call: &'a Call, conn: &'a Arc<Connect>) -> Registrar<'a> {
    Registrar { call, conn, class: Class::Domain, from: DOMAIN }
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
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        // SAFETY: both are nullable function pointers; this one is only looked at.
        let function = unsafe { transmute::<virConnectDomainEventCallback, EventFunction>(cb) };
        registrar(call, &conn).deregister_old_style(function)
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
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        registrar(call, &conn).deregister_any(callbackID)
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
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        // SAFETY: both are nullable function pointers; a lifecycle event is called as what it was before.
        let function = unsafe { transmute::<virConnectDomainEventCallback, EventFunction>(cb) };
        registrar(call, &conn).register_old_style((function, opaque, freecb))?;
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
        let conn = unsafe { call.connect(conn, DOMAIN) }?;
        // SAFETY: both are nullable function pointers; the event id says what it was before.
        let function = unsafe { transmute::<virConnectDomainEventGenericCallback, EventFunction>(cb) };
        // SAFETY: contract of this function.
        unsafe {
            registrar(call, &conn).register_any::<Domain>(
                (dom.cast(), "dom"),
                eventID,
                (function, opaque, freecb),
            )
        }
    })
}
