//! What the guests of the test host are asked for, or told.
//!
//! There is no guest: the answers are the original's, observed call by call.

#![forbid(unsafe_code)]

use std::net::{IpAddr, Ipv4Addr};

use super::{FROM, TestDriver, keycodes, screenshot};
use crate::abi::{
    virDomainControlErrorReason as ControlError, virDomainControlState as ControlState,
    virDomainInterfaceAddressesSource, virDomainMemoryFlags as MemoryFlags, virDomainMessageType,
    virDomainProcessSignal, virDomainSetTimeFlags, virDomainSetUserPasswordFlags,
    virDomainState as DomainState,
};
use crate::conf::domain::DomainDef;
use crate::conf::domain::disk::DiskDevice;
use crate::conf::domain::interface::InterfaceSource;
use crate::domain::Domain;
use crate::driver::{
    ControlInfo, FileSystem, GuestDriver, GuestInterface, GuestTime, Keys, SecurityLabel, check_flags,
};
use crate::error::{Error, ErrorCode, Result};
use crate::ident::DomainId;
use crate::stream::Stream;
use crate::typed_param::TypedParameter;

// The flags that the original's driver accepts.
const MESSAGE_FLAGS: u32 = virDomainMessageType::VIR_DOMAIN_MESSAGE_DEPRECATION as u32
    | virDomainMessageType::VIR_DOMAIN_MESSAGE_TAINTING as u32;
const PASSWORD_FLAGS: u32 = virDomainSetUserPasswordFlags::VIR_DOMAIN_PASSWORD_ENCRYPTED as u32;
const TIME_FLAGS: u32 = virDomainSetTimeFlags::VIR_DOMAIN_TIME_SYNC as u32;
const MEMORY_FLAGS: u32 = MemoryFlags::VIR_MEMORY_VIRTUAL as u32 | MemoryFlags::VIR_MEMORY_PHYSICAL as u32;

const LAST_SIGNAL: u32 = virDomainProcessSignal::VIR_DOMAIN_PROCESS_SIGNAL_RT32 as u32;
const LAST_SOURCE: u32 = virDomainInterfaceAddressesSource::VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_ARP as u32;

/// How many reasons of control errors there are.
const CONTROL_ERRORS: u64 = ControlError::VIR_DOMAIN_CONTROL_ERROR_REASON_INTERNAL as u64 + 1;

/// Where a guest has its file systems.
const MOUNT_POINTS: [&str; 2] = ["/", "/boot"];

/// The one network of the test host: its name, the first address that it gives out, the length of its prefix.
const NETWORK: (&str, Ipv4Addr, u32) = ("default", Ipv4Addr::new(192, 168, 122, 2), 24);

/// What a guest remembers, as long as the domain is there.
#[derive(Clone, Debug)]
pub struct Inside {
    clock: GuestTime,
    /// Which of [`MOUNT_POINTS`] are frozen.
    frozen: [bool; MOUNT_POINTS.len()],
}

impl Default for Inside {
    fn default() -> Self {
        Self { clock: GuestTime { seconds: 627_319_920, nanoseconds: 0 }, frozen: Default::default() }
    }
}

impl Inside {
    /// Freezes or thaws the file systems at `mount_points`, none for all, and returns at how many that changed something.
    fn set_frozen(&mut self, mount_points: &[&str], frozen: bool) -> Result<usize> {
        let mut wanted = [mount_points.is_empty(); MOUNT_POINTS.len()];
        for mount_point in mount_points {
            wanted[find_mount_point(mount_point)?] = true;
        }
        let mut changed = 0;
        for (state, _) in
            self.frozen.iter_mut().zip(wanted).filter(|(state, wanted)| *wanted && **state != frozen)
        {
            *state = frozen;
            changed += 1;
        }
        Ok(changed)
    }
}

fn find_mount_point(path: &str) -> Result<usize> {
    MOUNT_POINTS
        .iter()
        .position(|known| *known == path)
        .ok_or_else(|| invalid(format!("mount point not found: {path}")))
}

/// As the original has it, the state of the control interface follows from the guest's clock: busy with a job, then
/// occupied, then one error after the other, then fine.
fn control_info(seconds: i64) -> ControlInfo {
    let (state, since) = match seconds {
        1..10_000 => (ControlState::VIR_DOMAIN_CONTROL_JOB, 0),
        10_000..30_000 => (ControlState::VIR_DOMAIN_CONTROL_OCCUPIED, 10_000),
        30_000..60_000 => (ControlState::VIR_DOMAIN_CONTROL_ERROR, 30_000),
        _ => {
            return ControlInfo {
                state: ControlState::VIR_DOMAIN_CONTROL_OK as u32,
                details: 0,
                state_time_ms: 0,
            };
        }
    };
    let state_time_ms = (seconds - since).unsigned_abs();
    let details = match state {
        ControlState::VIR_DOMAIN_CONTROL_ERROR => (state_time_ms % CONTROL_ERRORS) as u32,
        _ => 0,
    };
    ControlInfo { state: state as u32, details, state_time_ms }
}

impl GuestDriver for TestDriver {
    fn domain_get_control_info(&self, dom: &Domain, flags: u32) -> Result<ControlInfo> {
        check_flags(flags, 0, FROM, "testDomainGetControlInfo")?;
        self.look(dom, |guest| {
            guest.check_active()?;
            Ok(control_info(guest.inside.clock.seconds))
        })?
    }

    fn domain_get_messages(&self, dom: &Domain, flags: u32) -> Result<Vec<String>> {
        check_flags(flags, MESSAGE_FLAGS, FROM, "testDomainGetMessages")?;
        self.look(dom, |_| Vec::new())
    }

    fn domain_get_security_label(&self, dom: &Domain) -> Result<SecurityLabel> {
        self.look(dom, |guest| match guest.is_active() {
            true => SecurityLabel { label: "libvirt-test".to_owned(), enforcing: true },
            false => SecurityLabel::default(),
        })
    }

    /// As in the original it always fails: the library itself sets a flag that the driver does not know.
    fn domain_get_launch_security_info(&self, dom: &Domain, flags: u32) -> Result<Vec<TypedParameter>> {
        check_flags(flags, 0, FROM, "testDomainGetLaunchSecurityInfo")?;
        self.look(dom, |_| Vec::new())
    }

    fn domain_inject_nmi(&self, dom: &Domain, flags: u32) -> Result<()> {
        check_flags(flags, 0, FROM, "testDomainInjectNMI")?;
        self.check_running(dom)
    }

    fn domain_send_key(&self, dom: &Domain, keys: Keys<'_>, flags: u32) -> Result<()> {
        check_flags(flags, 0, FROM, "testDomainSendKey")?;
        self.check_running(dom)?;
        keycodes::check(&keys)
    }

    fn domain_send_process_signal(&self, dom: &Domain, pid: i64, signal: u32, flags: u32) -> Result<()> {
        check_flags(flags, 0, FROM, "testDomainSendProcessSignal")?;
        if pid != 1 {
            return Err(Error::invalid_arg(FROM, "only sending a signal to pid 1 is supported"));
        }
        if signal > LAST_SIGNAL {
            return Err(Error::invalid_arg(
                FROM,
                format!("signum value {} is out of range", signal.cast_signed()),
            ));
        }
        self.look(dom, |_| ())
    }

    fn domain_set_user_password(&self, dom: &Domain, _user: &str, _password: &str, flags: u32) -> Result<()> {
        check_flags(flags, PASSWORD_FLAGS, FROM, "testDomainSetUserPassword")?;
        self.check_running(dom)
    }

    fn domain_get_time(&self, dom: &Domain, flags: u32) -> Result<GuestTime> {
        check_flags(flags, 0, FROM, "testDomainGetTime")?;
        self.look(dom, |guest| match guest.is(DomainState::VIR_DOMAIN_RUNNING) {
            true => Ok(guest.inside.clock),
            false => Err(invalid("domain is not running")),
        })?
    }

    fn domain_set_time(&self, dom: &Domain, time: GuestTime, flags: u32) -> Result<()> {
        check_flags(flags, TIME_FLAGS, FROM, "testDomainSetTime")?;
        self.modify(dom, |guest| {
            guest.check_active()?;
            guest.inside.clock = time;
            Ok(())
        })?
    }

    fn domain_get_hostname(&self, dom: &Domain, flags: u32) -> Result<String> {
        check_flags(flags, 0, FROM, "testDomainGetHostname")?;
        self.check_running(dom)?;
        // The name of every guest is that of its domain and "host".
        Ok(format!("{}host", dom.name()))
    }

    fn domain_get_fs_info(&self, dom: &Domain, flags: u32) -> Result<Vec<FileSystem>> {
        check_flags(flags, 0, FROM, "testDomainGetFSInfo")?;
        self.look(dom, |guest| guest.check_active().map(|()| file_systems(guest.def(false))))?
    }

    fn domain_fs_freeze(&self, dom: &Domain, mount_points: &[&str], flags: u32) -> Result<usize> {
        check_flags(flags, 0, FROM, "testDomainFSFreeze")?;
        self.set_frozen(dom, mount_points, true)
    }

    fn domain_fs_thaw(&self, dom: &Domain, mount_points: &[&str], flags: u32) -> Result<usize> {
        check_flags(flags, 0, FROM, "testDomainFSThaw")?;
        self.set_frozen(dom, mount_points, false)
    }

    fn domain_fs_trim(
        &self,
        dom: &Domain,
        mount_point: Option<&str>,
        _minimum: u64,
        flags: u32,
    ) -> Result<()> {
        check_flags(flags, 0, FROM, "testDomainFSTrim")?;
        self.check_running(dom)?;
        mount_point.map_or(Ok(()), |path| find_mount_point(path).map(drop))
    }

    fn domain_interface_addresses(
        &self,
        dom: &Domain,
        source: u32,
        flags: u32,
    ) -> Result<Vec<GuestInterface>> {
        check_flags(flags, 0, FROM, "testDomainInterfaceAddresses")?;
        if source > LAST_SOURCE {
            let detail = format!("Unknown IP address data source {}", source.cast_signed());
            return Err(Error::new(ErrorCode::VIR_ERR_ARGUMENT_UNSUPPORTED, FROM, detail));
        }
        self.look(dom, |guest| {
            guest.check_active()?;
            interfaces(guest.def(false), guest.key().id)
        })?
    }

    fn domain_memory_peek(&self, dom: &Domain, start: u64, memory: &mut [u8], flags: u32) -> Result<()> {
        check_flags(flags, MEMORY_FLAGS, FROM, "testDomainMemoryPeek")?;
        if flags == 0 {
            let detail = "flags parameter must be VIR_MEMORY_VIRTUAL or VIR_MEMORY_PHYSICAL";
            return Err(Error::invalid_arg(FROM, detail));
        }
        self.check_running(dom)?;
        // Every byte is the lowest one of its address.
        let first = usize::from(start.to_le_bytes()[0]);
        for (byte, address) in memory.iter_mut().zip((0..=u8::MAX).cycle().skip(first)) {
            *byte = address;
        }
        Ok(())
    }

    fn domain_screenshot(&self, _dom: &Domain, stream: &Stream, _screen: u32, flags: u32) -> Result<String> {
        check_flags(flags, 0, FROM, "testDomainScreenshot")?;
        screenshot::send(stream)?;
        Ok("image/png".to_owned())
    }
}

impl TestDriver {
    fn check_running(&self, dom: &Domain) -> Result<()> {
        self.look(dom, |guest| guest.check_active())?
    }

    fn set_frozen(&self, dom: &Domain, mount_points: &[&str], frozen: bool) -> Result<usize> {
        self.modify(dom, |guest| {
            guest.check_active()?;
            guest.inside.set_frozen(mount_points, frozen)
        })?
    }
}

/// The file systems of a guest: two on its first disk.
fn file_systems(def: &DomainDef) -> Vec<FileSystem> {
    let disk = def.devices.disks.iter().find(|disk| disk.device == DiskDevice::Disk);
    disk.map_or_else(Vec::new, |disk| {
        let on_disk = |(number, mount_point): (usize, &str)| FileSystem {
            mount_point: mount_point.to_owned(),
            name: format!("{}{number}", disk.target),
            kind: "ext4".to_owned(),
            disks: vec![disk.target.clone()],
        };
        (1..).zip(MOUNT_POINTS).map(on_disk).collect()
    })
}

/// The interfaces of a guest, each with an address that no other guest has.
fn interfaces(def: &DomainDef, id: Option<DomainId>) -> Result<Vec<GuestInterface>> {
    // Twenty addresses for each domain.
    let first = id.map_or(0, |id| id.0.wrapping_sub(1)).wrapping_mul(20);
    (1_u32..)
        .zip(&def.devices.interfaces)
        .map(|(number, interface)| {
            let (network, start, prefix) = NETWORK;
            let address = match &interface.source {
                InterfaceSource::Network { network: name, .. } if name == network => {
                    (u32::from(start).wrapping_add(first).wrapping_add(number).into(), prefix)
                }
                InterfaceSource::Network { network, .. } => {
                    let detail = format!("no network with matching name '{network}'");
                    return Err(Error::new(ErrorCode::VIR_ERR_NO_NETWORK, FROM, detail));
                }
                _ => (u32::from(Ipv4Addr::new(192, 168, 0, 0)).wrapping_add(number).into(), 24),
            };
            let (address, prefix): (Ipv4Addr, u32) = address;
            Ok(GuestInterface {
                name: interface.target.clone().unwrap_or_default(),
                mac: Some(interface.mac.to_string()),
                addresses: vec![(IpAddr::V4(address), prefix)],
            })
        })
        .collect()
}

fn invalid(detail: impl Into<String>) -> Error {
    Error::new(ErrorCode::VIR_ERR_OPERATION_INVALID, FROM, detail)
}
