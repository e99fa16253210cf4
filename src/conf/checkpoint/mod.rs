//! `<domaincheckpoint>`: the typed definition of a checkpoint, a point in time from which on a domain's disks note what
//! changes.

#![forbid(unsafe_code)]

mod schema;

use std::sync::Arc;

use crate::conf::domain::disk::Disk;
use crate::conf::domain::{DomainDef, Rules};
use crate::conf::moment::{self, DiskDefaults, Kind, Moment, align};
use crate::error::Result;
use crate::ident::Uuid;
use crate::util::xml::{Element, Writer, words};

const CHECKPOINT: Kind = Kind::Checkpoint;

/// A checkpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckpointDef {
    pub moment: Moment,
    /// One for every disk of the domain.
    pub disks: Vec<CheckpointDisk>,
}

/// `<disk>` of a checkpoint
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckpointDisk {
    /// Target of the domain's disk.
    pub target: String,
    /// The bitmap that notes what changes; `None` if nothing does.
    pub bitmap: Option<String>,
}

words! {
    /// `<disk checkpoint=…>`
    enum Tracking {
        No = "no",
        Bitmap = "bitmap",
    }
}

/// What a description says.
#[derive(Debug)]
pub struct Draft {
    moment: Moment,
    disks: Vec<DiskWish>,
}

/// What a description says about a disk.
#[derive(Debug)]
struct DiskWish {
    /// Target, or path of the source.
    name: String,
    tracking: Tracking,
    bitmap: Option<String>,
}

impl AsRef<Moment> for CheckpointDef {
    fn as_ref(&self) -> &Moment {
        &self.moment
    }
}

impl AsMut<Moment> for CheckpointDef {
    fn as_mut(&mut self) -> &mut Moment {
        &mut self.moment
    }
}

impl CheckpointDef {
    /// The XML, in the original's text form; with passwords if `secure`, and with the domain if `domain`.
    pub fn format(&self, secure: bool, domain: bool) -> String {
        CHECKPOINT.format(|w| {
            self.moment.write_head(w);
            self.moment.write_place(w);
            if !self.disks.is_empty() {
                w.element("disks", |w| self.disks.iter().for_each(|disk| disk.format(w)));
            }
            if domain {
                self.moment.write_domains(w, moment::flags(secure));
            }
        })
    }
}

impl CheckpointDisk {
    fn format(&self, w: &mut Writer) {
        w.element("disk", |w| {
            w.attr("name", &self.target);
            w.attr("checkpoint", if self.bitmap.is_some() { Tracking::Bitmap } else { Tracking::No });
            w.attr_opt("bitmap", self.bitmap.as_ref());
        });
    }
}

impl Draft {
    /// Reads the description of a checkpoint that is taken at `now_s`.
    pub fn parse_new(xml: &str, now_s: i64) -> Result<Self> {
        CHECKPOINT.parse(xml, |element| {
            schema::check(element)?;
            Ok(Self { moment: Moment::parse_new(element, now_s), disks: DiskWish::parse_all(element)? })
        })
    }

    /// Reads the description of a checkpoint that was taken earlier.
    pub fn parse_known(xml: &str, rules: Rules) -> Result<Self> {
        CHECKPOINT.parse(xml, |element| {
            schema::check(element)?;
            let mut moment = Moment::parse_known(element, CHECKPOINT)?;
            moment.read_domain(element, rules)?;
            Ok(Self { moment, disks: DiskWish::parse_all(element)? })
        })
    }

    /// The part that all moments have.
    pub fn moment(&self) -> &Moment {
        &self.moment
    }

    /// The checkpoint of `domain` as it is, below `parent`.
    pub fn take(mut self, domain: Arc<DomainDef>, parent: Option<String>) -> Result<CheckpointDef> {
        self.moment.domain = Some(domain);
        self.moment.parent = parent;
        self.settle()
    }

    /// The checkpoint as it is described, of the domain with this UUID.
    pub fn redefine(self, uuid: &Uuid) -> Result<CheckpointDef> {
        self.moment.check_uuid(uuid, CHECKPOINT)?;
        self.settle()
    }

    /// Gives every disk an entry. Without a domain there is nothing to be known about disks.
    fn settle(self) -> Result<CheckpointDef> {
        let Self { moment, disks: wishes } = self;
        let Some(domain) = &moment.domain else { return Ok(CheckpointDef { moment, disks: Vec::new() }) };
        let disks = &domain.devices.disks;
        if disks.is_empty() && wishes.is_empty() {
            return Err(CHECKPOINT.unsupported("domain must have at least one disk to perform checkpoints"));
        }
        let defaults = Defaults { checkpoint: moment.name.as_str(), all: wishes.is_empty() };
        let disks = align(&defaults, CHECKPOINT, disks, wishes)?;
        Ok(CheckpointDef { moment, disks })
    }
}

impl DiskWish {
    fn parse_all(checkpoint: Element<'_>) -> Result<Vec<Self>> {
        let disks = checkpoint.child("disks");
        disks.iter().flat_map(|disks| disks.children_named("disk")).map(Self::parse).collect()
    }

    fn parse(element: Element<'_>) -> Result<Self> {
        Ok(Self {
            name: element.required("name")?.to_owned(),
            tracking: element.word("checkpoint")?.unwrap_or(Tracking::Bitmap),
            bitmap: element.attr("bitmap").map(str::to_owned),
        })
    }
}

/// How one checkpoint treats disks.
struct Defaults<'a> {
    /// The checkpoint's name, which bitmaps get too.
    checkpoint: &'a str,
    /// Whether disks count that the description does not mention.
    all: bool,
}

impl DiskDefaults for Defaults<'_> {
    type Wish = DiskWish;
    type Entry = CheckpointDisk;

    fn name(wish: &DiskWish) -> &str {
        &wish.name
    }

    fn mentioned(&self, disk: &Disk, wish: DiskWish) -> Result<CheckpointDisk> {
        let bitmap = match wish.tracking {
            Tracking::No => None,
            Tracking::Bitmap => Some(wish.bitmap.unwrap_or_else(|| self.checkpoint.to_owned())),
        };
        if bitmap.is_some() && !can_track(disk) {
            let detail = format!("disk '{}' is empty or readonly", disk.target);
            return Err(CHECKPOINT.unsupported(detail));
        }
        Ok(CheckpointDisk { target: disk.target.clone(), bitmap })
    }

    fn unmentioned(&self, disk: &Disk) -> CheckpointDisk {
        let bitmap = (self.all && can_track(disk)).then(|| self.checkpoint.to_owned());
        CheckpointDisk { target: disk.target.clone(), bitmap }
    }
}

fn can_track(disk: &Disk) -> bool {
    disk.contents().is_some() && !disk.readonly
}
