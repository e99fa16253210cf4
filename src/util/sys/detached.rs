//! Starting a process that is nobody's child: what happens between fork and exec.
//!
//! In a forked process of a threaded program only async-signal-safe calls are allowed, and no allocation; that
//! is why everything is prepared before the fork and the C library is called directly.

use std::ffi::{CStr, CString, c_char, c_int};
use std::io;
use std::mem::{self, MaybeUninit};
use std::os::fd::{AsRawFd, BorrowedFd, FromRawFd, OwnedFd, RawFd};
use std::ptr;

use nix::sys::resource::{Resource, getrlimit};
use nix::sys::signal::{SigSet, SigmaskHow};
use nix::sys::socket::{AddressFamily, SockFlag, SockType, socketpair};
use nix::sys::wait::{WaitPidFlag, waitpid};
use nix::unistd::Pid;

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
    /// The file mode creation mask of one that gets a session of its own, in the root folder; without it, the process
    /// stays in the caller's session and folder and has the caller's mask.
    pub apart: Option<libc::mode_t>,
}

/// Most file descriptors that an [`Image`] can have.
pub const MAX_FDS: usize = 16;

/// Starts a process that is nobody's child: the calling program gets no SIGCHLD for it and finds it in no `wait`.
/// Returns its process id and a pidfd.
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
        apart: image.apart,
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
        None if report.errno == 0 => {
            // Another thread took the last file descriptor, so the kernel dropped the pidfd: what nobody can
            // watch must not run on.
            // SAFETY: a system call on numbers; the process was started a moment ago.
            unsafe { libc::kill(report.pid, libc::SIGKILL) };
            Err(io::Error::from_raw_os_error(libc::EMFILE))
        }
        _ => Err(io::Error::from_raw_os_error(report.errno)),
    }
}

/// What the helper and the new process read. Only plain memory: nothing is allocated after the first clone.
struct Child<'a> {
    program: *const c_char,
    argv: &'a [*const c_char],
    env: &'a [*const c_char],
    fds: &'a [RawFd],
    apart: Option<libc::mode_t>,
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
            if let Some(umask) = child.apart {
                libc::setsid();
                libc::umask(umask);
                libc::chdir(c"/".as_ptr());
            }
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
