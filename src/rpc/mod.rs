//! libvirt's wire protocol: XDR, the programs and their procedures, packets, and the client's end of a connection.
//!
//! Nothing here knows what a domain is: drivers and daemons put meaning into the messages.

#![forbid(unsafe_code)]

#[macro_use]
pub mod xdr;
#[macro_use]
mod rows;
pub mod client;
mod error;
mod keepalive;
pub mod message;
pub mod protocol;
pub mod stream;
pub mod transport;
pub mod typed_params;

#[cfg(test)]
mod tests;
