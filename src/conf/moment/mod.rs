//! What snapshots and checkpoints of a domain have in common: a name, a time, a parent, the domain as it was then, and
//! the tree that they form. The original calls both "moments", also in its errors.

#![forbid(unsafe_code)]

mod disks;
pub mod tree;

use std::sync::Arc;

pub(super) use disks::{DiskDefaults, align};

use crate::conf::domain::{DomainDef, FormatFlags, Rules};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::ident::{Name, Uuid};
use crate::util::xml::{Document, Element, Writer, number};

/// Which of the two kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Snapshot,
    Checkpoint,
}

impl Kind {
    /// The kind's name in errors and, after "domain", the name of its element.
    pub fn word(self) -> &'static str {
        match self {
            Self::Snapshot => "snapshot",
            Self::Checkpoint => "checkpoint",
        }
    }

    /// Where errors about the kind come from.
    pub fn from(self) -> ErrorDomain {
        match self {
            Self::Snapshot => ErrorDomain::VIR_FROM_DOMAIN_SNAPSHOT,
            Self::Checkpoint => ErrorDomain::VIR_FROM_DOMAIN_CHECKPOINT,
        }
    }

    /// Reads a document with an element of this kind.
    pub(super) fn parse<T>(self, xml: &str, read: impl FnOnce(Element<'_>) -> Result<T>) -> Result<T> {
        let document = Document::parse(xml, &format!("(domain_{})", self.word()), self.from())?;
        read(document.root(&format!("domain{}", self.word()))?)
    }

    /// The element around everything.
    pub(super) fn format(self, body: impl FnOnce(&mut Writer)) -> String {
        let mut w = Writer::default();
        w.element(&format!("domain{}", self.word()), body);
        w.finish()
    }

    /// A description that makes no sense.
    pub(super) fn xml(self, detail: impl Into<String>) -> Error {
        Error::new(ErrorCode::VIR_ERR_XML_ERROR, self.from(), detail)
    }

    /// A description that this domain cannot have.
    pub(super) fn unsupported(self, detail: impl Into<String>) -> Error {
        Error::new(ErrorCode::VIR_ERR_CONFIG_UNSUPPORTED, self.from(), detail)
    }
}

/// What moments show of domains and disks: nothing of a run, and passwords only if `secure`.
pub(super) fn flags(secure: bool) -> FormatFlags {
    FormatFlags { secure, inactive: true, ..FormatFlags::default() }
}

/// A snapshot or a checkpoint, as far as they are alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Unique among the domain's moments of the kind.
    pub name: Name,
    pub description: Option<String>,
    /// The moment that was current before.
    pub parent: Option<String>,
    /// Seconds since the epoch.
    pub created_s: i64,
    /// The domain as it was. Only checkpoints that were redefined can lack it.
    pub domain: Option<Arc<DomainDef>>,
    /// The domain as it would have started next, where that was another definition.
    pub inactive_domain: Option<Arc<DomainDef>>,
}

impl Moment {
    /// Reads a description of a moment that begins now, which is `now_s`; without a name it is called after the time.
    pub(super) fn parse_new(element: Element<'_>, now_s: i64) -> Self {
        let name = element.child_text("name").unwrap_or_else(|| now_s.to_string());
        Self::new(element, &name, now_s)
    }

    /// Reads a description that was written earlier, up to the parent.
    pub(super) fn parse_known(element: Element<'_>, kind: Kind) -> Result<Self> {
        let word = kind.word();
        let name = element
            .child_text("name")
            .ok_or_else(|| kind.xml(format!("a redefined {word} must have a name")))?;
        let created = element.child_text("creationTime").and_then(|text| number(&text));
        let created_s = created.ok_or_else(|| {
            Error::internal(kind.from(), format!("missing creationTime from existing {word}"))
        })?;
        let parent = element.child("parent").and_then(|parent| parent.child_text("name"));
        Ok(Self { parent, ..Self::new(element, &name, created_s) })
    }

    fn new(element: Element<'_>, name: &str, created_s: i64) -> Self {
        Self {
            name: Name::new(name).expect("XML has no NUL"),
            description: element.child_text("description"),
            parent: None,
            created_s,
            domain: None,
            inactive_domain: None,
        }
    }

    /// Reads the `<domain>` inside; an element without a type counts as none.
    pub(super) fn read_domain(&mut self, element: Element<'_>, rules: Rules) -> Result<()> {
        let domain = element.child("domain").filter(|domain| domain.filled("type").is_some());
        self.domain = domain.map(|domain| DomainDef::parse_known(domain, rules)).transpose()?.map(Arc::new);
        Ok(())
    }

    /// Fails if the domain inside is another one.
    pub(super) fn check_uuid(&self, uuid: &Uuid, kind: Kind) -> Result<()> {
        match &self.domain {
            Some(domain) if domain.uuid != *uuid => {
                let (word, name) = (kind.word(), &self.name);
                let detail = format!("definition for {word} {name} must use uuid {}", uuid.hyphenated());
                Err(Error::invalid_arg(kind.from(), detail))
            }
            _ => Ok(()),
        }
    }

    /// Writes what comes first.
    pub(super) fn write_head(&self, w: &mut Writer) {
        w.text("name", &self.name);
        if let Some(description) = &self.description {
            w.text("description", description);
        }
    }

    /// Writes the place in the tree and the time.
    pub(super) fn write_place(&self, w: &mut Writer) {
        if let Some(parent) = &self.parent {
            w.element("parent", |w| w.text("name", parent));
        }
        if self.created_s != 0 {
            w.text("creationTime", self.created_s);
        }
    }

    /// Writes the definitions.
    pub(super) fn write_domains(&self, w: &mut Writer, flags: FormatFlags) {
        if let Some(domain) = &self.domain {
            domain.write(w, flags);
        }
        if let Some(domain) = &self.inactive_domain {
            domain.write_as("inactiveDomain", w, flags);
        }
    }
}
