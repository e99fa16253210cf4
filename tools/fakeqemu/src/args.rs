//! The command line of QEMU, as far as it matters here: monitors, character devices, and a few facts of the machine.
//! Everything else is kept for the log.

use std::ffi::OsString;
use std::path::PathBuf;

use serde_json::Value;

use crate::commands::Wire;
use crate::version::{Version, v};

/// Where a character device leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Backend {
    /// A UNIX socket that listens at a path.
    Listen(PathBuf),
    /// A socket that was handed down, listening or connected.
    Fd { fd: i32, server: bool },
    /// A new pseudo terminal.
    Pty,
    /// Our own input and output.
    Stdio,
    /// Anything that is not carried out; the text that QEMU shows for it.
    Other(String),
}

/// A character device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chardev {
    pub label: String,
    pub backend: Backend,
}

/// A character device that is a monitor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mon {
    pub chardev: String,
    pub wire: Wire,
}

/// What the arguments ask for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Launch {
    pub chardevs: Vec<Chardev>,
    pub monitors: Vec<Mon>,
    /// `-drive` and `-blockdev`, in order, as names and values.
    pub drives: Vec<Options>,
    /// `-device`, the same.
    pub devices: Vec<Options>,
    pub netdevs: Vec<Options>,
    pub name: Option<String>,
    pub uuid: Option<String>,
    pub memory_mib: Option<u64>,
    /// CPUs at start, and at most.
    pub cpus: Option<(u32, u32)>,
    pub stopped: bool,
    pub incoming: bool,
    pub no_defaults: bool,
    pub no_shutdown: bool,
    pub no_reboot: bool,
    pub daemonize: bool,
    pub pidfile: Option<PathBuf>,
    /// What is printed instead of running.
    pub print: Option<Print>,
}

/// Arguments that only print something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Print {
    Version,
    Help,
    /// `-M ?`
    Machines,
    /// `-cpu ?`
    Cpus,
    /// `-device ?`: the list is empty.
    Nothing,
}

/// `name=value` pairs, or a JSON object, flattened: `{"file": {"driver": "x"}}` is `file.driver`.
pub type Options = Vec<(String, String)>;

/// The value of an option.
pub fn option<'a>(options: &'a Options, name: &str) -> Option<&'a str> {
    options.iter().rev().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}

/// Reads `a,b=c,d=e,,f`; the first without a name gets the name `first`.
pub fn options(text: &str, first: &str) -> Options {
    if text.starts_with('{') {
        let mut options = Vec::new();
        if let Ok(value) = serde_json::from_str::<Value>(text) {
            flatten("", &value, &mut options);
        }
        return options;
    }
    let parts = text.replace(",,", "\0");
    let parts = parts.split(',').filter(|part| !part.is_empty()).map(|part| part.replace('\0', ","));
    parts
        .enumerate()
        .map(|(index, part)| match part.split_once('=') {
            Some((name, value)) => (name.to_owned(), value.to_owned()),
            None if index == 0 => (first.to_owned(), part),
            None => (part, "on".to_owned()),
        })
        .collect()
}

/// [`options`] of a JSON value.
pub fn flatten(prefix: &str, value: &Value, options: &mut Options) {
    let text = match value {
        Value::Object(members) => {
            for (name, value) in members {
                let name = if prefix.is_empty() { name.clone() } else { format!("{prefix}.{name}") };
                flatten(&name, value, options);
            }
            return;
        }
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    options.push((prefix.to_owned(), text));
}

impl Launch {
    /// Reads the arguments of a QEMU of this version.
    pub fn parse(args: &[OsString], version: Version) -> Self {
        let mut launch = Launch::default();
        let args: Vec<String> = args.iter().map(|arg| arg.to_string_lossy().into_owned()).collect();
        let mut args = args.iter();
        while let Some(arg) = args.next() {
            let name = arg.strip_prefix("--").or_else(|| arg.strip_prefix('-')).unwrap_or("");
            match name {
                "h" | "help" => launch.print = launch.print.or(Some(Print::Help)),
                "version" => launch.print = launch.print.or(Some(Print::Version)),
                "S" => launch.stopped = true,
                "nodefaults" => launch.no_defaults = true,
                "no-shutdown" => launch.no_shutdown = true,
                "no-reboot" => launch.no_reboot = true,
                "daemonize" => launch.daemonize = true,
                _ if VALUED.contains(&name) => {
                    if let Some(value) = args.next() {
                        launch.valued(name, value, version);
                    }
                }
                _ => {}
            }
        }
        launch
    }

    fn valued(&mut self, name: &str, value: &str, version: Version) {
        match name {
            "M" | "machine" if matches!(value, "?" | "help") => self.print = Some(Print::Machines),
            "cpu" if matches!(value, "?" | "help") => self.print = Some(Print::Cpus),
            "device" if value.contains('?') || value.ends_with("help") => self.print = Some(Print::Nothing),
            "chardev" => {
                let options = options(value, "backend");
                let label = option(&options, "id").unwrap_or_default().to_owned();
                self.chardevs.push(Chardev { label, backend: chardev_backend(&options) });
            }
            "mon" => {
                let options = options(value, "chardev");
                let control = option(&options, "mode") == Some("control");
                let wire = if control { Wire::Qmp } else { Wire::Text };
                let chardev = option(&options, "chardev").unwrap_or_default().to_owned();
                self.monitors.push(Mon { chardev, wire });
            }
            "monitor" => self.monitor(value, Wire::Text, version),
            "qmp" | "qmp-pretty" => self.monitor(value, Wire::Qmp, version),
            "serial" | "parallel" => {
                let count = self.chardevs.iter().filter(|dev| dev.label.starts_with(name)).count();
                if !value.starts_with("chardev:") {
                    let backend = legacy_backend(value);
                    self.chardevs.push(Chardev { label: format!("{name}{count}"), backend });
                }
            }
            "drive" | "blockdev" => self.drives.push(options(value, "file")),
            "device" => self.devices.push(options(value, "driver")),
            "netdev" => self.netdevs.push(options(value, "type")),
            "name" => {
                let options = options(value, "guest");
                self.name = option(&options, "guest").map(str::to_owned);
            }
            "uuid" => self.uuid = Some(value.to_owned()),
            "m" => {
                let options = options(value, "size");
                let size = option(&options, "size").unwrap_or_default();
                self.memory_mib = size.trim_end_matches(['M', 'm']).parse().ok();
            }
            "smp" => {
                let options = options(value, "cpus");
                let number = |name| option(&options, name).and_then(|text| text.parse::<u32>().ok());
                let cpus = number("cpus").unwrap_or(1).max(1);
                self.cpus = Some((cpus, number("maxcpus").unwrap_or(cpus).max(cpus)));
            }
            "incoming" => self.incoming = true,
            "pidfile" => self.pidfile = Some(value.into()),
            _ => {}
        }
    }

    fn monitor(&mut self, value: &str, wire: Wire, version: Version) {
        if value == "none" {
            return;
        }
        if let Some(chardev) = value.strip_prefix("chardev:") {
            self.monitors.push(Mon { chardev: chardev.to_owned(), wire });
            return;
        }
        let label = match (version < v(1, 0, 0), wire) {
            (true, Wire::Text) => "monitor".to_owned(),
            (true, Wire::Qmp) => "control".to_owned(),
            (false, _) => format!("compat_monitor{}", self.monitors.len()),
        };
        self.chardevs.push(Chardev { label: label.clone(), backend: legacy_backend(value) });
        self.monitors.push(Mon { chardev: label, wire });
    }
}

/// Options with a value that is looked at, or that could be taken for an option.
const VALUED: &[&str] = &[
    "M",
    "machine",
    "cpu",
    "device",
    "chardev",
    "mon",
    "monitor",
    "qmp",
    "qmp-pretty",
    "serial",
    "parallel",
    "drive",
    "blockdev",
    "netdev",
    "name",
    "uuid",
    "m",
    "smp",
    "incoming",
    "pidfile",
    "append",
    "kernel",
    "initrd",
];

fn chardev_backend(options: &Options) -> Backend {
    let is_on = |name| option(options, name).is_some_and(|value| value != "off");
    match option(options, "backend") {
        Some("pty") => Backend::Pty,
        Some("stdio") => Backend::Stdio,
        Some("socket") => {
            let server = is_on("server");
            if let Some(fd) = option(options, "fd").and_then(|fd| fd.parse().ok()) {
                return Backend::Fd { fd, server };
            }
            match option(options, "path") {
                Some(path) if server => Backend::Listen(path.into()),
                Some(path) => Backend::Other(format!("disconnected:unix:{path}")),
                None => Backend::Other("disconnected:tcp".to_owned()),
            }
        }
        other => Backend::Other(other.unwrap_or("null").to_owned()),
    }
}

/// The short form of `-monitor` and `-serial`.
fn legacy_backend(value: &str) -> Backend {
    if value == "pty" {
        return Backend::Pty;
    }
    if value == "stdio" {
        return Backend::Stdio;
    }
    match value.strip_prefix("unix:") {
        Some(rest) => {
            let options = options(rest, "path");
            let path = option(&options, "path").unwrap_or_default();
            match option(&options, "server") {
                Some(server) if server != "off" => Backend::Listen(path.into()),
                _ => Backend::Other(format!("disconnected:unix:{path}")),
            }
        }
        None => Backend::Other(value.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::version::TODAY;

    fn parse(line: &str, version: Version) -> Launch {
        let args: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        Launch::parse(&args, version)
    }

    #[test]
    fn reads_the_arguments_of_our_driver() {
        let launch = parse(
            "-S -smp 1,maxcpus=2 -chardev socket,id=charmonitor,fd=7,server=on,wait=off \
             -mon chardev=charmonitor,id=monitor,mode=control -no-shutdown",
            TODAY,
        );
        let backend = Backend::Fd { fd: 7, server: true };
        assert_eq!(launch.chardevs, [Chardev { label: "charmonitor".to_owned(), backend }]);
        assert_eq!(launch.monitors, [Mon { chardev: "charmonitor".to_owned(), wire: Wire::Qmp }]);
        assert_eq!(launch.cpus, Some((1, 2)));
        assert!(launch.stopped && launch.no_shutdown && !launch.no_reboot);
    }

    #[test]
    fn reads_the_arguments_of_old_programs() {
        let launch =
            parse("-monitor unix:/a/b,server,nowait -serial pty -name x -pidfile -version", v(0, 10, 0));
        assert_eq!(launch.monitors, [Mon { chardev: "monitor".to_owned(), wire: Wire::Text }]);
        assert_eq!(launch.chardevs[0].backend, Backend::Listen("/a/b".into()));
        assert_eq!(launch.chardevs[1], Chardev { label: "serial0".to_owned(), backend: Backend::Pty });
        assert_eq!(launch.print, None, "the value of another option");
    }

    #[test]
    fn options_may_hold_commas_and_be_json() {
        let plain = options("a,,b,x=1,,2,flag", "file");
        assert_eq!(option(&plain, "file"), Some("a,b"));
        assert_eq!(option(&plain, "x"), Some("1,2"));
        assert_eq!(option(&plain, "flag"), Some("on"));
        let json = options(r#"{"driver":"raw","file":{"filename":"x"}}"#, "driver");
        assert_eq!(option(&json, "file.filename"), Some("x"));
    }
}
