//! CPU models: which there are for an architecture, and the best that several CPUs have in common.
//!
//! Names and features are tables in `facts/`, read into a [`map`] when they are first asked for. Texts of errors are
//! the original's.

#![forbid(unsafe_code)]

mod arch;
mod def;
mod map;
mod ppc64;
mod x86;

use crate::error::{Error, ErrorCode, ErrorDomain, Result};
pub use arch::is_arch;
use def::{GuestCpu, HostCpu};
use map::MAP;

const FROM: ErrorDomain = ErrorDomain::VIR_FROM_CPU;

/// Architectures whose CPUs are compared alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    X86,
    Ppc64,
    S390,
    Arm,
}

impl Family {
    fn of(arch: &str) -> Result<Self> {
        Ok(match arch {
            "i686" | "x86_64" => Self::X86,
            "ppc64" | "ppc64le" => Self::Ppc64,
            "s390" | "s390x" => Self::S390,
            "armv6l" | "armv7b" | "armv7l" | "aarch64" => Self::Arm,
            _ => return Err(no_support(format!("'{arch}' architecture is not supported by CPU driver"))),
        })
    }
}

/// The names of all models for `arch`, oldest first.
///
/// # Errors
/// `VIR_ERR_NO_SUPPORT` if nothing is known about CPUs of that kind.
pub fn model_names(arch: &str) -> Result<Vec<String>> {
    let models = match Family::of(arch)? {
        Family::X86 => MAP.x86.as_slice(),
        Family::Ppc64 => &MAP.ppc64,
        Family::S390 | Family::Arm => &[],
    };
    Ok(models.iter().map(|model| model.name.to_owned()).collect())
}

/// The best CPU that all of `cpus`, which describe hosts, can be, as XML; with all its features if `expand`.
///
/// # Errors
/// `VIR_ERR_XML_ERROR` and others for a bad description, `VIR_ERR_OPERATION_FAILED` if they have nothing in common,
/// `VIR_ERR_INTERNAL_ERROR` for an unknown model or feature.
pub fn baseline(cpus: &[&str], expand: bool) -> Result<String> {
    let cpus: Vec<HostCpu> = cpus.iter().map(|xml| HostCpu::parse(xml)).collect::<Result<_>>()?;
    let [first, ..] = cpus.as_slice() else { return Err(Error::invalid_arg(FROM, "no CPUs given")) };
    let cpu = match Family::of(&first.arch)? {
        Family::X86 => x86::baseline(&cpus, expand)?,
        Family::Ppc64 => ppc64::baseline(&cpus)?,
        Family::S390 => {
            return Err(no_support(format!("cannot compute baseline CPU of {} architecture", first.arch)));
        }
        // As the original: the others are not looked at.
        Family::Arm => GuestCpu::new(&first.model),
    };
    Ok(cpu.format())
}

fn no_support(detail: String) -> Error {
    Error::new(ErrorCode::VIR_ERR_NO_SUPPORT, FROM, detail)
}

fn failed(detail: impl Into<String>) -> Error {
    Error::new(ErrorCode::VIR_ERR_OPERATION_FAILED, FROM, detail)
}

fn unknown_model(name: &str) -> Error {
    Error::internal(FROM, format!("Unknown CPU model {name}"))
}

fn unknown_vendor(name: &str) -> Error {
    failed(format!("Unknown CPU vendor {name}"))
}

fn other_vendor(model: &map::Model, vendor: &str) -> Error {
    let own = model.vendor.unwrap_or_default();
    failed(format!("CPU vendor {own} of model {} differs from vendor {vendor}", model.name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cpu(model: &str, more: &str) -> String {
        format!("<cpu><arch>x86_64</arch><model>{model}</model>{more}</cpu>")
    }

    /// `c-tests/test-node.c` compares all pairs of models with the original.
    #[test]
    fn what_two_cpus_have_in_common_is_told_by_the_closest_model() {
        let common = |a: &str, b: &str| baseline(&[a, b], false).map_err(|error| error.message().to_owned());
        let nehalem =
            "<cpu mode='custom' match='exact'>\n  <model fallback='allow'>Nehalem</model>\n</cpu>\n";
        assert_eq!(common(&cpu("Haswell", ""), &cpu("Nehalem", "")).as_deref(), Ok(nehalem));
        let vme = common(&cpu("486", ""), &cpu("qemu64", "")).expect("fpu and pse");
        assert!(vme.contains("<feature policy='disable' name='vme'/>"), "{vme}");
        let vendors = common(&cpu("Haswell", "<vendor>Intel</vendor>"), &cpu("EPYC", "<vendor>AMD</vendor>"));
        assert_eq!(vendors.unwrap_err(), "operation failed: CPU vendors do not match");
        assert_eq!(
            common(&cpu("486", ""), &cpu("x", "")).unwrap_err(),
            "internal error: Unknown CPU model x"
        );
    }
}
