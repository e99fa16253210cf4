//! Checkpoints of domains.

#![forbid(unsafe_code)]

use super::Driver;
use crate::checkpoint::Checkpoint;
use crate::domain::Domain;
use crate::error::Result;
use crate::ident::Name;

/// Checkpoints (`libvirt-domain-checkpoint.h`). The `flags` of lists are `virDomainCheckpointListFlags`.
pub trait CheckpointDriver: Driver {
    driver_methods! { VIR_FROM_DOMAIN_CHECKPOINT;
        /// Makes a checkpoint, or restores the record of one; `flags` are `virDomainCheckpointCreateFlags`.
        fn domain_checkpoint_create_xml(&self, dom: &Domain, xml: &str, flags: u32) -> Name => "virDomainCheckpointCreateXML";
        /// The checkpoint's XML; `flags` are `virDomainCheckpointXMLFlags`.
        fn domain_checkpoint_get_xml_desc(&self, checkpoint: &Checkpoint, flags: u32) -> String => "virDomainCheckpointGetXMLDesc";
        /// The checkpoints that match.
        fn domain_list_all_checkpoints(&self, dom: &Domain, flags: u32) -> Vec<Name> => "virDomainListAllCheckpoints";
        /// The checkpoints below this one that match.
        fn domain_checkpoint_list_all_children(&self, checkpoint: &Checkpoint, flags: u32) -> Vec<Name> => "virDomainCheckpointListAllChildren";
        /// The checkpoint with this name; no `flags` are known.
        fn domain_checkpoint_lookup_by_name(&self, dom: &Domain, name: &str, flags: u32) -> Name => "virDomainCheckpointLookupByName";
        /// The parent; no `flags` are known.
        fn domain_checkpoint_get_parent(&self, checkpoint: &Checkpoint, flags: u32) -> Name => "virDomainCheckpointGetParent";
        /// Deletes the checkpoint; `flags` are `virDomainCheckpointDeleteFlags`.
        fn domain_checkpoint_delete(&self, checkpoint: &Checkpoint, flags: u32) -> () => "virDomainCheckpointDelete";
    }

    derived_methods! {
        /// How many [`Self::domain_list_all_checkpoints`] finds.
        fn domain_count_all_checkpoints(&self, dom: &Domain, flags: u32) -> usize
            = self.domain_list_all_checkpoints(dom, flags).map(|found| found.len());
        /// How many [`Self::domain_checkpoint_list_all_children`] finds.
        fn domain_checkpoint_count_all_children(&self, checkpoint: &Checkpoint, flags: u32) -> usize
            = self.domain_checkpoint_list_all_children(checkpoint, flags).map(|found| found.len());
    }
}
