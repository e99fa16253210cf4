//! The words of a statement: one ends at a blank; "quoted" ones know `\n \r \t \e \" \\ \xNN`; what begins with `{` or
//! `[` is JSON and ends with its bracket.

type Result<T> = std::result::Result<T, String>;

/// The words of a line.
pub struct Words {
    words: std::iter::Peekable<std::vec::IntoIter<(Vec<u8>, bool)>>,
}

impl Words {
    /// Cuts a line.
    pub fn new(line: &str) -> Result<Self> {
        let mut words = Vec::new();
        let mut rest = line.trim();
        while !rest.is_empty() && !rest.starts_with('#') {
            let (word, after) = match rest.as_bytes()[0] {
                b'"' => quoted(&rest[1..])?,
                b'{' | b'[' => json(rest)?,
                _ => {
                    let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
                    (rest.as_bytes()[..end].to_vec(), &rest[end..])
                }
            };
            words.push((word, rest.starts_with(['"', '{', '['])));
            rest = after.trim_start();
        }
        Ok(Words { words: words.into_iter().peekable() })
    }

    /// The next word; the error says that `what` is missing.
    pub fn bytes(&mut self, what: &str) -> Result<Vec<u8>> {
        self.words.next().map(|(word, _)| word).ok_or_else(|| format!("{what} is missing"))
    }

    /// [`Words::bytes`] that are text.
    pub fn text(&mut self, what: &str) -> Result<String> {
        String::from_utf8(self.bytes(what)?).map_err(|_| format!("{what} is no text"))
    }

    /// The next word as a number.
    pub fn number<T: std::str::FromStr>(&mut self, what: &str) -> Result<T> {
        let text = self.text(what)?;
        text.parse().map_err(|_| format!("{what}: \"{text}\" is no number"))
    }

    /// The next word if it is not quoted.
    pub fn peek(&mut self) -> Option<&str> {
        self.words.peek().filter(|(_, quoted)| !quoted).and_then(|(word, _)| std::str::from_utf8(word).ok())
    }

    /// Takes the next word if it is this one.
    pub fn takes(&mut self, word: &str) -> bool {
        let is_it = self.peek() == Some(word);
        if is_it {
            self.words.next();
        }
        is_it
    }

    /// The next word has to be this one.
    pub fn expect(&mut self, word: &str) -> Result<()> {
        if self.takes(word) { Ok(()) } else { Err(format!("\"{word}\" is missing")) }
    }

    /// Drops the next word.
    pub fn skip(&mut self) {
        self.words.next();
    }

    /// There is nothing more.
    pub fn end(mut self) -> Result<()> {
        match self.words.next() {
            None => Ok(()),
            Some((word, _)) => Err(format!("\"{}\" is too much", String::from_utf8_lossy(&word))),
        }
    }

    /// Whether there is nothing more.
    pub fn at_end(&mut self) -> bool {
        self.words.peek().is_none()
    }
}

fn quoted(text: &str) -> Result<(Vec<u8>, &str)> {
    let mut word = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'"' => return Ok((word, &text[at..])),
            b'\\' => {
                let escape = bytes.get(at).copied();
                at += 1;
                match escape {
                    Some(b'n') => word.push(b'\n'),
                    Some(b'r') => word.push(b'\r'),
                    Some(b't') => word.push(b'\t'),
                    Some(b'e') => word.push(0x1b),
                    Some(b'x') => {
                        let digits = text.get(at..at + 2).ok_or("\\x takes two digits")?;
                        word.push(u8::from_str_radix(digits, 16).map_err(|_| "\\x takes two digits")?);
                        at += 2;
                    }
                    Some(byte @ (b'"' | b'\\')) => word.push(byte),
                    _ => return Err("unknown escape".to_owned()),
                }
            }
            byte => word.push(*byte),
        }
    }
    Err("a quote is not closed".to_owned())
}

fn json(text: &str) -> Result<(Vec<u8>, &str)> {
    let (mut depth, mut string, mut escaped) = (0, false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if string => escaped = true,
            b'"' => string = !string,
            b'{' | b'[' if !string => depth += 1,
            b'}' | b']' if !string => {
                depth -= 1;
                if depth == 0 {
                    let (word, after) = text.split_at(at + 1);
                    return Ok((word.as_bytes().to_vec(), after));
                }
            }
            _ => {}
        }
    }
    Err("a bracket is not closed".to_owned())
}
