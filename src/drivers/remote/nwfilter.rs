//! Network filters and their bindings.

#![forbid(unsafe_code)]

use super::Remote;
use super::convert::{list, received, sent, small as count};
use super::names::Names;
use crate::driver::NwFilterDriver;
use crate::ident::{NwFilterBindingKey, NwFilterKey, Uuid};
use crate::rpc::protocol::remote::NWFILTER_LIST_MAX;

const FILTERS: Names = Names::of("virConnectListNWFilters", NWFILTER_LIST_MAX);

impl NwFilterDriver for Remote {
    calls! { remote;
        fn connect_list_all_nw_filters(&self, flags: u32) -> Vec<NwFilterKey>
            = CONNECT_LIST_ALL_NWFILTERS { need_results: 1, flags } => |ret| list(ret.filters)?;
        fn connect_count_all_nw_filters(&self, flags: u32) -> usize
            = CONNECT_LIST_ALL_NWFILTERS { need_results: 0, flags } => |ret| ret.ret as usize;
        fn connect_num_of_nw_filters(&self) -> usize = CONNECT_NUM_OF_NWFILTERS => |ret| count(ret.num)?;
        fn connect_list_nw_filters(&self, max: usize) -> Vec<String>
            = CONNECT_LIST_NWFILTERS { maxnames: FILTERS.room(max)? } => |ret| FILTERS.received(ret.names, max)?;
        fn nw_filter_lookup_by_name(&self, name: &str) -> NwFilterKey
            = NWFILTER_LOOKUP_BY_NAME { name: name.to_owned() } => |ret| received(ret.nwfilter)?;
        fn nw_filter_lookup_by_uuid(&self, uuid: &Uuid) -> NwFilterKey
            = NWFILTER_LOOKUP_BY_UUID { uuid: uuid.into_bytes() } => |ret| received(ret.nwfilter)?;
        fn nw_filter_define_xml(&self, xml: &str) -> NwFilterKey
            = NWFILTER_DEFINE_XML { xml: xml.to_owned() } => |ret| received(ret.nwfilter)?;
        fn nw_filter_define_xml_flags(&self, xml: &str, flags: u32) -> NwFilterKey
            = NWFILTER_DEFINE_XML_FLAGS { xml: xml.to_owned(), flags } => |ret| received(ret.nwfilter)?;
        fn nw_filter_undefine(&self, filter: &NwFilterKey) -> () = NWFILTER_UNDEFINE { nwfilter: sent(filter) };
        fn nw_filter_get_xml_desc(&self, filter: &NwFilterKey, flags: u32) -> String
            = NWFILTER_GET_XML_DESC { nwfilter: sent(filter), flags } => |ret| ret.xml;

        fn connect_list_all_nw_filter_bindings(&self, flags: u32) -> Vec<NwFilterBindingKey>
            = CONNECT_LIST_ALL_NWFILTER_BINDINGS { need_results: 1, flags } => |ret| list(ret.bindings)?;
        fn connect_count_all_nw_filter_bindings(&self, flags: u32) -> usize
            = CONNECT_LIST_ALL_NWFILTER_BINDINGS { need_results: 0, flags } => |ret| ret.ret as usize;
        fn nw_filter_binding_lookup_by_port_dev(&self, port_dev: &str) -> NwFilterBindingKey
            = NWFILTER_BINDING_LOOKUP_BY_PORT_DEV { name: port_dev.to_owned() } => |ret| received(ret.nwfilter)?;
        fn nw_filter_binding_create_xml(&self, xml: &str, flags: u32) -> NwFilterBindingKey
            = NWFILTER_BINDING_CREATE_XML { xml: xml.to_owned(), flags } => |ret| received(ret.nwfilter)?;
        fn nw_filter_binding_delete(&self, binding: &NwFilterBindingKey) -> ()
            = NWFILTER_BINDING_DELETE { nwfilter: sent(binding) };
        fn nw_filter_binding_get_xml_desc(&self, binding: &NwFilterBindingKey, flags: u32) -> String
            = NWFILTER_BINDING_GET_XML_DESC { nwfilter: sent(binding), flags } => |ret| ret.xml;
    }
}
