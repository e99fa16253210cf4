//! The `<disks>` of a moment: which disk of the domain each entry means, and that every disk has one entry.

#![forbid(unsafe_code)]

use super::Kind;
use crate::conf::domain::disk::Disk;
use crate::error::Result;

/// How a kind of moment makes entries.
pub trait DiskDefaults {
    /// What the description says about a disk.
    type Wish;
    /// What is known about a disk in the end.
    type Entry;

    /// The name that the description gives the disk: its target, or an absolute path of its source.
    fn name(wish: &Self::Wish) -> &str;
    /// The entry for a disk that the description mentions.
    fn mentioned(&self, disk: &Disk, wish: Self::Wish) -> Result<Self::Entry>;
    /// The entry for a disk that it does not mention.
    fn unmentioned(&self, disk: &Disk) -> Self::Entry;
}

/// An entry for every disk of the domain, in the domain's order.
pub fn align<D: DiskDefaults>(
    defaults: &D,
    kind: Kind,
    disks: &[Disk],
    wishes: Vec<D::Wish>,
) -> Result<Vec<D::Entry>> {
    if wishes.len() > disks.len() {
        let detail = format!("too many disk {} requests for domain", kind.word());
        return Err(kind.unsupported(detail));
    }
    let mut entries: Vec<Option<D::Entry>> = disks.iter().map(|_| None).collect();
    for wish in wishes {
        let name = D::name(&wish);
        let index = find(disks, name).ok_or_else(|| kind.unsupported(format!("no disk named '{name}'")))?;
        if entries[index].is_some() {
            return Err(kind.unsupported(format!("disk '{name}' specified twice")));
        }
        entries[index] = Some(defaults.mentioned(&disks[index], wish)?);
    }
    let all = disks.iter().zip(entries);
    Ok(all.map(|(disk, entry)| entry.unwrap_or_else(|| defaults.unmentioned(disk))).collect())
}

/// The disk with this target, or the only one with this source.
fn find(disks: &[Disk], name: &str) -> Option<usize> {
    if !name.starts_with('/') {
        return disks.iter().position(|disk| disk.target == name);
    }
    let path = |disk: &Disk| disk.source.as_ref().is_some_and(|source| source.path() == name);
    let mut found = disks.iter().enumerate().filter(|(_, disk)| path(disk)).map(|(index, _)| index);
    found.next().filter(|_| found.next().is_none())
}
