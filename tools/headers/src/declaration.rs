//! Reads what a generated header declares, for the description of the interface. It knows the style in which `style`
//! leaves a header, no other: one declaration after each comment, a line for each constant, field and parameter.

/// What a header says under one name.
pub struct Declaration {
    pub name: String,
    /// The comment, on one line.
    pub comment: String,
    pub kind: Kind,
}

pub enum Kind {
    /// `params` is empty for a macro without.
    Macro {
        params: Vec<String>,
        value: String,
    },
    Enum(Vec<Member>),
    /// What a struct consists of; the name is its tag.
    Struct(Vec<Member>),
    /// The same of a union.
    Union(Vec<Member>),
    /// A name of a type.
    Typedef(String),
    /// The type of a function that programs pass.
    Callback(Signature),
    Function(Signature),
    Variable(String),
}

/// A declaration without its comment.
type Named = (String, Kind);

/// A constant of an enum, or a field of a struct or union.
pub struct Member {
    pub name: String,
    /// The value of a constant, the type of a field.
    pub text: String,
    pub comment: String,
}

pub struct Signature {
    pub result: String,
    /// Type and name of each.
    pub params: Vec<(String, String)>,
}

/// All that the header `text` declares: what stands after a comment and is not conditional.
pub fn read(text: &str) -> Result<Vec<Declaration>, String> {
    let mut declarations = Vec::new();
    let mut comment = None;
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line.starts_with("/**") {
            comment = Some(read_comment(line, &mut lines));
        } else if line.is_empty() || line.starts_with("#if") {
            comment = None;
        } else if let Some(comment) = comment.take() {
            let read = if let Some(macro_) = line.strip_prefix("#define ") {
                read_macro(macro_, &mut lines).map(|named| vec![named])
            } else if line.ends_with('{') {
                read_body(line, &mut lines)
            } else {
                read_statement(line, &mut lines).map(|named| vec![named])
            };
            let named = read.ok_or_else(|| format!("not understood: {line}"))?;
            declarations.extend(named.into_iter().map(|(name, kind)| Declaration {
                name,
                comment: comment.clone(),
                kind,
            }));
        }
    }
    Ok(declarations)
}

/// The words of the comment that begins with `line`.
fn read_comment<'a>(line: &'a str, lines: &mut impl Iterator<Item = &'a str>) -> String {
    let mut words = Vec::new();
    let mut line = Some(line);
    while let Some(text) = line {
        words.extend(text.split_whitespace().filter(|word| !["/**", "*", "*/"].contains(word)));
        line = if text.ends_with("*/") { None } else { lines.next() };
    }
    words.join(" ")
}

/// The macro whose name `line` begins with; a backslash leads to its next line.
fn read_macro<'a>(line: &str, lines: &mut impl Iterator<Item = &'a str>) -> Option<Named> {
    let mut text = line.to_owned();
    while let Some(begun) = text.strip_suffix('\\') {
        text = format!("{} {}", begun.trim_end(), lines.next()?.trim_start());
    }
    let (head, value) = match text.find([' ', '(']) {
        Some(at) if text[at..].starts_with('(') => text.split_at(text.find(')')? + 1),
        Some(at) => text.split_at(at),
        None => (text.as_str(), ""),
    };
    let (name, params) = head.split_once('(').unwrap_or((head, ")"));
    let params = params.strip_suffix(')')?.split(", ").filter(|param| !param.is_empty());
    let kind = Kind::Macro { params: params.map(str::to_owned).collect(), value: value.trim().to_owned() };
    Some((name.to_owned(), kind))
}

/// The enum, struct or union that begins with `line`; if it is a typedef as well, that comes second.
fn read_body<'a>(line: &str, lines: &mut impl Iterator<Item = &'a str>) -> Option<Vec<Named>> {
    let head = line.trim_start_matches("__extension__ ").trim_end_matches(" {");
    let mut members = Vec::new();
    let mut member_comment = String::new();
    let name = loop {
        let line = lines.next()?.trim_start();
        if let Some(name) = line.strip_prefix("}") {
            break name.trim_start().strip_suffix(';')?;
        }
        if line.starts_with("/**") {
            member_comment = read_comment(line, lines);
        } else if !line.starts_with('#') {
            let (name, text) = match line.strip_suffix(',') {
                Some(constant) => constant.split_once(" = ").map(|(name, value)| (name, value.to_owned()))?,
                None => read_variable(line.strip_suffix(';')?.trim_end_matches(" VIR_DEPRECATED"))?,
            };
            let comment = std::mem::take(&mut member_comment);
            members.push(Member { name: name.to_owned(), text, comment });
        }
    };
    let ctype = head.trim_start_matches("typedef ");
    let mut named = match ctype.split_once(' ') {
        None => return Some(vec![(name.to_owned(), Kind::Enum(members))]),
        Some(("struct", tag)) => vec![(tag.to_owned(), Kind::Struct(members))],
        Some((_, tag)) => vec![(tag.to_owned(), Kind::Union(members))],
    };
    if !name.is_empty() {
        named.push((name.to_owned(), Kind::Typedef(ctype.to_owned())));
    }
    Some(named)
}

/// The declaration that begins with `line` and has no body.
fn read_statement<'a>(line: &str, lines: &mut impl Iterator<Item = &'a str>) -> Option<Named> {
    let mut text = line.to_owned();
    while !text.ends_with(';') {
        text = format!("{text} {}", lines.next()?.trim_start());
    }
    let text = text.strip_suffix(';')?;
    let (name, kind) = if let Some(typedef) = text.strip_prefix("typedef ") {
        if let Some((result, rest)) = typedef.split_once("(*") {
            let (name, params) = rest.split_once(")(")?;
            (name, Kind::Callback(read_signature(result, params)?))
        } else {
            let (name, target) = read_variable(typedef)?;
            (name, Kind::Typedef(target))
        }
    } else if let Some((head, params)) = text.split_once('(') {
        let (name, result) = read_variable(head)?;
        (name, Kind::Function(read_signature(&result, params)?))
    } else {
        let (name, ctype) = read_variable(text.strip_prefix("VIR_EXPORT_VAR ")?)?;
        (name, Kind::Variable(ctype))
    };
    Some((name.to_owned(), kind))
}

/// What a function takes and gives; `params` goes on to the closing parenthesis.
fn read_signature(result: &str, params: &str) -> Option<Signature> {
    let params = params.strip_suffix(')')?.split(", ").filter(|param| *param != "void");
    let param = |param| read_variable(param).map(|(name, ctype)| (ctype, name.to_owned()));
    Some(Signature {
        result: result.trim_end().to_owned(),
        params: params.map(param).collect::<Option<_>>()?,
    })
}

/// Name and type of `TYPE NAME`. The type of an array is the whole text, as in the original's descriptions.
fn read_variable(text: &str) -> Option<(&str, String)> {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    if let Some((before, _)) = text.split_once('[') {
        return Some((before.rsplit(' ').next()?, text.to_owned()));
    }
    let (ctype, name) = text.split_at(text.rfind(|c| !is_word(c))? + 1);
    Some((name, ctype.trim_end().to_owned()))
}
