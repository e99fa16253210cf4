//! Ways to a daemon on another host, with the original's library and with ours: real daemons, a real sshd.

mod auth;
mod certificates;
mod commands;
mod leaks;
mod peers;
mod ssh;
mod stream;
mod tcp;
mod tls;
