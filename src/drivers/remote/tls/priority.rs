//! `tls_priority`: the words of GnuTLS for what two ends may agree on, as far as they are about versions of TLS. All
//! else that can be agreed on here is fit for every wish.

#![forbid(unsafe_code)]

use rustls::SupportedProtocolVersion;
use rustls::version::{TLS12, TLS13};

/// The words that a list can begin with, and whether they stand for what is usual.
const BEGINNINGS: [(&str, bool); 9] = [
    ("NORMAL", true),
    ("PERFORMANCE", true),
    ("LEGACY", true),
    ("PFS", true),
    ("SECURE128", true),
    ("SECURE192", true),
    ("SECURE256", true),
    ("SUITEB128", true),
    ("NONE", false),
];

/// The versions that a list allows.
///
/// # Errors
/// What is wrong with the list.
pub fn versions(list: &str) -> Result<Vec<&'static SupportedProtocolVersion>, &'static str> {
    const INVALID: &str = "The request is invalid.";
    let mut words = list.split(':');
    let first = words.next().unwrap_or_default();
    let (_, usual) = BEGINNINGS.iter().find(|(word, _)| *word == first).ok_or(INVALID)?;
    let mut allowed = [(&TLS12, "VERS-TLS1.2", *usual), (&TLS13, "VERS-TLS1.3", *usual)];
    for word in words.filter(|word| !word.is_empty()) {
        // `%` begins a peculiarity of GnuTLS.
        let (sign, name) = word.split_at_checked(1).ok_or(INVALID)?;
        let allow = match sign {
            "+" => true,
            "-" | "!" => false,
            "%" => continue,
            _ => return Err(INVALID),
        };
        for (_, version, allowed) in &mut allowed {
            if name == *version || name == "VERS-ALL" || name == "VERS-TLS-ALL" {
                *allowed = allow;
            }
        }
    }
    let versions: Vec<_> =
        allowed.into_iter().filter(|(.., allowed)| *allowed).map(|(version, ..)| version).collect();
    if versions.is_empty() { Err("No or insufficient priorities were set.") } else { Ok(versions) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_allows_versions() {
        for (list, count) in [
            ("NORMAL", Ok(2)),
            ("SECURE128:-VERS-TLS1.3", Ok(1)),
            ("NORMAL:-VERS-ALL:+VERS-TLS1.2", Ok(1)),
            ("NORMAL:%COMPAT:+AES-256-GCM:-VERS-TLS1.0", Ok(2)),
            ("NONE", Err("No or insufficient priorities were set.")),
            ("NONE:+VERS-TLS1.3", Ok(1)),
            ("NORMAL:VERS-TLS1.3", Err("The request is invalid.")),
            ("NORMAL:\u{e9}", Err("The request is invalid.")),
            ("normal", Err("The request is invalid.")),
            ("", Err("The request is invalid.")),
        ] {
            assert_eq!(versions(list).map(|versions| versions.len()), count, "{list}");
        }
    }
}
