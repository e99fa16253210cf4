//! `<disks>` of a snapshot: for every disk of the domain, where the snapshot keeps it.

#![forbid(unsafe_code)]

use std::path::Path;

use super::SNAPSHOT;
use crate::conf::domain::disk::{Disk, DiskFormat, MetadataCache, SnapshotLocation};
use crate::conf::domain::storage::{Location, StorageKind, StorageSource};
use crate::conf::domain::{FormatFlags, Origin};
use crate::conf::moment::{DiskDefaults, align};
use crate::error::{Error, Result};
use crate::util::xml::{Element, Writer};

/// Tells whether a path is that of a regular file; the configuration itself does no input or output.
pub type IsFile<'a> = &'a dyn Fn(&Path) -> bool;

/// `<disk>` of a snapshot
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SnapshotDisk {
    /// Target of the domain's disk.
    pub target: String,
    /// Open only in the file of a test host.
    pub location: Option<SnapshotLocation>,
    kind: StorageKind,
    /// Where the domain writes after the snapshot, if that is elsewhere.
    pub source: Option<StorageSource>,
    pub format: Option<DiskFormat>,
    metadata_cache: MetadataCache,
}

/// What a description says about a disk.
#[derive(Debug)]
pub(super) struct DiskWish {
    /// Target, or path of the source.
    name: String,
    pub location: Option<SnapshotLocation>,
    kind: StorageKind,
    source: Option<StorageSource>,
    format: Option<DiskFormat>,
    metadata_cache: MetadataCache,
}

/// Reads every `<disks>` of a snapshot. As libvirt: whatever stands in it is about a disk.
pub(super) fn parse(snapshot: Element<'_>) -> Result<Vec<DiskWish>> {
    snapshot.children_named("disks").flat_map(Element::elements).map(DiskWish::parse).collect()
}

impl DiskWish {
    fn parse(element: Element<'_>) -> Result<Self> {
        let name = element
            .attr("name")
            .ok_or_else(|| Error::internal(SNAPSHOT.from(), "missing name from disk snapshot element"))?;
        let location = element.word("snapshot")?;
        let kind = element.word("type")?.unwrap_or(StorageKind::File);
        if matches!(kind, StorageKind::Dir | StorageKind::Volume) {
            return Err(SNAPSHOT.xml(format!("unsupported disk snapshot type '{kind}'")));
        }
        let source = element.child("source");
        let source = source.map(|source| StorageSource::parse(source, kind, Origin::User)).transpose()?;
        let source = source.filter(|source| !source.is_empty());
        let driver = element.child("driver");
        let format = driver.and_then(|driver| driver.filled("type"));
        let unknown = |text| SNAPSHOT.unsupported(format!("unknown disk snapshot driver '{text}'"));
        let format = format.map(|text| text.parse().map_err(|()| unknown(text))).transpose()?;
        let metadata_cache = driver.map(MetadataCache::parse).transpose()?.unwrap_or_default();
        let local = matches!(kind, StorageKind::File | StorageKind::Block);
        if let Some(path) =
            source.as_ref().map(StorageSource::path).filter(|path| local && !path.starts_with('/'))
        {
            return Err(SNAPSHOT.xml(format!("disk snapshot image path '{path}' must be absolute")));
        }
        // A new place, or a new format, means that there is a new file.
        let external = (source.is_some() || format.is_some()).then_some(SnapshotLocation::External);
        Ok(Self {
            name: name.to_owned(),
            location: location.or(external),
            kind,
            source,
            format,
            metadata_cache,
        })
    }
}

impl SnapshotDisk {
    fn new(disk: &Disk, location: SnapshotLocation) -> Self {
        let location = Some(location);
        Self {
            target: disk.target.clone(),
            location,
            kind: StorageKind::File,
            source: None,
            format: None,
            metadata_cache: MetadataCache::default(),
        }
    }

    /// What a description says, without a domain.
    pub(super) fn stored(wish: DiskWish) -> Self {
        let DiskWish { name, location, kind, source, format, metadata_cache } = wish;
        Self { target: name, location, kind, source, format, metadata_cache }
    }

    /// Whether the snapshot has a new file for the disk.
    pub fn is_external(&self) -> bool {
        self.location == Some(SnapshotLocation::External)
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("disk", |w| {
            w.attr("name", &self.target);
            w.attr_opt("snapshot", self.location);
            if self.source.is_none() && self.format.is_none() {
                return;
            }
            w.attr("type", self.kind);
            w.element_unless_empty("driver", |w| {
                w.attr_opt("type", self.format);
                self.metadata_cache.format(w);
            });
            if let Some(source) = &self.source {
                source.format(w, flags, |_| ());
            }
        });
    }
}

/// How the disks of one snapshot are kept.
pub(super) struct Alignment<'a> {
    /// In files of their own unless somebody says otherwise; else all of them in their images.
    pub external: bool,
    /// The snapshot's name, for new files.
    pub snapshot: &'a str,
}

impl Alignment<'_> {
    /// An entry for every disk of the domain.
    pub fn align(
        &self,
        disks: &[Disk],
        wishes: Vec<DiskWish>,
        is_file: IsFile<'_>,
    ) -> Result<Vec<SnapshotDisk>> {
        let mut entries = align(self, SNAPSHOT, disks, wishes)?;
        for (index, disk) in disks.iter().enumerate() {
            let (named, rest) = entries.split_at_mut(index);
            let open = |entry: &&mut SnapshotDisk| entry.is_external() && entry.source.is_none();
            if let Some(entry) = rest.first_mut().filter(open) {
                entry.source = Some(self.new_file(entry, disk, named, is_file)?);
            }
        }
        Ok(entries)
    }

    fn location(&self) -> SnapshotLocation {
        if self.external { SnapshotLocation::External } else { SnapshotLocation::Internal }
    }

    /// The file beside the disk's own, with the snapshot's name in place of the suffix.
    fn new_file(
        &self,
        entry: &SnapshotDisk,
        disk: &Disk,
        named: &[SnapshotDisk],
        is_file: IsFile<'_>,
    ) -> Result<StorageSource> {
        let target = &disk.target;
        let cannot = |why: &str| {
            SNAPSHOT.unsupported(format!("cannot generate external snapshot name for disk '{target}'{why}"))
        };
        if entry.kind != StorageKind::File {
            return Err(cannot(&format!(" on a '{}' device", entry.kind)));
        }
        let path = disk.contents().map(StorageSource::path).ok_or_else(|| cannot(" without source"))?;
        if !is_file(Path::new(path)) {
            return Err(SNAPSHOT.unsupported(format!(
                "source for disk '{target}' is not a regular file; refusing to generate external snapshot name"
            )));
        }
        let stem = match path.rfind(['.', '/']) {
            Some(place) if path[place..].starts_with('.') => &path[..place],
            _ => path,
        };
        let new = StorageSource::new(Location::File { path: format!("{stem}.{}", self.snapshot) });
        match named.iter().find(|other| other.source.as_ref().is_some_and(|s| s.path() == new.path())) {
            Some(other) => Err(cannot(&format!(": collision with disk '{}'", other.target))),
            None => Ok(new),
        }
    }
}

impl DiskDefaults for Alignment<'_> {
    type Wish = DiskWish;
    type Entry = SnapshotDisk;

    fn name(wish: &DiskWish) -> &str {
        &wish.name
    }

    fn mentioned(&self, disk: &Disk, wish: DiskWish) -> Result<SnapshotDisk> {
        let preset = preset(disk);
        let location = match wish.location {
            Some(location) if self.external || location == self.location() => location,
            Some(SnapshotLocation::No) if preset == Some(SnapshotLocation::No) => SnapshotLocation::No,
            Some(_) => {
                let (name, mode) = (&wish.name, self.location());
                return Err(SNAPSHOT.unsupported(format!("disk '{name}' must use snapshot mode '{mode}'")));
            }
            None => preset
                .filter(|preset| self.external || *preset == SnapshotLocation::No)
                .unwrap_or(self.location()),
        };
        if let Some(source) = wish.source.as_ref().filter(|_| location != SnapshotLocation::External) {
            return Err(SNAPSHOT.unsupported(format!(
                "file '{}' for disk '{}' requires use of external snapshot mode",
                source.path(),
                disk.target
            )));
        }
        let DiskWish { kind, source, format, metadata_cache, .. } = wish;
        Ok(SnapshotDisk { kind, source, format, metadata_cache, ..SnapshotDisk::new(disk, location) })
    }

    fn unmentioned(&self, disk: &Disk) -> SnapshotDisk {
        let location = if disk.contents().is_none() {
            SnapshotLocation::No
        } else {
            preset(disk).unwrap_or(self.location())
        };
        SnapshotDisk::new(disk, location)
    }
}

/// What the domain's definition wants for its disk.
fn preset(disk: &Disk) -> Option<SnapshotLocation> {
    disk.snapshot.or(disk.readonly.then_some(SnapshotLocation::No))
}
