#!/bin/sh
# Measures the original library and ours in turn, in one run, and prints both with ratios and the targets.
#
# usage: run.sh [PROGRAM...]      (default: load evloop events_test calls xml monitor)
#        run.sh monitors       1,000 guests, whose monitors a proxy plays: the original takes minutes
#
#   ORIGINAL   folder of the original libvirt.so.0 (default: Debian's)
#   OURS       folder of ours (default: build)
#   ROUNDS     how often each program runs on each library (default: 3)
set -eu
cd "$(dirname -- "$0")/.."
original=${ORIGINAL:-/usr/lib/x86_64-linux-gnu}
ours=$(cd "${OURS:-build}" && pwd)
rounds=${ROUNDS:-3}
[ $# -gt 0 ] || set -- load evloop events_test calls xml monitor

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work" # programs with guests run as an ordinary user
compile() {
    program=$1
    shift
    "${CC:-cc}" -std=gnu11 -O2 -Wall -Wextra -Wno-cast-function-type -o "$work/$program" "bench/$program.c" "$@"
}
for program in "$@"; do
    libraries="-lvirt -lvirt-qemu"
    [ "$program" = load ] && libraries=-ldl
    compile "$program" -Wl,--as-needed $libraries -pthread
done
compile qemu-proxy
export BENCH_PROXY="$work/qemu-proxy"

round=1
while [ "$round" -le "$rounds" ]; do
    for program in "$@"; do
        echo "round $round of $rounds: $program" >&2
        LD_LIBRARY_PATH=$original "$work/$program" >>"$work/original"
        LD_LIBRARY_PATH=$ours "$work/$program" >>"$work/ours"
    done
    round=$((round + 1))
done
/usr/bin/python3 bench/table.py "$work/original" "$work/ours"
