"""An agent of polkit in this process, whose user does not want to prove anything. What follows runs beside it."""

import os
import threading

from gi.repository import Gio, GLib

AGENT = """<node><interface name='org.freedesktop.PolicyKit1.AuthenticationAgent'>
<method name='BeginAuthentication'><arg type='s' direction='in'/><arg type='s' direction='in'/>
<arg type='s' direction='in'/><arg type='a{ss}' direction='in'/><arg type='s' direction='in'/>
<arg type='a(sa{sv})' direction='in'/></method>
<method name='CancelAuthentication'><arg type='s' direction='in'/></method></interface></node>"""


def refuse(conn, sender, path, interface, method, arguments, invocation):
    print("  agent", method, arguments[0] if method == "BeginAuthentication" else "")
    invocation.return_dbus_error("org.freedesktop.PolicyKit1.Error.Cancelled", "no")


def start_agent():
    flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    bus = Gio.DBusConnection.new_for_address_sync(os.environ["DBUS_SYSTEM_BUS_ADDRESS"], flags, None, None)
    interface = Gio.DBusNodeInfo.new_for_xml(AGENT).interfaces[0]
    bus.register_object("/agent", interface, refuse, None, None)
    # The 22nd field, when the process began; the name before it can hold anything.
    began = int(open("/proc/self/stat").read().rsplit(")", 1)[1].split()[19])
    process = {"pid": GLib.Variant("u", os.getpid()), "start-time": GLib.Variant("t", began)}
    process["uid"] = GLib.Variant("i", os.getuid())
    arguments = GLib.Variant("((sa{sv})ss)", (("unix-process", process), "C", "/agent"))
    bus.call_sync(
        "org.freedesktop.PolicyKit1",
        "/org/freedesktop/PolicyKit1/Authority",
        "org.freedesktop.PolicyKit1.Authority",
        "RegisterAuthenticationAgent",
        arguments,
        None,
        Gio.DBusCallFlags.NONE,
        -1,
        None,
    )
    return bus


threading.Thread(target=GLib.MainLoop().run, daemon=True).start()
kept = start_agent()
