//! Which words can be names in XML.

#![forbid(unsafe_code)]

/// What a name starts with, other than ASCII letters and `_`: from XML 1.0, production 4.
const STARTS: [(char, char); 12] = [
    ('\u{C0}', '\u{D6}'),
    ('\u{D8}', '\u{F6}'),
    ('\u{F8}', '\u{2FF}'),
    ('\u{370}', '\u{37D}'),
    ('\u{37F}', '\u{1FFF}'),
    ('\u{200C}', '\u{200D}'),
    ('\u{2070}', '\u{218F}'),
    ('\u{2C00}', '\u{2FEF}'),
    ('\u{3001}', '\u{D7FF}'),
    ('\u{F900}', '\u{FDCF}'),
    ('\u{FDF0}', '\u{FFFD}'),
    ('\u{10000}', '\u{EFFFF}'),
];

/// What can follow as well, other than ASCII: production 4a.
const OTHERS: [(char, char); 3] = [('\u{B7}', '\u{B7}'), ('\u{300}', '\u{36F}'), ('\u{203F}', '\u{2040}')];

fn within(ranges: &[(char, char)], c: char) -> bool {
    ranges.iter().any(|(first, last)| (*first..=*last).contains(&c))
}

fn starts(c: char) -> bool {
    c.is_ascii_alphabetic() || c == '_' || within(&STARTS, c)
}

/// Whether `word` can be a namespace's prefix that a program chooses: a name without a colon, and not one of the two
/// that XML keeps for itself.
pub fn is_prefix(word: &str) -> bool {
    let follows = |c: char| starts(c) || c.is_ascii_digit() || "-.".contains(c) || within(&OTHERS, c);
    let mut chars = word.chars();
    chars.next().is_some_and(starts) && chars.all(follows) && !["xml", "xmlns"].contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The parser agrees about every one.
    #[test]
    fn what_is_a_prefix_can_be_read() {
        for word in ["a", "_x", "x.y", "a-1", "é", "漢", "a\u{b7}", "a\u{301}", "xmla"] {
            assert!(is_prefix(word), "{word}");
        }
        for word in ["", "0", "-x", ".x", "a b", "a:b", "it's", "a/", "\u{1}", "\u{b7}", "a<", "xml", "xmlns"]
        {
            assert!(!is_prefix(word), "{word}");
        }
        for word in (0..=0xffffu32).filter_map(char::from_u32).flat_map(|c| [c.to_string(), format!("a{c}")])
        {
            let xml = format!("<{word}:a xmlns:{word}=\"u\"/>");
            assert_eq!(is_prefix(&word), roxmltree::Document::parse(&xml).is_ok(), "{word:?}");
        }
    }
}
