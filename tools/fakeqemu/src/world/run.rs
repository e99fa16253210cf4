//! Running, paused, reset, at its end; and snapshots of the whole machine.

use serde_json::json;

use super::{Args, Fault, Question, Snapshot, World, text};
use crate::version::v;

impl World {
    /// Whether the virtual CPUs run.
    pub fn is_running(&self) -> bool {
        self.status == "running"
    }

    /// `stop`; `status` is what the state is called then.
    pub fn pause(&mut self, status: &str) {
        let ran = self.is_running();
        if ran {
            self.status = status.to_owned();
            self.emit("STOP", None);
        }
    }

    /// `cont`. A drive that lacks its key is in the way.
    pub fn cont(&mut self, _: &Args) -> Result<(), Fault> {
        if let Some(drive) = self.drives.iter().find(|drive| drive.is_locked_by_key()) {
            let class = if self.version < v(1, 2, 0) { "DeviceEncrypted" } else { "GenericError" };
            let text = format!("Device '{}' is encrypted", drive.name);
            self.question = Some(Question::Drive(drive.name.clone()));
            return Err(Fault { class: class.to_owned(), text });
        }
        self.go_on();
        Ok(())
    }

    /// The virtual CPUs run from now on.
    pub fn go_on(&mut self) {
        if !self.is_running() {
            self.status = "running".to_owned();
            if self.version >= v(0, 13, 0) {
                self.emit("RESUME", None);
            }
        }
    }

    /// `system_reset`, or a reset that the guest asked for.
    pub fn reset(&mut self, guest: bool) {
        let reason = if guest { "guest-reset" } else { "host-qmp-system-reset" };
        let data = (self.version >= v(2, 12, 0)).then(|| json!({"guest": guest, "reason": reason}));
        self.emit("RESET", data);
        if self.status == "paused" {
            self.status = "prelaunch".to_owned();
        }
        self.complete_unplugs();
    }

    /// `system_powerdown`: the guest takes no notice.
    pub fn powerdown(&mut self, _: &Args) -> Result<(), Fault> {
        self.emit("POWERDOWN", None);
        Ok(())
    }

    /// The machine ends, or with `-no-shutdown` waits in the state "shutdown"; `quit` and signals always end it.
    pub fn shutdown(&mut self, reason: &str) {
        let guest = reason.starts_with("guest");
        let data = (self.version >= v(2, 12, 0)).then(|| json!({"guest": guest, "reason": reason}));
        self.emit("SHUTDOWN", data);
        if guest && self.no_shutdown {
            self.pause("shutdown");
        } else {
            self.exit = Some(0);
        }
    }

    /// `quit`.
    pub fn quit(&mut self, _: &Args) -> Result<(), Fault> {
        self.shutdown("host-qmp-quit");
        Ok(())
    }

    /// `info status`: the reason for being paused is told from 0.14 on.
    pub fn status_line(&self) -> String {
        match self.status.as_str() {
            "running" => "VM status: running\n".to_owned(),
            status if status == "paused" || self.version < v(0, 14, 0) => "VM status: paused\n".to_owned(),
            status => format!("VM status: paused ({status})\n"),
        }
    }

    /// `savevm`: all writable drives must be able to.
    pub fn savevm(&mut self, args: &Args) -> Result<(), Fault> {
        self.check_snapshots()?;
        let tag =
            text(args, "name").map_or_else(|| format!("vm-{}", self.snapshots.len() + 1), str::to_owned);
        self.snapshots.retain(|snapshot| snapshot.tag != tag);
        self.snapshots.push(Snapshot { tag, status: self.status.clone() });
        Ok(())
    }

    /// `loadvm`.
    pub fn loadvm(&mut self, args: &Args) -> Result<(), Fault> {
        self.check_snapshots()?;
        let tag = text(args, "name").unwrap_or_default();
        if !self.snapshots.iter().any(|snapshot| snapshot.tag == tag) {
            return Err(self.no_snapshot(tag));
        }
        Ok(())
    }

    /// `delvm`: silent about a snapshot that is not there.
    pub fn delvm(&mut self, args: &Args) -> Result<(), Fault> {
        self.check_snapshots()?;
        let tag = text(args, "name").unwrap_or_default();
        self.snapshots.retain(|snapshot| snapshot.tag != tag);
        Ok(())
    }

    fn no_snapshot(&self, tag: &str) -> Fault {
        if self.version.has_old_words() {
            let drive = self.drives.iter().find(|drive| drive.can_snapshot()).map_or("", |drive| &drive.name);
            Fault::new(format!("Device {drive} does not have the requested snapshot '{tag}'"))
        } else {
            Fault::new(format!("Snapshot '{tag}' does not exist in one or more devices"))
        }
    }

    fn check_snapshots(&self) -> Result<(), Fault> {
        let mut writable = self.drives.iter().filter(|drive| drive.is_writable()).peekable();
        if self.version.has_old_words() {
            // A drive that cannot is only warned about, as long as another one can.
            return match writable.any(|drive| drive.can_snapshot()) {
                true => Ok(()),
                false => Err(Fault::new("No block device supports snapshots")),
            };
        }
        match writable.find(|drive| !drive.can_snapshot()) {
            Some(drive) => {
                let text = format!("Device '{}' is writable but does not support snapshots", drive.name);
                Err(Fault::new(text))
            }
            None => Ok(()),
        }
    }

    /// `info snapshots`.
    pub fn snapshots_table(&self) -> String {
        if self.snapshots.is_empty() {
            return "There is no snapshot available.\n".to_owned();
        }
        let mut table = "List of snapshots present on all disks:\n".to_owned();
        table += "ID        TAG               VM SIZE                DATE     VM CLOCK     ICOUNT\n";
        for snapshot in &self.snapshots {
            let tag = &snapshot.tag;
            table += &format!("--        {tag:<16}  687 KiB 2026-01-01 00:00:00 00:00:00.301           \n");
        }
        table
    }
}
