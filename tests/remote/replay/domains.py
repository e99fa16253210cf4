"""Domains of the test driver, and one of QEMU that does not run."""

from client import call, calls

GUEST = """<domain type='qemu'><name>vm1</name><uuid>aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee</uuid>\
<memory unit='KiB'>32768</memory><vcpu>1</vcpu>
<os><type arch='x86_64' machine='pc-i440fx-7.2'>hvm</type></os><features><acpi/></features>\
<on_poweroff>destroy</on_poweroff><on_reboot>restart</on_reboot>
<devices><emulator>/usr/bin/qemu-system-x86_64</emulator>
<disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='/run/x/boot.img'/>\
<target dev='hda' bus='ide'/></disk>
<disk type='file' device='disk'><driver name='qemu' type='raw' error_policy='stop'/>\
<source file='/run/x/small/data.img'/><target dev='hdb' bus='ide'/></disk>
<graphics type='vnc' port='5999' autoport='no' listen='127.0.0.1'/>\
<watchdog model='ib700' action='none'/></devices></domain>"""

NEWDOM = (
    "<domain type='test'><name>newdom</name><uuid>00000000-1111-2222-3333-444444444444</uuid>"
    "<memory>8192</memory><vcpu>1</vcpu><os><type>hvm</type></os></domain>"
)


def recording_03(connect):
    """virsh list --all"""
    conn = connect("test:///default")
    call(conn.registerCloseCallback, lambda *_args: None, None)
    for dom in call(conn.listAllDomains, 3):
        call(dom.state)
    call(conn.unregisterCloseCallback)
    conn.close()


def recording_04(connect):
    conn = connect("test:///default")
    calls(
        conn,
        ["lookupByName", "nosuchdomain"],
        ["lookupByUUID", bytes(15) + b"\1"],
        ["lookupByID", 4242],
        ["networkLookupByName", "nosuchnet"],
        ["storagePoolLookupByName", "nosuchpool"],
        ["domainXMLFromNative", "qemu-argv", "x", 0],
        ["listAllDomains", 0x40000000],
        ["createXML", "<domain", 0],
    )
    conn.close()


def recording_05(connect):
    conn = connect("test:///default")
    dom = call(conn.defineXML, NEWDOM)
    calls(dom, ["XMLDesc", 0], ["create"])
    calls(dom, ["isActive"], ["isPersistent"], ["destroy"], ["undefine"])
    conn.close()


def recording_06(connect):
    conn = connect("qemu:///system")
    dom = call(conn.defineXML, GUEST)
    calls(dom, ["XMLDesc", 0], ["XMLDesc", 3], ["autostart"], ["setAutostart", 1], ["setAutostart", 0])
    call(dom.undefineFlags, 4)
    conn.close()


def recording_07(connect):
    conn = connect("test:///default")
    dom = call(conn.lookupByName, "test")
    calls(
        dom,
        ["XMLDesc", 0],
        ["info"],
        ["state"],
        ["maxMemory"],
        ["maxVcpus"],
        ["OSType"],
        ["vcpusFlags", 0],
        ["vcpus"],
        ["vcpuPinInfo", 0],
        ["schedulerType"],
        ["schedulerParameters"],
        ["setSchedulerParameters", {"weight": 50}],
        ["memoryParameters", 0],
        ["blkioParameters", 0],
        ["interfaceStats", "testnet0"],
        ["blockStats", "vda"],
        ["memoryStats"],
        ["getCPUStats", True],
        ["controlInfo", 0],
        ["jobStats", 0],
        ["metadata", 0, None, 0],
        ["hostname", 0],
        ["fsInfo", 0],
        ["interfaceAddresses", 0],
        ["diskErrors"],
        ["getTime"],
        ["guestVcpus"],
    )
    calls(
        conn,
        ["getHostname"],
        ["getInfo"],
        ["getCellsFreeMemory", 0, 2],
        ["getCPUStats", -1],
        ["getMemoryStats", -1],
        ["getType"],
        ["getVersion"],
        ["getLibVersion"],
        ["getMaxVcpus", "test"],
        ["numOfDomains"],
        ["listDomainsID"],
        ["numOfDefinedDomains"],
        ["listDefinedDomains"],
        ["isSecure"],
        ["isEncrypted"],
        ["getAllDomainStats"],
        ["getSysinfo", 0],
        ["getCPUModelNames", "x86_64", 0],
        ["getFreeMemory"],
        ["getCPUMap"],
    )
    conn.close()


def recording_08(connect):
    conn = connect("test:///default")
    call(conn.getCapabilities)
    conn.close()


def recording_23(connect):
    conn = connect("test:///default")
    dom = call(conn.lookupByName, "test")
    snapshot = call(dom.snapshotCreateXML, "<domainsnapshot><name>s1</name></domainsnapshot>", 0)
    call(snapshot.getXMLDesc, 0)
    calls(dom, ["listAllSnapshots"], ["hasCurrentSnapshot"], ["revertToSnapshot", snapshot, 0])
    call(snapshot.delete, 0)
    calls(
        dom,
        ["checkpointCreateXML", "<domaincheckpoint><name>c1</name></domaincheckpoint>", 0],
        ["listAllCheckpoints"],
        ["managedSave", 0],
        ["hasManagedSaveImage", 0],
        ["jobInfo"],
        ["abortJob"],
        ["blockInfo", "vda", 0],
        ["attachDevice", "<x/>"],
        ["setMemory", 1048576],
        ["setVcpus", 1],
        ["pinVcpu", 0, (True,)],
    )
    conn.close()
