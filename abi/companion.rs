//! For the build scripts of companion libraries: links one with the version nodes of its tables, and to the
//! `libvirt.so.0` of the same profile.

use std::env;
use std::path::Path;

#[path = "symver.rs"]
mod symver;

/// Links `LIBRARY.so.0`; the calling build script's package stands beside the folder `abi`.
pub fn link(library: &str) {
    symver::link(Path::new("../abi"), library);
    let out = env::var("OUT_DIR").expect("set by cargo");
    // OUT_DIR is PROFILE/build/PACKAGE/out. There is no cargo dependency on the main package, which would hand
    // its own linker arguments on: it has to be built first.
    let profile = Path::new(&out).ancestors().nth(3).expect("cargo's layout");
    println!("cargo::rerun-if-changed={}", profile.join("libvirt.so").display());
    println!("cargo::rustc-cdylib-link-arg=-L{}", profile.display());
    println!("cargo::rustc-cdylib-link-arg=-Wl,--no-as-needed");
    println!("cargo::rustc-cdylib-link-arg=-l:libvirt.so");
}
