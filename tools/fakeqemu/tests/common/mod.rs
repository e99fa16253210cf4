//! Starts the emulator in a folder of its own and talks to its monitors, always with a deadline.

#![allow(dead_code, reason = "each test program uses some of it")]

use std::fs;
use std::io::{ErrorKind, Read, Write};
use std::os::fd::AsFd;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use serde_json::Value;
use tempfile::TempDir;

/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// The program that is tested.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_fakeqemu");

/// A running emulator; it is ended with the value.
pub struct Fake {
    pub child: Child,
    pub folder: TempDir,
}

impl Fake {
    /// Starts `script` as a program, with a log, a control channel and the arguments.
    pub fn start(script: &str, args: &[&str]) -> Fake {
        let folder = tempfile::tempdir().unwrap();
        let program = write_script(folder.path(), &format!("log log\ncontrol unix:control\n{script}"));
        let mut command = Command::new(program);
        command
            .args(args)
            .current_dir(&folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        Fake { child: command.spawn().unwrap(), folder }
    }

    /// One that has a text monitor.
    pub fn text(script: &str) -> (Fake, Client) {
        let fake = Fake::start(script, &["-S", "-monitor", "unix:text,server,nowait"]);
        let client = fake.connect("text");
        (fake, client)
    }

    /// One that has a QMP monitor.
    pub fn qmp(script: &str) -> (Fake, Client) {
        let fake = Fake::start(script, &["-S", "-qmp", "unix:qmp,server=on,wait=off"]);
        let client = fake.connect("qmp");
        (fake, client)
    }

    /// Connects to a socket in the folder as soon as it is there.
    pub fn connect(&self, name: &str) -> Client {
        Client::connect(&self.folder.path().join(name))
    }

    pub fn control(&self) -> Client {
        self.connect("control")
    }

    pub fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap()
    }

    pub fn wait(&mut self) -> ExitStatus {
        // A pidfd becomes readable when the process ends.
        let pid = rustix::process::Pid::from_child(&self.child);
        let fd = rustix::process::pidfd_open(pid, rustix::process::PidfdFlags::empty()).unwrap();
        assert!(readable(&fd, Instant::now() + PATIENCE), "the emulator does not end");
        self.child.wait().unwrap()
    }

    pub fn terminate(&self) {
        let pid = rustix::process::Pid::from_child(&self.child);
        rustix::process::kill_process(pid, rustix::process::Signal::TERM).unwrap();
    }
}

impl Drop for Fake {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Writes a script that can be run.
pub fn write_script(folder: &Path, script: &str) -> PathBuf {
    write_script_for(Path::new(PROGRAM), folder, script)
}

/// The same for a user who cannot look into the folder of the clone, such as one that belongs to root: the script and the
/// program that it names are in `folder`.
pub fn write_script_for_all(folder: &Path, script: &str) -> PathBuf {
    let copy = folder.join("fakeqemu");
    fs::copy(PROGRAM, &copy).unwrap();
    write_script_for(&copy, folder, script)
}

fn write_script_for(program: &Path, folder: &Path, script: &str) -> PathBuf {
    let path = folder.join("emulator");
    fs::write(&path, format!("#!{} --script\n{script}\n", program.display())).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path
}

fn readable(fd: &impl AsFd, end: Instant) -> bool {
    let timeout = Timespec::try_from(end.saturating_duration_since(Instant::now())).unwrap();
    poll(&mut [PollFd::new(fd, PollFlags::IN)], Some(&timeout)).unwrap() > 0
}

/// A client of a monitor or of the control channel.
pub struct Client {
    pub stream: UnixStream,
    buffer: Vec<u8>,
    count: u64,
}

impl Client {
    pub fn connect(path: &Path) -> Client {
        let end = Instant::now() + PATIENCE;
        loop {
            match UnixStream::connect(path) {
                Ok(stream) => return Client::new(stream),
                Err(error) => assert!(Instant::now() < end, "{}: {error}", path.display()),
            }
            std::thread::yield_now();
        }
    }

    pub fn new(stream: UnixStream) -> Client {
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        Client { stream, buffer: Vec::new(), count: 0 }
    }

    pub fn send(&mut self, bytes: impl AsRef<[u8]>) {
        self.stream.write_all(bytes.as_ref()).unwrap();
    }

    /// Reads more; false at the end of the stream.
    fn fill(&mut self) -> bool {
        let mut piece = [0; 65536];
        match self.stream.read(&mut piece) {
            Ok(0) => false,
            Ok(count) => {
                self.buffer.extend(&piece[..count]);
                true
            }
            Err(error) if error.kind() == ErrorKind::ConnectionReset => false,
            Err(error) => panic!("{error}; so far: {:?}", String::from_utf8_lossy(&self.buffer)),
        }
    }

    /// The next `count` bytes.
    pub fn take(&mut self, count: usize) -> Vec<u8> {
        while self.buffer.len() < count {
            assert!(self.fill(), "the stream ends: {:?}", String::from_utf8_lossy(&self.buffer));
        }
        self.buffer.drain(..count).collect()
    }

    /// Up to and with `end`.
    pub fn until(&mut self, end: &str) -> String {
        loop {
            let found = self.buffer.windows(end.len()).position(|window| window == end.as_bytes());
            if let Some(at) = found {
                return String::from_utf8(self.take(at + end.len())).unwrap();
            }
            assert!(
                self.fill(),
                "the stream ends without {end:?}: {:?}",
                String::from_utf8_lossy(&self.buffer)
            );
        }
    }

    /// All up to the end of the stream.
    pub fn rest(&mut self) -> Vec<u8> {
        while self.fill() {}
        std::mem::take(&mut self.buffer)
    }

    /// A line of QMP.
    pub fn message(&mut self) -> Value {
        serde_json::from_str(self.until("\r\n").trim()).unwrap()
    }

    /// Negotiates.
    pub fn negotiate(&mut self) {
        assert!(self.message()["QMP"].is_object());
        self.ok("qmp_capabilities", Value::Null);
    }

    /// Sends a QMP command; the messages up to and with its reply.
    pub fn exchange(&mut self, name: &str, args: Value) -> Vec<Value> {
        self.count += 1;
        let mut command = serde_json::json!({"execute": name, "id": self.count});
        if !args.is_null() {
            command["arguments"] = args;
        }
        self.send(command.to_string());
        let mut messages = Vec::new();
        loop {
            messages.push(self.message());
            if messages.last().unwrap()["id"] == self.count {
                return messages;
            }
        }
    }

    /// The reply alone.
    pub fn command(&mut self, name: &str, args: Value) -> Value {
        self.exchange(name, args).pop().unwrap()
    }

    /// The result of a command that must succeed.
    pub fn ok(&mut self, name: &str, args: Value) -> Value {
        let mut reply = self.command(name, args);
        assert!(reply.get("error").is_none(), "{name}: {reply}");
        reply["return"].take()
    }

    /// Sends a line to the text monitor: what it prints between its echo and the next prompt.
    pub fn line(&mut self, line: &str) -> String {
        self.send(format!("{line}\r"));
        self.until("\r\n");
        self.prompt()
    }

    /// Up to the next prompt, without it.
    pub fn prompt(&mut self) -> String {
        let text = self.until("(qemu) ");
        text.strip_suffix("(qemu) ").unwrap().to_owned()
    }

    /// Gives an order on the control channel.
    pub fn order(&mut self, order: &str) {
        self.send(format!("{order}\n"));
        assert_eq!(self.until("\n"), "ok\n", "{order}");
    }
}
