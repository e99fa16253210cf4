//! Entering what a container consists of: namespaces and security labels. Only for the calling process; no container
//! is looked at here.

#![forbid(unsafe_code)]

use std::ffi::CStr;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::os::fd::{BorrowedFd, OwnedFd};
use std::process;

use nix::errno::Errno;
use nix::sched::{CloneFlags, setns};

use crate::error::{Error, ErrorCode, ErrorDomain, Result};

/// Where errors about containers come from, as libvirt's.
const FROM: ErrorDomain = ErrorDomain::VIR_FROM_NONE;

/// The kinds of namespaces, in the order in which libvirt gives them out and enters them.
const NAMESPACES: [&str; 6] = ["user", "ipc", "uts", "net", "pid", "mnt"];

/// The present namespaces of this process.
pub fn own_namespaces() -> Result<Vec<OwnedFd>> {
    let open = |kind| {
        let path = format!("/proc/self/ns/{kind}");
        match File::open(&path) {
            Ok(file) => Some(Ok(file.into())),
            // A kernel without this kind.
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => Some(Err(Error::system(FROM, format!("Unable to open {path}"), &error))),
        }
    };
    NAMESPACES.iter().filter_map(open).collect()
}

/// Moves the calling thread into `namespaces`, in their order. As in the original, one that cannot be entered because
/// the process is in it already, or that is no namespace at all, is passed over.
pub fn enter_namespaces(namespaces: &[BorrowedFd]) -> Result<()> {
    for namespace in namespaces {
        match setns(namespace, CloneFlags::empty()) {
            Ok(()) | Err(Errno::EINVAL) => {}
            Err(error) => return Err(Error::system(FROM, "Unable to join domain namespace", &error.into())),
        }
    }
    Ok(())
}

/// A security label of this process.
pub struct Label {
    /// The label as the kernel says it, without the NUL.
    pub text: Vec<u8>,
    /// Whether the policy is enforced.
    pub enforcing: bool,
}

/// Takes on `label` of the security model `model`, for the programs that the calling thread executes (selinux) or at
/// once (apparmor). Returns the label before, if `want_old` and the model tells it.
pub fn enter_label(model: &CStr, label: &CStr, want_old: bool) -> Result<Option<Label>> {
    match model.to_bytes() {
        b"none" => Ok(None),
        b"selinux" => {
            let old = if want_old { Some(selinux_label()?) } else { None };
            let set = write("/proc/thread-self/attr/exec", label.to_bytes_with_nul());
            set.map_err(|error| {
                Error::system(FROM, format!("Cannot set context {}", label.to_string_lossy()), &error)
            })?;
            Ok(old)
        }
        b"apparmor" => {
            let command = [b"changeprofile ", label.to_bytes()].concat();
            let set = write("/proc/thread-self/attr/apparmor/current", &command)
                // Kernels before 5.8 have no folder for each model.
                .or_else(|_| write("/proc/thread-self/attr/current", &command));
            set.map_err(|error| {
                Error::system(FROM, format!("error changing profile to {}", label.to_string_lossy()), &error)
            })?;
            Ok(None)
        }
        _ => {
            let text = format!("Security model {} cannot be entered", model.to_string_lossy());
            Err(Error::new(ErrorCode::VIR_ERR_ARGUMENT_UNSUPPORTED, FROM, text))
        }
    }
}

fn write(path: &str, bytes: &[u8]) -> io::Result<()> {
    OpenOptions::new().write(true).open(path)?.write_all(bytes)
}

fn selinux_label() -> Result<Label> {
    let mut text = fs::read("/proc/thread-self/attr/current").map_err(|error| {
        Error::system(FROM, format!("unable to get PID {} security context", process::id()), &error)
    })?;
    let end = text.iter().position(|byte| *byte == 0).unwrap_or(text.len());
    text.truncate(end);
    let enforce = fs::read("/sys/fs/selinux/enforce")
        .map_err(|error| Error::system(FROM, "error calling security_getenforce()", &error))?;
    Ok(Label { text, enforcing: enforce.first() == Some(&b'1') })
}
