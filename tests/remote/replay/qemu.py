"""A running guest of QEMU: its monitor, and queries."""

import libvirt_qemu
from client import Heard, call, calls
from domains import GUEST


def recording_14(connect):
    heard = Heard()

    def told(_conn, dom, event, seconds, micros, details, whose):
        heard.note(whose, dom.name(), dom.ID(), event, seconds, micros, details)

    conn = connect("qemu:///system")
    dom = call(conn.createXML, GUEST, 0)
    for command, flags in [
        ('{"execute":"query-status"}', 0),
        ("info status", 1),
        ('{"execute":"no-such-command"}', 0),
        ("x", 4),
    ]:
        call(libvirt_qemu.qemuMonitorCommand, dom, command, flags)
    register = libvirt_qemu.qemuMonitorEventRegister
    numbers = [
        call(register, conn, dom, None, told, "guest", 0),
        call(register, conn, None, "RES.*", told, "some", 1),
    ]
    calls(dom, ["suspend"], ["resume"])
    resumed = ("vm1", 2, "RESUME", 1795408072, 898148, None)
    heard.expect(
        ("guest", "vm1", 2, "STOP", 1795408072, 595298, None), ("guest", *resumed), ("some", *resumed)
    )
    for number in numbers:
        call(libvirt_qemu.qemuMonitorEventDeregister, conn, number)
    call(libvirt_qemu.qemuAgentCommand, dom, '{"execute":"guest-ping"}', 5, 0)
    call(dom.destroy)
    conn.close()


def recording_24(connect):
    conn = connect("qemu:///system")
    dom = call(conn.createXML, GUEST, 0)
    calls(dom, ["info"], ["state"], ["XMLDesc", 0])
    call(conn.getAllDomainStats)
    calls(
        dom,
        ["vcpus"],
        ["blockStats", "hda"],
        ["blockStatsFlags", "hda", 0],
        ["blockInfo", "hdb", 0],
        ["memoryStats"],
        ["schedulerType"],
        ["jobInfo"],
        ["jobStats", 0],
        ["abortJob"],
        ["controlInfo", 0],
        ["blockIoTune", "hda", 0],
        ["setBlockIoTune", "hda", {"total_iops_sec": 100}, 0],
        ["blockIoTune", "hda", 0],
        ["diskErrors"],
        ["hostname", 0],
        ["migrateGetMaxDowntime", 0],
        ["perfEvents", 0],
        ["memoryPeek", 31744, 16, 2],
        ["blockPeek", "hda", 510, 2, 0],
        ["securityLabel"],
        ["getTime"],
        ["ioThreadInfo", 0],
        ["guestInfo", 0, 0],
        ["setMetadata", 0, "desc", None, None, 0],
        ["authorizedSSHKeysGet", "root", 0],
        ["messages", 0],
        ["launchSecurityInfo", 0],
    )
    calls(
        conn,
        ["getDomainCapabilities", None, "x86_64", None, "nosuch", 0],
        ["getCPUModelNames", "nosucharch", 0],
    )
    call(dom.destroy)
    conn.close()
