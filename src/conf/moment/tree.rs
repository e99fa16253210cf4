//! The snapshots, or the checkpoints, of one domain: a forest in which every moment knows its parent, and one is current.
//!
//! Lists come in the original's order where it has one: parents before their children, and among siblings the one that
//! was put there last comes first.

#![forbid(unsafe_code)]

use std::collections::{HashMap, HashSet};

use super::Moment;
use crate::abi::_virDomainSnapshotListFlags as ListFlags;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};

// The flags that mean the same for snapshots and checkpoints, with one number.
/// Only those without parent, when listing by domain; all below, when listing by moment.
const ROOTS_OR_DESCENDANTS: u32 = ListFlags::VIR_DOMAIN_SNAPSHOT_LIST_ROOTS as u32;
const LEAVES: u32 = ListFlags::VIR_DOMAIN_SNAPSHOT_LIST_LEAVES as u32;
const NO_LEAVES: u32 = ListFlags::VIR_DOMAIN_SNAPSHOT_LIST_NO_LEAVES as u32;

/// Moments of one kind.
#[derive(Debug)]
pub struct Tree<M> {
    nodes: HashMap<String, Node<M>>,
    /// Those without parent.
    roots: Vec<String>,
    current: Option<String>,
}

#[derive(Debug)]
struct Node<M> {
    moment: M,
    /// The last one that was put here comes last.
    children: Vec<String>,
}

/// What [`Tree::remove`] takes away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The moment; its children go to its parent.
    Alone,
    /// The moment and everything below.
    WithDescendants,
    /// Everything below.
    DescendantsOnly,
}

impl<M> Default for Tree<M> {
    fn default() -> Self {
        Self { nodes: HashMap::new(), roots: Vec::new(), current: None }
    }
}

impl<M: AsRef<Moment> + AsMut<Moment>> Tree<M> {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// The moment with this name.
    pub fn get(&self, name: &str) -> Option<&M> {
        self.nodes.get(name).map(|node| &node.moment)
    }

    /// The name of the current one: the parent of the next.
    pub fn current(&self) -> Option<&str> {
        self.current.as_deref()
    }

    /// Makes a moment of the tree current.
    pub fn set_current(&mut self, name: &str) {
        self.current = Some(name.to_owned());
    }

    /// The moments that `flags` and `wanted` select: of the whole tree, or below `from`. Leaves and non-leaves together
    /// are none, as in the original.
    pub fn select(&self, from: Option<&str>, flags: u32, wanted: impl Fn(&M) -> bool) -> Vec<&M> {
        let deep = (flags & ROOTS_OR_DESCENDANTS != 0) == from.is_some();
        let filter = flags & (LEAVES | NO_LEAVES);
        let mut found = Vec::new();
        let mut pending = self.children(from).to_vec();
        while let Some(name) = pending.pop() {
            let Some(node) = self.nodes.get(&name) else { continue };
            if deep {
                pending.extend_from_slice(&node.children);
            }
            let is = if node.children.is_empty() { LEAVES } else { NO_LEAVES };
            if (filter == 0 || filter == is) && wanted(&node.moment) {
                found.push(&node.moment);
            }
        }
        found
    }

    fn children(&self, of: Option<&str>) -> &[String] {
        match of {
            None => &self.roots,
            Some(name) => self.nodes.get(name).map_or(&[], |node| &node.children),
        }
    }

    fn children_mut(&mut self, of: Option<&str>) -> &mut Vec<String> {
        match of.and_then(|name| self.nodes.get_mut(name)) {
            None => &mut self.roots,
            Some(node) => &mut node.children,
        }
    }

    /// Fails if the moment's parent is not there, is the moment itself, or is below it.
    pub fn check_parent(&self, moment: &Moment) -> Result<()> {
        let name = moment.name.as_str();
        let Some(parent) = moment.parent.as_deref() else { return Ok(()) };
        if parent == name {
            return Err(invalid(format!("cannot set moment {name} as its own parent")));
        }
        let mut above = self
            .get(parent)
            .ok_or_else(|| invalid(format!("parent {parent} for moment {name} not found")))?
            .as_ref();
        while let Some(next) = above.parent.as_deref() {
            if next == name {
                return Err(invalid(format!("parent {} would create cycle to {name}", above.name)));
            }
            let Some(next) = self.get(next) else { break };
            above = next.as_ref();
        }
        Ok(())
    }

    /// Adds a new moment.
    pub fn add(&mut self, moment: M) -> Result<()> {
        let name = moment.as_ref().name.as_str();
        if self.nodes.contains_key(name) {
            return Err(twin(name));
        }
        self.put(moment);
        Ok(())
    }

    /// Adds a moment, or replaces the one with its name, whose children stay. The parent is there, or there is none.
    pub fn put(&mut self, moment: M) {
        let (name, parent) = (moment.as_ref().name.as_str().to_owned(), moment.as_ref().parent.clone());
        let children = match self.nodes.remove(&name) {
            None => Vec::new(),
            Some(old) => {
                let siblings = self.children_mut(old.moment.as_ref().parent.as_deref());
                siblings.retain(|sibling| *sibling != name);
                old.children
            }
        };
        self.children_mut(parent.as_deref()).push(name.clone());
        self.nodes.insert(name, Node { moment, children });
    }

    /// The tree of moments that come in any order. `None` if a parent is missing or below its child; an error if two have
    /// one name.
    pub fn restore(moments: Vec<M>) -> Result<Option<Self>> {
        let mut names = HashSet::new();
        let mut all = moments.iter().map(|moment| &moment.as_ref().name);
        if let Some(name) = all.find(|name| !names.insert(*name)) {
            return Err(twin(name.as_str()));
        }
        let mut tree = Self::default();
        let mut waiting = moments;
        while !waiting.is_empty() {
            let (ready, rest): (Vec<M>, Vec<M>) = waiting.into_iter().partition(|moment| {
                moment.as_ref().parent.as_deref().is_none_or(|parent| tree.nodes.contains_key(parent))
            });
            if ready.is_empty() {
                return Ok(None);
            }
            ready.into_iter().for_each(|moment| tree.put(moment));
            waiting = rest;
        }
        Ok(Some(tree))
    }

    /// Takes the moment `name` away, or what is below it. If the current one goes, the nearest one above takes its place.
    pub fn remove(&mut self, name: &str, scope: Scope) {
        if scope != Scope::Alone {
            self.remove_descendants(name);
        }
        if scope == Scope::DescendantsOnly {
            return;
        }
        let Some(Node { moment, children }) = self.nodes.remove(name) else { return };
        let parent = moment.as_ref().parent.as_deref();
        for child in &children {
            if let Some(child) = self.nodes.get_mut(child) {
                child.moment.as_mut().parent = parent.map(str::to_owned);
            }
        }
        let siblings = self.children_mut(parent);
        siblings.retain(|sibling| sibling != name);
        siblings.extend(children);
        if self.current.as_deref() == Some(name) {
            self.current = parent.map(str::to_owned);
        }
    }
}

impl<M> Tree<M> {
    fn remove_descendants(&mut self, name: &str) {
        let Some(node) = self.nodes.get_mut(name) else { return };
        let mut pending = std::mem::take(&mut node.children);
        while let Some(gone) = pending.pop() {
            pending.extend(self.nodes.remove(&gone).map(|node| node.children).unwrap_or_default());
            if self.current.as_ref() == Some(&gone) {
                self.current = Some(name.to_owned());
            }
        }
    }
}

/// The error for a name that is in use.
fn twin(name: &str) -> Error {
    let detail = format!("domain moment {name} already exists");
    Error::new(ErrorCode::VIR_ERR_OPERATION_FAILED, ErrorDomain::VIR_FROM_DOMAIN, detail)
}

fn invalid(detail: String) -> Error {
    Error::invalid_arg(ErrorDomain::VIR_FROM_DOMAIN, detail)
}

#[cfg(test)]
mod tests;
