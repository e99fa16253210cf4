//! Files that the test driver reads: the description of a host, in files that name each other, and saved domains.
//!
//! An input is the first file and, with NUL bytes between them, those that it can name, "1", "2" and so on; and all of
//! it is a saved domain.

#![cfg_attr(fuzzing, no_main)]
#![forbid(unsafe_code)]

use std::io;

use virt::conf::domain::{DomainDef, Rules};
use virt::drivers::test::{file, image};

/// Tries one input.
pub fn run(data: &[u8]) {
    let files: Vec<_> = data.split(|byte| *byte == 0).collect();
    let load = |path: &str| {
        let number = path.strip_prefix("/host/").and_then(|name| name.parse::<usize>().ok());
        let content = number.and_then(|number| files.get(number));
        content.map(|content| content.to_vec()).ok_or_else(|| io::ErrorKind::NotFound.into())
    };
    let _ = file::read_by("/host/0", &load);
    let _ = image::read_from(data, "/saved").and_then(|xml| DomainDef::parse_by(&xml, Rules::Test));
}

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| run(data));
