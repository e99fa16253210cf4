//! Events from a daemon: asked for when the first of the program's callbacks wants them, given up with the last.
//!
//! Registrations at the daemon have numbers, unique within a class, and each has its messages: one for all objects and
//! one for a single object both tell of it, and one that wants some events of a monitor stands for itself. A message can
//! overtake the reply that says its number; it waits then, and so do those behind it, so that the order is kept.
//!
//! Lock order: the events' turn of `event`, then the lock here, then the state of the events. It is not held while the
//! daemon is asked.

#![forbid(unsafe_code)]

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, OnceLock, Weak};

use super::FROM;
use super::messages::{Message, understand};
use crate::error::{Error, Result};
use crate::event::closing::Closing;
use crate::event::{About, Class, Event, Events, Reach, Topic, Upstream, Wanted};
use crate::rpc::client::{Client, CloseReason, Sink};
use crate::rpc::message::Packet;
use crate::rpc::protocol::{qemu, remote};
use crate::util::lock;

/// Takes what the daemon tells by itself.
pub struct Inbox {
    events: Arc<Events>,
    closing: Arc<Closing>,
    daemon: OnceLock<Daemon>,
    state: Mutex<State>,
}

/// Who is asked for events.
struct Daemon {
    client: Weak<Client>,
    /// Whether it numbers registrations for events of domains.
    numbers: bool,
}

#[derive(Default)]
struct State {
    /// What the daemon was asked for, by class and its number.
    registered: HashMap<(Class, i32), Wanted>,
    /// How many objects, or all of them, are listened to with a daemon that gives no numbers.
    unnumbered: HashMap<Topic, usize>,
    /// How many replies with numbers are under way.
    asking: usize,
    /// What has to wait for one.
    early: VecDeque<(i32, Event)>,
}

impl Inbox {
    /// For a client that is yet to be made.
    pub fn new(closing: Arc<Closing>) -> Arc<Self> {
        Arc::new_cyclic(|this: &Weak<Self>| Self {
            events: Events::from_upstream(Weak::<Self>::clone(this)),
            closing,
            daemon: OnceLock::new(),
            state: Mutex::default(),
        })
    }

    /// Whom to ask for events.
    pub fn attach(&self, client: &Arc<Client>, numbers: bool) {
        self.daemon.get_or_init(|| Daemon { client: Arc::downgrade(client), numbers });
    }

    /// What the program registers with.
    pub fn events(&self) -> &Arc<Events> {
        &self.events
    }

    fn hear(&self, packet: &Packet) -> Result<()> {
        match understand(packet)? {
            Some(Message::Event(number, event)) => self.take(number, event)?,
            Some(Message::Closed(reason)) => self.closing.lost(reason),
            None => {
                let header = &packet.header;
                log::debug!("a message of procedure {} of {:#x} is passed over", header.proc, header.prog);
            }
        }
        Ok(())
    }

    fn take(&self, number: Option<i32>, event: Event) -> Result<()> {
        let mut state = lock(&self.state);
        let reach = match number {
            None => Reach::Everybody,
            Some(number) => match state.find(number, &event) {
                Some(reach) if state.early.is_empty() => reach,
                None if state.asking == 0 => return Err(unknown(number)),
                _ => {
                    state.early.push_back((number, event));
                    return Ok(());
                }
            },
        };
        let wake = self.events.queue_to(event, reach);
        drop(state);
        if wake {
            self.events.wake();
        }
        Ok(())
    }

    /// A reply has come, with a number or without. Those that waited for it go on, in their order.
    fn answered(&self, registered: Option<(i32, Wanted)>) {
        let mut state = lock(&self.state);
        state.asking -= 1;
        if let Some((number, wanted)) = registered {
            state.registered.insert((wanted.topic.class(), number), wanted);
        }
        let mut wake = false;
        while let Some((number, event)) = state.early.pop_front() {
            match state.find(number, &event) {
                Some(reach) => wake |= self.events.queue_to(event, reach),
                None if state.asking > 0 => {
                    state.early.push_front((number, event));
                    break;
                }
                None => log::error!("{}", unknown(number)),
            }
        }
        drop(state);
        if wake {
            self.events.wake();
        }
    }

    /// Asks for events; returns the number of the registration.
    fn register(&self, daemon: &Daemon, wanted: &Wanted) -> Result<i32> {
        use remote::procedure;
        let client = daemon.client()?;
        let event_id = wanted.topic.id();
        /// Asks for events of the object, if it is of the right kind, or of all.
        macro_rules! ask {
            ($procedure:ident $kind:ident $field:ident) => {{
                let $field = match &wanted.object {
                    Some(About::$kind(key)) => Some(key.into()),
                    _ => None,
                };
                let args = procedure::args::$procedure { event_id, $field };
                client.call(procedure::$procedure, &args)?.callback_id
            }};
        }
        Ok(match wanted.topic.class() {
            Class::Domain => ask!(CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY Domain dom),
            Class::Network => ask!(CONNECT_NETWORK_EVENT_REGISTER_ANY Network net),
            Class::StoragePool => ask!(CONNECT_STORAGE_POOL_EVENT_REGISTER_ANY StoragePool pool),
            Class::NodeDevice => ask!(CONNECT_NODE_DEVICE_EVENT_REGISTER_ANY NodeDevice dev),
            Class::Secret => ask!(CONNECT_SECRET_EVENT_REGISTER_ANY Secret secret),
            Class::Monitor => {
                let dom = match &wanted.object {
                    Some(About::Domain(key)) => Some(key.into()),
                    _ => None,
                };
                let (event, flags) = wanted.filter.clone().map(|it| (it.name, it.flags)).unzip();
                let flags = flags.unwrap_or_default();
                let args = qemu::ConnectDomainMonitorEventRegisterArgs { dom, event, flags };
                client.call(qemu::procedure::CONNECT_DOMAIN_MONITOR_EVENT_REGISTER, &args)?.callback_id
            }
        })
    }

    fn deregister(daemon: &Daemon, class: Class, callback_id: i32) -> Result<()> {
        let client = daemon.client()?;
        macro_rules! give_up {
            ($program:ident $procedure:ident) => {{
                let args = $program::procedure::args::$procedure { callback_id };
                client.call($program::procedure::$procedure, &args)
            }};
        }
        match class {
            Class::Domain => give_up!(remote CONNECT_DOMAIN_EVENT_CALLBACK_DEREGISTER_ANY),
            Class::Monitor => give_up!(qemu CONNECT_DOMAIN_MONITOR_EVENT_DEREGISTER),
            Class::Network => give_up!(remote CONNECT_NETWORK_EVENT_DEREGISTER_ANY),
            Class::StoragePool => give_up!(remote CONNECT_STORAGE_POOL_EVENT_DEREGISTER_ANY),
            Class::NodeDevice => give_up!(remote CONNECT_NODE_DEVICE_EVENT_DEREGISTER_ANY),
            Class::Secret => give_up!(remote CONNECT_SECRET_EVENT_DEREGISTER_ANY),
        }
    }

    /// The daemon, which is known by the time that a program can ask.
    fn daemon(&self) -> Result<&Daemon> {
        self.daemon.get().ok_or_else(|| Error::internal(FROM, "the connection is not open"))
    }
}

impl Daemon {
    fn client(&self) -> Result<Arc<Client>> {
        self.client.upgrade().ok_or_else(|| Error::internal(FROM, "the connection is closed"))
    }

    /// Whether registrations of a class have numbers.
    fn numbers(&self, class: Class) -> bool {
        self.numbers || class != Class::Domain
    }
}

impl State {
    /// Whom the registration with this number is for; `None` if there is none that the event belongs to.
    fn find(&self, number: i32, event: &Event) -> Option<Reach> {
        let Wanted { id, topic, object, filter, .. } =
            self.registered.get(&(event.topic().class(), number))?;
        let fits =
            *topic == event.topic() && object.as_ref().is_none_or(|about| about.object() == event.object());
        fits.then_some(match object {
            _ if filter.is_some() => Reach::Alone(*id),
            Some(_) => Reach::OfOne,
            None => Reach::OfAll,
        })
    }

    /// The number of the registration that is for the same.
    fn number(&self, wanted: &Wanted) -> Option<i32> {
        let object = |it: &Wanted| it.object.as_ref().map(About::object);
        let same = |it: &Wanted| match wanted.filter {
            Some(_) => it.id == wanted.id,
            None => it.topic == wanted.topic && it.filter.is_none() && object(it) == object(wanted),
        };
        self.registered.iter().find(|(_, it)| same(it)).map(|(&(_, number), _)| number)
    }
}

impl Upstream for Inbox {
    fn check(&self) -> Result<()> {
        // A daemon that is not known yet, or a client that is gone, has nothing to lock.
        self.daemon.get().and_then(|daemon| daemon.client.upgrade()).map_or(Ok(()), |it| it.check_process())
    }

    fn begin(&self, wanted: &Wanted) -> Result<()> {
        let daemon = self.daemon()?;
        let topic = wanted.topic;
        if daemon.numbers(topic.class()) {
            lock(&self.state).asking += 1;
            let number = self.register(daemon, wanted);
            self.answered(number.as_ref().ok().map(|number| (*number, wanted.clone())));
            return number.map(drop);
        }
        let first = {
            let mut state = lock(&self.state);
            let count = state.unnumbered.entry(topic).or_default();
            *count += 1;
            *count == 1
        };
        if !first {
            return Ok(());
        }
        let client = daemon.client()?;
        let asked = if wanted.old_style {
            client.call(remote::procedure::CONNECT_DOMAIN_EVENT_REGISTER, &()).map(drop)
        } else {
            let args = remote::ConnectDomainEventRegisterAnyArgs { event_id: topic.id() };
            client.call(remote::procedure::CONNECT_DOMAIN_EVENT_REGISTER_ANY, &args)
        };
        asked.inspect_err(|_| {
            lock(&self.state).unnumbered.remove(&topic);
        })
    }

    fn end(&self, wanted: &Wanted) -> Result<()> {
        let daemon = self.daemon()?;
        let topic = wanted.topic;
        let class = topic.class();
        if daemon.numbers(class) {
            let Some(number) = lock(&self.state).number(wanted) else { return Ok(()) };
            let outcome = Self::deregister(daemon, class, number);
            // What the daemon told before its reply has been taken by now.
            lock(&self.state).registered.remove(&(class, number));
            return outcome;
        }
        let last = {
            let mut state = lock(&self.state);
            let count = state.unnumbered.entry(topic).or_default();
            *count = count.saturating_sub(1);
            *count == 0
        };
        if !last {
            return Ok(());
        }
        let client = daemon.client()?;
        if wanted.old_style {
            return client.call(remote::procedure::CONNECT_DOMAIN_EVENT_DEREGISTER, &()).map(drop);
        }
        let args = remote::ConnectDomainEventDeregisterAnyArgs { event_id: topic.id() };
        client.call(remote::procedure::CONNECT_DOMAIN_EVENT_DEREGISTER_ANY, &args)
    }
}

impl Sink for Inbox {
    fn event(&self, packet: Packet) {
        // It costs that message, not the connection.
        if let Err(error) = self.hear(&packet) {
            log::error!("a message of procedure {} is dropped: {error}", packet.header.proc);
        }
    }

    fn closed(&self, reason: CloseReason, error: &Error) {
        log::debug!("the connection to the daemon has ended: {error}");
        if reason != CloseReason::VIR_CONNECT_CLOSE_REASON_CLIENT {
            self.closing.lost(reason as i32);
        }
    }
}

fn unknown(number: i32) -> Error {
    Error::internal(
        FROM,
        format!("the daemon tells something for the registration {number}, which is not ours"),
    )
}
