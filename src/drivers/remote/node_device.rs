//! Devices of the host.

#![forbid(unsafe_code)]

use super::Remote;
use super::convert::{list, name, received, small as count, text};
use super::names::Names;
use crate::driver::NodeDeviceDriver;
use crate::ident::{Name, NodeDeviceKey};
use crate::rpc::protocol::remote::{NODE_DEVICE_CAPS_LIST_MAX, NODE_DEVICE_LIST_MAX};

const DEVICES: Names = Names::of("virNodeListDevices", NODE_DEVICE_LIST_MAX);
const CAPS: Names = Names::of("virNodeDeviceListCaps", NODE_DEVICE_CAPS_LIST_MAX);

/// The form in which most procedures name a device.
fn of(dev: &NodeDeviceKey) -> String {
    dev.name.as_str().to_owned()
}

impl NodeDeviceDriver for Remote {
    calls! { remote;
        fn connect_list_all_node_devices(&self, flags: u32) -> Vec<NodeDeviceKey>
            = CONNECT_LIST_ALL_NODE_DEVICES { need_results: 1, flags } => |ret| list(ret.devices)?;
        fn connect_count_all_node_devices(&self, flags: u32) -> usize
            = CONNECT_LIST_ALL_NODE_DEVICES { need_results: 0, flags } => |ret| ret.ret as usize;
        fn node_num_of_devices(&self, cap: Option<&str>, flags: u32) -> usize
            = NODE_NUM_OF_DEVICES { cap: text(cap), flags } => |ret| count(ret.num)?;
        fn node_list_devices(&self, cap: Option<&str>, max: usize, flags: u32) -> Vec<String>
            = NODE_LIST_DEVICES { cap: text(cap), maxnames: DEVICES.room(max)?, flags }
            => |ret| DEVICES.received(ret.names, max)?;
        fn node_device_lookup_by_name(&self, name: &str) -> NodeDeviceKey
            = NODE_DEVICE_LOOKUP_BY_NAME { name: name.to_owned() } => |ret| received(ret.dev)?;
        fn node_device_lookup_scsi_host_by_wwn(&self, wwnn: &str, wwpn: &str, flags: u32) -> NodeDeviceKey
            = NODE_DEVICE_LOOKUP_SCSI_HOST_BY_WWN { wwnn: wwnn.to_owned(), wwpn: wwpn.to_owned(), flags }
            => |ret| received(ret.dev)?;

        fn node_device_get_xml_desc(&self, dev: &NodeDeviceKey, flags: u32) -> String
            = NODE_DEVICE_GET_XML_DESC { name: of(dev), flags } => |ret| ret.xml;
        fn node_device_get_parent(&self, dev: &NodeDeviceKey) -> Option<Name>
            = NODE_DEVICE_GET_PARENT { name: of(dev) } => |ret| ret.parent_name.map(name).transpose()?;
        fn node_device_num_of_caps(&self, dev: &NodeDeviceKey) -> usize
            = NODE_DEVICE_NUM_OF_CAPS { name: of(dev) } => |ret| count(ret.num)?;
        fn node_device_list_caps(&self, dev: &NodeDeviceKey, max: usize) -> Vec<String>
            = NODE_DEVICE_LIST_CAPS { name: of(dev), maxnames: CAPS.room(max)? }
            => |ret| CAPS.received(ret.names, max)?;
        fn node_device_dettach(&self, dev: &NodeDeviceKey) -> () = NODE_DEVICE_DETTACH { name: of(dev) };
        fn node_device_detach_flags(&self, dev: &NodeDeviceKey, driver_name: Option<&str>, flags: u32) -> ()
            = NODE_DEVICE_DETACH_FLAGS { name: of(dev), driver_name: text(driver_name), flags };
        fn node_device_re_attach(&self, dev: &NodeDeviceKey) -> () = NODE_DEVICE_RE_ATTACH { name: of(dev) };
        fn node_device_reset(&self, dev: &NodeDeviceKey) -> () = NODE_DEVICE_RESET { name: of(dev) };

        fn node_device_create_xml(&self, xml: &str, flags: u32) -> NodeDeviceKey
            = NODE_DEVICE_CREATE_XML { xml_desc: xml.to_owned(), flags } => |ret| received(ret.dev)?;
        fn node_device_destroy(&self, dev: &NodeDeviceKey) -> () = NODE_DEVICE_DESTROY { name: of(dev) };
        fn node_device_define_xml(&self, xml: &str, flags: u32) -> NodeDeviceKey
            = NODE_DEVICE_DEFINE_XML { xml_desc: xml.to_owned(), flags } => |ret| received(ret.dev)?;
        fn node_device_undefine(&self, dev: &NodeDeviceKey, flags: u32) -> ()
            = NODE_DEVICE_UNDEFINE { name: of(dev), flags };
        fn node_device_create(&self, dev: &NodeDeviceKey, flags: u32) -> ()
            = NODE_DEVICE_CREATE { name: of(dev), flags };
        fn node_device_get_autostart(&self, dev: &NodeDeviceKey) -> bool
            = NODE_DEVICE_GET_AUTOSTART { name: of(dev) } => |ret| ret.autostart != 0;
        fn node_device_set_autostart(&self, dev: &NodeDeviceKey, autostart: bool) -> ()
            = NODE_DEVICE_SET_AUTOSTART { name: of(dev), autostart: autostart.into() };
        fn node_device_is_persistent(&self, dev: &NodeDeviceKey) -> bool
            = NODE_DEVICE_IS_PERSISTENT { name: of(dev) } => |ret| ret.persistent != 0;
        fn node_device_is_active(&self, dev: &NodeDeviceKey) -> bool
            = NODE_DEVICE_IS_ACTIVE { name: of(dev) } => |ret| ret.active != 0;
        fn node_device_update(&self, dev: &NodeDeviceKey, xml: &str, flags: u32) -> ()
            = NODE_DEVICE_UPDATE { name: of(dev), xml_desc: xml.to_owned(), flags };
    }
}
