//! Migration. It takes the time that a script gives it, 20 ms without one, and then is complete; or it never ends.

use std::io::Write;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::{Args, Fault, World, flag, number, text};
use crate::version::v;

/// A migration, or that there was none.
#[derive(Debug)]
pub struct Migration {
    /// QMP's word, such as "active"; empty before the first.
    pub status: &'static str,
    /// How long one takes; none: until it is cancelled or a script ends it.
    pub takes: Option<Duration>,
    /// When the present one ends.
    pub ends: Option<Instant>,
    pub uri: String,
    pub error: Option<String>,
    pub bandwidth: u64,
    pub downtime_ms: u64,
    /// Whether the capability `events` is on.
    pub events: bool,
}

impl Default for Migration {
    fn default() -> Self {
        Migration {
            status: "",
            takes: Some(Duration::from_millis(20)),
            ends: None,
            uri: String::new(),
            error: None,
            bandwidth: 128 << 20,
            downtime_ms: 300,
            events: false,
        }
    }
}

/// First bytes of every migration stream.
const MAGIC: &[u8] = b"QEVM\0\0\0\x03";

impl World {
    /// `migrate`. Text monitors without `-d` give no prompt before the end.
    pub fn migrate(&mut self, args: &Args) -> Result<(), Fault> {
        let uri = text(args, "uri").unwrap_or_default();
        if self.is_migrating() {
            let old = "migration already in progress";
            let text =
                if self.version.has_old_words() { old } else { "There's a migration process in progress" };
            return Err(Fault::new(text));
        }
        match uri.split_once(':') {
            Some(("tcp" | "exec", _)) => {}
            Some(("unix", _)) if self.version >= v(0, 12, 0) => {}
            Some(("fd", name)) if self.version >= v(0, 12, 0) => {
                let Some(fd) = self.fds.named.remove(name) else {
                    return Err(Fault::new(format!("File descriptor named '{name}' has not been found")));
                };
                // Whoever reads may be gone; that is not what is pretended.
                let _ = std::fs::File::from(fd).write_all(MAGIC);
            }
            _ if self.version.has_old_words() => {
                return Err(Fault::new(format!("unknown migration protocol: {uri}\nmigration failed")));
            }
            _ => return Err(Fault::new("Parameter 'uri' expects a valid migration protocol")),
        }
        uri.clone_into(&mut self.migration.uri);
        self.migration.error = None;
        self.migration.ends = self.migration.takes.map(|takes| Instant::now() + takes);
        self.set_migration("setup");
        self.set_migration("active");
        self.awaits_migration = !flag(args, "detach");
        Ok(())
    }

    /// Whether one is going on.
    pub fn is_migrating(&self) -> bool {
        self.migration.status == "active"
    }

    /// The present one ends: "completed", "failed" or "cancelled".
    pub fn end_migration(&mut self, status: &'static str) {
        if !self.is_migrating() {
            return;
        }
        self.migration.ends = None;
        if status == "completed" {
            self.pause("postmigrate");
            self.status = "postmigrate".to_owned();
        }
        self.set_migration(status);
    }

    fn set_migration(&mut self, status: &'static str) {
        self.migration.status = status;
        if self.migration.events {
            self.emit("MIGRATION", Some(json!({"status": status})));
        }
    }

    /// `migrate_cancel`: nothing to do is no mistake.
    pub fn migrate_cancel(&mut self, _: &Args) -> Result<(), Fault> {
        self.end_migration("cancelled");
        Ok(())
    }

    /// `migrate-pause`, which is for another way of migrating.
    pub fn migrate_pause(&mut self, _: &Args) -> Result<(), Fault> {
        Err(Fault::new("migrate-pause is currently only supported during postcopy-active state"))
    }

    /// `migrate-set-capabilities`.
    pub fn migrate_set_capabilities(&mut self, args: &Args) -> Result<(), Fault> {
        for one in args.get("capabilities").and_then(Value::as_array).into_iter().flatten() {
            if one["capability"] == "events" {
                self.migration.events = one["state"] == true;
            }
        }
        Ok(())
    }

    /// `query-migrate-capabilities`.
    pub fn query_migrate_capabilities(&mut self, _: &Args) -> Result<Value, Fault> {
        let one =
            |name: &&str| json!({"capability": name, "state": *name == "events" && self.migration.events});
        Ok(CAPABILITIES.iter().map(one).collect())
    }

    /// `migrate_set_speed`, in bytes per second.
    pub fn migrate_set_speed(&mut self, args: &Args) -> Result<(), Fault> {
        self.migration.bandwidth = number(args, "value").unwrap_or_default().unsigned_abs();
        Ok(())
    }

    /// `migrate_set_downtime`, in seconds.
    pub fn migrate_set_downtime(&mut self, args: &Args) -> Result<(), Fault> {
        let seconds = args.get("value").and_then(Value::as_f64).unwrap_or_default();
        self.migration.downtime_ms = (seconds * 1000.0) as u64;
        Ok(())
    }

    /// `migrate-set-parameters`: those that are kept here.
    pub fn migrate_set_parameters(&mut self, args: &Args) -> Result<(), Fault> {
        let number = |name| number(args, name).map(i64::unsigned_abs);
        self.migration.bandwidth = number("max-bandwidth").unwrap_or(self.migration.bandwidth);
        self.migration.downtime_ms = number("downtime-limit").unwrap_or(self.migration.downtime_ms);
        Ok(())
    }

    /// `migrate_set_parameter` of the text monitor.
    pub fn migrate_set_parameter(&mut self, args: &Args) -> Result<(), Fault> {
        let value = text(args, "value").unwrap_or_default();
        match text(args, "parameter").unwrap_or_default() {
            "max-bandwidth" => {
                let size = crate::text::parse::size(value, 20);
                self.migration.bandwidth =
                    size.ok_or_else(|| Fault::new(format!("Unable to parse '{value}'")))?;
            }
            "downtime-limit" => {
                let ms = value.parse().map_err(|_| Fault::new(format!("Unable to parse '{value}'")))?;
                self.migration.downtime_ms = ms;
            }
            other => return Err(Fault::new(format!("Invalid parameter '{other}'"))),
        }
        Ok(())
    }

    /// Bytes transferred, remaining, in all.
    fn progress(&self) -> (u64, u64, u64) {
        let total = self.memory;
        if self.migration.status == "completed" {
            (total / 64, 0, total)
        } else {
            (total / 640, total / 2, total)
        }
    }

    /// `query-migrate`.
    pub fn query_migrate(&mut self, _: &Args) -> Result<Value, Fault> {
        let status = self.migration.status;
        if status.is_empty() {
            return Ok(json!({}));
        }
        let mut value = json!({"status": status});
        if let Some(error) = &self.migration.error {
            value["error-desc"] = json!(error);
        }
        if !matches!(status, "active" | "completed") {
            return Ok(value);
        }
        let (transferred, remaining, total) = self.progress();
        value["ram"] = json!({"transferred": transferred, "remaining": remaining, "total": total});
        if self.version < v(2, 0, 0) {
            return Ok(value);
        }
        let ram = json!({"total": total, "transferred": transferred, "remaining": remaining, "mbps": 520.148,
            "postcopy-requests": 0, "dirty-sync-count": 1, "multifd-bytes": 0, "pages-per-second": 0,
            "downtime-bytes": 0, "page-size": 4096, "postcopy-bytes": 0, "dirty-sync-missed-zero-copy": 0,
            "precopy-bytes": transferred, "duplicate": 0, "dirty-pages-rate": 0, "skipped": 0,
            "normal-bytes": transferred, "normal": transferred / 4096});
        value["ram"] = ram;
        value["setup-time"] = json!(0);
        value["total-time"] = json!(20);
        let downtime = if status == "active" { "expected-downtime" } else { "downtime" };
        value[downtime] = json!(if status == "active" { self.migration.downtime_ms } else { 2 });
        Ok(value)
    }

    /// `info migrate`.
    pub fn info_migrate(&mut self, _: &Args) -> Result<String, Fault> {
        let mut lines = String::new();
        if self.version >= v(3, 0, 0) {
            lines += "globals:\nstore-global-state: on\nonly-migratable: off\nsend-configuration: on\n\
                      send-section-footer: on\ndecompress-error-check: on\nclear-bitmap-shift: 18\n";
        }
        let status = self.migration.status;
        if status.is_empty() {
            return Ok(lines);
        }
        let reason = self.migration.error.as_ref().map(|error| format!(" ({error})")).unwrap_or_default();
        lines += &format!("Migration status: {status}{reason}\n");
        let modern = self.version >= v(2, 0, 0);
        let goes_on = status == "active";
        if modern {
            lines += &format!(
                "total time: {} ms\n",
                if matches!(status, "active" | "completed") { 20 } else { 0 }
            );
        }
        if !goes_on && (status != "completed" || !modern) {
            return Ok(lines);
        }
        if modern {
            let (name, ms) =
                if goes_on { ("expected downtime", self.migration.downtime_ms) } else { ("downtime", 2) };
            lines += &format!("{name}: {ms} ms\nsetup: 0 ms\n");
        }
        let (transferred, remaining, total) = self.progress();
        let kib = |bytes: u64| bytes >> 10;
        lines += &format!("transferred ram: {} kbytes\n", kib(transferred));
        if modern {
            lines += "throughput: 520.15 mbps\n";
        }
        lines += &format!("remaining ram: {} kbytes\ntotal ram: {} kbytes\n", kib(remaining), kib(total));
        if modern {
            let (pages, k) = (transferred / 4096, kib(transferred));
            lines += &format!(
                "duplicate: 0 pages\nskipped: 0 pages\nnormal: {pages} pages\nnormal bytes: {k} kbytes\n\
                 dirty sync count: 1\npage size: 4 kbytes\nmultifd bytes: 0 kbytes\npages-per-second: 0\n\
                 precopy ram: {k} kbytes\n"
            );
        }
        Ok(lines)
    }
}

const CAPABILITIES: &[&str] = &[
    "xbzrle",
    "rdma-pin-all",
    "auto-converge",
    "zero-blocks",
    "compress",
    "events",
    "postcopy-ram",
    "x-colo",
    "release-ram",
    "block",
    "return-path",
    "pause-before-switchover",
    "multifd",
    "dirty-bitmaps",
    "postcopy-blocktime",
    "late-block-activate",
    "x-ignore-shared",
    "validate-uuid",
    "background-snapshot",
    "zero-copy-send",
    "postcopy-preempt",
];
