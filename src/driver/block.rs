//! Disks of domains: reading them, their size, and jobs that copy between the images of a disk.

#![forbid(unsafe_code)]

use super::Driver;
use crate::domain::Domain;
use crate::error::Result;
use crate::typed_param::{Answer, TypedParameter};

/// `virDomainBlockJobInfo`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BlockJobInfo {
    /// `virDomainBlockJobType`
    pub kind: i32,
    /// Limit in MiB/s, or in bytes per second if the flags ask for it; 0 for none.
    pub bandwidth: u64,
    /// How far it is, in units of its own.
    pub current: u64,
    /// Where it ends.
    pub end: u64,
}

/// Disks, named by their target or source. A `bandwidth` is in MiB/s or, with a flag, in bytes per second; 0 for no
/// limit. No `flags` are known where nothing else is said.
pub trait BlockDriver: Driver {
    driver_methods! { VIR_FROM_DOMAIN;
        /// Copies bytes of a disk from `offset` on.
        fn domain_block_peek(&self, dom: &Domain, disk: &str, offset: u64, buffer: &mut [u8], flags: u32) -> ()
            => "virDomainBlockPeek";
        /// Changes the size, in KiB; `flags` are `virDomainBlockResizeFlags`.
        fn domain_block_resize(&self, dom: &Domain, disk: &str, size: u64, flags: u32) -> () => "virDomainBlockResize";
        /// Counters; `room` is how many the caller has room for, with 0 the answer is how many there can be.
        fn domain_block_stats_flags(&self, dom: &Domain, disk: &str, room: usize, flags: u32) -> Answer
            => "virDomainBlockStatsFlags";
        /// Has an event sent once more than `threshold` bytes of the device `dev` are in use.
        fn domain_set_block_threshold(&self, dom: &Domain, dev: &str, threshold: u64, flags: u32) -> ()
            => "virDomainSetBlockThreshold";
        /// Defines or changes limits that disks share; `flags` are `virDomainModificationImpact`.
        fn domain_set_throttle_group(&self, dom: &Domain, group: &str, params: &[TypedParameter], flags: u32) -> ()
            => "virDomainSetThrottleGroup";
        /// Removes limits that disks share; `flags` are `virDomainModificationImpact`.
        fn domain_del_throttle_group(&self, dom: &Domain, group: &str, flags: u32) -> () => "virDomainDelThrottleGroup";

        /// Ends the job of a disk; `flags` are `virDomainBlockJobAbortFlags`.
        fn domain_block_job_abort(&self, dom: &Domain, disk: &str, flags: u32) -> () => "virDomainBlockJobAbort";
        /// The job of a disk, if there is one; `flags` are `virDomainBlockJobInfoFlags`.
        fn domain_get_block_job_info(&self, dom: &Domain, disk: &str, flags: u32) -> Option<BlockJobInfo>
            => "virDomainGetBlockJobInfo";
        /// Limits the job of a disk; `flags` are `virDomainBlockJobSetSpeedFlags`.
        fn domain_block_job_set_speed(&self, dom: &Domain, disk: &str, bandwidth: u64, flags: u32) -> ()
            => "virDomainBlockJobSetSpeed";
        /// Copies the images below into the top one; `flags` are `virDomainBlockPullFlags`.
        fn domain_block_pull(&self, dom: &Domain, disk: &str, bandwidth: u64, flags: u32) -> () => "virDomainBlockPull";
        /// Copies images above `base`, or to the file `base`; `flags` are `virDomainBlockRebaseFlags`.
        fn domain_block_rebase(&self, dom: &Domain, disk: &str, base: Option<&str>, bandwidth: u64, flags: u32) -> ()
            => "virDomainBlockRebase";
        /// Copies a disk to what `xml` says; `flags` are `virDomainBlockCopyFlags`.
        fn domain_block_copy(&self, dom: &Domain, disk: &str, xml: &str, params: &[TypedParameter], flags: u32) -> ()
            => "virDomainBlockCopy";
        /// Copies the images from `top` down into `base`, by default the ends of the chain; `flags` are
        /// `virDomainBlockCommitFlags`.
        fn domain_block_commit(
            &self, dom: &Domain, disk: &str, base: Option<&str>, top: Option<&str>, bandwidth: u64, flags: u32
        ) -> () => "virDomainBlockCommit";
    }
}
