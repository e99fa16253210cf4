//! Commands of the text monitor with words of their own.

use serde_json::Value;

use crate::args::options;
use crate::commands::{self, Wire};
use crate::version::v;
use crate::world::{Args, Fault, Question, World, text};

/// `info version`: the package follows without a blank.
pub fn version(world: &mut World, _: &Args) -> Result<String, Fault> {
    Ok(format!("{}{}\n", world.version, world.version.package()))
}

/// `info name`, which prints nothing for a guest without one.
pub fn name(world: &mut World, _: &Args) -> Result<String, Fault> {
    Ok(world.name.as_ref().map(|name| format!("{name}\n")).unwrap_or_default())
}

/// `cont`: an encrypted drive without its key is asked for.
pub fn cont(world: &mut World, args: &Args) -> Result<String, Fault> {
    let Err(fault) = world.cont(args) else { return Ok(String::new()) };
    let Some(Question::Drive(name)) = &world.question else { return Err(fault) };
    let medium =
        world.drives.iter().find(|drive| drive.name == *name).and_then(|drive| drive.medium.as_ref());
    let file = medium.map(|medium| medium.file.clone()).unwrap_or_default();
    Ok(format!("{name} ({file}) is encrypted.\n"))
}

/// `change vnc password [PASSWORD]`, `change DRIVE FILE [FORMAT]`.
pub fn change(world: &mut World, args: &Args) -> Result<String, Fault> {
    let (device, target, arg) = (text(args, "device"), text(args, "target"), text(args, "arg"));
    if device != Some("vnc") {
        let mut args = args.clone();
        args.insert("filename".to_owned(), target.into());
        args.insert("format".to_owned(), arg.map_or(Value::Null, Value::from));
        return world.change_medium(&args).map(|()| String::new());
    }
    match (target, arg) {
        (Some("password" | "passwd"), Some(password)) => world.vnc_password = Some(password.to_owned()),
        (Some("password" | "passwd"), None) => world.question = Some(Question::Vnc),
        _ if world.version < v(6, 0, 0) => {}
        _ => return Ok("Expected 'password' after 'vnc'\n".to_owned()),
    }
    Ok(String::new())
}

/// `info balloon`.
pub fn balloon(world: &mut World, _: &Args) -> Result<String, Fault> {
    match world.balloon {
        Some(bytes) => Ok(format!("balloon: actual={}\n", bytes >> 20)),
        None if world.version.has_old_words() => Ok("Ballooning not activated in VM\n".to_owned()),
        None => Err(crate::qmp::query::no_balloon()),
    }
}

/// `info vnc`: there is no server.
pub fn vnc(world: &mut World, _: &Args) -> Result<String, Fault> {
    Ok(if world.version.has_old_words() { "Server: disabled\n" } else { "None\n" }.to_owned())
}

/// `info usb`.
pub fn usb(world: &mut World, _: &Args) -> Result<String, Fault> {
    let usb = world.devices.iter().filter_map(|device| device.driver.strip_prefix("usb-"));
    let line = |(index, name): (usize, &str)| {
        format!("  Device 0.{}, Port {}, Speed 12 Mb/s, Product QEMU USB {name}\n", index + 1, index + 1)
    };
    Ok(usb.enumerate().map(line).collect())
}

/// `watchdog_action`.
pub fn watchdog_action(world: &mut World, args: &Args) -> Result<(), Fault> {
    let action = text(args, "action").unwrap_or_default();
    match ["reset", "shutdown", "poweroff", "pause", "debug", "none", "inject-nmi"].contains(&action) {
        true => Ok(()),
        false if world.version < v(6, 0, 0) => Err(Fault::new(format!("Unknown watchdog action '{action}'"))),
        false => Err(Fault::new(format!("invalid parameter value: {action}"))),
    }
}

/// `device_add DRIVER,NAME=VALUE...`.
pub fn device_add(world: &mut World, args: &Args) -> Result<(), Fault> {
    world.device_add(&options(text(args, "opts").unwrap_or_default(), "driver"))
}

/// `netdev_add TYPE,NAME=VALUE...`.
pub fn netdev_add(world: &mut World, args: &Args) -> Result<(), Fault> {
    world.netdev_add(&options(text(args, "opts").unwrap_or_default(), "type"))
}

/// `help [COMMAND]`.
pub fn help(world: &mut World, args: &Args) -> Result<String, Fault> {
    let Some(name) = text(args, "name") else { return Ok(list(world, "")) };
    match commands::find(world, Wire::Text, name) {
        Some(command) => Ok(line(command)),
        None if world.version.has_old_words() => Ok(String::new()),
        None => Ok(format!("unknown command: '{name}'\n")),
    }
}

/// The commands whose names begin with `start`.
pub fn list(world: &World, start: &str) -> String {
    let all = commands::of(world, Wire::Text);
    all.filter(|command| {
        command.name.starts_with(start) && (start == "info " || !command.name.starts_with("info "))
    })
    .map(line)
    .collect()
}

fn line(command: &commands::Command) -> String {
    let params = command.params.split(' ').filter_map(|param| {
        let (name, kind) = param.split_once(':')?;
        Some(match (kind.strip_prefix('-'), kind.ends_with('?')) {
            (Some(flag), _) => format!(" [-{flag}]"),
            (None, true) => format!(" [{name}]"),
            (None, false) => format!(" {name}"),
        })
    });
    format!("{}{} -- \n", command.name, params.collect::<String>())
}
