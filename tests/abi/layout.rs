//! Size, alignment and offsets of every public struct against `facts/structs.json`.

use std::collections::HashMap;
use std::mem::{align_of, offset_of, size_of};

use serde_json::Value;
use virt::abi::*;

use crate::facts;

struct Field {
    name: &'static str,
    offset: usize,
    size: usize,
}

struct Layout {
    name: &'static str,
    size: usize,
    align: usize,
    fields: Vec<Field>,
}

/// The size of the field that `place` leads to; never called.
const fn field_size<S, F>(_place: fn(*const S) -> *const F) -> usize {
    size_of::<F>()
}

/// The compiler's view of the structs whose fields are named here.
macro_rules! layouts {
    ($($name:ident { $($field:ident),* })*) => {
        vec![$(Layout {
            name: stringify!($name),
            size: size_of::<$name>(),
            align: align_of::<$name>(),
            fields: vec![$(Field {
                name: stringify!($field),
                offset: offset_of!($name, $field),
                // SAFETY: the closure is not called; only its type is looked at.
                size: field_size(|it: *const $name| unsafe { &raw const (*it).$field }),
            }),*],
        }),*]
    };
}

fn layouts() -> Vec<Layout> {
    layouts! {
        _virTypedParameter { field, r#type, value }
        _virTypedParameterValue { i, ui, l, ul, d, b, s }
        _virSecurityLabel { label, enforcing }
        _virSecurityModel { model, doi }
        _virNodeInfo { model, memory, cpus, mhz, nodes, sockets, cores, threads }
        _virNodeCPUStats { field, value }
        _virNodeMemoryStats { field, value }
        _virConnectCredential { r#type, prompt, challenge, defresult, result, resultlen }
        _virConnectAuth { credtype, ncredtype, cb, cbdata }
        _virDomainControlInfo { state, details, stateTime }
        _virDomainInfo { state, maxMem, memory, nrVirtCpu, cpuTime }
        _virDomainBlockStats { rd_req, rd_bytes, wr_req, wr_bytes, errs }
        _virDomainInterfaceStats {
            rx_bytes, rx_packets, rx_errs, rx_drop, tx_bytes, tx_packets, tx_errs, tx_drop
        }
        _virDomainMemoryStat { tag, val }
        _virDomainBlockInfo { capacity, allocation, physical }
        _virVcpuInfo { number, state, cpuTime, cpu }
        _virDomainIOThreadInfo { iothread_id, cpumap, cpumaplen }
        _virDomainStatsRecord { dom, params, nparams }
        _virDomainBlockJobInfo { r#type, bandwidth, cur, end }
        _virDomainDiskError { disk, error }
        _virDomainJobInfo {
            r#type, timeElapsed, timeRemaining, dataTotal, dataProcessed, dataRemaining, memTotal,
            memProcessed, memRemaining, fileTotal, fileProcessed, fileRemaining
        }
        _virDomainEventGraphicsAddress { family, node, service }
        _virDomainEventGraphicsSubjectIdentity { r#type, name }
        _virDomainEventGraphicsSubject { nidentity, identities }
        _virDomainFSInfo { mountpoint, name, fstype, ndevAlias, devAlias }
        _virDomainInterfaceIPAddress { r#type, addr, prefix }
        _virDomainInterface { name, hwaddr, naddrs, addrs }
        _virNetworkDHCPLease { iface, expirytime, r#type, mac, iaid, ipaddr, prefix, hostname, clientid }
        _virStoragePoolInfo { state, capacity, allocation, available }
        _virStorageVolInfo { r#type, capacity, allocation }
        _virError { code, domain, message, level, conn, dom, str1, str2, str3, int1, int2, net }
    }
}

fn number(value: &Value, key: &str) -> usize {
    value[key].as_u64().expect(key) as usize
}

fn items(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().expect(key)
}

/// Compares the fields of `layout` with `expected`, whose offsets count from `base`.
fn assert_fields(layout: &Layout, expected: &[Value], base: usize) {
    let expected: Vec<_> =
        expected.iter().map(|f| (text(f, "name"), number(f, "offset") - base, number(f, "size"))).collect();
    let found: Vec<_> =
        layout.fields.iter().map(|f| (f.name.trim_start_matches("r#"), f.offset, f.size)).collect();
    assert_eq!(found, expected, "fields of {}", layout.name);
}

#[test]
fn structs_are_laid_out_as_in_the_original() {
    let table = std::fs::read_to_string(facts::root().join("facts/structs.json")).expect("a table");
    let table: Value = serde_json::from_str(&table).expect("JSON");
    let mut layouts: HashMap<_, _> = layouts().into_iter().map(|layout| (layout.name, layout)).collect();

    for expected in items(&table["structs"]) {
        let name = text(expected, "tag").strip_prefix("struct ").expect("a struct");
        let layout = layouts.remove(name).expect(name);
        assert_eq!(layout.size, number(expected, "size"), "size of {name}");
        assert_eq!(layout.align, number(expected, "align"), "alignment of {name}");
        assert_fields(&layout, items(&expected["fields"]), 0);

        // A union inside a struct is a type of its own here.
        for union in items(&expected["fields"]).iter().filter(|f| f["members"].is_array()) {
            let layout = layouts.remove("_virTypedParameterValue").expect("the only union");
            assert_eq!(layout.size, number(union, "size"));
            assert_fields(&layout, items(&union["members"]), number(union, "offset"));
        }
    }
    assert!(layouts.is_empty(), "not in the table: {:?}", layouts.keys());
}
