//! The line editor of the text monitor: it echoes by drawing the whole line anew with each character. The bytes are
//! those of 7.2; older ones are said to be the same.

/// Characters that a line may have; what is typed beyond them is dropped in silence.
const LIMIT: usize = 4095;

/// How far an escape sequence has come.
#[derive(Debug, Default, PartialEq, Eq)]
enum Escape {
    #[default]
    None,
    Started,
    Bracket(u32),
}

/// A line that is being typed.
#[derive(Debug, Default)]
pub struct Editor {
    line: Vec<u8>,
    cursor: usize,
    /// What is on the screen, and where its cursor stands.
    shown: Vec<u8>,
    shown_cursor: usize,
    escape: Escape,
    history: Vec<Vec<u8>>,
    /// Place in the history while going through it.
    place: usize,
    /// Characters are shown as stars, and the line is not remembered.
    pub secret: bool,
}

impl Editor {
    /// Takes a byte, appends the echo to `out`; a whole line comes back when it is ended.
    pub fn feed(&mut self, byte: u8, out: &mut Vec<u8>) -> Option<Vec<u8>> {
        match std::mem::take(&mut self.escape) {
            Escape::None => {
                if matches!(byte, b'\r' | b'\n') {
                    out.extend_from_slice(b"\r\n");
                    return Some(self.end());
                }
                self.plain(byte);
            }
            Escape::Started if matches!(byte, b'[' | b'O') => self.escape = Escape::Bracket(0),
            Escape::Started => {}
            Escape::Bracket(number) if byte.is_ascii_digit() => {
                self.escape =
                    Escape::Bracket(number.saturating_mul(10).saturating_add(u32::from(byte - b'0')));
            }
            Escape::Bracket(number) => self.sequence(byte, number),
        }
        self.draw(out);
        None
    }

    fn end(&mut self) -> Vec<u8> {
        let line = std::mem::take(&mut self.line);
        (self.cursor, self.shown_cursor) = (0, 0);
        self.shown.clear();
        if !line.is_empty() && !self.secret {
            self.history.retain(|old| *old != line);
            self.history.push(line.clone());
        }
        self.place = self.history.len();
        line
    }

    fn plain(&mut self, byte: u8) {
        match byte {
            1 => self.cursor = 0,
            4 => self.delete(),
            5 => self.cursor = self.line.len(),
            8 | 127 if self.cursor > 0 => {
                self.cursor -= 1;
                self.delete();
            }
            23 => self.delete_word(),
            27 => self.escape = Escape::Started,
            byte if byte >= 32 && self.line.len() < LIMIT => {
                self.line.insert(self.cursor, byte);
                self.cursor += 1;
            }
            _ => {}
        }
    }

    fn sequence(&mut self, byte: u8, number: u32) {
        match (byte, number) {
            (b'A', _) => self.recall(self.place.checked_sub(1)),
            (b'B', _) => self.recall(Some(self.place + 1)),
            (b'C', _) => self.cursor = (self.cursor + 1).min(self.line.len()),
            (b'D', _) => self.cursor = self.cursor.saturating_sub(1),
            (b'H', _) | (b'~', 1) => self.cursor = 0,
            (b'F', _) | (b'~', 4) => self.cursor = self.line.len(),
            (b'~', 3) => self.delete(),
            _ => {}
        }
    }

    fn delete(&mut self) {
        if self.cursor < self.line.len() {
            self.line.remove(self.cursor);
        }
    }

    fn delete_word(&mut self) {
        let blanks = self.line[..self.cursor].iter().rev().take_while(|byte| **byte == b' ').count();
        let end = self.cursor - blanks;
        let start = self.line[..end].iter().rposition(|byte| *byte == b' ').map_or(0, |at| at + 1);
        self.line.drain(start..self.cursor);
        self.cursor = start;
    }

    fn recall(&mut self, place: Option<usize>) {
        let Some(place) = place.filter(|_| !self.secret) else { return };
        if place > self.history.len() {
            return;
        }
        self.place = place;
        self.line = self.history.get(place).cloned().unwrap_or_default();
        self.cursor = self.line.len();
    }

    fn draw(&mut self, out: &mut Vec<u8>) {
        if self.line != self.shown {
            out.extend_from_slice(&b"\x1b[D".repeat(self.shown_cursor));
            if self.secret {
                out.extend(std::iter::repeat_n(b'*', self.line.len()));
            } else {
                out.extend_from_slice(&self.line);
            }
            out.extend_from_slice(b"\x1b[K");
            self.shown.clone_from(&self.line);
            self.shown_cursor = self.line.len();
        }
        if self.cursor > self.shown_cursor {
            out.extend_from_slice(&b"\x1b[C".repeat(self.cursor - self.shown_cursor));
        } else {
            out.extend_from_slice(&b"\x1b[D".repeat(self.shown_cursor - self.cursor));
        }
        self.shown_cursor = self.cursor;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // The length is that of 7.2.22.
    #[test]
    fn a_line_has_an_end() {
        let (mut editor, mut echo) = (Editor::default(), Vec::new());
        for _ in 0..5000 {
            echo.clear();
            assert_eq!(editor.feed(b'y', &mut echo), None);
        }
        assert!(echo.is_empty(), "what is dropped has no echo");
        assert_eq!(editor.feed(b'\r', &mut echo).map(|line| line.len()), Some(4095));
    }

    #[test]
    fn the_history_lacks_secrets() {
        let (mut editor, mut echo) = (Editor::default(), Vec::new());
        let mut type_line =
            |editor: &mut Editor, text: &[u8]| text.iter().find_map(|byte| editor.feed(*byte, &mut echo));
        type_line(&mut editor, b"one\r");
        editor.secret = true;
        assert_eq!(type_line(&mut editor, b"two\r"), Some(b"two".to_vec()));
        editor.secret = false;
        assert_eq!(type_line(&mut editor, b"\x1b[A\r"), Some(b"one".to_vec()));
        assert_eq!(type_line(&mut editor, b"ab cd \x17\x1b[D\x1b[3~x\r"), Some(b"abx".to_vec()));
    }
}
