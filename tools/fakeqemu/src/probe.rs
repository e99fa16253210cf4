//! Recorded answers to what libvirt 9.0 asks when it probes an emulator: long lists about devices, CPUs and QMP itself,
//! which the pretended machine does not have. Only today's version has them.

use std::sync::LazyLock;

use serde_json::Value;

use crate::version::{TODAY, Version};
use crate::world::{Args, Fault, text};

/// One answer.
struct Answer {
    name: String,
    args: Args,
    value: Value,
}

static ANSWERS: LazyLock<Vec<Answer>> = LazyLock::new(|| {
    let lines = include_str!("../data/libvirt-9.0-probe.jsonl").lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| {
            let mut answer: Args = serde_json::from_str(line).ok()?;
            let args =
                answer.remove("arguments").and_then(|args| args.as_object().cloned()).unwrap_or_default();
            let name = answer.get("execute")?.as_str()?.to_owned();
            Some(Answer { name, args, value: answer.remove("return")? })
        })
        .collect()
});

/// Commands with recorded answers.
pub fn names(version: Version) -> Vec<&'static str> {
    let mut names: Vec<&str> = match version {
        TODAY => {
            ANSWERS.iter().map(|answer| answer.name.as_str()).chain(REFUSED.map(|(name, _)| name)).collect()
        }
        _ => Vec::new(),
    };
    names.sort_unstable();
    names.dedup();
    names
}

/// Commands that only fail.
const REFUSED: [(&str, &str); 2] = [
    ("query-sev-capabilities", "SEV is not enabled in KVM"),
    ("query-sgx-capabilities", "SGX is not enabled in KVM"),
];

/// The answer to a command; None if nothing is recorded about it.
pub fn answer(version: Version, name: &str, args: &Args) -> Option<Result<Value, Fault>> {
    if version != TODAY {
        return None;
    }
    if let Some((_, text)) = REFUSED.iter().find(|(one, _)| *one == name) {
        return Some(Err(Fault::new(*text)));
    }
    let mut answers = ANSWERS.iter().filter(|answer| answer.name == name).peekable();
    answers.peek()?;
    let exact = answers.clone().find(|answer| answer.args == *args);
    // A model that was not asked for is expanded like one that was; which type it is of matters more.
    let like = || {
        answers
            .clone()
            .find(|answer| args.contains_key("model") && answer.args.get("type") == args.get("type"))
    };
    match exact.or_else(like) {
        Some(answer) => Some(Ok(answer.value.clone())),
        None => Some(Err(Fault::no_device(text(args, "typename").unwrap_or(name)))),
    }
}
