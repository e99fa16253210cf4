//! `<backingStore>`: what an image reads that was never written in it.

#![forbid(unsafe_code)]

use super::driver::{DiskFormat, MetadataCache};
use crate::conf::domain::storage::{StorageKind, StorageSource};
use crate::conf::domain::{FormatFlags, Origin, fail};
use crate::error::Result;
use crate::util::xml::{Element, Writer};

/// What is said of the image below another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Backing {
    /// There is none: `<backingStore/>`.
    None,
    Image(Box<BackingImage>),
}

/// An image below another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackingImage {
    pub format: DiskFormat,
    pub metadata_cache: MetadataCache,
    pub source: StorageSource,
    /// The next one; `None` if the XML leaves open whether there is one.
    pub backing: Option<Backing>,
}

impl Backing {
    /// Reads `<backingStore>` in `parent`.
    pub(super) fn parse(parent: Element<'_>, origin: Origin) -> Result<Option<Self>> {
        let Some(element) = parent.child("backingStore") else { return Ok(None) };
        let Some(kind) = element.attr("type") else { return Ok(Some(Self::None)) };
        let format = element.child("format").ok_or_else(|| fail::xml("missing disk backing store format"))?;
        let kind: StorageKind =
            kind.parse().map_err(|()| fail::xml(format!("unknown storage source type '{kind}'")))?;
        let word = format.attr("type").ok_or_else(|| fail::xml("missing disk backing store format"))?;
        let source = element.child("source").ok_or_else(|| fail::xml("missing disk backing store source"))?;
        let image = BackingImage {
            format: word
                .parse()
                .map_err(|()| fail::xml(format!("unknown storage source format '{word}'")))?,
            metadata_cache: MetadataCache::parse(format)?,
            source: StorageSource::parse(source, kind, origin)?,
            backing: Self::parse(element, origin)?,
        };
        Ok(Some(Self::Image(Box::new(image))))
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element("backingStore", |w| {
            let Self::Image(image) = self else { return };
            w.attr("type", image.source.kind());
            w.element("format", |w| {
                w.attr("type", image.format);
                image.metadata_cache.format(w);
            });
            image.source.format(w, flags, |_| ());
            if let Some(backing) = &image.backing {
                backing.format(w, flags);
            }
        });
    }
}
