//! XDR (RFC 4506): how values become bytes and back, and the macros that make types of the protocol from lists.
//!
//! A codec is a type that implements [`Xdr`]; primitives and generated types are their own codec, the others
//! (`Str<MAX>`, `List<C, MAX>` and so on) add a limit to a plain Rust type. A limit, and whether the bytes can be there
//! at all, is looked at before anything is allocated.

#![forbid(unsafe_code)]

use std::fmt;
use std::marker::PhantomData;

/// Why bytes are not a value, or a value cannot be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The bytes end before the value does.
    Short,
    /// So many bytes or elements, where fewer are allowed.
    TooLong(usize),
    /// So many elements of this type, where not more than `limit` can be sent.
    TooMany { of: &'static str, count: usize, limit: usize },
    /// A number that says whether or which value follows, and is none of those.
    BadChoice(i32),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Short => f.write_str("the bytes end too early"),
            Self::TooLong(length) => write!(f, "a length of {length} is above the limit"),
            Self::TooMany { of, count, limit } => write!(f, "{count} elements of {of} are above {limit}"),
            Self::BadChoice(value) => write!(f, "there is no choice {value}"),
        }
    }
}

/// Of encoding and decoding.
pub type Result<T, E = Fault> = std::result::Result<T, E>;

/// A form in which values appear on the wire.
pub trait Xdr {
    /// What is sent in this form.
    type Value;
    /// The fewest bytes that a value takes: so a count can be judged by what is left of the input.
    const MIN: usize;
    /// Appends `value` to `out`.
    fn encode(value: &Self::Value, out: &mut Vec<u8>) -> Result<()>;
    /// Takes a value from the front of `input`.
    fn decode(input: &mut Decoder<'_>) -> Result<Self::Value>;
    /// Some value, for tests.
    #[cfg(test)]
    fn sample(from: &mut Sampler<'_>) -> Self::Value;
}

/// What is still to be decoded.
#[derive(Clone, Copy, Debug)]
pub struct Decoder<'a>(&'a [u8]);

impl<'a> Decoder<'a> {
    /// Starts at the front of `bytes`.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// What has not been taken yet.
    pub fn rest(&self) -> &'a [u8] {
        self.0
    }

    fn take(&mut self, count: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(Fault::Short)?;
        self.0 = rest;
        Ok(taken)
    }

    fn word<const N: usize>(&mut self) -> Result<[u8; N]> {
        let (taken, rest) = self.0.split_first_chunk().ok_or(Fault::Short)?;
        self.0 = rest;
        Ok(*taken)
    }

    /// Bytes with the padding after them, whose content does not matter, as in the original.
    fn padded(&mut self, count: usize) -> Result<&'a [u8]> {
        Ok(&self.take(count.next_multiple_of(4))?[..count])
    }

    /// A length that is not above `max`, of items of at least `min` bytes each, for which there is enough input.
    fn length(&mut self, max: usize, min: usize) -> Result<usize> {
        let length = u32::from_be_bytes(self.word()?) as usize;
        if length > max {
            return Err(Fault::TooLong(length));
        }
        if length.saturating_mul(min) > self.0.len() {
            return Err(Fault::Short);
        }
        Ok(length)
    }
}

/// Appends a length.
fn put_length(length: usize, max: usize, out: &mut Vec<u8>) -> Result<()> {
    let length = u32::try_from(length).ok().filter(|_| length <= max).ok_or(Fault::TooLong(length))?;
    out.extend_from_slice(&length.to_be_bytes());
    Ok(())
}

fn put_padded(bytes: &[u8], out: &mut Vec<u8>) {
    out.extend_from_slice(bytes);
    out.extend_from_slice(&[0; 3][..bytes.len().next_multiple_of(4) - bytes.len()]);
}

macro_rules! number {
    ($($type:ident)*) => { $(
        impl Xdr for $type {
            type Value = Self;
            const MIN: usize = size_of::<Self>();

            fn encode(value: &Self, out: &mut Vec<u8>) -> Result<()> {
                out.extend_from_slice(&value.to_be_bytes());
                Ok(())
            }

            fn decode(input: &mut Decoder<'_>) -> Result<Self> {
                Ok(Self::from_be_bytes(input.word()?))
            }

            #[cfg(test)]
            fn sample(from: &mut Sampler<'_>) -> Self {
                from.number() as Self
            }
        }
    )* };
}

number! { i32 u32 i64 u64 f64 }

/// Small numbers, which take four bytes each, also in arrays. As in the original the upper bytes do not matter.
macro_rules! small {
    ($($(#[$doc:meta])* $name:ident: $type:ident as $sign:ident;)*) => { $(
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name;

        impl Xdr for $name {
            type Value = $type;
            const MIN: usize = 4;

            fn encode(value: &$type, out: &mut Vec<u8>) -> Result<()> {
                i32::encode(&i32::from(*value as $sign), out)
            }

            fn decode(input: &mut Decoder<'_>) -> Result<$type> {
                Ok(i32::decode(input)? as $type)
            }

            #[cfg(test)]
            fn sample(from: &mut Sampler<'_>) -> $type {
                from.number() as $type
            }
        }
    )* };
}

small! {
    /// A character of C, which has a sign.
    Char: u8 as i8;
    /// A character without a sign.
    UnsignedChar: u8 as u8;
    /// A short number without a sign.
    UnsignedShort: u16 as u16;
}

impl Xdr for () {
    type Value = ();
    const MIN: usize = 0;

    fn encode((): &(), _: &mut Vec<u8>) -> Result<()> {
        Ok(())
    }

    fn decode(_: &mut Decoder<'_>) -> Result<()> {
        Ok(())
    }

    #[cfg(test)]
    fn sample(_: &mut Sampler<'_>) {}
}

/// Text of at most so many bytes. The original passes on what is not UTF-8; here it is replaced by U+FFFD, so that one
/// odd name does not cost a whole list.
#[derive(Debug)]
pub struct Str<const MAX: usize>;

impl<const MAX: usize> Xdr for Str<MAX> {
    type Value = String;
    const MIN: usize = 4;

    fn encode(value: &String, out: &mut Vec<u8>) -> Result<()> {
        put_length(value.len(), MAX, out)?;
        put_padded(value.as_bytes(), out);
        Ok(())
    }

    fn decode(input: &mut Decoder<'_>) -> Result<String> {
        let length = input.length(MAX, 1)?;
        Ok(String::from_utf8_lossy(input.padded(length)?).into_owned())
    }

    #[cfg(test)]
    fn sample(from: &mut Sampler<'_>) -> String {
        (0..from.count(MAX)).map(|_| char::from(from.number() as u8 & 0x7f)).collect()
    }
}

/// Bytes, at most so many.
#[derive(Debug)]
pub struct Opaque<const MAX: usize>;

impl<const MAX: usize> Xdr for Opaque<MAX> {
    type Value = Vec<u8>;
    const MIN: usize = 4;

    fn encode(value: &Vec<u8>, out: &mut Vec<u8>) -> Result<()> {
        put_length(value.len(), MAX, out)?;
        put_padded(value, out);
        Ok(())
    }

    fn decode(input: &mut Decoder<'_>) -> Result<Vec<u8>> {
        let length = input.length(MAX, 1)?;
        Ok(input.padded(length)?.to_vec())
    }

    #[cfg(test)]
    fn sample(from: &mut Sampler<'_>) -> Vec<u8> {
        (0..from.count(MAX)).map(|_| from.number() as u8).collect()
    }
}

/// Bytes, exactly so many.
#[derive(Debug)]
pub struct Fixed<const N: usize>;

impl<const N: usize> Xdr for Fixed<N> {
    type Value = [u8; N];
    const MIN: usize = N;

    fn encode(value: &[u8; N], out: &mut Vec<u8>) -> Result<()> {
        put_padded(value, out);
        Ok(())
    }

    fn decode(input: &mut Decoder<'_>) -> Result<[u8; N]> {
        input.padded(N)?.try_into().map_err(|_| Fault::Short)
    }

    #[cfg(test)]
    fn sample(from: &mut Sampler<'_>) -> [u8; N] {
        std::array::from_fn(|_| from.number() as u8)
    }
}

/// A list of at most so many elements.
#[derive(Debug)]
pub struct List<C, const MAX: usize>(PhantomData<C>);

impl<C: Xdr, const MAX: usize> Xdr for List<C, MAX> {
    type Value = Vec<C::Value>;
    const MIN: usize = 4;

    fn encode(value: &Vec<C::Value>, out: &mut Vec<u8>) -> Result<()> {
        let count = value.len();
        if count > MAX {
            return Err(Fault::TooMany { of: std::any::type_name::<C>(), count, limit: MAX });
        }
        put_length(count, MAX, out)?;
        value.iter().try_for_each(|element| C::encode(element, out))
    }

    fn decode(input: &mut Decoder<'_>) -> Result<Vec<C::Value>> {
        let length = input.length(MAX, C::MIN)?;
        (0..length).map(|_| C::decode(input)).collect()
    }

    #[cfg(test)]
    fn sample(from: &mut Sampler<'_>) -> Vec<C::Value> {
        (0..from.count(MAX)).map(|_| C::sample(from)).collect()
    }
}

/// So many elements, without a count before them.
#[derive(Debug)]
pub struct Array<C, const N: usize>(PhantomData<C>);

impl<C: Xdr, const N: usize> Xdr for Array<C, N>
where
    C::Value: Copy + Default,
{
    type Value = [C::Value; N];
    const MIN: usize = C::MIN * N;

    fn encode(value: &[C::Value; N], out: &mut Vec<u8>) -> Result<()> {
        value.iter().try_for_each(|element| C::encode(element, out))
    }

    fn decode(input: &mut Decoder<'_>) -> Result<[C::Value; N]> {
        let mut value = [C::Value::default(); N];
        for element in &mut value {
            *element = C::decode(input)?;
        }
        Ok(value)
    }

    #[cfg(test)]
    fn sample(from: &mut Sampler<'_>) -> [C::Value; N] {
        std::array::from_fn(|_| C::sample(from))
    }
}

/// A value that may be missing.
#[derive(Debug)]
pub struct Opt<C>(PhantomData<C>);

impl<C: Xdr> Xdr for Opt<C> {
    type Value = Option<C::Value>;
    const MIN: usize = 4;

    fn encode(value: &Option<C::Value>, out: &mut Vec<u8>) -> Result<()> {
        i32::encode(&value.is_some().into(), out)?;
        value.as_ref().map_or(Ok(()), |value| C::encode(value, out))
    }

    fn decode(input: &mut Decoder<'_>) -> Result<Option<C::Value>> {
        match i32::decode(input)? {
            0 => Ok(None),
            1 => C::decode(input).map(Some),
            other => Err(Fault::BadChoice(other)),
        }
    }

    #[cfg(test)]
    fn sample(from: &mut Sampler<'_>) -> Option<C::Value> {
        from.number().is_multiple_of(2).then(|| C::sample(from))
    }
}

/// A structure: its fields one after the other, each with the codec that it is sent in.
macro_rules! xdr_struct {
    ($(#[$doc:meta])* $name:ident { $($(#[$hint:meta])* $field:ident: $type:ty [$codec:ty],)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            $($(#[$hint])* pub $field: $type,)*
        }

        impl Xdr for $name {
            type Value = Self;
            const MIN: usize = 0 $(+ <$codec as Xdr>::MIN)*;

            fn encode(value: &Self, out: &mut Vec<u8>) -> Result<()> {
                $(<$codec as Xdr>::encode(&value.$field, out)?;)*
                Ok(())
            }

            fn decode(input: &mut Decoder<'_>) -> Result<Self> {
                Ok(Self { $($field: <$codec as Xdr>::decode(input)?,)* })
            }

            #[cfg(test)]
            fn sample(from: &mut Sampler<'_>) -> Self {
                Self { $($field: <$codec as Xdr>::sample(from),)* }
            }
        }
    };
}

/// A number with names for some values. Others are values, too: a newer peer knows more.
macro_rules! xdr_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$about:meta])* $value:ident = $number:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $name(pub i32);

        impl $name {
            $($(#[$about])* pub const $value: Self = Self($number);)*
        }

        impl Xdr for $name {
            type Value = Self;
            const MIN: usize = 4;

            fn encode(value: &Self, out: &mut Vec<u8>) -> Result<()> {
                i32::encode(&value.0, out)
            }

            fn decode(input: &mut Decoder<'_>) -> Result<Self> {
                i32::decode(input).map(Self)
            }

            #[cfg(test)]
            fn sample(from: &mut Sampler<'_>) -> Self {
                Self(i32::sample(from))
            }
        }
    };
}

/// A number that says which of several values follows it.
macro_rules! xdr_union {
    ($(#[$doc:meta])* $name:ident { $($(#[$about:meta])* $case:literal $arm:ident: $type:ty [$codec:ty],)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        pub enum $name {
            $($(#[$about])* $arm($type),)*
        }

        impl Xdr for $name {
            type Value = Self;
            const MIN: usize = 8;

            fn encode(value: &Self, out: &mut Vec<u8>) -> Result<()> {
                match value {
                    $(Self::$arm(value) => {
                        i32::encode(&$case, out)?;
                        <$codec as Xdr>::encode(value, out)
                    })*
                }
            }

            fn decode(input: &mut Decoder<'_>) -> Result<Self> {
                match i32::decode(input)? {
                    $($case => <$codec as Xdr>::decode(input).map(Self::$arm),)*
                    other => Err(Fault::BadChoice(other)),
                }
            }

            #[cfg(test)]
            fn sample(from: &mut Sampler<'_>) -> Self {
                let arms: &[fn(&mut Sampler<'_>) -> Self] =
                    &[$(|from| Self::$arm(<$codec as Xdr>::sample(from)),)*];
                arms[from.number() as usize % arms.len()](from)
            }
        }
    };
}

/// Makes values out of a test's random bytes, for ever: when they are used up, small numbers follow.
#[cfg(test)]
pub struct Sampler<'a>(pub &'a [u8]);

#[cfg(test)]
impl Sampler<'_> {
    /// Some number; often a small one.
    pub fn number(&mut self) -> u64 {
        let count = self.0.first().map_or(0, |first| usize::from(first % 9));
        let (taken, rest) = self.0.split_at(self.0.len().min(count + 1));
        self.0 = rest;
        taken.iter().fold(0, |number, byte| number << 8 | u64::from(*byte))
    }

    /// How long a list is to be.
    fn count(&mut self, max: usize) -> usize {
        (self.number() % 6).min(max as u64) as usize
    }
}
