//! Network filters and their bindings (`libvirt-nwfilter.h`).
//!
//! The C side of the library in Rust types, named and laid out exactly as in the public header; no code.

/// {{virNWFilter}}
pub struct _virNWFilter {
    _private: [u8; 0],
}
/// {{virNWFilter}}
pub type virNWFilter = _virNWFilter;

/// {{virNWFilterBinding}}
pub struct _virNWFilterBinding {
    _private: [u8; 0],
}
/// {{virNWFilterBinding}}
pub type virNWFilterBinding = _virNWFilterBinding;

/// {{virNWFilterBindingCreateFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNWFilterBindingCreateFlags {
    /// {{VIR_NWFILTER_BINDING_CREATE_VALIDATE}}
    VIR_NWFILTER_BINDING_CREATE_VALIDATE = 1 << 0,
}
/// {{virNWFilterBindingCreateFlags}}
pub type virNWFilterBindingCreateFlags = _virNWFilterBindingCreateFlags;

/// {{virNWFilterBindingPtr}}
pub type virNWFilterBindingPtr = *mut virNWFilterBinding;

/// {{virNWFilterDefineFlags}}
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNWFilterDefineFlags {
    /// {{VIR_NWFILTER_DEFINE_VALIDATE}}
    VIR_NWFILTER_DEFINE_VALIDATE = 1 << 0,
}
/// {{virNWFilterDefineFlags}}
pub type virNWFilterDefineFlags = _virNWFilterDefineFlags;

/// {{virNWFilterPtr}}
pub type virNWFilterPtr = *mut virNWFilter;
