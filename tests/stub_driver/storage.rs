//! Storage pools and volumes.

use std::ptr;

use virt::abi::*;
use virt::capi::storage::*;
use virt::capi::storage_vol::*;
use virt::capi::stream::virStreamFree;
use virt::driver::VolumeRange;
use virt::object::{StoragePool, StorageVol};

use crate::stub::*;

#[test]
fn pools_are_found() {
    let program = Program::new();
    let conn = program.conn;
    let raw = uuid(7).into_bytes();
    let written = uuid(7).to_string() + "\0";
    let volume: virStorageVolPtr = program.handle::<StorageVol, _>(vol(1));
    found! { program, pool(2), virStoragePoolFree;
        virStoragePoolLookupByName(conn, c"x".as_ptr()) => storage_pool_lookup_by_name("x");
        virStoragePoolLookupByUUID(conn, raw.as_ptr()) => storage_pool_lookup_by_uuid(&uuid(7));
        virStoragePoolLookupByUUIDString(conn, written.as_ptr().cast()) => storage_pool_lookup_by_uuid(&uuid(7));
        virStoragePoolLookupByVolume(volume) => storage_pool_lookup_by_volume(&vol(1));
        virStoragePoolLookupByTargetPath(conn, c"/x".as_ptr()) => storage_pool_lookup_by_target_path("/x");
        virStoragePoolCreateXML(conn, c"<x/>".as_ptr(), 1) => storage_pool_create_xml("<x/>", 1_u32);
        virStoragePoolDefineXML(conn, c"<x/>".as_ptr(), 2) => storage_pool_define_xml("<x/>", 2_u32);
    }
    listed!(program, [pool(2), pool(3)], virStoragePoolFree;
        |out| virConnectListAllStoragePools(conn, out, 9) => connect_list_all_storage_pools(9_u32));
    named! { program;
        |out| virConnectListStoragePools(conn, out, 4) => connect_list_storage_pools(4_usize);
        |out| virConnectListDefinedStoragePools(conn, out, 3) => connect_list_defined_storage_pools(3_usize);
    }
    assert_eq!(asks!(program, virConnectNumOfStoragePools(conn) => connect_num_of_storage_pools()), 5);
    let defined =
        asks!(program, virConnectNumOfDefinedStoragePools(conn) => connect_num_of_defined_storage_pools());
    assert_eq!(defined, 5);
    described! { program;
        virConnectGetStoragePoolCapabilities(conn, 8) => connect_get_storage_pool_capabilities(8_u32);
        virConnectFindStoragePoolSources(conn, c"dir".as_ptr(), c"<s/>".as_ptr(), 3)
            => connect_find_storage_pool_sources("dir", Some("<s/>"), 3_u32);
        virConnectFindStoragePoolSources(conn, c"dir".as_ptr(), ptr::null(), 3)
            => connect_find_storage_pool_sources("dir", None::<&str>, 3_u32);
    }
    free_all(vec![volume], virStorageVolFree);
}

#[test]
fn pools_are_changed_and_described() {
    let program = Program::new();
    let handle: virStoragePoolPtr = program.handle::<StoragePool, _>(pool(1));
    let it = pool(1);
    let (mut info, mut autostart): (virStoragePoolInfo, _) = (zeroed(), 9);
    done! { program;
        virStoragePoolBuild(handle, 1) => storage_pool_build(&it, 1_u32);
        virStoragePoolUndefine(handle) => storage_pool_undefine(&it);
        virStoragePoolCreate(handle, 2) => storage_pool_create(&it, 2_u32);
        virStoragePoolDestroy(handle) => storage_pool_destroy(&it);
        virStoragePoolDelete(handle, 3) => storage_pool_delete(&it, 3_u32);
        virStoragePoolRefresh(handle, 4) => storage_pool_refresh(&it, 4_u32);
        virStoragePoolSetAutostart(handle, 1) => storage_pool_set_autostart(&it, true);
        virStoragePoolGetAutostart(handle, &mut autostart) => storage_pool_get_autostart(&it);
        virStoragePoolGetInfo(handle, &mut info) => storage_pool_get_info(&it);
    }
    assert_eq!(autostart, 1);
    assert_eq!((info.state, info.capacity, info.allocation, info.available), (2, 1 << 40, 3, 4));
    described! { program; virStoragePoolGetXMLDesc(handle, 6) => storage_pool_get_xml_desc(&it, 6_u32); }
    assert_eq!(asks!(program, virStoragePoolIsActive(handle) => storage_pool_is_active(&it)), 1);
    assert_eq!(asks!(program, virStoragePoolIsPersistent(handle) => storage_pool_is_persistent(&it)), 1);
    assert_eq!(asks!(program, virStoragePoolNumOfVolumes(handle) => storage_pool_num_of_volumes(&it)), 5);
    listed!(program, [vol(2), vol(3)], virStorageVolFree;
        |out| virStoragePoolListAllVolumes(handle, out, 1) => storage_pool_list_all_volumes(&it, 1_u32));
    named! { program;
        |out| virStoragePoolListVolumes(handle, out, 4) => storage_pool_list_volumes(&it, 4_usize);
    }
    free_all(vec![handle], virStoragePoolFree);
}

#[test]
fn volumes_are_found() {
    let program = Program::new();
    let conn = program.conn;
    let parent: virStoragePoolPtr = program.handle::<StoragePool, _>(pool(1));
    let source: virStorageVolPtr = program.handle::<StorageVol, _>(vol(1));
    let it = pool(1);
    found! { program, vol(2), virStorageVolFree;
        virStorageVolLookupByName(parent, c"x".as_ptr()) => storage_vol_lookup_by_name(&it, "x");
        virStorageVolLookupByKey(conn, c"x".as_ptr()) => storage_vol_lookup_by_key("x");
        virStorageVolLookupByPath(conn, c"/x".as_ptr()) => storage_vol_lookup_by_path("/x");
        virStorageVolCreateXML(parent, c"<x/>".as_ptr(), 1) => storage_vol_create_xml(&it, "<x/>", 1_u32);
        virStorageVolCreateXMLFrom(parent, c"<x/>".as_ptr(), source, 2)
            => storage_vol_create_xml_from(&it, "<x/>", &vol(1), 2_u32);
    }
    // SAFETY: live handles.
    unsafe {
        assert_eq!(virStorageVolRef(source), 0);
        assert_eq!(virStorageVolFree(source), 0);
        assert_eq!(virStorageVolGetConnect(source), conn);
        assert_eq!(borrowed(virStorageVolGetName(source)), "vol1");
        assert_eq!(borrowed(virStorageVolGetKey(source)), "/key1");
    }
    free_all(vec![source], virStorageVolFree);
    free_all(vec![parent], virStoragePoolFree);
}

#[test]
fn volumes_are_changed_and_described() {
    let program = Program::new();
    let handle: virStorageVolPtr = program.handle::<StorageVol, _>(vol(1));
    let stream = program.stream();
    let the_stream = || virt::stream::Stream::new(program.arc.clone(), 0);
    let it = vol(1);
    let shrink = virStorageVolResizeFlags::VIR_STORAGE_VOL_RESIZE_SHRINK as u32;
    let part = VolumeRange { offset: 1 << 40, length: 7 };
    done! { program;
        virStorageVolDelete(handle, 1) => storage_vol_delete(&it, 1_u32);
        virStorageVolWipe(handle, 2) => storage_vol_wipe(&it, 2_u32);
        virStorageVolWipePattern(handle, 5, 3) => storage_vol_wipe_pattern(&it, 5_u32, 3_u32);
        virStorageVolResize(handle, 1 << 44, 1) => storage_vol_resize(&it, 1_u64 << 44, 1_u32);
        virStorageVolResize(handle, 0, shrink) => storage_vol_resize(&it, 0_u64, shrink);
        virStorageVolDownload(handle, stream, 1 << 40, 7, 1) => storage_vol_download(&it, &*the_stream(), part, 1_u32);
        virStorageVolUpload(handle, stream, 1 << 40, 7, 2) => storage_vol_upload(&it, &*the_stream(), part, 2_u32);
    }
    let (mut info, mut flagged): (virStorageVolInfo, virStorageVolInfo) = (zeroed(), zeroed());
    done! { program;
        virStorageVolGetInfo(handle, &mut info) => storage_vol_get_info(&it);
        virStorageVolGetInfoFlags(handle, &mut flagged, 1) => storage_vol_get_info_flags(&it, 1_u32);
    }
    for info in [info, flagged] {
        assert_eq!((info.r#type, info.capacity, info.allocation), (1, 1 << 41, 9));
    }
    described! { program;
        virStorageVolGetXMLDesc(handle, 4) => storage_vol_get_xml_desc(&it, 4_u32);
        virStorageVolGetPath(handle) => storage_vol_get_path(&it);
    }
    free_all(vec![stream], virStreamFree);
    free_all(vec![handle], virStorageVolFree);
}
