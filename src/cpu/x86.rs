//! What x86 CPUs have in common: features, and the model that comes closest to them.

#![forbid(unsafe_code)]

use super::def::{Fallback, GuestCpu, HostCpu, Policy};
use super::map::{FeatureSet, MAP, Model, find, vendor};
use super::{FROM, failed, other_vendor, unknown_model, unknown_vendor};
use crate::error::{Error, Result};

/// The CPU with all features that each of `cpus`, which are not none, has; all are named if `expand`.
pub fn baseline(cpus: &[HostCpu], expand: bool) -> Result<GuestCpu> {
    let first = &cpus[0];
    let (_, mut features) = look_up(first)?;
    let known = |name: &String| vendor(&MAP.x86, name).ok_or_else(|| unknown_vendor(name));
    let mut common_vendor = first.vendor.as_ref().map(known).transpose()?;
    for cpu in &cpus[1..] {
        let (model, own_features) = look_up(cpu)?;
        if let (Some(name), Some(own)) = (&cpu.vendor, model.vendor)
            && name != own
        {
            return Err(other_vendor(model, name));
        }
        let own_vendor = match &cpu.vendor {
            Some(name) => Some(known(name)?),
            None => model.vendor,
        };
        match (common_vendor, own_vendor) {
            (Some(a), Some(b)) if a != b => return Err(failed("CPU vendors do not match")),
            (common, own) => common_vendor = common.or(own),
        }
        features = features.and(own_features);
    }
    if features.len() == 0 {
        return Err(failed("CPUs are incompatible"));
    }
    let (model, mut cpu) = decode(features, common_vendor, cpus)?;
    if cpus.iter().all(|cpu| cpu.model == model.name) {
        cpu.fallback = Fallback::Forbid;
    }
    if cpus.iter().all(|cpu| cpu.vendor.is_some()) {
        cpu.vendor = common_vendor;
    }
    if expand {
        let of_model =
            MAP.names(model.features).filter(|name| !cpu.features.iter().any(|(it, _)| it == name));
        let of_model: Vec<_> = of_model.map(|name| (name, Policy::Require)).collect();
        cpu.features.extend(of_model);
        cpu.features.sort_by_key(|(name, _)| *name);
    }
    Ok(cpu)
}

/// The model of `cpu` and all features that it has.
fn look_up(cpu: &HostCpu) -> Result<(&'static Model, FeatureSet)> {
    let model = find(&MAP.x86, &cpu.model).ok_or_else(|| unknown_model(&cpu.model))?;
    let mut features = model.features;
    for name in &cpu.features {
        let unknown = || Error::internal(FROM, format!("Unknown CPU feature {name}"));
        features.insert(MAP.feature(name).ok_or_else(unknown)?);
    }
    Ok((model, features))
}

/// The model for guests that comes closest to `features`, the newest of several. Models of the `cpus` themselves
/// count more: one that lacks fewer features is taken though it is further away, and if it is the only one, anyway.
fn decode(
    features: FeatureSet,
    vendor: Option<&str>,
    cpus: &[HostCpu],
) -> Result<(&'static Model, GuestCpu)> {
    let fits = |model: &&Model| {
        model.for_guests && (vendor.is_none() || model.vendor.is_none_or(|own| Some(own) == vendor))
    };
    let is_preferred = |model: &Model| cpus.iter().any(|cpu| cpu.model == model.name);
    let is_better = |it: &Candidate, than: &Candidate| {
        let (distance, other) = (it.distance(), than.distance());
        distance < other || is_preferred(it.model) && distance.1 < other.1
    };
    let are_alike = cpus.iter().all(|cpu| cpu.model == cpus[0].model);
    let mut best: Option<Candidate> = None;
    for model in MAP.x86.iter().rev().filter(fits) {
        let candidate = Candidate::new(model, features);
        let is_end = are_alike && is_preferred(model);
        if is_end || best.as_ref().is_none_or(|best| is_better(&candidate, best)) {
            best = Some(candidate);
        }
        if is_end {
            break;
        }
    }
    let best = best.ok_or_else(|| Error::internal(FROM, "Cannot find suitable CPU model for given data"))?;
    Ok((best.model, best.cpu()))
}

/// A model, and how a CPU differs from it.
struct Candidate {
    model: &'static Model,
    /// What the CPU has and the model has not.
    more: FeatureSet,
    /// What the model has and the CPU has not.
    less: FeatureSet,
    /// What was taken out of the model, may still be in that of an older hypervisor, and the CPU has not.
    removed: FeatureSet,
}

impl Candidate {
    fn new(model: &'static Model, features: FeatureSet) -> Self {
        Self {
            model,
            more: features.minus(model.features),
            less: model.features.minus(features),
            removed: model.removed.minus(features),
        }
    }

    /// How far the model is from the CPU, and the part of it that lacking features have. A guest copes better with
    /// more than with less, so what is lacking weighs more, and ever more. As libvirt 9.0, down to that only every
    /// second of the lacking features weighs more.
    fn distance(&self) -> (u32, u32) {
        let lacking = self.less.len() + self.removed.len();
        let heavy = lacking.div_ceil(2);
        // 2 for the first, 3 for the second and so on.
        let weight = heavy * (heavy + 3) / 2;
        (self.more.len() + (lacking - heavy) + weight, weight)
    }

    /// The CPU in terms of the model.
    fn cpu(&self) -> GuestCpu {
        let mut cpu = GuestCpu::new(self.model.name);
        cpu.features.extend(MAP.names(self.more).map(|name| (name, Policy::Require)));
        let lacking = MAP.names(self.less).chain(MAP.names(self.removed));
        cpu.features.extend(lacking.map(|name| (name, Policy::Disable)));
        cpu
    }
}
