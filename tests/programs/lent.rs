//! Programs for a user without rights.

#![forbid(unsafe_code)]

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::libvirtd::without_rights;
use crate::support::{Library, root, succeed};

/// A program, its library and its data where a user without rights finds them: the clone may lie where only root may
/// look, and the loader would take the original then.
pub struct Lent {
    library: Library,
    program: PathBuf,
    folder: TempDir,
}

impl Lent {
    pub fn new(library: Library, program: &Path) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).expect("permissions");
        let copy = |from: &Path| {
            let to = folder.path().join(from.file_name().expect("a name"));
            fs::copy(from, &to).unwrap_or_else(|e| panic!("{}: {e}", from.display()));
            to
        };
        if library == Library::Ours {
            for name in ["libvirt", "libvirt-qemu", "libvirt-lxc", "libvirt-admin"] {
                copy(&library.dir().join(format!("{name}.so.0")));
            }
        }
        let program = copy(program);
        let script = "mkdir -p tests/data && cp -r \"$1\"/domain-xml-test \"$1\"/redefine.txt tests/data && chmod -R a+rX .";
        let data = root().join("tests/data");
        succeed(Command::new("sh").args(["-c", script, "sh"]).arg(data).current_dir(&folder));
        let lent = Self { library, program, folder };
        // The loader's own answer, as that user gets it.
        let trace = succeed(&mut lent.command(&["env", "LD_TRACE_LOADED_OBJECTS=1"])).stdout;
        let expected = format!("libvirt.so.0 => {}/", lent.library_dir().display());
        assert!(trace.contains(&expected), "the program runs on another library: {trace}");
        lent
    }

    fn library_dir(&self) -> PathBuf {
        match self.library {
            Library::Original => self.library.dir(),
            Library::Ours => self.folder.path().to_owned(),
        }
    }

    /// A command that runs the program, by way of `runner`, as a user without rights.
    pub fn command(&self, runner: &[&str]) -> Command {
        let mut command = self.library.command("setpriv");
        command.args(without_rights()).args(runner).arg(&self.program);
        command.env("LD_LIBRARY_PATH", self.library_dir()).current_dir(&self.folder);
        command
    }
    /// As [`Self::command`], with valgrind, which must not complain.
    pub fn valgrind(&self) -> Command {
        let suppressions = self.folder.path().join("valgrind.supp");
        fs::copy(root().join("tests/valgrind.supp"), &suppressions).expect("a file");
        self.command(&[
            "valgrind",
            "--quiet",
            "--leak-check=full",
            "--errors-for-leak-kinds=definite",
            "--error-exitcode=9",
            &format!("--suppressions={}", suppressions.display()),
        ])
    }
}
