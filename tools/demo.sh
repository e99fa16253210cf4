#!/bin/sh
# Builds the guests and the examples, and runs examples/event-test: what `make
# demo` does once the libraries are built.
#
# usage: demo.sh LIBDIR BUILDDIR
#
#   LIBDIR    folder with our libvirt.so.0; empty for the system's library
#   BUILDDIR  gets guests/ and examples/
#
# CC and QEMU may name another compiler and another qemu-system-x86_64. The exit
# status is that of event-test. A machine without QEMU gets the simulated test
# driver; a QEMU that is there and does not work is a failure.
set -eu

if [ $# -ne 2 ] || [ -z "$2" ]; then
    echo "usage: $0 LIBDIR BUILDDIR" >&2
    exit 2
fi
libdir=$1
builddir=$2
here=$(dirname -- "$0")/..
examples=$builddir/examples

# The examples are compiled against the headers of the system's libvirt.
compile() { # NAME FILE.c...
    name=$1
    shift
    (
        cd "$here/examples"
        # shellcheck disable=SC2086 # CFLAGS is a list of words
        "${CC:-cc}" -std=gnu11 -Wall -Wextra -Wno-cast-function-type ${CFLAGS:--O2 -g} \
            -o "$examples/$name" "$@" ${libdir:+"-L$libdir"} -lvirt -pthread
    )
}

absolute() { (cd -- "$1" && pwd); }

mkdir -p -- "$builddir/guests" "$examples"
builddir=$(absolute "$builddir")
examples=$builddir/examples
if [ -n "$libdir" ]; then
    libdir=$(absolute "$libdir")
    if ! [ -e "$libdir/libvirt.so.0" ]; then
        echo "$0: no libvirt.so.0 in $libdir" >&2
        exit 2
    fi
fi

compile hello hello.c
compile watch watch.c names.c
compile event-test event-test.c steps.c events.c names.c guest.c rfb.c nbd.c sandbox.c wait.c

qemu=${QEMU:-$(command -v qemu-system-x86_64 || true)}
if [ -z "$qemu" ]; then
    echo "no qemu-system-x86_64 on this machine (tools/setup-debian.sh installs it):"
    echo "running on the simulated test driver instead"
    set -- --uri test:///default
else
    "$here/guests/build.sh" "$builddir/guests"
    set -- --guests "$builddir/guests" --emulator "$qemu"
    # Started by root, libvirt's own library fails without the user that Debian's
    # libvirt-daemon-system makes; any other user will do.
    if [ -z "$libdir" ] && [ "$(id -u)" -eq 0 ] && ! id libvirt-qemu >/dev/null 2>&1; then
        set -- "$@" --user nobody
    fi
fi

if [ -n "$libdir" ]; then
    LD_LIBRARY_PATH=$libdir${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
    export LD_LIBRARY_PATH
fi
exec "$examples/event-test" "$@"
