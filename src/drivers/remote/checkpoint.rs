//! Checkpoints of domains at the daemon.

#![forbid(unsafe_code)]

use super::Remote;
use super::convert::name;
use crate::checkpoint::Checkpoint;
use crate::domain::Domain;
use crate::driver::CheckpointDriver;
use crate::error::Result;
use crate::ident::Name;
use crate::rpc::protocol::remote;

impl CheckpointDriver for Remote {
    calls! { remote;
        fn domain_checkpoint_create_xml(&self, dom: &Domain, xml: &str, flags: u32) -> Name
            = DOMAIN_CHECKPOINT_CREATE_XML { dom: dom.into(), xml_desc: xml.to_owned(), flags }
            => |ret| name(ret.checkpoint.name)?;
        fn domain_checkpoint_get_xml_desc(&self, checkpoint: &Checkpoint, flags: u32) -> String
            = DOMAIN_CHECKPOINT_GET_XML_DESC { checkpoint: checkpoint.into(), flags } => |ret| ret.xml;
        fn domain_list_all_checkpoints(&self, dom: &Domain, flags: u32) -> Vec<Name>
            = DOMAIN_LIST_ALL_CHECKPOINTS { dom: dom.into(), need_results: 1, flags }
            => |ret| checkpoints(ret.checkpoints)?;
        fn domain_count_all_checkpoints(&self, dom: &Domain, flags: u32) -> usize
            = DOMAIN_LIST_ALL_CHECKPOINTS { dom: dom.into(), need_results: 0, flags }
            => |ret| ret.ret as usize;
        fn domain_checkpoint_list_all_children(&self, checkpoint: &Checkpoint, flags: u32) -> Vec<Name>
            = DOMAIN_CHECKPOINT_LIST_ALL_CHILDREN { checkpoint: checkpoint.into(), need_results: 1, flags }
            => |ret| checkpoints(ret.checkpoints)?;
        fn domain_checkpoint_count_all_children(&self, checkpoint: &Checkpoint, flags: u32) -> usize
            = DOMAIN_CHECKPOINT_LIST_ALL_CHILDREN { checkpoint: checkpoint.into(), need_results: 0, flags }
            => |ret| ret.ret as usize;
        fn domain_checkpoint_lookup_by_name(&self, dom: &Domain, wanted: &str, flags: u32) -> Name
            = DOMAIN_CHECKPOINT_LOOKUP_BY_NAME { dom: dom.into(), name: wanted.to_owned(), flags }
            => |ret| name(ret.checkpoint.name)?;
        fn domain_checkpoint_get_parent(&self, checkpoint: &Checkpoint, flags: u32) -> Name
            = DOMAIN_CHECKPOINT_GET_PARENT { checkpoint: checkpoint.into(), flags }
            => |ret| name(ret.parent.name)?;
        fn domain_checkpoint_delete(&self, checkpoint: &Checkpoint, flags: u32) -> ()
            = DOMAIN_CHECKPOINT_DELETE { checkpoint: checkpoint.into(), flags };
    }
}

fn checkpoints(found: Vec<remote::NonnullDomainCheckpoint>) -> Result<Vec<Name>> {
    found.into_iter().map(|checkpoint| name(checkpoint.name)).collect()
}

impl From<&Checkpoint> for remote::NonnullDomainCheckpoint {
    fn from(checkpoint: &Checkpoint) -> Self {
        Self { name: checkpoint.name().as_str().to_owned(), dom: (&**checkpoint.domain()).into() }
    }
}
