//! The system calls for which no crate has a safe form.

mod detached;

use std::ffi::{CStr, CString};
use std::os::fd::{AsRawFd, BorrowedFd, RawFd};
use std::ptr;
use std::sync::Once;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use nix::errno::Errno;

pub use detached::{Image, MAX_FDS, spawn_detached};

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

/// `time` as the log prints it: `2026-01-31 23:59:59.123+0000`.
pub fn utc_timestamp(time: SystemTime) -> String {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    let seconds = libc::time_t::try_from(since.as_secs()).unwrap_or(0);
    // SAFETY: all-zero is a valid tm, and gmtime_r fills in the one that it is given.
    let tm = unsafe {
        let mut tm: libc::tm = std::mem::zeroed();
        libc::gmtime_r(&seconds, &mut tm);
        tm
    };
    format!(
        "{:04}-{:02}-{:02} {:02}:{:02}:{:02}.{:03}+0000",
        tm.tm_year + 1900,
        tm.tm_mon + 1,
        tm.tm_mday,
        tm.tm_hour,
        tm.tm_min,
        tm.tm_sec,
        since.subsec_millis()
    )
}

/// Seconds from 1970 to a date and time of day in UTC: year, month, day, hour, minute, second.
pub fn utc_seconds([year, month, day, hour, minute, second]: [i32; 6]) -> i64 {
    // SAFETY: all-zero is a valid tm; timegm only brings its fields into their ranges.
    unsafe {
        let mut tm: libc::tm = std::mem::zeroed();
        tm.tm_year = year - 1900;
        tm.tm_mon = month - 1;
        tm.tm_mday = day;
        tm.tm_hour = hour;
        tm.tm_min = minute;
        tm.tm_sec = second;
        libc::timegm(&raw mut tm)
    }
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

/// `poll` on numbers that may be closed: those come back with `POLLNVAL`. A negative timeout waits for ever.
pub fn poll(fds: &mut [libc::pollfd], timeout_ms: i32) -> Result<(), Errno> {
    let count = libc::nfds_t::try_from(fds.len()).map_err(|_| Errno::EINVAL)?;
    // SAFETY: pointer and length are those of the slice.
    Errno::result(unsafe { libc::poll(fds.as_mut_ptr(), count, timeout_ms) }).map(drop)
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn prints_utc() {
        let time = UNIX_EPOCH + Duration::from_millis(1_700_000_000_042);
        assert_eq!(utc_timestamp(time), "2023-11-14 22:13:20.042+0000");
        assert_eq!(utc_seconds([2023, 11, 14, 22, 13, 20]), 1_700_000_000);
    }
}
