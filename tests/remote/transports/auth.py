"""Opens URIs with credentials, and prints what was asked and how it went.

Each line of the input: the kinds of credentials that can be asked for, what the answers are, the URI.
"""

import sys

import libvirt

libvirt.registerErrorHandler(lambda *_: None, None)
NAMES = {
    "username": libvirt.VIR_CRED_USERNAME,
    "name": libvirt.VIR_CRED_AUTHNAME,
    "password": libvirt.VIR_CRED_PASSPHRASE,
    "hidden": libvirt.VIR_CRED_NOECHOPROMPT,
}


def ask(creds, answers):
    print("  asked", [cred[:4] for cred in creds])
    if answers == "refuse":
        return -1
    for cred in creds:
        if cred[0] in (libvirt.VIR_CRED_PASSPHRASE, libvirt.VIR_CRED_NOECHOPROMPT):
            cred[4] = "secret" if answers == "right" else "wrong"
        elif answers != "none":
            cred[4] = "fred"
    return 0


for line in sys.stdin:
    kinds, answers, uri = line.split()
    print(f"{kinds} {answers} {uri}")
    try:
        if kinds == "-":
            conn = libvirt.open(uri)
        else:
            conn = libvirt.openAuth(uri, [[NAMES[kind] for kind in kinds.split(",") if kind], ask, answers], 0)
        print("  open", conn.isEncrypted(), conn.isSecure(), conn.getHostname())
        conn.close()
    except libvirt.libvirtError as error:
        print(" ", error.get_error_code(), error.get_error_domain(), error.get_error_message())
