//! The description of a test host in a file: its node, domains and users. Networks, interfaces, storage pools and
//! node devices are only read, as there are no such objects yet. An element can name another file to stand for it.

#![forbid(unsafe_code)]

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use super::host::Host;
use super::node::Node;
use super::users::User;
use super::{FROM, parse_domain};
use crate::conf::domain::TestNamespace;
use crate::conf::snapshot::stored::{self, Stored};
use crate::driver::NodeInfo;
use crate::error::{Error, ErrorCode, Result};
use crate::util::xml::{Document, Element, Number, number};

/// What a file describes.
pub struct Described {
    pub node: Node,
    pub host: Host,
    pub users: Vec<User>,
}

/// Reads the file at `path` and those that it names.
pub fn read(path: &str) -> Result<Described> {
    read_by(path, &|path| fs::read(path))
}

/// As [`read`], of files whose content `load` knows.
pub fn read_by(path: &str, load: &dyn Fn(&str) -> io::Result<Vec<u8>>) -> Result<Described> {
    let file = File { path, load };
    file.with_root(path, "node", |root| {
        let mut node = Node::plain();
        parse_node(root, &mut node.info)?;
        let mut host = Host::new();
        for domain in root.children_named("domain") {
            file.resolve(domain, |domain| file.place(&mut host, domain))?;
        }
        for kind in ["network", "interface"] {
            file.pass_over(root.children_named(kind))?;
        }
        for pool in root.children_named("pool") {
            file.resolve(pool, |pool| file.pass_over(pool.children_named("volume")))?;
        }
        file.pass_over(root.children_named("device"))?;
        let users = root.children_named("auth").flat_map(|auth| auth.children_named("user"));
        Ok(Described { node, host, users: users.map(parse_user).collect::<Result<_>>()? })
    })
}

/// A file in whose folder others are looked for.
#[derive(Clone, Copy)]
struct File<'a> {
    path: &'a str,
    load: &'a dyn Fn(&str) -> io::Result<Vec<u8>>,
}

impl File<'_> {
    /// Hands `element`, or the root of the file that it names, to `action`.
    fn resolve<T>(self, element: Element<'_>, action: impl FnOnce(Element<'_>) -> Result<T>) -> Result<T> {
        match element.attr("file") {
            None => action(element),
            Some(file) => self.with_root(&self.beside(file), element.name(), action),
        }
    }

    /// The path `file`, from this file's folder on if it is relative.
    fn beside(self, file: &str) -> String {
        if file.starts_with('/') {
            return file.to_owned();
        }
        let folder = Path::new(self.path).parent().and_then(Path::to_str).filter(|it| !it.is_empty());
        format!("{}/{file}", folder.unwrap_or("."))
    }

    /// Sees to it that elements which are not used can at least be read.
    fn pass_over<'a>(self, elements: impl Iterator<Item = Element<'a>>) -> Result<()> {
        elements.into_iter().try_for_each(|element| self.resolve(element, |_| Ok(())))
    }

    /// Hands the root of the XML file at `path`, which has to be called `name`, to `action`.
    fn with_root<T>(
        self,
        path: &str,
        name: &str,
        action: impl FnOnce(Element<'_>) -> Result<T>,
    ) -> Result<T> {
        let content = match (self.load)(path) {
            Ok(content) => content,
            // As libvirt: a folder is a file in which nothing stands.
            Err(error) if error.kind() == ErrorKind::IsADirectory => Vec::new(),
            Err(_) => return Err(xml_error(format!("failed to parse xml document '{path}'"))),
        };
        let content = String::from_utf8(content).map_err(|_| {
            Error::new(ErrorCode::VIR_ERR_XML_DETAIL, FROM, format!("{path}: Input is not proper UTF-8"))
        })?;
        let document = Document::parse(&content, path, FROM)?;
        action(document.root(name)?)
    }

    fn place(self, host: &mut Host, element: Element<'_>) -> Result<()> {
        let def = parse_domain(element)?;
        let name = def.name.clone();
        let guest = host.place(def)?;
        let mut snapshots = Vec::new();
        for element in element.children_in(TestNamespace::URI, "domainsnapshot") {
            self.resolve(element, |element| {
                snapshots.push(Stored::read(element)?);
                Ok(())
            })?;
        }
        guest.snapshots = stored::restore(snapshots, &name)?;
        Ok(())
    }
}

fn parse_node(root: Element<'_>, info: &mut NodeInfo) -> Result<()> {
    let cpu = |name| root.children_named("cpu").find_map(|cpu| cpu.child(name));
    set(&mut info.nodes, cpu("nodes"), "node cpu nodes value")?;
    set(&mut info.sockets, cpu("sockets"), "node cpu sockets value")?;
    set(&mut info.cores, cpu("cores"), "node cpu cores value")?;
    set(&mut info.threads, cpu("threads"), "node cpu threads value")?;
    let mut active = info.most_cpus();
    set(&mut active, cpu("active"), "node cpu active value")?;
    info.cpus = active.min(info.most_cpus());
    set(&mut info.mhz, cpu("mhz"), "node cpu mhz value")?;
    if let Some(model) = text(cpu("model")) {
        if model.len() > NodeInfo::MODEL {
            return Err(Error::internal(FROM, format!("Model {model} too big for destination")));
        }
        info.model = model;
    }
    set(&mut info.memory_kib, root.child("memory"), "node memory value")
}

fn parse_user(element: Element<'_>) -> Result<User> {
    let name = text(Some(element)).ok_or_else(|| xml_error("missing username in /node/auth/user field"))?;
    Ok(User { name, password: element.attr("password").map(str::to_owned) })
}

/// The number in `element`, if there is one; `what` it is goes into the error for something else.
fn set<T: Number>(value: &mut T, element: Option<Element<'_>>, what: &str) -> Result<()> {
    if let Some(text) = text(element) {
        *value = number(&text).ok_or_else(|| xml_error(format!("invalid {what}")))?;
    }
    Ok(())
}

/// The text in `element`; `None` if it is empty or missing.
fn text(element: Option<Element<'_>>) -> Option<String> {
    element.map(Element::text).filter(|text| !text.is_empty())
}

fn xml_error(detail: impl Into<String>) -> Error {
    Error::new(ErrorCode::VIR_ERR_XML_ERROR, FROM, detail)
}
