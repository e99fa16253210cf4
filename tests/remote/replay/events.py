"""Events of all classes, told to callbacks with what the recorded messages say."""

import libvirt
from client import Heard, call, calls
from domains import GUEST, NEWDOM

DEVICE = (
    "<device><name>scsi_host12</name><parent>scsi_host11</parent><capability type='scsi_host'>"
    "<capability type='fc_host'><wwnn>2000000012341234</wwnn><wwpn>1000000012341234</wwpn></capability>"
    "</capability></device>"
)
DOMAIN_EVENTS = range(27)


def recording_09(connect):
    heard = Heard()

    def lifecycle(whose):
        return lambda _conn, dom, *details: heard.note(whose, dom.name(), dom.ID(), *details[:2])

    def metadata(_conn, dom, kind, uri, _opaque):
        heard.note("metadata", dom.name(), dom.ID(), kind, uri)

    conn = connect("test:///default")
    numbers = [call(conn.domainEventRegisterAny, None, 0, lifecycle("all"), None)]
    dom = call(conn.lookupByName, "test")
    numbers.append(call(conn.domainEventRegisterAny, dom, 0, lifecycle("one"), None))
    numbers.append(call(conn.domainEventRegisterAny, dom, 23, metadata, None))
    calls(dom, ["suspend"], ["resume"], ["reboot", 0], ["shutdown"], ["create"])
    new = call(conn.defineXML, NEWDOM)
    call(new.undefine)
    call(dom.setMetadata, 0, "hello", None, None, 0)
    both = [
        [(whose, "test", ident, event, 0) for whose in ("all", "one")]
        for ident, event in [(1, 3), (1, 4), (-1, 5), (2, 2)]
    ]
    heard.expect(
        *sum(both, []),
        ("all", "newdom", -1, 0, 0),
        ("all", "newdom", -1, 1, 0),
        ("metadata", "test", 2, 0, None),
    )
    for number in numbers:
        call(conn.domainEventDeregisterAny, number)
    call(dom.suspend)
    conn.close()


def recording_10(connect):
    heard = Heard()
    conn = connect("test:///default")

    def changes(kind):
        return lambda _conn, thing, *details: heard.note(kind, thing.name(), *details[:-1])

    networks = call(conn.networkEventRegisterAny, None, 0, changes("network"), None)
    pools = call(conn.storagePoolEventRegisterAny, None, 0, changes("pool"), None)
    refreshes = call(conn.storagePoolEventRegisterAny, None, 1, changes("refresh"), None)
    network = call(conn.networkLookupByName, "default")
    calls(network, ["destroy"], ["create"])
    pool = call(conn.storagePoolLookupByName, "default-pool")
    calls(pool, ["refresh", 0], ["destroy"], ["create", 0])
    devices = call(conn.nodeDeviceEventRegisterAny, None, 0, changes("device"), None)
    call(conn.nodeDeviceCreateXML, DEVICE, 0)
    heard.expect(
        ("network", "default", 3, 0),
        ("network", "default", 2, 0),
        ("refresh", "default-pool"),
        ("pool", "default-pool", 3, 0),
        ("pool", "default-pool", 2, 0),
    )
    call(conn.networkEventDeregisterAny, networks)
    call(conn.storagePoolEventDeregisterAny, pools)
    call(conn.storagePoolEventDeregisterAny, refreshes)
    call(conn.nodeDeviceEventDeregisterAny, devices)
    conn.close()


def recording_11(connect):
    heard = Heard()
    conn = connect("qemu:///system")
    numbers = [call(conn.domainEventRegisterAny, None, event, heard.note, None) for event in DOMAIN_EVENTS]
    assert len(set(numbers)) == len(numbers)
    for number in numbers:
        call(conn.domainEventDeregisterAny, number)
    heard.expect()
    conn.close()


def recording_13(connect):
    """GFX-14 IOE-7 WDG-5 RTC-9"""
    heard = Heard()

    def told(event):
        return lambda _conn, dom, *details: heard.note(event, dom.name(), dom.ID(), *details[:-1])

    conn = connect("qemu:///system")
    kinds = ["lifecycle", "reboot", "rtc", "watchdog", "io-error", "graphics", "reason"]
    numbers = [
        call(conn.domainEventRegisterAny, None, event, told(kind), None) for event, kind in enumerate(kinds)
    ]
    dom = call(conn.createXML, GUEST, 0)

    def key(code):
        call(dom.sendKey, libvirt.VIR_KEYCODE_SET_LINUX, 50, [code], 1, 0)

    calls(dom, ["suspend"], ["resume"])
    key(19)
    key(17)
    key(23)
    calls(dom, ["resume"], ["resume"])
    key(48)
    call(dom.reset, 0)
    key(25)
    ends = [{"family": 0, "node": "127.0.0.1", "service": service} for service in ("5999", "35542")]
    broken = ["/run/x/small/data.img", "ide0-0-1", 1]
    stop = [("io-error", *broken), ("reason", *broken, "enospc"), ("lifecycle", 3, 2)]
    happened = [
        ("lifecycle", 4, 0),
        ("lifecycle", 2, 0),
        *[("graphics", phase, *ends, "none", []) for phase in (0, 1, 2)],
        ("lifecycle", 3, 0),
        ("lifecycle", 4, 0),
        ("rtc", 3596),
        ("watchdog", 0),
        *stop,
        ("lifecycle", 4, 0),
        *stop,
        ("lifecycle", 4, 0),
        *[("reboot",)] * 5,
        ("lifecycle", 6, 1),
        ("lifecycle", 5, 0),
    ]
    heard.expect(*[(kind, "vm1", 1, *details) for kind, *details in happened])
    for number in numbers:
        call(conn.domainEventDeregisterAny, number)
    call(dom.destroy)
    conn.close()
