#!/bin/sh
# Measures the original library and ours in turn, in one run, and prints both with ratios and the targets.
#
# usage: run.sh [PROGRAM...]      (default: load evloop events_test calls xml monitor)
#        run.sh rpc            a client of a libvirtd (Debian's libvirt-daemon), which runs on the original's library
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
daemon=
trap 'stop_daemon; rm -rf "$work"' EXIT
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

# A user's own libvirtd, because the system's would touch the machine's guests; leaves its socket's path in $socket.
start_daemon() {
    home=$(mktemp -d "$work/daemon.XXXXXX")
    chmod 755 "$home" # its socket is for the client, whoever that is
    set -- env HOME="$home" XDG_RUNTIME_DIR="$home" XDG_CONFIG_HOME="$home" XDG_CACHE_HOME="$home" libvirtd
    if [ "$(id -u)" -eq 0 ]; then
        chown nobody "$home"
        set -- setpriv --reuid nobody --regid nogroup --clear-groups "$@"
    fi
    "$@" >"$home/log" 2>&1 &
    daemon=$!
    socket=$home/libvirt/libvirt-sock
    left=200
    while ! [ -S "$socket" ]; do
        kill -0 "$daemon" && [ "$left" -gt 0 ] || { cat "$home/log" >&2; exit 1; }
        left=$((left - 1))
        sleep 0.1
    done
}
stop_daemon() {
    [ -z "$daemon" ] || kill "$daemon" || :
    daemon=
}

# measure PROGRAM: one line for each result. Each client has a daemon without a past.
measure() {
    if [ "$1" = rpc ]; then
        start_daemon
        LD_LIBRARY_PATH=$library "$work/rpc" "$socket"
        stop_daemon
    else
        LD_LIBRARY_PATH=$library "$work/$1"
    fi
}

round=1
while [ "$round" -le "$rounds" ]; do
    for program in "$@"; do
        echo "round $round of $rounds: $program" >&2
        library=$original
        measure "$program" >>"$work/original"
        library=$ours
        measure "$program" >>"$work/ours"
    done
    round=$((round + 1))
done
/usr/bin/python3 bench/table.py "$work/original" "$work/ours"
