//! The loop: waits for clients, the control channel, signals and the clock, lets rules and the machine answer.

use std::collections::VecDeque;
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::net::UnixListener;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use nix::sys::signal::{SigSet, Signal};
use nix::sys::signalfd::SignalFd;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::termios::Termios;

use crate::commands::{self, Wire};
use crate::conn::{Busy, Conn, Due, Session, Step};
use crate::control::Control;
use crate::endpoint;
use crate::log::Log;
use crate::script::{Action, Greeting, Limit, Rule, Split};
use crate::world::World;

/// How long output may take at the end.
const LAST_WORDS: Duration = Duration::from_secs(1);

/// Where a monitor's clients come from.
#[derive(Debug)]
pub enum Source {
    Listener(UnixListener),
    /// Connected from the start: it does not come back. With the other end of a pseudo terminal, which keeps it alive
    /// while nobody else has it open.
    Once(Option<OwnedFd>),
    /// Our own input and output: their end is ours. With the terminal's settings from before.
    Stdio(Option<Box<Termios>>),
}

/// A monitor.
#[derive(Debug)]
pub struct Monitor {
    pub label: String,
    pub wire: Wire,
    pub source: Source,
    pub conn: Option<Conn>,
}

/// All that lives while the emulator runs.
#[derive(Debug)]
pub struct Engine {
    pub world: World,
    pub log: Log,
    pub monitors: Vec<Monitor>,
    pub control: Control,
    pub rules: Vec<Rule>,
    /// Actions for later.
    pub timers: Vec<(Instant, VecDeque<Action>)>,
    pub greeting: Greeting,
    pub split: Split,
    pub limit: Option<Limit>,
    /// Commands that came, as rules see them.
    pub history: Vec<String>,
    /// Files to remove at the end.
    pub litter: Vec<PathBuf>,
    /// The guest would run, but a key is missing.
    pub waits_for_key: bool,
    /// What the program calls itself in its last words.
    pub program: String,
    pub script_folder: PathBuf,
}

/// What a descriptor in the poll set belongs to.
#[derive(Clone, Copy)]
enum Token {
    Signal,
    Listener(usize),
    Conn(usize),
    Control,
    ControlConn(usize),
    Pty(usize),
}

impl Engine {
    /// Runs until the emulator ends; gives its exit status.
    pub fn run(&mut self, signals: &SignalFd) -> io::Result<i32> {
        // Those that are connected from the start; the others are not yet.
        for index in 0..self.monitors.len() {
            self.connected(index);
        }
        loop {
            self.pump();
            if let Some(status) = self.world.exit {
                self.finish();
                return Ok(status);
            }
            for (token, readable) in self.wait(signals)? {
                self.handle(token, readable, signals);
            }
            self.clock();
        }
    }

    /// Waits for something to happen.
    fn wait(&self, signals: &SignalFd) -> io::Result<Vec<(Token, bool)>> {
        let mut tokens = vec![Token::Signal];
        let mut fds = vec![PollFd::from_borrowed_fd(signals.as_fd(), PollFlags::IN)];
        let mut at_once = false;
        for (index, monitor) in self.monitors.iter().enumerate() {
            match (&monitor.conn, &monitor.source) {
                (None, Source::Listener(listener)) => {
                    tokens.push(Token::Listener(index));
                    fds.push(PollFd::from_borrowed_fd(listener.as_fd(), PollFlags::IN));
                }
                (Some(conn), _) if !conn.stalled => {
                    let free = conn.busy.is_none() && !conn.has_input();
                    at_once |= conn.busy.is_none() && conn.has_input();
                    // Without an interest in input, the other side's end is noticed all the same.
                    let flags = if free { PollFlags::IN } else { PollFlags::empty() };
                    tokens.push(Token::Conn(index));
                    fds.push(PollFd::from_borrowed_fd(conn.reader().as_fd(), flags));
                    if conn.has_output() {
                        tokens.push(Token::Conn(index));
                        fds.push(PollFd::from_borrowed_fd(conn.writer().as_fd(), PollFlags::OUT));
                    }
                }
                _ => {}
            }
        }
        if let Some(listener) = &self.control.listener {
            tokens.push(Token::Control);
            fds.push(PollFd::from_borrowed_fd(listener.as_fd(), PollFlags::IN));
        }
        for (index, client) in self.control.clients.iter().enumerate() {
            tokens.push(Token::ControlConn(index));
            fds.push(PollFd::from_borrowed_fd(client.stream.as_fd(), PollFlags::IN));
        }
        for (index, chardev) in self.world.chardevs.iter().enumerate() {
            if let Some((master, _)) = &chardev.pty {
                tokens.push(Token::Pty(index));
                fds.push(PollFd::from_borrowed_fd(master.as_fd(), PollFlags::IN));
            }
        }
        let timeout = if at_once { Some(Duration::ZERO) } else { self.next_deadline() };
        let timeout = timeout.and_then(|timeout| Timespec::try_from(timeout).ok());
        match poll(&mut fds, timeout.as_ref()) {
            Ok(_) | Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
        let ready = tokens.into_iter().zip(&fds).filter(|(_, fd)| !fd.revents().is_empty());
        Ok(ready.map(|(token, fd)| (token, fd.revents() != PollFlags::OUT)).collect())
    }

    fn next_deadline(&self) -> Option<Duration> {
        let busy = self.monitors.iter().filter_map(|monitor| monitor.conn.as_ref()?.busy.as_ref()?.until);
        let greetings = self.monitors.iter().filter_map(|monitor| match monitor.conn.as_ref()?.greeting {
            Due::At(at) => Some(at),
            _ => None,
        });
        let timers = self.timers.iter().map(|(at, _)| *at);
        let all = busy.chain(greetings).chain(timers).chain(self.world.migration.ends);
        all.min().map(|at| at.saturating_duration_since(Instant::now()))
    }

    fn handle(&mut self, token: Token, readable: bool, signals: &SignalFd) {
        match token {
            Token::Signal => {
                if let Ok(Some(info)) = signals.read_signal() {
                    self.signalled(info.ssi_signo as i32, info.ssi_pid);
                }
            }
            Token::Listener(index) => self.accept(index),
            Token::Conn(index) => {
                if readable {
                    self.receive(index);
                }
            }
            Token::Control => self.control.accept(),
            Token::ControlConn(index) => {
                for (client, line) in self.control.read(index) {
                    self.control_line(client, &line);
                }
            }
            Token::Pty(index) => {
                if let Some((master, _)) =
                    self.world.chardevs.get(index).and_then(|chardev| chardev.pty.as_ref())
                {
                    crate::conn::drain(master);
                }
            }
        }
    }

    fn signalled(&mut self, number: i32, sender: u32) {
        let name = Signal::try_from(number).map_or("signal", Signal::as_str).trim_start_matches("SIG");
        self.log.line("signal", name);
        if self.trigger(name, None) {
            return;
        }
        let command = std::fs::read_link(format!("/proc/{sender}/exe")).unwrap_or_default();
        let program = &self.program;
        eprintln!("{program}: terminating on signal {number} from pid {sender} ({})", command.display());
        self.world.shutdown("host-signal");
    }

    fn accept(&mut self, index: usize) {
        let Source::Listener(listener) = &self.monitors[index].source else { return };
        let Ok((stream, _)) = listener.accept() else { return };
        let fd = OwnedFd::from(stream);
        let wire = self.monitors[index].wire;
        let conn = endpoint::duplicate(&fd).and_then(|writer| Conn::new(fd, writer, true, wire, self.split));
        match conn {
            Ok(conn) => {
                self.monitors[index].conn = Some(conn);
                self.connected(index);
            }
            Err(error) => self.log.line("error", &error.to_string()),
        }
    }

    /// A client is there: it is greeted.
    fn connected(&mut self, index: usize) {
        let monitor = &mut self.monitors[index];
        let Some(conn) = &mut monitor.conn else { return };
        self.log.line("connect", &monitor.label);
        if let Session::Qmp(session) = &mut conn.session {
            // Where nothing is negotiated, events come from the start.
            session.negotiated = commands::find(&self.world, Wire::Qmp, "qmp_capabilities").is_none();
        }
        conn.greeting = match self.greeting {
            Greeting::Late => Due::WithInput,
            Greeting::After(ms) => Due::At(Instant::now() + Duration::from_millis(ms)),
            _ => Due::Done,
        };
        let label = monitor.label.clone();
        self.show_client(&label, true);
        if !matches!(self.greeting, Greeting::Late | Greeting::After(_)) {
            self.greet(index);
        }
        self.trigger("connect", Some(index));
    }

    /// Changes what is told about a monitor's socket.
    fn show_client(&mut self, label: &str, client: bool) {
        if let Some(chardev) = self.world.chardevs.iter_mut().find(|chardev| chardev.label == label)
            && let Some((_, path)) = chardev.filename.clone().split_once("unix:")
        {
            let disconnected = if client { "" } else { "disconnected:" };
            chardev.filename = format!("{disconnected}unix:{path}");
        }
    }

    /// Ends a connection; a listener may get another one.
    pub fn hang_up(&mut self, index: usize) {
        let monitor = &mut self.monitors[index];
        let Some(mut conn) = monitor.conn.take() else { return };
        while conn.flush(Split::Off, None) == Step::Progress {}
        conn.close();
        match &mut monitor.source {
            Source::Listener(_) => {}
            Source::Once(terminal) => *terminal = None,
            Source::Stdio(_) => self.world.exit = Some(0),
        }
        let label = monitor.label.clone();
        self.log.line("disconnect", &label);
        self.show_client(&label, false);
        self.trigger("disconnect", None);
    }

    fn receive(&mut self, index: usize) {
        let Some(conn) = &mut self.monitors[index].conn else { return };
        match conn.read(self.limit.as_ref()) {
            Step::Idle | Step::Progress => {}
            Step::Gone => self.hang_up(index),
            Step::Limit(action) => {
                self.pump_input(index);
                self.act(index, action);
            }
        }
        if self.monitors[index]
            .conn
            .as_ref()
            .is_some_and(|conn| conn.greeting == Due::WithInput && conn.has_input())
        {
            self.greet(index);
        }
    }

    /// What is due by the clock.
    fn clock(&mut self) {
        let now = Instant::now();
        if self.world.migration.ends.is_some_and(|at| at <= now) {
            self.world.end_migration("completed");
        }
        for index in 0..self.monitors.len() {
            let Some(conn) = &mut self.monitors[index].conn else { continue };
            if matches!(conn.greeting, Due::At(at) if at <= now) {
                self.greet(index);
            }
            let migrating = self.world.is_migrating();
            let Some(conn) = &mut self.monitors[index].conn else { continue };
            let over = |busy: &mut Busy| busy.until.map_or(!migrating, |at| at <= now);
            if let Some(busy) = conn.busy.take_if(over) {
                self.continue_with(index, busy);
            }
        }
        let (due, later) = self.timers.drain(..).partition(|(at, _)| *at <= now);
        let due: Vec<(Instant, VecDeque<Action>)> = due;
        self.timers = later;
        for (_, actions) in due {
            self.broadcast(actions.into());
        }
    }

    /// Moves input and output as far as they go without waiting.
    fn pump(&mut self) {
        self.deliver_events();
        for index in 0..self.monitors.len() {
            self.pump_input(index);
        }
        self.deliver_events();
        for index in 0..self.monitors.len() {
            self.flush(index);
        }
        self.control.answer_waiting(&self.history);
    }

    fn flush(&mut self, index: usize) {
        loop {
            let Some(conn) = &mut self.monitors[index].conn else { return };
            if conn.stalled {
                return;
            }
            match conn.flush(self.split, self.limit.as_ref()) {
                // One piece a turn, so that the reader may see it alone.
                Step::Progress if self.split != Split::Off => return,
                Step::Progress => {}
                Step::Idle => return,
                Step::Gone => return self.hang_up(index),
                Step::Limit(action) => return self.act(index, action),
            }
        }
    }

    /// Tells QMP clients of what has happened.
    pub fn deliver_events(&mut self) {
        while let Some(event) = self.world.events.pop_front().or_else(|| self.world.later_events.pop_front())
        {
            let line = crate::qmp::event(&event);
            self.log.sent("event", &line);
            for monitor in &mut self.monitors {
                if let Some(conn) = &mut monitor.conn
                    && matches!(&conn.session, Session::Qmp(session) if session.negotiated)
                {
                    conn.write(&line);
                }
            }
        }
    }

    /// The last output, then nothing is left behind.
    fn finish(&mut self) {
        self.deliver_events();
        let end = Instant::now() + LAST_WORDS;
        for monitor in &mut self.monitors {
            let Some(mut conn) = monitor.conn.take() else { continue };
            while conn.has_output() && !conn.stalled && Instant::now() < end {
                match conn.flush(self.split, self.limit.as_ref()) {
                    Step::Progress => {}
                    Step::Idle => {
                        let mut fds = [PollFd::new(conn.writer(), PollFlags::OUT)];
                        let wait = end.saturating_duration_since(Instant::now());
                        if let Ok(wait) = Timespec::try_from(wait) {
                            let _ = poll(&mut fds, Some(&wait));
                        }
                    }
                    Step::Gone | Step::Limit(_) => break,
                }
            }
            conn.close();
            if let Source::Stdio(Some(settings)) = &monitor.source {
                endpoint::restore_terminal(settings);
            }
        }
        for path in self.litter.drain(..) {
            let _ = std::fs::remove_file(path);
        }
    }

    /// Ends the process here and now.
    pub fn die(&mut self, action: &Action) -> ! {
        for monitor in &mut self.monitors {
            if let Some(conn) = &mut monitor.conn {
                while !conn.stalled && conn.flush(Split::Off, self.limit.as_ref()) == Step::Progress {}
            }
        }
        self.log.line("die", &format!("{action:?}"));
        if let Action::Kill(signal) = action {
            let _ = SigSet::all().thread_unblock();
            let signal = Signal::try_from(*signal).unwrap_or(Signal::SIGKILL);
            let _ = nix::sys::signal::raise(signal);
        }
        std::process::exit(if let Action::Exit(status) = action { *status } else { 1 });
    }
}
