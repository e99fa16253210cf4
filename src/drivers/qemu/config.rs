//! The driver's settings: `qemu.conf` in the original's syntax, with the original's names.
//!
//! Names that mean something to this driver are fields of [`Config`]. The others that the original knows are
//! checked for their kind and have no effect; unknown ones are named in the log.

#![forbid(unsafe_code)]

use std::path::Path;
use std::time::Duration;

use nix::unistd::{AccessFlags, access};

use crate::error::{Error, ErrorDomain, Result};
use crate::monitor::{Options, Protocol};
use crate::util::conf_file::ConfFile;
use crate::util::process::Process;

/// Settings that have an effect.
#[derive(Clone, PartialEq, Eq)]
pub struct Config {
    /// Where VNC servers listen whose XML does not say it.
    pub vnc_listen: String,
    /// The password of VNC servers whose XML has none.
    pub vnc_password: Option<String>,
    /// First and last port for VNC servers whose XML leaves the choice to the driver.
    pub display_ports: (u16, u16),
    /// The same for browsers.
    pub websocket_ports: (u16, u16),
    /// The language of all monitors; without it the version of the emulator decides.
    pub monitor_protocol: Option<Protocol>,
    /// How long a command that QEMU carries out at once may take, and a call that waits for another one.
    pub monitor_timeout: Duration,
    /// The same for a command that waits for storage or the guest.
    pub monitor_slow_timeout: Duration,
}

/// The lowest port that the original gives to browsers.
const FIRST_WEBSOCKET_PORT: u16 = 5700;

/// VNC's display 0, below which no display port can lie.
const FIRST_DISPLAY_PORT: u16 = 5900;

/// A day: longer than anybody waits, and safe to calculate with.
const MOST_SECONDS: u64 = 24 * 60 * 60;

impl Default for Config {
    fn default() -> Self {
        let monitor = Options::default();
        Self {
            vnc_listen: "127.0.0.1".to_owned(),
            vnc_password: None,
            display_ports: (FIRST_DISPLAY_PORT, u16::MAX),
            websocket_ports: (FIRST_WEBSOCKET_PORT, u16::MAX),
            monitor_protocol: None,
            monitor_timeout: monitor.quick,
            monitor_slow_timeout: monitor.slow,
        }
    }
}

impl Config {
    /// Reads the file at `path`; the defaults if there is none.
    ///
    /// # Errors
    /// `VIR_ERR_SYSTEM_ERROR` if it cannot be read, and those of [`ConfFile::parse`] and [`Self::understand`].
    pub fn read(path: &Path) -> Result<Self> {
        // As libvirt: a file that is not ours to read is none.
        if access(path, AccessFlags::R_OK).is_err() {
            return Ok(Self::default());
        }
        let file = ConfFile::read(path)?;
        file.map_or_else(|| Ok(Self::default()), |file| Self::understand(&file))
    }

    /// What the settings in `file` mean.
    ///
    /// # Errors
    /// `VIR_ERR_CONF_SYNTAX` or `VIR_ERR_INTERNAL_ERROR` if it cannot be understood.
    pub fn understand(file: &ConfFile) -> Result<Self> {
        for name in file.names() {
            check_kind(file, name)?;
        }
        let mut config = Self::default();
        if let Some(listen) = file.text("vnc_listen")? {
            listen.clone_into(&mut config.vnc_listen);
        }
        config.vnc_password = file.text("vnc_password")?.map(str::to_owned);
        config.display_ports = ports(file, "remote_display", FIRST_DISPLAY_PORT)?;
        config.websocket_ports = ports(file, "remote_websocket", FIRST_WEBSOCKET_PORT)?;
        config.monitor_protocol = protocol(file)?;
        config.monitor_timeout = seconds(file, "monitor_timeout", config.monitor_timeout)?;
        config.monitor_slow_timeout = seconds(file, "monitor_slow_timeout", config.monitor_slow_timeout)?;
        Ok(config)
    }

    /// What the monitor of `process` is opened with.
    pub fn monitor_options(&self, protocol: Protocol, process: &Process) -> Options {
        Options {
            protocol,
            quick: self.monitor_timeout,
            slow: self.monitor_slow_timeout,
            // Without it a start that fails only takes longer.
            peer: process.watch_fd().ok(),
            ..Options::default()
        }
    }
}

/// The language that `monitor_protocol` names.
fn protocol(file: &ConfFile) -> Result<Option<Protocol>> {
    const NAME: &str = "monitor_protocol";
    let Some(word) = file.text(NAME)? else { return Ok(None) };
    let known = [Protocol::Json, Protocol::Text].into_iter().find(|protocol| protocol.to_string() == word);
    let rule = || format!("'{word}' is neither 'json' nor 'text'");
    known.map(Some).ok_or_else(|| setting_error(file.title(), NAME, &rule()))
}

/// A time that a setting gives in seconds.
fn seconds(file: &ConfFile, name: &str, default: Duration) -> Result<Duration> {
    match file.number(name)? {
        Some(seconds) if (1..=MOST_SECONDS).contains(&seconds) => Ok(Duration::from_secs(seconds)),
        Some(_) => {
            let rule = format!("must be from 1 to {MOST_SECONDS} seconds");
            Err(setting_error(file.title(), name, &rule))
        }
        None => Ok(default),
    }
}

/// The range that two settings give, from `lowest` on.
fn ports(file: &ConfFile, prefix: &str, lowest: u16) -> Result<(u16, u16)> {
    let read = |end: &str, lowest: u16, default: u16, rule: String| -> Result<u16> {
        let name = format!("{prefix}_port_{end}");
        let Some(port) = file.number(&name)? else { return Ok(default) };
        let port = u16::try_from(port).ok().filter(|port| *port >= lowest);
        port.ok_or_else(|| setting_error(file.title(), &name, &rule))
    };
    let min = read("min", lowest, lowest, format!("port must be greater than or equal to {lowest}"))?;
    let rule = format!("port must be between the minimal port and {}", u16::MAX);
    Ok((min, read("max", min, u16::MAX, rule)?))
}

fn setting_error(title: &str, name: &str, rule: &str) -> Error {
    Error::internal(ErrorDomain::VIR_FROM_QEMU, format!("{title}: {name}: {rule}"))
}

/// The kind of value that the original expects for a name.
#[derive(Clone, Copy)]
enum Kind {
    Flag,
    Number,
    Text,
    Texts,
    /// Several kinds are possible.
    Any,
}

fn check_kind(file: &ConfFile, name: &str) -> Result<()> {
    let Some((kind, _)) = KNOWN.iter().find(|(_, names)| names.contains(&name)) else {
        log::warn!("qemu.conf: unknown setting '{name}'");
        return Ok(());
    };
    match kind {
        Kind::Flag => file.flag(name).map(drop),
        Kind::Number => file.number(name).map(drop),
        Kind::Text => file.text(name).map(drop),
        Kind::Texts => file.texts(name).map(drop),
        Kind::Any => Ok(()),
    }
}

/// The settings of libvirt's `qemu.conf` (as Debian's 9.0 lists them), and those about the monitor, which are ours.
const KNOWN: &[(Kind, &[&str])] = &[
    (
        Kind::Flag,
        &[
            "auto_dump_bypass_cache",
            "auto_start_bypass_cache",
            "backup_tls_x509_verify",
            "chardev_tls",
            "chardev_tls_x509_verify",
            "default_tls_x509_verify",
            "dump_guest_core",
            "dynamic_ownership",
            "log_timestamp",
            "mac_filter",
            "migrate_tls_force",
            "migrate_tls_x509_verify",
            "nbd_tls",
            "nographics_allow_host_audio",
            "relaxed_acs_check",
            "remember_owner",
            "security_default_confined",
            "security_require_confined",
            "set_process_name",
            "spice_auto_unix_socket",
            "spice_sasl",
            "spice_tls",
            "virtiofsd_debug",
            "vnc_allow_host_audio",
            "vnc_auto_unix_socket",
            "vnc_sasl",
            "vnc_tls",
            "vnc_tls_x509_verify",
            "vxhs_tls",
        ],
    ),
    (
        Kind::Number,
        &[
            "gluster_debug_level",
            "keepalive_count",
            "max_files",
            "max_processes",
            "max_queued",
            "max_threads_per_process",
            "migration_port_max",
            "migration_port_min",
            "monitor_slow_timeout",
            "monitor_timeout",
            "remote_display_port_max",
            "remote_display_port_min",
            "remote_websocket_port_max",
            "remote_websocket_port_min",
        ],
    ),
    (
        Kind::Text,
        &[
            "auto_dump_path",
            "backup_tls_x509_cert_dir",
            "backup_tls_x509_secret_uuid",
            "bridge_helper",
            "chardev_tls_x509_cert_dir",
            "chardev_tls_x509_secret_uuid",
            "dbus_daemon",
            "default_tls_x509_cert_dir",
            "default_tls_x509_secret_uuid",
            "deprecation_behavior",
            "dump_image_format",
            "group",
            "lock_manager",
            "memory_backing_dir",
            "migrate_tls_x509_cert_dir",
            "migrate_tls_x509_secret_uuid",
            "migration_address",
            "migration_host",
            "monitor_protocol",
            "nbd_tls_x509_cert_dir",
            "nbd_tls_x509_secret_uuid",
            "pr_helper",
            "save_image_format",
            "sched_core",
            "slirp_helper",
            "snapshot_image_format",
            "spice_listen",
            "spice_password",
            "spice_sasl_dir",
            "spice_tls_x509_cert_dir",
            "stdio_handler",
            "swtpm_group",
            "swtpm_user",
            "user",
            "vnc_listen",
            "vnc_password",
            "vnc_sasl_dir",
            "vnc_tls_x509_cert_dir",
            "vnc_tls_x509_secret_uuid",
            "vxhs_tls_x509_cert_dir",
            "vxhs_tls_x509_secret_uuid",
        ],
    ),
    (Kind::Texts, &["capability_filters", "cgroup_controllers", "cgroup_device_acl", "namespaces", "nvram"]),
    (Kind::Any, &["hugetlbfs_mount", "keepalive_interval", "max_core", "seccomp_sandbox", "security_driver"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(text: &str, title: &str) -> Result<Config> {
        Config::understand(&ConfFile::parse(text, title)?)
    }

    #[test]
    fn takes_what_has_an_effect() {
        let text = "vnc_listen = \"0.0.0.0\"\nvnc_password = \"pw\"\nuser = \"root\"\nmax_core = \"unlimited\"\n\
                    remote_display_port_min = 6000\nremote_display_port_max = 6001\nnever_heard = 1\n";
        let config = read_text(text, "f").unwrap();
        assert_eq!(config.vnc_listen, "0.0.0.0");
        assert_eq!(config.vnc_password.as_deref(), Some("pw"));
        assert_eq!(config.display_ports, (6000, 6001));
        assert!(config.monitor_protocol.is_none());
        let config = read_text("monitor_protocol = \"text\"\nmonitor_timeout = 2\n", "f").unwrap();
        assert_eq!(config.monitor_protocol, Some(Protocol::Text));
        assert_eq!(config.monitor_timeout, Duration::from_secs(2));
        assert_eq!(config.monitor_slow_timeout, Config::default().monitor_slow_timeout);
    }

    #[test]
    fn refuses_what_the_original_refuses() {
        for (text, message) in [
            ("vnc_listen = 1", "expected a string for 'vnc_listen' parameter"),
            ("vnc_tls = \"yes\"", "expected a bool for 'vnc_tls' parameter"),
            ("namespaces = \"x\"", "expected a string list for 'namespaces' parameter"),
            (
                "remote_display_port_min = 100",
                "remote_display_port_min: port must be greater than or equal to 5900",
            ),
            (
                "remote_display_port_max = 70000",
                "remote_display_port_max: port must be between the minimal port and 65535",
            ),
            (
                "remote_display_port_min = 6000\nremote_display_port_max = 5950",
                "remote_display_port_max: port must be between the minimal port and 65535",
            ),
            ("monitor_protocol = \"qmp\"", "monitor_protocol: 'qmp' is neither 'json' nor 'text'"),
            ("monitor_protocol = 1", "expected a string for 'monitor_protocol' parameter"),
            ("monitor_timeout = 0", "monitor_timeout: must be from 1 to 86400 seconds"),
            ("monitor_slow_timeout = 86401", "monitor_slow_timeout: must be from 1 to 86400 seconds"),
        ] {
            let error = read_text(text, "/f").err().expect(text);
            assert_eq!(error.message(), format!("internal error: /f: {message}"));
        }
    }

    #[test]
    fn a_missing_file_means_the_defaults() {
        assert!(Config::read(Path::new("/nonexistent/qemu.conf")).unwrap() == Config::default());
        let error = Config::read(Path::new("/etc")).err().expect("a folder");
        assert_eq!(error.message(), "Failed to read file '/etc': Is a directory");
    }
}
