//! Dates as text.

#![forbid(unsafe_code)]

use std::time::{SystemTime, UNIX_EPOCH};

use super::sys;

/// The moment in the original's form for log files: `2026-11-23 09:24:42.582+0000`.
pub fn stamp(now: SystemTime) -> String {
    let since = now.duration_since(UNIX_EPOCH).unwrap_or_default();
    let date = sys::utc(i64::try_from(since.as_secs()).unwrap_or_default());
    let sys::Utc { year, month, day, hour, minute, second } = date;
    let millis = since.subsec_millis();
    format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}.{millis:03}+0000")
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn writes_dates_in_utc() {
        assert_eq!(stamp(UNIX_EPOCH), "1970-01-01 00:00:00.000+0000");
        let leap_day = UNIX_EPOCH + Duration::from_millis(1_709_251_199_999);
        assert_eq!(stamp(leap_day), "2024-02-29 23:59:59.999+0000");
    }
}
