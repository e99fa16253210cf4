//! The driver that notes and answers, connections to it, and what tests need to look at answers.

use std::cell::RefCell;
use std::os::fd::{OwnedFd, RawFd};
use std::ptr;
use std::sync::{Arc, Mutex};

use virt::abi::*;
use virt::capi::connect::virConnectClose;
use virt::capi::handle::{ObjectHandle, publish, publish_object};
use virt::capi::virterror::virSetErrorFunc;
use virt::connect::Connect;
use virt::domain::Domain;
use virt::driver::*;
use virt::error::{Error, ErrorDomain, Result};
use virt::ident::*;
use virt::stream::Stream;
use virt::typed_param::{Answer, TypedParameter, TypedValue};

pub use crate::keys::*;
pub use crate::look::*;

/// How an argument stands in the notes.
pub trait Show {
    fn show(&self) -> String;
}

macro_rules! show_by_debug {
    ($($type:ty),* $(,)?) => {
        $(impl Show for $type {
            fn show(&self) -> String {
                format!("{self:?}")
            }
        })*
    };
}

show_by_debug!(
    u32,
    i32,
    u64,
    usize,
    bool,
    &str,
    Option<&str>,
    &[u8],
    &[&str],
    &[RawFd],
    &[TypedParameter],
    &[PagePool],
    &Uuid,
    &NetworkKey,
    &NetworkPortKey,
    &StoragePoolKey,
    &StorageVolKey,
    &NodeDeviceKey,
    &SecretKey,
    &InterfaceKey,
    &NwFilterKey,
    &NwFilterBindingKey,
    NetworkUpdate<'_>,
    Migration<'_>,
    MigrationEnds<'_>,
    VolumeRange,
    Machine<'_>,
);

impl Show for &Domain {
    fn show(&self) -> String {
        format!("domain {}", self.name())
    }
}

impl Show for &Stream {
    fn show(&self) -> String {
        "the stream".to_owned()
    }
}

impl Show for &mut [u8] {
    fn show(&self) -> String {
        format!("room for {}", self.len())
    }
}

/// The note of a call.
pub fn note(method: &str, arguments: &[String]) -> String {
    format!("{method}({})", arguments.join(", "))
}

/// What the stub was asked.
#[derive(Default)]
pub struct Notes(Mutex<Vec<String>>);

impl Notes {
    /// Notes a call.
    pub fn add(&self, text: String) {
        self.0.lock().expect("no panic while it is held").push(text);
    }

    /// Takes the notes since the last time.
    pub fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().expect("no panic while it is held"))
    }
}

thread_local! {
    /// What the stubs of this thread's calls can.
    static FEATURES: RefCell<Vec<u32>> = const { RefCell::new(Vec::new()) };
    /// The methods that fail on this thread.
    static FAILING: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
}

/// Makes the stubs have `features`, and the methods `failing` fail, for the calls of this thread.
pub fn prepare(features: &[u32], failing: &[&'static str]) {
    FEATURES.set(features.to_vec());
    FAILING.set(failing.to_vec());
}

/// Whether the stubs have a feature.
pub fn supports(feature: u32) -> bool {
    FEATURES.with_borrow(|features| features.contains(&feature))
}

/// Fails if the test wants this method to.
pub fn may_fail(method: &str) -> Result<()> {
    if FAILING.with_borrow(|failing| failing.contains(&method)) {
        return Err(Error::internal(ErrorDomain::VIR_FROM_QEMU, format!("{method} failed")));
    }
    Ok(())
}

/// The driver.
pub struct Stub(pub Arc<Notes>);

/// Implements traits: a method notes its arguments and gives the answer behind `=`.
macro_rules! noting {
    ($($trait:ident {
        $(fn $method:ident(&self $(, $argument:ident: $type:ty)* $(,)?) -> $out:ty = $answer:expr;)*
    })*) => {
        $(impl $trait for Stub {
            $(fn $method(&self $(, $argument: $type)*) -> Result<$out> {
                self.0.add(note(stringify!($method), &[$($argument.show()),*]));
                may_fail(stringify!($method))?;
                Ok($answer)
            })*
        })*
    };
}
pub(crate) use noting;

pub fn lease() -> DhcpLease {
    DhcpLease {
        interface: "virbr0".into(),
        expiry_time_s: 1 << 40,
        kind: 1,
        mac: Some("52:54:00:00:00:09".into()),
        iaid: None,
        address: "fe80::1".into(),
        prefix: 64,
        hostname: Some("guest".into()),
        client_id: Some("00:01".into()),
    }
}

pub fn numbers(first: u64) -> Progress {
    Progress { total: first, processed: first + 1, remaining: first + 2 }
}

/// Typed parameters of the stub's answers.
pub fn answers() -> Vec<TypedParameter> {
    vec![
        TypedParameter::new("number", TypedValue::ULLong(1 << 50)),
        TypedParameter::new("text", TypedValue::String("yes".into())),
    ]
}

/// As a driver answers who asks for the number first.
pub fn answer(room: usize) -> Answer {
    if room == 0 { Answer::Count(answers().len()) } else { Answer::Params(answers()) }
}

pub fn names(words: &[&str]) -> Vec<String> {
    words.iter().map(ToString::to_string).collect()
}

/// XML that says what was asked for.
pub fn xml(of: &str) -> String {
    format!("<{of}/>")
}

pub fn stats() -> Vec<NodeStat> {
    [("total", 4096), ("free", 1024)].map(|(field, value)| NodeStat { field: field.into(), value }).into()
}

pub fn fill(buffer: &mut [u8]) {
    buffer.iter_mut().zip(1..).for_each(|(byte, number)| *byte = number);
}

pub fn open_file() -> OwnedFd {
    std::fs::File::open("/dev/null").expect("it is always there").into()
}

impl Driver for Stub {}

macro_rules! empty {
    ($($trait:ident),*) => {
        $(impl $trait for Stub {})*
    };
}

empty!(StatsDriver, SnapshotDriver, CheckpointDriver, QemuDriver);

/// A connection of a program, and what the stub behind it notes.
pub struct Program {
    pub conn: virConnectPtr,
    pub arc: Arc<Connect>,
    pub notes: Arc<Notes>,
}

impl Program {
    pub fn new() -> Self {
        Self::with_flags(0)
    }

    pub fn read_only() -> Self {
        Self::with_flags(virConnectFlags::VIR_CONNECT_RO as u32)
    }

    fn with_flags(flags: u32) -> Self {
        unsafe extern "C-unwind" fn silent(_: *mut std::ffi::c_void, _: virErrorPtr) {}
        // SAFETY: a function that does nothing.
        unsafe { virSetErrorFunc(ptr::null_mut(), Some(silent)) };
        let notes = Arc::new(Notes::default());
        let driver = Arc::new(Stub(Arc::clone(&notes)));
        let arc = Connect::new(Opened { driver, uri: "stub:///".into() }, flags);
        Self { conn: publish(Arc::clone(&arc)), arc, notes }
    }

    /// A handle of the object `key`; for the program to free.
    pub fn handle<T: ObjectHandle, P>(&self, key: T::Key) -> *mut P {
        publish_object::<T, P>(&self.arc, key)
    }

    /// A stream; for the program to free.
    pub fn stream(&self) -> virStreamPtr {
        publish(Stream::new(Arc::clone(&self.arc), 0))
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // SAFETY: the count that `new` published.
        unsafe { virConnectClose(self.conn) };
    }
}

/// Makes a call and checks what the stub noted of it: `asks!(program, CALL => METHOD(ARGUMENTS))` gives the result.
macro_rules! asks {
    ($program:expr, $call:expr => $method:ident($($argument:expr),* $(,)?)) => {{
        // SAFETY: live handles, strings and variables of the test.
        let result = unsafe { $call };
        let expected = $crate::stub::note(stringify!($method), &[$($crate::stub::Show::show(&$argument)),*]);
        assert_eq!($program.notes.take(), [expected], stringify!($call));
        result
    }};
}
pub(crate) use asks;

/// Calls that return 0, which is checked; as [`asks!`].
macro_rules! done {
    ($program:expr; $($call:expr => $method:ident($($argument:expr),* $(,)?);)*) => {
        $(assert_eq!(asks!($program, $call => $method($($argument),*)), 0);)*
    };
}
pub(crate) use done;

/// Calls that return XML, which is checked; as [`asks!`].
macro_rules! described {
    ($program:expr; $($call:expr => $method:ident($($argument:expr),* $(,)?);)*) => {
        $(assert_eq!(text(asks!($program, $call => $method($($argument),*))), xml(stringify!($method)));)*
    };
}
pub(crate) use described;

/// Calls that return a new handle of the object `$key`, which is checked and freed; as [`asks!`].
macro_rules! found {
    ($program:expr, $key:expr, $free:path; $($call:expr => $method:ident($($argument:expr),* $(,)?);)*) => {
        $({
            let handle = asks!($program, $call => $method($($argument),*));
            assert_eq!(key($key, handle), $key);
            free_all(vec![handle], $free);
        })*
    };
}
pub(crate) use found;

/// A call that lists the objects 2 and 3, which is checked, and the same without an array; as [`asks!`].
macro_rules! listed {
    ($program:expr, $keys:expr, $free:path; |$out:ident| $call:expr => $method:ident($($argument:expr),* $(,)?)) => {{
        let mut array = ptr::null_mut();
        let $out: *mut _ = &mut array;
        let count = asks!($program, $call => $method($($argument),*));
        let handles = list(array, count);
        let keys: Vec<_> = handles.iter().map(|handle| key($keys[0].clone(), *handle)).collect();
        assert_eq!(keys, $keys);
        free_all(handles, $free);
        let $out = ptr::null_mut();
        assert_eq!(asks!($program, $call => $method($($argument),*)), 2);
    }};
}
pub(crate) use listed;

/// Calls that fill an array with names, which are checked; as [`asks!`].
macro_rules! named {
    ($program:expr; $(|$out:ident| $call:expr => $method:ident($($argument:expr),* $(,)?);)*) => {
        $({
            let mut names = [ptr::null_mut(); 4];
            let $out = names.as_mut_ptr();
            assert_eq!(asks!($program, $call => $method($($argument),*)), 2);
            assert_eq!(stored(&names), ["first", "second"]);
        })*
    };
}
pub(crate) use named;
