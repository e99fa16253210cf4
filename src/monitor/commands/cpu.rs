//! Virtual CPUs: which there are, and switching them.
//!
//! Since QEMU 2.7 a CPU is a device with a place on the board. Before that there was `cpu-add`, and before that the word
//! `cpu_set` of QEMU's KVM branch.

#![forbid(unsafe_code)]

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::ways::{human, silent};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::monitor::json::{qmp, value};
use crate::monitor::protocol::{Reply, unsupported};
use crate::monitor::text::hmp;
use crate::monitor::{Monitor, Protocol};

/// A virtual CPU that is online.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VirtualCpu {
    /// Its index.
    pub index: u32,
    /// The thread in the host that runs it, where QEMU tells it.
    pub thread_id: Option<i32>,
    /// Whether it waits for an interrupt; today's QEMU does not tell any more.
    pub halted: Option<bool>,
}

/// A place for virtual CPUs on the board.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct CpuSlot {
    /// The device that fits.
    #[serde(rename = "type")]
    pub driver: String,
    /// How many virtual CPUs it is.
    pub vcpus_count: u32,
    /// Path of the device that is there.
    pub qom_path: Option<String>,
    /// Where the place is, such as `socket-id`.
    pub props: BTreeMap<String, u64>,
}

/// Why the virtual CPUs are not as many as wanted.
#[derive(Debug)]
pub struct VcpuFailure {
    /// So many are online.
    pub online: u32,
    /// What went wrong with the next one.
    pub error: Error,
}

/// What QEMU calls the places, from the outside to the inside. Indexes count in this order.
const PLACES: [&str; 8] =
    ["drawer-id", "book-id", "socket-id", "die-id", "cluster-id", "module-id", "core-id", "thread-id"];

/// QEMU's path to the devices with an id.
const PERIPHERAL: &str = "/machine/peripheral/";

impl Monitor {
    /// The virtual CPUs that are online, by index.
    pub fn query_vcpus(&self) -> Result<Vec<VirtualCpu>> {
        match self.protocol() {
            Protocol::Json => {
                let fast = self.session.call_if_known(qmp("query-cpus-fast").read(read_fast))?;
                fast.map_or_else(|| self.session.call(qmp("query-cpus").read(read_slow)), Ok)
            }
            Protocol::Text => self.session.call(hmp("info cpus").read(read_text)),
        }
    }

    /// The places for virtual CPUs, by index; `None` before QEMU 2.7.
    pub fn query_hotpluggable_cpus(&self) -> Result<Option<Vec<CpuSlot>>> {
        let mut slots = match self.protocol() {
            Protocol::Json => self.session.call_if_known(qmp("query-hotpluggable-cpus").read(value))?,
            Protocol::Text => {
                self.session.call_if_known(hmp("info hotpluggable-cpus").read(read_slots))?.flatten()
            }
        };
        if let Some(slots) = &mut slots {
            slots.sort_by_cached_key(CpuSlot::place);
        }
        Ok(slots)
    }

    /// Switches the virtual CPU with this index on or off; nothing happens if it is so. One that is switched off goes
    /// when the guest lets it go, which it may never do.
    pub fn set_vcpu(&self, index: u32, online: bool) -> Result<()> {
        if let Some(slots) = self.query_hotpluggable_cpus()? {
            let slot = slot(&slots, index)?;
            return match (&slot.qom_path, online) {
                (None, true) => self.plug(slot, index),
                (Some(path), false) => self.unplug(path.strip_prefix(PERIPHERAL).unwrap_or(path)),
                _ => Ok(()),
            };
        }
        let state = if online { "online" } else { "offline" };
        let cpu_set = || hmp("cpu_set").word(index).word(state);
        let mut ways = match self.protocol() {
            Protocol::Json => {
                vec![qmp("cpu_set").with(&CpuSet { cpu: index, state }).nothing(), human(cpu_set(), silent)]
            }
            Protocol::Text => vec![cpu_set().silent()],
        };
        if online {
            let cpu_add = match self.protocol() {
                Protocol::Json => qmp("cpu-add").with(&CpuAdd { id: index }).nothing(),
                Protocol::Text => hmp("cpu-add").word(index).silent(),
            };
            ways.insert(1, cpu_add);
        }
        self.first_known(ways)?.map_or_else(|| unsupported("cpu_set"), Ok)
    }

    /// Changes the number of virtual CPUs from `from` to `to`, one after the other: upward for more, downward for fewer.
    ///
    /// # Errors
    /// The first that fails ends it; what is returned says how many are online then.
    pub fn set_vcpus(&self, from: u32, to: u32) -> std::result::Result<(), VcpuFailure> {
        let failed = |online| move |error| VcpuFailure { online, error };
        (from..to).try_for_each(|index| self.set_vcpu(index, true).map_err(failed(index)))?;
        (to..from).rev().try_for_each(|index| self.set_vcpu(index, false).map_err(failed(index + 1)))
    }

    fn plug(&self, slot: &CpuSlot, index: u32) -> Result<()> {
        let id = format!("vcpu{index}");
        self.session.call(match self.protocol() {
            Protocol::Json => {
                qmp("device_add").with(&Plug { driver: &slot.driver, id: &id, props: &slot.props }).nothing()
            }
            Protocol::Text => {
                let props = slot.props.iter().map(|(name, value)| format!(",{name}={value}"));
                let props: String = props.collect();
                hmp("device_add").word(format_args!("{},id={id}{props}", slot.driver)).silent()
            }
        })
    }

    fn unplug(&self, id: &str) -> Result<()> {
        self.session.call(match self.protocol() {
            Protocol::Json => qmp("device_del").with(&Unplug { id }).nothing(),
            Protocol::Text => hmp("device_del").quoted(id).silent(),
        })
    }
}

impl CpuSlot {
    /// Sorts places as QEMU counts them.
    fn place(&self) -> [u64; PLACES.len()] {
        PLACES.map(|name| self.props.get(name).copied().unwrap_or(0))
    }
}

/// The place of the virtual CPU with this index.
fn slot(slots: &[CpuSlot], index: u32) -> Result<&CpuSlot> {
    let mut first = 0u64;
    for slot in slots {
        let next = first + u64::from(slot.vcpus_count);
        if first == u64::from(index) && slot.vcpus_count == 1 {
            return Ok(slot);
        }
        if next > u64::from(index) {
            let text = format!("virtual CPU {index} is one of {} that go together", slot.vcpus_count);
            return Err(Error::new(
                ErrorCode::VIR_ERR_OPERATION_UNSUPPORTED,
                ErrorDomain::VIR_FROM_QEMU,
                text,
            ));
        }
        first = next;
    }
    Err(Error::invalid_arg(ErrorDomain::VIR_FROM_QEMU, format!("there is no place for virtual CPU {index}")))
}

#[derive(Serialize)]
struct CpuSet<'a> {
    cpu: u32,
    state: &'a str,
}

#[derive(Serialize)]
struct CpuAdd {
    id: u32,
}

#[derive(Serialize)]
struct Plug<'a> {
    driver: &'a str,
    id: &'a str,
    #[serde(flatten)]
    props: &'a BTreeMap<String, u64>,
}

#[derive(Serialize)]
struct Unplug<'a> {
    id: &'a str,
}

/// `query-cpus-fast`, which leaves the guest alone.
fn read_fast(reply: &Reply<'_>) -> Result<Vec<VirtualCpu>> {
    #[derive(Deserialize)]
    #[serde(rename_all = "kebab-case")]
    struct Cpu {
        cpu_index: u32,
        thread_id: i32,
    }
    let cpus: Vec<Cpu> = value(reply)?;
    let cpu = |cpu: &Cpu| VirtualCpu { index: cpu.cpu_index, thread_id: Some(cpu.thread_id), halted: None };
    Ok(by_index(cpus.iter().map(cpu).collect()))
}

/// `query-cpus` of QEMU before 2.12; the first ones know no threads.
fn read_slow(reply: &Reply<'_>) -> Result<Vec<VirtualCpu>> {
    #[derive(Deserialize)]
    struct Cpu {
        #[serde(rename = "CPU")]
        index: u32,
        thread_id: Option<i32>,
        halted: Halted,
    }
    /// The word is QEMU 0.12's.
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Halted {
        Flag(bool),
        Word(String),
    }
    let cpus: Vec<Cpu> = value(reply)?;
    let cpu = |cpu: &Cpu| VirtualCpu {
        index: cpu.index,
        thread_id: cpu.thread_id,
        halted: Some(match &cpu.halted {
            Halted::Flag(halted) => *halted,
            Halted::Word(word) => word == "yes",
        }),
    };
    Ok(by_index(cpus.iter().map(cpu).collect()))
}

/// "* CPU #0: pc=0x000fff0f (halted) thread_id=1234"; the star marks the present one. QEMU that does not tell whether a
/// CPU is halted tells no register either.
fn read_text(reply: &Reply<'_>) -> Result<Vec<VirtualCpu>> {
    let mut cpus = Vec::new();
    for line in reply.value()?.lines() {
        let Some((index, rest)) =
            line.trim_start_matches(['*', ' ']).strip_prefix("CPU #").and_then(|l| l.split_once(':'))
        else {
            continue;
        };
        let wrong = |what: &str, word: &str| reply.unexpected(format!("`{what}` is '{word}'"));
        let index = index.parse().map_err(|_| wrong("CPU", index))?;
        let mut cpu = VirtualCpu { index, thread_id: None, halted: None };
        for word in rest.split_whitespace() {
            match word.strip_prefix("thread_id=") {
                Some(thread) => {
                    cpu.thread_id = Some(thread.parse().map_err(|_| wrong("thread_id", thread))?);
                }
                None => cpu.halted = Some(cpu.halted == Some(true) || word == "(halted)"),
            }
        }
        cpus.push(cpu);
    }
    Ok(by_index(cpus))
}

fn by_index(mut cpus: Vec<VirtualCpu>) -> Vec<VirtualCpu> {
    cpus.sort_unstable_by_key(|cpu| cpu.index);
    cpus
}

/// One `name: "value"` a line, of which `type` begins a place. Before QEMU 2.7 it is the list of what there is to know.
fn read_slots(reply: &Reply<'_>) -> Result<Option<Vec<CpuSlot>>> {
    #[derive(Default)]
    struct Lines<'a> {
        driver: &'a str,
        vcpus_count: Option<u32>,
        qom_path: Option<&'a str>,
        props: BTreeMap<String, u64>,
    }
    let printed = reply.value()?.trim();
    if let Some(why) = printed.strip_prefix("Error: ") {
        return Err(reply.refused(why));
    }
    let Some(lines) = printed.strip_prefix("Hotpluggable CPUs:") else { return Ok(None) };
    let mut slots: Vec<Lines<'_>> = Vec::new();
    for line in lines.lines().map(str::trim) {
        let Some((name, quoted)) = line.split_once(": ") else { continue };
        let value = quoted.trim_matches('"');
        if name == "type" {
            slots.push(Lines { driver: value, ..Lines::default() });
            continue;
        }
        let wrong = |_| reply.unexpected(format!("`{name}` is '{value}'"));
        let slot = slots.last_mut().ok_or_else(|| reply.unexpected("missing `type`"))?;
        match name {
            "vcpus_count" => slot.vcpus_count = Some(value.parse().map_err(wrong)?),
            "qom_path" => slot.qom_path = Some(value),
            _ => {
                slot.props.insert(name.to_owned(), value.parse().map_err(wrong)?);
            }
        }
    }
    let slots = slots.into_iter().map(|slot| {
        Ok(CpuSlot {
            driver: slot.driver.to_owned(),
            vcpus_count: slot.vcpus_count.ok_or_else(|| reply.unexpected("missing `vcpus_count`"))?,
            qom_path: slot.qom_path.map(str::to_owned),
            props: slot.props,
        })
    });
    slots.collect::<Result<_>>().map(Some)
}
