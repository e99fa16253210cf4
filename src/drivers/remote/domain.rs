//! Domains at the daemon: finding, defining, starting and stopping them, and what they are.

#![forbid(unsafe_code)]

use std::os::fd::RawFd;

use super::Remote;
use super::convert::{borrowed, duplicates, small};
use super::names::Names;
use crate::domain::Domain;
use crate::driver::{DomainDriver, DomainInfo, DomainState, Machine};
use crate::error::{ErrorDomain, Result};
use crate::ident::{DomainId, DomainKey, Name, Uuid};
use crate::rpc::protocol::remote::{self, DOMAIN_LIST_MAX, procedure};

const IDS: Names = Names::of_domain_ids(DOMAIN_LIST_MAX);
const INACTIVE: Names = Names::of("virConnectListDefinedDomains", DOMAIN_LIST_MAX);

impl DomainDriver for Remote {
    calls! { remote;
        fn connect_list_all_domains(&self, flags: u32) -> Vec<DomainKey>
            = CONNECT_LIST_ALL_DOMAINS { need_results: 1, flags }
            => |ret| ret.domains.into_iter().map(DomainKey::try_from).collect::<Result<_>>()?;
        fn connect_count_all_domains(&self, flags: u32) -> usize
            = CONNECT_LIST_ALL_DOMAINS { need_results: 0, flags } => |ret| ret.ret as usize;
        fn connect_num_of_domains(&self) -> usize = CONNECT_NUM_OF_DOMAINS => |ret| small(ret.num)?;
        fn connect_list_domains(&self, max: usize) -> Vec<DomainId>
            = CONNECT_LIST_DOMAINS { maxids: IDS.room(max)? }
            => |ret| IDS.received(ret.ids, max)?.into_iter().map(|id| small(id).map(DomainId)).collect::<Result<_>>()?;
        fn connect_num_of_defined_domains(&self) -> usize
            = CONNECT_NUM_OF_DEFINED_DOMAINS => |ret| small(ret.num)?;
        fn connect_list_defined_domains(&self, max: usize) -> Vec<String>
            = CONNECT_LIST_DEFINED_DOMAINS { maxnames: INACTIVE.room(max)? }
            => |ret| INACTIVE.received(ret.names, max)?;
        fn domain_lookup_by_id(&self, id: DomainId) -> DomainKey
            = DOMAIN_LOOKUP_BY_ID { id: id.0 as i32 } => |ret| ret.dom.try_into()?;
        fn domain_lookup_by_name(&self, name: &str) -> DomainKey
            = DOMAIN_LOOKUP_BY_NAME { name: name.to_owned() } => |ret| ret.dom.try_into()?;
        fn domain_lookup_by_uuid(&self, uuid: &Uuid) -> DomainKey
            = DOMAIN_LOOKUP_BY_UUID { uuid: *uuid.as_bytes() } => |ret| ret.dom.try_into()?;

        fn domain_create_xml(&self, xml: &str, flags: u32) -> DomainKey
            = DOMAIN_CREATE_XML { xml_desc: xml.to_owned(), flags } => |ret| ret.dom.try_into()?;
        fn domain_define_xml(&self, xml: &str) -> DomainKey
            = DOMAIN_DEFINE_XML { xml: xml.to_owned() } => |ret| ret.dom.try_into()?;
        fn domain_define_xml_flags(&self, xml: &str, flags: u32) -> DomainKey
            = DOMAIN_DEFINE_XML_FLAGS { xml: xml.to_owned(), flags } => |ret| ret.dom.try_into()?;
        fn domain_create_with_flags(&self, dom: &Domain, flags: u32) -> DomainId
            = DOMAIN_CREATE_WITH_FLAGS { dom: dom.into(), flags } => |ret| started(ret.dom)?;
        fn domain_undefine(&self, dom: &Domain) -> () = DOMAIN_UNDEFINE { dom: dom.into() };
        fn domain_undefine_flags(&self, dom: &Domain, flags: u32) -> ()
            = DOMAIN_UNDEFINE_FLAGS { dom: dom.into(), flags };
        fn domain_rename(&self, dom: &Domain, name: Name, flags: u32) -> ()
            = DOMAIN_RENAME { dom: dom.into(), new_name: Some(name.as_str().to_owned()), flags }
            => |_ret| dom.set_name(name);

        fn domain_suspend(&self, dom: &Domain) -> () = DOMAIN_SUSPEND { dom: dom.into() };
        fn domain_resume(&self, dom: &Domain) -> () = DOMAIN_RESUME { dom: dom.into() };
        fn domain_shutdown(&self, dom: &Domain) -> () = DOMAIN_SHUTDOWN { dom: dom.into() };
        fn domain_shutdown_flags(&self, dom: &Domain, flags: u32) -> ()
            = DOMAIN_SHUTDOWN_FLAGS { dom: dom.into(), flags };
        // As libvirt: the id is forgotten here, not with flags, nor at other ends of a run.
        fn domain_destroy(&self, dom: &Domain) -> () = DOMAIN_DESTROY { dom: dom.into() } => |_ret| dom.set_id(None);
        fn domain_destroy_flags(&self, dom: &Domain, flags: u32) -> ()
            = DOMAIN_DESTROY_FLAGS { dom: dom.into(), flags };
        fn domain_reboot(&self, dom: &Domain, flags: u32) -> () = DOMAIN_REBOOT { dom: dom.into(), flags };
        fn domain_reset(&self, dom: &Domain, flags: u32) -> () = DOMAIN_RESET { dom: dom.into(), flags };

        fn domain_get_state(&self, dom: &Domain, flags: u32) -> DomainState
            = DOMAIN_GET_STATE { dom: dom.into(), flags }
            => |ret| DomainState { state: ret.state, reason: ret.reason };
        fn domain_get_info(&self, dom: &Domain) -> DomainInfo = DOMAIN_GET_INFO { dom: dom.into() }
            => |ret| DomainInfo {
                state: ret.state.into(),
                max_mem_kib: ret.max_mem,
                memory_kib: ret.memory,
                vcpus: ret.nr_virt_cpu,
                cpu_time_ns: ret.cpu_time,
            };
        fn domain_get_xml_desc(&self, dom: &Domain, flags: u32) -> String
            = DOMAIN_GET_XML_DESC { dom: dom.into(), flags } => |ret| ret.xml;
        fn domain_get_os_type(&self, dom: &Domain) -> String
            = DOMAIN_GET_OS_TYPE { dom: dom.into() } => |ret| ret.r#type;
        fn domain_get_max_memory(&self, dom: &Domain) -> u64
            = DOMAIN_GET_MAX_MEMORY { dom: dom.into() } => |ret| ret.memory;
        fn domain_is_active(&self, dom: &Domain) -> bool
            = DOMAIN_IS_ACTIVE { dom: dom.into() } => |ret| ret.active != 0;
        fn domain_is_persistent(&self, dom: &Domain) -> bool
            = DOMAIN_IS_PERSISTENT { dom: dom.into() } => |ret| ret.persistent != 0;
        fn domain_is_updated(&self, dom: &Domain) -> bool
            = DOMAIN_IS_UPDATED { dom: dom.into() } => |ret| ret.updated != 0;
        fn domain_get_autostart(&self, dom: &Domain) -> bool
            = DOMAIN_GET_AUTOSTART { dom: dom.into() } => |ret| ret.autostart != 0;
        fn domain_set_autostart(&self, dom: &Domain, autostart: bool) -> ()
            = DOMAIN_SET_AUTOSTART { dom: dom.into(), autostart: autostart.into() };
        fn domain_get_autostart_once(&self, dom: &Domain) -> bool
            = DOMAIN_GET_AUTOSTART_ONCE { dom: dom.into() } => |ret| ret.autostart != 0;
        fn domain_set_autostart_once(&self, dom: &Domain, autostart: bool) -> ()
            = DOMAIN_SET_AUTOSTART_ONCE { dom: dom.into(), autostart: autostart.into() };

        fn connect_domain_xml_from_native(&self, format: &str, config: &str, flags: u32) -> String
            = CONNECT_DOMAIN_XML_FROM_NATIVE {
                native_format: format.to_owned(), native_config: config.to_owned(), flags
            } => |ret| ret.domain_xml;
        fn connect_domain_xml_to_native(&self, format: &str, xml: &str, flags: u32) -> String
            = CONNECT_DOMAIN_XML_TO_NATIVE {
                native_format: format.to_owned(), domain_xml: xml.to_owned(), flags
            } => |ret| ret.native_config;
        fn connect_get_domain_capabilities(&self, machine: Machine<'_>, flags: u32) -> String
            = CONNECT_GET_DOMAIN_CAPABILITIES {
                emulatorbin: machine.emulator.map(str::to_owned),
                arch: machine.arch.map(str::to_owned),
                machine: machine.machine.map(str::to_owned),
                virttype: machine.virt_type.map(str::to_owned),
                flags,
            } => |ret| ret.capabilities;
    }

    fn domain_create(&self, dom: &Domain) -> Result<DomainId> {
        self.client.call(procedure::DOMAIN_CREATE, &remote::DomainCreateArgs { dom: dom.into() })?;
        // Its answer does not tell the id.
        let args = remote::DomainLookupByUuidArgs { uuid: *dom.uuid().as_bytes() };
        started(self.client.call(procedure::DOMAIN_LOOKUP_BY_UUID, &args)?.dom)
    }

    fn domain_create_xml_with_files(&self, xml: &str, files: &[RawFd], flags: u32) -> Result<DomainKey> {
        self.check_passes_fds(ErrorDomain::VIR_FROM_DOMAIN)?;
        let args = remote::DomainCreateXmlWithFilesArgs { xml_desc: xml.to_owned(), flags };
        let files = duplicates(files)?;
        let call =
            self.client.call_with_fds(procedure::DOMAIN_CREATE_XML_WITH_FILES, &args, &borrowed(&files));
        call?.0.dom.try_into()
    }

    fn domain_create_with_files(&self, dom: &Domain, files: &[RawFd], flags: u32) -> Result<DomainId> {
        self.check_passes_fds(ErrorDomain::VIR_FROM_DOMAIN)?;
        let args = remote::DomainCreateWithFilesArgs { dom: dom.into(), flags };
        let files = duplicates(files)?;
        let call = self.client.call_with_fds(procedure::DOMAIN_CREATE_WITH_FILES, &args, &borrowed(&files));
        started(call?.0.dom)
    }
}

/// The id of a domain that was started.
fn started(dom: remote::NonnullDomain) -> Result<DomainId> {
    small(dom.id).map(DomainId)
}
