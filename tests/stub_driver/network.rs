//! Networks and their ports.

use std::ptr;

use virt::abi::*;
use virt::capi::network::*;
use virt::capi::network_port::*;
use virt::object::{Network, NetworkPort};

use crate::stub::*;

#[test]
fn networks_are_found() {
    let program = Program::new();
    let conn = program.conn;
    let raw = uuid(7).into_bytes();
    let written = uuid(7).to_string() + "\0";
    found! { program, net(2), virNetworkFree;
        virNetworkLookupByName(conn, c"x".as_ptr()) => network_lookup_by_name("x");
        virNetworkLookupByUUID(conn, raw.as_ptr()) => network_lookup_by_uuid(&uuid(7));
        virNetworkLookupByUUIDString(conn, written.as_ptr().cast()) => network_lookup_by_uuid(&uuid(7));
        virNetworkCreateXML(conn, c"<x/>".as_ptr()) => network_create_xml("<x/>");
        virNetworkCreateXMLFlags(conn, c"<x/>".as_ptr(), 3) => network_create_xml_flags("<x/>", 3_u32);
        virNetworkDefineXML(conn, c"<x/>".as_ptr()) => network_define_xml("<x/>");
        virNetworkDefineXMLFlags(conn, c"<x/>".as_ptr(), 3) => network_define_xml_flags("<x/>", 3_u32);
    }
    listed!(program, [net(2), net(3)], virNetworkFree;
        |out| virConnectListAllNetworks(conn, out, 9) => connect_list_all_networks(9_u32));
    named! { program;
        |out| virConnectListNetworks(conn, out, 4) => connect_list_networks(4_usize);
        |out| virConnectListDefinedNetworks(conn, out, 3) => connect_list_defined_networks(3_usize);
    }
    assert_eq!(asks!(program, virConnectNumOfNetworks(conn) => connect_num_of_networks()), 5);
    assert_eq!(asks!(program, virConnectNumOfDefinedNetworks(conn) => connect_num_of_defined_networks()), 5);
}

#[test]
fn networks_are_changed_and_described() {
    let program = Program::new();
    let handle: virNetworkPtr = program.handle::<Network, _>(net(1));
    let it = net(1);
    let update = virt::driver::NetworkUpdate { command: 1, section: 2, parent_index: -1, xml: "<x/>" };
    let (title, prefix, uri) = (c"t".as_ptr(), c"p".as_ptr(), c"u".as_ptr());
    let none = ptr::null();
    done! { program;
        virNetworkUndefine(handle) => network_undefine(&it);
        virNetworkCreate(handle) => network_create(&it);
        virNetworkDestroy(handle) => network_destroy(&it);
        virNetworkUpdate(handle, 1, 2, -1, c"<x/>".as_ptr(), 4) => network_update(&it, update, 4_u32);
        virNetworkSetAutostart(handle, 7) => network_set_autostart(&it, true);
        virNetworkSetAutostart(handle, 0) => network_set_autostart(&it, false);
        virNetworkSetMetadata(handle, 1, title, none, none, 5)
            => network_set_metadata(&it, 1, Some("t"), None::<&str>, None::<&str>, 5_u32);
        virNetworkSetMetadata(handle, 2, title, prefix, uri, 5)
            => network_set_metadata(&it, 2, Some("t"), Some("p"), Some("u"), 5_u32);
    }
    described! { program;
        virNetworkGetXMLDesc(handle, 6) => network_get_xml_desc(&it, 6_u32);
        virNetworkGetBridgeName(handle) => network_get_bridge_name(&it);
        virNetworkGetMetadata(handle, 2, uri, 5) => network_get_metadata(&it, 2, Some("u"), 5_u32);
    }
    assert_eq!(asks!(program, virNetworkIsActive(handle) => network_is_active(&it)), 1);
    assert_eq!(asks!(program, virNetworkIsPersistent(handle) => network_is_persistent(&it)), 1);
    let mut autostart = 9;
    done! { program; virNetworkGetAutostart(handle, &mut autostart) => network_get_autostart(&it); }
    assert_eq!(autostart, 1);
    free_all(vec![handle], virNetworkFree);
}

#[test]
fn leases_are_given_out() {
    let program = Program::new();
    let handle: virNetworkPtr = program.handle::<Network, _>(net(1));
    let mut leases = ptr::null_mut();
    let mac = c"52:54:00:00:00:09".as_ptr();
    let count = asks!(program, virNetworkGetDHCPLeases(handle, mac, &mut leases, 2)
        => network_get_dhcp_leases(&net(1), Some("52:54:00:00:00:09"), 2_u32));
    let [found] = list(leases, count)[..] else { panic!("{count} leases") };
    // SAFETY: a lease that was just given out; freed once.
    unsafe {
        let it = &*found;
        assert_eq!((borrowed(it.iface), it.expirytime, it.r#type), ("virbr0".into(), 1 << 40, 1));
        assert_eq!((borrowed(it.mac), it.iaid), ("52:54:00:00:00:09".into(), ptr::null_mut()));
        assert_eq!((borrowed(it.ipaddr), it.prefix), ("fe80::1".into(), 64));
        assert_eq!((borrowed(it.hostname), borrowed(it.clientid)), ("guest".into(), "00:01".into()));
        virNetworkDHCPLeaseFree(found);
    }
    let counted = asks!(program, virNetworkGetDHCPLeases(handle, ptr::null(), ptr::null_mut(), 0)
        => network_get_dhcp_leases(&net(1), None::<&str>, 0_u32));
    assert_eq!(counted, 1);
    free_all(vec![handle], virNetworkFree);
}

#[test]
fn ports_belong_to_their_network() {
    let program = Program::new();
    let handle: virNetworkPtr = program.handle::<Network, _>(net(1));
    let raw = uuid(7).into_bytes();
    let written = uuid(7).to_string() + "\0";
    found! { program, port(2), virNetworkPortFree;
        virNetworkPortLookupByUUID(handle, raw.as_ptr()) => network_port_lookup_by_uuid(&net(1), &uuid(7));
        virNetworkPortLookupByUUIDString(handle, written.as_ptr().cast())
            => network_port_lookup_by_uuid(&net(1), &uuid(7));
    }
    listed!(program, [port(2), port(3)], virNetworkPortFree;
        |out| virNetworkListAllPorts(handle, out, 1) => network_list_all_ports(&net(1), 1_u32));
    let made = asks!(program, virNetworkPortCreateXML(handle, c"<x/>".as_ptr(), 2)
        => network_port_create_xml(&net(1), "<x/>", 2_u32));
    // SAFETY: live handles; the port outlives the program's own handle of its network.
    unsafe {
        assert_eq!(virNetworkPortGetNetwork(made), handle);
        assert_eq!(virNetworkFree(handle), 0);
        assert_eq!(borrowed(virNetworkGetName(virNetworkPortGetNetwork(made))), "net1");
        assert_eq!(virNetworkPortRef(made), 0);
        assert_eq!(virNetworkPortFree(made), 0);
        let (mut bytes, mut written) = ([0; 16], [0; 37]);
        assert_eq!(virNetworkPortGetUUID(made, bytes.as_mut_ptr()), 0);
        assert_eq!(virNetworkPortGetUUIDString(made, written.as_mut_ptr()), 0);
        assert_eq!((bytes, borrowed(written.as_ptr())), (uuid(2).into_bytes(), uuid(2).to_string()));
    }
    free_all(vec![made], virNetworkPortFree);
}

#[test]
fn ports_are_changed_and_described() {
    let program = Program::new();
    let handle: virNetworkPortPtr = program.handle::<NetworkPort, _>(port(4));
    let (mut given, mut params, mut count) = ([parameter()], ptr::null_mut(), 0);
    done! { program;
        virNetworkPortSetParameters(handle, given.as_mut_ptr(), 1, 3)
            => network_port_set_parameters(&port(4), &passed()[..], 3_u32);
        virNetworkPortGetParameters(handle, &mut params, &mut count, 5)
            => network_port_get_parameters(&port(4), 5_u32);
        virNetworkPortDelete(handle, 6) => network_port_delete(&port(4), 6_u32);
    }
    check_answers(params, count);
    described! { program; virNetworkPortGetXMLDesc(handle, 1) => network_port_get_xml_desc(&port(4), 1_u32); }
    // SAFETY: a live handle.
    assert_eq!(borrowed(unsafe { virNetworkGetName(virNetworkPortGetNetwork(handle)) }), "net1");
    free_all(vec![handle], virNetworkPortFree);
}
