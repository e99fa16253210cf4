//! Files that are either there as a whole or not at all.

#![forbid(unsafe_code)]

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::os::fd::AsRawFd;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use crate::error::{Error, ErrorDomain, Result};

/// Writes `content` to `path` so that a crash at any moment leaves the old content or the new one: through a
/// temporary file beside it, which is then on the disk before it takes the name. `mode` says who can read it.
/// Two writers of one path have to take turns.
///
/// # Errors
/// `VIR_ERR_SYSTEM_ERROR`; the old file is as it was, and no temporary file is left.
pub fn replace(path: &Path, content: &str, mode: u32) -> Result<()> {
    let temporary = temporary(path);
    let outcome = write(&temporary, content, mode).and_then(|()| {
        fs::rename(&temporary, path).map_err(|e| {
            failed(format!("cannot rename file '{}' as '{}'", temporary.display(), path.display()), &e)
        })
    });
    if outcome.is_err() {
        // Nothing more can be done if even this fails.
        let _ = fs::remove_file(&temporary);
        return outcome;
    }
    // The name itself; a file system that cannot do this has nothing to be synced.
    if let Some(Ok(folder)) = path.parent().map(File::open) {
        let _ = folder.sync_all();
    }
    Ok(())
}

/// The absolute form of a path, without `.`, `..` and doubled slashes; links are not followed. As in the original two
/// slashes at the very beginning stay, and an empty path is the present folder.
///
/// # Errors
/// What the system said about the present folder.
pub fn absolute(path: &str) -> io::Result<String> {
    let folder = if path.starts_with('/') { String::new() } else { current_folder()? };
    let whole = format!("{folder}/{path}");
    let mut parts = Vec::new();
    for part in whole.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    let root = if path.starts_with("//") && !path.starts_with("///") { "//" } else { "/" };
    Ok(format!("{root}{}", parts.join("/")))
}

fn current_folder() -> io::Result<String> {
    let folder = std::env::current_dir()?.into_os_string();
    folder
        .into_string()
        .map_err(|_| io::Error::new(io::ErrorKind::InvalidData, "the name of the present folder"))
}

/// Removes a file; one that is not there is no error.
///
/// # Errors
/// What the system said.
pub fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Longest name of a socket in the file system (`sun_path`, without its NUL).
const SOCKET_PATH: usize = 107;

/// Runs `action` with a path to the same place that is short enough for a socket: a longer one goes through
/// its folder's file descriptor.
///
/// # Errors
/// Those of `action`, and of opening the folder.
pub fn short_path<T>(path: &Path, action: impl FnOnce(&Path) -> io::Result<T>) -> io::Result<T> {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { return action(path) };
    if path.as_os_str().len() <= SOCKET_PATH {
        return action(path);
    }
    let folder = File::open(folder)?;
    action(&Path::new("/proc/self/fd").join(folder.as_raw_fd().to_string()).join(name))
}

fn temporary(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".new");
    name.into()
}

fn write(path: &Path, content: &str, mode: u32) -> Result<()> {
    let shown = path.display();
    let mut options = OpenOptions::new();
    let mut file = options
        .write(true)
        .create(true)
        .truncate(true)
        .mode(mode)
        .open(path)
        .map_err(|e| failed(format!("Failed to create file '{shown}'"), &e))?;
    file.write_all(content.as_bytes())
        .map_err(|e| failed(format!("cannot write data to file '{shown}'"), &e))?;
    file.sync_all().map_err(|e| failed(format!("cannot sync file '{shown}'"), &e))
}

fn failed(what: String, cause: &io::Error) -> Error {
    Error::system(ErrorDomain::VIR_FROM_NONE, what, cause)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn replaces_and_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.xml");
        replace(&path, "one", 0o600).unwrap();
        replace(&path, "two", 0o600).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "two");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);

        let error = replace(&folder.path().join("no/x.xml"), "", 0o600).unwrap_err();
        assert!(error.message().ends_with("no/x.xml.new': No such file or directory"), "{error}");
        fs::create_dir(folder.path().join("taken")).unwrap();
        assert!(
            replace(&folder.path().join("taken"), "", 0o600)
                .unwrap_err()
                .message()
                .starts_with("cannot rename")
        );
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);

        remove(&path).unwrap();
        remove(&path).unwrap();
    }

    /// As measured on the original.
    #[test]
    fn absolute_paths() {
        for (path, wanted) in [
            ("/none", "/none"),
            ("//none", "//none"),
            ("///none//x", "/none/x"),
            ("/..", "/"),
            ("//", "//"),
            ("/./", "/"),
            ("/a/b/../c/", "/a/c"),
        ] {
            assert_eq!(absolute(path).unwrap(), wanted, "{path}");
        }
        let here = std::env::current_dir().unwrap().display().to_string();
        assert_eq!(absolute("").unwrap(), here);
        assert_eq!(absolute("x/../y").unwrap(), format!("{here}/y"));
    }

    #[test]
    fn sockets_can_be_deep_down() {
        use std::os::unix::net::{UnixListener, UnixStream};

        let folder = tempfile::tempdir().unwrap();
        let deep = folder.path().join("d".repeat(100)).join("e".repeat(100));
        fs::create_dir_all(&deep).unwrap();
        let path = deep.join("x.sock");
        let listener = short_path(&path, |path| UnixListener::bind(path)).unwrap();
        assert!(path.exists());
        short_path(&path, |path| UnixStream::connect(path)).unwrap();
        drop(listener);
    }
}
