//! Devices of the host.

#![forbid(unsafe_code)]

use super::Driver;
use crate::error::Result;
use crate::ident::{Name, NodeDeviceKey};

/// Devices of the host (`libvirt-nodedev.h`). No `flags` are known where nothing else is said.
pub trait NodeDeviceDriver: Driver {
    driver_methods! { VIR_FROM_NODEDEV;
        /// The devices that match `flags`, a `virConnectListAllNodeDeviceFlags`.
        fn connect_list_all_node_devices(&self, flags: u32) -> Vec<NodeDeviceKey> => "virConnectListAllNodeDevices";
        /// How many devices there are, all or those with a capability.
        fn node_num_of_devices(&self, cap: Option<&str>, flags: u32) -> usize => "virNodeNumOfDevices";
        /// Names of at most `max` devices, of all or of those with a capability.
        fn node_list_devices(&self, cap: Option<&str>, max: usize, flags: u32) -> Vec<String> => "virNodeListDevices";
        /// The device with this name.
        fn node_device_lookup_by_name(&self, name: &str) -> NodeDeviceKey => "virNodeDeviceLookupByName";
        /// The SCSI host adapter with these names of node and port.
        fn node_device_lookup_scsi_host_by_wwn(&self, wwnn: &str, wwpn: &str, flags: u32) -> NodeDeviceKey
            => "virNodeDeviceLookupSCSIHostByWWN";

        /// The device's XML; `flags` are `virNodeDeviceXMLFlags`.
        fn node_device_get_xml_desc(&self, dev: &NodeDeviceKey, flags: u32) -> String => "virNodeDeviceGetXMLDesc";
        /// Name of the parent; the root has none.
        fn node_device_get_parent(&self, dev: &NodeDeviceKey) -> Option<Name> => "virNodeDeviceGetParent";
        /// How many capabilities the device has.
        fn node_device_num_of_caps(&self, dev: &NodeDeviceKey) -> usize => "virNodeDeviceNumOfCaps";
        /// Names of at most `max` capabilities.
        fn node_device_list_caps(&self, dev: &NodeDeviceKey, max: usize) -> Vec<String> => "virNodeDeviceListCaps";
        /// Takes the device from the host's driver.
        fn node_device_dettach(&self, dev: &NodeDeviceKey) -> () => "virNodeDeviceDettach";
        /// Takes the device from the host's driver, for the driver `driver_name` of guests or for the usual one.
        fn node_device_detach_flags(&self, dev: &NodeDeviceKey, driver_name: Option<&str>, flags: u32) -> ()
            => "virNodeDeviceDetachFlags";
        /// Gives the device back to the host's driver.
        fn node_device_re_attach(&self, dev: &NodeDeviceKey) -> () => "virNodeDeviceReAttach";
        /// Resets the device.
        fn node_device_reset(&self, dev: &NodeDeviceKey) -> () => "virNodeDeviceReset";

        /// Creates a transient device; `flags` are `virNodeDeviceCreateXMLFlags`.
        fn node_device_create_xml(&self, xml: &str, flags: u32) -> NodeDeviceKey => "virNodeDeviceCreateXML";
        /// Removes the device.
        fn node_device_destroy(&self, dev: &NodeDeviceKey) -> () => "virNodeDeviceDestroy";
        /// Defines a persistent device; `flags` are `virNodeDeviceDefineXMLFlags`.
        fn node_device_define_xml(&self, xml: &str, flags: u32) -> NodeDeviceKey => "virNodeDeviceDefineXML";
        /// Removes the definition.
        fn node_device_undefine(&self, dev: &NodeDeviceKey, flags: u32) -> () => "virNodeDeviceUndefine";
        /// Starts a defined device.
        fn node_device_create(&self, dev: &NodeDeviceKey, flags: u32) -> () => "virNodeDeviceCreate";
        /// Whether the device starts with its parent.
        fn node_device_get_autostart(&self, dev: &NodeDeviceKey) -> bool => "virNodeDeviceGetAutostart";
        /// Lets the device start with its parent, or not.
        fn node_device_set_autostart(&self, dev: &NodeDeviceKey, autostart: bool) -> () => "virNodeDeviceSetAutostart";
        /// Whether the device has a definition.
        fn node_device_is_persistent(&self, dev: &NodeDeviceKey) -> bool => "virNodeDeviceIsPersistent";
        /// Whether the device is there.
        fn node_device_is_active(&self, dev: &NodeDeviceKey) -> bool => "virNodeDeviceIsActive";
        /// Changes the device; `flags` are `virNodeDeviceUpdateFlags`.
        fn node_device_update(&self, dev: &NodeDeviceKey, xml: &str, flags: u32) -> () => "virNodeDeviceUpdate";
    }

    derived_methods! {
        /// How many [`Self::connect_list_all_node_devices`] finds.
        fn connect_count_all_node_devices(&self, flags: u32) -> usize
            = self.connect_list_all_node_devices(flags).map(|found| found.len());
    }
}
