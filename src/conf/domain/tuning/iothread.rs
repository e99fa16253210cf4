//! `<iothreads>`, `<iothreadids>` and `<defaultiothread>`

#![forbid(unsafe_code)]

use super::cputune::Scheduler;
use crate::conf::cpuset::CpuSet;
use crate::conf::domain::fail;
use crate::error::Result;
use crate::util::xml::{Element, Writer, number};

/// The threads that do a domain's input and output.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IoThreads {
    pub list: Vec<IoThread>,
    /// `<defaultiothread>`: the pool of the emulator's own loop.
    pub default_pool: ThreadPool,
}

/// An I/O thread.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IoThread {
    /// Above 0.
    pub id: u32,
    /// Whether only the count in `<iothreads>` asked for it.
    pub counted: bool,
    pub pool: ThreadPool,
    /// `<iothreadpin>`
    pub cpuset: Option<CpuSet>,
    /// `<iothreadsched>`
    pub scheduler: Option<Scheduler>,
}

/// How many helpers a thread has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ThreadPool {
    pub min: Option<u32>,
    pub max: Option<u32>,
}

impl IoThreads {
    pub(super) fn parse(domain: Element<'_>) -> Result<Self> {
        let mut threads = Self::default();
        let count = match domain.child_text("iothreads") {
            None => 0,
            // No host runs more threads than this for one domain.
            Some(text) => {
                number::<u16>(&text).ok_or_else(|| fail::xml(format!("invalid iothreads count '{text}'")))?
            }
        };
        if let Some(element) = domain.child("defaultiothread") {
            threads.default_pool = ThreadPool::parse(element)?;
        }
        let ids = domain.child("iothreadids").map(|ids| ids.children_named("iothread").collect::<Vec<_>>());
        for element in ids.unwrap_or_default() {
            let thread = IoThread {
                id: element.positive("id")?,
                pool: ThreadPool::parse(element)?,
                ..IoThread::default()
            };
            if threads.get(thread.id).is_some() {
                return Err(fail::xml(format!("duplicate iothread id '{}' found", thread.id)));
            }
            threads.list.push(thread);
        }
        for id in 1.. {
            if threads.list.len() >= count.into() {
                break;
            }
            if threads.get(id).is_none() {
                threads.list.push(IoThread { id, counted: true, ..IoThread::default() });
            }
        }
        Ok(threads)
    }

    /// Fails for pools that no thread can have.
    pub(in crate::conf::domain) fn check(&self) -> Result<()> {
        self.list.iter().map(|thread| thread.pool).chain([self.default_pool]).try_for_each(ThreadPool::check)
    }

    /// The thread with this id.
    pub fn get(&self, id: u32) -> Option<&IoThread> {
        self.list.iter().find(|thread| thread.id == id)
    }

    /// The thread with this id.
    pub fn get_mut(&mut self, id: u32) -> Option<&mut IoThread> {
        self.list.iter_mut().find(|thread| thread.id == id)
    }

    pub(super) fn format(&self, w: &mut Writer) {
        if !self.list.is_empty() {
            w.text("iothreads", self.list.len());
        }
        if self.list.iter().any(|thread| !thread.counted || thread.pool != ThreadPool::default()) {
            w.element("iothreadids", |w| {
                for thread in &self.list {
                    w.element("iothread", |w| {
                        w.attr("id", thread.id);
                        thread.pool.format(w);
                    });
                }
            });
        }
        w.element_unless_empty("defaultiothread", |w| self.default_pool.format(w));
    }
}

impl ThreadPool {
    fn parse(element: Element<'_>) -> Result<Self> {
        Ok(Self { min: element.natural("thread_pool_min")?, max: element.natural("thread_pool_max")? })
    }

    /// Fails unless the numbers make sense together.
    pub fn check(self) -> Result<()> {
        if self.max == Some(0) {
            return Err(fail::unsupported("thread_pool_max must be a positive integer"));
        }
        // As libvirt: without a maximum every minimum is too great.
        if self.min.is_some_and(|min| self.max.is_none_or(|max| min > max)) {
            return Err(fail::unsupported("thread_pool_min must be smaller or equal to thread_pool_max"));
        }
        Ok(())
    }

    fn format(self, w: &mut Writer) {
        w.attr_opt("thread_pool_min", self.min);
        w.attr_opt("thread_pool_max", self.max);
    }
}
