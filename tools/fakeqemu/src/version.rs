//! Versions of QEMU, and what each calls itself: on its command line and as the greeting of its text monitor.

use std::fmt;

/// A version such as 0.11.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    pub major: u32,
    pub minor: u32,
    pub micro: u32,
}

/// The version that is spoken if no script says otherwise.
pub const TODAY: Version = v(7, 2, 22);

/// What Debian appends to the version of its package.
const PACKAGE: &str = "Debian 1:7.2+dfsg-7+deb12u18+b3";

/// Short form for tables.
pub const fn v(major: u32, minor: u32, micro: u32) -> Version {
    Version { major, minor, micro }
}

impl Version {
    /// Reads "0.12.0", "1.0", "today".
    pub fn parse(text: &str) -> Option<Self> {
        if text == "today" {
            return Some(TODAY);
        }
        let mut parts = text.split('.').map(str::parse);
        let (major, minor) = (parts.next()?.ok()?, parts.next()?.ok()?);
        let micro = parts.next().unwrap_or(Ok(0)).ok()?;
        parts.next().is_none().then_some(v(major, minor, micro))
    }

    /// Whether the wording is that of before QMP's errors reached the text monitor.
    pub fn has_old_words(self) -> bool {
        self < v(0, 13, 0)
    }

    /// What stands after the version in `query-version` and `info version`.
    pub fn package(self) -> &'static str {
        if self == TODAY { PACKAGE } else { "" }
    }

    /// First line that the text monitor prints.
    pub fn greeting(self) -> String {
        format!("QEMU {self} monitor - type 'help' for more information\r\n")
    }

    /// What `-version` prints, and `-help` before the options.
    pub fn banner(self) -> String {
        if self == TODAY {
            let years = "Copyright (c) 2003-2022 Fabrice Bellard and the QEMU Project developers";
            format!("QEMU emulator version {self} ({PACKAGE})\n{years}\n")
        } else if self < v(1, 0, 0) {
            format!("QEMU PC emulator version {self}, Copyright (c) 2003-2008 Fabrice Bellard\n")
        } else {
            format!("QEMU emulator version {self}, Copyright (c) 2003-2008 Fabrice Bellard\n")
        }
    }

    /// What `-help` prints: the banner, the usage line, and one line per option that came by this version.
    pub fn help(self) -> String {
        let usage = if self < v(1, 0, 0) { "usage: qemu" } else { "usage: qemu-system-x86_64" };
        let options =
            OPTIONS.iter().filter(|(since, until, _)| *since <= self && until.is_none_or(|u| self < u));
        let lines: String = options.map(|(.., line)| format!("{line}\n")).collect();
        format!("{}{usage} [options] [disk_image]\n\n{lines}", self.banner())
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.major, self.minor, self.micro)
    }
}

/// Options that programs look for in the help text: since, until (the first version without), line.
const OPTIONS: &[(Version, Option<Version>, &str)] = &[
    (v(0, 9, 0), None, "-M machine      select emulated machine (-M ? for list)"),
    (v(0, 9, 0), None, "-cpu cpu        select CPU (-cpu ? for list)"),
    (v(0, 9, 0), Some(v(0, 13, 0)), "-smp n          set the number of CPUs to 'n' [default=1]"),
    (v(0, 13, 0), None, "-smp n[,maxcpus=cpus][,cores=cores][,threads=threads][,sockets=sockets]"),
    (v(0, 9, 0), None, "-cdrom file     use 'file' as IDE cdrom image"),
    (
        v(0, 9, 1),
        None,
        "-drive [file=file][,if=type][,bus=n][,unit=m][,media=d][,index=i][,cache=on|off][,format=f]",
    ),
    (v(0, 10, 0), None, "-uuid %08x-%04x-%04x-%04x-%012x specify machine UUID"),
    (v(0, 9, 1), None, "-name string    set the name of the guest"),
    (v(0, 9, 0), None, "-m megs         set virtual RAM size to megs MB"),
    (v(0, 9, 0), None, "-nographic      disable graphical output and redirect serial I/Os to console"),
    (v(0, 9, 0), None, "-vnc display    start a VNC server on display"),
    (v(0, 10, 0), None, "-vga [std|cirrus|vmware|xenfb|none]"),
    (v(0, 11, 0), Some(v(1, 0, 0)), "-enable-kvm     enable KVM full virtualization support"),
    (v(0, 12, 0), None, "-device driver[,options]  add device"),
    (v(0, 12, 0), None, "-netdev [user|tap|socket],id=str[,option][,option][,...]"),
    (v(0, 12, 0), None, "-chardev backend,id=id[,options]"),
    (v(0, 12, 0), None, "-mon chardev=[name][,mode=readline|control][,default]"),
    (v(0, 12, 0), None, "-qmp dev        like -monitor but opens in 'control' mode"),
    (v(0, 11, 0), None, "-balloon none   disable balloon device"),
    (v(0, 12, 0), None, "-nodefaults     don't create default devices"),
    (v(0, 9, 0), None, "-monitor dev    redirect the monitor to char device 'dev'"),
    (v(0, 9, 0), None, "-serial dev     redirect the serial port to char device 'dev'"),
    (v(0, 9, 1), None, "-pidfile file   write PID to 'file'"),
    (v(0, 9, 0), None, "-S              freeze CPU at startup (use 'c' to start execution)"),
    (v(0, 9, 1), None, "-no-reboot      exit instead of rebooting"),
    (v(0, 9, 1), None, "-no-shutdown    stop before shutdown"),
    (v(0, 9, 1), None, "-daemonize      daemonize QEMU after initializing"),
    (v(0, 10, 0), None, "-incoming p     prepare for incoming migration, listen on port p"),
    (v(0, 11, 0), None, "-watchdog i6300esb|ib700"),
    (v(0, 10, 0), None, "-version        display version information and exit"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_versions() {
        assert_eq!(Version::parse("0.9.1"), Some(v(0, 9, 1)));
        assert_eq!(Version::parse("1.0"), Some(v(1, 0, 0)));
        assert_eq!(Version::parse("today"), Some(TODAY));
        for bad in ["", "1", "1.2.3.4", "1.x"] {
            assert_eq!(Version::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_help_grows_with_the_version() {
        assert!(!v(0, 11, 1).help().contains("-device"));
        assert!(v(0, 12, 0).help().contains("-device"));
        assert!(v(0, 9, 1).help().starts_with("QEMU PC emulator version 0.9.1, "));
    }
}
