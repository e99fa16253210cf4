#!/usr/bin/env bash
# Everything that `make check` promises. Each step runs, also after one that failed; the last line sums up and the
# exit status follows it. `cargo test` counts every test; any other step counts as one.
set -u
cd "$(dirname "$0")/.." || exit 1
. tools/steps.sh

optional 'format' 'cargo fmt --version' cargo fmt --all --check
optional 'format of fuzz targets' 'cargo fmt --version' cargo fmt --manifest-path fuzz/Cargo.toml --check
step 'libraries' make all
optional 'lints' 'cargo clippy --version' cargo clippy --workspace --all-targets --quiet -- -D warnings
functions=${CARGO_TARGET_DIR:-target}/tmp/functions.md # written by the tests
rm -f "$functions"
tests 'tests' cargo test --no-fail-fast
tests 'tests of the scripted emulator' cargo test --package fakeqemu --no-fail-fast
# In a folder of its own: other flags would build everything anew each time.
tests 'model tests' env RUSTFLAGS='--cfg shuttle' CARGO_TARGET_DIR=target/shuttle cargo test --lib ::model
step 'public functions by driver' cat "$functions"
step 'headers' cargo run --quiet --package oxvirt-headers -- --check
optional 'licences' 'cargo deny --version' cargo deny --workspace check licenses bans sources

sum_up
