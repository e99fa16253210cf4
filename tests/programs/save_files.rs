//! Save files of the test driver: what one library writes the other reads, with the same result as its own.

use crate::support::{Library, assert_same_lines, compile};

#[test]
fn are_read_by_the_other_library() {
    let program = compile("test_save_files", &["c-tests/test-save.c"], &[]);
    let folder = tempfile::tempdir().expect("a folder");
    let file = |writer: Library| folder.path().join(format!("{writer:?}")).display().to_string();
    let libraries = [Library::Original, Library::Ours];
    for writer in libraries {
        writer.run(&program, &["write", &file(writer)]);
    }
    let read = |reader: Library, writer| reader.run(&program, &["read", &file(writer)]).stdout;
    let expected = read(Library::Original, Library::Original);
    assert!(expected.contains("virDomainRestore = 0"), "{expected}");
    for reader in libraries {
        for writer in libraries {
            assert_same_lines(&expected, &read(reader, writer));
        }
    }
}
