//! A C source tree that knows nothing of us: libvirt-python builds against what `make install` leaves as it does
//! against Debian's libvirt-dev, and what was built against either runs on either. Its C code is made of the API
//! description that pkg-config names; the results are those of its own tests.
//!
//! `tools/setup-debian.sh` fetches the sources.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use crate::bindings::{assert_ran_on, assert_same_where_supported};
use crate::package::{folder, make};
use crate::support::{Library, assert_same_lines, root, succeed};

/// Debian's folder of pkg-config files.
const DEBIAN: &str = "/usr/lib/x86_64-linux-gnu/pkgconfig";

/// What the sources are built against.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tree {
    Debian,
    Ours,
    /// Our headers and libraries with Debian's API description. Ours names functions of 12.8.0: sources as old as
    /// Debian's library cannot do with them, and what newer ones make of them needs a library that has them.
    OursAsOld,
}

impl Tree {
    /// The folder of its pkg-config files.
    fn pkg_config(self) -> PathBuf {
        match self {
            Tree::Debian => DEBIAN.into(),
            Tree::Ours => installed().join("lib/pkgconfig"),
            Tree::OursAsOld => installed().join("lib/pkgconfig-old"),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Tree::Debian => "debian",
            Tree::Ours => "ours",
            Tree::OursAsOld => "ours-as-old",
        }
    }
}

/// What `make install` leaves, in a folder of its own.
fn installed() -> &'static Path {
    static INSTALLED: OnceLock<PathBuf> = OnceLock::new();
    INSTALLED.get_or_init(|| {
        let tree = folder("sources-installed");
        succeed(make("install").env("PREFIX", &tree));

        let (new, old) = (tree.join("lib/pkgconfig"), tree.join("lib/pkgconfig-old"));
        fs::create_dir(&old).expect("a new folder");
        let share = tree.join("share").display().to_string();
        for file in fs::read_dir(new).expect("pkg-config files") {
            let file = file.expect("an entry");
            let text =
                fs::read_to_string(file.path()).expect("a pkg-config file").replace(&share, "/usr/share");
            fs::write(old.join(file.file_name()), text).expect("a new file");
        }
        tree
    })
}

/// Builds a version of libvirt-python; returns its folder, in which `lib` has the modules.
fn built(version: &str, tree: Tree) -> PathBuf {
    let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let cache =
        cache.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cache"))).expect("a home");
    let archive = cache.join(format!("oxvirt/libvirt-python-{version}.tar.gz"));
    assert!(archive.exists(), "{} is missing; tools/setup-debian.sh fetches it", archive.display());

    let dir = folder(&format!("libvirt-python-{version}-{}", tree.name()));
    fs::create_dir(&dir).expect("a new folder");
    succeed(Command::new("tar").args(["--strip-components=1", "-xf"]).arg(archive).arg("-C").arg(&dir));
    let built = succeed(
        Command::new("/usr/bin/python3")
            .args(["setup.py", "build", "--build-lib", "lib"])
            .current_dir(&dir)
            .env("PKG_CONFIG_LIBDIR", tree.pkg_config())
            // They need not be fast.
            .env("CFLAGS", "-O0"),
    );
    let ours = format!("-I{}", installed().join("include").display());
    assert_eq!(built.stdout.contains(&ours), tree != Tree::Debian, "{}", built.stdout);
    dir
}

/// How the tests of the libvirt-python in `dir` end, one per line.
fn tests(dir: &Path, library: Library, tree: Tree) -> String {
    let printed = succeed(
        library
            .command("/usr/bin/python3")
            .arg("-B")
            .arg(root().join("tests/python/suite.py"))
            .arg("tests")
            .current_dir(dir)
            .env("PYTHONPATH", dir.join("lib"))
            // Its own check that every function of the API description can be reached from Python.
            .env("LIBVIRT_API_COVERAGE", "1")
            .env("PKG_CONFIG_LIBDIR", tree.pkg_config()),
    );
    assert_ran_on(library, &printed);
    let module = format!("module: {}\n", dir.join("lib/libvirt.py").display());
    assert!(printed.stderr.contains(&module), "{}", printed.stderr);
    printed.stdout
}

/// Fails unless the tests that end with "ok" are at least so many.
fn assert_passed(tests: &str, number: usize) {
    let passed = tests.lines().filter(|line| line.ends_with(" ok")).count();
    assert!(passed >= number, "{passed} of {}\n{tests}", tests.lines().count());
}

#[test]
fn pkg_config_tells_what_it_tells_of_debians() {
    for library in ["libvirt", "libvirt-qemu", "libvirt-lxc", "libvirt-admin"] {
        let pkg_config = |tree: Tree, question: &str| {
            let mut command = Command::new("pkg-config");
            succeed(command.args([question, library]).env("PKG_CONFIG_LIBDIR", tree.pkg_config())).stdout
        };
        let variables = |tree| pkg_config(tree, "--print-variables").lines().map(str::to_owned).collect();
        let [ours, debians]: [BTreeSet<_>; 2] = [Tree::Ours, Tree::Debian].map(variables);
        assert_eq!(ours, debians, "{library}");
        for variable in ours.iter().filter(|variable| variable.ends_with("_api")) {
            let [ours, debians] = [Tree::Ours, Tree::Debian]
                .map(|tree| PathBuf::from(pkg_config(tree, &format!("--variable={variable}")).trim_end()));
            assert_eq!(ours.file_name(), debians.file_name(), "{library} {variable}");
            assert!(ours.starts_with(installed()) && ours.exists(), "{}", ours.display());
        }
        assert_eq!(pkg_config(Tree::Ours, "--print-requires"), pkg_config(Tree::Debian, "--print-requires"));
    }
}

#[test]
fn what_was_built_against_either_runs_on_either() {
    let [[original, ours], [original_again, ours_again]] = [Tree::Debian, Tree::OursAsOld].map(|tree| {
        let dir = built("9.0.0", tree);
        [Library::Original, Library::Ours].map(|library| tests(&dir, library, tree))
    });
    assert_passed(&original, 16);
    assert_same_lines(&original, &original_again);
    assert_same_where_supported(&original, &ours);
    assert_same_where_supported(&original, &ours_again);
}

#[test]
fn what_uses_all_of_12_8_0_runs_on_ours() {
    let (old, new) = (built("12.8.0", Tree::Debian), built("12.8.0", Tree::Ours));
    let original = tests(&old, Library::Original, Tree::Debian);
    assert_passed(&original, 127);
    assert_same_where_supported(&original, &tests(&old, Library::Ours, Tree::Debian));
    assert_same_where_supported(&original, &tests(&new, Library::Ours, Tree::Ours));
}
