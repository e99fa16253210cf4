//! Forks without exec (decision 19 of the design): a child gets errors, the parent's connection is as before. The
//! original's children use the parent's socket, so that it is not compared.

#![forbid(unsafe_code)]

use super::libvirtd::Daemon;
use super::support::{Library, compile};

/// What a child prints of the connections that it has inherited, and of its own.
const CHILD: &str = "  virConnectIsAlive(conn) = 0
  virConnectGetHostname(conn) != NULL = 0 [55 7] of the parent
  virDomainSuspend(dom) = -1 [55 7] of the parent
  virConnectSetKeepAlive(conn, 5, 5) = -1 [55 7] of the parent
  virConnectDomainEventRegisterAny(conn, dom, 0, VIR_DOMAIN_EVENT_CALLBACK(on_event), NULL, NULL) >= 0 = 0 [55 7] of the parent
  virConnectDomainEventDeregisterAny(conn, number) = -1 [55 7] of the parent
  virConnectUnregisterCloseCallback(conn, on_close) = -1 [55 7] of the parent
  test
  virDomainFree(dom) = 0
  virConnectClose(conn) = 1
  virConnectClose(plain) = 0
  of its own: 1, 1
  virConnectClose(own) = 0
";

#[test]
fn a_child_does_not_touch_the_connections_of_its_parent() {
    let daemon = Daemon::start();
    let program = compile("remote-forks", &["c-tests/remote/forks.c"], &[]);
    let uri = format!("test+unix:///default?socket={}", daemon.socket().display());
    let printed = Library::Ours.run(&program, &[&uri, daemon.folder().to_str().expect("a path")]).stdout;
    // Between them the parent may print.
    let children: String =
        printed.lines().filter(|line| line.starts_with(' ')).map(|line| format!("{line}\n")).collect();
    assert_eq!(children, CHILD.repeat(43));
    let parent: Vec<_> = printed.lines().filter(|line| !line.starts_with(['=', ' '])).collect();
    let goes_on = "the parent hears of 50; alive 1, closed 0";
    assert_eq!(
        parent,
        [
            "virConnectRegisterCloseCallback(conn, on_close, NULL, NULL) = 0",
            goes_on,
            goes_on,
            "the call that was under way = 1",
            goes_on,
            goes_on,
            "virConnectDomainEventDeregisterAny(conn, number) = 0",
            "virConnectUnregisterCloseCallback(conn, on_close) = 0",
            "virDomainFree(dom) = 0",
            "virConnectClose(conn) = 0",
            "virConnectClose(plain) = 0",
        ]
    );
}
