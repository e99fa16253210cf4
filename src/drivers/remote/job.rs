//! Jobs of whole domains at the daemon.

#![forbid(unsafe_code)]

use super::Remote;
use crate::domain::Domain;
use crate::driver::{JobDriver, JobInfo, JobStats, Progress};
use crate::rpc::typed_params::received;

impl JobDriver for Remote {
    calls! { remote;
        fn domain_get_job_info(&self, dom: &Domain) -> JobInfo = DOMAIN_GET_JOB_INFO { dom: dom.into() }
            => |ret| JobInfo {
                kind: ret.r#type,
                elapsed_ms: ret.time_elapsed,
                remaining_ms: ret.time_remaining,
                data: progress(ret.data_total, ret.data_processed, ret.data_remaining),
                memory: progress(ret.mem_total, ret.mem_processed, ret.mem_remaining),
                file: progress(ret.file_total, ret.file_processed, ret.file_remaining),
            };
        fn domain_get_job_stats(&self, dom: &Domain, flags: u32) -> JobStats
            = DOMAIN_GET_JOB_STATS { dom: dom.into(), flags }
            => |ret| JobStats { kind: ret.r#type, params: received(ret.params) };
        fn domain_abort_job(&self, dom: &Domain) -> () = DOMAIN_ABORT_JOB { dom: dom.into() };
        fn domain_abort_job_flags(&self, dom: &Domain, flags: u32) -> ()
            = DOMAIN_ABORT_JOB_FLAGS { dom: dom.into(), flags };
        fn domain_backup_begin(&self, dom: &Domain, xml: &str, checkpoint: Option<&str>, flags: u32) -> ()
            = DOMAIN_BACKUP_BEGIN {
                dom: dom.into(), backup_xml: xml.to_owned(), checkpoint_xml: checkpoint.map(str::to_owned), flags
            };
        fn domain_backup_get_xml_desc(&self, dom: &Domain, flags: u32) -> String
            = DOMAIN_BACKUP_GET_XML_DESC { dom: dom.into(), flags } => |ret| ret.xml;
        fn domain_start_dirty_rate_calc(&self, dom: &Domain, seconds: i32, flags: u32) -> ()
            = DOMAIN_START_DIRTY_RATE_CALC { dom: dom.into(), seconds, flags };

        fn domain_migrate_get_compression_cache(&self, dom: &Domain, flags: u32) -> u64
            = DOMAIN_MIGRATE_GET_COMPRESSION_CACHE { dom: dom.into(), flags } => |ret| ret.cache_size;
        fn domain_migrate_set_compression_cache(&self, dom: &Domain, size: u64, flags: u32) -> ()
            = DOMAIN_MIGRATE_SET_COMPRESSION_CACHE { dom: dom.into(), cache_size: size, flags };
        fn domain_migrate_get_max_downtime(&self, dom: &Domain, flags: u32) -> u64
            = DOMAIN_MIGRATE_GET_MAX_DOWNTIME { dom: dom.into(), flags } => |ret| ret.downtime;
        fn domain_migrate_set_max_downtime(&self, dom: &Domain, downtime_ms: u64, flags: u32) -> ()
            = DOMAIN_MIGRATE_SET_MAX_DOWNTIME { dom: dom.into(), downtime: downtime_ms, flags };
        fn domain_migrate_get_max_speed(&self, dom: &Domain, flags: u32) -> u64
            = DOMAIN_MIGRATE_GET_MAX_SPEED { dom: dom.into(), flags } => |ret| ret.bandwidth;
        fn domain_migrate_set_max_speed(&self, dom: &Domain, bandwidth: u64, flags: u32) -> ()
            = DOMAIN_MIGRATE_SET_MAX_SPEED { dom: dom.into(), bandwidth, flags };
        fn domain_migrate_start_post_copy(&self, dom: &Domain, flags: u32) -> ()
            = DOMAIN_MIGRATE_START_POST_COPY { dom: dom.into(), flags };
    }
}

fn progress(total: u64, processed: u64, remaining: u64) -> Progress {
    Progress { total, processed, remaining }
}
