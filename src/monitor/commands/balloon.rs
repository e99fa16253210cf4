//! How much memory the guest has.

#![forbid(unsafe_code)]

use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::monitor::json::{qmp, value};
use crate::monitor::protocol::Reply;
use crate::monitor::text::hmp;

/// The text monitor counts in these.
const MIB: u64 = 1 << 20;

commands! {
    /// The guest's memory in bytes, of which the text monitor tells whole MiB; `None` if no balloon shows it, or QEMU is
    /// too old to say.
    fn query_balloon() -> Option<u64> {
        json: qmp("query-balloon").read(read_json),
        text: hmp("info balloon").read(read_text),
    }
    /// Asks the guest to get along with so many bytes of memory. It may take its time, or never do it.
    fn set_balloon(bytes: u64) -> () {
        json: qmp("balloon").with(&Balloon { value: bytes }).nothing(),
        text: hmp("balloon").word(bytes.div_ceil(MIB)).silent(),
    }
}

#[derive(Serialize)]
struct Balloon {
    value: u64,
}

fn read_json(reply: &Reply<'_>) -> Result<Option<u64>> {
    #[derive(Deserialize)]
    struct Info {
        actual: u64,
    }
    match &reply.answer.outcome {
        // There is no balloon, there is no command, or the old KVM does not do it.
        Err(failure)
            if ["DeviceNotActive", "CommandNotFound", "KVMMissingCap"].contains(&&*failure.class) =>
        {
            Ok(None)
        }
        _ => Ok(Some(value::<Info>(reply)?.actual)),
    }
}

/// "balloon: actual=512", more with commas; a sentence instead if there is no balloon, and the list of what there is to
/// know from QEMU 0.9.
fn read_text(reply: &Reply<'_>) -> Result<Option<u64>> {
    if reply.is_unknown() {
        return Ok(None);
    }
    let printed = reply.value()?;
    let Some(line) = printed.lines().find_map(|line| line.trim().strip_prefix("balloon:")) else {
        return Ok(None);
    };
    let actual = line.split([',', ' ']).find_map(|word| word.strip_prefix("actual="));
    let actual = actual.ok_or_else(|| reply.unexpected("missing `actual`"))?;
    let bytes = actual.parse::<u64>().ok().and_then(|mib| mib.checked_mul(MIB));
    bytes.map(Some).ok_or_else(|| reply.unexpected(format!("`actual` is '{actual}'")))
}
