//! What QEMU tells besides the oldest kinds of event: sleep, channels, devices, memory.

#![forbid(unsafe_code)]

use super::events::{Listener, Scene};
use super::{state, translate};
use crate::abi::{
    _virConnectDomainEventChannelLifecycleReason as ChannelReason,
    _virDomainEventPMSuspendedDetailType as Asleep, _virDomainEventStartedDetailType as Started,
    _virDomainEventType as Life, _virDomainRunningReason as Running, _virDomainState as State,
};
use crate::event::domain::DomainEvent;
use crate::monitor::{CharDevice, GuestEvent};

impl Scene<'_, '_> {
    /// A channel was opened or closed in the guest, or its state is known now.
    fn channel(&mut self, alias: &str, open: bool, reason: ChannelReason) {
        let Some(name) = self.run().def.set_channel_state(alias, open) else { return };
        translate::channel(name, open, reason).into_iter().flatten().for_each(|event| self.emit(event));
    }
}

impl Listener {
    /// Takes one event.
    pub(super) fn hear(&self, event: &GuestEvent) {
        match event {
            GuestEvent::BalloonChange { actual } => {
                self.with(|scene| {
                    let actual_kib = actual.div_ceil(1024); // as libvirt
                    scene.run().def.current_memory_kib = actual_kib;
                    scene.emit(DomainEvent::BalloonChange { actual_kib });
                });
            }
            GuestEvent::Suspend {} => {
                self.sleep(DomainEvent::PmSuspend { reason: 0 }, Asleep::VIR_DOMAIN_EVENT_PMSUSPENDED_MEMORY);
            }
            GuestEvent::SuspendDisk {} => {
                self.sleep(
                    DomainEvent::PmSuspendDisk { reason: 0 },
                    Asleep::VIR_DOMAIN_EVENT_PMSUSPENDED_DISK,
                );
            }
            GuestEvent::Wakeup {} => {
                self.with(|scene| {
                    scene.emit(DomainEvent::PmWakeup { reason: 0 });
                    if scene.state.is(State::VIR_DOMAIN_PMSUSPENDED) {
                        scene.state.status = state::running(Running::VIR_DOMAIN_RUNNING_WAKEUP);
                        let detail = Started::VIR_DOMAIN_EVENT_STARTED_WAKEUP as i32;
                        scene.lifecycle(Life::VIR_DOMAIN_EVENT_STARTED, detail);
                    }
                });
            }
            GuestEvent::GuestPanicked { .. } => self.panicked(),
            GuestEvent::GuestCrashloaded { .. } => self.crash_loaded(),
            GuestEvent::DeviceDeleted { device: Some(alias), .. } => {
                self.with(|scene| {
                    // As libvirt: what is not in the XML is nobody's business.
                    if scene.run().def.devices.remove(alias) {
                        scene.emit(DomainEvent::DeviceRemoved { alias: alias.clone() });
                    }
                });
            }
            GuestEvent::VserportChange { id, open } => {
                self.with(|scene| {
                    scene.channel(
                        id,
                        *open,
                        ChannelReason::VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_CHANNEL,
                    )
                });
            }
            event => {
                let Some(driver) = self.driver.upgrade() else { return };
                self.look(&driver, |scene| {
                    let told = translate::guest_event(&scene.run().def, event);
                    told.into_iter().flatten().for_each(|event| scene.emit(event));
                });
            }
        }
    }

    /// The guest put itself to sleep.
    fn sleep(&self, event: DomainEvent, detail: Asleep) {
        self.with(|scene| {
            scene.emit(event);
            if scene.state.is(State::VIR_DOMAIN_RUNNING) {
                scene.state.status = state::PMSUSPENDED;
                scene.lifecycle(Life::VIR_DOMAIN_EVENT_PMSUSPENDED, detail as i32);
            }
        });
    }

    /// Which channels are open in the guest at its start.
    pub(super) fn channels(&self, devices: &[CharDevice]) {
        self.with(|scene| {
            for device in devices {
                let Some(open) = device.open else { continue };
                scene.channel(
                    device.alias(),
                    open,
                    ChannelReason::VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_DOMAIN_STARTED,
                );
            }
        });
    }
}
