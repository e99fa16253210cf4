#!/usr/bin/env bash
# Everything that `make check-long` promises: the tests of check.sh with long loops, then what takes a nightly
# compiler (sanitizers, fuzzers, Miri). The last line sums up and the exit status follows it.
#
#   OXVIRT_NIGHTLY             toolchain to use (default: nightly); has to be the pinned version
#   OXVIRT_STRESS_OPERATIONS   random operations under the thread sanitizer (default: 10 million)
#   OXVIRT_STRESS_SEED         which ones (default: 1)
#   OXVIRT_MODEL_ROUNDS        interleavings of each model test (default: 20000)
#   OXVIRT_FUZZ_SECONDS        how long each fuzz target runs (default: 600); two run at a time
set -u
cd "$(dirname "$0")/.." || exit 1
. tools/steps.sh

toolchain=${OXVIRT_NIGHTLY:-nightly}
pinned='rustc 1.97.0-nightly (e50aa6fba 2026-05-19)'
target=x86_64-unknown-linux-gnu
operations=${OXVIRT_STRESS_OPERATIONS:-10000000}

# The runtime of a sanitizer, which a C program brings for the library.
runtime() { echo "$(rustc "+$toolchain" --print sysroot)/lib/rustlib/$target/lib/librustc-nightly_rt.$1.a"; }

nightly_is_pinned() {
  local found
  found=$(rustc "+$toolchain" --version) || return
  echo "$found"
  [ "$found" = "$pinned" ] || { echo "pinned is $pinned"; return 1; }
  rustup component add --toolchain "$toolchain" rust-src miri
}

# sanitized NAME TARGET-DIR COMMAND...: cargo with a sanitizer in everything, the standard library too. Optimized,
# because a sanitizer makes slow.
sanitized() {
  local name=$1
  shift
  RUSTFLAGS=-Zsanitizer=$name CARGO_TARGET_DIR=target/$name CARGO_PROFILE_DEV_OPT_LEVEL=2 \
    cargo "+$toolchain" "$1" -Zbuild-std --target "$target" "${@:2}"
}

# The C programs of c-tests on a library with the address sanitizer. What they leave behind is valgrind's part: the
# programs themselves keep some objects to their end.
c_programs_under_address_sanitizer() {
  local work=target/address/c-tests library=target/address/$target/debug source program status=0
  mkdir -p "$work" || return
  sanitized address build --lib || return
  ln -sf "$PWD/$library/libvirt.so" "$work/libvirt.so.0"
  for source in c-tests/*.c; do
    program=$work/$(basename "$source" .c)
    # The companions only hand calls on, so that they need no sanitizer.
    cc -g -Wall -o "$program" "$source" -L"$work" -l:libvirt.so.0 -Lbuild -Wl,--as-needed -l:libvirt-admin.so.0 \
      -l:libvirt-lxc.so.0 -l:libvirt-qemu.so.0 -Wl,--no-as-needed -Wl,--whole-archive "$(runtime asan)" \
      -Wl,--no-whole-archive -Wl,-export-dynamic -pthread -ldl -lm -lrt -lstdc++ || return
    if LD_LIBRARY_PATH=$work:build ASAN_OPTIONS=detect_leaks=0 "$program" >"$program.out" 2>"$program.err"; then
      echo "$source: clean"
    else
      echo "$source: FAILED"
      tail -n 40 "$program.err"
      status=1
    fi
  done
  return "$status"
}

# Every fuzz target, two at a time.
fuzz() {
  tools/fuzz.sh --build || return
  basename -s .rs -a fuzz/fuzz_targets/*.rs | xargs -n 1 -P 2 tools/fuzz.sh
}

# Miri's flags: clocks and files are the host's.
# Left out: what waits with epoll, of which Miri has only the edge-triggered kind (the poller, the default loop, and
# what registers the default loop); strtod in a locale of its own, which Miri does not have. tests/event_classes
# brings a loop that Miri can run, and with it handles, registrations, delivery and typed parameters.
miri() {
  MIRIFLAGS=-Zmiri-disable-isolation PROPTEST_CASES=4 CARGO_TARGET_DIR=target/miri \
    cargo "+$toolchain" miri test "$@"
}

stress() {
  OXVIRT_STRESS_OPERATIONS=$operations sanitized "$1" test --test event_stress -- --nocapture
}

export OXVIRT_TEST_ROUNDS=10 PROPTEST_CASES=2560 OXVIRT_MODEL_ROUNDS=${OXVIRT_MODEL_ROUNDS:-20000}
. tools/check.sh

step 'the pinned nightly compiler' nightly_is_pinned
tests "thread sanitizer: $operations random operations" stress thread
tests 'thread sanitizer: monitors' sanitized thread test --test monitor_stress
tests 'thread sanitizer: a connection to a daemon' sanitized thread test --test remote_stress
# Looking for leaks does not go together with strace.
tests 'address sanitizer: monitors' sanitized address test --test monitor_stress -- --skip strace
tests 'address sanitizer: a connection to a daemon' sanitized address test --test remote_stress
tests 'address sanitizer: events of every class' sanitized address test --test event_classes
operations=$((operations / 10))
tests "address sanitizer: $operations random operations" stress address
step 'address sanitizer: C programs' c_programs_under_address_sanitizer
step 'address sanitizer: fuzz targets' fuzz
tests 'Miri: handles, registrations, delivery' miri --test event_classes
tests 'Miri: unit tests' miri --lib -- event:: capi:: typed_param ident handle \
  --skip poller --skip default_loop --skip source --skip doubles_are_those_of_strtod
# Not random values of a thousand types, nor megabytes, which take hours.
tests 'Miri: the remote protocol' miri --lib -- rpc:: --skip any_bytes --skip every_type_goes --skip cut_off \
  --skip any_pieces --skip with_enough

sum_up
