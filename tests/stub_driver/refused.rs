//! What is refused before a driver sees it, for handles that no driver of ours gives out yet. The errors are those of
//! the original 9.0 on `test:///default`, on a connection that may change things and on one that may not.
//! `c-tests/refused-arguments.c` compares the other calls.

use std::ffi::c_int;
use std::ptr;

use virt::abi::*;
use virt::capi::interface::*;
use virt::capi::network::*;
use virt::capi::network_port::*;
use virt::capi::nodedev::*;
use virt::capi::secret::*;
use virt::capi::storage::*;
use virt::capi::storage_vol::*;
use virt::capi::stream::virStreamFree;
use virt::capi::virterror::virGetLastError;
use virt::error::ErrorDomain;
use virt::object::{Interface, Network, NodeDevice, Secret, StoragePool, StorageVol};

use crate::stub::*;

/// Checks code, domain and text of the last error, and that the driver was not asked.
fn check(program: &Program, call: &str, from: ErrorDomain, code: c_int, message: &str) {
    // SAFETY: the thread's own record.
    let error = unsafe { virGetLastError().as_ref() };
    let error = error.unwrap_or_else(|| panic!("{call}: no error"));
    let found = (error.code, error.domain, borrowed(error.message));
    assert_eq!(found, (code, from as c_int, message.to_owned()), "{call}");
    assert!(program.notes.take().is_empty(), "{call} reached the driver");
}

/// Rows of calls and the texts of their errors about arguments.
macro_rules! refused {
    ($program:expr, $from:ident; $($call:expr => $message:literal;)*) => {
        $(
            // SAFETY: live handles, or what the call refuses.
            let _ = unsafe { $call };
            check(&$program, stringify!($call), ErrorDomain::$from, 8, $message);
        )*
    };
}

/// Rows of functions and their arguments, forbidden by a connection that is only for reading.
macro_rules! forbidden {
    ($program:expr, $from:ident; $($function:ident($($argument:expr),* $(,)?);)*) => {
        $(
            // SAFETY: live handles.
            let _ = unsafe { $function($($argument),*) };
            let text = concat!("operation forbidden: read only access prevents ", stringify!($function));
            check(&$program, stringify!($function), ErrorDomain::$from, 29, text);
        )*
    };
}

const NONE: *const std::ffi::c_char = ptr::null();

#[test]
fn networks() {
    for program in [Program::new(), Program::read_only()] {
        let net: virNetworkPtr = program.handle::<Network, _>(net(1));
        refused! { program, VIR_FROM_NETWORK;
            virNetworkGetAutostart(net, ptr::null_mut()) => "autostart in virNetworkGetAutostart must not be NULL";
            virNetworkPortLookupByUUID(net, ptr::null()) => "uuid in virNetworkPortLookupByUUID must not be NULL";
            virNetworkPortLookupByUUIDString(net, NONE)
                => "uuidstr in virNetworkPortLookupByUUIDString must not be NULL";
            virNetworkPortLookupByUUIDString(net, c"x".as_ptr())
                => "uuidstr in virNetworkPortLookupByUUIDString must be a valid UUID";
            virNetworkPortCreateXML(net, NONE, 0) => "xmldesc in virNetworkPortCreateXML must not be NULL";
        }
        if program.arc.is_read_only() {
            forbidden! { program, VIR_FROM_NETWORK;
                virNetworkUndefine(net);
                virNetworkCreate(net);
                virNetworkDestroy(net);
                virNetworkUpdate(net, 1, 1, -1, NONE, 0);
                virNetworkSetAutostart(net, 1);
                virNetworkPortCreateXML(net, c"x".as_ptr(), 0);
            }
        } else {
            refused! { program, VIR_FROM_NETWORK;
                virNetworkUpdate(net, 1, 1, -1, NONE, 0) => "xml in virNetworkUpdate must not be NULL";
            }
        }
        free_all(vec![net], virNetworkFree);
    }
}

#[test]
fn storage() {
    for program in [Program::new(), Program::read_only()] {
        let pool: virStoragePoolPtr = program.handle::<StoragePool, _>(pool(1));
        let vol: virStorageVolPtr = program.handle::<StorageVol, _>(vol(1));
        let (names, none) = (ptr::null_mut(), ptr::null_mut());
        let x = c"x".as_ptr();
        refused! { program, VIR_FROM_STORAGE;
            virStoragePoolGetInfo(pool, none) => "info in virStoragePoolGetInfo must not be NULL";
            virStoragePoolGetAutostart(pool, ptr::null_mut())
                => "autostart in virStoragePoolGetAutostart must not be NULL";
            virStoragePoolListVolumes(pool, names, 1) => "names in virStoragePoolListVolumes must not be NULL";
            virStoragePoolListVolumes(pool, names, -1)
                => "maxnames in virStoragePoolListVolumes must be zero or greater";
            virStorageVolLookupByName(pool, NONE) => "name in virStorageVolLookupByName must not be NULL";
            virStorageVolCreateXML(pool, NONE, 0) => "xmlDesc in virStorageVolCreateXML must not be NULL";
            virStorageVolCreateXMLFrom(pool, NONE, vol, 0) => "xmlDesc in virStorageVolCreateXMLFrom must not be NULL";
            virStorageVolGetInfo(vol, ptr::null_mut()) => "info in virStorageVolGetInfo must not be NULL";
            virStorageVolGetInfoFlags(vol, ptr::null_mut(), 1) => "info in virStorageVolGetInfoFlags must not be NULL";
        }
        if program.arc.is_read_only() {
            forbidden! { program, VIR_FROM_STORAGE;
                virStoragePoolBuild(pool, 0);
                virStoragePoolUndefine(pool);
                virStoragePoolCreate(pool, 0);
                virStoragePoolDestroy(pool);
                virStoragePoolDelete(pool, 0);
                virStoragePoolRefresh(pool, 0);
                virStoragePoolSetAutostart(pool, 0);
                virStorageVolCreateXML(pool, x, 0);
                virStorageVolCreateXMLFrom(pool, x, vol, 0);
                virStorageVolDelete(vol, 0);
                virStorageVolWipe(vol, 0);
                virStorageVolWipePattern(vol, 0, 0);
                virStorageVolResize(vol, 0, 0);
            }
        } else {
            refused! { program, VIR_FROM_STORAGE;
                virStorageVolResize(vol, 0, 0)
                    => "capacity in virStorageVolResize cannot be zero without 'delta' or 'shrink' flags set";
            }
        }
        free_all(vec![vol], virStorageVolFree);
        free_all(vec![pool], virStoragePoolFree);
    }
}

#[test]
fn the_second_handle_of_a_call() {
    let (program, other, guarded) = (Program::new(), Program::new(), Program::read_only());
    let pool: virStoragePoolPtr = program.handle::<StoragePool, _>(pool(1));
    let vol1: virStorageVolPtr = program.handle::<StorageVol, _>(vol(1));
    let vol2: virStorageVolPtr = guarded.handle::<StorageVol, _>(vol(1));
    let foreign = other.stream();
    let nothing = ptr::null_mut();
    let x = c"x".as_ptr();
    // SAFETY: a live handle, and what the calls refuse.
    unsafe {
        virStorageVolCreateXMLFrom(pool, NONE, nothing, 0);
        let text = "invalid storage volume pointer in virStorageVolCreateXMLFrom";
        check(&program, "clone", ErrorDomain::VIR_FROM_STORAGE, 47, text);
        virStorageVolDownload(vol1, ptr::null_mut(), 0, 0, 0);
        let text = "invalid stream pointer in virStorageVolDownload";
        check(&program, "stream", ErrorDomain::VIR_FROM_STREAMS, 73, text);
    }
    forbidden! { program, VIR_FROM_STORAGE; virStorageVolCreateXMLFrom(pool, x, vol2, 0); }
    refused! { program, VIR_FROM_STORAGE;
        virStorageVolDownload(vol1, foreign, 0, 0, 0)
            => "stream in virStorageVolDownload must match connection of volume 'vol1'";
        virStorageVolUpload(vol1, foreign, 0, 0, 0)
            => "stream in virStorageVolUpload must match connection of volume 'vol1'";
    }
    free_all(vec![foreign], virStreamFree);
    free_all(vec![vol1, vol2], virStorageVolFree);
    free_all(vec![pool], virStoragePoolFree);
}

#[test]
fn secrets() {
    let (program, guarded) = (Program::new(), Program::read_only());
    let secret1: virSecretPtr = program.handle::<Secret, _>(secret(1));
    refused! { program, VIR_FROM_SECRET;
        virSecretSetValue(secret1, ptr::null(), 0, 0) => "value in virSecretSetValue must not be NULL";
        virSecretGetValue(secret1, ptr::null_mut(), 0) => "value_size in virSecretGetValue must not be NULL";
    }
    let secret2: virSecretPtr = guarded.handle::<Secret, _>(secret(1));
    forbidden! { guarded, VIR_FROM_SECRET;
        virSecretSetValue(secret2, ptr::null(), 0, 0);
        virSecretGetValue(secret2, ptr::null_mut(), 0);
        virSecretUndefine(secret2);
    }
    free_all(vec![secret1, secret2], virSecretFree);
}

#[test]
fn node_devices() {
    for program in [Program::new(), Program::read_only()] {
        let dev: virNodeDevicePtr = program.handle::<NodeDevice, _>(device(1));
        refused! { program, VIR_FROM_NODEDEV;
            virNodeDeviceListCaps(dev, ptr::null_mut(), 1) => "names in virNodeDeviceListCaps must not be NULL";
            virNodeDeviceListCaps(dev, ptr::null_mut(), -1)
                => "maxnames in virNodeDeviceListCaps must be zero or greater";
        }
        if program.arc.is_read_only() {
            forbidden! { program, VIR_FROM_NODEDEV;
                virNodeDeviceDettach(dev);
                virNodeDeviceDetachFlags(dev, NONE, 0);
                virNodeDeviceReAttach(dev);
                virNodeDeviceReset(dev);
                virNodeDeviceDestroy(dev);
                virNodeDeviceUndefine(dev, 0);
                virNodeDeviceCreate(dev, 0);
                virNodeDeviceSetAutostart(dev, 0);
                virNodeDeviceGetAutostart(dev, ptr::null_mut());
            }
        }
        free_all(vec![dev], virNodeDeviceFree);
    }
}

#[test]
fn interfaces() {
    let program = Program::read_only();
    let iface: virInterfacePtr = program.handle::<Interface, _>(interface(1));
    forbidden! { program, VIR_FROM_INTERFACE;
        virInterfaceUndefine(iface);
        virInterfaceCreate(iface, 0);
        virInterfaceDestroy(iface, 0);
        virInterfaceChangeBegin(program.conn, 0);
        virInterfaceChangeCommit(program.conn, 0);
        virInterfaceChangeRollback(program.conn, 0);
    }
    free_all(vec![iface], virInterfaceFree);
}
