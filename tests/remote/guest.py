"""Drives a real guest of a daemon through the original library: every kind of event that a guest can cause here, one
after the other, each waited for. Arguments: the daemon's URI, a folder that the daemon can use, the boot image."""

import os
import select
import shutil
import socket
import struct
import sys
import threading

import libvirt

URI, FOLDER, IMAGE = sys.argv[1:]
DEADLINE_S = 20
READ, WRITE, END = 0, 1, 2
FIXED_NEWSTYLE = 1
GO, ACK, INFO, UNSUPPORTED = 7, 1, 3, 0x80000001
EIO = 5

DEFINITION = f"""
<domain type='qemu'>
  <name>remote</name>
  <uuid>5f2f7dd6-7e0a-4a3b-9a0c-2d1b8c6e4f11</uuid>
  <memory unit='MiB'>32</memory>
  <os><type arch='x86_64' machine='pc'>hvm</type></os>
  <features><acpi/></features>
  <devices>
    <emulator>/usr/bin/qemu-system-x86_64</emulator>
    <disk type='file' device='disk'>
      <driver name='qemu' type='raw'/><source file='{FOLDER}/guest.img'/>
      <target dev='hda' bus='ide'/><boot order='1'/>
    </disk>
    <disk type='network' device='disk'>
      <driver name='qemu' type='raw' error_policy='stop'/>
      <source protocol='nbd' name='broken'><host transport='unix' socket='{FOLDER}/nbd.sock'/></source>
      <target dev='vda' bus='virtio'/><boot order='2'/>
    </disk>
    <serial type='unix'><source mode='bind' path='{FOLDER}/serial.sock'/></serial>
    <graphics type='vnc' socket='{FOLDER}/vnc.sock'/>
    <video><model type='vga'/></video>
    <watchdog model='ib700' action='pause'/>
  </devices>
</domain>"""


def listening(name):
    server = socket.socket(socket.AF_UNIX)
    server.bind(f"{FOLDER}/{name}")
    os.chmod(f"{FOLDER}/{name}", 0o777)
    server.listen()
    return server


def connected(name):
    client = socket.socket(socket.AF_UNIX)
    client.settimeout(DEADLINE_S)
    client.connect(f"{FOLDER}/{name}")
    return client


def take(sock, count):
    data = b""
    while len(data) < count:
        more = sock.recv(count - len(data))
        if not more:
            raise EOFError
        data += more
    return data


def negotiate(sock):
    """Until the client has chosen the disk; all are the same."""
    sock.sendall(b"NBDMAGICIHAVEOPT" + struct.pack(">H", FIXED_NEWSTYLE))
    take(sock, 4)
    while True:
        _, option, length = struct.unpack(">QII", take(sock, 16))
        take(sock, length)

        def reply(kind, data=b""):
            sock.sendall(struct.pack(">QIII", 0x3E889045565A9, option, kind, len(data)) + data)

        if option == GO:
            reply(INFO, struct.pack(">HQH", 0, 1 << 20, 1))
            reply(ACK)
            return
        reply(UNSUPPORTED)


def serve_disk(sock):
    """A network disk on which nothing can be written."""
    negotiate(sock)
    while True:
        _, _, kind, handle, _, length = struct.unpack(">IHHQQI", take(sock, 28))
        if kind == END:
            return
        if kind == WRITE:
            take(sock, length)
        error = EIO if kind == WRITE else 0
        sock.sendall(struct.pack(">IIQ", 0x67446698, error, handle) + (bytes(length) if kind == READ else b""))


def serve_disks(server):
    def serve(sock):
        try:
            serve_disk(sock)
        except (EOFError, OSError):
            pass

    while True:
        threading.Thread(target=serve, args=[server.accept()[0]], daemon=True).start()


class Guest:
    def __init__(self, conn):
        self.heard = []
        self.news = threading.Condition()
        for number, name in [
            (libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE, "lifecycle"),
            (libvirt.VIR_DOMAIN_EVENT_ID_RTC_CHANGE, "rtc"),
            (libvirt.VIR_DOMAIN_EVENT_ID_WATCHDOG, "watchdog"),
            (libvirt.VIR_DOMAIN_EVENT_ID_IO_ERROR_REASON, "io-error"),
            (libvirt.VIR_DOMAIN_EVENT_ID_GRAPHICS, "graphics"),
            (libvirt.VIR_DOMAIN_EVENT_ID_REBOOT, "reboot"),
        ]:
            conn.domainEventRegisterAny(None, number, self.hear, name)
        self.dom = conn.createXML(DEFINITION)
        self.expect("lifecycle", libvirt.VIR_DOMAIN_EVENT_STARTED)
        self.serial = connected("serial.sock")
        self.say("?")

    def hear(self, _conn, _dom, *args):
        with self.news:
            self.heard.append((args[-1], args[0]))
            self.news.notify_all()

    def expect(self, name, first=None):
        """Waits for an event, and forgets what came before it."""
        fits = lambda event: event[0] == name and first in (None, event[1])
        with self.news:
            if not self.news.wait_for(lambda: any(map(fits, self.heard)), DEADLINE_S):
                sys.exit(f"no {name} {first}: {self.heard}")
            while not fits(self.heard.pop(0)):
                pass

    def say(self, command):
        """Has the guest do something; it answers before. What it says before we are there is lost."""
        for _ in range(DEADLINE_S * 5):
            self.serial.sendall(command.encode())
            if select.select([self.serial], [], [], 0.2 if command == "?" else DEADLINE_S)[0]:
                while self.serial.recv(1) != command.encode():
                    pass
                return
        sys.exit("the guest does not answer")


def graphics(guest):
    viewer = connected("vnc.sock")
    guest.expect("graphics", libvirt.VIR_DOMAIN_EVENT_GRAPHICS_CONNECT)
    viewer.sendall(take(viewer, 12))
    take(viewer, take(viewer, 1)[0])
    viewer.sendall(b"\1")
    take(viewer, 4)
    viewer.sendall(b"\1")
    guest.expect("graphics", libvirt.VIR_DOMAIN_EVENT_GRAPHICS_INITIALIZE)
    viewer.close()
    guest.expect("graphics", libvirt.VIR_DOMAIN_EVENT_GRAPHICS_DISCONNECT)


def main():
    libvirt.virEventRegisterDefaultImpl()

    def run():
        while True:
            libvirt.virEventRunDefaultImpl()

    shutil.copyfile(IMAGE, f"{FOLDER}/guest.img")
    os.chmod(f"{FOLDER}/guest.img", 0o666)
    disk = listening("nbd.sock")
    threading.Thread(target=serve_disks, args=[disk], daemon=True).start()
    conn = libvirt.open(URI)
    threading.Thread(target=run, daemon=True).start()
    guest = Guest(conn)
    graphics(guest)
    guest.say("c")
    guest.expect("rtc")
    guest.say("w")
    guest.expect("watchdog")
    guest.expect("lifecycle", libvirt.VIR_DOMAIN_EVENT_SUSPENDED)
    guest.dom.resume()
    guest.expect("lifecycle", libvirt.VIR_DOMAIN_EVENT_RESUMED)
    guest.say("d")
    guest.say("W")
    guest.expect("io-error")
    guest.expect("lifecycle", libvirt.VIR_DOMAIN_EVENT_SUSPENDED)
    guest.dom.reset()
    guest.dom.destroy()
    guest.expect("lifecycle", libvirt.VIR_DOMAIN_EVENT_STOPPED)


main()
