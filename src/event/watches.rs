//! The file descriptor watches of the default loop: which watch wants what of which number.
//!
//! Several watches may share a number. What of this the kernel has to know is in `poller.rs`; who calls the
//! callbacks, and when, is in `default_loop.rs`.

#![forbid(unsafe_code)]

use std::collections::HashMap;
use std::ffi::c_int;
use std::os::fd::RawFd;
use std::sync::Arc;

use super::callback::HandleCallback;
use super::default_loop::{Order, next_id};
use crate::abi::_virEventHandleType::*;

/// `virEventHandleType` bits and the `POLL*` bits that they stand for.
const BITS: [(c_int, u32); 4] = [
    (VIR_EVENT_HANDLE_READABLE as c_int, libc::POLLIN as u32),
    (VIR_EVENT_HANDLE_WRITABLE as c_int, libc::POLLOUT as u32),
    (VIR_EVENT_HANDLE_ERROR as c_int, libc::POLLERR as u32),
    (VIR_EVENT_HANDLE_HANGUP as c_int, libc::POLLHUP as u32),
];

/// All watches, by number.
#[derive(Default)]
pub struct Watches {
    slots: HashMap<c_int, Watch>,
    by_fd: HashMap<RawFd, Vec<c_int>>,
    last_id: c_int,
    /// Watches whose callbacks are running, more than one while a callback runs the loop. With their order:
    /// changed in its callback, a watch is like another one, which a round inside that callback may call.
    in_call: Vec<(c_int, Order)>,
}

struct Watch {
    fd: RawFd,
    /// `virEventHandleType` bits as the program gave them; 0 disables the watch.
    events: c_int,
    order: Order,
    /// A round inside its own callback is going on: the number must not wake that round again and again.
    parked: bool,
    callback: Arc<HandleCallback>,
}

impl Watches {
    /// Adds a watch and returns its number.
    pub fn add(&mut self, fd: RawFd, events: c_int, callback: HandleCallback, order: Order) -> c_int {
        let id = next_id(self.last_id, |id| self.slots.contains_key(&id));
        self.last_id = id;
        let callback = Arc::new(callback);
        self.slots.insert(id, Watch { fd, events, order, parked: false, callback });
        self.by_fd.entry(fd).or_default().push(id);
        id
    }

    /// Changes what a watch waits for. Returns its fd; `None` if nothing changes or there is no such watch.
    pub fn update(&mut self, id: c_int, events: c_int, order: Order) -> Option<RawFd> {
        let watch = self.slots.get_mut(&id).filter(|watch| watch.events != events)?;
        watch.events = events;
        watch.order = order;
        watch.parked = false;
        Some(watch.fd)
    }

    /// Removes a watch. Hands out its fd, whether it was enabled, and its callback; `None` if there is no
    /// such watch.
    pub fn remove(&mut self, id: c_int) -> Option<(RawFd, bool, Arc<HandleCallback>)> {
        let watch = self.slots.remove(&id)?;
        if let Some(ids) = self.by_fd.get_mut(&watch.fd) {
            ids.retain(|&other| other != id);
            if ids.is_empty() {
                self.by_fd.remove(&watch.fd);
            }
        }
        Some((watch.fd, watch.events != 0, watch.callback))
    }

    /// What the watches of `fd` want, as `POLL*` bits; `None` if they want nothing, not even errors.
    pub fn wanted(&self, fd: RawFd) -> Option<u32> {
        let enabled = self.of(fd).map(|(_, watch)| watch).filter(|watch| watch.events != 0 && !watch.parked);
        enabled.map(|watch| poll_bits(watch.events)).reduce(|all, bits| all | bits)
    }

    /// Calls `due` with order, number and `virEventHandleType` bits of every watch that waits for what `fd`
    /// is ready for. Each is then begun, or left alone.
    pub fn ready(&self, fd: RawFd, poll: u32, mut due: impl FnMut(Order, c_int, c_int)) {
        for (id, watch) in self.of(fd) {
            // Who watches at all hears of errors and hang-ups.
            let wanted = poll_bits(watch.events) | libc::POLLERR as u32 | libc::POLLHUP as u32;
            if watch.events != 0 && poll & wanted != 0 {
                due(watch.order, id, event_bits(poll & wanted));
            }
        }
    }

    /// Fd and callback of a watch that is ready, to be called now; `None` if the watch was removed or changed
    /// since, or if its callback is running.
    pub fn begin(&mut self, id: c_int, order: Order) -> Option<(RawFd, Arc<HandleCallback>)> {
        let watch = self.slots.get(&id).filter(|watch| watch.order == order)?;
        if self.in_call.contains(&(id, order)) {
            return None;
        }
        self.in_call.push((id, order));
        Some((watch.fd, Arc::clone(&watch.callback)))
    }

    /// The callback has returned. Returns the fd if it was parked and is wanted again.
    pub fn finish(&mut self, id: c_int, order: Order) -> Option<RawFd> {
        self.in_call.retain(|&entry| entry != (id, order));
        let watch = self.slots.get_mut(&id).filter(|watch| watch.order == order)?;
        std::mem::take(&mut watch.parked).then_some(watch.fd)
    }

    /// A round inside callbacks begins: parks the watches of those callbacks and returns their fds.
    pub fn park(&mut self) -> Vec<RawFd> {
        let slots = &mut self.slots;
        let park = |&(id, order): &(c_int, Order)| {
            let watch = slots.get_mut(&id).filter(|watch| watch.order == order && !watch.parked)?;
            watch.parked = true;
            Some(watch.fd)
        };
        self.in_call.iter().filter_map(park).collect()
    }

    fn of(&self, fd: RawFd) -> impl Iterator<Item = (c_int, &Watch)> {
        self.by_fd.get(&fd).into_iter().flatten().map(|&id| (id, &self.slots[&id]))
    }
}

fn poll_bits(events: c_int) -> u32 {
    BITS.iter().filter(|(event, _)| events & event != 0).map(|(_, poll)| poll).sum()
}

fn event_bits(poll: u32) -> c_int {
    BITS.iter().filter(|(_, bit)| poll & bit != 0).map(|(event, _)| event).sum()
}
