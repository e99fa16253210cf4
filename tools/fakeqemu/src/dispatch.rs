//! From bytes to commands, from commands to rules or the machine, and the answers back.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::conn::{Asked, Busy, Due, Session};
use crate::engine::Engine;
use crate::qmp::lexer::Input;
use crate::script::{Action, Greeting, Guest};
use crate::text::PROMPT;
use crate::world::Fault;
use crate::{qmp, text};

impl Engine {
    /// Writes the greeting.
    pub fn greet(&mut self, index: usize) {
        let Some(conn) = &mut self.monitors[index].conn else { return };
        conn.greeting = Due::Done;
        match &mut conn.session {
            Session::Qmp(_) => {
                let greeting = qmp::greeting(&self.world);
                let times = match self.greeting {
                    Greeting::No | Greeting::Lost => 0,
                    Greeting::Twice => 2,
                    _ => 1,
                };
                conn.write(&greeting.repeat(times));
            }
            Session::Text(session) => {
                let greeting = [self.world.version.greeting().as_bytes(), PROMPT].concat();
                match self.greeting {
                    Greeting::Lost => {}
                    Greeting::No => conn.write(PROMPT),
                    Greeting::Twice => conn.write(&greeting.repeat(2)),
                    _ if self.waits_for_key => {
                        self.waits_for_key = false;
                        let output =
                            text::info::cont(&mut self.world, &Default::default()).unwrap_or_default();
                        let prompt = session.prompt(&mut self.world);
                        let first = self.world.version.greeting();
                        conn.write(
                            &[first.as_bytes(), output.replace('\n', "\r\n").as_bytes(), prompt].concat(),
                        );
                    }
                    _ => conn.write(&greeting),
                }
            }
        }
    }

    /// Takes what came in, as long as nothing is being done.
    pub fn pump_input(&mut self, index: usize) {
        loop {
            if self.world.exit.is_some() {
                return;
            }
            let Some(conn) = &mut self.monitors[index].conn else { return };
            if conn.busy.is_some() || conn.stalled {
                return;
            }
            let Some(byte) = conn.take() else { return };
            match &mut conn.session {
                Session::Qmp(session) => {
                    for input in session.lexer.feed(byte) {
                        self.qmp_input(index, input);
                    }
                }
                Session::Text(session) => {
                    let mut echo = Vec::new();
                    let line = session.editor.feed(byte, &mut echo);
                    conn.write(&echo);
                    if let Some(line) = line {
                        self.text_line(index, &line);
                    }
                }
            }
        }
    }

    fn qmp_input(&mut self, index: usize, input: Input) {
        let monitor = &mut self.monitors[index];
        let Some(conn) = &mut monitor.conn else { return };
        let Session::Qmp(session) = &mut conn.session else { return };
        let result = match input {
            Input::Message(value) => {
                self.log.line("recv", &format!("{} {value}", monitor.label));
                session.request(value)
            }
            Input::Error(text) => {
                self.log.line("bad", &format!("{} {text}", monitor.label));
                Err((Fault::new(text), None))
            }
        };
        match result {
            Ok(request) => {
                let subject = request.subject();
                self.command(index, &subject, Asked::Qmp(request));
            }
            Err((fault, id)) => {
                let reply = qmp::failure(self.world.version, &fault, id.as_ref());
                self.send(index, &reply);
            }
        }
    }

    fn text_line(&mut self, index: usize, line: &[u8]) {
        let monitor = &mut self.monitors[index];
        let Some(conn) = &mut monitor.conn else { return };
        let Session::Text(session) = &mut conn.session else { return };
        let line = String::from_utf8_lossy(line).into_owned();
        if session.question.is_some() {
            self.log.line("password", &format!("{} {line}", monitor.label));
            let output = session.answer(&mut self.world, &line);
            let prompt = session.prompt(&mut self.world);
            self.send(index, &[output.as_bytes(), prompt].concat());
            return;
        }
        self.log.line("recv", &format!("{} {line}", monitor.label));
        let subject = line.trim().to_owned();
        self.command(index, &subject, Asked::Text(line));
    }

    /// A command: the first rule that is for it, or the machine.
    fn command(&mut self, index: usize, subject: &str, asked: Asked) {
        self.history.push(subject.to_owned());
        let actions = self.actions_for(subject).unwrap_or_default();
        self.continue_with(index, Busy { until: None, rest: actions, asked: Some(asked), answered: false });
    }

    fn actions_for(&mut self, subject: &str) -> Option<VecDeque<Action>> {
        let mut actions = None;
        for rule in &mut self.rules {
            let due = rule.apply(subject);
            actions = actions.or_else(|| due.map(|actions| actions.iter().cloned().collect()));
        }
        actions
    }

    /// Something that is no command happened: whether a rule is for it. It concerns one monitor, or all.
    pub fn trigger(&mut self, what: &str, index: Option<usize>) -> bool {
        let Some(actions) = self.actions_for(what) else { return false };
        match index {
            Some(index) => {
                self.continue_with(index, Busy { until: None, rest: actions, asked: None, answered: true });
            }
            None => self.broadcast(actions.into()),
        }
        true
    }

    /// Actions that no command caused: what concerns a connection happens on each.
    pub fn broadcast(&mut self, actions: Vec<Action>) {
        let connected: Vec<usize> =
            (0..self.monitors.len()).filter(|index| self.monitors[*index].conn.is_some()).collect();
        let mut actions = VecDeque::from(actions);
        while let Some(action) = actions.pop_front() {
            match action {
                Action::Wait(ms) => {
                    self.timers.push((Instant::now() + Duration::from_millis(ms), actions));
                    return;
                }
                action if is_of_connection(&action) => {
                    for index in &connected {
                        self.act(*index, action.clone());
                    }
                }
                action => self.act_alone(action),
            }
        }
    }

    /// Does the rest of what is to be done about a command.
    pub fn continue_with(&mut self, index: usize, mut busy: Busy) {
        while let Some(action) = busy.rest.pop_front() {
            if let Action::Wait(ms) = action {
                busy.until = Some(Instant::now() + Duration::from_millis(ms));
                if let Some(conn) = &mut self.monitors[index].conn {
                    conn.busy = Some(busy);
                }
                return;
            }
            busy.answered |= action.is_answer();
            self.answer(index, action, busy.asked.as_ref());
        }
        if !busy.answered {
            self.answer(index, Action::Run, busy.asked.as_ref());
        }
        self.deliver_events();
    }

    /// Carries out an action about a command.
    fn answer(&mut self, index: usize, action: Action, asked: Option<&Asked>) {
        match (action, asked) {
            (Action::Run, Some(Asked::Qmp(request))) => self.run_qmp(index, request),
            (Action::Run, Some(Asked::Text(line))) => self.run_text(index, line),
            (Action::Run, None) => {}
            (Action::Reply(bytes), Some(Asked::Qmp(request))) => {
                let text = String::from_utf8_lossy(&bytes).into_owned();
                let value = serde_json::from_str(&text).unwrap_or(Value::String(text));
                self.send(index, &qmp::success(&value, request.id.as_ref()));
            }
            (Action::Reply(bytes), _) => {
                let mut output = String::from_utf8_lossy(&bytes).replace('\n', "\r\n");
                if !output.is_empty() && !output.ends_with("\r\n") {
                    output += "\r\n";
                }
                self.text_reply(index, output);
            }
            (Action::Error { class, text }, Some(Asked::Qmp(request))) => {
                let reply = qmp::failure(self.world.version, &Fault { class, text }, request.id.as_ref());
                self.send(index, &reply);
            }
            (Action::Error { class, text }, _) => {
                let output = text::fault(&self.world, &Fault { class, text });
                self.text_reply(index, output);
            }
            (action, _) if is_of_connection(&action) => self.act(index, action),
            (action, _) => self.act_alone(action),
        }
    }

    fn run_qmp(&mut self, index: usize, request: &qmp::Request) {
        let Some(conn) = &mut self.monitors[index].conn else { return };
        let Session::Qmp(session) = &mut conn.session else { return };
        std::mem::swap(&mut self.world.fds.received, &mut conn.fds);
        let result = session.run(&mut self.world, request);
        std::mem::swap(&mut self.world.fds.received, &mut conn.fds);
        let negotiated = request.name == "qmp_capabilities" && result.is_ok();
        // Those that wait for later stay behind the reply.
        let later = std::mem::take(&mut self.world.later_events);
        self.deliver_events();
        let id = request.id.as_ref();
        let reply = match result {
            Ok(value) => qmp::success(&value, id),
            Err(fault) => qmp::failure(self.world.version, &fault, id),
        };
        self.send(index, &reply);
        self.world.later_events = later;
        self.world.question = None;
        self.world.awaits_migration = false;
        if negotiated {
            self.trigger("negotiated", Some(index));
        }
    }

    fn run_text(&mut self, index: usize, line: &str) {
        let Some(conn) = &mut self.monitors[index].conn else { return };
        std::mem::swap(&mut self.world.fds.received, &mut conn.fds);
        let output = text::run(&mut self.world, line);
        std::mem::swap(&mut self.world.fds.received, &mut conn.fds);
        if self.world.exit.is_some() {
            return;
        }
        if std::mem::take(&mut self.world.awaits_migration) {
            // The prompt comes when the migration has ended.
            let rest = VecDeque::from([Action::Reply(output.into_bytes())]);
            conn.busy = Some(Busy { until: None, rest, asked: None, answered: true });
            return;
        }
        self.text_reply(index, output);
    }

    /// Output of a command, with its line ends, and the prompt.
    fn text_reply(&mut self, index: usize, output: String) {
        let Some(conn) = &mut self.monitors[index].conn else { return };
        let Session::Text(session) = &mut conn.session else { return };
        let prompt = session.prompt(&mut self.world);
        self.send(index, &[output.as_bytes(), prompt].concat());
    }

    fn send(&mut self, index: usize, bytes: &[u8]) {
        let monitor = &mut self.monitors[index];
        self.log.sent(&monitor.label, bytes);
        if let Some(conn) = &mut monitor.conn {
            conn.write(bytes);
        }
    }

    /// An action on a connection.
    pub fn act(&mut self, index: usize, action: Action) {
        let Some(conn) = &mut self.monitors[index].conn else { return };
        match action {
            Action::Print(bytes) => conn.write(&bytes),
            Action::Garbage(count) => conn.garbage(count),
            Action::Event { name, data } => {
                if matches!(conn.session, Session::Qmp(_)) {
                    conn.write(&crate::conn::event_line(&name, data.as_deref(), 1));
                }
            }
            Action::Flood { count, name, data } => {
                if matches!(conn.session, Session::Qmp(_)) {
                    conn.flood(count, &name, data.as_deref());
                }
            }
            Action::Stall => conn.stalled = true,
            Action::Resume => conn.stalled = false,
            Action::HangUp => self.hang_up(index),
            other => self.act_alone(other),
        }
    }

    /// An action on the machine or the process.
    fn act_alone(&mut self, action: Action) {
        match action {
            Action::Exit(_) | Action::Kill(_) => self.die(&action),
            Action::Note(text) => self.log.line("note", &text),
            Action::Complain(text) => eprintln!("{text}"),
            Action::Write { label, bytes } => {
                let chardev = self.world.chardevs.iter().find(|chardev| chardev.label == label);
                if let Some((master, _)) = chardev.and_then(|chardev| chardev.pty.as_ref())
                    && let Err(error) = crate::conn::write_all(master, &bytes)
                {
                    self.log.line("error", &error.to_string());
                }
            }
            Action::Guest(guest) => match guest {
                Guest::Reset => self.world.reset(true),
                Guest::Shutdown => self.world.shutdown("guest-shutdown"),
                Guest::Stop(status) => self.world.pause(&status),
                Guest::Cont => self.world.go_on(),
                Guest::State(status) => self.world.status = status,
                Guest::Migration(status) => self.world.end_migration(status),
            },
            _ => {}
        }
        // Before what the next action writes.
        self.deliver_events();
    }
}

/// Whether an action is done to a connection.
fn is_of_connection(action: &Action) -> bool {
    use Action::*;
    matches!(action, Print(_) | Garbage(_) | Event { .. } | Flood { .. } | Stall | Resume | HangUp)
}
