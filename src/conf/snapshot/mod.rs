//! `<domainsnapshot>`: the typed definition of a snapshot. What a description says becomes a [`Draft`]; with the domain
//! that it is about the draft becomes a [`SnapshotDef`], in which nothing is open.

#![forbid(unsafe_code)]

mod disk;
pub mod stored;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use disk::{Alignment, DiskWish};
pub use disk::{IsFile, SnapshotDisk};

use crate::conf::domain::disk::SnapshotLocation;
use crate::conf::domain::{DomainDef, Rules};
use crate::conf::moment::{self, Kind, Moment};
use crate::error::{Error, Result};
use crate::ident::Uuid;
use crate::util::xml::{Element, Writer, words};

const SNAPSHOT: Kind = Kind::Snapshot;

words! {
    /// `<state>`: that of the domain, or that only its disks were taken.
    pub enum SnapshotState {
        Running = "running",
        Blocked = "blocked",
        Paused = "paused",
        Shutdown = "shutdown",
        Shutoff = "shutoff",
        Crashed = "crashed",
        PmSuspended = "pmsuspended",
        DiskSnapshot = "disk-snapshot",
    }
}

/// `<memory>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Memory {
    No,
    Internal,
    External { file: String },
}

/// A snapshot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SnapshotDef {
    pub moment: Moment,
    pub state: SnapshotState,
    pub memory: Memory,
    /// One for every disk of the domain.
    pub disks: Vec<SnapshotDisk>,
}

/// What a description says.
#[derive(Debug)]
pub struct Draft {
    moment: Moment,
    state: SnapshotState,
    memory: Memory,
    disks: Vec<DiskWish>,
}

impl SnapshotState {
    /// Whether the guest goes on when the domain is put back into it.
    pub fn is_online(self) -> bool {
        matches!(self, Self::Running | Self::Paused)
    }

    fn is_offline(self) -> bool {
        matches!(self, Self::Shutoff | Self::DiskSnapshot)
    }
}

impl AsRef<Moment> for SnapshotDef {
    fn as_ref(&self) -> &Moment {
        &self.moment
    }
}

impl AsMut<Moment> for SnapshotDef {
    fn as_mut(&mut self) -> &mut Moment {
        &mut self.moment
    }
}

impl SnapshotDef {
    /// The XML of the snapshot of the domain with this UUID, in the original's text form; with passwords if `secure`.
    pub fn format(&self, uuid: &Uuid, secure: bool) -> String {
        let flags = moment::flags(secure);
        SNAPSHOT.format(|w| {
            self.moment.write_head(w);
            w.text("state", self.state);
            self.moment.write_place(w);
            self.memory.format(w);
            if !self.disks.is_empty() {
                w.element("disks", |w| self.disks.iter().for_each(|disk| disk.format(w, flags)));
            }
            if self.moment.domain.is_none() {
                w.element("domain", |w| w.text("uuid", uuid));
            }
            self.moment.write_domains(w, flags);
        })
    }

    /// Whether anything is in a file of its own.
    pub fn is_external(&self) -> bool {
        self.memory.is_external() || self.disks.iter().any(SnapshotDisk::is_external)
    }

    /// Fails if the snapshot cannot be redefined as `new`.
    fn check_redefinition(&self, new: &Draft) -> Result<()> {
        let name = &self.moment.name;
        let refuse = |what: &str| {
            Err(Error::invalid_arg(
                SNAPSHOT.from(),
                format!("cannot change between {what} in snapshot {name}"),
            ))
        };
        if self.state.is_online() != new.state.is_online() {
            return refuse("online and offline snapshot state");
        }
        let disk_only = |state| state == SnapshotState::DiskSnapshot;
        if disk_only(self.state) != disk_only(new.state) {
            return refuse("disk only and full system");
        }
        match (&self.moment.domain, &new.moment.domain) {
            (Some(old), Some(new)) => old.check_stability(new),
            _ => Ok(()),
        }
    }
}

impl Draft {
    /// Reads the description of a snapshot that is taken at `now_s` of a domain in `state`.
    pub fn parse_new(xml: &str, state: SnapshotState, now_s: i64) -> Result<Self> {
        SNAPSHOT.parse(xml, |element| {
            let memory = Memory::parse(element, false)?;
            let disks = disk::parse(element)?;
            Ok(Self { moment: Moment::parse_new(element, now_s), state, memory, disks })
        })
    }

    /// Reads the description of a snapshot that was taken earlier.
    pub fn parse_known(xml: &str, rules: Rules) -> Result<Self> {
        SNAPSHOT.parse(xml, |element| Self::read_known(element, rules))
    }

    fn read_known(element: Element<'_>, rules: Rules) -> Result<Self> {
        let mut moment = Moment::parse_known(element, SNAPSHOT)?;
        let state = element
            .child_text("state")
            .ok_or_else(|| SNAPSHOT.xml("missing state from existing snapshot"))?;
        let state: SnapshotState = state
            .parse()
            .map_err(|()| SNAPSHOT.unsupported(format!("Invalid state '{state}' in domain snapshot XML")))?;
        moment.read_domain(element, rules)?;
        let inactive = element
            .child("inactiveDomain")
            .map(|domain| DomainDef::parse_known(domain, rules))
            .transpose()?;
        moment.inactive_domain = inactive.map(Arc::new);
        let memory = Memory::parse(element, state.is_offline())?;
        Ok(Self { moment, state, memory, disks: disk::parse(element)? })
    }

    /// The part that all moments have.
    pub fn moment(&self) -> &Moment {
        &self.moment
    }

    /// Whether a disk shall be kept by somebody else.
    pub fn has_manual_disk(&self) -> bool {
        self.disks.iter().any(|disk| disk.location == Some(SnapshotLocation::Manual))
    }

    /// The snapshot of `domain` as it is, below `parent`.
    pub fn take(
        mut self,
        domain: Arc<DomainDef>,
        parent: Option<String>,
        is_file: IsFile<'_>,
    ) -> Result<SnapshotDef> {
        self.moment.domain = Some(Arc::clone(&domain));
        self.moment.parent = parent;
        let external = self.memory.is_external();
        if !external {
            let off = self.state == SnapshotState::Shutoff;
            self.memory = if off { Memory::No } else { Memory::Internal };
        }
        self.settle(&domain, external, is_file)
    }

    /// The snapshot as it is described, of the domain with this UUID; `old` is what its name has meant so far.
    pub fn redefine(
        mut self,
        uuid: &Uuid,
        old: Option<&SnapshotDef>,
        is_file: IsFile<'_>,
    ) -> Result<SnapshotDef> {
        self.moment.check_uuid(uuid, SNAPSHOT)?;
        if let Some(old) = old {
            old.check_redefinition(&self)?;
            if self.moment.domain.is_none() {
                self.moment.domain.clone_from(&old.moment.domain);
            }
        }
        let domain = self.moment.domain.clone();
        let domain = domain.ok_or_else(|| Error::internal(SNAPSHOT.from(), "missing domain in snapshot"))?;
        let external = self.state == SnapshotState::DiskSnapshot
            || self.memory.is_external()
            || self.disks.iter().any(|disk| disk.location == Some(SnapshotLocation::External));
        self.settle(&domain, external, is_file)
    }

    /// Gives every disk an entry. Unless the snapshot is `external` all disks have to be kept in their images.
    fn settle(self, domain: &DomainDef, external: bool, is_file: IsFile<'_>) -> Result<SnapshotDef> {
        let alignment = Alignment { external, snapshot: self.moment.name.as_str() };
        let disks = alignment.align(&domain.devices.disks, self.disks, is_file)?;
        Ok(SnapshotDef { moment: self.moment, state: self.state, memory: self.memory, disks })
    }
}

impl Memory {
    fn parse(snapshot: Element<'_>, offline: bool) -> Result<Self> {
        let element = snapshot.child("memory");
        let location = element.map(|element| element.word("snapshot")).transpose()?.flatten();
        let file = element.and_then(|element| element.attr("file")).map(str::to_owned);
        let memory = match (location, file) {
            (Some(SnapshotLocation::Manual), _) => {
                return Err(SNAPSHOT.xml("'manual' memory snapshot mode not supported"));
            }
            (Some(SnapshotLocation::External) | None, Some(file)) => Self::External { file },
            (Some(_), Some(file)) => {
                return Err(SNAPSHOT.xml(format!("memory filename '{file}' requires external snapshot")));
            }
            (Some(SnapshotLocation::External), None) => {
                return Err(SNAPSHOT.xml("external memory snapshots require a filename"));
            }
            (Some(SnapshotLocation::No), None) => Self::No,
            (Some(SnapshotLocation::Internal), None) => Self::Internal,
            (None, None) => {
                if offline {
                    Self::No
                } else {
                    Self::Internal
                }
            }
        };
        if offline && memory != Self::No {
            return Err(SNAPSHOT.xml("memory state cannot be saved with offline or disk-only snapshot"));
        }
        match &memory {
            Self::External { file } if !file.starts_with('/') => {
                Err(SNAPSHOT.xml(format!("memory snapshot file path ({file}) must be absolute")))
            }
            _ => Ok(memory),
        }
    }

    fn is_external(&self) -> bool {
        matches!(self, Self::External { .. })
    }

    fn format(&self, w: &mut Writer) {
        w.element("memory", |w| match self {
            Self::No => w.attr("snapshot", SnapshotLocation::No),
            Self::Internal => w.attr("snapshot", SnapshotLocation::Internal),
            Self::External { file } => {
                w.attr("snapshot", SnapshotLocation::External);
                w.attr("file", file);
            }
        });
    }
}
