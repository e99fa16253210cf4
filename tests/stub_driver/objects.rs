//! Secrets, devices and interfaces of the host, network filters.

use std::{ptr, slice};

use virt::abi::*;
use virt::capi::interface::*;
use virt::capi::nodedev::*;
use virt::capi::nwfilter::*;
use virt::capi::secret::*;
use virt::object::{Interface, NodeDevice, NwFilter, NwFilterBinding, Secret};

use crate::stub::*;

#[test]
fn secrets() {
    let program = Program::new();
    let conn = program.conn;
    let raw = uuid(7).into_bytes();
    let written = uuid(7).to_string() + "\0";
    found! { program, secret(2), virSecretFree;
        virSecretLookupByUUID(conn, raw.as_ptr()) => secret_lookup_by_uuid(&uuid(7));
        virSecretLookupByUUIDString(conn, written.as_ptr().cast()) => secret_lookup_by_uuid(&uuid(7));
        virSecretLookupByUsage(conn, 3, c"x".as_ptr()) => secret_lookup_by_usage(3, "x");
        virSecretDefineXML(conn, c"<x/>".as_ptr(), 1) => secret_define_xml("<x/>", 1_u32);
    }
    listed!(program, [secret(2), secret(3)], virSecretFree;
        |out| virConnectListAllSecrets(conn, out, 9) => connect_list_all_secrets(9_u32));
    named! { program; |out| virConnectListSecrets(conn, out, 4) => connect_list_secrets(4_usize); }
    assert_eq!(asks!(program, virConnectNumOfSecrets(conn) => connect_num_of_secrets()), 5);

    let handle: virSecretPtr = program.handle::<Secret, _>(secret(1));
    let it = secret(1);
    done! { program;
        virSecretSetValue(handle, b"a\0b".as_ptr(), 3, 2) => secret_set_value(&it, &b"a\0b"[..], 2_u32);
        virSecretUndefine(handle) => secret_undefine(&it);
    }
    described! { program; virSecretGetXMLDesc(handle, 4) => secret_get_xml_desc(&it, 4_u32); }
    let mut size = 0;
    let value = asks!(program, virSecretGetValue(handle, &mut size, 5) => secret_get_value(&it, 5_u32));
    // SAFETY: so many bytes from `malloc`.
    unsafe {
        assert_eq!(slice::from_raw_parts(value, size), b"pass\0word");
        libc::free(value.cast());
    }
    free_all(vec![handle], virSecretFree);
}

#[test]
fn node_devices_are_found() {
    let program = Program::new();
    let conn = program.conn;
    let (wwnn, wwpn) = (c"20".as_ptr(), c"30".as_ptr());
    found! { program, device(2), virNodeDeviceFree;
        virNodeDeviceLookupByName(conn, c"x".as_ptr()) => node_device_lookup_by_name("x");
        virNodeDeviceLookupSCSIHostByWWN(conn, wwnn, wwpn, 1)
            => node_device_lookup_scsi_host_by_wwn("20", "30", 1_u32);
        virNodeDeviceCreateXML(conn, c"<x/>".as_ptr(), 2) => node_device_create_xml("<x/>", 2_u32);
        virNodeDeviceDefineXML(conn, c"<x/>".as_ptr(), 3) => node_device_define_xml("<x/>", 3_u32);
    }
    listed!(program, [device(2), device(3)], virNodeDeviceFree;
        |out| virConnectListAllNodeDevices(conn, out, 9) => connect_list_all_node_devices(9_u32));
    named! { program;
        |out| virNodeListDevices(conn, c"pci".as_ptr(), out, 4, 1) => node_list_devices(Some("pci"), 4_usize, 1_u32);
        |out| virNodeListDevices(conn, ptr::null(), out, 4, 1) => node_list_devices(None::<&str>, 4_usize, 1_u32);
    }
    let count = asks!(program, virNodeNumOfDevices(conn, c"pci".as_ptr(), 2)
        => node_num_of_devices(Some("pci"), 2_u32));
    assert_eq!(count, 5);
}

#[test]
fn node_devices_are_changed_and_described() {
    let program = Program::new();
    let handle: virNodeDevicePtr = program.handle::<NodeDevice, _>(device(1));
    let it = device(1);
    let mut autostart = 9;
    done! { program;
        virNodeDeviceDettach(handle) => node_device_dettach(&it);
        virNodeDeviceDetachFlags(handle, c"vfio".as_ptr(), 1) => node_device_detach_flags(&it, Some("vfio"), 1_u32);
        virNodeDeviceDetachFlags(handle, ptr::null(), 1) => node_device_detach_flags(&it, None::<&str>, 1_u32);
        virNodeDeviceReAttach(handle) => node_device_re_attach(&it);
        virNodeDeviceReset(handle) => node_device_reset(&it);
        virNodeDeviceDestroy(handle) => node_device_destroy(&it);
        virNodeDeviceUndefine(handle, 2) => node_device_undefine(&it, 2_u32);
        virNodeDeviceCreate(handle, 3) => node_device_create(&it, 3_u32);
        virNodeDeviceSetAutostart(handle, 5) => node_device_set_autostart(&it, true);
        virNodeDeviceGetAutostart(handle, &mut autostart) => node_device_get_autostart(&it);
        virNodeDeviceUpdate(handle, c"<x/>".as_ptr(), 4) => node_device_update(&it, "<x/>", 4_u32);
    }
    assert_eq!(autostart, 1);
    described! { program; virNodeDeviceGetXMLDesc(handle, 6) => node_device_get_xml_desc(&it, 6_u32); }
    assert_eq!(asks!(program, virNodeDeviceIsActive(handle) => node_device_is_active(&it)), 1);
    assert_eq!(asks!(program, virNodeDeviceIsPersistent(handle) => node_device_is_persistent(&it)), 1);
    assert_eq!(asks!(program, virNodeDeviceNumOfCaps(handle) => node_device_num_of_caps(&it)), 5);
    named! { program; |out| virNodeDeviceListCaps(handle, out, 4) => node_device_list_caps(&it, 4_usize); }
    // The parent is asked for once; the handle keeps it.
    let parent = asks!(program, virNodeDeviceGetParent(handle) => node_device_get_parent(&it));
    assert_eq!(borrowed(parent), "computer");
    // SAFETY: a live handle.
    assert_eq!(unsafe { virNodeDeviceGetParent(handle) }, parent);
    assert!(program.notes.take().is_empty());
    free_all(vec![handle], virNodeDeviceFree);
}

#[test]
fn interfaces() {
    let program = Program::new();
    let conn = program.conn;
    found! { program, interface(2), virInterfaceFree;
        virInterfaceLookupByName(conn, c"x".as_ptr()) => interface_lookup_by_name("x");
        virInterfaceLookupByMACString(conn, c"52:54".as_ptr()) => interface_lookup_by_mac_string("52:54");
        virInterfaceDefineXML(conn, c"<x/>".as_ptr(), 1) => interface_define_xml("<x/>", 1_u32);
    }
    listed!(program, [interface(2), interface(3)], virInterfaceFree;
        |out| virConnectListAllInterfaces(conn, out, 9) => connect_list_all_interfaces(9_u32));
    named! { program;
        |out| virConnectListInterfaces(conn, out, 4) => connect_list_interfaces(4_usize);
        |out| virConnectListDefinedInterfaces(conn, out, 3) => connect_list_defined_interfaces(3_usize);
    }
    assert_eq!(asks!(program, virConnectNumOfInterfaces(conn) => connect_num_of_interfaces()), 5);
    assert_eq!(
        asks!(program, virConnectNumOfDefinedInterfaces(conn) => connect_num_of_defined_interfaces()),
        5
    );

    let handle: virInterfacePtr = program.handle::<Interface, _>(interface(1));
    let it = interface(1);
    done! { program;
        virInterfaceUndefine(handle) => interface_undefine(&it);
        virInterfaceCreate(handle, 1) => interface_create(&it, 1_u32);
        virInterfaceDestroy(handle, 2) => interface_destroy(&it, 2_u32);
        virInterfaceChangeBegin(conn, 3) => interface_change_begin(3_u32);
        virInterfaceChangeCommit(conn, 4) => interface_change_commit(4_u32);
        virInterfaceChangeRollback(conn, 5) => interface_change_rollback(5_u32);
    }
    described! { program; virInterfaceGetXMLDesc(handle, 6) => interface_get_xml_desc(&it, 6_u32); }
    assert_eq!(asks!(program, virInterfaceIsActive(handle) => interface_is_active(&it)), 1);
    // SAFETY: a live handle.
    unsafe {
        assert_eq!(virInterfaceRef(handle), 0);
        assert_eq!(virInterfaceFree(handle), 0);
        assert_eq!(virInterfaceGetConnect(handle), conn);
        assert_eq!(borrowed(virInterfaceGetName(handle)), "eth1");
        assert_eq!(borrowed(virInterfaceGetMACString(handle)), "52:54:00:00:00:01");
    }
    free_all(vec![handle], virInterfaceFree);
}

#[test]
fn network_filters() {
    let program = Program::new();
    let conn = program.conn;
    let raw = uuid(7).into_bytes();
    let written = uuid(7).to_string() + "\0";
    found! { program, filter(2), virNWFilterFree;
        virNWFilterLookupByName(conn, c"x".as_ptr()) => nw_filter_lookup_by_name("x");
        virNWFilterLookupByUUID(conn, raw.as_ptr()) => nw_filter_lookup_by_uuid(&uuid(7));
        virNWFilterLookupByUUIDString(conn, written.as_ptr().cast()) => nw_filter_lookup_by_uuid(&uuid(7));
        virNWFilterDefineXML(conn, c"<x/>".as_ptr()) => nw_filter_define_xml("<x/>");
        virNWFilterDefineXMLFlags(conn, c"<x/>".as_ptr(), 1) => nw_filter_define_xml_flags("<x/>", 1_u32);
    }
    listed!(program, [filter(2), filter(3)], virNWFilterFree;
        |out| virConnectListAllNWFilters(conn, out, 9) => connect_list_all_nw_filters(9_u32));
    named! { program; |out| virConnectListNWFilters(conn, out, 4) => connect_list_nw_filters(4_usize); }
    assert_eq!(asks!(program, virConnectNumOfNWFilters(conn) => connect_num_of_nw_filters()), 5);

    let handle: virNWFilterPtr = program.handle::<NwFilter, _>(filter(1));
    done! { program; virNWFilterUndefine(handle) => nw_filter_undefine(&filter(1)); }
    described! { program; virNWFilterGetXMLDesc(handle, 6) => nw_filter_get_xml_desc(&filter(1), 6_u32); }
    // SAFETY: a live handle.
    unsafe {
        assert_eq!(virNWFilterRef(handle), 0);
        assert_eq!(virNWFilterFree(handle), 0);
        assert_eq!(borrowed(virNWFilterGetName(handle)), "filter1");
        let (mut bytes, mut written) = ([0; 16], [0; 37]);
        assert_eq!(virNWFilterGetUUID(handle, bytes.as_mut_ptr()), 0);
        assert_eq!(virNWFilterGetUUIDString(handle, written.as_mut_ptr()), 0);
        assert_eq!((bytes, borrowed(written.as_ptr())), (uuid(1).into_bytes(), uuid(1).to_string()));
    }
    free_all(vec![handle], virNWFilterFree);
}

#[test]
fn bindings_of_network_filters() {
    let program = Program::new();
    let conn = program.conn;
    found! { program, binding(2), virNWFilterBindingFree;
        virNWFilterBindingLookupByPortDev(conn, c"x".as_ptr()) => nw_filter_binding_lookup_by_port_dev("x");
        virNWFilterBindingCreateXML(conn, c"<x/>".as_ptr(), 1) => nw_filter_binding_create_xml("<x/>", 1_u32);
    }
    listed!(program, [binding(2), binding(3)], virNWFilterBindingFree;
        |out| virConnectListAllNWFilterBindings(conn, out, 9) => connect_list_all_nw_filter_bindings(9_u32));
    let handle: virNWFilterBindingPtr = program.handle::<NwFilterBinding, _>(binding(1));
    done! { program; virNWFilterBindingDelete(handle) => nw_filter_binding_delete(&binding(1)); }
    described! { program;
        virNWFilterBindingGetXMLDesc(handle, 6) => nw_filter_binding_get_xml_desc(&binding(1), 6_u32);
    }
    // SAFETY: a live handle.
    unsafe {
        assert_eq!(virNWFilterBindingRef(handle), 0);
        assert_eq!(virNWFilterBindingFree(handle), 0);
        assert_eq!(borrowed(virNWFilterBindingGetPortDev(handle)), "vnet1");
        assert_eq!(borrowed(virNWFilterBindingGetFilterName(handle)), "filter1");
    }
    free_all(vec![handle], virNWFilterBindingFree);
}
