//! The architectures, by the original's names for them.

#![forbid(unsafe_code)]

/// All that libvirt 12.8.0 knows; 9.0.0 lacks the last one.
#[rustfmt::skip] // by the line
const ARCHES: [&str; 37] = [
    "alpha", "armv6l", "armv7l", "armv7b", "aarch64", "cris", "i686", "ia64", "lm32", "m68k", "microblaze",
    "microblazeel", "mips", "mipsel", "mips64", "mips64el", "openrisc", "parisc", "parisc64", "ppc", "ppcle", "ppc64",
    "ppc64le", "ppcemb", "riscv32", "riscv64", "s390", "s390x", "sh4", "sh4eb", "sparc", "sparc64", "unicore32",
    "x86_64", "xtensa", "xtensaeb", "loongarch64",
];

/// Whether there is an architecture of this name, with CPU models or without.
pub fn is_arch(name: &str) -> bool {
    ARCHES.contains(&name)
}
