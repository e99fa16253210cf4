//! For the build script: turns `facts/protocol.json` and what later versions add to it (`facts/newer`) into lists for
//! the macros of `src/rpc/xdr.rs` and `src/rpc/protocol.rs`: types, constants and procedures, a module per program.
//! And `facts/errors.tsv` into the way from the numbers of errors on the wire to ours.
//!
//! Names: what the program's prefix says becomes the module, the other words stay. `remote_domain_create_args` is
//! `remote::DomainCreateArgs`, `REMOTE_PROC_DOMAIN_CREATE` is `remote::procedure::DOMAIN_CREATE`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde_json::{Map, Value};

/// Program, module, prefix of its types and of its constants. `rpc` is what all programs share.
const MODULES: [(&str, &str, &str, &str); 6] = [
    ("rpc", "net", "virNet", "VIR_NET_"),
    ("keepalive", "keepalive", "keepalive_", "KEEPALIVE_"),
    ("remote", "remote", "remote_", "REMOTE_"),
    ("qemu", "qemu", "qemu_", "QEMU_"),
    ("lxc", "lxc", "lxc_", "LXC_"),
    ("admin", "admin", "admin_", "ADMIN_"),
];

/// Writes `protocol.rs` and `errors.rs` to the build's output folder.
pub fn generate(facts: &Path) {
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("set by cargo"));
    fs::write(out.join("protocol.rs"), protocol(facts)).expect("OUT_DIR is writable");
    fs::write(out.join("errors.rs"), errors(facts)).expect("OUT_DIR is writable");
}

fn protocol(facts: &Path) -> String {
    let base = read(&facts.join("protocol.json"));
    let newer = read(&facts.join("newer/protocol.json"));
    let mut types = object(&base, "types").clone();
    types.extend(object(&newer, "types").clone());
    let mut procedures = Vec::new();
    for (file, newer) in [(&base, false), (&newer, true)] {
        let rows = file["procedures"].as_array().expect("a list of procedures");
        procedures.extend(rows.iter().map(|row| (row, newer)));
    }
    procedures.sort_by_key(|(row, _)| row["number"].as_i64());
    let source = Source { types, constants: object(&base, "constants"), procedures };

    let mut text = String::new();
    for (program, module, ..) in MODULES {
        let _ = writeln!(text, "/// Types and constants of the program `{program}`.\npub mod {module} {{");
        let mut types = String::new();
        source.write_types(&mut types, program);
        if !types.is_empty() {
            text.push_str("    use super::super::xdr::*;\n\n");
        }
        source.write_constants(&mut text, program);
        text.push_str(&types);
        if let Some(about) = base["programs"].get(program) {
            source.write_procedures(&mut text, program, about);
        }
        text.push_str("}\n\n");
    }
    text
}

/// A function per kind of number, that gives the constant.
fn errors(facts: &Path) -> String {
    let tables = ["errors.tsv", "newer/errors.tsv"].map(|name| text_of(&facts.join(name)));
    let rows =
        || tables.iter().flat_map(|table| table.lines()).map(|line| line.split('\t').collect::<Vec<_>>());
    let mut text = String::new();
    for (kind, name, of) in
        [("code", "code", "ErrorCode"), ("domain", "domain", "ErrorDomain"), ("level", "level", "ErrorLevel")]
    {
        let _ = writeln!(text, "/// The {name} of a number.\nfn {name}(number: i32) -> Option<{of}> {{");
        text.push_str("    Some(match number {\n");
        for row in rows().filter(|row| row[0] == kind && !row[1].ends_with("_LAST")) {
            let _ = writeln!(text, "        {} => {of}::{},", row[2], row[1]);
        }
        text.push_str("        _ => return None,\n    })\n}\n");
    }
    text
}

fn text_of(path: &Path) -> String {
    println!("cargo::rerun-if-changed={}", path.display());
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn read(path: &Path) -> Value {
    serde_json::from_str(&text_of(path)).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn object<'a>(value: &'a Value, name: &str) -> &'a Map<String, Value> {
    value[name].as_object().unwrap_or_else(|| panic!("no object {name}"))
}

fn word<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_else(|| panic!("no text {name} in {value}"))
}

fn number(value: &Value, name: &str) -> i64 {
    value[name].as_i64().unwrap_or_else(|| panic!("no number {name} in {value}"))
}

struct Source<'a> {
    types: Map<String, Value>,
    constants: &'a Map<String, Value>,
    procedures: Vec<(&'a Value, bool)>,
}

/// How a field appears: its type in Rust, and the codec that knows its limits.
struct Kind {
    rust: String,
    codec: String,
}

impl Kind {
    fn plain(name: &str) -> Self {
        Self { rust: name.to_owned(), codec: name.to_owned() }
    }
}

impl Source<'_> {
    fn write_constants(&self, text: &mut String, program: &str) {
        let (_, _, _, prefix) = module_of(program);
        for (name, constant) in self.constants.iter().filter(|(_, it)| word(it, "program") == program) {
            // Numbers and versions of programs are with the procedures.
            if name.ends_with("_PROGRAM") || name.ends_with("_PROTOCOL_VERSION") {
                continue;
            }
            let short = name.strip_prefix(prefix).unwrap_or(name);
            let value = number(constant, "value");
            let _ = writeln!(text, "    /// `{name}`\n    pub const {short}: usize = {value};");
        }
    }

    fn write_types(&self, text: &mut String, program: &str) {
        for (name, about) in self.types.iter().filter(|(_, it)| word(it, "program") == program) {
            let short = type_name(program, name);
            match word(about, "kind") {
                "struct" => {
                    let _ = writeln!(text, "    xdr_struct! {{\n        /// `{name}`\n        {short} {{");
                    for field in about["fields"].as_array().expect("fields") {
                        let Kind { rust, codec } = self.field(program, field);
                        if let Some(hint) = field.get("api_hint").and_then(Value::as_str) {
                            let _ = writeln!(text, "            /// In the C function: {hint}.");
                        }
                        let name = field_name(word(field, "name"));
                        let _ = writeln!(text, "            {name}: {rust} [{codec}],");
                    }
                    text.push_str("        }\n    }\n");
                }
                // Their place is the table of procedures.
                "enum" if name.ends_with("_procedure") => {}
                "enum" => {
                    let _ = writeln!(text, "    xdr_enum! {{\n        /// `{name}`\n        {short} {{");
                    let mut values: Vec<_> = object(about, "values").iter().collect();
                    values.sort_by_key(|(_, value)| value.as_i64());
                    for (name, value) in values {
                        let short = value_name(&short, name);
                        let _ = writeln!(text, "            /// `{name}`\n            {short} = {value},");
                    }
                    text.push_str("        }\n    }\n");
                }
                "union" => {
                    let _ = writeln!(text, "    xdr_union! {{\n        /// `{name}`\n        {short} {{");
                    for case in about["cases"].as_array().expect("cases") {
                        let Kind { rust, codec } = self.field(program, &case["arm"]);
                        let (name, value) = (word(case, "case"), number(case, "value"));
                        let arm = camel(word(&case["arm"], "name"));
                        let _ = writeln!(text, "            /// `{name}`");
                        let _ = writeln!(text, "            {value} {arm}: {rust} [{codec}],");
                    }
                    text.push_str("        }\n    }\n");
                }
                // Resolved where they are used.
                "typedef" => {}
                other => panic!("{name} is a {other}"),
            }
        }
    }

    /// A field's type, as seen in the module of `program`.
    fn field(&self, program: &str, field: &Value) -> Kind {
        let limit = |what: &str| {
            let value = number(field, what);
            // By name where this module has one.
            let name = field.get(format!("{what}_const")).and_then(Value::as_str).unwrap_or_default();
            let (_, _, _, prefix) = module_of(program);
            match name.strip_prefix(prefix).filter(|_| self.constants.contains_key(name)) {
                Some(short) => short.to_owned(),
                None => value.to_string(),
            }
        };
        let element = || self.named(program, word(field, "type"));
        match word(field, "kind") {
            "plain" => element(),
            "string" => Kind { rust: "String".into(), codec: format!("Str<{}>", limit("max")) },
            "opaque_fixed" => {
                let length = number(field, "len");
                Kind { rust: format!("[u8; {length}]"), codec: format!("Fixed<{length}>") }
            }
            "opaque_var" => Kind { rust: "Vec<u8>".into(), codec: format!("Opaque<{}>", limit("max")) },
            "array_fixed" => {
                let (Kind { rust, codec }, length) = (element(), number(field, "len"));
                Kind { rust: format!("[{rust}; {length}]"), codec: format!("Array<{codec}, {length}>") }
            }
            "array_var" => {
                let Kind { rust, codec } = element();
                Kind { rust: format!("Vec<{rust}>"), codec: format!("List<{codec}, {}>", limit("max")) }
            }
            "optional" => {
                let Kind { rust, codec } = element();
                Kind { rust: format!("Option<{rust}>"), codec: format!("Opt<{codec}>") }
            }
            other => panic!("a field of kind {other}"),
        }
    }

    /// A type by its name in the protocol.
    fn named(&self, program: &str, name: &str) -> Kind {
        let primitive = match name {
            "int" => ("i32", "i32"),
            "unsigned int" => ("u32", "u32"),
            "hyper" => ("i64", "i64"),
            "unsigned hyper" => ("u64", "u64"),
            "double" => ("f64", "f64"),
            "char" => ("u8", "Char"),
            "unsigned char" => ("u8", "UnsignedChar"),
            "unsigned short" => ("u16", "UnsignedShort"),
            _ => {
                let about = self.types.get(name).unwrap_or_else(|| panic!("no type {name}"));
                let owner = word(about, "program");
                if word(about, "kind") == "typedef" {
                    return self.field(program, &about["of"]);
                }
                let short = type_name(owner, name);
                if owner == program {
                    return Kind::plain(&short);
                }
                return Kind::plain(&format!("super::{}::{short}", module_of(owner).1));
            }
        };
        Kind { rust: primitive.0.to_owned(), codec: primitive.1.to_owned() }
    }

    fn write_procedures(&self, text: &mut String, program: &str, about: &Value) {
        let (_, _, types, constants) = module_of(program);
        let (value, version) = (number(about, "number"), number(about, "version"));
        text.push_str("\n    /// The procedures.\n    pub mod procedure {\n");
        let mut rows = String::new();
        let mut has_payloads = false;
        let mine = self.procedures.iter().filter(|(row, _)| word(row, "program") == program);
        for (index, (row, newer)) in mine.enumerate() {
            let (name, value) = (word(row, "name"), number(row, "number"));
            assert_eq!(value, index as i64 + 1, "{name}: the table is indexed by number");
            let short = name.strip_prefix(&format!("{constants}PROC_")).expect("the program's prefix");
            let payload = |what: &str| {
                let name = row[what].as_str();
                name.map_or("()".to_owned(), |name| type_name_in(name, types))
            };
            has_payloads |= ["args", "ret", "msg"].iter().any(|what| row[*what].is_string());
            let signature = match word(row, "kind") {
                "call" => format!("call({}) -> {}", payload("args"), payload("ret")),
                "event" | "message" => format!("event({})", payload("msg")),
                other => panic!("{name} is a {other}"),
            };
            let flags = Flags {
                priority: if row["priority"] == "high" { "High" } else { "Low" },
                stream: match row["stream"].as_str() {
                    Some("read") => "Read",
                    Some("write") => "Write",
                    _ => "None",
                },
                needs_auth: row["needs_auth"] == true,
                newer: *newer,
            };
            let _ = writeln!(rows, "            /// `{name}`, {value}");
            let _ = writeln!(rows, "            {value} {short} \"{name}\" {signature} {flags};");
        }
        if has_payloads {
            text.push_str("        use super::*;\n\n");
        }
        let _ = writeln!(
            text,
            "        xdr_procedures! {{ \"{program}\", {value:#x}, {version};\n{rows}        }}\n    }}"
        );
    }
}

/// What a procedure's row says besides its types.
struct Flags {
    priority: &'static str,
    stream: &'static str,
    needs_auth: bool,
    newer: bool,
}

impl std::fmt::Display for Flags {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { priority, stream, needs_auth, newer } = self;
        write!(f, "[{priority}, {stream}, auth {needs_auth}, newer {newer}]")
    }
}

fn module_of(program: &str) -> (&'static str, &'static str, &'static str, &'static str) {
    *MODULES.iter().find(|it| it.0 == program).unwrap_or_else(|| panic!("no program {program}"))
}

fn type_name(program: &str, name: &str) -> String {
    type_name_in(name, module_of(program).2)
}

fn type_name_in(name: &str, prefix: &str) -> String {
    camel(name.strip_prefix(prefix).unwrap_or_else(|| panic!("{name} is not {prefix}...")))
}

/// `domain_create_args` and `MessageHeader` in Rust's way of writing types.
fn camel(name: &str) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
    };
    name.split('_').map(capital).collect()
}

/// `REMOTE_AUTH_SASL` of `AuthType` is `SASL`: without the words that all values share with their type.
fn value_name(of: &str, name: &str) -> String {
    let shared: BTreeMap<_, _> =
        [("MessageType", "VIR_NET_"), ("MessageStatus", "VIR_NET_"), ("AuthType", "REMOTE_AUTH_")].into();
    name.strip_prefix(shared.get(of).copied().unwrap_or_default()).expect("the shared prefix").to_owned()
}

/// `xmlCPUs` and `callbackID` in Rust's way of writing fields; `type` is a keyword.
fn field_name(name: &str) -> String {
    let mut text = String::new();
    let mut before = '_';
    for letter in name.chars() {
        if letter.is_uppercase() && before.is_lowercase() {
            text.push('_');
        }
        text.extend(letter.to_lowercase());
        before = letter;
    }
    if text == "type" { "r#type".to_owned() } else { text }
}
