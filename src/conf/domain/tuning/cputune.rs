//! `<cputune>`: how much CPU time a domain gets, where its threads run and how they are scheduled.
//!
//! What belongs to one virtual CPU or one I/O thread is kept with it.

#![forbid(unsafe_code)]

use super::iothread::IoThreads;
use super::resctrl::Resctrl;
use super::vcpu::Vcpus;
use crate::conf::cpuset::CpuSet;
use crate::conf::domain::fail;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::util::xml::{Element, Writer, number, words};

/// Weight of a domain, and bandwidth in microseconds: cgroup's limits, as the original has them.
pub const SHARES: (u64, u64) = (2, 262_144);
pub const PERIOD_US: (u64, u64) = (1000, 1_000_000);
pub const QUOTA_US: (i64, i64) = (1000, 17_592_186_044_415);

/// `<cputune>`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CpuTune {
    pub shares: Option<u64>,
    /// For each virtual CPU.
    pub vcpu: Bandwidth,
    /// For the whole domain.
    pub global: Bandwidth,
    /// For the threads that are neither virtual CPUs nor I/O threads.
    pub emulator: Bandwidth,
    /// For each I/O thread.
    pub iothread: Bandwidth,
    pub emulator_pin: Option<CpuSet>,
    pub emulator_scheduler: Option<Scheduler>,
    /// `<cachetune>` and `<memorytune>`
    pub resctrl: Resctrl,
}

/// CPU time per period; 0 is the host's default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bandwidth {
    pub period_us: u64,
    /// Negative is no limit.
    pub quota_us: i64,
}

/// A scheduler of the host and the priority that belongs to some.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scheduler {
    pub policy: Policy,
    pub priority: Option<i32>,
}

words! {
    /// `<vcpusched scheduler=…>`
    pub enum Policy {
        Batch = "batch",
        Idle = "idle",
        Fifo = "fifo",
        Rr = "rr",
    }
}

impl CpuTune {
    /// Reads the element; what belongs to one CPU or thread goes to `vcpus` and `iothreads`.
    pub(super) fn parse(cputune: Element<'_>, vcpus: &mut Vcpus, iothreads: &mut IoThreads) -> Result<Self> {
        let mut tune = Self {
            shares: value(cputune, "shares")?,
            vcpu: Bandwidth::parse(cputune, ["period", "quota"])?,
            global: Bandwidth::parse(cputune, ["global_period", "global_quota"])?,
            emulator: Bandwidth::parse(cputune, ["emulator_period", "emulator_quota"])?,
            iothread: Bandwidth::parse(cputune, ["iothread_period", "iothread_quota"])?,
            ..Self::default()
        };
        for pin in cputune.children_named("vcpupin") {
            pin_vcpu(pin, vcpus)?;
        }
        if let Some(pin) = single(cputune, "emulatorpin")? {
            tune.emulator_pin = Some(pinned_to(pin)?);
        }
        for pin in cputune.children_named("iothreadpin") {
            pin_iothread(pin, iothreads)?;
        }
        for element in cputune.children_named("vcpusched") {
            let (set, scheduler) = Scheduler::parse_for(element, "vcpus")?;
            for id in set.iter() {
                let vcpu = vcpus.list.get_mut(id as usize).ok_or_else(|| {
                    fail::unsupported(format!("vCPU '{id}' is not present in domain definition"))
                })?;
                schedule(&mut vcpu.scheduler, scheduler, element, "vcpus")?;
            }
        }
        for element in cputune.children_named("iothreadsched") {
            let (set, scheduler) = Scheduler::parse_for(element, "iothreads")?;
            for id in set.iter() {
                let thread = iothreads.get_mut(id).ok_or_else(|| no_iothread(id))?;
                schedule(&mut thread.scheduler, scheduler, element, "iothreads")?;
            }
        }
        if let Some(element) = single(cputune, "emulatorsched")? {
            tune.emulator_scheduler = Some(Scheduler::parse(element)?);
        }
        tune.resctrl = Resctrl::parse(cputune, vcpus.max())?;
        Ok(tune)
    }

    /// Fails for numbers that no host can have.
    pub(in crate::conf::domain) fn check(&self) -> Result<()> {
        if let Some(shares) = self.shares.filter(|shares| *shares != 0) {
            in_range("shares", shares, SHARES)?;
        }
        for (name, bandwidth) in self.bandwidths() {
            if bandwidth.period_us != 0 {
                in_range(&format!("{name}period"), bandwidth.period_us, PERIOD_US)?;
            }
            if bandwidth.quota_us > 0 {
                in_range(&format!("{name}quota"), bandwidth.quota_us, QUOTA_US)?;
            }
        }
        Ok(())
    }

    /// The bandwidths, with the beginning of their elements' names.
    fn bandwidths(&self) -> [(&'static str, Bandwidth); 4] {
        [
            ("", self.vcpu),
            ("global_", self.global),
            ("emulator_", self.emulator),
            ("iothread_", self.iothread),
        ]
    }

    pub(super) fn format(&self, w: &mut Writer, vcpus: &Vcpus, iothreads: &IoThreads) {
        w.element_unless_empty("cputune", |w| {
            if let Some(shares) = self.shares {
                w.text("shares", shares);
            }
            for (name, bandwidth) in self.bandwidths() {
                if bandwidth.period_us != 0 {
                    w.text(&format!("{name}period"), bandwidth.period_us);
                }
                if bandwidth.quota_us != 0 {
                    w.text(&format!("{name}quota"), bandwidth.quota_us);
                }
            }
            let vcpus = || (0_u32..).zip(&vcpus.list);
            for (id, cpuset) in vcpus().filter_map(|(id, vcpu)| vcpu.cpuset.as_ref().map(|set| (id, set))) {
                w.element("vcpupin", |w| {
                    w.attr("vcpu", id);
                    w.attr("cpuset", cpuset);
                });
            }
            if let Some(cpuset) = &self.emulator_pin {
                w.element("emulatorpin", |w| w.attr("cpuset", cpuset));
            }
            for thread in &iothreads.list {
                if let Some(cpuset) = &thread.cpuset {
                    w.element("iothreadpin", |w| {
                        w.attr("iothread", thread.id);
                        w.attr("cpuset", cpuset);
                    });
                }
            }
            format_scheduler(w, "emulatorsched", None, self.emulator_scheduler);
            for (id, vcpu) in vcpus() {
                format_scheduler(w, "vcpusched", Some(("vcpus", id)), vcpu.scheduler);
            }
            for thread in &iothreads.list {
                format_scheduler(w, "iothreadsched", Some(("iothreads", thread.id)), thread.scheduler);
            }
            self.resctrl.format(w);
        });
    }
}

/// The only child with this name.
fn single<'a>(cputune: Element<'a>, name: &str) -> Result<Option<Element<'a>>> {
    let mut found = cputune.children_named(name);
    match (found.next(), found.next()) {
        (_, Some(_)) => Err(fail::xml(format!("only one {name} is supported"))),
        (first, None) => Ok(first),
    }
}

/// The number in a child; `None` without it or when it is empty.
fn value<T: crate::util::xml::Number>(cputune: Element<'_>, name: &str) -> Result<Option<T>> {
    let Some(text) = cputune.child_text(name) else { return Ok(None) };
    let words = name.replace('_', " ");
    number(&text).map(Some).ok_or_else(|| fail::xml(format!("can't parse cputune {words} value")))
}

fn in_range<T: PartialOrd + std::fmt::Display>(name: &str, value: T, (least, most): (T, T)) -> Result<()> {
    if value < least || value > most {
        let detail = format!("Value of cputune '{name}' must be in range [{least}, {most}]");
        return Err(fail::unsupported(detail));
    }
    Ok(())
}

impl Bandwidth {
    fn parse(cputune: Element<'_>, [period, quota]: [&str; 2]) -> Result<Self> {
        Ok(Self {
            period_us: value(cputune, period)?.unwrap_or(0),
            quota_us: value(cputune, quota)?.unwrap_or(0),
        })
    }
}

fn pin_vcpu(pin: Element<'_>, vcpus: &mut Vcpus) -> Result<()> {
    let id: u32 = pin.required_number("vcpu")?;
    // As libvirt: a place for a CPU that cannot be is left out.
    let Some(vcpu) = vcpus.list.get_mut(id as usize) else { return Ok(()) };
    if pin.attr("cpuset").is_some() && vcpu.cpuset.is_some() {
        return Err(fail::internal(format!("duplicate vcpupin for vcpu '{id}'")));
    }
    vcpu.cpuset = Some(pinned_to(pin)?);
    Ok(())
}

fn pin_iothread(pin: Element<'_>, iothreads: &mut IoThreads) -> Result<()> {
    let id = pin.positive("iothread")?;
    let thread = iothreads.get_mut(id).ok_or_else(|| no_iothread(id))?;
    let cpuset = pinned_to(pin)?;
    if thread.cpuset.is_some() {
        return Err(fail::internal(format!("duplicate iothreadpin for same iothread '{id}'")));
    }
    thread.cpuset = Some(cpuset);
    Ok(())
}

fn no_iothread(id: u32) -> Error {
    fail::unsupported(format!("Cannot find 'iothread' : {id}"))
}

fn pinned_to(pin: Element<'_>) -> Result<CpuSet> {
    super::set(pin, "cpuset")?.ok_or_else(|| fail::internal(format!("missing cpuset for {}", pin.name())))
}

/// Gives a scheduler to a CPU or thread that has none yet.
fn schedule(
    place: &mut Option<Scheduler>,
    scheduler: Scheduler,
    element: Element<'_>,
    attribute: &str,
) -> Result<()> {
    if place.replace(scheduler).is_some() {
        let detail = format!("'{}' attributes '{attribute}' must not overlap", element.name());
        return Err(Error::new(ErrorCode::VIR_ERR_XML_DETAIL, ErrorDomain::VIR_FROM_DOMAIN, detail));
    }
    Ok(())
}

impl Scheduler {
    fn parse(element: Element<'_>) -> Result<Self> {
        let policy = element.required_word("scheduler")?;
        let priority = match policy {
            Policy::Fifo | Policy::Rr => Some(element.required_number("priority")?),
            Policy::Batch | Policy::Idle => None,
        };
        Ok(Self { policy, priority })
    }

    /// Reads a scheduler and whom it is for.
    fn parse_for(element: Element<'_>, attribute: &str) -> Result<(CpuSet, Self)> {
        let text = element.attr(attribute).ok_or_else(|| {
            fail::xml(format!("Missing attribute '{attribute}' in element '{}'", element.name()))
        })?;
        let set = CpuSet::parse(text)?;
        if set.is_empty() {
            return Err(fail::unsupported(format!("'{attribute}' scheduler bitmap '{text}' is empty")));
        }
        Ok((set, Self::parse(element)?))
    }
}

fn format_scheduler(w: &mut Writer, name: &str, whom: Option<(&str, u32)>, scheduler: Option<Scheduler>) {
    let Some(scheduler) = scheduler else { return };
    w.element(name, |w| {
        if let Some((attribute, id)) = whom {
            w.attr(attribute, id);
        }
        w.attr("scheduler", scheduler.policy);
        w.attr_opt("priority", scheduler.priority);
    });
}
