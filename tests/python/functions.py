#!/usr/bin/python3
"""Prints every function of Debian's python3-libvirt modules, and of the libraries that they call.

The modules' undefined symbols are looked up in the libraries that are loaded. Which library that is goes to stderr.
"""

import ctypes
import inspect
import subprocess
import sys

import libvirt
import libvirt_lxc
import libvirt_qemu
import libvirtmod
import libvirtmod_lxc
import libvirtmod_qemu

for module in libvirt, libvirt_lxc, libvirt_qemu:
    for name, value in sorted(inspect.getmembers(module, callable)):
        print(module.__name__, name)
        if inspect.isclass(value):
            for method, _ in sorted(inspect.getmembers(value, callable)):
                print(module.__name__, name, method)

for module in libvirtmod, libvirtmod_lxc, libvirtmod_qemu:
    for name, value in sorted(inspect.getmembers(module, callable)):
        print(module.__name__, name)
    library = ctypes.CDLL(module.__file__)
    symbols = subprocess.run(
        ["nm", "--dynamic", "--undefined-only", "--with-symbol-versions", module.__file__],
        capture_output=True, check=True, text=True,
    )
    for line in sorted(symbols.stdout.splitlines()):
        symbol, _, version = line.split()[-1].partition("@")
        if version.startswith(("LIBVIRT_", "LIBVIRT_QEMU_", "LIBVIRT_LXC_")):
            getattr(library, symbol)
            print(symbol, version)

with open("/proc/self/maps") as maps:
    print("library:", next(line.split()[-1] for line in maps if "/libvirt.so.0" in line), file=sys.stderr)
