//! A thread of the program: what it does with the connection that all have, at random, and what has to come of it.

#![forbid(unsafe_code)]

use std::fmt::Debug;
use std::io::Read;
use std::os::fd::{AsRawFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};

use virt::connect::Connect;
use virt::domain::Domain;
use virt::driver::HypervisorDriver;
use virt::error::{Error, Result};
use virt::event::closing::CloseListener;
use virt::ident::{DomainKey, Name, Uuid};

use super::daemon::{End, NOBODY, PLANNED};
use super::events::Registered;
use super::stress::Random;

/// What the program's callbacks count.
#[derive(Debug, Default)]
pub struct Tally {
    /// Listeners that exist: of events, of the end, and callbacks at streams.
    pub listeners: AtomicUsize,
    /// How often somebody was told: of the end, and of events.
    pub ends: AtomicUsize,
    pub events: AtomicUsize,
    /// Transfers that came to their end: by a thread, and by the event loop.
    pub transfers: AtomicUsize,
    pub by_callback: AtomicUsize,
}

/// One thread's part.
pub struct Worker {
    pub conn: Arc<Connect>,
    pub random: Random,
    pub end: End,
    pub tally: Arc<Tally>,
    /// The last event that anybody heard of this connection.
    pub order: Arc<AtomicI64>,
    pub registered: Vec<Registered>,
}

impl Worker {
    /// Works until the connection has ended, or for so many operations if it is the program that ends it.
    pub fn run(mut self, operations: usize) {
        let mut left = operations;
        while (self.end != End::Closed || left > 0) && self.is_alive() {
            left = left.saturating_sub(1);
            match self.random.below(100) {
                0..40 => self.call(),
                40..50 => self.pass_descriptors(),
                50..70 => self.register_or_not(),
                70..85 => self.transfer(),
                85..92 => self.transfer_by_callback(),
                92..96 => self.keep_alive(),
                _ => self.listen_for_the_end(),
            }
        }
        self.deregister_all();
    }

    pub fn driver(&self) -> &dyn HypervisorDriver {
        self.conn.driver()
    }

    pub fn is_alive(&self) -> bool {
        self.driver().connect_is_alive().expect("an answer")
    }

    /// What has come of an operation. It may fail if it was meant to, or when the connection has ended.
    pub fn outcome<T: Debug>(&self, what: &str, outcome: Result<T>) -> Option<T> {
        outcome.inspect_err(|error| self.check(what, error)).ok()
    }

    pub fn check(&self, what: &str, error: &Error) {
        assert!(error.message().ends_with(PLANNED) || !self.is_alive(), "{what}: {error}");
    }

    fn call(&mut self) {
        let dom = self.domain();
        match self.random.below(4) {
            0 => {
                let name = format!("guest{}", self.random.below(1 << 30));
                let found = self.outcome("look-up", self.driver().domain_lookup_by_name(&name));
                assert!(found.is_none_or(|found| found.name.as_str() == name));
            }
            1 => {
                let found = self.outcome("look-up", self.driver().domain_lookup_by_name(NOBODY));
                assert!(found.is_none(), "{found:?}");
            }
            2 => {
                let length = [0, 100, 10_000, 500_000][self.random.below(4)];
                let xml = self.outcome("XML", self.driver().domain_get_xml_desc(&dom, length));
                assert!(xml.is_none_or(|xml| xml.len() == dom.name().as_str().len() + length as usize));
            }
            _ => {
                self.outcome("suspend", self.driver().domain_suspend(&dom));
            }
        }
    }

    fn domain(&self) -> Domain {
        let name = Name::new("guest").expect("a name");
        let key = DomainKey { name, uuid: Uuid::from_bytes([1; 16]), id: None };
        Domain::new(Arc::clone(&self.conn), key)
    }

    fn pass_descriptors(&mut self) {
        let dom = self.domain();
        let index = self.random.below(1 << 30) as u32;
        let number = |stream: OwnedFd| {
            let mut number = [0; 4];
            UnixStream::from(stream).read_exact(&mut number).expect("a number");
            u32::from_be_bytes(number)
        };
        if self.random.below(2) == 0 {
            let (ours, theirs) = UnixStream::pair().expect("a socket pair");
            let given = self.driver().domain_open_graphics(&dom, index, theirs.as_raw_fd(), 0);
            if self.outcome("a descriptor", given).is_some() {
                assert_eq!(number(ours.into()), index);
            }
        } else if let Some(fd) =
            self.outcome("a descriptor", self.driver().domain_open_graphics_fd(&dom, index, 0))
        {
            assert_eq!(number(fd), index);
        }
    }

    /// A silent daemon is to be given up soon, and another never.
    fn keep_alive(&mut self) {
        let (interval, count) =
            if self.end.is_silence() { (1, 0) } else { (self.random.below(3) as i32, 1000) };
        self.outcome("keepalive", self.driver().connect_set_keep_alive(interval, count));
    }

    fn listen_for_the_end(&mut self) {
        const FUNCTION: usize = 7;
        let outcome = if self.random.below(2) == 0 {
            let listener = Listening::new(Arc::clone(&self.tally));
            self.driver().connect_register_close_callback(Box::new(Ending { function: FUNCTION, listener }))
        } else {
            self.driver().connect_unregister_close_callback(FUNCTION)
        };
        // One may be registered already, or none.
        drop(outcome);
    }
}

/// Counts as a listener as long as it exists.
pub struct Listening(pub Arc<Tally>);

impl Listening {
    pub fn new(tally: Arc<Tally>) -> Self {
        tally.listeners.fetch_add(1, Ordering::SeqCst);
        Self(tally)
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.0.listeners.fetch_sub(1, Ordering::SeqCst);
    }
}

struct Ending {
    function: usize,
    listener: Listening,
}

impl CloseListener for Ending {
    fn function(&self) -> usize {
        self.function
    }

    fn tell(self: Box<Self>, _: i32) {
        self.listener.0.ends.fetch_add(1, Ordering::SeqCst);
    }

    fn refuse(self: Box<Self>) {}
}
