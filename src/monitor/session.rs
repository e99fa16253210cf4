//! One connection to a QEMU: the command in flight, the queue behind it, and the end.
//!
//! QEMU runs one command at a time, so one is on the wire and the others wait here. Only the I/O thread
//! reads and writes the socket; callers queue a command and sleep ([`call`](Session::call)), or leave a
//! completion that the I/O thread runs ([`then`](Session::then)). A command that outlives its deadline
//! fails for its caller but keeps its place on the wire until QEMU answers: the late reply is dropped,
//! and the queue moves on.
//!
//! Locks: `state`, then the reactor's. Neither is held while callbacks or completions run.

#![forbid(unsafe_code)]

use std::borrow::Cow;
use std::collections::VecDeque;
use std::net::Shutdown;
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use super::protocol::{Answer, Command, Greeting, Incoming, Protocol, Reply, Request};
use super::waiter::{Completion, Waiter};
use super::wire::{Lost, Wire};
use super::{Deadline, MonitorCallbacks, Options};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::util::lock;
use crate::util::reactor::{self, Interest, Reactor, Source, TimerToken, Token, contain};

/// Ids go round, to be short: QEMU reads its monitor byte by byte. One command in flight needs no more.
const IDS: u64 = 10;

/// The opening is command 0: it is in flight from the first moment, first as the wait for the greeting,
/// then as the negotiation.
const OPENING: u64 = 0;

/// One connection.
pub(super) struct Session {
    name: String,
    options: Options,
    protocol: Box<dyn Protocol>,
    callbacks: Arc<dyn MonitorCallbacks>,
    token: Token,
    stream: UnixStream,
    state: Mutex<State>,
    /// The I/O thread takes it out while it works.
    wire: Mutex<Wire>,
}

struct State {
    /// QEMU has said its first words.
    greeted: bool,
    /// Negotiation is done, so that the end has to be told by callback.
    open: bool,
    /// Why no command is taken any more.
    ended: Option<Error>,
    /// All commands were told.
    finished: bool,
    in_flight: Option<Pending>,
    queue: VecDeque<Pending>,
    next_serial: u64,
}

struct Pending {
    serial: u64,
    command: Command,
    queued: Instant,
    /// On the wire since then; meaningless in the queue.
    sent: Instant,
    timer: Option<TimerToken>,
    /// Gone once the deadline has passed.
    done: Option<Completion>,
}

impl Session {
    /// Listens, waits for the greeting and negotiates.
    pub(super) fn open(
        stream: UnixStream,
        name: &str,
        protocol: Box<dyn Protocol>,
        callbacks: Arc<dyn MonitorCallbacks>,
        options: Options,
    ) -> Result<Arc<Self>> {
        refuse_to_wait("open", name)?;
        stream.set_nonblocking(true).map_err(|error| {
            Error::system(ErrorDomain::VIR_FROM_QEMU, "Unable to set up the monitor socket", &error)
        })?;
        let greeting = Command {
            name: Cow::Borrowed("greeting"),
            text: String::new(),
            numbered: true,
            deadline: Deadline::None,
        };
        let (waiter, done) = Waiter::new(|reply| reply.value().map(|_| ()));
        let reactor = Reactor::get();
        let session = Arc::new(Self {
            name: name.to_owned(),
            protocol,
            callbacks,
            token: reactor.token(),
            stream,
            state: Mutex::new(State {
                greeted: false,
                open: false,
                ended: None,
                finished: false,
                in_flight: Some(Pending::new(OPENING, greeting, done)),
                queue: VecDeque::new(),
                next_serial: OPENING + 1,
            }),
            wire: Mutex::default(),
            options,
        });
        let source = Arc::clone(&session) as Arc<dyn Source>;
        reactor.register(session.token, source, Interest::READ)?;
        let opened = waiter.wait(Some(session.options.start_up), || session.expire(OPENING));
        match opened {
            Ok(()) => Ok(session),
            Err(error) => {
                session.close();
                Err(error)
            }
        }
    }

    /// What the monitor is called in messages.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// The protocol chosen at open.
    pub(super) fn protocol(&self) -> &dyn Protocol {
        &*self.protocol
    }

    /// Runs a command and waits for its answer.
    pub(super) fn call<T: Send + 'static>(self: &Arc<Self>, request: Result<Request<T>>) -> Result<T> {
        let Request { command, read } = request?;
        refuse_to_wait(&command.name, &self.name)?;
        let limit = self.limit(command.deadline);
        let (waiter, done) = Waiter::new(read);
        let serial = self.submit(command, done, None).map_err(|(error, _)| error)?;
        waiter.wait(limit, || self.expire(serial))
    }

    /// Runs a command; `done` gets its outcome on the I/O thread, also when there is no connection.
    pub(super) fn then<T: 'static>(
        self: &Arc<Self>,
        request: Result<Request<T>>,
        done: impl FnOnce(Result<T>) + Send + 'static,
    ) {
        let Request { command, read } = match request {
            Ok(request) => request,
            Err(error) => return later(move || done(Err(error))),
        };
        let limit = self.limit(command.deadline);
        let completion = Box::new(move |reply: Result<Reply<'_>>| done(reply.and_then(|reply| read(&reply))));
        if let Err((error, completion)) = self.submit(command, completion, limit) {
            later(move || completion(Err(error)));
        }
    }

    /// The one way in for commands. With a `limit` the reactor watches the deadline; without, the caller.
    fn submit(
        self: &Arc<Self>,
        command: Command,
        done: Completion,
        limit: Option<Duration>,
    ) -> std::result::Result<u64, (Error, Completion)> {
        let reactor = Reactor::get();
        if let Err(error) = reactor.check_process() {
            return Err((error, done));
        }
        let mut state = lock(&self.state);
        if let Some(error) = &state.ended {
            return Err((error.clone(), done));
        }
        let serial = state.next_serial;
        let mut pending = Pending::new(serial, command, done);
        if let Some(limit) = limit {
            let session = Arc::downgrade(self);
            let expire = move || session.upgrade().into_iter().for_each(|session| session.expire(serial));
            match reactor.after(limit, expire) {
                Ok(timer) => pending.timer = Some(timer),
                Err(error) => return Err((error, pending.done.expect("set by new"))),
            }
        }
        state.next_serial += 1;
        state.queue.push_back(pending);
        let idle = state.in_flight.is_none();
        drop(state);
        if idle {
            reactor.wake(self.token);
        }
        Ok(serial)
    }

    /// The deadline of a command has passed: its caller gets an error that says what is going on.
    fn expire(&self, serial: u64) {
        let mut state = lock(&self.state);
        let (done, text) = match &mut state.in_flight {
            Some(pending) if pending.serial == serial => (pending.done.take(), pending.overdue(&self.name)),
            in_flight => {
                let behind = in_flight.as_ref().map(|pending| pending.overdue(&self.name));
                let Some(place) = state.queue.iter().position(|pending| pending.serial == serial) else {
                    return;
                };
                let Some(waited) = state.queue.remove(place) else { return };
                let text = format!(
                    "'{}' was not sent within {}: {}",
                    waited.command.name,
                    seconds(waited.queued.elapsed()),
                    behind.unwrap_or_else(|| "the I/O thread is held up".to_owned()),
                );
                (waited.done, text)
            }
        };
        drop(state);
        if let Some(done) = done {
            log::warn!("{text}");
            done(Err(Error::new(ErrorCode::VIR_ERR_OPERATION_TIMEOUT, ErrorDomain::VIR_FROM_QEMU, text)));
        }
    }

    /// Ends the connection; the I/O thread sees to the rest.
    pub(super) fn close(&self) {
        let reactor = Reactor::get();
        if reactor.forked() {
            return; // the connection is the parent's
        }
        {
            let mut state = lock(&self.state);
            if state.ended.is_some() {
                return;
            }
            state.ended = Some(Error::new(
                ErrorCode::VIR_ERR_OPERATION_FAILED,
                ErrorDomain::VIR_FROM_QEMU,
                "domain is no longer running",
            ));
        }
        // Fails if QEMU hung up first, which comes to the same.
        let _ = self.stream.shutdown(Shutdown::Both);
        reactor.wake(self.token);
    }

    /// How many commands are in flight or queued.
    #[cfg(test)]
    pub(super) fn waiting(&self) -> usize {
        let state = lock(&self.state);
        state.queue.len() + usize::from(state.in_flight.is_some())
    }

    /// How long a caller of such a command waits.
    fn limit(&self, deadline: Deadline) -> Option<Duration> {
        match deadline {
            Deadline::Quick => Some(self.options.quick),
            Deadline::Slow => Some(self.options.slow),
            Deadline::None => None,
        }
    }

    /// The I/O thread's turn: read, understand, answer, send.
    fn turn(&self, wire: &mut Wire, readable: bool) -> std::result::Result<(), Lost> {
        if readable {
            self.receive(wire, false)?;
        }
        loop {
            match wire.flush(&self.stream) {
                Ok(true) => {}
                Ok(false) => return self.want_room(wire, true),
                Err(lost) => {
                    // What QEMU said before it went comes first.
                    self.receive(wire, true)?;
                    return Err(lost);
                }
            }
            match self.next_command() {
                Some(bytes) => wire.put(bytes),
                None => return self.want_room(wire, false),
            }
        }
    }

    fn receive(&self, wire: &mut Wire, to_the_end: bool) -> std::result::Result<(), Lost> {
        let limit = self.options.message_limit;
        wire.receive(&self.stream, &*self.protocol, limit, to_the_end, |bytes, message| {
            log::trace!("monitor of '{}' > {}", self.name, String::from_utf8_lossy(bytes).trim_end());
            self.hear(message)
        })
    }

    fn want_room(&self, wire: &mut Wire, wanted: bool) -> std::result::Result<(), Lost> {
        if wire.wants_room == wanted {
            return Ok(());
        }
        wire.wants_room = wanted;
        let interest = if wanted { Interest::READ_WRITE } else { Interest::READ };
        Reactor::get()
            .set_interest(self.token, self, interest)
            .map_err(|error| Lost { error: error.in_domain(ErrorDomain::VIR_FROM_QEMU), failed: false })
    }

    /// Puts the head of the queue in flight, if nothing is.
    fn next_command(&self) -> Option<Vec<u8>> {
        let mut state = lock(&self.state);
        if state.in_flight.is_some() || state.ended.is_some() {
            return None;
        }
        let mut pending = state.queue.pop_front()?;
        pending.sent = Instant::now();
        let pending = state.in_flight.insert(pending);
        Some(self.encode(pending))
    }

    fn encode(&self, pending: &Pending) -> Vec<u8> {
        let bytes = self.protocol.encode(&pending.command, pending.id());
        log::debug!("monitor of '{}': {} '{}'", self.name, pending.serial, pending.command.name);
        log::trace!("monitor of '{}' < {}", self.name, loggable(&bytes));
        bytes
    }

    /// Takes one message of QEMU; returns what has to be said at once.
    fn hear(&self, message: Incoming<'_>) -> Result<Option<Vec<u8>>> {
        if lock(&self.state).ended.is_some() {
            return Ok(None); // closed; nobody is told anything any more
        }
        match message {
            Incoming::Nothing => {}
            Incoming::Greeting(greeting) => return Ok(self.greeted(&greeting)),
            Incoming::Event(event) => contain(|| self.protocol.emit(&event, &*self.callbacks)),
            Incoming::Answer(answer) => self.answered(answer)?,
        }
        Ok(None)
    }

    fn greeted(&self, greeting: &Greeting) -> Option<Vec<u8>> {
        let mut state = lock(&self.state);
        let first = !std::mem::replace(&mut state.greeted, true);
        let opening = state.in_flight.take_if(|pending| first && pending.serial == OPENING)?;
        match self.protocol.negotiate(greeting) {
            Some(command) => {
                let opening = state.in_flight.insert(Pending { command, sent: Instant::now(), ..opening });
                Some(self.encode(opening))
            }
            None => {
                state.open = true;
                drop(state);
                opening.complete(Ok(Answer { whole: "", id: None, outcome: Ok("") }));
                None
            }
        }
    }

    fn answered(&self, answer: Answer<'_>) -> Result<()> {
        let mut state = lock(&self.state);
        if !state.greeted {
            let text = format!("QEMU monitor of '{}' answers before it has greeted", self.name);
            return Err(Error::internal(ErrorDomain::VIR_FROM_QEMU, text));
        }
        let Some(pending) = state.in_flight.take_if(|pending| pending.is_answered_by(answer.id)) else {
            log::warn!("monitor of '{}': a reply without a command, id {:?}", self.name, answer.id);
            return Ok(());
        };
        state.open |= pending.serial == OPENING && answer.outcome.is_ok();
        drop(state);
        if pending.done.is_none() {
            let age = seconds(pending.sent.elapsed());
            log::warn!("monitor of '{}': '{}' answered late, after {age}", self.name, pending.command.name);
        }
        pending.complete(Ok(answer));
        Ok(())
    }

    /// The end, on the I/O thread: whoever waits is told, then the callbacks, once.
    fn finish(&self, lost: Lost) {
        Reactor::get().deregister(self.token);
        let mut state = lock(&self.state);
        if std::mem::replace(&mut state.finished, true) {
            return;
        }
        let closed = state.ended.is_some();
        let tell = state.open && !closed;
        let error = state.ended.get_or_insert(lost.error).clone();
        let waiting: Vec<_> =
            state.in_flight.take().into_iter().chain(std::mem::take(&mut state.queue)).collect();
        drop(state);
        log::debug!("monitor of '{}' ends: {error}", self.name);
        for pending in waiting {
            pending.complete(Err(error.clone()));
        }
        if tell {
            if lost.failed {
                self.callbacks.error(&error);
            }
            self.callbacks.end_of_file();
        }
    }

    fn run(&self, readable: bool) {
        let closed = lock(&self.state).ended.clone();
        if let Some(error) = closed {
            return self.finish(Lost { error, failed: false });
        }
        let mut wire = std::mem::take(&mut *lock(&self.wire));
        let outcome = self.turn(&mut wire, readable);
        *lock(&self.wire) = wire;
        if let Err(lost) = outcome {
            self.finish(lost);
        }
    }
}

impl Source for Session {
    fn fd(&self) -> BorrowedFd<'_> {
        self.stream.as_fd()
    }

    fn ready(&self, ready: Interest) {
        self.run(ready.readable);
    }

    fn woken(&self) {
        self.run(false);
    }
}

impl Pending {
    fn new(serial: u64, command: Command, done: Completion) -> Self {
        let now = Instant::now();
        Self { serial, command, queued: now, sent: now, timer: None, done: Some(done) }
    }

    /// The number on the wire.
    fn id(&self) -> u32 {
        (self.serial % IDS) as u32
    }

    /// QEMU leaves the id out where it could not read the command.
    fn is_answered_by(&self, id: Option<&str>) -> bool {
        match id {
            Some(id) if self.command.numbered => id.parse() == Ok(self.id()),
            _ => true,
        }
    }

    /// Runs the completion, unless the deadline has.
    fn complete(self, answer: Result<Answer<'_>>) {
        if let Some(timer) = self.timer {
            Reactor::get().cancel(timer);
        }
        let Some(done) = self.done else { return };
        // The caller finds what happened before the answer announced already.
        reactor::run_put_off();
        contain(|| {
            done(answer.map(|answer| Reply {
                command: &self.command.name,
                serial: self.command.numbered.then_some(self.serial),
                answer,
            }));
        });
    }

    /// What is wrong with the command in flight, and what can be done.
    fn overdue(&self, monitor: &str) -> String {
        let (name, age) = (&self.command.name, seconds(self.sent.elapsed()));
        match self.serial {
            OPENING => format!("the QEMU of '{monitor}' has not opened its monitor for {age} ('{name}')"),
            _ => format!(
                "the QEMU of '{monitor}' has not answered '{name}' for {age}; it is stopped, overloaded or \
                 hangs: try again later, or destroy the domain"
            ),
        }
    }
}

/// A command for the log of raw traffic: never with what may be a secret.
fn loggable(bytes: &[u8]) -> Cow<'_, str> {
    let text = String::from_utf8_lossy(bytes);
    let lower = text.to_ascii_lowercase();
    match lower.contains("passw") || lower.contains("secret") {
        true => Cow::Borrowed("(a command with a secret)"),
        false => text,
    }
}

/// Runs a completion on the I/O thread.
fn later(job: impl FnOnce() + Send + 'static) {
    let reactor = Reactor::get();
    if reactor.forked() {
        job(); // no such thread here
    } else if let Err(error) = reactor.after(Duration::ZERO, job) {
        log::error!("the outcome of a monitor command is lost: {error}");
    }
}

/// The I/O thread must not wait for itself.
fn refuse_to_wait(command: &str, monitor: &str) -> Result<()> {
    if Reactor::on_thread() {
        let text = format!("'{command}' on the monitor of '{monitor}' would wait on the I/O thread");
        return Err(Error::internal(ErrorDomain::VIR_FROM_QEMU, text));
    }
    Ok(())
}

fn seconds(span: Duration) -> String {
    format!("{:.1} s", span.as_secs_f64())
}
