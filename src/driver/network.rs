//! Virtual networks, their ports and the leases of their DHCP servers.

#![forbid(unsafe_code)]

use super::Driver;
use crate::error::Result;
use crate::ident::{NetworkKey, NetworkPortKey, Uuid};
use crate::typed_param::TypedParameter;

/// `virNetworkDHCPLease`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DhcpLease {
    /// The host's interface that the lease was given through.
    pub interface: String,
    /// When it ends, in seconds from 1970 in UTC.
    pub expiry_time_s: i64,
    /// `virIPAddrType`
    pub kind: i32,
    /// MAC address as text.
    pub mac: Option<String>,
    /// Identity association of IPv6.
    pub iaid: Option<String>,
    /// The address as text.
    pub address: String,
    /// Length of the network's prefix in bits.
    pub prefix: u32,
    /// Name of the client.
    pub hostname: Option<String>,
    /// Client id, or with IPv6 the DUID.
    pub client_id: Option<String>,
}

/// Where and what `virNetworkUpdate` changes in a definition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NetworkUpdate<'a> {
    /// `virNetworkUpdateCommand`
    pub command: u32,
    /// `virNetworkUpdateSection`
    pub section: u32,
    /// Which of several parents, -1 for the one that fits.
    pub parent_index: i32,
    /// The element.
    pub xml: &'a str,
}

/// Virtual networks (`libvirt-network.h`). No `flags` are known where nothing else is said.
pub trait NetworkDriver: Driver {
    driver_methods! { VIR_FROM_NETWORK;
        /// The networks that match `flags`, a `virConnectListAllNetworksFlags`.
        fn connect_list_all_networks(&self, flags: u32) -> Vec<NetworkKey> => "virConnectListAllNetworks";
        /// How many networks are active.
        fn connect_num_of_networks(&self) -> usize => "virConnectNumOfNetworks";
        /// Names of at most `max` active networks.
        fn connect_list_networks(&self, max: usize) -> Vec<String> => "virConnectListNetworks";
        /// How many networks are inactive.
        fn connect_num_of_defined_networks(&self) -> usize => "virConnectNumOfDefinedNetworks";
        /// Names of at most `max` inactive networks.
        fn connect_list_defined_networks(&self, max: usize) -> Vec<String> => "virConnectListDefinedNetworks";
        /// The network with this name.
        fn network_lookup_by_name(&self, name: &str) -> NetworkKey => "virNetworkLookupByName";
        /// The network with this UUID.
        fn network_lookup_by_uuid(&self, uuid: &Uuid) -> NetworkKey => "virNetworkLookupByUUID";

        /// Starts a transient network.
        fn network_create_xml(&self, xml: &str) -> NetworkKey => "virNetworkCreateXML";
        /// Starts a transient network; `flags` are `virNetworkCreateFlags`.
        fn network_create_xml_flags(&self, xml: &str, flags: u32) -> NetworkKey => "virNetworkCreateXMLFlags";
        /// Defines a persistent network.
        fn network_define_xml(&self, xml: &str) -> NetworkKey => "virNetworkDefineXML";
        /// Defines a persistent network; `flags` are `virNetworkDefineFlags`.
        fn network_define_xml_flags(&self, xml: &str, flags: u32) -> NetworkKey => "virNetworkDefineXMLFlags";
        /// Removes the definition.
        fn network_undefine(&self, net: &NetworkKey) -> () => "virNetworkUndefine";
        /// Changes a part of the definition; `flags` are `virNetworkUpdateFlags`.
        fn network_update(&self, net: &NetworkKey, update: NetworkUpdate<'_>, flags: u32) -> () => "virNetworkUpdate";
        /// Starts the network.
        fn network_create(&self, net: &NetworkKey) -> () => "virNetworkCreate";
        /// Stops the network.
        fn network_destroy(&self, net: &NetworkKey) -> () => "virNetworkDestroy";

        /// The network's XML; `flags` are `virNetworkXMLFlags`.
        fn network_get_xml_desc(&self, net: &NetworkKey, flags: u32) -> String => "virNetworkGetXMLDesc";
        /// Name of the bridge on the host.
        fn network_get_bridge_name(&self, net: &NetworkKey) -> String => "virNetworkGetBridgeName";
        /// Whether the network starts with the driver.
        fn network_get_autostart(&self, net: &NetworkKey) -> bool => "virNetworkGetAutostart";
        /// Lets the network start with the driver, or not.
        fn network_set_autostart(&self, net: &NetworkKey, autostart: bool) -> () => "virNetworkSetAutostart";
        /// Whether the network is active.
        fn network_is_active(&self, net: &NetworkKey) -> bool => "virNetworkIsActive";
        /// Whether the network has a definition that outlives its run.
        fn network_is_persistent(&self, net: &NetworkKey) -> bool => "virNetworkIsPersistent";
        /// The leases, of one MAC address or of all.
        fn network_get_dhcp_leases(&self, net: &NetworkKey, mac: Option<&str>, flags: u32) -> Vec<DhcpLease>
            => "virNetworkGetDHCPLeases";
        /// Title, description or an element of the metadata; `kind` is a `virNetworkMetadataType`, `flags` are
        /// `virNetworkUpdateFlags`.
        fn network_get_metadata(&self, net: &NetworkKey, kind: i32, uri: Option<&str>, flags: u32) -> String
            => "virNetworkGetMetadata";
        /// Changes title, description or an element of the metadata; as [`Self::network_get_metadata`].
        fn network_set_metadata(
            &self, net: &NetworkKey, kind: i32, text: Option<&str>, key: Option<&str>, uri: Option<&str>, flags: u32
        ) -> () => "virNetworkSetMetadata";

        /// The ports.
        fn network_list_all_ports(&self, net: &NetworkKey, flags: u32) -> Vec<Uuid> => "virNetworkListAllPorts";
        /// The port with this UUID.
        fn network_port_lookup_by_uuid(&self, net: &NetworkKey, uuid: &Uuid) -> Uuid => "virNetworkPortLookupByUUID";
        /// Creates a port; `flags` are `virNetworkPortCreateFlags`.
        fn network_port_create_xml(&self, net: &NetworkKey, xml: &str, flags: u32) -> Uuid => "virNetworkPortCreateXML";
        /// The port's XML.
        fn network_port_get_xml_desc(&self, port: &NetworkPortKey, flags: u32) -> String => "virNetworkPortGetXMLDesc";
        /// Deletes the port.
        fn network_port_delete(&self, port: &NetworkPortKey, flags: u32) -> () => "virNetworkPortDelete";
        /// Limits of the port's bandwidth.
        fn network_port_get_parameters(&self, port: &NetworkPortKey, flags: u32) -> Vec<TypedParameter>
            => "virNetworkPortGetParameters";
        /// Changes limits of the port's bandwidth.
        fn network_port_set_parameters(&self, port: &NetworkPortKey, params: &[TypedParameter], flags: u32) -> ()
            => "virNetworkPortSetParameters";
    }

    derived_methods! {
        /// How many [`Self::network_get_dhcp_leases`] finds.
        fn network_count_dhcp_leases(&self, net: &NetworkKey, mac: Option<&str>, flags: u32) -> usize
            = self.network_get_dhcp_leases(net, mac, flags).map(|found| found.len());
        /// How many [`Self::connect_list_all_networks`] finds.
        fn connect_count_all_networks(&self, flags: u32) -> usize
            = self.connect_list_all_networks(flags).map(|found| found.len());
        /// How many [`Self::network_list_all_ports`] finds.
        fn network_count_all_ports(&self, net: &NetworkKey, flags: u32) -> usize
            = self.network_list_all_ports(net, flags).map(|found| found.len());
    }
}
