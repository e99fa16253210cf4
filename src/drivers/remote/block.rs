//! Disks of domains at the daemon.

#![forbid(unsafe_code)]

use super::Remote;
use super::convert::{answer, count, peek};
use crate::domain::Domain;
use crate::driver::{BlockDriver, BlockJobInfo};
use crate::error::Result;
use crate::rpc::protocol::remote::{self, DOMAIN_BLOCK_PEEK_BUFFER_MAX, procedure};
use crate::rpc::typed_params::sent;
use crate::typed_param::{Answer, TypedParameter};

impl BlockDriver for Remote {
    calls! { remote;
        fn domain_block_resize(&self, dom: &Domain, disk: &str, size: u64, flags: u32) -> ()
            = DOMAIN_BLOCK_RESIZE { dom: dom.into(), disk: disk.to_owned(), size, flags };
        fn domain_block_stats_flags(&self, dom: &Domain, disk: &str, room: usize, flags: u32) -> Answer
            = DOMAIN_BLOCK_STATS_FLAGS { dom: dom.into(), path: disk.to_owned(), nparams: count(room), flags
            }
            => |ret| answer(room, ret.params, ret.nparams)?;
        fn domain_set_block_threshold(&self, dom: &Domain, dev: &str, threshold: u64, flags: u32) -> ()
            = DOMAIN_SET_BLOCK_THRESHOLD { dom: dom.into(), dev: dev.to_owned(), threshold, flags };
        fn domain_set_throttle_group(&self, dom: &Domain, group: &str, params: &[TypedParameter], flags: u32) -> ()
            = DOMAIN_SET_THROTTLE_GROUP {
                dom: dom.into(), group: group.to_owned(), params: sent(params), flags
            };
        fn domain_del_throttle_group(&self, dom: &Domain, group: &str, flags: u32) -> ()
            = DOMAIN_DEL_THROTTLE_GROUP { dom: dom.into(), group: Some(group.to_owned()), flags };

        fn domain_block_job_abort(&self, dom: &Domain, disk: &str, flags: u32) -> ()
            = DOMAIN_BLOCK_JOB_ABORT { dom: dom.into(), path: disk.to_owned(), flags };
        fn domain_get_block_job_info(&self, dom: &Domain, disk: &str, flags: u32) -> Option<BlockJobInfo>
            = DOMAIN_GET_BLOCK_JOB_INFO { dom: dom.into(), path: disk.to_owned(), flags }
            => |ret| (ret.found != 0).then_some(BlockJobInfo {
                kind: ret.r#type,
                bandwidth: ret.bandwidth,
                current: ret.cur,
                end: ret.end,
            });
        fn domain_block_job_set_speed(&self, dom: &Domain, disk: &str, bandwidth: u64, flags: u32) -> ()
            = DOMAIN_BLOCK_JOB_SET_SPEED { dom: dom.into(), path: disk.to_owned(), bandwidth, flags };
        fn domain_block_pull(&self, dom: &Domain, disk: &str, bandwidth: u64, flags: u32) -> ()
            = DOMAIN_BLOCK_PULL { dom: dom.into(), path: disk.to_owned(), bandwidth, flags };
        fn domain_block_rebase(
            &self, dom: &Domain, disk: &str, base: Option<&str>, bandwidth: u64, flags: u32,
        ) -> () = DOMAIN_BLOCK_REBASE {
                dom: dom.into(), path: disk.to_owned(), base: base.map(str::to_owned), bandwidth, flags
            };
        fn domain_block_copy(
            &self, dom: &Domain, disk: &str, xml: &str, params: &[TypedParameter], flags: u32,
        ) -> () = DOMAIN_BLOCK_COPY {
                dom: dom.into(), path: disk.to_owned(), destxml: xml.to_owned(), params: sent(params), flags
            };
        fn domain_block_commit(
            &self, dom: &Domain, disk: &str, base: Option<&str>, top: Option<&str>, bandwidth: u64, flags: u32,
        ) -> () = DOMAIN_BLOCK_COMMIT {
                dom: dom.into(),
                disk: disk.to_owned(),
                base: base.map(str::to_owned),
                top: top.map(str::to_owned),
                bandwidth,
                flags,
            };
    }

    fn domain_block_peek(
        &self,
        dom: &Domain,
        disk: &str,
        offset: u64,
        buffer: &mut [u8],
        flags: u32,
    ) -> Result<()> {
        peek("block", buffer, DOMAIN_BLOCK_PEEK_BUFFER_MAX, |size| {
            let (dom, path) = (dom.into(), disk.to_owned());
            let args = remote::DomainBlockPeekArgs { dom, path, offset, size, flags };
            Ok(self.client.call(procedure::DOMAIN_BLOCK_PEEK, &args)?.buffer)
        })
    }
}
