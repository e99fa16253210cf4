//! QEMU's option strings, such as "scsi-hd,drive=d,serial=a,,b": members between commas, a doubled comma for one in a
//! value, and a member without a value for one that is on.

#![forbid(unsafe_code)]

use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

/// What a netdev has as numbers. QMP's netdev_add takes no text for them.
const NUMBERS: [&str; 14] = [
    "hubid",
    "ipv6-prefixlen",
    "mode",
    "offset",
    "poll-us",
    "port",
    "queues",
    "reconnect",
    "rxcookie",
    "rxsession",
    "sndbuf",
    "txcookie",
    "txsession",
    "vectors",
];

/// What a netdev has as switches.
const SWITCHES: [&str; 12] = [
    "cookie64",
    "counter",
    "ipv4",
    "ipv6",
    "numeric",
    "pincounter",
    "restrict",
    "server",
    "vhost",
    "vhostforce",
    "vnet_hdr",
    "x-svq",
];

/// What a netdev may have several of, each as an object with the text in it.
const LISTS: [&str; 3] = ["dnssearch", "guestfwd", "hostfwd"];

/// The members of an option string in their order.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Options(Vec<(String, String)>);

impl Options {
    /// Reads `text`; its first member may be a value alone, which is that of `implied`.
    pub(super) fn parse(text: &str, implied: &str) -> Self {
        let mut members = Vec::new();
        for (place, member) in split(text).into_iter().enumerate() {
            members.push(match member.split_once('=') {
                Some((key, value)) => (key.to_owned(), value.to_owned()),
                None if place == 0 && !implied.is_empty() => (implied.to_owned(), member),
                None => (member, "on".to_owned()),
            });
        }
        Self(members)
    }

    /// The value of a member; of several, the last.
    pub(super) fn get(&self, key: &str) -> Option<&str> {
        self.0.iter().rev().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }

    /// The arguments of QMP's netdev_add, which is particular about types.
    pub(super) fn into_netdev(self) -> Map<String, Value> {
        let mut arguments = Map::new();
        // In 7.2 the one name that is a switch for one kind and text for another.
        let switches_udp = self.get("type") == Some("l2tpv3");
        for (key, text) in self.0 {
            let (mut object, mut name) = (&mut arguments, key.as_str());
            while let Some((outer, inner)) = name.split_once('.') {
                (object, name) = (inside(object, outer), inner);
            }
            if LISTS.contains(&name) {
                let item = Value::Object(Map::from_iter([("str".to_owned(), Value::String(text))]));
                match object.get_mut(name) {
                    Some(Value::Array(items)) => items.push(item),
                    _ => drop(object.insert(name.to_owned(), Value::Array(vec![item]))),
                }
            } else {
                object.insert(name.to_owned(), typed(name, text, switches_udp));
            }
        }
        arguments
    }
}

/// The object that is a member of `object`.
fn inside<'a>(object: &'a mut Map<String, Value>, name: &str) -> &'a mut Map<String, Value> {
    let member = object.entry(name).or_insert(Value::Null);
    if !member.is_object() {
        *member = Value::Object(Map::new());
    }
    member.as_object_mut().expect("made one above")
}

/// A value of the type that its name asks for. What does not fit goes to QEMU as it is, for QEMU to complain about.
fn typed(name: &str, text: String, switches_udp: bool) -> Value {
    let number = if NUMBERS.contains(&name) { text.parse::<i64>().ok() } else { None };
    let is_switch = SWITCHES.contains(&name) || (name == "udp" && switches_udp);
    let switch = match text.as_str() {
        "on" | "yes" | "true" if is_switch => Some(true),
        "off" | "no" | "false" if is_switch => Some(false),
        _ => None,
    };
    number.map(Value::from).or(switch.map(Value::from)).unwrap_or(Value::String(text))
}

/// As an object of texts, in the order in which they were first named. QMP's device_add makes numbers and switches of
/// them by itself.
impl Serialize for Options {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let first = |place: usize, key: &str| !self.0[..place].iter().any(|(name, _)| name == key);
        let members = self.0.iter().enumerate().filter(|(place, (key, _))| first(*place, key));
        out.collect_map(members.map(|(_, (key, _))| (key, self.get(key))))
    }
}

/// The members between single commas, with the doubled ones made single.
fn split(text: &str) -> Vec<String> {
    let mut members = vec![String::new()];
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        if character != ',' || characters.next_if_eq(&',').is_some() {
            members.last_mut().expect("never empty").push(character);
        } else {
            members.push(String::new());
        }
    }
    members.retain(|member| !member.is_empty());
    members
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn option_strings() {
        for (text, json) in [
            ("e1000", r#"{"driver":"e1000"}"#),
            ("e1000,id=n,mac=52:54:00:00:00:01", r#"{"driver":"e1000","id":"n","mac":"52:54:00:00:00:01"}"#),
            ("driver=x,serial=a,,b=c,share-rw", r#"{"driver":"x","serial":"a,b=c","share-rw":"on"}"#),
            ("x,a=,,,b=1,b=2", r#"{"driver":"x","a":",","b":"2"}"#),
            ("x,a=\"\\é,", r#"{"driver":"x","a":"\"\\é"}"#),
            ("", "{}"),
        ] {
            let options = Options::parse(text, "driver");
            assert_eq!(serde_json::to_string(&options).expect("plain"), json, "{text}");
        }
    }

    #[test]
    fn netdevs() {
        for (text, json) in [
            (
                "tap,id=n,fd=fd3,vhost=on,queues=4",
                r#"{"fd":"fd3","id":"n","queues":4,"type":"tap","vhost":true}"#,
            ),
            (
                "user,id=u,restrict,hostfwd=tcp::1-:2,hostfwd=udp::3-:4",
                r#"{"hostfwd":[{"str":"tcp::1-:2"},{"str":"udp::3-:4"}],"id":"u","restrict":true,"type":"user"}"#,
            ),
            (
                "stream,id=s,server=off,addr.type=unix,addr.path=/a,,b",
                r#"{"addr":{"path":"/a,b","type":"unix"},"id":"s","server":false,"type":"stream"}"#,
            ),
            ("socket,id=s,udp=1.2.3.4:5", r#"{"id":"s","type":"socket","udp":"1.2.3.4:5"}"#),
            ("l2tpv3,id=s,udp=on", r#"{"id":"s","type":"l2tpv3","udp":true}"#),
            (
                "tap,queues=many,vhost=maybe,a=1,a.b=2",
                r#"{"a":{"b":"2"},"queues":"many","type":"tap","vhost":"maybe"}"#,
            ),
        ] {
            let arguments = Options::parse(text, "type").into_netdev();
            assert_eq!(serde_json::to_string(&arguments).expect("plain"), json, "{text}");
        }
    }
}
