//! The text monitor as it is received: any bytes in any pieces give the same, and no command has two answers.

#![cfg_attr(fuzzing, no_main)]
#![forbid(unsafe_code)]

use virt::monitor::replay;

/// What is sent; a byte of the input chooses.
const COMMANDS: [&str; 4] = ["cont", "info x", "", "(qemu) a b"];

/// Tries one input: a byte for the pieces, then dialogues, each with a command's number and what follows up to a NUL.
pub fn run(data: &[u8]) {
    let Some((cut, rest)) = data.split_first() else { return };
    let dialogues: Vec<_> = rest.split(|byte| *byte == 0).filter_map(<[u8]>::split_first).collect();
    let whole = told(&dialogues, usize::MAX);
    assert_eq!(told(&dialogues, usize::from(*cut).max(1)), whole);
    let count = |prefix: &str| whole.iter().filter(|line| line.starts_with(prefix)).count();
    assert!(count("0 < ") <= dialogues.len() + count("0 < asks"), "{whole:?}");
}

/// What is heard when the dialogues' bytes arrive in pieces of `size`.
fn told(dialogues: &[(&u8, &[u8])], size: usize) -> Vec<String> {
    let mut recording = String::from("# oxvirt monitor recording 1\n# protocol text\n");
    for (command, bytes) in dialogues {
        let command = COMMANDS[usize::from(**command) % COMMANDS.len()];
        recording.push_str(&format!("0 C {command}\\r\n"));
        for piece in bytes.chunks(size) {
            recording.push_str("0 S ");
            piece.iter().for_each(|byte| recording.push_str(&format!("\\x{byte:02x}")));
            recording.push('\n');
        }
    }
    replay(&recording).expect("a recording")
}

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| run(data));
