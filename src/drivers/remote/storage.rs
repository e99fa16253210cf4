//! Storage pools and volumes.

#![forbid(unsafe_code)]

use super::Remote;
use super::convert::{list, received, sent, small as count, text};
use super::names::Names;
use super::stream::Holes;
use crate::abi::_virStorageVolDownloadFlags::VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM;
use crate::abi::_virStorageVolUploadFlags::VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM;
use crate::driver::{StorageDriver, StoragePoolInfo, StorageVolInfo, VolumeRange};
use crate::error::Result;
use crate::ident::{StoragePoolKey, StorageVolKey, Uuid};
use crate::rpc::protocol::remote::{self, STORAGE_POOL_LIST_MAX, STORAGE_VOL_LIST_MAX, procedure};
use crate::stream::Stream;

const ACTIVE: Names = Names::of("virConnectListStoragePools", STORAGE_POOL_LIST_MAX);
const INACTIVE: Names = Names::of("virConnectListDefinedStoragePools", STORAGE_POOL_LIST_MAX);
const VOLUMES: Names = Names::of("virStoragePoolListVolumes", STORAGE_VOL_LIST_MAX);

impl StorageDriver for Remote {
    calls! { remote;
        fn connect_get_storage_pool_capabilities(&self, flags: u32) -> String
            = CONNECT_GET_STORAGE_POOL_CAPABILITIES { flags } => |ret| ret.capabilities;
        fn connect_list_all_storage_pools(&self, flags: u32) -> Vec<StoragePoolKey>
            = CONNECT_LIST_ALL_STORAGE_POOLS { need_results: 1, flags } => |ret| list(ret.pools)?;
        fn connect_count_all_storage_pools(&self, flags: u32) -> usize
            = CONNECT_LIST_ALL_STORAGE_POOLS { need_results: 0, flags } => |ret| ret.ret as usize;
        fn connect_num_of_storage_pools(&self) -> usize = CONNECT_NUM_OF_STORAGE_POOLS => |ret| count(ret.num)?;
        fn connect_list_storage_pools(&self, max: usize) -> Vec<String>
            = CONNECT_LIST_STORAGE_POOLS { maxnames: ACTIVE.room(max)? } => |ret| ACTIVE.received(ret.names, max)?;
        fn connect_num_of_defined_storage_pools(&self) -> usize
            = CONNECT_NUM_OF_DEFINED_STORAGE_POOLS => |ret| count(ret.num)?;
        fn connect_list_defined_storage_pools(&self, max: usize) -> Vec<String>
            = CONNECT_LIST_DEFINED_STORAGE_POOLS { maxnames: INACTIVE.room(max)? }
            => |ret| INACTIVE.received(ret.names, max)?;
        fn connect_find_storage_pool_sources(&self, kind: &str, spec: Option<&str>, flags: u32) -> String
            = CONNECT_FIND_STORAGE_POOL_SOURCES { r#type: kind.to_owned(), src_spec: text(spec), flags }
            => |ret| ret.xml;
        fn storage_pool_lookup_by_name(&self, name: &str) -> StoragePoolKey
            = STORAGE_POOL_LOOKUP_BY_NAME { name: name.to_owned() } => |ret| received(ret.pool)?;
        fn storage_pool_lookup_by_uuid(&self, uuid: &Uuid) -> StoragePoolKey
            = STORAGE_POOL_LOOKUP_BY_UUID { uuid: uuid.into_bytes() } => |ret| received(ret.pool)?;
        fn storage_pool_lookup_by_volume(&self, vol: &StorageVolKey) -> StoragePoolKey
            = STORAGE_POOL_LOOKUP_BY_VOLUME { vol: sent(vol) } => |ret| received(ret.pool)?;
        fn storage_pool_lookup_by_target_path(&self, path: &str) -> StoragePoolKey
            = STORAGE_POOL_LOOKUP_BY_TARGET_PATH { path: path.to_owned() } => |ret| received(ret.pool)?;

        fn storage_pool_create_xml(&self, xml: &str, flags: u32) -> StoragePoolKey
            = STORAGE_POOL_CREATE_XML { xml: xml.to_owned(), flags } => |ret| received(ret.pool)?;
        fn storage_pool_define_xml(&self, xml: &str, flags: u32) -> StoragePoolKey
            = STORAGE_POOL_DEFINE_XML { xml: xml.to_owned(), flags } => |ret| received(ret.pool)?;
        fn storage_pool_build(&self, pool: &StoragePoolKey, flags: u32) -> ()
            = STORAGE_POOL_BUILD { pool: sent(pool), flags };
        fn storage_pool_undefine(&self, pool: &StoragePoolKey) -> () = STORAGE_POOL_UNDEFINE { pool: sent(pool) };
        fn storage_pool_create(&self, pool: &StoragePoolKey, flags: u32) -> ()
            = STORAGE_POOL_CREATE { pool: sent(pool), flags };
        fn storage_pool_destroy(&self, pool: &StoragePoolKey) -> () = STORAGE_POOL_DESTROY { pool: sent(pool) };
        fn storage_pool_delete(&self, pool: &StoragePoolKey, flags: u32) -> ()
            = STORAGE_POOL_DELETE { pool: sent(pool), flags };
        fn storage_pool_refresh(&self, pool: &StoragePoolKey, flags: u32) -> ()
            = STORAGE_POOL_REFRESH { pool: sent(pool), flags };

        fn storage_pool_get_info(&self, pool: &StoragePoolKey) -> StoragePoolInfo
            = STORAGE_POOL_GET_INFO { pool: sent(pool) } => |ret| StoragePoolInfo {
                state: ret.state.into(),
                capacity: ret.capacity,
                allocation: ret.allocation,
                available: ret.available,
            };
        fn storage_pool_get_xml_desc(&self, pool: &StoragePoolKey, flags: u32) -> String
            = STORAGE_POOL_GET_XML_DESC { pool: sent(pool), flags } => |ret| ret.xml;
        fn storage_pool_get_autostart(&self, pool: &StoragePoolKey) -> bool
            = STORAGE_POOL_GET_AUTOSTART { pool: sent(pool) } => |ret| ret.autostart != 0;
        fn storage_pool_set_autostart(&self, pool: &StoragePoolKey, autostart: bool) -> ()
            = STORAGE_POOL_SET_AUTOSTART { pool: sent(pool), autostart: autostart.into() };
        fn storage_pool_is_active(&self, pool: &StoragePoolKey) -> bool
            = STORAGE_POOL_IS_ACTIVE { pool: sent(pool) } => |ret| ret.active != 0;
        fn storage_pool_is_persistent(&self, pool: &StoragePoolKey) -> bool
            = STORAGE_POOL_IS_PERSISTENT { pool: sent(pool) } => |ret| ret.persistent != 0;
        fn storage_pool_list_all_volumes(&self, pool: &StoragePoolKey, flags: u32) -> Vec<StorageVolKey>
            = STORAGE_POOL_LIST_ALL_VOLUMES { pool: sent(pool), need_results: 1, flags } => |ret| list(ret.vols)?;
        fn storage_pool_count_all_volumes(&self, pool: &StoragePoolKey, flags: u32) -> usize
            = STORAGE_POOL_LIST_ALL_VOLUMES { pool: sent(pool), need_results: 0, flags } => |ret| ret.ret as usize;
        fn storage_pool_num_of_volumes(&self, pool: &StoragePoolKey) -> usize
            = STORAGE_POOL_NUM_OF_VOLUMES { pool: sent(pool) } => |ret| count(ret.num)?;
        fn storage_pool_list_volumes(&self, pool: &StoragePoolKey, max: usize) -> Vec<String>
            = STORAGE_POOL_LIST_VOLUMES { pool: sent(pool), maxnames: VOLUMES.room(max)? }
            => |ret| VOLUMES.received(ret.names, max)?;

        fn storage_vol_lookup_by_name(&self, pool: &StoragePoolKey, name: &str) -> StorageVolKey
            = STORAGE_VOL_LOOKUP_BY_NAME { pool: sent(pool), name: name.to_owned() } => |ret| received(ret.vol)?;
        fn storage_vol_lookup_by_key(&self, key: &str) -> StorageVolKey
            = STORAGE_VOL_LOOKUP_BY_KEY { key: key.to_owned() } => |ret| received(ret.vol)?;
        fn storage_vol_lookup_by_path(&self, path: &str) -> StorageVolKey
            = STORAGE_VOL_LOOKUP_BY_PATH { path: path.to_owned() } => |ret| received(ret.vol)?;
        fn storage_vol_create_xml(&self, pool: &StoragePoolKey, xml: &str, flags: u32) -> StorageVolKey
            = STORAGE_VOL_CREATE_XML { pool: sent(pool), xml: xml.to_owned(), flags } => |ret| received(ret.vol)?;
        fn storage_vol_create_xml_from(
            &self, pool: &StoragePoolKey, xml: &str, from: &StorageVolKey, flags: u32
        ) -> StorageVolKey
            = STORAGE_VOL_CREATE_XML_FROM { pool: sent(pool), xml: xml.to_owned(), clonevol: sent(from), flags }
            => |ret| received(ret.vol)?;
        fn storage_vol_delete(&self, vol: &StorageVolKey, flags: u32) -> ()
            = STORAGE_VOL_DELETE { vol: sent(vol), flags };
        fn storage_vol_wipe(&self, vol: &StorageVolKey, flags: u32) -> ()
            = STORAGE_VOL_WIPE { vol: sent(vol), flags };
        fn storage_vol_wipe_pattern(&self, vol: &StorageVolKey, algorithm: u32, flags: u32) -> ()
            = STORAGE_VOL_WIPE_PATTERN { vol: sent(vol), algorithm, flags };
        fn storage_vol_resize(&self, vol: &StorageVolKey, capacity: u64, flags: u32) -> ()
            = STORAGE_VOL_RESIZE { vol: sent(vol), capacity, flags };
        fn storage_vol_get_info(&self, vol: &StorageVolKey) -> StorageVolInfo
            = STORAGE_VOL_GET_INFO { vol: sent(vol) }
            => |ret| StorageVolInfo { kind: ret.r#type.into(), capacity: ret.capacity, allocation: ret.allocation };
        fn storage_vol_get_info_flags(&self, vol: &StorageVolKey, flags: u32) -> StorageVolInfo
            = STORAGE_VOL_GET_INFO_FLAGS { vol: sent(vol), flags }
            => |ret| StorageVolInfo { kind: ret.r#type.into(), capacity: ret.capacity, allocation: ret.allocation };
        fn storage_vol_get_xml_desc(&self, vol: &StorageVolKey, flags: u32) -> String
            = STORAGE_VOL_GET_XML_DESC { vol: sent(vol), flags } => |ret| ret.xml;
        fn storage_vol_get_path(&self, vol: &StorageVolKey) -> String
            = STORAGE_VOL_GET_PATH { vol: sent(vol) } => |ret| ret.name;
    }

    fn storage_vol_download(
        &self,
        vol: &StorageVolKey,
        stream: &Stream,
        part: VolumeRange,
        flags: u32,
    ) -> Result<()> {
        let VolumeRange { offset, length } = part;
        let args = remote::StorageVolDownloadArgs { vol: sent(vol), offset, length, flags };
        let holes = holes(flags, VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM as u32);
        self.call_with_stream(stream, holes, procedure::STORAGE_VOL_DOWNLOAD, &args)
    }

    fn storage_vol_upload(
        &self,
        vol: &StorageVolKey,
        stream: &Stream,
        part: VolumeRange,
        flags: u32,
    ) -> Result<()> {
        let VolumeRange { offset, length } = part;
        let args = remote::StorageVolUploadArgs { vol: sent(vol), offset, length, flags };
        let holes = holes(flags, VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM as u32);
        self.call_with_stream(stream, holes, procedure::STORAGE_VOL_UPLOAD, &args)
    }
}

fn holes(flags: u32, sparse: u32) -> Holes {
    if flags & sparse != 0 { Holes::Kept } else { Holes::Filled }
}
