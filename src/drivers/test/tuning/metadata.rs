//! Title, description, metadata, and what happens at the end of a run.

#![forbid(unsafe_code)]

use crate::abi::virDomainMetadataType as Kind;
use crate::conf::domain::{DomainDef, LifecycleAction, metadata};
use crate::drivers::test::guest::Guest;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};

const FROM: ErrorDomain = ErrorDomain::VIR_FROM_DOMAIN;

const DESCRIPTION: i32 = Kind::VIR_DOMAIN_METADATA_DESCRIPTION as i32;
const TITLE: i32 = Kind::VIR_DOMAIN_METADATA_TITLE as i32;
const ELEMENT: i32 = Kind::VIR_DOMAIN_METADATA_ELEMENT as i32;

fn check_kind(kind: i32) -> Result<()> {
    if kind > ELEMENT {
        return Err(Error::invalid_arg(FROM, format!("unknown metadata type '{kind}'")));
    }
    Ok(())
}

/// Title, description or the element of a namespace.
pub fn get(guest: &Guest, kind: i32, uri: Option<&str>, flags: u32) -> Result<String> {
    check_kind(kind)?;
    let def = guest.one_def(flags)?;
    let found = match kind {
        DESCRIPTION => def.description.clone(),
        TITLE => def.title.clone(),
        ELEMENT => match (&def.metadata, uri) {
            (Some(xml), Some(uri)) => metadata::element(xml, uri)?,
            _ => None,
        },
        _ => None,
    };
    found.ok_or_else(|| {
        let detail = "Requested metadata element is not present";
        Error::new(ErrorCode::VIR_ERR_NO_DOMAIN_METADATA, FROM, detail)
    })
}

/// Changes title, description or the element of a namespace.
pub fn set(
    guest: &mut Guest,
    kind: i32,
    text: Option<&str>,
    key: Option<&str>,
    uri: Option<&str>,
    flags: u32,
) -> Result<()> {
    let defs = guest.defs_mut(flags)?;
    check_kind(kind)?;
    for def in [defs.live, defs.config].into_iter().flatten() {
        set_in(def, kind, text, key, uri)?;
    }
    Ok(())
}

fn set_in(
    def: &mut DomainDef,
    kind: i32,
    text: Option<&str>,
    key: Option<&str>,
    uri: Option<&str>,
) -> Result<()> {
    let filled = || text.filter(|text| !text.is_empty()).map(str::to_owned);
    match (kind, uri) {
        (DESCRIPTION, _) => def.description = filled(),
        (TITLE, _) => def.title = filled(),
        (ELEMENT, Some(uri)) => {
            let new = text.map(|xml| (key.unwrap_or_default(), xml));
            def.metadata = metadata::replace(def.metadata.as_deref(), uri, new)?;
        }
        _ => {}
    }
    Ok(())
}

/// What happens at the end of a run: the place in the definition, and the action.
pub struct Lifecycle {
    kind: u32,
    action: LifecycleAction,
}

impl Lifecycle {
    /// The pair with these numbers, if the action is for the event.
    pub fn new(kind: u32, action: u32) -> Result<Self> {
        use LifecycleAction::*;
        let actions = [Destroy, Restart, RenameRestart, Preserve, CoredumpDestroy, CoredumpRestart];
        let events = ["poweroff", "reboot", "crash"];
        let (Some(event), Some(action)) = (events.get(kind as usize), actions.get(action as usize)) else {
            return Err(Error::internal(FROM, "lifecycle type or action out of range"));
        };
        action.check(event)?;
        Ok(Self { kind, action: *action })
    }

    /// Changes the definitions that `flags` mean.
    pub fn set(&self, guest: &mut Guest, flags: u32) -> Result<()> {
        let defs = guest.defs_mut(flags)?;
        for def in [defs.live, defs.config].into_iter().flatten() {
            let place = match self.kind {
                0 => &mut def.on_poweroff,
                1 => &mut def.on_reboot,
                _ => &mut def.on_crash,
            };
            *place = self.action;
        }
        Ok(())
    }
}
