#!/usr/bin/env bash
# Runs one fuzz target, with the address sanitizer. It begins with the corpus that is kept (fuzz/corpus) and with what
# earlier runs have found (target/fuzz), and adds to the latter. Fails on a crash, and on an input that takes ten
# seconds; the input is then in fuzz/artifacts. Prints the inputs tried and the places in the code that they reached.
#
#   tools/fuzz.sh TARGET       a name in fuzz/fuzz_targets
#   tools/fuzz.sh --build      only builds them all
#
#   OXVIRT_NIGHTLY             toolchain to use (default: nightly)
#   OXVIRT_FUZZ_SECONDS        how long (default: 600)
set -u
cd "$(dirname "$0")/.." || exit 1

toolchain=${OXVIRT_NIGHTLY:-nightly}
target=${1:?the name of a target}
version=0.13.2 # of cargo-fuzz

if [ "$(cargo fuzz --version 2>/dev/null)" != "cargo-fuzz $version" ] &&
  ! cargo install --quiet --locked "cargo-fuzz@$version"; then
  echo "to be installed: cargo install --locked cargo-fuzz@$version"
  exit 1
fi
[ "$target" != --build ] || exec cargo "+$toolchain" fuzz build

work=target/fuzz/$target options=()
dictionary=fuzz/${target##*_}.dict # for all targets with this last word in their names
[ ! -e "$dictionary" ] || options+=("-dict=$dictionary")
mkdir -p "$work" "fuzz/artifacts/$target" || exit 1
cargo "+$toolchain" fuzz run "$target" "$work" "fuzz/corpus/$target" -- "${options[@]}" \
  -timeout=10 -rss_limit_mb=4096 -max_total_time="${OXVIRT_FUZZ_SECONDS:-600}" -print_final_stats=1 >"$work.log" 2>&1
status=$?
[ "$status" -eq 0 ] || tail -n 60 "$work.log"
awk -v target="$target" '
  match($0, /cov: [0-9]+/) { places = substr($0, RSTART + 5, RLENGTH - 5) }
  /number_of_executed_units/ { inputs = $2 }
  END { printf "%s: %d inputs tried, %d places reached\n", target, inputs, places }' "$work.log"
exit "$status"
