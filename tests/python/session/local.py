#!/usr/bin/python3
"""The session on test:///default: the calls in test/, with the events that each has brought right behind it.

The last line says how many calls there were. Which library it ran on goes to stderr.
"""

import sys
import tempfile
from pathlib import Path

import libvirt

import common
import test_names
from calls import Session, loaded_library, show

FILES = "host domains tuning devices moments saving guest end".split()

events = []


def on_lifecycle(conn, dom, event, detail, opaque):
    events.append(f"{opaque}: {dom.name()} {event} {detail}")


def on_event(conn, dom, *details):
    *values, event_id = details
    events.append(f"event {event_id}: {dom.name()} {', '.join(map(show, values))}")


def on_stream(stream, stream_events, opaque):
    events.append(f"stream {stream_events}")


class LocalSession(Session):
    """Turns the event loop itself."""

    def __init__(self, work):
        callbacks = {"on_lifecycle": on_lifecycle, "on_event": on_event, "on_stream": on_stream}
        names = {**vars(common), **vars(test_names), **callbacks, "libvirt": libvirt}
        super().__init__({**names, "work": work, "uri": "test:///default"}, {work: "WORK"})
        self.round_over = False
        self.timer = libvirt.virEventAddTimeout(-1, self.end_round, None)

    def end_round(self, timer, opaque):
        self.round_over = True

    def deliver(self):
        """Lets the loop deliver what is queued."""
        for _ in range(2):
            self.round_over = False
            libvirt.virEventUpdateTimeout(self.timer, 0)
            while not self.round_over:
                libvirt.virEventRunDefaultImpl()
            libvirt.virEventUpdateTimeout(self.timer, -1)
        while events:
            print("  " + events.pop(0))


def main():
    print("library:", loaded_library(), file=sys.stderr)
    libvirt.registerErrorHandler(lambda *arguments: None, None)
    libvirt.virEventRegisterDefaultImpl()
    with tempfile.TemporaryDirectory() as work:
        session = LocalSession(work)
        for name in FILES:
            session.run(Path(__file__).parent / "test" / f"{name}.calls")
        print(f"> {session.calls} calls")


main()
