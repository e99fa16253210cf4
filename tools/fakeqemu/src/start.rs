//! From a command line and a script to a running emulator.

use std::ffi::{OsStr, OsString};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::args::{Backend, Launch, Print};
use crate::commands::Wire;
use crate::conn::Conn;
use crate::control::Control;
use crate::endpoint;
use crate::engine::{Engine, Monitor, Source};
use crate::log::Log;
use crate::script::{Greeting, Split, Statement, parse};
use crate::version::{TODAY, Version, v};
use crate::world::World;
use crate::world::chardev::{self, Chardev};

/// Set in the process that goes on in the background: it says on its output when it is ready.
const BACKGROUND: &str = "FAKEQEMU_BACKGROUND";

type Result<T> = std::result::Result<T, String>;

/// Runs the emulator; gives its exit status.
pub fn run(program: &OsStr, script: Option<&Path>, args: &[OsString]) -> Result<i32> {
    let (statements, folder) = match script {
        Some(path) => {
            let text =
                std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
            let folder = parse::folder(path);
            let statements =
                parse::script(&text, &folder).map_err(|error| format!("{}: {error}", path.display()))?;
            (statements, folder)
        }
        None => (Vec::new(), PathBuf::new()),
    };
    let version = statements.iter().rev().find_map(|statement| match statement {
        Statement::Version(version) => Some(*version),
        _ => None,
    });
    let version = version.unwrap_or(TODAY);
    let launch = Launch::parse(args, version);
    let name =
        script.unwrap_or(Path::new(program)).file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut engine = Engine {
        world: World::new(version, &launch),
        log: Log::default(),
        monitors: Vec::new(),
        control: Control::default(),
        rules: Vec::new(),
        timers: Vec::new(),
        greeting: usual_greeting(version),
        split: Split::Off,
        limit: None,
        history: Vec::new(),
        litter: Vec::new(),
        waits_for_key: false,
        program: name,
        script_folder: folder,
    };
    let background = std::env::var_os(BACKGROUND).is_some();
    open_log(&mut engine, &statements)?;
    if !background {
        log_start(&mut engine, args);
    }
    if let Some(print) = launch.print {
        return Ok(answer(print, version));
    }
    if launch.daemonize && !background {
        return go_to_background(script, args);
    }
    let signals = endpoint::signals().map_err(|error| error.to_string())?;
    let mut protocol = None;
    for statement in statements {
        match statement {
            Statement::Version(_) | Statement::Log(_) => {}
            Statement::Protocol(wire) => protocol = Some(wire),
            Statement::Control(path) => {
                engine.control.listener = Some(listen(&mut engine, &path)?);
            }
            other => engine.configure(other)?,
        }
    }
    open_chardevs(&mut engine, &launch, protocol)?;
    if !launch.stopped && !launch.incoming {
        engine.waits_for_key = engine.world.cont(&Default::default()).is_err();
        engine.world.question = None;
        engine.world.events.clear();
    }
    if let Some(path) = &launch.pidfile {
        let written = std::fs::write(path, format!("{}\n", std::process::id()));
        written.map_err(|error| format!("cannot write {}: {error}", path.display()))?;
        engine.litter.push(path.clone());
    }
    if background {
        tell_ready().map_err(|error| error.to_string())?;
    }
    let status = engine.run(&signals).map_err(|error| error.to_string())?;
    engine.log.line("exit", &status.to_string());
    Ok(status)
}

/// 0.10.0 lost its greeting and its first prompt.
fn usual_greeting(version: Version) -> Greeting {
    if version >= v(0, 10, 0) && version < v(0, 10, 1) { Greeting::Lost } else { Greeting::Yes }
}

fn open_log(engine: &mut Engine, statements: &[Statement]) -> Result<()> {
    let env = std::env::var_os("FAKEQEMU_LOG").map(|path| Statement::Log(path.into()));
    let scripted = statements.iter().filter(|statement| matches!(statement, Statement::Log(_))).cloned();
    for statement in env.into_iter().chain(scripted) {
        engine.configure(statement)?;
    }
    Ok(())
}

fn log_start(engine: &mut Engine, args: &[OsString]) {
    let version = engine.world.version.to_string();
    engine.log.line("start", &version);
    for arg in args {
        engine.log.bytes("arg", arg.as_encoded_bytes());
    }
}

fn answer(print: Print, version: Version) -> i32 {
    let text = match print {
        Print::Version => version.banner(),
        Print::Help => version.help(),
        Print::Machines => {
            "Supported machines are:\npc         Standard PC (default)\nisapc      ISA-only PC\n".to_owned()
        }
        Print::Cpus => "x86       [qemu64]\n".to_owned(),
        Print::Nothing => String::new(),
    };
    // Whoever asked may have gone.
    let _ = std::io::stdout().write_all(text.as_bytes());
    0
}

/// Starts again without a terminal, and ends when that process is ready: `-daemonize`.
fn go_to_background(script: Option<&Path>, args: &[OsString]) -> Result<i32> {
    let program = std::env::current_exe().map_err(|error| error.to_string())?;
    let mut command = Command::new(program);
    if let Some(script) = script {
        command.arg("--script").arg(script);
    }
    command.args(args).env(BACKGROUND, "1").stdin(Stdio::null()).stdout(Stdio::piped());
    let mut child = command.spawn().map_err(|error| error.to_string())?;
    let mut ready = [0];
    let read = child.stdout.take().map(|mut output| output.read(&mut ready));
    if matches!(read, Some(Ok(1))) {
        return Ok(0);
    }
    let status = child.wait().map_err(|error| error.to_string())?;
    Ok(status.code().unwrap_or(1))
}

fn tell_ready() -> std::io::Result<()> {
    nix::unistd::setsid()?;
    std::io::stdout().write_all(b"1")?;
    std::io::stdout().flush()?;
    let null = std::fs::OpenOptions::new().read(true).write(true).open("/dev/null")?;
    nix::unistd::dup2_stdout(&null)?;
    nix::unistd::dup2_stderr(&null)?;
    Ok(())
}

fn listen(engine: &mut Engine, path: &Path) -> Result<std::os::unix::net::UnixListener> {
    let listener = endpoint::listen(path).map_err(|error| format!("{}: {error}", path.display()))?;
    engine.litter.push(path.to_owned());
    Ok(listener)
}

/// Opens the character devices; those of monitors become monitors.
fn open_chardevs(engine: &mut Engine, launch: &Launch, protocol: Option<Wire>) -> Result<()> {
    let version = engine.world.version;
    for dev in &launch.chardevs {
        let label = dev.label.clone();
        let mon = launch.monitors.iter().find(|mon| mon.chardev == label);
        let wire = mon.map(|mon| protocol.unwrap_or(mon.wire));
        let failed = |error: std::io::Error| format!("-chardev {label}: {error}");
        let mut pty = None;
        let mut monitor = None;
        let filename = match &dev.backend {
            Backend::Listen(path) => {
                let listener = listen(engine, path)?;
                monitor = Some((Source::Listener(listener), None));
                chardev::listening(path, false, version)
            }
            Backend::Fd { fd, server } => {
                let fd = endpoint::adopt(*fd).map_err(failed)?;
                let address = rustix::net::getsockname(&fd).ok();
                let path = address.and_then(unix_path).unwrap_or_default();
                if *server {
                    let listener = std::os::unix::net::UnixListener::from(fd);
                    listener.set_nonblocking(true).map_err(failed)?;
                    monitor = Some((Source::Listener(listener), None));
                    chardev::listening(&path, false, version)
                } else {
                    let writer = endpoint::duplicate(&fd).map_err(failed)?;
                    monitor = Some((Source::Once(None), Some((fd, writer, true))));
                    format!("unix:{}", path.display())
                }
            }
            Backend::Pty => {
                let (master, slave, path) = endpoint::open_pty().map_err(failed)?;
                let path = path.display().to_string();
                let suffix = if version < v(1, 3, 0) { String::new() } else { format!(" (label {label})") };
                eprintln!("char device redirected to {path}{suffix}");
                if wire.is_some() {
                    let writer = endpoint::duplicate(&master).map_err(failed)?;
                    monitor = Some((Source::Once(Some(slave)), Some((master, writer, false))));
                } else {
                    pty = Some((master, slave));
                }
                format!("pty:{path}")
            }
            Backend::Stdio => {
                let reader = endpoint::duplicate(&std::io::stdin()).map_err(failed)?;
                let writer = endpoint::duplicate(&std::io::stdout()).map_err(failed)?;
                let settings = if wire.is_some() { endpoint::raw_terminal() } else { None };
                monitor = Some((Source::Stdio(settings.map(Box::new)), Some((reader, writer, false))));
                "stdio".to_owned()
            }
            Backend::Other(text) => text.clone(),
        };
        let frontend_open = wire.is_some() || pty.is_some();
        if let (Some(wire), Some((source, fds))) = (wire, monitor) {
            let conn = match fds {
                Some((reader, writer, is_socket)) => {
                    Some(Conn::new(reader, writer, is_socket, wire, engine.split).map_err(failed)?)
                }
                None => None,
            };
            engine.monitors.push(Monitor { label: label.clone(), wire, source, conn });
        }
        engine.world.chardevs.push(Chardev { label, filename, frontend_open, pty });
    }
    Ok(())
}

fn unix_path(address: rustix::net::SocketAddrAny) -> Option<PathBuf> {
    let address = rustix::net::SocketAddrUnix::try_from(address).ok()?;
    let path = address.path()?.to_string_lossy().into_owned();
    Some(PathBuf::from(path))
}
