//! File descriptors for QEMU.

#![forbid(unsafe_code)]

use std::os::fd::OwnedFd;

use serde::{Deserialize, Serialize};

use crate::monitor::json::{qmp, value};
use crate::monitor::protocol::unsupported;
use crate::monitor::text::hmp;

/// Descriptors under one number, of which QEMU takes the one with the right access for "/dev/fdset/NUMBER".
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct FdSet {
    /// The number.
    pub fdset_id: i64,
    /// Its descriptors.
    pub fds: Vec<Fd>,
}

/// A descriptor of a set.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Fd {
    /// Its number in QEMU.
    pub fd: i64,
    /// The word that came with it.
    pub opaque: Option<String>,
}

#[derive(Serialize)]
struct Name<'a> {
    fdname: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Add<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    fdset_id: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    opaque: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Remove {
    fdset_id: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    fd: Option<i64>,
}

/// QEMU's answer to add-fd.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Added {
    fdset_id: i64,
    fd: i64,
}

commands! {
    /// Gives QEMU a descriptor under a name that starts with no digit, in place of one that has the name.
    fn getfd(name: &str, fd: OwnedFd) -> () {
        json: qmp("getfd").with(&Name { fdname: name }).fd(fd).nothing(),
        text: hmp("getfd").quoted(name).fd(fd).silent(),
    }
    /// Lets QEMU close a descriptor that nothing has taken.
    fn closefd(name: &str) -> () {
        json: qmp("closefd").with(&Name { fdname: name }).nothing(),
        text: hmp("closefd").quoted(name).silent(),
    }
    /// Gives QEMU a descriptor in a set, a new one without `set`; returns the set, and the descriptor's number in QEMU.
    fn add_fd(set: Option<i64>, opaque: Option<&str>, fd: OwnedFd) -> (i64, i64) {
        json: qmp("add-fd").with(&Add { fdset_id: set, opaque }).fd(fd).read(|reply| {
            value(reply).map(|added: Added| (added.fdset_id, added.fd))
        }),
        text: unsupported("add-fd"),
    }
    /// Takes a descriptor, or all of them, out of a set.
    fn remove_fd(set: i64, fd: Option<i64>) -> () {
        json: qmp("remove-fd").with(&Remove { fdset_id: set, fd }).nothing(),
        text: unsupported("remove-fd"),
    }
    /// The sets.
    fn query_fdsets() -> Vec<FdSet> {
        json: qmp("query-fdsets").read(value),
        text: unsupported("query-fdsets"),
    }
}
