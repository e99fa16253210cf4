//! XML as the definitions need it: typed reading of elements, writing in the original's text form, and
//! enums that have a word per value. Knows no element by name.

#![forbid(unsafe_code)]

mod attributes;
mod copy;
mod name;
mod read;
mod words;
mod write;

pub(crate) use attributes::attributes;
pub use attributes::{Attribute, Positive, unless_default};
pub use copy::Prefix;
pub use name::is_prefix;
pub use read::{Document, Element, Number, hex_number, number, xml_error};
pub(crate) use words::words;
pub use write::Writer;
