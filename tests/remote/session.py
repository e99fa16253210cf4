"""Calls about the connection, its host and its events; prints each with its outcome. Arguments: the URI."""

import re
import sys
import threading

import libvirt

URI = sys.argv[1]
DEADLINE_S = 60
CPU = "<cpu><arch>x86_64</arch><model>Nehalem</model></cpu>"


def call(name, function, *args, show=str):
    try:
        result = function(*args)
    except libvirt.libvirtError as error:
        known = [error.get_error_code(), error.get_error_domain(), error.get_error_level()]
        texts = [error.get_error_message(), error.get_str1(), error.get_str2(), error.get_str3()]
        print(f"> {name}: {known} {texts} {error.get_int1()} {error.get_int2()}")
        return None
    print(f"> {name} = {show(result)}")
    return result


def names(values):
    return str(sorted(values))


def kind(value):
    return type(value).__name__


def about_the_host(conn):
    for name in "getType getVersion getLibVersion getHostname getURI isAlive isEncrypted isSecure".split():
        call(name, getattr(conn, name))
    for name in "getSecurityModel getCPUMap".split():
        call(name, getattr(conn, name))
    call("getInfo", conn.getInfo, show=lambda info: str(info[:1] + info[2:3] + info[4:]))
    # A daemon without the host's tables makes a UUID up.
    call("getCapabilities", conn.getCapabilities, show=lambda xml: re.sub("<uuid>.*</uuid>", "<uuid/>", xml))
    for kind_of_guest in [None, "test", "qemu", "nosuch"]:
        call(f"getMaxVcpus {kind_of_guest}", conn.getMaxVcpus, kind_of_guest)
    for flags in [0, 7]:
        call(f"getSysinfo {flags}", conn.getSysinfo, flags)
    for arch in ["x86_64", "nosuch"]:
        call(f"getCPUModelNames {arch}", conn.getCPUModelNames, arch, 0)
    for cpu in [CPU, "<cpu"]:
        call(f"baselineCPU {cpu}", conn.baselineCPU, [cpu], 0)
        call(f"compareCPU {cpu}", conn.compareCPU, cpu, 0)
        call("baselineHypervisorCPU", conn.baselineHypervisorCPU, None, None, None, None, [cpu], 0)
        call("compareHypervisorCPU", conn.compareHypervisorCPU, None, None, None, None, cpu, 0)
    call("setIdentity", conn.setIdentity, {"user-name": "somebody"}, 0)
    for cell in [0, 5]:
        call(f"getCellsFreeMemory {cell}", conn.getCellsFreeMemory, cell, 2, show=kind)
    for cpu in [-1, 0, 999]:
        call(f"getCPUStats {cpu}", conn.getCPUStats, cpu, show=names)
    for cell in [-1, 99]:
        call(f"getMemoryStats {cell}", conn.getMemoryStats, cell, show=names)
    call("getMemoryParameters", conn.getMemoryParameters, show=names)
    call("setMemoryParameters", conn.setMemoryParameters, {"shm_pages_to_scan": 100})
    for size in [4, 3]:
        call(f"getFreePages {size}", conn.getFreePages, [size], 0, 1, show=kind)
    call("allocPages", conn.allocPages, {3: 1}, 0, 1, 0)
    call("getSEVInfo", conn.getSEVInfo)
    call("suspendForDuration", conn.suspendForDuration, 99, 1, 0)
    for interval in [5, 0, -1]:
        call(f"setKeepAlive {interval}", conn.setKeepAlive, interval, 3)


def about_closing(conn):
    def closed(*_args):
        print("closed")

    for _ in range(2):
        call("registerCloseCallback", conn.registerCloseCallback, closed, None)
        call("unregisterCloseCallback", conn.unregisterCloseCallback)


class Heard:
    """Events, in their order."""

    def __init__(self):
        self.events = []
        self.news = threading.Condition()

    def hear(self, _conn, thing, event, detail, name):
        with self.news:
            self.events.append((name, thing.name(), event, detail))
            self.news.notify_all()

    def show(self, count):
        with self.news:
            if not self.news.wait_for(lambda: len(self.events) >= count, DEADLINE_S):
                print("too few events")
            for event in self.events:
                print(event)
            self.events.clear()


def about_events(conn):
    heard = Heard()
    dom = conn.lookupByName("test")
    everything = call("of all domains", conn.domainEventRegisterAny, None, 0, heard.hear, "all")
    one = call("of one", conn.domainEventRegisterAny, dom, 0, heard.hear, "one")
    call("again", conn.domainEventRegisterAny, dom, 0, heard.hear, "again")
    net = call("networks", conn.networkEventRegisterAny, None, 0, heard.hear, "net")
    pool = call("pools", conn.storagePoolEventRegisterAny, None, 0, heard.hear, "pool")
    dev = call("devices", conn.nodeDeviceEventRegisterAny, None, 0, heard.hear, "dev")
    call("secrets", conn.secretEventRegisterAny, None, 0, heard.hear, "secret")
    call("suspend", dom.suspend)
    call("resume", dom.resume)
    heard.show(4)
    network = conn.networkLookupByName("default")
    call("network destroy", network.destroy)
    call("network create", network.create)
    storage = conn.storagePoolLookupByName("default-pool")
    call("pool destroy", storage.destroy)
    call("pool create", storage.create, 0)
    heard.show(4)
    call("no more of all", conn.domainEventDeregisterAny, everything)
    call("suspend", dom.suspend)
    call("resume", dom.resume)
    heard.show(2)
    call("no more of one", conn.domainEventDeregisterAny, one)
    call("suspend", dom.suspend)
    call("resume", dom.resume)
    call("network destroy", network.destroy)
    heard.show(1)
    call("no networks", conn.networkEventDeregisterAny, net)
    call("no pools", conn.storagePoolEventDeregisterAny, pool)
    call("no devices", conn.nodeDeviceEventDeregisterAny, dev)


def main():
    libvirt.registerErrorHandler(lambda _context, _error: None, None)
    libvirt.virEventRegisterDefaultImpl()

    def run():
        while True:
            libvirt.virEventRunDefaultImpl()

    conn = libvirt.open(URI)
    threading.Thread(target=run, daemon=True).start()
    about_the_host(conn)
    about_closing(conn)
    if URI.startswith("test"):
        about_events(conn)
    call("lookupByName", conn.lookupByName, "nosuch")
    reader = libvirt.openReadOnly(URI)
    call("read-only", reader.defineXML, "<domain/>")
    call("read-only URI", reader.getURI)


main()
