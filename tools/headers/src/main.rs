//! Writes the public C headers in `include/libvirt/` from the Rust sources; with `--check` compares instead.
//!
//! One header is made of the types of its file in `src/abi`, the functions of its files in `src/capi`, and
//! `abi/headers/NAME.pre` for what Rust cannot say in a way that the generator understands: macros.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use cbindgen::{Builder, Config, DocumentationStyle, Language, Layout, Style};

/// What one public header is made of; paths are below `src/`.
struct Header {
    name: &'static str,
    types: &'static [&'static str],
    /// A file; the generator follows its `mod` lines.
    functions: &'static str,
}

const HEADERS: [Header; 2] = [
    Header {
        name: "libvirt-domain",
        types: &[
            "abi/domain.rs",
            "abi/domain_block.rs",
            "abi/domain_event.rs",
            "abi/domain_job.rs",
            "abi/domain_tune.rs",
        ],
        functions: "capi/domain/mod.rs",
    },
    Header { name: "libvirt-event", types: &["abi/event.rs"], functions: "capi/event.rs" },
];

const LICENCE: &str = "/* SPDX-License-Identifier: LGPL-2.1-or-later */\n\
    /* Written by `make headers` from oxvirt's sources; changes belong there. */";

/// What the generator writes in a way that a C compiler would refuse or take for something else.
const CORRECTIONS: [(&str, &str); 3] = [
    // Strict C90 has no such comments.
    ("// __cplusplus", "/* __cplusplus */"),
    ("// extern \"C\"", "/* extern \"C\" */"),
    // Beyond the range of int.
    ("(1 << 31)", "(1U << 31)"),
];

/// The names of the types that a source file defines at top level. The generator leaves out what no function of
/// the same header mentions, unless it is told the names.
fn type_names(source: &str) -> Vec<String> {
    let name = |line: &str| {
        let rest = ["pub struct ", "pub union ", "pub enum ", "pub type "]
            .iter()
            .find_map(|keyword| line.strip_prefix(keyword))?;
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_')?;
        Some(rest[..end].to_owned())
    };
    source.lines().filter_map(name).collect()
}

/// The text of `header`, generated from the tree at `root`.
fn generate(root: &Path, header: &Header) -> Result<String, Box<dyn std::error::Error>> {
    let src = root.join("src");
    let preamble = fs::read_to_string(root.join(format!("abi/headers/{}.pre", header.name)))?;

    let mut config = Config {
        language: Language::C,
        style: Style::Tag,
        documentation_style: DocumentationStyle::Doxy,
        cpp_compat: true,
        no_includes: true,
        usize_is_size_t: true,
        line_length: 100,
        header: Some(LICENCE.to_owned()),
        include_guard: Some(format!("{}_H", header.name.to_uppercase().replace('-', "_"))),
        after_includes: Some(preamble),
        defines: HashMap::from([("feature = sentinels".to_owned(), "VIR_ENUM_SENTINELS".to_owned())]),
        ..Config::default()
    };
    config.function.args = Layout::Vertical;
    config.function.deprecated = Some("VIR_DEPRECATED".to_owned());
    let mut builder = Builder::new();
    for types in header.types {
        let types = src.join(types);
        config.export.include.extend(type_names(&fs::read_to_string(&types)?));
        builder = builder.with_src(types);
    }
    let bindings = builder.with_config(config).with_src(src.join(header.functions)).generate()?;
    let mut text = Vec::new();
    bindings.write(&mut text);
    let mut text = String::from_utf8(text)?;
    for (generated, corrected) in CORRECTIONS {
        text = text.replace(generated, corrected);
    }
    Ok(text)
}

fn run(check: bool) -> Result<ExitCode, Box<dyn std::error::Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize()?;
    let mut stale = false;
    for header in &HEADERS {
        let path = root.join(format!("include/libvirt/{}.h", header.name));
        let text = generate(&root, header)?;
        if !check {
            fs::write(&path, text)?;
        } else if fs::read_to_string(&path).unwrap_or_default() != text {
            eprintln!("{} is not what the sources say; run `make headers`", path.display());
            stale = true;
        }
    }
    Ok(if stale { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn main() -> ExitCode {
    let check = std::env::args().any(|arg| arg == "--check");
    run(check).unwrap_or_else(|error| {
        eprintln!("{error}");
        ExitCode::FAILURE
    })
}
