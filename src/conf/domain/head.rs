//! The simple elements at the top of `<domain>`: name, UUID, title, memory, lifecycle actions.

#![forbid(unsafe_code)]

use super::{DomainDef, LifecycleAction, fail};
use super::{metadata, size};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::ident::Uuid;
use crate::util::uuid;
use crate::util::xml::{Element, Writer, words};

words! {
    /// `<on_lockfailure>`: what happens when a disk of the running domain loses its lock; "default" is the same as
    /// not saying it.
    pub enum LockFailureAction {
        Default = "default",
        Poweroff = "poweroff",
        Restart = "restart",
        Pause = "pause",
        Ignore = "ignore",
    }
}

pub(super) fn name(domain: Element<'_>) -> Result<String> {
    let name = domain
        .child_text("name")
        .ok_or_else(|| Error::new(ErrorCode::VIR_ERR_NO_NAME, ErrorDomain::VIR_FROM_DOMAIN, ""))?;
    if name.contains('\n') {
        let detail = "invalid char in name: \n";
        return Err(Error::new(ErrorCode::VIR_ERR_XML_DETAIL, ErrorDomain::VIR_FROM_XML, detail));
    }
    if name.contains('/') {
        return Err(fail::xml(format!("name {name} cannot contain '/'")));
    }
    // The driver makes paths of the name; the original lets these two through and then fails on them.
    if name == "." || name == ".." {
        return Err(fail::xml(format!("name {name} is not allowed")));
    }
    Ok(name)
}

/// The UUID, if the XML has one.
pub(super) fn uuid(domain: Element<'_>) -> Result<Option<Uuid>> {
    let Some(text) = domain.child_text("uuid") else { return Ok(None) };
    uuid::parse(&text).map(Some).ok_or_else(|| fail::internal("malformed uuid element"))
}

/// `<genid>`: changes when the guest is not the one that it was before. An empty one is made up.
pub(super) fn genid(domain: Element<'_>) -> Result<Option<Uuid>> {
    let mut elements = domain.children_named("genid");
    let Some(element) = elements.next() else { return Ok(None) };
    if elements.next().is_some() {
        return Err(fail::xml("element 'genid' can only appear once"));
    }
    match element.text() {
        text if text.is_empty() => Ok(Some(Uuid::new_v4())),
        text => uuid::parse(&text).map(Some).ok_or_else(|| fail::internal("malformed genid element")),
    }
}

pub(super) fn title(domain: Element<'_>) -> Result<Option<String>> {
    let title = domain.child_text("title");
    if title.as_ref().is_some_and(|title| title.contains('\n')) {
        return Err(fail::xml("Domain title can't contain newlines"));
    }
    Ok(title)
}

pub(super) fn lifecycle(
    domain: Element<'_>,
    name: &str,
    default: LifecycleAction,
) -> Result<LifecycleAction> {
    let Some(text) = domain.child_text(name) else { return Ok(default) };
    text.parse().map_err(|()| fail::unsupported(format!("unknown {name} action: {text}")))
}

/// `<on_lockfailure>`
pub(super) fn lock_failure(domain: Element<'_>) -> Result<Option<LockFailureAction>> {
    let Some(text) = domain.child_text("on_lockfailure") else { return Ok(None) };
    let action: LockFailureAction =
        text.parse().map_err(|()| fail::unsupported(format!("unknown on_lockfailure action: {text}")))?;
    Ok(Some(action).filter(|action| *action != LockFailureAction::Default))
}

impl LifecycleAction {
    /// Fails if the action is not for this event, such as "poweroff".
    pub fn check(self, event: &str) -> Result<()> {
        if matches!(self, Self::CoredumpDestroy | Self::CoredumpRestart) && event != "crash" {
            let detail = format!("Lifecycle event '{event}' doesn't support '{self}' action");
            return Err(fail::unsupported(detail));
        }
        Ok(())
    }
}

impl DomainDef {
    /// The domain's memory, which may be that of its NUMA nodes.
    pub(super) fn complete_memory(&mut self) -> Result<()> {
        if self.memory_kib == 0 {
            self.memory_kib = self.numa_memory_kib();
        }
        if self.memory_kib == 0 {
            let detail = "Memory size must be specified via <memory> or in the <numa> configuration";
            return Err(fail::xml(detail));
        }
        // As libvirt: none, and more than there is, mean all.
        if self.current_memory_kib == 0 || self.current_memory_kib > self.memory_kib {
            self.current_memory_kib = self.memory_kib;
        }
        self.max_memory.as_ref().map_or(Ok(()), |max| max.check(self.memory_kib))
    }

    /// A guest cannot be dumped on its way to rebooting.
    pub(super) fn check_lifecycle(&self) -> Result<()> {
        self.on_poweroff.check("poweroff")?;
        self.on_reboot.check("reboot")
    }

    /// Writes everything that comes before `<os>`.
    pub(super) fn write_head(&self, w: &mut Writer) {
        w.text("name", &self.name);
        w.text("uuid", self.uuid);
        w.text_opt("genid", self.genid);
        w.text_opt("title", self.title.as_ref());
        w.text_opt("description", self.description.as_ref());
        if let Some(metadata) = &self.metadata {
            w.raw(&metadata::at_depth(metadata, w.depth()));
        }
        if let Some(max_memory) = &self.max_memory {
            max_memory.format(w);
        }
        w.element("memory", |w| {
            w.attr_opt("dumpCore", self.dump_core);
            w.attr("unit", "KiB");
            w.content(self.memory_kib);
        });
        size::write_kib(w, "currentMemory", self.current_memory_kib);
        self.tuning.format_limits(w);
        self.memory_backing.format(w);
        self.tuning.format(w);
        if let Some(resource) = &self.resource {
            resource.format(w);
        }
        self.sysinfos.iter().for_each(|sysinfo| sysinfo.format(w));
    }
}
