//! The driver's own thread for disk work that nobody waits for: status files, and what is left of ended runs.
//!
//! One thread does both, in order, so that a status file never comes back after its domain's end. It exists
//! only while there is work. Lock order: its queue's lock is a leaf.

#![forbid(unsafe_code)]

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, Weak};
use std::thread;

use super::vm::Vm;
use super::{Driver, status, stop};
use crate::ident::Uuid;
use crate::util::lock;

/// The work to do.
#[derive(Default)]
pub struct Keeper {
    queue: Mutex<Queue>,
}

#[derive(Default)]
struct Queue {
    /// Runs to clear away, with their numbers.
    ended: VecDeque<(Arc<Vm>, u64)>,
    /// Domains whose status file is out of date, each once however often it changed.
    changed: HashMap<Uuid, Arc<Vm>>,
    at_work: bool,
}

enum Task {
    Ended(Arc<Vm>, u64),
    Changed(Arc<Vm>),
}

impl Queue {
    fn next(&mut self) -> Option<Task> {
        if let Some((vm, generation)) = self.ended.pop_front() {
            return Some(Task::Ended(vm, generation));
        }
        let uuid = *self.changed.keys().next()?;
        self.changed.remove(&uuid).map(Task::Changed)
    }
}

impl Keeper {
    /// Run `generation` of `vm` is over.
    pub fn ended(&self, driver: &Weak<Driver>, vm: &Arc<Vm>, generation: u64) {
        self.add(driver, |queue| queue.ended.push_back((Arc::clone(vm), generation)));
    }

    /// Something of `vm` changed that its status file says.
    pub fn changed(&self, driver: &Weak<Driver>, vm: &Arc<Vm>) {
        self.add(driver, |queue| {
            queue.changed.insert(vm.uuid, Arc::clone(vm));
        });
    }

    fn add(&self, driver: &Weak<Driver>, change: impl FnOnce(&mut Queue)) {
        let mut queue = lock(&self.queue);
        change(&mut queue);
        if queue.at_work {
            return;
        }
        let Some(driver) = driver.upgrade() else { return };
        let work = move || {
            while let Some(task) = driver.keeper().take() {
                match task {
                    Task::Ended(vm, generation) => stop::finish(&driver, &vm, generation),
                    Task::Changed(vm) => status::update(&driver, &vm),
                }
            }
        };
        match thread::Builder::new().name("virt-state".to_owned()).spawn(work) {
            Ok(_) => queue.at_work = true,
            // The work stays in the queue; the next change tries again.
            Err(error) => log::error!("cannot start a thread for domain state: {error}"),
        }
    }

    /// The next piece of work; without one, the thread is over.
    fn take(&self) -> Option<Task> {
        let mut queue = lock(&self.queue);
        let task = queue.next();
        queue.at_work = task.is_some();
        task
    }
}
