//! Network filters, and their bindings to ports.

#![forbid(unsafe_code)]

use super::Driver;
use crate::error::Result;
use crate::ident::{NwFilterBindingKey, NwFilterKey, Uuid};

/// Network filters (`libvirt-nwfilter.h`). No `flags` are known where nothing else is said.
pub trait NwFilterDriver: Driver {
    driver_methods! { VIR_FROM_NWFILTER;
        /// The filters.
        fn connect_list_all_nw_filters(&self, flags: u32) -> Vec<NwFilterKey> => "virConnectListAllNWFilters";
        /// How many filters there are.
        fn connect_num_of_nw_filters(&self) -> usize => "virConnectNumOfNWFilters";
        /// Names of at most `max` filters.
        fn connect_list_nw_filters(&self, max: usize) -> Vec<String> => "virConnectListNWFilters";
        /// The filter with this name.
        fn nw_filter_lookup_by_name(&self, name: &str) -> NwFilterKey => "virNWFilterLookupByName";
        /// The filter with this UUID.
        fn nw_filter_lookup_by_uuid(&self, uuid: &Uuid) -> NwFilterKey => "virNWFilterLookupByUUID";
        /// Defines a filter.
        fn nw_filter_define_xml(&self, xml: &str) -> NwFilterKey => "virNWFilterDefineXML";
        /// Defines a filter; `flags` are `virNWFilterDefineFlags`.
        fn nw_filter_define_xml_flags(&self, xml: &str, flags: u32) -> NwFilterKey => "virNWFilterDefineXMLFlags";
        /// Removes the filter.
        fn nw_filter_undefine(&self, filter: &NwFilterKey) -> () => "virNWFilterUndefine";
        /// The filter's XML.
        fn nw_filter_get_xml_desc(&self, filter: &NwFilterKey, flags: u32) -> String => "virNWFilterGetXMLDesc";

        /// The bindings.
        fn connect_list_all_nw_filter_bindings(&self, flags: u32) -> Vec<NwFilterBindingKey>
            => "virConnectListAllNWFilterBindings";
        /// The binding of a port's device.
        fn nw_filter_binding_lookup_by_port_dev(&self, port_dev: &str) -> NwFilterBindingKey
            => "virNWFilterBindingLookupByPortDev";
        /// Binds a filter to a port; `flags` are `virNWFilterBindingCreateFlags`.
        fn nw_filter_binding_create_xml(&self, xml: &str, flags: u32) -> NwFilterBindingKey
            => "virNWFilterBindingCreateXML";
        /// Removes the binding.
        fn nw_filter_binding_delete(&self, binding: &NwFilterBindingKey) -> () => "virNWFilterBindingDelete";
        /// The binding's XML.
        fn nw_filter_binding_get_xml_desc(&self, binding: &NwFilterBindingKey, flags: u32) -> String
            => "virNWFilterBindingGetXMLDesc";
    }

    derived_methods! {
        /// How many [`Self::connect_list_all_nw_filters`] finds.
        fn connect_count_all_nw_filters(&self, flags: u32) -> usize
            = self.connect_list_all_nw_filters(flags).map(|found| found.len());
        /// How many [`Self::connect_list_all_nw_filter_bindings`] finds.
        fn connect_count_all_nw_filter_bindings(&self, flags: u32) -> usize
            = self.connect_list_all_nw_filter_bindings(flags).map(|found| found.len());
    }
}
