//! Virtual networks, their ports and leases.

#![forbid(unsafe_code)]

use super::Remote;
use super::convert::{list, received, sent, small as count, text};
use super::names::Names;
use crate::driver::{DhcpLease, NetworkDriver, NetworkUpdate};
use crate::error::Result;
use crate::ident::{NetworkKey, NetworkPortKey, Uuid};
use crate::rpc::protocol::remote::{self, NETWORK_LIST_MAX, procedure};
use crate::rpc::typed_params;
use crate::typed_param::TypedParameter;

/// The feature by which a daemon says that it takes the command of an update for the command.
const NETWORK_UPDATE_HAS_CORRECT_ORDER: i32 = 16;

const ACTIVE: Names = Names::of("virConnectListNetworks", NETWORK_LIST_MAX);
const INACTIVE: Names = Names::of("virConnectListDefinedNetworks", NETWORK_LIST_MAX);

impl NetworkDriver for Remote {
    calls! { remote;
        fn connect_list_all_networks(&self, flags: u32) -> Vec<NetworkKey>
            = CONNECT_LIST_ALL_NETWORKS { need_results: 1, flags } => |ret| list(ret.nets)?;
        fn connect_count_all_networks(&self, flags: u32) -> usize
            = CONNECT_LIST_ALL_NETWORKS { need_results: 0, flags } => |ret| ret.ret as usize;
        fn connect_num_of_networks(&self) -> usize = CONNECT_NUM_OF_NETWORKS => |ret| count(ret.num)?;
        fn connect_list_networks(&self, max: usize) -> Vec<String>
            = CONNECT_LIST_NETWORKS { maxnames: ACTIVE.room(max)? } => |ret| ACTIVE.received(ret.names, max)?;
        fn connect_num_of_defined_networks(&self) -> usize
            = CONNECT_NUM_OF_DEFINED_NETWORKS => |ret| count(ret.num)?;
        fn connect_list_defined_networks(&self, max: usize) -> Vec<String>
            = CONNECT_LIST_DEFINED_NETWORKS { maxnames: INACTIVE.room(max)? }
            => |ret| INACTIVE.received(ret.names, max)?;
        fn network_lookup_by_name(&self, name: &str) -> NetworkKey
            = NETWORK_LOOKUP_BY_NAME { name: name.to_owned() } => |ret| received(ret.net)?;
        fn network_lookup_by_uuid(&self, uuid: &Uuid) -> NetworkKey
            = NETWORK_LOOKUP_BY_UUID { uuid: uuid.into_bytes() } => |ret| received(ret.net)?;

        fn network_create_xml(&self, xml: &str) -> NetworkKey
            = NETWORK_CREATE_XML { xml: xml.to_owned() } => |ret| received(ret.net)?;
        fn network_create_xml_flags(&self, xml: &str, flags: u32) -> NetworkKey
            = NETWORK_CREATE_XML_FLAGS { xml: xml.to_owned(), flags } => |ret| received(ret.net)?;
        fn network_define_xml(&self, xml: &str) -> NetworkKey
            = NETWORK_DEFINE_XML { xml: xml.to_owned() } => |ret| received(ret.net)?;
        fn network_define_xml_flags(&self, xml: &str, flags: u32) -> NetworkKey
            = NETWORK_DEFINE_XML_FLAGS { xml: xml.to_owned(), flags } => |ret| received(ret.net)?;
        fn network_undefine(&self, net: &NetworkKey) -> () = NETWORK_UNDEFINE { net: sent(net) };
        fn network_create(&self, net: &NetworkKey) -> () = NETWORK_CREATE { net: sent(net) };
        fn network_destroy(&self, net: &NetworkKey) -> () = NETWORK_DESTROY { net: sent(net) };

        fn network_get_xml_desc(&self, net: &NetworkKey, flags: u32) -> String
            = NETWORK_GET_XML_DESC { net: sent(net), flags } => |ret| ret.xml;
        fn network_get_bridge_name(&self, net: &NetworkKey) -> String
            = NETWORK_GET_BRIDGE_NAME { net: sent(net) } => |ret| ret.name;
        fn network_get_autostart(&self, net: &NetworkKey) -> bool
            = NETWORK_GET_AUTOSTART { net: sent(net) } => |ret| ret.autostart != 0;
        fn network_set_autostart(&self, net: &NetworkKey, autostart: bool) -> ()
            = NETWORK_SET_AUTOSTART { net: sent(net), autostart: autostart.into() };
        fn network_is_active(&self, net: &NetworkKey) -> bool
            = NETWORK_IS_ACTIVE { net: sent(net) } => |ret| ret.active != 0;
        fn network_is_persistent(&self, net: &NetworkKey) -> bool
            = NETWORK_IS_PERSISTENT { net: sent(net) } => |ret| ret.persistent != 0;
        fn network_get_dhcp_leases(&self, net: &NetworkKey, mac: Option<&str>, flags: u32) -> Vec<DhcpLease>
            = NETWORK_GET_DHCP_LEASES { net: sent(net), mac: text(mac), need_results: 1, flags }
            => |ret| ret.leases.into_iter().map(Into::into).collect();
        fn network_count_dhcp_leases(&self, net: &NetworkKey, mac: Option<&str>, flags: u32) -> usize
            = NETWORK_GET_DHCP_LEASES { net: sent(net), mac: text(mac), need_results: 0, flags }
            => |ret| ret.ret as usize;
        fn network_get_metadata(&self, net: &NetworkKey, kind: i32, uri: Option<&str>, flags: u32) -> String
            = NETWORK_GET_METADATA { network: sent(net), r#type: kind, uri: text(uri), flags } => |ret| ret.metadata;
        fn network_set_metadata(
            &self, net: &NetworkKey, kind: i32, value: Option<&str>, key: Option<&str>, uri: Option<&str>, flags: u32
        ) -> () = NETWORK_SET_METADATA {
            network: sent(net), r#type: kind, metadata: text(value), key: text(key), uri: text(uri), flags
        };

        fn network_list_all_ports(&self, net: &NetworkKey, flags: u32) -> Vec<Uuid>
            = NETWORK_LIST_ALL_PORTS { network: sent(net), need_results: 1, flags }
            => |ret| ret.ports.into_iter().map(|port| Uuid::from_bytes(port.uuid)).collect();
        fn network_count_all_ports(&self, net: &NetworkKey, flags: u32) -> usize
            = NETWORK_LIST_ALL_PORTS { network: sent(net), need_results: 0, flags } => |ret| ret.ret as usize;
        fn network_port_lookup_by_uuid(&self, net: &NetworkKey, uuid: &Uuid) -> Uuid
            = NETWORK_PORT_LOOKUP_BY_UUID { network: sent(net), uuid: uuid.into_bytes() }
            => |ret| Uuid::from_bytes(ret.port.uuid);
        fn network_port_create_xml(&self, net: &NetworkKey, xml: &str, flags: u32) -> Uuid
            = NETWORK_PORT_CREATE_XML { network: sent(net), xml: xml.to_owned(), flags }
            => |ret| Uuid::from_bytes(ret.port.uuid);
        fn network_port_get_xml_desc(&self, port: &NetworkPortKey, flags: u32) -> String
            = NETWORK_PORT_GET_XML_DESC { port: sent(port), flags } => |ret| ret.xml;
        fn network_port_delete(&self, port: &NetworkPortKey, flags: u32) -> ()
            = NETWORK_PORT_DELETE { port: sent(port), flags };
        fn network_port_get_parameters(&self, port: &NetworkPortKey, flags: u32) -> Vec<TypedParameter>
            = NETWORK_PORT_GET_PARAMETERS { port: sent(port), nparams: 0, flags }
            => |ret| typed_params::received(ret.params);
        fn network_port_set_parameters(&self, port: &NetworkPortKey, params: &[TypedParameter], flags: u32) -> ()
            = NETWORK_PORT_SET_PARAMETERS { port: sent(port), params: typed_params::sent(params), flags };
    }

    fn network_update(&self, net: &NetworkKey, update: NetworkUpdate<'_>, flags: u32) -> Result<()> {
        let NetworkUpdate { command, section, parent_index, xml } = update;
        // Older daemons take the one for the other; as in the original each call asks.
        let feature = remote::ConnectSupportsFeatureArgs { feature: NETWORK_UPDATE_HAS_CORRECT_ORDER };
        let (command, section) =
            match self.client.call(procedure::CONNECT_SUPPORTS_FEATURE, &feature)?.supported {
                0 => (section, command),
                _ => (command, section),
            };
        let args = remote::NetworkUpdateArgs {
            net: sent(net),
            command,
            section,
            parent_index,
            xml: xml.to_owned(),
            flags,
        };
        self.client.call(procedure::NETWORK_UPDATE, &args)
    }
}

impl From<remote::NetworkDhcpLease> for DhcpLease {
    fn from(lease: remote::NetworkDhcpLease) -> Self {
        Self {
            interface: lease.iface,
            expiry_time_s: lease.expirytime,
            kind: lease.r#type,
            mac: lease.mac,
            iaid: lease.iaid,
            address: lease.ipaddr,
            prefix: lease.prefix,
            hostname: lease.hostname,
            client_id: lease.clientid,
        }
    }
}
