//! Virtual CPUs.

#![forbid(unsafe_code)]

use serde::Deserialize;

use crate::error::Result;
use crate::monitor::json::{qmp, value};
use crate::monitor::protocol::Reply;
use crate::monitor::text::hmp;
use crate::monitor::{Monitor, Protocol};

impl Monitor {
    /// Host thread ids of the virtual CPUs, by CPU index; empty where QEMU does not tell them.
    pub fn query_cpus_fast(&self) -> Result<Vec<i32>> {
        match self.protocol() {
            Protocol::Json => {
                let fast = self.session.call_if_known(qmp("query-cpus-fast").read(read_json))?;
                fast.map_or_else(|| self.session.call(qmp("query-cpus").read(read_old_json)), Ok)
            }
            Protocol::Text => self.session.call(hmp("info cpus").read(read_text)),
        }
    }
}

fn read_json(reply: &Reply<'_>) -> Result<Vec<i32>> {
    #[derive(Deserialize)]
    #[serde(rename_all = "kebab-case")]
    struct Cpu {
        cpu_index: i64,
        thread_id: i32,
    }
    let mut cpus: Vec<Cpu> = value(reply)?;
    cpus.sort_by_key(|cpu| cpu.cpu_index);
    Ok(cpus.iter().map(|cpu| cpu.thread_id).collect())
}

/// Before QEMU 2.12; the threads are told since 0.15.
fn read_old_json(reply: &Reply<'_>) -> Result<Vec<i32>> {
    #[derive(Deserialize)]
    struct Cpu {
        #[serde(rename = "CPU")]
        index: i64,
        thread_id: Option<i32>,
    }
    let mut cpus: Vec<Cpu> = value(reply)?;
    cpus.sort_by_key(|cpu| cpu.index);
    Ok(cpus.iter().map_while(|cpu| cpu.thread_id).collect())
}

/// "* CPU #0: pc=0x000fff0f (halted) thread_id=1234"; the star marks the present one.
fn read_text(reply: &Reply<'_>) -> Result<Vec<i32>> {
    let mut cpus = Vec::new();
    for line in reply.value()?.lines() {
        let Some((index, rest)) =
            line.trim_start_matches(['*', ' ']).strip_prefix("CPU #").and_then(|l| l.split_once(':'))
        else {
            continue;
        };
        let index: u32 =
            index.parse().map_err(|error| reply.unexpected(format!("CPU '{index}': {error}")))?;
        let thread = rest.split_whitespace().find_map(|word| word.strip_prefix("thread_id="));
        let Some(thread) = thread else { return Ok(Vec::new()) };
        let thread: i32 =
            thread.parse().map_err(|error| reply.unexpected(format!("thread '{thread}': {error}")))?;
        cpus.push((index, thread));
    }
    cpus.sort_unstable();
    Ok(cpus.into_iter().map(|(_, thread)| thread).collect())
}
