//! Writes the public C headers in `include/libvirt/` from the Rust sources; with `--check` compares instead.
//!
//! One header is made of the types of its file in `src/abi`, the functions of its files in `src/capi`, and
//! `abi/headers/NAME.pre` for what Rust cannot say in a way that the generator understands: macros.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, io};

use cbindgen::{Builder, Config, DocumentationStyle, Language, Layout, Style};

/// What one public header is made of; paths are below `src/`.
struct Header {
    name: &'static str,
    types: &'static str,
    /// A file, or a directory of which every file belongs to the header.
    functions: &'static str,
}

const HEADERS: [Header; 2] = [
    Header { name: "libvirt-domain", types: "abi/domain.rs", functions: "capi/domain" },
    Header { name: "libvirt-event", types: "abi/event.rs", functions: "capi/event.rs" },
];

const LICENCE: &str = "/* SPDX-License-Identifier: LGPL-2.1-or-later */\n\
    /* Written by `make headers` from oxvirt's sources; changes belong there. */";

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

/// The files of `path`, in alphabetical order when it is a directory.
fn files(path: &Path) -> io::Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    files.sort();
    Ok(files)
}

/// The text of `header`, generated from the tree at `root`.
fn generate(root: &Path, header: &Header) -> Result<String, Box<dyn std::error::Error>> {
    let types = root.join("src").join(header.types);
    let preamble = fs::read_to_string(root.join(format!("abi/headers/{}.pre", header.name)))?;

    let mut config = Config {
        language: Language::C,
        style: Style::Tag,
        documentation_style: DocumentationStyle::Doxy,
        cpp_compat: true,
        no_includes: true,
        line_length: 100,
        header: Some(LICENCE.to_owned()),
        include_guard: Some(format!("{}_H", header.name.to_uppercase().replace('-', "_"))),
        after_includes: Some(preamble),
        defines: HashMap::from([("feature = sentinels".to_owned(), "VIR_ENUM_SENTINELS".to_owned())]),
        ..Config::default()
    };
    config.function.args = Layout::Vertical;
    config.function.deprecated = Some("VIR_DEPRECATED".to_owned());
    config.export.include = type_names(&fs::read_to_string(&types)?);

    let mut builder = Builder::new().with_config(config).with_src(types);
    for file in files(&root.join("src").join(header.functions))? {
        builder = builder.with_src(file);
    }
    let mut text = Vec::new();
    builder.generate()?.write(&mut text);
    // The generator writes its own remarks as `// ...`, which a program in strict C90 would refuse.
    Ok(String::from_utf8(text)?
        .replace("// __cplusplus", "/* __cplusplus */")
        .replace("// extern \"C\"", "/* extern \"C\" */"))
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
