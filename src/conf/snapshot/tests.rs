//! Parts of snapshots that no program on `test:///default` can reach. The rest is shown by `c-tests/test-snapshot-xml.c`.

use super::stored::{Stored, restore};
use super::*;
use crate::conf::moment::tree::Tree;
use crate::util::xml::Document;

/// What the file of a test host with these snapshots leads to.
fn restored(snapshots: &[&str]) -> Result<Tree<SnapshotDef>, String> {
    let read = |text: &&str| {
        let text = format!(
            "<domainsnapshot><creationTime>5</creationTime><state>running</state>{text}</domainsnapshot>"
        );
        let document = Document::parse(&text, "(file)", SNAPSHOT.from())?;
        Stored::read(document.root("domainsnapshot")?)
    };
    let stored = snapshots.iter().map(read).collect::<Result<Vec<_>>>();
    stored.and_then(|stored| restore(stored, "d")).map_err(|error| error.message().to_owned())
}

/// Texts and results as recorded from the original with `test:///FILE`.
#[test]
fn a_test_host_s_file_brings_snapshots_as_they_are() {
    let tree = restored(&[
        "<name>b</name><active>0</active><parent><name>a</name></parent>",
        "<name>a</name><active>1</active><disks><disk name='vda'/><disk name='x' snapshot='external'/></disks>",
    ])
    .expect("a good file");
    assert_eq!((tree.len(), tree.current()), (2, Some("a")));
    let uuid = Uuid::from_u128(0x1111_1111_2222_3333_4444_5555_5555_5555);
    assert_eq!(
        tree.get("a").map(|def| def.format(&uuid, false)).as_deref(),
        Some(
            "<domainsnapshot>\n  <name>a</name>\n  <state>running</state>\n  \
             <creationTime>5</creationTime>\n  <memory snapshot='internal'/>\n  <disks>\n    \
             <disk name='vda'/>\n    <disk name='x' snapshot='external'/>\n  </disks>\n  <domain>\n    \
             <uuid>11111111-2222-3333-4444-555555555555</uuid>\n  </domain>\n</domainsnapshot>\n"
        )
    );
    for (file, error) in [
        (&["<name>a</name>"][..], "internal error: Could not find 'active' element"),
        (
            &["<name>a</name><active>1</active>", "<name>b</name><active>2</active>"],
            "internal error: more than one snapshot claims to be active",
        ),
        (
            &["<name>b</name><active>0</active><parent><name>a</name></parent>"],
            "internal error: Snapshots have inconsistent relations for domain d",
        ),
        (
            &["<name>a</name><active>0</active>", "<name>a</name><active>0</active>"],
            "operation failed: domain moment a already exists",
        ),
    ] {
        assert_eq!(restored(file).err().as_deref(), Some(error));
    }
}
