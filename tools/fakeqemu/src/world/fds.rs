//! Descriptors that clients handed over: `getfd` names them, `add-fd` puts them into sets.

use std::collections::{BTreeMap, VecDeque};
use std::os::fd::{AsRawFd, OwnedFd};

use serde_json::{Value, json};

use super::{Args, Fault, World, number, text};

/// The descriptors of a machine.
#[derive(Debug, Default)]
pub struct Fds {
    /// Came with the socket and wait for a command that takes one. Those of the connection whose command runs.
    pub received: VecDeque<OwnedFd>,
    pub named: BTreeMap<String, OwnedFd>,
    sets: BTreeMap<i64, Vec<(OwnedFd, Option<String>)>>,
}

impl Fds {
    fn take(&mut self) -> Result<OwnedFd, Fault> {
        self.received.pop_front().ok_or_else(|| Fault::new("No file descriptor supplied via SCM_RIGHTS"))
    }
}

impl World {
    /// `getfd`: a name that is used already is given to the new one.
    pub fn getfd(&mut self, args: &Args) -> Result<(), Fault> {
        let fd = self.fds.take()?;
        let name = text(args, "fdname").unwrap_or_default();
        if name.starts_with(|c: char| c.is_ascii_digit()) {
            return Err(Fault::new("Parameter 'fdname' expects a name not starting with a digit"));
        }
        self.fds.named.insert(name.to_owned(), fd);
        Ok(())
    }

    /// `closefd`.
    pub fn closefd(&mut self, args: &Args) -> Result<(), Fault> {
        let name = text(args, "fdname").unwrap_or_default();
        match self.fds.named.remove(name) {
            Some(_) => Ok(()),
            None => Err(Fault::new(format!("File descriptor named '{name}' not found"))),
        }
    }

    /// `add-fd`.
    pub fn add_fd(&mut self, args: &Args) -> Result<Value, Fault> {
        let fd = self.fds.take()?;
        let free = (0..).find(|id| !self.fds.sets.contains_key(id)).unwrap_or_default();
        let set = number(args, "fdset-id").unwrap_or(free);
        let raw = fd.as_raw_fd();
        self.fds.sets.entry(set).or_default().push((fd, text(args, "opaque").map(str::to_owned)));
        Ok(json!({"fd": raw, "fdset-id": set}))
    }

    /// `remove-fd`.
    pub fn remove_fd(&mut self, args: &Args) -> Result<(), Fault> {
        let set = number(args, "fdset-id").unwrap_or_default();
        let fd = number(args, "fd");
        if let Some(fds) = self.fds.sets.get_mut(&set) {
            fds.retain(|(one, _)| fd.is_some_and(|fd| i64::from(one.as_raw_fd()) != fd));
            if fds.is_empty() {
                self.fds.sets.remove(&set);
            }
        }
        Ok(())
    }

    /// `query-fdsets`.
    pub fn query_fdsets(&mut self, _: &Args) -> Result<Value, Fault> {
        let fd = |(fd, opaque): &(OwnedFd, Option<String>)| match opaque {
            Some(opaque) => json!({"fd": fd.as_raw_fd(), "opaque": opaque}),
            None => json!({"fd": fd.as_raw_fd()}),
        };
        let set = |(id, fds): (&i64, &Vec<_>)| json!({"fdset-id": id, "fds": fds.iter().map(fd).collect::<Value>()});
        Ok(self.fds.sets.iter().map(set).collect())
    }
}
