"""Streams: volumes written and read, with and without holes; and file descriptors."""

import os
import socket

import libvirt
from client import call, calls
from domains import GUEST

POOL = (
    "<pool type='dir'><name>p</name><uuid>12345678-0000-0000-0000-000000000001</uuid>"
    "<target><path>/run/x/pool</path></target></pool>"
)
SPARSE = libvirt.VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM


def volume(conn, size):
    pool = call(conn.storagePoolCreateXML, POOL, 0)
    xml = f"<volume><name>v</name>{size}<target><format type='raw'/></target></volume>"
    return pool, call(pool.createXML, xml, 0)


def recording_15(connect):
    conn = connect("qemu:///system")
    pool, vol = volume(conn, "<capacity unit='bytes'>4096</capacity>")
    stream = conn.newStream()
    call(vol.upload, stream, 0, 0, 0)
    calls(stream, ["send", b"hello\n"], ["send", b"A" * 3000], ["finish"])
    stream = conn.newStream()
    call(vol.download, stream, 0, 0, 0)
    while call(stream.recv, 65536):
        pass
    call(stream.finish)
    stream = conn.newStream()
    call(vol.download, stream, 0, 0, 0)
    calls(stream, ["recv", 10], ["abort"])
    stream = conn.newStream()
    call(vol.download, stream, 1000, 8, 0)
    calls(stream, ["recv", 65536], ["recv", 65536], ["finish"])
    call(vol.delete, 0)
    stream = conn.newStream()
    call(vol.download, stream, 0, 0, 0)
    call(pool.destroy)
    del stream
    conn.close()


def recording_16(connect):
    conn = connect("qemu:///system")
    pool, vol = volume(conn, "<capacity unit='bytes'>262144</capacity><allocation>0</allocation>")
    stream = conn.newStream()
    call(vol.upload, stream, 0, 0, SPARSE)
    calls(stream, ["send", b"begin"], ["sendHole", 131067], ["send", b"end"], ["finish"])
    stream = conn.newStream()
    call(vol.download, stream, 0, 0, SPARSE)
    at_hole = libvirt.VIR_STREAM_RECV_STOP_AT_HOLE
    calls(
        stream,
        ["recvFlags", 65536, at_hole],
        ["recvFlags", 65536, at_hole],
        ["recvHole"],
        ["recvFlags", 65536, at_hole],
        ["recvFlags", 65536, at_hole],
        ["finish"],
    )
    call(vol.delete, 0)
    call(pool.destroy)
    del stream
    conn.close()


def recording_17(connect):
    conn = connect("qemu:///system")
    dom = call(conn.createXML, GUEST, 0)
    skip_auth = libvirt.VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH
    # The other end of what the daemon gives says something, and what it gets is the one that we write to.
    fd = dom.openGraphicsFD(0, skip_auth)
    print("openGraphicsFD gives", os.read(fd, 100))
    os.close(fd)
    ours, theirs = socket.socketpair()
    call(dom.openGraphics, 0, theirs.fileno(), skip_auth)
    theirs.close()
    print("openGraphics reaches", ours.recv(100))
    call(dom.destroy)
    conn.close()
