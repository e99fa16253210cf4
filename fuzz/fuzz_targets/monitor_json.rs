//! QMP as it is received: any bytes in any pieces give the same, and whole lines before nonsense are heard. LAY-9: what is
//! read stays borrowed, under the address sanitizer.

#![cfg_attr(fuzzing, no_main)]
#![forbid(unsafe_code)]

use virt::monitor::replay;

/// Tries one input: the first byte says how it is cut.
pub fn run(data: &[u8]) {
    let Some((cut, bytes)) = data.split_first() else { return };
    let whole = told(&[bytes]);
    let pieces: Vec<_> = bytes.chunks(usize::from(*cut).max(1)).collect();
    assert_eq!(told(&pieces), whole);
    // What comes later takes nothing back.
    let line_end = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |place| place + 1);
    let before = told(&[&bytes[..line_end]]);
    assert_eq!(before, whole);
}

/// What is heard when `pieces` arrive.
fn told(pieces: &[&[u8]]) -> Vec<String> {
    let mut recording = String::from("# oxvirt monitor recording 1\n# protocol json\n");
    for piece in pieces {
        recording.push_str("0 S ");
        piece.iter().for_each(|byte| recording.push_str(&format!("\\x{byte:02x}")));
        recording.push('\n');
    }
    replay(&recording).expect("a recording")
}

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| run(data));
