//! What calls about domains have in common: numbers, limits, room for parameters, maps of CPUs, descriptors.

#![forbid(unsafe_code)]

use std::os::fd::{AsFd, BorrowedFd, OwnedFd, RawFd};

use super::convert::name;
use crate::conf::cpuset::CpuSet;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::ident::Name;
use crate::rpc::protocol::remote;
use crate::rpc::typed_params::received;
use crate::typed_param::Answer;
use crate::util::sys;

const FROM: ErrorDomain = ErrorDomain::VIR_FROM_REMOTE;

/// Names that a daemon gave.
pub fn names(texts: Vec<String>) -> Result<Vec<Name>> {
    texts.into_iter().map(name).collect()
}

/// The error for something that a daemon gave and that is not what it has to be.
pub fn malformed(what: &str, text: &str) -> Error {
    Error::new(ErrorCode::VIR_ERR_RPC, FROM, format!("the daemon gave {what} '{}'", text.escape_debug()))
}

/// A number that a daemon gave where the protocol has a wider type.
pub fn small<T: TryFrom<i32>>(number: i32) -> Result<T> {
    T::try_from(number).map_err(|_| malformed("the number", &number.to_string()))
}

/// How much room a caller has; more than the wire can say is as good as the most that it can.
pub fn count(room: usize) -> i32 {
    i32::try_from(room).unwrap_or(i32::MAX)
}

/// The answer of a call that was asked for parameters, or how many there are when there was no room.
pub fn answer(room: usize, params: Vec<remote::TypedParam>, nparams: i32) -> Result<Answer> {
    if room == 0 { small(nparams).map(Answer::Count) } else { Ok(Answer::Params(received(params))) }
}

/// A set of CPUs as a map, which is never empty.
pub fn cpu_map(cpus: &CpuSet) -> Result<Vec<u8>> {
    let map = if cpus.is_empty() { vec![0] } else { cpus.map() };
    limited("cpumap", map, remote::CPUMAP_MAX)
}

/// A list that may have so many elements, with the error of the original's client.
pub fn limited<T>(name: &str, list: Vec<T>, limit: usize) -> Result<Vec<T>> {
    check_limit(&format!("{name} length greater than maximum"), list.len(), limit)?;
    Ok(list)
}

/// Fails with `text` if a number is above a limit of the protocol.
pub fn check_limit(text: &str, number: usize, limit: usize) -> Result<()> {
    if number <= limit {
        return Ok(());
    }
    Err(Error::new(ErrorCode::VIR_ERR_RPC, FROM, format!("{text}: {number} > {limit}")))
}

/// Maps of `length` bytes each.
pub fn cpu_maps(bytes: &[u8], length: usize) -> impl Iterator<Item = CpuSet> + '_ {
    bytes.chunks(length.max(1)).map(CpuSet::from_map)
}

/// Fills a buffer with what `read` gives for its size, which may be at most `limit`.
pub fn peek(
    what: &str,
    buffer: &mut [u8],
    limit: usize,
    read: impl FnOnce(u32) -> Result<Vec<u8>>,
) -> Result<()> {
    let size = buffer.len();
    let Some(wanted) = u32::try_from(size).ok().filter(|_| size <= limit) else {
        let text = format!("{what} peek request too large for remote protocol, {size} > {limit}");
        return Err(Error::new(ErrorCode::VIR_ERR_RPC, FROM, text));
    };
    let found = read(wanted)?;
    if found.len() != size {
        let text = "returned buffer is not same size as requested";
        return Err(Error::new(ErrorCode::VIR_ERR_RPC, FROM, text));
    }
    buffer.copy_from_slice(&found);
    Ok(())
}

/// Descriptors of the program's, to be sent.
pub fn duplicates(files: &[RawFd]) -> Result<Vec<OwnedFd>> {
    let duplicate = |fd: &RawFd| {
        sys::duplicate(*fd).map_err(|cause| {
            Error::system(ErrorDomain::VIR_FROM_RPC, format!("Cannot duplicate FD {fd}"), &cause.into())
        })
    };
    files.iter().map(duplicate).collect()
}

/// The same as the client takes them.
pub fn borrowed(files: &[OwnedFd]) -> Vec<BorrowedFd<'_>> {
    files.iter().map(AsFd::as_fd).collect()
}
