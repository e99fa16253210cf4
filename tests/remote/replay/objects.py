"""Networks, interfaces, storage and node devices of the test driver; secrets and filters of QEMU's."""

from client import call, calls

SECRET = (
    "<secret ephemeral='yes' private='no'><uuid>99999999-0000-0000-0000-000000000009</uuid>"
    "<usage type='ceph'><name>k</name></usage></secret>"
)


def recording_22(connect):
    test = connect("test:///default")
    call(test.listAllNetworks)
    network = call(test.networkLookupByName, "default")
    calls(network, ["XMLDesc", 0], ["bridgeName"], ["isActive"])
    calls(test, ["listAllInterfaces"], ["interfaceLookupByName", "eth1"], ["listAllStoragePools"])
    pool = call(test.storagePoolLookupByName, "default-pool")
    calls(pool, ["info"], ["XMLDesc", 0])
    volume = call(pool.createXML, "<volume><name>vol1</name><capacity>1048576</capacity></volume>", 0)
    calls(volume, ["info"], ["path"], ["XMLDesc", 0])
    call(pool.listAllVolumes)
    call(volume.delete, 0)
    call(test.listAllDevices)
    device = call(test.nodeDeviceLookupByName, "scsi_host11")
    calls(device, ["XMLDesc", 0], ["listCaps"])
    call(test.listAllSecrets)
    qemu = connect("qemu:///system")
    secret = call(qemu.secretDefineXML, SECRET, 0)
    calls(secret, ["setValue", b"\0\1secret\xff", 0], ["value"])
    call(qemu.listAllSecrets)
    call(secret.undefine)
    call(qemu.listAllNWFilters)
    # The daemon behind a connection is told when the last handle is gone.
    del network, pool, volume, device
    test.close()
    del secret
    qemu.close()
