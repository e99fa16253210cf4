"""Many threads on one connection, with events. Arguments: the URI."""

import sys
import threading

import libvirt

DEADLINE_S = 60
THREADS, ROUNDS = 8, 150
libvirt.registerErrorHandler(lambda *_: None, None)
libvirt.virEventRegisterDefaultImpl()


def turns():
    while True:
        libvirt.virEventRunDefaultImpl()


threading.Thread(target=turns, daemon=True).start()
conn = libvirt.open(sys.argv[1])
events = []
all_there = threading.Event()


def tell(conn, domain, event, detail, data):
    events.append((domain.name(), event))
    if len(events) == 2 * THREADS * ROUNDS:
        all_there.set()


conn.domainEventRegisterAny(None, libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE, tell, None)
wrong = []


def work(number):
    name = f"guest{number}"
    # Replies of different sizes.
    text = "x" * (number * 5000)
    xml = f"<domain type='test'><name>{name}</name><memory>1024</memory><description>{text}</description><os><type>hvm</type></os></domain>"
    for _ in range(ROUNDS):
        domain = conn.defineXML(xml)
        if text not in domain.XMLDesc() or domain.name() != name:
            wrong.append(name)
        domain.undefine()


threads = [threading.Thread(target=work, args=[number]) for number in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
all_there.wait(DEADLINE_S)
for number in range(THREADS):
    own = [event for name, event in events if name == f"guest{number}"]
    print(number, len(own), own == [0, 1] * ROUNDS)
print(len(events), wrong)
conn.close()
