//! Writes the public C headers in `include/libvirt/` from the Rust sources, and their descriptions in `include/api/`
//! from the headers; with `--check` compares instead.
//!
//! One header is made of the types and constants of its files in `src/abi`, the functions of its files in
//! `src/capi`, and `abi/headers/NAME.pre` for what Rust has no words for: macros with parameters or other names.

#![forbid(unsafe_code)]

mod declaration;
mod description;
mod style;
mod table;

use std::collections::HashMap;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use cbindgen::{Builder, Config, DocumentationStyle, Language, Layout, Style};
use syn::{Expr, Item, Lit};

use description::{Facts, LIBRARIES};
use table::{HEADERS, Header, Inclusion};

const LICENCE: &str = "/* SPDX-License-Identifier: LGPL-2.1-or-later */\n\
    /* Written by `make headers` from oxvirt's sources; changes belong there. */";

/// What cbindgen does not find by itself in a file of types.
#[derive(Default)]
struct Left {
    /// Names of types: it leaves out those that no function of the same header mentions, unless told the names.
    types: Vec<String>,
    /// Macros for the constants that are strings.
    strings: String,
}

impl Left {
    fn read(&mut self, source: &Path) -> Result<(), Box<dyn Error>> {
        let file = syn::parse_file(&fs::read_to_string(source)?)?;
        for item in &file.items {
            match item {
                Item::Struct(it) => self.types.push(it.ident.to_string()),
                Item::Union(it) => self.types.push(it.ident.to_string()),
                Item::Enum(it) => self.types.push(it.ident.to_string()),
                Item::Type(it) => self.types.push(it.ident.to_string()),
                Item::Const(it) => {
                    if let Some(value) = string(&it.expr) {
                        let macro_ = format!("#define {} {value:?}", it.ident);
                        self.strings += &format!("\n{}\n{macro_}\n", comment(&it.attrs));
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }
}

/// The value of a string literal.
fn string(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Lit(syn::ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
        _ => None,
    }
}

/// The doc comment of an item as cbindgen prints it.
fn comment(attrs: &[syn::Attribute]) -> String {
    let line = |attr: &syn::Attribute| match &attr.meta {
        syn::Meta::NameValue(it) if it.path.is_ident("doc") => string(&it.value),
        _ => None,
    };
    let lines: String = attrs.iter().filter_map(line).map(|line| format!(" *{line}\n")).collect();
    format!("/**\n{lines} */")
}

/// The text of `header`, generated from the tree at `root`.
fn generate(root: &Path, header: &Header) -> Result<String, Box<dyn Error>> {
    let src = root.join("src");
    let mut left = Left::default();
    let mut builder = Builder::new();
    for types in header.types {
        let types = src.join(types);
        left.read(&types)?;
        builder = builder.with_src(types);
    }
    for functions in header.functions {
        builder = builder.with_src(src.join(functions));
    }

    let by_hand = root.join(format!("abi/headers/{}.pre", header.name));
    let by_hand =
        if by_hand.exists() { format!("\n{}", fs::read_to_string(by_hand)?) } else { String::new() };
    let mut config = Config {
        language: Language::C,
        style: Style::Tag,
        documentation_style: DocumentationStyle::Doxy,
        cpp_compat: true,
        no_includes: true,
        usize_is_size_t: true,
        tab_width: 4,
        line_length: 100,
        header: Some(format!("{LICENCE}\n{}", header.inclusion.before_guard())),
        include_guard: Some(header.guard()),
        after_includes: Some(format!(
            "{}\n{}\n{by_hand}{}",
            header.inclusion.preamble(),
            style::BEGIN,
            left.strings
        )),
        defines: HashMap::from([("feature = sentinels".to_owned(), "VIR_ENUM_SENTINELS".to_owned())]),
        ..Config::default()
    };
    config.function.args = Layout::Vertical;
    config.export.include = left.types;
    let mut text = Vec::new();
    builder.with_config(config).generate()?.write(&mut text);

    let mut text = style::tidy(&String::from_utf8(text)?);
    for (generated, corrected) in header.corrections {
        if !text.contains(generated) {
            return Err(format!("{}: nothing to correct: {generated}", header.name).into());
        }
        text = text.replace(generated, corrected);
    }
    Ok(text)
}

/// `libvirt.h`, which includes its parts and allows them to be included.
fn umbrella() -> String {
    let parts: String = HEADERS
        .iter()
        .filter(|header| matches!(header.inclusion, Inclusion::Common | Inclusion::Part))
        .map(|header| format!("#include <libvirt/{}.h>\n", header.name))
        .collect();
    format!(
        "{LICENCE}\n\n#ifndef LIBVIRT_H\n#define LIBVIRT_H\n\n#include <sys/types.h>\n\n\
         #define __VIR_LIBVIRT_H_INCLUDES__\n{parts}#undef __VIR_LIBVIRT_H_INCLUDES__\n\n\
         #endif /* LIBVIRT_H */\n"
    )
}

fn run(check: bool) -> Result<ExitCode, Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize()?;
    let mut files = vec![("libvirt/libvirt.h".to_owned(), umbrella())];
    let mut contents = Vec::new();
    for header in &HEADERS {
        let text = generate(&root, header)?;
        contents.push((header.name, declaration::read(&text)?));
        files.push((format!("libvirt/{}.h", header.name), text));
    }
    let facts = Facts::read(&root)?;
    for library in LIBRARIES {
        files.push((format!("api/{library}-api.xml"), description::describe(library, &contents, &facts)));
    }
    let mut stale = false;
    for (name, text) in files {
        let path = root.join("include").join(name);
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
