#!/bin/bash
# Installs the Debian package given as argument, uses it and removes it, in a mount name space whose changes to the
# machine are lost at the end. Prints what a user would see; stops at the first command that fails.
set -euo pipefail

if [ "${2:-}" != inside ]; then
    exec unshare --user --map-root-user --mount "$0" "$1" inside
fi
package=$1
work=$(mktemp -d)
mount -t tmpfs none "$work"
for folder in usr etc var; do
    mkdir "$work/$folder" "$work/$folder-work"
    mount -t overlay overlay \
        -o "userxattr,lowerdir=/$folder,upperdir=$work/$folder,workdir=$work/$folder-work" "/$folder"
done
export DEBIAN_FRONTEND=noninteractive

# $1: expected status; the rest is run.
expect() {
    local wanted=$1 status=0
    shift
    "$@" || status=$?
    [ "$status" = "$wanted" ] || { echo "failed: $* ended with $status, not $wanted" >&2; exit 1; }
}
python="import libvirt; conn = libvirt.open('test:///default'); print(libvirt.getVersion(), conn.numOfDomains())"
python() { "$@" /usr/bin/python3 -c "$python"; }

dpkg --install "$package" >/dev/null
echo "== installed, not switched on"
python
expect 1 oxvirt-switch status

echo "== by oxvirt-run"
python oxvirt-run 2>&1
expect 0 oxvirt-run --check /usr/bin/python3 2>&1
expect 0 oxvirt-run --check /usr/bin/virt-xml-validate 2>&1
expect 126 oxvirt-run --check /bin/su 2>&1
expect 126 oxvirt-run --check virsh 2>&1
expect 127 oxvirt-run --check no-such-program 2>&1
expect 2 oxvirt-run 2>&1
expect 2 oxvirt-run --no-such-option true 2>&1
expect 2 oxvirt-run --library-folder /nowhere true 2>&1
expect 3 oxvirt-run --quiet sh -c 'exit 3'
oxvirt-run --help | head -n 2

echo "== building against it"
printf '#include <libvirt/libvirt.h>\n#include <stdio.h>\nint main(void) {
    virConnectPtr conn = virConnectOpen("test:///default");
    printf("%%d %%d\\n", LIBVIR_VERSION_NUMBER, conn ? virConnectNumOfDomains(conn) : -1);
    return virConnectClose(conn); }\n' >"$work/program.c"
export PKG_CONFIG_PATH=/usr/lib/oxvirt/pkgconfig
pkg-config --modversion libvirt libvirt-qemu
# shellcheck disable=SC2046 # a list of words
cc "$work/program.c" -o "$work/program" $(pkg-config --cflags --libs libvirt)
"$work/program"
(cd "$work" && oxvirt-run ./program 2>&1)

echo "== switched on"
oxvirt-switch on
oxvirt-switch status
python
"$work/program"

echo "== switched off"
oxvirt-switch off
expect 1 oxvirt-switch status
python

echo "== removed while switched on"
oxvirt-switch on >/dev/null
dpkg --remove oxvirt >/dev/null
python
find /usr/lib/oxvirt /usr/include/oxvirt /usr/share/oxvirt /etc/ld.so.conf.d/00-oxvirt.conf /usr/bin/oxvirt-* 2>/dev/null || echo "nothing is left"
