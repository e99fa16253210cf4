//! Received bytes that are not understood yet: one block of memory, filled at the end, used up from the
//! front. Knows nothing of messages.

#![forbid(unsafe_code)]

/// Enough for nearly every message; what is larger grows the block for as long as it lasts.
const USUAL_SIZE: usize = 16 << 10;

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
        if self.start == self.end {
            (self.start, self.end) = (0, 0);
            if self.block.len() != USUAL_SIZE {
                self.block = vec![0; USUAL_SIZE];
            }
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
}
