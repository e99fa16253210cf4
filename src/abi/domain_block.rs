//! Disks, block jobs and file systems of domains (part of `libvirt-domain.h`).
//!
//! The C side of the library in Rust types, named and laid out exactly as in the public header; no code.

use std::ffi::{c_char, c_int, c_longlong, c_ulong, c_ulonglong};

/// Flags for virDomainBlockCommit().
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainBlockCommitFlags {
    /// Commit only to the next image of the chain.
    VIR_DOMAIN_BLOCK_COMMIT_SHALLOW = 1 << 0,
    /// Delete the images that become unused.
    VIR_DOMAIN_BLOCK_COMMIT_DELETE = 1 << 1,
    /// Allow committing the image in use.
    VIR_DOMAIN_BLOCK_COMMIT_ACTIVE = 1 << 2,
    /// Keep the backing file name relative.
    VIR_DOMAIN_BLOCK_COMMIT_RELATIVE = 1 << 3,
    /// Bandwidth is in bytes per second instead of MiB/s.
    VIR_DOMAIN_BLOCK_COMMIT_BANDWIDTH_BYTES = 1 << 4,
}

/// Flags for virDomainBlockCommit().
pub type virDomainBlockCommitFlags = _virDomainBlockCommitFlags;

/// Flags for virDomainBlockCopy().
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainBlockCopyFlags {
    /// Copy only the top image.
    VIR_DOMAIN_BLOCK_COPY_SHALLOW = 1 << 0,
    /// Use an existing destination.
    VIR_DOMAIN_BLOCK_COPY_REUSE_EXT = 1 << 1,
    /// Accept losing the job if the domain stops.
    VIR_DOMAIN_BLOCK_COPY_TRANSIENT_JOB = 1 << 2,
    /// Complete guest writes only when the copy has them too.
    VIR_DOMAIN_BLOCK_COPY_SYNCHRONOUS_WRITES = 1 << 3,
    /// Destination already reads as zeros everywhere.
    VIR_DOMAIN_BLOCK_COPY_TARGET_ZEROED = 1 << 4,
}

/// Flags for virDomainBlockCopy().
pub type virDomainBlockCopyFlags = _virDomainBlockCopyFlags;

/// Sizes of a disk.
#[repr(C)]
pub struct _virDomainBlockInfo {
    /// Size the guest sees, in bytes.
    pub capacity: c_ulonglong,
    /// Storage in use, in bytes.
    pub allocation: c_ulonglong,
    /// Size of the file or device that holds it, in bytes.
    pub physical: c_ulonglong,
}

/// Sizes of a disk.
pub type virDomainBlockInfo = _virDomainBlockInfo;

/// Pointer to a virDomainBlockInfo.
pub type virDomainBlockInfoPtr = *mut virDomainBlockInfo;

/// Flags for ending a block job.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainBlockJobAbortFlags {
    /// Return before the job has ended.
    VIR_DOMAIN_BLOCK_JOB_ABORT_ASYNC = 1 << 0,
    /// Switch to the new image when ending the job.
    VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT = 1 << 1,
}

/// Flags for ending a block job.
pub type virDomainBlockJobAbortFlags = _virDomainBlockJobAbortFlags;

/// Position in a block job's progress.
pub type virDomainBlockJobCursor = c_ulonglong;

/// Kind and progress of a block job.
#[repr(C)]
pub struct _virDomainBlockJobInfo {
    /// Kind of job, a virDomainBlockJobType.
    pub r#type: c_int,
    /// Bandwidth limit in MiB/s, or bytes per second with the flag.
    pub bandwidth: c_ulong,
    /// Position reached so far.
    pub cur: virDomainBlockJobCursor,
    /// Position at which the job is done.
    pub end: virDomainBlockJobCursor,
}

/// Kind and progress of a block job.
pub type virDomainBlockJobInfo = _virDomainBlockJobInfo;

/// Flags for querying a block job.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainBlockJobInfoFlags {
    /// Report the bandwidth in bytes per second.
    VIR_DOMAIN_BLOCK_JOB_INFO_BANDWIDTH_BYTES = 1 << 0,
}

/// Flags for querying a block job.
pub type virDomainBlockJobInfoFlags = _virDomainBlockJobInfoFlags;

/// Pointer to a virDomainBlockJobInfo.
pub type virDomainBlockJobInfoPtr = *mut virDomainBlockJobInfo;

/// Flags for limiting a block job's bandwidth.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainBlockJobSetSpeedFlags {
    /// Bandwidth is in bytes per second instead of MiB/s.
    VIR_DOMAIN_BLOCK_JOB_SPEED_BANDWIDTH_BYTES = 1 << 0,
}

/// Flags for limiting a block job's bandwidth.
pub type virDomainBlockJobSetSpeedFlags = _virDomainBlockJobSetSpeedFlags;

/// Kinds of block jobs.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainBlockJobType {
    /// Kind of job is not known.
    VIR_DOMAIN_BLOCK_JOB_TYPE_UNKNOWN = 0,
    /// Pull of backing data into the top image.
    VIR_DOMAIN_BLOCK_JOB_TYPE_PULL = 1,
    /// Copy or mirror to another destination.
    VIR_DOMAIN_BLOCK_JOB_TYPE_COPY = 2,
    /// Commit of a lower image into its base.
    VIR_DOMAIN_BLOCK_JOB_TYPE_COMMIT = 3,
    /// Commit of the image in use, to be ended by a pivot or abort.
    VIR_DOMAIN_BLOCK_JOB_TYPE_ACTIVE_COMMIT = 4,
    /// Backup of the disk.
    VIR_DOMAIN_BLOCK_JOB_TYPE_BACKUP = 5,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_BLOCK_JOB_TYPE_LAST = 6,
}

/// Kinds of block jobs.
pub type virDomainBlockJobType = _virDomainBlockJobType;

/// Flags for virDomainBlockPull().
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainBlockPullFlags {
    /// Bandwidth is in bytes per second instead of MiB/s.
    VIR_DOMAIN_BLOCK_PULL_BANDWIDTH_BYTES = 1 << 6,
}

/// Flags for virDomainBlockPull().
pub type virDomainBlockPullFlags = _virDomainBlockPullFlags;

/// Flags for virDomainBlockRebase().
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainBlockRebaseFlags {
    /// Copy only the top image.
    VIR_DOMAIN_BLOCK_REBASE_SHALLOW = 1 << 0,
    /// Use an existing destination file.
    VIR_DOMAIN_BLOCK_REBASE_REUSE_EXT = 1 << 1,
    /// Make the destination a raw file.
    VIR_DOMAIN_BLOCK_REBASE_COPY_RAW = 1 << 2,
    /// Start a copy job instead of a pull.
    VIR_DOMAIN_BLOCK_REBASE_COPY = 1 << 3,
    /// Keep the backing file name relative.
    VIR_DOMAIN_BLOCK_REBASE_RELATIVE = 1 << 4,
    /// Destination is a block device.
    VIR_DOMAIN_BLOCK_REBASE_COPY_DEV = 1 << 5,
    /// Bandwidth is in bytes per second instead of MiB/s.
    VIR_DOMAIN_BLOCK_REBASE_BANDWIDTH_BYTES = 1 << 6,
}

/// Flags for virDomainBlockRebase().
pub type virDomainBlockRebaseFlags = _virDomainBlockRebaseFlags;

/// Flags for changing a disk's size.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainBlockResizeFlags {
    /// Size is in bytes instead of KiB.
    VIR_DOMAIN_BLOCK_RESIZE_BYTES = 1 << 0,
    /// Grow to the full size of the underlying device.
    VIR_DOMAIN_BLOCK_RESIZE_CAPACITY = 1 << 1,
    /// Refuse to shrink.
    VIR_DOMAIN_BLOCK_RESIZE_EXTEND = 1 << 2,
}

/// Flags for changing a disk's size.
pub type virDomainBlockResizeFlags = _virDomainBlockResizeFlags;

/// Pointer to a virDomainBlockStatsStruct.
pub type virDomainBlockStatsPtr = *mut virDomainBlockStatsStruct;

/// I/O counters of a disk; -1 stands for an unknown one.
#[repr(C)]
pub struct _virDomainBlockStats {
    /// Read requests.
    pub rd_req: c_longlong,
    /// Bytes read.
    pub rd_bytes: c_longlong,
    /// Write requests.
    pub wr_req: c_longlong,
    /// Bytes written.
    pub wr_bytes: c_longlong,
    /// Errors, where the hypervisor counts them.
    pub errs: c_longlong,
}

/// I/O counters of a disk; -1 stands for an unknown one.
pub type virDomainBlockStatsStruct = _virDomainBlockStats;

/// Reasons that belong to VIR_DOMAIN_BLOCKED.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainBlockedReason {
    /// Reason for being blocked is not known.
    VIR_DOMAIN_BLOCKED_UNKNOWN = 0,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_BLOCKED_LAST = 1,
}

/// Reasons that belong to VIR_DOMAIN_BLOCKED.
pub type virDomainBlockedReason = _virDomainBlockedReason;

/// A disk with an I/O error.
#[repr(C)]
pub struct _virDomainDiskError {
    /// Target name of the disk; the caller frees it.
    pub disk: *mut c_char,
    /// Kind of error, a virDomainDiskErrorCode.
    pub error: c_int,
}

/// A disk with an I/O error.
pub type virDomainDiskError = _virDomainDiskError;

/// Kinds of disk I/O errors.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainDiskErrorCode {
    /// No error.
    VIR_DOMAIN_DISK_ERROR_NONE = 0,
    /// Some I/O error.
    VIR_DOMAIN_DISK_ERROR_UNSPEC = 1,
    /// No space left on the storage.
    VIR_DOMAIN_DISK_ERROR_NO_SPACE = 2,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_DISK_ERROR_LAST = 3,
}

/// Kinds of disk I/O errors.
pub type virDomainDiskErrorCode = _virDomainDiskErrorCode;

/// Pointer to a virDomainDiskError.
pub type virDomainDiskErrorPtr = *mut virDomainDiskError;

/// A file system mounted in the guest; free it with virDomainFSInfoFree().
#[repr(C)]
pub struct _virDomainFSInfo {
    /// Where it is mounted in the guest.
    pub mountpoint: *mut c_char,
    /// Name of the device in the guest.
    pub name: *mut c_char,
    /// Type, such as ext4 or NTFS.
    pub fstype: *mut c_char,
    /// Number of entries in devAlias.
    pub ndevAlias: usize,
    /// Target names of the disks below it.
    pub devAlias: *mut *mut c_char,
}

/// A file system mounted in the guest; free it with virDomainFSInfoFree().
pub type virDomainFSInfo = _virDomainFSInfo;

/// Pointer to a virDomainFSInfo.
pub type virDomainFSInfoPtr = *mut virDomainFSInfo;

/// Reasons of a guest's suspend to disk.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virDomainPMSuspendedDiskReason {
    /// Reason of the suspend to disk is not known.
    VIR_DOMAIN_PMSUSPENDED_DISK_UNKNOWN = 0,
    #[cfg(feature = "sentinels")]
    /// End marker, one above the last value; declared only with VIR_ENUM_SENTINELS.
    VIR_DOMAIN_PMSUSPENDED_DISK_LAST = 1,
}

/// Reasons of a guest's suspend to disk.
pub type virDomainPMSuspendedDiskReason = _virDomainPMSuspendedDiskReason;
