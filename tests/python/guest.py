"""The world around one small guest: its disks, its serial port, a VNC viewer.

Uses nothing of libvirt. The guest is guests/command.asm, which obeys single bytes on its serial port.
"""

import os
import socket
import subprocess
import time

DEADLINE_S = 20

DOMAIN = """
<domain type='qemu'>
  <name>python-test</name>
  <memory unit='MiB'>32</memory>
  <vcpu>1</vcpu>
  <os><type arch='x86_64' machine='pc'>hvm</type></os>
  <features><acpi/></features>
  <clock offset='utc'/>
  <on_poweroff>destroy</on_poweroff>
  <on_reboot>restart</on_reboot>
  <on_crash>destroy</on_crash>
  <devices>
    <emulator>/usr/bin/qemu-system-x86_64</emulator>
    <disk type='file' device='disk'>
      <driver name='qemu' type='raw'/>
      <source file='{work}/boot.img'/>
      <target dev='hda' bus='ide'/>
      <boot order='1'/>
    </disk>
    <disk type='network' device='disk'>
      <driver name='qemu' type='raw' error_policy='stop'/>
      <source protocol='nbd' name='data'>
        <host transport='unix' socket='{work}/nbd.sock'/>
      </source>
      <target dev='vda' bus='virtio'/>
      <boot order='2'/>
    </disk>
    <serial type='unix'>
      <source mode='bind' path='{work}/serial.sock'/>
      <target port='0'/>
    </serial>
    <graphics type='vnc' port='{vnc_port}' autoport='no' listen='127.0.0.1'/>
    <video><model type='vga'/></video>
    <watchdog model='ib700' action='pause'/>
  </devices>
</domain>
"""


def free_port():
    """A TCP port on the loopback address that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def receive(sock, count):
    """Exactly `count` bytes."""
    data = b""
    while len(data) < count:
        part = sock.recv(count - len(data))
        if not part:
            raise ConnectionError("the other side closed the connection")
        data += part
    return data


class Guest:
    """Files and sockets in the folder `work`, and what is done to the guest from outside libvirt.

    `image` is the content of its boot disk.
    """

    def __init__(self, work, image):
        self.work = work
        self.vnc_port = free_port()
        self.xml = DOMAIN.format(work=work, vnc_port=self.vnc_port)
        with open(f"{work}/boot.img", "wb") as boot:
            boot.write(image)
        with open(f"{work}/data.img", "wb") as data:
            data.truncate(1 << 20)
        self.nbd = self._serve_failing_disk()
        self.serial = None
        self.viewer = None

    def _serve_failing_disk(self):
        """Serves data.img by qemu-nbd; its first write fails. The socket listens before the server starts."""
        listener = socket.socket(socket.AF_UNIX)
        listener.bind(f"{self.work}/nbd.sock")
        listener.listen()
        options = (
            "driver=raw,file.driver=blkdebug,file.inject-error.0.event=write_aio,file.inject-error.0.errno=5,"
            "file.inject-error.0.once=on,file.image.driver=file,file.image.filename=data.img"
        )
        # systemd's way of handing over a socket: it is descriptor 3, and a variable holds the receiver's pid.
        script = (
            f'exec 3<&{listener.fileno()}; LISTEN_PID=$$ LISTEN_FDS=1 '
            f'exec qemu-nbd --persistent --export-name=data --image-opts "{options}"'
        )
        server = subprocess.Popen(["/bin/sh", "-c", script], cwd=self.work, pass_fds=[listener.fileno()])
        listener.close()
        return server

    def command(self, byte):
        """Has the guest carry out a command; returns when it has said that it will."""
        self.serial.sendall(byte)
        self.expect(byte)

    def expect(self, byte):
        """Skips what the guest says until `byte`."""
        while receive(self.serial, 1) != byte:
            pass

    def connect_serial(self):
        """Connects to the serial port of the started guest and waits until its program runs."""
        self.serial = socket.socket(socket.AF_UNIX)
        self.serial.connect(f"{self.work}/serial.sock")
        self.wait_ready()

    def wait_ready(self):
        """Asks until the guest answers: a question before its program runs is lost."""
        end = time.monotonic() + DEADLINE_S
        self.serial.settimeout(0.2)
        while True:
            self.serial.sendall(b"?")
            try:
                self.expect(b"?")
                break
            except socket.timeout:
                if time.monotonic() > end:
                    raise
        self.serial.settimeout(DEADLINE_S)

    def viewer_connects(self):
        self.viewer = socket.create_connection(("127.0.0.1", self.vnc_port), timeout=DEADLINE_S)

    def viewer_logs_in(self):
        """RFB 3.8 without authentication, up to the server's description of the screen."""
        assert receive(self.viewer, 12) == b"RFB 003.008\n"
        self.viewer.sendall(b"RFB 003.008\n")
        security_types = receive(self.viewer, receive(self.viewer, 1)[0])
        assert 1 in security_types
        self.viewer.sendall(b"\x01")
        assert receive(self.viewer, 4) == bytes(4)
        self.viewer.sendall(b"\x01")
        receive(self.viewer, 24)

    def viewer_leaves(self):
        self.viewer.close()

    def close(self):
        for sock in (self.serial, self.viewer):
            if sock:
                sock.close()
        self.nbd.kill()
        self.nbd.wait()
