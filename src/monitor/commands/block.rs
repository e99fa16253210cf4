//! Block devices: what is in them, what went through them, their size and passwords.

#![forbid(unsafe_code)]

use serde::{Deserialize, Deserializer, Serialize};

use super::password::as_text;
use crate::error::Result;
use crate::monitor::Secret;
use crate::monitor::json::{qmp, value};
use crate::monitor::protocol::{Reply, unsupported};
use crate::monitor::text::hmp;

/// A disk or a drive for media.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct BlockDevice {
    /// The name of its back end; empty for node-based disks.
    pub device: String,
    /// Id or path of its front end, where QEMU tells it.
    pub qdev: Option<String>,
    /// Whether media can be changed.
    pub removable: bool,
    /// Whether the guest holds the medium.
    pub locked: bool,
    /// Whether it has a tray that stands open.
    #[serde(default)]
    pub tray_open: bool,
    /// "failed" or "nospace" while the guest waits for that to be mended.
    #[serde(rename = "io-status", default, deserialize_with = "trouble")]
    pub io_error: Option<String>,
    /// What is in it.
    pub inserted: Option<Medium>,
}

/// What is in a block device.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Medium {
    /// The file, or QEMU's description of something else.
    pub file: String,
    /// Whether nothing can be written.
    #[serde(rename = "ro")]
    pub read_only: bool,
    /// The format.
    #[serde(rename = "drv")]
    pub driver: String,
    /// Whether it takes a secret to read it.
    pub encrypted: bool,
    /// The node, in QEMU that has such.
    #[serde(rename = "node-name")]
    pub node_name: Option<String>,
    /// The file below.
    pub backing_file: Option<String>,
}

/// What went through a block device since QEMU was started.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BlockStats {
    /// The name of its back end; empty for node-based disks.
    pub device: String,
    /// Id or path of its front end; never told by the text monitor.
    pub qdev: Option<String>,
    /// The node; never told by the text monitor.
    pub node_name: Option<String>,
    /// Bytes read.
    pub rd_bytes: u64,
    /// Bytes written.
    pub wr_bytes: u64,
    /// Requests to read.
    pub rd_operations: u64,
    /// Requests to write.
    pub wr_operations: u64,
    /// Requests to flush, and the times below: since QEMU 0.15.
    pub flush_operations: Option<u64>,
    /// Time spent with reading.
    pub rd_total_time_ns: Option<u64>,
    /// Time spent with writing.
    pub wr_total_time_ns: Option<u64>,
    /// Time spent with flushing.
    pub flush_total_time_ns: Option<u64>,
    /// Where the file ends that was written to, as far as is known; never told by the text monitor.
    pub wr_highest_offset: Option<u64>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Resize<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    device: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    node_name: Option<&'a str>,
    size: u64,
}

#[derive(Serialize)]
struct BlockPassword<'a> {
    device: &'a str,
    password: &'a str,
}

commands! {
    /// The block devices and what is in them.
    fn query_block() -> Vec<BlockDevice> {
        json: qmp("query-block").read(value),
        text: hmp("info block").read(read_devices),
    }
    /// What went through the block devices.
    fn query_blockstats() -> Vec<BlockStats> {
        json: qmp("query-blockstats").read(read_stats),
        text: hmp("info blockstats").read(read_stats_text),
    }
    /// Gives the back end of this name another size. The guest sees it.
    fn block_resize(device: &str, bytes: u64) -> () {
        json: qmp("block_resize").with(&Resize { device: Some(device), node_name: None, size: bytes }).slow().nothing(),
        // A bare number would be MiB.
        text: hmp("block_resize").quoted(device).word(format_args!("{bytes}B")).slow().silent(),
    }
    /// The same for a node.
    fn block_resize_node(node_name: &str, bytes: u64) -> () {
        json: qmp("block_resize").with(&Resize { device: None, node_name: Some(node_name), size: bytes }).slow().nothing(),
        text: unsupported("block_resize"),
    }
    /// The password of the encrypted image in a block device. QEMU 2.10 and later have secret objects instead.
    fn block_passwd(device: &str, password: &Secret) -> () {
        json: as_text(password)
            .and_then(|password| qmp("block_passwd").secret().with(&BlockPassword { device, password }).nothing()),
        text: as_text(password)
            .and_then(|password| hmp("block_passwd").secret().quoted(device).quoted(password).silent()),
    }
}

/// All is well, or nothing is watched: both is no trouble.
fn trouble<'de, D: Deserializer<'de>>(from: D) -> std::result::Result<Option<String>, D::Error> {
    Ok(Option::deserialize(from)?.filter(|status| status != "ok"))
}

/// Old QEMU has one line for each device, today's has a few and a blank one between.
fn read_devices(reply: &Reply<'_>) -> Result<Vec<BlockDevice>> {
    let printed = reply.value()?.trim();
    let old = |(_, rest): (&str, &str)| {
        rest.starts_with("removable=") || (rest.starts_with("type=") && rest.contains(" removable="))
    };
    if printed.split_once(": ").is_some_and(old) {
        return printed.lines().map(|line| read_line(reply, line.trim_end())).collect();
    }
    let paragraphs = printed.split("\r\n\r\n").filter(|paragraph| !paragraph.is_empty());
    paragraphs.map(|paragraph| read_paragraph(reply, paragraph)).collect()
}

/// "ide0-hd0: type=hd removable=0 file=/a b ro=0 drv=raw encrypted=0". Names of files may have blanks in them, so what
/// follows is looked for from behind.
fn read_line(reply: &Reply<'_>, line: &str) -> Result<BlockDevice> {
    let missing = |member: &str| reply.unexpected(format!("missing `{member}` in '{line}'"));
    let (device, rest) = line.split_once(": ").ok_or_else(|| missing("device"))?;
    let (front, medium) = match rest.split_once(" file=") {
        Some((front, medium)) => (front, Some(medium)),
        None => (rest, None),
    };
    if medium.is_none() && !front.ends_with("[not inserted]") {
        return Err(missing("file"));
    }
    let inserted = medium.map(|medium| {
        let (files, rest) = medium.rsplit_once(" ro=").ok_or_else(|| missing("ro"))?;
        let (read_only, rest) = rest.split_once(' ').unwrap_or((rest, ""));
        let (file, backing_file) = match files.split_once(" backing_file=") {
            Some((file, backing_file)) => (file, Some(backing_file)),
            None => (files, None),
        };
        Ok(Medium {
            file: file.to_owned(),
            read_only: read_only != "0",
            driver: field(rest, "drv").ok_or_else(|| missing("drv"))?.to_owned(),
            encrypted: field(rest, "encrypted").ok_or_else(|| missing("encrypted"))? != "0",
            node_name: None,
            backing_file: backing_file.map(str::to_owned),
        })
    });
    let flag = |name| field(front, name).is_some_and(|value| value != "0");
    Ok(BlockDevice {
        device: device.to_owned(),
        qdev: None,
        removable: field(front, "removable").ok_or_else(|| missing("removable"))? != "0",
        locked: flag("locked"),
        tray_open: flag("tray-open"),
        io_error: field(front, "io-status").filter(|status| *status != "ok").map(str::to_owned),
        inserted: inserted.transpose()?,
    })
}

/// The value of `name=` among words.
fn field<'a>(words: &'a str, name: &str) -> Option<&'a str> {
    words.split(' ').find_map(|word| word.strip_prefix(name)?.strip_prefix('='))
}

/// "dcd (#block482): cd1.iso (raw, read-only)" or "fd0: \[not inserted\]", then more, indented. Without a back end the
/// name is the node's or the front end's.
fn read_paragraph(reply: &Reply<'_>, paragraph: &str) -> Result<BlockDevice> {
    // A name of a file may go over several lines.
    let (head, body) = paragraph.split_once("\r\n    ").unwrap_or((paragraph, ""));
    let head = head.replace("\r\n", "\n");
    let missing = |member: &str| reply.unexpected(format!("missing `{member}` in '{head}'"));
    let entry = |name: &str| {
        let lines = body.lines().map(str::trim);
        lines.filter_map(|line| line.strip_prefix(name)?.strip_prefix(':')).map(str::trim).next()
    };
    let (name, content) = head.split_once(": ").ok_or_else(|| missing("device"))?;
    let (device, node) = match name.strip_suffix(')').and_then(|name| name.split_once(" (")) {
        Some((device, node)) => (device, Some(node)),
        None => (name, None),
    };
    let qdev = entry("Attached to");
    let inserted = match content {
        "[not inserted]" => None,
        _ => {
            let (file, format) = content
                .strip_suffix(')')
                .and_then(|content| content.rsplit_once(" ("))
                .ok_or_else(|| missing("drv"))?;
            let mut words = format.split(", ");
            let driver = words.next().unwrap_or_default();
            let words: Vec<_> = words.collect();
            let backing_file = entry("Backing file").map(|file| match file.rsplit_once(" (chain depth: ") {
                Some((file, _)) => file,
                None => file,
            });
            Some(Medium {
                file: file.to_owned(),
                read_only: words.contains(&"read-only"),
                driver: driver.to_owned(),
                encrypted: words.contains(&"encrypted"),
                node_name: node.map(str::to_owned),
                backing_file: backing_file.map(str::to_owned),
            })
        }
    };
    let mut found = BlockDevice {
        device: device.to_owned(),
        qdev: qdev.map(str::to_owned),
        removable: false,
        locked: false,
        tray_open: false,
        io_error: entry("I/O status").map(str::to_owned),
        inserted,
    };
    if let Some(state) = entry("Removable device") {
        found.removable = true;
        found.locked = state.starts_with("locked");
        found.tray_open = state.ends_with("tray open");
    }
    match &mut found.inserted {
        // A back end is named together with its node, once front ends are named as well.
        Some(medium) if node.is_none() && qdev.is_some() => {
            medium.node_name = Some(std::mem::take(&mut found.device));
        }
        None if qdev == Some(device) => found.device.clear(),
        _ => {}
    }
    Ok(found)
}

fn read_stats(reply: &Reply<'_>) -> Result<Vec<BlockStats>> {
    #[derive(Deserialize)]
    #[serde(rename_all = "kebab-case")]
    struct Device {
        #[serde(default)]
        device: String,
        qdev: Option<String>,
        node_name: Option<String>,
        stats: Stats,
        parent: Option<Parent>,
    }
    #[derive(Deserialize)]
    struct Stats {
        rd_bytes: u64,
        wr_bytes: u64,
        rd_operations: u64,
        wr_operations: u64,
        flush_operations: Option<u64>,
        rd_total_time_ns: Option<u64>,
        wr_total_time_ns: Option<u64>,
        flush_total_time_ns: Option<u64>,
    }
    /// The file below the format.
    #[derive(Deserialize)]
    struct Parent {
        stats: Extent,
    }
    #[derive(Deserialize)]
    struct Extent {
        wr_highest_offset: Option<u64>,
    }
    let devices: Vec<Device> = value(reply)?;
    let stats = devices.into_iter().map(|Device { device, qdev, node_name, stats, parent }| BlockStats {
        device,
        qdev,
        node_name,
        rd_bytes: stats.rd_bytes,
        wr_bytes: stats.wr_bytes,
        rd_operations: stats.rd_operations,
        wr_operations: stats.wr_operations,
        flush_operations: stats.flush_operations,
        rd_total_time_ns: stats.rd_total_time_ns,
        wr_total_time_ns: stats.wr_total_time_ns,
        flush_total_time_ns: stats.flush_total_time_ns,
        wr_highest_offset: parent.and_then(|parent| parent.stats.wr_highest_offset),
    });
    Ok(stats.collect())
}

/// "ide0-hd0: rd_bytes=1 wr_bytes=2 rd_operations=3 wr_operations=4", and more as the years go by.
fn read_stats_text(reply: &Reply<'_>) -> Result<Vec<BlockStats>> {
    let lines = reply.value()?.lines().map(str::trim_end).filter(|line| !line.is_empty());
    let stats = lines.map(|line| {
        let wrong = |what: &str| reply.unexpected(format!("{what} in '{line}'"));
        let (device, words) = line.split_once(": ").ok_or_else(|| wrong("missing `device`"))?;
        let number = |name: &str| {
            let parse =
                |word: &str| word.parse::<u64>().map_err(|_| wrong(&format!("no number in `{name}`")));
            field(words, name).map(parse).transpose()
        };
        let needed = |name: &str| number(name)?.ok_or_else(|| wrong(&format!("missing `{name}`")));
        Ok(BlockStats {
            device: device.to_owned(),
            rd_bytes: needed("rd_bytes")?,
            wr_bytes: needed("wr_bytes")?,
            rd_operations: needed("rd_operations")?,
            wr_operations: needed("wr_operations")?,
            flush_operations: number("flush_operations")?,
            rd_total_time_ns: number("rd_total_time_ns")?,
            wr_total_time_ns: number("wr_total_time_ns")?,
            flush_total_time_ns: number("flush_total_time_ns")?,
            ..BlockStats::default()
        })
    });
    stats.collect()
}
