//! A live monitor with two callers, and a peer that does what the input says: greets, answers rightly and wrongly, in
//! halves, tells events, talks nonsense, is closed on, and hangs up. Everybody returns, and nothing is made up or lost.

#![cfg_attr(fuzzing, no_main)]
#![forbid(unsafe_code)]

use std::io::{Read, Write};
use std::os::unix::net::UnixStream;
use std::sync::{Arc, Mutex, OnceLock};
use std::thread;
use std::time::Duration;

use virt::monitor::{Monitor, Narrator, Options, Protocol};

/// Notes what the driver would be told.
#[derive(Default)]
struct Record(Mutex<Vec<String>>);

impl Narrator for Record {
    fn tell(&self, line: String) {
        self.0.lock().expect("no panic with the lock").push(line);
    }
}

/// The peer's side.
struct Peer {
    stream: UnixStream,
    protocol: Protocol,
    received: Vec<u8>,
    /// The command that has no answer yet.
    command: Option<String>,
    /// A half that is still to be said.
    rest: Vec<u8>,
    answers: usize,
    events: usize,
    /// Something was said that ends the connection, or may.
    spoilt: bool,
}

impl Peer {
    /// Waits for the next command; `false` if none comes any more.
    fn take(&mut self) -> bool {
        let end = if self.protocol == Protocol::Json { b'\n' } else { b'\r' };
        while self.command.is_none() {
            if let Some(place) = self.received.iter().position(|byte| *byte == end) {
                let line: Vec<u8> = self.received.drain(..=place).collect();
                self.command = Some(String::from_utf8_lossy(&line[..place]).into_owned());
                break;
            }
            let mut block = [0; 1024];
            match self.stream.read(&mut block) {
                Ok(0) | Err(_) => return false,
                Ok(count) => self.received.extend_from_slice(&block[..count]),
            }
        }
        true
    }

    fn say(&mut self, text: &str) {
        self.finish();
        let _ = self.stream.write_all(text.as_bytes());
    }

    /// Says what is left of a half.
    fn finish(&mut self) {
        let rest = std::mem::take(&mut self.rest);
        let _ = self.stream.write_all(&rest);
    }

    /// The right answer to `command`.
    fn answer(&self, command: &str) -> String {
        if self.protocol == Protocol::Text {
            return format!("{command}\r\nVM status: running\r\n(qemu) ");
        }
        let id = command.rsplit_once("\"id\":").map_or("0", |(_, id)| id.trim_end_matches('}'));
        format!("{{\"return\": {{\"running\": true, \"status\": \"x\"}}, \"id\": {id}}}\r\n")
    }

    /// One step; `false` ends the script.
    fn act(&mut self, step: u8, monitor: &Mutex<Option<Arc<Monitor>>>) -> bool {
        let json = self.protocol == Protocol::Json;
        match step % 12 {
            0..=3 => {
                if !self.take() {
                    return false;
                }
                let command = self.command.take().expect("just taken");
                let answer = self.answer(&command);
                self.finish();
                self.answers += 1;
                if step & 0x10 != 0 {
                    let half = usize::from(step >> 5) * answer.len() / 8;
                    let _ = self.stream.write_all(&answer.as_bytes()[..half]);
                    self.rest = answer.as_bytes()[half..].to_vec();
                    // Nothing may come between the halves of a message but time.
                    thread::yield_now();
                    self.finish();
                } else {
                    let _ = self.stream.write_all(answer.as_bytes());
                }
            }
            4 | 5 if json => {
                self.say(&format!(
                    "{{\"event\": \"RTC_CHANGE\", \"data\": {{\"offset\": {}}}}}\r\n",
                    self.events
                ));
                self.events += 1;
            }
            6 if json => self.say("{\"event\": \"RTC_CHANGE\"}\r\n{\"event\": \"NEW\", \"data\": []}\r\n"),
            7 if json => self.say("{\"return\": {}, \"id\": 77}\r\n{\"return\": [], \"id\": \"beat\"}\r\n"),
            8 if json => {
                if !self.take() {
                    return false;
                }
                let command = self.command.take().expect("just taken");
                let id = command.rsplit_once("\"id\":").map_or("0}", |(_, id)| id).to_owned();
                self.say(&format!(
                    "{{\"error\": {{\"class\": \"GenericError\", \"desc\": \"no\"}}, \"id\": {id}\r\n"
                ));
            }
            4..=8 => self.say("(qemu) "),
            9 => {
                self.spoilt = true;
                self.say(if json { "garbage\r\n" } else { "\r\nPassword: \r\n\x1b[99D" });
                return !json;
            }
            10 => {
                if let Some(monitor) = &*monitor.lock().expect("no panic with the lock") {
                    self.spoilt = true;
                    monitor.close();
                }
            }
            _ => return false,
        }
        true
    }
}

/// Commands until the connection is gone; returns how many worked.
fn use_up(monitor: &Monitor) -> usize {
    let mut worked = 0;
    loop {
        match monitor.query_status() {
            Ok(_) => worked += 1,
            // What the peer says to one command; the next may do better.
            Err(error)
                if ["unable to execute", "unexpected reply", "no secret"]
                    .iter()
                    .any(|it| error.message().contains(it)) => {}
            Err(_) => return worked,
        }
    }
}

/// Keeps the I/O thread alive between the inputs: an end of it that the fuzzer looks at half-way seems to be a leak.
fn keep_the_thread() {
    static IDLE: OnceLock<(Arc<Monitor>, UnixStream)> = OnceLock::new();
    IDLE.get_or_init(|| {
        let (ours, theirs) = UnixStream::pair().expect("a socket pair");
        let options = Options { protocol: Protocol::Text, ..Options::default() };
        (Monitor::open(ours, "idle", Arc::new(Record::default()), options).expect("opens"), theirs)
    });
}

/// Tries one input: a byte for the protocol, then the peer's steps.
pub fn run(data: &[u8]) {
    let Some((protocol, steps)) = data.split_first() else { return };
    keep_the_thread();
    let protocol = if protocol % 2 == 0 { Protocol::Json } else { Protocol::Text };
    let (ours, theirs) = UnixStream::pair().expect("a socket pair");
    let record = Arc::new(Record::default());
    let opened: Mutex<Option<Arc<Monitor>>> = Mutex::new(None);
    let mut peer = Peer {
        stream: theirs,
        protocol,
        received: Vec::new(),
        command: None,
        rest: Vec::new(),
        answers: 0,
        events: 0,
        spoilt: false,
    };
    let worked: usize = thread::scope(|scope| {
        let callers = scope.spawn(|| {
            let options = Options { protocol, start_up: Duration::from_secs(20), ..Options::default() };
            let Ok(monitor) = Monitor::open(ours, "fuzz", record.clone(), options) else { return 0 };
            *opened.lock().expect("no panic with the lock") = Some(monitor.clone());
            thread::scope(|scope| {
                let callers = [(); 2].map(|()| scope.spawn(|| use_up(&monitor)));
                callers.map(|caller| caller.join().expect("no panic")).iter().sum()
            })
        });
        match protocol {
            Protocol::Json => peer.say("{\"QMP\": {\"capabilities\": [\"oob\"]}}\r\n"),
            Protocol::Text => peer.say("QEMU 0.11.0 monitor - type 'help' for more information\r\n(qemu) "),
        }
        for step in steps.iter().take(64) {
            if !peer.act(*step, &opened) {
                break;
            }
        }
        peer.finish();
        let _ = peer.stream.shutdown(std::net::Shutdown::Both);
        callers.join().expect("no panic")
    });
    assert!(worked <= peer.answers, "{worked} of {}", peer.answers);
    let monitor = opened.into_inner().expect("no panic with the lock");
    let was_open = monitor.is_some();
    drop(monitor);
    let lines = |record: &Record| record.0.lock().expect("no panic with the lock").clone();
    if was_open && !peer.spoilt {
        while lines(&record).last().is_none_or(|line| line != "end") {
            thread::yield_now();
        }
    }
    let lines = lines(&record);
    let told: Vec<_> = lines.iter().filter_map(|line| line.strip_prefix("rtc ")).collect();
    assert!(told.iter().enumerate().all(|(number, offset)| number.to_string() == **offset), "{told:?}");
    assert!(told.len() == peer.events || peer.spoilt || !was_open, "{told:?} of {}", peer.events);
    let ends = lines.iter().filter(|line| *line == "end").count();
    assert!(ends <= 1 && (ends == 0 || lines.last().is_some_and(|line| line == "end")), "{lines:?}");
}

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| run(data));
