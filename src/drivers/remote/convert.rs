//! The forms of names and handles on the wire.

#![forbid(unsafe_code)]

use std::os::fd::{AsFd, BorrowedFd, OwnedFd, RawFd};

use crate::conf::cpuset::CpuSet;
use crate::domain::Domain;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::ident::{
    DomainId, DomainKey, InterfaceKey, Name, NetworkKey, NetworkPortKey, NodeDeviceKey, NwFilterBindingKey,
    NwFilterKey, SecretKey, StoragePoolKey, StorageVolKey, Uuid,
};
use crate::rpc::protocol::remote;
use crate::rpc::typed_params;
use crate::typed_param::Answer;
use crate::util::sys;

const FROM: ErrorDomain = ErrorDomain::VIR_FROM_REMOTE;

impl From<&Domain> for remote::NonnullDomain {
    fn from(dom: &Domain) -> Self {
        Self {
            name: dom.name().as_str().to_owned(),
            uuid: *dom.uuid().as_bytes(),
            id: dom.id().map_or(-1, |id| id.0 as i32),
        }
    }
}

impl From<&DomainKey> for remote::NonnullDomain {
    fn from(dom: &DomainKey) -> Self {
        Self {
            name: dom.name.as_str().to_owned(),
            uuid: *dom.uuid.as_bytes(),
            id: dom.id.map_or(-1, |id| id.0.cast_signed()),
        }
    }
}

impl TryFrom<remote::NonnullDomain> for DomainKey {
    type Error = Error;

    fn try_from(dom: remote::NonnullDomain) -> Result<Self> {
        let id = u32::try_from(dom.id).ok().map(DomainId);
        Ok(Self { name: name(dom.name)?, uuid: Uuid::from_bytes(dom.uuid), id })
    }
}

/// What a key is made of, and its form on the wire.
trait Part<W>: Sized {
    fn to_wire(&self) -> W;
    fn from_wire(wire: W) -> Result<Self>;
}

impl Part<String> for Name {
    fn to_wire(&self) -> String {
        self.as_str().to_owned()
    }

    fn from_wire(wire: String) -> Result<Self> {
        name(wire)
    }
}

impl Part<[u8; 16]> for Uuid {
    fn to_wire(&self) -> [u8; 16] {
        self.into_bytes()
    }

    fn from_wire(wire: [u8; 16]) -> Result<Self> {
        Ok(Self::from_bytes(wire))
    }
}

impl Part<i32> for i32 {
    fn to_wire(&self) -> i32 {
        *self
    }

    fn from_wire(wire: i32) -> Result<Self> {
        Ok(wire)
    }
}

/// The conversions of keys whose parts are sent as they are. A row: the key, its form on the wire, and what each part
/// is called there.
macro_rules! keys {
    ($($key:ident = $wire:ident { $($field:ident: $sent:ident),* };)*) => { $(
        impl Part<remote::$wire> for $key {
            fn to_wire(&self) -> remote::$wire {
                remote::$wire { $($sent: self.$field.to_wire()),* }
            }

            fn from_wire(wire: remote::$wire) -> Result<Self> {
                Ok(Self { $($field: Part::from_wire(wire.$sent)?),* })
            }
        }

        impl From<&$key> for remote::$wire {
            fn from(key: &$key) -> Self {
                key.to_wire()
            }
        }

        impl TryFrom<remote::$wire> for $key {
            type Error = Error;

            fn try_from(wire: remote::$wire) -> Result<Self> {
                Self::from_wire(wire)
            }
        }
    )* };
}

keys! {
    NetworkKey = NonnullNetwork { name: name, uuid: uuid };
    NetworkPortKey = NonnullNetworkPort { network: net, uuid: uuid };
    StoragePoolKey = NonnullStoragePool { name: name, uuid: uuid };
    StorageVolKey = NonnullStorageVol { pool: pool, name: name, key: key };
    SecretKey = NonnullSecret { uuid: uuid, usage_type: usage_type, usage_id: usage_id };
    NodeDeviceKey = NonnullNodeDevice { name: name };
    InterfaceKey = NonnullInterface { name: name, mac: mac };
    NwFilterKey = NonnullNwfilter { name: name, uuid: uuid };
    NwFilterBindingKey = NonnullNwfilterBinding { port_dev: portdev, filter: filtername };
}

/// A key as it is sent.
pub(super) fn sent<'a, K, W: From<&'a K>>(key: &'a K) -> W {
    W::from(key)
}

/// A key that a daemon gave.
pub(super) fn received<W, K: TryFrom<W, Error = Error>>(wire: W) -> Result<K> {
    K::try_from(wire)
}

/// The keys that a daemon gave.
pub(super) fn list<W, K: TryFrom<W, Error = Error>>(wire: Vec<W>) -> Result<Vec<K>> {
    wire.into_iter().map(received).collect()
}

/// A text that may be left out, as it is sent.
pub(super) fn text(text: Option<&str>) -> Option<String> {
    text.map(str::to_owned)
}

/// A name that a daemon gave.
pub fn name(text: String) -> Result<Name> {
    Name::new(&text).ok_or_else(|| malformed("the name", &text))
}

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
    if room == 0 {
        small(nparams).map(Answer::Count)
    } else {
        Ok(Answer::Params(typed_params::received(params)))
    }
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

/// Texts that go out.
pub fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}

/// The text in a field of fixed size.
pub fn up_to_nul(field: &[u8]) -> String {
    let end = field.iter().position(|byte| *byte == 0).unwrap_or(field.len());
    String::from_utf8_lossy(&field[..end]).into_owned()
}

/// The first `count` bits of a map.
pub fn bits(map: &[u8], count: i32) -> Vec<bool> {
    let bits = map.iter().flat_map(|byte| (0..8).map(move |bit| byte & (1 << bit) != 0));
    bits.take(usize::try_from(count).unwrap_or(0)).collect()
}
