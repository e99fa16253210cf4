//! Enums whose values are words in XML.

#![forbid(unsafe_code)]

/// Declares an enum with a word per value: `as_str`, `Display`, `Attribute` and `FromStr` (its error says nothing;
/// the reader of the attribute knows more).
macro_rules! words {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        $vis enum $name { $($(#[$doc])* $variant,)+ }

        impl $name {
            /// Every value, in this order.
            #[allow(dead_code, reason = "not every enum is walked through")]
            $vis const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word that stands for the value.
            $vis fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = ();

            fn from_str(word: &str) -> Result<Self, ()> {
                match word { $($word => Ok(Self::$variant),)+ _ => Err(()) }
            }
        }

        impl $crate::util::xml::Attribute for $name {
            fn read(
                element: $crate::util::xml::Element<'_>,
                name: &str,
            ) -> $crate::error::Result<Option<Self>> {
                element.word(name)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

pub(crate) use words;
