//! The built libraries, symbol by symbol and node by node, against the tables; the original library likewise, as a
//! proof that this reading of a library finds what is there.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::elf::{Library, Symbol};
use crate::facts::{self, Row};

/// `-z nodelete` in DT_FLAGS_1: the library stays mapped after dlclose, as the original does.
const DF_1_NODELETE: u64 = 0x8;
/// The node for our own companion libraries.
const PRIVATE_NODE: &str = "OXVIRT_PRIVATE";

fn ours(name: &str) -> Library {
    Library::read(&facts::root().join("build").join(name))
}

/// The symbols of a library by name, without those of nodes that start with `private`.
fn public(library: Library, private: &str) -> BTreeMap<String, Vec<Symbol>> {
    let mut symbols = library.symbols;
    for versions in symbols.values_mut() {
        versions.retain(|symbol| !symbol.version.starts_with(private));
    }
    symbols.retain(|_, versions| !versions.is_empty());
    symbols
}

/// What the table says about the library `name`.
fn expected_symbols(table: &[Row], name: &str) -> BTreeMap<String, Vec<Symbol>> {
    let row = |row: &Row| {
        let symbol = Symbol {
            kind: row["kind"].clone(),
            version: row["version"].clone(),
            default: row["default"] == "yes",
            size: row["size"].parse().ok(),
        };
        (row["symbol"].clone(), vec![symbol])
    };
    table.iter().filter(|row| row["library"] == name).map(row).collect()
}

/// The nodes that the table gives the library `name`, without private ones.
fn expected_nodes(table: &[Row], name: &str) -> Vec<(String, Vec<String>)> {
    let row = |row: &Row| {
        let parents = row["parents"].split_whitespace().map(str::to_owned).collect();
        (row["node"].clone(), parents)
    };
    table
        .iter()
        .filter(|row| row["library"] == name && row["flags"] != "BASE" && !row["node"].contains("_PRIVATE_"))
        .map(row)
        .collect()
}

/// Fails with the differences only: the whole maps are hundreds of lines long.
fn assert_same_symbols(found: &BTreeMap<String, Vec<Symbol>>, expected: &BTreeMap<String, Vec<Symbol>>) {
    let wrong: Vec<_> = found.iter().filter(|(name, is)| expected.get(*name) != Some(*is)).collect();
    let missing: Vec<_> = expected.keys().filter(|name| !found.contains_key(*name)).collect();
    assert!(wrong.is_empty() && missing.is_empty(), "unexpected: {wrong:#?}\nmissing: {missing:#?}");
}

#[test]
fn libvirt_exports_exactly_the_public_symbols() {
    let expected = expected_symbols(&facts::all("symbols.tsv", "symbol"), "libvirt.so.0");
    assert_eq!(expected.len(), 526);
    assert_same_symbols(&public(ours("libvirt.so.0"), PRIVATE_NODE), &expected);
}

#[test]
fn libvirt_qemu_exports_exactly_the_public_symbols() {
    let expected = expected_symbols(&facts::all("symbols.tsv", "symbol"), "libvirt-qemu.so.0");
    assert_eq!(expected.len(), 6);
    assert_same_symbols(&public(ours("libvirt-qemu.so.0"), PRIVATE_NODE), &expected);
}

#[test]
fn private_symbols_are_ours_alone() {
    let private: Vec<_> = ours("libvirt.so.0")
        .symbols
        .into_iter()
        .filter(|(_, versions)| versions.iter().any(|symbol| symbol.version == PRIVATE_NODE))
        .collect();
    assert!(!private.is_empty(), "libvirt-qemu.so.0 needs some");
    for (name, versions) in &private {
        assert!(name.starts_with("oxvirt_") && versions.len() == 1, "{name}: {versions:?}");
    }
    assert!(
        ours("libvirt-qemu.so.0").symbols.values().flatten().all(|symbol| symbol.version != PRIVATE_NODE)
    );
}

#[test]
fn version_nodes_come_in_the_original_order() {
    let table = facts::all("version_nodes.tsv", "node");
    let names = |nodes: Vec<(String, Vec<String>)>| -> Vec<String> {
        nodes.into_iter().map(|(name, _parents)| name).collect()
    };
    for (library, private) in [("libvirt.so.0", Some(PRIVATE_NODE)), ("libvirt-qemu.so.0", None)] {
        let expected = expected_nodes(&table, library);

        // LLD writes no parents, which nothing reads at run time; the map that GNU ld would take them from has them.
        let source = facts::root().join("abi").join(library.replace(".so.0", ".nodes"));
        let source = std::fs::read_to_string(source).expect("a list of nodes");
        let mut source: Vec<(String, Vec<String>)> = source
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map(|line| line.split_whitespace().map(str::to_owned))
            .map(|mut words| (words.next().expect("a node"), words.collect()))
            .collect();
        let mut built = names(ours(library).nodes);
        if let Some(private) = private {
            assert_eq!(built.pop().as_deref(), Some(private), "the private node comes last");
            assert_eq!(source.pop(), Some((private.to_owned(), vec![])), "and stands on its own");
        }
        assert_eq!(source, expected);
        assert_eq!(built, names(expected));
    }
    assert_eq!(expected_nodes(&table, "libvirt.so.0").len(), 104);
}

#[test]
fn libraries_load_on_their_own_and_stay() {
    const SYSTEM: [&str; 3] = ["ld-linux-x86-64.so.2", "libc.so.6", "libgcc_s.so.1"];
    for (name, companion) in [("libvirt.so.0", None), ("libvirt-qemu.so.0", Some("libvirt.so.0"))] {
        let library = ours(name);
        assert_eq!(library.soname, name);
        assert_eq!(library.search_paths, [""; 0], "{name}");
        assert_ne!(library.flags_1 & DF_1_NODELETE, 0, "{name}");
        if let Some(companion) = companion {
            assert!(library.needed.iter().any(|needed| needed == companion), "{name}: {:?}", library.needed);
        }
        let foreign: Vec<_> = library
            .needed
            .iter()
            .filter(|needed| !SYSTEM.contains(&needed.as_str()) && companion != Some(needed.as_str()))
            .collect();
        assert_eq!(foreign, [""; 0], "{name}");
    }
}

#[test]
fn development_links_lead_to_the_libraries() {
    for name in ["libvirt.so", "libvirt-qemu.so"] {
        let target = std::fs::read_link(facts::root().join("build").join(name)).expect(name);
        assert_eq!(target, PathBuf::from(format!("{name}.0")));
    }
}

#[test]
fn the_tables_describe_the_original() {
    let table = facts::old("symbols.tsv");
    for name in ["libvirt.so.0", "libvirt-qemu.so.0"] {
        let library = Library::read(&Path::new("/usr/lib/x86_64-linux-gnu").join(name));
        let nodes: Vec<_> =
            library.nodes.iter().filter(|(node, _)| !node.contains("_PRIVATE_")).cloned().collect();
        assert_eq!(nodes, expected_nodes(&facts::old("version_nodes.tsv"), name));
        let mut symbols = public(library, "LIBVIRT_PRIVATE_");
        // GNU ld lists the nodes themselves as symbols.
        symbols.retain(|name, _| !name.starts_with("LIBVIRT_"));
        assert_same_symbols(&symbols, &expected_symbols(&table, name));
    }
}
