//! Cuts QMP input into messages, byte by byte: an object may span lines, a closed one is answered before its line
//! end, and each piece that is no JSON gives an error of its own. As 7.2 does it.

use serde_json::Value;

/// What came in.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    Message(Value),
    /// The description of an error reply.
    Error(String),
}

#[derive(Debug, Default, PartialEq, Eq, Clone, Copy)]
enum State {
    #[default]
    Between,
    String(u8),
    Escape(u8),
    Number,
    Keyword,
    /// After an error: up to the next blank, bracket, colon or comma.
    Recovery,
}

/// State between bytes.
#[derive(Debug, Default)]
pub struct Lexer {
    state: State,
    /// Message so far.
    text: Vec<u8>,
    /// Where the present token begins in it.
    token: usize,
    depth: usize,
}

impl Lexer {
    /// Takes a byte.
    pub fn feed(&mut self, byte: u8) -> Vec<Input> {
        let mut inputs = Vec::new();
        self.byte(byte, &mut inputs);
        inputs
    }

    fn byte(&mut self, byte: u8, inputs: &mut Vec<Input>) {
        match self.state {
            State::Between => self.start(byte, inputs),
            State::String(quote) => {
                if byte == 0xff || byte < 32 {
                    self.text.push(byte);
                    return self.stray(inputs);
                }
                self.text.push(byte);
                if byte == quote {
                    self.end_token(inputs);
                } else if byte == b'\\' {
                    self.state = State::Escape(quote);
                }
            }
            State::Escape(quote) => {
                self.text.push(byte);
                self.state = State::String(quote);
            }
            State::Number => {
                if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'+' | b'-') {
                    self.text.push(byte);
                    let second = self.text.len() - self.token == 2 && self.text[self.token] == b'-';
                    if second && !byte.is_ascii_digit() {
                        self.stray(inputs);
                    }
                } else {
                    self.end_token(inputs);
                    self.byte(byte, inputs);
                }
            }
            State::Keyword => {
                if byte.is_ascii_lowercase() {
                    self.text.push(byte);
                } else {
                    let word = String::from_utf8_lossy(&self.text[self.token..]).into_owned();
                    if self.depth == 0 && !matches!(word.as_str(), "true" | "false" | "null") {
                        self.clear();
                        inputs.push(error(&format!("invalid keyword '{word}'")));
                    } else {
                        self.end_token(inputs);
                    }
                    self.byte(byte, inputs);
                }
            }
            State::Recovery => {
                if byte <= b' ' || b"{}[]:,".contains(&byte) {
                    self.state = State::Between;
                    self.start(byte, inputs);
                }
            }
        }
    }

    fn start(&mut self, byte: u8, inputs: &mut Vec<Input>) {
        self.token = self.text.len();
        match byte {
            b' ' | b'\t' | b'\r' | b'\n' => {
                if self.depth > 0 {
                    self.text.push(byte);
                }
                return;
            }
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' if self.depth > 1 => self.depth -= 1,
            b'}' | b']' => {
                self.text.push(byte);
                self.depth = 0;
                return self.end_token(inputs);
            }
            b',' | b':' => {
                if self.depth == 0 {
                    inputs.push(error("expecting value"));
                    return;
                }
            }
            b'"' | b'\'' => self.state = State::String(byte),
            b'0'..=b'9' | b'-' => self.state = State::Number,
            b'a'..=b'z' => self.state = State::Keyword,
            _ => {
                self.text.push(byte);
                return self.stray(inputs);
            }
        }
        self.text.push(byte);
    }

    /// After a token: at depth 0 the message is complete.
    fn end_token(&mut self, inputs: &mut Vec<Input>) {
        self.state = State::Between;
        if self.depth > 0 {
            return;
        }
        let text = double_quoted(&self.text);
        self.clear();
        inputs.push(match serde_json::from_slice(&text) {
            Ok(value) => Input::Message(value),
            Err(_) => error("expecting value"),
        });
    }

    /// A byte that cannot stand where it does.
    fn stray(&mut self, inputs: &mut Vec<Input>) {
        let token = String::from_utf8_lossy(&self.text[self.token..]).into_owned();
        self.clear();
        self.state = State::Recovery;
        inputs.push(error(&format!("stray '{token}'")));
    }

    fn clear(&mut self) {
        self.text.clear();
        self.depth = 0;
        self.token = 0;
        self.state = State::Between;
    }
}

fn error(what: &str) -> Input {
    Input::Error(format!("JSON parse error, {what}"))
}

/// Strings in single quotes are allowed.
fn double_quoted(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let (mut quote, mut escaped) = (None, false);
    for &byte in text {
        match quote {
            None if byte == b'\'' || byte == b'"' => {
                quote = Some(byte);
                out.push(b'"');
                continue;
            }
            Some(b'\'') if escaped && byte == b'\'' => {
                out.pop();
            }
            Some(_) if escaped => {}
            Some(open) if byte == open => {
                quote = None;
                out.push(b'"');
                continue;
            }
            Some(b'\'') if byte == b'"' => out.push(b'\\'),
            _ => {}
        }
        escaped = quote.is_some() && !escaped && byte == b'\\';
        out.push(byte);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn all(text: &[u8]) -> Vec<Input> {
        let mut lexer = Lexer::default();
        text.iter().flat_map(|byte| lexer.feed(*byte)).collect()
    }

    fn errors(texts: &[&str]) -> Vec<Input> {
        texts.iter().map(|text| error(text)).collect()
    }

    #[test]
    fn an_object_may_span_lines_and_two_may_share_one() {
        let value = json!({"a": 1});
        assert_eq!(all(b"{\"a\":\r\n 1}{'a':1}"), [Input::Message(value.clone()), Input::Message(value)]);
        assert_eq!(all(b"{'a':'it\\'s \"'}"), [Input::Message(json!({"a": "it's \""}))]);
    }

    // What 7.2.22 answered to these lines.
    #[test]
    fn broken_json_gives_the_errors_of_the_real_one() {
        assert_eq!(all(b"{\"execute\": query-status}\r\n"), errors(&["stray '-s'", "expecting value"]));
        assert_eq!(all(b"foo bar\r\n"), errors(&["invalid keyword 'foo'", "invalid keyword 'bar'"]));
        assert_eq!(all(b"{\"execute\":\"query-status\",}\r\n"), errors(&["expecting value"]));
        let stray = "stray '\"\u{fffd}'";
        let input = b"{\"execute\":\"device_del\",\"arguments\":{\"id\":\"\xff\"}}\r\n";
        assert_eq!(all(input), errors(&[stray, "expecting value", "expecting value"]));
        assert_eq!(all(b"5\r\n"), [Input::Message(json!(5))]);
    }
}
