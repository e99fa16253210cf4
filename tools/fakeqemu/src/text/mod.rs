//! The text monitor: prompts, lines, questions. `editor` echoes, `parse` reads lines, `info` has the commands whose
//! words are only said here.

pub mod editor;
pub mod info;
pub mod parse;

use crate::commands::{self, Run, Wire};
use crate::version::v;
use crate::world::{Fault, Question, World};

use editor::Editor;

/// Printed when a command is awaited.
pub const PROMPT: &[u8] = b"(qemu) ";
/// Printed when a password is awaited.
pub const ASK: &[u8] = b"Password: ";

/// A client's state.
#[derive(Debug, Default)]
pub struct Session {
    pub editor: Editor,
    /// What the next line answers.
    pub question: Option<Question>,
}

impl Session {
    /// What to print after a command has been carried out: the prompt, or the question that it left.
    pub fn prompt(&mut self, world: &mut World) -> &'static [u8] {
        self.question = world.question.take();
        self.editor.secret = self.question.is_some();
        if self.question.is_some() { ASK } else { PROMPT }
    }

    /// Carries out the answer to a question; gives what the monitor prints.
    pub fn answer(&mut self, world: &mut World, answer: &str) -> String {
        let output = match self.question.take() {
            Some(Question::Vnc) => {
                world.vnc_password = Some(answer.to_owned());
                String::new()
            }
            Some(Question::Drive(name)) => {
                let mut args = crate::world::Args::new();
                args.insert("device".to_owned(), name.into());
                args.insert("password".to_owned(), answer.into());
                match world.block_passwd(&args) {
                    Ok(()) => info::cont(world, &args).unwrap_or_default(),
                    Err(_) => "invalid password\n".to_owned(),
                }
            }
            None => String::new(),
        };
        lines(&output)
    }
}

/// Line ends as the monitor writes them.
fn lines(text: &str) -> String {
    text.replace('\n', "\r\n")
}

/// What the monitor prints for a failed command.
pub fn fault(world: &World, fault: &Fault) -> String {
    let prefix = if world.version < v(2, 11, 0) { "" } else { "Error: " };
    lines(&format!("{prefix}{}\n", fault.text))
}

/// Carries out a line and gives what the monitor prints, with its line ends.
pub fn run(world: &mut World, line: &str) -> String {
    let line = line.trim_start();
    let (mut name, mut rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    if name.is_empty() {
        return String::new();
    }
    let both;
    if name == "info" {
        let (what, after) =
            rest.trim_start().split_once(char::is_whitespace).unwrap_or((rest.trim_start(), ""));
        both = format!("info {what}");
        if what.is_empty()
            || (world.version.has_old_words() && commands::find(world, Wire::Text, &both).is_none())
        {
            return lines(&info::list(world, "info "));
        }
        (name, rest) = (&both, after);
    }
    let Some(command) = commands::find(world, Wire::Text, name) else {
        return lines(&format!("unknown command: '{name}'\n"));
    };
    let args = match parse::arguments(command, rest, world.version) {
        Ok(args) => args,
        Err(text) => return lines(&text),
    };
    let result = match command.run {
        Run::Do(run) => run(world, &args).map(|()| String::new()),
        Run::Say(run) => run(world, &args),
        Run::Tell(run) => run(world, &args).map(|value| format!("{value}\n")),
    };
    match result {
        Ok(text) => lines(&text),
        Err(error) => fault(world, &error),
    }
}
