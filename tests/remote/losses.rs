//! Connections that end: the daemon dies or goes silent, or says what nobody can say. What calls fail with and what the
//! close callback is told is the same as with the original's library.

#![forbid(unsafe_code)]

use std::sync::atomic::{AtomicUsize, Ordering};

use virt::rpc::message::{self, Header, Packet, Type};
use virt::rpc::protocol::keepalive;
use virt::rpc::protocol::remote::{self, procedure};

use super::libvirtd::Daemon;
use super::peer::{Peer, event, reply};
use super::scripted::converse;
use super::support::{Library, assert_same_lines, compile};

/// What the program prints when the daemon is lost in the way `mode`.
fn lose(library: Library, mode: &str) -> String {
    let daemon = Daemon::start();
    let program = compile("remote-connection-losses", &["c-tests/remote/connection-losses.c"], &[]);
    let uri = format!("test+unix:///default?socket={}", daemon.socket().display());
    let folder = daemon.folder().to_str().expect("a path");
    library.run(&program, &[&uri, folder, mode]).stdout
}

/// The lines of the callback, and the others: the original calls back in the midst of the call that fails, ours by the
/// event loop.
fn apart(printed: &str) -> [String; 2] {
    let (told, results): (Vec<_>, Vec<_>) =
        printed.lines().partition(|line| line.starts_with("closed: ") || line.starts_with("  free "));
    [told, results].map(|lines| lines.join("\n"))
}

fn compare(original: &str, ours: &str, reason: Option<i32>) {
    let [[told, results], [our_told, our_results]] = [apart(original), apart(ours)];
    assert_same_lines(&results, &our_results);
    assert_same_lines(&told, &our_told);
    let expected = reason.map_or("  free first".to_owned(), |reason| {
        format!("closed: 1, reason {reason}, first\n  free first")
    });
    assert_eq!(told, expected);
}

const EOF: Option<i32> = Some(1);
const KEEPALIVE: Option<i32> = Some(2);

macro_rules! ways {
    ($($name:ident $mode:literal $reason:ident;)*) => { $(
        #[test]
        fn $name() {
            let [original, ours] = [Library::Original, Library::Ours].map(|it| lose(it, $mode));
            compare(&original, &ours, $reason);
        }
    )* };
}

ways! {
    the_daemon_dies_while_nobody_calls "killed-idle" EOF;
    the_daemon_dies_while_three_call "killed-calls" EOF;
    the_daemon_dies_while_the_only_thread_calls "killed-alone" EOF;
    the_daemon_dies_and_no_event_loop "killed-no-loop" EOF;
    the_host_goes_silent_while_nobody_calls "silent-idle" KEEPALIVE;
}

/// With calls under way the original hangs when the host goes silent. What ours says is what it says to the first.
fn lose_a_silent_host(mode: &str, callers: usize) {
    let [told, results] = apart(&lose(Library::Ours, mode));
    assert_eq!(told, "closed: 1, reason 2, first\n  free first");
    let call = "a call = 0 [1 7 2] internal error: connection closed due to keepalive timeout";
    assert_eq!(results.lines().filter(|line| line.starts_with(call)).count(), callers, "{results}");
    // All else is as after any loss.
    let idle = apart(&lose(Library::Ours, "silent-idle"));
    let rest: Vec<_> = results.lines().filter(|line| !line.starts_with(call)).collect();
    assert_same_lines(&idle[1], &rest.join("\n"));
}

#[test]
fn the_host_goes_silent_while_three_call() {
    lose_a_silent_host("silent-calls", 3);
}

#[test]
fn the_host_goes_silent_while_the_only_thread_calls() {
    lose_a_silent_host("silent-alone", 1);
}

/// The program with a script for what happens during its call.
fn compare_script(reason: Option<i32>, during: impl Fn(&mut Peer, &Packet) + Sync) {
    let dom = || remote::NonnullDomain { name: "test".to_owned(), uuid: [7; 16], id: 1 };
    let [original, ours] = [Library::Original, Library::Ours].map(|library| {
        converse(library, "connection-losses", &["/nonexistent", "script"], &[10, 15], |peer, call| {
            if is_pong(call) {
                during(peer, call);
                return true;
            }
            let number = call.header.proc;
            let is_plain = [
                procedure::CONNECT_REGISTER_CLOSE_CALLBACK.number,
                procedure::CONNECT_UNREGISTER_CLOSE_CALLBACK.number,
                procedure::DOMAIN_SUSPEND.number,
            ];
            if number == procedure::DOMAIN_LOOKUP_BY_NAME.number {
                peer.reply(call, &remote::DomainLookupByNameRet { dom: dom() });
            } else if number == procedure::CONNECT_GET_HOSTNAME.number {
                during(peer, call);
            } else if is_plain.contains(&number) {
                peer.reply(call, &());
            } else {
                return false;
            }
            true
        })
    });
    compare(&original.printed, &ours.printed, reason);
    assert_same_lines(&original.calls.join("\n"), &ours.calls.join("\n"));
}

fn is_pong(packet: &Packet) -> bool {
    packet.header.prog == keepalive::procedure::PROGRAM.number
}

/// In the midst of a call, and after it: the daemon asks again when it has the answer, and then ends the wait.
#[test]
fn the_daemon_asks_whether_somebody_is_there() {
    const TIMES: usize = 3;
    let [calls, answers] = [0; 2].map(AtomicUsize::new);
    let ask = |peer: &Peer| peer.say(&event(&keepalive::procedure::PING, &()));
    compare_script(Some(0), |peer, packet| {
        if is_pong(packet) {
            assert_eq!(packet.header.proc, keepalive::procedure::PONG.number);
            if answers.fetch_add(1, Ordering::Relaxed) % TIMES < TIMES - 1 {
                return ask(peer);
            }
            let closed = remote::ConnectEventConnectionClosedMsg { reason: 0 };
            peer.say(&event(&procedure::CONNECT_EVENT_CONNECTION_CLOSED, &closed));
        } else {
            // Each program calls twice; the second time it has been told.
            if calls.fetch_add(1, Ordering::Relaxed) % 2 == 0 {
                for _ in 0..TIMES {
                    ask(peer);
                    assert!(is_pong(&peer.next().expect("an answer")));
                }
                ask(peer);
            }
            answer(peer, packet);
        }
    });
    assert_eq!(answers.into_inner(), 2 * TIMES);
}

fn answer(peer: &Peer, call: &Packet) {
    peer.reply(call, &remote::ConnectGetHostnameRet { hostname: "a daemon".to_owned() });
}

#[test]
fn the_daemon_hangs_up() {
    compare_script(EOF, |peer, _| peer.hang_up());
}

#[test]
fn bytes_that_are_no_packet() {
    for garbage in [&b"HTTP/1.1 400 Bad Request\r\n"[..], &[0; 12], &[0, 0, 0, 5, 0, 0, 0, 0]] {
        compare_script(Some(0), |peer, _| peer.say(garbage));
    }
}

#[test]
fn packets_that_nobody_waits_for() {
    let changed = |call: &Packet, change: &dyn Fn(&mut Header)| {
        let mut header = Header { r#type: Type::REPLY, ..call.header.clone() };
        change(&mut header);
        message::encode_raw(&header, &[0; 8]).expect("fits")
    };
    let changes: [&(dyn Fn(&mut Header) + Sync); 4] = [
        &|header| header.serial += 100,
        &|header| header.r#type = Type::CALL,
        &|header| header.r#type = Type(77),
        &|header| header.prog = 0x1234_5678,
    ];
    for change in changes {
        compare_script(Some(0), |peer, call| peer.say(&changed(call, change)));
    }
}

/// The connection is as good as before; the daemon has lost its hypervisor.
#[test]
fn the_daemon_says_that_its_connection_is_closed() {
    for reason in [0, 1, 2, 3, 77] {
        compare_script(Some(reason), |peer, call| {
            let closed = remote::ConnectEventConnectionClosedMsg { reason };
            peer.say(&event(&procedure::CONNECT_EVENT_CONNECTION_CLOSED, &closed));
            answer(peer, call);
        });
    }
}

/// A reply with a status that there is not costs the call.
#[test]
fn a_reply_that_is_none() {
    compare_script(Some(3), |peer, call| {
        let mut bytes = reply(call, &());
        bytes[24..28].copy_from_slice(&9_u32.to_be_bytes());
        peer.say(&bytes);
        let closed = remote::ConnectEventConnectionClosedMsg { reason: 3 };
        peer.say(&event(&procedure::CONNECT_EVENT_CONNECTION_CLOSED, &closed));
    });
}
