//! Checkpoints of the domains of the test host: records alone, for there are no disks whose changes could be noted.

#![forbid(unsafe_code)]

use std::sync::Arc;

use super::guest::Guest;
use super::snapshots::now_s;
use super::{FROM, TestDriver};
use crate::abi::{
    virDomainCheckpointCreateFlags as CreateFlags, virDomainCheckpointDeleteFlags as DeleteFlags,
    virDomainCheckpointXMLFlags as XmlFlags,
};
use crate::checkpoint::Checkpoint;
use crate::conf::checkpoint::{CheckpointDef, Draft};
use crate::conf::domain::Rules;
use crate::conf::moment::tree::Scope;
use crate::domain::Domain;
use crate::driver::{CheckpointDriver, check_flags};
use crate::error::{Error, ErrorCode, Result};
use crate::ident::Name;
use crate::util::lock;

const REDEFINE: u32 = CreateFlags::VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE as u32;
/// No guest runs, so that quiescing it changes nothing.
const CREATE_FLAGS: u32 = REDEFINE | CreateFlags::VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE as u32;
/// Every `virDomainCheckpointListFlags`.
const LIST_FLAGS: u32 = 0xf;
const DELETE_CHILDREN: u32 = DeleteFlags::VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN as u32;
const DELETE_CHILDREN_ONLY: u32 = DeleteFlags::VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY as u32;
/// The record is all that there is.
const DELETE_METADATA_ONLY: u32 = DeleteFlags::VIR_DOMAIN_CHECKPOINT_DELETE_METADATA_ONLY as u32;
const XML_SECURE: u32 = XmlFlags::VIR_DOMAIN_CHECKPOINT_XML_SECURE as u32;
const XML_NO_DOMAIN: u32 = XmlFlags::VIR_DOMAIN_CHECKPOINT_XML_NO_DOMAIN as u32;
/// The original has no sizes to show either.
const XML_FLAGS: u32 = XML_SECURE | XML_NO_DOMAIN | XmlFlags::VIR_DOMAIN_CHECKPOINT_XML_SIZE as u32;

impl CheckpointDriver for TestDriver {
    fn domain_checkpoint_create_xml(&self, dom: &Domain, xml: &str, flags: u32) -> Result<Name> {
        check_flags(flags, CREATE_FLAGS, FROM, "testDomainCheckpointCreateXML")?;
        let mut host = lock(&self.host);
        let guest = host.guest(dom)?;
        if !guest.snapshots.is_empty() {
            return Err(unsupported("cannot create checkpoint while snapshot exists"));
        }
        if !guest.is_active() {
            return Err(unsupported("cannot create checkpoint for inactive domain"));
        }
        if flags & REDEFINE != 0 { redefine(guest, xml) } else { take(guest, xml) }
    }

    fn domain_checkpoint_get_xml_desc(&self, checkpoint: &Checkpoint, flags: u32) -> Result<String> {
        check_flags(flags, XML_FLAGS, FROM, "testDomainCheckpointGetXMLDesc")?;
        let (secure, domain) = (flags & XML_SECURE != 0, flags & XML_NO_DOMAIN == 0);
        self.look_at_checkpoint(checkpoint, |_, def| def.format(secure, domain))
    }

    fn domain_list_all_checkpoints(&self, dom: &Domain, flags: u32) -> Result<Vec<Name>> {
        check_flags(flags, LIST_FLAGS, FROM, "testDomainListAllCheckpoints")?;
        self.look(dom, |guest| select(guest, None, flags))
    }

    fn domain_checkpoint_list_all_children(&self, checkpoint: &Checkpoint, flags: u32) -> Result<Vec<Name>> {
        check_flags(flags, LIST_FLAGS, FROM, "testDomainCheckpointListAllChildren")?;
        self.look_at_checkpoint(checkpoint, |guest, def| select(guest, Some(def.moment.name.as_str()), flags))
    }

    fn domain_checkpoint_lookup_by_name(&self, dom: &Domain, name: &str, flags: u32) -> Result<Name> {
        check_flags(flags, 0, FROM, "testDomainCheckpointLookupByName")?;
        self.look(dom, |guest| find(guest, name).map(|def| def.moment.name.clone()))?
    }

    fn domain_checkpoint_get_parent(&self, checkpoint: &Checkpoint, flags: u32) -> Result<Name> {
        check_flags(flags, 0, FROM, "testDomainCheckpointGetParent")?;
        self.look_at_checkpoint(checkpoint, |guest, def| {
            let parent = def.moment.parent.as_deref().and_then(|name| guest.checkpoints.get(name));
            let none = || no_checkpoint(format!("checkpoint '{}' does not have a parent", def.moment.name));
            parent.map(|parent| parent.moment.name.clone()).ok_or_else(none)
        })?
    }

    fn domain_checkpoint_delete(&self, checkpoint: &Checkpoint, flags: u32) -> Result<()> {
        let known = DELETE_CHILDREN | DELETE_CHILDREN_ONLY | DELETE_METADATA_ONLY;
        check_flags(flags, known, FROM, "testDomainCheckpointDelete")?;
        let mut host = lock(&self.host);
        let guest = host.guest(checkpoint.domain())?;
        find(guest, checkpoint.name().as_str())?;
        let scope = match flags & !DELETE_METADATA_ONLY {
            0 => Scope::Alone,
            DELETE_CHILDREN => Scope::WithDescendants,
            _ => Scope::DescendantsOnly,
        };
        guest.checkpoints.remove(checkpoint.name().as_str(), scope);
        Ok(())
    }
}

impl TestDriver {
    /// Looks at a checkpoint and its domain.
    fn look_at_checkpoint<T>(
        &self,
        checkpoint: &Checkpoint,
        read: impl FnOnce(&Guest, &CheckpointDef) -> T,
    ) -> Result<T> {
        self.look(checkpoint.domain(), |guest| {
            find(guest, checkpoint.name().as_str()).map(|def| read(guest, def))
        })?
    }
}

fn find<'a>(guest: &'a Guest, name: &str) -> Result<&'a CheckpointDef> {
    let missing = || no_checkpoint(format!("no domain checkpoint with matching name '{name}'"));
    guest.checkpoints.get(name).ok_or_else(missing)
}

fn no_checkpoint(detail: String) -> Error {
    Error::new(ErrorCode::VIR_ERR_NO_DOMAIN_CHECKPOINT, FROM, detail)
}

fn unsupported(detail: &str) -> Error {
    Error::new(ErrorCode::VIR_ERR_OPERATION_UNSUPPORTED, FROM, detail)
}

fn select(guest: &Guest, from: Option<&str>, flags: u32) -> Vec<Name> {
    let found = guest.checkpoints.select(from, flags, |_| true);
    found.into_iter().map(|def| def.moment.name.clone()).collect()
}

/// Notes the domain as it is.
fn take(guest: &mut Guest, xml: &str) -> Result<Name> {
    let parent = guest.checkpoints.current().map(str::to_owned);
    let def = Draft::parse_new(xml, now_s())?.take(Arc::clone(guest.def(false)), parent)?;
    let name = def.moment.name.clone();
    guest.checkpoints.add(def)?;
    guest.checkpoints.set_current(name.as_str());
    Ok(name)
}

/// Notes what the XML says about an earlier time. The current checkpoint stays the same.
fn redefine(guest: &mut Guest, xml: &str) -> Result<Name> {
    let draft = Draft::parse_known(xml, Rules::Test)?;
    guest.checkpoints.check_parent(draft.moment())?;
    let name = draft.moment().name.clone();
    let def = draft.redefine(&guest.key().uuid)?;
    guest.checkpoints.put(def);
    Ok(name)
}
