//! Snapshots of the domains of the test host: records of definition and state, into which a domain can be put back.

#![forbid(unsafe_code)]

use std::path::Path;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use super::guest::{Guest, Start, lifecycle, stopped};
use super::host::Host;
use super::{FROM, TestDriver};
use crate::abi::{
    virDomainEventStartedDetailType as StartedDetail, virDomainEventStoppedDetailType as StoppedDetail,
    virDomainEventSuspendedDetailType as SuspendedDetail, virDomainEventType as EventType,
    virDomainPausedReason as PausedReason, virDomainRunningReason as RunningReason,
    virDomainShutoffReason as ShutoffReason, virDomainSnapshotCreateFlags as CreateFlags,
    virDomainSnapshotDeleteFlags as DeleteFlags, virDomainSnapshotListFlags as ListFlags,
    virDomainSnapshotRevertFlags as RevertFlags, virDomainSnapshotXMLFlags as XmlFlags,
    virDomainState as State, virDomainUndefineFlagsValues as UndefineFlags,
};
use crate::conf::domain::Rules;
use crate::conf::moment::tree::Scope;
use crate::conf::snapshot::{Draft, SnapshotDef, SnapshotState};
use crate::domain::Domain;
use crate::driver::{DomainState, SnapshotDriver, check_flags};
use crate::error::{Error, ErrorCode, Result};
use crate::event::domain::DomainEvent;
use crate::ident::{DomainKey, Name};
use crate::snapshot::Snapshot;
use crate::util::lock;

const REDEFINE: u32 = CreateFlags::VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE as u32;
const CURRENT: u32 = CreateFlags::VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT as u32;
const HALT: u32 = CreateFlags::VIR_DOMAIN_SNAPSHOT_CREATE_HALT as u32;
/// The last four change nothing for a guest that is not there; a schema is not part of this library.
const CREATE_FLAGS: u32 = REDEFINE
    | CURRENT
    | HALT
    | CreateFlags::VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE as u32
    | CreateFlags::VIR_DOMAIN_SNAPSHOT_CREATE_ATOMIC as u32
    | CreateFlags::VIR_DOMAIN_SNAPSHOT_CREATE_LIVE as u32
    | CreateFlags::VIR_DOMAIN_SNAPSHOT_CREATE_VALIDATE as u32;
/// Every `virDomainSnapshotListFlags`.
const LIST_FLAGS: u32 = 0x7ff;
const DELETE_CHILDREN: u32 = DeleteFlags::VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN as u32;
const DELETE_CHILDREN_ONLY: u32 = DeleteFlags::VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY as u32;
const REVERT_RUNNING: u32 = RevertFlags::VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING as u32;
const REVERT_PAUSED: u32 = RevertFlags::VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED as u32;
const REVERT_FLAGS: u32 =
    REVERT_RUNNING | REVERT_PAUSED | RevertFlags::VIR_DOMAIN_SNAPSHOT_REVERT_FORCE as u32;
const XML_SECURE: u32 = XmlFlags::VIR_DOMAIN_SNAPSHOT_XML_SECURE as u32;
const UNDEFINE_SNAPSHOTS: u32 = UndefineFlags::VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA as u32;

/// Events in the order in which they happened.
type Events = Vec<(DomainKey, DomainEvent)>;

impl SnapshotDriver for TestDriver {
    fn domain_snapshot_create_xml(&self, dom: &Domain, xml: &str, flags: u32) -> Result<Name> {
        check_flags(flags, CREATE_FLAGS, FROM, "testDomainSnapshotCreateXML")?;
        self.change(|host| create(host, dom, xml, flags))
    }

    fn domain_snapshot_get_xml_desc(&self, snapshot: &Snapshot, flags: u32) -> Result<String> {
        check_flags(flags, XML_SECURE, FROM, "testDomainSnapshotGetXMLDesc")?;
        self.look_at(snapshot, |guest, def| def.format(&guest.key().uuid, flags & XML_SECURE != 0))
    }

    fn domain_snapshot_num(&self, dom: &Domain, flags: u32) -> Result<usize> {
        self.list(dom, flags, "testDomainSnapshotNum").map(|names| names.len())
    }

    fn domain_snapshot_list_names(&self, dom: &Domain, _max: usize, flags: u32) -> Result<Vec<Name>> {
        self.list(dom, flags, "testDomainSnapshotListNames")
    }

    fn domain_list_all_snapshots(&self, dom: &Domain, flags: u32) -> Result<Vec<Name>> {
        self.list(dom, flags, "testDomainListAllSnapshots")
    }

    fn domain_snapshot_num_children(&self, snapshot: &Snapshot, flags: u32) -> Result<usize> {
        self.list_below(snapshot, flags, "testDomainSnapshotNumChildren").map(|names| names.len())
    }

    fn domain_snapshot_list_children_names(
        &self,
        snapshot: &Snapshot,
        _max: usize,
        flags: u32,
    ) -> Result<Vec<Name>> {
        self.list_below(snapshot, flags, "testDomainSnapshotListChildrenNames")
    }

    fn domain_snapshot_list_all_children(&self, snapshot: &Snapshot, flags: u32) -> Result<Vec<Name>> {
        self.list_below(snapshot, flags, "testDomainSnapshotListAllChildren")
    }

    fn domain_snapshot_lookup_by_name(&self, dom: &Domain, name: &str, flags: u32) -> Result<Name> {
        check_flags(flags, 0, FROM, "testDomainSnapshotLookupByName")?;
        self.look(dom, |guest| find(guest, name).map(|def| def.moment.name.clone()))?
    }

    fn domain_has_current_snapshot(&self, dom: &Domain, flags: u32) -> Result<bool> {
        check_flags(flags, 0, FROM, "testDomainHasCurrentSnapshot")?;
        self.look(dom, |guest| guest.snapshots.current().is_some())
    }

    fn domain_snapshot_current(&self, dom: &Domain, flags: u32) -> Result<Name> {
        check_flags(flags, 0, FROM, "testDomainSnapshotCurrent")?;
        self.look(dom, |guest| {
            let current = guest.snapshots.current().and_then(|name| guest.snapshots.get(name));
            let current =
                current.ok_or_else(|| no_snapshot("the domain does not have a current snapshot"))?;
            Ok(current.moment.name.clone())
        })?
    }

    fn domain_snapshot_get_parent(&self, snapshot: &Snapshot, flags: u32) -> Result<Name> {
        check_flags(flags, 0, FROM, "testDomainSnapshotGetParent")?;
        self.look_at(snapshot, |guest, def| {
            let parent = def.moment.parent.as_deref().and_then(|name| guest.snapshots.get(name));
            let none = || no_snapshot(format!("snapshot '{}' does not have a parent", def.moment.name));
            parent.map(|parent| parent.moment.name.clone()).ok_or_else(none)
        })?
    }

    fn domain_snapshot_is_current(&self, snapshot: &Snapshot, flags: u32) -> Result<bool> {
        check_flags(flags, 0, FROM, "testDomainSnapshotIsCurrent")?;
        self.look_at(snapshot, |guest, _| guest.snapshots.current() == Some(snapshot.name().as_str()))
    }

    fn domain_snapshot_has_metadata(&self, snapshot: &Snapshot, flags: u32) -> Result<bool> {
        check_flags(flags, 0, FROM, "testDomainSnapshotHasMetadata")?;
        self.look_at(snapshot, |_, _| true)
    }

    fn domain_revert_to_snapshot(&self, snapshot: &Snapshot, flags: u32) -> Result<()> {
        check_flags(flags, REVERT_FLAGS, FROM, "testDomainRevertToSnapshot")?;
        self.change(|host| Ok(((), revert(host, snapshot, flags)?)))
    }

    fn domain_snapshot_delete(&self, snapshot: &Snapshot, flags: u32) -> Result<()> {
        let known = DELETE_CHILDREN | DELETE_CHILDREN_ONLY;
        check_flags(flags, known, FROM, "testDomainSnapshotDelete")?;
        let mut host = lock(&self.host);
        let guest = host.guest(snapshot.domain())?;
        find(guest, snapshot.name().as_str())?;
        let scope = match flags {
            0 => Scope::Alone,
            DELETE_CHILDREN => Scope::WithDescendants,
            _ => Scope::DescendantsOnly,
        };
        guest.snapshots.remove(snapshot.name().as_str(), scope);
        Ok(())
    }
}

impl TestDriver {
    /// Looks at a snapshot and its domain.
    fn look_at<T>(&self, snapshot: &Snapshot, read: impl FnOnce(&Guest, &SnapshotDef) -> T) -> Result<T> {
        self.look(snapshot.domain(), |guest| {
            find(guest, snapshot.name().as_str()).map(|def| read(guest, def))
        })?
    }

    fn list(&self, dom: &Domain, flags: u32, function: &str) -> Result<Vec<Name>> {
        check_flags(flags, LIST_FLAGS, FROM, function)?;
        self.look(dom, |guest| select(guest, None, flags))
    }

    fn list_below(&self, snapshot: &Snapshot, flags: u32, function: &str) -> Result<Vec<Name>> {
        check_flags(flags, LIST_FLAGS, FROM, function)?;
        self.look_at(snapshot, |guest, def| select(guest, Some(def.moment.name.as_str()), flags))
    }
}

/// Seconds since the epoch.
pub(super) fn now_s() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}

/// Fails if snapshots keep the definition from going.
pub(super) fn check_undefine(guest: &Guest, flags: u32) -> Result<()> {
    let count = guest.snapshots.len();
    if guest.is_active() || count == 0 || flags & UNDEFINE_SNAPSHOTS != 0 {
        return Ok(());
    }
    Err(invalid(format!("cannot delete inactive domain with {count} snapshots")))
}

fn find<'a>(guest: &'a Guest, name: &str) -> Result<&'a SnapshotDef> {
    let missing = || no_snapshot(format!("no domain snapshot with matching name '{name}'"));
    guest.snapshots.get(name).ok_or_else(missing)
}

fn no_snapshot(detail: impl Into<String>) -> Error {
    Error::new(ErrorCode::VIR_ERR_NO_DOMAIN_SNAPSHOT, FROM, detail)
}

/// A call that makes no sense in the domain's present state.
fn invalid(detail: impl Into<String>) -> Error {
    Error::new(ErrorCode::VIR_ERR_OPERATION_INVALID, FROM, detail)
}

fn unsupported(detail: &str) -> Error {
    Error::new(ErrorCode::VIR_ERR_OPERATION_UNSUPPORTED, FROM, detail)
}

fn select(guest: &Guest, from: Option<&str>, flags: u32) -> Vec<Name> {
    let found = guest.snapshots.select(from, flags, |def| matches(def, flags));
    found.into_iter().map(|def| def.moment.name.clone()).collect()
}

/// Whether the snapshot is one of those that `flags` ask for. The bits form groups; it must match one bit of every
/// group that is mentioned at all.
fn matches(def: &SnapshotDef, flags: u32) -> bool {
    let (off, disks) = (def.state == SnapshotState::Shutoff, def.state == SnapshotState::DiskSnapshot);
    let external = def.is_external();
    let groups: [&[(ListFlags, bool)]; 3] = [
        &[
            (ListFlags::VIR_DOMAIN_SNAPSHOT_LIST_METADATA, true),
            (ListFlags::VIR_DOMAIN_SNAPSHOT_LIST_NO_METADATA, false),
        ],
        &[
            (ListFlags::VIR_DOMAIN_SNAPSHOT_LIST_INACTIVE, off),
            (ListFlags::VIR_DOMAIN_SNAPSHOT_LIST_ACTIVE, !off && !disks),
            (ListFlags::VIR_DOMAIN_SNAPSHOT_LIST_DISK_ONLY, disks),
        ],
        &[
            (ListFlags::VIR_DOMAIN_SNAPSHOT_LIST_INTERNAL, !external),
            (ListFlags::VIR_DOMAIN_SNAPSHOT_LIST_EXTERNAL, external),
        ],
    ];
    groups.iter().all(|group| {
        let mut mentioned = group.iter().filter(|(bit, _)| flags & *bit as u32 != 0).peekable();
        mentioned.peek().is_none() || mentioned.any(|(_, has)| *has)
    })
}

fn create(host: &mut Host, dom: &Domain, xml: &str, flags: u32) -> Result<(Name, Events)> {
    let guest = host.guest(dom)?;
    if !guest.checkpoints.is_empty() {
        return Err(unsupported("cannot create snapshot while checkpoint exists"));
    }
    if flags & HALT != 0 && !guest.is_persistent() {
        return Err(invalid("cannot halt after transient domain snapshot"));
    }
    if flags & REDEFINE != 0 {
        let name = redefine(guest, xml)?;
        if flags & CURRENT != 0 {
            guest.snapshots.set_current(name.as_str());
        }
        return Ok((name, Vec::new()));
    }
    let name = take(guest, xml)?;
    guest.snapshots.set_current(name.as_str());
    let mut events = Vec::new();
    if flags & HALT != 0 && guest.is_active() {
        events.push(stop(host, dom)?);
    }
    Ok((name, events))
}

/// Notes the domain as it is.
fn take(guest: &mut Guest, xml: &str) -> Result<Name> {
    let draft = Draft::parse_new(xml, state(guest), now_s())?;
    if draft.has_manual_disk() {
        return Err(unsupported("'manual' snapshot mode is not supported by the test driver"));
    }
    let parent = guest.snapshots.current().map(str::to_owned);
    let def = draft.take(Arc::clone(guest.def(false)), parent, &Path::is_file)?;
    let name = def.moment.name.clone();
    guest.snapshots.add(def)?;
    Ok(name)
}

/// Notes what the XML says about an earlier time.
fn redefine(guest: &mut Guest, xml: &str) -> Result<Name> {
    let draft = Draft::parse_known(xml, Rules::Test)?;
    guest.snapshots.check_parent(draft.moment())?;
    let name = draft.moment().name.clone();
    let def = draft.redefine(&guest.key().uuid, guest.snapshots.get(name.as_str()), &Path::is_file)?;
    guest.snapshots.put(def);
    Ok(name)
}

fn state(guest: &Guest) -> SnapshotState {
    let is = |state: State| guest.state().state == state as i32;
    if is(State::VIR_DOMAIN_PAUSED) {
        SnapshotState::Paused
    } else if is(State::VIR_DOMAIN_SHUTOFF) {
        SnapshotState::Shutoff
    } else {
        SnapshotState::Running
    }
}

/// Ends the domain's run; the domain stays, whatever holds it. As in the original the handle forgets its id.
fn stop(host: &mut Host, dom: &Domain) -> Result<(DomainKey, DomainEvent)> {
    let guest = host.guest(dom)?;
    let id = guest.key().id;
    let told = guest.stop(ShutoffReason::VIR_DOMAIN_SHUTOFF_FROM_SNAPSHOT);
    host.forget_run(id);
    dom.set_id(None);
    Ok((told, stopped(StoppedDetail::VIR_DOMAIN_EVENT_STOPPED_FROM_SNAPSHOT)))
}

/// Puts the domain back. A snapshot with a guest in it ends the present run and begins another; one without only ends it.
/// As in the original a start that is asked for after the latter is announced and does not happen.
fn revert(host: &mut Host, snapshot: &Snapshot, flags: u32) -> Result<Events> {
    let dom = snapshot.domain();
    let guest = host.guest(dom)?;
    let def = find(guest, snapshot.name().as_str())?;
    let (online, was_paused) = (def.state.is_online(), def.state == SnapshotState::Paused);
    let start = online || flags & (REVERT_RUNNING | REVERT_PAUSED) != 0;
    let pause = flags & REVERT_RUNNING == 0 && (was_paused || flags & REVERT_PAUSED != 0);
    if !guest.is_persistent() && !start {
        return Err(invalid("transient domain needs to request run or pause to revert to inactive snapshot"));
    }
    let definition = def.moment.domain.clone().ok_or_else(|| {
        let detail = format!("snapshot '{}' lacks domain '{}' rollback info", snapshot.name(), dom.name());
        Error::new(ErrorCode::VIR_ERR_SNAPSHOT_REVERT_RISKY, FROM, detail)
    })?;
    guest.snapshots.set_current(snapshot.name().as_str());

    let was_active = guest.is_active();
    let mut events = Vec::new();
    // The order matters for what a transient domain is defined as.
    if !online {
        guest.put_back(&definition);
    }
    if was_active {
        events.push(stop(host, dom)?);
    }
    if online {
        host.guest(dom)?.put_back(&definition);
        host.start(*dom.uuid(), None, Start::Booted);
        host.guest(dom)?.set_state(if pause { PAUSED } else { RUNNING });
    }
    let key = host.guest(dom)?.key();
    if start {
        let detail = StartedDetail::VIR_DOMAIN_EVENT_STARTED_FROM_SNAPSHOT as i32;
        events.push((key.clone(), lifecycle(EventType::VIR_DOMAIN_EVENT_STARTED, detail)));
    }
    if start && pause {
        let detail = SuspendedDetail::VIR_DOMAIN_EVENT_SUSPENDED_FROM_SNAPSHOT as i32;
        events.push((key.clone(), lifecycle(EventType::VIR_DOMAIN_EVENT_SUSPENDED, detail)));
    }
    Ok(events)
}

const RUNNING: DomainState = DomainState {
    state: State::VIR_DOMAIN_RUNNING as i32,
    reason: RunningReason::VIR_DOMAIN_RUNNING_FROM_SNAPSHOT as i32,
};
const PAUSED: DomainState = DomainState {
    state: State::VIR_DOMAIN_PAUSED as i32,
    reason: PausedReason::VIR_DOMAIN_PAUSED_FROM_SNAPSHOT as i32,
};
