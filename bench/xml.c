/* xml.c - domain XML on the test driver: how often a second a domain with 20 devices is defined, and described.
 *
 * Processor time, so that a busy machine disturbs less.
 */
#define _GNU_SOURCE
#include <string.h>

#include <libvirt/libvirt.h>

#include "bench.h"

enum { CALLS = 2000, ROUNDS = 5, DISKS = 6, INTERFACES = 6 };

static const char *head =
    "<domain type='test'>\n  <name>bench</name>\n  <uuid>11111111-2222-3333-4444-555555555555</uuid>\n"
    "  <memory unit='MiB'>2048</memory>\n  <vcpu placement='static'>4</vcpu>\n"
    "  <os>\n    <type arch='x86_64' machine='pc'>hvm</type>\n    <boot dev='hd'/>\n  </os>\n"
    "  <features>\n    <acpi/>\n    <apic/>\n    <pae/>\n  </features>\n"
    "  <cpu mode='custom' match='exact'>\n    <model fallback='allow'>qemu64</model>\n  </cpu>\n"
    "  <clock offset='utc'>\n    <timer name='rtc' tickpolicy='catchup'/>\n  </clock>\n  <devices>\n";

/* 8 devices beside the disks and interfaces. */
static const char *rest =
    "    <controller type='usb' index='0'/>\n    <controller type='pci' index='0' model='pci-root'/>\n"
    "    <serial type='pty'>\n      <target port='0'/>\n    </serial>\n"
    "    <console type='pty'>\n      <target type='serial' port='0'/>\n    </console>\n"
    "    <input type='tablet' bus='usb'/>\n    <graphics type='vnc' port='-1' autoport='yes'/>\n"
    "    <video>\n      <model type='cirrus' vram='16384' heads='1'/>\n    </video>\n"
    "    <memballoon model='virtio'/>\n  </devices>\n</domain>\n";

static double processor_seconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* The XML, for the caller to free. */
static char *definition(void)
{
    char *text;
    size_t size;
    FILE *out = open_memstream(&text, &size);

    fputs(head, out);
    for (int i = 0; i < DISKS; i++)
        fprintf(out,
                "    <disk type='file' device='disk'>\n      <driver name='qemu' type='qcow2' cache='none'/>\n"
                "      <source file='/var/lib/images/disk%d.qcow2'/>\n      <target dev='vd%c' bus='virtio'/>\n"
                "      <address type='pci' domain='0x0000' bus='0x00' slot='0x%02x' function='0x0'/>\n    </disk>\n",
                i, 'a' + i, 4 + i);
    for (int i = 0; i < INTERFACES; i++)
        fprintf(out,
                "    <interface type='network'>\n      <mac address='52:54:00:00:00:%02x'/>\n"
                "      <source network='default'/>\n      <model type='virtio'/>\n"
                "      <address type='pci' domain='0x0000' bus='0x00' slot='0x%02x' function='0x0'/>\n"
                "    </interface>\n",
                i, 4 + DISKS + i);
    fputs(rest, out);
    fclose(out);
    return text;
}

static virDomainPtr define(virConnectPtr conn, const char *xml)
{
    virDomainPtr dom = virDomainDefineXML(conn, xml);

    if (!dom) {
        fprintf(stderr, "xml: the definition failed\n");
        exit(1);
    }
    return dom;
}

int main(void)
{
    virConnectPtr conn = virConnectOpen("test:///default");
    struct samples defined = { .n = 0 }, described = { .n = 0 };
    char *xml = definition();
    virDomainPtr dom = define(conn, xml);

    for (int round = 0; round < ROUNDS; round++) {
        double start = processor_seconds();

        for (int i = 0; i < CALLS; i++)
            virDomainFree(define(conn, xml));
        sample(&defined, CALLS / (processor_seconds() - start));
        start = processor_seconds();
        for (int i = 0; i < CALLS; i++)
            free(virDomainGetXMLDesc(dom, 0));
        sample(&described, CALLS / (processor_seconds() - start));
    }
    result(median(&defined), "calls/s", "xml: define a domain with 20 devices");
    result(median(&described), "calls/s", "xml: describe it");
    virDomainFree(dom);
    free(xml);
    virConnectClose(conn);
    return 0;
}
