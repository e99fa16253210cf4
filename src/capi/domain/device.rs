//! Devices and network interfaces of domains: exported functions of the C API.

use std::ffi::{c_char, c_int, c_uint};
use std::net::IpAddr;

use crate::abi::*;
use crate::capi::boundary::entry;
use crate::capi::domain::DOMAIN;
use crate::capi::domain::stats::{check_size, write_front};
use crate::capi::typed_params::exchange::{answer, read, read_loose, room, with_strings};
use crate::capi::{cstr, list};
use crate::driver::{GuestInterface, InterfaceStats};
use crate::error::Result;

const SOURCE_AGENT: c_uint =
    virDomainInterfaceAddressesSource::VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT as c_uint;

/// The public structure, to be freed with `virDomainInterfaceFree`.
fn interface(found: &GuestInterface) -> Result<virDomainInterface> {
    let address = |(address, prefix): &(IpAddr, u32)| {
        let kind = match address {
            IpAddr::V4(_) => virIPAddrType::VIR_IP_ADDR_TYPE_IPV4,
            IpAddr::V6(_) => virIPAddrType::VIR_IP_ADDR_TYPE_IPV6,
        };
        let addr = cstr::publish(&address.to_string());
        virDomainIPAddress { r#type: kind as c_int, addr, prefix: *prefix }
    };
    let naddrs = list::count(found.addresses.len())?.unsigned_abs();
    Ok(virDomainInterface {
        name: cstr::publish(&found.name),
        hwaddr: cstr::publish_opt(found.mac.as_deref()),
        naddrs,
        addrs: list::publish_values(found.addresses.iter().map(address))?,
    })
}

symver!(virDomainAnnounceInterface);
/// Makes the guest announce its presence on the network through one interface, or all if the device is
/// NULL; params tune the repetition. Returns 0, or -1 on error.
///
/// Since: 12.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAnnounceInterface(
    dom: virDomainPtr,
    device: *const c_char,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainAnnounceInterface", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(dom) }?;
        // SAFETY: contract of this function.
        let device = unsafe { call.optional_string(device, "device", DOMAIN) }?;
        // SAFETY: contract of this function.
        let params = unsafe { read_loose(params, nparams) }?;
        dom.driver().domain_announce_interface(&dom, device, &params, flags)?;
        Ok(0)
    })
}

symver!(virDomainAttachDevice);
/// Plugs the device described by the XML element into an active domain. The stored configuration stays
/// as it is. Returns 0, or -1 on error.
///
/// Since: 0.1.9
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAttachDevice(domain: virDomainPtr, xml: *const c_char) -> c_int {
    entry("virDomainAttachDevice", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        // SAFETY: contract of this function.
        let xml = unsafe { call.string(xml, "xml", DOMAIN) }?;
        dom.conn().check_writable(DOMAIN, call.function())?;
        dom.driver().domain_attach_device(&dom, xml)?;
        Ok(0)
    })
}

symver!(virDomainAttachDeviceFlags);
/// Adds the device described by the XML element to the running domain, its stored configuration, or
/// both (virDomainDeviceModifyFlags). Returns 0, or -1 on error.
///
/// Since: 0.7.7
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAttachDeviceFlags(
    domain: virDomainPtr,
    xml: *const c_char,
    flags: c_uint,
) -> c_int {
    entry("virDomainAttachDeviceFlags", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        // SAFETY: contract of this function.
        let xml = unsafe { call.string(xml, "xml", DOMAIN) }?;
        dom.conn().check_writable(DOMAIN, call.function())?;
        dom.driver().domain_attach_device_flags(&dom, xml, flags)?;
        Ok(0)
    })
}

symver!(virDomainDetachDevice);
/// Unplugs the device described by the XML element from an active domain. The guest may finish the
/// removal later, which the device removed event reports. Returns 0, or -1 on error.
///
/// Since: 0.1.9
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDetachDevice(domain: virDomainPtr, xml: *const c_char) -> c_int {
    entry("virDomainDetachDevice", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        // SAFETY: contract of this function.
        let xml = unsafe { call.string(xml, "xml", DOMAIN) }?;
        dom.conn().check_writable(DOMAIN, call.function())?;
        dom.driver().domain_detach_device(&dom, xml)?;
        Ok(0)
    })
}

symver!(virDomainDetachDeviceAlias);
/// Asks for removal of the device with the given alias and does not wait for the guest; the device
/// removed event reports the end. Returns 0, or -1 on error.
///
/// Since: 4.4.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDetachDeviceAlias(
    domain: virDomainPtr,
    alias: *const c_char,
    flags: c_uint,
) -> c_int {
    entry("virDomainDetachDeviceAlias", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        // SAFETY: contract of this function.
        let alias = unsafe { call.string(alias, "alias", DOMAIN) }?;
        dom.conn().check_writable(DOMAIN, call.function())?;
        dom.driver().domain_detach_device_alias(&dom, alias, flags)?;
        Ok(0)
    })
}

symver!(virDomainDetachDeviceFlags);
/// Removes the device described by the XML element from the running domain, its stored configuration,
/// or both (virDomainDeviceModifyFlags). A live removal may complete later. Returns 0, or -1 on error.
///
/// Since: 0.7.7
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDetachDeviceFlags(
    domain: virDomainPtr,
    xml: *const c_char,
    flags: c_uint,
) -> c_int {
    entry("virDomainDetachDeviceFlags", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        // SAFETY: contract of this function.
        let xml = unsafe { call.string(xml, "xml", DOMAIN) }?;
        dom.conn().check_writable(DOMAIN, call.function())?;
        dom.driver().domain_detach_device_flags(&dom, xml, flags)?;
        Ok(0)
    })
}

symver!(virDomainFDAssociate);
/// Ties open file descriptors to a name that the domain's disk configuration may then refer to. They
/// belong to the connection: closing it drops the association. Returns 0, or -1 on error.
///
/// Since: 9.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainFDAssociate(
    domain: virDomainPtr,
    name: *const c_char,
    nfds: c_uint,
    fds: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainFDAssociate", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        call.not_zero(nfds == 0, "nfds", DOMAIN)?;
        call.not_null(fds, "fds", DOMAIN)?;
        dom.conn().check_writable(DOMAIN, call.function())?;
        // The original does not look whether there is a name.
        // SAFETY: contract of this function.
        let name = unsafe { call.string(name, "name", DOMAIN) }?;
        // SAFETY: contract of this function.
        let files = unsafe { list::borrow(fds, nfds) };
        dom.driver().domain_fd_associate(&dom, name, files, flags)?;
        Ok(0)
    })
}

symver!(virDomainGetInterfaceParameters);
/// Reads the bandwidth limits of a network interface, found by MAC address or target name, into the
/// caller's array. Call with a count of 0 first to learn how many there are. Returns 0, or -1 on error.
///
/// Since: 0.9.9
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetInterfaceParameters(
    domain: virDomainPtr,
    device: *const c_char,
    params: virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainGetInterfaceParameters", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        // SAFETY: contract of this function.
        let room = unsafe { room(call, params, nparams, DOMAIN) }?;
        // SAFETY: contract of this function.
        let device = unsafe { call.string(device, "device", DOMAIN) }?;
        let flags = with_strings(dom.conn(), flags)?;
        let found = dom.driver().domain_get_interface_parameters(&dom, device, room, flags)?;
        // SAFETY: contract of this function.
        unsafe { answer(found, params, nparams, room) }?;
        Ok(0)
    })
}

symver!(virDomainInterfaceAddresses);
/// Lists the guest's network interfaces with their addresses, found by DHCP leases, guest agent or the
/// host's ARP table. Stores an array: free each entry with virDomainInterfaceFree() and the array with
/// free(). Returns the number of entries, or -1 on error.
///
/// Since: 1.2.14
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainInterfaceAddresses(
    dom: virDomainPtr,
    ifaces: *mut *mut virDomainInterfacePtr,
    source: c_uint,
    flags: c_uint,
) -> c_int {
    entry("virDomainInterfaceAddresses", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(dom) }?;
        let out = call.not_null(ifaces, "ifaces", DOMAIN)?;
        // SAFETY: contract of this function.
        unsafe { list::clear(out.as_ptr()) };
        // The agent is asked, which a connection that only reads may not.
        if source == SOURCE_AGENT {
            dom.conn().check_writable(DOMAIN, call.function())?;
        }
        let found = dom.driver().domain_interface_addresses(&dom, source, flags)?;
        let records = found.iter().map(interface).collect::<Result<_>>()?;
        // SAFETY: contract of this function.
        unsafe { list::publish_records(records, out.as_ptr()) }
    })
}

symver!(virDomainInterfaceFree);
/// Frees one interface description from virDomainInterfaceAddresses() with its addresses. The caller
/// frees the array itself. NULL is ignored.
///
/// Since: 1.2.14
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainInterfaceFree(iface: virDomainInterfacePtr) {
    // SAFETY: contract of this function: NULL, or a record whose parts come from `malloc`.
    let Some(record) = (unsafe { iface.as_ref() }) else { return };
    // SAFETY: as above.
    unsafe {
        for index in 0..record.naddrs as usize {
            libc::free((*record.addrs.add(index)).addr.cast());
        }
        for part in [record.name, record.hwaddr, record.addrs.cast()] {
            libc::free(part.cast());
        }
        libc::free(iface.cast());
    }
}

symver!(virDomainInterfaceStats);
/// Reads the byte, packet, error and drop counters of a network interface of an active domain into a
/// structure whose byte size the caller gives. Unknown counters are -1. Returns 0, or -1 on error.
///
/// Since: 0.3.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainInterfaceStats(
    dom: virDomainPtr,
    device: *const c_char,
    stats: virDomainInterfaceStatsPtr,
    size: usize,
) -> c_int {
    entry("virDomainInterfaceStats", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(dom) }?;
        // SAFETY: contract of this function.
        let device = unsafe { call.string(device, "device", DOMAIN) }?;
        let out = call.not_null(stats, "stats", DOMAIN)?;
        check_size::<virDomainInterfaceStatsStruct>(call, size)?;
        let InterfaceStats { received, sent } = dom.driver().domain_interface_stats(&dom, device)?;
        let found = virDomainInterfaceStatsStruct {
            rx_bytes: received.bytes,
            rx_packets: received.packets,
            rx_errs: received.errors,
            rx_drop: received.dropped,
            tx_bytes: sent.bytes,
            tx_packets: sent.packets,
            tx_errs: sent.errors,
            tx_drop: sent.dropped,
        };
        // SAFETY: contract of this function: `size` bytes, which are not more than there are.
        unsafe { write_front(&found, out, size) };
        Ok(0)
    })
}

symver!(virDomainSetInterfaceParameters);
/// Changes the bandwidth limits of a network interface, found by MAC address or target name. Returns 0,
/// or -1 on error.
///
/// Since: 0.9.9
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetInterfaceParameters(
    domain: virDomainPtr,
    device: *const c_char,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry("virDomainSetInterfaceParameters", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain_to_change(domain) }?;
        // SAFETY: contract of this function.
        let device = unsafe { call.string(device, "device", DOMAIN) }?;
        // SAFETY: contract of this function.
        let params = unsafe { read((call, dom.conn()), params, nparams, DOMAIN) }?;
        dom.driver().domain_set_interface_parameters(&dom, device, &params, flags)?;
        Ok(0)
    })
}

symver!(virDomainUpdateDeviceFlags);
/// Changes an existing device to match the XML element, for example the medium of a CD drive or the
/// link state of an interface. Returns 0, or -1 on error.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainUpdateDeviceFlags(
    domain: virDomainPtr,
    xml: *const c_char,
    flags: c_uint,
) -> c_int {
    entry("virDomainUpdateDeviceFlags", -1, |call| {
        // SAFETY: contract of this function.
        let dom = unsafe { call.domain(domain) }?;
        // SAFETY: contract of this function.
        let xml = unsafe { call.string(xml, "xml", DOMAIN) }?;
        dom.conn().check_writable(DOMAIN, call.function())?;
        dom.driver().domain_update_device_flags(&dom, xml, flags)?;
        Ok(0)
    })
}
