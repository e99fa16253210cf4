#!/bin/bash
# Installs what is built in build/ (`make install` calls this). Takes PREFIX, LIBDIR, INCLUDEDIR, BINDIR, DATADIR and
# DESTDIR from the environment, and the names of the libraries, without ".so.0", as arguments.
set -euo pipefail
cd "$(dirname "$0")/.."

root=${DESTDIR:-}

# Writes template $1 to $2, with the places filled in; $3 and on are more replacements for sed.
fill() {
    local template=$1 target=$2
    shift 2
    sed -e "s|@PREFIX@|$PREFIX|; s|@LIBDIR@|$LIBDIR|; s|@INCLUDEDIR@|$INCLUDEDIR|; s|@DATADIR@|$DATADIR|" \
        "$@" "$template" >"$target"
}

api=$DATADIR/libvirt/api
install -d "$root$LIBDIR/pkgconfig" "$root$INCLUDEDIR/libvirt" "$root$BINDIR" "$root$api"
for library in "$@"; do
    install -m 755 "build/$library.so.0" "$root$LIBDIR"
    ln -sf "$library.so.0" "$root$LIBDIR/$library.so"
    requires=libvirt described=$library apis=
    case $library in
        libvirt)
            description="libvirt's library, by oxvirt" requires=
            # Those of companions that were once part of it, for old generators.
            described="libvirt libvirt-qemu libvirt-lxc"
            ;;
        libvirt-admin) description="libvirt's library for administering daemons, by oxvirt" requires= ;;
        *) description="libvirt's library for ${library#libvirt-}, by oxvirt" ;;
    esac
    for name in $described; do
        apis+="${name//-/_}_api=$api/$name-api.xml\\n"
    done
    fill packaging/pkgconfig.in "$root$LIBDIR/pkgconfig/$library.pc" \
        -e "s|@NAME@|$library|; s|@LIBRARY@|${library#lib}|; s|@REQUIRES@|$requires|" \
        -e "s|@DESCRIPTION@|$description|; s|@APIS@|$apis|"
done
install -m 644 include/libvirt/*.h "$root$INCLUDEDIR/libvirt"
install -m 644 include/api/*.xml "$root$api"
for program in oxvirt-run oxvirt-switch; do
    fill "packaging/$program" "$root$BINDIR/$program"
    chmod 755 "$root$BINDIR/$program"
done
