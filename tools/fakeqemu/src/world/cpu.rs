//! Virtual CPUs: which are there, which thread runs each.

use serde_json::{Value, json};

use super::{Args, Fault, World, number, text};
use crate::version::v;

/// Thread ids are the process's id and up.
#[derive(Debug)]
pub struct Cpus {
    /// One entry per possible CPU: the name of its object if it is there.
    slots: Vec<Option<String>>,
}

/// Type of all CPUs.
pub const DRIVER: &str = "qemu64-x86_64-cpu";

impl Cpus {
    /// `max` possible CPUs, the first ones there.
    pub fn new(online: u32, max: u32) -> Self {
        let path = |index| (index < online).then(|| format!("/machine/unattached/device[{}]", index * 2));
        Cpus { slots: (0..max.max(online)).map(path).collect() }
    }

    fn online(&self) -> impl Iterator<Item = (usize, &String)> {
        self.slots.iter().enumerate().filter_map(|(index, path)| Some((index, path.as_ref()?)))
    }

    /// `device_add` of a CPU at a socket.
    pub fn plug(&mut self, socket: Option<usize>, id: Option<&str>) -> Result<(), Fault> {
        let socket = socket.or_else(|| self.slots.iter().position(Option::is_none)).unwrap_or(usize::MAX);
        let Some(slot) = self.slots.get_mut(socket) else {
            let max = self.slots.len().saturating_sub(1);
            return Err(Fault::new(format!("Invalid CPU socket-id: {socket} must be in range 0:{max}")));
        };
        if slot.is_some() {
            return Err(Fault::new(format!("CPU[{socket}] with APIC ID {socket} exists")));
        }
        *slot = Some(match id {
            Some(id) => format!("/machine/peripheral/{id}"),
            None => format!("/machine/peripheral-anon/device[{socket}]"),
        });
        Ok(())
    }

    /// `device_del` of a CPU: whether there was one with this id.
    pub fn unplug(&mut self, id: &str) -> bool {
        let path = format!("/machine/peripheral/{id}");
        match self.slots.iter_mut().find(|slot| slot.as_deref() == Some(&path)) {
            Some(slot) => {
                *slot = None;
                true
            }
            None => false,
        }
    }
}

fn thread_id(index: usize) -> usize {
    std::process::id() as usize + index
}

fn props(index: usize) -> Value {
    json!({"core-id": 0, "thread-id": 0, "socket-id": index})
}

impl World {
    /// `cpu_set N online|offline`.
    pub fn cpu_set(&mut self, args: &Args) -> Result<(), Fault> {
        let index = number(args, "cpu").and_then(|cpu| usize::try_from(cpu).ok()).unwrap_or(usize::MAX);
        let state = text(args, "state").unwrap_or_default();
        let Some(slot) = self.cpus.slots.get_mut(index) else {
            return Err(Fault::new(format!("invalid value: {index}")));
        };
        match state {
            "online" => *slot = Some(format!("/machine/unattached/device[{}]", index * 2)),
            "offline" => *slot = None,
            _ => return Err(Fault::new(format!("invalid status: {state}"))),
        }
        Ok(())
    }

    /// `query-cpus-fast`.
    pub fn query_cpus_fast(&mut self, _: &Args) -> Result<Value, Fault> {
        let cpu = |(index, path): (usize, &String)| {
            json!({"cpu-index": index, "qom-path": path, "thread-id": thread_id(index), "props": props(index),
                "target": "x86_64"})
        };
        Ok(self.cpus.online().map(cpu).collect())
    }

    /// `query-cpus`, which is gone from today's.
    pub fn query_cpus(&mut self, _: &Args) -> Result<Value, Fault> {
        let halted = !self.is_running();
        let cpu = |(index, _): (usize, &String)| json!({"CPU": index, "current": index == 0, "halted": halted, "pc": 0x000f_ff0f, "thread_id": thread_id(index)});
        Ok(self.cpus.online().map(cpu).collect())
    }

    /// `query-hotpluggable-cpus`, the last first.
    pub fn query_hotpluggable_cpus(&mut self, _: &Args) -> Result<Value, Fault> {
        let slot = |(index, path): (usize, &Option<String>)| {
            let mut slot = json!({"props": props(index), "vcpus-count": 1, "type": DRIVER});
            if let Some(path) = path {
                slot["qom-path"] = json!(path);
            }
            slot
        };
        Ok(self.cpus.slots.iter().enumerate().rev().map(slot).collect())
    }

    /// `info cpus`.
    pub fn info_cpus(&mut self, _: &Args) -> Result<String, Fault> {
        let line = |(index, _): (usize, &String)| {
            let mark = if index == 0 { '*' } else { ' ' };
            let thread = thread_id(index);
            if self.version >= v(2, 13, 0) {
                return format!("{mark} CPU #{index}: thread_id={thread}\n");
            }
            let halted = if self.is_running() { "" } else { " (halted)" };
            // As the builds with KVM have it; the others lack the thread's id before 0.14.
            format!("{mark} CPU #{index}: pc=0x000fff0f{halted} thread_id={thread}\n")
        };
        Ok(self.cpus.online().map(line).collect())
    }
}
