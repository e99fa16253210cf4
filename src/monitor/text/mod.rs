//! The text monitor of every QEMU: lines for people, with a prompt, an echo and no events.
//!
//! `screen.rs` reads what QEMU prints, `terminal.rs` draws its lines, `command.rs` writes commands and reads what they
//! print.

#![forbid(unsafe_code)]

mod command;
mod screen;
mod terminal;

pub(super) use self::command::{Hmp, encode, encrypted_disk, hmp, own_command, shell_quoted, silent};
pub(super) use self::screen::Screen;
pub(super) use self::terminal::mask;

/// What QEMU prints when it waits for a command.
const PROMPT: &[u8] = b"(qemu) ";

/// What QEMU prints when it waits for a password.
const PASSWORD_PROMPT: &[u8] = b"Password: ";
