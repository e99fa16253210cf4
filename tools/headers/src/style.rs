//! Turns what cbindgen prints into what a C programmer would have written: one declaration per type, short comments
//! on one line, the public names of functions.

use std::collections::HashSet;

/// The widest line that a comment may get.
const WIDTH: usize = 100;

/// Functions of companion libraries have this before their names inside `libvirt.so.0`.
const PRIVATE: &str = "oxvirt_";

/// Stands where the declarations begin. cbindgen would print the next constant only after its types.
pub const BEGIN: &str = "/* the declarations begin here */";

/// Gives everything C linkage in C++, as cbindgen prints it, but only before functions.
const EXTERN_C: &str = "#ifdef __cplusplus\nextern \"C\" {\n#endif // __cplusplus\n\n";

/// What strict compilers would refuse or take for something else, and what is merely odd.
const CORRECTIONS: [(&str, &str); 4] = [
    // Strict C90 has no such comments.
    (" // __cplusplus", " /* __cplusplus */"),
    (" // extern \"C\"", " /* extern \"C\" */"),
    ("  /* ", " /* "),
    // Beyond the range of int.
    ("(1 << 31)", "(1U << 31)"),
];

/// The header `text` in good style.
pub fn tidy(text: &str) -> String {
    let mut text = text.replace(EXTERN_C, "").replace(BEGIN, EXTERN_C);
    while text.contains("\n\n\n") {
        text = text.replace("\n\n\n", "\n\n");
    }
    for (generated, corrected) in CORRECTIONS {
        text = text.replace(generated, corrected);
    }
    let blocks: Vec<_> = text.split("\n\n").collect();
    let named: HashSet<_> = blocks.iter().filter_map(|block| plain_typedef(block)).collect();
    let defined: HashSet<_> = blocks.iter().filter_map(|block| definition(block)).collect();
    let block = |block: &&str| {
        // A function that the sources call, not one that they export.
        if block.starts_with("extern ") && block.contains('(') {
            return None;
        }
        if let Some(tag) = definition(block).filter(|tag| named.contains(tag)) {
            return Some(definition_with_typedef(block, tag));
        }
        // A typedef declares an opaque type by itself; that of a complete type went into the definition.
        let superfluous = declaration(block).is_some_and(|tag| named.contains(tag))
            || plain_typedef(block).is_some_and(|tag| defined.contains(tag));
        (!superfluous).then(|| public_name(block))
    };
    let blocks: Vec<_> = blocks.iter().filter_map(block).collect();
    short_comments(&blocks.join("\n\n"))
}

/// `struct _virFoo` if the block is `typedef struct _virFoo virFoo;`.
fn plain_typedef(block: &str) -> Option<&str> {
    let (tag, name) = block.lines().last()?.strip_prefix("typedef ")?.strip_suffix(';')?.rsplit_once(' ')?;
    let (kind, bare) = tag.split_once(" _")?;
    (["enum", "struct"].contains(&kind) && bare == name).then_some(tag)
}

/// `struct _virFoo` if the block is `struct _virFoo;`.
fn declaration(block: &str) -> Option<&str> {
    block.lines().last()?.strip_suffix(';').filter(|tag| tag.starts_with("struct _"))
}

/// `struct _virFoo` if the block is `struct _virFoo {...};`.
fn definition(block: &str) -> Option<&str> {
    let tag = |line: &'_ str| ["enum _", "struct _"].iter().any(|kind| line.starts_with(kind));
    block.lines().find(|line| tag(line))?.strip_suffix(" {")
}

/// `typedef struct _virFoo {...} virFoo;` for `struct _virFoo {...};`. Enums have no tag, as in the original: it would
/// show in the symbols of C++ programs.
fn definition_with_typedef(block: &str, tag: &str) -> String {
    let name = tag.split_once('_').map_or(tag, |(_, name)| name);
    let is_enum = tag.starts_with("enum ");
    let opening = match is_enum {
        // Pedantic C wants enum values to be in the range of int.
        true if block.contains("1U <<") => "__extension__ typedef enum {".to_owned(),
        true => "typedef enum {".to_owned(),
        false => format!("typedef {tag} {{"),
    };
    let closed = block.strip_suffix("};").map_or(block.to_owned(), |body| format!("{body}}} {name};"));
    closed.replacen(&format!("{tag} {{"), &opening, 1)
}

/// The declaration of a function under its public name, parameters still aligned.
fn public_name(block: &str) -> String {
    let Some((before, after)) = block.split_once(PRIVATE) else { return block.to_owned() };
    let shifted = format!("\n{}", " ".repeat(PRIVATE.len()));
    format!("{before}{}", after.replace(&shifted, "\n"))
}

/// Puts comments of one sentence on one line.
fn short_comments(text: &str) -> String {
    let lines: Vec<_> = text.lines().collect();
    let mut short = Vec::new();
    let mut rest = lines.as_slice();
    while let Some((line, after)) = rest.split_first() {
        rest = after;
        if let ("/**", [sentence, end, after @ ..]) = (line.trim_start(), after)
            && end.trim_start() == "*/"
        {
            let words = sentence.trim_start().trim_start_matches("* ");
            let one = format!("{line} {words} */");
            if one.len() <= WIDTH {
                short.push(one);
                rest = after;
                continue;
            }
        }
        short.push((*line).to_owned());
    }
    short.join("\n") + "\n"
}
