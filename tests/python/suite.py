"""Runs the tests in a folder, as those of libvirt-python, and prints how each ends, one per line.

Each has a process of its own: connections that a failed one leaves open would show the others its domains.
"""

import os
import sys
import unittest

import libvirt


def flattened(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from flattened(test)
        else:
            yield test


def outcome(test):
    result = unittest.TestResult()
    test.run(result)
    for _, reason in result.skipped:
        return "skipped: " + reason
    for _, traceback in result.errors + result.failures:
        return traceback.strip().splitlines()[-1]
    return "ok"


with open("/proc/self/maps") as maps:
    (library,) = {line.split()[-1] for line in maps if "/libvirt.so.0" in line}
print("module:", libvirt.__file__, file=sys.stderr)
print("library:", library, file=sys.stderr)
for test in flattened(unittest.defaultTestLoader.discover(sys.argv[1])):
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        print(test.id(), outcome(test), flush=True)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if status != 0:
        print(test.id(), "died with status", status)
