//! Passing on the reader's role, under a checker that tries interleavings of threads (shuttle): the real client, with
//! a transport of memory. A lost wake-up shows as a deadlock. Nobody runs the event loop; what it was told is looked at.

#![forbid(unsafe_code)]

use std::collections::VecDeque;
use std::env;
use std::ffi::c_int;
use std::fs::File;
use std::io::{self, ErrorKind};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::sync::Arc;
use std::time::Duration;

use shuttle::sync::atomic::{AtomicUsize, Ordering};
use shuttle::sync::{Condvar, Mutex};
use shuttle::thread;

use super::{Client, CloseReason, Sink};
use crate::abi::virEventHandleType;
use crate::error::{Error, Result};
use crate::event::sync::lock;
use crate::rpc::message::{self, Assembler, Header, Packet, Status, Type};
use crate::rpc::protocol::Program;
use crate::rpc::protocol::remote::{self, procedure};
use crate::rpc::transport::Transport;

fn check(test: fn()) {
    let rounds: usize =
        env::var("OXVIRT_MODEL_ROUNDS").map_or(300, |rounds| rounds.parse().expect("a number"));
    shuttle::check_random(test, rounds);
    for depth in [2, 4] {
        shuttle::check_pct(test, rounds / 2, depth);
    }
}

/// An event loop that only notes what its one watch waits for, and takes its time for it.
pub mod event_loop {
    use std::cell::Cell;
    use std::ffi::c_int;
    use std::os::fd::RawFd;

    use shuttle::rand::{self, Rng};
    use shuttle::thread;

    use crate::abi::{virEventHandleCallback, virEventTimeoutCallback};
    use crate::event::callback::{HandleCallback, Refused, TimeoutCallback};

    // All threads of an execution are tasks of one real thread.
    thread_local! {
        pub static WATCHED: Cell<c_int> = const { Cell::new(0) };
    }

    pub fn add_handle(
        _: RawFd,
        events: c_int,
        _: HandleCallback,
    ) -> Result<c_int, Refused<virEventHandleCallback>> {
        WATCHED.set(events);
        Ok(1)
    }

    pub fn update_handle(_: c_int, events: c_int) {
        // Maybe long enough for all that another thread does meanwhile.
        (0..[0, 20][rand::thread_rng().gen_range(0..2)]).for_each(|_| thread::yield_now());
        WATCHED.set(events);
    }

    pub fn remove_handle(_: c_int) -> c_int {
        WATCHED.set(0);
        0
    }

    pub fn add_timeout(
        _: c_int,
        callback: TimeoutCallback,
    ) -> Result<c_int, Refused<virEventTimeoutCallback>> {
        Err(Refused { callback, answer: -1 })
    }

    pub fn update_timeout(_: c_int, _: c_int) {}

    pub fn remove_timeout(_: c_int) -> c_int {
        -1
    }
}

/// Both directions of a connection.
struct Wire {
    state: Mutex<Flow>,
    changed: Condvar,
    /// Of no use, but asked for.
    file: File,
}

#[derive(Default)]
struct Flow {
    to_client: VecDeque<u8>,
    to_daemon: VecDeque<u8>,
    woken: bool,
    ended: bool,
}

impl Wire {
    fn new() -> Arc<Self> {
        let file = File::open("/dev/null").expect("there");
        Arc::new(Self { state: Mutex::default(), changed: Condvar::new(), file })
    }

    fn say(&self, bytes: &[u8]) {
        lock(&self.state).to_client.extend(bytes);
        self.changed.notify_all();
    }
}

fn take(from: &mut VecDeque<u8>, into: &mut [u8]) -> usize {
    let count = from.len().min(into.len());
    into.iter_mut().zip(from.drain(..count)).for_each(|(to, from)| *to = from);
    count
}

impl Transport for Arc<Wire> {
    fn receive(&self, into: &mut [u8]) -> io::Result<(usize, Option<OwnedFd>)> {
        let mut state = lock(&self.state);
        match take(&mut state.to_client, into) {
            0 if !state.ended => Err(ErrorKind::WouldBlock.into()),
            count => Ok((count, None)),
        }
    }

    fn send(&self, bytes: &[u8]) -> io::Result<usize> {
        let mut state = lock(&self.state);
        if state.ended {
            return Err(ErrorKind::BrokenPipe.into());
        }
        // Never all at once, and not always something.
        let room = 40_usize.saturating_sub(state.to_daemon.len()).min(bytes.len());
        if room == 0 {
            return Err(ErrorKind::WouldBlock.into());
        }
        state.to_daemon.extend(&bytes[..room]);
        self.changed.notify_all();
        Ok(room)
    }

    fn send_fd(&self, _: BorrowedFd<'_>) -> io::Result<()> {
        Err(ErrorKind::Unsupported.into())
    }

    fn passes_fds(&self) -> bool {
        false
    }

    fn wait(&self, write: bool, _: Option<Duration>) -> io::Result<()> {
        let state = lock(&self.state);
        let idle = |flow: &mut Flow| {
            flow.to_client.is_empty() && !flow.woken && !flow.ended && !(write && flow.to_daemon.len() < 40)
        };
        self.changed.wait_while(state, idle).expect("no panic with the lock").woken = false;
        Ok(())
    }

    fn wake(&self) {
        lock(&self.state).woken = true;
        self.changed.notify_all();
    }

    fn fd(&self) -> BorrowedFd<'_> {
        self.file.as_fd()
    }

    fn shutdown(&self) {
        lock(&self.state).ended = true;
        self.changed.notify_all();
    }
}

/// The daemon's end.
struct Daemon {
    wire: Arc<Wire>,
    assembler: Assembler,
}

impl Daemon {
    fn call(&mut self) -> Option<Packet> {
        loop {
            if let Some(packet) = self.assembler.next_packet().expect("packets") {
                return Some(packet);
            }
            let state = lock(&self.wire.state);
            let idle = |flow: &mut Flow| flow.to_daemon.is_empty() && !flow.ended;
            let mut state = self.wire.changed.wait_while(state, idle).expect("no panic with the lock");
            let filled = self.assembler.fill::<()>(|into| Ok((take(&mut state.to_daemon, into), None)));
            self.wire.changed.notify_all();
            if filled == Ok(0) {
                return None;
            }
        }
    }

    fn reply(&self, call: &Packet) {
        let id = call.decode::<remote::DomainLookupByIdArgs>().expect("arguments").id;
        let dom = remote::NonnullDomain { name: String::new(), uuid: [0; 16], id };
        let reply = remote::DomainLookupByIdRet { dom };
        let reply = message::encode::<remote::DomainLookupByIdRet>(&answering(call), 0, &reply);
        self.wire.say(&reply.expect("fits"));
    }

    fn event(&self) {
        let header = Header {
            prog: procedure::PROGRAM.number,
            vers: procedure::PROGRAM.version,
            proc: procedure::DOMAIN_EVENT_REBOOT.number,
            r#type: Type::MESSAGE,
            serial: 1,
            status: Status::OK,
        };
        self.wire.say(&message::encode_raw(&header, &[]).expect("fits"));
    }
}

#[derive(Default)]
struct Count {
    events: AtomicUsize,
    ends: AtomicUsize,
}

impl Sink for Count {
    fn event(&self, _: Packet) {
        assert_eq!(self.ends.load(Ordering::SeqCst), 0, "an event after the end");
        self.events.fetch_add(1, Ordering::SeqCst);
    }

    fn closed(&self, _: CloseReason, _: &Error) {
        self.ends.fetch_add(1, Ordering::SeqCst);
    }
}

fn answering(call: &Packet) -> Header {
    Header { r#type: Type::REPLY, ..call.header.clone() }
}

const PROGRAMS: &[&Program] = &[&procedure::PROGRAM];

fn connected() -> (Arc<Client>, Daemon, Arc<Count>) {
    let wire = Wire::new();
    let count = Arc::new(Count::default());
    let client = Client::new(Arc::clone(&wire), PROGRAMS, count.clone());
    (client, Daemon { wire, assembler: Assembler::default() }, count)
}

fn caller(client: &Arc<Client>, id: i32) -> thread::JoinHandle<Result<i32>> {
    let client = Arc::clone(client);
    thread::spawn(move || {
        let args = remote::DomainLookupByIdArgs { id };
        client.call(procedure::DOMAIN_LOOKUP_BY_ID, &args).map(|reply| reply.dom.id)
    })
}

/// Whoever reads, replies reach their callers, also when they come in another order and after events.
#[test]
fn every_caller_gets_its_reply() {
    check(|| {
        let (client, mut daemon, count) = connected();
        let callers = [0, 1, 2].map(|id| caller(&client, id));
        let calls = [(); 2].map(|()| daemon.call().expect("a call"));
        daemon.event();
        daemon.reply(&calls[1]);
        daemon.reply(&calls[0]);
        let last = daemon.call().expect("a call");
        daemon.event();
        daemon.reply(&last);
        for (id, caller) in (0..).zip(callers) {
            assert_eq!(caller.join().expect("no panic").expect("a reply"), id);
        }
        assert_eq!(count.events.load(Ordering::SeqCst), 2);
    });
}

/// The end, from whichever side, ends every call, and is told once.
#[test]
fn the_end_reaches_every_caller() {
    check(|| {
        let (client, mut daemon, count) = connected();
        let callers = [0, 1].map(|id| caller(&client, id));
        let closing = thread::spawn({
            let client = Arc::clone(&client);
            move || client.close()
        });
        if let Some(call) = daemon.call() {
            daemon.reply(&call);
            daemon.event();
            daemon.wire.shutdown();
        }
        for caller in callers {
            let _ = caller.join().expect("no panic");
        }
        closing.join().expect("no panic");
        assert_eq!(count.ends.load(Ordering::SeqCst), 1);
        assert!(caller(&client, 9).join().expect("no panic").is_err());
    });
}

const READABLE: c_int = virEventHandleType::VIR_EVENT_HANDLE_READABLE as c_int;
const WRITABLE: c_int = virEventHandleType::VIR_EVENT_HANDLE_WRITABLE as c_int;

/// The event loop is told of changes in their order: when all is quiet it waits for what there is to wait for.
#[test]
fn the_event_loop_waits_for_what_is_wanted() {
    check(|| {
        let (client, mut daemon, _) = connected();
        let opening = thread::spawn({
            let client = Arc::clone(&client);
            move || client.open_stream(procedure::DOMAIN_OPEN_CONSOLE, &console())
        });
        let call = daemon.call().expect("a call");
        daemon.wire.say(&message::encode_raw(&answering(&call), &[]).expect("fits"));
        let ((), stream) = opening.join().expect("no panic").expect("a stream");
        let caller = caller(&client, 1);
        let call = daemon.call().expect("a call");
        let sender = thread::spawn(move || {
            let sent = stream.send(&[7; 30], false);
            (sent.expect("open"), stream)
        });
        daemon.reply(&call);
        caller.join().expect("no panic").expect("a reply");
        let (sent, stream) = sender.join().expect("no panic");
        // The daemon reads no more, so that not all of it is gone.
        assert_eq!((sent, event_loop::WATCHED.get()), (Some(30), READABLE | WRITABLE));
        client.close();
        assert_eq!(event_loop::WATCHED.get(), 0, "the watch is gone");
        drop(stream);
    });
}

fn console() -> remote::DomainOpenConsoleArgs {
    let dom = remote::NonnullDomain { name: String::new(), uuid: [0; 16], id: 1 };
    remote::DomainOpenConsoleArgs { dom, dev_name: None, flags: 0 }
}
