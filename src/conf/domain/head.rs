//! The simple elements at the top of `<domain>`: name, UUID, title, memory, CPUs, lifecycle actions.

#![forbid(unsafe_code)]

use super::numa::Numa;
use super::size::{self, Size};
use super::{DomainDef, LifecycleAction, fail};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::ident::Uuid;
use crate::util::xml::{Element, Writer, number, words};

/// Elements that change the guest, or what it may use of the host.
const OTHER_ELEMENTS: [&str; 8] =
    ["maxMemory", "iothreads", "iothreadids", "vcpus", "numatune", "cputune", "blkiotune", "memtune"];

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

/// Refuses what nothing here understands.
pub(super) fn refuse(domain: Element<'_>) -> Result<()> {
    fail::refuse(domain, &OTHER_ELEMENTS, &[])
}

/// The UUID, if the XML has one.
pub(super) fn uuid(domain: Element<'_>) -> Result<Option<Uuid>> {
    let Some(text) = domain.child_text("uuid") else { return Ok(None) };
    parse_uuid(&text).map(Some).ok_or_else(|| fail::internal("malformed uuid element"))
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
        text => parse_uuid(&text).map(Some).ok_or_else(|| fail::internal("malformed genid element")),
    }
}

/// 32 hexadecimal digits; as in libvirt there may be hyphens between any two bytes and white space around.
pub(super) fn parse_uuid(text: &str) -> Option<Uuid> {
    let mut bytes = [0; 16];
    let mut rest = text.trim_ascii();
    for byte in &mut bytes {
        rest = rest.trim_start_matches('-');
        let digits = rest.get(..2).filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))?;
        *byte = u8::from_str_radix(digits, 16).ok()?;
        rest = &rest[2..];
    }
    rest.is_empty().then(|| Uuid::from_bytes(bytes))
}

pub(super) fn title(domain: Element<'_>) -> Result<Option<String>> {
    let title = domain.child_text("title");
    if title.as_ref().is_some_and(|title| title.contains('\n')) {
        return Err(fail::xml("Domain title can't contain newlines"));
    }
    Ok(title)
}

/// The amount of memory in the text of child `name`, in KiB; `path` is that of the child's parent. `None` if
/// there is no such child or nothing in it.
pub(super) fn memory_kib(parent: Element<'_>, name: &str, path: &str) -> Result<Option<u64>> {
    let Some(element) = parent.child(name) else { return Ok(None) };
    let text = element.text();
    if text.is_empty() {
        return Ok(None);
    }
    let place = format!("{path}{name}[1]");
    Size { text: &text, unit: element.attr("unit"), place: &place }.kib().map(Some)
}

/// Virtual CPUs at most and at start.
pub(super) fn vcpus(domain: Element<'_>) -> Result<(u16, u16)> {
    let Some(element) = domain.child("vcpu") else { return Ok((1, 1)) };
    fail::refuse(element, &[], &["cpuset"])?;
    if element.attr("placement").is_some_and(|placement| placement != "static") {
        return Err(fail::unsupported("vcpu placement other than 'static' is not supported"));
    }
    let max = number(&element.text()).ok_or_else(|| fail::xml("maximum vcpus count must be an integer"))?;
    if max == 0 {
        // As libvirt, down to the words.
        return Err(fail::internal("CPU IDs in <numa> exceed the <vcpu> count"));
    }
    let current = element.number::<u32>("current")?.map_or(max, |n| u16::try_from(n).unwrap_or(u16::MAX));
    if current > max {
        return Err(fail::unsupported("maximum vCPU count must not be less than current vCPU count"));
    }
    if current == 0 {
        return Err(fail::qemu("vcpu 0 can't be offline"));
    }
    Ok((max, current))
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

impl DomainDef {
    /// The domain's memory, which may be that of its NUMA nodes.
    pub(super) fn complete_memory(&mut self) -> Result<()> {
        if self.memory_kib == 0 {
            let numa = self.cpu.as_ref().and_then(|cpu| cpu.numa.as_ref());
            self.memory_kib = numa.map_or(0, Numa::memory_kib);
        }
        if self.memory_kib == 0 {
            let detail = "Memory size must be specified via <memory> or in the <numa> configuration";
            return Err(fail::xml(detail));
        }
        // As libvirt: none, and more than there is, mean all.
        if self.current_memory_kib == 0 || self.current_memory_kib > self.memory_kib {
            self.current_memory_kib = self.memory_kib;
        }
        Ok(())
    }

    /// A guest cannot be dumped on its way to rebooting.
    pub(super) fn check_lifecycle(&self) -> Result<()> {
        use LifecycleAction as Action;
        for (event, action) in [("poweroff", self.on_poweroff), ("reboot", self.on_reboot)] {
            if matches!(action, Action::CoredumpDestroy | Action::CoredumpRestart) {
                let detail = format!("Lifecycle event '{event}' doesn't support '{action}' action");
                return Err(fail::unsupported(detail));
            }
        }
        Ok(())
    }

    /// Writes everything that comes before `<os>`.
    pub(super) fn write_head(&self, w: &mut Writer) {
        w.text("name", &self.name);
        w.text("uuid", self.uuid);
        w.text_opt("genid", self.genid);
        w.text_opt("title", self.title.as_ref());
        w.text_opt("description", self.description.as_ref());
        if let Some(metadata) = &self.metadata {
            w.raw(metadata);
        }
        w.element("memory", |w| {
            w.attr_opt("dumpCore", self.dump_core);
            w.attr("unit", "KiB");
            w.content(self.memory_kib);
        });
        size::write_kib(w, "currentMemory", self.current_memory_kib);
        self.memory_backing.format(w);
        w.element("vcpu", |w| {
            w.attr("placement", "static");
            w.attr_opt("current", (self.vcpus != self.max_vcpus).then_some(self.vcpus));
            w.content(self.max_vcpus);
        });
        if let Some(resource) = &self.resource {
            resource.format(w);
        }
        self.sysinfos.iter().for_each(|sysinfo| sysinfo.format(w));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As measured on the original.
    #[test]
    fn forms_of_a_uuid() {
        assert!(parse_uuid("1234567812345678123456781234567a").is_some());
        assert!(parse_uuid(" 12345678-1234-5678-1234-56781234567a\n").is_some());
        for text in ["xyz", "12-345678123456781234567812345-67a", "1234567812345678123456781234567", "éééé"]
        {
            assert_eq!(parse_uuid(text), None, "{text}");
        }
    }
}
