//! Which file descriptors are ready: epoll, with `poll` for the few that epoll refuses.
//!
//! Works on numbers, not on owned descriptors: programs close and reuse a number while it is still watched,
//! and then the number counts, as with the original's `poll`. Knows nothing of watches and callbacks.

#![forbid(unsafe_code)]

use std::collections::HashMap;
use std::os::fd::{AsFd, AsRawFd, RawFd};
use std::sync::Arc;

use nix::errno::Errno;
use nix::sys::epoll::{Epoll, EpollCreateFlags, EpollEvent, EpollTimeout};
use nix::sys::eventfd::{EfdFlags, EventFd};

use crate::util::sys;

/// The poller's own event: somebody called [`Waker::wake`].
const WAKE: u64 = u64::MAX;

/// A set of numbers to watch, each with a mask of `POLL*` bits. Error and hang-up are always reported.
pub struct Poller {
    epoll: Arc<Epoll>,
    wake: Arc<EventFd>,
    fds: HashMap<RawFd, Interest>,
    /// Numbers that epoll does not take: regular files (always ready) and numbers that are not open.
    refused: Vec<RawFd>,
    next_serial: u32,
}

/// What is wanted of a number, and the serial of its entry in the epoll set; `None` if epoll refused it.
struct Interest {
    mask: u32,
    serial: Option<u32>,
}

impl Poller {
    /// An empty set.
    pub fn new() -> Result<Self, Errno> {
        let epoll = Epoll::new(EpollCreateFlags::EPOLL_CLOEXEC)?;
        let wake = EventFd::from_value_and_flags(0, EfdFlags::EFD_CLOEXEC | EfdFlags::EFD_NONBLOCK)?;
        sys::epoll_ctl(epoll.0.as_fd(), libc::EPOLL_CTL_ADD, wake.as_raw_fd(), libc::EPOLLIN as u32, WAKE)?;
        Ok(Self {
            epoll: Arc::new(epoll),
            wake: Arc::new(wake),
            fds: HashMap::new(),
            refused: Vec::new(),
            next_serial: 0,
        })
    }

    /// Starts over with the same numbers and fresh kernel objects. The old ones are only closed, never
    /// changed: after `fork` they belong to the parent as well.
    pub fn rebuild(&mut self) -> Result<(), Errno> {
        let mut fresh = Self::new()?;
        for (&fd, interest) in &self.fds {
            fresh.set(fd, Some(interest.mask));
        }
        *self = fresh;
        Ok(())
    }

    /// Whether there is nothing to wait for but time.
    pub fn is_empty(&self) -> bool {
        self.fds.is_empty()
    }

    /// Sets what is wanted of `fd`; `None` forgets it. True if a wait in progress does not notice.
    pub fn set(&mut self, fd: RawFd, mask: Option<u32>) -> bool {
        // As with poll, a negative number is never ready.
        if fd < 0 {
            return false;
        }
        let old = self.fds.remove(&fd);
        let was_refused = old.as_ref().is_some_and(|old| old.serial.is_none());
        if was_refused {
            self.refused.retain(|&other| other != fd);
        }
        let Some(mask) = mask else {
            if !was_refused {
                // Fails if the program closed the number first; then the kernel has forgotten it already.
                let _ = self.control(libc::EPOLL_CTL_DEL, fd, 0, 0);
            }
            return was_refused;
        };
        let serial = self.enter(fd, mask, old.and_then(|old| old.serial));
        if serial.is_none() {
            self.refused.push(fd);
        }
        self.fds.insert(fd, Interest { mask, serial });
        was_refused || serial.is_none()
    }

    /// Puts `fd` into the epoll set, where it is believed to be if it has a serial. Returns the serial of
    /// its entry, `None` if epoll refuses it.
    fn enter(&mut self, fd: RawFd, mask: u32, serial: Option<u32>) -> Option<u32> {
        if let Some(serial) = serial {
            match self.control(libc::EPOLL_CTL_MOD, fd, mask, serial) {
                Ok(()) => return Some(serial),
                // The number was closed and now is another file: the entry has gone.
                Err(Errno::ENOENT) => {}
                Err(_) => return None,
            }
        }
        let serial = self.next_serial;
        self.next_serial = serial.wrapping_add(1);
        let entered = match self.control(libc::EPOLL_CTL_ADD, fd, mask, serial) {
            // An entry outlived the number because a duplicate kept the file open, and the number is back.
            Err(Errno::EEXIST) => self.control(libc::EPOLL_CTL_MOD, fd, mask, serial),
            outcome => outcome,
        };
        entered.is_ok().then_some(serial)
    }

    fn control(&self, operation: i32, fd: RawFd, mask: u32, serial: u32) -> Result<(), Errno> {
        sys::epoll_ctl(self.epoll.0.as_fd(), operation, fd, mask, token(fd, serial))
    }

    /// What another thread needs to end a wait.
    pub fn waker(&self) -> Waker {
        Waker(Arc::clone(&self.wake))
    }

    /// What a thread needs to wait without holding the lock around the poller.
    pub fn waiter(&self) -> Waiter {
        let polled = |&fd: &RawFd| libc::pollfd { fd, events: self.fds[&fd].mask as i16, revents: 0 };
        Waiter { epoll: Arc::clone(&self.epoll), refused: self.refused.iter().map(polled).collect() }
    }

    /// Takes in what `waiter` found: calls `ready` with every number and its `POLL*` bits.
    pub fn collect(&mut self, waiter: &Waiter, found: &[EpollEvent], mut ready: impl FnMut(RawFd, u32)) {
        let mut stale = None;
        for event in found {
            if event.data() == WAKE {
                let _ = self.wake.read();
                continue;
            }
            let (fd, serial) = parts(event.data());
            match self.fds.get(&fd) {
                Some(interest) if interest.serial == Some(serial) => ready(fd, event.events().bits() as u32),
                _ => stale = Some(event.data()),
            }
        }
        for polled in &waiter.refused {
            if polled.revents & libc::POLLNVAL == 0 && polled.revents != 0 {
                ready(polled.fd, polled.revents as u32);
            }
        }
        if stale.is_some_and(|token| self.reports(token)) && self.rebuild().is_err() {
            log::warn!("no file descriptors left to clean the event loop's set");
        }
    }

    /// Whether the set still has an entry that is not ours. An event may have been on its way when its entry
    /// went; but a watched number may also have been closed while a duplicate keeps the file open, and then
    /// no number is left to take the entry out by.
    fn reports(&self, token: u64) -> bool {
        let mut found = Vec::with_capacity(self.fds.len() + 1);
        Waiter { epoll: Arc::clone(&self.epoll), refused: Vec::new() }.wait(0, &mut found);
        found.iter().any(|event| event.data() == token)
    }
}

/// The means to end a wait, apart from the poller: see [`Poller::waker`].
pub struct Waker(Arc<EventFd>);

impl Waker {
    /// Ends the wait in progress, or else the next one.
    pub fn wake(&self) {
        // Fails only when the counter is full, and then the wait ends anyhow.
        let _ = self.0.write(1);
    }
}

/// A wait, apart from the poller: see [`Poller::waiter`].
pub struct Waiter {
    epoll: Arc<Epoll>,
    refused: Vec<libc::pollfd>,
}

impl Waiter {
    /// Waits at most `timeout_ms`, for ever if negative, and puts all that is ready into `found`. A signal
    /// ends the wait with nothing found.
    pub fn wait(&mut self, mut timeout_ms: i32, found: &mut Vec<EpollEvent>) {
        if !self.refused.is_empty() {
            // Epoll itself is one more number to poll.
            let epoll = libc::pollfd { fd: self.epoll.0.as_raw_fd(), events: libc::POLLIN, revents: 0 };
            self.refused.push(epoll);
            let outcome = sys::poll(&mut self.refused, timeout_ms);
            self.refused.pop();
            if outcome.is_err() {
                self.refused.clear();
            }
            timeout_ms = 0;
        }
        let mut room = found.capacity().max(16);
        loop {
            found.resize(room, EpollEvent::empty());
            let timeout = EpollTimeout::try_from(timeout_ms).unwrap_or(EpollTimeout::NONE);
            let count = self.epoll.wait(found, timeout).unwrap_or(0);
            found.truncate(count);
            if count < room {
                return;
            }
            // There may be more: all that is ready belongs to one round, in the order of registration.
            room *= 2;
            timeout_ms = 0;
        }
    }
}

/// What the kernel hands back with an event: the number, and the serial of its entry.
fn token(fd: RawFd, serial: u32) -> u64 {
    u64::from(serial) << 32 | u64::from(fd.cast_unsigned())
}

fn parts(token: u64) -> (RawFd, u32) {
    ((token as u32).cast_signed(), (token >> 32) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::File;

    const IN: u32 = libc::POLLIN as u32;

    /// One wait that does not sleep; the numbers that are ready, sorted.
    fn ready(poller: &mut Poller) -> Vec<(RawFd, u32)> {
        let mut waiter = poller.waiter();
        let mut found = Vec::new();
        waiter.wait(0, &mut found);
        let mut ready = Vec::new();
        poller.collect(&waiter, &found, |fd, bits| ready.push((fd, bits)));
        ready.sort_unstable();
        ready
    }

    fn readable() -> EventFd {
        EventFd::from_value(1).expect("a descriptor")
    }

    #[test]
    fn a_wake_ends_one_wait_and_is_no_event() {
        let mut poller = Poller::new().expect("descriptors");
        poller.waker().wake();
        let mut found = Vec::new();
        let mut waiter = poller.waiter();
        waiter.wait(-1, &mut found);
        poller.collect(&waiter, &found, |fd, _| panic!("{fd} is not ours"));
        poller.waiter().wait(0, &mut found);
        assert!(found.is_empty());
    }

    #[test]
    fn what_epoll_refuses_is_polled() {
        let mut poller = Poller::new().expect("descriptors");
        let file = File::open("/proc/self/exe").expect("our own program");
        let pipe = readable();
        assert!(poller.set(file.as_raw_fd(), Some(IN)), "a wait in progress must learn of a file");
        assert!(!poller.set(pipe.as_raw_fd(), Some(IN)), "but not of what epoll takes");
        let mut both = vec![(file.as_raw_fd(), IN), (pipe.as_raw_fd(), IN)];
        both.sort_unstable();
        assert_eq!(ready(&mut poller), both);
        poller.set(file.as_raw_fd(), None);
        poller.set(-1, Some(IN));
        assert_eq!(ready(&mut poller), [(pipe.as_raw_fd(), IN)]);
    }

    #[test]
    fn more_than_fits_at_first_is_found_in_one_wait() {
        let mut poller = Poller::new().expect("descriptors");
        let pipes: Vec<_> = (0..100).map(|_| readable()).collect();
        for pipe in &pipes {
            poller.set(pipe.as_raw_fd(), Some(IN));
        }
        assert_eq!(ready(&mut poller).len(), pipes.len());
    }

    #[test]
    fn an_entry_without_number_is_cleaned_out() {
        let mut poller = Poller::new().expect("descriptors");
        let other = readable();
        poller.set(other.as_raw_fd(), Some(IN));
        let first = readable();
        let number = first.as_raw_fd();
        let duplicate = first.as_fd().try_clone_to_owned().expect("a descriptor");
        poller.set(number, Some(IN));
        drop(first);
        poller.set(number, None);
        // The kernel still reports the file, under a number that is not open.
        assert_eq!(ready(&mut poller), [(other.as_raw_fd(), IN)]);
        let mut found = Vec::new();
        poller.waiter().wait(0, &mut found);
        assert_eq!(found.len(), 1, "only the other one is left");
        drop(duplicate);
    }

    #[test]
    fn a_rebuilt_set_watches_the_same() {
        let mut poller = Poller::new().expect("descriptors");
        let pipe = readable();
        poller.set(pipe.as_raw_fd(), Some(IN));
        poller.rebuild().expect("descriptors");
        assert_eq!(ready(&mut poller), [(pipe.as_raw_fd(), IN)]);
    }
}
