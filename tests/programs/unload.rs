//! Programs that load the library and let it go again, as plugins do.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::{Library, Printed, guests, root, succeed};

/// `c-tests/loaded/unload.c`, which is not linked with the library.
fn program() -> PathBuf {
    let program = Path::new(env!("CARGO_TARGET_TMPDIR")).join("unload");
    succeed(
        Command::new("cc")
            .args(["-std=gnu11", "-g", "-Wall", "-Wextra", "-Werror", "-Wno-cast-function-type", "-o"])
            .arg(&program)
            .args(["c-tests/loaded/unload.c", "-ldl", "-pthread"])
            .current_dir(root()),
    );
    program
}

fn run(arguments: &[&str]) -> Printed {
    let printed = succeed(Library::Ours.command(program()).args(arguments));
    let loaded = printed.stderr.lines().find_map(|line| line.strip_prefix("library: "));
    Library::Ours.assert_is(loaded.expect("the program names the library"));
    printed
}

#[test]
fn a_thousand_times_with_threads_in_it_and_a_guest_leaves_nothing() {
    let expected = "rounds 1000, events 2000, calls in threads many, failures 0\n\
                    file descriptors left: 0, threads left: 0\n";
    assert_eq!(run(&["1000"]).stdout, expected);

    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("unload-root");
    let uri = format!("qemu:///embed?root={}", folder.display());
    let xml = format!(
        "<domain type='qemu'><name>unload</name><memory>16384</memory><os><type>hvm</type></os>\
         <devices><disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='{}/idle.img'/>\
         <target dev='hda' bus='ide'/></disk></devices></domain>",
        guests()
    );
    assert_eq!(
        run(&["1000", &uri, &xml]).stdout,
        format!("with a guest: threads of the library\n{expected}")
    );
}
