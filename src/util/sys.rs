//! The system calls for which no crate has a safe form.

use std::os::fd::{AsRawFd, BorrowedFd, RawFd};
use std::sync::Once;
use std::sync::atomic::{AtomicU32, Ordering};

use nix::errno::Errno;

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
