"""Much data. Arguments: a URI of the test driver, one of the QEMU driver's storage, a folder of the daemon's."""

import random
import sys

import libvirt

SIZE = 8 << 20
test_uri, storage_uri, folder = sys.argv[1:]
libvirt.registerErrorHandler(lambda *_: None, None)

conn = libvirt.open(test_uri)
text = "x" * (3_900_000)
domain = conn.defineXML(
    f"<domain type='test'><name>large</name><memory>1024</memory><description>{text}</description>"
    "<os><type>hvm</type></os></domain>"
)
xml = domain.XMLDesc()
print("described", len(xml), text in xml)
domain.undefine()
conn.close()

conn = libvirt.open(storage_uri)
pool = conn.storagePoolCreateXML(f"<pool type='dir'><name>p</name><target><path>{folder}</path></target></pool>")
volume = pool.createXML(f"<volume><name>v</name><capacity>{SIZE}</capacity></volume>")
content = random.Random(1).randbytes(SIZE)
stream = conn.newStream()
volume.upload(stream, 0, SIZE)
for start in range(0, SIZE, 200_000):
    rest = content[start : start + 200_000]
    while rest:
        rest = rest[stream.send(rest) :]
stream.finish()
print("uploaded")
received = bytearray()
stream = conn.newStream()
volume.download(stream, 0, SIZE)
while part := stream.recv(100_000):
    received += part
stream.finish()
print("downloaded", len(received), "bytes,", "the same" if received == content else "others")
volume.delete()
pool.destroy()
conn.close()
