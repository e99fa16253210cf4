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
use std::os::fd::{AsFd, BorrowedFd};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use zeroize::Zeroizing;

use super::endpoint::{Connection, Endpoint};
use super::protocol::{Answer, Command, Greeting, Incoming, Reply, Request};
use super::recorder::Tap;
use super::waiter::{Completion, Waiter};
use super::wire::{Lost, Urgent, Wire};
use super::{Deadline, MonitorCallbacks, Options, Protocol, Secret, json, text};
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
    callbacks: Arc<dyn MonitorCallbacks>,
    token: Token,
    connection: Connection,
    state: Mutex<State>,
    /// The I/O thread takes it out while it works.
    wire: Mutex<Option<Wire>>,
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
    /// QEMU answers out of band.
    out_of_band: bool,
    /// Where the heartbeat is, of which there is one at a time.
    beat: Beat,
    /// When QEMU last answered one.
    last_beat: Option<Instant>,
}

/// The way of a question that QEMU answers out of band.
#[derive(PartialEq, Eq)]
enum Beat {
    None,
    /// Has to be sent.
    Wanted,
    /// On the wire.
    Asked,
}

struct Pending {
    serial: u64,
    command: Command,
    queued: Instant,
    /// On the wire since then; meaningless in the queue.
    sent: Instant,
    timer: Option<TimerToken>,
    /// Why the command fails whatever QEMU answers.
    failure: Option<Error>,
    /// Gone once the deadline has passed.
    done: Option<Completion>,
}

impl State {
    /// Whether QEMU has answered out of band since; `None` if it was not asked.
    fn answers_since(&self, since: Instant) -> Option<bool> {
        let answered = self.last_beat.is_some_and(|beat| beat > since);
        (answered || self.beat != Beat::None).then_some(answered)
    }
}

impl Session {
    /// Connects, listens, waits for the greeting and negotiates.
    pub(super) fn open(
        endpoint: Endpoint,
        name: &str,
        callbacks: Arc<dyn MonitorCallbacks>,
        options: Options,
    ) -> Result<Arc<Self>> {
        refuse_to_wait("open", name)?;
        let start = Instant::now();
        let peer = options.peer.as_ref().map(AsFd::as_fd);
        let connection = endpoint.connect(start + options.start_up, peer)?;
        let greets = options.protocol.greets();
        let greeting = Command { numbered: true, ..Command::new("greeting", String::new(), Deadline::None) };
        let (waiter, done) = Waiter::new(|reply| reply.value().map(drop));
        let reactor = Reactor::get();
        let wire = Wire::new(&options, Tap::new(name, options.protocol));
        let session = Arc::new(Self {
            name: name.to_owned(),
            callbacks,
            token: reactor.token(),
            connection,
            state: Mutex::new(State {
                greeted: !greets,
                open: !greets,
                ended: None,
                finished: false,
                in_flight: greets.then(|| Pending::new(OPENING, greeting, done)),
                queue: VecDeque::new(),
                next_serial: OPENING + 1,
                out_of_band: false,
                beat: Beat::None,
                last_beat: None,
            }),
            wire: Mutex::new(Some(wire)),
            options,
        });
        let source = Arc::clone(&session) as Arc<dyn Source>;
        reactor.register(session.token, source, Interest::READ)?;
        if !greets {
            return Ok(session);
        }
        let left = session.options.start_up.saturating_sub(start.elapsed());
        match waiter.wait(left, || session.expire(OPENING)) {
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
    pub(super) fn protocol(&self) -> Protocol {
        self.options.protocol
    }

    /// Runs a command and waits for its answer.
    pub(super) fn call<T: Send + 'static>(self: &Arc<Self>, request: Result<Request<T>>) -> Result<T> {
        let Request { command, read } = request?;
        self.run(command, read)
    }

    /// The same; `None` if QEMU does not know the command, so that the caller can say it in another way.
    pub(super) fn call_if_known<T: Send + 'static>(
        self: &Arc<Self>,
        request: Result<Request<T>>,
    ) -> Result<Option<T>> {
        let Request { command, read } = request?;
        self.run(command, move |reply| if reply.is_unknown() { Ok(None) } else { read(reply).map(Some) })
    }

    fn run<T: Send + 'static>(
        self: &Arc<Self>,
        command: Command,
        read: impl FnOnce(&Reply<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        refuse_to_wait(&command.name, &self.name)?;
        let limit = self.limit(command.deadline);
        let (waiter, done) = Waiter::new(read);
        let serial = self.submit(command, done, None).map_err(|(error, _)| error)?;
        let Some(limit) = limit else { return waiter.wait_on() };
        // Whether QEMU lives at all is asked in time to be known at the deadline.
        let most = limit - limit / 4;
        waiter.wait_a_while(most).unwrap_or_else(|| {
            self.ask_for_life();
            waiter.wait(limit - most, || self.expire(serial))
        })
    }

    /// Whether QEMU can be told from a dead one although its main loop is busy.
    fn ask_for_life(&self) {
        let mut state = lock(&self.state);
        if state.out_of_band && state.in_flight.is_some() && state.beat == Beat::None {
            state.beat = Beat::Wanted;
            drop(state);
            Reactor::get().wake(self.token);
        }
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
        if !command.fds.is_empty() && !self.connection.carries_fds() {
            let text =
                format!("'{}' needs a monitor on a socket: file descriptors cannot be sent", command.name);
            let domain = ErrorDomain::VIR_FROM_QEMU;
            return Err((Error::new(ErrorCode::VIR_ERR_OPERATION_UNSUPPORTED, domain, text), done));
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
        let mut waited = None;
        if state.in_flight.as_ref().is_none_or(|pending| pending.serial != serial) {
            let Some(place) = state.queue.iter().position(|pending| pending.serial == serial) else { return };
            waited = state.queue.remove(place);
        }
        let overdue = state.in_flight.as_ref().map(|pending| {
            let since = waited.as_ref().map_or(pending.sent, |waited| waited.queued.max(pending.sent));
            pending.overdue(&self.name, state.answers_since(since))
        });
        let overdue = overdue.unwrap_or_else(|| "the I/O thread is held up".to_owned());
        let (done, text) = match waited {
            None => (state.in_flight.as_mut().and_then(|pending| pending.done.take()), overdue),
            Some(waited) => {
                let (name, age) = (waited.command.name, seconds(waited.queued.elapsed()));
                (waited.done, format!("'{name}' was not sent within {age}: {overdue}"))
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
        self.connection.hang_up();
        reactor.wake(self.token);
    }

    /// The command that QEMU has not answered yet, and for how long.
    pub(super) fn in_flight(&self) -> Option<(String, Duration)> {
        let state = lock(&self.state);
        state.in_flight.as_ref().map(|pending| (pending.command.name.to_string(), pending.sent.elapsed()))
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
            match wire.flush(&self.connection) {
                Ok(true) => {}
                Ok(false) => return self.want_room(wire, true),
                Err(lost) => {
                    // What QEMU said before it went comes first.
                    self.receive(wire, true)?;
                    return Err(lost);
                }
            }
            if !self.next_command(wire) {
                return self.want_room(wire, false);
            }
        }
    }

    fn receive(&self, wire: &mut Wire, to_the_end: bool) -> std::result::Result<(), Lost> {
        wire.receive(&self.connection, to_the_end, |message| self.hear(message))
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

    /// Gives the wire what has to be sent next: a heartbeat, or the head of the queue if nothing is in flight.
    fn next_command(&self, wire: &mut Wire) -> bool {
        let mut state = lock(&self.state);
        if state.ended.is_some() {
            return false;
        }
        if state.beat == Beat::Wanted {
            state.beat = Beat::Asked;
            wire.put(Zeroizing::new(json::heartbeat()), Vec::new(), false);
            return true;
        }
        if state.in_flight.is_some() {
            return false;
        }
        let Some(mut pending) = state.queue.pop_front() else { return false };
        pending.sent = Instant::now();
        self.send(wire, state.in_flight.insert(pending));
        true
    }

    fn send(&self, wire: &mut Wire, pending: &mut Pending) {
        let command = &mut pending.command;
        let bytes = self.protocol().encode(command, (pending.serial % IDS) as u32);
        log::debug!("monitor of '{}': {} '{}'", self.name, pending.serial, command.name);
        wire.expect(command);
        wire.put(bytes, std::mem::take(&mut command.fds), command.secret);
    }

    /// Takes one message of QEMU; returns what has to be said at once.
    fn hear(&self, message: Incoming<'_>) -> Result<Option<Urgent>> {
        if lock(&self.state).ended.is_some() {
            return Ok(None); // closed; nobody is told anything any more
        }
        match message {
            Incoming::Nothing => {}
            Incoming::Greeting(greeting) => return Ok(self.greeted(greeting)),
            Incoming::Event(event) => contain(|| json::emit(&event, &*self.callbacks)),
            Incoming::Answer(answer) => self.answered(answer)?,
            Incoming::Question(about) => return Ok(Some(self.asked(&about))),
        }
        Ok(None)
    }

    /// QEMU wants a password: the command's own, or that of the disk that QEMU names.
    fn asked(&self, about: &str) -> Urgent {
        let own = lock(&self.state).in_flight.as_ref().and_then(|pending| pending.command.password.clone());
        let secret = own.or_else(|| {
            let mut secret = None;
            let (device, path) = text::encrypted_disk(about)?;
            contain(|| secret = self.callbacks.disk_secret(device, path));
            secret
        });
        if secret.is_none()
            && let Some(pending) = &mut lock(&self.state).in_flight
        {
            let text = format!("no secret for '{}'", about.trim());
            pending.failure =
                Some(Error::new(ErrorCode::VIR_ERR_NO_SECRET, ErrorDomain::VIR_FROM_QEMU, text));
        }
        let mut bytes =
            Zeroizing::new(Vec::with_capacity(secret.as_ref().map_or(0, |s| s.bytes().len()) + 1));
        bytes.extend_from_slice(secret.as_ref().map_or(&[][..], Secret::bytes));
        bytes.push(b'\r');
        Urgent { bytes, secret: true }
    }

    fn greeted(&self, greeting: Greeting) -> Option<Urgent> {
        let mut state = lock(&self.state);
        let first = !std::mem::replace(&mut state.greeted, true);
        let opening = state.in_flight.as_mut().filter(|pending| first && pending.serial == OPENING)?;
        opening.command = self.protocol().negotiation(&greeting)?;
        opening.sent = Instant::now();
        log::debug!("monitor of '{}': '{}'", self.name, opening.command.name);
        let bytes = self.protocol().encode(&opening.command, OPENING as u32);
        state.out_of_band = greeting.out_of_band;
        Some(Urgent { bytes, secret: false })
    }

    fn answered(&self, answer: Answer<'_>) -> Result<()> {
        let mut state = lock(&self.state);
        if !state.greeted {
            let text = format!("QEMU monitor of '{}' answers before it has greeted", self.name);
            return Err(Error::internal(ErrorDomain::VIR_FROM_QEMU, text));
        }
        if json::is_heartbeat(answer.id) {
            (state.beat, state.last_beat) = (Beat::None, Some(Instant::now()));
            return Ok(());
        }
        let Some(mut pending) = state.in_flight.take_if(|pending| pending.is_answered_by(answer.id)) else {
            log::warn!("monitor of '{}': a reply without a command, id {:?}", self.name, answer.id);
            return Ok(());
        };
        state.open |= pending.serial == OPENING && answer.outcome.is_ok();
        drop(state);
        if pending.done.is_none() {
            let age = seconds(pending.sent.elapsed());
            log::warn!("monitor of '{}': '{}' answered late, after {age}", self.name, pending.command.name);
        }
        if let (Some(event), Ok(printed)) = (pending.command.announces, &answer.outcome)
            && printed.trim().is_empty()
        {
            contain(|| event(&*self.callbacks));
        }
        let outcome = pending.failure.take().map_or(Ok(answer), Err);
        pending.complete(outcome);
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
        let in_flight = state.in_flight.take();
        let queue = std::mem::take(&mut state.queue);
        drop(state);
        log::debug!("monitor of '{}' ends: {error}", self.name);
        if let Some(pending) = in_flight {
            let ended = pending.command.ends && !lost.failed && !closed;
            let nothing = Answer { whole: "", id: None, outcome: Ok(Cow::Borrowed("")) };
            pending.complete(if ended { Ok(nothing) } else { Err(error.clone()) });
        }
        for pending in queue {
            pending.complete(Err(error.clone()));
        }
        if tell {
            if lost.failed {
                self.callbacks.error(&error);
            }
            self.callbacks.end_of_file();
        }
    }

    fn turn_at_wire(&self, readable: bool) {
        let Some(mut wire) = lock(&self.wire).take() else { return };
        let closed = lock(&self.state).ended.clone();
        let outcome = match closed {
            Some(error) => Err(Lost { error, failed: false }),
            None => self.turn(&mut wire, readable),
        };
        match outcome {
            Ok(()) => *lock(&self.wire) = Some(wire),
            Err(lost) => {
                wire.ended(&lost);
                self.finish(lost);
            }
        }
    }
}

impl Source for Session {
    fn fd(&self) -> BorrowedFd<'_> {
        self.connection.as_fd()
    }

    fn ready(&self, ready: Interest) {
        self.turn_at_wire(ready.readable);
    }

    fn woken(&self) {
        self.turn_at_wire(false);
    }
}

impl Pending {
    fn new(serial: u64, command: Command, done: Completion) -> Self {
        let now = Instant::now();
        Self { serial, command, queued: now, sent: now, timer: None, failure: None, done: Some(done) }
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
    fn overdue(&self, monitor: &str, alive: Option<bool>) -> String {
        let (name, age) = (&self.command.name, seconds(self.sent.elapsed()));
        let state = match alive {
            _ if self.serial == OPENING => {
                return format!("the QEMU of '{monitor}' has not opened its monitor for {age} ('{name}')");
            }
            None => "it is stopped, overloaded or hangs",
            Some(false) => "nor out of band: it is stopped or overloaded",
            Some(true) => "although it answers out of band: its main loop is busy or hangs",
        };
        format!(
            "the QEMU of '{monitor}' has not answered '{name}' for {age}; {state}: try again later, or destroy the \
             domain"
        )
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
