//! The reactor alone, on a thread of each test's own.

use std::io::{Read, Write};
use std::os::unix::net::UnixStream;
use std::sync::mpsc::{self, Receiver, Sender};

use super::*;

/// Longer than anything takes; only a failing test waits for it.
const PATIENCE: Duration = Duration::from_secs(20);

/// A reactor that no other test uses.
fn reactor() -> &'static Reactor {
    Box::leak(Box::new(Reactor::new()))
}

/// Waits until the thread has ended.
fn wait_for_end(reactor: &Reactor) {
    let start = Instant::now();
    while lock(&reactor.state).poller.is_some() {
        assert!(start.elapsed() < PATIENCE, "the thread goes on");
        thread::yield_now();
    }
}

/// Tells what it is told.
struct Echo {
    stream: UnixStream,
    told: Sender<Option<Interest>>,
}

impl Echo {
    fn pair() -> (Arc<Self>, UnixStream, Receiver<Option<Interest>>) {
        let (stream, other) = UnixStream::pair().expect("a socket pair");
        let (told, heard) = mpsc::channel();
        (Arc::new(Self { stream, told }), other, heard)
    }
}

impl Source for Echo {
    fn fd(&self) -> BorrowedFd<'_> {
        self.stream.as_fd()
    }

    fn ready(&self, ready: Interest) {
        if ready.readable {
            (&self.stream).read_exact(&mut [0]).expect("one byte is there");
        }
        self.told.send(Some(ready)).expect("the test listens");
    }

    fn woken(&self) {
        self.told.send(None).expect("the test listens");
    }
}

#[test]
fn readiness_wake_and_end() {
    let reactor = reactor();
    let (source, mut other, heard) = Echo::pair();
    let token = reactor.token();
    reactor.register(token, source.clone(), Interest::READ).expect("registers");
    for _ in 0..3 {
        other.write_all(b"x").expect("the pair is open");
        assert_eq!(heard.recv_timeout(PATIENCE), Ok(Some(Interest::READ)));
        reactor.wake(token);
        assert_eq!(heard.recv_timeout(PATIENCE), Ok(None));
    }
    reactor.deregister(token);
    wait_for_end(reactor);
    // Too late, and harmless.
    reactor.deregister(token);
    reactor.wake(token);
    reactor.set_interest(token, &*source, Interest::READ_WRITE).expect("nothing to do");
    // Registered again, with a new thread.
    let token = reactor.token();
    reactor.register(token, source, Interest::READ_WRITE).expect("registers");
    assert_eq!(heard.recv_timeout(PATIENCE), Ok(Some(Interest { readable: false, writable: true })));
    reactor.deregister(token);
    wait_for_end(reactor);
}

/// A descriptor number that comes back under another token is another registration.
#[test]
fn reused_descriptor() {
    let reactor = reactor();
    let keep = reactor.after(PATIENCE * 100, || {}).expect("a timer");
    for _ in 0..100 {
        let (source, mut other, heard) = Echo::pair();
        let token = reactor.token();
        reactor.register(token, source, Interest::READ).expect("registers");
        other.write_all(b"x").expect("the pair is open");
        assert_eq!(heard.recv_timeout(PATIENCE), Ok(Some(Interest::READ)));
        reactor.deregister(token);
    }
    reactor.cancel(keep);
    wait_for_end(reactor);
}

#[test]
fn timers_in_order() {
    let reactor = reactor();
    let (told, heard) = mpsc::channel();
    let timer = |delay_ms, name: &'static str| {
        let told = told.clone();
        let job = move || told.send((name, Reactor::on_thread())).expect("the test listens");
        reactor.after(Duration::from_millis(delay_ms), job).expect("a timer")
    };
    timer(40, "second");
    let never = timer(20, "never");
    timer(5, "first");
    reactor.cancel(never);
    reactor.cancel(never);
    assert_eq!(heard.recv_timeout(PATIENCE), Ok(("first", true)));
    assert_eq!(heard.recv_timeout(PATIENCE), Ok(("second", true)));
    assert!(!Reactor::on_thread());
    wait_for_end(reactor);
}

#[test]
fn panic_is_contained() {
    let reactor = reactor();
    let (told, heard) = mpsc::channel();
    reactor.after(Duration::ZERO, || panic!("a test's panic")).expect("a timer");
    reactor.after(Duration::ZERO, move || told.send(()).expect("the test listens")).expect("a timer");
    assert_eq!(heard.recv_timeout(PATIENCE), Ok(()));
}

/// Decision 18: the end of a process by its pidfd.
#[test]
fn process_exit() {
    let mut child = process::Command::new("cat").stdin(process::Stdio::piped()).spawn().expect("cat runs");
    let pid = i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw).expect("a pid");
    let pidfd = rustix::process::pidfd_open(pid, rustix::process::PidfdFlags::empty()).expect("our child");
    let (told, heard) = mpsc::channel();
    let job = move || told.send(Reactor::on_thread()).expect("the test listens");
    Reactor::get().watch_process(pidfd, job).expect("watches");
    assert!(heard.try_recv().is_err());
    drop(child.stdin.take()); // ends cat
    assert_eq!(heard.recv_timeout(PATIENCE), Ok(true));
    assert!(child.wait().expect("our child").success());
}

/// Decision 19: in a fork everything answers with an error or does nothing.
#[test]
fn foreign_process() {
    let reactor: &Reactor = Box::leak(Box::new(Reactor { pid: process::id() + 1, ..Reactor::new() }));
    let (source, _other, _heard) = Echo::pair();
    let token = reactor.token();
    let error = reactor.register(token, source, Interest::READ).expect_err("refused");
    assert_eq!(error.code(), ErrorCode::VIR_ERR_OPERATION_INVALID);
    assert!(reactor.after(Duration::ZERO, || {}).is_err());
    // Must not even look at the book: its lock may have been held when the process forked.
    let held = lock(&reactor.state);
    reactor.wake(token);
    reactor.deregister(token);
    drop(held);
    assert!(lock(&reactor.state).poller.is_none());
}

#[test]
fn what_is_put_off_runs_at_the_end_of_the_turn() {
    let (tell, heard) = mpsc::channel();
    let say = move |what: &'static str| {
        let tell = tell.clone();
        move || tell.send(what).expect("the test listens")
    };
    at_end(say("elsewhere at once"));
    assert_eq!(heard.try_recv(), Ok("elsewhere at once"));

    let reactor = reactor();
    let say_more = say.clone();
    let turn = move || {
        at_end(say_more("first"));
        at_end(say_more("second"));
        say_more("the work")();
        run_put_off();
        at_end(say_more("third"));
        say_more("more work")();
    };
    reactor.after(Duration::ZERO, turn).expect("a timer");
    for expected in ["the work", "first", "second", "more work", "third"] {
        assert_eq!(heard.recv_timeout(PATIENCE), Ok(expected));
    }
    drop(say);
    wait_for_end(reactor);
}
