//! Turns the tables in `abi/` into the linker's version map and the `symver!` macro.
//!
//! `libvirt.map` declares every node with its symbols; `symver.rs` has one arm per exported symbol, so
//! that a name missing from the table does not compile and a table entry without function does not link.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Lines of a table as words, without comments.
fn rows(path: &Path) -> Vec<Vec<String>> {
    println!("cargo::rerun-if-changed={}", path.display());
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .map(|line| line.split_whitespace().map(str::to_owned).collect())
        .collect()
}

fn main() {
    let abi = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("set by cargo")).join("abi");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("set by cargo"));
    let nodes = rows(&abi.join("libvirt.nodes"));
    let symbols = rows(&abi.join("libvirt.symbols"));

    let mut map = String::new();
    for (index, node) in nodes.iter().enumerate() {
        let name = &node[0];
        let _ = writeln!(map, "{name} {{");
        let members: Vec<_> = symbols.iter().filter(|row| &row[1] == name).collect();
        if !members.is_empty() {
            map.push_str("  global:\n");
        }
        for row in members {
            let _ = writeln!(map, "    {};", row[0]);
        }
        if index == 0 {
            map.push_str("  local: *;\n");
        }
        let _ = writeln!(map, "}} {};", node.get(1).map_or("", String::as_str));
    }
    fs::write(out.join("libvirt.map"), map).expect("OUT_DIR is writable");

    let mut arms = String::from(
        "/// Gives an exported function its version node; stands right before the function.\nmacro_rules! symver {\n",
    );
    for row in &symbols {
        let (name, node) = (&row[0], &row[1]);
        // Three at-signs: LLD and GNU ld both accept the object, and no duplicate symbol arises.
        let _ = writeln!(
            arms,
            "    ({name}) => {{ ::core::arch::global_asm!(\".symver {name}, {name}@@@{node}\"); }};"
        );
    }
    arms.push_str("}\n");
    fs::write(out.join("symver.rs"), arms).expect("OUT_DIR is writable");

    let map = out.join("libvirt.map");
    println!("cargo::rustc-cdylib-link-arg=-Wl,-soname,libvirt.so.0");
    println!("cargo::rustc-cdylib-link-arg=-Wl,--version-script={}", map.display());
    println!("cargo::rustc-cdylib-link-arg=-Wl,-z,nodelete");
    println!("cargo::rustc-cdylib-link-arg=-Wl,-z,relro,-z,now");
    // A sanitizer's runtime symbols come from the program, so there the library keeps them undefined.
    if env::var_os("CARGO_CFG_SANITIZE").is_none() {
        println!("cargo::rustc-cdylib-link-arg=-Wl,-z,defs");
    }
}
