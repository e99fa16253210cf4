"""What the calls on the test driver use."""

from common import OTHER_UUID, UUID

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
INTERFACE = "eth1"
DEVICE = "scsi_host1"
