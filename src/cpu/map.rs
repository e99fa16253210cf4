//! The tables of CPU models and features.

#![forbid(unsafe_code)]

use std::sync::LazyLock;

/// The tables, read when they are first needed.
pub static MAP: LazyLock<Map> = LazyLock::new(Map::read);

const FEATURES: &str = include_str!("../../facts/cpu_features.tsv");
const MODELS: &str = include_str!("../../facts/cpu_models.tsv");

/// Everything that is known about CPUs.
#[derive(Debug)]
pub struct Map {
    /// Features of x86 CPUs, by their number in a [`FeatureSet`].
    features: Vec<&'static str>,
    /// Models, oldest first.
    pub x86: Vec<Model>,
    pub ppc64: Vec<Model>,
}

/// A CPU model.
#[derive(Debug)]
pub struct Model {
    pub name: &'static str,
    pub vendor: Option<&'static str>,
    /// Whether a guest's CPU may be said to be of this model.
    pub for_guests: bool,
    pub features: FeatureSet,
    /// What hypervisors have taken out of their model of this name.
    pub removed: FeatureSet,
}

impl Map {
    fn read() -> Self {
        let features: Vec<_> = rows(FEATURES).map(|row| row[0]).collect();
        let mut map = Self { features, x86: Vec::new(), ppc64: Vec::new() };
        for row in rows(MODELS) {
            let [arch, name, vendor, guest, features, removed] =
                row.try_into().expect("a row has six fields");
            let set = |names: &str| names.split(' ').filter_map(|name| map.feature(name)).collect();
            let model = Model {
                name,
                vendor: (vendor != "-").then_some(vendor),
                for_guests: guest == "on",
                features: set(features),
                removed: set(removed),
            };
            if arch == "x86" { map.x86.push(model) } else { map.ppc64.push(model) }
        }
        map
    }

    /// The number of the feature `name`.
    pub fn feature(&self, name: &str) -> Option<usize> {
        self.features.iter().position(|feature| *feature == name)
    }

    /// The names of the features in `set`, in the order of the table.
    pub fn names(&self, set: FeatureSet) -> impl Iterator<Item = &'static str> {
        self.features
            .iter()
            .copied()
            .enumerate()
            .filter(move |(number, _)| set.has(*number))
            .map(|(_, name)| name)
    }
}

/// The model with this name.
pub fn find<'a>(models: &'a [Model], name: &str) -> Option<&'a Model> {
    models.iter().find(|model| model.name == name)
}

/// The vendor with this name, if one of the models is his.
pub fn vendor(models: &[Model], name: &str) -> Option<&'static str> {
    models.iter().filter_map(|model| model.vendor).find(|vendor| *vendor == name)
}

/// The fields of each row below the head.
fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().filter(|line| !line.starts_with('#')).skip(1).map(|line| line.split('\t').collect())
}

/// Features of an x86 CPU.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FeatureSet([u128; 2]);

impl FeatureSet {
    fn has(self, number: usize) -> bool {
        self.0[number / 128] & 1 << (number % 128) != 0
    }

    /// Puts a feature in.
    pub fn insert(&mut self, number: usize) {
        self.0[number / 128] |= 1 << (number % 128);
    }

    /// What both have.
    pub fn and(self, other: Self) -> Self {
        Self([self.0[0] & other.0[0], self.0[1] & other.0[1]])
    }

    /// What only the first has.
    pub fn minus(self, other: Self) -> Self {
        Self([self.0[0] & !other.0[0], self.0[1] & !other.0[1]])
    }

    /// How many there are.
    pub fn len(self) -> u32 {
        self.0[0].count_ones() + self.0[1].count_ones()
    }
}

impl FromIterator<usize> for FeatureSet {
    fn from_iter<I: IntoIterator<Item = usize>>(numbers: I) -> Self {
        let mut set = Self::default();
        numbers.into_iter().for_each(|number| set.insert(number));
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A misspelt name would be left out silently.
    #[test]
    fn every_feature_of_a_model_is_in_the_table() {
        assert!(MAP.features.len() <= 256);
        for row in rows(MODELS) {
            for name in [row[4], row[5]].iter().flat_map(|names| names.split(' ')).filter(|name| *name != "-")
            {
                assert!(MAP.feature(name).is_some(), "{name} of {}", row[1]);
            }
        }
        assert!(MAP.x86.iter().all(|model| model.features.len() > 0));
    }
}
