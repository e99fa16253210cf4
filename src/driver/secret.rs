//! Secrets: passwords and keys that definitions of domains and pools refer to.

#![forbid(unsafe_code)]

use zeroize::Zeroizing;

use super::Driver;
use crate::error::Result;
use crate::ident::{SecretKey, Uuid};

/// Secrets (`libvirt-secret.h`). No `flags` are known where nothing else is said.
pub trait SecretDriver: Driver {
    driver_methods! { VIR_FROM_SECRET;
        /// The secrets that match `flags`, a `virConnectListAllSecretsFlags`.
        fn connect_list_all_secrets(&self, flags: u32) -> Vec<SecretKey> => "virConnectListAllSecrets";
        /// How many secrets there are.
        fn connect_num_of_secrets(&self) -> usize => "virConnectNumOfSecrets";
        /// UUIDs of at most `max` secrets, as text.
        fn connect_list_secrets(&self, max: usize) -> Vec<String> => "virConnectListSecrets";
        /// The secret with this UUID.
        fn secret_lookup_by_uuid(&self, uuid: &Uuid) -> SecretKey => "virSecretLookupByUUID";
        /// The secret for a use; `kind` is a `virSecretUsageType`.
        fn secret_lookup_by_usage(&self, kind: i32, id: &str) -> SecretKey => "virSecretLookupByUsage";
        /// Defines a secret, without its value; `flags` are `virSecretDefineFlags`.
        fn secret_define_xml(&self, xml: &str, flags: u32) -> SecretKey => "virSecretDefineXML";
        /// The secret's XML, without its value.
        fn secret_get_xml_desc(&self, secret: &SecretKey, flags: u32) -> String => "virSecretGetXMLDesc";
        /// Sets the value.
        fn secret_set_value(&self, secret: &SecretKey, value: &[u8], flags: u32) -> () => "virSecretSetValue";
        /// The value.
        fn secret_get_value(&self, secret: &SecretKey, flags: u32) -> Zeroizing<Vec<u8>> => "virSecretGetValue";
        /// Removes the secret.
        fn secret_undefine(&self, secret: &SecretKey) -> () => "virSecretUndefine";
    }

    derived_methods! {
        /// How many [`Self::connect_list_all_secrets`] finds.
        fn connect_count_all_secrets(&self, flags: u32) -> usize
            = self.connect_list_all_secrets(flags).map(|found| found.len());
    }
}
