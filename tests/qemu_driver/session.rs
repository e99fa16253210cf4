//! A test's own process with its own root: there is one embedded driver per process.
//!
//! [`isolated`] runs the test's body in a child process and looks after it from outside: deadline, leftovers.
//! Inside, [`Session`] is a connection with an event loop and a record of all events.

use std::ffi::{CStr, c_char, c_int, c_longlong, c_uint, c_ulonglong, c_void};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};
use std::{env, fs, mem, thread};

use virt::abi::*;
use virt::capi::domain::event::virConnectDomainEventRegisterAny;
use virt::capi::qemu::oxvirt_virConnectDomainQemuMonitorEventRegister;
use virt::connect::Connect;
use virt::domain::Domain;
use virt::driver::DomainState;
use virt::error::Result;
use virt::event;
use virt::ident::DomainKey;

/// How long a body may take on a busy machine.
const DEADLINE: Duration = Duration::from_secs(120);
/// How long one thing may take that is waited for.
pub const PATIENCE: Duration = Duration::from_secs(40);
/// Tells the child which root is its own.
const ROOT: &str = "OXVIRT_TEST_ROOT";

/// Runs `body` in a process of its own with an empty root, and checks that no process is left that was
/// started there.
pub fn isolated(test: &str, body: impl FnOnce(&Path)) {
    if let Some(root) = env::var_os(ROOT) {
        body(Path::new(&root));
        return;
    }
    let root = tempfile::tempdir().expect("a root");
    let mut child = Command::new(env::current_exe().expect("this program"))
        .args([test, "--exact", "--nocapture", "--test-threads=1"])
        .env(ROOT, root.path())
        .spawn()
        .expect("the child");
    let deadline = DEADLINE * u32::try_from(rounds(1)).expect("not that many");
    let status = wait_until(deadline, || child.try_wait().expect("a child of ours"));
    if status.is_none() {
        child.kill().expect("it runs");
        child.wait().expect("a child of ours");
    }
    let left = processes_with(&root.path().display().to_string());
    for (pid, _) in &left {
        let _ = nix::sys::signal::kill(nix::unistd::Pid::from_raw(*pid), nix::sys::signal::Signal::SIGKILL);
    }
    assert!(status.expect("the test hangs").success(), "the test failed in its own process");
    assert!(left.is_empty(), "processes are left: {left:?}");
}

/// Asks again and again until there is an answer. Only for what has no event of its own.
pub fn wait_until<T>(patience: Duration, mut ask: impl FnMut() -> Option<T>) -> Option<T> {
    let deadline = Instant::now() + patience;
    loop {
        let answer = ask();
        if answer.is_some() || Instant::now() >= deadline {
            return answer;
        }
        thread::sleep(Duration::from_millis(10));
    }
}

/// Processes whose command line mentions `text` or whose cache is there, apart from the tests themselves.
pub fn processes_with(text: &str) -> Vec<(i32, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir("/proc").expect("/proc").flatten() {
        let Some(pid) = entry.file_name().to_str().and_then(|name| name.parse().ok()) else { continue };
        let line = fs::read(entry.path().join("cmdline")).unwrap_or_default();
        let line = String::from_utf8_lossy(&line).replace('\0', " ");
        let env = fs::read(entry.path().join("environ")).unwrap_or_default();
        let env = String::from_utf8_lossy(&env).contains(&format!("XDG_CACHE_HOME={text}"));
        if (env || line.contains(text)) && pid != i32::try_from(std::process::id()).expect("a process id") {
            found.push((pid, line));
        }
    }
    found
}

/// Open file descriptors of this process.
pub fn open_fds() -> usize {
    fs::read_dir("/proc/self/fd").expect("/proc").count()
}

/// Threads of this process by name.
pub fn threads() -> Vec<String> {
    let tasks = fs::read_dir("/proc/self/task").expect("/proc").flatten();
    let mut names: Vec<_> = tasks
        .filter_map(|task| fs::read_to_string(task.path().join("comm")).ok())
        .map(|name| name.trim().to_owned())
        .filter(|name| name.starts_with("virt-"))
        .collect();
    names.sort();
    names
}

static SEEN: Mutex<Vec<String>> = Mutex::new(Vec::new());
static MORE: Condvar = Condvar::new();

fn note(text: String) {
    SEEN.lock().unwrap_or_else(PoisonError::into_inner).push(text);
    MORE.notify_all();
}

/// Forgets what was seen.
pub fn forget() {
    SEEN.lock().unwrap_or_else(PoisonError::into_inner).clear();
}

/// Everything seen so far.
pub fn seen() -> Vec<String> {
    SEEN.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

/// Waits until `last` was seen, and returns everything up to it, which is then forgotten.
pub fn up_to(last: &str) -> Vec<String> {
    let deadline = Instant::now() + PATIENCE;
    let mut seen = SEEN.lock().unwrap_or_else(PoisonError::into_inner);
    loop {
        if let Some(end) = seen.iter().position(|text| text == last) {
            return seen.drain(..=end).collect();
        }
        let left = deadline.saturating_duration_since(Instant::now());
        assert!(!left.is_zero(), "{last} does not come; seen: {seen:?}");
        seen = MORE.wait_timeout(seen, left).unwrap_or_else(PoisonError::into_inner).0;
    }
}

/// Waits for exactly these events, however often "reboot" comes where it comes.
#[track_caller]
pub fn expect(events: &[&str]) {
    let mut found = up_to(events.last().expect("at least one event"));
    found.dedup_by(|a, b| a == "reboot" && b == "reboot");
    assert_eq!(found, events);
}

fn text<'a>(text: *const c_char) -> std::borrow::Cow<'a, str> {
    // SAFETY: a callback's text is valid for the call; the contract says that it is never NULL.
    unsafe { CStr::from_ptr(text) }.to_string_lossy()
}

unsafe extern "C-unwind" fn lifecycle(
    _: virConnectPtr,
    dom: virDomainPtr,
    event: c_int,
    detail: c_int,
    _: *mut c_void,
) -> c_int {
    const NAMES: [(&str, &[&str]); 9] = [
        ("defined", &["added", "updated"]),
        ("undefined", &["removed"]),
        ("started", &["booted", "migrated", "restored", "from-snapshot", "wakeup"]),
        ("suspended", &["paused", "migrated", "ioerror", "watchdog"]),
        ("resumed", &["unpaused"]),
        ("stopped", &["shutdown", "destroyed", "crashed", "migrated", "saved", "failed"]),
        ("shutdown", &["finished", "guest", "host"]),
        ("pmsuspended", &["memory", "disk"]),
        ("crashed", &["panicked", "crashloaded"]),
    ];
    // SAFETY: the handle is valid for the call.
    let dom = unsafe { &*dom.cast::<Domain>() };
    let (event, details) = NAMES[usize::try_from(event).expect("an event")];
    let id = dom.id().map_or("off".to_owned(), |id| id.0.to_string());
    note(format!("{event}/{} {id}", details[usize::try_from(detail).expect("a detail")]));
    0
}

unsafe extern "C-unwind" fn plain(_: virConnectPtr, _: virDomainPtr, opaque: *mut c_void) {
    note(if opaque.is_null() { "reboot" } else { "control-error" }.to_owned());
}

unsafe extern "C-unwind" fn monitor(
    _: virConnectPtr,
    _: virDomainPtr,
    name: *const c_char,
    seconds: c_longlong,
    micros: c_uint,
    details: *const c_char,
    _: *mut c_void,
) {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("after 1970");
    assert!(
        now.as_secs().abs_diff(seconds.cast_unsigned()) < 600 && micros < 1_000_000,
        "the event's own time"
    );
    let details = if details.is_null() { "NULL".into() } else { text(details) };
    note(format!("qemu {} {details}", text(name)));
}

unsafe extern "C-unwind" fn rtc(_: virConnectPtr, _: virDomainPtr, offset: c_longlong, _: *mut c_void) {
    note(format!("rtc {offset}"));
}

unsafe extern "C-unwind" fn watchdog(_: virConnectPtr, _: virDomainPtr, action: c_int, _: *mut c_void) {
    note(format!("watchdog {action}"));
}

unsafe extern "C-unwind" fn io_error(
    _: virConnectPtr,
    _: virDomainPtr,
    path: *const c_char,
    alias: *const c_char,
    action: c_int,
    _: *mut c_void,
) {
    note(format!("io-error '{}' '{}' {action}", text(path), text(alias)));
}

unsafe extern "C-unwind" fn io_error_reason(
    _: virConnectPtr,
    _: virDomainPtr,
    path: *const c_char,
    alias: *const c_char,
    action: c_int,
    reason: *const c_char,
    _: *mut c_void,
) {
    note(format!("io-error-reason '{}' '{}' {action} '{}'", text(path), text(alias), text(reason)));
}

unsafe extern "C-unwind" fn asleep(_: virConnectPtr, _: virDomainPtr, reason: c_int, kind: *mut c_void) {
    note(format!("{} {reason}", ["pm-wakeup", "pm-suspend", "pm-suspend-disk"][kind.addr() - 1]));
}

unsafe extern "C-unwind" fn tray(
    _: virConnectPtr,
    _: virDomainPtr,
    alias: *const c_char,
    reason: c_int,
    _: *mut c_void,
) {
    note(format!("tray '{}' {reason}", text(alias)));
}

unsafe extern "C-unwind" fn balloon(_: virConnectPtr, _: virDomainPtr, kib: c_ulonglong, _: *mut c_void) {
    note(format!("balloon {kib}"));
}

unsafe extern "C-unwind" fn device(
    _: virConnectPtr,
    _: virDomainPtr,
    alias: *const c_char,
    kind: *mut c_void,
) {
    note(format!("{} '{}'", ["device-removed", "device-removal-failed"][kind.addr() - 1], text(alias)));
}

unsafe extern "C-unwind" fn agent(
    _: virConnectPtr,
    _: virDomainPtr,
    state: c_int,
    reason: c_int,
    _: *mut c_void,
) {
    note(format!("agent {state} {reason}"));
}

unsafe extern "C-unwind" fn iteration(_: virConnectPtr, _: virDomainPtr, pass: c_int, _: *mut c_void) {
    note(format!("migration-iteration {pass}"));
}

unsafe extern "C-unwind" fn threshold(
    _: virConnectPtr,
    _: virDomainPtr,
    dev: *const c_char,
    path: *const c_char,
    threshold: c_ulonglong,
    excess: c_ulonglong,
    _: *mut c_void,
) {
    note(format!("threshold '{}' '{}' {threshold} {excess}", text(dev), text(path)));
}

unsafe extern "C-unwind" fn memory_failure(
    _: virConnectPtr,
    _: virDomainPtr,
    recipient: c_int,
    action: c_int,
    flags: c_uint,
    _: *mut c_void,
) {
    note(format!("memory-failure {recipient} {action} {flags}"));
}

unsafe extern "C-unwind" fn memory_size(
    _: virConnectPtr,
    _: virDomainPtr,
    alias: *const c_char,
    kib: c_ulonglong,
    _: *mut c_void,
) {
    note(format!("memory-size '{}' {kib}", text(alias)));
}

unsafe extern "C-unwind" fn graphics(
    _: virConnectPtr,
    _: virDomainPtr,
    phase: c_int,
    local: *const virDomainEventGraphicsAddress,
    remote: *const virDomainEventGraphicsAddress,
    auth: *const c_char,
    subject: *const virDomainEventGraphicsSubject,
    _: *mut c_void,
) {
    // SAFETY: the structures are valid for the call.
    let (local, remote, subject) = unsafe { (&*local, &*remote, &*subject) };
    let address =
        |a: &virDomainEventGraphicsAddress| format!("{} '{}' '{}'", a.family, text(a.node), text(a.service));
    let (local, remote) = (address(local), address(remote));
    note(format!("graphics {phase} [{local}] [{remote}] '{}' {}", text(auth), subject.nidentity));
}

/// `few`, or as many times more as `make check-long` says.
pub fn rounds(few: usize) -> usize {
    let factor = std::env::var("OXVIRT_TEST_ROUNDS").map(|value| value.parse().expect("a number"));
    few * factor.unwrap_or(1)
}

/// A connection to `root` with a running event loop; every event is recorded.
pub struct Session {
    pub conn: Arc<Connect>,
    pub root: PathBuf,
}

/// The type under which functions of all types are registered.
type Generic = virConnectDomainEventGenericCallback;

impl Session {
    pub fn open(root: &Path) -> Self {
        run_loop();
        let uri = format!("qemu:///embed?root={}", root.display());
        let conn = Connect::open(Some(&uri), 0).expect("the connection");
        let session = Self { conn, root: root.to_owned() };
        // SAFETY: each function is registered for the event whose type it has.
        unsafe {
            session.register(
                0,
                mem::transmute::<virConnectDomainEventCallback, Generic>(Some(lifecycle)),
                false,
            );
            session.register(1, Some(plain), false);
            session.register(
                2,
                mem::transmute::<virConnectDomainEventRTCChangeCallback, Generic>(Some(rtc)),
                false,
            );
            session.register(
                3,
                mem::transmute::<virConnectDomainEventWatchdogCallback, Generic>(Some(watchdog)),
                false,
            );
            session.register(
                4,
                mem::transmute::<virConnectDomainEventIOErrorCallback, Generic>(Some(io_error)),
                false,
            );
            session.register(
                5,
                mem::transmute::<virConnectDomainEventGraphicsCallback, Generic>(Some(graphics)),
                false,
            );
            session.register(7, Some(plain), true);
            let function =
                mem::transmute::<virConnectDomainEventIOErrorReasonCallback, Generic>(Some(io_error_reason));
            session.register(6, function, false);
        }
        session
    }

    /// Records the later events of guests as well.
    pub fn hear_guests(&self) {
        type PmFunction = virConnectDomainEventPMWakeupCallback;
        type DeviceFunction = virConnectDomainEventDeviceRemovedCallback;
        // SAFETY: each function is registered for the event whose type it has.
        let functions = unsafe {
            [
                (10, mem::transmute::<virConnectDomainEventTrayChangeCallback, Generic>(Some(tray)), 0),
                (11, mem::transmute::<PmFunction, Generic>(Some(asleep)), 1),
                (12, mem::transmute::<PmFunction, Generic>(Some(asleep)), 2),
                (14, mem::transmute::<PmFunction, Generic>(Some(asleep)), 3),
                (13, mem::transmute::<virConnectDomainEventBalloonChangeCallback, Generic>(Some(balloon)), 0),
                (15, mem::transmute::<DeviceFunction, Generic>(Some(device)), 1),
                (22, mem::transmute::<DeviceFunction, Generic>(Some(device)), 2),
                (18, mem::transmute::<virConnectDomainEventAgentLifecycleCallback, Generic>(Some(agent)), 0),
                (
                    20,
                    mem::transmute::<virConnectDomainEventMigrationIterationCallback, Generic>(Some(
                        iteration,
                    )),
                    0,
                ),
                (
                    24,
                    mem::transmute::<virConnectDomainEventBlockThresholdCallback, Generic>(Some(threshold)),
                    0,
                ),
                (
                    25,
                    mem::transmute::<virConnectDomainEventMemoryFailureCallback, Generic>(Some(
                        memory_failure,
                    )),
                    0,
                ),
                (
                    26,
                    mem::transmute::<virConnectDomainEventMemoryDeviceSizeChangeCallback, Generic>(Some(
                        memory_size,
                    )),
                    0,
                ),
            ]
        };
        let conn = Arc::as_ptr(&self.conn).cast_mut().cast();
        for (event, function, mark) in functions {
            let opaque = std::ptr::without_provenance_mut(mark);
            // SAFETY: a live connection, and a function of the event's type.
            let id = unsafe {
                virConnectDomainEventRegisterAny(conn, std::ptr::null_mut(), event, function, opaque, None)
            };
            assert!(id >= 0, "event {event} is registered");
        }
    }

    /// Records what QEMU says, too.
    pub fn hear_monitors(&self) {
        let (conn, all) = (Arc::as_ptr(&self.conn).cast_mut().cast(), std::ptr::null_mut());
        // SAFETY: a live connection, and a function of the right type.
        let id = unsafe {
            let (name, opaque) = (std::ptr::null(), std::ptr::null_mut());
            oxvirt_virConnectDomainQemuMonitorEventRegister(conn, all, name, Some(monitor), opaque, None, 0)
        };
        assert!(id >= 0, "registered");
    }

    fn register(&self, event: c_int, function: Generic, marked: bool) {
        let opaque = if marked { std::ptr::dangling_mut::<u64>().cast() } else { std::ptr::null_mut() };
        let conn = Arc::as_ptr(&self.conn).cast_mut().cast();
        // SAFETY: a live connection; the caller gives the function that the event's id calls for.
        let id = unsafe {
            virConnectDomainEventRegisterAny(conn, std::ptr::null_mut(), event, function, opaque, None)
        };
        assert!(id >= 0, "registered");
    }

    pub fn define(&self, xml: &str) -> Domain {
        self.dom(self.conn.driver().domain_define_xml(xml).unwrap_or_else(|e| panic!("{e}:\n{xml}")))
    }

    pub fn dom(&self, key: DomainKey) -> Domain {
        Domain::new(Arc::clone(&self.conn), key)
    }

    pub fn start(&self, dom: &Domain, flags: u32) -> Result<u32> {
        self.conn.driver().domain_create_with_flags(dom, flags).map(|id| id.0)
    }

    pub fn state(&self, dom: &Domain) -> (i32, i32) {
        let DomainState { state, reason } = self.conn.driver().domain_get_state(dom, 0).expect("a state");
        (state, reason)
    }

    /// The process of a running domain.
    pub fn pid(&self, name: &str) -> i32 {
        let path = self.root.join(format!("run/qemu/{name}.pid"));
        fs::read_to_string(path).expect("a pid file").parse().expect("a number")
    }

    pub fn signal(&self, name: &str, signal: nix::sys::signal::Signal) {
        nix::sys::signal::kill(nix::unistd::Pid::from_raw(self.pid(name)), signal).expect("it runs");
    }

    /// Stops the process of a running domain, and waits until none of its threads does anything any more.
    pub fn freeze(&self, name: &str) {
        self.signal(name, nix::sys::signal::Signal::SIGSTOP);
        let tasks = format!("/proc/{}/task", self.pid(name));
        let stopped = |stat: String| stat.rsplit_once(") ").is_some_and(|(_, rest)| rest.starts_with('T'));
        let frozen = || {
            let mut tasks = fs::read_dir(&tasks).expect("it runs").flatten();
            let all = tasks.all(|task| fs::read_to_string(task.path().join("stat")).is_ok_and(stopped));
            all.then_some(())
        };
        wait_until(PATIENCE, frozen).expect("it stops");
    }

    /// Names of everything in a folder under the root.
    pub fn files(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.root.join(folder)).expect("a folder").flatten();
        let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
        // A status file may just be on its way.
        let mut names: Vec<_> = names.filter(|name| !name.ends_with(".xml.new")).collect();
        names.sort();
        names
    }

    /// Checks that no run has left anything under the root.
    #[track_caller]
    pub fn assert_clean(&self) {
        assert_eq!(self.files("run/qemu"), ["driver.pid"]);
        assert_eq!(self.files("lib/qemu"), [] as [&str; 0]);
        assert_eq!(processes_with(&self.root.display().to_string()), []);
    }
}

/// Runs the default event loop on a thread of its own, once.
pub fn run_loop() {
    event::register_default().expect("an event loop");
    thread::Builder::new()
        .name("event-loop".to_owned())
        .spawn(|| {
            loop {
                event::run_default().expect("a round");
            }
        })
        .expect("a thread");
}

/// Runs a test of this program in a process of its own, which is told by a variable what part it plays.
pub fn run_again(test: &str, variable: &str) {
    let mut command = std::process::Command::new(std::env::current_exe().unwrap());
    let status = command.args([test, "--exact"]).env(variable, "1").status().unwrap();
    assert!(status.success());
}
