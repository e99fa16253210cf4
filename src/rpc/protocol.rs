//! The programs of the protocol: their types, constants and procedures, made by the build from `facts/protocol.json`
//! (see `abi/protocol.rs`). What they mean is for drivers and daemons; here they are forms.

#![forbid(unsafe_code)]

use std::fmt;
use std::marker::PhantomData;

use super::xdr::{Decoder, Result, Xdr};

/// A set of procedures with a number.
#[derive(Debug)]
pub struct Program {
    /// Such as "remote".
    pub name: &'static str,
    /// The first word of a header.
    pub number: u32,
    /// The second.
    pub version: u32,
    /// By number, from 1.
    pub procedures: &'static [Procedure],
}

impl Program {
    /// All programs.
    pub const ALL: [&Self; 5] = [
        &remote::procedure::PROGRAM,
        &qemu::procedure::PROGRAM,
        &lxc::procedure::PROGRAM,
        &admin::procedure::PROGRAM,
        &keepalive::procedure::PROGRAM,
    ];

    /// The program of a number, in any version.
    pub fn find(number: u32) -> Option<&'static Self> {
        Self::ALL.into_iter().find(|program| program.number == number)
    }

    /// The procedure of a number.
    pub fn procedure(&self, number: i32) -> Option<&'static Procedure> {
        self.procedures.get(usize::try_from(number).ok()?.checked_sub(1)?)
    }
}

/// A row of the table of procedures.
#[derive(Debug)]
pub struct Procedure {
    /// Number within the program.
    pub number: i32,
    /// Name in the protocol, such as `REMOTE_PROC_CONNECT_OPEN`.
    pub name: &'static str,
    /// What it is.
    pub kind: Kind,
    /// Whether a stream follows the reply, seen from the client.
    pub stream: Stream,
    /// A daemon has threads of its own for what is quick and must always work.
    pub priority: Priority,
    /// Whether a client has to be authenticated.
    pub needs_auth: bool,
    /// 9.0.0 does not have it, 11.3.0 has.
    pub newer: bool,
}

/// What a procedure is.
#[derive(Debug)]
pub enum Kind {
    /// A client calls: arguments and reply.
    Call(Shape, Shape),
    /// A message of its own, without an answer.
    Event(Shape),
}

/// Whether a stream follows a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// No.
    None,
    /// The client reads, and may write as well where the procedure is about a terminal.
    Read,
    /// The client writes.
    Write,
}

/// Which threads of a daemon run a procedure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Priority {
    /// Any.
    Low,
    /// Also those that are kept free.
    High,
}

/// A value that was encoded again, and the bytes behind it.
pub type Recoded<'a> = (Vec<u8>, &'a [u8]);

/// A payload whose type is not known when compiling: for tables and tests.
pub struct Shape {
    /// The type's name in Rust.
    pub name: fn() -> &'static str,
    /// Decodes a value, and encodes it again; the rest of the input comes back as well.
    pub recode: fn(&[u8]) -> Result<Recoded<'_>>,
    /// Some value, encoded; then the same after decoding it and encoding it again.
    #[cfg(test)]
    pub sample: fn(&mut super::xdr::Sampler<'_>) -> Result<[Vec<u8>; 2]>,
}

impl Shape {
    /// Of a type.
    pub const fn of<C: Xdr>() -> Self {
        Self {
            name: std::any::type_name::<C>,
            recode: recode::<C>,
            #[cfg(test)]
            sample: |from| {
                let mut bytes = Vec::new();
                C::encode(&C::sample(from), &mut bytes)?;
                let (again, rest) = recode::<C>(&bytes)?;
                assert!(rest.is_empty() && bytes.len() >= C::MIN);
                Ok([bytes, again])
            },
        }
    }
}

impl fmt::Debug for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str((self.name)())
    }
}

fn recode<C: Xdr>(bytes: &[u8]) -> Result<Recoded<'_>> {
    let mut input = Decoder::new(bytes);
    let value = C::decode(&mut input)?;
    let mut again = Vec::new();
    C::encode(&value, &mut again)?;
    Ok((again, input.rest()))
}

/// A procedure that a client calls, with the types of its arguments and its reply.
pub struct Call<A, R> {
    /// Where it belongs.
    pub program: &'static Program,
    /// Its number there.
    pub number: i32,
    types: PhantomData<fn(A) -> R>,
}

/// A procedure whose messages come by themselves, with their type.
pub struct Event<M> {
    /// Where it belongs.
    pub program: &'static Program,
    /// Its number there.
    pub number: i32,
    types: PhantomData<fn(M)>,
}

impl<A, R> Call<A, R> {
    const fn new(program: &'static Program, number: i32) -> Self {
        Self { program, number, types: PhantomData }
    }
}

impl<M> Event<M> {
    const fn new(program: &'static Program, number: i32) -> Self {
        Self { program, number, types: PhantomData }
    }
}

/// The procedures of a program: a typed constant for each, and the table of all.
macro_rules! xdr_procedures {
    ($name:literal, $program:literal, $version:literal; $(
        $(#[$doc:meta])*
        $number:literal $short:ident $long:literal $kind:ident($first:ty) $(-> $second:ty)?
            [$priority:ident, $stream:ident, auth $auth:literal, newer $newer:literal];
    )*) => {
        /// The program with all its procedures.
        pub static PROGRAM: $crate::rpc::protocol::Program = $crate::rpc::protocol::Program {
            name: $name,
            number: $program,
            version: $version,
            procedures: &[$($crate::rpc::protocol::Procedure {
                number: $number,
                name: $long,
                kind: xdr_procedures!(@kind $kind $first $(, $second)?),
                stream: $crate::rpc::protocol::Stream::$stream,
                priority: $crate::rpc::protocol::Priority::$priority,
                needs_auth: $auth,
                newer: $newer,
            },)*],
        };

        $($(#[$doc])* pub const $short: xdr_procedures!(@type $kind $first $(, $second)?) =
            <xdr_procedures!(@type $kind $first $(, $second)?)>::new(&PROGRAM, $number);)*

        /// What each procedure sends first, by its name.
        #[allow(non_camel_case_types, unused_imports, reason = "named as the procedures; some programs have no types")]
        pub mod args {
            use super::super::*;
            $(#[doc = concat!("Of `", $long, "`.")] pub type $short = $first;)*
        }
    };
    (@kind call $first:ty, $second:ty) => {
        $crate::rpc::protocol::Kind::Call(
            $crate::rpc::protocol::Shape::of::<$first>(),
            $crate::rpc::protocol::Shape::of::<$second>(),
        )
    };
    (@kind event $first:ty) => {
        $crate::rpc::protocol::Kind::Event($crate::rpc::protocol::Shape::of::<$first>())
    };
    (@type call $first:ty, $second:ty) => { $crate::rpc::protocol::Call<$first, $second> };
    (@type event $first:ty) => { $crate::rpc::protocol::Event<$first> };
}

include!(concat!(env!("OUT_DIR"), "/protocol.rs"));
