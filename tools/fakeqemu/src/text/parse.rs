//! Lines of the text monitor: words, quotes, numbers, and the arguments that a command takes.

use serde_json::Value;

use crate::commands::Command;
use crate::version::{Version, v};
use crate::world::Args;

/// Bytes as they stand in logs: control characters and what is no UTF-8 as `\n`, `\x1b`.
pub fn shown(bytes: &[u8]) -> String {
    let mut text = String::new();
    for chunk in bytes.utf8_chunks() {
        for c in chunk.valid().chars() {
            match c {
                '\n' => text.push_str("\\n"),
                '\r' => text.push_str("\\r"),
                '\t' => text.push_str("\\t"),
                c if c.is_ascii_control() => text.push_str(&format!("\\x{:02x}", c as u32)),
                c => text.push(c),
            }
        }
        for byte in chunk.invalid() {
            text.push_str(&format!("\\x{byte:02x}"));
        }
    }
    text
}

/// A size such as `32m`; without a letter it counts units of 2 to the power of `shift`.
pub fn size(text: &str, shift: u32) -> Option<u64> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let shift = match text[digits.len()..].to_ascii_lowercase().as_str() {
        "" => shift,
        "b" => 0,
        "k" => 10,
        "m" => 20,
        "g" => 30,
        "t" => 40,
        _ => return None,
    };
    let number: f64 = digits.parse().ok()?;
    Some((number * (1u64 << shift) as f64) as u64)
}

/// An integer, decimal or `0x`.
fn integer(text: &str) -> Option<i64> {
    match text.strip_prefix("0x") {
        Some(hex) => i64::from_str_radix(hex, 16).ok(),
        None => text.parse().ok(),
    }
}

/// Takes the next word from a line; a quoted one may have blanks and escapes. None at the end of the line or if the
/// quotes are not closed.
fn word(rest: &mut &str) -> Option<String> {
    *rest = rest.trim_start();
    let Some(quoted) = rest.strip_prefix('"') else {
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        *rest = after;
        return (!word.is_empty()).then(|| word.to_owned());
    };
    let mut word = String::new();
    let mut chars = quoted.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => {
                *rest = &quoted[at + 1..];
                return Some(word);
            }
            '\\' => match chars.next()?.1 {
                'n' => word.push('\n'),
                'r' => word.push('\r'),
                c => word.push(c),
            },
            c => word.push(c),
        }
    }
    None
}

/// Reads what follows a command's name; the error is what the monitor prints.
pub fn arguments(command: &Command, rest: &str, version: Version) -> Result<Args, String> {
    let mut rest = rest;
    let name = command.name;
    let main = name.split('|').next().unwrap_or(name);
    let wrong = |what: String| {
        let hint = format!("Try \"help {main}\" for more information\n");
        Err(format!("{what}\n{}", if version < v(1, 1, 0) { "" } else { &hint }))
    };
    let mut args = Args::new();
    let (flags, params): (Vec<&str>, Vec<&str>) =
        command.params.split(' ').partition(|param| param.contains(":-"));
    while rest.trim_start().starts_with('-') && !flags.is_empty() {
        let word = word(&mut rest).unwrap_or_default();
        let flag = flags.iter().filter_map(|flag| flag.split_once(':')).find(|(_, letter)| *letter == word);
        let Some((flag, _)) = flag else { return wrong(format!("{main}: unsupported option {word}")) };
        args.insert(flag.to_owned(), Value::Bool(true));
    }
    for (param, kind) in params.iter().filter_map(|param| param.split_once(':')) {
        let optional = kind.ends_with('?');
        if rest.trim().is_empty() && optional {
            continue;
        }
        let kind = kind.trim_end_matches('?');
        if kind == "S" {
            args.insert(param.to_owned(), rest.trim().into());
            rest = "";
            continue;
        }
        let Some(word) = word(&mut rest) else {
            return match kind {
                "F" => wrong(format!("{main}: filename expected")),
                "B" => wrong(format!("{main}: block device name expected")),
                "i" | "M" | "o" | "n" => wrong("unexpected end of expression".to_owned()),
                _ => wrong(format!("{main}: string expected")),
            };
        };
        let value: Option<Value> = match kind {
            "i" => integer(&word).map(Value::from),
            "M" => integer(&word).and_then(|mib| mib.checked_mul(1 << 20)).map(Value::from),
            "o" => size(&word, 20).map(Value::from),
            "n" => word
                .trim_end_matches(['s', 'm', 'u', 'n'])
                .parse::<f64>()
                .ok()
                .map(|number| Value::from(if word.ends_with("ms") { number / 1e3 } else { number })),
            "b" => match word.as_str() {
                "on" | "up" => Some(true.into()),
                "off" | "down" => Some(false.into()),
                _ => None,
            },
            _ => Some(word.as_str().into()),
        };
        match value {
            Some(value) => args.insert(param.to_owned(), value),
            None if kind == "b" => return wrong(format!("{main}: Expecting 'on' or 'off'")),
            None => return wrong(format!("invalid char '{}' in expression", &word[..1])),
        };
    }
    if !rest.trim().is_empty() {
        return wrong(format!("{name}: extraneous characters at the end of line"));
    }
    Ok(args)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_may_be_quoted() {
        let mut rest = r#" a "b c" "d\"\\e" "f"#;
        assert_eq!(word(&mut rest).as_deref(), Some("a"));
        assert_eq!(word(&mut rest).as_deref(), Some("b c"));
        assert_eq!(word(&mut rest).as_deref(), Some(r#"d"\e"#));
        assert_eq!(word(&mut rest), None);
    }

    #[test]
    fn sizes_have_units() {
        assert_eq!(size("32m", 20), Some(32 << 20));
        assert_eq!(size("1", 20), Some(1 << 20));
        assert_eq!(size("16k", 20), Some(16 << 10));
        assert_eq!(size("x", 20), None);
    }
}
