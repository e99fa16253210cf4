"""Opens the URIs of its input, one a line, and prints how that went. Before a URI can stand `ro` and a space."""

import sys

import libvirt

libvirt.registerErrorHandler(lambda *_: None, None)


def outcome(uri):
    function = libvirt.openReadOnly if uri.startswith("ro ") else libvirt.open
    try:
        conn = function(uri.removeprefix("ro "))
    except libvirt.libvirtError as error:
        numbers = [error.get_error_code(), error.get_error_domain(), error.get_error_level()]
        return f"{numbers} {error.get_error_message()!r} {error.get_int1()} {error.get_int2()}"
    names = [domain.name() for domain in conn.listAllDomains()]
    way = [conn.isEncrypted(), conn.isSecure()]
    told = f"{conn.getURI()} {conn.getHostname()} {conn.getType()} {way} {names}"
    conn.close()
    return told


for line in sys.stdin:
    print(f"{line.strip()}: {outcome(line.strip())}")
