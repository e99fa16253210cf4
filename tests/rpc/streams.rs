//! Streams: data both ways, holes, ends and errors, and a reader that is too slow.

#![forbid(unsafe_code)]

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};
use std::thread;

use virt::error::{Error, ErrorCode, ErrorDomain};
use virt::rpc::client::Client;
use virt::rpc::message::{self, Header, MessageError, Packet, Status, StreamHole, Type};
use virt::rpc::protocol::Call;
use virt::rpc::protocol::remote::{self, procedure};
use virt::rpc::stream::{ClientStream, ENOUGH, Taken};

use super::peer::{Peer, connected, run_event_loop};

fn download() -> (Call<remote::StorageVolDownloadArgs, ()>, remote::StorageVolDownloadArgs) {
    let vol = remote::NonnullStorageVol { pool: "p".into(), name: "v".into(), key: "k".into() };
    let args = remote::StorageVolDownloadArgs { vol, offset: 0, length: 0, flags: 0 };
    (procedure::STORAGE_VOL_DOWNLOAD, args)
}

/// Opens a stream; `first` is what the daemon says right behind the reply.
fn open(client: &Arc<Client>, peer: &mut Peer, first: &[u8]) -> (ClientStream, Packet) {
    let (call, args) = download();
    thread::scope(|scope| {
        let caller = scope.spawn(|| client.open_stream(call, &args));
        let call = peer.call();
        peer.reply(&call, &());
        if !first.is_empty() {
            peer.stream(&call, Status::CONTINUE, first);
        }
        let ((), stream) = caller.join().expect("no panic").expect("a stream");
        (stream, call)
    })
}

fn read(stream: &ClientStream, room: usize) -> Vec<u8> {
    let mut data = vec![0xaa; room];
    let Taken::Bytes(count) = stream.receive(&mut data, true, false).expect("data") else {
        panic!("no data")
    };
    data.truncate(count);
    data
}

#[test]
fn data_is_read_to_its_end() {
    let (client, mut peer, _) = connected();
    let (stream, call) = open(&client, &mut peer, b"first");
    peer.stream(&call, Status::CONTINUE, b"second");
    peer.stream(&call, Status::CONTINUE, b"");
    assert_eq!(read(&stream, 3), b"fir");
    assert_eq!(read(&stream, 100), b"st");
    assert_eq!(read(&stream, 100), b"second");
    assert_eq!(read(&stream, 100), b"");
    assert_eq!(read(&stream, 100), b"", "again");
    thread::scope(|scope| {
        let ending = scope.spawn(|| stream.finish());
        let end = peer.next().expect("the end");
        assert_eq!((end.header.r#type, end.header.status), (Type::STREAM, Status::OK));
        assert_eq!((end.header.serial, end.header.proc), (call.header.serial, call.header.proc));
        peer.stream(&call, Status::OK, b"");
        ending.join().expect("no panic").expect("finished");
    });
    assert_eq!(stream.finish().unwrap_err().message(), "internal error: stream is not open");
}

#[test]
fn holes_are_zeros_or_stops() {
    let (client, mut peer, _) = connected();
    let (stream, call) = open(&client, &mut peer, b"x");
    let hole = |length| {
        let header = Header { r#type: Type::STREAM_HOLE, status: Status::CONTINUE, ..call.header.clone() };
        message::encode::<StreamHole>(&header, 0, &StreamHole { length, flags: 0 }).expect("fits")
    };
    peer.say(&[hole(5), hole(7), hole(-1)].concat());
    peer.stream(&call, Status::CONTINUE, b"y");
    assert_eq!(read(&stream, 9), b"x");
    assert_eq!(read(&stream, 4), [0; 4]);
    assert_eq!(read(&stream, 4), [0; 1]);
    assert_eq!(stream.receive(&mut [0; 9], true, true).expect("data"), Taken::Hole);
    assert_eq!(stream.receive_hole().expect("a hole"), 7);
    assert_eq!(stream.receive_hole().expect("none"), 0);
    assert_eq!(read(&stream, 9), b"y");

    assert!(stream.send_hole(&StreamHole { length: 11, flags: 0 }, true).expect("sent"));
    let sent = peer.next().expect("a hole");
    assert_eq!((sent.header.r#type, sent.header.status), (Type::STREAM_HOLE, Status::CONTINUE));
    assert_eq!(sent.decode::<StreamHole>().expect("a hole").length, 11);
}

#[test]
fn an_error_ends_a_stream_and_nothing_else() {
    let (client, mut peer, _) = connected();
    let (stream, call) = open(&client, &mut peer, b"");
    let (other, second) = open(&client, &mut peer, b"fine");
    assert_ne!(call.header.serial, second.header.serial);
    let error = Error::new(ErrorCode::VIR_ERR_SYSTEM_ERROR, ErrorDomain::VIR_FROM_STREAMS, "disk is gone");
    let header = Header { r#type: Type::STREAM, status: Status::ERROR, ..call.header.clone() };
    peer.say(&message::encode::<MessageError>(&header, 0, &MessageError::from_error(&error)).expect("fits"));
    let failure = stream.receive(&mut [0; 9], true, false).unwrap_err();
    assert_eq!((failure.code(), failure.message()), (error.code(), error.message()));
    assert!(stream.send(b"x", true).is_err());
    // It goes on saying so, also when it is ended.
    for ended in [stream.finish(), stream.abort(), stream.finish()] {
        assert_eq!(ended.unwrap_err().message(), error.message());
    }
    assert_eq!(read(&other, 9), b"fine");
}

#[test]
fn an_abort_is_confirmed() {
    let (client, mut peer, _) = connected();
    let (stream, call) = open(&client, &mut peer, b"unread");
    thread::scope(|scope| {
        let ending = scope.spawn(|| stream.abort());
        let end = peer.next().expect("the end");
        assert_eq!((end.header.status, end.payload()), (Status::ERROR, &[][..]));
        // As recorded of the daemon: the end of the data is on its way already.
        peer.stream(&call, Status::CONTINUE, b"");
        peer.stream(&call, Status::OK, b"");
        ending.join().expect("no panic").expect("aborted");
    });
}

/// A call that fails leaves no stream.
#[test]
fn a_stream_can_be_refused() {
    let (client, mut peer, _) = connected();
    let (call, args) = download();
    thread::scope(|scope| {
        let caller = scope.spawn(|| client.open_stream(call, &args));
        let call = peer.call();
        peer.refuse(&call, &Error::internal(ErrorDomain::VIR_FROM_STORAGE, "no"));
        assert!(caller.join().expect("no panic").is_err());
        peer.stream(&call, Status::CONTINUE, b"late");
    });
    let (stream, _) = open(&client, &mut peer, b"x");
    assert_eq!(read(&stream, 9), b"x");
}

#[test]
fn sending_waits_for_the_peer_or_does_not() {
    let (client, mut peer, _) = connected();
    let (stream, call) = open(&client, &mut peer, b"");
    let block = vec![b'x'; 100_000];
    let mut sent = 0;
    // Nobody reads at the other end, so this ends.
    while let Some(count) = stream.send(&block, false).expect("open") {
        sent += count;
    }
    thread::scope(|scope| {
        let waiting = scope.spawn(|| stream.send(&block, true));
        let mut received = 0;
        while received < sent + block.len() {
            let packet = peer.next().expect("data");
            assert_eq!((packet.header.r#type, packet.header.status), (Type::STREAM, Status::CONTINUE));
            assert_eq!(packet.header.serial, call.header.serial);
            received += packet.payload().len();
        }
        assert_eq!(waiting.join().expect("no panic").expect("open"), Some(block.len()));
    });
}

/// Another thread's reply passes a stream that is not read, and a stream passes a call that takes long.
#[test]
fn streams_and_calls_do_not_wait_for_each_other() {
    let (client, mut peer, _) = connected();
    let (stream, call) = open(&client, &mut peer, b"");
    thread::scope(|scope| {
        let caller = scope.spawn(|| client.call(procedure::CONNECT_CLOSE, &()));
        let long = peer.call();
        let reader = scope.spawn(|| read(&stream, 9));
        peer.stream(&call, Status::CONTINUE, b"data");
        assert_eq!(reader.join().expect("no panic"), b"data");
        for _ in 0..100 {
            peer.stream(&call, Status::CONTINUE, &[1; 10_000]);
        }
        peer.reply(&long, &());
        assert!(caller.join().expect("no panic").is_ok());
    });
    assert_eq!(read(&stream, 10), [1; 10]);
}

/// Others bring more than its reader has asked for; it is kept.
#[test]
fn a_stream_that_is_read_late_is_complete() {
    const PIECES: usize = 100;
    let (client, mut peer, _) = connected();
    let (stream, call) = open(&client, &mut peer, b"");
    thread::scope(|scope| {
        let caller = scope.spawn(|| client.call(procedure::CONNECT_CLOSE, &()));
        let long = peer.call();
        for _ in 0..PIECES {
            peer.stream(&call, Status::CONTINUE, &vec![0; 1 << 20]);
        }
        peer.stream(&call, Status::CONTINUE, b"");
        peer.reply(&long, &());
        assert!(caller.join().expect("no panic").is_ok());
    });
    let mut buffer = vec![1; 1 << 20];
    for _ in 0..PIECES {
        assert_eq!(stream.receive(&mut buffer, true, false).expect("data"), Taken::Bytes(buffer.len()));
    }
    assert_eq!(stream.receive(&mut buffer, true, false).expect("the end"), Taken::Bytes(0));
}

/// Without waiting: nothing is there, then the event loop brings it and the hook says so.
#[test]
fn a_hook_says_that_something_came() {
    run_event_loop();
    let (client, mut peer, _) = connected();
    let (stream, call) = open(&client, &mut peer, b"");
    let (sender, receiver) = mpsc::channel();
    let calls = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&calls);
    stream.set_hook(Some(Arc::new(move || {
        counted.fetch_add(1, Ordering::SeqCst);
        let _ = sender.send(());
    })));
    assert_eq!(stream.receive(&mut [0; 9], false, false).expect("open"), Taken::WouldBlock);
    assert!(!stream.is_readable());
    peer.stream(&call, Status::CONTINUE, b"data");
    receiver.recv_timeout(super::peer::DEADLINE).expect("the hook");
    assert!(stream.is_readable());
    assert_eq!(stream.receive(&mut [0; 9], false, false).expect("data"), Taken::Bytes(4));
    peer.hang_up();
    receiver.recv_timeout(super::peer::DEADLINE).expect("the hook");
    assert!(stream.is_readable() && stream.receive(&mut [0; 9], false, false).is_err());
    assert_eq!(calls.load(Ordering::SeqCst), 2);
}

/// An event loop that reads as well holds back, and does not pile up what is read slowly.
#[test]
fn a_long_stream_beside_an_event_loop_is_complete() {
    run_event_loop();
    let (client, mut peer, _) = connected();
    let (stream, call) = open(&client, &mut peer, b"");
    const PIECES: usize = 64;
    /// What the client holds back at, and then some on the way.
    const MOST: usize = ENOUGH + (24 << 20);
    let sent = AtomicUsize::new(0);
    thread::scope(|scope| {
        let sender = scope.spawn(|| {
            for _ in 0..PIECES {
                peer.stream(&call, Status::CONTINUE, &vec![1; 1 << 20]);
                sent.fetch_add(1 << 20, Ordering::SeqCst);
            }
            peer.stream(&call, Status::CONTINUE, b"");
        });
        let mut buffer = vec![0; 1 << 20];
        let mut total = 0;
        loop {
            let count = match stream.receive(&mut buffer, true, false).expect("data") {
                Taken::Bytes(0) => break,
                Taken::Bytes(count) => count,
                other => panic!("{other:?}"),
            };
            // As a program does whose loop runs in another thread, and which is slower than the peer.
            for _ in 0..5 {
                assert!(buffer[..count].iter().all(|byte| *byte == 1));
            }
            total += count;
            let ahead = sent.load(Ordering::SeqCst).saturating_sub(total);
            assert!(ahead <= MOST, "{ahead} bytes wait");
        }
        assert_eq!(total, PIECES << 20);
        sender.join().expect("no panic");
    });
}
