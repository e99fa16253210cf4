//! Saving domains at the daemon; files are on its host.

#![forbid(unsafe_code)]

use super::Remote;
use super::convert::text;
use crate::domain::Domain;
use crate::driver::SaveDriver;
use crate::rpc::typed_params::sent;
use crate::typed_param::TypedParameter;

impl SaveDriver for Remote {
    calls! { remote;
        fn domain_save(&self, dom: &Domain, to: &str) -> ()
            = DOMAIN_SAVE { dom: dom.into(), to: to.to_owned() }
            => |_ret| dom.set_id(None); // as libvirt: not in the other form
        fn domain_save_flags(&self, dom: &Domain, to: &str, xml: Option<&str>, flags: u32) -> ()
            = DOMAIN_SAVE_FLAGS { dom: dom.into(), to: to.to_owned(), dxml: text(xml), flags };
        fn domain_restore(&self, from: &str) -> () = DOMAIN_RESTORE { from: from.to_owned() };
        fn domain_restore_flags(&self, from: &str, xml: Option<&str>, flags: u32) -> ()
            = DOMAIN_RESTORE_FLAGS { from: from.to_owned(), dxml: text(xml), flags };
        fn domain_save_params(&self, dom: &Domain, params: &[TypedParameter], flags: u32) -> ()
            = DOMAIN_SAVE_PARAMS { dom: dom.into(), params: sent(params), flags };
        fn domain_restore_params(&self, params: &[TypedParameter], flags: u32) -> ()
            = DOMAIN_RESTORE_PARAMS { params: sent(params), flags };
        fn domain_save_image_get_xml_desc(&self, file: &str, flags: u32) -> String
            = DOMAIN_SAVE_IMAGE_GET_XML_DESC { file: file.to_owned(), flags } => |ret| ret.xml;
        fn domain_save_image_define_xml(&self, file: &str, xml: &str, flags: u32) -> ()
            = DOMAIN_SAVE_IMAGE_DEFINE_XML { file: file.to_owned(), dxml: xml.to_owned(), flags };

        fn domain_managed_save(&self, dom: &Domain, flags: u32) -> ()
            = DOMAIN_MANAGED_SAVE { dom: dom.into(), flags } => |_ret| dom.set_id(None);
        fn domain_has_managed_save_image(&self, dom: &Domain, flags: u32) -> bool
            = DOMAIN_HAS_MANAGED_SAVE_IMAGE { dom: dom.into(), flags } => |ret| ret.result != 0;
        fn domain_managed_save_remove(&self, dom: &Domain, flags: u32) -> ()
            = DOMAIN_MANAGED_SAVE_REMOVE { dom: dom.into(), flags };
        fn domain_managed_save_get_xml_desc(&self, dom: &Domain, flags: u32) -> String
            = DOMAIN_MANAGED_SAVE_GET_XML_DESC { dom: dom.into(), flags } => |ret| ret.xml;
        fn domain_managed_save_define_xml(&self, dom: &Domain, xml: Option<&str>, flags: u32) -> ()
            = DOMAIN_MANAGED_SAVE_DEFINE_XML { dom: dom.into(), dxml: text(xml), flags };

        fn domain_core_dump(&self, dom: &Domain, to: &str, flags: u32) -> ()
            = DOMAIN_CORE_DUMP { dom: dom.into(), to: to.to_owned(), flags };
        fn domain_core_dump_with_format(&self, dom: &Domain, to: &str, format: u32, flags: u32) -> ()
            = DOMAIN_CORE_DUMP_WITH_FORMAT { dom: dom.into(), to: to.to_owned(), dumpformat: format, flags };
    }
}
