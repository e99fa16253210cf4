//! Storage pools and the volumes in them.

#![forbid(unsafe_code)]

use super::Driver;
use crate::error::Result;
use crate::ident::{StoragePoolKey, StorageVolKey, Uuid};
use crate::stream::Stream;

/// `virStoragePoolInfo`; sizes in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StoragePoolInfo {
    /// `virStoragePoolState`
    pub state: i32,
    pub capacity: u64,
    /// What is in use.
    pub allocation: u64,
    /// What is left.
    pub available: u64,
}

/// `virStorageVolInfo`; sizes in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StorageVolInfo {
    /// `virStorageVolType`
    pub kind: i32,
    pub capacity: u64,
    /// What is in use, or the physical size if the flags ask for it.
    pub allocation: u64,
}

/// A part of a volume.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VolumeRange {
    pub offset: u64,
    /// In bytes; 0 for all that follows.
    pub length: u64,
}

/// Storage pools and volumes (`libvirt-storage.h`). No `flags` are known where nothing else is said.
pub trait StorageDriver: Driver {
    driver_methods! { VIR_FROM_STORAGE;
        /// What kinds of pools there are, as XML.
        fn connect_get_storage_pool_capabilities(&self, flags: u32) -> String => "virConnectGetStoragePoolCapabilities";
        /// The pools that match `flags`, a `virConnectListAllStoragePoolsFlags`.
        fn connect_list_all_storage_pools(&self, flags: u32) -> Vec<StoragePoolKey> => "virConnectListAllStoragePools";
        /// How many pools are active.
        fn connect_num_of_storage_pools(&self) -> usize => "virConnectNumOfStoragePools";
        /// Names of at most `max` active pools.
        fn connect_list_storage_pools(&self, max: usize) -> Vec<String> => "virConnectListStoragePools";
        /// How many pools are inactive.
        fn connect_num_of_defined_storage_pools(&self) -> usize => "virConnectNumOfDefinedStoragePools";
        /// Names of at most `max` inactive pools.
        fn connect_list_defined_storage_pools(&self, max: usize) -> Vec<String> => "virConnectListDefinedStoragePools";
        /// What pools of a kind could be made of, as XML; `spec` is XML that says where to look.
        fn connect_find_storage_pool_sources(&self, kind: &str, spec: Option<&str>, flags: u32) -> String
            => "virConnectFindStoragePoolSources";
        /// The pool with this name.
        fn storage_pool_lookup_by_name(&self, name: &str) -> StoragePoolKey => "virStoragePoolLookupByName";
        /// The pool with this UUID.
        fn storage_pool_lookup_by_uuid(&self, uuid: &Uuid) -> StoragePoolKey => "virStoragePoolLookupByUUID";
        /// The pool of a volume.
        fn storage_pool_lookup_by_volume(&self, vol: &StorageVolKey) -> StoragePoolKey => "virStoragePoolLookupByVolume";
        /// The pool at this path.
        fn storage_pool_lookup_by_target_path(&self, path: &str) -> StoragePoolKey => "virStoragePoolLookupByTargetPath";

        /// Starts a transient pool; `flags` are `virStoragePoolCreateFlags`.
        fn storage_pool_create_xml(&self, xml: &str, flags: u32) -> StoragePoolKey => "virStoragePoolCreateXML";
        /// Defines a persistent pool; `flags` are `virStoragePoolDefineFlags`.
        fn storage_pool_define_xml(&self, xml: &str, flags: u32) -> StoragePoolKey => "virStoragePoolDefineXML";
        /// Prepares what the pool is made of; `flags` are `virStoragePoolBuildFlags`.
        fn storage_pool_build(&self, pool: &StoragePoolKey, flags: u32) -> () => "virStoragePoolBuild";
        /// Removes the definition.
        fn storage_pool_undefine(&self, pool: &StoragePoolKey) -> () => "virStoragePoolUndefine";
        /// Starts the pool; `flags` are `virStoragePoolCreateFlags`.
        fn storage_pool_create(&self, pool: &StoragePoolKey, flags: u32) -> () => "virStoragePoolCreate";
        /// Stops the pool.
        fn storage_pool_destroy(&self, pool: &StoragePoolKey) -> () => "virStoragePoolDestroy";
        /// Removes what the pool is made of; `flags` are `virStoragePoolDeleteFlags`.
        fn storage_pool_delete(&self, pool: &StoragePoolKey, flags: u32) -> () => "virStoragePoolDelete";
        /// Looks again which volumes there are.
        fn storage_pool_refresh(&self, pool: &StoragePoolKey, flags: u32) -> () => "virStoragePoolRefresh";

        /// State and sizes.
        fn storage_pool_get_info(&self, pool: &StoragePoolKey) -> StoragePoolInfo => "virStoragePoolGetInfo";
        /// The pool's XML; `flags` are `virStorageXMLFlags`.
        fn storage_pool_get_xml_desc(&self, pool: &StoragePoolKey, flags: u32) -> String => "virStoragePoolGetXMLDesc";
        /// Whether the pool starts with the driver.
        fn storage_pool_get_autostart(&self, pool: &StoragePoolKey) -> bool => "virStoragePoolGetAutostart";
        /// Lets the pool start with the driver, or not.
        fn storage_pool_set_autostart(&self, pool: &StoragePoolKey, autostart: bool) -> () => "virStoragePoolSetAutostart";
        /// Whether the pool is active.
        fn storage_pool_is_active(&self, pool: &StoragePoolKey) -> bool => "virStoragePoolIsActive";
        /// Whether the pool has a definition that outlives its run.
        fn storage_pool_is_persistent(&self, pool: &StoragePoolKey) -> bool => "virStoragePoolIsPersistent";
        /// The volumes.
        fn storage_pool_list_all_volumes(&self, pool: &StoragePoolKey, flags: u32) -> Vec<StorageVolKey>
            => "virStoragePoolListAllVolumes";
        /// How many volumes there are.
        fn storage_pool_num_of_volumes(&self, pool: &StoragePoolKey) -> usize => "virStoragePoolNumOfVolumes";
        /// Names of at most `max` volumes.
        fn storage_pool_list_volumes(&self, pool: &StoragePoolKey, max: usize) -> Vec<String>
            => "virStoragePoolListVolumes";

        /// The volume with this name.
        fn storage_vol_lookup_by_name(&self, pool: &StoragePoolKey, name: &str) -> StorageVolKey
            => "virStorageVolLookupByName";
        /// The volume with this key.
        fn storage_vol_lookup_by_key(&self, key: &str) -> StorageVolKey => "virStorageVolLookupByKey";
        /// The volume at this path.
        fn storage_vol_lookup_by_path(&self, path: &str) -> StorageVolKey => "virStorageVolLookupByPath";
        /// Makes a volume; `flags` are `virStorageVolCreateFlags`.
        fn storage_vol_create_xml(&self, pool: &StoragePoolKey, xml: &str, flags: u32) -> StorageVolKey
            => "virStorageVolCreateXML";
        /// Makes a volume with the content of another; `flags` are `virStorageVolCreateFlags`.
        fn storage_vol_create_xml_from(&self, pool: &StoragePoolKey, xml: &str, from: &StorageVolKey, flags: u32)
            -> StorageVolKey => "virStorageVolCreateXMLFrom";
        /// Removes the volume; `flags` are `virStorageVolDeleteFlags`.
        fn storage_vol_delete(&self, vol: &StorageVolKey, flags: u32) -> () => "virStorageVolDelete";
        /// Overwrites the content.
        fn storage_vol_wipe(&self, vol: &StorageVolKey, flags: u32) -> () => "virStorageVolWipe";
        /// Overwrites the content by a `virStorageVolWipeAlgorithm`.
        fn storage_vol_wipe_pattern(&self, vol: &StorageVolKey, algorithm: u32, flags: u32) -> ()
            => "virStorageVolWipePattern";
        /// Changes the capacity, in bytes; `flags` are `virStorageVolResizeFlags`.
        fn storage_vol_resize(&self, vol: &StorageVolKey, capacity: u64, flags: u32) -> () => "virStorageVolResize";
        /// Kind and sizes.
        fn storage_vol_get_info(&self, vol: &StorageVolKey) -> StorageVolInfo => "virStorageVolGetInfo";
        /// Kind and sizes; `flags` are `virStorageVolInfoFlags`.
        fn storage_vol_get_info_flags(&self, vol: &StorageVolKey, flags: u32) -> StorageVolInfo
            => "virStorageVolGetInfoFlags";
        /// The volume's XML.
        fn storage_vol_get_xml_desc(&self, vol: &StorageVolKey, flags: u32) -> String => "virStorageVolGetXMLDesc";
        /// Where the volume is on the host.
        fn storage_vol_get_path(&self, vol: &StorageVolKey) -> String => "virStorageVolGetPath";
        /// Sends a part of the content through `stream`; `flags` are `virStorageVolDownloadFlags`.
        fn storage_vol_download(&self, vol: &StorageVolKey, stream: &Stream, part: VolumeRange, flags: u32) -> ()
            => "virStorageVolDownload";
        /// Takes a part of the content from `stream`; `flags` are `virStorageVolUploadFlags`.
        fn storage_vol_upload(&self, vol: &StorageVolKey, stream: &Stream, part: VolumeRange, flags: u32) -> ()
            => "virStorageVolUpload";
    }

    derived_methods! {
        /// How many [`Self::connect_list_all_storage_pools`] finds.
        fn connect_count_all_storage_pools(&self, flags: u32) -> usize
            = self.connect_list_all_storage_pools(flags).map(|found| found.len());
        /// How many [`Self::storage_pool_list_all_volumes`] finds.
        fn storage_pool_count_all_volumes(&self, pool: &StoragePoolKey, flags: u32) -> usize
            = self.storage_pool_list_all_volumes(pool, flags).map(|found| found.len());
    }
}
