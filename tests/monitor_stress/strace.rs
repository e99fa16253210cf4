//! What the system sees of a monitor: which thread touches its socket, what is waited for, and that idle is idle.

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use virt::monitor::{Endpoint, Monitor, Options};

use super::*;

/// Set in the process that is looked at: the path of the monitor's socket.
const SOCKET: &str = "OXVIRT_TEST_MONITOR_SOCKET";

/// Said on standard error between the parts, so that the system sees it.
const PARTS: [&str; 4] = ["part small", "part large", "part idle", "part end"];

fn say(part: usize) {
    writeln!(std::io::stderr(), "{}", PARTS[part]).expect("standard error");
}

/// The process that is looked at.
fn act(socket: &str) {
    let monitor = Monitor::open(
        Endpoint::Unix(socket.into()),
        "guest",
        Arc::new(Record::default()),
        Options::default(),
    )
    .expect("opens");
    say(0);
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| (0..25).for_each(|_| drop(monitor.query_status().expect("answered"))));
        }
    });
    say(1);
    // Larger than the socket's buffer, and QEMU reads slowly.
    monitor.human_monitor_command(&"x".repeat(300 << 10)).expect("answered");
    say(2);
    // Nothing to wait for: this is the time in which nothing may happen.
    thread::sleep(Duration::from_millis(300));
    say(3);
    monitor.quit().expect("answered");
}

/// One line of the system's record: the thread, and what it asked for.
fn split(line: &str) -> Option<(&str, &str)> {
    let (thread, call) = line.split_once(' ')?;
    Some((thread, call.trim_start()))
}

/// ASY-1, ASY-2: the I/O thread alone reads and writes; it waits for room only while something is to be sent; an idle
/// monitor costs nothing. ASY-3: whoever waits for an answer sleeps.
#[test]
fn the_io_thread_alone() {
    if let Ok(socket) = std::env::var(SOCKET) {
        return act(&socket);
    }
    let _alone = alone();
    let folder = tempfile::tempdir().expect("a folder");
    let (socket, trace) = (folder.path().join("monitor.sock"), folder.path().join("trace"));
    let mut qemu = Command::new("qemu-system-x86_64")
        .args(["-S", "-nodefaults", "-no-user-config", "-display", "none", "-machine", "none"])
        .args(["-qmp", &format!("unix:{},server=on,wait=off", socket.display())])
        .stdin(Stdio::null())
        .spawn()
        .expect("qemu-system-x86_64 is installed");
    let output = Command::new("strace")
        .args(["-f", "-qq", "-o"])
        .arg(&trace)
        .arg(std::env::current_exe().expect("a test program"))
        .args(["strace::the_io_thread_alone", "--exact", "--nocapture"])
        .env(SOCKET, &socket)
        .output()
        .expect("strace is installed");
    let _ = qemu.kill();
    qemu.wait().expect("our child");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));

    let trace = fs::read_to_string(trace).expect("text");
    let lines: Vec<_> = trace.lines().filter_map(split).collect();
    let io_thread =
        lines.iter().find(|(_, call)| call.contains("PR_SET_NAME, \"virt-monitor\"")).expect("named").0;
    let connected =
        |call: &str| call.starts_with("connect(") && call.contains("monitor.sock") && call.ends_with("= 0");
    let start = lines.iter().position(|(_, call)| connected(call)).expect("connected");
    let number = lines[start].1["connect(".len()..].split(',').next().expect("a descriptor");
    let place = |part: &str| lines.iter().position(|(_, call)| call.contains(part)).expect(part);
    let [small, large, idle, end] = PARTS.map(place);

    let on_socket = |call: &str| {
        let (name, arguments) = call.split_once('(')?;
        let moves =
            ["read", "write", "recvfrom", "recvmsg", "sendto", "sendmsg", "readv", "writev"].contains(&name);
        (moves && arguments.split([',', ')']).next() == Some(number)).then_some(())
    };
    let threads: Vec<_> = lines[start..].iter().filter(|(_, call)| on_socket(call).is_some()).collect();
    assert!(threads.len() > 200, "{} calls on descriptor {number}", threads.len());
    assert!(threads.iter().all(|(thread, _)| *thread == io_thread), "{threads:?}");

    let callers: Vec<_> = lines[small..large].iter().filter(|(thread, _)| *thread != io_thread).collect();
    let sleeps =
        callers.iter().filter(|(_, call)| call.starts_with("futex(") && call.contains("FUTEX_WAIT")).count();
    // An answer may be there before the caller has gone to sleep, but not often.
    assert!(sleeps > 50 && callers.len() < 100 * 20, "{sleeps} of {} for 100 commands", callers.len());

    let interest = |from: usize, to: usize| -> Vec<bool> {
        let of_socket = format!("EPOLL_CTL_MOD, {number},");
        let changes = lines[from..to].iter().filter(|(_, call)| call.contains(&of_socket));
        changes.map(|(_, call)| call.contains("EPOLLOUT")).collect()
    };
    assert!(interest(start, large).is_empty(), "small commands find room");
    assert_eq!(
        interest(large, idle),
        vec![true, false],
        "room is waited for once, while the large one is sent"
    );
    let in_idle = lines[idle + 1..end].iter().filter(|(thread, _)| *thread == io_thread);
    let mut in_idle: Vec<_> = in_idle.map(|(_, call)| *call).collect();
    // It may still be on its way back from the last command.
    let back = in_idle.iter().position(|call| call.starts_with("epoll_wait("));
    in_idle.drain(..back.map_or(0, |back| back + 1));
    assert!(in_idle.is_empty(), "{in_idle:?}");
    assert!(small > start);
}
