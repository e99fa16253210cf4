//! What is behind a stream while a transfer goes on.

#![forbid(unsafe_code)]

use std::sync::Arc;

use super::Driver;
use crate::error::Result;
use crate::event::callback::StreamCallback;
use crate::stream::Stream;

/// What reading from a stream found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Received {
    /// So many bytes; 0 at the end of the data.
    Bytes(usize),
    /// Nothing yet, and the stream does not wait.
    WouldBlock,
    /// A hole, where reading was to stop.
    Hole,
}

/// The data behind a stream (`libvirt-stream.h`): a file descriptor, later a connection to a daemon.
pub trait StreamDriver: Driver {
    driver_methods! { VIR_FROM_STREAMS;
        /// Takes bytes and returns how many, which may be fewer; `None` if it would have to wait and must not.
        fn stream_send(&self, data: &[u8]) -> Option<usize> => "virStreamSend";
        /// Gives bytes.
        fn stream_recv(&self, data: &mut [u8]) -> Received => "virStreamRecv";
        /// Gives bytes; `flags` are `virStreamRecvFlagsValues`.
        fn stream_recv_flags(&self, data: &mut [u8], flags: u32) -> Received => "virStreamRecvFlags";
        /// Takes a hole of so many bytes.
        fn stream_send_hole(&self, length: i64, flags: u32) -> () => "virStreamSendHole";
        /// Goes past a hole and returns its length in bytes.
        fn stream_recv_hole(&self, flags: u32) -> i64 => "virStreamRecvHole";
        /// Ends the transfer and waits until the other side has everything.
        fn stream_finish(&self) -> () => "virStreamFinish";
        /// Ends the transfer early.
        fn stream_abort(&self) -> () => "virStreamAbort";

        /// Takes `callback` over, to be called for `stream`, whose driver this is, at `events` (`virStreamEventType`).
        fn stream_event_add_callback(
            &self, stream: &Arc<Stream>, events: i32, callback: &mut Option<StreamCallback>
        ) -> () => "virStreamEventAddCallback";
        /// Changes the events.
        fn stream_event_update_callback(&self, events: i32) -> () => "virStreamEventUpdateCallback";
        /// Forgets the callback; it is freed, after a call of it that is going on.
        fn stream_event_remove_callback(&self) -> () => "virStreamEventRemoveCallback";
    }
}
