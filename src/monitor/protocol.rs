//! What the two protocols share: the words in which they and the session talk.
//!
//! A protocol turns neutral commands into bytes, and has a [`Reader`] for each connection that cuts messages out of
//! what is received. Sockets, queues and deadlines are the session's (`session.rs`).

#![forbid(unsafe_code)]

use std::borrow::Cow;
use std::os::fd::OwnedFd;

use zeroize::Zeroizing;

use super::{Deadline, MonitorCallbacks, Protocol, Secret, json, text};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};

impl Protocol {
    /// The reader of a new connection.
    pub(super) fn reader(self) -> Box<dyn Reader> {
        match self {
            Self::Json => Box::<json::Lines>::default(),
            Self::Text => Box::<text::Screen>::default(),
        }
    }

    /// Whether QEMU has to speak first. The text monitor's first words may be lost, and say nothing.
    pub(super) fn greets(self) -> bool {
        self == Self::Json
    }

    /// The command that has to follow a greeting with these offers.
    pub(super) fn negotiation(self, greeting: &Greeting) -> Option<Command> {
        (self == Self::Json).then(|| json::negotiation(greeting))
    }

    /// The bytes of a command on the wire. `id` comes back with the reply, if the command is numbered.
    pub(super) fn encode(self, command: &Command, id: u32) -> Zeroizing<Vec<u8>> {
        match self {
            Self::Json => json::encode(command, id),
            Self::Text => text::encode(command),
        }
    }

    /// A copy of bytes to or from QEMU without what may be secret in them, of the same length.
    pub(super) fn mask(self, bytes: &[u8]) -> Vec<u8> {
        match self {
            Self::Json => json::mask(bytes),
            Self::Text => text::mask(bytes),
        }
    }
}

/// Cuts the messages of one connection out of its bytes.
pub(super) trait Reader: Send {
    /// A command goes on the wire; what follows is its answer, but for events.
    fn sent(&mut self, command: &Command);

    /// Looks at the bytes that wait: those that the call before has seen in vain, and perhaps more behind them. Never
    /// waits.
    ///
    /// # Errors
    /// `VIR_ERR_INTERNAL_ERROR` for what no peer of this protocol says; the connection ends then.
    fn next<'a>(&mut self, bytes: &'a [u8]) -> Result<Next<'a>>;
}

/// What the head of the received bytes is.
pub(super) enum Next<'a> {
    /// The first message is not complete yet.
    Incomplete,
    /// A message, and how many bytes it took: at least one.
    Message(usize, Incoming<'a>),
}

/// One message of QEMU.
pub(super) enum Incoming<'a> {
    /// Nothing that matters.
    Nothing,
    /// The first words of a connection.
    Greeting(Greeting),
    /// The answer to the command with its id; without one, to the command in flight.
    Answer(Answer<'a>),
    /// QEMU wants a password before it goes on with the command in flight; what it said about it.
    Question(Cow<'a, str>),
    /// Something QEMU says by itself.
    Event(Event<'a>),
}

/// What QEMU offers in its greeting.
#[derive(Clone, Copy)]
pub(super) struct Greeting {
    /// Commands that are run while another one is running.
    pub out_of_band: bool,
}

/// What QEMU says by itself.
pub(super) struct Event<'a> {
    /// QEMU's word.
    pub name: Cow<'a, str>,
    /// Time of day, whole seconds.
    pub seconds: i64,
    /// Time of day, the rest.
    pub micros: u32,
    /// The particulars in the protocol's own words.
    pub data: Option<&'a str>,
}

/// The value that a command gave, in the protocol's own words, or why it was not run.
pub(super) type Outcome<'a> = std::result::Result<Cow<'a, str>, Failure<'a>>;

/// Why QEMU did not run a command.
pub(super) struct Failure<'a> {
    /// QEMU's word for the kind of error.
    pub class: Cow<'a, str>,
    /// QEMU's sentence.
    pub text: Cow<'a, str>,
}

/// QEMU's answer to a command.
pub(super) struct Answer<'a> {
    /// The whole message.
    pub whole: &'a str,
    /// The id in it: a part of the whole.
    pub id: Option<&'a str>,
    /// Its content.
    pub outcome: Outcome<'a>,
}

/// An answer, together with its command.
pub(super) struct Reply<'a> {
    /// QEMU's word for the command.
    pub command: &'a str,
    /// Which command of this monitor it was, if it took a number of ours.
    pub serial: Option<u64>,
    /// What QEMU said.
    pub answer: Answer<'a>,
}

impl Reply<'_> {
    /// The value, or QEMU's refusal as an error.
    pub(super) fn value(&self) -> Result<&str> {
        match &self.answer.outcome {
            Ok(value) => Ok(value),
            Err(failure) => Err(self.refused(&failure.text)),
        }
    }

    /// Whether QEMU does not know the command.
    pub(super) fn is_unknown(&self) -> bool {
        self.answer.outcome.as_ref().is_err_and(|failure| failure.class == "CommandNotFound")
    }

    /// QEMU did not do it, and said why.
    pub(super) fn refused(&self, why: &str) -> Error {
        let text = format!("unable to execute QEMU command '{}': {}", self.command, why.trim_end());
        Error::internal(ErrorDomain::VIR_FROM_QEMU, text)
    }

    /// QEMU answered something else than the command gives.
    pub(super) fn unexpected(&self, why: impl std::fmt::Display) -> Error {
        let text = format!("unexpected reply to QEMU command '{}': {why}", self.command);
        Error::internal(ErrorDomain::VIR_FROM_QEMU, text)
    }
}

/// A command ready to be numbered and sent.
pub(super) struct Command {
    /// QEMU's word for it, for messages.
    pub name: Cow<'static, str>,
    /// The protocol's text of it.
    pub text: Zeroizing<String>,
    /// Whether it takes our id; a program's own text may have none, or its own.
    pub numbered: bool,
    /// How long it may take.
    pub deadline: Deadline,
    /// Go along with the first byte.
    pub fds: Vec<OwnedFd>,
    /// There is a password in the text.
    pub secret: bool,
    /// What to say if QEMU asks for a password; without one the callbacks are asked.
    pub password: Option<Secret>,
    /// What a protocol without events has to tell by itself when the command was carried out.
    pub announces: Option<fn(&dyn MonitorCallbacks)>,
    /// QEMU ends and may do so without an answer: a hang-up is one.
    pub ends: bool,
}

impl Command {
    /// A command with neither descriptors nor secrets.
    pub(super) fn new(name: impl Into<Cow<'static, str>>, text: String, deadline: Deadline) -> Self {
        Self {
            name: name.into(),
            text: Zeroizing::new(text),
            numbered: false,
            deadline,
            fds: Vec::new(),
            secret: false,
            password: None,
            announces: None,
            ends: false,
        }
    }
}

/// A command and the way to read its answer.
pub(super) struct Request<T> {
    pub command: Command,
    pub read: fn(&Reply<'_>) -> Result<T>,
}

impl<T> Request<T> {
    /// The same with descriptors that go along.
    pub(super) fn with_fds(mut self, fds: Vec<OwnedFd>) -> Self {
        self.command.fds = fds;
        self
    }
}

/// The neutral command has no counterpart in this protocol; `word` is the other one's.
pub(super) fn unsupported<T>(word: &str) -> Result<T> {
    let text = format!("the monitor of this QEMU has no '{word}'");
    Err(Error::new(ErrorCode::VIR_ERR_OPERATION_UNSUPPORTED, ErrorDomain::VIR_FROM_QEMU, text))
}
