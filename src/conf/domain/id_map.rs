//! `<idmap>`: which users and groups of the host those of a container are.

#![forbid(unsafe_code)]

use super::fail;
use crate::error::Result;
use crate::util::xml::{Element, Writer, number};

/// `<idmap>`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IdMap {
    /// Sorted by `start`, as are the groups.
    pub users: Vec<IdRange>,
    pub groups: Vec<IdRange>,
}

/// `<uid>` or `<gid>`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IdRange {
    /// First id in the container.
    pub start: u32,
    /// First id on the host.
    pub target: u32,
    pub count: u32,
}

impl IdMap {
    pub(super) fn parse(element: Element<'_>) -> Result<Self> {
        Ok(Self { users: ranges(element, "uid")?, groups: ranges(element, "gid")? })
    }

    pub(super) fn check(&self) -> Result<()> {
        match (self.users.first(), self.groups.first()) {
            (None, None) => Ok(()),
            (Some(user), Some(group)) if user.start == 0 && group.start == 0 => Ok(()),
            (Some(_), Some(_)) => Err(fail::unsupported("You must map the root user of container")),
            _ => Err(fail::unsupported("uid and gid should be mapped both")),
        }
    }

    pub(super) fn format(&self, w: &mut Writer) {
        w.element_unless_empty("idmap", |w| {
            for (name, ranges) in [("uid", &self.users), ("gid", &self.groups)] {
                for range in ranges {
                    w.element(name, |w| {
                        w.attr("start", range.start);
                        w.attr("target", range.target);
                        w.attr("count", range.count);
                    });
                }
            }
        });
    }
}

fn ranges(map: Element<'_>, name: &str) -> Result<Vec<IdRange>> {
    let mut ranges = map.children_named(name).map(IdRange::parse).collect::<Result<Vec<_>>>()?;
    ranges.sort_by_key(|range| range.start);
    Ok(ranges)
}

impl IdRange {
    fn parse(element: Element<'_>) -> Result<Self> {
        let part = |name| {
            let value = element.attr(name).and_then(number);
            value.ok_or_else(|| fail::xml("invalid idmap start/target/count settings"))
        };
        Ok(Self { start: part("start")?, target: part("target")?, count: part("count")? })
    }
}
