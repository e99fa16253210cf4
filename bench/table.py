"""table.py ORIGINAL OURS: medians of both files of results side by side, and the targets, met or missed."""

import statistics
import sys


def read(path):
    """Name and unit of each result to the median over the rounds."""
    values = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            name, value, unit = line.rstrip("\n").split("\t")
            values.setdefault((name, unit), []).append(float(value))
    return {key: statistics.median(found) for key, found in values.items()}


def gain(unit, original, ours):
    """How many times better ours is."""
    better, worse = (ours, original) if unit.endswith("/s") else (original, ours)
    return better / worse if worse else float("inf")


def targets(original, ours):
    """Text, and whether it is so, for each target whose results are there."""

    def named(name):
        return next((key for key in ours if key[0] == name), None)

    objects, dlopen = named("load: shared objects"), named("load: dlopen")
    if objects:
        yield f"load: at most 5 shared objects: {ours[objects]:.0f}", ours[objects] <= 5
        times = gain(dlopen[1], original[dlopen], ours[dlopen])
        yield f"load: dlopen 5 times faster: {times:.1f} times", times >= 5

    few, many = (named(f"evloop: iteration, 1 ready fd of {n}") for n in (10, 10000))
    if few:
        times, before = ours[many] / ours[few], original[many] / original[few]
        yield (
            f"evloop: an iteration with 10,000 fds within twice that with 10: {times:.2f} times "
            f"(the original {before:.0f})", times <= 2)

    calls = [(f"calls: {name}", 3) for name in ("look up by name", "look up by UUID", "info", "state")]
    calls.append(("calls: list 1,000 domains", 5))
    for name, least in calls:
        if key := named(name):
            times = gain(key[1], original[key], ours[key])
            yield f"{name}, {least} times as often: {times:.1f} times", times >= least
    if key := named("calls: resident memory after opening"):
        part = ours[key] / original[key]
        yield f"{key[0]}, a third at most: {part:.2f}", part <= 1 / 3

    for name, least in ("xml: define a domain with 20 devices", 5), ("xml: describe it", 3):
        if key := named(name):
            times = gain(key[1], original[key], ours[key])
            yield f"{name}, {least} times as often: {times:.1f} times", times >= least

    rates = [key for key in ours if key[0].startswith("events_test: callbacks delivered")]
    if rates:
        slowest = min(rates, key=lambda key: gain(key[1], original[key], ours[key]))
        times = gain(slowest[1], original[slowest], ours[slowest])
        pattern = slowest[0].split(", ", 1)[1]
        yield f"events_test: every pattern 3 times the original's rate: {times:.1f} times ({pattern})", times >= 3
        cost = "events_test: cost of an event, "
        one, each = named(f"{cost}1 registered"), named(f"{cost}1000 registered for a domain each, 1 matches")
        times = ours[each] / ours[one]
        yield f"events_test: 1,000 registrations of which 1 matches cost twice 1 at most: {times:.2f} times", times <= 2

    status = "monitor: query-status, "
    if key := named(f"{status}p50, library"):
        times, before = (side[key] / side[named(f"{status}p50, socket")] for side in (ours, original))
        yield f"{key[0]}, at most 1.4 times the socket's: {times:.2f} times (the original {before:.2f})", times <= 1.4
    for name, most in (f"{status}CPU of the client", 5), ("monitor: query-qmp-schema, CPU of the client", 10):
        if key := named(f"{name}, library"):
            times = gain(key[1], original[key], ours[key])
            yield f"{name}, a {most}th at most: 1/{times:.1f}", times >= most
    for what, least in ("an unknown event", 4), ("RTC_CHANGE to a callback", 5), ("GRAPHICS to a callback", 5):
        if key := named(f"monitor: flood, {what}"):
            times = gain(key[1], original[key], ours[key])
            yield f"{key[0]}, {least} times as often: {times:.1f} times", times >= least

    for call in "version", "info", "look up by name", "look up in vain", "describe a domain":
        for what in "p50", "CPU of the client":
            if key := named(f"rpc: {call}, {what}"):
                part = ours[key] / original[key]
                bare = named(f"rpc: {call}, nothing but a socket, {what}")
                least = f" (a bare socket {ours[bare] / original[key]:.2f})" if bare else ""
                yield f"{key[0]}, two thirds at most: {part:.2f}{least}", part <= 2 / 3
    if key := named("rpc: 16 threads on one connection"):
        times = gain(key[1], original[key], ours[key])
        part = ours[key] / ours[named("rpc: 16 calls at a time, nothing but a socket")]
        yield (
            f"{key[0]}, twice as often, or nine tenths of what the daemon takes: {times:.1f} times, {part:.2f}",
            times >= 2 or part >= 0.9)
    for name, most in ("rpc: open and close, p50", 2), ("rpc: list 1,000 domains, CPU of the client", 3):
        if key := named(name):
            times = gain(key[1], original[key], ours[key])
            yield f"{name}, 1/{most} at most: 1/{times:.1f}", times >= most

    counts = [value for key, value in ours.items() if key[0].startswith("monitors: threads with ")]
    if counts:
        yield f"monitors: no more threads with many than with one: {max(counts):.0f}", max(counts) == counts[0]
        memory = ours[named("monitors: memory of each running guest")]
        yield f"monitors: at most 32 KiB each: {memory:.1f}", memory <= 32
        one, each = (value for key, value in ours.items() if key[0].startswith("monitors: CPU of an event, "))
        yield f"monitors: an event costs the same beside many others: {each / one:.2f} times", each / one <= 1.2


def main():
    original, ours = read(sys.argv[1]), read(sys.argv[2])
    width = max(len(name) for name, _ in original)
    print(f"{'':{width}}  {'original':>12}  {'ours':>12}  {'better by':>10}")
    for key in original:
        name, unit = key
        times = f"{gain(unit, original[key], ours[key]):.2f}"
        print(f"{name:{width}}  {original[key]:>12.5g}  {ours[key]:>12.5g}  {times:>10}  {unit}")
    print()
    for text, met in targets(original, ours):
        print(f"{'met   ' if met else 'MISSED'}  {text}")


main()
