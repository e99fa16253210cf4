//! Sets of CPUs or NUMA nodes: as text ("0-3,^2,7"), and as the byte maps of the public API, lowest bit first.

#![forbid(unsafe_code)]

use std::fmt;

use crate::error::{Error, ErrorDomain, Result};

/// How many numbers one word of a set stands for.
const WORD: u32 = u64::BITS;

/// A set of small numbers: a bit for each, lowest first, and no empty word at the end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CpuSet(Vec<u64>);

impl CpuSet {
    /// Numbers are below this, the original's limit for XML.
    const LIMIT: u32 = 16384;

    /// Reads numbers, ranges and exclusions with commas between them, from left to right; blanks are allowed around
    /// each. The set may come out empty.
    pub fn parse(text: &str) -> Result<Self> {
        let invalid =
            || Error::invalid_arg(ErrorDomain::VIR_FROM_NONE, format!("Failed to parse bitmap '{text}'"));
        let mut set = Self::default();
        // As libvirt: a comma may end the text.
        let list = text.trim_ascii().strip_suffix(',').unwrap_or(text.trim_ascii());
        for part in list.split(',').map(str::trim_ascii) {
            if let Some(excluded) = part.strip_prefix('^') {
                set.remove(number(excluded).ok_or_else(invalid)?);
                continue;
            }
            let (first, last) = part.split_once('-').unwrap_or((part, part));
            let (first, last) = (number(first.trim_ascii_end()), number(last.trim_ascii_start()));
            match (first, last) {
                (Some(first), Some(last)) if first <= last => set.insert(first, last),
                _ => return Err(invalid()),
            }
        }
        Ok(Self::of(set.0))
    }

    /// The set with these words.
    fn of(mut words: Vec<u64>) -> Self {
        let used = words.iter().rposition(|word| *word != 0).map_or(0, |last| last + 1);
        words.truncate(used);
        Self(words)
    }

    /// Adds the numbers from `first` to `last`, a word at a time: a long text has many long ranges.
    fn insert(&mut self, first: u32, last: u32) {
        let [from, to] = [first, last].map(|number| (number / WORD) as usize);
        if self.0.len() <= to {
            self.0.resize(to + 1, 0);
        }
        let (low, high) = (u64::MAX << (first % WORD), u64::MAX >> (WORD - 1 - last % WORD));
        for at in from..=to {
            let below = if at == from { low } else { u64::MAX };
            let above = if at == to { high } else { u64::MAX };
            self.0[at] |= below & above;
        }
    }

    fn remove(&mut self, number: u32) {
        if let Some(word) = self.0.get_mut((number / WORD) as usize) {
            *word &= !(1 << (number % WORD));
        }
    }

    /// The numbers from 0 up to `count`.
    pub fn first(count: u32) -> Self {
        let mut set = Self::default();
        if let Some(last) = count.checked_sub(1) {
            set.insert(0, last);
        }
        set
    }

    /// The numbers whose bits are set in `map`.
    pub fn from_map(map: &[u8]) -> Self {
        let word = |bytes: &[u8]| bytes.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte));
        Self::of(map.chunks(size_of::<u64>()).map(word).collect())
    }

    /// A map of `length` bytes; numbers that do not fit are left out.
    pub fn to_map(&self, length: usize) -> Vec<u8> {
        let mut map: Vec<_> = self.0.iter().flat_map(|word| word.to_le_bytes()).collect();
        map.resize(length, 0);
        map
    }

    /// The shortest map that holds every number.
    pub fn map(&self) -> Vec<u8> {
        self.to_map(self.last().map_or(0, |last| last as usize / 8 + 1))
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether `number` is in it.
    pub fn contains(&self, number: u32) -> bool {
        self.0.get((number / WORD) as usize).is_some_and(|word| word >> (number % WORD) & 1 != 0)
    }

    /// Whether both have a number.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).any(|(one, two)| one & two != 0)
    }

    /// Whether everything in `other` is in it.
    pub fn covers(&self, other: &Self) -> bool {
        self.0.len() >= other.0.len() && self.0.iter().zip(&other.0).all(|(one, two)| two & !one == 0)
    }

    /// The highest number.
    pub fn last(&self) -> Option<u32> {
        let word = self.0.last()?;
        u32::try_from(self.0.len()).ok().map(|words| words * WORD - 1 - word.leading_zeros())
    }

    /// The numbers, from the lowest.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        (0..).zip(&self.0).flat_map(|(at, word)| {
            (0..WORD).filter(move |bit| word >> bit & 1 != 0).map(move |bit| at * WORD + bit)
        })
    }

    /// The set without the numbers from `count` on.
    #[must_use]
    pub fn below(&self, count: u32) -> Self {
        let mut words = self.0.clone();
        words.truncate(count.div_ceil(WORD) as usize);
        if words.len() > (count / WORD) as usize
            && let Some(last) = words.last_mut()
        {
            *last &= !(u64::MAX << (count % WORD));
        }
        Self::of(words)
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
            ("60-70,^63,64,0-16383,^16383", "0-16382"),
            ("63-64,127,128,^128", "63-64,127"),
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
        assert_eq!(CpuSet::first(130).below(128).to_string(), "0-127");
        assert_eq!(CpuSet::from_map(&[0; 9]), CpuSet::default());
        assert!(CpuSet::first(0).is_empty() && !CpuSet::first(65).covers(&CpuSet::first(66)));
    }
}
