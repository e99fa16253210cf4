//! How both protocols list drives and nodes, today and in old versions.

use serde_json::{Value, json};

use super::block::{Drive, Medium, Node};
use super::{Args, Fault, World};
use crate::version::v;

impl World {
    /// `query-block`.
    pub fn query_block(&mut self, _: &Args) -> Result<Value, Fault> {
        Ok(self
            .drives
            .iter()
            .enumerate()
            .map(|(index, drive)| block_info(drive, index, self.version))
            .collect())
    }

    /// `query-named-block-nodes`.
    pub fn query_named_block_nodes(&mut self, _: &Args) -> Result<Value, Fault> {
        let node = |node: &Node| {
            let medium =
                Medium { file: node.file.clone(), format: node.driver.clone(), read_only: node.read_only };
            inserted(&medium, &node.name, false)
        };
        Ok(self.nodes.iter().rev().map(node).collect())
    }

    /// `query-blockstats`.
    pub fn query_blockstats(&mut self, _: &Args) -> Result<Value, Fault> {
        let old = self.version < v(2, 0, 0);
        let stats = |(index, drive): (usize, &Drive)| {
            let mut value = json!({"device": drive.name, "stats": if old { old_stats() } else { stats() }});
            if old {
                return value;
            }
            value["qdev"] = json!(qdev(drive, index));
            if drive.medium.is_some() {
                value["node-name"] = json!(node_name(index));
                let file = json!({"driver": "file", "discard-bytes-ok": 0, "discard-nb-ok": 0, "discard-nb-failed": 0});
                let name = format!("{}f", node_name(index));
                value["parent"] = json!({"node-name": name, "stats": stats(), "driver-specific": file});
            }
            value
        };
        Ok(self.drives.iter().enumerate().map(stats).collect())
    }

    /// `info block`.
    pub fn info_block(&mut self, _: &Args) -> Result<String, Fault> {
        let modern = self.version >= v(1, 5, 0);
        let entry = |(index, drive): (usize, &Drive)| {
            if modern { modern_entry(drive, index) } else { old_entry(drive) }
        };
        let entries: Vec<String> = self.drives.iter().enumerate().map(entry).collect();
        Ok(entries.join(if modern { "\n" } else { "" }))
    }

    /// `info blockstats`.
    pub fn info_blockstats(&mut self, _: &Args) -> Result<String, Fault> {
        let more = if self.version < v(0, 15, 0) {
            ""
        } else {
            " flush_operations=0 wr_total_time_ns=0 rd_total_time_ns=0 flush_total_time_ns=0 rd_merged=0 wr_merged=0 \
             idle_time_ns=0"
        };
        let line = |drive: &Drive| {
            format!("{}: rd_bytes=0 wr_bytes=0 rd_operations=0 wr_operations=0{more}\n", drive.name)
        };
        Ok(self.drives.iter().map(line).collect())
    }
}

fn node_name(index: usize) -> String {
    format!("#block{:03}", 100 + index)
}

fn qdev(drive: &Drive, index: usize) -> String {
    drive.qdev.clone().unwrap_or_else(|| format!("/machine/unattached/device[{}]", 18 + index))
}

fn size_of(file: &str) -> u64 {
    std::fs::metadata(file).map_or(1 << 20, |metadata| metadata.len())
}

fn block_info(drive: &Drive, index: usize, version: crate::version::Version) -> Value {
    if version < v(1, 0, 0) {
        let mut value = json!({"device": drive.name, "type": drive.kind, "removable": drive.removable,
            "locked": drive.locked});
        if let Some(medium) = &drive.medium {
            value["inserted"] = json!({"file": medium.file, "ro": medium.read_only, "drv": medium.format,
                "encrypted": drive.key.is_some()});
        }
        return value;
    }
    let mut value = json!({"device": drive.name, "locked": drive.locked, "removable": drive.removable,
        "qdev": qdev(drive, index), "type": "unknown"});
    if drive.kind != "floppy" {
        value["io-status"] = json!(drive.io_status);
    }
    if drive.removable {
        value["tray_open"] = json!(drive.tray_open);
    }
    if let Some(medium) = &drive.medium {
        value["inserted"] = inserted(medium, &node_name(index), drive.key.is_some());
    }
    value
}

fn inserted(medium: &Medium, node: &str, encrypted: bool) -> Value {
    let size = size_of(&medium.file);
    json!({"iops_rd": 0, "iops_wr": 0, "iops": 0, "bps_rd": 0, "bps_wr": 0, "bps": 0, "write_threshold": 0,
        "detect_zeroes": "off", "ro": medium.read_only, "node-name": node, "backing_file_depth": 0,
        "drv": medium.format, "encrypted": encrypted, "file": medium.file,
        "cache": {"no-flush": false, "direct": false, "writeback": true},
        "image": {"virtual-size": size, "filename": medium.file, "format": medium.format, "actual-size": size,
            "dirty-flag": false}})
}

fn old_stats() -> Value {
    json!({"rd_bytes": 0, "wr_bytes": 0, "rd_operations": 0, "wr_operations": 0})
}

fn stats() -> Value {
    let mut stats = json!({"timed_stats": [], "account_invalid": true, "account_failed": true});
    for name in STATS {
        stats[*name] = json!(0);
    }
    stats
}

const STATS: &[&str] = &[
    "unmap_operations",
    "unmap_merged",
    "flush_total_time_ns",
    "wr_highest_offset",
    "wr_total_time_ns",
    "failed_wr_operations",
    "failed_rd_operations",
    "wr_merged",
    "wr_bytes",
    "failed_unmap_operations",
    "failed_flush_operations",
    "rd_total_time_ns",
    "invalid_unmap_operations",
    "flush_operations",
    "wr_operations",
    "unmap_bytes",
    "rd_merged",
    "rd_bytes",
    "unmap_total_time_ns",
    "invalid_flush_operations",
    "rd_operations",
    "invalid_wr_operations",
    "invalid_rd_operations",
];

/// `info block` of today's.
fn modern_entry(drive: &Drive, index: usize) -> String {
    let mut entry = match &drive.medium {
        Some(medium) => {
            let read_only = if medium.read_only { ", read-only" } else { "" };
            format!("{} ({}): {} ({}{read_only})\n", drive.name, node_name(index), medium.file, medium.format)
        }
        None => format!("{}: [not inserted]\n", drive.name),
    };
    entry += &format!("    Attached to:      {}\n", qdev(drive, index));
    if drive.removable {
        let locked = if drive.locked { "locked" } else { "not locked" };
        let tray = if drive.tray_open { "open" } else { "closed" };
        entry += &format!("    Removable device: {locked}, tray {tray}\n");
    }
    if drive.io_status != "ok" {
        entry += &format!("    I/O status:       {}\n", drive.io_status);
    }
    if drive.medium.is_some() {
        entry += "    Cache mode:       writeback\n";
    }
    entry
}

/// `info block` before 1.5.
fn old_entry(drive: &Drive) -> String {
    let number = u8::from;
    let mut line = format!("{}: type={} removable={}", drive.name, drive.kind, number(drive.removable));
    if drive.removable {
        line += &format!(" locked={}", number(drive.locked));
    }
    match &drive.medium {
        Some(medium) => {
            let (ro, encrypted) = (number(medium.read_only), number(drive.key.is_some()));
            line += &format!(" file={} ro={ro} drv={} encrypted={encrypted}\n", medium.file, medium.format);
        }
        None => line += " [not inserted]\n",
    }
    line
}
