//! The system calls for which no crate has a safe form.

mod detached;
mod syslog;

use std::ffi::{CStr, CString};
use std::mem::MaybeUninit;
use std::os::fd::{AsRawFd, BorrowedFd, FromRawFd, OwnedFd, RawFd};
use std::ptr;
use std::sync::Once;
use std::sync::atomic::{AtomicU32, Ordering};

use nix::errno::Errno;

pub use detached::{Image, MAX_FDS, spawn_detached};
pub use syslog::{matches_pattern, open_syslog, syslog};

/// A date of the calendar, in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Utc {
    /// Such as 2026.
    pub year: i32,
    /// 1 to 12
    pub month: i32,
    /// 1 to 31
    pub day: i32,
    pub hour: i32,
    pub minute: i32,
    pub second: i32,
}

/// The date that lies `seconds` after 1970 began.
pub fn utc(seconds: i64) -> Utc {
    let mut tm = MaybeUninit::<libc::tm>::zeroed();
    // SAFETY: both pointers are valid for the call, and all-zero bytes are a valid `tm` if it fails.
    let tm = unsafe {
        libc::gmtime_r(&seconds, tm.as_mut_ptr());
        tm.assume_init()
    };
    Utc {
        year: tm.tm_year.saturating_add(1900),
        month: tm.tm_mon + 1,
        day: tm.tm_mday,
        hour: tm.tm_hour,
        minute: tm.tm_min,
        second: tm.tm_sec,
    }
}

/// Seconds from 1970 to a date in UTC.
pub fn utc_seconds(date: Utc) -> i64 {
    // SAFETY: all-zero is a valid tm; timegm only brings its fields into their ranges.
    unsafe {
        let mut tm: libc::tm = std::mem::zeroed();
        tm.tm_year = date.year - 1900;
        tm.tm_mon = date.month - 1;
        tm.tm_mday = date.day;
        tm.tm_hour = date.hour;
        tm.tm_min = date.minute;
        tm.tm_sec = date.second;
        libc::timegm(&raw mut tm)
    }
}

/// Date and time of day in UTC, `seconds` after 1970 began: `2026-01-31T23:59:59`.
pub fn utc_date(seconds: i64) -> String {
    let Utc { year, month, day, hour, minute, second } = utc(seconds);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")
}

/// What the host's local time is ahead of UTC, `seconds` after 1970 began.
pub fn utc_offset_s(seconds: i64) -> i64 {
    // SAFETY: all-zero is a valid tm, and localtime_r fills in the one that it is given.
    unsafe {
        let mut tm: libc::tm = std::mem::zeroed();
        libc::localtime_r(&seconds, &mut tm);
        tm.tm_gmtoff
    }
}

/// The host's name, fully qualified where the resolver knows it so.
pub fn hostname() -> String {
    let name = nix::unistd::gethostname().unwrap_or_default().to_string_lossy().into_owned();
    // As libvirt: a name with a domain is taken as it is, and "localhost" from the resolver is no answer.
    if name.contains('.') || name.starts_with("localhost") {
        return name;
    }
    canonical_name(&name).filter(|found| !found.starts_with("localhost")).unwrap_or(name)
}

/// The resolver's canonical form of a host name.
fn canonical_name(name: &str) -> Option<String> {
    let name = CString::new(name).ok()?;
    // SAFETY: all-zero is a valid addrinfo, the state that getaddrinfo wants for hints.
    let mut hints: libc::addrinfo = unsafe { std::mem::zeroed() };
    hints.ai_flags = libc::AI_CANONNAME;
    hints.ai_family = libc::AF_UNSPEC;
    let mut list = ptr::null_mut();
    // SAFETY: valid strings and hints; `list` receives what is freed below.
    if unsafe { libc::getaddrinfo(name.as_ptr(), ptr::null(), &hints, &mut list) } != 0 || list.is_null() {
        return None;
    }
    // SAFETY: getaddrinfo succeeded: the list has an element, whose name is NULL or ends with NUL.
    let found = unsafe {
        let text = (*list).ai_canonname;
        (!text.is_null()).then(|| CStr::from_ptr(text).to_string_lossy().into_owned())
    };
    // SAFETY: from getaddrinfo, freed once.
    unsafe { libc::freeaddrinfo(list) };
    found
}

/// `epoll_ctl` on a number that may have been closed or reused behind the library's back, which is
/// why it is no `BorrowedFd`. `operation` is one of `libc::EPOLL_CTL_*`.
pub fn epoll_ctl(
    epoll: BorrowedFd<'_>,
    operation: i32,
    fd: RawFd,
    mask: u32,
    token: u64,
) -> Result<(), Errno> {
    let mut event = libc::epoll_event { events: mask, u64: token };
    // SAFETY: the structure lives for the call; a bad number is an error, nothing worse.
    Errno::result(unsafe { libc::epoll_ctl(epoll.as_raw_fd(), operation, fd, &raw mut event) }).map(drop)
}

/// Another descriptor, of our own, for what a number of the program's stands for.
pub fn duplicate(fd: RawFd) -> Result<OwnedFd, Errno> {
    // SAFETY: a bad number is an error, nothing worse.
    let own = Errno::result(unsafe { libc::fcntl(fd, libc::F_DUPFD_CLOEXEC, 0) })?;
    // SAFETY: new, so nobody else has it.
    Ok(unsafe { OwnedFd::from_raw_fd(own) })
}

/// Whether a number of the program's is a socket.
pub fn is_socket(fd: RawFd) -> Result<bool, Errno> {
    let mut info = MaybeUninit::<libc::stat>::uninit();
    // SAFETY: a place for the answer; a bad number is an error, nothing worse.
    Errno::result(unsafe { libc::fstat(fd, info.as_mut_ptr()) })?;
    // SAFETY: filled in by the call that succeeded.
    Ok(unsafe { info.assume_init() }.st_mode & libc::S_IFMT == libc::S_IFSOCK)
}

/// `poll` on numbers that may be closed: those come back with `POLLNVAL`. A negative timeout waits for ever.
pub fn poll(fds: &mut [libc::pollfd], timeout_ms: i32) -> Result<(), Errno> {
    let count = libc::nfds_t::try_from(fds.len()).map_err(|_| Errno::EINVAL)?;
    // SAFETY: pointer and length are those of the slice.
    Errno::result(unsafe { libc::poll(fds.as_mut_ptr(), count, timeout_ms) }).map(drop)
}

/// Has `before` called by every thread that forks, right before it does, and `after` right after it, in both processes.
/// Neither may panic.
pub fn around_fork(before: extern "C" fn(), after: extern "C" fn()) {
    // SAFETY: the functions live as long as the library, which is never unloaded (`nodelete`). Without memory for it a
    // fork goes unnoticed.
    unsafe { libc::pthread_atfork(Some(before), Some(after), Some(after)) };
}

/// How often this process was made by `fork` since the first call, in it or in a parent. Who keeps kernel
/// objects that must not be shared with the parent compares this with what it was.
pub fn forks() -> u32 {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    static HOOK: Once = Once::new();
    unsafe extern "C" fn count() {
        COUNT.fetch_add(1, Ordering::Relaxed);
    }
    HOOK.call_once(|| {
        // SAFETY: the hook only touches an atomic, as a child of a threaded process may. It lives as long as
        // the library, which is never unloaded (`nodelete`). Without memory for it no fork is noticed.
        unsafe { libc::pthread_atfork(None, None, Some(count)) };
    });
    COUNT.load(Ordering::Relaxed)
}
