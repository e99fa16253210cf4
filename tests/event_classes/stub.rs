//! A driver that has nothing but events, and objects of every kind on its connections.

use std::ffi::{c_int, c_void};
use std::mem::transmute;
use std::ptr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use virt::abi::*;
use virt::capi::connect::virConnectClose;
use virt::capi::domain::event::*;
use virt::capi::domain::lookup::virDomainFree;
use virt::capi::event::{virEventAddTimeout, virEventRegisterDefaultImpl, virEventRunDefaultImpl};
use virt::capi::handle::{ObjectHandle, publish};
use virt::capi::network::*;
use virt::capi::nodedev::*;
use virt::capi::qemu::*;
use virt::capi::secret::*;
use virt::capi::storage::*;
use virt::capi::virterror::virSetErrorFunc;
use virt::connect::Connect;
use virt::domain::Domain;
use virt::driver::{
    BlockDriver, CheckpointDriver, DeviceDriver, DomainDriver, Driver, GuestDriver, HostDriver,
    InterfaceDriver, JobDriver, LxcDriver, MigrationDriver, NetworkDriver, NodeDeviceDriver, NwFilterDriver,
    Opened, QemuDriver, SaveDriver, SecretDriver, SnapshotDriver, StatsDriver, StorageDriver, TuningDriver,
};
use virt::event::callback::EventFunction;
use virt::event::{Class, Events, Payload};
use virt::ident::{DomainId, DomainKey, Name, NetworkKey, NodeDeviceKey, SecretKey, StoragePoolKey, Uuid};
use virt::object::{Network, NodeDevice, Secret, StoragePool};

use crate::plain_loop;

struct Stub(Arc<Events>);

impl Driver for Stub {
    fn events(&self, _: Class) -> Option<&Arc<Events>> {
        Some(&self.0)
    }
}
impl HostDriver for Stub {}
impl DomainDriver for Stub {}
impl TuningDriver for Stub {}
impl SaveDriver for Stub {}
impl GuestDriver for Stub {}
impl StatsDriver for Stub {}
impl SnapshotDriver for Stub {}
impl CheckpointDriver for Stub {}
impl QemuDriver for Stub {}
impl LxcDriver for Stub {}
impl BlockDriver for Stub {}
impl DeviceDriver for Stub {}
impl JobDriver for Stub {}
impl MigrationDriver for Stub {}
impl NetworkDriver for Stub {}
impl StorageDriver for Stub {}
impl SecretDriver for Stub {}
impl NodeDeviceDriver for Stub {}
impl InterfaceDriver for Stub {}
impl NwFilterDriver for Stub {}

/// A connection to a stub of its own, as a program has it.
pub struct Program {
    pub conn: virConnectPtr,
    arc: Arc<Connect>,
    events: Arc<Events>,
    /// The default loop belongs to the process: one test at a time.
    _turn: MutexGuard<'static, ()>,
}

unsafe extern "C-unwind" fn silent(_: *mut c_void, _: virErrorPtr) {}

unsafe extern "C-unwind" fn tick(_: c_int, _: *mut c_void) {}

impl Program {
    pub fn new() -> Self {
        static TURN: Mutex<()> = Mutex::new(());
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        static PREPARED: std::sync::Once = std::sync::Once::new();
        PREPARED.call_once(|| {
            // SAFETY: plain functions; with a timer that is always due no turn of the loop waits.
            unsafe {
                virSetErrorFunc(ptr::null_mut(), Some(silent));
                if cfg!(miri) {
                    return plain_loop::register();
                }
                assert_eq!(virEventRegisterDefaultImpl(), 0);
                assert!(virEventAddTimeout(0, Some(tick), ptr::null_mut(), None) > 0);
            }
        });
        let events = Events::new();
        let driver = Arc::new(Stub(Arc::clone(&events)));
        let arc = Connect::new(Opened { driver, uri: "stub:///".into() }, 0);
        Self { conn: publish(Arc::clone(&arc)), arc, events, _turn: turn }
    }

    /// A second connection, to the same driver.
    pub fn other(&self) -> Arc<Connect> {
        let driver = Arc::new(Stub(Arc::clone(&self.events)));
        Connect::new(Opened { driver, uri: "stub:///".into() }, 0)
    }

    /// A connection to a driver that nothing else keeps.
    pub fn opened_alone(&self) -> (virConnectPtr, Weak<Events>) {
        let events = Events::new();
        let alone = Arc::downgrade(&events);
        let driver = Arc::new(Stub(events));
        (publish(Connect::new(Opened { driver, uri: "stub:///".into() }, 0)), alone)
    }

    pub fn emit<P: Payload>(&self, key: &P::Key, event: P) {
        self.events.emit(key, event);
    }

    /// One turn of the loop.
    pub fn turn(&self) {
        if cfg!(miri) {
            return plain_loop::turn();
        }
        // SAFETY: the loop is registered.
        assert_eq!(unsafe { virEventRunDefaultImpl() }, 0);
    }

    /// A handle of the class for object `number` of this connection; for the program to free.
    pub fn handle(&self, class: Class, number: u8) -> *mut c_void {
        handle(&self.arc, class, number)
    }

    /// References to the connection, apart from the test's own.
    pub fn references(&self) -> usize {
        Arc::strong_count(&self.arc) - 1
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // SAFETY: the count that `new` published.
        unsafe { virConnectClose(self.conn) };
    }
}

/// Objects that the tests know by number.
pub trait Numbered {
    fn numbered(number: u8) -> Self;
}

fn name(kind: &str, number: u8) -> Name {
    Name::new(&format!("{kind}{number}")).expect("no NUL")
}

fn uuid(number: u8) -> Uuid {
    Uuid::from_bytes([number; 16])
}

impl Numbered for DomainKey {
    fn numbered(number: u8) -> Self {
        Self { name: name("domain", number), uuid: uuid(number), id: Some(DomainId(40 + u32::from(number))) }
    }
}

impl Numbered for NetworkKey {
    fn numbered(number: u8) -> Self {
        Self { name: name("network", number), uuid: uuid(number) }
    }
}

impl Numbered for StoragePoolKey {
    fn numbered(number: u8) -> Self {
        Self { name: name("pool", number), uuid: uuid(number) }
    }
}

impl Numbered for NodeDeviceKey {
    fn numbered(number: u8) -> Self {
        Self { name: name("device", number) }
    }
}

impl Numbered for SecretKey {
    fn numbered(number: u8) -> Self {
        Self { uuid: uuid(number), usage_type: 1, usage_id: name("/volume", number) }
    }
}

/// A handle of the class for object `number` of `conn`; for the program to free.
pub fn handle(conn: &Arc<Connect>, class: Class, number: u8) -> *mut c_void {
    fn of<T: ObjectHandle>(conn: &Arc<Connect>, number: u8) -> *mut c_void
    where
        T::Key: Numbered,
    {
        publish(Arc::new(T::new(Arc::clone(conn), T::Key::numbered(number))))
    }
    match class {
        Class::Domain | Class::Monitor => of::<Domain>(conn, number),
        Class::Network => of::<Network>(conn, number),
        Class::StoragePool => of::<StoragePool>(conn, number),
        Class::NodeDevice => of::<NodeDevice>(conn, number),
        Class::Secret => of::<Secret>(conn, number),
    }
}

/// Frees a handle as the program does.
pub fn free(class: Class, handle: *mut c_void) {
    // SAFETY: a live handle of the class.
    let answer = unsafe {
        match class {
            Class::Domain | Class::Monitor => virDomainFree(handle.cast()),
            Class::Network => virNetworkFree(handle.cast()),
            Class::StoragePool => virStoragePoolFree(handle.cast()),
            Class::NodeDevice => virNodeDeviceFree(handle.cast()),
            Class::Secret => virSecretFree(handle.cast()),
        }
    };
    assert_eq!(answer, 0);
}

/// Registers with the class's own function.
///
/// # Safety
/// As for the exported functions: live handles, and the function that the event calls for.
pub unsafe fn register(
    class: Class,
    conn: virConnectPtr,
    object: *mut c_void,
    event: c_int,
    function: EventFunction,
    opaque: *mut c_void,
    free: virFreeCallback,
) -> c_int {
    /// The function as the class's generic type.
    macro_rules! generic {
        ($to:ty) => {
            transmute::<EventFunction, $to>(function)
        };
    }
    // SAFETY: contract of this function; nullable function pointers all.
    unsafe {
        match class {
            Class::Domain => {
                let function = generic!(virConnectDomainEventGenericCallback);
                virConnectDomainEventRegisterAny(conn, object.cast(), event, function, opaque, free)
            }
            Class::Monitor => {
                let function = generic!(virConnectDomainQemuMonitorEventCallback);
                let dom = object.cast();
                oxvirt_virConnectDomainQemuMonitorEventRegister(
                    conn,
                    dom,
                    ptr::null(),
                    function,
                    opaque,
                    free,
                    0,
                )
            }
            Class::Network => {
                let function = generic!(virConnectNetworkEventGenericCallback);
                virConnectNetworkEventRegisterAny(conn, object.cast(), event, function, opaque, free)
            }
            Class::StoragePool => {
                let function = generic!(virConnectStoragePoolEventGenericCallback);
                virConnectStoragePoolEventRegisterAny(conn, object.cast(), event, function, opaque, free)
            }
            Class::NodeDevice => {
                let function = generic!(virConnectNodeDeviceEventGenericCallback);
                virConnectNodeDeviceEventRegisterAny(conn, object.cast(), event, function, opaque, free)
            }
            Class::Secret => {
                let function = generic!(virConnectSecretEventGenericCallback);
                virConnectSecretEventRegisterAny(conn, object.cast(), event, function, opaque, free)
            }
        }
    }
}

/// Deregisters with the class's own function.
///
/// # Safety
/// A live connection.
pub unsafe fn deregister(class: Class, conn: virConnectPtr, id: c_int) -> c_int {
    // SAFETY: contract of this function.
    unsafe {
        match class {
            Class::Domain => virConnectDomainEventDeregisterAny(conn, id),
            Class::Monitor => oxvirt_virConnectDomainQemuMonitorEventDeregister(conn, id),
            Class::Network => virConnectNetworkEventDeregisterAny(conn, id),
            Class::StoragePool => virConnectStoragePoolEventDeregisterAny(conn, id),
            Class::NodeDevice => virConnectNodeDeviceEventDeregisterAny(conn, id),
            Class::Secret => virConnectSecretEventDeregisterAny(conn, id),
        }
    }
}
