//! The callbacks: each writes down what it was called with, as text. A function per type of callback.

use std::ffi::{CStr, c_char, c_int, c_longlong, c_uchar, c_uint, c_ulonglong, c_void};
use std::mem::transmute;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use virt::abi::*;
use virt::capi::domain::lookup::*;
use virt::capi::network::*;
use virt::capi::nodedev::*;
use virt::capi::secret::*;
use virt::capi::storage::*;
use virt::event::callback::EventFunction;

/// What a registration's opaque pointer points to.
#[derive(Default)]
pub struct Heard {
    conn: AtomicUsize,
    notes: Mutex<Vec<String>>,
    freed: AtomicUsize,
}

impl Heard {
    /// For callbacks of a registration made through `conn`.
    pub fn new(conn: virConnectPtr) -> Self {
        Self { conn: AtomicUsize::new(conn.addr()), ..Self::default() }
    }

    pub fn opaque(&self) -> *mut c_void {
        (&raw const *self).cast_mut().cast()
    }

    /// What was heard since the last time.
    pub fn take(&self) -> Vec<String> {
        std::mem::take(&mut *self.notes.lock().expect("no panic"))
    }

    /// How often the free function ran.
    pub fn freed(&self) -> usize {
        self.freed.load(Ordering::Relaxed)
    }
}

/// The free function.
pub unsafe extern "C-unwind" fn freed(opaque: *mut c_void) {
    // SAFETY: only registered with a `Heard` that outlives the registration.
    unsafe { &*opaque.cast::<Heard>() }.freed.fetch_add(1, Ordering::Relaxed);
}

fn heard(opaque: *mut c_void, conn: virConnectPtr, object: String, arguments: Vec<String>) {
    // SAFETY: only registered with a `Heard` that outlives the registration.
    let heard = unsafe { &*opaque.cast::<Heard>() };
    assert_eq!(heard.conn.load(Ordering::Relaxed), conn.addr(), "the registration's own connection");
    assert_eq!(heard.freed(), 0, "called after it was freed");
    let all: Vec<_> = std::iter::once(object).chain(arguments).collect();
    heard.notes.lock().expect("no panic").push(all.join(" "));
}

/// What a callback's argument looks like.
trait Show {
    fn show(self) -> String;
}

macro_rules! numbers {
    ($($type:ty),*) => {
        $(impl Show for $type {
            fn show(self) -> String {
                self.to_string()
            }
        })*
    };
}

numbers!(c_int, c_uint, c_longlong, c_ulonglong);

impl Show for *const c_char {
    fn show(self) -> String {
        if self.is_null() {
            return "NULL".into();
        }
        // SAFETY: the library hands out NULL or C strings.
        format!("'{}'", unsafe { CStr::from_ptr(self) }.to_str().expect("UTF-8"))
    }
}

impl Show for *const virDomainEventGraphicsAddress {
    fn show(self) -> String {
        // SAFETY: the library hands out structures that live for the call.
        let address = unsafe { &*self };
        format!(
            "[{} {} {}]",
            address.family,
            address.node.cast_const().show(),
            address.service.cast_const().show()
        )
    }
}

impl Show for *const virDomainEventGraphicsSubject {
    fn show(self) -> String {
        // SAFETY: as above.
        let subject = unsafe { &*self };
        assert_eq!(subject.identities.is_null(), subject.nidentity == 0);
        let identity = |index: c_int| {
            // SAFETY: as many as the structure says.
            let identity = unsafe { &*subject.identities.offset(index as isize) };
            format!("{}={}", identity.r#type.cast_const().show(), identity.name.cast_const().show())
        };
        format!("{{{}}}", (0..subject.nidentity).map(identity).collect::<Vec<_>>().join(" "))
    }
}

/// `virTypedParameterPtr` and the count that follows it.
fn show_params(params: virTypedParameterPtr, count: c_int) -> String {
    let show = |index: c_int| {
        // SAFETY: as many as the library says; the type says which member of the value counts.
        unsafe {
            let param = &*params.offset(index as isize);
            let value = match param.r#type {
                1 => param.value.i.show(),
                2 => param.value.ui.show(),
                3 => param.value.l.show(),
                4 => param.value.ul.show(),
                5 => param.value.d.to_string(),
                6 => param.value.b.to_string(),
                7 => param.value.s.cast_const().show(),
                other => panic!("type {other}"),
            };
            format!("{}:{}={value}", param.r#type, param.field.as_ptr().show())
        }
    };
    format!("({})", (0..count).map(show).collect::<Vec<_>>().join(" "))
}

/// A handle that a callback gets, looked at with the exported functions.
trait Look {
    fn look(self, conn: virConnectPtr) -> String;
}

fn uuid_text(write: impl FnOnce(*mut c_char) -> c_int, copy: impl FnOnce(*mut c_uchar) -> c_int) -> String {
    let (mut text, mut bytes) = ([0; 37], [0; 16]);
    assert_eq!((write(text.as_mut_ptr()), copy(bytes.as_mut_ptr())), (0, 0));
    // SAFETY: just written, with its NUL.
    let text = unsafe { CStr::from_ptr(text.as_ptr()) }.to_str().expect("ASCII");
    assert_eq!(text.replace('-', ""), bytes.map(|byte| format!("{byte:02x}")).concat());
    text[..2].to_owned()
}

impl Look for virDomainPtr {
    fn look(self, conn: virConnectPtr) -> String {
        // SAFETY: a live handle.
        unsafe {
            assert_eq!(virDomainGetConnect(self), conn);
            let uuid = uuid_text(|to| virDomainGetUUIDString(self, to), |to| virDomainGetUUID(self, to));
            format!("{}/{uuid}/{}", virDomainGetName(self).show(), virDomainGetID(self).cast_signed())
        }
    }
}

impl Look for virNetworkPtr {
    fn look(self, conn: virConnectPtr) -> String {
        // SAFETY: a live handle.
        unsafe {
            assert_eq!(virNetworkGetConnect(self), conn);
            let uuid = uuid_text(|to| virNetworkGetUUIDString(self, to), |to| virNetworkGetUUID(self, to));
            format!("{}/{uuid}", virNetworkGetName(self).show())
        }
    }
}

impl Look for virStoragePoolPtr {
    fn look(self, conn: virConnectPtr) -> String {
        // SAFETY: a live handle.
        unsafe {
            assert_eq!(virStoragePoolGetConnect(self), conn);
            let uuid =
                uuid_text(|to| virStoragePoolGetUUIDString(self, to), |to| virStoragePoolGetUUID(self, to));
            format!("{}/{uuid}", virStoragePoolGetName(self).show())
        }
    }
}

impl Look for virNodeDevicePtr {
    fn look(self, _: virConnectPtr) -> String {
        // SAFETY: a live handle.
        unsafe { virNodeDeviceGetName(self) }.show()
    }
}

impl Look for virSecretPtr {
    fn look(self, conn: virConnectPtr) -> String {
        // SAFETY: a live handle.
        unsafe {
            assert_eq!(virSecretGetConnect(self), conn);
            let uuid = uuid_text(|to| virSecretGetUUIDString(self, to), |to| virSecretGetUUID(self, to));
            format!("{uuid}/{}/{}", virSecretGetUsageType(self), virSecretGetUsageID(self).show())
        }
    }
}

/// A callback with the name of its type.
pub type Typed = (&'static str, EventFunction);

/// Declares callbacks. A row: name, type of the public header, handle, further arguments, what is written down
/// of them, result.
macro_rules! callbacks {
    ($($name:ident: $kind:ident($handle:ty $(, $arg:ident: $type:ty)*) => [$($show:expr),*] $(, $value:literal as $out:ty)?;)*) => {
        $(pub fn $name() -> Typed {
            unsafe extern "C-unwind" fn callback(
                conn: virConnectPtr, object: $handle, $($arg: $type,)* opaque: *mut c_void
            ) $(-> $out)? {
                heard(opaque, conn, object.look(conn), vec![$($show),*]);
                $($value)?
            }
            let typed: $kind = Some(callback);
            // SAFETY: nullable function pointers both; the machinery calls it as what it is.
            (stringify!($kind), unsafe { transmute::<$kind, EventFunction>(typed) })
        })*
    };
}

callbacks! {
    domain_plain: virConnectDomainEventGenericCallback(virDomainPtr) => [];
    domain_lifecycle: virConnectDomainEventCallback(virDomainPtr, event: c_int, detail: c_int)
        => [event.show(), detail.show()], 0 as c_int;
    rtc_change: virConnectDomainEventRTCChangeCallback(virDomainPtr, offset: c_longlong) => [offset.show()];
    watchdog: virConnectDomainEventWatchdogCallback(virDomainPtr, action: c_int) => [action.show()];
    io_error: virConnectDomainEventIOErrorCallback(
        virDomainPtr, path: *const c_char, alias: *const c_char, action: c_int
    ) => [path.show(), alias.show(), action.show()];
    io_error_reason: virConnectDomainEventIOErrorReasonCallback(
        virDomainPtr, path: *const c_char, alias: *const c_char, action: c_int, reason: *const c_char
    ) => [path.show(), alias.show(), action.show(), reason.show()];
    graphics: virConnectDomainEventGraphicsCallback(
        virDomainPtr, phase: c_int, local: *const virDomainEventGraphicsAddress,
        remote: *const virDomainEventGraphicsAddress, scheme: *const c_char,
        subject: *const virDomainEventGraphicsSubject
    ) => [phase.show(), local.show(), remote.show(), scheme.show(), subject.show()];
    block_job: virConnectDomainEventBlockJobCallback(
        virDomainPtr, disk: *const c_char, kind: c_int, status: c_int
    ) => [disk.show(), kind.show(), status.show()];
    disk_change: virConnectDomainEventDiskChangeCallback(
        virDomainPtr, old: *const c_char, new: *const c_char, alias: *const c_char, reason: c_int
    ) => [old.show(), new.show(), alias.show(), reason.show()];
    tray_change: virConnectDomainEventTrayChangeCallback(virDomainPtr, alias: *const c_char, reason: c_int)
        => [alias.show(), reason.show()];
    pm_wakeup: virConnectDomainEventPMWakeupCallback(virDomainPtr, reason: c_int) => [reason.show()];
    pm_suspend: virConnectDomainEventPMSuspendCallback(virDomainPtr, reason: c_int) => [reason.show()];
    pm_suspend_disk: virConnectDomainEventPMSuspendDiskCallback(virDomainPtr, reason: c_int) => [reason.show()];
    balloon_change: virConnectDomainEventBalloonChangeCallback(virDomainPtr, actual: c_ulonglong)
        => [actual.show()];
    device_removed: virConnectDomainEventDeviceRemovedCallback(virDomainPtr, alias: *const c_char)
        => [alias.show()];
    device_added: virConnectDomainEventDeviceAddedCallback(virDomainPtr, alias: *const c_char)
        => [alias.show()];
    device_removal_failed: virConnectDomainEventDeviceRemovalFailedCallback(virDomainPtr, alias: *const c_char)
        => [alias.show()];
    tunable: virConnectDomainEventTunableCallback(virDomainPtr, params: virTypedParameterPtr, count: c_int)
        => [show_params(params, count)];
    job_completed: virConnectDomainEventJobCompletedCallback(
        virDomainPtr, params: virTypedParameterPtr, count: c_int
    ) => [show_params(params, count)];
    agent_lifecycle: virConnectDomainEventAgentLifecycleCallback(virDomainPtr, state: c_int, reason: c_int)
        => [state.show(), reason.show()];
    migration_iteration: virConnectDomainEventMigrationIterationCallback(virDomainPtr, iteration: c_int)
        => [iteration.show()];
    metadata_change: virConnectDomainEventMetadataChangeCallback(
        virDomainPtr, kind: c_int, uri: *const c_char
    ) => [kind.show(), uri.show()];
    block_threshold: virConnectDomainEventBlockThresholdCallback(
        virDomainPtr, device: *const c_char, path: *const c_char, threshold: c_ulonglong, excess: c_ulonglong
    ) => [device.show(), path.show(), threshold.show(), excess.show()];
    memory_failure: virConnectDomainEventMemoryFailureCallback(
        virDomainPtr, recipient: c_int, action: c_int, flags: c_uint
    ) => [recipient.show(), action.show(), flags.show()];
    memory_device_size_change: virConnectDomainEventMemoryDeviceSizeChangeCallback(
        virDomainPtr, alias: *const c_char, size: c_ulonglong
    ) => [alias.show(), size.show()];
    nic_mac_change: virConnectDomainEventNICMACChangeCallback(
        virDomainPtr, alias: *const c_char, old: *const c_char, new: *const c_char
    ) => [alias.show(), old.show(), new.show()];
    vcpu_removed: virConnectDomainEventVcpuRemovedCallback(virDomainPtr, vcpu: c_uint) => [vcpu.show()];
    channel_lifecycle: virConnectDomainEventChannelLifecycleCallback(
        virDomainPtr, channel: *const c_char, state: c_int, reason: c_int
    ) => [channel.show(), state.show(), reason.show()];
    monitor: virConnectDomainQemuMonitorEventCallback(
        virDomainPtr, name: *const c_char, seconds: c_longlong, micros: c_uint, details: *const c_char
    ) => [name.show(), seconds.show(), micros.show(), details.show()];
    network_lifecycle: virConnectNetworkEventLifecycleCallback(virNetworkPtr, event: c_int, detail: c_int)
        => [event.show(), detail.show()];
    network_metadata_change: virConnectNetworkEventMetadataChangeCallback(
        virNetworkPtr, kind: c_int, uri: *const c_char
    ) => [kind.show(), uri.show()];
    pool_lifecycle: virConnectStoragePoolEventLifecycleCallback(
        virStoragePoolPtr, event: c_int, detail: c_int
    ) => [event.show(), detail.show()];
    pool_plain: virConnectStoragePoolEventGenericCallback(virStoragePoolPtr) => [];
    device_lifecycle: virConnectNodeDeviceEventLifecycleCallback(
        virNodeDevicePtr, event: c_int, detail: c_int
    ) => [event.show(), detail.show()];
    device_plain: virConnectNodeDeviceEventGenericCallback(virNodeDevicePtr) => [];
    secret_lifecycle: virConnectSecretEventLifecycleCallback(virSecretPtr, event: c_int, detail: c_int)
        => [event.show(), detail.show()];
    secret_plain: virConnectSecretEventGenericCallback(virSecretPtr) => [];
}
