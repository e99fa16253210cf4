//! What QEMU tells besides the events that the oldest QMP has: a row each, with the members that matter.
//!
//! Words of QEMU are passed on as they came. Another event is another row; the driver matches on those that it wants.
//! The words and members are those of QEMU's schema (7.2; facts/qmp_events.tsv lists what libvirt handles).

#![forbid(unsafe_code)]

use serde::Deserialize;

/// Declares the events.
///
/// A row: documentation, QEMU's word, our name, and the members of its data in QEMU's words.
macro_rules! guest_events {
    ($(
        $(#[$doc:meta])*
        $word:literal $name:ident { $($(#[$member_doc:meta])* $member:ident: $type:ty),* $(,)? }
    )*) => {
        /// Something that QEMU tells by itself.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum GuestEvent {
            $($(#[$doc])* $name { $($(#[$member_doc])* $member: $type),* },)*
        }

        impl GuestEvent {
            /// QEMU's words for all of them.
            pub const WORDS: &'static [&'static str] = &[$($word),*];

            /// Reads the data of the event with this word; `None` for one that is not among them.
            pub(super) fn read(word: &str, data: &str) -> serde_json::Result<Option<Self>> {
                match word {
                    $($word => {
                        #[derive(Deserialize)]
                        #[serde(rename_all = "kebab-case")]
                        struct Data { $($member: $type),* }
                        let Data { $($member),* } = serde_json::from_str(data)?;
                        Ok(Some(Self::$name { $($member),* }))
                    })*
                    _ => Ok(None),
                }
            }
        }
    };
}

guest_events! {
    /// The guest answers over ACPI what became of a request.
    "ACPI_DEVICE_OST" AcpiDeviceOst { info: AcpiOst }
    /// The balloon changed the guest's memory.
    "BALLOON_CHANGE" BalloonChange {
        /// Bytes.
        actual: u64,
    }
    /// A node was written to beyond its threshold.
    "BLOCK_WRITE_THRESHOLD" BlockWriteThreshold {
        node_name: String,
        /// Bytes beyond it.
        amount_exceeded: u64,
        /// Bytes.
        write_threshold: u64,
    }
    /// A device is gone.
    "DEVICE_DELETED" DeviceDeleted {
        /// Its id; parts of devices have none.
        device: Option<String>,
        path: String,
    }
    /// A tray was moved.
    "DEVICE_TRAY_MOVED" DeviceTrayMoved {
        /// Name of the drive; empty for node-based disks.
        device: String,
        /// Id of the device.
        id: Option<String>,
        tray_open: bool,
    }
    /// The guest does not give a device back.
    "DEVICE_UNPLUG_GUEST_ERROR" DeviceUnplugGuestError {
        /// Its id, if it has one.
        device: Option<String>,
        path: String,
    }
    /// A dump in the background is over.
    "DUMP_COMPLETED" DumpCompleted { result: DumpResult, error: Option<String> }
    /// The guest has loaded a kernel to look into its own crash.
    "GUEST_CRASHLOADED" GuestCrashloaded { action: String }
    /// The guest's system has given up.
    "GUEST_PANICKED" GuestPanicked {
        /// What QEMU does about it.
        action: String,
        /// More about it, depending on the machine.
        info: Option<serde_json::Value>,
    }
    /// A job has got on.
    "JOB_STATUS_CHANGE" JobStatusChange { id: String, status: String }
    /// A memory device changed its size.
    "MEMORY_DEVICE_SIZE_CHANGE" MemoryDeviceSizeChange {
        /// Its id, if it has one.
        id: Option<String>,
        /// Bytes.
        size: u64,
    }
    /// Memory of the host failed.
    "MEMORY_FAILURE" MemoryFailure { recipient: String, action: String, flags: MemoryFailureFlags }
    /// A migration has got on, where its events are switched on.
    "MIGRATION" Migration { status: String }
    /// A migration began another pass over memory.
    "MIGRATION_PASS" MigrationPass { pass: i64 }
    /// The guest wants other packets.
    "NIC_RX_FILTER_CHANGED" NicRxFilterChanged {
        /// Id of the card.
        name: Option<String>,
        path: String,
    }
    /// The helper for persistent reservations came or went.
    "PR_MANAGER_STATUS_CHANGED" PrManagerStatusChanged { id: String, connected: bool }
    /// An address of an RDMA device came or went.
    "RDMA_GID_STATUS_CHANGED" RdmaGidStatusChanged {
        netdev: String,
        gid_status: bool,
        subnet_prefix: u64,
        interface_id: u64,
    }
    /// SPICE viewers have been told of the migration.
    "SPICE_MIGRATE_COMPLETED" SpiceMigrateCompleted {}
    /// The guest suspended itself to memory.
    "SUSPEND" Suspend {}
    /// The guest suspended itself to disk.
    "SUSPEND_DISK" SuspendDisk {}
    /// A port of a virtio channel was opened or closed in the guest.
    "VSERPORT_CHANGE" VserportChange { id: String, open: bool }
    /// The guest woke up.
    "WAKEUP" Wakeup {}
}

/// What the guest answers over ACPI.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct AcpiOst {
    /// Id of the device, if it has one.
    pub device: Option<String>,
    /// Which slot of which kind.
    pub slot: String,
    /// QEMU's word for the kind.
    pub slot_type: String,
    /// What was asked for (the ACPI specification's number).
    pub source: i64,
    /// What became of it (the ACPI specification's number).
    pub status: i64,
}

/// How a dump ended.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct DumpResult {
    /// QEMU's word.
    pub status: String,
    /// Bytes written.
    pub completed: u64,
    /// Bytes in all.
    pub total: u64,
}

/// What is to be known of a failure of memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct MemoryFailureFlags {
    /// Somebody has to do something about it.
    pub action_required: bool,
    /// It happened while an earlier one was dealt with.
    pub recursive: bool,
}
