//! Reads the tables in `facts/`: libvirt 9.0.0's, and in `facts/newer/` the rows that came until 12.8.0.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

/// One row of a table: column name to value.
pub type Row = HashMap<String, String>;

/// The root of the project.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn rows(path: PathBuf) -> Vec<Row> {
    let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut lines = text.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t'));
    let names: Vec<_> = lines.next().expect("a table has a head").collect();
    let row = |fields: std::str::Split<'_, char>| {
        names.iter().map(|name| name.to_string()).zip(fields.map(str::to_owned)).collect()
    };
    lines.map(row).collect()
}

/// The table as of 9.0.0, the version that Debian 12 has.
pub fn old(name: &str) -> Vec<Row> {
    rows(root().join("facts").join(name))
}

/// The table as of 12.8.0, the version that this library replaces. A newer row takes the place of the older one
/// with the same value in column `key`.
pub fn all(name: &str, key: &str) -> Vec<Row> {
    let newer = rows(root().join("facts/newer").join(name));
    let replaced: Vec<_> = newer.iter().map(|row| row[key].clone()).collect();
    let mut table = old(name);
    table.retain(|row| !replaced.contains(&row[key]));
    table.extend(newer);
    table
}
