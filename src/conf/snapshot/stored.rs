//! The snapshots of a domain as the file of a test host describes them: nothing is added to what it says.

#![forbid(unsafe_code)]

use super::{Draft, SNAPSHOT, SnapshotDef, SnapshotDisk};
use crate::conf::domain::Rules;
use crate::conf::moment::tree::Tree;
use crate::error::{Error, ErrorDomain, Result};
use crate::util::xml::{Element, number};

/// A snapshot, and whether it is the current one.
#[derive(Debug)]
pub struct Stored {
    def: SnapshotDef,
    active: bool,
}

impl Stored {
    /// Reads the element of one snapshot, whatever its name and namespace.
    pub fn read(element: Element<'_>) -> Result<Self> {
        let Draft { moment, state, memory, disks } = Draft::read_known(element, Rules::Test)?;
        let active = element.child_text("active").and_then(|text| number::<i32>(&text));
        let active =
            active.ok_or_else(|| Error::internal(SNAPSHOT.from(), "Could not find 'active' element"))?;
        let disks = disks.into_iter().map(SnapshotDisk::stored).collect();
        Ok(Self { def: SnapshotDef { moment, state, memory, disks }, active: active != 0 })
    }
}

/// The tree that the snapshots of the domain with this name make, in whatever order they come.
pub fn restore(snapshots: Vec<Stored>, domain: &str) -> Result<Tree<SnapshotDef>> {
    let mut current = None;
    let mut defs = Vec::new();
    for Stored { def, active } in snapshots {
        if active && current.replace(def.moment.name.clone()).is_some() {
            return Err(internal("more than one snapshot claims to be active".to_owned()));
        }
        defs.push(def);
    }
    let mut tree = Tree::restore(defs)?
        .ok_or_else(|| internal(format!("Snapshots have inconsistent relations for domain {domain}")))?;
    if let Some(current) = current {
        tree.set_current(current.as_str());
    }
    Ok(tree)
}

fn internal(detail: String) -> Error {
    Error::internal(ErrorDomain::VIR_FROM_TEST, detail)
}
