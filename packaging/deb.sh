#!/bin/bash
# Makes the Debian package build/oxvirt_VERSION_amd64.deb of what is built in build/ (`make deb` calls this). The
# libraries lie in a folder of their own, beside the distribution's; oxvirt-run and oxvirt-switch bring them in.
# The arguments are the names of the libraries, as for install.sh.
set -euo pipefail
cd "$(dirname "$0")/.."

version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
architecture=$(dpkg --print-architecture)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tree=$work/tree
chmod 755 "$work"

export PREFIX=/usr LIBDIR=/usr/lib/oxvirt INCLUDEDIR=/usr/include/oxvirt BINDIR=/usr/bin
export DATADIR=/usr/share/oxvirt DESTDIR=$tree
packaging/install.sh "$@"
strip --strip-unneeded "$tree$LIBDIR"/*.so.0

doc=$tree/usr/share/doc/oxvirt
install -d "$doc" "$tree/DEBIAN"
install -m 644 README.md "$doc"
install -m 644 packaging/debian/copyright "$doc"
gzip -9 -n <CHANGELOG.md >"$doc/changelog.gz"
chmod 644 "$doc/changelog.gz"
install -m 755 packaging/debian/prerm "$tree/DEBIAN"
size=$(du -k -s --exclude=DEBIAN "$tree" | cut -f 1)
sed -e "s|@VERSION@|$version|; s|@ARCHITECTURE@|$architecture|; s|@SIZE@|$size|" packaging/debian/control \
    >"$tree/DEBIAN/control"
(cd "$tree" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum >DEBIAN/md5sums)

dpkg-deb --root-owner-group --build "$tree" "build/oxvirt_${version}_$architecture.deb"
