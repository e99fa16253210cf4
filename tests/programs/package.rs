//! What `make install` and `make deb` leave: programs build against it, and the package comes and goes without a trace.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::{Library, root, succeed};

/// A folder of these tests with that name, which does not exist yet.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("the last run's folder");
    }
    folder
}

/// Makes a target of what is built.
pub fn make(target: &str) -> Command {
    // Fails with a clear text if the build is stale.
    Library::Ours.dir();
    let mut command = Command::new("make");
    // Not even copying what is up to date: other tests link with it meanwhile.
    command.args(["--silent", "--assume-old=all", target]).current_dir(root());
    // Where somebody wants things installed who runs these tests by `make` is none of our business.
    for variable in ["PREFIX", "LIBDIR", "INCLUDEDIR", "BINDIR", "DATADIR", "DESTDIR", "MAKEFLAGS"] {
        command.env_remove(variable);
    }
    command
}

fn c_files(dir: &str) -> Vec<PathBuf> {
    let paths = fs::read_dir(root().join(dir)).expect(dir).map(|entry| entry.expect("an entry").path());
    paths.filter(|path| path.extension().is_some_and(|it| it == "c")).collect()
}

#[test]
fn programs_build_against_the_installed_tree() {
    let tree = folder("installed");
    succeed(make("install").env("DESTDIR", &tree).env("PREFIX", "/opt/oxvirt"));
    let pkg_config = |what: &str| {
        let mut command = Command::new("pkg-config");
        command
            .args([what, "libvirt", "libvirt-qemu", "libvirt-lxc", "libvirt-admin"])
            .env("PKG_CONFIG_SYSROOT_DIR", &tree);
        succeed(command.env("PKG_CONFIG_LIBDIR", tree.join("opt/oxvirt/lib/pkgconfig"))).stdout
    };
    let (cflags, libs) = (pkg_config("--cflags"), pkg_config("--libs"));
    assert!(cflags.contains("/opt/oxvirt/include"), "{cflags}");

    let sources = [c_files("c-tests"), c_files("c-tests/ours")].concat();
    assert!(sources.len() > 10, "{sources:?}");
    let program = tree.join("program");
    for source in sources {
        succeed(
            Command::new("cc")
                .args([
                    "-std=gnu11",
                    "-Wall",
                    "-Wextra",
                    "-Werror",
                    "-Wno-cast-function-type",
                    "-pthread",
                    "-o",
                ])
                .arg(&program)
                .arg(&source)
                .args(cflags.split_whitespace())
                .args(libs.split_whitespace()),
        );
    }
    let trace = succeed(
        Command::new(tree.join("opt/oxvirt/bin/oxvirt-run"))
            .args(["--check", "--library-folder"])
            .arg(tree.join("opt/oxvirt/lib"))
            .arg(&program),
    );
    assert!(trace.stderr.contains("gets oxvirt"), "{}", trace.stderr);
}

#[test]
fn the_package_lies_beside_the_original_and_leaves_nothing() {
    succeed(&mut make("deb"));
    let package = root().join(concat!("build/oxvirt_", env!("CARGO_PKG_VERSION"), "_amd64.deb"));
    let printed = succeed(Command::new(root().join("tests/programs/package.sh")).arg(package)).stdout;
    let part = |title: &str| {
        let after = printed.split_once(&format!("== {title}\n")).expect(title).1;
        after.split("== ").next().expect("a part").to_owned()
    };
    let original = part("installed, not switched on");
    assert!(original.starts_with("9000000 1\noff: "), "{original}");
    let run = part("by oxvirt-run");
    assert!(run.contains("python3 would get oxvirt: /usr/lib/oxvirt/libvirt.so.0\n12008000 1\n"), "{run}");
    let built = part("building against it");
    assert!(built.starts_with("12.8.0\n12.8.0\n12008000 1\n"), "{built}");
    assert!(built.contains("./program gets oxvirt: "), "{built}");
    let on = part("switched on");
    assert!(on.starts_with("on: programs that start now get /usr/lib/oxvirt/libvirt.so.0\non: "), "{on}");
    assert!(on.contains("\n12008000 1\n"), "{on}");
    assert!(part("switched off").ends_with("9000000 1\n"), "{printed}");
    assert_eq!(part("removed while switched on"), "9000000 1\nnothing is left\n");
}
