//! The dynamic section and the dynamic symbols of a shared library.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use object::elf::{
    DT_FLAGS_1, DT_NEEDED, DT_RPATH, DT_RUNPATH, DT_SONAME, FileHeader64, SHT_DYNSYM, STB_LOCAL, STT_FUNC,
    STT_OBJECT, VER_NDX_GLOBAL,
};
use object::read::elf::{Dyn as _, FileHeader as _, Sym as _};
use object::{Endianness, StringTable};

/// A symbol that a library offers.
#[derive(Debug, PartialEq, Eq)]
pub struct Symbol {
    /// `FUNC`, `OBJECT`, or the type's number.
    pub kind: String,
    /// Its version node; empty if it has none.
    pub version: String,
    /// Whether programs are linked to this version of the name.
    pub default: bool,
    /// Bytes, of an `OBJECT` only.
    pub size: Option<u64>,
}

/// What the loader reads of a shared library.
#[derive(Debug, Default)]
pub struct Library {
    pub soname: String,
    pub needed: Vec<String>,
    /// RPATH and RUNPATH entries.
    pub search_paths: Vec<String>,
    pub flags_1: u64,
    /// Version nodes in file order with their parents, without the first, which names the file itself.
    pub nodes: Vec<(String, Vec<String>)>,
    /// Defined symbols by name. A name may have several versions.
    pub symbols: BTreeMap<String, Vec<Symbol>>,
}

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn text(bytes: &[u8]) -> Result<String> {
    Ok(std::str::from_utf8(bytes)?.to_owned())
}

impl Library {
    /// Reads the file at `path`.
    pub fn read(path: &Path) -> Library {
        let data = fs::read(path).unwrap_or_else(|e| panic!("{}: {e}; run `make` first", path.display()));
        Self::parse(&data).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
    }

    fn parse(data: &[u8]) -> Result<Library> {
        let mut library = Library::default();
        let header = FileHeader64::<Endianness>::parse(data)?;
        let endian = header.endian()?;
        let sections = header.sections(endian, data)?;

        let (entries, link) = sections.dynamic(endian, data)?.ok_or("no dynamic section")?;
        let strings: StringTable = sections.strings(endian, data, link)?;
        for entry in entries {
            let string = || text(entry.string(endian, strings)?);
            match entry.tag(endian) {
                DT_SONAME => library.soname = string()?,
                DT_NEEDED => library.needed.push(string()?),
                DT_RPATH | DT_RUNPATH => library.search_paths.push(string()?),
                DT_FLAGS_1 => library.flags_1 = entry.d_val(endian),
                _ => {}
            }
        }

        if let Some((mut definitions, link)) = sections.gnu_verdef(endian, data)? {
            let strings = sections.strings(endian, data, link)?;
            while let Some((definition, mut names)) = definitions.next()? {
                let mut chain = Vec::new();
                while let Some(name) = names.next()? {
                    chain.push(text(name.name(endian, strings)?)?);
                }
                if definition.vd_ndx.get(endian) != VER_NDX_GLOBAL {
                    let own = chain.remove(0);
                    library.nodes.push((own, chain));
                }
            }
        }

        let symbols = sections.symbols(endian, data, SHT_DYNSYM)?;
        let versions = sections.versions(endian, data)?.ok_or("no symbol versions")?;
        for (index, symbol) in symbols.enumerate() {
            if symbol.is_undefined(endian) || symbol.st_bind() == STB_LOCAL || index.0 == 0 {
                continue;
            }
            let version_index = versions.version_index(endian, index);
            let version = match versions.version(version_index.index())? {
                Some(version) => text(version.name())?,
                None => String::new(),
            };
            let (kind, size) = match symbol.st_type() {
                STT_FUNC => ("FUNC".to_owned(), None),
                STT_OBJECT => ("OBJECT".to_owned(), Some(symbol.st_size(endian))),
                other => (other.to_string(), None),
            };
            let name = text(symbol.name(endian, symbols.strings())?)?;
            library.symbols.entry(name).or_default().push(Symbol {
                kind,
                version,
                default: !version_index.is_hidden(),
                size,
            });
        }
        Ok(library)
    }
}
