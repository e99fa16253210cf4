//! Where files of the user are, by the XDG base directory specification and as libvirt finds them.

#![forbid(unsafe_code)]

use std::env;
use std::path::PathBuf;

/// `variable` if it is set and not empty, else `default` in the user's home.
fn dir(variable: &str, default: &str) -> PathBuf {
    env::var_os(variable)
        .filter(|dir| !dir.is_empty())
        .map_or_else(|| env::home_dir().unwrap_or_default().join(default), PathBuf::from)
}

/// Settings of the user's libvirt.
pub fn config_dir() -> PathBuf {
    dir("XDG_CONFIG_HOME", ".config").join("libvirt")
}

/// Sockets of the user's daemons.
pub fn runtime_dir() -> PathBuf {
    env::var_os("XDG_RUNTIME_DIR")
        .filter(|dir| !dir.is_empty())
        .map_or_else(|| dir("XDG_CACHE_HOME", ".cache"), PathBuf::from)
        .join("libvirt")
}
