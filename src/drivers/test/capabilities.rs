//! `<capabilities>` of a test host: a fiction, except that the real host's IOMMU shows.

#![forbid(unsafe_code)]

use std::fs;

use super::node::Cell;
use crate::util::xml::Writer;

/// The security model that the host says it has.
pub const SECURITY_MODEL: &str = "testSecurity";

const ARCH: &str = "i686";
const FEATURES: [&str; 2] = ["pae", "nonpae"];
/// Sizes of pages: two ordinary ones, then those that every cell has.
const PAGES_KIB: [u64; 4] = [4, 8, 2048, 1_048_576];

/// The document, for a host with these NUMA cells.
pub fn format(cells: &[Cell]) -> String {
    let mut w = Writer::default();
    w.element("capabilities", |w| {
        w.blank_line();
        w.element("host", |w| host(w, cells));
        w.blank_line();
        for os_type in ["hvm", "xen"] {
            w.element("guest", |w| guest(w, os_type));
            w.blank_line();
        }
    });
    w.finish()
}

fn host(w: &mut Writer, cells: &[Cell]) {
    w.element("cpu", |w| {
        w.text("arch", ARCH);
        features(w);
        PAGES_KIB.iter().for_each(|size_kib| pages(w, *size_kib, None));
    });
    w.empty("power_management");
    w.element("iommu", |w| w.attr("support", if has_iommu() { "yes" } else { "no" }));
    w.element("topology", |w| {
        w.element("cells", |w| {
            w.attr("num", cells.len());
            w.lines();
            cells.iter().enumerate().for_each(|(index, it)| cell(w, index, it));
        });
    });
    w.element("secmodel", |w| {
        w.text("model", SECURITY_MODEL);
        w.text("doi", "");
    });
}

fn cell(w: &mut Writer, index: usize, cell: &Cell) {
    // As the original: one cell has ordinary pages of another size.
    let ordinary = PAGES_KIB[usize::from(index == 1)];
    w.element("cell", |w| {
        w.attr("id", index);
        w.element("memory", |w| {
            w.attr("unit", "KiB");
            w.content(cell.memory_kib);
        });
        pages(w, ordinary, Some(cell.memory_kib / ordinary));
        PAGES_KIB[2..].iter().for_each(|size_kib| pages(w, *size_kib, Some(0)));
        w.element("cpus", |w| {
            w.attr("num", cell.cpus.len());
            for (core, cpu) in cell.cpus.clone().enumerate() {
                w.element("cpu", |w| {
                    w.attr("id", cpu);
                    w.attr("socket_id", index);
                    w.attr("die_id", 0);
                    w.attr("core_id", core);
                    w.attr("siblings", cpu);
                });
            }
        });
    });
}

fn pages(w: &mut Writer, size_kib: u64, count: Option<u64>) {
    w.element("pages", |w| {
        w.attr("unit", "KiB");
        w.attr("size", size_kib);
        if let Some(count) = count {
            w.content(count);
        }
    });
}

fn guest(w: &mut Writer, os_type: &str) {
    w.text("os_type", os_type);
    w.element("arch", |w| {
        w.attr("name", ARCH);
        w.text("wordsize", 32);
        w.text("emulator", "/usr/bin/test-hv");
        w.element("domain", |w| w.attr("type", "test"));
    });
    features(w);
}

fn features(w: &mut Writer) {
    w.element("features", |w| FEATURES.iter().for_each(|feature| w.empty(feature)));
}

/// Whether the kernel manages devices in groups, for which it needs an IOMMU.
fn has_iommu() -> bool {
    fs::read_dir("/sys/kernel/iommu_groups").is_ok_and(|mut groups| groups.next().is_some())
}
