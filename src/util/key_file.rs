//! Files with `[group]` lines and `key=value` lines below them, as desktop entries have them (`auth.conf`).
//!
//! Only the syntax is here, that of GLib's key files. What groups and keys mean is the business of who reads the file.

#![forbid(unsafe_code)]

use std::collections::BTreeMap;

/// The groups of a file by name, each with its values by key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyFile(BTreeMap<String, BTreeMap<String, String>>);

impl KeyFile {
    /// Understands `text`; `None` if it has a line that is no group, no value, no comment and not empty, or a value
    /// before the first group. Of several values for one key the last counts; a group may come in several parts.
    pub fn parse(text: &str) -> Option<Self> {
        let mut groups: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
        let mut current = None;
        for line in text.split('\n') {
            let line = line.strip_suffix('\r').unwrap_or(line).trim_start();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Some(rest) = line.strip_prefix('[') {
                let (name, after) = rest.split_once(']')?;
                let is_name = !name.is_empty() && !name.contains(|c: char| c == '[' || c.is_control());
                if !is_name || !after.trim().is_empty() {
                    return None;
                }
                current = Some(groups.entry(name.to_owned()).or_default());
                continue;
            }
            let (key, value) = line.split_once('=')?;
            let key = key.trim_end();
            if key.is_empty() || key.contains(['[', ']']) {
                return None;
            }
            current.as_mut()?.insert(key.to_owned(), value.trim_start().to_owned());
        }
        Some(Self(groups))
    }

    /// Whether there is a group of this name.
    pub fn has_group(&self, group: &str) -> bool {
        self.0.contains_key(group)
    }

    /// A value.
    pub fn value(&self, group: &str, key: &str) -> Option<&str> {
        self.0.get(group)?.get(key).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_come_in_parts_and_the_last_value_counts() {
        let file = KeyFile::parse("# c\n [a] \nk =  v \n\tl=1=2\r\n[b]\nx=\n[a]\nk=w").unwrap();
        assert_eq!(file.value("a", "k"), Some("w"));
        assert_eq!(file.value("a", "l"), Some("1=2"));
        assert_eq!(file.value("b", "x"), Some(""));
        assert_eq!(file.value("b", "k"), None);
        assert!(file.has_group("b") && !file.has_group("c"));
    }

    #[test]
    fn values_keep_the_blanks_at_their_end() {
        assert_eq!(KeyFile::parse("[a]\nk= v # x ").unwrap().value("a", "k"), Some("v # x "));
    }

    #[test]
    fn what_is_no_line_of_such_a_file_spoils_it() {
        for text in ["k=v", "[a", "[]", "[a]b", "[a[b]", "[a]\nk", "[a]\n=v", "; c"] {
            assert_eq!(KeyFile::parse(text), None, "{text}");
        }
    }
}
