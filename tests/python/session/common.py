"""What the calls of every session use."""

UUID = "11111111-2222-3333-4444-555555555555"
OTHER_UUID = "11111111-2222-3333-4444-666666666666"
META = "<note xmlns:n='urn:n'>text</note>"
CPU = "<cpu><arch>x86_64</arch><model>qemu64</model></cpu>"


def snapshot_xml(name):
    return f"<domainsnapshot><name>{name}</name><description>the {name} one</description></domainsnapshot>"


def checkpoint_xml(name):
    return f"<domaincheckpoint><name>{name}</name></domaincheckpoint>"


def received(stream):
    """All that the stream brings."""
    data = b""
    while part := stream.recv(65536):
        data += part
    return data


def sparse(stream):
    """The same with the lengths of holes in between."""
    parts = []
    stream.sparseRecvAll(
        lambda stream, data, parts: parts.append(data), lambda stream, length, parts: parts.append(length), parts
    )
    return parts


NETWORK = f"""
<network>
  <name>net</name><uuid>{UUID}</uuid>
  <forward mode='bridge'/><bridge name='br0'/>
  <portgroup name='plain' default='yes'/>
</network>"""
PORT = f"""
<networkport>
  <uuid>11111111-2222-3333-4444-888888888888</uuid>
  <owner><name>guest</name><uuid>{OTHER_UUID}</uuid></owner>
  <mac address='52:54:00:00:00:05'/>
</networkport>"""
SECRET = f"""
<secret>
  <uuid>{UUID}</uuid><description>a secret</description>
  <usage type='volume'><volume>/volume</volume></usage>
</secret>"""
VHBA = """
<device>
  <parent>scsi_host1</parent>
  <capability type='scsi_host'>
    <capability type='fc_host'><wwnn>2000000012341234</wwnn><wwpn>1000000012341235</wwpn></capability>
  </capability>
</device>"""
QCOW2 = """
<volume>
  <name>image.qcow2</name><capacity>2097152</capacity><target><format type='qcow2'/></target>
</volume>"""


def pool_xml(folder):
    return f"<pool type='dir'><name>pool</name><uuid>{UUID}</uuid><target><path>{folder}/pool</path></target></pool>"


def volume_xml(name):
    return f"<volume><name>{name}</name><capacity>1048576</capacity></volume>"
