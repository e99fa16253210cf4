//! What the stub answers: one row per method.

use std::os::fd::{OwnedFd, RawFd};

use virt::domain::Domain;
use virt::driver::*;
use virt::error::Result;
use virt::ident::*;
use virt::stream::Stream;
use virt::typed_param::{Answer, TypedParameter};
use zeroize::Zeroizing;

use crate::stub::{self, *};

noting! {
    HostDriver {
        fn connect_supports_feature(&self, feature: u32) -> bool = supports(feature);
        fn connect_compare_cpu(&self, xml: &str, flags: u32) -> i32 = 2;
        fn connect_compare_hypervisor_cpu(&self, machine: Machine<'_>, xml: &str, flags: u32) -> i32 = 2;
        fn connect_baseline_hypervisor_cpu(&self, machine: Machine<'_>, cpus: &[&str], flags: u32) -> String = xml("connect_baseline_hypervisor_cpu");
        fn connect_set_identity(&self, params: &[TypedParameter], flags: u32) -> () = ();
        fn connect_set_keep_alive(&self, interval_s: i32, count: u32) -> bool = true;
        fn node_get_cpu_stats(&self, cpu: i32, room: usize, flags: u32) -> Vec<NodeStat> = stats();
        fn node_get_memory_stats(&self, cell: i32, room: usize, flags: u32) -> Vec<NodeStat> = stats();
        fn node_get_memory_parameters(&self, room: usize, flags: u32) -> Answer = answer(room);
        fn node_set_memory_parameters(&self, params: &[TypedParameter], flags: u32) -> () = ();
        fn node_alloc_pages(&self, pages: &[PagePool], start: i32, cells: u32, flags: u32) -> i32 = 2;
        fn node_get_sev_info(&self, room: usize, flags: u32) -> Vec<TypedParameter> = answers();
        fn node_suspend_for_duration(&self, target: u32, duration_s: u64, flags: u32) -> () = ();
    }
    DomainDriver {
        fn domain_get_state(&self, dom: &Domain, flags: u32) -> DomainState = DomainState { state: 3, reason: 1 };
        fn domain_get_info(&self, dom: &Domain) -> DomainInfo = DomainInfo { state: 3, max_mem_kib: 4, memory_kib: 3, vcpus: 2, cpu_time_ns: 1 };
        fn domain_lookup_by_name(&self, name: &str) -> DomainKey = domain(2);
        fn domain_get_autostart_once(&self, dom: &Domain) -> bool = true;
        fn domain_set_autostart_once(&self, dom: &Domain, autostart: bool) -> () = ();
        fn connect_domain_xml_from_native(&self, format: &str, config: &str, flags: u32) -> String = xml("connect_domain_xml_from_native");
        fn connect_domain_xml_to_native(&self, format: &str, xml: &str, flags: u32) -> String = stub::xml("connect_domain_xml_to_native");
        fn connect_get_domain_capabilities(&self, machine: Machine<'_>, flags: u32) -> String = xml("connect_get_domain_capabilities");
    }
    TuningDriver {
        fn domain_set_vcpu(&self, dom: &Domain, vcpus: &str, state: i32, flags: u32) -> () = ();
    }
    SaveDriver {
        fn domain_save_params(&self, dom: &Domain, params: &[TypedParameter], flags: u32) -> () = ();
        fn domain_restore_params(&self, params: &[TypedParameter], flags: u32) -> () = ();
        fn domain_managed_save_get_xml_desc(&self, dom: &Domain, flags: u32) -> String = xml("domain_managed_save_get_xml_desc");
        fn domain_managed_save_define_xml(&self, dom: &Domain, xml: Option<&str>, flags: u32) -> () = ();
    }
    GuestDriver {
        fn domain_get_security_label_list(&self, dom: &Domain) -> Vec<SecurityLabel> = vec![SecurityLabel { label: "one".into(), enforcing: true }, SecurityLabel { label: "two".into(), enforcing: false }];
        fn domain_set_launch_security_state(&self, dom: &Domain, params: &[TypedParameter], flags: u32) -> () = ();
        fn domain_pm_suspend_for_duration(&self, dom: &Domain, target: u32, duration_s: u64, flags: u32) -> () = ();
        fn domain_pm_wakeup(&self, dom: &Domain, flags: u32) -> () = ();
        fn domain_agent_set_response_timeout(&self, dom: &Domain, timeout_s: i32, flags: u32) -> i32 = 2;
        fn domain_get_guest_info(&self, dom: &Domain, types: u32, flags: u32) -> Vec<TypedParameter> = answers();
        fn domain_authorized_ssh_keys_get(&self, dom: &Domain, user: &str, flags: u32) -> Vec<String> = names(&["key1", "key2"]);
        fn domain_authorized_ssh_keys_set(&self, dom: &Domain, user: &str, keys: &[&str], flags: u32) -> () = ();
        fn domain_get_guest_vcpus(&self, dom: &Domain, flags: u32) -> Vec<TypedParameter> = answers();
        fn domain_set_guest_vcpus(&self, dom: &Domain, cpus: &str, state: i32, flags: u32) -> () = ();
    }
    DeviceDriver {
        fn domain_attach_device(&self, dom: &Domain, xml: &str) -> () = ();
        fn domain_attach_device_flags(&self, dom: &Domain, xml: &str, flags: u32) -> () = ();
        fn domain_detach_device(&self, dom: &Domain, xml: &str) -> () = ();
        fn domain_detach_device_flags(&self, dom: &Domain, xml: &str, flags: u32) -> () = ();
        fn domain_detach_device_alias(&self, dom: &Domain, alias: &str, flags: u32) -> () = ();
        fn domain_update_device_flags(&self, dom: &Domain, xml: &str, flags: u32) -> () = ();
        fn domain_fd_associate(&self, dom: &Domain, name: &str, files: &[RawFd], flags: u32) -> () = ();
        fn domain_announce_interface(&self, dom: &Domain, device: Option<&str>, params: &[TypedParameter], flags: u32) -> () = ();
        fn domain_open_console(&self, dom: &Domain, device: Option<&str>, stream: &Stream, flags: u32) -> () = ();
        fn domain_open_channel(&self, dom: &Domain, name: Option<&str>, stream: &Stream, flags: u32) -> () = ();
        fn domain_open_graphics(&self, dom: &Domain, index: u32, socket: RawFd, flags: u32) -> () = ();
        fn domain_open_graphics_fd(&self, dom: &Domain, index: u32, flags: u32) -> OwnedFd = open_file();
        fn domain_graphics_reload(&self, dom: &Domain, kind: u32, flags: u32) -> () = ();
    }
    BlockDriver {
        fn domain_block_peek(&self, dom: &Domain, disk: &str, offset: u64, buffer: &mut [u8], flags: u32) -> () = fill(buffer);
        fn domain_block_resize(&self, dom: &Domain, disk: &str, size: u64, flags: u32) -> () = ();
        fn domain_block_stats_flags(&self, dom: &Domain, disk: &str, room: usize, flags: u32) -> Answer = answer(room);
        fn domain_set_block_threshold(&self, dom: &Domain, dev: &str, threshold: u64, flags: u32) -> () = ();
        fn domain_set_throttle_group(&self, dom: &Domain, group: &str, params: &[TypedParameter], flags: u32) -> () = ();
        fn domain_del_throttle_group(&self, dom: &Domain, group: &str, flags: u32) -> () = ();
        fn domain_block_job_abort(&self, dom: &Domain, disk: &str, flags: u32) -> () = ();
        fn domain_get_block_job_info(&self, dom: &Domain, disk: &str, flags: u32) -> Option<BlockJobInfo> = Some(BlockJobInfo { kind: 2, bandwidth: 3, current: 1 << 40, end: 1 << 41 });
        fn domain_block_job_set_speed(&self, dom: &Domain, disk: &str, bandwidth: u64, flags: u32) -> () = ();
        fn domain_block_pull(&self, dom: &Domain, disk: &str, bandwidth: u64, flags: u32) -> () = ();
        fn domain_block_rebase(&self, dom: &Domain, disk: &str, base: Option<&str>, bandwidth: u64, flags: u32) -> () = ();
        fn domain_block_copy(&self, dom: &Domain, disk: &str, xml: &str, params: &[TypedParameter], flags: u32) -> () = ();
        fn domain_block_commit(&self, dom: &Domain, disk: &str, base: Option<&str>, top: Option<&str>, bandwidth: u64, flags: u32) -> () = ();
    }
    JobDriver {
        fn domain_get_job_info(&self, dom: &Domain) -> JobInfo = JobInfo { kind: 1, elapsed_ms: 10, remaining_ms: 20, data: numbers(100), memory: numbers(200), file: numbers(300) };
        fn domain_get_job_stats(&self, dom: &Domain, flags: u32) -> JobStats = JobStats { kind: 3, params: answers() };
        fn domain_abort_job(&self, dom: &Domain) -> () = ();
        fn domain_abort_job_flags(&self, dom: &Domain, flags: u32) -> () = ();
        fn domain_backup_begin(&self, dom: &Domain, xml: &str, checkpoint: Option<&str>, flags: u32) -> () = ();
        fn domain_backup_get_xml_desc(&self, dom: &Domain, flags: u32) -> String = xml("domain_backup_get_xml_desc");
        fn domain_start_dirty_rate_calc(&self, dom: &Domain, seconds: i32, flags: u32) -> () = ();
        fn domain_migrate_get_compression_cache(&self, dom: &Domain, flags: u32) -> u64 = 1 << 42;
        fn domain_migrate_set_compression_cache(&self, dom: &Domain, size: u64, flags: u32) -> () = ();
        fn domain_migrate_get_max_downtime(&self, dom: &Domain, flags: u32) -> u64 = 1 << 42;
        fn domain_migrate_set_max_downtime(&self, dom: &Domain, downtime_ms: u64, flags: u32) -> () = ();
        fn domain_migrate_get_max_speed(&self, dom: &Domain, flags: u32) -> u64 = 1 << 42;
        fn domain_migrate_set_max_speed(&self, dom: &Domain, bandwidth: u64, flags: u32) -> () = ();
        fn domain_migrate_start_post_copy(&self, dom: &Domain, flags: u32) -> () = ();
    }
    NetworkDriver {
        fn connect_list_all_networks(&self, flags: u32) -> Vec<NetworkKey> = vec![net(2), net(3)];
        fn connect_num_of_networks(&self) -> usize = 5;
        fn connect_list_networks(&self, max: usize) -> Vec<String> = names(&["first", "second"]);
        fn connect_num_of_defined_networks(&self) -> usize = 5;
        fn connect_list_defined_networks(&self, max: usize) -> Vec<String> = names(&["first", "second"]);
        fn network_lookup_by_name(&self, name: &str) -> NetworkKey = net(2);
        fn network_lookup_by_uuid(&self, uuid: &Uuid) -> NetworkKey = net(2);
        fn network_create_xml(&self, xml: &str) -> NetworkKey = net(2);
        fn network_create_xml_flags(&self, xml: &str, flags: u32) -> NetworkKey = net(2);
        fn network_define_xml(&self, xml: &str) -> NetworkKey = net(2);
        fn network_define_xml_flags(&self, xml: &str, flags: u32) -> NetworkKey = net(2);
        fn network_undefine(&self, net: &NetworkKey) -> () = ();
        fn network_update(&self, net: &NetworkKey, update: NetworkUpdate<'_>, flags: u32) -> () = ();
        fn network_create(&self, net: &NetworkKey) -> () = ();
        fn network_destroy(&self, net: &NetworkKey) -> () = ();
        fn network_get_xml_desc(&self, net: &NetworkKey, flags: u32) -> String = xml("network_get_xml_desc");
        fn network_get_bridge_name(&self, net: &NetworkKey) -> String = xml("network_get_bridge_name");
        fn network_get_autostart(&self, net: &NetworkKey) -> bool = true;
        fn network_set_autostart(&self, net: &NetworkKey, autostart: bool) -> () = ();
        fn network_is_active(&self, net: &NetworkKey) -> bool = true;
        fn network_is_persistent(&self, net: &NetworkKey) -> bool = true;
        fn network_get_dhcp_leases(&self, net: &NetworkKey, mac: Option<&str>, flags: u32) -> Vec<DhcpLease> = vec![lease()];
        fn network_get_metadata(&self, net: &NetworkKey, kind: i32, uri: Option<&str>, flags: u32) -> String = xml("network_get_metadata");
        fn network_set_metadata(&self, net: &NetworkKey, kind: i32, text: Option<&str>, key: Option<&str>, uri: Option<&str>, flags: u32) -> () = ();
        fn network_list_all_ports(&self, net: &NetworkKey, flags: u32) -> Vec<Uuid> = vec![uuid(2), uuid(3)];
        fn network_port_lookup_by_uuid(&self, net: &NetworkKey, uuid: &Uuid) -> Uuid = stub::uuid(2);
        fn network_port_create_xml(&self, net: &NetworkKey, xml: &str, flags: u32) -> Uuid = stub::uuid(2);
        fn network_port_get_xml_desc(&self, port: &NetworkPortKey, flags: u32) -> String = xml("network_port_get_xml_desc");
        fn network_port_delete(&self, port: &NetworkPortKey, flags: u32) -> () = ();
        fn network_port_get_parameters(&self, port: &NetworkPortKey, flags: u32) -> Vec<TypedParameter> = answers();
        fn network_port_set_parameters(&self, port: &NetworkPortKey, params: &[TypedParameter], flags: u32) -> () = ();
    }
    StorageDriver {
        fn connect_get_storage_pool_capabilities(&self, flags: u32) -> String = xml("connect_get_storage_pool_capabilities");
        fn connect_list_all_storage_pools(&self, flags: u32) -> Vec<StoragePoolKey> = vec![pool(2), pool(3)];
        fn connect_num_of_storage_pools(&self) -> usize = 5;
        fn connect_list_storage_pools(&self, max: usize) -> Vec<String> = names(&["first", "second"]);
        fn connect_num_of_defined_storage_pools(&self) -> usize = 5;
        fn connect_list_defined_storage_pools(&self, max: usize) -> Vec<String> = names(&["first", "second"]);
        fn connect_find_storage_pool_sources(&self, kind: &str, spec: Option<&str>, flags: u32) -> String = xml("connect_find_storage_pool_sources");
        fn storage_pool_lookup_by_name(&self, name: &str) -> StoragePoolKey = pool(2);
        fn storage_pool_lookup_by_uuid(&self, uuid: &Uuid) -> StoragePoolKey = pool(2);
        fn storage_pool_lookup_by_volume(&self, vol: &StorageVolKey) -> StoragePoolKey = pool(2);
        fn storage_pool_lookup_by_target_path(&self, path: &str) -> StoragePoolKey = pool(2);
        fn storage_pool_create_xml(&self, xml: &str, flags: u32) -> StoragePoolKey = pool(2);
        fn storage_pool_define_xml(&self, xml: &str, flags: u32) -> StoragePoolKey = pool(2);
        fn storage_pool_build(&self, pool: &StoragePoolKey, flags: u32) -> () = ();
        fn storage_pool_undefine(&self, pool: &StoragePoolKey) -> () = ();
        fn storage_pool_create(&self, pool: &StoragePoolKey, flags: u32) -> () = ();
        fn storage_pool_destroy(&self, pool: &StoragePoolKey) -> () = ();
        fn storage_pool_delete(&self, pool: &StoragePoolKey, flags: u32) -> () = ();
        fn storage_pool_refresh(&self, pool: &StoragePoolKey, flags: u32) -> () = ();
        fn storage_pool_get_info(&self, pool: &StoragePoolKey) -> StoragePoolInfo = StoragePoolInfo { state: 2, capacity: 1 << 40, allocation: 3, available: 4 };
        fn storage_pool_get_xml_desc(&self, pool: &StoragePoolKey, flags: u32) -> String = xml("storage_pool_get_xml_desc");
        fn storage_pool_get_autostart(&self, pool: &StoragePoolKey) -> bool = true;
        fn storage_pool_set_autostart(&self, pool: &StoragePoolKey, autostart: bool) -> () = ();
        fn storage_pool_is_active(&self, pool: &StoragePoolKey) -> bool = true;
        fn storage_pool_is_persistent(&self, pool: &StoragePoolKey) -> bool = true;
        fn storage_pool_list_all_volumes(&self, pool: &StoragePoolKey, flags: u32) -> Vec<StorageVolKey> = vec![vol(2), vol(3)];
        fn storage_pool_num_of_volumes(&self, pool: &StoragePoolKey) -> usize = 5;
        fn storage_pool_list_volumes(&self, pool: &StoragePoolKey, max: usize) -> Vec<String> = names(&["first", "second"]);
        fn storage_vol_lookup_by_name(&self, pool: &StoragePoolKey, name: &str) -> StorageVolKey = vol(2);
        fn storage_vol_lookup_by_key(&self, key: &str) -> StorageVolKey = vol(2);
        fn storage_vol_lookup_by_path(&self, path: &str) -> StorageVolKey = vol(2);
        fn storage_vol_create_xml(&self, pool: &StoragePoolKey, xml: &str, flags: u32) -> StorageVolKey = vol(2);
        fn storage_vol_create_xml_from(&self, pool: &StoragePoolKey, xml: &str, from: &StorageVolKey, flags: u32) -> StorageVolKey = vol(2);
        fn storage_vol_delete(&self, vol: &StorageVolKey, flags: u32) -> () = ();
        fn storage_vol_wipe(&self, vol: &StorageVolKey, flags: u32) -> () = ();
        fn storage_vol_wipe_pattern(&self, vol: &StorageVolKey, algorithm: u32, flags: u32) -> () = ();
        fn storage_vol_resize(&self, vol: &StorageVolKey, capacity: u64, flags: u32) -> () = ();
        fn storage_vol_get_info(&self, vol: &StorageVolKey) -> StorageVolInfo = StorageVolInfo { kind: 1, capacity: 1 << 41, allocation: 9 };
        fn storage_vol_get_info_flags(&self, vol: &StorageVolKey, flags: u32) -> StorageVolInfo = StorageVolInfo { kind: 1, capacity: 1 << 41, allocation: 9 };
        fn storage_vol_get_xml_desc(&self, vol: &StorageVolKey, flags: u32) -> String = xml("storage_vol_get_xml_desc");
        fn storage_vol_get_path(&self, vol: &StorageVolKey) -> String = xml("storage_vol_get_path");
        fn storage_vol_download(&self, vol: &StorageVolKey, stream: &Stream, part: VolumeRange, flags: u32) -> () = ();
        fn storage_vol_upload(&self, vol: &StorageVolKey, stream: &Stream, part: VolumeRange, flags: u32) -> () = ();
    }
    SecretDriver {
        fn connect_list_all_secrets(&self, flags: u32) -> Vec<SecretKey> = vec![secret(2), secret(3)];
        fn connect_num_of_secrets(&self) -> usize = 5;
        fn connect_list_secrets(&self, max: usize) -> Vec<String> = names(&["first", "second"]);
        fn secret_lookup_by_uuid(&self, uuid: &Uuid) -> SecretKey = secret(2);
        fn secret_lookup_by_usage(&self, kind: i32, id: &str) -> SecretKey = secret(2);
        fn secret_define_xml(&self, xml: &str, flags: u32) -> SecretKey = secret(2);
        fn secret_get_xml_desc(&self, secret: &SecretKey, flags: u32) -> String = xml("secret_get_xml_desc");
        fn secret_set_value(&self, secret: &SecretKey, value: &[u8], flags: u32) -> () = ();
        fn secret_get_value(&self, secret: &SecretKey, flags: u32) -> Zeroizing<Vec<u8>> = Zeroizing::new(b"pass\0word".to_vec());
        fn secret_undefine(&self, secret: &SecretKey) -> () = ();
    }
    NodeDeviceDriver {
        fn connect_list_all_node_devices(&self, flags: u32) -> Vec<NodeDeviceKey> = vec![device(2), device(3)];
        fn node_num_of_devices(&self, cap: Option<&str>, flags: u32) -> usize = 5;
        fn node_list_devices(&self, cap: Option<&str>, max: usize, flags: u32) -> Vec<String> = names(&["first", "second"]);
        fn node_device_lookup_by_name(&self, name: &str) -> NodeDeviceKey = device(2);
        fn node_device_lookup_scsi_host_by_wwn(&self, wwnn: &str, wwpn: &str, flags: u32) -> NodeDeviceKey = device(2);
        fn node_device_get_xml_desc(&self, dev: &NodeDeviceKey, flags: u32) -> String = xml("node_device_get_xml_desc");
        fn node_device_get_parent(&self, dev: &NodeDeviceKey) -> Option<Name> = Some(name("computer"));
        fn node_device_num_of_caps(&self, dev: &NodeDeviceKey) -> usize = 5;
        fn node_device_list_caps(&self, dev: &NodeDeviceKey, max: usize) -> Vec<String> = names(&["first", "second"]);
        fn node_device_dettach(&self, dev: &NodeDeviceKey) -> () = ();
        fn node_device_detach_flags(&self, dev: &NodeDeviceKey, driver_name: Option<&str>, flags: u32) -> () = ();
        fn node_device_re_attach(&self, dev: &NodeDeviceKey) -> () = ();
        fn node_device_reset(&self, dev: &NodeDeviceKey) -> () = ();
        fn node_device_create_xml(&self, xml: &str, flags: u32) -> NodeDeviceKey = device(2);
        fn node_device_destroy(&self, dev: &NodeDeviceKey) -> () = ();
        fn node_device_define_xml(&self, xml: &str, flags: u32) -> NodeDeviceKey = device(2);
        fn node_device_undefine(&self, dev: &NodeDeviceKey, flags: u32) -> () = ();
        fn node_device_create(&self, dev: &NodeDeviceKey, flags: u32) -> () = ();
        fn node_device_get_autostart(&self, dev: &NodeDeviceKey) -> bool = true;
        fn node_device_set_autostart(&self, dev: &NodeDeviceKey, autostart: bool) -> () = ();
        fn node_device_is_persistent(&self, dev: &NodeDeviceKey) -> bool = true;
        fn node_device_is_active(&self, dev: &NodeDeviceKey) -> bool = true;
        fn node_device_update(&self, dev: &NodeDeviceKey, xml: &str, flags: u32) -> () = ();
    }
    InterfaceDriver {
        fn connect_list_all_interfaces(&self, flags: u32) -> Vec<InterfaceKey> = vec![interface(2), interface(3)];
        fn connect_num_of_interfaces(&self) -> usize = 5;
        fn connect_list_interfaces(&self, max: usize) -> Vec<String> = names(&["first", "second"]);
        fn connect_num_of_defined_interfaces(&self) -> usize = 5;
        fn connect_list_defined_interfaces(&self, max: usize) -> Vec<String> = names(&["first", "second"]);
        fn interface_lookup_by_name(&self, name: &str) -> InterfaceKey = interface(2);
        fn interface_lookup_by_mac_string(&self, mac: &str) -> InterfaceKey = interface(2);
        fn interface_get_xml_desc(&self, iface: &InterfaceKey, flags: u32) -> String = xml("interface_get_xml_desc");
        fn interface_define_xml(&self, xml: &str, flags: u32) -> InterfaceKey = interface(2);
        fn interface_undefine(&self, iface: &InterfaceKey) -> () = ();
        fn interface_create(&self, iface: &InterfaceKey, flags: u32) -> () = ();
        fn interface_destroy(&self, iface: &InterfaceKey, flags: u32) -> () = ();
        fn interface_is_active(&self, iface: &InterfaceKey) -> bool = true;
        fn interface_change_begin(&self, flags: u32) -> () = ();
        fn interface_change_commit(&self, flags: u32) -> () = ();
        fn interface_change_rollback(&self, flags: u32) -> () = ();
    }
    NwFilterDriver {
        fn connect_list_all_nw_filters(&self, flags: u32) -> Vec<NwFilterKey> = vec![filter(2), filter(3)];
        fn connect_num_of_nw_filters(&self) -> usize = 5;
        fn connect_list_nw_filters(&self, max: usize) -> Vec<String> = names(&["first", "second"]);
        fn nw_filter_lookup_by_name(&self, name: &str) -> NwFilterKey = filter(2);
        fn nw_filter_lookup_by_uuid(&self, uuid: &Uuid) -> NwFilterKey = filter(2);
        fn nw_filter_define_xml(&self, xml: &str) -> NwFilterKey = filter(2);
        fn nw_filter_define_xml_flags(&self, xml: &str, flags: u32) -> NwFilterKey = filter(2);
        fn nw_filter_undefine(&self, filter: &NwFilterKey) -> () = ();
        fn nw_filter_get_xml_desc(&self, filter: &NwFilterKey, flags: u32) -> String = xml("nw_filter_get_xml_desc");
        fn connect_list_all_nw_filter_bindings(&self, flags: u32) -> Vec<NwFilterBindingKey> = vec![binding(2), binding(3)];
        fn nw_filter_binding_lookup_by_port_dev(&self, port_dev: &str) -> NwFilterBindingKey = binding(2);
        fn nw_filter_binding_create_xml(&self, xml: &str, flags: u32) -> NwFilterBindingKey = binding(2);
        fn nw_filter_binding_delete(&self, binding: &NwFilterBindingKey) -> () = ();
        fn nw_filter_binding_get_xml_desc(&self, binding: &NwFilterBindingKey, flags: u32) -> String = xml("nw_filter_binding_get_xml_desc");
    }
    MigrationDriver {
        fn domain_migrate_begin3_params(&self, dom: &Domain, params: &[TypedParameter], flags: u32) -> MigrationBegun = MigrationBegun { cookie: b"begun".to_vec(), xml: "<begun/>".into() };
        fn domain_migrate_prepare3_params(&self, params: &[TypedParameter], cookie: &[u8], flags: u32) -> MigrationPrepared = MigrationPrepared { cookie: b"prepared".to_vec(), uri: Some("tcp:there".into()) };
        fn domain_migrate_perform3_params(&self, dom: &Domain, connect_uri: Option<&str>, params: &[TypedParameter], cookie: &[u8], flags: u32) -> Cookie = b"performed".to_vec();
        fn domain_migrate_finish3_params(&self, params: &[TypedParameter], cookie: &[u8], flags: u32, cancelled: bool) -> MigrationFinished = MigrationFinished { domain: domain(2), cookie: b"finished".to_vec() };
        fn domain_migrate_confirm3_params(&self, dom: &Domain, params: &[TypedParameter], cookie: &[u8], flags: u32, cancelled: bool) -> () = ();
        fn domain_migrate_begin3(&self, dom: &Domain, xml: Option<&str>, how: Migration<'_>) -> MigrationBegun = MigrationBegun { cookie: b"begun".to_vec(), xml: "<begun/>".into() };
        fn domain_migrate_prepare3(&self, cookie: &[u8], uri: Option<&str>, xml: &str, how: Migration<'_>) -> MigrationPrepared = MigrationPrepared { cookie: b"prepared".to_vec(), uri: Some("tcp:there".into()) };
        fn domain_migrate_perform3(&self, dom: &Domain, xml: Option<&str>, cookie: &[u8], ends: MigrationEnds<'_>, how: Migration<'_>) -> Cookie = b"performed".to_vec();
        fn domain_migrate_finish3(&self, name: &str, cookie: &[u8], ends: MigrationEnds<'_>, flags: u64, cancelled: bool) -> MigrationFinished = MigrationFinished { domain: domain(2), cookie: b"finished".to_vec() };
        fn domain_migrate_confirm3(&self, dom: &Domain, cookie: &[u8], flags: u64, cancelled: bool) -> () = ();
        fn domain_migrate_perform(&self, dom: &Domain, cookie: &[u8], uri: &str, how: Migration<'_>) -> () = ();
    }
    LxcDriver {
        fn domain_lxc_open_namespace(&self, dom: &Domain, flags: u32) -> Vec<OwnedFd> = vec![open_file(), open_file()];
        fn domain_lxc_enter_cgroup(&self, dom: &Domain, flags: u32) -> () = ();
    }
}
