"""Lets Debian's libvirt 9.0 probe an emulator and run a guest on it, and prints what it says.

usage: original.py EMULATOR FOLDER
The driver runs in this process (qemu:///embed); as root, in a process of nobody's, because root's takes a user that the
distribution's daemon package brings.
"""

import os
import pwd
import sys
import threading

EMULATOR, FOLDER = sys.argv[1:]

if os.geteuid() == 0:
    nobody = pwd.getpwnam("nobody")
    for path in [FOLDER, *(os.path.join(FOLDER, name) for name in os.listdir(FOLDER))]:
        os.chown(path, nobody.pw_uid, nobody.pw_gid)
    os.setgroups([])
    os.setgid(nobody.pw_gid)
    os.setuid(nobody.pw_uid)
for variable in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"):
    os.environ[variable] = FOLDER

import libvirt  # noqa: E402  it reads the variables above

XML = f"""
<domain type='qemu'>
  <name>fake</name>
  <memory>32768</memory>
  <vcpu current='1'>2</vcpu>
  <os><type>hvm</type></os>
  <devices>
    <emulator>{EMULATOR}</emulator>
    <disk type='file' device='disk'><source file='{FOLDER}/disk.img'/><target dev='hda'/></disk>
    <disk type='file' device='cdrom'><target dev='hdc'/></disk>
    <serial type='pty'/>
  </devices>
</domain>
"""

ended = threading.Event()


def lifecycle(_conn, dom, event, detail, _opaque):
    print("event", dom.name(), event, detail, flush=True)
    if event == libvirt.VIR_DOMAIN_EVENT_STOPPED:
        ended.set()


def loop():
    while True:
        libvirt.virEventRunDefaultImpl()


def main():
    libvirt.registerErrorHandler(lambda _opaque, _error: None, None)
    libvirt.virEventRegisterDefaultImpl()
    os.makedirs(f"{FOLDER}/root/etc")
    with open(f"{FOLDER}/root/etc/qemu.conf", "w", encoding="ascii") as settings:
        settings.write('stdio_handler = "file"\nsecurity_driver = "none"\nnamespaces = []\ncgroup_controllers = []\n')
    conn = libvirt.open(f"qemu:///embed?root={FOLDER}/root")
    threading.Thread(target=loop, daemon=True).start()
    with open(f"{FOLDER}/capabilities", "w", encoding="ascii") as file:
        file.write(conn.getDomainCapabilities(EMULATOR, None, None, "qemu").replace(EMULATOR, "EMULATOR"))
    conn.domainEventRegisterAny(None, libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE, lifecycle, None)
    dom = conn.defineXML(XML)
    dom.create()
    print("started", dom.state())
    dom.suspend()
    print("suspended", dom.state())
    dom.resume()
    print("resumed", dom.state())
    print("serial is a terminal", "<source path='/dev/pts/" in dom.XMLDesc())
    dom.destroy()
    print("destroyed", ended.wait(20), dom.state()[0])


main()
