//! Talking to the guest: agent, keys, time, passwords: exported functions of the C API.

use std::ffi::{c_char, c_int, c_longlong, c_uint, c_ulonglong};
use std::{ptr, slice};

use crate::abi::*;
use crate::capi::boundary::{Flag, entry, flag};
use crate::capi::domain::DOMAIN;
use crate::capi::typed_params::exchange::publish;
use crate::capi::{cstr, list};
use crate::driver::{GuestTime, Keys};
use crate::error::{Error, Result};

const LAST_KEYCODE_SET: c_uint = virKeycodeSet::VIR_KEYCODE_SET_QNUM as c_uint;
const KEYS_APPEND: Flag =
    flag!(virDomainAuthorizedSSHKeysSetFlags::VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND);
const KEYS_REMOVE: Flag =
    flag!(virDomainAuthorizedSSHKeysSetFlags::VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE);
/// `VIR_DOMAIN_SEND_KEY_MAX_KEYS`
const MAX_KEYS: usize = 16;

symver!(virDomainAgentSetResponseTimeout);
/// Sets how many seconds to wait for answers of the guest agent; the negative constants of
/// virDomainAgentResponseTimeoutValues select blocking or the default. Returns 0, or -1 on error.
///
/// Since: 5.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAgentSetResponseTimeout(
    domain: virDomainPtr,
    timeout: c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainAgentSetResponseTimeout", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        dom.driver().domain_agent_set_response_timeout(&dom, timeout, flags)
    })
}

symver!(virDomainAuthorizedSSHKeysGet);
/// Asks the guest agent for the public SSH keys that may log in as a guest user. Stores an array of
/// strings; the caller frees each string and the array with free(). Returns the number of keys, or -1
/// on error.
///
/// Since: 6.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAuthorizedSSHKeysGet(
    domain: virDomainPtr,
    user: *const c_char,
    keys: *mut *mut *mut c_char,
    flags: c_uint,
) -> c_int {
    entry("virDomainAuthorizedSSHKeysGet", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        // SAFETY: contract of this function.
        let user = unsafe { call.string(user, "user", DOMAIN) }?;
        let out = call.not_null(keys, "keys", DOMAIN)?;
        dom.conn().check_writable(DOMAIN, call.function())?;
        let found = dom.driver().domain_authorized_ssh_keys_get(&dom, user, flags)?;
        // SAFETY: contract of this function.
        unsafe { list::publish_names(&found, out.as_ptr()) }
    })
}

symver!(virDomainAuthorizedSSHKeysSet);
/// Replaces, extends or prunes the list of public SSH keys of a guest user, using the guest agent.
/// Without flags the given keys become the whole list. Returns 0, or -1 on error.
///
/// Since: 6.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAuthorizedSSHKeysSet(
    domain: virDomainPtr,
    user: *const c_char,
    keys: *mut *const c_char,
    nkeys: c_uint,
    flags: c_uint,
) -> c_int {
    entry("virDomainAuthorizedSSHKeysSet", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        // SAFETY: contract of this function.
        let user = unsafe { call.string(user, "user", DOMAIN) }?;
        if flags & (KEYS_APPEND.1 | KEYS_REMOVE.1) != 0 {
            call.not_null(keys, "keys", DOMAIN)?;
        }
        call.exclusive(flags, KEYS_APPEND, KEYS_REMOVE, DOMAIN)?;
        dom.conn().check_writable(DOMAIN, call.function())?;
        // SAFETY: contract of this function.
        let keys = unsafe { list::borrow(keys, nkeys) };
        // SAFETY: as above.
        let keys: Vec<&str> =
            keys.iter().map(|key| unsafe { call.string(*key, "keys", DOMAIN) }).collect::<Result<_>>()?;
        dom.driver().domain_authorized_ssh_keys_set(&dom, user, &keys, flags)?;
        Ok(0)
    })
}

symver!(virDomainGetGuestInfo);
/// Asks the guest agent for the groups of facts in the types mask (virDomainGuestInfoTypes), 0 for all
/// it can tell. Stores typed parameters to be freed with virTypedParamsFree(). Returns 0, or -1 on
/// error.
///
/// Since: 5.7.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetGuestInfo(
    domain: virDomainPtr,
    types: c_uint,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainGetGuestInfo", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        call.not_null(params, "params", DOMAIN)?;
        call.not_null(nparams, "nparams", DOMAIN)?;
        let found = dom.driver().domain_get_guest_info(&dom, types, flags)?;
        // SAFETY: contract of this function; neither is NULL.
        unsafe { publish(&found, params, nparams) }?;
        Ok(0)
    })
}

symver!(virDomainGetHostname);
/// Finds the guest's host name from the guest agent or from DHCP leases, as the flags choose. Returns a
/// string the caller frees with free(), or NULL on error.
///
/// Since: 0.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetHostname(domain: virDomainPtr, flags: c_uint) -> *mut c_char {
    entry("virDomainGetHostname", ptr::null_mut(), |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        Ok(cstr::publish(&dom.driver().domain_get_hostname(&dom, flags)?))
    })
}

symver!(virDomainGetMessages);
/// Lists notes about the domain, such as deprecated features in use or reasons it is tainted; 0 as
/// flags asks for all kinds. The caller frees each string and the array with free(). Returns the number
/// of messages, or -1 on error.
///
/// Since: 7.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetMessages(
    domain: virDomainPtr,
    msgs: *mut *mut *mut c_char,
    flags: c_uint,
) -> c_int {
    entry("virDomainGetMessages", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        let out = call.not_null(msgs, "msgs", DOMAIN)?;
        let found = dom.driver().domain_get_messages(&dom, flags)?;
        // SAFETY: contract of this function.
        unsafe { list::publish_names(&found, out.as_ptr()) }
    })
}

symver!(virDomainGetTime);
/// Asks the guest agent for the guest's clock: seconds since 1970 in UTC and nanoseconds. Returns 0, or
/// -1 on error.
///
/// Since: 1.2.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetTime(
    dom: virDomainPtr,
    seconds: *mut c_longlong,
    nseconds: *mut c_uint,
    flags: c_uint,
) -> c_int {
    entry("virDomainGetTime", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(dom) }?;
        let seconds = call.not_null(seconds, "seconds", DOMAIN)?;
        let nseconds = call.not_null(nseconds, "nseconds", DOMAIN)?;
        let time = dom.driver().domain_get_time(&dom, flags)?;
        // SAFETY: contract of this function.
        unsafe {
            seconds.write(time.seconds);
            nseconds.write(time.nanoseconds);
        }
        Ok(0)
    })
}

symver!(virDomainInjectNMI);
/// Sends a non-maskable interrupt to the guest. Returns 0, or -1 on error.
///
/// Since: 0.9.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainInjectNMI(domain: virDomainPtr, flags: c_uint) -> c_int {
    entry("virDomainInjectNMI", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        dom.driver().domain_inject_nmi(&dom, flags)?;
        Ok(0)
    })
}

symver!(virDomainPMSuspendForDuration);
/// Has the guest agent suspend the guest to memory, disk or both (virNodeSuspendTarget). The duration
/// in seconds until wake-up must be 0 where timed wake-up is not supported. Returns 0, or -1 on error.
///
/// Since: 0.9.10
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainPMSuspendForDuration(
    dom: virDomainPtr,
    target: c_uint,
    duration: c_ulonglong,
    flags: c_uint,
) -> c_int {
    entry("virDomainPMSuspendForDuration", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(dom) }?;
        dom.driver().domain_pm_suspend_for_duration(&dom, target, duration, flags)?;
        Ok(0)
    })
}

symver!(virDomainPMWakeup);
/// Wakes up a guest that is suspended by power management. Returns 0, or -1 on error.
///
/// Since: 0.9.11
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainPMWakeup(dom: virDomainPtr, flags: c_uint) -> c_int {
    entry("virDomainPMWakeup", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(dom) }?;
        dom.driver().domain_pm_wakeup(&dom, flags)?;
        Ok(0)
    })
}

symver!(virDomainSendKey);
/// Presses all given keys together for holdtime milliseconds and then releases them. The codes are of
/// the named code set, at most VIR_DOMAIN_SEND_KEY_MAX_KEYS of them. Returns 0, or -1 on error.
///
/// Since: 0.9.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSendKey(
    domain: virDomainPtr,
    codeset: c_uint,
    holdtime: c_uint,
    keycodes: *mut c_uint,
    nkeycodes: c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainSendKey", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        let codes = call.not_null(keycodes, "keycodes", DOMAIN)?;
        let bad = |argument, text| Error::bad_argument(DOMAIN, call.function(), argument, text);
        let count = usize::try_from(nkeycodes).unwrap_or(0);
        if count == 0 {
            return Err(Error::arg_must(DOMAIN, "nkeycodes", call.function(), "be greater than zero"));
        }
        if codeset > LAST_KEYCODE_SET {
            return Err(bad("codeset", format!("Unsupported codeset '{}'", codeset.cast_signed())));
        }
        if count > MAX_KEYS {
            return Err(bad("nkeycodes", format!("nkeycodes must be <= {MAX_KEYS}")));
        }
        // SAFETY: contract of this function: as many as said, for the call.
        let codes = unsafe { slice::from_raw_parts(codes.as_ptr(), count) };
        let keys = Keys { set: codeset, codes, hold_time_ms: holdtime };
        dom.driver().domain_send_key(&dom, keys, flags)?;
        Ok(0)
    })
}

symver!(virDomainSendProcessSignal);
/// Sends a signal (virDomainProcessSignal) to a process of the guest, given by its id there. Returns 0,
/// or -1 on error.
///
/// Since: 1.0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSendProcessSignal(
    domain: virDomainPtr,
    pid_value: c_longlong,
    signum: c_uint,
    flags: c_uint,
) -> c_int {
    entry("virDomainSendProcessSignal", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        if pid_value == 0 {
            return Err(Error::arg_must(DOMAIN, "pid_value", call.function(), "not be zero"));
        }
        dom.driver().domain_send_process_signal(&dom, pid_value, signum, flags)?;
        Ok(0)
    })
}

symver!(virDomainSetTime);
/// Has the guest agent set the guest's clock to a time in seconds and nanoseconds since 1970 in UTC or,
/// with the sync flag, to its hardware clock. Returns 0, or -1 on error.
///
/// Since: 1.2.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetTime(
    dom: virDomainPtr,
    seconds: c_longlong,
    nseconds: c_uint,
    flags: c_uint,
) -> c_int {
    entry("virDomainSetTime", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(dom) }?;
        dom.driver().domain_set_time(&dom, GuestTime { seconds, nanoseconds: nseconds }, flags)?;
        Ok(0)
    })
}

symver!(virDomainSetUserPassword);
/// Has the guest agent set the password of a guest user; a flag says that it is already hashed. Returns
/// 0, or -1 on error.
///
/// Since: 1.2.16
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetUserPassword(
    dom: virDomainPtr,
    user: *const c_char,
    password: *const c_char,
    flags: c_uint,
) -> c_int {
    entry("virDomainSetUserPassword", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(dom) }?;
        // SAFETY: contract of this function.
        let (user, password) =
            unsafe { (call.string(user, "user", DOMAIN)?, call.string(password, "password", DOMAIN)?) };
        dom.driver().domain_set_user_password(&dom, user, password, flags)?;
        Ok(0)
    })
}
