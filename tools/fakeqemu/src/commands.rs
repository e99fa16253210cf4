//! The table of commands: which protocol has them, from which version and until which, what they take, what they do.
//! Versions before 0.13 are from documentation, published sources and memory: none of those can be run any more. The
//! QMP of 0.12 is that of distributions' builds, which took over much of 0.13's.

use serde_json::{Value, json};

use crate::qmp::query;
use crate::text::info;
use crate::version::{Version, v};
use crate::world::{Args, Fault, World};

/// A protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wire {
    /// JSON.
    Qmp,
    /// The monitor for people.
    Text,
}

/// What a command does: nothing but its effect, a value, or text.
#[derive(Clone, Copy)]
pub enum Run {
    Do(fn(&mut World, &Args) -> Result<(), Fault>),
    Tell(fn(&mut World, &Args) -> Result<Value, Fault>),
    Say(fn(&mut World, &Args) -> Result<String, Fault>),
}

/// A command of one protocol.
pub struct Command {
    pub wire: Wire,
    /// Names of the text monitor may have alternatives: `stop|s`.
    pub name: &'static str,
    /// `NAME:TYPE`, with `?` at the end if it may be left out.
    ///
    /// QMP: s string, i integer, n number, b boolean, a array, o object; `*` alone: whatever comes.
    /// Text: s string, F file, B drive, i integer, o size in MiB if without a letter, M size in MiB, n number,
    /// b on or off, S the rest of the line, -d a flag.
    pub params: &'static str,
    pub since: Version,
    /// The first version without it.
    pub until: Option<Version>,
    pub run: Run,
}

impl Command {
    /// Whether `name` is this command's name, or one of them.
    pub fn is(&self, name: &str) -> bool {
        self.name.split('|').any(|one| one == name)
    }
}

/// The commands of the world's version in one protocol.
pub fn of(world: &World, wire: Wire) -> impl Iterator<Item = &'static Command> {
    TABLE.iter().filter(move |command| {
        let named = |names: &[String]| names.iter().any(|name| command.is(name));
        let in_time =
            command.since <= world.version && command.until.is_none_or(|until| world.version < until);
        command.wire == wire && !named(&world.without) && (in_time || named(&world.with))
    })
}

/// The command with this name.
pub fn find(world: &World, wire: Wire, name: &str) -> Option<&'static Command> {
    of(world, wire).find(|command| command.is(name))
}

const FIRST: Version = v(0, 9, 0);

const fn q(
    name: &'static str,
    params: &'static str,
    since: Version,
    until: Option<Version>,
    run: Run,
) -> Command {
    Command { wire: Wire::Qmp, name, params, since, until, run }
}

const fn t(
    name: &'static str,
    params: &'static str,
    since: Version,
    until: Option<Version>,
    run: Run,
) -> Command {
    Command { wire: Wire::Text, name, params, since, until, run }
}

use Run::{Do, Say, Tell};

/// Does nothing, well.
const NOTHING: Run = Do(|_, _| Ok(()));

/// Every command of every version.
#[rustfmt::skip]
pub static TABLE: &[Command] = &[
    // The machine as a whole.
    q("qmp_capabilities", "enable:a?", v(0,12,0), None, NOTHING),
    q("query-version", "", v(0,12,0), None, Tell(query::version)),
    q("query-commands", "", v(0,12,0), None, Tell(query::commands)),
    q("query-status", "", v(0,12,0), None, Tell(query::status)),
    q("query-name", "", v(0,12,0), None, Tell(query::name)),
    q("query-uuid", "", v(0,12,0), None, Tell(query::uuid)),
    q("query-kvm", "", v(0,12,0), None, Tell(query::kvm)),
    q("query-target", "", v(2,5,0), None, Tell(|_, _| Ok(json!({"arch": "x86_64"})))),
    q("query-events", "", v(1,2,0), Some(v(6,0,0)), Tell(|_, _| Ok(json!([])))),
    q("query-iothreads", "", v(2,0,0), None, Tell(|_, _| Ok(json!([])))),
    q("query-jobs", "", v(3,0,0), None, Tell(|_, _| Ok(json!([])))),
    q("query-block-jobs", "", v(1,1,0), None, Tell(|_, _| Ok(json!([])))),
    q("query-current-machine", "", v(4,0,0), None, Tell(|_, _| Ok(json!({"wakeup-suspend-support": true})))),
    q("query-memory-size-summary", "", v(2,11,0), None, Tell(query::memory_size)),
    q("human-monitor-command", "command-line:s cpu-index:i?", v(0,14,0), None, Tell(query::human)),
    q("stop", "", v(0,12,0), None, Do(|world, _| { world.pause("paused"); Ok(()) })),
    q("cont", "", v(0,12,0), None, Do(World::cont)),
    q("system_reset", "", v(0,12,0), None, Do(|world, _| { world.reset(false); Ok(()) })),
    q("system_powerdown", "", v(0,12,0), None, Do(World::powerdown)),
    q("system_wakeup", "", v(1,1,0), None, Do(query::wakeup)),
    q("quit", "", v(0,12,0), None, Do(World::quit)),
    q("inject-nmi", "", v(0,15,0), None, NOTHING),
    q("send-key", "keys:a hold-time:i?", v(1,3,0), None, NOTHING),
    q("screendump", "filename:s device:s? head:i? format:s?", v(0,14,0), None, Do(query::screendump)),
    q("memsave", "val:i size:i filename:s cpu-index:i?", v(0,12,0), None, Do(query::memsave)),
    q("pmemsave", "val:i size:i filename:s", v(0,12,0), None, Do(query::memsave)),
    q("set-action", "reboot:s? shutdown:s? panic:s? watchdog:s?", v(6,0,0), None, NOTHING),
    q("watchdog-set-action", "action:s", v(2,11,0), None, NOTHING),
    t("info version", "", FIRST, None, Say(info::version)),
    t("info status", "", FIRST, None, Say(|world, _| Ok(world.status_line()))),
    t("info name", "", v(0,9,1), None, Say(info::name)),
    t("info uuid", "", v(0,10,0), None, Say(|world, _| Ok(format!("{}\n", world.uuid)))),
    t("info kvm", "", v(0,10,0), None, Say(|_, _| Ok("kvm support: disabled\n".to_owned()))),
    t("stop|s", "", FIRST, None, Do(|world, _| { world.pause("paused"); Ok(()) })),
    t("cont|c", "", FIRST, None, Say(info::cont)),
    t("system_reset", "", FIRST, None, Do(|world, _| { world.reset(false); Ok(()) })),
    t("system_powerdown", "", FIRST, None, Do(World::powerdown)),
    t("system_wakeup", "", v(1,1,0), None, Do(query::wakeup)),
    t("quit|q", "", FIRST, None, Do(World::quit)),
    t("help|?", "name:S?", FIRST, None, Say(info::help)),
    t("nmi", "cpu:i?", FIRST, None, NOTHING),
    t("sendkey", "keys:s hold:i?", FIRST, None, NOTHING),
    t("screendump", "filename:F", FIRST, None, Do(query::screendump)),
    t("memsave", "val:i size:i filename:s", FIRST, None, Do(query::memsave)),
    t("pmemsave", "val:i size:i filename:s", v(0,10,0), None, Do(query::memsave)),
    t("watchdog_action", "action:s", v(0,11,0), None, Do(info::watchdog_action)),
    t("savevm", "name:s?", FIRST, None, Do(World::savevm)),
    t("loadvm", "name:s", FIRST, None, Do(World::loadvm)),
    t("delvm", "name:s", FIRST, None, Do(World::delvm)),
    t("info snapshots", "", FIRST, None, Say(|world, _| Ok(world.snapshots_table()))),
    // Virtual CPUs.
    q("query-cpus", "", v(0,12,0), Some(v(6,0,0)), Tell(World::query_cpus)),
    q("query-cpus-fast", "", v(2,12,0), None, Tell(World::query_cpus_fast)),
    q("query-hotpluggable-cpus", "", v(2,7,0), None, Tell(World::query_hotpluggable_cpus)),
    t("info cpus", "", FIRST, None, Say(World::info_cpus)),
    t("cpu_set", "cpu:i state:s", FIRST, Some(v(1,3,0)), Do(World::cpu_set)),
    // Memory.
    q("query-balloon", "", v(0,12,0), None, Tell(query::balloon)),
    q("balloon", "value:i", v(0,12,0), None, Do(query::set_balloon)),
    t("info balloon", "", v(0,10,0), None, Say(info::balloon)),
    t("balloon", "value:M", v(0,10,0), None, Do(query::set_balloon)),
    // Drives.
    q("query-block", "", v(0,12,0), None, Tell(World::query_block)),
    q("query-blockstats", "query-nodes:b?", v(0,12,0), None, Tell(World::query_blockstats)),
    q("query-named-block-nodes", "flat:b?", v(2,0,0), None, Tell(World::query_named_block_nodes)),
    q("blockdev-add", "*", v(1,7,0), None, Do(query::blockdev_add)),
    q("blockdev-del", "node-name:s", v(2,9,0), None, Do(World::blockdev_del)),
    q("block_passwd", "device:s password:s", v(0,12,0), Some(v(6,0,0)), Do(World::block_passwd)),
    q("change", "device:s target:s arg:s?", v(0,12,0), Some(v(6,0,0)), Do(query::change)),
    q("eject", "device:s? id:s? force:b?", v(0,12,0), None, Do(World::eject)),
    q("blockdev-open-tray", "device:s? id:s? force:b?", v(2,5,0), None, Do(World::open_tray)),
    q("blockdev-close-tray", "device:s? id:s?", v(2,5,0), None, Do(World::close_tray)),
    q("blockdev-insert-medium", "id:s node-name:s", v(2,5,0), None, Do(World::insert_medium)),
    q("blockdev-remove-medium", "id:s", v(2,5,0), None, Do(World::remove_medium)),
    q("blockdev-change-medium", "device:s? id:s? filename:s format:s? read-only-mode:s? force:b?", v(2,5,0), None,
      Do(World::change_medium)),
    t("info block", "args:S?", FIRST, None, Say(World::info_block)),
    t("info blockstats", "", FIRST, None, Say(World::info_blockstats)),
    t("drive_add", "pci_addr:s opts:s", v(0,9,1), None, Say(World::drive_add)),
    t("drive_del", "id:B", v(0,12,3), None, Say(World::drive_del)),
    t("block_passwd", "device:B password:s", v(0,12,0), Some(v(6,0,0)), Do(World::block_passwd)),
    t("eject", "force:-f device:B", FIRST, None, Do(World::eject)),
    t("change", "device:B target:F arg:s? read-only-mode:s?", FIRST, None, Say(info::change)),
    // Passwords of displays.
    q("set_password", "protocol:s password:s connected:s? display:s?", v(0,14,0), None, Do(query::set_password)),
    q("expire_password", "protocol:s time:s display:s?", v(0,14,0), None, Do(query::expire_password)),
    q("change-vnc-password", "password:s", v(1,1,0), None, Do(query::set_password)),
    q("query-vnc", "", v(0,12,0), None, Tell(|_, _| Ok(json!({"enabled": false})))),
    t("set_password", "protocol:s password:s connected:s?", v(0,14,0), None, Do(query::set_password)),
    t("expire_password", "protocol:s time:s", v(0,14,0), None, Do(query::expire_password)),
    t("info vnc", "", FIRST, None, Say(info::vnc)),
    // Migration.
    q("migrate", "uri:s blk:b? inc:b? detach:b? resume:b?", v(0,12,0), None, Do(World::migrate)),
    q("migrate_cancel", "", v(0,12,0), None, Do(World::migrate_cancel)),
    q("query-migrate", "", v(0,12,0), None, Tell(World::query_migrate)),
    q("migrate_set_speed", "value:i", v(0,12,0), Some(v(6,0,0)), Do(World::migrate_set_speed)),
    q("migrate_set_downtime", "value:n", v(0,12,0), Some(v(6,0,0)), Do(World::migrate_set_downtime)),
    q("migrate-set-parameters", "*", v(2,4,0), None, Do(World::migrate_set_parameters)),
    q("migrate-set-capabilities", "capabilities:a", v(1,2,0), None, Do(World::migrate_set_capabilities)),
    q("query-migrate-capabilities", "", v(1,2,0), None, Tell(World::query_migrate_capabilities)),
    q("migrate-pause", "", v(3,0,0), None, Do(World::migrate_pause)),
    t("migrate", "detach:-d blk:-b inc:-i uri:s", FIRST, None, Do(World::migrate)),
    t("migrate_cancel", "", FIRST, None, Do(World::migrate_cancel)),
    t("info migrate", "", FIRST, None, Say(World::info_migrate)),
    t("migrate_set_speed", "value:o", FIRST, Some(v(6,0,0)), Do(World::migrate_set_speed)),
    t("migrate_set_downtime", "value:n", v(0,11,0), Some(v(6,0,0)), Do(World::migrate_set_downtime)),
    t("migrate_set_parameter", "parameter:s value:s", v(2,4,0), None, Do(World::migrate_set_parameter)),
    // Devices.
    q("device_add", "*", v(0,12,0), None, Do(query::device_add)),
    q("device_del", "id:s", v(0,12,0), None, Do(World::device_del)),
    q("netdev_add", "*", v(0,14,0), None, Do(query::netdev_add)),
    q("netdev_del", "id:s", v(0,14,0), None, Do(World::netdev_del)),
    q("set_link", "name:s up:b", v(0,12,0), None, NOTHING),
    q("query-pci", "", v(0,12,0), None, Tell(World::query_pci)),
    q("query-chardev", "", v(0,12,0), None, Tell(World::query_chardev)),
    q("chardev-remove", "id:s", v(1,4,0), None, Do(World::chardev_remove)),
    q("object-add", "*", v(2,0,0), None, Do(query::object_add)),
    q("object-del", "id:s", v(2,0,0), None, Do(query::object_del)),
    q("qom-list", "path:s", v(1,0,0), None, Tell(query::qom_list)),
    q("qom-get", "path:s property:s", v(1,0,0), None, Tell(query::qom_get)),
    q("qom-set", "path:s property:s value:any", v(1, 0, 0), None, NOTHING),
    t("info pci", "", FIRST, None, Say(World::info_pci)),
    t("info chardev", "", FIRST, None, Say(World::info_chardev)),
    t("info network", "", FIRST, None, Say(|_, _| Ok(String::new()))),
    t("info usb", "", FIRST, None, Say(info::usb)),
    t("device_add", "opts:S?", v(0,12,0), None, Do(info::device_add)),
    t("device_del", "id:s", v(0,12,0), None, Do(World::device_del)),
    t("netdev_add", "opts:S?", v(0,12,0), None, Do(info::netdev_add)),
    t("netdev_del", "id:s", v(0,12,0), None, Do(World::netdev_del)),
    t("set_link", "name:s up:b", v(0,10,0), None, NOTHING),
    t("pci_add", "pci_addr:s type:s opts:s?", FIRST, Some(v(2,2,0)), Say(World::pci_add)),
    t("pci_del", "pci_addr:s", FIRST, Some(v(2,2,0)), Say(World::pci_del)),
    t("usb_add", "devname:s", FIRST, Some(v(3,1,0)), Say(World::usb_add)),
    t("usb_del", "devname:s", FIRST, Some(v(3,1,0)), Say(World::usb_del)),
    t("host_net_add", "device:s opts:s?", v(0,10,0), Some(v(5,0,0)), NOTHING),
    t("host_net_remove", "vlan_id:i device:s", v(0,10,0), Some(v(5,0,0)), NOTHING),
    // Descriptors.
    q("getfd", "fdname:s", v(0,12,0), None, Do(World::getfd)),
    q("closefd", "fdname:s", v(0,12,0), None, Do(World::closefd)),
    q("add-fd", "fdset-id:i? opaque:s?", v(1,2,0), None, Tell(World::add_fd)),
    q("remove-fd", "fdset-id:i fd:i?", v(1,2,0), None, Do(World::remove_fd)),
    q("query-fdsets", "", v(1,2,0), None, Tell(World::query_fdsets)),
    t("getfd", "fdname:s", v(0,11,0), None, Do(World::getfd)),
    t("closefd", "fdname:s", v(0,11,0), None, Do(World::closefd)),
];
