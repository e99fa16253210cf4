"""What the calls on the QEMU driver use: a guest whose agent is here, and its images."""

import json
import os
import signal
import socket
import subprocess
import threading
from pathlib import Path

from common import OTHER_UUID, UUID

INTERFACE = "lo"
DEVICE = "net_lo_00_00_00_00_00_00"
MAC = "52:54:00:00:00:01"
BROKEN = "<domain type='qemu'><name>broken"
NAMELESS = "<domain type='qemu'><memory>8192</memory><os><type>hvm</type></os></domain>"
TRANSIENT = """
<domain type='qemu'>
  <name>transient</name><uuid>11111111-2222-3333-4444-777777777777</uuid><memory>16384</memory>
  <os><type arch='x86_64' machine='pc'>hvm</type></os>
  <devices><emulator>/usr/bin/qemu-system-x86_64</emulator></devices>
</domain>"""
TABLET = "<input type='tablet' bus='usb'><alias name='ua-tablet'/></input>"
LINK_DOWN = f"""
<interface type='user'>
  <mac address='{MAC}'/><model type='rtl8139'/><link state='down'/><alias name='net0'/>
  <address type='pci' domain='0x0000' bus='0x00' slot='0x03' function='0x0'/>
</interface>"""


def disk(path, target, bus="virtio"):
    return f"""
    <disk type='file' device='disk'>
      <driver name='qemu' type='qcow2'/><source file='{path}'/><target dev='{target}' bus='{bus}'/>
    </disk>"""


def guest_xml(work):
    return f"""
<domain type='qemu'>
  <name>guest</name><uuid>{UUID}</uuid><title>a guest</title>
  <memory unit='KiB'>65536</memory><currentMemory unit='KiB'>65536</currentMemory>
  <vcpu current='2'>4</vcpu>
  <iothreads>1</iothreads>
  <os><type arch='x86_64' machine='pc'>hvm</type></os>
  <features><acpi/></features>
  <devices>
    <emulator>/usr/bin/qemu-system-x86_64</emulator>
    {disk(work + "/hda.qcow2", "hda", "ide")}
    {disk(work + "/vda.qcow2", "vda")}
    {disk(work + "/vdb.qcow2", "vdb")}
    <disk type='file' device='cdrom'><target dev='hdc' bus='ide'/><readonly/></disk>
    <interface type='user'><mac address='{MAC}'/><model type='rtl8139'/></interface>
    <serial type='pty'/>
    <channel type='unix'>
      <source mode='connect' path='{work}/agent.sock'/><target type='virtio' name='org.qemu.guest_agent.0'/>
    </channel>
    <channel type='unix'><target type='virtio' name='org.oxvirt'/></channel>
    <graphics type='vnc' socket='{work}/vnc.sock'/>
    <video><model type='vga'/></video>
    <watchdog model='ib700' action='pause'/>
  </devices>
</domain>"""


def overlay_xml(work, name="overlay"):
    """A snapshot of one disk outside of its image."""
    return f"""
<domainsnapshot>
  <name>{name}</name>
  <disks>
    <disk name='hda' snapshot='no'/><disk name='vdb' snapshot='no'/>
    <disk name='vda' snapshot='external'><source file='{work}/{name}.qcow2'/></disk>
  </disks>
</domainsnapshot>"""


def pull_xml(work, incremental=""):
    return f"""
<domainbackup mode='pull'>
  {incremental}<server transport='unix' socket='{work}/backup.sock'/>
  <disks>
    <disk name='vda' backup='yes' type='file'><scratch file='{work}/scratch'/></disk>
    <disk name='hda' backup='no'/><disk name='vdb' backup='no'/>
  </disks>
</domainbackup>"""


def copy_xml(work, name="copy"):
    return f"<disk type='file'><source file='{work}/{name}'/><driver type='qcow2'/></disk>"


class Agent:
    """Stands for the agent in the guest, as `c-tests/table/agent.c`: libvirt connects to its socket, and so does QEMU."""

    VALUES = {
        "guest-get-time": 1_000_000_000_123_456_789,
        "guest-fsfreeze-freeze": 2,
        "guest-fsfreeze-freeze-list": 1,
        "guest-fsfreeze-thaw": 2,
        "guest-fstrim": {"paths": []},
        "guest-get-fsinfo": [{"name": "vda1", "mountpoint": "/", "type": "ext4", "disk": []}],
        "guest-get-vcpus": [
            {"logical-id": 0, "online": True, "can-offline": False},
            {"logical-id": 1, "online": True, "can-offline": True},
        ],
        "guest-set-vcpus": 1,
        "guest-get-host-name": {"host-name": "inside"},
        "guest-get-users": [{"user": "root", "login-time": 1500000000.5}],
        "guest-get-osinfo": {"id": "debian", "name": "Debian GNU/Linux", "version-id": "12"},
        "guest-get-timezone": {"zone": "CET", "offset": 3600},
        "guest-get-disks": [],
        "guest-ssh-get-authorized-keys": {"keys": ["ssh-rsa one", "ssh-rsa two"]},
        "guest-network-get-interfaces": [
            {
                "name": "eth0",
                "hardware-address": MAC,
                "ip-addresses": [{"ip-address": "10.0.2.15", "ip-address-type": "ipv4", "prefix": 24}],
            }
        ],
    }
    EMPTY = ["guest-ping", "guest-set-time", "guest-set-user-password", "guest-ssh-add-authorized-keys"]
    EMPTY += ["guest-ssh-remove-authorized-keys"]

    def __init__(self, path):
        self.server = socket.socket(socket.AF_UNIX)
        self.server.bind(path)
        os.chmod(path, 0o777)
        self.server.listen()
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            threading.Thread(target=self.serve, args=[self.server.accept()[0]], daemon=True).start()

    def answer(self, command, arguments):
        if command == "guest-sync":
            return {"return": arguments["id"]}
        if command in self.EMPTY:
            return {"return": {}}
        if command in self.VALUES:
            return {"return": self.VALUES[command]}
        return {"error": {"class": "CommandNotFound", "desc": f"The command {command} has not been found"}}

    def serve(self, peer):
        for line in peer.makefile("rb"):
            asked = json.loads(line)
            peer.sendall(json.dumps(self.answer(asked["execute"], asked.get("arguments"))).encode() + b"\n")


def prepare(work, images):
    """Makes the guest's images in a folder that the daemons use too, and its agent."""
    boot = Path(images) / "agent.img"
    for command in (
        f"qemu-img convert -f raw -O qcow2 {boot} {work}/hda.qcow2",
        f"qemu-img create -q -f qcow2 {work}/vda.qcow2 4M",
        f"qemu-img create -q -f qcow2 {work}/base.qcow2 4M",
        f"qemu-img create -q -f qcow2 -b {work}/base.qcow2 -F qcow2 {work}/vdb.qcow2",
        f"cp {boot} {work}/raw.img",
    ):
        subprocess.run(command.split(), check=True)
    for name in "hda.qcow2", "vda.qcow2", "base.qcow2", "vdb.qcow2", "raw.img":
        os.chmod(f"{work}/{name}", 0o666)
    return Agent(f"{work}/agent.sock")


def take(sock, count):
    data = b""
    while len(data) < count:
        more = sock.recv(count - len(data))
        if not more:
            raise EOFError
        data += more
    return data


def look_at_screen(work):
    """What a viewer says until it would see something, and that it goes."""
    with socket.socket(socket.AF_UNIX) as viewer:
        viewer.settimeout(60)
        viewer.connect(f"{work}/vnc.sock")
        viewer.sendall(take(viewer, 12))
        take(viewer, take(viewer, 1)[0])
        viewer.sendall(b"\1")
        take(viewer, 4)
        viewer.sendall(b"\1")
        take(viewer, 24)


def kill_daemon(uri):
    """Ends the daemon at the other end; its folder has its process id."""
    folder = Path(uri.partition("?socket=")[2]).parent
    os.kill(int((folder / "pid").read_text()), signal.SIGKILL)
