//! What a monitor protocol has to offer, and the words in which it and the session talk.
//!
//! A protocol is stateless: it cuts messages out of bytes, turns neutral commands into text, and reads
//! answers. Sockets, queues and deadlines are the session's (`session.rs`).

#![forbid(unsafe_code)]

use std::borrow::Cow;

use super::{CharDevice, Deadline, MonitorCallbacks, RunStatus};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};

/// Declares commands whose default body says that the protocol does not have them.
///
/// A row: documentation, method with its arguments and the type of the answer, `=>`, QEMU's word.
macro_rules! commands {
    ($($(#[$doc:meta])* fn $method:ident(&self $(, $arg:ident: $type:ty)*) -> $out:ty => $word:literal;)*) => {
        $($(#[$doc])*
        #[allow(unused_variables, reason = "the default body only names the command")]
        fn $method(&self $(, $arg: $type)*) -> Result<Request<$out>> {
            Err(unsupported($word))
        })*
    };
}

/// One of QEMU's monitor protocols, chosen once per monitor.
pub(super) trait Protocol: Send + Sync {
    /// Cuts the first message out of `bytes`, of which the first `seen` were looked at before in vain.
    ///
    /// # Errors
    /// `VIR_ERR_INTERNAL_ERROR` for what no peer of this protocol says; the connection ends then.
    fn next<'a>(&self, bytes: &'a [u8], seen: usize) -> Result<Next<'a>>;

    /// The command that has to follow a greeting with these offers, if any has to.
    fn negotiate(&self, greeting: &Greeting) -> Option<Command>;

    /// The bytes of a command on the wire. `id` comes back with the reply, if the command is numbered.
    fn encode(&self, command: &Command, id: u32) -> Vec<u8>;

    /// Hands an event to the entries of the table that it is for.
    fn emit(&self, event: &Event<'_>, callbacks: &dyn MonitorCallbacks);

    commands! {
        /// [`Monitor::stop`](super::Monitor::stop)
        fn stop(&self) -> () => "stop";
        /// [`Monitor::cont`](super::Monitor::cont)
        fn cont(&self) -> () => "cont";
        /// [`Monitor::system_reset`](super::Monitor::system_reset)
        fn system_reset(&self) -> () => "system_reset";
        /// [`Monitor::system_powerdown`](super::Monitor::system_powerdown)
        fn system_powerdown(&self) -> () => "system_powerdown";
        /// [`Monitor::quit`](super::Monitor::quit)
        fn quit(&self) -> () => "quit";
        /// [`Monitor::query_status`](super::Monitor::query_status)
        fn query_status(&self) -> RunStatus => "query-status";
        /// [`Monitor::query_cpus_fast`](super::Monitor::query_cpus_fast)
        fn query_cpus_fast(&self) -> Vec<i32> => "query-cpus-fast";
        /// [`Monitor::query_chardev`](super::Monitor::query_chardev)
        fn query_chardev(&self) -> Vec<CharDevice> => "query-chardev";
        /// [`Monitor::set_vnc_password`](super::Monitor::set_vnc_password)
        fn set_vnc_password(&self, password: &str) -> () => "set_password";
        /// [`Monitor::expire_vnc_password`](super::Monitor::expire_vnc_password)
        fn expire_vnc_password(&self, time: &str) -> () => "expire_password";
        /// [`Monitor::human_monitor_command`](super::Monitor::human_monitor_command)
        fn human_monitor_command(&self, line: &str) -> String => "human-monitor-command";
        /// [`Monitor::command_text`](super::Monitor::command_text)
        fn command_text(&self, text: &str) -> String => "a command in the protocol's own words";
    }
}

/// What the head of the received bytes is.
pub(super) enum Next<'a> {
    /// The first message is not complete yet.
    Incomplete,
    /// A message, and how many bytes it took.
    Message(usize, Incoming<'a>),
}

/// One message of QEMU.
pub(super) enum Incoming<'a> {
    /// Nothing that matters.
    Nothing,
    /// The first words of a connection.
    Greeting(Greeting),
    /// The answer to the command with this id; without one, to the command in flight.
    Reply { id: Option<Cow<'a, str>>, whole: &'a str, outcome: Outcome<'a> },
    /// Something QEMU says by itself.
    Event(Event<'a>),
}

/// What QEMU offers in its greeting.
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
pub(super) type Outcome<'a> = std::result::Result<&'a str, Failure<'a>>;

/// Why QEMU did not run a command.
pub(super) struct Failure<'a> {
    /// QEMU's word for the kind of error.
    pub class: Cow<'a, str>,
    /// QEMU's sentence.
    pub text: Cow<'a, str>,
}

/// The answer to a command, together with the command.
pub(super) struct Reply<'a> {
    /// QEMU's word for the command.
    pub command: &'a str,
    /// Which command of this monitor it was, if it took a number of ours.
    pub serial: Option<u64>,
    /// The whole message.
    pub whole: &'a str,
    /// Its content.
    pub outcome: Outcome<'a>,
}

impl<'a> Reply<'a> {
    /// The value, or QEMU's refusal as an error.
    pub(super) fn value(&self) -> Result<&'a str> {
        self.outcome.as_ref().copied().map_err(|failure| {
            let text = format!("unable to execute QEMU command '{}': {}", self.command, failure.text);
            Error::internal(ErrorDomain::VIR_FROM_QEMU, text)
        })
    }
}

/// A command ready to be numbered and sent.
pub(super) struct Command {
    /// QEMU's word for it, for messages.
    pub name: Cow<'static, str>,
    /// The protocol's text of it.
    pub text: String,
    /// Whether it takes our id; a program's own text may have none, or its own.
    pub numbered: bool,
    /// How long it may take.
    pub deadline: Deadline,
}

/// A command and the way to read its answer.
pub(super) struct Request<T> {
    pub command: Command,
    pub read: fn(&Reply<'_>) -> Result<T>,
}

/// The neutral command has no counterpart in this protocol.
fn unsupported(word: &str) -> Error {
    let text = format!("the monitor of this QEMU has no '{word}'");
    Error::new(ErrorCode::VIR_ERR_OPERATION_UNSUPPORTED, ErrorDomain::VIR_FROM_QEMU, text)
}
