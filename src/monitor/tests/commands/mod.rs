//! Virtual CPUs, memory, block devices, media, passwords and snapshots, in the words of both protocols.
//!
//! `table.rs` has the words, `refusals.rs` what cannot be said, `replies.rs` the answers of old and new QEMU, `broken.rs`
//! those that make no sense, `stories.rs` what takes several steps, `secrets.rs` what nobody may see, `machine.rs` a
//! real QEMU with a monitor of either kind.

mod broken;
mod machine;
mod refusals;
mod replies;
mod secrets;
mod stories;
mod table;

use std::sync::mpsc;

use super::text::echo;
use super::*;

/// A text monitor's side of a connection.
struct Typist<'a>(&'a mut Peer);

impl Typist<'_> {
    /// The next line that is typed.
    fn hear(&mut self) -> String {
        let mut line = Vec::new();
        self.0.reader.read_until(b'\r', &mut line).expect("the monitor types in time");
        assert_eq!(line.pop(), Some(b'\r'), "a whole line, not {line:?}");
        String::from_utf8(line).expect("text")
    }

    /// Draws what was typed, prints an answer and waits for the next line.
    fn print(&self, typed: &str, answer: &str) {
        let end = if answer.is_empty() || answer.ends_with('\n') { "" } else { "\r\n" };
        self.0.send(format!("{}{answer}{end}(qemu) ", echo(typed)).as_bytes());
    }

    /// Draws what was typed, and asks for a password.
    fn ask(&self, typed: &str, about: &str) {
        let end = if about.is_empty() { "" } else { "\r\n" };
        self.0.send(format!("{}{about}{end}Password: ", echo(typed)).as_bytes());
    }
}

/// What a peer has to hear, and what it answers: a value or "!Class: sentence" in QMP; in the text monitor what is
/// printed, or "?sentence" to ask for a password, which comes next.
type Script = Vec<(String, String)>;

fn script(steps: &[(&str, &str)]) -> Script {
    steps.iter().map(|(heard, said)| ((*heard).to_owned(), (*said).to_owned())).collect()
}

/// A monitor whose peer plays `script`; the peer's thread returns what it heard beyond that.
fn actor(
    protocol: Protocol,
    callbacks: Arc<dyn MonitorCallbacks>,
    script: Script,
) -> (Arc<Monitor>, JoinHandle<String>) {
    let (stream, peer) = scripted(move |peer| {
        match protocol {
            Protocol::Json => play_json(peer, &script),
            Protocol::Text => play_text(&mut Typist(peer), &script),
        }
        let mut rest = String::new();
        // A monitor that is closed with an answer unread breaks the connection.
        let _ = peer.reader.read_to_string(&mut rest);
        rest
    });
    let options = Options { protocol, ..Options::default() };
    (Monitor::open(stream, "guest", callbacks, options).expect("the peer opens"), peer)
}

fn play_json(peer: &mut Peer, script: &Script) {
    peer.open();
    for (expected, said) in script {
        let line = peer.hear();
        let (heard, id) = line.rsplit_once(",\"id\":").expect("a number");
        let id = id.trim_end_matches('}');
        assert_eq!(format!("{heard}}}"), *expected);
        peer.say(&json_reply(said, id));
    }
}

fn json_reply(said: &str, id: &str) -> String {
    match said.strip_prefix('!').and_then(|error| error.split_once(": ")) {
        Some((class, text)) => {
            format!(r#"{{"id": {id}, "error": {{"class": "{class}", "desc": "{text}"}}}}"#)
        }
        None => format!(r#"{{"return": {said}, "id": {id}}}"#),
    }
}

fn play_text(typist: &mut Typist<'_>, script: &Script) {
    let mut password = false;
    for (expected, said) in script {
        let typed = typist.hear();
        assert_eq!(typed, *expected);
        // QEMU draws stars for a password.
        let drawn = if password { "*".repeat(typed.len()) } else { typed };
        match said.strip_prefix('?') {
            Some(about) => typist.ask(&drawn, about),
            None => typist.print(&drawn, said),
        }
        password = said.starts_with('?');
    }
}

/// Runs `call` on a monitor whose peer plays the script, all of it and nothing more.
fn play<T>(protocol: Protocol, steps: &[(&str, &str)], call: impl FnOnce(&Monitor) -> T) -> T {
    let (monitor, peer) = actor(protocol, Record::new(), script(steps));
    let outcome = call(&monitor);
    drop(monitor);
    assert_eq!(peer.join().expect("the script is heard"), "", "more than the script");
    outcome
}

/// A monitor whose peer answers every command with the same.
struct Parrot {
    monitor: Arc<Monitor>,
    reply: Arc<Mutex<String>>,
}

impl Parrot {
    fn new(protocol: Protocol) -> Self {
        let reply = Arc::<Mutex<String>>::default();
        let (stream, _) = scripted({
            let reply = reply.clone();
            move |peer| match protocol {
                Protocol::Json => {
                    peer.open();
                    let mut line = String::new();
                    while peer.reader.read_line(&mut line).is_ok_and(|count| count > 0) {
                        let id = line.rsplit_once("\"id\":").map_or("0", |(_, id)| id.trim_end());
                        peer.say(&json_reply(&lock(&reply), id.trim_end_matches('}')));
                        line.clear();
                    }
                }
                Protocol::Text => {
                    let mut line = Vec::new();
                    while peer.reader.read_until(b'\r', &mut line).is_ok_and(|count| count > 0) {
                        line.pop();
                        let typed = String::from_utf8_lossy(&line).into_owned();
                        Typist(peer).print(&typed, &lock(&reply));
                        line.clear();
                    }
                }
            }
        });
        let options = Options { protocol, ..Options::default() };
        let monitor = Monitor::open(stream, "guest", Record::new(), options).expect("the peer opens");
        Self { monitor, reply }
    }

    /// What `call` makes of the reply. A reader that panics never answers.
    fn hear<T: Send + 'static>(&self, reply: &str, call: impl FnOnce(&Monitor) -> T + Send + 'static) -> T {
        reply.clone_into(&mut lock(&self.reply));
        let (done, outcome) = mpsc::channel();
        let monitor = self.monitor.clone();
        thread::spawn(move || done.send(call(&monitor)));
        outcome.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("a reader fell over {reply}"))
    }
}
