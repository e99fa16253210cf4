//! The host, CPUs, and what domains can be made of.

use std::ptr;

use virt::abi::*;
use virt::capi::connect::virConnectSetKeepAlive;
use virt::capi::domain::lifecycle::virConnectGetDomainCapabilities;
use virt::capi::domain::xml::*;
use virt::capi::host::*;
use virt::driver::{Machine, PagePool};

use crate::stub::*;

const STRINGS: u32 = virTypedParameterFlags::VIR_TYPED_PARAM_STRING_OKAY as u32;

#[test]
fn cpus_and_machines() {
    let program = Program::new();
    let conn = program.conn;
    let all = [c"/qemu", c"x86_64", c"q35", c"kvm"].map(|text| text.as_ptr());
    let [emulator, arch, machine, kind] = all;
    let none = ptr::null();
    let full = Machine {
        emulator: Some("/qemu"),
        arch: Some("x86_64"),
        machine: Some("q35"),
        virt_type: Some("kvm"),
    };
    let some = Machine { arch: Some("x86_64"), virt_type: Some("kvm"), ..Machine::default() };
    let mut cpus = [c"<a/>".as_ptr(), c"<b/>".as_ptr()];
    let cpu = c"<a/>".as_ptr();
    described! { program;
        virConnectGetDomainCapabilities(conn, emulator, arch, machine, kind, 1)
            => connect_get_domain_capabilities(full, 1_u32);
        virConnectGetDomainCapabilities(conn, none, arch, none, kind, 1)
            => connect_get_domain_capabilities(some, 1_u32);
        virConnectBaselineHypervisorCPU(conn, emulator, arch, machine, kind, cpus.as_mut_ptr(), 2, 2)
            => connect_baseline_hypervisor_cpu(full, &["<a/>", "<b/>"][..], 2_u32);
        virConnectDomainXMLFromNative(conn, c"argv".as_ptr(), c"x".as_ptr(), 3)
            => connect_domain_xml_from_native("argv", "x", 3_u32);
        virConnectDomainXMLToNative(conn, c"argv".as_ptr(), c"<x/>".as_ptr(), 4)
            => connect_domain_xml_to_native("argv", "<x/>", 4_u32);
    }
    assert_eq!(asks!(program, virConnectCompareCPU(conn, cpu, 5) => connect_compare_cpu("<a/>", 5_u32)), 2);
    let compared = asks!(program, virConnectCompareHypervisorCPU(conn, none, arch, none, kind, cpu, 6)
        => connect_compare_hypervisor_cpu(some, "<a/>", 6_u32));
    assert_eq!(compared, 2);
}

#[test]
fn memory_and_sleep() {
    let program = Program::new();
    let conn = program.conn;
    let mut given = [parameter()];
    let (mut sizes, mut counts) = ([4, 2048], [1 << 40, 7]);
    let pools = [PagePool { size_kib: 4, count: 1 << 40 }, PagePool { size_kib: 2048, count: 7 }];
    done! { program;
        virNodeSetMemoryParameters(conn, given.as_mut_ptr(), 1, 1) => node_set_memory_parameters(&passed()[..], 1_u32);
        virNodeSuspendForDuration(conn, 2, 1 << 40, 3) => node_suspend_for_duration(2_u32, 1_u64 << 40, 3_u32);
        virConnectSetIdentity(conn, given.as_mut_ptr(), 1, 4) => connect_set_identity(&passed()[..], 4_u32);
        virConnectSetKeepAlive(conn, -1, 5) => connect_set_keep_alive(-1, 5_u32);
    }
    let worked = asks!(program, virNodeAllocPages(conn, 2, sizes.as_mut_ptr(), counts.as_mut_ptr(), -1, 3, 1)
        => node_alloc_pages(&pools[..], -1, 3_u32, 1_u32));
    assert_eq!(worked, 2);

    let mut room = 0;
    done! { program;
        virNodeGetMemoryParameters(conn, ptr::null_mut(), &mut room, 0) => node_get_memory_parameters(0_usize, STRINGS);
    }
    assert_eq!(room, 2);
    let (mut params, mut count) = (ptr::null_mut(), 9);
    done! { program;
        virNodeGetSEVInfo(conn, &mut params, &mut count, 0) => node_get_sev_info(9_usize, STRINGS);
    }
    check_answers(params, count);
}

#[test]
fn statistics_fill_what_there_is_room_for() {
    let program = Program::new();
    let conn = program.conn;
    let mut memory: [virNodeMemoryStats; 2] = zeroed();
    let mut cpu: [virNodeCPUStats; 2] = zeroed();
    let (mut known, mut one, mut two) = (0, 1, 2);
    done! { program;
        virNodeGetMemoryStats(conn, -1, ptr::null_mut(), &mut known, 1) => node_get_memory_stats(-1, 0_usize, 1_u32);
        virNodeGetMemoryStats(conn, 3, memory.as_mut_ptr(), &mut one, 1) => node_get_memory_stats(3, 1_usize, 1_u32);
        virNodeGetCPUStats(conn, 3, cpu.as_mut_ptr(), &mut two, 1) => node_get_cpu_stats(3, 2_usize, 1_u32);
    }
    assert_eq!((known, one, two), (2, 1, 2));
    assert_eq!((borrowed(memory[0].field.as_ptr()), memory[0].value), ("total".into(), 4096));
    assert_eq!((memory[1].field[0], memory[1].value), (0, 0));
    assert_eq!((borrowed(cpu[1].field.as_ptr()), cpu[1].value), ("free".into(), 1024));
}
