//! Migration: to another host, to a file, and back in. What QEMU tells of it is in `status.rs`.

#![forbid(unsafe_code)]

mod status;

use std::net::Ipv6Addr;

use serde::{Deserialize, Serialize};

use self::status::read_status;
pub use self::status::{MigrationProgress, MigrationState, MigrationStatus};

use crate::error::Result;
use crate::monitor::Monitor;
use crate::monitor::json::{qmp, value};
use crate::monitor::protocol::{Reply, unsupported};
use crate::monitor::text::{self, Hmp, hmp, shell_quoted};

/// Where to, or where from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MigrationTarget<'a> {
    /// A port of a host; IPv6 addresses without brackets.
    Tcp {
        /// Name or address.
        host: &'a str,
        /// Port.
        port: u16,
    },
    /// A Unix socket.
    Unix(&'a str),
    /// A descriptor that [`Monitor::getfd`] gave to QEMU.
    Fd(&'a str),
    /// Input of a shell's command line, or its output.
    Exec(&'a str),
    /// Behind the end of a file, which is made if there is none. Coming in: from the start of it.
    File(&'a str),
    /// Later, by [`Monitor::migrate_incoming`]; QEMU's word for its own command line.
    Deferred,
}

/// How to migrate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct MigrationFlags {
    /// Answer at once. QMP always does; the text monitor takes no other command until it is over else.
    #[serde(skip_serializing_if = "is_off")]
    pub detach: bool,
    /// The disks too.
    #[serde(skip_serializing_if = "is_off")]
    pub blk: bool,
    /// What the disks have more than their backing files.
    #[serde(skip_serializing_if = "is_off")]
    pub inc: bool,
}

/// Something that QEMU's migration can do.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct MigrationCapability {
    /// QEMU's word.
    #[serde(rename = "capability")]
    pub name: String,
    /// Whether it shall.
    #[serde(rename = "state")]
    pub enabled: bool,
}

#[derive(Serialize)]
struct Migrate<'a> {
    uri: &'a str,
    #[serde(flatten)]
    flags: MigrationFlags,
}

#[derive(Serialize)]
struct Uri<'a> {
    uri: &'a str,
}

#[derive(Serialize)]
struct Value<T> {
    value: T,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
enum Parameter {
    MaxBandwidth(u64),
    DowntimeLimit(u64),
}

#[derive(Serialize)]
struct Capabilities<'a> {
    capabilities: [Capability<'a>; 1],
}

#[derive(Serialize)]
struct Capability<'a> {
    capability: &'a str,
    state: bool,
}

#[derive(Serialize)]
struct Continue {
    state: &'static str,
}

commands! {
    /// Starts to migrate.
    fn migrate(flags: MigrationFlags, target: MigrationTarget<'_>) -> () {
        json: qmp("migrate").with(&Migrate { uri: &target.uri(), flags }).slow().nothing(),
        text: migrate_line(flags, target).read(read_started),
    }
    /// Waits for what comes in, where QEMU was started to do so later.
    fn migrate_incoming(source: MigrationTarget<'_>) -> () {
        json: qmp("migrate-incoming").with(&Uri { uri: &source.incoming_uri() }).slow().nothing(),
        text: hmp("migrate_incoming").quoted(&source.incoming_uri()).slow().silent(),
    }
    /// Gives a migration up; nothing happens if there is none.
    fn migrate_cancel() -> () {
        json: qmp("migrate_cancel").nothing(),
        text: hmp("migrate_cancel").silent(),
    }
    /// How a migration is going.
    fn query_migrate() -> MigrationStatus {
        json: qmp("query-migrate").read(value),
        text: hmp("info migrate").read(read_status),
    }
    /// `migrate_set_speed` in MiB a second; gone since QEMU 6.0.
    fn migrate_set_speed(mib_s: u64) -> () {
        json: qmp("migrate_set_speed").with(&Value { value: bytes(mib_s) }).nothing(),
        text: hmp("migrate_set_speed").word(format_args!("{mib_s}m")).silent(),
    }
    /// The same since QEMU 2.8.
    fn migrate_set_max_bandwidth(mib_s: u64) -> () {
        json: qmp("migrate-set-parameters").with(&Parameter::MaxBandwidth(bytes(mib_s))).nothing(),
        text: hmp("migrate_set_parameter max-bandwidth").word(format_args!("{mib_s}M")).silent(),
    }
    /// `migrate_set_downtime`; gone since QEMU 6.0.
    fn migrate_set_downtime(ms: u64) -> () {
        json: qmp("migrate_set_downtime").with(&Value { value: ms as f64 / 1000.0 }).nothing(),
        text: hmp("migrate_set_downtime").word(format_args!("{ms}ms")).silent(),
    }
    /// The same since QEMU 2.8.
    fn migrate_set_downtime_limit(ms: u64) -> () {
        json: qmp("migrate-set-parameters").with(&Parameter::DowntimeLimit(ms)).nothing(),
        text: hmp("migrate_set_parameter downtime-limit").word(ms).silent(),
    }
    /// Switches a capability.
    fn migrate_set_capability(name: &str, enabled: bool) -> () {
        json: qmp("migrate-set-capabilities")
            .with(&Capabilities { capabilities: [Capability { capability: name, state: enabled }] })
            .nothing(),
        text: hmp("migrate_set_capability").quoted(name).word(if enabled { "on" } else { "off" }).silent(),
    }
    /// The capabilities.
    fn query_migrate_capabilities() -> Vec<MigrationCapability> {
        json: qmp("query-migrate-capabilities").read(value),
        text: hmp("info migrate_capabilities").read(read_capabilities),
    }
    /// Lets a migration that waits in a state go on.
    fn migrate_continue(state: MigrationState) -> () {
        json: qmp("migrate-continue").with(&Continue { state: state.word() }).nothing(),
        text: unsupported("migrate-continue"),
    }
}

impl Monitor {
    /// Sets how many MiB a migration may send in a second, in the words of this QEMU.
    ///
    /// # Errors
    /// Those of every command.
    pub fn set_migration_speed(&self, mib_s: u64) -> Result<()> {
        // The old words first: those that came in their place are known before they can do this.
        match self.session.call_if_known(words::migrate_set_speed(self.protocol(), mib_s))? {
            Some(()) => Ok(()),
            None => self.migrate_set_max_bandwidth(mib_s),
        }
    }

    /// Sets for how many milliseconds a migration may stop the guest, in the words of this QEMU.
    ///
    /// # Errors
    /// Those of every command.
    pub fn set_migration_downtime(&self, ms: u64) -> Result<()> {
        match self.session.call_if_known(words::migrate_set_downtime(self.protocol(), ms))? {
            Some(()) => Ok(()),
            None => self.migrate_set_downtime_limit(ms),
        }
    }
}

impl MigrationTarget<'_> {
    /// QEMU's name for it.
    pub fn uri(&self) -> String {
        match self {
            Self::Tcp { host, port } if host.parse::<Ipv6Addr>().is_ok() => format!("tcp:[{host}]:{port}"),
            Self::Tcp { host, port } => format!("tcp:{host}:{port}"),
            Self::Unix(path) => format!("unix:{path}"),
            Self::Fd(name) => format!("fd:{name}"),
            Self::Exec(command) => format!("exec:{command}"),
            // As a word behind >> no path is an option or a command.
            Self::File(path) => format!("exec:cat >>{}", shell_quoted(path)),
            Self::Deferred => "defer".to_owned(),
        }
    }

    /// QEMU's name for it where something comes in, also on its command line.
    pub fn incoming_uri(&self) -> String {
        match self {
            Self::File(path) => format!("exec:cat <{}", shell_quoted(path)),
            _ => self.uri(),
        }
    }
}

fn is_off(flag: &bool) -> bool {
    !flag
}

/// No more than what QEMU can be told.
fn bytes(mib: u64) -> u64 {
    mib.saturating_mul(1 << 20).min(i64::MAX as u64)
}

fn migrate_line(flags: MigrationFlags, target: MigrationTarget<'_>) -> Hmp {
    let line = if flags.detach { hmp("migrate").slow() } else { hmp("migrate").unbounded() };
    let options = [(flags.detach, "-d"), (flags.blk, "-b"), (flags.inc, "-i")];
    let line = options.iter().filter(|(on, _)| *on).fold(line, |line, (_, word)| line.word(word));
    line.quoted(&target.uri())
}

/// Nothing, but for "Completed 42 %" over and over while disks are sent.
fn read_started(reply: &Reply<'_>) -> Result<()> {
    let is_news = |line: &&str| !(line.starts_with("Completed ") && line.ends_with(" %"));
    let lines = reply.value()?.split(['\r', '\n']).map(str::trim).filter(|line| !line.is_empty());
    text::silent(reply, &lines.filter(is_news).collect::<Vec<_>>().join("\n"))
}

/// "xbzrle: off"
fn read_capabilities(reply: &Reply<'_>) -> Result<Vec<MigrationCapability>> {
    let mut capabilities = Vec::new();
    for line in reply.value()?.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (name, enabled) = match line.split_once(": ") {
            Some((name, "on")) => (name, true),
            Some((name, "off")) => (name, false),
            _ => return Err(reply.unexpected(format!("no state in '{line}'"))),
        };
        capabilities.push(MigrationCapability { name: name.to_owned(), enabled });
    }
    Ok(capabilities)
}
