//! The library's one I/O thread: monitor sockets, processes and timers of all guests.
//!
//! An epoll set with a wake-up and a timer queue, on a thread named "virt-monitor" that exists only while
//! something is registered. The application's own event loop (`event`) is another thing.
//!
//! Locks: the reactor's own lock is the innermost of all and never held while a source or a timer runs.
//! After a fork the child has no I/O thread; every entry notices that by the process id and stays away.

#![forbid(unsafe_code)]

#[cfg(test)]
mod tests;

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, HashMap};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::panic::{self, AssertUnwindSafe};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use std::{io, process, thread};

use nix::errno::Errno;
use nix::sys::epoll::{Epoll, EpollCreateFlags, EpollEvent, EpollFlags, EpollTimeout};
use nix::sys::eventfd::{EfdFlags, EventFd};
use nix::sys::signal::{SigSet, SigmaskHow};
use once_cell::sync::Lazy;

use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::util::lock;

/// What a registered file descriptor belongs to.
pub trait Source: Send + Sync {
    /// The file descriptor; the same for the life of the source, which therefore owns it.
    fn fd(&self) -> BorrowedFd<'_>;
    /// Something can be done, on the I/O thread. A hang-up counts as readable.
    fn ready(&self, ready: Interest);
    /// Somebody called [`Reactor::wake`], on the I/O thread. Several calls may arrive as one.
    fn woken(&self) {}
}

/// What a source waits for, or may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interest {
    /// Data, or a hang-up.
    pub readable: bool,
    /// Room for data.
    pub writable: bool,
}

impl Interest {
    /// Data, or a hang-up.
    pub const READ: Self = Self { readable: true, writable: false };
    /// The same, and room for data.
    pub const READ_WRITE: Self = Self { readable: true, writable: true };

    fn flags(self) -> EpollFlags {
        let mut flags = EpollFlags::empty();
        flags.set(EpollFlags::EPOLLIN, self.readable);
        flags.set(EpollFlags::EPOLLOUT, self.writable);
        flags
    }

    fn from_flags(flags: EpollFlags) -> Self {
        let ended = EpollFlags::EPOLLHUP | EpollFlags::EPOLLERR;
        Self {
            readable: flags.intersects(EpollFlags::EPOLLIN | ended),
            writable: flags.contains(EpollFlags::EPOLLOUT),
        }
    }
}

/// Names a registration; never used again for another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Token(u64);

/// Names a timer; never used again for another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimerToken {
    due: Instant,
    serial: u64,
}

/// The token of the wake-up; [`Reactor::token`] starts above it.
const WAKE: u64 = 0;

/// How many descriptors one call of the kernel reports at most. More just take another round.
const BATCH: usize = 64;

type Job = Box<dyn FnOnce() + Send>;

/// The I/O thread's book.
pub struct Reactor {
    pid: u32,
    serial: AtomicU64,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// Of the running thread; gone with it.
    poller: Option<Arc<Poller>>,
    sources: HashMap<Token, Arc<dyn Source>>,
    timers: BTreeMap<TimerToken, Job>,
    woken: Vec<Token>,
    /// The thread is in the kernel, or about to go there, and nobody has rung for it yet.
    asleep: bool,
}

struct Poller {
    epoll: Epoll,
    wake: EventFd,
}

thread_local! {
    static ON_THREAD: Cell<bool> = const { Cell::new(false) };
    /// What [`at_end`] has put off.
    static AT_END: RefCell<Vec<Job>> = const { RefCell::new(Vec::new()) };
}

/// Runs `job` at the end of the present turn of the I/O thread, when the source or timer at work is done, so that
/// the other threads which it wakes find all that the turn brings. On any other thread it runs at once.
pub fn at_end(job: impl FnOnce() + Send + 'static) {
    if Reactor::on_thread() {
        AT_END.with_borrow_mut(|jobs| jobs.push(Box::new(job)));
    } else {
        job();
    }
}

/// Runs what was put off until now, for a source that is about to tell somebody who must not come first.
pub fn run_put_off() {
    loop {
        let jobs = AT_END.take();
        if jobs.is_empty() {
            return;
        }
        jobs.into_iter().for_each(contain);
    }
}

static REACTOR: Lazy<Reactor> = Lazy::new(Reactor::new);

impl Reactor {
    fn new() -> Self {
        Self { pid: process::id(), serial: AtomicU64::new(WAKE + 1), state: Mutex::default() }
    }

    /// The one of this process.
    pub fn get() -> &'static Self {
        &REACTOR
    }

    /// Whether the calling thread is the I/O thread, which must not wait for itself.
    pub fn on_thread() -> bool {
        ON_THREAD.get()
    }

    /// Whether this is a fork of the process that the reactor belongs to: everything in it is the parent's.
    pub fn forked(&self) -> bool {
        self.pid != process::id()
    }

    /// The error for callers in such a fork.
    ///
    /// # Errors
    /// `VIR_ERR_OPERATION_INVALID`
    pub fn check_process(&self) -> Result<()> {
        if !self.forked() {
            return Ok(());
        }
        let text =
            format!("this connection belongs to process {} and cannot be used in a fork of it", self.pid);
        Err(Error::new(ErrorCode::VIR_ERR_OPERATION_INVALID, ErrorDomain::VIR_FROM_NONE, text))
    }

    /// A name for a registration to come.
    pub fn token(&self) -> Token {
        Token(self.serial.fetch_add(1, Ordering::Relaxed))
    }

    /// Adds a source under a fresh `token`.
    ///
    /// # Errors
    /// `VIR_ERR_SYSTEM_ERROR` if the system refuses, `VIR_ERR_OPERATION_INVALID` in a fork of the process.
    pub fn register(&'static self, token: Token, source: Arc<dyn Source>, interest: Interest) -> Result<()> {
        self.check_process()?;
        let mut state = lock(&self.state);
        let poller = self.running(&mut state)?;
        poller
            .epoll
            .add(source.fd(), EpollEvent::new(interest.flags(), token.0))
            .map_err(|errno| failure("Unable to watch a file descriptor", errno))?;
        state.sources.insert(token, source);
        Ok(())
    }

    /// Changes what a registered source waits for.
    ///
    /// # Errors
    /// `VIR_ERR_SYSTEM_ERROR` if the system refuses.
    pub fn set_interest(&self, token: Token, source: &dyn Source, interest: Interest) -> Result<()> {
        self.check_process()?;
        let state = lock(&self.state);
        match &state.poller {
            Some(poller) if state.sources.contains_key(&token) => poller
                .epoll
                .modify(source.fd(), &mut EpollEvent::new(interest.flags(), token.0))
                .map_err(|errno| failure("Unable to watch a file descriptor", errno)),
            _ => Ok(()),
        }
    }

    /// Ends a registration, before its file descriptor is closed. A call of the source that is running on
    /// the I/O thread may still finish; none starts any more.
    pub fn deregister(&self, token: Token) {
        if self.forked() {
            return;
        }
        let mut state = lock(&self.state);
        let Some(source) = state.sources.remove(&token) else { return };
        if let Some(poller) = &state.poller
            && let Err(errno) = poller.epoll.delete(source.fd())
        {
            log::warn!("cannot stop watching a file descriptor: {errno}");
        }
        self.ring(state); // the thread ends with its last source
    }

    /// Has [`Source::woken`] run on the I/O thread.
    pub fn wake(&self, token: Token) {
        if self.forked() {
            return;
        }
        let mut state = lock(&self.state);
        if state.sources.contains_key(&token) && !state.woken.contains(&token) {
            state.woken.push(token);
            self.ring(state);
        }
    }

    /// Runs `job` on the I/O thread after `delay`.
    ///
    /// # Errors
    /// As [`register`](Self::register).
    pub fn after(&'static self, delay: Duration, job: impl FnOnce() + Send + 'static) -> Result<TimerToken> {
        self.check_process()?;
        let timer = TimerToken { due: Instant::now() + delay, serial: self.token().0 };
        let mut state = lock(&self.state);
        self.running(&mut state)?;
        state.timers.insert(timer, Box::new(job));
        if state.timers.keys().next() == Some(&timer) {
            self.ring(state);
        }
        Ok(timer)
    }

    /// Forgets a timer; it may be running on the I/O thread or have run already.
    pub fn cancel(&self, timer: TimerToken) {
        if self.forked() {
            return;
        }
        let mut state = lock(&self.state);
        let job = state.timers.remove(&timer);
        if state.is_idle() {
            self.ring(state);
        } else {
            drop(state);
        }
        drop(job); // with what it holds, outside the lock
    }

    /// Runs `exited` on the I/O thread once the process behind `pidfd` has ended (it still has to be
    /// reaped). The pidfd is closed then, or by [`deregister`](Self::deregister).
    ///
    /// # Errors
    /// As [`register`](Self::register).
    pub fn watch_process(
        &'static self,
        pidfd: OwnedFd,
        exited: impl FnOnce() + Send + 'static,
    ) -> Result<Token> {
        let token = self.token();
        let watch = ProcessWatch { token, pidfd, exited: Mutex::new(Some(Box::new(exited))) };
        self.register(token, Arc::new(watch), Interest::READ)?;
        Ok(token)
    }

    /// The poller of the running thread, which is started if there is none.
    fn running(&'static self, state: &mut State) -> Result<Arc<Poller>> {
        if let Some(poller) = &state.poller {
            return Ok(Arc::clone(poller));
        }
        let poller =
            Arc::new(Poller::new().map_err(|errno| failure("Unable to create an epoll set", errno))?);
        let of_thread = Arc::clone(&poller);
        // The program's signals are for the program's threads; a thread starts with its creator's mask.
        let mask = SigSet::all()
            .thread_swap_mask(SigmaskHow::SIG_BLOCK)
            .map_err(|errno| failure("Unable to block signals", errno))?;
        let spawned =
            thread::Builder::new().name("virt-monitor".to_owned()).spawn(move || self.run(&of_thread));
        if let Err(errno) = mask.thread_set_mask() {
            log::error!("cannot restore the signal mask: {errno}");
        }
        spawned
            .map_err(|error| Error::system(ErrorDomain::VIR_FROM_NONE, "Unable to create thread", &error))?;
        state.poller = Some(Arc::clone(&poller));
        Ok(poller)
    }

    /// Lets go of the lock and gets the thread out of the kernel, if it is there.
    fn ring(&self, mut state: std::sync::MutexGuard<'_, State>) {
        let asleep = std::mem::take(&mut state.asleep);
        let poller = if asleep { state.poller.clone() } else { None };
        drop(state);
        if let Some(poller) = poller
            && let Err(errno) = poller.wake.write(1)
        {
            log::error!("cannot wake the I/O thread: {errno}");
        }
    }

    /// The thread: runs what is due until there is nothing more to wait for.
    fn run(&self, poller: &Poller) {
        ON_THREAD.set(true);
        let mut events = [EpollEvent::empty(); BATCH];
        while let Some(timeout) = self.run_due() {
            match poller.epoll.wait(&mut events, timeout) {
                Ok(count) => {
                    for event in &events[..count] {
                        self.dispatch(Token(event.data()), Interest::from_flags(event.events()));
                    }
                }
                Err(Errno::EINTR) => {}
                Err(errno) => {
                    // The program has closed a descriptor that is not its own. Commands run into their
                    // deadlines; the next registration starts afresh.
                    log::error!("the I/O thread ends, it cannot wait: {errno}");
                    let lost = std::mem::take(&mut *lock(&self.state));
                    drop(lost);
                    return;
                }
            }
        }
    }

    /// Runs timers and wake-ups until none is due; returns how long to sleep, or `None` at the very end.
    fn run_due(&self) -> Option<EpollTimeout> {
        loop {
            let mut state = lock(&self.state);
            state.asleep = false;
            let woken = std::mem::take(&mut state.woken);
            let job = state.take_due_timer();
            if woken.is_empty() && job.is_none() {
                if state.is_idle() {
                    // Whoever registers next starts a new thread with a poller of its own.
                    state.poller = None;
                    return None;
                }
                state.asleep = true;
                return Some(state.sleep());
            }
            let sources: Vec<_> =
                woken.iter().filter_map(|token| state.sources.get(token).cloned()).collect();
            drop(state);
            for source in sources {
                contain(|| source.woken());
            }
            if let Some(job) = job {
                contain(job);
            }
            run_put_off();
        }
    }

    /// Tells a source what it may do, unless an earlier call of this round has removed it.
    fn dispatch(&self, token: Token, ready: Interest) {
        let source = {
            let mut state = lock(&self.state);
            state.asleep = false;
            state.sources.get(&token).cloned()
        };
        if let Some(source) = source {
            contain(|| source.ready(ready));
            run_put_off();
        }
    }
}

impl State {
    fn is_idle(&self) -> bool {
        self.sources.is_empty() && self.timers.is_empty()
    }

    fn take_due_timer(&mut self) -> Option<Job> {
        let first = self.timers.first_entry()?;
        (first.key().due <= Instant::now()).then(|| first.remove())
    }

    /// How long until the first timer, rounded up: early means another round for nothing.
    fn sleep(&self) -> EpollTimeout {
        let Some(first) = self.timers.keys().next() else { return EpollTimeout::NONE };
        let wait = first.due.saturating_duration_since(Instant::now()) + Duration::from_nanos(999_999);
        EpollTimeout::try_from(wait).unwrap_or(EpollTimeout::MAX)
    }
}

impl Poller {
    fn new() -> nix::Result<Self> {
        let epoll = Epoll::new(EpollCreateFlags::EPOLL_CLOEXEC)?;
        let wake = EventFd::from_value_and_flags(0, EfdFlags::EFD_CLOEXEC | EfdFlags::EFD_NONBLOCK)?;
        // Edge-triggered: every ring is reported once, and nobody has to read it.
        epoll.add(&wake, EpollEvent::new(EpollFlags::EPOLLIN | EpollFlags::EPOLLET, WAKE))?;
        Ok(Self { epoll, wake })
    }
}

/// Waits for a pidfd.
struct ProcessWatch {
    token: Token,
    pidfd: OwnedFd,
    exited: Mutex<Option<Job>>,
}

impl Source for ProcessWatch {
    fn fd(&self) -> BorrowedFd<'_> {
        self.pidfd.as_fd()
    }

    fn ready(&self, _ready: Interest) {
        Reactor::get().deregister(self.token);
        let exited = lock(&self.exited).take();
        if let Some(exited) = exited {
            exited();
        }
    }
}

/// Runs one piece of work on the I/O thread; its panic is a bug, but must not take all other guests along.
pub fn contain(work: impl FnOnce()) {
    if let Err(panic) = panic::catch_unwind(AssertUnwindSafe(work)) {
        let text = panic
            .downcast_ref::<String>()
            .map(String::as_str)
            .or_else(|| panic.downcast_ref::<&str>().copied())
            .unwrap_or("unknown cause");
        log::error!("unexpected panic on the I/O thread: {text}");
    }
}

fn failure(what: &str, errno: Errno) -> Error {
    Error::system(ErrorDomain::VIR_FROM_NONE, what, &io::Error::from(errno))
}
