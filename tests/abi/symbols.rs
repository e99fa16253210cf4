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
/// The libraries with the numbers of their public symbols and of their version nodes.
const LIBRARIES: [(&str, usize, usize); 4] = [
    ("libvirt.so.0", 526, 104),
    ("libvirt-admin.so.0", 33, 4),
    ("libvirt-lxc.so.0", 4, 3),
    ("libvirt-qemu.so.0", 6, 5),
];
/// The one that the others are companions of.
const MAIN: &str = LIBRARIES[0].0;

fn companions() -> impl Iterator<Item = &'static str> {
    LIBRARIES.iter().map(|(name, ..)| *name).filter(|name| *name != MAIN)
}

fn ours(name: &str) -> Library {
    Library::read(&facts::root().join("build").join(name))
}

/// The symbols of a library by name, without those of nodes with `private` in their names.
fn public(library: Library, private: &str) -> BTreeMap<String, Vec<Symbol>> {
    let mut symbols = library.symbols;
    for versions in symbols.values_mut() {
        versions.retain(|symbol| !symbol.version.contains(private));
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
fn libraries_export_exactly_the_public_symbols() {
    let table = facts::all("symbols.tsv", "symbol");
    for (name, count, _) in LIBRARIES {
        let expected = expected_symbols(&table, name);
        assert_eq!(expected.len(), count, "{name}");
        assert_same_symbols(&public(ours(name), PRIVATE_NODE), &expected);
    }
}

#[test]
fn private_symbols_are_ours_alone() {
    let mut private = ours(MAIN).symbols;
    private.retain(|_, versions| versions.iter().any(|symbol| symbol.version == PRIVATE_NODE));
    assert!(private.values().all(|versions| versions.len() == 1), "{private:?}");
    // One for each function of the companions, which export none.
    let mut behind = Vec::new();
    for companion in companions() {
        let symbols = ours(companion).symbols;
        assert!(symbols.values().flatten().all(|symbol| symbol.version != PRIVATE_NODE), "{companion}");
        behind.extend(symbols.into_keys().map(|name| format!("oxvirt_{name}")));
    }
    behind.sort();
    assert_eq!(private.into_keys().collect::<Vec<_>>(), behind);
}

#[test]
fn version_nodes_come_in_the_original_order() {
    let table = facts::all("version_nodes.tsv", "node");
    let names = |nodes: Vec<(String, Vec<String>)>| -> Vec<String> {
        nodes.into_iter().map(|(name, _parents)| name).collect()
    };
    for (library, _, count) in LIBRARIES {
        let expected = expected_nodes(&table, library);
        assert_eq!(expected.len(), count, "{library}");

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
        if library == MAIN {
            assert_eq!(built.pop().as_deref(), Some(PRIVATE_NODE), "the private node comes last");
            assert_eq!(source.pop(), Some((PRIVATE_NODE.to_owned(), vec![])), "and stands on its own");
        }
        assert_eq!(source, expected);
        assert_eq!(built, names(expected));
    }
}

#[test]
fn libraries_load_on_their_own_and_stay() {
    const SYSTEM: [&str; 3] = ["ld-linux-x86-64.so.2", "libc.so.6", "libgcc_s.so.1"];
    for (name, ..) in LIBRARIES {
        let needs_main = (name != MAIN).then_some(MAIN);
        let library = ours(name);
        assert_eq!(library.soname, name);
        assert_eq!(library.search_paths, [""; 0], "{name}");
        assert_ne!(library.flags_1 & DF_1_NODELETE, 0, "{name}");
        if let Some(main) = needs_main {
            assert!(library.needed.iter().any(|needed| needed == main), "{name}: {:?}", library.needed);
        }
        let foreign: Vec<_> = library
            .needed
            .iter()
            .filter(|needed| !SYSTEM.contains(&needed.as_str()) && needs_main != Some(needed.as_str()))
            .collect();
        assert_eq!(foreign, [""; 0], "{name}");
    }
}

#[test]
fn development_links_lead_to_the_libraries() {
    for (name, ..) in LIBRARIES {
        let link = name.trim_end_matches(".0");
        let target = std::fs::read_link(facts::root().join("build").join(link)).expect(link);
        assert_eq!(target, PathBuf::from(name));
    }
}

#[test]
fn the_tables_describe_the_original() {
    let table = facts::old("symbols.tsv");
    for (name, ..) in LIBRARIES {
        let library = Library::read(&Path::new("/usr/lib/x86_64-linux-gnu").join(name));
        let nodes: Vec<_> =
            library.nodes.iter().filter(|(node, _)| !node.contains("_PRIVATE_")).cloned().collect();
        assert_eq!(nodes, expected_nodes(&facts::old("version_nodes.tsv"), name));
        let mut symbols = public(library, "_PRIVATE_");
        // GNU ld lists the nodes themselves as symbols.
        symbols.retain(|name, _| !name.starts_with("LIBVIRT_"));
        assert_same_symbols(&symbols, &expected_symbols(&table, name));
    }
}
