//! Taking over the domains that an earlier process with the same root left running.
//!
//! Each is recognised by its status file and its process; the process's number alone proves nothing. The talk
//! with QEMU happens on a thread per domain, so that one that hangs holds nobody up.

#![forbid(unsafe_code)]

use std::sync::Arc;
use std::thread;

use super::domains::Domains;
use super::events::Listener;
use super::monitor_device::MonitorDevice;
use super::status::Saved;
use super::vm::{Phase, Run, Vm};
use super::{Driver, persist, state};
use crate::abi::{
    _virDomainPausedReason as Paused, _virDomainRunningReason as Running, _virDomainShutoffReason as Shutoff,
    _virDomainState as State,
};
use crate::conf::domain::graphics::Graphics;
use crate::error::{Error, ErrorDomain, Result};
use crate::ident::Name;
use crate::monitor::Monitor;
use crate::util::process::{Process, command_line_of};
use crate::util::reactor::Reactor;

/// Takes over what is still running and clears away what is not.
pub fn all(driver: &Arc<Driver>) {
    for (name, text) in persist::xml_files(&driver.layout().run()) {
        let Some(saved) = Saved::parse(&text).filter(|saved| saved.def.name == name) else {
            log::error!("status file of domain '{name}' cannot be understood; the domain is left alone");
            continue;
        };
        let Some(id) = saved.def.id else { continue };
        match find(&saved) {
            Some(process) => adopt(driver, saved, process),
            None => {
                persist::remove_run(driver.layout(), id, &name);
                if let Some(vm) = driver.domains().by_name(&name) {
                    vm.lock().status = state::shutoff(Shutoff::VIR_DOMAIN_SHUTOFF_CRASHED);
                }
            }
        }
    }
}

/// The process of a status file, if it is still there and runs this domain.
fn find(saved: &Saved) -> Option<Process> {
    let process = Process::adopt(saved.pid).ok()?;
    // Only a number that is held by a pidfd is worth looking at.
    let uuid = saved.def.uuid.to_string();
    let ours = command_line_of(saved.pid).iter().any(|word| word.to_str() == Some(&uuid));
    (ours && !process.has_ended()).then_some(process)
}

/// The domain of a status file: the defined one, or a transient one that is made for it.
fn domain_of(driver: &Driver, domains: &mut Domains, saved: &Saved) -> Option<Arc<Vm>> {
    match domains.belonging_to(&saved.def.name, &saved.def.uuid) {
        Ok(Some(vm)) => Some(Arc::clone(vm)),
        Ok(None) => {
            let vm = driver.new_vm(Name::new(&saved.def.name)?, saved.def.uuid);
            domains.insert(Arc::clone(&vm));
            Some(vm)
        }
        Err(error) => {
            log::error!("domain '{}' is left alone: {error}", saved.def.name);
            None
        }
    }
}

fn adopt(driver: &Arc<Driver>, saved: Saved, process: Process) {
    let Some(id) = saved.def.id else { return };
    let mut domains = driver.domains();
    let Some(vm) = domain_of(driver, &mut domains, &saved) else { return };
    domains.readopt(&vm, id);
    let ports = saved.def.devices.graphics.iter().filter_map(Graphics::tcp_port);
    let ports = ports.filter_map(|port| driver.ports().reserve(port).ok()).collect();
    let process = Arc::new(process);
    let mut state = vm.lock();
    state.generation += 1;
    let generation = state.generation;
    state.status = saved.status;
    state.run = Some(Run {
        phase: Phase::Running,
        process: Some(Arc::clone(&process)),
        monitor_device: Some(saved.monitor.clone()),
        vcpu_pids: saved.vcpu_pids,
        ports,
        fake_reboot: saved.fake_reboot,
        tainted: saved.tainted,
        ..Run::new(generation, id, saved.def)
    });
    drop(state);
    drop(domains);

    // Calls that need the monitor wait until it is open.
    let job = vm.begin_job("reconnect");
    let driver = Arc::clone(driver);
    let name = vm.name.clone();
    let work = move || {
        let _job = job;
        if let Err(error) = connect(&driver, &vm, generation, &process, &saved.monitor) {
            log::error!("domain {}: its monitor cannot be used, only its end is seen: {error}", vm.name);
        }
    };
    if let Err(error) = thread::Builder::new().name("virt-reconnect".to_owned()).spawn(work) {
        log::error!("domain {name}: cannot start a thread to reconnect: {error}");
    }
}

/// Watches the process, opens the monitor and asks how things are.
fn connect(
    driver: &Arc<Driver>,
    vm: &Arc<Vm>,
    generation: u64,
    process: &Arc<Process>,
    device: &MonitorDevice,
) -> Result<()> {
    let listener = Listener::new(driver, vm, generation);
    let pidfd = process
        .watch_fd()
        .map_err(|e| Error::system(ErrorDomain::VIR_FROM_QEMU, "cannot watch the process", &e))?;
    let watch = Reactor::get().watch_process(pidfd, {
        let listener = Arc::clone(&listener);
        move || listener.process_ended()
    })?;
    if let Some(run) = vm.lock().run_of(generation) {
        run.watch = Some(watch);
    }
    let options = driver.config().monitor_options(device.protocol, process);
    let monitor = Monitor::open(device.endpoint()?, vm.name.as_str(), listener, options)?;
    let mut state = vm.lock();
    let Some(run) = state.run_of(generation) else { return Ok(()) };
    run.monitor = Some(Arc::clone(&monitor));
    drop(state);

    let running = monitor.query_status()?.running;
    let mut state = vm.lock();
    if running && !state.is(State::VIR_DOMAIN_RUNNING) {
        state.status = state::running(Running::VIR_DOMAIN_RUNNING_UNKNOWN);
    } else if !running && state.is(State::VIR_DOMAIN_RUNNING) {
        state.status = state::paused(Paused::VIR_DOMAIN_PAUSED_UNKNOWN);
    }
    drop(state);
    driver.keeper().changed(driver.this(), vm);
    Ok(())
}
