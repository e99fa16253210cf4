//! Random operations of several threads on the exported functions, while another thread turns the event loop.
//!
//! Threads register and deregister, outside callbacks and inside, cause events by changing domains of the test
//! driver, keep and free handles, close connections with registrations left, and open them again. What must hold
//! is in `Registration`. Run with a sanitizer by `make check-long`.
//!
//! `OXVIRT_STRESS_OPERATIONS` and `OXVIRT_STRESS_SEED` say how many operations and which.

use std::env;
use std::ffi::{CStr, CString, c_int, c_void};
use std::ptr;
use std::sync::atomic::{AtomicBool, AtomicI32, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

use virt::abi::*;
use virt::capi::connect::{virConnectClose, virConnectOpen};
use virt::capi::domain::event::{
    virConnectDomainEventDeregister, virConnectDomainEventDeregisterAny, virConnectDomainEventRegister,
    virConnectDomainEventRegisterAny,
};
use virt::capi::domain::lifecycle::{virDomainCreate, virDomainResume, virDomainSuspend};
use virt::capi::domain::lookup::{virDomainFree, virDomainGetName, virDomainLookupByName, virDomainRef};
use virt::capi::domain::xml::virDomainDefineXML;
use virt::capi::event::{
    virEventAddTimeout, virEventRegisterDefaultImpl, virEventRemoveTimeout, virEventRunDefaultImpl,
    virEventUpdateTimeout,
};
use virt::capi::network::virConnectNetworkEventRegisterAny;
use virt::capi::nodedev::virConnectNodeDeviceEventRegisterAny;
use virt::capi::storage::virConnectStoragePoolEventRegisterAny;
use virt::capi::virterror::virSetErrorFunc;

/// Threads that operate, each on a domain of its own.
const THREADS: usize = 4;
/// Registrations that a thread has at most.
const MOST: usize = 12;
/// Events that may wait for their delivery, so that emitting does not outrun the loop for ever.
const BACKLOG: usize = 2000;

static EMITTED: AtomicUsize = AtomicUsize::new(0);
static DELIVERED: AtomicUsize = AtomicUsize::new(0);
static REGISTERED: AtomicUsize = AtomicUsize::new(0);
static FREED: AtomicUsize = AtomicUsize::new(0);
static CALLED: AtomicUsize = AtomicUsize::new(0);

/// What both sides of a registration know.
struct Shared {
    /// The number, as soon as it is known; -1 before.
    id: AtomicI32,
    /// Somebody deregisters it or has done so.
    claimed: AtomicBool,
    /// Deregistering has returned.
    taken_back: AtomicBool,
}

/// What the opaque pointer points to. The free function frees it: a call after that is a use after free.
struct Registration {
    shared: Arc<Shared>,
    conn: usize,
    /// Calls that are running, and calls that began after deregistering had returned.
    running: AtomicUsize,
    late: AtomicUsize,
    /// The domain's name, if only one is wanted.
    domain: Option<CString>,
    /// The last event of each domain: suspended and resumed take turns, unless one was lost or out of order.
    last: Mutex<[c_int; THREADS]>,
    /// The call in which the callback deregisters itself.
    suicide: usize,
    calls: AtomicUsize,
}

impl Registration {
    fn begin(&self) {
        assert_eq!(self.running.fetch_add(1, Ordering::SeqCst), 0, "one loop, one call at a time");
        CALLED.fetch_add(1, Ordering::Relaxed);
        // The call that was about to start when deregistering returned is all that may still come.
        if self.shared.taken_back.load(Ordering::SeqCst) {
            assert_eq!(self.late.fetch_add(1, Ordering::SeqCst), 0, "calls go on after deregistering");
        }
    }

    fn end(&self) {
        if self.calls.fetch_add(1, Ordering::SeqCst) == self.suicide {
            let id = self.shared.id.load(Ordering::SeqCst);
            if id >= 0 && !self.shared.claimed.swap(true, Ordering::SeqCst) {
                // SAFETY: the registration keeps its connection until it is freed, after this call.
                let answer = unsafe {
                    virConnectDomainEventDeregisterAny(ptr::with_exposed_provenance_mut(self.conn), id)
                };
                assert_eq!(answer, 0, "deregistering inside the callback");
                self.shared.taken_back.store(true, Ordering::SeqCst);
                // No other call may follow at all: this is the loop's thread.
                self.late.store(1, Ordering::SeqCst);
            }
        }
        self.running.fetch_sub(1, Ordering::SeqCst);
    }
}

unsafe extern "C-unwind" fn freed(opaque: *mut c_void) {
    // SAFETY: made by `register`; the library frees it once.
    let registration = unsafe { Box::from_raw(opaque.cast::<Registration>()) };
    assert_eq!(registration.running.load(Ordering::SeqCst), 0, "freed after the last call");
    FREED.fetch_add(1, Ordering::SeqCst);
}

fn name_of(thread: usize) -> CString {
    CString::new(format!("stress{thread}")).expect("no NUL")
}

fn on_lifecycle(conn: virConnectPtr, dom: virDomainPtr, event: c_int, opaque: *mut c_void) {
    // SAFETY: made by `register`; alive until `freed`.
    let registration = unsafe { &*opaque.cast::<Registration>() };
    registration.begin();
    assert_eq!(registration.conn, conn.addr());
    // SAFETY: the handle is the library's and valid for the call.
    let name = unsafe { CStr::from_ptr(virDomainGetName(dom)) };
    if let Some(wanted) = &registration.domain {
        assert_eq!(name, wanted.as_c_str());
    }
    let suspended_or_resumed = event == 3 || event == 4;
    let thread = name.to_bytes().strip_prefix(b"stress").map(|number| usize::from(number[0] - b'0'));
    if let (Some(thread), true) = (thread, suspended_or_resumed) {
        let mut last = registration.last.lock().expect("no panic");
        assert_ne!(last[thread], event, "an event is missing or out of order");
        last[thread] = event;
    }
    registration.end();
}

/// As many functions as one thread may register at a time.
macro_rules! functions {
    ($($name:ident),*) => {
        $(unsafe extern "C-unwind" fn $name(
            conn: virConnectPtr, dom: virDomainPtr, event: c_int, _: c_int, opaque: *mut c_void
        ) -> c_int {
            on_lifecycle(conn, dom, event, opaque);
            0
        })*
        const FUNCTIONS: [virConnectDomainEventCallback; 4] = [$(Some($name)),*];
    };
}

functions!(first, second, third, fourth);

/// Nothing here causes events of these classes.
unsafe extern "C-unwind" fn never() {
    unreachable!("no such event");
}

/// Counts all events, for the backlog.
unsafe extern "C-unwind" fn count(
    _: virConnectPtr,
    _: virDomainPtr,
    _: c_int,
    _: c_int,
    _: *mut c_void,
) -> c_int {
    DELIVERED.fetch_add(1, Ordering::SeqCst);
    0
}

unsafe extern "C-unwind" fn tick(timer: c_int, _: *mut c_void) {
    // SAFETY: the timer that is due.
    unsafe { virEventUpdateTimeout(timer, -1) };
}

unsafe extern "C-unwind" fn silent(_: *mut c_void, _: virErrorPtr) {}

/// A registration as the thread that made it knows it.
struct Made {
    shared: Arc<Shared>,
    old_style: Option<virConnectDomainEventCallback>,
}

/// One thread's state: the API's objects belong to it alone.
struct Worker {
    thread: usize,
    random: u64,
    conn: virConnectPtr,
    dom: virDomainPtr,
    made: Vec<Made>,
    kept: Vec<virDomainPtr>,
    paused: bool,
}

fn open() -> virConnectPtr {
    // SAFETY: a string.
    let conn = unsafe { virConnectOpen(c"test:///default".as_ptr()) };
    assert!(!conn.is_null());
    conn
}

impl Worker {
    fn new(thread: usize, seed: u64) -> Self {
        let conn = open();
        let name = name_of(thread);
        let xml = format!(
            "<domain type='test'><name>{}</name><memory>1024</memory><os><type>hvm</type></os></domain>",
            name.to_str().expect("ASCII")
        );
        let xml = CString::new(xml).expect("no NUL");
        // SAFETY: live handles and strings.
        let dom = unsafe {
            let dom = virDomainDefineXML(conn, xml.as_ptr());
            assert_eq!(virDomainCreate(dom), 0);
            dom
        };
        let random = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(thread as u64) | 1;
        Self { thread, random, conn, dom, made: Vec::new(), kept: Vec::new(), paused: false }
    }

    /// A number below `end`: xorshift, the same for the same seed.
    fn below(&mut self, end: usize) -> usize {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        usize::try_from(self.random >> 33).expect("31 bits") % end
    }

    fn operate(&mut self) {
        match self.below(100) {
            0..40 => self.emit(),
            40..60 => self.register(),
            60..80 => self.deregister(),
            80..90 => self.handles(),
            90..98 => self.register_other(),
            _ => self.reopen(),
        }
    }

    fn emit(&mut self) {
        while EMITTED.load(Ordering::SeqCst) > DELIVERED.load(Ordering::SeqCst) + BACKLOG {
            thread::yield_now();
        }
        EMITTED.fetch_add(1, Ordering::SeqCst);
        // SAFETY: a live handle.
        let answer =
            unsafe { if self.paused { virDomainResume(self.dom) } else { virDomainSuspend(self.dom) } };
        assert_eq!(answer, 0);
        self.paused = !self.paused;
    }

    /// Makes what the library gets and what this thread keeps.
    fn registration(&mut self, domain: Option<CString>) -> (*mut c_void, Arc<Shared>) {
        let shared = Arc::new(Shared {
            id: AtomicI32::new(-1),
            claimed: AtomicBool::new(false),
            taken_back: AtomicBool::new(false),
        });
        let registration = Registration {
            shared: Arc::clone(&shared),
            conn: self.conn.expose_provenance(),
            running: AtomicUsize::new(0),
            late: AtomicUsize::new(0),
            domain,
            last: Mutex::default(),
            suicide: self.below(8),
            calls: AtomicUsize::new(0),
        };
        (Box::into_raw(Box::new(registration)).cast(), shared)
    }

    /// Notes the answer of a registering function; if it refused, the pointer is still ours.
    fn note(
        &mut self,
        id: c_int,
        opaque: *mut c_void,
        shared: Arc<Shared>,
        old_style: Option<virConnectDomainEventCallback>,
    ) {
        if id < 0 {
            // SAFETY: made above, and not taken by the library.
            drop(unsafe { Box::from_raw(opaque.cast::<Registration>()) });
            return;
        }
        REGISTERED.fetch_add(1, Ordering::SeqCst);
        if old_style.is_none() {
            shared.id.store(id, Ordering::SeqCst);
        }
        self.made.push(Made { shared, old_style });
    }

    fn register(&mut self) {
        if self.made.len() >= MOST {
            return self.deregister();
        }
        let function = FUNCTIONS[self.below(FUNCTIONS.len())];
        match self.below(5) {
            0 => {
                let (opaque, shared) = self.registration(None);
                // SAFETY: a live connection; `freed` frees what `registration` made.
                let answer =
                    unsafe { virConnectDomainEventRegister(self.conn, function, opaque, Some(freed)) };
                self.note(answer, opaque, shared, Some(function));
            }
            choice => {
                let (dom, domain) = match choice {
                    1 | 2 => (self.dom, Some(name_of(self.thread))),
                    _ => (ptr::null_mut(), None),
                };
                let (opaque, shared) = self.registration(domain);
                // SAFETY: as above; a lifecycle callback for a lifecycle event.
                let id = unsafe {
                    let function = std::mem::transmute::<
                        virConnectDomainEventCallback,
                        virConnectDomainEventGenericCallback,
                    >(function);
                    virConnectDomainEventRegisterAny(self.conn, dom, 0, function, opaque, Some(freed))
                };
                self.note(id, opaque, shared, None);
            }
        }
    }

    fn register_other(&mut self) {
        if self.made.len() >= MOST {
            return self.deregister();
        }
        let (opaque, shared) = self.registration(None);
        let (conn, free, all) =
            (self.conn, Some(freed as unsafe extern "C-unwind" fn(*mut c_void)), ptr::null_mut::<c_void>());
        type Plain = Option<unsafe extern "C-unwind" fn()>;
        let never: Plain = Some(never);
        let event = c_int::try_from(self.below(2)).expect("small");
        // SAFETY: live handles; the function is never called.
        let id = unsafe {
            match self.below(3) {
                0 => {
                    let cb = std::mem::transmute::<Plain, virConnectNetworkEventGenericCallback>(never);
                    virConnectNetworkEventRegisterAny(conn, all.cast(), event, cb, opaque, free)
                }
                1 => {
                    let cb = std::mem::transmute::<Plain, virConnectStoragePoolEventGenericCallback>(never);
                    virConnectStoragePoolEventRegisterAny(conn, all.cast(), event, cb, opaque, free)
                }
                _ => {
                    let cb = std::mem::transmute::<Plain, virConnectNodeDeviceEventGenericCallback>(never);
                    virConnectNodeDeviceEventRegisterAny(conn, all.cast(), event, cb, opaque, free)
                }
            }
        };
        self.note(id, opaque, shared, None);
    }

    fn deregister(&mut self) {
        if self.made.is_empty() {
            // SAFETY: a live connection; there is no such number.
            assert_eq!(unsafe { virConnectDomainEventDeregisterAny(self.conn, c_int::MAX) }, -1);
            return;
        }
        let index = self.below(self.made.len());
        let made = self.made.swap_remove(index);
        self.take_back(made);
    }

    fn take_back(&mut self, made: Made) {
        if let Some(function) = made.old_style {
            // SAFETY: a live connection; the function was registered through it in the old style.
            assert_eq!(unsafe { virConnectDomainEventDeregister(self.conn, function) }, 0);
        } else if made.shared.claimed.swap(true, Ordering::SeqCst) {
            // The callback did it itself.
            return;
        } else {
            let id = made.shared.id.load(Ordering::SeqCst);
            // SAFETY: a live connection.
            assert_eq!(unsafe { virConnectDomainEventDeregisterAny(self.conn, id) }, 0);
        }
        made.shared.taken_back.store(true, Ordering::SeqCst);
    }

    fn handles(&mut self) {
        // SAFETY: live handles, each freed once.
        unsafe {
            match self.below(3) {
                0 if self.kept.len() < 8 => {
                    let name = name_of(self.below(THREADS));
                    let dom = virDomainLookupByName(self.conn, name.as_ptr());
                    if !dom.is_null() {
                        self.kept.push(dom);
                    }
                }
                1 => {
                    assert_eq!(virDomainRef(self.dom), 0);
                    self.kept.push(self.dom);
                }
                _ => {
                    if let Some(dom) = self.kept.pop() {
                        assert_eq!(virDomainFree(dom), 0);
                    }
                }
            }
        }
    }

    /// Takes back all registrations, some of them after the connection was closed: they keep it.
    fn leave(&mut self) {
        let early = self.below(2) == 0;
        let mut all = std::mem::take(&mut self.made);
        // A registration whose callback may deregister itself keeps the connection only until then.
        let keeps = |made: &Made| made.old_style.is_some();
        let closes_early = early && all.iter().any(keeps);
        all.sort_by_key(keeps);
        // SAFETY: live handles; each is given up once.
        unsafe {
            for dom in self.kept.drain(..).chain([self.dom]) {
                assert_eq!(virDomainFree(dom), 0);
            }
            if closes_early {
                assert!(virConnectClose(self.conn) > 0, "kept by a registration");
            }
        }
        for made in all {
            self.take_back(made);
        }
        if !closes_early {
            // SAFETY: the last use of the connection. What was just taken back may keep it a moment longer.
            assert!(unsafe { virConnectClose(self.conn) } >= 0);
        }
    }

    fn reopen(&mut self) {
        self.leave();
        self.conn = open();
        // SAFETY: live handles and strings.
        self.dom = unsafe { virDomainLookupByName(self.conn, name_of(self.thread).as_ptr()) };
        assert!(!self.dom.is_null());
    }
}

fn number(variable: &str, default: usize) -> usize {
    env::var(variable).map_or(default, |value| value.parse().expect("a number"))
}

#[test]
#[allow(clippy::print_stdout, reason = "the figures, for those who ask with --nocapture")]
fn random_operations_keep_the_contract() {
    let operations = number("OXVIRT_STRESS_OPERATIONS", 100_000);
    let seed = number("OXVIRT_STRESS_SEED", 1) as u64;
    let over = AtomicBool::new(false);
    // SAFETY: plain functions; live handles.
    unsafe {
        virSetErrorFunc(ptr::null_mut(), Some(silent));
        assert_eq!(virEventRegisterDefaultImpl(), 0);
        let timer = virEventAddTimeout(-1, Some(tick), ptr::null_mut(), None);
        let conn = open();
        let mut workers: Vec<_> = (0..THREADS).map(|thread| Worker::new(thread, seed)).collect();
        let counter = std::mem::transmute::<
            virConnectDomainEventCallback,
            virConnectDomainEventGenericCallback,
        >(Some(count));
        let counting =
            virConnectDomainEventRegisterAny(conn, ptr::null_mut(), 0, counter, ptr::null_mut(), None);
        thread::scope(|scope| {
            let looping = scope.spawn(|| {
                while !over.load(Ordering::SeqCst) {
                    assert_eq!(virEventRunDefaultImpl(), 0);
                }
            });
            let working: Vec<_> = workers
                .drain(..)
                .map(|mut worker| {
                    // The pointers in it belong to that thread from here on.
                    struct Moved(Worker);
                    // SAFETY: the API's objects may be used by any thread.
                    unsafe impl Send for Moved {}
                    worker.paused = false;
                    let moved = Moved(worker);
                    scope.spawn(move || {
                        let moved = moved;
                        let Moved(mut worker) = moved;
                        for _ in 0..operations / THREADS {
                            worker.operate();
                        }
                        worker.leave();
                    })
                })
                .collect();
            for thread in working {
                thread.join().expect("a worker's invariants hold");
            }
            while DELIVERED.load(Ordering::SeqCst) < EMITTED.load(Ordering::SeqCst)
                || FREED.load(Ordering::SeqCst) < REGISTERED.load(Ordering::SeqCst)
            {
                assert!(!looping.is_finished(), "the loop's thread failed");
                virEventUpdateTimeout(timer, 0);
                thread::yield_now();
            }
            over.store(true, Ordering::SeqCst);
            virEventUpdateTimeout(timer, 0);
            looping.join().expect("the callbacks' invariants hold");
        });
        assert_eq!(virConnectDomainEventDeregisterAny(conn, counting), 0);
        assert_eq!(virConnectClose(conn), 0, "nothing keeps it");
        virEventRemoveTimeout(timer);
    }
    let count = |counter: &AtomicUsize| counter.load(Ordering::SeqCst);
    assert_eq!(count(&FREED), count(&REGISTERED), "each is freed once");
    assert_eq!(count(&DELIVERED), count(&EMITTED), "none is lost");
    #[expect(clippy::print_stdout, reason = "what a run of it has to say")]
    {
        println!(
            "{operations} operations, seed {seed}: {} events, {} registrations, {} calls",
            count(&EMITTED),
            count(&REGISTERED),
            count(&CALLED)
        );
    }
}
