//! A program that carries the bytes: its standard input and output are one end of a pair of sockets.

#![forbid(unsafe_code)]

use std::fs::File;
use std::io;
use std::os::fd::{BorrowedFd, OwnedFd};
use std::os::unix::fs::FileExt;
use std::time::Duration;

use super::{Transport, UnixTransport};
use crate::util::process::{Process, Signal};

/// How much of what the program complained about is told.
const WORDS: u64 = 1024;
/// A program that has let go of the connection may still be at its last words.
const TO_SPEAK: Duration = Duration::from_millis(250);
/// What a program has for its end before it is killed; as from the original.
const TO_END: Duration = Duration::from_millis(10);
/// A killed program ends at once, but not in no time.
const TO_DIE: Duration = Duration::from_secs(1);

/// A program at the other end of a socket.
pub struct ChildTransport {
    socket: UnixTransport,
    process: Process,
    /// What it writes to its standard error: in memory, so that it is never held up, whoever else has it open.
    errors: File,
}

impl ChildTransport {
    /// Takes a program over that was started with the other end of `socket` and with `errors`.
    pub fn new(socket: UnixTransport, process: Process, errors: File) -> Self {
        Self { socket, process, errors }
    }
}

impl Transport for ChildTransport {
    fn receive(&self, into: &mut [u8]) -> io::Result<(usize, Option<OwnedFd>)> {
        self.socket.receive(into)
    }

    fn send(&self, bytes: &[u8]) -> io::Result<usize> {
        match self.socket.send(bytes) {
            // The program is gone. Whoever receives finds that as well, and hears why.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(bytes.len()),
            outcome => outcome,
        }
    }

    fn send_fd(&self, _: BorrowedFd<'_>) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn passes_fds(&self) -> bool {
        false
    }

    fn wait(&self, write: bool, timeout: Option<Duration>) -> io::Result<()> {
        self.socket.wait(write, timeout)
    }

    fn wake(&self) {
        self.socket.wake();
    }

    fn fd(&self) -> BorrowedFd<'_> {
        self.socket.fd()
    }

    fn last_words(&self) -> Option<String> {
        self.process.wait(TO_SPEAK);
        let length = self.errors.metadata().map_or(0, |metadata| metadata.len());
        let mut words = vec![0; length.min(WORDS) as usize];
        let read = self.errors.read_at(&mut words, length.saturating_sub(WORDS)).unwrap_or(0);
        words.truncate(read);
        Some(String::from_utf8_lossy(&words).trim_end().to_owned())
    }

    fn shutdown(&self) {
        self.socket.shutdown();
        for (signal, time) in [(Signal::TERM, TO_END), (Signal::KILL, TO_DIE)] {
            if self.process.has_ended() {
                break;
            }
            // It may have changed its user: then it ends by itself, or not.
            if let Err(error) = self.process.signal(signal) {
                log::warn!("cannot end process {}: {error}", self.process.pid());
                return;
            }
            self.process.wait(time);
        }
        self.process.reap();
    }
}
