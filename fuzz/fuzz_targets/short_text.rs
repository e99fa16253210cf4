//! Short texts of some syntax: sets of CPUs, UUIDs, numbers, and what the environment says about logging.

#![cfg_attr(fuzzing, no_main)]
#![forbid(unsafe_code)]

use virt::conf::cpuset::CpuSet;
use virt::util::log::settings;
use virt::util::{uuid, xml};

/// Tries one input.
pub fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    if let Ok(set) = CpuSet::parse(text) {
        assert_eq!(CpuSet::from_map(&set.map()), set, "{text}");
        if !set.is_empty() {
            assert_eq!(CpuSet::parse(&set.to_string()).ok(), Some(set), "{text}");
        }
    }
    if let Some(id) = uuid::parse(text) {
        assert_eq!(uuid::parse(&id.to_string()), Some(id), "{text}");
    }
    if let Some(number) = xml::number::<i64>(text) {
        assert_eq!(xml::number::<i64>(&number.to_string()), Some(number), "{text}");
    }
    let _ = settings::level(text);
    for filter in settings::filters(text).unwrap_or_default() {
        let _ = filter.matches("drivers.qemu.start");
    }
    for word in text.split_whitespace() {
        let _ = settings::destination(word);
    }
}

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| run(data));
