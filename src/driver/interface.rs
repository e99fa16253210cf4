//! Network interfaces of the host.

#![forbid(unsafe_code)]

use super::Driver;
use crate::error::Result;
use crate::ident::InterfaceKey;

/// Network interfaces of the host (`libvirt-interface.h`). No `flags` are known where nothing else is said.
pub trait InterfaceDriver: Driver {
    driver_methods! { VIR_FROM_INTERFACE;
        /// The interfaces that match `flags`, a `virConnectListAllInterfacesFlags`.
        fn connect_list_all_interfaces(&self, flags: u32) -> Vec<InterfaceKey> => "virConnectListAllInterfaces";
        /// How many interfaces are active.
        fn connect_num_of_interfaces(&self) -> usize => "virConnectNumOfInterfaces";
        /// Names of at most `max` active interfaces.
        fn connect_list_interfaces(&self, max: usize) -> Vec<String> => "virConnectListInterfaces";
        /// How many interfaces are inactive.
        fn connect_num_of_defined_interfaces(&self) -> usize => "virConnectNumOfDefinedInterfaces";
        /// Names of at most `max` inactive interfaces.
        fn connect_list_defined_interfaces(&self, max: usize) -> Vec<String> => "virConnectListDefinedInterfaces";
        /// The interface with this name.
        fn interface_lookup_by_name(&self, name: &str) -> InterfaceKey => "virInterfaceLookupByName";
        /// The interface with this MAC address.
        fn interface_lookup_by_mac_string(&self, mac: &str) -> InterfaceKey => "virInterfaceLookupByMACString";
        /// The interface's XML; `flags` are `virInterfaceXMLFlags`.
        fn interface_get_xml_desc(&self, iface: &InterfaceKey, flags: u32) -> String => "virInterfaceGetXMLDesc";
        /// Defines an interface; `flags` are `virInterfaceDefineFlags`.
        fn interface_define_xml(&self, xml: &str, flags: u32) -> InterfaceKey => "virInterfaceDefineXML";
        /// Removes the definition.
        fn interface_undefine(&self, iface: &InterfaceKey) -> () => "virInterfaceUndefine";
        /// Starts the interface.
        fn interface_create(&self, iface: &InterfaceKey, flags: u32) -> () => "virInterfaceCreate";
        /// Stops the interface.
        fn interface_destroy(&self, iface: &InterfaceKey, flags: u32) -> () => "virInterfaceDestroy";
        /// Whether the interface is active.
        fn interface_is_active(&self, iface: &InterfaceKey) -> bool => "virInterfaceIsActive";
        /// Remembers the definitions, to be able to come back to them.
        fn interface_change_begin(&self, flags: u32) -> () => "virInterfaceChangeBegin";
        /// Forgets the remembered definitions.
        fn interface_change_commit(&self, flags: u32) -> () => "virInterfaceChangeCommit";
        /// Comes back to the remembered definitions.
        fn interface_change_rollback(&self, flags: u32) -> () => "virInterfaceChangeRollback";
    }

    derived_methods! {
        /// How many [`Self::connect_list_all_interfaces`] finds.
        fn connect_count_all_interfaces(&self, flags: u32) -> usize
            = self.connect_list_all_interfaces(flags).map(|found| found.len());
    }
}
