//! Ways to a daemon by a program: `ssh`, which runs one on the daemon's host that passes bytes on, and any other.
//!
//! The URIs for libssh and libssh2, libraries that the original can use, are served by `ssh` as well: what they say is
//! put into its words.

#![forbid(unsafe_code)]

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;

use nix::errno::Errno;
use nix::sys::memfd::{MFdFlags, memfd_create};

use super::FROM;
use super::parameters::{Mode, Parameters, Proxy, at_the_daemon};
use super::socket;
use crate::connect::READ_ONLY;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::rpc::transport::{ChildTransport, UnixTransport};
use crate::util::process::{self, Helper, Process};
use crate::util::uri::Uri;
use crate::util::user_dirs;

/// What a program finds in its environment, as from the original. Not `LD_LIBRARY_PATH` and `LD_PRELOAD`: by them a
/// program may have got this library, with which the original's programs cannot run.
const ENVIRONMENT: [&str; 5] = ["PATH", "HOME", "USER", "LOGNAME", "TMPDIR"];
/// What `ssh` finds as well.
const SSH_ENVIRONMENT: [&str; 9] = [
    "KRB5CCNAME",
    "SSH_AUTH_SOCK",
    "SSH_ASKPASS",
    "GPG_TTY",
    "OPENSSL_CONF",
    "DISPLAY",
    "XAUTHORITY",
    "XDG_RUNTIME_DIR",
    "TERM",
];

/// What a shell does not take as it is.
const SPECIAL: &[char] = &[
    '\r', '\t', '\n', ' ', '!', '"', '#', '$', '&', '\'', '(', ')', '*', ';', '<', '>', '?', '[', '\\', ']',
    '^', '`', '{', '|', '}', '~',
];

/// Starts `program`, whose standard input and output are the connection.
pub fn external(program: &str) -> Result<ChildTransport> {
    start(vec![program.into()], &[])
}

/// Starts `ssh` for a URI of `transport`; `flags` are `virConnectFlags`.
pub fn ssh(transport: &str, uri: &Uri, parameters: &Parameters<'_>, flags: u32) -> Result<ChildTransport> {
    if parameters.mode == Mode::Direct && parameters.socket.is_none() {
        let text = format!("Cannot use direct socket mode for {transport} transport");
        return Err(Error::new(ErrorCode::VIR_ERR_OPERATION_UNSUPPORTED, FROM, text));
    }
    let script = script(uri, parameters, flags & READ_ONLY != 0)?;
    let native = transport == "ssh";
    let program = parameters.command.filter(|_| native).unwrap_or("ssh");
    let mut argv: Vec<OsString> = vec![program.into()];
    let mut add = |arguments: &[&str]| argv.extend(arguments.iter().map(OsString::from));
    if let Some(port) = uri.port.filter(|port| *port != 0) {
        add(&["-p", &port.to_string()]);
    }
    if let Some(user) = &uri.user {
        add(&["-l", user]);
    }
    if let Some(keyfile) = parameters.keyfile {
        add(&["-i", keyfile]);
    }
    add(&["-T", "-e", "none"]);
    if parameters.no_tty {
        add(&["-o", "BatchMode=yes"]);
    }
    if native && parameters.no_verify {
        add(&["-o", "StrictHostKeyChecking=no"]);
    }
    if !native {
        for option in library_options(parameters)? {
            add(&["-o", &option]);
        }
    }
    add(&["--", uri.server.as_deref().unwrap_or("localhost"), &script]);
    start(argv, &SSH_ENVIRONMENT)
}

/// What is run on the daemon's host, by the user's shell there.
fn script(uri: &Uri, parameters: &Parameters<'_>, read_only: bool) -> Result<String> {
    let netcat = escaped(&escaped(parameters.netcat.unwrap_or("nc")));
    let name = escaped(&escaped(&at_the_daemon(uri)));
    let session = socket::is_session(Some(uri));
    let usual = socket::usual("libvirt", session, read_only);
    let usual = usual.to_string_lossy();
    let socket = parameters.socket.unwrap_or(&usual);
    // Some netcats end only when they are told to.
    let by_netcat = format!(
        "if '{netcat}' -q 2>&1 | grep \"requires an argument\" >/dev/null 2>&1; \
         then ARG=-q0;else ARG=;fi;'{netcat}' $ARG -U {socket}"
    );
    let by_helper = format!("virt-ssh-helper{}'{name}'", if read_only { " -r " } else { " " });
    let by_either = format!(
        "which virt-ssh-helper 1>/dev/null 2>&1; if test $? = 0; then     {by_helper}; else    {by_netcat}; fi"
    );
    // The helper takes no socket, and alone knows where the one of a user is there.
    let usual = match parameters.socket {
        Some(_) => Proxy::Netcat,
        None if session => Proxy::Native,
        None => Proxy::Auto,
    };
    let command = match (parameters.proxy.unwrap_or(usual), parameters.netcat) {
        (Proxy::Native, Some(_)) => {
            let text = "netcat path not valid with native proxy mode";
            return Err(Error::invalid_arg(ErrorDomain::VIR_FROM_RPC, text));
        }
        (Proxy::Native, None) => by_helper,
        (Proxy::Auto, None) => by_either,
        (Proxy::Auto, Some(_)) | (Proxy::Netcat, _) => by_netcat,
    };
    Ok(format!("sh -c '{command}'"))
}

/// A word for a shell.
fn escaped(word: &str) -> String {
    if !word.is_empty() && !word.contains(SPECIAL) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', "'\\''"))
}

/// What a URI for libssh says, as options of `ssh`.
fn library_options(parameters: &Parameters<'_>) -> Result<Vec<String>> {
    let invalid = |text: String| Err(Error::invalid_arg(ErrorDomain::VIR_FROM_RPC, text));
    let checking = match parameters.known_hosts_verify {
        None | Some("normal") => "ask",
        Some("auto") => "accept-new",
        Some("ignore") => "no",
        Some(other) => return invalid(format!("Invalid host key verification method: '{other}'")),
    };
    let usual = user_dirs::config_dir().join("known_hosts");
    let known = match parameters.known_hosts {
        // A key that has changed does not matter either.
        _ if checking == "no" => "/dev/null".into(),
        Some(file) => OsStr::new(file).to_string_lossy(),
        None => usual.to_string_lossy(),
    };
    let mut options =
        vec![format!("StrictHostKeyChecking={checking}"), format!("UserKnownHostsFile={}", quoted(&known))];
    let Some(list) = parameters.ssh_auth else { return Ok(options) };
    let mut methods = Vec::new();
    for word in list.split(',') {
        let method = match word.to_ascii_lowercase().as_str() {
            "agent" | "privkey" => "publickey",
            "password" => "password",
            "keyboard-interactive" => "keyboard-interactive",
            _ => return invalid(format!("Invalid authentication method: '{word}'")),
        };
        if !methods.contains(&method) {
            methods.push(method);
        }
    }
    options.push(format!("PreferredAuthentications={}", methods.join(",")));
    let has = |wanted: &str| list.split(',').any(|word| word.eq_ignore_ascii_case(wanted));
    if !has("agent") {
        options.push("IdentityAgent=none".to_owned());
    }
    if !has("privkey") {
        options.push("IdentityFile=none".to_owned());
    }
    Ok(options)
}

/// A file's name in an option, of which there could be several.
fn quoted(file: &str) -> String {
    format!("\"{}\"", file.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Starts a program at one end of a connection.
fn start(mut argv: Vec<OsString>, more: &[&str]) -> Result<ChildTransport> {
    let from = ErrorDomain::VIR_FROM_RPC;
    let name = argv[0].clone();
    let program = process::find(&name).ok_or_else(|| {
        let what = format!("Cannot find '{}' in path", name.display());
        Error::system(ErrorDomain::VIR_FROM_NONE, what, &Errno::ENOENT.into())
    })?;
    let shown = program.display().to_string();
    argv[0] = program.into_os_string();
    let passed = ENVIRONMENT.iter().chain(more).filter_map(|name| Some((name.into(), env::var_os(name)?)));
    // So that its messages are the ones that everybody knows.
    let env: Vec<_> = passed.chain([("LC_ALL".into(), "C".into())]).collect();
    let (ours, theirs) =
        UnixStream::pair().map_err(|cause| Error::system(from, "unable to create socket pair", &cause))?;
    let errors = memfd_create(c"virt-errors", MFdFlags::MFD_CLOEXEC)
        .map_err(|errno| Error::system(from, "unable to create a file for errors", &errno.into()))?;
    let helper = Helper { argv: &argv, env: &env, socket: theirs.as_fd(), errors: errors.as_fd() };
    let process = Process::spawn_helper(&helper).map_err(|cause| {
        // In the original it is a child that finds this, and says it as programs do.
        let why = crate::util::os_error_text(&cause);
        let what = format!("Cannot recv data: libvirt:  error : cannot execute binary {shown}: {why}");
        Error::system(from, what, &Errno::ECONNRESET.into())
    })?;
    let socket = UnixTransport::new(ours)
        .map_err(|cause| Error::system(from, "Unable to enable non-blocking flag", &cause))?;
    Ok(ChildTransport::new(socket, process, File::from(errors)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::util::client_conf::ClientConf;
    use crate::util::conf_file::ConfFile;

    #[test]
    fn words_are_escaped_where_a_shell_would_not_take_them() {
        for (word, escape) in [
            ("nc", "nc"),
            ("", "''"),
            ("a b", "'a b'"),
            ("a'b", "'a'\\''b'"),
            ("a/b.c-d_e=f,g%h@i", "a/b.c-d_e=f,g%h@i"),
        ] {
            assert_eq!(escaped(word), escape);
        }
    }

    #[test]
    fn what_is_said_to_a_library_is_said_to_ssh() {
        let options = |query: &str| {
            let uri = Uri::parse(&format!("test+libssh://host/default?known_hosts=/k&{query}")).unwrap();
            let conf = ClientConf::from(ConfFile::default());
            let parameters = Parameters::of(Some(&uri), &conf).unwrap();
            library_options(&parameters).map_err(|error| error.message().to_owned())
        };
        let known = "UserKnownHostsFile=\"/k\"";
        let plain = options("").unwrap();
        assert_eq!(plain, ["StrictHostKeyChecking=ask", known]);
        let auto = options("known_hosts_verify=auto&sshauth=privkey,password").unwrap();
        let expected = [
            "StrictHostKeyChecking=accept-new",
            known,
            "PreferredAuthentications=publickey,password",
            "IdentityAgent=none",
        ];
        assert_eq!(auto, expected);
        let agent = options("known_hosts_verify=ignore&sshauth=agent").unwrap();
        let expected = [
            "StrictHostKeyChecking=no",
            "UserKnownHostsFile=\"/dev/null\"",
            "PreferredAuthentications=publickey",
            "IdentityFile=none",
        ];
        assert_eq!(agent, expected);
        let error = options("known_hosts_verify=x").unwrap_err();
        assert_eq!(error, "invalid argument: Invalid host key verification method: 'x'");
        let error = options("sshauth=agent,x").unwrap_err();
        assert_eq!(error, "invalid argument: Invalid authentication method: 'x'");
    }
}
