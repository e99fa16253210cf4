//! Close callbacks of connections of either kind, from C to what tells them.

use std::ffi::{c_int, c_void};
use std::sync::Arc;

use crate::abi::virFreeCallback;
use crate::capi::boundary::Call;
use crate::error::{Error, ErrorDomain, Result};
use crate::event::callback::Callback;
use crate::event::closing::CloseListener;

/// A program's function, for connections that it knows as `P`.
pub type CloseFunction<P> = Option<unsafe extern "C-unwind" fn(*mut P, c_int, *mut c_void)>;

/// A program that wants to know when its connection is lost. Fields in the order in which they are dropped.
struct Closing<T, P> {
    callback: Callback<CloseFunction<P>>,
    conn: Arc<T>,
}

impl<T: Send + Sync, P> CloseListener for Closing<T, P> {
    fn function(&self) -> usize {
        address(self.callback.function())
    }

    fn tell(self: Box<Self>, reason: i32) {
        if let Some(function) = self.callback.function() {
            let conn = Arc::as_ptr(&self.conn).cast_mut().cast();
            // SAFETY: the program registered the function to be called like this; the connection lives for the call.
            unsafe { function(conn, reason, self.callback.opaque()) };
        }
    }

    fn refuse(self: Box<Self>) {
        self.callback.disarm();
    }
}

/// Who is told of the loss of `conn`. Its pointer is taken over.
pub fn listener<T: Send + Sync + 'static, P: 'static>(
    cb: CloseFunction<P>,
    opaque: *mut c_void,
    freecb: virFreeCallback,
    conn: &Arc<T>,
) -> Box<dyn CloseListener> {
    Box::new(Closing { callback: Callback::new(cb, opaque, freecb), conn: Arc::clone(conn) })
}

/// What tells one close callback from another.
pub fn address<P>(cb: CloseFunction<P>) -> usize {
    cb.map_or(0, |function| function as usize)
}

/// Fails without a close callback.
pub fn check<P>(call: &Call, cb: CloseFunction<P>, from: ErrorDomain) -> Result<()> {
    cb.map(drop).ok_or_else(|| Error::null_arg(from, "cb", call.function()))
}
