"""Every method of the bindings with made-up arguments, at a daemon that knows one object of each kind and refuses
everything else; prints each call with its outcome. Arguments: the URI.
"""

import inspect
import socket
import sys
import threading

import libvirt
import libvirt_lxc
import libvirt_qemu

URI = sys.argv[1]
UUID = "01020304-0506-0708-090a-0b0c0d0e0f10"

# What a parameter of a name is given, in turn: something, and what else it can be.
NUMBERS = (7, 0)
TEXT_OR_NONE = ("some", None)
ARGUMENTS = {
    "autostart": (1, 0),
    "bandwidth": NUMBERS,
    "base": TEXT_OR_NONE,
    "cap": TEXT_OR_NONE,
    "cpumap": ((True, False, True), (True,)),
    "dconnuri": ("qemu+tcp://host/system", "qemu+tls://other/system"),
    "dev_name": TEXT_OR_NONE,
    "disk": ("some", "other"),
    "dname": TEXT_OR_NONE,
    "driverName": TEXT_OR_NONE,
    "duri": ("qemu+tcp://host/system", "tcp:host"),
    "dxml": TEXT_OR_NONE,
    "emulator": TEXT_OR_NONE,
    "emulatorbin": TEXT_OR_NONE,
    "flags": (1, 0),
    "key": ("some", "other"),
    "keycodes": ([48, 49], [1]),
    "keys": (["one", "two"], []),
    "mac": TEXT_OR_NONE,
    "machine": TEXT_OR_NONE,
    "metadata": TEXT_OR_NONE,
    "miguri": ("tcp:host:1", None),
    "mountPoint": TEXT_OR_NONE,
    "mountpoints": (["/", "/home"], None),
    "nkeycodes": (2, 1),
    "opaque": (None, None),
    "pages": ([4, 2048], [4]),
    "password": ("secret", "other"),
    "srcSpec": TEXT_OR_NONE,
    "state": (1, 0),
    "time": ({"seconds": 5, "nseconds": 6}, {"seconds": 1, "nseconds": 0}),
    "top": TEXT_OR_NONE,
    "total": (True, False),
    "uri": TEXT_OR_NONE,
    "uuid": (bytes(range(1, 17)), bytes(16)),
    "uuidstr": (UUID, "00000000-0000-0000-0000-000000000000"),
    "value": (b"\0\1secret\xff", b""),
    "xmlCPUs": (["<cpu/>", "<cpu2/>"], ["<cpu/>"]),
}
INTEGERS = """action algorithm cacheSize capacity cellCount cellNum codeset command count cpuNum downtime dumpformat
    duration holdtime id idx interval iothread_id iothread_val length maxCells memory minimum nvcpus offset parentIndex
    period pid_value screen seconds section signum size source start startCell stats target threshold timeout types
    usageType vcpu""".split()
# Where a number is a text, or must be of a kind.
BY_METHOD = {
    ("getMaxVcpus", "type"): TEXT_OR_NONE,
    ("findStoragePoolSources", "type"): ("some", "other"),
    ("metadata", "type"): (2, 0),
    ("setMetadata", "type"): (2, 0),
    ("setLifecycleAction", "type"): (1, 0),
    ("setLifecycleAction", "action"): (1, 0),
    ("setGuestVcpus", "cpumap"): ("0-1", "2"),
    ("setVcpu", "vcpumap"): ("0-1", "2"),
    ("sendKey", "codeset"): (1, 0),
    ("setKeepAlive", "interval"): (1000, 0),
    ("abortJobFlags", "flags"): (2, 0),
    ("allocPages", "pages"): ({4: 1, 2048: 2}, {4: 1}),
}
PARAMS = {
    "setIdentity": {"user-name": "somebody"},
    "migrate3": {"migrate_uri": "tcp:host:1", "bandwidth": 5},
    "migrateToURI3": {"migrate_uri": "tcp:host:1", "bandwidth": 5},
    "restoreParams": {"file": "some"},
    "saveParams": {"file": "some"},
}
# Those that say nothing to a daemon, those about the connection as such, events, which come by themselves below, and
# one that the bindings call with a number left to chance.
LEFT_OUT = """c_pointer close ref newStream getSEVInfo domainEventRegister domainEventDeregister
    registerCloseCallback unregisterCloseCallback""".split()


def plain(arg):
    """Without addresses."""
    if isinstance(arg, list):
        return [plain(each) for each in arg]
    return arg if isinstance(arg, (int, str, bytes, dict, tuple, type(None))) else "OBJECT"


def call(where, name, function, *args):
    shown = [plain(arg) for arg in args]
    if name.startswith("openGraphics") and shown:
        shown[-2:-1] = ["FD"]
    if "files" in name.lower() or name == "FDAssociate":
        shown = ["FILES"]
    try:
        result = function(*args)
    except libvirt.libvirtError as error:
        print(f"{where}.{name}{shown}: {error.get_error_code()} {error.get_error_message()}")
    except Exception as error:  # the bindings' own checks
        print(f"{where}.{name}{shown}: {type(error).__name__} {error}")
    else:
        kind = type(result).__name__ if hasattr(result, "_o") else result
        print(f"{where}.{name}{shown} = {kind}")
        return result
    return None


class World:
    """One object of each kind."""

    def __init__(self, conn):
        self.conn = conn
        self.other = libvirt.open(URI)
        self.dom = conn.lookupByName("dom")
        self.net = conn.networkLookupByName("net")
        self.port = self.net.portLookupByUUIDString(UUID)
        self.pool = conn.storagePoolLookupByName("pool")
        self.vol = conn.storageVolLookupByKey("key")
        self.dev = conn.nodeDeviceLookupByName("dev")
        self.secret = conn.secretLookupByUUIDString(UUID)
        self.nwfilter = conn.nwfilterLookupByName("filter")
        self.binding = conn.nwfilterBindingLookupByPortDev("port")
        self.iface = conn.interfaceLookupByName("iface")
        self.snap = self.dom.snapshotLookupByName("snap")
        self.checkpoint = self.dom.checkpointLookupByName("checkpoint")
        self.pair = socket.socketpair()

    def objects(self):
        return {name: it for name, it in vars(self).items() if name not in ("other", "pair")}

    def argument(self, method, name, turn):
        """What a parameter gets in a turn."""
        if (method, name) in BY_METHOD:
            return BY_METHOD[method, name][turn]
        given = {
            "dconn": self.other,
            "dom": self.dom,
            "doms": [self.dom, self.dom],
            "net": self.net,
            "dev": self.dev if method == "nodeDeviceEventRegisterAny" else "some",
            "pool": self.pool,
            "secret": self.secret,
            "snap": self.snap,
            "clonevol": self.vol,
            "fd": self.pair[0].fileno(),
            "files": [self.pair[0].fileno(), self.pair[1].fileno()],
            "params": PARAMS.get(method, {"weight": 5, "text": "some", "long": -(1 << 40)}),
        }
        if name in ("st", "stream"):
            return self.conn.newStream()
        if name in given:
            return given[name]
        if name in INTEGERS:
            return NUMBERS[turn]
        return ARGUMENTS.get(name, (f"<{name}/>", f"{name} again"))[turn]


def everything(world):
    for where, target in world.objects().items():
        for name, method in inspect.getmembers(type(target), inspect.isfunction):
            if name.startswith("_") or name in LEFT_OUT or "EventRegister" in name or "EventDeregister" in name:
                continue
            parameters = list(inspect.signature(method).parameters)[1:]
            for turn in (0, 1):
                call(where, name, getattr(target, name), *[world.argument(name, it, turn) for it in parameters])


def events(world):
    """Every event of every class, of all objects and of one."""
    conn = world.conn
    for kind, ids, one in [
        ("domain", 27, world.dom),
        ("network", 1, world.net),
        ("storagePool", 2, world.pool),
        ("nodeDevice", 2, world.dev),
        ("secret", 2, world.secret),
    ]:
        register = getattr(conn, f"{kind}EventRegisterAny")
        for ident in range(ids):
            for target in (None, one):
                number = call(kind, "register", register, target, ident, lambda *_args: None, None)
                call(kind, "deregister", getattr(conn, f"{kind}EventDeregisterAny"), number)
    register, deregister = libvirt_qemu.qemuMonitorEventRegister, libvirt_qemu.qemuMonitorEventDeregister
    numbers = [
        call("monitor", "register", register, conn, dom, event, lambda *_args: None, None, flags)
        for dom in (None, world.dom)
        for event, flags in [("STOP", 0), ("stop", 2), ("S.*", 1), ("s.*", 3), ("STOP", 0), (None, 0)]
    ]
    for number in numbers:
        call("monitor", "deregister", deregister, conn, number)
    call("old", "register", conn.domainEventRegister, events, None)
    call("old", "deregister", conn.domainEventDeregister, events)


def of_hypervisors(world):
    dom, fds = world.dom, [it.fileno() for it in world.pair]
    for flags in (0, 1):
        call("qemu", "command", libvirt_qemu.qemuMonitorCommand, dom, "some", flags)
        call("qemu", "agent", libvirt_qemu.qemuAgentCommand, dom, "some", 5, flags)
        call("qemu", "files", libvirt_qemu.qemuMonitorCommandWithFiles, dom, "some", fds, flags)
        call("qemu", "files", libvirt_qemu.qemuMonitorCommandWithFiles, dom, "some", [], flags)
        call("qemu", "attach", libvirt_qemu.qemuAttach, world.conn, 77, flags)
        call("lxc", "namespace", libvirt_lxc.lxcOpenNamespace, dom, flags)


def main():
    libvirt.registerErrorHandler(lambda _context, _error: None, None)
    libvirt.virEventRegisterDefaultImpl()

    def loop():
        while True:
            libvirt.virEventRunDefaultImpl()

    threading.Thread(target=loop, daemon=True).start()
    conn = libvirt.open(URI)
    call("conn", "registerCloseCallback", conn.registerCloseCallback, lambda *_args: None, None)
    world = World(conn)
    everything(world)
    events(world)
    of_hypervisors(world)
    call("conn", "unregisterCloseCallback", conn.unregisterCloseCallback)
    sys.stdout.flush()
    # The daemon has all that was said when it has said goodbye.
    other = world.other
    world.__dict__.clear()
    other.close()
    conn.close()


main()
