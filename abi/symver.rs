//! For the build scripts: turns the tables in this folder into a linker's version map and the `symver!` macro.
//!
//! The map declares every node with its symbols; `symver.rs` has one arm per exported symbol, so that a name
//! missing from the table does not compile and a table entry without function does not link.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Writes `LIBRARY.map` and `symver.rs` for the tables `LIBRARY.nodes` and `LIBRARY.symbols` in `abi` to the
/// build's output folder, and tells cargo to link `LIBRARY.so.0` with them.
pub fn link(abi: &Path, library: &str) {
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("set by cargo"));
    let nodes = rows(&abi.join(format!("{library}.nodes")));
    let symbols = rows(&abi.join(format!("{library}.symbols")));
    let map = out.join(format!("{library}.map"));
    fs::write(&map, version_map(&nodes, &symbols)).expect("OUT_DIR is writable");
    fs::write(out.join("symver.rs"), symver_macro(&symbols)).expect("OUT_DIR is writable");

    println!("cargo::rustc-cdylib-link-arg=-Wl,-soname,{library}.so.0");
    println!("cargo::rustc-cdylib-link-arg=-Wl,--version-script={}", map.display());
    println!("cargo::rustc-cdylib-link-arg=-Wl,-z,nodelete");
    println!("cargo::rustc-cdylib-link-arg=-Wl,-z,relro,-z,now");
    // A sanitizer's runtime symbols come from the program, so there the library keeps them undefined.
    if env::var_os("CARGO_CFG_SANITIZE").is_none() {
        println!("cargo::rustc-cdylib-link-arg=-Wl,-z,defs");
    }
}

/// Lines of a table as words, without comments.
fn rows(path: &Path) -> Vec<Vec<String>> {
    println!("cargo::rerun-if-changed={}", path.display());
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .map(|line| line.split_whitespace().map(str::to_owned).collect())
        .collect()
}

fn version_map(nodes: &[Vec<String>], symbols: &[Vec<String>]) -> String {
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
    map
}

fn symver_macro(symbols: &[Vec<String>]) -> String {
    let mut text = String::from(
        "/// Gives an exported function its version node; stands right before the function.\nmacro_rules! symver {\n",
    );
    for row in symbols {
        let (name, node) = (&row[0], &row[1]);
        // Three at-signs: LLD and GNU ld both accept the object, and no duplicate symbol arises.
        let _ = writeln!(
            text,
            "    ({name}) => {{ ::core::arch::global_asm!(\".symver {name}, {name}@@@{node}\"); }};"
        );
    }
    text.push_str("}\n");
    text
}
