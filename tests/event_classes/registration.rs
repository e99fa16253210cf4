//! What the registering functions refuse, with the original's codes and texts; what they share between classes.

use std::ffi::{CStr, c_int, c_void};
use std::ptr;

use virt::abi::*;
use virt::capi::connect::virConnectClose;
use virt::capi::domain::event::virConnectDomainEventDeregisterAny;
use virt::capi::network::{virNetworkFree, virNetworkGetName, virNetworkRef};
use virt::capi::qemu::oxvirt_virConnectDomainQemuMonitorEventRegister as register_monitor;
use virt::capi::virterror::virGetLastError;
use virt::event::Class;
use virt::event::callback::EventFunction;
use virt::event::domain::DomainEvent;
use virt::event::payload::{MonitorEvent, NetworkEvent};
use virt::ident::{DomainKey, NetworkKey};

use crate::heard::{self, Heard, freed};
use crate::stub::{Numbered, Program, deregister, free, handle, register};

/// Result, code, domain and text of a call.
fn outcome(result: c_int) -> String {
    // SAFETY: the thread's own record, valid until the next call.
    let error = unsafe { virGetLastError().as_ref() };
    let error = error.map(|error| {
        // SAFETY: as above; the text ends with NUL.
        let text = unsafe { CStr::from_ptr(error.message) }.to_str().expect("UTF-8");
        format!(" [{} {}] {text}", error.code, error.domain)
    });
    format!("{result}{}", error.unwrap_or_default())
}

/// What a class's functions are called and say.
struct Words {
    class: Class,
    /// Middle part of the functions' names.
    middle: &'static str,
    /// Error domain.
    from: i32,
    /// About a bad handle: code and text.
    bad: (i32, &'static str),
    /// What object 1 is called.
    title: &'static str,
}

const CLASSES: [Words; 4] = [
    Words {
        class: Class::Network,
        middle: "Network",
        from: 19,
        bad: (36, "invalid network pointer in "),
        title: "network 'network1'",
    },
    Words {
        class: Class::StoragePool,
        middle: "StoragePool",
        from: 18,
        bad: (46, "invalid storage pool pointer in "),
        title: "storage pool 'pool1'",
    },
    Words {
        class: Class::NodeDevice,
        middle: "NodeDevice",
        from: 22,
        bad: (52, "invalid node device pointer in "),
        title: "node device 'device1'",
    },
    Words {
        class: Class::Secret,
        middle: "Secret",
        from: 30,
        bad: (65, "Invalid secret: "),
        title: "secret '01010101-0101-0101-0101-010101010101'",
    },
];

/// The texts are the original's, seen on `test:///default` with its networks, pools and devices.
#[test]
fn bad_arguments_are_refused_as_by_the_original() {
    let program = Program::new();
    let conn = program.conn;
    let other = program.other();
    let function = heard::network_lifecycle().1;
    for Words { class, middle, from, bad: (code, invalid), title } in CLASSES {
        let any = format!("virConnect{middle}EventRegisterAny");
        let call = |conn, object, id, function: EventFunction| {
            // SAFETY: handles that live or are NULL, or readable memory of another kind; nothing is called.
            outcome(unsafe { register(class, conn, object, id, function, ptr::null_mut(), Some(freed)) })
        };
        let dom = program.handle(Class::Domain, 1);
        let foreign = handle(&other, class, 1);
        let null: *mut c_void = ptr::null_mut();
        assert_eq!(
            call(null.cast(), null, 0, function),
            format!("-1 [6 {from}] invalid connection pointer in {any}")
        );
        assert_eq!(call(conn, dom, 0, function), format!("-1 [{code} {from}] {invalid}{any}"));
        let elsewhere = format!("-1 [8 {from}] {title} in {any} must match connection");
        assert_eq!(call(conn, foreign, 0, function), elsewhere);
        assert_eq!(call(conn, foreign, -1, None), elsewhere, "the object comes first");
        assert_eq!(call(conn, null, -1, None), format!("-1 [8 {from}] cb in {any} must not be NULL"));
        let negative = format!("-1 [8 {from}] eventID in {any} must be zero or greater");
        assert_eq!(call(conn, null, -1, function), negative);
        let large = format!("-1 [8 {from}] eventID in {any} must be less than 2");
        assert_eq!(call(conn, null, 2, function), large);
        let any = format!("virConnect{middle}EventDeregisterAny");
        // SAFETY: the connection is NULL or lives.
        let drop = |conn, id| outcome(unsafe { deregister(class, conn, id) });
        assert_eq!(drop(null.cast(), 0), format!("-1 [6 {from}] invalid connection pointer in {any}"));
        assert_eq!(drop(conn, -1), format!("-1 [8 {from}] callbackID in {any} must be zero or greater"));
        let unknown = "-1 [8 0] invalid argument: could not find event callback 99 for deletion";
        assert_eq!(drop(conn, 99), unknown);
        free(Class::Domain, dom);
        free(class, foreign);
    }
}

#[test]
fn classes_of_one_driver_share_numbers_and_order() {
    let program = Program::new();
    let conn = program.conn;
    let heard = Heard::new(conn);
    let of_networks = Heard::new(conn);
    let (domain, network) = (heard::domain_lifecycle().1, heard::network_lifecycle().1);
    let (opaque, null) = (heard.opaque(), ptr::null_mut());
    // SAFETY: a live connection; functions of the types that the ids call for.
    unsafe {
        assert_eq!(register(Class::Domain, conn, null, 0, domain, opaque, None), 0);
        assert_eq!(register(Class::Network, conn, null, 0, network, opaque, None), 1);
        let again = register(Class::Network, conn, null, 0, network, of_networks.opaque(), Some(freed));
        assert_eq!(outcome(again), "-1 [8 0] invalid argument: event callback already tracked");
        assert_eq!(of_networks.freed(), 0, "the program keeps its pointer");
        for number in [1, 2] {
            program.emit(&NetworkKey::numbered(number), NetworkEvent::Lifecycle { event: 3, detail: 0 });
            let stopped = DomainEvent::Lifecycle { event: 5, detail: 0 };
            program.emit(&DomainKey::numbered(number), stopped);
        }
        program.turn();
        let network = |number| format!("'network{number}'/0{number} 3 0");
        let domain = |number| format!("'domain{number}'/0{number}/4{number} 5 0");
        assert_eq!(heard.take(), [network(1), domain(1), network(2), domain(2)]);
        // As on the original, whose drivers have one list of registrations.
        assert_eq!(virConnectDomainEventDeregisterAny(conn, 1), 0);
        assert_eq!(deregister(Class::Network, conn, 0), 0);
    }
}

/// Registrations of a driver that never emits, and what monitors say chosen by name.
#[test]
fn events_of_the_monitor_are_chosen_by_name() {
    let program = Program::new();
    let conn = program.conn;
    // SAFETY: the type of the class's functions.
    let function = unsafe {
        std::mem::transmute::<EventFunction, virConnectDomainQemuMonitorEventCallback>(heard::monitor().1)
    };
    let register = |name: Option<&CStr>, flags, heard: &Heard| {
        let name = name.map_or(ptr::null(), CStr::as_ptr);
        // SAFETY: a live connection and string.
        unsafe { register_monitor(conn, ptr::null_mut(), name, function, heard.opaque(), Some(freed), flags) }
    };
    // What the original answers and who hears of STOP, seen there with a guest.
    let rows: [(Option<&CStr>, u32, bool); 9] = [
        (None, 1, true),
        (Some(c"STOP"), 0, true),
        (Some(c"STOP"), 0, true),
        (Some(c"stop"), 2, true),
        (Some(c"stop"), 0, false),
        (Some(c"TO"), 1, true),
        (Some(c"^s"), 3, true),
        (Some(c"^s"), 1, false),
        (Some(c""), 0, false),
    ];
    let heard: Vec<_> = rows.iter().map(|_| Heard::new(conn)).collect();
    for (number, ((name, flags, _), heard)) in (0..).zip(rows.iter().zip(&heard)) {
        assert_eq!(register(*name, *flags, heard), number);
    }
    let nobody = Heard::new(conn);
    let tracked = "-1 [8 0] invalid argument: event callback already tracked";
    assert_eq!(outcome(register(None, 0, &nobody)), tracked);
    assert_eq!(
        outcome(register(None, 4, &nobody)),
        "-1 [8 0] unsupported flags (0x4) in function virDomainQemuMonitorEventStateRegisterID"
    );
    let compile = "-1 [8 0] invalid argument: failed to compile regex '(': ";
    assert!(outcome(register(Some(c"("), 1, &nobody)).starts_with(compile));
    let event = MonitorEvent { name: "STOP".into(), seconds: 0, micros: 0, details: None };
    program.emit(&DomainKey::numbered(1), event);
    program.turn();
    for ((name, flags, hears), heard) in rows.iter().zip(&heard) {
        assert_eq!(heard.take().len(), usize::from(*hears), "{name:?} {flags}");
    }
    for (number, heard) in (0..).zip(&heard) {
        // SAFETY: a live connection.
        assert_eq!(unsafe { deregister(Class::Monitor, conn, number) }, 0);
        assert_eq!(heard.freed(), 1);
    }
    assert_eq!(nobody.freed(), 0, "refused registrations leave the pointer to the program");
}

/// The handle of a callback belongs to the library, unless the callback keeps it.
#[test]
fn a_kept_handle_outlives_its_callback() {
    unsafe extern "C-unwind" fn keep(
        _: virConnectPtr,
        net: virNetworkPtr,
        _: c_int,
        _: c_int,
        opaque: *mut c_void,
    ) {
        // SAFETY: a live handle; registered below with a vector that outlives it.
        unsafe {
            assert_eq!(virNetworkRef(net), 0);
            (*opaque.cast::<Vec<virNetworkPtr>>()).push(net);
        }
    }
    let program = Program::new();
    let mut kept: Vec<virNetworkPtr> = Vec::new();
    let typed: virConnectNetworkEventLifecycleCallback = Some(keep);
    // SAFETY: live handles; a function of the type that the id calls for.
    unsafe {
        let function = std::mem::transmute::<virConnectNetworkEventLifecycleCallback, EventFunction>(typed);
        let opaque = (&raw mut kept).cast();
        let id = register(Class::Network, program.conn, ptr::null_mut(), 0, function, opaque, None);
        for number in [1, 2] {
            program.emit(&NetworkKey::numbered(number), NetworkEvent::Lifecycle { event: 0, detail: 0 });
        }
        program.turn();
        assert_eq!(deregister(Class::Network, program.conn, id), 0);
        let names = kept.iter().map(|net| CStr::from_ptr(virNetworkGetName(*net)).to_owned());
        assert_eq!(names.collect::<Vec<_>>(), [c"network1".to_owned(), c"network2".to_owned()]);
        for net in kept {
            assert_eq!(virNetworkFree(net), 0);
        }
    }
    assert_eq!(program.references(), 1, "only the program's own");
}

/// A registration keeps its closed connection, and that its driver; both go inside the call that takes it back.
#[test]
fn the_last_registration_goes_with_connection_and_driver() {
    let program = Program::new();
    let heard = Heard::new(ptr::null_mut());
    let (conn, driver) = program.opened_alone();
    // SAFETY: a live connection, closed once, and kept by the registration.
    unsafe {
        let function = heard::domain_lifecycle().1;
        let id = register(Class::Domain, conn, ptr::null_mut(), 0, function, heard.opaque(), Some(freed));
        assert_eq!(virConnectClose(conn), 1, "one reference is left");
        assert!(driver.upgrade().is_some());
        assert_eq!((heard.freed(), deregister(Class::Domain, conn, id)), (0, 0));
    }
    assert_eq!(heard.freed(), 1);
    assert!(driver.upgrade().is_none(), "nothing keeps the driver");
}
