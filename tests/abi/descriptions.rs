//! The descriptions of the interface in `include/api/`, which generators of language bindings read: they say what
//! Debian's do, and of what came later what the tables say. That the committed ones are what the headers say is a
//! step of `make check` of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use roxmltree::{Document, Node};

use crate::facts::{self, Row};

/// Each with its library.
const LIBRARIES: [&str; 4] = ["libvirt", "libvirt-qemu", "libvirt-lxc", "libvirt-admin"];

/// Where Debian's are.
const DEBIAN: &str = "/usr/share/libvirt/api";

/// What one description says, in words that can be compared.
#[derive(Default)]
struct Description {
    /// Header, name, and as what the header exports it.
    exports: BTreeSet<(String, String, String)>,
    /// By name.
    symbols: BTreeMap<String, Symbol>,
}

#[derive(Debug, PartialEq, Eq)]
struct Symbol {
    kind: String,
    attributes: BTreeMap<String, String>,
    /// The parts in order: result, parameters, fields; each with its kind, type and name.
    parts: Vec<[String; 3]>,
}

impl Description {
    fn read(dir: &Path, library: &str) -> Self {
        let path = dir.join(format!("{library}-api.xml"));
        let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let document = Document::parse(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        assert_eq!(document.root_element().attribute("name"), Some(library));
        let mut description = Self::default();
        for node in document.descendants().filter(Node::is_element) {
            match node.parent_element().map(|parent| parent.tag_name().name()) {
                Some("file") if node.has_tag_name("exports") => {
                    let [name, kind] = ["symbol", "type"].map(|key| attribute(node, key));
                    let file = node.parent_element().map(|file| attribute(file, "name")).unwrap_or_default();
                    assert!(description.exports.insert((file, name, kind)), "{library}: {node:?} twice");
                }
                Some("symbols") => {
                    let symbol = Symbol::read(node);
                    let before = description.symbols.insert(attribute(node, "name"), symbol);
                    assert!(before.is_none(), "{library}: {node:?} twice");
                }
                _ => {}
            }
        }
        description
    }

    fn ours(library: &str) -> Self {
        Self::read(&facts::root().join("include/api"), library)
    }

    /// The same with what is newer than 9.0.0, by the tables, taken out.
    fn without(mut self, newer: &BTreeSet<String>) -> Self {
        self.exports.retain(|(_, name, _)| !newer.contains(name));
        self.symbols.retain(|name, _| !newer.contains(name));
        self
    }
}

impl Symbol {
    fn read(node: Node) -> Self {
        let kind = node.tag_name().name();
        let mut attributes: BTreeMap<_, _> =
            node.attributes().map(|it| (it.name().to_owned(), it.value().to_owned())).collect();
        // Texts are everyone's own.
        attributes.remove("info");
        // A macro that is no string is text of C, of which the compiler judges. Its parameters are in an attribute.
        attributes.remove("raw");
        if let Some(ctype) = attributes.get_mut("type") {
            *ctype = same_type(ctype);
        }
        let parts = node.descendants().skip(1).filter(|it| it.has_attribute("type"));
        let part = |it: Node| {
            let ctype = same_type(&attribute(it, "type"));
            [it.tag_name().name().to_owned(), ctype, attribute(it, "name")]
        };
        Self { kind: kind.to_owned(), attributes, parts: parts.map(part).collect() }
    }
}

fn attribute(node: Node, key: &str) -> String {
    node.attribute(key).unwrap_or_default().to_owned()
}

/// One spelling of a type: `const` for a parameter itself says nothing to a caller.
fn same_type(ctype: &str) -> String {
    let spelled = ctype.replace('*', " * ").replace("long long int", "long long");
    let spelled = spelled.split_whitespace().collect::<Vec<_>>().join(" ");
    spelled.strip_suffix("* const").map_or(spelled.clone(), |pointer| format!("{pointer}*"))
}

/// The rows of `since.tsv` as of 12.8.0, and which names are not in that of 9.0.0.
fn since() -> (BTreeMap<String, String>, BTreeSet<String>) {
    let versions = |rows: Vec<Row>| -> BTreeMap<_, _> {
        rows.into_iter().map(|row| (row["name"].clone(), row["version"].clone())).collect()
    };
    let old = versions(facts::old("since.tsv"));
    let all = versions(facts::all("since.tsv", "name"));
    let newer = all.keys().filter(|name| !old.contains_key(*name)).cloned().collect();
    (all, newer)
}

/// The values of all constants, by the tables.
fn values() -> BTreeMap<String, String> {
    let constants = facts::all("enums.tsv", "constant");
    constants.into_iter().map(|row| (row["constant"].clone(), row["value"].clone())).collect()
}

/// Takes what tells the value from both, if they tell it differently and may: end markers moved on since, and the
/// original gives a name where a value is another constant's. That ours are right is a matter of the tables.
fn forgive_value(name: &str, original: &mut Symbol, ours: &mut Symbol, values: &BTreeMap<String, String>) {
    let value = original.attributes.get("value");
    if ours.attributes.get("value") != value
        && value.is_some_and(|value| name.ends_with("_LAST") || values.contains_key(value))
    {
        for symbol in [original, ours] {
            symbol.attributes.retain(|key, _| !key.starts_with("value"));
        }
    }
}

#[test]
fn descriptions_say_what_debians_say() {
    let (_, newer) = since();
    let values = values();
    for library in LIBRARIES {
        let mut original = Description::read(Path::new(DEBIAN), library);
        let mut ours = Description::ours(library).without(&newer);
        assert_eq!(ours.exports, original.exports, "{library}");
        let names = |it: &Description| it.symbols.keys().cloned().collect::<BTreeSet<_>>();
        assert_eq!(names(&ours), names(&original), "{library}");
        for ((name, ours), original) in ours.symbols.iter_mut().zip(original.symbols.values_mut()) {
            forgive_value(name, original, ours, &values);
            assert_eq!(ours, original, "{name}");
        }
    }
}

/// A row of `functions.tsv` or `callbacks.tsv` as parts of a symbol.
fn parts(row: &Row) -> Vec<[String; 3]> {
    let result = ["return".to_owned(), same_type(&row["return"]), String::new()];
    let params = row["params"].split("; ").filter(|param| *param != "void").map(|param| {
        let (ctype, name) = param.rsplit_once(' ').expect("type and name");
        ["arg".to_owned(), same_type(ctype), name.to_owned()]
    });
    [result].into_iter().chain(params).collect()
}

#[test]
fn descriptions_say_what_the_tables_say() {
    let mut symbols = BTreeMap::new();
    for library in LIBRARIES {
        symbols.extend(Description::ours(library).symbols);
    }
    let (versions, _) = since();
    let found: BTreeMap<_, _> =
        symbols.iter().map(|(name, it)| (name.clone(), it.attributes["version"].clone())).collect();
    assert_eq!(found, versions);

    let file = |it: &Symbol| format!("{}.h", it.attributes["file"]);
    for (table, key) in [("functions.tsv", "function"), ("callbacks.tsv", "callback")] {
        for row in facts::all(table, key) {
            let symbol = &symbols[&row[key]];
            assert_eq!((&file(symbol), &symbol.parts), (&row["header"], &parts(&row)), "{}", row[key]);
        }
    }
    for row in facts::all("enums.tsv", "constant") {
        let symbol = &symbols[&row["constant"]];
        let attributes = ["type", "value"].map(|key| &symbol.attributes[key]);
        assert_eq!((&file(symbol), attributes), (&row["header"], [&row["enum"], &row["value"]]), "{row:?}");
    }
    for row in facts::all("macros.tsv", "macro").iter().filter(|row| row["kind"] == "string") {
        let symbol = &symbols[&row["macro"]];
        assert_eq!((&file(symbol), &symbol.attributes["string"]), (&row["header"], &row["value"]), "{row:?}");
    }
}

/// Function and parameter of each that the descriptions in `dir` call optional, as generators recognize it.
fn optional(dir: &Path) -> BTreeSet<(String, String)> {
    let mut optional = BTreeSet::new();
    for library in LIBRARIES {
        let text = fs::read_to_string(dir.join(format!("{library}-api.xml"))).expect("a description");
        let document = Document::parse(&text).expect("XML");
        for param in document.descendants().filter(|it| it.has_tag_name("arg")) {
            if attribute(param, "info").trim_start_matches('(').starts_with("optional") {
                let function = param.parent_element().expect("a function");
                optional.insert((attribute(function, "name"), attribute(param, "name")));
            }
        }
    }
    optional
}

#[test]
fn the_same_parameters_are_optional() {
    let (_, newer) = since();
    let mut ours = optional(&facts::root().join("include/api"));
    ours.retain(|(function, _)| !newer.contains(function));
    assert_eq!(ours, optional(Path::new(DEBIAN)));
}

#[test]
fn comments_of_what_is_exported_name_the_version() {
    let mut said = BTreeMap::new();
    for header in fs::read_dir(facts::root().join("include/libvirt")).expect("headers") {
        let text = fs::read_to_string(header.expect("an entry").path()).expect("a header");
        for part in text.split("Since: ").skip(1) {
            let (version, declaration) = part.split_once("\n */\n").expect("the end of a comment");
            let head = declaration.split_once(['(', ';']).expect("a declaration").0;
            let name = head.rsplit([' ', '*']).next().expect("a name");
            said.insert(name.to_owned(), version.to_owned());
        }
    }
    let functions = facts::all("functions.tsv", "function").into_iter().map(|row| row["function"].clone());
    let functions = functions.chain(["virConnectAuthPtrDefault".to_owned()]);
    let (versions, _) = since();
    let expected: BTreeMap<_, _> = functions.map(|name| (name.clone(), versions[&name].clone())).collect();
    assert_eq!(said, expected);
}
