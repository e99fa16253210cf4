//! Snapshots of domains.

#![forbid(unsafe_code)]

use super::Driver;
use crate::domain::Domain;
use crate::error::Result;
use crate::ident::Name;
use crate::snapshot::Snapshot;

/// Snapshots (`libvirt-domain-snapshot.h`). The `flags` of lists are `virDomainSnapshotListFlags`.
pub trait SnapshotDriver: Driver {
    driver_methods! { VIR_FROM_DOMAIN_SNAPSHOT;
        /// Takes a snapshot, or restores the record of one; `flags` are `virDomainSnapshotCreateFlags`.
        fn domain_snapshot_create_xml(&self, dom: &Domain, xml: &str, flags: u32) -> Name => "virDomainSnapshotCreateXML";
        /// The snapshot's XML; `flags` are `virDomainSnapshotXMLFlags`.
        fn domain_snapshot_get_xml_desc(&self, snapshot: &Snapshot, flags: u32) -> String => "virDomainSnapshotGetXMLDesc";

        /// How many snapshots match.
        fn domain_snapshot_num(&self, dom: &Domain, flags: u32) -> usize => "virDomainSnapshotNum";
        /// The snapshots that match, for lists of names.
        fn domain_snapshot_list_names(&self, dom: &Domain, max: usize, flags: u32) -> Vec<Name> => "virDomainSnapshotListNames";
        /// The snapshots that match, for lists of handles.
        fn domain_list_all_snapshots(&self, dom: &Domain, flags: u32) -> Vec<Name> => "virDomainListAllSnapshots";
        /// How many snapshots below this one match.
        fn domain_snapshot_num_children(&self, snapshot: &Snapshot, flags: u32) -> usize => "virDomainSnapshotNumChildren";
        /// The snapshots below this one that match, for lists of names.
        fn domain_snapshot_list_children_names(&self, snapshot: &Snapshot, max: usize, flags: u32) -> Vec<Name> => "virDomainSnapshotListChildrenNames";
        /// The snapshots below this one that match, for lists of handles.
        fn domain_snapshot_list_all_children(&self, snapshot: &Snapshot, flags: u32) -> Vec<Name> => "virDomainSnapshotListAllChildren";

        /// The snapshot with this name; no `flags` are known.
        fn domain_snapshot_lookup_by_name(&self, dom: &Domain, name: &str, flags: u32) -> Name => "virDomainSnapshotLookupByName";
        /// Whether the domain has a current snapshot; no `flags` are known.
        fn domain_has_current_snapshot(&self, dom: &Domain, flags: u32) -> bool => "virDomainHasCurrentSnapshot";
        /// The current snapshot; no `flags` are known.
        fn domain_snapshot_current(&self, dom: &Domain, flags: u32) -> Name => "virDomainSnapshotCurrent";
        /// The parent; no `flags` are known.
        fn domain_snapshot_get_parent(&self, snapshot: &Snapshot, flags: u32) -> Name => "virDomainSnapshotGetParent";
        /// Whether the snapshot is the current one; no `flags` are known.
        fn domain_snapshot_is_current(&self, snapshot: &Snapshot, flags: u32) -> bool => "virDomainSnapshotIsCurrent";
        /// Whether the library keeps a record of the snapshot; no `flags` are known.
        fn domain_snapshot_has_metadata(&self, snapshot: &Snapshot, flags: u32) -> bool => "virDomainSnapshotHasMetadata";

        /// Puts the domain back; `flags` are `virDomainSnapshotRevertFlags`.
        fn domain_revert_to_snapshot(&self, snapshot: &Snapshot, flags: u32) -> () => "virDomainRevertToSnapshot";
        /// Deletes the snapshot; `flags` are `virDomainSnapshotDeleteFlags`.
        fn domain_snapshot_delete(&self, snapshot: &Snapshot, flags: u32) -> () => "virDomainSnapshotDelete";
    }

    derived_methods! {
        /// How many [`Self::domain_list_all_snapshots`] finds.
        fn domain_count_all_snapshots(&self, dom: &Domain, flags: u32) -> usize
            = self.domain_list_all_snapshots(dom, flags).map(|found| found.len());
        /// How many [`Self::domain_snapshot_list_all_children`] finds.
        fn domain_snapshot_count_all_children(&self, snapshot: &Snapshot, flags: u32) -> usize
            = self.domain_snapshot_list_all_children(snapshot, flags).map(|found| found.len());
    }
}
