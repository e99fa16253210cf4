//! Network interfaces of the host.

#![forbid(unsafe_code)]

use super::Remote;
use super::convert::{list, received, sent, small as count};
use super::names::Names;
use crate::driver::InterfaceDriver;
use crate::ident::InterfaceKey;
use crate::rpc::protocol::remote::INTERFACE_LIST_MAX;

const ACTIVE: Names = Names::of("virConnectListInterfaces", INTERFACE_LIST_MAX);
const INACTIVE: Names = Names::of("virConnectListDefinedInterfaces", INTERFACE_LIST_MAX);

impl InterfaceDriver for Remote {
    calls! { remote;
        fn connect_list_all_interfaces(&self, flags: u32) -> Vec<InterfaceKey>
            = CONNECT_LIST_ALL_INTERFACES { need_results: 1, flags } => |ret| list(ret.ifaces)?;
        fn connect_count_all_interfaces(&self, flags: u32) -> usize
            = CONNECT_LIST_ALL_INTERFACES { need_results: 0, flags } => |ret| ret.ret as usize;
        fn connect_num_of_interfaces(&self) -> usize = CONNECT_NUM_OF_INTERFACES => |ret| count(ret.num)?;
        fn connect_list_interfaces(&self, max: usize) -> Vec<String>
            = CONNECT_LIST_INTERFACES { maxnames: ACTIVE.room(max)? } => |ret| ACTIVE.received(ret.names, max)?;
        fn connect_num_of_defined_interfaces(&self) -> usize
            = CONNECT_NUM_OF_DEFINED_INTERFACES => |ret| count(ret.num)?;
        fn connect_list_defined_interfaces(&self, max: usize) -> Vec<String>
            = CONNECT_LIST_DEFINED_INTERFACES { maxnames: INACTIVE.room(max)? }
            => |ret| INACTIVE.received(ret.names, max)?;
        fn interface_lookup_by_name(&self, name: &str) -> InterfaceKey
            = INTERFACE_LOOKUP_BY_NAME { name: name.to_owned() } => |ret| received(ret.iface)?;
        fn interface_lookup_by_mac_string(&self, mac: &str) -> InterfaceKey
            = INTERFACE_LOOKUP_BY_MAC_STRING { mac: mac.to_owned() } => |ret| received(ret.iface)?;
        fn interface_get_xml_desc(&self, iface: &InterfaceKey, flags: u32) -> String
            = INTERFACE_GET_XML_DESC { iface: sent(iface), flags } => |ret| ret.xml;
        fn interface_define_xml(&self, xml: &str, flags: u32) -> InterfaceKey
            = INTERFACE_DEFINE_XML { xml: xml.to_owned(), flags } => |ret| received(ret.iface)?;
        fn interface_undefine(&self, iface: &InterfaceKey) -> () = INTERFACE_UNDEFINE { iface: sent(iface) };
        fn interface_create(&self, iface: &InterfaceKey, flags: u32) -> ()
            = INTERFACE_CREATE { iface: sent(iface), flags };
        fn interface_destroy(&self, iface: &InterfaceKey, flags: u32) -> ()
            = INTERFACE_DESTROY { iface: sent(iface), flags };
        fn interface_is_active(&self, iface: &InterfaceKey) -> bool
            = INTERFACE_IS_ACTIVE { iface: sent(iface) } => |ret| ret.active != 0;
        fn interface_change_begin(&self, flags: u32) -> () = INTERFACE_CHANGE_BEGIN { flags };
        fn interface_change_commit(&self, flags: u32) -> () = INTERFACE_CHANGE_COMMIT { flags };
        fn interface_change_rollback(&self, flags: u32) -> () = INTERFACE_CHANGE_ROLLBACK { flags };
    }
}
