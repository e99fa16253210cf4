//! Domains (`libvirt-domain.h`), one file per subject.

pub mod block;
pub mod console;
pub mod device;
pub mod event;
pub mod guest;
pub mod job;
pub mod lifecycle;
pub mod lookup;
pub mod memory;
pub mod migrate;
pub mod save;
pub mod state;
pub mod stats;
pub mod tune;
pub mod vcpu;
pub mod xml;
