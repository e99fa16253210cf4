#!/usr/bin/python3
"""A session of several hundred calls on test:///default through Debian's python3-libvirt.

Each line of SESSION is a call. It is printed after "> ", then what it returned, or the error, then the events that it
brought. Values that cannot be the same twice are masked. The last line says how many calls there were. Which library
it ran on goes to stderr.
"""

import re
import sys
import tempfile

import libvirt

UUID = "11111111-2222-3333-4444-555555555555"
OTHER_UUID = "11111111-2222-3333-4444-666666666666"

DOMAIN = f"""
<domain type='test'>
  <name>guest</name>
  <uuid>{UUID}</uuid>
  <title>a guest</title>
  <memory>131072</memory>
  <currentMemory>65536</currentMemory>
  <vcpu current='2'>4</vcpu>
  <iothreads>1</iothreads>
  <os><type>hvm</type></os>
  <features><acpi/></features>
  <devices>
    <disk type='file' device='disk'>
      <source file='/guest.img'/><target dev='vda' bus='virtio'/>
    </disk>
    <disk type='file' device='disk'>
      <source file='/data.img'/><target dev='vdb' bus='virtio'/>
    </disk>
    <interface type='network'>
      <mac address='52:54:00:00:00:01'/><source network='default'/><target dev='tap0'/>
    </interface>
    <console type='pty'/>
  </devices>
</domain>
"""
TRANSIENT = """
<domain type='test'>
  <name>transient</name><uuid>11111111-2222-3333-4444-777777777777</uuid><memory>8192</memory>
  <os><type>hvm</type></os>
</domain>
"""
RENAMED_UUID = DOMAIN.replace(UUID, OTHER_UUID)
RENAMED = DOMAIN.replace("<name>guest<", "<name>other<")
BROKEN = "<domain type='test'><name>broken"
NAMELESS = "<domain type='test'><memory>8192</memory><os><type>hvm</type></os></domain>"
META = "<note xmlns:n='urn:n'>text</note>"
CPU = "<cpu><arch>x86_64</arch><model>qemu64</model></cpu>"


def snapshot_xml(name):
    return f"<domainsnapshot><name>{name}</name><description>the {name} one</description></domainsnapshot>"


def checkpoint_xml(name):
    return f"<domaincheckpoint><name>{name}</name></domaincheckpoint>"


# A line that starts with "~" has its numbers masked: the test driver takes them from the clock or the host.
SESSION = """
# the library
libvirt.getVersion()
libvirt.virInitialize()
libvirt.virGetLastErrorCode()
libvirt.virGetLastErrorDomain()
libvirt.virGetLastErrorMessage()
libvirt.virResetLastError()
libvirt.open("nosuch:///default")
libvirt.open("test:///nosuchfile.xml")
libvirt.openReadOnly("test:///default").lookupByName("test").suspend()
libvirt.openAuth("test:///default", [[], None, None], 0).getURI()

# connection
conn = libvirt.open("test:///default")
conn.getURI()
conn.getType()
conn.getVersion()
conn.getLibVersion()
conn.getHostname()
conn.isAlive()
conn.isEncrypted()
conn.isSecure()
conn.getMaxVcpus(None)
conn.getMaxVcpus("test")
conn.getCapabilities()
conn.getSysinfo(0)
conn.getSysinfo(1)
conn.setKeepAlive(5, 3)
conn.setIdentity({"user-name": "somebody"}, 0)
conn.registerCloseCallback(lambda *arguments: None, None)
conn.unregisterCloseCallback()
conn.getDomainCapabilities()
conn.virConnGetLastError()
conn.virConnResetLastError()

# node
conn.getInfo()
conn.getCPUMap()
conn.getCPUMap(1)
~ conn.getCPUStats(-1)
~ conn.getCPUStats(0)
conn.getCPUStats(99)
conn.getMemoryStats(-1)
conn.getMemoryParameters()
conn.setMemoryParameters({"shm_pages_to_scan": 100})
conn.getFreeMemory()
conn.getCellsFreeMemory(0, 2)
conn.getCellsFreeMemory(9, 1)
conn.getFreePages([4, 2048], 0, 1)
conn.getFreePages([3], 0, 1)
conn.getFreePages([4], 0, 9)
conn.allocPages({2048: 1}, 0, 1)
conn.getSecurityModel()
conn.getSEVInfo()
conn.suspendForDuration(0, 60)
len(conn.getCPUModelNames("x86_64"))
conn.getCPUModelNames("nosuch")
conn.baselineCPU([CPU])
conn.baselineCPU([])
conn.compareCPU(CPU)
conn.domainXMLToNative("qemu-argv", DOMAIN)
conn.domainXMLFromNative("qemu-argv", "qemu")

# events
conn.domainEventRegister(on_lifecycle, "old style")
conn.domainEventDeregister(on_lifecycle)
conn.domainEventDeregister(on_lifecycle)
[conn.domainEventRegisterAny(None, id, on_event, id) for id in range(27)]
conn.domainEventRegisterAny(None, 27, on_event, 27)
conn.domainEventRegisterAny(None, -1, on_event, -1)
conn.domainEventDeregisterAny(99)

# domains that are there
conn.numOfDomains()
conn.numOfDefinedDomains()
conn.listDomainsID()
conn.listDefinedDomains()
conn.listAllDomains()
conn.listAllDomains(libvirt.VIR_CONNECT_LIST_DOMAINS_INACTIVE)
conn.listAllDomains(1 << 30)
test = conn.lookupByName("test")
conn.lookupByName("nosuch")
conn.lookupByID(1)
conn.lookupByID(99)
conn.lookupByUUIDString("6695eb01-f6a4-8304-79aa-97f2502e193f")
conn.lookupByUUIDString("nosuch")
conn.lookupByUUID(bytes(16))
test.name()
test.ID()
test.UUID()
test.UUIDString()
test.OSType()
test.connect()
test.XMLDesc()
test.XMLDesc(libvirt.VIR_DOMAIN_XML_INACTIVE)
test.XMLDesc(libvirt.VIR_DOMAIN_XML_MIGRATABLE)
~ test.info()
test.state()
test.state(1)
test.hostname()
test.hostname(libvirt.VIR_DOMAIN_GET_HOSTNAME_AGENT)
test.controlInfo()
test.isActive()
test.isPersistent()
test.isUpdated()
test.autostart()
test.setAutostart(1)
test.autostart()
test.setAutostart(0)

# definitions
conn.defineXML(BROKEN)
conn.defineXML(NAMELESS)
conn.defineXML("<network/>")
conn.defineXMLFlags(DOMAIN, 1 << 20)
dom = conn.defineXML(DOMAIN)
dom.XMLDesc()
conn.defineXML(RENAMED)
conn.defineXML(RENAMED_UUID)
conn.defineXMLFlags(DOMAIN, 0)
conn.listDefinedDomains()
conn.numOfDefinedDomains()
~ dom.info()
dom.state()
dom.ID()
dom.isActive()
dom.isPersistent()
dom.rename("renamed")
dom.rename("test")
dom.rename("")
dom.rename("guest")

# lifecycle
dom.suspend()
dom.shutdown()
dom.destroy()
dom.createWithFlags(libvirt.VIR_DOMAIN_START_PAUSED)
dom.create()
dom.create()
dom.XMLDesc()
dom.state()
dom.ID()
dom.rename("running")
dom.suspend()
dom.suspend()
dom.state()
dom.resume()
dom.resume()
dom.reset()
dom.reboot()
dom.reboot(1 << 20)
dom.shutdown()
dom.state()
dom.shutdownFlags(0)
dom.create()
dom.shutdownFlags(libvirt.VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN)
dom.shutdownFlags(1 << 20)
dom.create()
dom.destroyFlags(libvirt.VIR_DOMAIN_DESTROY_GRACEFUL)
dom.create()
transient = conn.createXML(TRANSIENT)
conn.createXML(TRANSIENT)
conn.createXML(TRANSIENT, 1 << 20)
transient.isPersistent()
transient.autostart()
transient.setAutostart(1)
transient.managedSave()
transient.undefine()
transient.destroy()
transient.state()
conn.createXMLWithFiles(TRANSIENT, [])
conn.lookupByName("transient").destroy()
conn.createLinux(TRANSIENT, 0)
conn.lookupByName("transient").destroyFlags(0)
dom.setLifecycleAction(libvirt.VIR_DOMAIN_LIFECYCLE_REBOOT, libvirt.VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE)
dom.setLifecycleAction(libvirt.VIR_DOMAIN_LIFECYCLE_CRASH, libvirt.VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_DESTROY)
dom.setLifecycleAction(9, 0)
dom.setLifecycleAction(0, 9)
dom.pMSuspendForDuration(0, 0)
dom.pMWakeup()

# virtual processors
dom.maxVcpus()
dom.vcpusFlags()
dom.vcpusFlags(libvirt.VIR_DOMAIN_AFFECT_CONFIG | libvirt.VIR_DOMAIN_VCPU_MAXIMUM)
dom.vcpusFlags(libvirt.VIR_DOMAIN_VCPU_GUEST)
dom.vcpusFlags(1 << 20)
~ dom.vcpus()
dom.setVcpus(3)
dom.setVcpus(5)
dom.setVcpus(0)
dom.vcpusFlags(libvirt.VIR_DOMAIN_AFFECT_LIVE)
dom.setVcpusFlags(1, libvirt.VIR_DOMAIN_AFFECT_CONFIG)
dom.setVcpusFlags(8, libvirt.VIR_DOMAIN_AFFECT_CONFIG | libvirt.VIR_DOMAIN_VCPU_MAXIMUM)
dom.setVcpusFlags(6, libvirt.VIR_DOMAIN_AFFECT_LIVE)
dom.setVcpusFlags(2, 1 << 20)
dom.vcpuPinInfo()
dom.vcpuPinInfo(libvirt.VIR_DOMAIN_AFFECT_CONFIG)
dom.pinVcpu(0, (True, False))
dom.pinVcpu(9, (True,))
dom.pinVcpuFlags(1, (False, True), libvirt.VIR_DOMAIN_AFFECT_LIVE)
dom.pinVcpuFlags(1, (False, True), libvirt.VIR_DOMAIN_AFFECT_CONFIG)
dom.vcpuPinInfo()
dom.emulatorPinInfo()
dom.pinEmulator((True, True))
dom.pinEmulator((False, True), libvirt.VIR_DOMAIN_AFFECT_CONFIG)
dom.emulatorPinInfo()
dom.setVcpu("0", 1)
dom.guestVcpus()
dom.setGuestVcpus("0", 1)
~ dom.getCPUStats(True)
~ dom.getCPUStats(False)
dom.ioThreadInfo()
dom.addIOThread(2)
dom.addIOThread(2)
dom.addIOThread(0)
dom.pinIOThread(2, (True,))
dom.pinIOThread(9, (True,))
dom.setIOThreadParams(2, {"poll_max_ns": 1000, "poll_grow": 2, "poll_shrink": 3})
dom.ioThreadInfo()
dom.ioThreadInfo(libvirt.VIR_DOMAIN_AFFECT_CONFIG)
dom.delIOThread(2)
dom.delIOThread(9)

# memory
dom.maxMemory()
dom.setMaxMemory(262144)
dom.setMaxMemory(0)
dom.setMemory(100000)
dom.setMemory(10000000)
dom.setMemoryFlags(80000, libvirt.VIR_DOMAIN_AFFECT_CONFIG)
dom.setMemoryFlags(300000, libvirt.VIR_DOMAIN_MEM_MAXIMUM)
dom.setMemoryFlags(300000, libvirt.VIR_DOMAIN_MEM_MAXIMUM | libvirt.VIR_DOMAIN_AFFECT_CONFIG)
dom.setMemoryFlags(1, 1 << 20)
dom.maxMemory()
dom.setMemoryStatsPeriod(5)
dom.setMemoryStatsPeriod(-1)
dom.memoryStats()
dom.memoryPeek(0, 16, libvirt.VIR_MEMORY_PHYSICAL)
dom.memoryPeek(0, 16, libvirt.VIR_MEMORY_VIRTUAL)
dom.memoryPeek(0, 0, libvirt.VIR_MEMORY_PHYSICAL)
dom.memoryParameters()
dom.setMemoryParameters({"hard_limit": 200000, "soft_limit": 150000})
dom.setMemoryParameters({"soft_limit": 250000, "hard_limit": 100000, "swap_hard_limit": 50000})
dom.setMemoryParameters({"swap_hard_limit": 400000})
dom.memoryParameters()
dom.memoryParameters(libvirt.VIR_DOMAIN_AFFECT_CONFIG)
dom.numaParameters()
dom.setNumaParameters({"numa_nodeset": "0", "numa_mode": 1})
dom.setNumaParameters({"numa_nodeset": "0"}, libvirt.VIR_DOMAIN_AFFECT_CONFIG)
dom.numaParameters()

# tuning
dom.schedulerType()
dom.schedulerParameters()
dom.schedulerParametersFlags()
dom.setSchedulerParameters({"weight": 70})
dom.setSchedulerParametersFlags({"weight": 80}, 0)
dom.schedulerParameters()
dom.blkioParameters()
dom.setBlkioParameters({"weight": 500})
dom.setBlkioParameters({"device_weight": "/dev/sda,300"})
dom.setBlkioParameters({"weight": 5})
dom.setBlkioParameters({"weight": 400}, libvirt.VIR_DOMAIN_AFFECT_CONFIG)
dom.blkioParameters()
dom.perfEvents()
dom.setPerfEvents({"cmt": True, "cpu_cycles": False})
dom.perfEvents()

# metadata
dom.metadata(libvirt.VIR_DOMAIN_METADATA_TITLE, None)
dom.metadata(libvirt.VIR_DOMAIN_METADATA_DESCRIPTION, None)
dom.setMetadata(libvirt.VIR_DOMAIN_METADATA_DESCRIPTION, "two\\nlines", None, None)
dom.setMetadata(libvirt.VIR_DOMAIN_METADATA_TITLE, "two\\nlines", None, None)
dom.setMetadata(libvirt.VIR_DOMAIN_METADATA_TITLE, "a new title", None, None)
dom.setMetadata(libvirt.VIR_DOMAIN_METADATA_ELEMENT, META, "k", "urn:k")
dom.setMetadata(libvirt.VIR_DOMAIN_METADATA_ELEMENT, META, "k", None)
dom.setMetadata(libvirt.VIR_DOMAIN_METADATA_ELEMENT, "<broken", "k", "urn:k")
dom.setMetadata(libvirt.VIR_DOMAIN_METADATA_ELEMENT, META, "c", "urn:c", libvirt.VIR_DOMAIN_AFFECT_CONFIG)
dom.metadata(libvirt.VIR_DOMAIN_METADATA_TITLE, None)
dom.metadata(libvirt.VIR_DOMAIN_METADATA_DESCRIPTION, None)
dom.metadata(libvirt.VIR_DOMAIN_METADATA_ELEMENT, "urn:k")
dom.metadata(libvirt.VIR_DOMAIN_METADATA_ELEMENT, "urn:c")
dom.metadata(libvirt.VIR_DOMAIN_METADATA_ELEMENT, "urn:c", libvirt.VIR_DOMAIN_AFFECT_CONFIG)
dom.metadata(9, None)
dom.setMetadata(libvirt.VIR_DOMAIN_METADATA_ELEMENT, None, "k", "urn:k")
dom.metadata(libvirt.VIR_DOMAIN_METADATA_ELEMENT, "urn:k")

# disks
dom.blockInfo("vda")
dom.blockInfo("/guest.img")
dom.blockInfo("nosuch")
dom.blockInfo("")
~ dom.blockStats("vda")
dom.blockStats("nosuch")
dom.blockStatsFlags("vda")
dom.diskErrors()
dom.blockPeek("vda", 0, 16)
dom.blockIoTune("vda")
dom.setBlockIoTune("vda", {"total_bytes_sec": 5000, "total_bytes_sec_max": 10000})
dom.setBlockIoTune("vda", {"total_bytes_sec": 5000, "read_bytes_sec": 1})
dom.setBlockIoTune("vda", {"total_iops_sec": 100, "total_iops_sec_max": 200, "group_name": "group"})
dom.setBlockIoTune("vda", {"total_iops_sec_max_length": 5})
dom.setBlockIoTune("nosuch", {"total_iops_sec": 5, "total_iops_sec_max": 10})
dom.blockIoTune("vda")
dom.blockIoTune("vdb")
dom.blockIoTune("nosuch")
dom.blockJobInfo("vda")
dom.blockResize("vda", 2048)
dom.blockPull("vda")
dom.blockRebase("vda", None)
dom.blockCommit("vda", None, None)
dom.blockCopy("vda", "<disk type='file'><source file='/copy'/></disk>")
dom.blockJobSetSpeed("vda", 1)
dom.blockJobAbort("vda")
dom.setBlockThreshold("vda", 1)
dom.backupBegin("<domainbackup/>", None)
dom.backupGetXMLDesc()

# network interfaces
~ dom.interfaceStats("tap0")
dom.interfaceStats("nosuch")
dom.interfaceParameters("tap0")
dom.interfaceParameters("nosuch")
dom.setInterfaceParameters("tap0", {"inbound.average": 1000, "inbound.peak": 2000, "inbound.burst": 100})
dom.setInterfaceParameters("tap0", {"outbound.average": 500})
dom.setInterfaceParameters("52:54:00:00:00:01", {"outbound.peak": 700}, libvirt.VIR_DOMAIN_AFFECT_CONFIG)
dom.setInterfaceParameters("nosuch", {"inbound.average": 1000})
dom.interfaceParameters("tap0")
dom.interfaceParameters("52:54:00:00:00:01", libvirt.VIR_DOMAIN_AFFECT_CONFIG)
dom.interfaceAddresses(libvirt.VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE)
dom.interfaceAddresses(libvirt.VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT)
dom.interfaceAddresses(9)
dom.XMLDesc()
dom.XMLDesc(libvirt.VIR_DOMAIN_XML_INACTIVE)

# devices
dom.attachDevice("<disk/>")
dom.attachDeviceFlags("<disk/>", 0)
dom.detachDevice("<disk/>")
dom.detachDeviceFlags("<disk/>", 0)
dom.detachDeviceAlias("virtio-disk0")
dom.updateDeviceFlags("<disk/>")

# snapshots
dom.hasCurrentSnapshot()
dom.snapshotCurrent()
dom.snapshotNum()
sorted(dom.snapshotListNames())
dom.listAllSnapshots()
first = dom.snapshotCreateXML(snapshot_xml("first"))
dom.snapshotCreateXML(snapshot_xml("first"))
dom.snapshotCreateXML("<broken")
dom.snapshotCreateXML(snapshot_xml("flags"), 1 << 30)
second = dom.snapshotCreateXML(snapshot_xml("second"))
dom.snapshotCreateXML(snapshot_xml("disks"), libvirt.VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY)
dom.snapshotLookupByName("disks").delete()
dom.hasCurrentSnapshot()
dom.snapshotCurrent()
dom.snapshotNum()
dom.snapshotNum(libvirt.VIR_DOMAIN_SNAPSHOT_LIST_ROOTS)
sorted(dom.snapshotListNames())
dom.snapshotListNames(libvirt.VIR_DOMAIN_SNAPSHOT_LIST_LEAVES)
dom.listAllSnapshots()
dom.snapshotLookupByName("second")
dom.snapshotLookupByName("nosuch")
first.getName()
first.getDomain()
first.getConnect()
first.getXMLDesc()
second.getXMLDesc()
second.getXMLDesc(libvirt.VIR_DOMAIN_SNAPSHOT_XML_SECURE)
first.getParent()
second.getParent()
first.isCurrent()
second.isCurrent()
first.hasMetadata()
first.numChildren()
first.listChildrenNames()
first.listAllChildren()
dom.revertToSnapshot(first)
first.isCurrent()
dom.state()
third = dom.snapshotCreateXML(snapshot_xml("third"), libvirt.VIR_DOMAIN_SNAPSHOT_CREATE_HALT)
dom.state()
third.getParent()
dom.revertToSnapshot(third, libvirt.VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING | libvirt.VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED)
dom.revertToSnapshot(second, libvirt.VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED)
dom.state()
dom.resume()
dom.undefine()
dom.snapshotCreateXML(second.getXMLDesc(), libvirt.VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE)
dom.snapshotCreateXML(first.getXMLDesc().replace("first", "again"), libvirt.VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE)
sorted(dom.snapshotListNames())
third.delete()
first.delete(libvirt.VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY)
sorted(dom.snapshotListNames())
first.delete(libvirt.VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN)
first.delete()
[each.delete() for each in dom.listAllSnapshots()]
dom.snapshotNum()

# checkpoints
dom.listAllCheckpoints()
early = dom.checkpointCreateXML(checkpoint_xml("early"))
dom.checkpointCreateXML(checkpoint_xml("early"))
dom.checkpointCreateXML("<broken")
late = dom.checkpointCreateXML(checkpoint_xml("late"))
dom.snapshotCreateXML(snapshot_xml("none"))
dom.listAllCheckpoints()
dom.listAllCheckpoints(libvirt.VIR_DOMAIN_CHECKPOINT_LIST_ROOTS)
dom.checkpointLookupByName("late")
dom.checkpointLookupByName("nosuch")
early.getName()
early.getDomain()
early.getConnect()
early.getXMLDesc()
late.getXMLDesc()
late.getXMLDesc(libvirt.VIR_DOMAIN_CHECKPOINT_XML_NO_DOMAIN)
late.getParent()
early.getParent()
early.listAllChildren()
early.delete()
late.getParent()
late.delete(libvirt.VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN)
dom.listAllCheckpoints()

# saving
dom.save("/nosuch/folder/file")
dom.save(work + "/saved")
dom.state()
dom.save(work + "/again")
conn.saveImageGetXMLDesc(work + "/saved")
conn.saveImageGetXMLDesc(work + "/nosuch")
conn.saveImageDefineXML(work + "/saved", DOMAIN.replace("a guest", "saved"))
conn.saveImageDefineXML(work + "/saved", RENAMED)
conn.restore(work + "/nosuch")
conn.restore(work + "/saved")
dom.state()
dom.metadata(libvirt.VIR_DOMAIN_METADATA_TITLE, None)
conn.restore(work + "/saved")
dom.saveFlags(work + "/flags", DOMAIN.replace("a guest", "flags"), libvirt.VIR_DOMAIN_SAVE_PAUSED)
conn.restoreFlags(work + "/flags", None, libvirt.VIR_DOMAIN_SAVE_RUNNING | libvirt.VIR_DOMAIN_SAVE_PAUSED)
conn.restoreFlags(work + "/flags", None, 0)
dom.state()
dom.resume()
dom.saveParams({"file": work + "/params"})
conn.restoreParams({"file": work + "/params"})
dom.hasManagedSaveImage()
dom.managedSaveGetXMLDesc()
dom.managedSave()
dom.hasManagedSaveImage()
dom.state()
dom.managedSaveDefineXML(DOMAIN)
dom.undefine()
dom.create()
dom.hasManagedSaveImage()
dom.managedSave(1 << 20)
dom.managedSave()
dom.managedSaveRemove()
dom.managedSaveRemove()
dom.create()
dom.coreDump(work + "/core")
dom.coreDump(work + "/core", libvirt.VIR_DUMP_CRASH)
dom.state()
dom.create()
dom.coreDumpWithFormat(work + "/core", libvirt.VIR_DOMAIN_CORE_DUMP_FORMAT_RAW, 0)
dom.coreDumpWithFormat(work + "/core", libvirt.VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_ZLIB, 0)
dom.coreDumpWithFormat("/nosuch/folder/file", 0, 0)

# the guest
dom.sendKey(libvirt.VIR_KEYCODE_SET_LINUX, 0, [30, 31], 2)
dom.sendKey(99, 0, [30], 1)
dom.injectNMI()
dom.sendProcessSignal(1, libvirt.VIR_DOMAIN_PROCESS_SIGNAL_TERM)
dom.sendProcessSignal(2, libvirt.VIR_DOMAIN_PROCESS_SIGNAL_TERM)
dom.state()
dom.create()
dom.sendProcessSignal(1, 99)
~ dom.getTime()
dom.setTime({"seconds": 5, "nseconds": 0})
dom.setUserPassword("root", "password")
dom.fsInfo()
dom.fsFreeze()
dom.fsFreeze(["/"])
dom.fsFreeze(["/nosuch"])
dom.fsInfo()
dom.fsThaw()
dom.fsThaw()
dom.fSTrim(None, 0)
dom.fSTrim("/", 0)
dom.fSTrim("/nosuch", 0)
dom.guestInfo()
dom.agentSetResponseTimeout(1)
dom.authorizedSSHKeysGet("root")
dom.authorizedSSHKeysSet("root", ["key"])
dom.messages()
dom.messages(libvirt.VIR_DOMAIN_MESSAGE_TAINTING)
dom.securityLabel()
dom.securityLabelList()
dom.launchSecurityInfo()
dom.setLaunchSecurityState({"sev-secret": "text"})
dom.openGraphics(0, 1)
dom.openGraphicsFD(0)
dom.startDirtyRateCalc(1)

# statistics and jobs
~ dom.info()
dom.jobInfo()
dom.jobStats()
dom.abortJob()
dom.abortJobFlags()
~ conn.getAllDomainStats()
conn.getAllDomainStats(libvirt.VIR_DOMAIN_STATS_STATE)
conn.getAllDomainStats(libvirt.VIR_DOMAIN_STATS_VCPU)
conn.getAllDomainStats(libvirt.VIR_DOMAIN_STATS_VCPU, libvirt.VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS)
conn.domainListGetStats([dom], libvirt.VIR_DOMAIN_STATS_STATE)
conn.domainListGetStats([dom], 1 << 30, libvirt.VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS)
dom.migrateGetMaxDowntime()
dom.migrateSetMaxDowntime(1)
dom.migrateGetMaxSpeed()
dom.migrateSetMaxSpeed(1)
dom.migrateGetCompressionCache()
dom.migrateSetCompressionCache(1)
dom.migrateStartPostCopy()
dom.migrate(conn, 0)
dom.migrate3(conn, {})
dom.migrateToURI("test:///default", 0)
dom.migrateToURI("test:///default", libvirt.VIR_MIGRATE_PEER2PEER)

# streams
stream = conn.newStream()
dom.screenshot(stream, 0)
len(stream.recv(1024))
stream.send(b"text")
stream.recvHole()
stream.sendHole(5)
stream.abort()
stream.finish()
stream = conn.newStream()
dom.screenshot(stream, 9)
dom.screenshot(stream, 0)
picture = received(stream)
len(picture)
picture[:8]
stream.finish()
stream.recv(16)
stream = conn.newStream(libvirt.VIR_STREAM_NONBLOCK)
stream.eventAddCallback(libvirt.VIR_STREAM_EVENT_READABLE, on_stream, None)
stream.eventRemoveCallback()
dom.openConsole(None, stream)
dom.openChannel(None, stream)

# the end
dom.undefineFlags(1 << 20)
dom.undefine()
dom.isPersistent()
dom.destroy()
dom.state()
dom.XMLDesc()
~ dom.info()
dom.create()
conn.domainEventDeregisterAny(0)
conn.domainEventDeregisterAny(0)
[conn.domainEventDeregisterAny(id) for id in range(1, 27)]
conn.listAllDomains()
conn.close()
"""

# What cannot be the same twice, whatever the call.
CHANCE = [(re.compile(r"(<creationTime>)\d+"), r"\1#")]

events = []


def show(value):
    """A value as text: objects by kind and name, XML as it is."""
    if isinstance(value, libvirt.virConnect):
        return "connection"
    if isinstance(value, libvirt.virDomain):
        return f"domain {value.name()}"
    if isinstance(value, libvirt.virDomainSnapshot):
        return f"snapshot {value.getName()}"
    if isinstance(value, libvirt.virDomainCheckpoint):
        return f"checkpoint {value.getName()}"
    if isinstance(value, libvirt.virStream):
        return "stream"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{show(key)}: {show(value[key])}" for key in sorted(value, key=str)) + "}"
    if isinstance(value, tuple):
        return "(" + ", ".join(map(show, value)) + ")"
    if isinstance(value, list):
        objects = (libvirt.virDomain, libvirt.virDomainSnapshot, libvirt.virDomainCheckpoint)
        shown = [show(each) for each in value]
        # The original gives objects in the order of a hash table with a random seed.
        return "[" + ", ".join(sorted(shown) if value and isinstance(value[0], objects) else shown) + "]"
    if isinstance(value, str) and "\n" in value:
        return value.rstrip("\n")
    return repr(value)


def on_lifecycle(conn, dom, event, detail, opaque):
    events.append(f"{opaque}: {dom.name()} {event} {detail}")


def on_event(conn, dom, *details):
    *values, event_id = details
    events.append(f"event {event_id}: {dom.name()} {', '.join(map(show, values))}")


def on_stream(stream, stream_events, opaque):
    events.append(f"stream {stream_events}")


def received(stream):
    """All that the stream brings."""
    data = b""
    while part := stream.recv(65536):
        data += part
    return data


class Session:
    """Makes calls and prints what comes of them."""

    def __init__(self, work):
        self.work = work
        self.names = {**globals(), "work": work}
        self.calls = 0
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

    def call(self, text, masked):
        variable, assigned, expression = text.partition(" = ")
        if not assigned or not variable.isidentifier():
            variable, expression = None, text
        try:
            value = eval(expression, self.names)
            if variable:
                self.names[variable] = value
            outcome = show(value)
        except libvirt.libvirtError as error:
            outcome = (
                f"error {error.get_error_code()} from {error.get_error_domain()}, "
                f"level {error.get_error_level()}: {error.get_error_message()}"
            )
        except (LookupError, NameError, TypeError, OverflowError) as error:
            # A variable that an earlier call could not set, or an argument that does not reach the library.
            outcome = f"{type(error).__name__}: {error}"
        for pattern, replacement in CHANCE:
            outcome = pattern.sub(replacement, outcome)
        if masked:
            outcome = re.sub(r"\d+(\.\d+)?", "#", outcome)
        self.calls += 1
        print("> " + text)
        print(outcome.replace(self.work, "WORK"))
        self.deliver()
        while events:
            print("  " + events.pop(0))

    def run(self):
        for line in SESSION.strip().splitlines():
            if line.startswith("~ "):
                self.call(line[2:], masked=True)
            elif line and not line.startswith("# "):
                self.call(line, masked=False)
        print(f"> {self.calls} calls")


def loaded_library():
    with open("/proc/self/maps") as maps:
        return next(line.split()[-1] for line in maps if "/libvirt.so.0" in line)


def main():
    print("library:", loaded_library(), file=sys.stderr)
    libvirt.registerErrorHandler(lambda *arguments: None, None)
    libvirt.virEventRegisterDefaultImpl()
    with tempfile.TemporaryDirectory() as work:
        Session(work).run()


main()
