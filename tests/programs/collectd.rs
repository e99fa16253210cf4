//! collectd, a daemon in C that is linked with libvirt: Debian's, as it is, measures the same on both libraries.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::Stdio;

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use crate::libvirtd::Daemon;
use crate::support::{Library, assert_same_lines};

const PLUGINS: &str = "/usr/lib/collectd";
/// How often it looks before it is ended.
const ROUNDS: usize = 3;
/// Begin the names of values that a clock makes.
const BY_THE_CLOCK: [&str; 4] = ["virt_cpu_total", "virt_vcpu", "if_", "percent"];

/// Begin what the plugin says, or the library by its own means.
const OF_THE_PLUGIN: [&str; 3] = ["virt plugin: ", "Notification: ", "libvirt: "];

/// Every second, all that its plugin can ask for of the domains at `uri`; it listens to their life cycle, too.
fn settings(folder: &Path, uri: &str) -> String {
    let folder = folder.display();
    format!(
        r#"
Hostname "host"
FQDNLookup false
BaseDir "{folder}"
PIDFile "{folder}/pid"
PluginDir "{PLUGINS}"
TypesDB "/usr/share/collectd/types.db"
Interval 1
LoadPlugin logfile
<Plugin logfile>
  LogLevel info
  Timestamp false
  File STDERR
</Plugin>
LoadPlugin csv
<Plugin csv>
  DataDir "stdout"
</Plugin>
LoadPlugin virt
<Plugin virt>
  Connection "{uri}"
  RefreshInterval 2
  HostnameFormat name
  PersistentNotification true
  ExtraStats "cpu_util disk disk_err domain_state fs_info job_stats_background perf vcpupin memory vcpu"
</Plugin>
"#
    )
}

/// What it measures by name, with the value where that stands still, and its log.
fn measured(library: Library, uri: &str) -> String {
    library.assert_used_by(&Path::new(PLUGINS).join("virt.so"));
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("collectd.conf");
    fs::write(&file, settings(folder.path(), uri)).expect("a file");
    let log = folder.path().join("log");
    let mut collectd = library
        .command("/usr/sbin/collectd")
        .args(["-f", "-C"])
        .arg(&file)
        .stdout(Stdio::piped())
        .stderr(fs::File::create(&log).expect("a file"))
        .spawn()
        .expect("collectd");
    let printed = BufReader::new(collectd.stdout.take().expect("what it prints"));
    let mut values = BTreeMap::new();
    let mut rounds = 0;
    // To the end: what nobody reads would stop it.
    for line in printed.lines().map(|line| line.expect("text")) {
        let Some((name, value)) =
            line.strip_prefix("PUTVAL ").and_then(|it| it.split_once(" interval=1.000 "))
        else {
            continue;
        };
        let (_time, value) = value.split_once(':').expect("a value behind the time");
        let measure = name.rsplit('/').next().unwrap_or(name);
        let by_the_clock = BY_THE_CLOCK.iter().any(|beginning| measure.starts_with(beginning));
        values.insert(name.to_owned(), if by_the_clock { "by the clock" } else { value }.to_owned());
        rounds += usize::from(measure == "domain_state");
        if rounds == ROUNDS {
            rounds += 1;
            let process = Pid::from_raw(collectd.id().try_into().expect("a process"));
            kill(process, Signal::SIGTERM).expect("a signal");
        }
    }
    let log = fs::read_to_string(log).expect("a log");
    assert!(collectd.wait().expect("an end").success(), "{log}");
    let values = values.iter().map(|(name, value)| format!("{name}: {value}\n"));
    // What it says itself is about how busy the machine is. The plugin says the same in every round.
    let log = log.lines().filter(|line| OF_THE_PLUGIN.iter().any(|beginning| line.starts_with(beginning)));
    let log: BTreeSet<_> = log.map(|line| line.replace(uri, "URI") + "\n").collect();
    values.chain(log).collect()
}

fn assert_the_same(uri: &str) {
    let original = measured(Library::Original, uri);
    assert!(original.lines().count() > 30, "{original}");
    assert_same_lines(&original, &measured(Library::Ours, uri));
}

#[test]
fn domains_in_the_process_are_measured_the_same() {
    assert_the_same("test:///default");
}

#[test]
fn domains_of_a_daemon_are_measured_the_same() {
    let daemon = Daemon::start();
    assert_the_same(&format!("test+unix:///default?socket={}", daemon.socket().display()));
}
