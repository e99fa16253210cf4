//! One line of a terminal, as QEMU's line editor draws it.
//!
//! QEMU echoes every character that is typed by drawing the whole line again: back to its start, the text so far, erase
//! what is behind. Only what stands there in the end matters.

#![forbid(unsafe_code)]

use zeroize::Zeroize;

use super::{PASSWORD_PROMPT, PROMPT};

/// Longer lines are not ours: QEMU's editor takes 4,095 bytes, and a prompt or two may stand before.
const LONGEST: usize = 5000;

/// Where the bytes of an escape sequence are.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Escape {
    #[default]
    None,
    /// After ESC.
    Begun,
    /// After ESC [, with the number so far.
    Sequence(usize),
}

/// The line that is being drawn.
#[derive(Default)]
pub(super) struct Terminal {
    line: Vec<u8>,
    cursor: usize,
    escape: Escape,
}

impl Terminal {
    /// Draws one byte; `true` if it ends the line.
    pub(super) fn draw(&mut self, byte: u8) -> bool {
        match (self.escape, byte) {
            (_, b'\n') => {
                self.escape = Escape::None;
                return true;
            }
            (_, 0x1b) => self.escape = Escape::Begun,
            (Escape::Begun, b'[') => self.escape = Escape::Sequence(0),
            (Escape::Sequence(number), b'0'..=b'9') => {
                self.escape =
                    Escape::Sequence(number.saturating_mul(10).saturating_add(usize::from(byte - b'0')));
            }
            (Escape::Sequence(_), b';' | b'?') => self.escape = Escape::Sequence(0),
            (Escape::Sequence(number), command) => {
                self.escape = Escape::None;
                self.move_or_erase(command, number.max(1));
            }
            (Escape::Begun, _) => self.escape = Escape::None,
            (Escape::None, b'\r') => self.cursor = 0,
            (Escape::None, 0x08) => self.cursor = self.cursor.saturating_sub(1),
            (Escape::None, 0x20..=0x7e | 0x80..) => self.put(byte),
            (Escape::None, _) => {}
        }
        false
    }

    fn put(&mut self, byte: u8) {
        if self.cursor < self.line.len() {
            self.line[self.cursor] = byte;
        } else if self.line.len() < LONGEST {
            self.line.resize(self.cursor, b' ');
            self.line.push(byte);
        }
        self.cursor = (self.cursor + 1).min(LONGEST);
    }

    fn move_or_erase(&mut self, command: u8, count: usize) {
        match command {
            b'D' => self.cursor = self.cursor.saturating_sub(count),
            b'C' => self.cursor = self.cursor.saturating_add(count).min(self.line.len()),
            b'K' => self.line.truncate(self.cursor),
            _ => {}
        }
    }

    /// What stands on the line.
    pub(super) fn line(&self) -> &[u8] {
        &self.line
    }

    /// Begins a new line; the old one may have been a secret.
    pub(super) fn clear(&mut self) {
        self.line.zeroize();
        self.cursor = 0;
        self.escape = Escape::None;
    }
}

/// `bytes` with a star for every character that is drawn, but for prompts; what moves the cursor stays.
pub(in crate::monitor) fn mask(bytes: &[u8]) -> Vec<u8> {
    let mut masked = bytes.to_vec();
    let mut escape = Escape::None;
    for byte in &mut masked {
        escape = match (escape, *byte) {
            (_, 0x1b) => Escape::Begun,
            (Escape::Begun, b'[') => Escape::Sequence(0),
            (Escape::Sequence(_), b'0'..=b'9' | b';' | b'?') => escape,
            (Escape::None, 0x20..=0x7e | 0x80..) => {
                *byte = b'*';
                Escape::None
            }
            _ => Escape::None,
        };
    }
    for prompt in [PROMPT, PASSWORD_PROMPT] {
        for place in memchr::memmem::find_iter(bytes, prompt) {
            masked[place..place + prompt.len()].copy_from_slice(prompt);
        }
    }
    masked
}
