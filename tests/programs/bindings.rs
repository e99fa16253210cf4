//! Debian's Perl and Ruby bindings, unmodified: a session on the test driver says the same on both libraries.

use crate::support::{Library, Printed, root, succeed};

/// What a driver answers that lacks what a program asks for.
const UNSUPPORTED: [&str; 2] = [
    "this function is not supported by the connection driver: ",
    "no connection driver available for test:///",
];

/// Fails with the first line that differs, unless ours says there that the driver lacks the function.
pub fn assert_same_where_supported(original: &str, ours: &str) {
    let lines = original.lines().zip(ours.lines());
    for (original, ours) in lines.filter(|(_, ours)| !UNSUPPORTED.iter().any(|text| ours.contains(text))) {
        assert_eq!(original, ours);
    }
    assert_eq!(original.lines().count(), ours.lines().count(), "--- original\n{original}\n--- ours\n{ours}");
}

/// Fails unless the program, which has to say on standard error which library it runs on, ran on this one.
pub fn assert_ran_on(library: Library, printed: &Printed) {
    let loaded = printed.stderr.lines().find_map(|line| line.strip_prefix("library: "));
    library.assert_is(loaded.expect("the script names the library"));
}

/// Runs a script of `tests/` on both libraries.
fn compare(interpreter: &str, script: &str) {
    let run = |library: Library| {
        let printed = succeed(library.command(interpreter).arg(root().join("tests").join(script)));
        assert_ran_on(library, &printed);
        printed.stdout
    };
    let original = run(Library::Original);
    for said in ["event", " of test: 3 0\n", "= error 42 from 12, ", "= domain test\n"] {
        assert!(original.contains(said), "{original}");
    }
    assert_same_where_supported(&original, &run(Library::Ours));
}

#[test]
fn a_perl_session_is_the_same() {
    compare("/usr/bin/perl", "perl/session.pl");
}

#[test]
fn a_ruby_session_is_the_same() {
    compare("/usr/bin/ruby", "ruby/session.rb");
}
