//! Calls into user code: one small type per kind of callback. All of them are here.
//!
//! A callback is a C function, an opaque pointer that belongs to the program, and maybe a function that
//! frees it. No lock of the library is held while one of them runs.

use std::ffi::c_void;

use crate::abi::*;

/// The program's pointer, passed through untouched.
#[derive(Clone, Copy)]
pub struct Opaque(pub *mut c_void);

// SAFETY: the library never looks behind the pointer; the API lets programs pass any value, to be handed
// back on the event loop's thread.
unsafe impl Send for Opaque {}
// SAFETY: as above.
unsafe impl Sync for Opaque {}

/// A program's error handler.
#[derive(Clone, Copy)]
pub struct ErrorHandler {
    function: unsafe extern "C" fn(*mut c_void, virErrorPtr),
    opaque: Opaque,
}

impl ErrorHandler {
    /// The program's `function` with its first argument; `None` if it is NULL, which restores the default.
    pub fn new(function: virErrorFunc, opaque: *mut c_void) -> Option<Self> {
        function.map(|function| Self { function, opaque: Opaque(opaque) })
    }

    /// Hands `err` to the program for the duration of the call.
    pub fn invoke(&self, err: virErrorPtr) {
        // SAFETY: the program installed the function to be called like this.
        unsafe { (self.function)(self.opaque.0, err) };
    }
}

/// A program's callback for the loss of a connection. Freed on drop.
pub struct CloseCallback {
    function: virConnectCloseFunc,
    opaque: Opaque,
    free: virFreeCallback,
}

impl CloseCallback {
    /// Takes the program's callback over.
    pub fn new(function: virConnectCloseFunc, opaque: *mut c_void, free: virFreeCallback) -> Self {
        Self { function, opaque: Opaque(opaque), free }
    }

    /// Whether this is a registration of `function`.
    pub fn is(&self, function: virConnectCloseFunc) -> bool {
        self.function.map(|f| f as usize) == function.map(|f| f as usize)
    }

    /// Tells the program that `conn` is lost, and why (`virConnectCloseReason`).
    pub fn invoke(&self, conn: virConnectPtr, reason: i32) {
        if let Some(function) = self.function {
            // SAFETY: the program promised with the registration that it can be called like this.
            unsafe { function(conn, reason, self.opaque.0) };
        }
    }
}

impl Drop for CloseCallback {
    fn drop(&mut self) {
        if let Some(free) = self.free {
            // SAFETY: the program gave this function to be called once with its own pointer.
            unsafe { free(self.opaque.0) };
        }
    }
}
