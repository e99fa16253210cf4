//! The monitor against scripted peers, recorded QEMUs and a real one.
//!
//! A scripted peer is a thread at the other end of a socket pair. Nothing here sleeps: a test waits for
//! what it expects, with a deadline.

mod commands;
mod devices;
mod dialogue;
mod end;
mod events;
mod layering;
mod overdue;
mod real;
mod real_text;
mod recording;
mod replay;
mod text;
mod threads;
mod words;

use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::net::UnixStream;
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::{Monitor, MonitorCallbacks, Narrator, Options, Protocol};
use crate::error::Result;
use crate::util::lock;

/// Longer than anything takes; only a failing test waits for it.
const PATIENCE: Duration = Duration::from_secs(20);

/// What QEMU 7.2 says first.
const GREETING: &str = r#"{"QMP": {"version": {"qemu": {"micro": 22, "minor": 2, "major": 7}, "package": ""}, "capabilities": ["oob"]}}"#;

/// How the question begins with which the monitor finds out whether QEMU lives.
const HEARTBEAT: &str = r#"{"exec-oob":"query-yank","#;

/// QEMU's side of a connection.
struct Peer {
    reader: BufReader<UnixStream>,
}

impl Peer {
    fn new(stream: UnixStream) -> Self {
        stream.set_read_timeout(Some(PATIENCE)).expect("a timeout above zero");
        Self { reader: BufReader::new(stream) }
    }

    /// Says one line, with QEMU's line end.
    fn say(&self, line: &str) {
        self.send(format!("{line}\r\n").as_bytes());
    }

    fn send(&self, bytes: &[u8]) {
        self.reader.get_ref().write_all(bytes).expect("the monitor listens");
    }

    /// The next line of the monitor that is no heartbeat; those get an answer, which does not matter.
    fn hear(&mut self) -> String {
        loop {
            let line = self.hear_any();
            if !line.starts_with(HEARTBEAT) {
                return line;
            }
            self.say(r#"{"return": [], "id": "beat"}"#);
        }
    }

    /// The next line of the monitor.
    fn hear_any(&mut self) -> String {
        let mut line = String::new();
        self.reader.read_line(&mut line).expect("the monitor speaks in time");
        assert!(line.ends_with('\n'), "the monitor ends its lines: {line:?}");
        line.truncate(line.len() - 1);
        line
    }

    /// Waits for `command`, whose id it returns.
    fn expect(&mut self, command: &str) -> u64 {
        let line = self.hear();
        let start = format!(r#"{{"execute":"{command}","#);
        assert!(line.starts_with(&start), "expected {command}, heard {line}");
        let message: serde_json::Value = serde_json::from_str(&line).expect("JSON");
        message["id"].as_u64().expect("a number as id")
    }

    /// Waits for `command` and gives it `value`.
    fn answer(&mut self, command: &str, value: &str) {
        let id = self.expect(command);
        self.say(&format!(r#"{{"return": {value}, "id": {id}}}"#));
    }

    /// Greets and negotiates.
    fn open(&mut self) {
        self.say(GREETING);
        self.answer("qmp_capabilities", "{}");
    }

    /// Waits until the monitor hangs up.
    fn wait_for_end(mut self) {
        let mut rest = Vec::new();
        self.reader.read_to_end(&mut rest).expect("the monitor hangs up in time");
    }
}

/// A socket whose other end runs `script`.
fn scripted<T: Send + 'static>(
    script: impl FnOnce(&mut Peer) -> T + Send + 'static,
) -> (UnixStream, JoinHandle<T>) {
    let (ours, theirs) = UnixStream::pair().expect("a socket pair");
    (ours, thread::spawn(move || script(&mut Peer::new(theirs))))
}

/// A monitor that is open; its peer goes on with `script`.
fn open<T: Send + 'static>(
    record: &Arc<Record>,
    options: Options,
    script: impl FnOnce(&mut Peer) -> T + Send + 'static,
) -> (Arc<Monitor>, JoinHandle<T>) {
    let (stream, peer) = scripted(|peer| {
        peer.open();
        script(peer)
    });
    let monitor = Monitor::open(stream, "guest", record.clone(), options).expect("the peer opens");
    (monitor, peer)
}

/// Sizes of the pieces in which a recording of so many bytes arrives: the small ones, and with `make check-long` every
/// one, but no more than the long recordings have time for.
fn piece_sizes(bytes: usize, usual: usize) -> Vec<usize> {
    let thorough = std::env::var("OXVIRT_TEST_ROUNDS").is_ok_and(|rounds| rounds != "1");
    let every = if !thorough {
        usual
    } else if bytes < 8192 {
        bytes
    } else {
        1024
    };
    (1..=every).chain([64, 1000, 4096, usize::MAX].into_iter().filter(|size| *size > every)).collect()
}

/// Limits that let a test see the deadline of a quick command pass.
fn hasty() -> Options {
    Options { quick: Duration::from_millis(60), ..Options::default() }
}

/// What `look` finds in time. For what tells nobody when it is there.
fn until<T>(mut look: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(start.elapsed() < PATIENCE, "it does not come");
        thread::yield_now();
    }
}

fn message<T>(outcome: Result<T>) -> String {
    outcome.err().expect("an error").message().to_owned()
}

/// Notes every callback as a line, in order.
#[derive(Default)]
struct Record {
    lines: Mutex<Vec<String>>,
    more: Condvar,
}

impl Record {
    fn new() -> Arc<Self> {
        Arc::default()
    }

    /// Everything so far, once `line` is among it.
    fn until(&self, line: &str) -> Vec<String> {
        let (lines, late) = self
            .more
            .wait_timeout_while(lock(&self.lines), PATIENCE, |lines| !lines.iter().any(|known| known == line))
            .expect("no test panics with the lock");
        assert!(!late.timed_out(), "no {line:?} in {lines:?}");
        lines.clone()
    }

    fn lines(&self) -> Vec<String> {
        lock(&self.lines).clone()
    }
}

impl Narrator for Record {
    fn tell(&self, line: String) {
        lock(&self.lines).push(line);
        self.more.notify_all();
    }
}
