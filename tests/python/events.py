"""Debian's python3-libvirt hears a real guest: usage events.py BOOT-IMAGE [USER].

Registers a callback for every event id that the module knows, does to a guest what examples/event-test does, and
prints each event. The library that was loaded is named on stderr. Run it with /usr/bin/python3.
"""

import os
import pwd
import queue
import re
import shutil
import sys
import tempfile
import threading
import time

import libvirt
import libvirt_qemu

from guest import DEADLINE_S, Guest

PREFIX = "VIR_DOMAIN_EVENT_ID_"
#: Event id to its name, for all ids of the module.
IDS = {value: name[len(PREFIX):] for name, value in vars(libvirt).items() if name.startswith(PREFIX)}

#: Settings without which libvirt wants an installed system: a daemon for logs, and for root confinement as well.
SETTINGS = 'stdio_handler = "file"\n'
SETTINGS_OF_ROOT = (
    'security_driver = "none"\nuser = "root"\ngroup = "root"\nremember_owner = 0\n'
    "cgroup_controllers = [ ]\nnamespaces = [ ]\n"
)


def constants(prefix):
    """Number to name of the constants VIR_DOMAIN_EVENT_`prefix`_*, where the rest is one word."""
    prefix = f"VIR_DOMAIN_EVENT_{prefix}"
    names = ((name[len(prefix):], value) for name, value in vars(libvirt).items() if name.startswith(prefix))
    return {value: name for name, value in names if isinstance(value, int)}


LIFECYCLE = ("DEFINED", "UNDEFINED", "STARTED", "SUSPENDED", "RESUMED", "STOPPED", "SHUTDOWN", "PMSUSPENDED", "CRASHED")
DETAILS = [constants(f"{event}_") for event in LIFECYCLE]
WATCHDOG_ACTIONS = constants("WATCHDOG_")
IO_ERROR_ACTIONS = constants("IO_ERROR_")
PHASES = {0: "CONNECT", 1: "INITIALIZE", 2: "DISCONNECT"}
FAMILIES = {0: "ipv4", 1: "ipv6", 2: "unix"}

received = queue.Queue()


def describe_graphics(phase, local, remote, scheme, subject):
    addresses = (
        f', {label} {FAMILIES[it["family"]]} "{it["node"]}" port "{it["service"]}"'
        for label, it in (("local", local), ("remote", remote))
    )
    identities = ", ".join(f'{kind}="{name}"' for kind, name in subject)
    return f'graphics: {PHASES[phase]}{"".join(addresses)}, scheme "{scheme}", subject [{identities}]'


#: For the ids that event-test has: the kind that a step awaits, and the line, from the callback's arguments.
DESCRIBE = {
    libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE: lambda event, detail: (
        LIFECYCLE[event], f"lifecycle: {LIFECYCLE[event]} {DETAILS[event][detail]}"),
    libvirt.VIR_DOMAIN_EVENT_ID_REBOOT: lambda: ("REBOOT", "reboot"),
    libvirt.VIR_DOMAIN_EVENT_ID_RTC_CHANGE: lambda offset: ("RTC", f"rtc-change: offset {offset} s"),
    libvirt.VIR_DOMAIN_EVENT_ID_WATCHDOG: lambda action: (
        "WATCHDOG", f"watchdog: action {WATCHDOG_ACTIONS[action]}"),
    libvirt.VIR_DOMAIN_EVENT_ID_IO_ERROR: lambda path, alias, action: (
        "IO_ERROR", f'io-error: source path "{path}", alias "{alias}", action {IO_ERROR_ACTIONS[action]}'),
    libvirt.VIR_DOMAIN_EVENT_ID_GRAPHICS: lambda phase, *rest: (
        f"GRAPHICS_{PHASES[phase]}", describe_graphics(phase, *rest)),
}


def on_event(_conn, dom, *rest):
    """Every id's callback; the last argument is what was given at registration, the id."""
    *arguments, event_id = rest
    if dom.name() != "python-test":
        return
    if event_id in DESCRIBE:
        kind, line = DESCRIBE[event_id](*arguments)
    else:
        kind, line = IDS[event_id], f"also {IDS[event_id]}: {arguments}"
    print(line, flush=True)
    received.put(kind)


def on_monitor_event(_conn, dom, event, seconds, micros, details, opaque):
    """What QEMU itself said. Time, ports and clocks are chance."""
    details = details and re.sub(r'"(service":"|offset":)-?[0-9]+', r'"\1N', details)
    in_time = abs(time.time() - seconds) < DEADLINE_S and 0 <= micros < 1000000
    print(f"monitor: {dom.name()} {event} {details} {opaque}{'' if in_time else ', at another time'}", flush=True)


def wait_for(kinds):
    """Returns when an event of each of `kinds` has come."""
    missing = set(kinds)
    while missing:
        try:
            missing.discard(received.get(timeout=DEADLINE_S))
        except queue.Empty:
            raise SystemExit(f"did not come: {missing}") from None


class Loop:
    """libvirt's own event loop on a thread."""

    def __init__(self):
        libvirt.virEventRegisterDefaultImpl()
        self.ends = False
        # Off until the end, when it wakes the loop.
        self.timer = libvirt.virEventAddTimeout(-1, lambda timer, _: libvirt.virEventUpdateTimeout(timer, -1), None)
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self):
        while not self.ends:
            libvirt.virEventRunDefaultImpl()

    def stop(self):
        self.ends = True
        libvirt.virEventUpdateTimeout(self.timer, 0)
        self.thread.join()
        libvirt.virEventRemoveTimeout(self.timer)


def print_library():
    with open("/proc/self/maps", encoding="ascii") as maps:
        path = next(line.split()[-1] for line in maps if "libvirt.so.0" in line)
    print(f"library: {path}", file=sys.stderr, flush=True)


def settle(work, user):
    """Becomes `user` and makes the driver's root folder in `work`; returns it."""
    if user:
        entry = pwd.getpwnam(user)
        os.chown(work, entry.pw_uid, entry.pw_gid)
        os.setgroups([])
        os.setgid(entry.pw_gid)
        os.setuid(entry.pw_uid)
        for variable in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"):
            os.environ[variable] = work
    root = f"{work}/root"
    os.makedirs(f"{root}/etc")
    with open(f"{root}/etc/qemu.conf", "w", encoding="ascii") as settings:
        settings.write(SETTINGS + (SETTINGS_OF_ROOT if os.geteuid() == 0 else ""))
    return root


def run_steps(conn, guest):
    dom = None

    def define():
        nonlocal dom
        dom = conn.defineXML(guest.xml)

    def start():
        dom.create()
        guest.connect_serial()

    def resume_writing():
        dom.resume()
        guest.expect(b"+")

    def reset():
        guest.command(b"r")
        guest.wait_ready()

    steps = (
        (define, ["DEFINED"]),
        (start, ["STARTED", "RESUMED"]),
        (lambda: dom.suspend(), ["SUSPENDED"]),
        (lambda: dom.resume(), ["RESUMED"]),
        (guest.viewer_connects, ["GRAPHICS_CONNECT"]),
        (guest.viewer_logs_in, ["GRAPHICS_INITIALIZE"]),
        (guest.viewer_leaves, ["GRAPHICS_DISCONNECT"]),
        (lambda: guest.command(b"c"), ["RTC"]),
        (lambda: guest.command(b"w"), ["WATCHDOG", "SUSPENDED"]),
        (lambda: dom.resume(), ["RESUMED"]),
        (lambda: guest.command(b"W"), ["IO_ERROR", "SUSPENDED"]),
        (resume_writing, ["RESUMED"]),
        (reset, ["REBOOT"]),
        (lambda: dom.shutdown(), ["SHUTDOWN", "STOPPED"]),
        (lambda: dom.create(), ["STARTED", "RESUMED"]),
        (lambda: dom.destroy(), ["SHUTDOWN", "STOPPED"]),
        (lambda: dom.undefine(), ["UNDEFINED"]),
    )
    try:
        for cause, awaited in steps:
            cause()
            wait_for(awaited)
    except BaseException:
        if dom and dom.isActive():
            dom.destroy()
        raise


def main():
    # Read before privileges are dropped: the checkout may be closed to others.
    with open(sys.argv[1], "rb") as file:
        image = file.read()
    # Not below TMPDIR: paths of UNIX sockets are short.
    work = tempfile.mkdtemp(prefix="python-test.", dir="/tmp")
    libvirt.registerErrorHandler(lambda _context, _error: None, None)
    print_library()
    loop = guest = None
    try:
        root = settle(work, sys.argv[2] if len(sys.argv) > 2 else None)
        guest = Guest(work, image)
        loop = Loop()
        conn = libvirt.open(f"qemu:///embed?root={root}")
        print(f"registering ids {min(IDS)} to {max(IDS)}: {len(IDS)}", flush=True)
        callbacks = [conn.domainEventRegisterAny(None, event_id, on_event, event_id) for event_id in sorted(IDS)]
        # Without RESET, which a guest may say twice.
        by_expression = libvirt_qemu.VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_REGEX
        monitor = [
            libvirt_qemu.qemuMonitorEventRegister(conn, None, name, on_monitor_event, name, flags)
            for name, flags in (("_|^[^R]", by_expression), ("RESUME", 0))
        ]
        run_steps(conn, guest)
        for callback in callbacks:
            conn.domainEventDeregisterAny(callback)
        for callback in monitor:
            libvirt_qemu.qemuMonitorEventDeregister(conn, callback)
        conn.close()
    finally:
        if loop:
            loop.stop()
        if guest:
            guest.close()
        shutil.rmtree(work, ignore_errors=True)


main()
