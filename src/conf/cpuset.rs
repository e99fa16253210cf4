//! Sets of CPUs or NUMA nodes: as text ("0-3,^2,7"), and as the byte maps of the public API, lowest bit first.

#![forbid(unsafe_code)]

use std::collections::BTreeSet;
use std::fmt;

use crate::error::{Error, ErrorDomain, Result};

/// A set of small numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CpuSet(BTreeSet<u32>);

impl CpuSet {
    /// Numbers are below this, the original's limit for XML.
    const LIMIT: u32 = 16384;

    /// Reads numbers, ranges and exclusions with commas between them, from left to right; blanks are allowed around
    /// each. The set may come out empty.
    pub fn parse(text: &str) -> Result<Self> {
        let invalid =
            || Error::invalid_arg(ErrorDomain::VIR_FROM_NONE, format!("Failed to parse bitmap '{text}'"));
        let mut set = BTreeSet::new();
        // As libvirt: a comma may end the text.
        let list = text.trim_ascii().strip_suffix(',').unwrap_or(text.trim_ascii());
        for part in list.split(',').map(str::trim_ascii) {
            if let Some(excluded) = part.strip_prefix('^') {
                set.remove(&number(excluded).ok_or_else(invalid)?);
                continue;
            }
            let (first, last) = part.split_once('-').unwrap_or((part, part));
            let (first, last) = (number(first.trim_ascii_end()), number(last.trim_ascii_start()));
            match (first, last) {
                (Some(first), Some(last)) if first <= last => set.extend(first..=last),
                _ => return Err(invalid()),
            }
        }
        Ok(Self(set))
    }

    /// The numbers from 0 up to `count`.
    pub fn first(count: u32) -> Self {
        Self((0..count).collect())
    }

    /// The numbers whose bits are set in `map`.
    pub fn from_map(map: &[u8]) -> Self {
        let bits =
            (0..).zip(map).flat_map(|(at, byte)| (0..8).map(move |bit| (at * 8 + bit, byte >> bit & 1)));
        Self(bits.filter(|(_, set)| *set != 0).map(|(number, _)| number).collect())
    }

    /// A map of `length` bytes; numbers that do not fit are left out.
    pub fn to_map(&self, length: usize) -> Vec<u8> {
        let mut map = vec![0; length];
        for number in self.iter() {
            if let Some(byte) = map.get_mut(number as usize / 8) {
                *byte |= 1 << (number % 8);
            }
        }
        map
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether `number` is in it.
    pub fn contains(&self, number: u32) -> bool {
        self.0.contains(&number)
    }

    /// Whether both have a number.
    pub fn overlaps(&self, other: &Self) -> bool {
        !self.0.is_disjoint(&other.0)
    }

    /// Whether everything in `other` is in it.
    pub fn covers(&self, other: &Self) -> bool {
        other.0.is_subset(&self.0)
    }

    /// The highest number.
    pub fn last(&self) -> Option<u32> {
        self.0.last().copied()
    }

    /// The numbers, from the lowest.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.0.iter().copied()
    }

    /// The set without the numbers from `count` on.
    #[must_use]
    pub fn below(&self, count: u32) -> Self {
        Self(self.0.range(..count).copied().collect())
    }
}

fn number(text: &str) -> Option<u32> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten().filter(|number| *number < CpuSet::LIMIT)
}

/// As text: ranges where numbers follow each other.
impl fmt::Display for CpuSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut numbers = self.iter().peekable();
        let mut separator = "";
        while let Some(first) = numbers.next() {
            let mut last = first;
            while let Some(next) = numbers.next_if_eq(&(last + 1)) {
                last = next;
            }
            write!(f, "{separator}{first}")?;
            if last > first {
                write!(f, "-{last}")?;
            }
            separator = ",";
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As measured on the original, in `<vcpu cpuset=…>`.
    #[test]
    fn text_is_read_from_left_to_right() {
        for (text, set) in [
            ("0-3", "0-3"),
            ("0-3,^2,7", "0-1,3,7"),
            ("^2,0-3", "0-3"),
            ("1,", "1"),
            (" 1 , 2 - 3", "1-3"),
            ("5,3,1,1", "1,3,5"),
            ("01", "1"),
            ("0,^0", ""),
            ("16383", "16383"),
        ] {
            assert_eq!(CpuSet::parse(text).map(|set| set.to_string()).ok().as_deref(), Some(set), "{text}");
        }
        for text in
            ["", "x", "3-1", "1-3-5", "0-", ",", "1 2", "16384", "r1", "-1", "+1", "0x1", "^", "^1-2", "1,,2"]
        {
            let error = CpuSet::parse(text).map_err(|error| error.message().to_owned());
            assert_eq!(error, Err(format!("invalid argument: Failed to parse bitmap '{text}'")));
        }
    }

    #[test]
    fn maps_have_the_lowest_bit_first() {
        let set = CpuSet::from_map(&[0b0000_0101, 0b1000_0000]);
        assert_eq!(set.to_string(), "0,2,15");
        assert_eq!(set.to_map(3), [0b0000_0101, 0b1000_0000, 0]);
        assert_eq!(set.to_map(1), [0b0000_0101]);
        assert_eq!(set.below(15).last(), Some(2));
    }
}
