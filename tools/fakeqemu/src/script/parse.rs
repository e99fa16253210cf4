//! Reads statements and actions.

use std::path::{Path, PathBuf};

use super::words::Words;
use super::{Action, Direction, Greeting, Guest, Limit, Rule, Split, Statement, Times};
use crate::commands::Wire;
use crate::version::Version;

type Result<T> = std::result::Result<T, String>;

/// Reads a whole script; relative paths in it are relative to `folder`.
pub fn script(text: &str, folder: &Path) -> Result<Vec<Statement>> {
    let mut statements = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        statements.push(statement(line, folder).map_err(|error| format!("line {}: {error}", index + 1))?);
    }
    Ok(statements)
}

/// Reads a statement.
pub fn statement(line: &str, folder: &Path) -> Result<Statement> {
    let mut words = Words::new(line)?;
    let statement = head(&mut words, folder)?;
    words.end()?;
    Ok(statement)
}

fn head(words: &mut Words, folder: &Path) -> Result<Statement> {
    let Some(first) = words.peek().map(str::to_owned) else {
        return Err("a statement is missing".to_owned());
    };
    if !STATEMENTS.contains(&first.as_str()) {
        return alone(actions(words)?).map(Statement::Do);
    }
    if first == "die" || first == "hang" {
        return end(words);
    }
    words.skip();
    Ok(match first.as_str() {
        "version" => {
            let text = words.text("the version")?;
            Statement::Version(Version::parse(&text).ok_or_else(|| format!("\"{text}\" is no version"))?)
        }
        "protocol" => Statement::Protocol(match words.text("the protocol")?.as_str() {
            "qmp" => Wire::Qmp,
            "text" => Wire::Text,
            other => return Err(format!("unknown protocol \"{other}\"")),
        }),
        "greeting" => Statement::Greeting(greeting(words)?),
        "log" => Statement::Log(folder.join(words.text("the file")?)),
        "control" => {
            let place = words.text("unix:PATH")?;
            let path = place.strip_prefix("unix:").ok_or("a control channel is at unix:PATH")?;
            Statement::Control(folder.join(path))
        }
        "cpus" => {
            let online = words.number("the number of CPUs")?;
            let max = if words.takes("of") { words.number("the number of CPUs")? } else { online };
            Statement::Cpus(online, max)
        }
        "migration" => {
            Statement::Migration(if words.takes("never") { None } else { Some(words.number("the time")?) })
        }
        "disk" => {
            let (name, file) = (words.text("the name")?, words.text("the file")?);
            let format = if words.at_end() { "raw".to_owned() } else { words.text("the format")? };
            Statement::Disk { name, file, format }
        }
        "password" => {
            let (drive, file) = (words.text("the drive")?, words.text("the file")?);
            Statement::Password { drive, file, secret: words.text("the secret")? }
        }
        "without" => Statement::Without(words.text("the command")?),
        "with" => Statement::With(words.text("the command")?),
        "split" => Statement::Split(if words.takes("off") {
            Split::Off
        } else if words.takes("random") {
            Split::Random(words.number("the seed")?)
        } else {
            match words.number("the number of bytes")? {
                0 => return Err("pieces have bytes".to_owned()),
                size => Split::Size(size),
            }
        }),
        "on" => {
            let pattern = words.text("the pattern")?;
            let times = times(words)?;
            Statement::Rule(Rule { pattern, times, actions: actions(words)?, seen: 0 })
        }
        "forget" => Statement::Forget,
        "after" => Statement::After(words.number("the time")?, alone(actions(words)?)?),
        _ => {
            let pattern = words.text("the pattern")?;
            Statement::Await(pattern, if words.at_end() { 1 } else { words.number("the count")? })
        }
    })
}

/// First words that are no actions, or not only.
const STATEMENTS: &[&str] = &[
    "version",
    "protocol",
    "greeting",
    "log",
    "control",
    "cpus",
    "migration",
    "disk",
    "password",
    "without",
    "with",
    "split",
    "on",
    "forget",
    "after",
    "await",
    "die",
    "hang",
];

/// `die`, `hang up`: at a byte, or at once.
fn end(words: &mut Words) -> Result<Statement> {
    let action = action(words)?;
    if !words.takes("at") {
        return alone(further(words, vec![action])?).map(Statement::Do);
    }
    words.expect("byte")?;
    let bytes = words.number("the number of bytes")?;
    words.expect("of")?;
    let direction = match words.text("input or output")?.as_str() {
        "input" => Direction::Input,
        "output" => Direction::Output,
        other => return Err(format!("input or output, not \"{other}\"")),
    };
    Ok(Statement::Limit(Limit { bytes, direction, action }))
}

fn greeting(words: &mut Words) -> Result<Greeting> {
    Ok(match words.text("yes, no, lost, twice, late or after")?.as_str() {
        "yes" => Greeting::Yes,
        "no" => Greeting::No,
        "lost" => Greeting::Lost,
        "twice" => Greeting::Twice,
        "late" => Greeting::Late,
        "after" => Greeting::After(words.number("the time")?),
        other => return Err(format!("unknown greeting \"{other}\"")),
    })
}

/// `once`, `the 3rd`, `from the 3rd`.
fn times(words: &mut Words) -> Result<Times> {
    if words.takes("once") {
        return Ok(Times::The(1));
    }
    let from = words.takes("from");
    if !words.takes("the") {
        return if from { Err("\"the\" is missing".to_owned()) } else { Ok(Times::Always) };
    }
    let text = words.text("which")?;
    let number = text.trim_end_matches(|c: char| c.is_ascii_lowercase()).parse();
    let number = number.map_err(|_| format!("\"{text}\" is no 1st, 2nd, 3rd"))?;
    Ok(if from { Times::From(number) } else { Times::The(number) })
}

fn actions(words: &mut Words) -> Result<Vec<Action>> {
    let first = action(words)?;
    further(words, vec![first])
}

/// Actions that no command is there for.
fn alone(actions: Vec<Action>) -> Result<Vec<Action>> {
    use Action::{Error, Reply, Run, Silence};
    match actions.iter().any(|action| matches!(action, Run | Reply(_) | Error { .. } | Silence)) {
        true => Err("there is no command to answer".to_owned()),
        false => Ok(actions),
    }
}

fn further(words: &mut Words, mut actions: Vec<Action>) -> Result<Vec<Action>> {
    while words.takes("then") {
        actions.push(action(words)?);
    }
    Ok(actions)
}

fn action(words: &mut Words) -> Result<Action> {
    Ok(match words.text("an action")?.as_str() {
        "run" => Action::Run,
        "reply" => Action::Reply(words.bytes("the reply")?),
        "error" => {
            let (class, text) = (words.text("the class")?, words.text("the text")?);
            Action::Error { class, text }
        }
        "print" => Action::Print(words.bytes("the text")?),
        "garbage" => Action::Garbage(words.number("the number of bytes")?),
        "event" => {
            let name = words.text("the event")?;
            Action::Event { name, data: data(words)? }
        }
        "flood" => {
            let count = words.number("the count")?;
            let name = words.text("the event")?;
            Action::Flood { count, name, data: data(words)? }
        }
        "silence" => Action::Silence,
        "stall" => Action::Stall,
        "resume" => Action::Resume,
        "wait" => Action::Wait(words.number("the time")?),
        "hang" => {
            words.expect("up")?;
            Action::HangUp
        }
        "die" => {
            if words.takes("by") {
                let text = words.text("the signal")?;
                Action::Kill(signal(&text).ok_or_else(|| format!("unknown signal \"{text}\""))?)
            } else if words.takes("with") {
                Action::Exit(words.number("the status")?)
            } else {
                Action::Exit(1)
            }
        }
        "guest" => Action::Guest(guest(words)?),
        "write" => {
            let label = words.text("the character device")?;
            Action::Write { label, bytes: words.bytes("the text")? }
        }
        "note" => Action::Note(words.text("the text")?),
        "complain" => Action::Complain(words.text("the text")?),
        other => return Err(format!("unknown statement or action \"{other}\"")),
    })
}

fn signal(text: &str) -> Option<i32> {
    let name = if text.starts_with("SIG") { text.to_owned() } else { format!("SIG{text}") };
    name.parse::<nix::sys::signal::Signal>().ok().map(|signal| signal as i32)
}

fn guest(words: &mut Words) -> Result<Guest> {
    Ok(match words.text("what the guest does")?.as_str() {
        "reset" => Guest::Reset,
        "shutdown" => Guest::Shutdown,
        "stop" => {
            let plain = words.at_end() || words.peek() == Some("then");
            Guest::Stop(if plain { "paused".to_owned() } else { words.text("the state")? })
        }
        "cont" => Guest::Cont,
        "state" => Guest::State(words.text("the state")?),
        "migration" => match words.text("how it ends")?.as_str() {
            "completed" => Guest::Migration("completed"),
            "failed" => Guest::Migration("failed"),
            "cancelled" => Guest::Migration("cancelled"),
            other => return Err(format!("a migration does not end \"{other}\"")),
        },
        other => return Err(format!("a guest does no \"{other}\"")),
    })
}

/// The data of an event: JSON in which `$n` may stand for a number.
fn data(words: &mut Words) -> Result<Option<String>> {
    if words.at_end() || words.peek() == Some("then") {
        return Ok(None);
    }
    let text = words.text("the data")?;
    match serde_json::from_str::<serde_json::Value>(&text.replace("$n", "0")) {
        Ok(_) => Ok(Some(text)),
        Err(error) => Err(format!("the data of an event is JSON: {error}")),
    }
}

/// The folder that a script's paths are relative to.
pub fn folder(script: &Path) -> PathBuf {
    let parent = script.parent().unwrap_or(Path::new("")).to_owned();
    std::path::absolute(&parent).unwrap_or(parent)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Statement> {
        statement(line, Path::new("/s"))
    }

    #[test]
    fn reads_rules() {
        let line =
            r#"on "info block" from the 3rd print "a\n\x00" then event RESET {"a": "}"} then run # why"#;
        let Ok(Statement::Rule(rule)) = parse(line) else { panic!("{:?}", parse(line)) };
        assert_eq!((rule.pattern.as_str(), rule.times), ("info block", Times::From(3)));
        let event = Action::Event { name: "RESET".to_owned(), data: Some(r#"{"a": "}"}"#.to_owned()) };
        assert_eq!(rule.actions, [Action::Print(b"a\n\0".to_vec()), event, Action::Run]);
    }

    #[test]
    fn reads_the_other_statements() {
        let limit = Limit { bytes: 9, direction: Direction::Output, action: Action::Exit(1) };
        assert_eq!(parse("die at byte 9 of output"), Ok(Statement::Limit(limit)));
        assert_eq!(parse("die by KILL"), Ok(Statement::Do(vec![Action::Kill(9)])));
        assert_eq!(parse("log x/y"), Ok(Statement::Log("/s/x/y".into())));
        assert_eq!(parse("cpus 1 of 4"), Ok(Statement::Cpus(1, 4)));
        assert_eq!(parse("migration never"), Ok(Statement::Migration(None)));
        assert_eq!(parse("after 5 hang up"), Ok(Statement::After(5, vec![Action::HangUp])));
        assert_eq!(parse("await cont 2"), Ok(Statement::Await("cont".to_owned(), 2)));
    }

    #[test]
    fn says_what_is_wrong() {
        for (line, text) in [
            ("jump", "unknown statement or action \"jump\""),
            ("on stop", "an action is missing"),
            ("on stop once", "an action is missing"),
            ("version 1", "\"1\" is no version"),
            ("after 5 stall then reply x", "there is no command to answer"),
            ("stall now", "\"now\" is too much"),
            ("print \"a", "a quote is not closed"),
            ("event X {\"a\": }", "the data of an event is JSON: expected value at line 1 column 7"),
        ] {
            assert_eq!(parse(line), Err(text.to_owned()));
        }
        assert_eq!(
            script("\n# x\nfoo", Path::new("")).unwrap_err(),
            "line 3: unknown statement or action \"foo\""
        );
    }
}
