//! Jobs of whole domains: what goes on, backups, measuring, and the settings of migration.

#![forbid(unsafe_code)]

use super::Driver;
use crate::domain::Domain;
use crate::error::Result;
use crate::typed_param::TypedParameter;

/// What is done, and what is left, of one kind of data, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub total: u64,
    pub processed: u64,
    pub remaining: u64,
}

/// `virDomainJobInfo`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct JobInfo {
    /// `virDomainJobType`
    pub kind: i32,
    pub elapsed_ms: u64,
    /// 0 if it is not known.
    pub remaining_ms: u64,
    /// Everything.
    pub data: Progress,
    /// Memory alone.
    pub memory: Progress,
    /// Disks alone.
    pub file: Progress,
}

/// What `virDomainGetJobStats` tells of a job.
#[derive(Clone, Debug, PartialEq)]
pub struct JobStats {
    /// `virDomainJobType`
    pub kind: i32,
    pub params: Vec<TypedParameter>,
}

/// Jobs. No `flags` are known where nothing else is said.
pub trait JobDriver: Driver {
    driver_methods! { VIR_FROM_DOMAIN;
        /// The job that goes on.
        fn domain_get_job_info(&self, dom: &Domain) -> JobInfo => "virDomainGetJobInfo";
        /// The job that goes on or was the last; `flags` are `virDomainGetJobStatsFlags`.
        fn domain_get_job_stats(&self, dom: &Domain, flags: u32) -> JobStats => "virDomainGetJobStats";
        /// Ends the job.
        fn domain_abort_job(&self, dom: &Domain) -> () => "virDomainAbortJob";
        /// Ends the job; `flags` are `virDomainAbortJobFlagsValues`.
        fn domain_abort_job_flags(&self, dom: &Domain, flags: u32) -> () => "virDomainAbortJobFlags";
        /// Starts a backup, and makes a checkpoint if there is XML of one; `flags` are `virDomainBackupBeginFlags`.
        fn domain_backup_begin(&self, dom: &Domain, xml: &str, checkpoint: Option<&str>, flags: u32) -> ()
            => "virDomainBackupBegin";
        /// The XML of the backup that goes on.
        fn domain_backup_get_xml_desc(&self, dom: &Domain, flags: u32) -> String => "virDomainBackupGetXMLDesc";
        /// Measures for some seconds how fast memory changes; `flags` are `virDomainDirtyRateCalcFlags`.
        fn domain_start_dirty_rate_calc(&self, dom: &Domain, seconds: i32, flags: u32) -> ()
            => "virDomainStartDirtyRateCalc";

        /// Size in bytes of the cache for compressing memory.
        fn domain_migrate_get_compression_cache(&self, dom: &Domain, flags: u32) -> u64
            => "virDomainMigrateGetCompressionCache";
        /// Changes the size in bytes of the cache for compressing memory.
        fn domain_migrate_set_compression_cache(&self, dom: &Domain, size: u64, flags: u32) -> ()
            => "virDomainMigrateSetCompressionCache";
        /// For how many milliseconds a guest may stand still.
        fn domain_migrate_get_max_downtime(&self, dom: &Domain, flags: u32) -> u64 => "virDomainMigrateGetMaxDowntime";
        /// Changes for how many milliseconds a guest may stand still.
        fn domain_migrate_set_max_downtime(&self, dom: &Domain, downtime_ms: u64, flags: u32) -> ()
            => "virDomainMigrateSetMaxDowntime";
        /// Limit in MiB/s; `flags` are `virDomainMigrateMaxSpeedFlags`.
        fn domain_migrate_get_max_speed(&self, dom: &Domain, flags: u32) -> u64 => "virDomainMigrateGetMaxSpeed";
        /// Changes the limit in MiB/s; `flags` are `virDomainMigrateMaxSpeedFlags`.
        fn domain_migrate_set_max_speed(&self, dom: &Domain, bandwidth: u64, flags: u32) -> ()
            => "virDomainMigrateSetMaxSpeed";
        /// Lets the guest run on the destination while the rest of its memory follows.
        fn domain_migrate_start_post_copy(&self, dom: &Domain, flags: u32) -> () => "virDomainMigrateStartPostCopy";
    }
}
