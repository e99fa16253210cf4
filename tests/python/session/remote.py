#!/usr/bin/python3
"""A session at a daemon. Arguments: "test" or "qemu", the daemon's URI, a folder that it can use, the URI of another
daemon, and the folder with the guests' images.

A thread turns the event loop. When an event comes between the calls is chance, so they are printed at the end of each
file of calls, by class: their order within a class is not chance. The last line says how many calls there were. Which
library it ran on goes to stderr.
"""

import sys
import threading
from collections import Counter
from pathlib import Path

import libvirt
import libvirt_qemu

import common
from calls import Session, loaded_library, name_of, show

DEADLINE_S = 60
# Objects with this name tell us that what came before has been told.
LAST = "sentinel"
# The same numbers in all classes.
LIFECYCLE, UNDEFINED = 0, 1
# Registered with its number, as all events of domains.
AGENT = libvirt.VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE
CONNECTED = libvirt.VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_CONNECTED
# How often these come in a row is chance: the firmware resets a PC again once or twice, an agent that is away for a
# moment may not be missed, memory is copied until nothing has changed, and a pool may be refreshed for two uploads at
# once.
REPEATED = ("event 1: ", "event 18: ", "event 20: ", "event refreshed: ")
# The files of calls by driver.
FILES = {
    "test": "test/host test/domains test/tuning test/devices test/moments test/saving test/guest objects/networks"
    " objects/devices test/vhba objects/volumes objects/pool-end test/registrations test/end",
    "qemu": "qemu/host qemu/domains qemu/life qemu/tuning qemu/disks qemu/devices qemu/moments qemu/saving"
    " qemu/guest qemu/moving qemu/events objects/networks objects/devices objects/secrets objects/volumes objects/streams"
    " objects/pool-end qemu/end",
}
LAST_UUID = "<uuid>11111111-0000-0000-0000-000000000000</uuid>"
LAST_DOMAIN = "<domain type='{}'><name>sentinel</name>" + LAST_UUID + "<memory>8192</memory><os><type>hvm</type></os></domain>"
LAST_POOL = "<pool type='dir'><name>sentinel</name>" + LAST_UUID + "<target><path>/sentinel</path></target></pool>"
LAST_NETWORK = "<network><name>sentinel</name>" + LAST_UUID + "<forward mode='bridge'/><bridge name='br0'/></network>"


class Heard:
    """The events that have come, by class."""

    def __init__(self):
        self.events = {}
        self.lasts = set()
        self.news = threading.Condition()

    def add(self, kind, thing, text):
        with self.news:
            if thing != LAST:
                self.events.setdefault(kind, []).append(text)
                self.news.notify_all()

    def on_last(self, conn, thing, event, detail, kind):
        with self.news:
            if name_of(thing) == LAST and event == UNDEFINED:
                self.lasts.add(kind)
                self.news.notify_all()

    def wait_for(self, what, fits):
        with self.news:
            if not self.news.wait_for(fits, DEADLINE_S):
                sys.exit(f"no {what}: {self.events}")

    def count(self, text):
        return sum(text in event for events in self.events.values() for event in events)

    def take(self):
        with self.news:
            taken, self.events = self.events, {}
        return taken

    # What the calls register.

    def on_lifecycle(self, conn, dom, event, detail, opaque):
        self.add("domain", dom.name(), f"{opaque}: {dom.name()} {event} {detail}")

    def on_event(self, conn, thing, *details):
        *values, opaque = details
        kind = type(thing).__name__.removeprefix("vir").lower()
        if opaque == libvirt.VIR_DOMAIN_EVENT_ID_CONTROL_ERROR:
            return  # whether the end of QEMU is told as an error too is chance
        if opaque == AGENT:
            # Whether QEMU tells that the agent is away before it is there again is chance, and when it does.
            kind = "agent"
            if values[0] != CONNECTED:
                return
        self.add(kind, name_of(thing), f"event {opaque}: {name_of(thing)} {', '.join(map(show, values))}")

    def on_monitor(self, conn, dom, event, seconds, micros, details, opaque):
        self.add("monitor", dom.name(), f"{opaque}: {dom.name()} {event} {details}")

    def on_stream(self, stream, events, opaque):
        self.add("stream", "stream", f"{opaque}: {events}")

    def on_readable(self, stream, events, opaque):
        """The same, and no more of it: how often a callback is due is chance."""
        self.on_stream(stream, events, opaque)
        try:
            stream.eventUpdateCallback(0)
        except libvirt.libvirtError:
            pass  # the session has removed it meanwhile

    def on_close(self, conn, reason, opaque):
        self.add("close", "connection", f"{opaque}: {reason}")


class RemoteSession(Session):
    def __init__(self, driver, names, hidden):
        self.driver = driver
        self.heard = Heard()
        callbacks = {name: getattr(self.heard, name) for name in dir(Heard) if name.startswith("on_")}
        modules = {"libvirt": libvirt, "libvirt_qemu": libvirt_qemu}
        super().__init__({**vars(common), **names, **callbacks, **modules}, hidden)
        self.watched = None
        self.waited = Counter()

    def make_last(self, conn):
        """The objects that tell us that all has come. We register for them alone: for all objects of a kind, the
        session may have registered."""
        domain = conn.defineXML(LAST_DOMAIN.format(self.driver))
        network = conn.networkDefineXML(LAST_NETWORK)
        pool = conn.storagePoolDefineXML(LAST_POOL)
        if self.watched is not conn:
            self.watched = conn
            conn.domainEventRegisterAny(domain, LIFECYCLE, self.heard.on_last, "domains")
            conn.networkEventRegisterAny(network, LIFECYCLE, self.heard.on_last, "networks")
            conn.storagePoolEventRegisterAny(pool, LIFECYCLE, self.heard.on_last, "pools")
        return domain, network, pool

    def settle(self):
        """Waits for all events that are due, and prints them."""
        self.heard.lasts.clear()
        for thing in self.make_last(self.names["conn"]):
            thing.undefine()
        self.heard.wait_for("last events", lambda: len(self.heard.lasts) == 3)
        for kind, events in sorted(self.heard.take().items()):
            print(f"> events: {kind}")
            before = None
            for event in map(self.masked, events):
                if not (event == before and event.startswith(REPEATED)):
                    print("  " + event)
                before = event

    def wait_for(self, text):
        """Waits for one event more with that text than it has waited for since the last time that all were due."""
        if not text:
            self.settle()
            self.waited.clear()
            return
        text = text.format(**self.names)
        self.waited[text] += 1
        self.heard.wait_for(text, lambda: self.heard.count(text) >= self.waited[text])


def turn():
    while True:
        libvirt.virEventRunDefaultImpl()


def main():
    driver, uri, folder, destination, images = sys.argv[1:]
    print("library:", loaded_library(), file=sys.stderr)
    libvirt.registerErrorHandler(lambda *arguments: None, None)
    libvirt.virEventRegisterDefaultImpl()
    libvirt.virEventAddTimeout(1000, lambda *arguments: None, None)
    threading.Thread(target=turn, daemon=True).start()
    names = vars(__import__(f"{driver}_names"))
    socket = uri.partition("?socket=")[2]
    hidden = {socket: "SOCKET", folder: "FOLDER"}
    names = {**names, "uri": uri, "work": folder}
    if driver == "qemu":
        hidden[destination.partition("?socket=")[2]] = "DESTINATION"
        names["destination"] = destination
        names["agent"] = names["prepare"](folder, images)
    session = RemoteSession(driver, names, hidden)
    for name in FILES[driver].split():
        session.run(Path(__file__).parent / f"{name}.calls")
    print(f"> {session.calls} calls")


main()
