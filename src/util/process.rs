//! Processes that are nobody's children: started without a shell, watched and signalled by pidfd. Most live on when the
//! program ends.
//!
//! What happens between fork and exec is in `sys`.

#![forbid(unsafe_code)]

use std::env;
use std::ffi::{CString, OsStr, OsString};
use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::ffi::OsStrExt;
use std::path::{self, Path, PathBuf};
use std::time::{Duration, Instant};

use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use nix::unistd::{AccessFlags, SysconfVar, access, sysconf};
use rustix::process::{Pid, PidfdFlags, WaitId, WaitIdOptions, pidfd_open, pidfd_send_signal, waitid};

pub use rustix::process::Signal;

use super::sys;

/// A program to start.
#[derive(Debug)]
pub struct Launch<'a> {
    /// The arguments; the first names the program's file.
    pub argv: &'a [OsString],
    /// The whole environment.
    pub env: &'a [(OsString, OsString)],
    /// Where standard output and standard error go; standard input is empty.
    pub output: BorrowedFd<'a>,
    /// File descriptors for the program; the first has the number [`Launch::FIRST_FD`] there.
    pub fds: &'a [BorrowedFd<'a>],
    /// The file mode creation mask.
    pub umask: u32,
}

impl Launch<'_> {
    /// Number of the first of [`Launch::fds`] in the new process.
    pub const FIRST_FD: i32 = 3;
}

/// A program that works for the calling one, through one socket: in its session, so that it can ask at its terminal.
#[derive(Debug)]
pub struct Helper<'a> {
    /// The arguments; the first names the program's file.
    pub argv: &'a [OsString],
    /// The whole environment.
    pub env: &'a [(OsString, OsString)],
    /// Standard input and output.
    pub socket: BorrowedFd<'a>,
    /// Standard error.
    pub errors: BorrowedFd<'a>,
}

/// A process that is not our child. Dropping it leaves the process alone.
#[derive(Debug)]
pub struct Process {
    pid: i32,
    pidfd: OwnedFd,
}

impl Process {
    /// Starts a program in a session of its own; it outlives the calling program.
    ///
    /// # Errors
    /// What the system said, also when it would not run the program.
    pub fn spawn(launch: &Launch<'_>) -> io::Result<Self> {
        let null = std::fs::File::open("/dev/null")?;
        let mut fds = vec![null.as_fd(), launch.output, launch.output];
        fds.extend_from_slice(launch.fds);
        Self::run(launch.argv, launch.env, &fds, Some(launch.umask))
    }

    /// Starts a program that ends when its work or its socket does; the caller sees to that.
    ///
    /// # Errors
    /// What the system said, also when it would not run the program.
    pub fn spawn_helper(helper: &Helper<'_>) -> io::Result<Self> {
        Self::run(helper.argv, helper.env, &[helper.socket, helper.socket, helper.errors], None)
    }

    fn run(
        argv: &[OsString],
        env: &[(OsString, OsString)],
        fds: &[BorrowedFd<'_>],
        apart: Option<u32>,
    ) -> io::Result<Self> {
        let argv = argv.iter().map(|arg| c_string(arg)).collect::<io::Result<Vec<_>>>()?;
        let env = env.iter().map(|(name, value)| {
            let mut entry = name.clone();
            entry.push("=");
            entry.push(value);
            c_string(&entry)
        });
        let env = env.collect::<io::Result<Vec<_>>>()?;
        let program = argv.first().ok_or(io::ErrorKind::InvalidInput)?;
        let image = sys::Image { program, argv: &argv, env: &env, fds, apart };
        let (pid, pidfd) = sys::spawn_detached(&image)?;
        Ok(Self { pid, pidfd })
    }

    /// Takes up a process by its number. The caller makes sure that the number still means the right process,
    /// after this call.
    ///
    /// # Errors
    /// ESRCH if there is no such process.
    pub fn adopt(pid: i32) -> io::Result<Self> {
        let id = Pid::from_raw(pid).ok_or(io::ErrorKind::InvalidInput)?;
        Ok(Self { pid, pidfd: pidfd_open(id, PidfdFlags::empty())? })
    }

    /// Its number.
    pub fn pid(&self) -> i32 {
        self.pid
    }

    /// Another handle of its pidfd, which becomes readable when the process ends.
    ///
    /// # Errors
    /// If the process has too many files open.
    pub fn watch_fd(&self) -> io::Result<OwnedFd> {
        self.pidfd.try_clone()
    }

    /// Sends a signal; a process that has ended already is no error.
    ///
    /// # Errors
    /// EPERM if the process belongs to somebody else.
    pub fn signal(&self, signal: Signal) -> io::Result<()> {
        match pidfd_send_signal(&self.pidfd, signal) {
            Err(rustix::io::Errno::SRCH) | Ok(()) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// Waits until the process has ended, or the time is over. Returns whether it has ended.
    pub fn wait(&self, timeout: Duration) -> bool {
        let deadline = Instant::now() + timeout;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            let left = PollTimeout::try_from(left.as_micros().div_ceil(1000)).unwrap_or(PollTimeout::MAX);
            let mut fds = [PollFd::new(self.pidfd.as_fd(), PollFlags::POLLIN)];
            match poll(&mut fds, left) {
                Ok(0) if Instant::now() >= deadline => return false,
                Ok(0) | Err(nix::errno::Errno::EINTR) => {}
                Ok(_) => return true,
                Err(_) => return false,
            }
        }
    }

    /// Whether the process has ended.
    pub fn has_ended(&self) -> bool {
        self.wait(Duration::ZERO)
    }

    /// Takes the end of a process that has ended from the system, if that gave it to the calling program: one that takes in
    /// orphans has it as a child.
    pub fn reap(&self) {
        // By the pidfd, because the number may be another's by now.
        let options = WaitIdOptions::EXITED | WaitIdOptions::NOHANG;
        let _ = waitid(WaitId::PidFd(self.pidfd.as_fd()), options); // mostly it is somebody else's
    }

    /// CPU time used by all threads of the process; `None` once it has ended.
    pub fn cpu_time_ns(&self) -> Option<u64> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.pid)).ok()?;
        // The second field, the program's name in parentheses, can hold anything; the 14th and 15th are the
        // clock ticks in user and kernel mode (proc(5)).
        let mut fields = stat.rsplit_once(')')?.1.split_ascii_whitespace().skip(11);
        let user: u64 = fields.next()?.parse().ok()?;
        let kernel: u64 = fields.next()?.parse().ok()?;
        let ticks_per_second = u64::try_from(sysconf(SysconfVar::CLK_TCK).ok()??).ok()?;
        // Only now is it certain that the number was not somebody else's.
        (!self.has_ended()).then(|| (user + kernel) * (1_000_000_000 / ticks_per_second.max(1)))
    }
}

/// The arguments of process `pid`; none if there is no such process.
pub fn command_line_of(pid: i32) -> Vec<OsString> {
    let words = std::fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
    words.split(|byte| *byte == 0).map(|word| OsStr::from_bytes(word).to_owned()).collect()
}

/// The file of the program that is called `name`: a path is taken as it is, a word is looked for in `PATH`.
pub fn find(name: &OsStr) -> Option<PathBuf> {
    let runs = |path: &Path| !path.is_dir() && access(path, AccessFlags::X_OK).is_ok();
    let path = Path::new(name);
    if path.is_absolute() {
        return Some(path.to_owned());
    }
    if name.as_bytes().contains(&b'/') {
        return Some(path::absolute(path).ok()?).filter(|path| runs(path));
    }
    if name.is_empty() {
        return None;
    }
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders).map(|folder| folder.join(name)).find(|path| path.is_absolute() && runs(path))
}

fn c_string(text: &OsStr) -> io::Result<CString> {
    CString::new(text.as_bytes()).map_err(|_| io::Error::from(io::ErrorKind::InvalidInput))
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Seek as _};

    use super::*;

    const LONG: Duration = Duration::from_secs(20);

    fn run(script: &str, fds: &[BorrowedFd<'_>]) -> (Process, std::fs::File) {
        let output = tempfile::tempfile().unwrap();
        let argv = ["/bin/sh", "-c", script].map(OsString::from);
        let env = [("PATH", "/usr/bin:/bin")].map(|(name, value)| (name.into(), value.into()));
        let launch = Launch { argv: &argv, env: &env, output: output.as_fd(), fds, umask: 0o077 };
        (Process::spawn(&launch).unwrap(), output)
    }

    fn said(mut output: std::fs::File) -> String {
        let mut text = String::new();
        output.rewind().unwrap();
        output.read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn the_process_is_detached_and_has_only_what_it_was_given() {
        let passed = tempfile::tempfile().unwrap();
        let leak = nix::unistd::dup(passed.as_fd()).unwrap();
        let leak = nix::fcntl::fcntl(&leak, nix::fcntl::FcntlArg::F_DUPFD(100)).unwrap();
        let script = "echo $$; cut -d' ' -f4,6 /proc/$$/stat; pwd; umask; env; ls /proc/$$/fd; \
                      grep -E 'Sig(Blk|Ign)' /proc/self/status";
        let (process, output) = run(script, &[passed.as_fd()]);
        assert!(process.wait(LONG));
        nix::unistd::close(leak).unwrap();
        let text = said(output);
        let lines: Vec<_> = text.lines().collect();
        let pid = process.pid().to_string();
        assert_eq!(lines[0], pid);
        let (parent, session) = lines[1].split_once(' ').unwrap();
        assert_ne!(parent, std::process::id().to_string());
        assert_eq!(session, pid);
        assert_eq!(lines[2..4], ["/", "0077"]);
        assert!(text.contains("PATH=/usr/bin:/bin\n") && !text.contains("CARGO"), "{text}");
        assert!(text.contains("\n0\n1\n2\n3\n") && !text.contains("\n100\n"), "{text}");
        assert!(text.contains("SigBlk:\t0000000000000000"), "{text}");
        assert!(text.contains("SigIgn:\t0000000000000000"), "{text}");
    }

    #[test]
    fn the_caller_has_no_child() {
        let (process, _output) = run("exec sleep 60", &[]);
        assert!(!process.has_ended());
        let parent = std::fs::read_to_string(format!("/proc/{}/stat", process.pid())).unwrap();
        assert_ne!(parent.split(' ').nth(3).unwrap(), std::process::id().to_string());
        assert!(process.cpu_time_ns().is_some());
        process.signal(Signal::KILL).unwrap();
        assert!(process.wait(LONG));
        assert_eq!(process.cpu_time_ns(), None);
        process.signal(Signal::TERM).unwrap();
    }

    #[test]
    fn says_why_a_program_does_not_run() {
        let output = tempfile::tempfile().unwrap();
        for (program, errno) in
            [("/nonexistent", libc::ENOENT), ("/etc/passwd", libc::EACCES), ("/tmp", libc::EACCES)]
        {
            let argv = [OsString::from(program)];
            let launch = Launch { argv: &argv, env: &[], output: output.as_fd(), fds: &[], umask: 0 };
            assert_eq!(Process::spawn(&launch).unwrap_err().raw_os_error(), Some(errno));
        }
    }
}
