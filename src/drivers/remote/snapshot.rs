//! Snapshots of domains at the daemon.

#![forbid(unsafe_code)]

use super::Remote;
use super::convert::{name, names, small};
use super::names::Names;
use crate::domain::Domain;
use crate::driver::SnapshotDriver;
use crate::error::Result;
use crate::ident::Name;
use crate::rpc::protocol::remote::{self, DOMAIN_SNAPSHOT_LIST_MAX};
use crate::snapshot::Snapshot;

const NAMES: Names = Names::of("virDomainSnapshotListNames", DOMAIN_SNAPSHOT_LIST_MAX);
const CHILDREN: Names = Names::of("virDomainSnapshotListChildrenNames", DOMAIN_SNAPSHOT_LIST_MAX);

impl SnapshotDriver for Remote {
    calls! { remote;
        fn domain_snapshot_create_xml(&self, dom: &Domain, xml: &str, flags: u32) -> Name
            = DOMAIN_SNAPSHOT_CREATE_XML { dom: dom.into(), xml_desc: xml.to_owned(), flags }
            => |ret| name(ret.snap.name)?;
        fn domain_snapshot_get_xml_desc(&self, snapshot: &Snapshot, flags: u32) -> String
            = DOMAIN_SNAPSHOT_GET_XML_DESC { snap: snapshot.into(), flags } => |ret| ret.xml;

        fn domain_snapshot_num(&self, dom: &Domain, flags: u32) -> usize
            = DOMAIN_SNAPSHOT_NUM { dom: dom.into(), flags } => |ret| small(ret.num)?;
        fn domain_snapshot_list_names(&self, dom: &Domain, max: usize, flags: u32) -> Vec<Name>
            = DOMAIN_SNAPSHOT_LIST_NAMES { dom: dom.into(), maxnames: NAMES.room(max)?, flags }
            => |ret| names(NAMES.received(ret.names, max)?)?;
        fn domain_list_all_snapshots(&self, dom: &Domain, flags: u32) -> Vec<Name>
            = DOMAIN_LIST_ALL_SNAPSHOTS { dom: dom.into(), need_results: 1, flags }
            => |ret| snapshots(ret.snapshots)?;
        fn domain_count_all_snapshots(&self, dom: &Domain, flags: u32) -> usize
            = DOMAIN_LIST_ALL_SNAPSHOTS { dom: dom.into(), need_results: 0, flags }
            => |ret| ret.ret as usize;
        fn domain_snapshot_num_children(&self, snapshot: &Snapshot, flags: u32) -> usize
            = DOMAIN_SNAPSHOT_NUM_CHILDREN { snap: snapshot.into(), flags } => |ret| small(ret.num)?;
        fn domain_snapshot_list_children_names(&self, snapshot: &Snapshot, max: usize, flags: u32) -> Vec<Name>
            = DOMAIN_SNAPSHOT_LIST_CHILDREN_NAMES { snap: snapshot.into(), maxnames: CHILDREN.room(max)?, flags }
            => |ret| names(CHILDREN.received(ret.names, max)?)?;
        fn domain_snapshot_list_all_children(&self, snapshot: &Snapshot, flags: u32) -> Vec<Name>
            = DOMAIN_SNAPSHOT_LIST_ALL_CHILDREN { snapshot: snapshot.into(), need_results: 1, flags }
            => |ret| snapshots(ret.snapshots)?;
        fn domain_snapshot_count_all_children(&self, snapshot: &Snapshot, flags: u32) -> usize
            = DOMAIN_SNAPSHOT_LIST_ALL_CHILDREN { snapshot: snapshot.into(), need_results: 0, flags }
            => |ret| ret.ret as usize;

        fn domain_snapshot_lookup_by_name(&self, dom: &Domain, wanted: &str, flags: u32) -> Name
            = DOMAIN_SNAPSHOT_LOOKUP_BY_NAME { dom: dom.into(), name: wanted.to_owned(), flags }
            => |ret| name(ret.snap.name)?;
        fn domain_has_current_snapshot(&self, dom: &Domain, flags: u32) -> bool
            = DOMAIN_HAS_CURRENT_SNAPSHOT { dom: dom.into(), flags } => |ret| ret.result != 0;
        fn domain_snapshot_current(&self, dom: &Domain, flags: u32) -> Name
            = DOMAIN_SNAPSHOT_CURRENT { dom: dom.into(), flags } => |ret| name(ret.snap.name)?;
        fn domain_snapshot_get_parent(&self, snapshot: &Snapshot, flags: u32) -> Name
            = DOMAIN_SNAPSHOT_GET_PARENT { snap: snapshot.into(), flags } => |ret| name(ret.snap.name)?;
        fn domain_snapshot_is_current(&self, snapshot: &Snapshot, flags: u32) -> bool
            = DOMAIN_SNAPSHOT_IS_CURRENT { snap: snapshot.into(), flags } => |ret| ret.current != 0;
        fn domain_snapshot_has_metadata(&self, snapshot: &Snapshot, flags: u32) -> bool
            = DOMAIN_SNAPSHOT_HAS_METADATA { snap: snapshot.into(), flags } => |ret| ret.metadata != 0;

        fn domain_revert_to_snapshot(&self, snapshot: &Snapshot, flags: u32) -> ()
            = DOMAIN_REVERT_TO_SNAPSHOT { snap: snapshot.into(), flags };
        fn domain_snapshot_delete(&self, snapshot: &Snapshot, flags: u32) -> ()
            = DOMAIN_SNAPSHOT_DELETE { snap: snapshot.into(), flags };
    }
}

fn snapshots(found: Vec<remote::NonnullDomainSnapshot>) -> Result<Vec<Name>> {
    found.into_iter().map(|snapshot| name(snapshot.name)).collect()
}

impl From<&Snapshot> for remote::NonnullDomainSnapshot {
    fn from(snapshot: &Snapshot) -> Self {
        Self { name: snapshot.name().as_str().to_owned(), dom: (&**snapshot.domain()).into() }
    }
}
