#!/bin/sh
# Measures the original library and ours in turn, in one run, and prints both with ratios and the targets.
#
# usage: run.sh [PROGRAM...]      (default: load evloop events_test calls xml)
#
#   ORIGINAL   folder of the original libvirt.so.0 (default: Debian's)
#   OURS       folder of ours (default: build)
#   ROUNDS     how often each program runs on each library (default: 3)
set -eu
cd "$(dirname -- "$0")/.."
original=${ORIGINAL:-/usr/lib/x86_64-linux-gnu}
ours=$(cd "${OURS:-build}" && pwd)
rounds=${ROUNDS:-3}
[ $# -gt 0 ] || set -- load evloop events_test calls xml

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for program in "$@"; do
    libraries=-lvirt
    [ "$program" = load ] && libraries=-ldl
    "${CC:-cc}" -std=gnu11 -O2 -Wall -Wextra -Wno-cast-function-type -o "$work/$program" \
        "bench/$program.c" $libraries -pthread
done

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
