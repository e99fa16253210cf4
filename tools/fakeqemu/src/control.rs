//! The control channel: statements while the emulator runs, one a line, each answered with `ok` or `error TEXT`.

use std::io::{ErrorKind, Read, Write};
use std::os::unix::net::{UnixListener, UnixStream};
use std::time::{Duration, Instant};

use crate::engine::Engine;
use crate::script::{Statement, fits, parse};

/// A client that gives orders.
#[derive(Debug)]
pub struct Client {
    pub stream: UnixStream,
    input: Vec<u8>,
    /// Pattern and count of an `await` that is not answered yet; later lines wait for it.
    awaits: Option<(String, usize)>,
    gone: bool,
}

/// The channel.
#[derive(Debug, Default)]
pub struct Control {
    pub listener: Option<UnixListener>,
    pub clients: Vec<Client>,
}

impl Control {
    /// Takes a client.
    pub fn accept(&mut self) {
        let Some(Ok((stream, _))) = self.listener.as_ref().map(UnixListener::accept) else { return };
        if stream.set_nonblocking(true).is_ok() {
            self.clients.push(Client { stream, input: Vec::new(), awaits: None, gone: false });
        }
    }

    /// Reads what a client sent: its whole lines.
    pub fn read(&mut self, index: usize) -> Vec<(usize, String)> {
        let Some(client) = self.clients.get_mut(index) else { return Vec::new() };
        let mut buffer = [0; 4096];
        match client.stream.read(&mut buffer) {
            Ok(0) => client.gone = true,
            Ok(count) => client.input.extend(&buffer[..count]),
            Err(error) => {
                client.gone = !matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::Interrupted)
            }
        }
        self.lines(index)
    }

    fn lines(&mut self, index: usize) -> Vec<(usize, String)> {
        let mut lines = Vec::new();
        let Some(client) = self.clients.get_mut(index) else { return lines };
        if client.awaits.is_none()
            && let Some(end) = client.input.iter().position(|byte| *byte == b'\n')
        {
            let line: Vec<u8> = client.input.drain(..=end).collect();
            lines.push((index, String::from_utf8_lossy(&line).trim().to_owned()));
        }
        lines
    }

    fn answer(&mut self, index: usize, answer: &str) {
        if let Some(client) = self.clients.get_mut(index) {
            client.gone |= client.stream.write_all(format!("{answer}\n").as_bytes()).is_err();
        }
    }

    /// Answers those who waited for a command that has come; forgets those who left.
    pub fn answer_waiting(&mut self, history: &[String]) {
        for index in 0..self.clients.len() {
            let has_come = |(pattern, count): &mut (String, usize)| {
                history.iter().filter(|subject| fits(pattern, subject)).count() >= *count
            };
            if self.clients[index].awaits.take_if(has_come).is_some() {
                self.answer(index, "ok");
            }
        }
        self.clients.retain(|client| !client.gone);
    }
}

impl Engine {
    /// Carries out a line and those that came with it.
    pub fn control_line(&mut self, client: usize, line: &str) {
        let mut lines = vec![(client, line.to_owned())];
        while let Some((client, line)) = lines.pop() {
            self.log.line("control", &line);
            match parse::statement(&line, &self.script_folder).map(|statement| self.apply(client, statement))
            {
                Ok(Ok(true)) => self.control.answer(client, "ok"),
                Ok(Ok(false)) => {}
                Ok(Err(error)) | Err(error) => self.control.answer(client, &format!("error {error}")),
            }
            self.control.answer_waiting(&self.history);
            lines = self.control.lines(client);
        }
    }

    /// Whether the answer is due now.
    fn apply(&mut self, client: usize, statement: Statement) -> Result<bool, String> {
        match statement {
            Statement::Await(pattern, count) => {
                if let Some(client) = self.control.clients.get_mut(client) {
                    client.awaits = Some((pattern, count));
                }
                return Ok(false);
            }
            Statement::Do(actions) => self.broadcast(actions),
            Statement::Rule(rule) => self.rules.insert(0, rule),
            other => self.configure(other)?,
        }
        self.deliver_events();
        Ok(true)
    }

    /// What a statement of a script or of the control channel changes.
    pub fn configure(&mut self, statement: Statement) -> Result<(), String> {
        match statement {
            Statement::Greeting(greeting) => self.greeting = greeting,
            Statement::Log(path) => {
                self.log.open(&path).map_err(|error| format!("{}: {error}", path.display()))?
            }
            Statement::Cpus(online, max) => self.world.cpus = crate::world::cpu::Cpus::new(online, max),
            Statement::Migration(ms) => self.world.migration.takes = ms.map(Duration::from_millis),
            Statement::Disk { name, file, format } => {
                self.world.drives.push(crate::world::block::Drive::disk(&name, &file, &format));
            }
            Statement::Password { drive, file, secret } => self.world.set_key(&drive, &file, &secret),
            Statement::Without(name) => self.world.without.push(name),
            Statement::With(name) => self.world.with.push(name),
            Statement::Split(split) => self.split = split,
            Statement::Limit(limit) => self.limit = Some(limit),
            Statement::Rule(rule) => self.rules.push(rule),
            Statement::Forget => self.rules.clear(),
            Statement::After(ms, actions) => {
                self.timers.push((Instant::now() + Duration::from_millis(ms), actions.into()));
            }
            Statement::Do(actions) => self.timers.push((Instant::now(), actions.into())),
            Statement::Version(_) | Statement::Protocol(_) | Statement::Control(_) => {
                return Err("only in a script".to_owned());
            }
            Statement::Await(..) => return Err("only on a control channel".to_owned()),
        }
        Ok(())
    }
}
