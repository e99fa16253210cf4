//! A connection to a daemon under stress: sixteen threads with calls, descriptors, streams, registrations and keepalive
//! on one connection, which ends in every way there is. For a sanitizer, in `make check-long`.
//!
//! Everything returns, with what is its own; nothing is told twice, late or to nobody; nothing is left behind.

#![forbid(unsafe_code)]

mod daemon;
mod events;
#[path = "../rpc/peer.rs"]
#[allow(dead_code, reason = "shared with other tests")]
mod peer;
mod streams;
#[path = "../stress/mod.rs"]
mod stress;
mod worker;

use std::os::unix::net::UnixListener;
use std::sync::atomic::Ordering;
use std::sync::{Arc, mpsc};
use std::thread;

use virt::connect::Connect;

use daemon::{Daemon, End};
use peer::run_event_loop;
use stress::{PATIENCE, Random, descriptors, rounds, until};
use worker::{Tally, Worker};

const THREADS: u64 = 16;

/// How many operations a thread has, or the daemon packets, before the end.
const OPERATIONS: usize = 60;
const PACKETS: usize = 1000;

/// One connection, from its beginning to its end; counts go to `tally`.
fn one(number: usize, end: End, tally: &Arc<Tally>) {
    let mut random = Random::new(100 * number as u64 + 1);
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("sock");
    let listener = UnixListener::bind(&path).expect("a socket");
    let (leave, left) = mpsc::channel();
    let (packets, numbers) = (10 + random.below(PACKETS), random.below(3) > 0);
    let daemon = thread::spawn(move || {
        let client = listener.accept().expect("a client").0;
        Daemon::new(client, random, end, numbers).run(packets, &left);
    });
    let uri = format!("test+unix:///default?socket={}", path.display());
    let conn = Connect::open(Some(&uri), 0).expect("opened");
    if end.is_silence() {
        conn.driver().connect_set_keep_alive(1, 0).expect("a loop, and a daemon that knows it");
    }

    let order = Arc::default();
    let (done, finished) = mpsc::channel();
    for thread in 0..THREADS {
        let worker = Worker {
            conn: Arc::clone(&conn),
            random: Random::new(100 * number as u64 + 10 + thread),
            end,
            tally: Arc::clone(tally),
            order: Arc::clone(&order),
            registered: Vec::new(),
        };
        let done = done.clone();
        thread::spawn(move || {
            worker.run(OPERATIONS);
            done.send(()).expect("somebody waits");
        });
    }
    drop(done);
    for thread in 0..THREADS {
        let outcome = finished.recv_timeout(PATIENCE);
        outcome.unwrap_or_else(|error| panic!("{end:?}, round {number}: {thread} threads are done: {error}"));
    }
    assert_eq!(conn.driver().connect_is_alive().expect("an answer"), end == End::Closed);
    until("somebody keeps the connection", || Arc::strong_count(&conn) == 1);
    drop(conn);
    let _ = leave.send(()); // if it waits for that
    daemon.join().expect("the daemon is content");
    until("listeners are left", || tally.listeners.load(Ordering::SeqCst) == 0);
}

#[test]
fn sixteen_threads_until_every_end() {
    run_event_loop();
    let tally = Arc::new(Tally::default());
    one(0, End::HangUp, &tally);
    let before = descriptors();
    for number in 0..rounds(2 * End::ALL.len()) {
        one(number, End::ALL[number % End::ALL.len()], &tally);
    }
    until("descriptors are left", || descriptors() <= before);
    for counter in [&tally.ends, &tally.events, &tally.transfers, &tally.by_callback] {
        assert!(counter.load(Ordering::SeqCst) > 0, "{tally:?}");
    }
}
