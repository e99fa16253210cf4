//! Migration, PCI, devices, network, descriptors, character devices and keys: the words that are sent, the replies that
//! are understood, and what a real QEMU does and says through both protocols.

mod actions;
mod migrations;
mod replies;
mod same;
mod sent;
mod shell;
mod spoilt;
mod ways;

use std::io::BufRead;
use std::sync::mpsc::{Receiver, Sender, channel};

use super::*;

/// A QEMU that says what it is told to.
struct Puppet {
    monitor: Arc<Monitor>,
    replies: Sender<String>,
    heard: Receiver<String>,
}

impl Puppet {
    fn new(protocol: Protocol) -> Self {
        let (replies, next_reply) = channel::<String>();
        let (hear, heard) = channel();
        let (stream, _) = scripted(move |peer| {
            if protocol == Protocol::Json {
                peer.open();
            }
            let end = if protocol == Protocol::Json { b'\n' } else { b'\r' };
            loop {
                let mut line = Vec::new();
                if !matches!(peer.reader.read_until(end, &mut line), Ok(1..)) {
                    return;
                }
                let line = String::from_utf8(line).expect("text").trim_end().to_owned();
                let Ok(reply) = next_reply.recv() else { return };
                match line.rsplit_once(",\"id\":") {
                    Some((command, id)) if protocol == Protocol::Json => {
                        let _ = hear.send(format!("{command}}}"));
                        let id = id.trim_end_matches('}');
                        match reply.strip_prefix("error ") {
                            Some(error) => peer.say(&format!("{{\"error\":{error},\"id\":{id}}}")),
                            None => peer.say(&format!("{{\"return\":{reply},\"id\":{id}}}")),
                        }
                    }
                    _ => {
                        let _ = hear.send(line.clone());
                        peer.send(format!("{line}\r\n{reply}(qemu) ").as_bytes());
                    }
                }
            }
        });
        let options = Options { protocol, ..Options::default() };
        let monitor = Monitor::open(stream, "guest", Record::new(), options).expect("the peer opens");
        Self { monitor, replies, heard }
    }

    /// Runs `call`, whose commands get `replies`; returns the commands as well.
    fn run<T>(&self, replies: &[&str], call: impl FnOnce(&Monitor) -> Result<T>) -> (Result<T>, Vec<String>) {
        for reply in replies {
            self.replies.send((*reply).to_owned()).expect("the peer lives");
        }
        let outcome = call(&self.monitor);
        let heard: Vec<_> = self.heard.try_iter().collect();
        assert_eq!(heard.len(), replies.len(), "{heard:?} got {replies:?}");
        (outcome, heard)
    }
}

/// A folder that goes with the test.
struct Folder(std::path::PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("oxvirt-monitor-{}-{name}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir(&path).expect("a folder for temporary files");
        Self(path)
    }

    /// The names of what is in it, in order.
    fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(&self.0).expect("a folder");
        let mut names: Vec<_> =
            entries.map(|entry| entry.expect("readable").file_name().into_string().expect("text")).collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A real QEMU with one monitor of each kind, in a folder of its own.
struct Qemu {
    child: std::process::Child,
    folder: Folder,
    events: Arc<Events>,
    json: Arc<Monitor>,
    text: Arc<Monitor>,
}

impl Qemu {
    fn start(name: &str, arguments: &[&str]) -> Self {
        let folder = Folder::new(name);
        let child = std::process::Command::new("qemu-system-x86_64")
            .args(["-S", "-nodefaults", "-no-user-config", "-display", "none", "-m", "32", "-accel", "tcg"])
            .args([
                "-chardev",
                "socket,id=qmp,path=qmp,server=on,wait=off",
                "-mon",
                "chardev=qmp,mode=control",
            ])
            .args([
                "-chardev",
                "socket,id=hmp,path=hmp,server=on,wait=off",
                "-mon",
                "chardev=hmp,mode=readline",
            ])
            .args(arguments)
            .current_dir(&folder.0)
            .stdin(std::process::Stdio::null())
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .expect("qemu-system-x86_64 is installed");
        let events = Arc::new(Events::default());
        let open = |protocol, socket: &str, callbacks: Arc<dyn MonitorCallbacks>| {
            let endpoint = crate::monitor::Endpoint::Unix(folder.0.join(socket));
            Monitor::open(endpoint, name, callbacks, Options { protocol, ..Options::default() })
                .expect("opens")
        };
        let json = open(Protocol::Json, "qmp", events.clone());
        let text = open(Protocol::Text, "hmp", Record::new());
        Self { child, folder, events, json, text }
    }

    /// Both monitors, with words for messages and names.
    fn monitors(&self) -> [(&'static str, &Monitor); 2] {
        [("json", &self.json), ("text", &self.text)]
    }

    /// Makes a guest that was migrated away one that can be again: it has to run in between, which QEMU refuses for a
    /// moment after the end.
    fn revive(&self) {
        until(|| match self.json.cont() {
            Err(error) if error.message().contains("Migration is not finalized yet") => None,
            outcome => Some(outcome),
        })
        .expect("runs");
        self.json.stop().expect("stops");
    }

    /// Waits until a migration is that far.
    fn await_migration(&self, status: &str) {
        self.events.await_one("MIGRATION", &format!("\"{status}\""));
    }
}

impl Drop for Qemu {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The events that nobody has waited for yet: names and data.
#[derive(Default)]
struct Events {
    waiting: Mutex<Vec<(String, String)>>,
    more: Condvar,
}

impl Events {
    /// Waits for an event with some text in its data, and takes all up to it.
    fn await_one(&self, name: &str, part: &str) {
        let place = |waiting: &Vec<(String, String)>| {
            waiting.iter().position(|(known, data)| known == name && data.contains(part))
        };
        let (mut waiting, late) = self
            .more
            .wait_timeout_while(lock(&self.waiting), PATIENCE, |waiting| place(waiting).is_none())
            .expect("no test panics with the lock");
        assert!(!late.timed_out(), "no {name} with {part} in {waiting:?}");
        let end = place(&waiting).expect("found above");
        waiting.drain(..=end);
    }
}

impl MonitorCallbacks for Events {
    fn raw(&self, name: &str, _seconds: i64, _micros: u32, data: Option<&str>) {
        lock(&self.waiting).push((name.to_owned(), data.unwrap_or_default().to_owned()));
        self.more.notify_all();
    }
}

/// Asks again and again, until the deadline of every test.
fn until<T>(mut ask: impl FnMut() -> Option<T>) -> T {
    let end = Instant::now() + PATIENCE;
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(Instant::now() < end, "QEMU does not get there");
    }
}
