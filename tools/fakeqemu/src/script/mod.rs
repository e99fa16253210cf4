//! Scripts: statements, one a line, that say which emulator is pretended and what it does when. `parse` reads them,
//! `words` cuts their lines.

pub mod parse;
mod words;

use std::path::PathBuf;

use crate::commands::Wire;
use crate::version::Version;

/// How a monitor greets who connects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Greeting {
    Yes,
    /// Text: the prompt alone.
    No,
    /// Not even a prompt, as pseudo terminals lost it.
    Lost,
    Twice,
    /// Before the first echo or reply, once something has come in.
    Late,
    /// After so many milliseconds.
    After(u64),
}

/// How output is cut into pieces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Split {
    Off,
    /// Pieces of so many bytes.
    Size(usize),
    /// 1 to 16 bytes, by a generator that starts with this.
    Random(u64),
}

/// Input or output of a monitor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Input,
    Output,
}

/// What happens when so many bytes have gone over a connection.
#[derive(Clone, Debug, PartialEq)]
pub struct Limit {
    pub bytes: u64,
    pub direction: Direction,
    pub action: Action,
}

/// What is done.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The machine answers, as it does where no rule says anything.
    Run,
    /// The command's result: JSON for QMP, lines for text.
    Reply(Vec<u8>),
    Error {
        class: String,
        text: String,
    },
    /// These bytes, as they are.
    Print(Vec<u8>),
    /// So many random bytes.
    Garbage(usize),
    /// An event with data as JSON text.
    Event {
        name: String,
        data: Option<String>,
    },
    /// So many of them; `$n` in the data counts from 1.
    Flood {
        count: u64,
        name: String,
        data: Option<String>,
    },
    /// No answer to this command, and no prompt.
    Silence,
    /// Nothing is read nor written any more, until `resume`.
    Stall,
    Resume,
    /// What follows comes so many milliseconds later; meanwhile the monitor takes no other command.
    Wait(u64),
    HangUp,
    /// The process ends with a status, or by a signal.
    Exit(i32),
    Kill(i32),
    Guest(Guest),
    /// Bytes out of a character device that is a pseudo terminal.
    Write {
        label: String,
        bytes: Vec<u8>,
    },
    /// A line in the log.
    Note(String),
    /// A line on standard error.
    Complain(String),
}

impl Action {
    /// Whether the command has had its answer by this; if no action of a rule is one, the machine answers at the end.
    pub fn is_answer(&self) -> bool {
        use Action::*;
        matches!(self, Run | Reply(_) | Error { .. } | Silence | HangUp | Exit(_) | Kill(_))
    }
}

/// What the guest or its machine does by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Guest {
    Reset,
    Shutdown,
    /// It stops, and QMP calls its state this.
    Stop(String),
    Cont,
    /// Another state, without an event.
    State(String),
    /// The migration ends this way.
    Migration(&'static str),
}

/// For which of the commands that match a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Times {
    Always,
    /// The n-th alone.
    The(usize),
    From(usize),
}

/// What is done about some commands.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    pub pattern: String,
    pub times: Times,
    pub actions: Vec<Action>,
    /// Commands that matched so far.
    pub seen: usize,
}

/// A line of a script.
#[derive(Clone, Debug, PartialEq)]
pub enum Statement {
    Version(Version),
    Protocol(Wire),
    Greeting(Greeting),
    Log(PathBuf),
    Control(PathBuf),
    Cpus(u32, u32),
    /// How long a migration takes, in milliseconds.
    Migration(Option<u64>),
    Disk {
        name: String,
        file: String,
        format: String,
    },
    Password {
        drive: String,
        file: String,
        secret: String,
    },
    Without(String),
    With(String),
    Split(Split),
    Limit(Limit),
    Rule(Rule),
    Forget,
    After(u64, Vec<Action>),
    Do(Vec<Action>),
    /// Control only: answered when so many commands that match have come.
    Await(String, usize),
}

/// Whether a pattern fits a command: it is the beginning, up to the end of a word. `*` stands for anything.
pub fn fits(pattern: &str, subject: &str) -> bool {
    let mut pieces = pattern.split('*');
    let Some(mut rest) = pieces.next().and_then(|first| subject.strip_prefix(first)) else { return false };
    let mut pieces = pieces.peekable();
    let ends = |rest: &str| rest.is_empty() || rest.starts_with(' ');
    if pieces.peek().is_none() {
        return ends(rest);
    }
    while let Some(piece) = pieces.next() {
        if pieces.peek().is_none() {
            return piece.is_empty()
                || rest.match_indices(piece).any(|(at, _)| ends(&rest[at + piece.len()..]));
        }
        match rest.find(piece) {
            Some(at) => rest = &rest[at + piece.len()..],
            None => return false,
        }
    }
    true
}

impl Rule {
    /// Counts a command; the actions if the rule is for it.
    pub fn apply(&mut self, subject: &str) -> Option<&[Action]> {
        if !fits(&self.pattern, subject) {
            return None;
        }
        self.seen += 1;
        let due = match self.times {
            Times::Always => true,
            Times::The(n) => self.seen == n,
            Times::From(n) => self.seen >= n,
        };
        due.then_some(&self.actions)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_beginnings_of_commands() {
        for (pattern, subject, expected) in [
            ("info block", "info block", true),
            ("info block", "info block -v", true),
            ("info block", "info blockstats", false),
            ("*", "anything at all", true),
            ("query-*", "query-status", true),
            ("query-*", "stop", false),
            ("eject*cd0", "eject -f ide1-cd0", true),
            ("eject*cd0", "eject -f ide1-cd0x", false),
            ("device_add*\"disk1\"*", "device_add {\"id\":\"disk1\"}", true),
        ] {
            assert_eq!(fits(pattern, subject), expected, "{pattern} {subject}");
        }
    }

    #[test]
    fn rules_count() {
        let rule = |times| Rule { pattern: "x".to_owned(), times, actions: vec![Action::Silence], seen: 0 };
        let due = |mut rule: Rule| (0..4).map(|_| rule.apply("x").is_some()).collect::<Vec<_>>();
        assert_eq!(due(rule(Times::The(1))), [true, false, false, false]);
        assert_eq!(due(rule(Times::From(3))), [false, false, true, true]);
    }
}
