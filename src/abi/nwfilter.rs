//! Network filters and their bindings (`libvirt-nwfilter.h`).
//!
//! The C side of the library in Rust types, named and laid out exactly as in the public header; no code.

/// Opaque network filter.
pub struct _virNWFilter {
    _private: [u8; 0],
}
/// Opaque network filter.
pub type virNWFilter = _virNWFilter;

/// Opaque binding of a network filter to a guest's interface.
pub struct _virNWFilterBinding {
    _private: [u8; 0],
}
/// Opaque binding of a network filter to a guest's interface.
pub type virNWFilterBinding = _virNWFilterBinding;

/// Flags for creating a filter binding.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNWFilterBindingCreateFlags {
    /// Check the XML against the schema.
    VIR_NWFILTER_BINDING_CREATE_VALIDATE = 1 << 0,
}
/// Flags for creating a filter binding.
pub type virNWFilterBindingCreateFlags = _virNWFilterBindingCreateFlags;

/// Handle of a filter binding; release it with virNWFilterBindingFree().
pub type virNWFilterBindingPtr = *mut virNWFilterBinding;

/// Flags for storing a network filter.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum _virNWFilterDefineFlags {
    /// Check the XML against the schema.
    VIR_NWFILTER_DEFINE_VALIDATE = 1 << 0,
}
/// Flags for storing a network filter.
pub type virNWFilterDefineFlags = _virNWFilterDefineFlags;

/// Handle of a network filter; release it with virNWFilterFree().
pub type virNWFilterPtr = *mut virNWFilter;
