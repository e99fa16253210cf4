"""A GLib program on libvirt-glib: prints the signals that its main loop brings, one "NAME DOMAIN" per line.

c-tests/event-poll.c does the same to its domains with a loop of its own.
"""

import ctypes
import sys

import gi

gi.require_version("LibvirtGLib", "1.0")
gi.require_version("LibvirtGObject", "1.0")
gi.require_version("LibvirtGConfig", "1.0")
from gi.repository import GLib, LibvirtGConfig, LibvirtGLib, LibvirtGObject


class Info(ctypes.Structure):
    _fields_ = [("file", ctypes.c_char_p), ("base", ctypes.c_void_p), ("name", ctypes.c_char_p), ("address", ctypes.c_void_p)]


def show_library():
    """Says on standard error which library libvirt-glib has loaded."""
    info = Info()
    version = ctypes.CDLL("libvirt.so.0").virGetVersion
    ctypes.CDLL(None).dladdr(ctypes.cast(version, ctypes.c_void_p), ctypes.byref(info))
    print("library:", info.file.decode(), file=sys.stderr)


def settle():
    """Lets the main loop work until it has nothing to do."""
    context = GLib.MainContext.default()
    while context.iteration(False):
        pass


def watch(domain):
    for signal in "started", "stopped", "suspended", "resumed", "updated":
        domain.connect(signal, lambda dom, *rest, name=signal: print(name, dom.get_name()))


show_library()
LibvirtGLib.event_register()
connection = LibvirtGObject.Connection.new("test:///default")
connection.open(None)
connection.fetch_domains(None)
(domain,) = connection.get_domains()
watch(domain)
# libvirt-glib says "removed" twice for a domain that is stopped and then undefined.
connection.connect("domain-added", lambda conn, dom: (print("added", dom.get_name()), watch(dom)))

for action in domain.suspend, domain.resume, lambda: domain.stop(0), lambda: domain.start(0):
    action()
settle()

xml = "<domain type='test'><name>other</name><memory>65536</memory><os><type>hvm</type></os></domain>"
other = connection.create_domain(LibvirtGConfig.Domain.new_from_xml(xml))
settle()
for action in lambda: other.start(0), other.suspend, other.resume, lambda: other.stop(0):
    action()
settle()
domain.suspend()
domain.resume()
settle()
connection.close()
settle()
print("closed")
