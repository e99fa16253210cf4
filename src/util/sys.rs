//! The system calls for which no crate has a safe form.

use std::ffi::{CStr, CString, c_char, c_int};
use std::io;
use std::mem::{self, MaybeUninit};
use std::os::fd::{AsRawFd, BorrowedFd, FromRawFd, OwnedFd, RawFd};
use std::ptr;
use std::sync::Once;
use std::sync::atomic::{AtomicU32, Ordering};

use nix::errno::Errno;
use nix::sys::resource::{Resource, getrlimit};
use nix::sys::signal::{SigSet, SigmaskHow};
use nix::sys::socket::{AddressFamily, SockFlag, SockType, socketpair};
use nix::sys::wait::{WaitPidFlag, waitpid};
use nix::unistd::Pid;

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
        year: tm.tm_year + 1900,
        month: tm.tm_mon + 1,
        day: tm.tm_mday,
        hour: tm.tm_hour,
        minute: tm.tm_min,
        second: tm.tm_sec,
    }
}

/// What a new process shall be.
#[derive(Debug)]
pub struct Image<'a> {
    /// The file to run.
    pub program: &'a CStr,
    /// Its arguments, beginning with its name.
    pub argv: &'a [CString],
    /// Its whole environment, as NAME=VALUE.
    pub env: &'a [CString],
    /// Its file descriptors: the first becomes number 0, and so on. It gets no others.
    pub fds: &'a [BorrowedFd<'a>],
    /// Its file mode creation mask.
    pub umask: libc::mode_t,
}

/// Most file descriptors that an [`Image`] can have.
pub const MAX_FDS: usize = 16;

/// Starts a process that is nobody's child: it belongs to a session of its own, and the calling program gets
/// no SIGCHLD for it and finds it in no `wait`. Returns its process id and a pidfd.
///
/// A helper process in between starts it and ends at once. That helper reports no signal when it ends, is
/// invisible to a plain `waitpid(-1)`, and is reaped here by its id. It also makes the pidfd, which no reused
/// process id can spoil because the new process is still the helper's child.
///
/// # Errors
/// What the system said, also when it would not run the program.
pub fn spawn_detached(image: &Image<'_>) -> io::Result<(i32, OwnedFd)> {
    if image.fds.len() > MAX_FDS {
        return Err(io::Error::from(io::ErrorKind::InvalidInput));
    }
    let child = Child {
        program: image.program.as_ptr(),
        argv: &pointers(image.argv),
        env: &pointers(image.env),
        fds: &image.fds.iter().map(AsRawFd::as_raw_fd).collect::<Vec<_>>(),
        umask: image.umask,
        fd_limit: getrlimit(Resource::RLIMIT_NOFILE)
            .map_or(0, |(soft, _)| c_int::try_from(soft).unwrap_or(0)),
    };
    let (ours, theirs) = socketpair(AddressFamily::Unix, SockType::SeqPacket, None, SockFlag::SOCK_CLOEXEC)?;

    // The helper shares the program's signal handlers; blocked signals keep it from running one.
    let before = SigSet::all().thread_swap_mask(SigmaskHow::SIG_SETMASK)?;
    // SAFETY: the helper only makes async-signal-safe calls on memory prepared above, and never returns.
    let helper = unsafe {
        match clone_process(0) {
            0 => be_helper(&child, theirs.as_raw_fd()),
            pid => pid,
        }
    };
    let outcome = if helper < 0 { Err(io::Error::last_os_error()) } else { Ok(Pid::from_raw(helper)) };
    before.thread_set_mask()?;
    drop(theirs);
    reap(outcome?);

    let (report, pidfd) = receive(&ours)?;
    match pidfd {
        Some(pidfd) if report.errno == 0 => Ok((report.pid, pidfd)),
        _ => Err(io::Error::from_raw_os_error(report.errno)),
    }
}

/// What the helper and the new process read. Only plain memory: nothing is allocated after the first clone.
struct Child<'a> {
    program: *const c_char,
    argv: &'a [*const c_char],
    env: &'a [*const c_char],
    fds: &'a [RawFd],
    umask: libc::mode_t,
    /// One more than the highest file descriptor number.
    fd_limit: c_int,
}

/// How the helper fared.
#[derive(Clone, Copy, Default)]
#[repr(C)]
struct Report {
    pid: i32,
    /// 0 if the program runs.
    errno: i32,
}

/// A control message that holds one file descriptor.
#[repr(C)]
struct FdMessage {
    header: libc::cmsghdr,
    fd: c_int,
}

fn pointers(strings: &[CString]) -> Vec<*const c_char> {
    strings.iter().map(|s| s.as_ptr()).chain([ptr::null()]).collect()
}

/// Waits for the helper's end. Somebody who waits for every kind of child may have been faster.
fn reap(helper: Pid) {
    while waitpid(helper, Some(WaitPidFlag::__WALL)) == Err(nix::errno::Errno::EINTR) {}
}

/// `fork` without the C library's handlers; `exit_signal` 0 makes a child that ends in silence.
///
/// # Safety
/// In the child, the caller makes async-signal-safe calls only.
unsafe fn clone_process(exit_signal: c_int) -> c_int {
    // SAFETY: without CLONE_VM and with no stack given, this is fork; the other arguments are unused.
    unsafe {
        libc::syscall(libc::SYS_clone, exit_signal as libc::c_ulong, 0usize, 0usize, 0usize, 0usize) as c_int
    }
}

fn errno() -> c_int {
    // SAFETY: the C library gives every thread a place for its error number.
    unsafe { *libc::__errno_location() }
}

/// The helper: starts the process, reports on `channel`, ends.
///
/// # Safety
/// Runs alone in a process made by [`clone_process`].
unsafe fn be_helper(child: &Child<'_>, channel: RawFd) -> ! {
    let mut report = Report::default();
    let mut pidfd = -1;
    let mut pipe = [-1; 2];
    // SAFETY: system calls on memory of this function; the pipe is this process's own.
    unsafe {
        if libc::pipe2(pipe.as_mut_ptr(), libc::O_CLOEXEC) != 0 {
            report.errno = errno();
        } else {
            report.pid = clone_process(libc::SIGCHLD);
            match report.pid {
                0 => {
                    let failure = become_image(child, pipe[1]);
                    libc::_exit(failure);
                }
                -1 => report.errno = errno(),
                pid => {
                    libc::close(pipe[1]);
                    pidfd = libc::syscall(libc::SYS_pidfd_open, pid, 0) as c_int;
                    let open_failure = errno();
                    // Nothing to read means that the program took over and the pipe was closed with that.
                    let failure = ptr::from_mut(&mut report.errno).cast();
                    libc::read(pipe[0], failure, mem::size_of::<c_int>());
                    if report.errno == 0 && pidfd < 0 {
                        report.errno = open_failure;
                        libc::kill(pid, libc::SIGKILL);
                    }
                }
            }
        }
        send(channel, &report, pidfd);
        libc::_exit(0)
    }
}

/// Sends `report` and, if there is one, `pidfd`.
///
/// # Safety
/// As for any system call; async-signal-safe.
unsafe fn send(channel: RawFd, report: &Report, pidfd: RawFd) {
    let mut data =
        libc::iovec { iov_base: ptr::from_ref(report).cast_mut().cast(), iov_len: mem::size_of::<Report>() };
    // SAFETY: the messages live until the call is over; all-zero bytes are a valid `msghdr`.
    unsafe {
        let mut control = FdMessage { header: mem::zeroed(), fd: pidfd };
        control.header.cmsg_len = libc::CMSG_LEN(mem::size_of::<c_int>() as u32) as _;
        control.header.cmsg_level = libc::SOL_SOCKET;
        control.header.cmsg_type = libc::SCM_RIGHTS;
        let mut message: libc::msghdr = mem::zeroed();
        message.msg_iov = &mut data;
        message.msg_iovlen = 1;
        if pidfd >= 0 {
            message.msg_control = ptr::from_mut(&mut control).cast();
            message.msg_controllen = mem::size_of::<FdMessage>() as _;
        }
        libc::sendmsg(channel, &message, libc::MSG_NOSIGNAL);
    }
}

/// Takes the helper's report, which was sent before it ended.
fn receive(channel: &OwnedFd) -> io::Result<(Report, Option<OwnedFd>)> {
    let mut report = Report::default();
    let mut data =
        libc::iovec { iov_base: ptr::from_mut(&mut report).cast(), iov_len: mem::size_of::<Report>() };
    // SAFETY: the buffers outlive the call; the kernel hands over a file descriptor that is then ours alone.
    unsafe {
        let mut control = FdMessage { header: mem::zeroed(), fd: -1 };
        let mut message: libc::msghdr = mem::zeroed();
        message.msg_iov = &mut data;
        message.msg_iovlen = 1;
        message.msg_control = ptr::from_mut(&mut control).cast();
        message.msg_controllen = mem::size_of::<FdMessage>() as _;
        let flags = libc::MSG_DONTWAIT | libc::MSG_CMSG_CLOEXEC;
        let length = libc::recvmsg(channel.as_raw_fd(), &mut message, flags);
        let pidfd = (control.header.cmsg_type == libc::SCM_RIGHTS && control.fd >= 0)
            .then(|| OwnedFd::from_raw_fd(control.fd));
        match usize::try_from(length) {
            Ok(length) if length == mem::size_of::<Report>() => Ok((report, pidfd)),
            Ok(_) => Err(io::Error::from(io::ErrorKind::UnexpectedEof)),
            Err(_) => Err(io::Error::last_os_error()),
        }
    }
}

/// The new process: arranges file descriptors, signals, session and folder, and runs the program. Writes the
/// error number to `failures` and returns it if that does not work.
///
/// # Safety
/// Runs alone in a process made by [`clone_process`].
unsafe fn become_image(child: &Child<'_>, failures: RawFd) -> c_int {
    let count = child.fds.len() as c_int;
    // SAFETY: async-signal-safe calls; all pointers were prepared by `spawn_detached` and end with NULL.
    unsafe {
        // First everything out of the way of the final numbers, so that none overwrites another.
        let failures = libc::fcntl(failures, libc::F_DUPFD_CLOEXEC, count);
        let mut moved = [-1; MAX_FDS];
        let ready = failures >= 0
            && moved.iter_mut().zip(child.fds).all(|(slot, fd)| {
                *slot = libc::fcntl(*fd, libc::F_DUPFD_CLOEXEC, count);
                *slot >= 0
            })
            && moved.iter().zip(0..count).all(|(fd, number)| libc::dup2(*fd, number) >= 0);
        if ready {
            close_on_exec_from(count, child.fd_limit);
            reset_signals();
            libc::setsid();
            libc::umask(child.umask);
            libc::chdir(c"/".as_ptr());
            libc::execve(child.program, child.argv.as_ptr(), child.env.as_ptr());
        }
        let failure = errno();
        libc::write(failures, ptr::from_ref(&failure).cast(), mem::size_of::<c_int>());
        failure
    }
}

/// Lets every file descriptor from `first` on end with exec.
///
/// # Safety
/// As for any system call; async-signal-safe.
unsafe fn close_on_exec_from(first: c_int, limit: c_int) {
    // SAFETY: system calls on numbers.
    unsafe {
        let flags = libc::CLOSE_RANGE_CLOEXEC;
        if libc::syscall(libc::SYS_close_range, first, c_int::MAX, flags) != 0 {
            for fd in first..limit {
                libc::fcntl(fd, libc::F_SETFD, libc::FD_CLOEXEC);
            }
        }
    }
}

/// Ignored signals stay ignored over exec, and so does the mask: both go back to normal.
///
/// # Safety
/// As for any system call; async-signal-safe.
unsafe fn reset_signals() {
    // SAFETY: the kernel's structure is at most this long, and all zeros are the default action; signals that
    // cannot be changed are refused. (The C library's own function would leave out the two it uses itself.)
    unsafe {
        let action = [0_u64; 4];
        for signal in 1..=64 {
            libc::syscall(libc::SYS_rt_sigaction, signal, action.as_ptr(), ptr::null::<u64>(), 8usize);
        }
        let mut none = MaybeUninit::uninit();
        libc::sigemptyset(none.as_mut_ptr());
        libc::sigprocmask(libc::SIG_SETMASK, none.as_ptr(), ptr::null_mut());
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
