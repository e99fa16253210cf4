"""Listens as systemd would, says at which ports, and becomes libvirtd. Arguments: the daemon's folder."""

import os
import socket
import sys

folder = sys.argv[1]


def both_addresses():
    """The same free port of 127.0.0.1 and ::1."""
    while True:
        sockets = []
        try:
            for family, address in [(socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")]:
                listener = socket.socket(family)
                if family == socket.AF_INET6:
                    listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
                listener.bind((address, sockets[0].getsockname()[1] if sockets else 0))
                listener.listen(64)
                sockets.append(listener)
            return sockets
        except OSError as error:
            if not sockets:
                raise
            print(f"once more: {error}", file=sys.stderr)


local = socket.socket(socket.AF_UNIX)
local.bind(f"{folder}/libvirt-sock")
local.listen(64)
tcp, tls = both_addresses(), both_addresses()
names = ["libvirtd"] + ["libvirtd-tcp"] * 2 + ["libvirtd-tls"] * 2
# Out of the way first, so that none overwrites another.
high = [os.dup2(listener.fileno(), 100 + number) for number, listener in enumerate([local, *tcp, *tls])]
ports = f"{tcp[0].getsockname()[1]} {tls[0].getsockname()[1]}"
answer = os.dup2(1, 110)
os.dup2(os.open("/dev/null", os.O_WRONLY), 1)
for number, fd in enumerate(high):
    os.dup2(fd, 3 + number, inheritable=True)
    os.close(fd)
os.environ["LISTEN_PID"] = str(os.getpid())
os.environ["LISTEN_FDS"] = str(len(high))
os.environ["LISTEN_FDNAMES"] = ":".join(f"{name}.socket" for name in names)
os.write(answer, f"{ports}\n".encode())
os.close(answer)
os.execvp("libvirtd", ["libvirtd", "--config", f"{folder}/libvirtd.conf", "--pid-file", f"{folder}/pid"])
