//! Definitions on disk, and the files of runs: reading, writing, removing.

#![forbid(unsafe_code)]

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::layout::Layout;
use crate::conf::domain::{DomainDef, FormatFlags};
use crate::error::{Error, ErrorDomain, Result};
use crate::ident::DomainId;
use crate::util::file;

/// The comment at the top of a file of ours.
pub fn warning(name: &str) -> String {
    // A comment must not hold two hyphens in a row.
    let name = name.replace("--", "- -");
    format!(
        "<!--\nWARNING: this file is written by the library; changes to it may be overwritten.\n\
         Change domain {name} through the library's functions, for example with:\n  virsh edit {name}\n-->\n\n"
    )
}

/// Writes a definition to its file.
pub fn save(layout: &Layout, def: &DomainDef) -> Result<()> {
    let flags = FormatFlags { secure: true, inactive: true, ..FormatFlags::default() };
    let text = warning(&def.name) + &def.format(flags);
    file::replace(&layout.definition(&def.name), &text, 0o600)
}

/// Removes a definition's file.
pub fn remove(layout: &Layout, name: &str) -> Result<()> {
    remove_quietly(&layout.autostart_link(name));
    let path = layout.definition(name);
    file::remove(&path).map_err(|cause| {
        let what = format!("cannot remove config '{}'", path.display());
        Error::system(ErrorDomain::VIR_FROM_DOMAIN, what, &cause)
    })
}

/// All definitions that can be understood; the others are named in the log.
pub fn load_all(layout: &Layout) -> Vec<DomainDef> {
    xml_files(&layout.definitions())
        .into_iter()
        .filter_map(|(name, text)| match DomainDef::parse(&text) {
            Ok(def) if def.name == name => Some(def),
            Ok(def) => {
                log::error!("definition '{name}.xml' is that of domain '{}'; it is not loaded", def.name);
                None
            }
            Err(error) => {
                log::error!("definition '{name}.xml' is not loaded: {error}");
                None
            }
        })
        .collect()
}

/// The XML files of a folder: names without ending, and contents.
pub fn xml_files(folder: &Path) -> Vec<(String, String)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut files = Vec::new();
    for entry in entries.flatten() {
        let file_name = entry.file_name();
        let Some(name) = file_name.to_str().and_then(|name| name.strip_suffix(".xml")) else { continue };
        match fs::read_to_string(entry.path()) {
            Ok(text) => files.push((name.to_owned(), text)),
            Err(error) => log::error!("cannot read '{}': {error}", entry.path().display()),
        }
    }
    files.sort();
    files
}

/// Removes the files of a run: state, process id, private folder.
pub fn remove_run(layout: &Layout, id: DomainId, name: &str) {
    remove_quietly(&layout.status(name));
    remove_quietly(&layout.pid_file(name));
    let folder = layout.domain_dir(id, name);
    match fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            log::warn!("cannot remove '{}': {error}", folder.display());
        }
        _ => {}
    }
}

fn remove_quietly(path: &Path) {
    if let Err(error) = file::remove(path) {
        log::warn!("cannot remove '{}': {error}", path.display());
    }
}
