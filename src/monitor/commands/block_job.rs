//! What changes the graph of a disk's images while the guest uses it, and the jobs that do so.
//!
//! What names nodes is QMP's alone: the drives of a text monitor's QEMU have files.

#![forbid(unsafe_code)]

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::error::Result;
use crate::monitor::json::{qmp, value};
use crate::monitor::protocol::{Reply, unsupported};
use crate::monitor::text::{Hmp, hmp};

/// A job on a block device.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct BlockJob {
    /// Its id; that of the device where none was given.
    pub device: String,
    /// "stream", "commit", "mirror" or "backup"
    #[serde(rename = "type")]
    pub kind: String,
    /// How much is done.
    pub offset: u64,
    /// How much there is to do, as far as is known.
    pub len: u64,
    /// Bytes a second that it may use; 0 for as many as it likes.
    pub speed: u64,
    /// Whether it only waits to be completed; never told by the text monitor.
    #[serde(default)]
    pub ready: bool,
}

/// What a mirror copies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum MirrorSync {
    /// The image alone.
    Top,
    /// The image and all below it.
    Full,
    /// Only what is written from now on.
    None,
}

/// Limits of a drive for each second; 0 for none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "bytes, and operations, in all, read and written")]
pub struct Throttle {
    pub bps: u64,
    pub bps_rd: u64,
    pub bps_wr: u64,
    pub iops: u64,
    pub iops_rd: u64,
    pub iops_wr: u64,
}

/// The arguments of all commands here; a command has those that are set.
#[derive(Default, Serialize)]
#[serde(rename_all = "kebab-case")]
struct Graph<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    job_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    device: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    node: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    node_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    target: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    overlay: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    top_node: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    base_node: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sync: Option<MirrorSync>,
    #[serde(skip_serializing_if = "Option::is_none")]
    snapshot_file: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    speed: Option<u64>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    force: bool,
}

#[derive(Serialize)]
struct Limits<'a> {
    device: &'a str,
    #[serde(flatten)]
    limits: Throttle,
}

commands! {
    /// Adds a node, with the members of QEMU's `BlockdevOptions`.
    fn blockdev_add(options: &Map<String, Value>) -> () {
        json: qmp("blockdev-add").with(options).slow().nothing(),
        text: unsupported("blockdev-add"),
    }
    /// Removes a node that nobody uses.
    fn blockdev_del(node_name: &str) -> () {
        json: qmp("blockdev-del").with(&Graph { node_name: Some(node_name), ..Graph::default() }).slow().nothing(),
        text: unsupported("blockdev-del"),
    }
    /// Puts a node over another one, to take what is written from now on.
    fn blockdev_snapshot(node: &str, overlay: &str) -> () {
        json: qmp("blockdev-snapshot")
            .with(&Graph { node: Some(node), overlay: Some(overlay), ..Graph::default() })
            .slow()
            .nothing(),
        text: unsupported("blockdev-snapshot"),
    }
    /// Makes a file, and puts it over a drive's image, to take what is written from now on.
    fn snapshot_drive(device: &str, file: &str, format: &str) -> () {
        json: qmp("blockdev-snapshot-sync")
            .with(&Graph {
                device: Some(device),
                snapshot_file: Some(file),
                format: Some(format),
                ..Graph::default()
            })
            .slow()
            .nothing(),
        text: hmp("snapshot_blkdev").quoted(device).quoted(file).quoted(format).slow().silent(),
    }
    /// Starts a job that copies what is below a node into it, down to a base that stays.
    fn block_stream(job: &str, node: &str, base: Option<&str>, speed: u64) -> () {
        json: qmp("block-stream")
            .with(&Graph {
                job_id: Some(job),
                device: Some(node),
                base_node: base,
                speed: Some(speed),
                ..Graph::default()
            })
            .slow()
            .nothing(),
        text: unsupported("block-stream"),
    }
    /// Starts a job that copies a node, and what is between, down into another one.
    fn block_commit(job: &str, node: &str, top: Option<&str>, base: Option<&str>, speed: u64) -> () {
        json: qmp("block-commit")
            .with(&Graph {
                job_id: Some(job),
                device: Some(node),
                top_node: top,
                base_node: base,
                speed: Some(speed),
                ..Graph::default()
            })
            .slow()
            .nothing(),
        text: unsupported("block-commit"),
    }
    /// Starts a job that copies a node to another one, and then what is written to it.
    fn blockdev_mirror(job: &str, node: &str, target: &str, sync: MirrorSync, speed: u64) -> () {
        json: qmp("blockdev-mirror")
            .with(&Graph {
                job_id: Some(job),
                device: Some(node),
                target: Some(target),
                sync: Some(sync),
                speed: Some(speed),
                ..Graph::default()
            })
            .slow()
            .nothing(),
        text: unsupported("blockdev-mirror"),
    }
    /// The jobs.
    fn query_block_jobs() -> Vec<BlockJob> {
        json: qmp("query-block-jobs").read(value),
        text: hmp("info block-jobs").read(read_jobs),
    }
    /// Ends a job; with `force` also one that is ready, which would else only stop where it is.
    fn block_job_cancel(job: &str, force: bool) -> () {
        json: qmp("block-job-cancel").with(&Graph { device: Some(job), force, ..Graph::default() }).nothing(),
        text: {
            let line = hmp("block_job_cancel");
            if force { line.word("-f") } else { line }.quoted(job).silent()
        },
    }
    /// Lets a job that is ready do the rest.
    fn block_job_complete(job: &str) -> () {
        json: qmp("block-job-complete").with(&Graph { device: Some(job), ..Graph::default() }).slow().nothing(),
        text: hmp("block_job_complete").quoted(job).slow().silent(),
    }
    /// Sets how many bytes a second a job may use; 0 for as many as it likes.
    fn block_job_set_speed(job: &str, speed: u64) -> () {
        json: qmp("block-job-set-speed")
            .with(&Graph { device: Some(job), speed: Some(speed), ..Graph::default() })
            .nothing(),
        // A bare number would be MiB.
        text: hmp("block_job_set_speed").quoted(job).word(format_args!("{speed}B")).silent(),
    }
    /// Limits what a drive may do.
    fn block_set_io_throttle(device: &str, limits: Throttle) -> () {
        json: qmp("block_set_io_throttle").with(&Limits { device, limits }).nothing(),
        text: throttle_line(device, limits).silent(),
    }
}

fn throttle_line(device: &str, limits: Throttle) -> Hmp {
    let Throttle { bps, bps_rd, bps_wr, iops, iops_rd, iops_wr } = limits;
    let line = hmp("block_set_io_throttle").quoted(device);
    [bps, bps_rd, bps_wr, iops, iops_rd, iops_wr].into_iter().fold(line, Hmp::word)
}

/// "Streaming device d: Completed 0 of 1024 bytes, speed limit 0 bytes/s"; other kinds begin with "Type commit, device d".
fn read_jobs(reply: &Reply<'_>) -> Result<Vec<BlockJob>> {
    let job = |line: &str| {
        let (head, rest) = line.split_once(": Completed ")?;
        let (kind, device) = match head.strip_prefix("Streaming device ") {
            Some(device) => ("stream", device),
            None => head.strip_prefix("Type ")?.split_once(", device ")?,
        };
        let (offset, rest) = rest.split_once(" of ")?;
        let (len, rest) = rest.split_once(" bytes, speed limit ")?;
        let number = |text: &str| text.parse().ok();
        Some(BlockJob {
            device: device.to_owned(),
            kind: kind.to_owned(),
            offset: number(offset)?,
            len: number(len)?,
            speed: number(rest.strip_suffix(" bytes/s")?)?,
            ready: false,
        })
    };
    let lines = reply.value()?.lines().map(str::trim).filter(|line| !matches!(*line, "" | "No active jobs"));
    lines.map(|line| job(line).ok_or_else(|| reply.unexpected(format!("no job in '{line}'")))).collect()
}
