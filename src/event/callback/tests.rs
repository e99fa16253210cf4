//! The arguments that C callbacks get, event by event.

use std::ffi::CStr;
use std::sync::Mutex;

use super::*;
use crate::driver::{
    CheckpointDriver, DomainDriver, Driver, GuestDriver, HostDriver, Opened, SaveDriver, SnapshotDriver,
    StatsDriver, TuningDriver,
};
use crate::ident::{DomainKey, Name, Uuid};
use crate::util::lock;

struct NoDriver;

impl Driver for NoDriver {}
impl HostDriver for NoDriver {}
impl DomainDriver for NoDriver {}
impl TuningDriver for NoDriver {}
impl SaveDriver for NoDriver {}
impl GuestDriver for NoDriver {}
impl StatsDriver for NoDriver {}
impl SnapshotDriver for NoDriver {}
impl CheckpointDriver for NoDriver {}

/// Calls `function`, which really has the type of `event`'s callback, and returns what it wrote down.
fn call<F: Copy>(function: F, event: &DomainEvent) -> String {
    assert_eq!(size_of::<F>(), size_of::<virConnectDomainEventGenericCallback>());
    let mut notes = Mutex::new(String::new());
    // SAFETY: each test gives the function that the event's id calls for; a function pointer fits into its Option.
    let function = unsafe { std::mem::transmute_copy::<F, virConnectDomainEventGenericCallback>(&function) };
    let callback = DomainCallback::new(function, (&raw mut notes).cast(), None);
    let conn = Connect::new(Opened { driver: Arc::new(NoDriver), uri: "test:///none".into() }, 0);
    let name = Name::new("guest").expect("no NUL");
    let key = DomainKey { name, uuid: Uuid::from_u128(7), id: None };
    let dom = Arc::new(Domain::new(Arc::clone(&conn), key));
    callback.invoke(&conn, &dom, event, &event.texts());
    assert_eq!(Arc::strong_count(&dom), 1, "the handle is lent for the call");
    std::mem::take(&mut *lock(&notes))
}

/// Writes something down in the test's notes.
fn note(opaque: *mut c_void, text: String) {
    // SAFETY: every callback here is registered by `call`, with its notes.
    lock(unsafe { &*opaque.cast::<Mutex<String>>() }).push_str(&text);
}

fn text(text: *const c_char) -> String {
    if text.is_null() {
        return "NULL".into();
    }
    // SAFETY: the library hands out NULL or C strings.
    unsafe { CStr::from_ptr(text) }.to_string_lossy().into_owned()
}

unsafe extern "C-unwind" fn on_lifecycle(
    _: virConnectPtr,
    _: virDomainPtr,
    event: c_int,
    detail: c_int,
    o: *mut c_void,
) -> c_int {
    note(o, format!("{event} {detail}"));
    0
}

unsafe extern "C-unwind" fn on_rtc(_: virConnectPtr, _: virDomainPtr, offset: i64, o: *mut c_void) {
    note(o, offset.to_string());
}

unsafe extern "C-unwind" fn on_io_error(
    _: virConnectPtr,
    _: virDomainPtr,
    path: *const c_char,
    alias: *const c_char,
    action: c_int,
    reason: *const c_char,
    o: *mut c_void,
) {
    note(o, format!("{} {} {action} {}", text(path), text(alias), text(reason)));
}

unsafe extern "C-unwind" fn on_disk_change(
    _: virConnectPtr,
    _: virDomainPtr,
    old: *const c_char,
    new: *const c_char,
    alias: *const c_char,
    reason: c_int,
    o: *mut c_void,
) {
    note(o, format!("{} {} {} {reason}", text(old), text(new), text(alias)));
}

unsafe extern "C-unwind" fn on_graphics(
    _: virConnectPtr,
    _: virDomainPtr,
    phase: c_int,
    local: *const virDomainEventGraphicsAddress,
    remote: *const virDomainEventGraphicsAddress,
    scheme: *const c_char,
    subject: *const virDomainEventGraphicsSubject,
    o: *mut c_void,
) {
    // SAFETY: the library hands out structures that live for the call.
    let (local, remote, subject) = unsafe { (&*local, &*remote, &*subject) };
    let end = |end: &virDomainEventGraphicsAddress| {
        format!("{}/{}/{}", end.family, text(end.node), text(end.service))
    };
    note(o, format!("{phase} {} {} '{}' {}", end(local), end(remote), text(scheme), subject.nidentity));
    assert_eq!(subject.identities.is_null(), subject.nidentity == 0);
    for index in 0..subject.nidentity {
        // SAFETY: as many as the structure says.
        let identity = unsafe { &*subject.identities.offset(index as isize) };
        note(o, format!(" {}={}", text(identity.r#type), text(identity.name)));
    }
}

unsafe extern "C-unwind" fn on_params(
    _: virConnectPtr,
    _: virDomainPtr,
    params: virTypedParameterPtr,
    count: c_int,
    o: *mut c_void,
) {
    for index in 0..count {
        // SAFETY: as many as the library says; the type says which member of the value counts.
        unsafe {
            let param = &*params.offset(index as isize);
            let value = match param.r#type {
                1 => param.value.i.to_string(),
                4 => param.value.ul.to_string(),
                5 => param.value.d.to_string(),
                6 => param.value.b.to_string(),
                7 => text(param.value.s),
                other => format!("type {other}"),
            };
            note(o, format!("{}={value};", text(param.field.as_ptr())));
        }
    }
}

#[test]
fn numbers_arrive_in_order_and_whole() {
    let function: virConnectDomainEventCallback = Some(on_lifecycle);
    assert_eq!(call(function, &DomainEvent::Lifecycle { event: 5, detail: 2 }), "5 2");
    // RTC-2: negative and very large offsets survive.
    let function: virConnectDomainEventRTCChangeCallback = Some(on_rtc);
    for offset_s in [-1, 0, 1 << 40, -(1 << 40), i64::MIN] {
        assert_eq!(call(function, &DomainEvent::RtcChange { offset_s }), offset_s.to_string());
    }
}

#[test]
fn texts_arrive_and_absent_ones_are_null() {
    // IOE-6: strings are never NULL.
    let event = DomainEvent::IoErrorReason {
        source_path: String::new(),
        alias: "virtio-disk0".into(),
        action: 1,
        reason: "enospc".into(),
    };
    let function: virConnectDomainEventIOErrorReasonCallback = Some(on_io_error);
    assert_eq!(call(function, &event), " virtio-disk0 1 enospc");
    let event = DomainEvent::DiskChange {
        old_source: Some("/old".into()),
        new_source: None,
        alias: "ide0-0-0".into(),
        reason: 0,
    };
    let function: virConnectDomainEventDiskChangeCallback = Some(on_disk_change);
    assert_eq!(call(function, &event), "/old NULL ide0-0-0 0");
}

#[test]
fn graphics_carry_both_ends_the_scheme_and_every_identity() {
    let mut event = GraphicsEvent {
        phase: 1,
        local: GraphicsAddress { family: 0, node: "127.0.0.1".into(), service: "5900".into() },
        remote: GraphicsAddress { family: 2, node: String::new(), service: "/run/vnc".into() },
        auth_scheme: String::new(),
        subject: Vec::new(),
    };
    let function: virConnectDomainEventGraphicsCallback = Some(on_graphics);
    // GFX-7, GFX-13: an absent scheme is empty, not NULL; the order of the arguments.
    let shown = call(function, &DomainEvent::Graphics(Box::new(event.clone())));
    assert_eq!(shown, "1 0/127.0.0.1/5900 2///run/vnc '' 0");
    event.auth_scheme = "vencrypt".into();
    event.subject = vec![("x509dname".into(), "CN=me".into()), ("saslUsername".into(), "me".into())];
    let shown = call(function, &DomainEvent::Graphics(Box::new(event)));
    assert_eq!(shown, "1 0/127.0.0.1/5900 2///run/vnc 'vencrypt' 2 x509dname=CN=me saslUsername=me");
}

#[test]
fn typed_parameters_keep_type_and_value_and_long_names_are_cut() {
    let param = |field: &str, value| TypedParameter { field: field.into(), value };
    let params = vec![
        param("int", TypedValue::Int(-3)),
        param("ullong", TypedValue::ULLong(u64::MAX)),
        param("double", TypedValue::Double(0.5)),
        param("boolean", TypedValue::Boolean(true)),
        param("string", TypedValue::String("vda".into())),
        param(&"x".repeat(100), TypedValue::Int(1)),
    ];
    let expected =
        format!("int=-3;ullong={};double=0.5;boolean=1;string=vda;{}=1;", u64::MAX, "x".repeat(79));
    let function: virConnectDomainEventTunableCallback = Some(on_params);
    assert_eq!(call(function, &DomainEvent::Tunable { params: params.clone() }), expected);
    let function: virConnectDomainEventJobCompletedCallback = Some(on_params);
    assert_eq!(call(function, &DomainEvent::JobCompleted { params }), expected);
}

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
