//! Received bytes that are not understood yet: one block of memory, filled at the end, used up from the
//! front. Knows nothing of messages.
//!
//! A connection holds a block only while bytes wait in it. The block of the last that became empty is kept for the
//! next, so that a wake-up costs no allocation, and a thousand idle monitors hold one block.

#![forbid(unsafe_code)]

use std::sync::Mutex;

use zeroize::Zeroize;

use crate::util::lock;

/// Enough for nearly every message; what is larger grows the block for as long as it lasts.
const USUAL_SIZE: usize = 16 << 10;

/// One that was needed for a long message is kept up to this size, because such messages come again.
const LARGE_SIZE: usize = 512 << 10;

/// A block that nobody uses.
static SPARE: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// A growing window over bytes.
#[derive(Default)]
pub(super) struct Buffer {
    block: Vec<u8>,
    start: usize,
    end: usize,
}

impl Buffer {
    /// The bytes that wait.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.block[self.start..self.end]
    }

    /// Room for more, never empty; the block doubles when a message has filled it.
    pub(super) fn room(&mut self) -> &mut [u8] {
        if self.block.is_empty() {
            self.block = std::mem::take(&mut *lock(&SPARE));
            if self.block.is_empty() {
                self.block = vec![0; USUAL_SIZE];
            }
        } else if self.start == self.end {
            (self.start, self.end) = (0, 0);
        } else if self.end == self.block.len() {
            if self.start > 0 {
                self.block.copy_within(self.start..self.end, 0);
                (self.start, self.end) = (0, self.end - self.start);
            }
            if self.end > self.block.len() / 2 {
                self.block.resize(self.block.len() * 2, 0);
            }
        }
        &mut self.block[self.end..]
    }

    /// `count` bytes were put into the room.
    pub(super) fn filled(&mut self, count: usize) {
        self.end += count;
    }

    /// The first `count` bytes are done with.
    pub(super) fn used(&mut self, count: usize) {
        self.start += count;
    }

    /// The same, and nobody must read them again.
    pub(super) fn wiped(&mut self, count: usize) {
        self.block[self.start..self.start + count].zeroize();
        self.used(count);
    }

    /// Gives the block away, if no bytes wait in it.
    pub(super) fn rest(&mut self) {
        if self.start == self.end {
            (self.start, self.end) = (0, 0);
            let block = std::mem::take(&mut self.block);
            if block.len() <= LARGE_SIZE {
                *lock(&SPARE) = block;
            }
        }
    }
}
