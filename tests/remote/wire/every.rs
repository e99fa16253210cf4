//! Every procedure that the original's bindings can call, at a daemon that knows one object of each kind and refuses
//! everything else: what is asked is the same from the original's client and from ours, also where no daemon at hand has
//! the function.

#![forbid(unsafe_code)]

use std::os::unix::net::UnixListener;
use std::thread;

use virt::error::{Error, ErrorCode, ErrorDomain};
use virt::rpc::message::Packet;
use virt::rpc::protocol::qemu;
use virt::rpc::protocol::remote;

use virt::rpc::typed_params;
use virt::typed_param::{TypedParameter, TypedValue};

use super::compare::{Comparison, Packet as Said};
use super::proxy::Proxy;
use crate::peer::Peer;
use crate::support::{Library, assert_same_lines, root, succeed};

const UUID: [u8; 16] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];

fn text(text: &str) -> String {
    text.to_owned()
}

fn dom() -> remote::NonnullDomain {
    remote::NonnullDomain { name: text("dom"), uuid: UUID, id: 5 }
}

fn net() -> remote::NonnullNetwork {
    remote::NonnullNetwork { name: text("net"), uuid: UUID }
}

/// What is known. A row: the procedure, and the reply. All else is refused.
macro_rules! answers {
    ($peer:ident, $call:ident: $($procedure:ident => $reply:expr;)*) => {
        match $call.header.proc {
            $(number if number == procedure::$procedure.number => $peer.reply($call, &$reply),)*
            _ => $peer.refuse($call, &refusal()),
        }
    };
}

/// Parameters that can be set.
fn params() -> Vec<remote::TypedParam> {
    let param = TypedParameter::new;
    let values = [
        param("weight", TypedValue::UInt(1)),
        param("text", TypedValue::String(text("other"))),
        param("long", TypedValue::LLong(2)),
    ];
    typed_params::sent(&values)
}

fn refusal() -> Error {
    Error::new(ErrorCode::VIR_ERR_OPERATION_FAILED, ErrorDomain::VIR_FROM_TEST, "refused")
}

fn answer(peer: &mut Peer, call: &Packet, registrations: &mut i32) {
    let mut number = || {
        *registrations += 1;
        *registrations
    };
    if call.header.prog == qemu::procedure::PROGRAM.number {
        use qemu::*;
        return answers! { peer, call:
            CONNECT_DOMAIN_MONITOR_EVENT_REGISTER
                => ConnectDomainMonitorEventRegisterRet { callback_id: number() };
            CONNECT_DOMAIN_MONITOR_EVENT_DEREGISTER => ();
        };
    }
    use remote::*;
    if call.header.prog != procedure::PROGRAM.number {
        return peer.refuse(call, &refusal());
    }
    answers! { peer, call:
        CONNECT_DOMAIN_EVENT_CALLBACK_DEREGISTER_ANY => ();
        CONNECT_NETWORK_EVENT_DEREGISTER_ANY => ();
        CONNECT_STORAGE_POOL_EVENT_DEREGISTER_ANY => ();
        CONNECT_NODE_DEVICE_EVENT_DEREGISTER_ANY => ();
        CONNECT_SECRET_EVENT_DEREGISTER_ANY => ();
        AUTH_LIST => AuthListRet { types: vec![AuthType::NONE] };
        CONNECT_SUPPORTS_FEATURE => ConnectSupportsFeatureRet { supported: 1 };
        CONNECT_OPEN => ();
        CONNECT_CLOSE => ();
        CONNECT_REGISTER_CLOSE_CALLBACK => ();
        CONNECT_UNREGISTER_CLOSE_CALLBACK => ();
        CONNECT_GET_TYPE => ConnectGetTypeRet { r#type: text("QEMU") };
        CONNECT_NUM_OF_DOMAINS => ConnectNumOfDomainsRet { num: 2 };
        CONNECT_NUM_OF_DEFINED_DOMAINS => ConnectNumOfDefinedDomainsRet { num: 2 };
        CONNECT_NUM_OF_NETWORKS => ConnectNumOfNetworksRet { num: 2 };
        CONNECT_NUM_OF_DEFINED_NETWORKS => ConnectNumOfDefinedNetworksRet { num: 2 };
        CONNECT_NUM_OF_STORAGE_POOLS => ConnectNumOfStoragePoolsRet { num: 2 };
        CONNECT_NUM_OF_DEFINED_STORAGE_POOLS => ConnectNumOfDefinedStoragePoolsRet { num: 2 };
        STORAGE_POOL_NUM_OF_VOLUMES => StoragePoolNumOfVolumesRet { num: 2 };
        NODE_NUM_OF_DEVICES => NodeNumOfDevicesRet { num: 2 };
        NODE_DEVICE_NUM_OF_CAPS => NodeDeviceNumOfCapsRet { num: 2 };
        CONNECT_NUM_OF_INTERFACES => ConnectNumOfInterfacesRet { num: 2 };
        CONNECT_NUM_OF_DEFINED_INTERFACES => ConnectNumOfDefinedInterfacesRet { num: 2 };
        CONNECT_NUM_OF_SECRETS => ConnectNumOfSecretsRet { num: 2 };
        CONNECT_NUM_OF_NWFILTERS => ConnectNumOfNwfiltersRet { num: 2 };
        DOMAIN_SNAPSHOT_NUM => DomainSnapshotNumRet { num: 2 };
        DOMAIN_SNAPSHOT_NUM_CHILDREN => DomainSnapshotNumChildrenRet { num: 2 };
        DOMAIN_GET_MEMORY_PARAMETERS => DomainGetMemoryParametersRet { params: params(), nparams: 3 };
        DOMAIN_GET_BLKIO_PARAMETERS => DomainGetBlkioParametersRet { params: params(), nparams: 3 };
        DOMAIN_GET_NUMA_PARAMETERS => DomainGetNumaParametersRet { params: params(), nparams: 3 };
        DOMAIN_GET_INTERFACE_PARAMETERS => DomainGetInterfaceParametersRet { params: params(), nparams: 3 };
        DOMAIN_GET_BLOCK_IO_TUNE => DomainGetBlockIoTuneRet { params: params(), nparams: 3 };
        NODE_GET_MEMORY_PARAMETERS => NodeGetMemoryParametersRet { params: params(), nparams: 3 };
        DOMAIN_GET_SCHEDULER_PARAMETERS => DomainGetSchedulerParametersRet { params: params() };
        DOMAIN_GET_SCHEDULER_PARAMETERS_FLAGS => DomainGetSchedulerParametersFlagsRet { params: params() };
        DOMAIN_GET_PERF_EVENTS => DomainGetPerfEventsRet { params: params() };
        NETWORK_PORT_GET_PARAMETERS => NetworkPortGetParametersRet { params: params(), nparams: 3 };
        NODE_GET_CPU_MAP => NodeGetCpuMapRet { cpumap: vec![3], online: 2, ret: 2 };
        DOMAIN_GET_INFO => DomainGetInfoRet { state: 1, max_mem: 2, memory: 3, nr_virt_cpu: 4, cpu_time: 5 };
        DOMAIN_GET_SCHEDULER_TYPE => DomainGetSchedulerTypeRet { r#type: text("fair"), nparams: 3 };
        DOMAIN_LOOKUP_BY_NAME => DomainLookupByNameRet { dom: dom() };
        NETWORK_LOOKUP_BY_NAME => NetworkLookupByNameRet { net: net() };
        NETWORK_PORT_LOOKUP_BY_UUID
            => NetworkPortLookupByUuidRet { port: NonnullNetworkPort { net: net(), uuid: UUID } };
        STORAGE_POOL_LOOKUP_BY_NAME
            => StoragePoolLookupByNameRet { pool: NonnullStoragePool { name: text("pool"), uuid: UUID } };
        STORAGE_VOL_LOOKUP_BY_KEY => StorageVolLookupByKeyRet {
            vol: NonnullStorageVol { pool: text("pool"), name: text("vol"), key: text("key") }
        };
        NODE_DEVICE_LOOKUP_BY_NAME => NodeDeviceLookupByNameRet { dev: NonnullNodeDevice { name: text("dev") } };
        SECRET_LOOKUP_BY_UUID => SecretLookupByUuidRet {
            secret: NonnullSecret { uuid: UUID, usage_type: 2, usage_id: text("usage") }
        };
        NWFILTER_LOOKUP_BY_NAME
            => NwfilterLookupByNameRet { nwfilter: NonnullNwfilter { name: text("filter"), uuid: UUID } };
        NWFILTER_BINDING_LOOKUP_BY_PORT_DEV => NwfilterBindingLookupByPortDevRet {
            nwfilter: NonnullNwfilterBinding { portdev: text("port"), filtername: text("filter") }
        };
        INTERFACE_LOOKUP_BY_NAME => InterfaceLookupByNameRet {
            iface: NonnullInterface { name: text("iface"), mac: text("00:01:02:03:04:05") }
        };
        DOMAIN_SNAPSHOT_LOOKUP_BY_NAME => DomainSnapshotLookupByNameRet {
            snap: NonnullDomainSnapshot { name: text("snap"), dom: dom() }
        };
        DOMAIN_CHECKPOINT_LOOKUP_BY_NAME => DomainCheckpointLookupByNameRet {
            checkpoint: NonnullDomainCheckpoint { name: text("checkpoint"), dom: dom() }
        };
        CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY
            => ConnectDomainEventCallbackRegisterAnyRet { callback_id: number() };
        CONNECT_NETWORK_EVENT_REGISTER_ANY => ConnectNetworkEventRegisterAnyRet { callback_id: number() };
        CONNECT_STORAGE_POOL_EVENT_REGISTER_ANY => ConnectStoragePoolEventRegisterAnyRet { callback_id: number() };
        CONNECT_NODE_DEVICE_EVENT_REGISTER_ANY => ConnectNodeDeviceEventRegisterAnyRet { callback_id: number() };
        CONNECT_SECRET_EVENT_REGISTER_ANY => ConnectSecretEventRegisterAnyRet { callback_id: number() };
    }
}

/// Answers clients, each until it goes.
fn serve(listener: &UnixListener) {
    for client in listener.incoming() {
        let mut peer = Peer::new(client.expect("a client"));
        thread::spawn(move || {
            let mut registrations = 0;
            while let Some(call) = peer.next() {
                // Only calls: no keepalive is asked for, and no stream begins.
                answer(&mut peer, &call, &mut registrations);
            }
        });
    }
}

/// What a library says and prints.
fn run(library: Library) -> (Vec<Vec<Said>>, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("sock");
    let listener = UnixListener::bind(&path).expect("a socket");
    thread::spawn(move || serve(&listener));
    let proxy = Proxy::start(&path);
    let uri = format!("qemu+unix:///system?socket={}", proxy.socket().display());
    let mut command = library.command("/usr/bin/python3");
    let printed = succeed(command.arg("-B").arg(root().join("tests/remote/wire/every.py")).arg(uri));
    let socket = proxy.socket().display().to_string();
    let folders = [proxy.folder().display().to_string()];
    let said = proxy.packets().into_iter();
    let said = said.map(|packets| packets.into_iter().map(|it| Said::new(it, &folders)).collect());
    (said.collect(), printed.stdout.replace(&socket, "SOCKET"))
}

/// Runs the script on both libraries and compares what they say; they print the same as well.
pub fn compare(comparison: &mut Comparison) {
    let [(original, printed), (ours, our_printed)] = [Library::Original, Library::Ours].map(run);
    comparison.add("every", "every call of the bindings", [&original, &ours]);
    assert_same_lines(&printed, &our_printed);
}
