//! TLS on a TCP connection: the handshake, which may wait, and then records that are taken apart and made without
//! waiting.
//!
//! Reader and writer share one state of TLS. Its lock is a leaf, held for what can be done at once.

#![forbid(unsafe_code)]

use std::io::{self, BufRead, ErrorKind, Read, Write};
use std::net::TcpStream;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use nix::errno::Errno;
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, ClientConnection};

use super::socket::Stream;
use super::{Transport, Waiting};
use crate::util::{lock, os_error_text};

/// How many bytes are made into records at a time.
const CHUNK: usize = 64 << 10;

/// What a daemon says once it has accepted the client's certificate; one that has not ends the connection.
const ACCEPTED: u8 = 1;

/// Why there is no TLS.
#[derive(Debug)]
pub enum HandshakeError {
    /// The daemon's certificate was refused.
    Untrusted(rustls::Error),
    /// The daemon and we do not agree, or what is there does not speak TLS.
    Failed(String),
    /// The daemon has ended the connection instead of accepting our certificate.
    NoConfirmation(io::Error),
    /// The daemon says something else.
    NotConfirmed,
}

/// A connection that only the daemon can read.
#[derive(Debug)]
pub struct TlsTransport {
    stream: TcpStream,
    waiting: Waiting,
    session: Mutex<Session>,
}

#[derive(Debug)]
struct Session {
    connection: ClientConnection,
    /// How many of the bytes that came last to be sent are in records already, which wait for room.
    begun: usize,
}

impl TlsTransport {
    /// Agrees with the daemon at the other end of `stream`, whose certificate has to be for `name`, and waits until it
    /// has accepted us.
    pub fn new(
        stream: TcpStream,
        config: Arc<ClientConfig>,
        name: ServerName<'static>,
    ) -> Result<Self, HandshakeError> {
        let failed = |error: &dyn std::error::Error| HandshakeError::Failed(error.to_string());
        let mut connection = ClientConnection::new(config, name).map_err(|error| failed(&error))?;
        connection.set_buffer_limit(Some(CHUNK));
        while connection.is_handshaking() || connection.wants_write() {
            connection.complete_io(&mut Patient(&stream)).map_err(|error| {
                match error.get_ref().and_then(|inner| inner.downcast_ref()) {
                    Some(untrusted @ rustls::Error::InvalidCertificate(_)) => {
                        HandshakeError::Untrusted(untrusted.clone())
                    }
                    _ => HandshakeError::Failed(os_error_text(&error)),
                }
            })?;
        }
        let mut answer = [0];
        match rustls::Stream::new(&mut connection, &mut Patient(&stream)).read(&mut answer) {
            Ok(1) if answer == [ACCEPTED] => {}
            Ok(_) => return Err(HandshakeError::NotConfirmed),
            Err(error) => return Err(HandshakeError::NoConfirmation(error)),
        }
        let ready = stream.prepare().and_then(|()| Waiting::new());
        let waiting = ready.map_err(|error| failed(&error))?;
        Ok(Self { stream, waiting, session: Mutex::new(Session { connection, begun: 0 }) })
    }
}

impl Session {
    /// Sends the records that are made.
    fn flush(&mut self, stream: &TcpStream) -> io::Result<()> {
        while self.connection.wants_write() {
            self.connection.write_tls(&mut Patient(stream)).map_err(broken)?;
        }
        Ok(())
    }

    fn has_received(&mut self) -> bool {
        self.connection.reader().fill_buf().is_ok_and(|bytes| !bytes.is_empty())
    }
}

impl Transport for TlsTransport {
    fn receive(&self, into: &mut [u8]) -> io::Result<(usize, Option<OwnedFd>)> {
        let mut session = lock(&self.session);
        loop {
            match session.connection.reader().read(into) {
                Ok(count) => return Ok((count, None)),
                Err(error) if error.kind() == ErrorKind::WouldBlock => {}
                Err(error) => return Err(broken(error)), // the end, and the peer has not said so
            }
            session.connection.read_tls(&mut Patient(&self.stream)).map_err(broken)?;
            let outcome = session.connection.process_new_packets();
            // An answer that the protocol wants, such as why we end.
            let _ = session.flush(&self.stream);
            outcome.map_err(|error| broken(io::Error::other(error)))?;
        }
    }

    fn send(&self, bytes: &[u8]) -> io::Result<usize> {
        let mut session = lock(&self.session);
        if session.begun == 0 {
            session.begun = session.connection.writer().write(&bytes[..bytes.len().min(CHUNK)])?;
        }
        // They count when all their records are gone: until then the caller has to see to it that there is room.
        session.flush(&self.stream)?;
        Ok(std::mem::take(&mut session.begun))
    }

    fn send_fd(&self, _: BorrowedFd<'_>) -> io::Result<()> {
        Err(ErrorKind::Unsupported.into())
    }

    fn passes_fds(&self) -> bool {
        false
    }

    fn wait(&self, write: bool, timeout: Option<Duration>) -> io::Result<()> {
        let mut session = lock(&self.session);
        if session.has_received() {
            return Ok(());
        }
        let owing = session.connection.wants_write();
        drop(session);
        self.waiting.wait(self.fd(), write || owing, timeout)?;
        if owing {
            let _ = lock(&self.session).flush(&self.stream); // a failure is found by those who send and receive
        }
        Ok(())
    }

    fn wake(&self) {
        self.waiting.wake();
    }

    fn fd(&self) -> BorrowedFd<'_> {
        self.stream.as_fd()
    }

    fn has_received(&self) -> bool {
        lock(&self.session).has_received()
    }

    fn shutdown(&self) {
        let mut session = lock(&self.session);
        session.connection.send_close_notify();
        let _ = session.flush(&self.stream); // it may be gone already
        let _ = self.stream.end();
    }
}

/// The error of a connection that does not go on: the original's, for all reasons. The log says more.
fn broken(error: io::Error) -> io::Error {
    if error.kind() == ErrorKind::WouldBlock {
        return error;
    }
    log::debug!("TLS: {error}");
    Errno::EIO.into()
}

/// A stream that signals do not interrupt.
struct Patient<'a>(&'a TcpStream);

fn patiently<T>(mut call: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    loop {
        match call() {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            outcome => return outcome,
        }
    }
}

impl Read for Patient<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        patiently(|| self.0.read(into))
    }
}

impl Write for Patient<'_> {
    // The one way to write: by it, the standard library has the kernel raise no SIGPIPE.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        patiently(|| self.0.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
