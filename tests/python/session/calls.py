"""A session: calls of Debian's python3-libvirt that stand in files, made one after the other.

A line of a file is a call, perhaps with a variable for its result. It is printed after "> ", then what it returned, or
the error. Other lines are

    # the subject of what follows
    ~ a call whose numbers are masked: they come from the clock or the host
    ? a call whose outcome is not told: what it causes may come before its answer
    ! a text that an event has: waits for one more of those; without a text, for all events that are due
"""

import hashlib
import re

import libvirt

OBJECTS = (
    libvirt.virDomain, libvirt.virDomainSnapshot, libvirt.virDomainCheckpoint, libvirt.virNetwork, libvirt.virNetworkPort,
    libvirt.virInterface, libvirt.virNWFilter, libvirt.virNodeDevice, libvirt.virSecret, libvirt.virStoragePool,
    libvirt.virStorageVol,
)

# More bytes than these are told by their digest.
LONG = 256

# What cannot be the same twice, whatever the call.
CHANCE = [
    (re.compile(r"(<(creationTime|[abcm]time)>)[\d.]+"), r"\1#"),
    (re.compile(r"/dev/pts/\d+"), "/dev/pts/#"),
    # Not told of a job that took no time.
    (re.compile(r"'memory_bps': \d+, "), ""),
    (re.compile(r"('((time_elapsed|downtime)(_net)?|setup_time|(data|memory|disk)_\w+)': )\d+"), r"\1#"),
    (re.compile(r"(event 2: \w+) -?\d+"), r"\1 #"),
    (re.compile(r"(event 20: \w+) \d+"), r"\1 #"),
    (re.compile(r'("id":\s*"libvirt-)\d+'), r"\1#"),
]

# How the outcome of a call is told, by how its line begins.
TELLERS = {
    "~ ": lambda outcome: re.sub(r"\d+(\.\d+)?", "#", outcome),
    "? ": lambda outcome: "one outcome or the other",
}


def name_of(value):
    """What tells an object from others of its kind."""
    for method in "getName", "name", "UUIDString":
        if hasattr(value, method):
            return getattr(value, method)()
    return "?"


def show(value):
    """A value as text: objects by kind and name, XML as it is."""
    if isinstance(value, libvirt.virConnect):
        return "connection"
    if isinstance(value, libvirt.virStream):
        return "stream"
    if isinstance(value, OBJECTS):
        kind = re.sub("^vir(Domain(?=.))?", "", type(value).__name__)
        return f"{kind.lower()} {name_of(value)}"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{show(key)}: {show(value[key])}" for key in sorted(value, key=str)) + "}"
    if isinstance(value, tuple):
        return "(" + ", ".join(map(show, value)) + ")"
    if isinstance(value, list):
        shown = [show(each) for each in value]
        # The original gives objects in the order of a hash table with a random seed.
        first = value[0] if value else None
        if isinstance(first[0] if isinstance(first, tuple) else first, OBJECTS):
            shown.sort()
        return "[" + ", ".join(shown) + "]"
    if isinstance(value, str) and "\n" in value:
        return value.rstrip("\n")
    if isinstance(value, bytes) and len(value) > LONG:
        return f"{len(value)} bytes, {hashlib.sha256(value).hexdigest()}"
    return repr(value)


def show_error(error):
    """All that an error has: the original's binding has no other way to tell one from another."""
    texts = [error.get_str1(), error.get_str2(), error.get_str3()]
    numbers = [error.get_int1(), error.get_int2()]
    known = f"error {error.get_error_code()} from {error.get_error_domain()}, level {error.get_error_level()}"
    return f"{known}: {error.get_error_message()}\n  {texts} {numbers}"


class Session:
    """Makes calls and prints what comes of them."""

    def __init__(self, names, hidden):
        """`names` is what a call can use; `hidden` are texts of this run with what is printed for them."""
        self.names = names
        self.hidden = hidden
        self.calls = 0

    def deliver(self):
        """Called after each call, for the events that it has brought."""

    def wait_for(self, text):
        """Waits until an event with that text has come, or all that are due. Here they have come with the calls."""

    def evaluate(self, text):
        variable, assigned, expression = text.partition(" = ")
        if not assigned or not variable.isidentifier():
            variable, expression = None, text
        try:
            value = eval(expression, self.names)
            if variable:
                self.names[variable] = value
            return show(value)
        except libvirt.libvirtError as error:
            return show_error(error)
        except (LookupError, NameError, TypeError, AttributeError, OverflowError) as error:
            # A variable that an earlier call could not set, or an argument that does not reach the library.
            return f"{type(error).__name__}: {error}"

    def masked(self, text):
        """A text without what is of this run, or chance."""
        for secret, word in self.hidden.items():
            text = text.replace(secret, word)
        for pattern, replacement in CHANCE:
            text = pattern.sub(replacement, text)
        return text

    def call(self, text, tell):
        """Makes a call and prints what `tell` makes of its outcome."""
        outcome = self.masked(self.evaluate(text))
        self.calls += 1
        print("> " + text)
        print(tell(outcome))
        self.deliver()

    def run(self, path):
        """Makes the calls of a file."""
        for line in path.read_text().splitlines():
            if line.startswith("!"):
                self.wait_for(line[1:].strip())
            elif line[:2] in TELLERS:
                self.call(line[2:], TELLERS[line[:2]])
            elif line and not line.startswith("# "):
                self.call(line, str)


def loaded_library():
    with open("/proc/self/maps") as maps:
        return next(line.split()[-1] for line in maps if "/libvirt.so.0" in line)
