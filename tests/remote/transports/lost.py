"""Loses a daemon by a signal to it. Arguments: the URI, the signal, the daemon's process."""

import os
import signal
import sys
import threading

import libvirt

DEADLINE_S = 60
uri, name, pid = sys.argv[1:]
libvirt.registerErrorHandler(lambda *_: None, None)
libvirt.virEventRegisterDefaultImpl()


def turns():
    while True:
        libvirt.virEventRunDefaultImpl()


threading.Thread(target=turns, daemon=True).start()
conn = libvirt.open(uri)
closed = threading.Event()


def tell(conn, reason, data):
    # Only silence has a reason that is always the same: what is lost can end in several ways.
    print("closed:", reason if name == "STOP" else "yes")
    closed.set()


conn.registerCloseCallback(tell, None)
if name == "STOP":
    print("keepalive", conn.setKeepAlive(1, 1))
os.kill(int(pid), getattr(signal, f"SIG{name}"))
if not closed.wait(DEADLINE_S):
    print("not noticed")
try:
    print(conn.getHostname())
except libvirt.libvirtError as error:
    print(error.get_error_code(), error.get_error_domain(), error.get_error_message())
print(conn.isAlive())
