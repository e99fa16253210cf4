//! The client against the real libvirtd, with its test driver.

#![forbid(unsafe_code)]

use std::sync::Arc;

use virt::error::ErrorCode;
use virt::rpc::client::{Client, CloseReason};
use virt::rpc::protocol::remote::{self, procedure};
use virt::rpc::transport::UnixTransport;

use super::libvirtd::Daemon;
use super::peer::{Heard, PROGRAMS, Record, run_event_loop};

fn connect(daemon: &Daemon) -> (Arc<Client>, Arc<Record>) {
    let record = Arc::new(Record::default());
    let transport = UnixTransport::new(daemon.connect()).expect("a transport");
    (Client::new(transport, PROGRAMS, record.clone()), record)
}

#[test]
fn a_session_with_the_real_daemon() {
    run_event_loop();
    let mut daemon = Daemon::start();
    let (client, record) = connect(&daemon);
    let types =
        client.call(procedure::AUTH_LIST, &()).unwrap_or_else(|e| panic!("{e}: {}", daemon.log())).types;
    assert_eq!(types, [remote::AuthType::NONE]);
    let supports = |feature| {
        let args = remote::ConnectSupportsFeatureArgs { feature };
        client.call(procedure::CONNECT_SUPPORTS_FEATURE, &args).expect("a reply").supported == 1
    };
    assert!(supports(10));
    let args = remote::ConnectOpenArgs { name: Some("test:///default".to_owned()), flags: 0 };
    client.call(procedure::CONNECT_OPEN, &args).expect("open");
    assert_eq!(client.call(procedure::CONNECT_GET_TYPE, &()).expect("a type").r#type, "TEST");
    assert!(client.call(procedure::CONNECT_GET_LIB_VERSION, &()).expect("a version").lib_ver >= 9_000_000);

    let args = remote::ConnectListAllDomainsArgs { need_results: 1, flags: 0 };
    let domains = client.call(procedure::CONNECT_LIST_ALL_DOMAINS, &args).expect("a list").domains;
    let [dom] = &domains[..] else { panic!("{domains:?}") };
    assert_eq!((dom.name.as_str(), dom.id), ("test", 1));

    let args = remote::ConnectDomainEventCallbackRegisterAnyArgs { event_id: 0, dom: None };
    client.call(procedure::CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY, &args).expect("registered");
    client
        .call(procedure::DOMAIN_SUSPEND, &remote::DomainSuspendArgs { dom: dom.clone() })
        .expect("suspended");
    let lifecycle = Heard::Other(procedure::DOMAIN_EVENT_CALLBACK_LIFECYCLE.number);
    assert_eq!(record.wait(1), [lifecycle]);

    let error =
        client.call(procedure::DOMAIN_LOOKUP_BY_ID, &remote::DomainLookupByIdArgs { id: 9 }).unwrap_err();
    assert_eq!(error.code(), ErrorCode::VIR_ERR_NO_DOMAIN);
    // Newer than this daemon, whose answer means that it is not supported.
    let args = remote::DomainGetAutostartOnceArgs { dom: dom.clone() };
    let outcome = client.call(procedure::DOMAIN_GET_AUTOSTART_ONCE, &args);
    assert_eq!(outcome.unwrap_err().code(), ErrorCode::VIR_ERR_NO_SUPPORT);

    client.call(procedure::CONNECT_CLOSE, &()).expect("closed");
    let heard = record.wait(2);
    assert!(matches!(heard[1], Heard::Closed(CloseReason::VIR_CONNECT_CLOSE_REASON_EOF, _)), "{heard:?}");

    let (second, record) = connect(&daemon);
    second.call(procedure::AUTH_LIST, &()).expect("a reply");
    daemon.kill();
    let heard = record.wait(1);
    assert!(matches!(heard[0], Heard::Closed(CloseReason::VIR_CONNECT_CLOSE_REASON_EOF, _)), "{heard:?}");
    assert!(second.call(procedure::AUTH_LIST, &()).is_err());
}
