//! Saving a domain to a file and restoring it, and core dumps.
//!
//! Files are given by absolute paths.

#![forbid(unsafe_code)]

use super::Driver;
use crate::domain::Domain;
use crate::error::Result;
use crate::typed_param::TypedParameter;

/// Saving to files, managed save images, core dumps.
pub trait SaveDriver: Driver {
    driver_methods! { VIR_FROM_DOMAIN;
        /// Stops the domain and writes it to a file, with the definition `xml` if there is one; `flags` are
        /// `virDomainSaveRestoreFlags`.
        fn domain_save_flags(&self, dom: &Domain, to: &str, xml: Option<&str>, flags: u32) -> () => "virDomainSave";
        /// Starts the domain in a file, with the definition `xml` if there is one; `flags` are
        /// `virDomainSaveRestoreFlags`.
        fn domain_restore_flags(&self, from: &str, xml: Option<&str>, flags: u32) -> () => "virDomainRestore";
        /// As [`Self::domain_save_flags`], with everything in parameters (`VIR_DOMAIN_SAVE_PARAM_...`).
        fn domain_save_params(&self, dom: &Domain, params: &[TypedParameter], flags: u32) -> () => "virDomainSaveParams";
        /// As [`Self::domain_restore_flags`], with everything in parameters (`VIR_DOMAIN_SAVE_PARAM_...`).
        fn domain_restore_params(&self, params: &[TypedParameter], flags: u32) -> () => "virDomainRestoreParams";
        /// The definition in a file; `flags` are `virDomainSaveImageXMLFlags`.
        fn domain_save_image_get_xml_desc(&self, file: &str, flags: u32) -> String => "virDomainSaveImageGetXMLDesc";
        /// Replaces the definition in a file; `flags` are `virDomainSaveRestoreFlags`.
        fn domain_save_image_define_xml(&self, file: &str, xml: &str, flags: u32) -> ()
            => "virDomainSaveImageDefineXML";

        /// Stops the domain and keeps its state for the next start; `flags` are `virDomainSaveRestoreFlags`.
        fn domain_managed_save(&self, dom: &Domain, flags: u32) -> () => "virDomainManagedSave";
        /// Whether a managed save image is kept; no `flags` are known.
        fn domain_has_managed_save_image(&self, dom: &Domain, flags: u32) -> bool => "virDomainHasManagedSaveImage";
        /// Drops the managed save image; no `flags` are known.
        fn domain_managed_save_remove(&self, dom: &Domain, flags: u32) -> () => "virDomainManagedSaveRemove";
        /// The definition in the managed save image; `flags` are `virDomainSaveImageXMLFlags`.
        fn domain_managed_save_get_xml_desc(&self, dom: &Domain, flags: u32) -> String
            => "virDomainManagedSaveGetXMLDesc";
        /// Replaces the definition in the managed save image; `flags` are `virDomainSaveRestoreFlags`.
        fn domain_managed_save_define_xml(&self, dom: &Domain, xml: Option<&str>, flags: u32) -> ()
            => "virDomainManagedSaveDefineXML";

        /// Writes the guest's memory to a file; `format` is a `virDomainCoreDumpFormat`, `flags` are
        /// `virDomainCoreDumpFlags`.
        fn domain_core_dump_with_format(&self, dom: &Domain, to: &str, format: u32, flags: u32) -> ()
            => "virDomainCoreDumpWithFormat";
    }

    derived_methods! {
        /// As [`Self::domain_save_flags`].
        fn domain_save(&self, dom: &Domain, to: &str) -> () = self.domain_save_flags(dom, to, None, 0);
        /// As [`Self::domain_restore_flags`].
        fn domain_restore(&self, from: &str) -> () = self.domain_restore_flags(from, None, 0);
        /// As [`Self::domain_core_dump_with_format`], in the driver's own format.
        fn domain_core_dump(&self, dom: &Domain, to: &str, flags: u32) -> ()
            = self.domain_core_dump_with_format(dom, to, 0, flags);
    }
}
