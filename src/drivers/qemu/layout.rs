//! Where things are under the driver's root: the original's folders and names.
//!
//! `etc` holds definitions and settings, `run` what belongs to running domains, `lib` their private folders,
//! `log` what QEMU printed, `cache` what could be found out again.

#![forbid(unsafe_code)]

use std::fs::DirBuilder;
use std::io;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use crate::error::{Error, ErrorDomain, Result};
use crate::ident::DomainId;

/// The folders and files of one driver.
#[derive(Clone, Debug)]
pub struct Layout {
    root: PathBuf,
}

/// Most characters of a domain's name in the name of its folder, as in the original.
const SHORT_NAME: usize = 20;

impl Layout {
    /// The layout under `root`, which need not exist.
    pub fn new(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }

    /// Makes the folders that are missing.
    ///
    /// # Errors
    /// `VIR_ERR_SYSTEM_ERROR` that names the folder; those that were made are gone again.
    pub fn prepare(&self) -> Result<()> {
        let mut made = Vec::new();
        let folders = [
            ("state", self.run()),
            ("lib", self.lib()),
            ("cache", self.cache()),
            ("log", self.log()),
            ("config", self.definitions()),
        ];
        for (what, folder) in folders {
            if let Err(cause) = make(&folder, &mut made) {
                for folder in made.iter().rev() {
                    // Somebody else may use it by now.
                    let _ = std::fs::remove_dir(folder);
                }
                let what = format!("Failed to create {what} dir {}", folder.display());
                return Err(Error::system(ErrorDomain::VIR_FROM_QEMU, what, &cause));
            }
        }
        Ok(())
    }

    /// The driver's settings.
    pub fn config_file(&self) -> PathBuf {
        self.root.join("etc/qemu.conf")
    }

    /// What is known about the versions of emulators.
    pub fn versions_file(&self) -> PathBuf {
        self.cache().join("versions")
    }

    /// The file whose lock says that a process uses this root.
    pub fn driver_pid_file(&self) -> PathBuf {
        self.run().join("driver.pid")
    }

    /// Folder of the definitions.
    pub fn definitions(&self) -> PathBuf {
        self.root.join("etc/qemu")
    }

    /// The definition of domain `name`.
    pub fn definition(&self, name: &str) -> PathBuf {
        self.definitions().join(format!("{name}.xml"))
    }

    /// What is there if domain `name` starts with the driver.
    pub fn autostart_link(&self, name: &str) -> PathBuf {
        self.definitions().join(format!("autostart/{name}.xml"))
    }

    /// Folder of what belongs to running domains.
    pub fn run(&self) -> PathBuf {
        self.root.join("run/qemu")
    }

    /// The state of running domain `name`.
    pub fn status(&self, name: &str) -> PathBuf {
        self.run().join(format!("{name}.xml"))
    }

    /// The process id of running domain `name`.
    pub fn pid_file(&self, name: &str) -> PathBuf {
        self.run().join(format!("{name}.pid"))
    }

    /// What QEMU prints for domain `name`, over all its runs.
    pub fn log_file(&self, name: &str) -> PathBuf {
        self.log().join(format!("{name}.log"))
    }

    /// The memory of a guest that crashed at a time.
    pub fn dump_file(&self, id: DomainId, name: &str, time: &str) -> PathBuf {
        self.lib().join("dump").join(format!("{}-{time}", short_name(id, name)))
    }

    /// The private folder of one run of a domain.
    pub fn domain_dir(&self, id: DomainId, name: &str) -> PathBuf {
        self.lib().join(format!("domain-{}", short_name(id, name)))
    }

    fn lib(&self) -> PathBuf {
        self.root.join("lib/qemu")
    }

    fn cache(&self) -> PathBuf {
        self.root.join("cache/qemu")
    }

    fn log(&self) -> PathBuf {
        self.root.join("log/qemu")
    }
}

/// The name of one run of a domain.
fn short_name(id: DomainId, name: &str) -> String {
    let short: String = name.chars().take(SHORT_NAME).collect();
    format!("{}-{short}", id.0)
}

/// Makes `folder` and its missing parents, and notes which.
fn make(folder: &Path, made: &mut Vec<PathBuf>) -> io::Result<()> {
    let create = || DirBuilder::new().mode(0o755).create(folder);
    let outcome = match create() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let parent = folder.parent().ok_or(error)?;
            make(parent, made)?;
            create()
        }
        outcome => outcome,
    };
    match outcome {
        Ok(()) => made.push(folder.to_owned()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => {}
        Err(error) => return Err(error),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn makes_folders_or_leaves_none() {
        let base = tempfile::tempdir().unwrap();
        let root = base.path().join("a/b");
        let layout = Layout::new(&root);
        layout.prepare().unwrap();
        layout.prepare().unwrap();
        assert!(root.join("run/qemu").is_dir() && root.join("etc/qemu").is_dir());
        assert_eq!(
            layout.domain_dir(DomainId(3), &"n".repeat(30)),
            root.join(format!("lib/qemu/domain-3-{}", "n".repeat(20)))
        );

        let root = base.path().join("c");
        std::fs::create_dir(&root).unwrap();
        std::fs::write(root.join("log"), "in the way").unwrap();
        let error = Layout::new(&root).prepare().unwrap_err();
        let folder = root.join("log/qemu");
        assert_eq!(
            error.message(),
            format!("Failed to create log dir {}: Not a directory", folder.display())
        );
        assert_eq!(std::fs::read_dir(&root).unwrap().count(), 1);
        assert!(Layout::new(Path::new("/proc/none")).prepare().is_err());
    }
}
