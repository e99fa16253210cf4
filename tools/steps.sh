# For check.sh and check-long.sh: runs steps, also after one that failed, and counts what passed and failed.
# shellcheck shell=bash

passed=0 failed=0
log=$(mktemp) || exit 1
trap 'rm -f "$log"' EXIT

note() { printf '\n== %s\n' "$*"; }

# step TITLE COMMAND...: one check; passes if the command does.
step() {
  local title=$1 start=$SECONDS
  shift
  note "$title"
  if "$@" </dev/null; then
    passed=$((passed + 1))
    note "$title: passed, $((SECONDS - start)) s"
  else
    failed=$((failed + 1))
    note "$title: FAILED, $((SECONDS - start)) s"
  fi
}

# tests TITLE COMMAND...: a run of `cargo test`; every test counts. A run that fails without a failed test
# (it did not build, or a test program died) counts as one failure. Of each test program the last summary counts:
# tests that run in processes of their own print some before.
tests() {
  local title=$1 start=$SECONDS status p f
  shift
  note "$title"
  "$@" </dev/null 2>&1 | tee "$log"
  status=${PIPESTATUS[0]}
  read -r p f < <(awk '
    /^ +Running |^ +Doc-tests / { passed += p; failed += f; p = f = 0 }
    /^test result: / { p = $4; f = $6 }
    END { print passed + p, failed + f }' "$log")
  [ "$status" -ne 0 ] && [ "$f" -eq 0 ] && f=1
  passed=$((passed + p)) failed=$((failed + f))
  note "$title: $p passed, $f failed, $((SECONDS - start)) s"
}

# optional TITLE PROBE COMMAND...: a step whose tool may be missing; then it says so and counts as nothing.
optional() {
  local title=$1 probe=$2
  shift 2
  if $probe >/dev/null 2>&1; then
    step "$title" "$@"
  else
    note "$title: skipped, \`$probe\` does not work here"
  fi
}

# sum_up: the last line and the exit status.
sum_up() {
  printf '\n%d passed, %d failed\n' "$passed" "$failed"
  [ "$failed" -eq 0 ]
}
