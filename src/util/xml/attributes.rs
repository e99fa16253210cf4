//! Structs whose fields are the attributes of one element: a table from which reading and writing follow.

#![forbid(unsafe_code)]

use std::fmt;
use std::num::{NonZeroU32, NonZeroU64};
use std::str::FromStr;

use super::read::Element;
use crate::error::Result;
use crate::ident::Uuid;
use crate::util::uuid;

/// A type that an attribute can have; it is written as it displays.
pub trait Attribute: Sized + fmt::Display {
    /// Reads attribute `name`; `None` if the element does not have it.
    fn read(element: Element<'_>, name: &str) -> Result<Option<Self>>;
}

impl Attribute for String {
    fn read(element: Element<'_>, name: &str) -> Result<Option<Self>> {
        Ok(element.attr(name).map(str::to_owned))
    }
}

/// Implements [`Attribute`] for numbers in decimal, and for those where zero is as good as nothing.
macro_rules! decimal {
    ($($type:ty),+; $($non_zero:ty: $of:ty),+ $(,)?) => {
        $(impl Attribute for $type {
            fn read(element: Element<'_>, name: &str) -> Result<Option<Self>> {
                element.number(name)
            }
        })+
        $(impl Attribute for $non_zero {
            fn read(element: Element<'_>, name: &str) -> Result<Option<Self>> {
                Ok(element.number::<$of>(name)?.and_then(Self::new))
            }
        })+
    };
}

decimal! { u8, u16, u32, u64, i32, i64; NonZeroU32: u32, NonZeroU64: u64 }

impl Attribute for Uuid {
    fn read(element: Element<'_>, name: &str) -> Result<Option<Self>> {
        let read = |text| uuid::parse(text).ok_or_else(|| element.invalid(name, text, " Expected UUID"));
        element.attr(name).map(read).transpose()
    }
}

/// A number in decimal that must not be zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Positive(pub u32);

impl Attribute for Positive {
    fn read(element: Element<'_>, name: &str) -> Result<Option<Self>> {
        if element.attr(name).is_none() {
            return Ok(None);
        }
        element.positive(name).map(|number| Some(Self(number)))
    }
}

impl fmt::Display for Positive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Reads a word, of which "default" is as good as nothing.
pub fn unless_default<T: FromStr>(element: Element<'_>, name: &str) -> Result<Option<T>> {
    match element.attr(name) {
        Some("default") => Ok(None),
        _ => element.word(name),
    }
}

/// Declares a struct with a field per attribute, each of them optional, in the order in which they are read and
/// written. `via` names a function that reads an attribute in a way of its own. It reads from an element (`read`) or from the first child with a name (`read_child`), and writes into an
/// open start tag (`write`) or as an element of its own unless it is empty (`write_child`).
macro_rules! attributes {
    (@read $type:ty,) => { <$type as $crate::util::xml::Attribute>::read };
    (@read $type:ty, $reader:path) => { $reader };
    ($(#[$meta:meta])* $vis:vis struct $name:ident {
        $($(#[$doc:meta])* $field:ident: $type:ty = $attribute:literal $(via $reader:path)?,)+
    }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        $vis struct $name { $($(#[$doc])* pub $field: Option<$type>,)+ }

        #[allow(dead_code, reason = "not every table needs every way to read and write")]
        impl $name {
            /// Reads the attributes of `element`.
            pub(crate) fn read(element: $crate::util::xml::Element<'_>) -> $crate::error::Result<Self> {
                Ok(Self { $($field: $crate::util::xml::attributes!(@read $type, $($reader)?)(element, $attribute)?,)+ })
            }

            /// Reads the attributes of the first child of `parent` that is called `child`.
            pub(crate) fn read_child(
                parent: $crate::util::xml::Element<'_>,
                child: &str,
            ) -> $crate::error::Result<Self> {
                parent.child(child).map(Self::read).transpose().map(Option::unwrap_or_default)
            }

            /// Writes the attributes of the open element.
            pub(crate) fn write(&self, w: &mut $crate::util::xml::Writer) {
                $(w.attr_opt($attribute, self.$field.as_ref());)+
            }

            /// Writes an element with these attributes, unless there are none.
            pub(crate) fn write_child(&self, w: &mut $crate::util::xml::Writer, child: &str) {
                w.element_unless_empty(child, |w| self.write(w));
            }

            /// Whether no attribute is set.
            pub fn is_empty(&self) -> bool {
                $(self.$field.is_none())&&+
            }
        }
    };
}

pub(crate) use attributes;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorDomain;
    use crate::util::xml::{Document, Writer};

    attributes! {
        struct Box {
            width: u32 = "width",
            lid: String = "lid",
            weight: NonZeroU32 = "weight",
            number: Positive = "number",
        }
    }

    fn again(xml: &str) -> String {
        let document = Document::parse(xml, "(x)", ErrorDomain::VIR_FROM_NONE).expect("good XML");
        match Box::read(document.root("box").expect("a box")) {
            Ok(value) => {
                let mut w = Writer::default();
                w.element("box", |w| value.write(w));
                w.finish()
            }
            Err(error) => error.message().to_owned(),
        }
    }

    #[test]
    fn a_table_reads_and_writes_its_attributes() {
        assert_eq!(again("<box/>"), "<box/>\n");
        let all = "<box width='0' lid='' weight='7' number='1'/>";
        assert_eq!(again(all), format!("{all}\n"));
        assert_eq!(again("<box number='2' weight='0' colour='red'/>"), "<box number='2'/>\n");
        assert!(again("<box number='0'/>").ends_with("Zero is not permitted"));
        assert!(again("<box width='x'/>").contains("'width'"));
    }
}
