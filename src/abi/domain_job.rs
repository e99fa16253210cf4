//! Jobs, migration, save, dump and backup of domains (part of `libvirt-domain.h`).
//!
//! The C side of the library in Rust types, named and laid out exactly as in the public header; no code.

use std::ffi::{c_int, c_ulonglong};

/// Flags for virDomainAbortJobFlags().
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainAbortJobFlagsValues {
    /// Interrupt post-copy migration, to be resumed later.
    VIR_DOMAIN_ABORT_JOB_POSTCOPY = 1 << 0,
}

/// Flags for virDomainAbortJobFlags().
pub type virDomainAbortJobFlagsValues = _virDomainAbortJobFlagsValues;

/// Flags for starting a backup.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainBackupBeginFlags {
    /// Use existing target files.
    VIR_DOMAIN_BACKUP_BEGIN_REUSE_EXTERNAL = 1 << 0,
    /// Keep the domain alive after guest power off until the backup ends.
    VIR_DOMAIN_BACKUP_BEGIN_PRESERVE_SHUTDOWN_DOMAIN = 1 << 1,
}

/// Flags for starting a backup.
pub type virDomainBackupBeginFlags = _virDomainBackupBeginFlags;

/// Flags for dumping a domain's memory.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainCoreDumpFlags {
    /// Crash the domain after the dump.
    VIR_DUMP_CRASH = 1 << 0,
    /// Keep the domain running during the dump.
    VIR_DUMP_LIVE = 1 << 1,
    /// Keep the dump out of the host's file cache.
    VIR_DUMP_BYPASS_CACHE = 1 << 2,
    /// Reset the domain after the dump.
    VIR_DUMP_RESET = 1 << 3,
    /// Dump only guest memory and CPU registers, for debuggers.
    VIR_DUMP_MEMORY_ONLY = 1 << 4,
}

/// Flags for dumping a domain's memory.
pub type virDomainCoreDumpFlags = _virDomainCoreDumpFlags;

/// File formats of memory dumps.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainCoreDumpFormat {
    /// ELF dump without compression.
    VIR_DOMAIN_CORE_DUMP_FORMAT_RAW = 0,
    /// kdump format compressed with zlib.
    VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_ZLIB = 1,
    /// kdump format compressed with LZO.
    VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_LZO = 2,
    /// kdump format compressed with snappy.
    VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_SNAPPY = 3,
    /// Crash dump format of Windows.
    VIR_DOMAIN_CORE_DUMP_FORMAT_WIN_DMP = 4,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_CORE_DUMP_FORMAT_LAST = 5,
}

/// File formats of memory dumps.
pub type virDomainCoreDumpFormat = _virDomainCoreDumpFormat;

/// Flags for virDomainGetJobStats().
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainGetJobStatsFlags {
    /// Report the last completed job instead of the running one.
    VIR_DOMAIN_JOB_STATS_COMPLETED = 1 << 0,
    /// Keep the completed job's data for further queries.
    VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED = 1 << 1,
}

/// Flags for virDomainGetJobStats().
pub type virDomainGetJobStatsFlags = _virDomainGetJobStatsFlags;

/// Progress of a domain job.
#[repr(C)]
pub struct _virDomainJobInfo {
    /// Kind of job, a virDomainJobType.
    pub r#type: c_int,
    /// Milliseconds since the job began.
    pub timeElapsed: c_ulonglong,
    /// Estimated milliseconds to its end, for bounded jobs.
    pub timeRemaining: c_ulonglong,
    /// Bytes to process in total; may grow.
    pub dataTotal: c_ulonglong,
    /// Bytes processed so far.
    pub dataProcessed: c_ulonglong,
    /// Bytes left to process.
    pub dataRemaining: c_ulonglong,
    /// Bytes of memory to process in total.
    pub memTotal: c_ulonglong,
    /// Bytes of memory processed so far.
    pub memProcessed: c_ulonglong,
    /// Bytes of memory left to process.
    pub memRemaining: c_ulonglong,
    /// Bytes of disks to process in total.
    pub fileTotal: c_ulonglong,
    /// Bytes of disks processed so far.
    pub fileProcessed: c_ulonglong,
    /// Bytes of disks left to process.
    pub fileRemaining: c_ulonglong,
}

/// Progress of a domain job.
pub type virDomainJobInfo = _virDomainJobInfo;

/// Pointer to a virDomainJobInfo.
pub type virDomainJobInfoPtr = *mut virDomainJobInfo;

/// Operations that run as a domain job.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainJobOperation {
    /// Operation is not known.
    VIR_DOMAIN_JOB_OPERATION_UNKNOWN = 0,
    /// Start of the domain.
    VIR_DOMAIN_JOB_OPERATION_START = 1,
    /// Saving to a file.
    VIR_DOMAIN_JOB_OPERATION_SAVE = 2,
    /// Restoring from a file.
    VIR_DOMAIN_JOB_OPERATION_RESTORE = 3,
    /// Migration from another host.
    VIR_DOMAIN_JOB_OPERATION_MIGRATION_IN = 4,
    /// Migration to another host.
    VIR_DOMAIN_JOB_OPERATION_MIGRATION_OUT = 5,
    /// Creation of a snapshot.
    VIR_DOMAIN_JOB_OPERATION_SNAPSHOT = 6,
    /// Reverting to a snapshot.
    VIR_DOMAIN_JOB_OPERATION_SNAPSHOT_REVERT = 7,
    /// Dump of memory.
    VIR_DOMAIN_JOB_OPERATION_DUMP = 8,
    /// Backup of disks.
    VIR_DOMAIN_JOB_OPERATION_BACKUP = 9,
    /// Deletion of a snapshot.
    VIR_DOMAIN_JOB_OPERATION_SNAPSHOT_DELETE = 10,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_JOB_OPERATION_LAST = 11,
}

/// Operations that run as a domain job.
pub type virDomainJobOperation = _virDomainJobOperation;

/// Kinds and outcomes of domain jobs.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainJobType {
    /// No job.
    VIR_DOMAIN_JOB_NONE = 0,
    /// Job with a known end.
    VIR_DOMAIN_JOB_BOUNDED = 1,
    /// Job whose end cannot be foreseen.
    VIR_DOMAIN_JOB_UNBOUNDED = 2,
    /// Job has completed.
    VIR_DOMAIN_JOB_COMPLETED = 3,
    /// Job has failed.
    VIR_DOMAIN_JOB_FAILED = 4,
    /// Job was cancelled.
    VIR_DOMAIN_JOB_CANCELLED = 5,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_JOB_LAST = 6,
}

/// Kinds and outcomes of domain jobs.
pub type virDomainJobType = _virDomainJobType;

/// Flags for migrating a domain.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainMigrateFlags {
    /// Keep the guest running while its memory is copied.
    VIR_MIGRATE_LIVE = 1 << 0,
    /// Let the source daemon connect to the destination daemon itself.
    VIR_MIGRATE_PEER2PEER = 1 << 1,
    /// Send the data through the connection between the daemons.
    VIR_MIGRATE_TUNNELLED = 1 << 2,
    /// Store the configuration on the destination.
    VIR_MIGRATE_PERSIST_DEST = 1 << 3,
    /// Delete the stored configuration on the source.
    VIR_MIGRATE_UNDEFINE_SOURCE = 1 << 4,
    /// Leave the domain paused on the destination.
    VIR_MIGRATE_PAUSED = 1 << 5,
    /// Copy whole disks that the hosts do not share.
    VIR_MIGRATE_NON_SHARED_DISK = 1 << 6,
    /// Copy only the top images of disks that the hosts do not share.
    VIR_MIGRATE_NON_SHARED_INC = 1 << 7,
    /// Forbid configuration changes during the migration.
    VIR_MIGRATE_CHANGE_PROTECTION = 1 << 8,
    /// Migrate even if disk caching makes that unsafe.
    VIR_MIGRATE_UNSAFE = 1 << 9,
    /// Move the configuration of an inactive domain.
    VIR_MIGRATE_OFFLINE = 1 << 10,
    /// Compress the data sent.
    VIR_MIGRATE_COMPRESSED = 1 << 11,
    /// Cancel the migration on a disk I/O error.
    VIR_MIGRATE_ABORT_ON_ERROR = 1 << 12,
    /// Slow the guest down if memory changes too fast.
    VIR_MIGRATE_AUTO_CONVERGE = 1 << 13,
    /// Pin all memory before an RDMA migration.
    VIR_MIGRATE_RDMA_PIN_ALL = 1 << 14,
    /// Allow switching to post-copy during the migration.
    VIR_MIGRATE_POSTCOPY = 1 << 15,
    /// Encrypt the data with TLS.
    VIR_MIGRATE_TLS = 1 << 16,
    /// Send memory over several connections.
    VIR_MIGRATE_PARALLEL = 1 << 17,
    /// Mirror guest writes synchronously while disks are copied.
    VIR_MIGRATE_NON_SHARED_SYNCHRONOUS_WRITES = 1 << 18,
    /// Continue a post-copy migration that broke off.
    VIR_MIGRATE_POSTCOPY_RESUME = 1 << 19,
    /// Send memory without copying it in the kernel.
    VIR_MIGRATE_ZEROCOPY = 1 << 20,
}

/// Flags for migrating a domain.
pub type virDomainMigrateFlags = _virDomainMigrateFlags;

/// Flags for the migration bandwidth limit.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainMigrateMaxSpeedFlags {
    /// Limit the post-copy phase instead of the pre-copy phase.
    VIR_DOMAIN_MIGRATE_MAX_SPEED_POSTCOPY = 1 << 0,
}

/// Flags for the migration bandwidth limit.
pub type virDomainMigrateMaxSpeedFlags = _virDomainMigrateMaxSpeedFlags;

/// Flags for reading the XML of a save image.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainSaveImageXMLFlags {
    /// Include secrets such as passwords.
    VIR_DOMAIN_SAVE_IMAGE_XML_SECURE = 1 << 0,
}

/// Flags for reading the XML of a save image.
pub type virDomainSaveImageXMLFlags = _virDomainSaveImageXMLFlags;

/// Flags for saving and restoring a domain.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainSaveRestoreFlags {
    /// Keep the save file out of the host's file cache.
    VIR_DOMAIN_SAVE_BYPASS_CACHE = 1 << 0,
    /// Run after the restore, whatever the state was.
    VIR_DOMAIN_SAVE_RUNNING = 1 << 1,
    /// Stay paused after the restore, whatever the state was.
    VIR_DOMAIN_SAVE_PAUSED = 1 << 2,
    /// Set the NVRAM back to its template on restore.
    VIR_DOMAIN_SAVE_RESET_NVRAM = 1 << 3,
}

/// Flags for saving and restoring a domain.
pub type virDomainSaveRestoreFlags = _virDomainSaveRestoreFlags;
