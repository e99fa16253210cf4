//! Commands of QMP, or of both protocols, that are no part of the machine's files.

use std::io::Write;

use serde_json::{Value, json};

use crate::args::{Options, flatten};
use crate::commands::{self, Wire};
use crate::version::{Version, v};
use crate::world::{Args, Fault, World, number, text};

/// `query-version`.
pub fn version(world: &mut World, _: &Args) -> Result<Value, Fault> {
    Ok(version_value(world.version))
}

/// What `query-version` and the greeting tell: one string in 0.12.
pub fn version_value(version: Version) -> Value {
    if version < v(0, 15, 0) {
        return json!({"qemu": version.to_string(), "package": ""});
    }
    let qemu = json!({"major": version.major, "minor": version.minor, "micro": version.micro});
    json!({"qemu": qemu, "package": version.package()})
}

/// `query-commands`.
pub fn commands(world: &mut World, _: &Args) -> Result<Value, Fault> {
    let recorded = crate::probe::names(world.version)
        .into_iter()
        .filter(|name| !world.without.iter().any(|w| w == name));
    let names = commands::of(world, Wire::Qmp).map(|command| command.name).chain(recorded);
    Ok(names.map(|name| json!({"name": name})).collect())
}

/// `query-status`: only whether it runs, before 0.14.
pub fn status(world: &mut World, _: &Args) -> Result<Value, Fault> {
    let mut value = json!({"running": world.is_running(), "singlestep": false});
    if world.version >= v(0, 14, 0) {
        value["status"] = json!(world.status);
    }
    Ok(value)
}

/// `query-name`.
pub fn name(world: &mut World, _: &Args) -> Result<Value, Fault> {
    Ok(world.name.as_ref().map_or(json!({}), |name| json!({"name": name})))
}

/// `query-uuid`.
pub fn uuid(world: &mut World, _: &Args) -> Result<Value, Fault> {
    Ok(json!({"UUID": world.uuid}))
}

/// `query-kvm`.
pub fn kvm(_: &mut World, _: &Args) -> Result<Value, Fault> {
    Ok(json!({"enabled": false, "present": true}))
}

/// `query-memory-size-summary`.
pub fn memory_size(world: &mut World, _: &Args) -> Result<Value, Fault> {
    Ok(json!({"base-memory": world.memory, "plugged-memory": 0}))
}

/// `human-monitor-command`.
pub fn human(world: &mut World, args: &Args) -> Result<Value, Fault> {
    let output = crate::text::run(world, text(args, "command-line").unwrap_or_default());
    // Nobody can be asked this way, nor waits.
    world.question = None;
    world.awaits_migration = false;
    Ok(output.into())
}

/// `system_wakeup`.
pub fn wakeup(world: &mut World, _: &Args) -> Result<(), Fault> {
    if world.status != "suspended" {
        return Err(Fault::new("Unable to wake up: guest is not in suspended state"));
    }
    world.status = "running".to_owned();
    world.emit("WAKEUP", None);
    Ok(())
}

/// The fault of balloon commands without a balloon.
pub fn no_balloon() -> Fault {
    let text = "No balloon device has been activated".to_owned();
    Fault { class: "DeviceNotActive".to_owned(), text }
}

/// `query-balloon`.
pub fn balloon(world: &mut World, _: &Args) -> Result<Value, Fault> {
    world.balloon.map(|bytes| json!({"actual": bytes})).ok_or_else(no_balloon)
}

/// `balloon`: the guest obeys at once.
pub fn set_balloon(world: &mut World, args: &Args) -> Result<(), Fault> {
    let bytes = number(args, "value").unwrap_or_default();
    let (memory, old) = (world.memory, world.version < v(1, 0, 0));
    let Some(balloon) = &mut world.balloon else { return Err(no_balloon()) };
    if bytes <= 0 {
        return Err(Fault::new("Parameter 'target' expects a size"));
    }
    let bytes = bytes.unsigned_abs().min(memory);
    if *balloon != bytes {
        *balloon = bytes;
        if !old {
            world.emit_later("BALLOON_CHANGE", Some(json!({"actual": bytes})));
        }
    }
    Ok(())
}

/// `memsave`, `pmemsave`: zeros.
pub fn memsave(_: &mut World, args: &Args) -> Result<(), Fault> {
    let size = number(args, "size").and_then(|size| usize::try_from(size).ok()).unwrap_or(0);
    write_file(text(args, "filename").unwrap_or_default(), &vec![0; size.min(64 << 20)])
}

/// `screendump`: one black dot. Without a display there is nothing to show.
pub fn screendump(world: &mut World, args: &Args) -> Result<(), Fault> {
    let vga = |driver: &str| matches!(driver, "VGA" | "cirrus-vga" | "vmware-svga");
    if !world.devices.iter().any(|device| vga(&device.driver)) {
        return Err(Fault::new("There is no console to take a screendump from"));
    }
    write_file(text(args, "filename").unwrap_or_default(), b"P6\n1 1\n255\n\0\0\0")
}

fn write_file(path: &str, content: &[u8]) -> Result<(), Fault> {
    let result = std::fs::File::create(path).and_then(|mut file| file.write_all(content));
    result.map_err(|error| {
        let text = error.to_string();
        let text = text.split(" (os error").next().unwrap_or_default();
        Fault::new(format!("Could not open '{path}': {text}"))
    })
}

/// `set_password`, `change-vnc-password`.
pub fn set_password(world: &mut World, args: &Args) -> Result<(), Fault> {
    match text(args, "protocol").unwrap_or("vnc") {
        "vnc" => {}
        "spice" => return Err(Fault::new("SPICE is not in use")),
        other => return Err(Fault::new(format!("invalid parameter value: {other}"))),
    }
    if text(args, "connected").is_some_and(|connected| connected != "keep") {
        return Err(Fault::new("Invalid parameter 'connected'"));
    }
    world.vnc_password = text(args, "password").map(str::to_owned);
    Ok(())
}

/// `expire_password`.
pub fn expire_password(_: &mut World, args: &Args) -> Result<(), Fault> {
    match text(args, "protocol").unwrap_or_default() {
        "vnc" => Ok(()),
        "spice" => Err(Fault::new("SPICE is not in use")),
        other => Err(Fault::new(format!("invalid parameter value: {other}"))),
    }
}

/// QMP's old `change`.
pub fn change(world: &mut World, args: &Args) -> Result<(), Fault> {
    if text(args, "device") == Some("vnc") {
        if text(args, "target") == Some("password") {
            let Some(password) = text(args, "arg") else {
                let text = "Parameter 'password' is missing".to_owned();
                return Err(Fault { class: "MissingParameter".to_owned(), text });
            };
            world.vnc_password = Some(password.to_owned());
        }
        return Ok(());
    }
    crate::text::info::change(world, args).map(|_| ())
}

fn as_options(args: &Args) -> Options {
    let mut options = Options::new();
    flatten("", &Value::Object(args.clone()), &mut options);
    options
}

/// `device_add`.
pub fn device_add(world: &mut World, args: &Args) -> Result<(), Fault> {
    world.device_add(&as_options(args))
}

/// `netdev_add`.
pub fn netdev_add(world: &mut World, args: &Args) -> Result<(), Fault> {
    world.netdev_add(&as_options(args))
}

/// `blockdev-add`.
pub fn blockdev_add(world: &mut World, args: &Args) -> Result<(), Fault> {
    world.blockdev_add(&as_options(args))
}

/// `object-add`.
pub fn object_add(world: &mut World, args: &Args) -> Result<(), Fault> {
    let Some(id) = text(args, "id") else { return Err(Fault::new("Parameter 'id' is missing")) };
    if world.objects.iter().any(|object| object == id) {
        let text = format!("attempt to add duplicate property '{id}' to object (type 'container')");
        return Err(Fault::new(text));
    }
    world.objects.push(id.to_owned());
    Ok(())
}

/// `object-del`.
pub fn object_del(world: &mut World, args: &Args) -> Result<(), Fault> {
    let id = text(args, "id").unwrap_or_default();
    match world.objects.iter().position(|object| object == id) {
        Some(index) => {
            world.objects.remove(index);
            Ok(())
        }
        None => Err(Fault::new(format!("object '{id}' not found"))),
    }
}

/// `qom-list`: the devices with a name; of anything else, nothing but its type.
pub fn qom_list(world: &mut World, args: &Args) -> Result<Value, Fault> {
    match text(args, "path").unwrap_or_default() {
        "/machine/peripheral" => Ok(world.peripherals()),
        path if path.starts_with("/machine") => Ok(json!([{"name": "type", "type": "string"}])),
        path => Err(Fault::no_device(path)),
    }
}

/// `qom-get`: what every object has, and CPUs.
pub fn qom_get(_: &mut World, args: &Args) -> Result<Value, Fault> {
    let (path, property) =
        (text(args, "path").unwrap_or_default(), text(args, "property").unwrap_or_default());
    if !path.starts_with("/machine") {
        return Err(Fault::no_device(path));
    }
    match property {
        "type" => Ok(json!("object")),
        "realized" => Ok(json!(true)),
        "unavailable-features" => Ok(json!([])),
        _ => Err(Fault::new(format!("Property 'object.{property}' not found"))),
    }
}
