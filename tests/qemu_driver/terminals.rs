//! Terminals of character devices: the live XML names those that QEMU opened, whatever is spoken on the monitor.

use std::fs;
use std::path::Path;

use virt::domain::Domain;

use crate::fake::Fake;
use crate::guests::Guest;
use crate::monitors::configure;
use crate::session::{Session, isolated};

/// Two serial ports, of which the console shows the first, a parallel port, and a channel.
const TERMINALS: &str = "<serial type='pty'/><serial type='pty'/><parallel type='pty'/>\
                         <channel type='pty'><target type='virtio' name='org.x.0'/></channel>";

/// The terminals of the live XML by device, such as "serial0"; the console comes with the port that it shows.
fn terminals(s: &Session, dom: &Domain) -> Vec<(String, String)> {
    let xml = s.conn.driver().domain_get_xml_desc(dom, 0).unwrap();
    let document = roxmltree::Document::parse(&xml).unwrap();
    let text = |node: Option<roxmltree::Node<'_, '_>>, name: &str| node?.attribute(name).map(str::to_owned);
    let found = document.descendants().filter_map(|node| {
        let child = |name: &str| node.children().find(|child| child.has_tag_name(name));
        let path = text(child("source"), "path").filter(|path| path.starts_with("/dev/pts/"))?;
        Some((format!("{} {}", node.tag_name().name(), text(child("alias"), "name")?), path))
    });
    found.collect()
}

/// CHR-1, CHR-2, CHR-3, CHR-4: in JSON and in text, in any order, the paths belong to the devices that are named; also
/// where the start-up log has them in another order.
#[test]
fn terminals_are_found_by_name() {
    isolated("terminals::terminals_are_found_by_name", |root| {
        let s = Session::open(root);
        let devices =
            ["serial serial0", "serial serial1", "parallel parallel0", "console serial0", "channel channel0"];
        let shuffled = ["channel0", "serial1", "parallel0", "serial0"];
        let path =
            |alias: &str| format!("/dev/pts/9{}", shuffled.iter().position(|other| *other == alias).unwrap());
        let text: String =
            shuffled.iter().map(|alias| format!("char{alias}: filename=pty:{}\\r\\n", path(alias))).collect();
        let json: Vec<_> = shuffled
            .iter()
            .map(|alias| format!(r#"{{"label": "char{alias}", "filename": "pty:{}"}}"#, path(alias)))
            .collect();
        for (version, script) in [
            ("0.9.1", format!("on \"info chardev\" reply \"charx: filename=null\\r\\n{text}\"")),
            ("0.11.1", format!("on \"info chardev\" reply \"{text}monitor: filename=unix:/x,server\\r\\n\"")),
            ("7.2.22", format!("on query-chardev reply [{}]", json.join(", "))),
        ] {
            let fake = Fake::new(root, "shuffles", version, &script);
            let xml = Guest::new("x").devices(TERMINALS).emulator(fake.path()).xml();
            let dom = s.dom(s.conn.driver().domain_create_xml(&xml, 0).unwrap());
            let expected = devices.map(|device| {
                let alias = device.split_once(' ').unwrap().1;
                (device.to_owned(), path(alias))
            });
            assert_eq!(terminals(&s, &dom), expected, "{version}");
            s.conn.driver().domain_destroy(&dom).unwrap();
        }
        s.assert_clean();
    });
}

/// Writes "A" to the first serial port and "B" to the second.
const SAY: &[u8] = &[0xfa, 0xba, 0xf8, 0x03, 0xb0, b'A', 0xee, 0xba, 0xf8, 0x02, 0xb0, b'B', 0xee];

/// What the guest writes on its ports comes out where the XML says.
fn the_guest_speaks_there(root: &Path) {
    let s = Session::open(root);
    let dom = s.define(&Guest::new("x").devices(TERMINALS).boot(root, SAY));
    s.start(&dom, 1).unwrap();
    let found = terminals(&s, &dom);
    assert_eq!(found.len(), 5, "{found:?}");
    let open = |device: &str| {
        let path = &found.iter().find(|(name, _)| name == device).unwrap().1;
        fs::OpenOptions::new().read(true).write(true).open(path).unwrap()
    };
    let mut ports = [(open("serial serial0"), b'A'), (open("serial serial1"), b'B')];
    assert_eq!(found[0].1, found[3].1, "the console is the first port");
    s.conn.driver().domain_resume(&dom).unwrap();
    for (port, letter) in &mut ports {
        let mut byte = [0];
        std::io::Read::read_exact(port, &mut byte).unwrap();
        assert_eq!(byte[0], *letter);
    }
    s.conn.driver().domain_destroy(&dom).unwrap();
    s.assert_clean();
}

/// CHR-1
#[test]
fn the_guest_speaks_there_in_json() {
    isolated("terminals::the_guest_speaks_there_in_json", the_guest_speaks_there);
}

/// CHR-4
#[test]
fn the_guest_speaks_there_in_text() {
    isolated("terminals::the_guest_speaks_there_in_text", |root| {
        configure(root, "monitor_protocol = \"text\"\n");
        the_guest_speaks_there(root);
    });
}
