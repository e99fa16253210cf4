//! Domains: disks, devices, jobs, guests, saving.

use std::os::fd::{AsRawFd, FromRawFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::ptr;

use virt::abi::*;
use virt::capi::domain::block::*;
use virt::capi::domain::console::*;
use virt::capi::domain::device::*;
use virt::capi::domain::guest::*;
use virt::capi::domain::job::*;
use virt::capi::domain::lookup::virDomainFree;
use virt::capi::domain::memory::*;
use virt::capi::domain::migrate::*;
use virt::capi::domain::save::*;
use virt::capi::domain::state::*;
use virt::capi::domain::tune::*;
use virt::capi::domain::vcpu::*;
use virt::capi::lxc::*;
use virt::capi::stream::virStreamFree;
use virt::domain::Domain;
use virt::stream::Stream;

use crate::stub::*;

/// What functions add to the flags of those who read parameters.
const STRINGS: u32 = virTypedParameterFlags::VIR_TYPED_PARAM_STRING_OKAY as u32;

/// A domain's handle, and the domain as the driver sees it.
fn subject(program: &Program) -> (virDomainPtr, Domain) {
    (program.handle::<Domain, _>(domain(1)), Domain::new(program.arc.clone(), domain(1)))
}

#[test]
fn disks() {
    let program = Program::new();
    let (dom, it) = subject(&program);
    let mut given = [parameter()];
    let params = given.as_mut_ptr();
    let (disk, text, none) = (c"vda".as_ptr(), c"x".as_ptr(), ptr::null());
    let copy = virDomainBlockRebaseFlags::VIR_DOMAIN_BLOCK_REBASE_COPY as u32;
    done! { program;
        virDomainBlockResize(dom, disk, 1 << 40, 1) => domain_block_resize(&it, "vda", 1_u64 << 40, 1_u32);
        virDomainSetBlockThreshold(dom, disk, 1 << 41, 2) => domain_set_block_threshold(&it, "vda", 1_u64 << 41, 2_u32);
        virDomainSetThrottleGroup(dom, text, params, 1, 3)
            => domain_set_throttle_group(&it, "x", &passed()[..], 3_u32);
        virDomainDelThrottleGroup(dom, text, 4) => domain_del_throttle_group(&it, "x", 4_u32);
        virDomainBlockJobAbort(dom, disk, 5) => domain_block_job_abort(&it, "vda", 5_u32);
        virDomainBlockJobSetSpeed(dom, disk, 1 << 42, 6) => domain_block_job_set_speed(&it, "vda", 1_u64 << 42, 6_u32);
        virDomainBlockPull(dom, disk, 9, 7) => domain_block_pull(&it, "vda", 9_u64, 7_u32);
        virDomainBlockRebase(dom, disk, none, 9, 16) => domain_block_rebase(&it, "vda", None::<&str>, 9_u64, 16_u32);
        virDomainBlockRebase(dom, disk, text, 9, copy | 1)
            => domain_block_rebase(&it, "vda", Some("x"), 9_u64, copy | 1);
        virDomainBlockCopy(dom, disk, text, params, 1, 8)
            => domain_block_copy(&it, "vda", "x", &passed()[..], 8_u32);
        virDomainBlockCopy(dom, disk, text, ptr::null_mut(), 0, 8)
            => domain_block_copy(&it, "vda", "x", &passed()[..0], 8_u32);
        virDomainBlockCommit(dom, disk, text, none, 9, 10)
            => domain_block_commit(&it, "vda", Some("x"), None::<&str>, 9_u64, 10_u32);
        virDomainBlockCommit(dom, disk, none, text, 9, 10)
            => domain_block_commit(&it, "vda", None::<&str>, Some("x"), 9_u64, 10_u32);
    }
    let mut bytes = [0_u8; 3];
    done! { program;
        virDomainBlockPeek(dom, disk, 1 << 40, 3, bytes.as_mut_ptr().cast(), 2)
            => domain_block_peek(&it, "vda", 1_u64 << 40, &mut [0_u8; 3][..], 2_u32);
    }
    assert_eq!(bytes, [1, 2, 3]);
    let mut info: virDomainBlockJobInfo = zeroed();
    let running = asks!(program, virDomainGetBlockJobInfo(dom, disk, &mut info, 1)
        => domain_get_block_job_info(&it, "vda", 1_u32));
    assert_eq!((running, info.r#type, info.bandwidth, info.cur, info.end), (1, 2, 3, 1 << 40, 1 << 41));
    free_all(vec![dom], virDomainFree);
}

#[test]
fn counters_of_disks_fill_the_array() {
    let program = Program::new();
    let (dom, it) = subject(&program);
    let disk = c"vda".as_ptr();
    let (mut room, mut params) = (0, [zeroed::<virTypedParameter>(), zeroed()]);
    done! { program;
        virDomainBlockStatsFlags(dom, disk, ptr::null_mut(), &mut room, 1)
            => domain_block_stats_flags(&it, "vda", 0_usize, STRINGS | 1);
    }
    assert_eq!(room, 2);
    done! { program;
        virDomainBlockStatsFlags(dom, disk, params.as_mut_ptr(), &mut room, 1)
            => domain_block_stats_flags(&it, "vda", 2_usize, STRINGS | 1);
    }
    check_filled(params.as_mut_ptr(), room);
    // SAFETY: the string of the second parameter is the caller's.
    unsafe { libc::free(params[1].value.s.cast()) };
    free_all(vec![dom], virDomainFree);
}

#[test]
fn devices() {
    let program = Program::new();
    let (dom, it) = subject(&program);
    let mut given = [parameter()];
    let (xml, none) = (c"<x/>".as_ptr(), ptr::null());
    let mut files = [1, 2];
    done! { program;
        virDomainAttachDevice(dom, xml) => domain_attach_device(&it, "<x/>");
        virDomainAttachDeviceFlags(dom, xml, 1) => domain_attach_device_flags(&it, "<x/>", 1_u32);
        virDomainDetachDevice(dom, xml) => domain_detach_device(&it, "<x/>");
        virDomainDetachDeviceFlags(dom, xml, 2) => domain_detach_device_flags(&it, "<x/>", 2_u32);
        virDomainDetachDeviceAlias(dom, c"net0".as_ptr(), 3) => domain_detach_device_alias(&it, "net0", 3_u32);
        virDomainUpdateDeviceFlags(dom, xml, 4) => domain_update_device_flags(&it, "<x/>", 4_u32);
        virDomainFDAssociate(dom, c"name".as_ptr(), 2, files.as_mut_ptr(), 5)
            => domain_fd_associate(&it, "name", &[1, 2][..], 5_u32);
        virDomainAnnounceInterface(dom, c"net0".as_ptr(), given.as_mut_ptr(), 1, 6)
            => domain_announce_interface(&it, Some("net0"), &passed()[..], 6_u32);
        virDomainAnnounceInterface(dom, none, ptr::null_mut(), 0, 6)
            => domain_announce_interface(&it, None::<&str>, &passed()[..0], 6_u32);
        virDomainGraphicsReload(dom, 1, 7) => domain_graphics_reload(&it, 1_u32, 7_u32);
    }
    free_all(vec![dom], virDomainFree);
}

#[test]
fn consoles_and_screens() {
    let program = Program::new();
    let (dom, it) = subject(&program);
    let stream = program.stream();
    let other = Stream::new(program.arc.clone(), 0);
    let (ours, _theirs) = UnixStream::pair().expect("sockets");
    let fd = ours.as_raw_fd();
    done! { program;
        virDomainOpenConsole(dom, c"serial0".as_ptr(), stream, 1)
            => domain_open_console(&it, Some("serial0"), &*other, 1_u32);
        virDomainOpenConsole(dom, ptr::null(), stream, 1) => domain_open_console(&it, None::<&str>, &*other, 1_u32);
        virDomainOpenChannel(dom, c"agent".as_ptr(), stream, 2)
            => domain_open_channel(&it, Some("agent"), &*other, 2_u32);
        virDomainOpenGraphics(dom, 3, fd, 4) => domain_open_graphics(&it, 3_u32, fd, 4_u32);
    }
    let opened =
        asks!(program, virDomainOpenGraphicsFD(dom, 5, 6) => domain_open_graphics_fd(&it, 5_u32, 6_u32));
    assert!(opened >= 0);
    // SAFETY: a descriptor that belongs to the caller now.
    drop(unsafe { OwnedFd::from_raw_fd(opened) });
    free_all(vec![stream], virStreamFree);
    free_all(vec![dom], virDomainFree);
}

#[test]
fn jobs() {
    let program = Program::new();
    let (dom, it) = subject(&program);
    let mut info: virDomainJobInfo = zeroed();
    let (mut kind, mut params, mut count) = (0, ptr::null_mut(), 0);
    done! { program;
        virDomainAbortJob(dom) => domain_abort_job(&it);
        virDomainAbortJobFlags(dom, 1) => domain_abort_job_flags(&it, 1_u32);
        virDomainBackupBegin(dom, c"<b/>".as_ptr(), ptr::null(), 2)
            => domain_backup_begin(&it, "<b/>", None::<&str>, 2_u32);
        virDomainBackupBegin(dom, c"<b/>".as_ptr(), c"<c/>".as_ptr(), 2)
            => domain_backup_begin(&it, "<b/>", Some("<c/>"), 2_u32);
        virDomainStartDirtyRateCalc(dom, -4, 3) => domain_start_dirty_rate_calc(&it, -4, 3_u32);
        virDomainGetJobInfo(dom, &mut info) => domain_get_job_info(&it);
        virDomainGetJobStats(dom, &mut kind, &mut params, &mut count, 4) => domain_get_job_stats(&it, 4_u32);
    }
    described! { program; virDomainBackupGetXMLDesc(dom, 5) => domain_backup_get_xml_desc(&it, 5_u32); }
    assert_eq!(kind, 3);
    check_answers(params, count);
    assert_eq!((info.r#type, info.timeElapsed, info.timeRemaining), (1, 10, 20));
    assert_eq!((info.dataTotal, info.dataProcessed, info.dataRemaining), (100, 101, 102));
    assert_eq!((info.memTotal, info.memProcessed, info.memRemaining), (200, 201, 202));
    assert_eq!((info.fileTotal, info.fileProcessed, info.fileRemaining), (300, 301, 302));
    free_all(vec![dom], virDomainFree);
}

#[test]
fn settings_of_migration() {
    let program = Program::new();
    let (dom, it) = subject(&program);
    let (mut cache, mut downtime, mut speed) = (0, 0, 0);
    done! { program;
        virDomainMigrateGetCompressionCache(dom, &mut cache, 1) => domain_migrate_get_compression_cache(&it, 1_u32);
        virDomainMigrateGetMaxDowntime(dom, &mut downtime, 2) => domain_migrate_get_max_downtime(&it, 2_u32);
        virDomainMigrateGetMaxSpeed(dom, &mut speed, 3) => domain_migrate_get_max_speed(&it, 3_u32);
        virDomainMigrateSetCompressionCache(dom, 1 << 40, 4)
            => domain_migrate_set_compression_cache(&it, 1_u64 << 40, 4_u32);
        virDomainMigrateSetMaxDowntime(dom, 1 << 41, 5) => domain_migrate_set_max_downtime(&it, 1_u64 << 41, 5_u32);
        virDomainMigrateSetMaxSpeed(dom, 1 << 42, 6) => domain_migrate_set_max_speed(&it, 1_u64 << 42, 6_u32);
        virDomainMigrateStartPostCopy(dom, 7) => domain_migrate_start_post_copy(&it, 7_u32);
    }
    assert_eq!((cache, downtime, speed), (1 << 42, 1 << 42, 1 << 42));
    free_all(vec![dom], virDomainFree);
}

#[test]
fn guests() {
    let program = Program::new();
    let (dom, it) = subject(&program);
    let user = c"root".as_ptr();
    let mut keys = [c"a".as_ptr(), c"b".as_ptr()];
    let mut given = [parameter()];
    done! { program;
        virDomainPMSuspendForDuration(dom, 1, 1 << 40, 2) => domain_pm_suspend_for_duration(&it, 1_u32, 1_u64 << 40, 2_u32);
        virDomainPMWakeup(dom, 3) => domain_pm_wakeup(&it, 3_u32);
        virDomainAuthorizedSSHKeysSet(dom, user, keys.as_mut_ptr(), 2, 1)
            => domain_authorized_ssh_keys_set(&it, "root", &["a", "b"][..], 1_u32);
        virDomainAuthorizedSSHKeysSet(dom, user, ptr::null_mut(), 0, 0)
            => domain_authorized_ssh_keys_set(&it, "root", &[""; 0][..], 0_u32);
        virDomainSetGuestVcpus(dom, c"0-3".as_ptr(), 1, 4) => domain_set_guest_vcpus(&it, "0-3", 1, 4_u32);
        virDomainSetVcpu(dom, c"0-3".as_ptr(), 0, 5) => domain_set_vcpu(&it, "0-3", 0, 5_u32);
        virDomainSetLaunchSecurityState(dom, given.as_mut_ptr(), 1, 6)
            => domain_set_launch_security_state(&it, &passed()[..], 6_u32);
    }
    let answer = asks!(program, virDomainAgentSetResponseTimeout(dom, -2, 1)
        => domain_agent_set_response_timeout(&it, -2, 1_u32));
    assert_eq!(answer, 2);
    let mut found = ptr::null_mut();
    let count = asks!(program, virDomainAuthorizedSSHKeysGet(dom, user, &mut found, 2)
        => domain_authorized_ssh_keys_get(&it, "root", 2_u32));
    assert_eq!(list(found, count).into_iter().map(text).collect::<Vec<_>>(), ["key1", "key2"]);
    let (mut params, mut count) = (ptr::null_mut(), 0);
    done! { program;
        virDomainGetGuestInfo(dom, 7, &mut params, &mut count, 8) => domain_get_guest_info(&it, 7_u32, 8_u32);
    }
    check_answers(params, count);
    let mut count = 0;
    done! { program; virDomainGetGuestVcpus(dom, &mut params, &mut count, 9) => domain_get_guest_vcpus(&it, 9_u32); }
    check_answers(params, count.cast_signed());
    free_all(vec![dom], virDomainFree);
}

#[test]
fn labels_of_all_models() {
    let program = Program::new();
    let (dom, it) = subject(&program);
    let mut labels = ptr::null_mut();
    let count = asks!(program, virDomainGetSecurityLabelList(dom, &mut labels) => domain_get_security_label_list(&it));
    assert_eq!(count, 2);
    // SAFETY: as many labels from `malloc`.
    unsafe {
        let found = std::slice::from_raw_parts(labels, 2);
        let found = [&found[0], &found[1]].map(|it| (borrowed(it.label.as_ptr()), it.enforcing));
        assert_eq!(found, [("one".to_owned(), 1), ("two".to_owned(), 0)]);
        libc::free(labels.cast());
    }
    free_all(vec![dom], virDomainFree);
}

#[test]
fn saving_and_starting() {
    let program = Program::new();
    let (dom, it) = subject(&program);
    let mut given = [parameter()];
    let mut once = 9;
    done! { program;
        virDomainSaveParams(dom, given.as_mut_ptr(), 1, 1) => domain_save_params(&it, &passed()[..], 1_u32);
        virDomainRestoreParams(program.conn, given.as_mut_ptr(), 1, 2) => domain_restore_params(&passed()[..], 2_u32);
        virDomainManagedSaveDefineXML(dom, c"<x/>".as_ptr(), 2)
            => domain_managed_save_define_xml(&it, Some("<x/>"), 2_u32);
        virDomainManagedSaveDefineXML(dom, ptr::null(), 4)
            => domain_managed_save_define_xml(&it, None::<&str>, 4_u32);
        virDomainSetAutostartOnce(dom, 1) => domain_set_autostart_once(&it, true);
        virDomainGetAutostartOnce(dom, &mut once) => domain_get_autostart_once(&it);
    }
    assert_eq!(once, 1);
    described! { program;
        virDomainManagedSaveGetXMLDesc(dom, 1) => domain_managed_save_get_xml_desc(&it, 1_u32);
    }
    free_all(vec![dom], virDomainFree);
}

#[test]
fn containers() {
    let program = Program::new();
    let (dom, it) = subject(&program);
    let mut files = ptr::null_mut();
    let count = asks!(program, oxvirt_virDomainLxcOpenNamespace(dom, &mut files, 5)
        => domain_lxc_open_namespace(&it, 5_u32));
    assert_eq!(count, 2);
    // SAFETY: as many descriptors, which belong to the caller, in an array from `malloc`.
    unsafe {
        for file in std::slice::from_raw_parts(files, 2) {
            drop(OwnedFd::from_raw_fd(*file));
        }
        libc::free(files.cast());
    }
    done! { program; oxvirt_virDomainLxcEnterCGroup(dom, 0) => domain_lxc_enter_cgroup(&it, 0_u32); }
    free_all(vec![dom], virDomainFree);
}
