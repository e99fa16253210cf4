//! Writes the descriptions of the interface, `include/api/NAME-api.xml`: what the headers declare, in the form that
//! libvirt's own have and that generators of language bindings read.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::io;
use std::path::Path;

use crate::declaration::{Declaration, Kind, Member, Signature};

/// The libraries, each with a description of its own. A header that is named like one belongs to it, the others to
/// the first.
pub const LIBRARIES: [&str; 4] = ["libvirt", "libvirt-qemu", "libvirt-lxc", "libvirt-admin"];

/// What each header is about.
const SUBJECTS: [(&str, &str); 17] = [
    ("libvirt-admin", "administration of daemons"),
    ("libvirt-common", "typed parameters and what else all headers share"),
    ("libvirt-domain", "domains"),
    ("libvirt-domain-checkpoint", "checkpoints of domains"),
    ("libvirt-domain-snapshot", "snapshots of domains"),
    ("libvirt-event", "the event loop"),
    ("libvirt-host", "connections and hosts"),
    ("libvirt-interface", "network interfaces of a host"),
    ("libvirt-lxc", "what only LXC has"),
    ("libvirt-network", "virtual networks and their ports"),
    ("libvirt-nodedev", "devices of a host"),
    ("libvirt-nwfilter", "network filters and their bindings"),
    ("libvirt-qemu", "what only QEMU has"),
    ("libvirt-secret", "secrets"),
    ("libvirt-storage", "storage pools and volumes"),
    ("libvirt-stream", "streams of data"),
    ("virterror", "errors"),
];

/// Header, beginning of function names, and the source file that generators believe those functions to be in, by which
/// they choose; otherwise it is called like the header.
const MODULES: [(&str, &str, &str); 7] = [
    ("libvirt-common", "virTypedParams", "virtypedparam-public"),
    ("libvirt-event", "virEvent", "virevent"),
    ("libvirt-host", "virConnectClose", "libvirt"),
    ("libvirt-host", "virConnectOpen", "libvirt"),
    ("libvirt-host", "virGetVersion", "libvirt"),
    ("libvirt-host", "virInitialize", "libvirt"),
    ("virterror", "vir", "virerror"),
];

/// A header's name and what it declares.
pub type Content = (&'static str, Vec<Declaration>);

/// What the headers do not say.
pub struct Facts {
    /// The version of libvirt in which a name came.
    since: HashMap<String, String>,
    /// Function and parameter, to which a binding gives a default.
    optional: HashSet<(String, String)>,
}

impl Facts {
    pub fn read(root: &Path) -> io::Result<Self> {
        let mut facts = Self { since: HashMap::new(), optional: HashSet::new() };
        for dir in ["facts", "facts/newer"] {
            facts.since.extend(pairs(&root.join(dir).join("since.tsv"))?);
            facts.optional.extend(pairs(&root.join(dir).join("optional_params.tsv"))?);
        }
        Ok(facts)
    }
}

/// The rows of a table with two columns.
fn pairs(path: &Path) -> io::Result<Vec<(String, String)>> {
    let text = fs::read_to_string(path)?;
    let rows = text.lines().filter(|line| !line.starts_with('#')).skip(1);
    Ok(rows.filter_map(|row| row.split_once('\t')).map(|(a, b)| (a.to_owned(), b.to_owned())).collect())
}

/// The description of one of `LIBRARIES`, from all headers.
pub fn describe(library: &str, headers: &[Content], facts: &Facts) -> String {
    let owner = |header: &str| LIBRARIES.into_iter().find(|it| *it == header).unwrap_or(LIBRARIES[0]);
    let types = Types::of(headers);
    let mut files = String::new();
    let mut symbols = Vec::new();
    for (file, declarations) in headers.iter().filter(|(header, _)| owner(header) == library) {
        let describer = Describer { file, types: &types, facts };
        let mut described: Vec<_> = declarations.iter().flat_map(|it| describer.symbols(it)).collect();
        described.sort();
        let subject = SUBJECTS.iter().find(|(header, _)| header == file).map_or("", |(_, subject)| subject);
        files += &format!(
            "    <file name='{file}'>\n     <summary>{subject}</summary>\n     \
             <description>What {file}.h declares: {subject}.</description>\n"
        );
        for Symbol { rank, name, .. } in &described {
            files += &format!("     <exports symbol='{name}' type='{}'/>\n", rank.export());
        }
        files += "    </file>\n";
        symbols.extend(described);
    }
    symbols.sort();
    let symbols: String = symbols.into_iter().map(|symbol| symbol.text).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<api name='{library}'>\n  <files>\n{files}  </files>\n  \
         <symbols>\n{symbols}  </symbols>\n</api>\n"
    )
}

/// The types of all headers by name.
struct Types<'a> {
    typedefs: HashMap<&'a str, &'a str>,
    /// What structs and unions consist of, by tag.
    members: HashMap<&'a str, &'a [Member]>,
}

impl<'a> Types<'a> {
    fn of(headers: &'a [Content]) -> Self {
        let mut types = Self { typedefs: HashMap::new(), members: HashMap::new() };
        for Declaration { name, kind, .. } in headers.iter().flat_map(|(_, declarations)| declarations) {
            match kind {
                Kind::Typedef(target) => {
                    types.typedefs.insert(name, target);
                }
                Kind::Struct(members) | Kind::Union(members) => {
                    types.members.insert(name, members);
                }
                _ => {}
            }
        }
        types
    }

    /// `TAG` if `ctype` is `struct TAG` or another name of it.
    fn struct_tag(&self, ctype: &'a str) -> Option<&'a str> {
        self.typedefs.get(ctype).unwrap_or(&ctype).strip_prefix("struct ")
    }

    fn members(&self, tag: &str) -> &'a [Member] {
        self.members.get(tag).copied().unwrap_or_default()
    }
}

/// One entry of a description.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Symbol {
    rank: Rank,
    name: String,
    text: String,
}

/// What an entry is about; they stand in this order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Macro,
    Constant,
    Type,
    Tag,
    Variable,
    Function,
}

impl Rank {
    /// As what a header exports it.
    fn export(self) -> &'static str {
        match self {
            Self::Macro => "macro",
            Self::Constant => "enum",
            Self::Type => "typedef",
            Self::Tag => "struct",
            Self::Variable => "variable",
            Self::Function => "function",
        }
    }
}

/// Describes what one header declares.
struct Describer<'a> {
    /// The header's name.
    file: &'static str,
    types: &'a Types<'a>,
    facts: &'a Facts,
}

impl Describer<'_> {
    /// The entries for one declaration: several for an enum, none for what is not part of the interface.
    fn symbols(&self, it: &Declaration) -> Vec<Symbol> {
        let symbol = match &it.kind {
            Kind::Macro { params, value } => self.macro_(it, params, value),
            Kind::Enum(constants) => {
                let constants = constants.iter().map(|constant| self.constant(&it.name, constant));
                return constants.chain([self.typedef(it, "enum")]).flatten().collect();
            }
            // Described under its name; the tag is merely there.
            Kind::Struct(_) => Some(Symbol { rank: Rank::Tag, name: it.name.clone(), text: String::new() }),
            Kind::Union(_) => None,
            Kind::Typedef(target) => match self.types.struct_tag(target) {
                Some(tag) => self.structure(&it.name, tag),
                None => self.typedef(it, target),
            },
            Kind::Callback(signature) => self.function("functype", it, signature, self.file),
            Kind::Function(signature) => {
                let is_in =
                    |(file, prefix, _): &&(&str, &str, _)| *file == self.file && it.name.starts_with(prefix);
                let module = MODULES.iter().find(is_in).map_or(self.file, |(_, _, module)| module);
                self.function("function", it, signature, module)
            }
            Kind::Variable(ctype) => {
                let attributes = format!("type='{ctype}'");
                self.symbol(Rank::Variable, "variable", &it.name, &attributes, &info(&it.comment))
            }
        };
        symbol.into_iter().collect()
    }

    /// The entry `<KIND name=... ATTRIBUTES>BODY`. What has no version is there for the headers' own use.
    fn symbol(&self, rank: Rank, kind: &str, name: &str, attributes: &str, body: &str) -> Option<Symbol> {
        let version = self.facts.since.get(name)?;
        let head = format!("    <{kind} name='{name}' file='{}' {attributes} version='{version}'", self.file);
        let text = match body {
            "" => format!("{head}/>\n"),
            _ => format!("{head}>\n{body}    </{kind}>\n"),
        };
        Some(Symbol { rank, name: name.to_owned(), text })
    }

    fn macro_(&self, it: &Declaration, params: &[String], value: &str) -> Option<Symbol> {
        let mut attributes = match value.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
            Some(text) => format!("string='{}'", escaped(text)),
            None => format!("raw='{}'", escaped(value)),
        };
        let mut body = info(&it.comment);
        if !params.is_empty() {
            attributes = format!("params='{}' {attributes}", params.join(","));
            body.extend(params.iter().map(|param| format!("      <arg name='{param}' info=''/>\n")));
        }
        self.symbol(Rank::Macro, "macro", &it.name, &attributes, &body)
    }

    /// A constant of the enum `ctype`: its value in hexadecimal as well, and as a bit if it is written as one.
    fn constant(&self, ctype: &str, it: &Member) -> Option<Symbol> {
        let bit =
            it.text.split_once(" << ").and_then(|(_, bit)| bit.trim_end_matches(')').parse::<u32>().ok());
        let value = bit.map_or_else(|| it.text.parse().ok(), |bit| Some(1_i64 << bit))?;
        let sign = if value < 0 { "-" } else { "" };
        let mut attributes = format!("value='{value}' value_hex='{sign}{:#x}'", value.unsigned_abs());
        if let Some(bit) = bit {
            attributes += &format!(" value_bitshift='{bit}'");
        }
        attributes += &format!(" type='{ctype}' info='{}'", escaped(&it.comment));
        self.symbol(Rank::Constant, "enum", &it.name, &attributes, "")
    }

    fn typedef(&self, it: &Declaration, target: &str) -> Option<Symbol> {
        self.symbol(Rank::Type, "typedef", &it.name, &format!("type='{target}'"), &info(&it.comment))
    }

    /// A name of a struct, which is opaque if it has no fields.
    fn structure(&self, name: &str, tag: &str) -> Option<Symbol> {
        let fields: String = self.types.members(tag).iter().map(|field| self.field(field)).collect();
        self.symbol(Rank::Type, "struct", name, &format!("type='struct {tag}'"), &fields)
    }

    fn field(&self, it: &Member) -> String {
        let Member { name, text: ctype, comment } = it;
        let comment = escaped(comment);
        match ctype.strip_prefix("union ") {
            Some(tag) => {
                let members: String =
                    self.types.members(tag).iter().map(|member| self.field(member)).collect();
                let members = members.replace("      <", "          <");
                format!(
                    "      <field name='{name}' type='union' info='{comment}'>\n        <union>\n{members}        \
                     </union>\n      </field>\n"
                )
            }
            None => format!("      <field name='{name}' type='{ctype}' info='{comment}'/>\n"),
        }
    }

    /// A function, or the type of one. The last sentence of its comment says what it returns, and a paragraph of its
    /// own with which version it came.
    fn function(&self, kind: &str, it: &Declaration, signature: &Signature, module: &str) -> Option<Symbol> {
        let comment = it.comment.split(" Since: ").next().unwrap_or_default();
        let (comment, returned) = comment.split_once(" Returns ").unwrap_or((comment, ""));
        let returned = match returned.trim_end_matches('.') {
            "" => String::new(),
            text => format!(" info='{}'", escaped(text)),
        };
        let mut body = info(comment);
        body += &format!("      <return type='{}'{returned}/>\n", signature.result);
        for (ctype, name) in &signature.params {
            let optional = self.facts.optional.contains(&(it.name.clone(), name.clone()));
            let info = if optional { "optional" } else { "" };
            body += &format!("      <arg name='{name}' type='{ctype}' info='{info}'/>\n");
        }
        self.symbol(Rank::Function, kind, &it.name, &format!("module='{module}'"), &body)
    }
}

fn info(text: &str) -> String {
    format!("      <info><![CDATA[{text}]]></info>\n")
}

/// `text` as an attribute between single quotes.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\'', "&apos;")
}
