//! QMP: the greeting, negotiation, commands with their replies, events. `lexer` cuts the input, `query` has commands.

pub mod json;
pub mod lexer;
pub mod query;

use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};

use crate::commands::{self, Command, Run, Wire};
use crate::version::{Version, v};
use crate::world::{Args, Event, Fault, World};

/// A client's state.
#[derive(Debug, Default)]
pub struct Session {
    pub lexer: lexer::Lexer,
    pub negotiated: bool,
    oob: bool,
}

/// A command that came in.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    pub name: String,
    pub args: Args,
    /// Absent, or any value.
    pub id: Option<Value>,
    /// By `exec-oob`.
    pub oob: bool,
}

impl Request {
    /// The command as rules see it: its name, then its arguments if it has some.
    pub fn subject(&self) -> String {
        if self.args.is_empty() {
            self.name.clone()
        } else {
            format!("{} {}", self.name, Value::Object(self.args.clone()))
        }
    }
}

/// The greeting.
pub fn greeting(world: &World) -> Vec<u8> {
    let capabilities = if world.version >= v(2, 12, 0) { json!(["oob"]) } else { json!([]) };
    let mut value = json!({"capabilities": capabilities});
    if world.version >= v(0, 13, 0) {
        value["version"] = query::version_value(world.version);
    }
    line(&json!({"QMP": value}))
}

/// A line of output.
pub fn line(value: &Value) -> Vec<u8> {
    let mut line = json::text(value).into_bytes();
    line.extend_from_slice(b"\r\n");
    line
}

/// A reply with a result.
pub fn success(value: &Value, id: Option<&Value>) -> Vec<u8> {
    let id = id.map(|id| format!(", \"id\": {}", json::text(id))).unwrap_or_default();
    format!("{{\"return\": {}{id}}}\r\n", json::text(value)).into_bytes()
}

/// A reply that says what is wrong. Before 1.2 it had data of its own as well.
pub fn failure(version: Version, fault: &Fault, id: Option<&Value>) -> Vec<u8> {
    let id = id.map(|id| format!("\"id\": {}, ", json::text(id))).unwrap_or_default();
    let mut error = json!({"class": fault.class, "desc": fault.text});
    if version < v(1, 2, 0) {
        error["data"] = json!({});
    }
    format!("{{{id}\"error\": {}}}\r\n", json::text(&error)).into_bytes()
}

/// An event, happening now.
pub fn event(event: &Event) -> Vec<u8> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let (seconds, micros) = (now.as_secs(), now.subsec_micros());
    let data =
        event.data.as_ref().map(|data| format!(", \"data\": {}", json::text(data))).unwrap_or_default();
    let stamp = format!("{{\"seconds\": {seconds}, \"microseconds\": {micros}}}");
    format!("{{\"timestamp\": {stamp}, \"event\": \"{}\"{data}}}\r\n", event.name).into_bytes()
}

impl Session {
    /// Checks the shape of a message.
    pub fn request(&self, message: Value) -> Result<Request, (Fault, Option<Value>)> {
        let Value::Object(mut message) = message else {
            return Err((Fault::new("QMP input must be a JSON object"), None));
        };
        let id = message.remove("id");
        let wrong = |text: String| Err((Fault::new(text), id.clone()));
        let oob = self.oob && message.contains_key("exec-oob");
        let key = if oob { "exec-oob" } else { "execute" };
        let mut name = None;
        let mut args = Args::new();
        for (member, value) in message {
            match (member.as_str(), value) {
                (member, Value::String(text)) if member == key => name = Some(text),
                (member, _) if member == key => {
                    return wrong(format!("QMP input member '{member}' must be a string"));
                }
                ("arguments", Value::Object(members)) => args = members,
                ("arguments", _) => {
                    return wrong("QMP input member 'arguments' must be an object".to_owned());
                }
                (member, _) => return wrong(format!("QMP input member '{member}' is unexpected")),
            }
        }
        match name {
            Some(name) => Ok(Request { name, args, id, oob }),
            None => wrong("QMP input lacks member 'execute'".to_owned()),
        }
    }

    /// Carries out a command.
    pub fn run(&mut self, world: &mut World, request: &Request) -> Result<Value, Fault> {
        let not_found = |text: String| Fault { class: "CommandNotFound".to_owned(), text };
        let Request { name, args, .. } = request;
        let negotiates = name == "qmp_capabilities";
        if commands::find(world, Wire::Qmp, "qmp_capabilities").is_none() {
            self.negotiated = true;
        } else if !self.negotiated && !negotiates {
            return Err(not_found("Expecting capabilities negotiation with 'qmp_capabilities'".to_owned()));
        } else if self.negotiated && negotiates {
            return Err(not_found(
                "Capabilities negotiation is already complete, command ignored".to_owned(),
            ));
        }
        let Some(command) = commands::find(world, Wire::Qmp, name) else {
            let recorded =
                crate::probe::answer(world.version, name, args).filter(|_| !world.without.contains(name));
            return recorded
                .unwrap_or_else(|| Err(not_found(format!("The command {name} has not been found"))));
        };
        if request.oob && name != "migrate-pause" {
            return Err(Fault::new(format!("The command {name} does not support OOB")));
        }
        check(command, args)?;
        if negotiates {
            for capability in args.get("enable").and_then(Value::as_array).into_iter().flatten() {
                match capability.as_str() {
                    Some("oob") if world.version >= v(2, 12, 0) => self.oob = true,
                    other => {
                        let other = other.unwrap_or_default();
                        return Err(Fault::new(format!("Parameter 'null' does not accept value '{other}'")));
                    }
                }
            }
            self.negotiated = true;
        }
        match command.run {
            Run::Do(run) => run(world, args).map(|()| json!({})),
            Run::Tell(run) => run(world, args),
            Run::Say(run) => run(world, args).map(Value::from),
        }
    }
}

/// Whether the arguments are those that a command takes.
fn check(command: &Command, args: &Args) -> Result<(), Fault> {
    if command.params == "*" {
        return Ok(());
    }
    let params: Vec<(&str, &str)> =
        command.params.split(' ').filter_map(|param| param.split_once(':')).collect();
    for (name, kind) in &params {
        let Some(value) = args.get(*name) else {
            if kind.ends_with('?') {
                continue;
            }
            return Err(Fault::new(format!("Parameter '{name}' is missing")));
        };
        let (fits, expected) = match kind.trim_end_matches('?') {
            "s" => (value.is_string(), "string"),
            "i" => (value.is_i64() || value.is_u64(), "integer"),
            "n" => (value.is_number(), "number"),
            "b" => (value.is_boolean(), "boolean"),
            "a" => (value.is_array(), "array"),
            _ => (true, ""),
        };
        if !fits {
            return Err(Fault::new(format!("Invalid parameter type for '{name}', expected: {expected}")));
        }
    }
    match args.keys().find(|key| !params.iter().any(|(name, _)| name == key)) {
        Some(key) => Err(Fault::new(format!("Parameter '{key}' is unexpected"))),
        None => Ok(()),
    }
}
