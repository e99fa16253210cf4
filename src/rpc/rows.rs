//! Methods as rows of a table: what a method is called with, the procedure with its arguments, what of the reply the
//! method returns.
//!
//! `calls!` stands inside an `impl`, often that of a driver's trait, whose other methods stand beside it. A row:
//!
//! ```text
//! fn method(&self, arg: Type) -> Result = PROCEDURE { field: expression } => |ret| expression;
//! ```
//!
//! Without arguments on the wire there are no braces, without a reply nothing follows them. `?` works in all expressions.

#![forbid(unsafe_code)]

/// Methods that make one call of a procedure of the program that comes first, over the client that the type's own method `wire` lends.
macro_rules! calls {
    ($program:ident; $(
        $(#[$attr:meta])*
        $vis:vis fn $method:ident(&$this:ident $(, $arg:ident: $type:ty)* $(,)?) -> $out:ty
            = $procedure:ident $({ $($args:tt)* })? $(=> |$ret:ident| $value:expr)?;
    )*) => { $(
        $(#[$attr])*
        $vis fn $method(&$this $(, $arg: $type)*) -> crate::error::Result<$out> {
            let reply = $this.wire().call(
                crate::rpc::protocol::$program::procedure::$procedure,
                &calls!(@args $program $procedure $({ $($args)* })?),
            )?;
            calls!(@value reply $(, $ret $value)?)
        }
    )* };
    (@args $program:ident $procedure:ident) => { () };
    (@args $program:ident $procedure:ident { $($args:tt)* }) => {
        crate::rpc::protocol::$program::procedure::args::$procedure { $($args)* }
    };
    (@value $reply:ident) => { Ok($reply) };
    (@value $reply:ident, $ret:ident $value:expr) => {{
        let $ret = $reply;
        Ok($value)
    }};
}
