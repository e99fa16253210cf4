#!/bin/sh
# Assembles every guest in this folder into OUTDIR/NAME.img.
#
# usage: build.sh OUTDIR
#
# Each image is one boot sector, padded to 1 MiB: smaller disks have no usable
# geometry on some controllers. Needs nasm.
set -eu

if [ $# -ne 1 ]; then
    echo "usage: $0 OUTDIR" >&2
    exit 2
fi

here=$(dirname -- "$0")
mkdir -p -- "$1"
for source in "$here"/*.asm; do
    name=$(basename -- "$source" .asm)
    # Made under another name first: a guest may be running from the old image.
    nasm -f bin -o "$1/$name.tmp" "$source"
    truncate -s 1M -- "$1/$name.tmp"
    mv -- "$1/$name.tmp" "$1/$name.img"
done
