"""Calls that pass descriptors. Arguments: the URI."""

import os
import sys

import libvirt

libvirt.registerErrorHandler(lambda *_: None, None)
readable, writable = os.pipe()
# Each on a connection of its own: the original ends one that cannot pass descriptors when it is to.
for name, *arguments in [
    ("createWithFiles", [readable], 0),
    ("openGraphics", 0, readable, 0),
    ("openGraphicsFD", 0, 0),
    ("FDAssociate", "x", [readable], 0),
]:
    conn = libvirt.open(sys.argv[1])
    try:
        print(name, getattr(conn.lookupByName("test"), name)(*arguments))
    except libvirt.libvirtError as error:
        print(name, error.get_error_code(), error.get_error_domain(), error.get_error_message())
    conn.close()
