"""The program's side of the recorded conversations: `client.py NUMBER SOCKET` makes the calls of recording NUMBER at
the daemon behind SOCKET, and prints each with its outcome. The daemon writes the number of a connection to our input for
each packet of it that is done.
"""

import collections
import importlib
import sys
import threading

import libvirt

MODULES = "domains objects events keepalive streams qemu".split()
DEADLINE_S = 60

_done = collections.Counter()


def shown(value):
    """A result, without addresses."""
    if isinstance(value, dict):
        return {key: shown(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [shown(each) for each in value]
    if type(value).__module__.startswith("libvirt"):
        names = ("name", "getName", "UUIDString")
        name = next((getattr(value, each) for each in names if hasattr(value, each)), str)
        ident = value.ID() if isinstance(value, libvirt.virDomain) else ""
        return f"{type(value).__name__} {name()} {ident}"
    return value


def call(function, *args):
    """Calls, and prints and returns what comes of it; None if that is an error."""
    try:
        result = function(*args)
    except libvirt.libvirtError as error:
        known = [error.get_error_code(), error.get_error_domain(), error.get_error_level()]
        texts = [error.get_error_message(), error.get_str1(), error.get_str2(), error.get_str3()]
        print(f"{function.__name__}: {known} {texts} {error.get_int1()} {error.get_int2()}")
        return None
    print(f"{function.__name__} = {shown(result)}")
    return result


def calls(target, *rows):
    """Calls the methods of `target` that the rows name, each with its arguments."""
    for name, *args in rows:
        call(getattr(target, name), *args)


def until(connection, packets):
    """Waits until so many packets of a connection are done."""
    while _done[connection] < packets:
        line = sys.stdin.readline()
        if not line:
            raise SystemExit(f"the daemon is done; so far {_done}")
        _done[int(line)] += 1


def settle():
    """Waits until the delivery that is going on is over: until then it keeps what is taken back, and the connection."""
    over = threading.Event()
    timer = libvirt.virEventAddTimeout(0, lambda *_: over.set(), None)
    assert over.wait(DEADLINE_S)
    libvirt.virEventRemoveTimeout(timer)


class Heard:
    """Writes down what callbacks are told."""

    def __init__(self):
        self._events = []
        self._changed = threading.Condition()

    def note(self, *event):
        with self._changed:
            self._events.append(event)
            self._changed.notify_all()

    def expect(self, *wanted):
        """Fails unless these are the events, all of them, in this order."""
        with self._changed:
            self._changed.wait_for(lambda: len(self._events) >= len(wanted), DEADLINE_S)
            assert self._events == list(wanted), self._events
        settle()
        print("heard", *wanted, sep="\n  ")


def run_loop():
    libvirt.virEventRegisterDefaultImpl()

    def loop():
        while True:
            libvirt.virEventRunDefaultImpl()

    threading.Thread(target=loop, daemon=True).start()


def main(number, socket):
    def connect(uri):
        scheme, path = uri.split(":")
        return libvirt.open(f"{scheme}+unix:{path}?socket={socket}")

    libvirt.registerErrorHandler(lambda _context, _error: None, None)
    run_loop()
    scripts = [getattr(importlib.import_module(name), f"recording_{number}", None) for name in MODULES]
    (script,) = filter(None, scripts)
    script(connect)


if __name__ == "__main__":
    # For the scripts this is the module that they import.
    sys.modules["client"] = sys.modules["__main__"]
    main(*sys.argv[1:])
