//! The one way in from C and out again: last error, handle checks, panics, failure value.

use std::ffi::{c_char, c_int, c_uchar};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr::NonNull;
use std::sync::Arc;

use crate::abi::{virConnectPtr, virDomainCheckpointPtr, virDomainPtr, virDomainSnapshotPtr, virStreamPtr};
use crate::capi::handle::{Borrowed, Handle, Kind, ObjectHandle, borrow};
use crate::capi::{cstr, virterror};
use crate::checkpoint::Checkpoint;
use crate::connect::Connect;
use crate::domain::Domain;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::ident::Uuid;
use crate::snapshot::Snapshot;
use crate::stream::Stream;
use crate::util::{after_call, uuid};

/// A flag's name and bit.
pub(crate) type Flag = (&'static str, u32);

/// Makes a [`Flag`] of an enum's constant.
macro_rules! flag {
    ($kind:ident :: $name:ident) => {
        (stringify!($name), crate::abi::$kind::$name as u32)
    };
}
pub(crate) use flag;

/// Makes a structure of the ABI. What lies between its fields is zero, as programs compare and send such structures as
/// bytes.
macro_rules! record {
    ($kind:ident { $($field:ident: $value:expr),* $(,)? }) => {{
        // SAFETY: numbers and pointers, of which all zero is one.
        let mut record: $kind = unsafe { std::mem::zeroed() };
        $(record.$field = $value;)*
        // None is forgotten.
        let $kind { $($field: _),* } = &record;
        record
    }};
}
pub(crate) use record;

/// What the original calls the argument at fault when flags do not go together.
const FLAGS_ARGUMENT: &str = "ctl";

/// A public call in progress: its name, and the connection that an error will be noted on.
pub struct Call {
    function: &'static str,
    conn: Option<Borrowed<Connect>>,
}

impl Call {
    /// The public name of the function.
    pub fn function(&self) -> &'static str {
        self.function
    }

    /// Borrows the connection behind `ptr` for the duration of the call; errors come from `from`.
    ///
    /// # Safety
    /// `ptr` is NULL or a live handle.
    pub unsafe fn connect(&mut self, ptr: virConnectPtr, from: ErrorDomain) -> Result<Borrowed<Connect>> {
        // SAFETY: contract of this function.
        let Some(conn) = (unsafe { borrow::<Connect>(ptr.cast()) }) else {
            return Err(Error::new(ErrorCode::VIR_ERR_INVALID_CONN, from, self.function));
        };
        self.conn = Some(conn.again());
        Ok(conn)
    }

    /// Borrows the object behind `ptr` for the duration of the call.
    ///
    /// # Safety
    /// `ptr` is NULL or a live handle.
    pub unsafe fn object<T: ObjectHandle, P>(&mut self, ptr: *mut P) -> Result<Borrowed<T>> {
        // SAFETY: contract of this function.
        unsafe { self.handle(ptr, T::KIND, T::conn) }
    }

    /// As [`Call::object`], for a call that changes the object: its connection must not be read-only.
    ///
    /// # Safety
    /// `ptr` is NULL or a live handle.
    pub unsafe fn object_to_change<T: ObjectHandle, P>(&mut self, ptr: *mut P) -> Result<Borrowed<T>> {
        // SAFETY: contract of this function.
        let object = unsafe { self.object::<T, P>(ptr) }?;
        object.conn().check_writable(T::KIND.family(), self.function)?;
        Ok(object)
    }

    /// Borrows a second handle of a call, whose connection is not noted.
    ///
    /// # Safety
    /// `ptr` is NULL or a live handle.
    pub unsafe fn second<T: Handle, P>(&self, ptr: *mut P, kind: Kind) -> Result<Borrowed<T>> {
        // SAFETY: contract of this function.
        unsafe { borrow::<T>(ptr.cast()) }.ok_or_else(|| self.invalid(kind))
    }

    /// The UUID behind the required argument `uuid`.
    ///
    /// # Safety
    /// `ptr` is NULL or has 16 bytes.
    pub unsafe fn uuid(&self, ptr: *const c_uchar, from: ErrorDomain) -> Result<Uuid> {
        let bytes = self.not_null(ptr.cast_mut(), "uuid", from)?;
        // SAFETY: contract of this function.
        Ok(Uuid::from_bytes(unsafe { bytes.cast().read() }))
    }

    /// The UUID in the required text `uuidstr`.
    ///
    /// # Safety
    /// `ptr` is NULL or a string that lives as long as the call.
    pub unsafe fn uuid_text(&self, ptr: *const c_char, from: ErrorDomain) -> Result<Uuid> {
        const ARGUMENT: &str = "uuidstr";
        // SAFETY: contract of this function.
        let text =
            unsafe { cstr::borrow(ptr) }.ok_or_else(|| Error::null_arg(from, ARGUMENT, self.function))?;
        text.ok()
            .and_then(uuid::parse)
            .ok_or_else(|| Error::arg_must(from, ARGUMENT, self.function, "be a valid UUID"))
    }

    /// Borrows what is behind `ptr`, and notes its connection.
    ///
    /// # Safety
    /// `ptr` is NULL or a live handle.
    unsafe fn handle<T: Handle, P>(
        &mut self,
        ptr: *mut P,
        kind: Kind,
        conn: impl FnOnce(&T) -> &Arc<Connect>,
    ) -> Result<Borrowed<T>> {
        // SAFETY: contract of this function.
        let Some(object) = (unsafe { borrow::<T>(ptr.cast()) }) else {
            return Err(self.invalid(kind));
        };
        // SAFETY: the handle, alive for the call, keeps its connection alive.
        self.conn = unsafe { borrow::<Connect>(Arc::as_ptr(conn(&object)).cast_mut().cast()) };
        Ok(object)
    }

    /// Borrows the domain behind `ptr` for the duration of the call.
    ///
    /// # Safety
    /// `ptr` is NULL or a live handle.
    pub unsafe fn domain(&mut self, ptr: virDomainPtr) -> Result<Borrowed<Domain>> {
        // SAFETY: contract of this function.
        unsafe { self.object(ptr) }
    }

    /// Borrows the stream behind `ptr` for the duration of the call.
    ///
    /// # Safety
    /// `ptr` is NULL or a live handle.
    pub unsafe fn stream(&mut self, ptr: virStreamPtr) -> Result<Borrowed<Stream>> {
        // SAFETY: contract of this function.
        unsafe { self.handle(ptr, Kind::Stream, |stream: &Stream| stream.conn()) }
    }

    /// Borrows the snapshot behind `ptr` for the duration of the call.
    ///
    /// # Safety
    /// `ptr` is NULL or a live handle.
    pub unsafe fn snapshot(&mut self, ptr: virDomainSnapshotPtr) -> Result<Borrowed<Snapshot>> {
        // SAFETY: contract of this function.
        unsafe { self.handle(ptr, Kind::DomainSnapshot, |snapshot: &Snapshot| snapshot.domain().conn()) }
    }

    /// Borrows the checkpoint behind `ptr` for the duration of the call.
    ///
    /// # Safety
    /// `ptr` is NULL or a live handle.
    pub unsafe fn checkpoint(&mut self, ptr: virDomainCheckpointPtr) -> Result<Borrowed<Checkpoint>> {
        // SAFETY: contract of this function.
        unsafe {
            self.handle(ptr, Kind::DomainCheckpoint, |checkpoint: &Checkpoint| checkpoint.domain().conn())
        }
    }

    /// Fails if both of two flags are set; each is made by [`flag!`].
    pub fn exclusive(
        &self,
        flags: u32,
        (a, a_bit): (&str, u32),
        (b, b_bit): (&str, u32),
        from: ErrorDomain,
    ) -> Result<()> {
        if flags & a_bit == 0 || flags & b_bit == 0 {
            return Ok(());
        }
        let text = format!("Flags '{a}' and '{b}' are mutually exclusive");
        Err(Error::bad_argument(from, self.function, FLAGS_ARGUMENT, text))
    }

    /// Fails if flags of a function about one definition of a domain ask for the running and the stored one.
    pub fn one_definition(&self, flags: u32) -> Result<()> {
        let live = flag!(virDomainModificationImpact::VIR_DOMAIN_AFFECT_LIVE);
        let config = flag!(virDomainModificationImpact::VIR_DOMAIN_AFFECT_CONFIG);
        self.exclusive(flags, live, config, ErrorDomain::VIR_FROM_DOMAIN)
    }

    /// Fails if flag `a` is set and flag `b`, without which it makes no sense, is not.
    pub fn requires(
        &self,
        flags: u32,
        (a, a_bit): (&str, u32),
        (b, b_bit): (&str, u32),
        from: ErrorDomain,
    ) -> Result<()> {
        if flags & a_bit == 0 || flags & b_bit != 0 {
            return Ok(());
        }
        let text = format!("Flag '{b}' is required by flag '{a}'");
        Err(Error::bad_argument(from, self.function, FLAGS_ARGUMENT, text))
    }

    /// Checks an array that the program wants filled with at most `max` elements, and returns how
    /// many those are.
    pub fn check_array<T>(
        &self,
        array: *mut T,
        argument: &str,
        max: c_int,
        max_argument: &str,
        from: ErrorDomain,
    ) -> Result<usize> {
        let room = usize::try_from(max)
            .map_err(|_| Error::arg_must(from, max_argument, self.function, "be zero or greater"))?;
        if array.is_null() && max > 0 {
            return Err(Error::null_arg(from, argument, self.function));
        }
        Ok(room)
    }

    /// Tells of an error within the call: as [`entry`] does at its end, for a step that the original makes by a call
    /// of another public function.
    pub fn tell(&self, function: &'static str, error: &Error) {
        virterror::dispatch(function, error, self.conn.as_deref());
    }

    /// Borrows a domain that the call will change: the connection must not be read-only.
    ///
    /// # Safety
    /// `ptr` is NULL or a live handle.
    pub unsafe fn domain_to_change(&mut self, ptr: virDomainPtr) -> Result<Borrowed<Domain>> {
        // SAFETY: contract of this function.
        let dom = unsafe { self.domain(ptr) }?;
        dom.conn().check_writable(ErrorDomain::VIR_FROM_DOMAIN, self.function)?;
        Ok(dom)
    }

    /// Borrows the connection behind `ptr` for a call that changes something: it must not be read-only.
    ///
    /// # Safety
    /// `ptr` is NULL or a live handle.
    pub unsafe fn connect_to_change(
        &mut self,
        ptr: virConnectPtr,
        from: ErrorDomain,
    ) -> Result<Borrowed<Connect>> {
        // SAFETY: contract of this function.
        let conn = unsafe { self.connect(ptr, from) }?;
        conn.check_writable(from, self.function)?;
        Ok(conn)
    }

    /// As [`Call::string`], with `None` for NULL.
    ///
    /// # Safety
    /// `ptr` is NULL or a string that lives as long as the call.
    pub unsafe fn optional_string<'a>(
        &self,
        ptr: *const c_char,
        argument: &str,
        from: ErrorDomain,
    ) -> Result<Option<&'a str>> {
        // SAFETY: contract of this function.
        if ptr.is_null() { Ok(None) } else { unsafe { self.string(ptr, argument, from) }.map(Some) }
    }

    /// Stops noting errors on the connection, which may go away before the call is over.
    pub fn forget_connection(&mut self) {
        self.conn = None;
    }

    /// The required pointer `argument`.
    pub fn not_null<T>(&self, ptr: *mut T, argument: &str, from: ErrorDomain) -> Result<NonNull<T>> {
        NonNull::new(ptr).ok_or_else(|| Error::null_arg(from, argument, self.function))
    }

    /// `value`, which must be above zero, as a length.
    pub fn positive(&self, value: c_int, argument: &str, from: ErrorDomain) -> Result<usize> {
        usize::try_from(value)
            .ok()
            .filter(|value| *value != 0)
            .ok_or_else(|| Error::arg_must(from, argument, self.function, "be greater than zero"))
    }

    /// Fails for zero.
    pub fn not_zero(&self, is_zero: bool, argument: &str, from: ErrorDomain) -> Result<()> {
        if is_zero { Err(Error::arg_must(from, argument, self.function, "not be zero")) } else { Ok(()) }
    }

    /// The error for a handle that is NULL, of another kind, or stale.
    pub fn invalid(&self, kind: Kind) -> Error {
        let (code, domain) = kind.invalid();
        Error::new(code, domain, self.function)
    }

    /// Borrows the required string `argument` for the duration of the call.
    ///
    /// # Safety
    /// `ptr` is NULL or a string that lives as long as the call.
    pub unsafe fn string<'a>(
        &self,
        ptr: *const c_char,
        argument: &str,
        from: ErrorDomain,
    ) -> Result<&'a str> {
        // SAFETY: contract of this function.
        match unsafe { cstr::borrow(ptr) } {
            None => Err(Error::null_arg(from, argument, self.function)),
            Some(text) => text.map_err(|_| {
                Error::invalid_arg(from, format!("{argument} in {} must be valid UTF-8", self.function))
            }),
        }
    }
}

/// Runs one public function: clears the thread's last error, contains panics, and turns `Err` into the
/// last error of thread and connection, the error handler's call, and the function's failure value.
pub fn entry<T>(function: &'static str, on_failure: T, body: impl FnOnce(&mut Call) -> Result<T>) -> T {
    log::debug!(target: function, "called");
    virterror::reset_last();
    run(function, on_failure, body)
}

/// As [`entry`], for the few functions that leave the last error of an earlier call alone on success.
pub fn run<T>(function: &'static str, on_failure: T, body: impl FnOnce(&mut Call) -> Result<T>) -> T {
    let mut call = Call { function, conn: None };
    let outcome = catch_unwind(AssertUnwindSafe(|| body(&mut call)));
    // What is done now may give up the program's last reference.
    let _kept = after_call::is_due().then(|| call.conn.as_deref().cloned());
    after_call::run();
    let error = match outcome {
        Ok(Ok(value)) => return value,
        Ok(Err(error)) => error,
        // The panic hook has logged it with its place.
        Err(panic) => {
            let text = panic.downcast_ref::<String>().map(String::as_str);
            let text = text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no text");
            Error::internal(ErrorDomain::VIR_FROM_NONE, format!("unexpected panic in {function}: {text}"))
        }
    };
    virterror::dispatch(function, &error, call.conn.as_deref());
    on_failure
}

/// Fills a structure with zeros, unless it is NULL: a program that looks at it in spite of a failure finds no old
/// numbers. As in the original, also when the call has a bad handle.
///
/// # Safety
/// `out` is NULL or can be written; all zero is a valid `T`.
pub unsafe fn clear_numbers<T>(out: *mut T) {
    if !out.is_null() {
        // SAFETY: contract of this function.
        unsafe { out.write_bytes(0, 1) };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capi::virterror::{virGetLastErrorCode, virGetLastErrorMessage};

    fn last_message() -> String {
        // SAFETY: the thread's own record; the text ends with NUL.
        unsafe { std::ffi::CStr::from_ptr(virGetLastErrorMessage()) }.to_string_lossy().into_owned()
    }

    #[test]
    fn a_panic_becomes_an_error_and_the_next_call_clears_it() {
        assert_eq!(entry("virFoo", -1, |_| panic!("no {}", "luck")), -1);
        assert_eq!(last_message(), "internal error: unexpected panic in virFoo: no luck");
        assert_eq!(entry("virFoo", -1, |_| Ok(5)), 5);
        // SAFETY: no arguments.
        assert_eq!(unsafe { virGetLastErrorCode() }, 0);
        assert_eq!(last_message(), "no error");
    }

    #[test]
    fn handles_of_the_wrong_kind_are_refused() {
        let mut word = 0x1234_5678_u64;
        let ptr: virDomainPtr = (&raw mut word).cast();
        let outcome = entry("virFoo", -1, |call| {
            // SAFETY: readable and aligned, if no handle.
            unsafe { call.domain(ptr) }.map(|_| 0)
        });
        assert_eq!((outcome, last_message().as_str()), (-1, "invalid domain pointer in virFoo"));
    }
}
