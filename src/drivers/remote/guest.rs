//! What the guests of the daemon's domains are asked for, or told.

#![forbid(unsafe_code)]

use super::Remote;
use super::convert::{limited, malformed, peek, small, texts};
use super::stream::Holes;
use crate::domain::Domain;
use crate::driver::{ControlInfo, FileSystem, GuestDriver, GuestInterface, GuestTime, Keys, SecurityLabel};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::rpc::protocol::remote::{self, DOMAIN_MEMORY_PEEK_BUFFER_MAX, procedure};
use crate::rpc::typed_params::{received, sent};
use crate::stream::Stream;
use crate::typed_param::TypedParameter;

impl GuestDriver for Remote {
    calls! { remote;
        fn domain_get_control_info(&self, dom: &Domain, flags: u32) -> ControlInfo
            = DOMAIN_GET_CONTROL_INFO { dom: dom.into(), flags }
            => |ret| ControlInfo { state: ret.state, details: ret.details, state_time_ms: ret.state_time };
        fn domain_get_messages(&self, dom: &Domain, flags: u32) -> Vec<String>
            = DOMAIN_GET_MESSAGES { dom: dom.into(), flags } => |ret| ret.msgs;
        fn domain_get_security_label(&self, dom: &Domain) -> SecurityLabel
            = DOMAIN_GET_SECURITY_LABEL { dom: dom.into() } => |ret| security_label(&ret);
        fn domain_get_launch_security_info(&self, dom: &Domain, flags: u32) -> Vec<TypedParameter>
            = DOMAIN_GET_LAUNCH_SECURITY_INFO { dom: dom.into(), flags } => |ret| received(ret.params);
        fn domain_set_launch_security_state(&self, dom: &Domain, params: &[TypedParameter], flags: u32) -> ()
            = DOMAIN_SET_LAUNCH_SECURITY_STATE { dom: dom.into(), params: sent(params), flags };

        fn domain_pm_suspend_for_duration(&self, dom: &Domain, target: u32, duration_s: u64, flags: u32) -> ()
            = DOMAIN_PM_SUSPEND_FOR_DURATION { dom: dom.into(), target, duration: duration_s, flags };
        fn domain_pm_wakeup(&self, dom: &Domain, flags: u32) -> ()
            = DOMAIN_PM_WAKEUP { dom: dom.into(), flags };
        fn domain_inject_nmi(&self, dom: &Domain, flags: u32) -> ()
            = DOMAIN_INJECT_NMI { dom: dom.into(), flags };
        fn domain_send_key(&self, dom: &Domain, keys: Keys<'_>, flags: u32) -> ()
            = DOMAIN_SEND_KEY {
                dom: dom.into(),
                codeset: keys.set,
                holdtime: keys.hold_time_ms,
                keycodes: keys.codes.to_vec(),
                flags,
            };
        fn domain_send_process_signal(&self, dom: &Domain, pid: i64, signal: u32, flags: u32) -> ()
            = DOMAIN_SEND_PROCESS_SIGNAL { dom: dom.into(), pid_value: pid, signum: signal, flags };
        fn domain_set_user_password(&self, dom: &Domain, user: &str, password: &str, flags: u32) -> ()
            = DOMAIN_SET_USER_PASSWORD {
                dom: dom.into(), user: Some(user.to_owned()), password: Some(password.to_owned()), flags
            };
        fn domain_get_time(&self, dom: &Domain, flags: u32) -> GuestTime
            = DOMAIN_GET_TIME { dom: dom.into(), flags }
            => |ret| GuestTime { seconds: ret.seconds, nanoseconds: ret.nseconds };
        fn domain_set_time(&self, dom: &Domain, time: GuestTime, flags: u32) -> ()
            = DOMAIN_SET_TIME { dom: dom.into(), seconds: time.seconds, nseconds: time.nanoseconds, flags };
        fn domain_get_hostname(&self, dom: &Domain, flags: u32) -> String
            = DOMAIN_GET_HOSTNAME { dom: dom.into(), flags } => |ret| ret.hostname;

        fn domain_agent_set_response_timeout(&self, dom: &Domain, timeout_s: i32, flags: u32) -> i32
            = DOMAIN_AGENT_SET_RESPONSE_TIMEOUT { dom: dom.into(), timeout: timeout_s, flags }
            => |ret| ret.result;
        fn domain_get_guest_info(&self, dom: &Domain, types: u32, flags: u32) -> Vec<TypedParameter>
            = DOMAIN_GET_GUEST_INFO { dom: dom.into(), types, flags } => |ret| received(ret.params);
        fn domain_authorized_ssh_keys_get(&self, dom: &Domain, user: &str, flags: u32) -> Vec<String>
            = DOMAIN_AUTHORIZED_SSH_KEYS_GET { dom: dom.into(), user: user.to_owned(), flags }
            => |ret| ret.keys;
        fn domain_authorized_ssh_keys_set(&self, dom: &Domain, user: &str, keys: &[&str], flags: u32) -> ()
            = DOMAIN_AUTHORIZED_SSH_KEYS_SET {
                dom: dom.into(), user: user.to_owned(), keys: limited_keys(keys)?, flags
            };
        fn domain_get_guest_vcpus(&self, dom: &Domain, flags: u32) -> Vec<TypedParameter>
            = DOMAIN_GET_GUEST_VCPUS { dom: dom.into(), flags } => |ret| received(ret.params);
        fn domain_set_guest_vcpus(&self, dom: &Domain, cpus: &str, state: i32, flags: u32) -> ()
            = DOMAIN_SET_GUEST_VCPUS { dom: dom.into(), cpumap: cpus.to_owned(), state, flags };

        fn domain_get_fs_info(&self, dom: &Domain, flags: u32) -> Vec<FileSystem>
            = DOMAIN_GET_FSINFO { dom: dom.into(), flags }
            => |ret| ret.info.into_iter().map(FileSystem::from).collect();
        fn domain_fs_freeze(&self, dom: &Domain, mount_points: &[&str], flags: u32) -> usize
            = DOMAIN_FSFREEZE { dom: dom.into(), mountpoints: limited_mount_points(mount_points)?, flags }
            => |ret| small(ret.filesystems)?;
        fn domain_fs_thaw(&self, dom: &Domain, mount_points: &[&str], flags: u32) -> usize
            = DOMAIN_FSTHAW { dom: dom.into(), mountpoints: limited_mount_points(mount_points)?, flags }
            => |ret| small(ret.filesystems)?;
        fn domain_fs_trim(&self, dom: &Domain, mount_point: Option<&str>, minimum: u64, flags: u32) -> ()
            = DOMAIN_FSTRIM { dom: dom.into(), mount_point: mount_point.map(str::to_owned), minimum, flags };
        fn domain_interface_addresses(&self, dom: &Domain, source: u32, flags: u32) -> Vec<GuestInterface>
            = DOMAIN_INTERFACE_ADDRESSES { dom: dom.into(), source, flags }
            => |ret| ret.ifaces.into_iter().map(interface).collect::<Result<_>>()?;
    }

    fn domain_get_security_label_list(&self, dom: &Domain) -> Result<Vec<SecurityLabel>> {
        let args = remote::DomainGetSecurityLabelListArgs { dom: dom.into() };
        let ret = self.client.call(procedure::DOMAIN_GET_SECURITY_LABEL_LIST, &args)?;
        if ret.ret < 0 {
            return Err(Error::unknown_cause()); // as libvirt, whose daemon does not say why
        }
        Ok(ret.labels.iter().map(security_label).collect())
    }

    fn domain_screenshot(&self, dom: &Domain, stream: &Stream, screen: u32, flags: u32) -> Result<String> {
        let args = remote::DomainScreenshotArgs { dom: dom.into(), screen, flags };
        let ret = self.call_with_stream(stream, Holes::Filled, procedure::DOMAIN_SCREENSHOT, &args)?;
        ret.mime.ok_or_else(Error::unknown_cause)
    }

    fn domain_memory_peek(&self, dom: &Domain, start: u64, memory: &mut [u8], flags: u32) -> Result<()> {
        peek("memory", memory, DOMAIN_MEMORY_PEEK_BUFFER_MAX, |size| {
            let args = remote::DomainMemoryPeekArgs { dom: dom.into(), offset: start, size, flags };
            Ok(self.client.call(procedure::DOMAIN_MEMORY_PEEK, &args)?.buffer)
        })
    }
}

fn limited_mount_points(points: &[&str]) -> Result<Vec<String>> {
    limited("mountpoints", texts(points), remote::DOMAIN_FSFREEZE_MOUNTPOINTS_MAX)
}

fn limited_keys(keys: &[&str]) -> Result<Vec<String>> {
    let limit = remote::DOMAIN_AUTHORIZED_SSH_KEYS_MAX;
    if keys.len() > limit {
        let text = "remoteDomainAuthorizedSSHKeysSet: returned number of keys exceeds limit"; // as libvirt
        return Err(Error::new(ErrorCode::VIR_ERR_RPC, ErrorDomain::VIR_FROM_REMOTE, text));
    }
    Ok(texts(keys))
}

/// A label, which ends with NUL on the wire.
fn security_label(found: &remote::DomainGetSecurityLabelRet) -> SecurityLabel {
    let text = found.label.split(|&byte| byte == 0).next().unwrap_or_default();
    SecurityLabel { label: String::from_utf8_lossy(text).into_owned(), enforcing: found.enforcing != 0 }
}

impl From<remote::DomainFsinfo> for FileSystem {
    fn from(found: remote::DomainFsinfo) -> Self {
        Self { mount_point: found.mountpoint, name: found.name, kind: found.fstype, disks: found.dev_aliases }
    }
}

fn interface(found: remote::DomainInterface) -> Result<GuestInterface> {
    let address = |it: &remote::DomainIpAddr| {
        let address = it.addr.parse().map_err(|_| malformed("an address", &it.addr))?;
        Ok((address, it.prefix))
    };
    let addresses = found.addrs.iter().map(address).collect::<Result<_>>()?;
    Ok(GuestInterface { name: found.name, mac: found.hwaddr, addresses })
}
