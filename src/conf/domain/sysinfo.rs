//! `<sysinfo>`: what the guest reads about its machine, in SMBIOS tables or in the emulator's own.

#![forbid(unsafe_code)]

use super::fail;
use crate::error::Result;
use crate::ident::Uuid;
use crate::util::uuid;
use crate::util::xml::{Element, Writer, number, words};

/// `<sysinfo>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sysinfo {
    Smbios(Smbios),
    /// Files of the emulator's firmware interface, by name.
    FwCfg(Vec<(String, FwCfgValue)>),
}

/// `<sysinfo type='smbios'>`; tables that say nothing are empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Smbios {
    pub bios: Entries,
    pub system: Entries,
    pub base_boards: Vec<Entries>,
    pub chassis: Entries,
    pub oem_strings: Vec<String>,
}

/// Named texts, in the original's order.
pub type Entries = Vec<(&'static str, String)>;

/// What a file of the firmware interface holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FwCfgValue {
    Text(String),
    /// The content of this file of the host.
    File(String),
}

words! {
    /// `<sysinfo type=…>`
    enum SysinfoKind {
        Smbios = "smbios",
        FwCfg = "fwcfg",
    }
}

const BIOS: &[&str] = &["vendor", "version", "date", "release"];
const SYSTEM: &[&str] = &["manufacturer", "product", "version", "serial", "uuid", "sku", "family"];
const BASE_BOARD: &[&str] = &["manufacturer", "product", "version", "serial", "asset", "location"];
const CHASSIS: &[&str] = &["manufacturer", "version", "serial", "asset", "sku"];

impl Sysinfo {
    /// Reads an element of the domain `uuid`; one that was made up (`is_new`) gives way to that of the tables.
    pub(super) fn parse(element: Element<'_>, uuid: &mut Uuid, is_new: bool) -> Result<Self> {
        Ok(match element.required_word("type")? {
            SysinfoKind::Smbios => Self::Smbios(Smbios::parse(element, uuid, is_new)?),
            SysinfoKind::FwCfg => {
                Self::FwCfg(element.children_named("entry").map(fw_cfg_entry).collect::<Result<_>>()?)
            }
        })
    }

    pub(super) fn format(&self, w: &mut Writer) {
        w.element("sysinfo", |w| match self {
            Self::Smbios(smbios) => {
                w.attr("type", SysinfoKind::Smbios);
                smbios.format(w);
            }
            Self::FwCfg(files) => {
                w.attr("type", SysinfoKind::FwCfg);
                for (name, value) in files {
                    w.element("entry", |w| {
                        w.attr("name", name);
                        match value {
                            FwCfgValue::Text(text) => w.content(text),
                            FwCfgValue::File(path) => w.attr("file", path),
                        }
                    });
                }
            }
        });
    }
}

fn fw_cfg_entry(element: Element<'_>) -> Result<(String, FwCfgValue)> {
    let name = element.attr("name").ok_or_else(|| fail::xml("Firmware entry is missing 'name' attribute"))?;
    let text = || Some(element.text()).filter(|text| !text.trim_ascii().is_empty()).map(FwCfgValue::Text);
    let value = element.attr("file").map(|path| FwCfgValue::File(path.to_owned())).or_else(text);
    let missing = || fail::xml("Firmware entry must have either value or 'file' attribute");
    Ok((name.to_owned(), value.ok_or_else(missing)?))
}

impl Smbios {
    fn parse(element: Element<'_>, uuid: &mut Uuid, is_new: bool) -> Result<Self> {
        let table = |name, names| element.child(name).map(|table| entries(table, names)).unwrap_or_default();
        let mut smbios = Self { bios: table("bios", BIOS), ..Self::default() };
        if smbios.bios.iter().any(|(name, text)| *name == "date" && !is_date(text)) {
            return Err(fail::xml_detail("Invalid BIOS 'date' format"));
        }
        smbios.system = table("system", SYSTEM);
        if let Some((_, text)) = smbios.system.iter_mut().find(|(name, _)| *name == "uuid") {
            let own =
                uuid::parse(text).ok_or_else(|| fail::xml_detail("malformed <sysinfo> uuid element"))?;
            if is_new {
                *uuid = own;
            } else if *uuid != own {
                return Err(fail::xml_detail("UUID mismatch between <uuid> and <sysinfo>"));
            }
            *text = own.to_string();
        }
        let boards = element.children_named("baseBoard").map(|board| entries(board, BASE_BOARD));
        smbios.base_boards = boards.filter(|board| !board.is_empty()).collect();
        smbios.chassis = table("chassis", CHASSIS);
        if let Some(strings) = element.child("oemStrings") {
            smbios.oem_strings = strings.children_named("entry").map(Element::text).collect();
        }
        Ok(smbios)
    }

    fn format(&self, w: &mut Writer) {
        write_entries(w, "bios", &self.bios);
        write_entries(w, "system", &self.system);
        self.base_boards.iter().for_each(|board| write_entries(w, "baseBoard", board));
        write_entries(w, "chassis", &self.chassis);
        w.element_unless_empty("oemStrings", |w| {
            self.oem_strings.iter().for_each(|text| w.text("entry", text));
        });
    }
}

/// The entries of `table` that have one of `names`; the first of a name counts, unless it is empty.
fn entries(table: Element<'_>, names: &[&'static str]) -> Entries {
    let entry = |name: &&'static str| {
        let element = table.children_named("entry").find(|entry| entry.attr("name") == Some(*name))?;
        Some((*name, element.text())).filter(|(_, text)| !text.is_empty())
    };
    names.iter().filter_map(entry).collect()
}

fn write_entries(w: &mut Writer, table: &str, entries: &Entries) {
    w.element_unless_empty(table, |w| {
        for (name, text) in entries {
            w.element("entry", |w| {
                w.attr("name", name);
                w.content(text);
            });
        }
    });
}

/// Whether `text` is a date as SMBIOS writes it: month, day and year, this one also in two digits.
fn is_date(text: &str) -> bool {
    let mut parts = text.split('/').map(number::<u32>);
    let date = (parts.next().flatten(), parts.next().flatten(), parts.next().flatten());
    parts.next().is_none() && matches!(date, (Some(1..=12), Some(1..=31), Some(0..=99 | 1900..)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As measured on the original.
    #[test]
    fn dates() {
        for text in ["01/02/2020", "1/2/20", " 1/ 2/ 2020", "+1/1/2020", "12/31/00", "1/1/1900"] {
            assert!(is_date(text), "{text}");
        }
        for text in
            ["0/1/2020", "13/1/2020", "1/32/2020", "1/1/100", "1/1", "1/1/", "1/1/2020/1", "1/1/2020 "]
        {
            assert!(!is_date(text), "{text}");
        }
    }
}
