//! UUIDs as libvirt reads them, which is more generous than the standard form.

#![forbid(unsafe_code)]

use uuid::Uuid;

/// Parses 32 hexadecimal digits. Dashes and blanks may stand before every pair of digits, white space around
/// the whole.
pub fn parse(text: &str) -> Option<Uuid> {
    let mut bytes = [0; 16];
    let mut rest = text.trim_start_matches(is_space).bytes();
    for byte in &mut bytes {
        let high = rest.by_ref().find(|b| !matches!(b, b'-' | b' '))?;
        *byte = digit(high)? << 4 | digit(rest.next()?)?;
    }
    rest.all(|b| is_space(b.into())).then_some(Uuid::from_bytes(bytes))
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

/// C's `isspace`.
fn is_space(c: char) -> bool {
    c.is_ascii_whitespace() || c == '\x0b'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_the_original_reads() {
        let uuid = Uuid::from_u128(0x6695eb01_f6a4_8304_79aa_97f2502e193f);
        for text in [
            "6695eb01-f6a4-8304-79aa-97f2502e193f",
            "6695EB01f6a4830479aa97f2502e193f",
            " 6695eb01-f6a4-8304-79aa-97f2502e193f\n",
            "66-95eb01 f6a4-8304-79aa-97f2502e193f",
        ] {
            assert_eq!(parse(text), Some(uuid), "{text}");
        }
        for text in ["", "xx", "6695eb01-f6a4-8304-79aa-97f2502e193", "6695eb01-f6a4-8304-79aa-97f2502e193f-"]
        {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
