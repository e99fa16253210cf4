/* test-snapshot-xml.c - descriptions of snapshots: what is read, refused, added and written. */
#include "moments.h"

#include <unistd.h>

static virDomainPtr dom;
static char disk_file[64];

/* Takes or redefines a snapshot, shows its XML, and deletes it. */
static void try(const char *body, unsigned int flags)
{
    char text[8192];
    virDomainSnapshotPtr snapshot;

    snprintf(text, sizeof(text), "<domainsnapshot>%s</domainsnapshot>", body);
    printf("%#x %.*s%s\n  ", flags, (int)strcspn(body, "\n"), body, strchr(body, '\n') ? "..." : "");
    snapshot = virDomainSnapshotCreateXML(dom, text, flags);
    result("create", snapshot != NULL);
    if (!snapshot)
        return;
    show_masked(virDomainSnapshotGetXMLDesc(snapshot, 0));
    check(virDomainSnapshotDelete(snapshot, 0) == 0, "delete");
    virDomainSnapshotFree(snapshot);
}

static void try_whole(const char *text)
{
    printf("%s\n  ", text);
    CALL_NULL(virDomainSnapshotCreateXML(dom, text, 0));
}

static void new_ones(void)
{
    const char *const bodies[] = {
        "", "<name/>", "<name> a name </name>", "<name>.a/b&lt;</name>", "<name>a</name><name>b</name>",
        "<description/>", "<description> two\nlines &amp; </description>",
        "<creationTime>5</creationTime><state>bogus</state><parent><name>none</name></parent><domain/><bogus/>",
        "<memory/>", "<memory snapshot='no'/>", "<memory snapshot='internal'/>", "<memory snapshot='external'/>",
        "<memory snapshot='external' file='/m'/>", "<memory file='/m'/>", "<memory file='m'/>", "<memory file=''/>",
        "<memory snapshot='internal' file='/m'/>", "<memory snapshot='no' file='/m'/>", "<memory snapshot='manual'/>",
        "<memory snapshot='manual' file='/m'/>", "<memory snapshot='bogus'/>", "<memory snapshot=''/>",
        "<memory file='m'/><disks><disk/></disks>", "<memory snapshot='external'/><memory file='/m'/>",
        "<disks/>", "<disks><disk/></disks>", "<disks><disk name='vda'/></disks>", "<disks><disk name='vdb'/></disks>",
        "<disks><disk name=''/></disks>", "<disks><disk name='/no/such/file'/></disks>",
        "<disks><disk name='/no/such/other'/></disks>", "<disks><disk name='vda' snapshot='no'/></disks>",
        "<disks><disk name='vda' snapshot='internal'/></disks>", "<disks><disk name='vda' snapshot='external'/></disks>",
        "<disks><disk name='vda' snapshot='manual'/></disks>", "<disks><disk name='vda' snapshot='bogus'/></disks>",
 "<disks><bogus/></disks>",
        "<disks><bogus name='vda'/></disks>", "<disks/><disks><disk name='vda' snapshot='no'/></disks>",
        "<disks><disk name='/no/such/file' snapshot='external'/></disks>",
        "<disks><disk name='vda'/><disk name='/no/such/file'/></disks>",
        "<disks><disk name='vda'/><disk name='vda'/></disks>", "<disks><disk name='vda' type='bogus'/></disks>",
        "<disks><disk name='vda' snapshot='manual'/><disk name='vdb'/></disks>",
        "<disks><disk name='vda' type='block'/></disks>", "<disks><disk name='vda' type='dir'/></disks>",
        "<disks><disk name='vda' type='volume'/></disks>", "<disks><disk name='vda'><driver/></disk></disks>",
        "<disks><disk name='vda'><driver type='qcow2'/></disk></disks>",
        "<disks><disk name='vda'><driver type='none'/></disk></disks>",
        "<disks><disk name='vda'><source file='/x'/></disk></disks>",
        "<disks><disk name='vda' snapshot='internal'><source file='/x'/></disk></disks>",
        "<disks><disk name='vda' snapshot='internal'><driver type='qcow2'/></disk></disks>",
        "<memory file='/m'/><disks><disk name='vda'/></disks>",
        "<memory file='/m'/><disks><disk name='vda' snapshot='no'/></disks>",
        "<memory file='/m'/><disks><disk name='vda' snapshot='internal'/></disks>",
        "<memory file='/m'/><disks><disk name='vda'><source file='/x'/></disk></disks>",
        "<memory file='/m'/><disks><disk name='vda'><source file='x'/></disk></disks>",
        "<memory file='/m'/><disks><disk name='vda'><source file=''/></disk></disks>",
        "<memory file='/m'/><disks><disk name='vda' type='block'><source dev='/x'/></disk></disks>",
        "<memory file='/m'/><disks><disk name='vda' type='block'><source dev='x'/></disk></disks>",
        "<memory file='/m'/><disks><disk name='vda' type='block' snapshot='external'/></disks>",
        "<memory file='/m'/><disks><disk name='vda' type='nvme' snapshot='external'/></disks>",
        "<memory file='/m'/><disks><disk name='vda' type='network'><source protocol='nbd' name='x'><host name='h'/>"
        "</source></disk></disks>",
        "<memory file='/m'/><disks><disk name='vda' type='network'><source name='x'/></disk></disks>",
        "<memory file='/m'/><disks><disk name='vda'><driver type='qcow2'/><source file='/x'/></disk></disks>",
        "<active>1</active><cookie><x/></cookie><inactiveDomain/>",
    };

    title("new snapshots");
    for (size_t i = 0; i < sizeof(bodies) / sizeof(*bodies); i++)
        try(bodies[i], 0);
    try_whole("");
    try_whole("<domain/>");
}

/* The states in which a domain can be. */
static void new_by_state(void)
{
    title("states");
    virDomainSuspend(dom);
    try("<name>paused</name>", 0);
    try("<name>paused</name><memory snapshot='no'/>", 0);
    virDomainDestroy(dom);
    try("<name>off</name>", 0);
    try("<name>off</name><memory snapshot='internal'/>", 0);
    try("<name>off</name><memory file='/m'/><disks><disk name='vda' snapshot='no'/></disks>", 0);
    virDomainCreate(dom);
}

/* The name that a snapshot gets by itself is its time. */
static void default_name(void)
{
    virDomainSnapshotPtr snapshot = virDomainSnapshotCreateXML(dom, "<domainsnapshot/>", 0);
    char *xml = virDomainSnapshotGetXMLDesc(snapshot, 0), wanted[64];

    title("default name");
    snprintf(wanted, sizeof(wanted), "<creationTime>%s</creationTime>", virDomainSnapshotGetName(snapshot));
    printf("%d digits, the time %d\n", (int)strspn(virDomainSnapshotGetName(snapshot), "0123456789"),
           strstr(xml, wanted) != NULL);
    free(xml);
    virDomainSnapshotDelete(snapshot, 0);
    virDomainSnapshotFree(snapshot);
}

/* Redefines with these elements, and with `state` if there is one; `devices` go into the domain, if not NULL. */
static void redefine(const char *head, const char *state, const char *devices, const char *more)
{
    char body[8192];

    snprintf(body, sizeof(body), "%s%s%s%s%s\n%s", head, state ? "<state>" : "", state ? state : "",
             state ? "</state>" : "", more, devices ? domain_with("a", UUID_A, "", devices) : "");
    try(body, VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE);
}

static void known_ones(void)
{
    const char *const heads[] = {
        "", "<name>a</name>", "<creationTime>5</creationTime>", "<name/><creationTime>5</creationTime>",
        "<name>a</name><creationTime/>", "<name>a</name><creationTime>x</creationTime>",
        "<name>a</name><creationTime>-3</creationTime>", "<name>a</name><creationTime> 3</creationTime>",
        "<name>a</name><creationTime>3.7</creationTime>", "<name>a</name><creationTime>0</creationTime>",
        "<name>a</name><creationTime>99999999999999999999</creationTime>",
    };
    const char *const states[] = {
        "running", "paused", "shutoff", "disk-snapshot", "blocked", "crashed", "shutdown", "pmsuspended", "nostate", "",
        "bogus", NULL,
    };
    const char *const extras[] = {
        "<memory/>", "<memory snapshot='no'/>", "<memory snapshot='internal'/>", "<memory file='/m'/>",
        "<memory snapshot='external'/>", "<memory snapshot='no' file='/m'/>", "<memory snapshot='manual'/>",
        "<disks><disk name='vda'/></disks>", "<disks><disk name='vda' snapshot='no'/></disks>",
        "<disks><disk name='vda' snapshot='internal'/></disks>", "<disks><disk name='vda' snapshot='external'/></disks>",
        "<disks><disk name='vda' snapshot='manual'/></disks>", "<disks><disk name='vdb'/></disks>",
        "<disks><disk name='vda'><source file='/new'/></disk></disks>", "<parent/>", "<parent><name/></parent>",
        "<parent><name>none</name></parent>", "<parent><name>a</name></parent>", "<description>d</description>",
        "<cookie><x/></cookie>",
    };
    const char *const head = "<name>a</name><creationTime>5</creationTime>";

    title("redefined snapshots");
    for (size_t i = 0; i < sizeof(heads) / sizeof(*heads); i++)
        redefine(heads[i], "running", "", "");
    for (size_t i = 0; i < sizeof(states) / sizeof(*states); i++) {
        redefine(head, states[i], "", "");
        redefine(head, states[i], NULL, "");
        redefine(head, states[i], NULL, "<domain/>");
        redefine(head, states[i], NULL, "<domain type='test'/>");
    }
    for (size_t s = 0; s < 4; s++) {
        for (size_t i = 0; i < sizeof(extras) / sizeof(*extras); i++)
            redefine(head, states[s], DISK("/no/such/file"), extras[i]);
    }
}

static void inactive_domain(void)
{
    char next[4096], body[8192], *element = next;

    title("inactive domain");
    strcpy(next, domain_with("a", UUID_A, "<vcpu>3</vcpu>", ""));
    element = strstr(next, "</domain>");
    *element = '\0';
    snprintf(body, sizeof(body), "<name>a</name><creationTime>5</creationTime><state>running</state>\n%s"
             "<inactiveDomain%s</inactiveDomain>", domain_with("a", UUID_A, "", ""), next + strlen("<domain"));
    try(body, VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE);
}

/* Disks with what a domain can have: several with one source, read-only, empty. */
static void disks(void)
{
    const char *const devices =
        "<disk><source file='/a'/><target dev='vda'/></disk><disk><source file='/b'/><target dev='vdb'/><readonly/></disk>"
        "<disk><source file='/a'/><target dev='vdc'/></disk><disk device='cdrom'><target dev='hdc'/></disk>"
        "<disk device='floppy'><target dev='fda'/></disk>";
    const char *const extras[] = {
        "", "<disks><disk name='/a'/></disks>", "<disks><disk name='/b'/></disks>", "<disks><disk name='vdc'/></disks>",
        "<disks><disk name='vdb' snapshot='no'/><disk name='hdc'/></disks>", "<disks><disk name='fda'/></disks>",
        "<disks><disk name='fda' snapshot='no'/></disks>", "<disks><disk name='fda' snapshot='external'/></disks>",
        "<disks><disk name='vda' snapshot='no'/></disks>", "<disks><disk name='vdb'/><disk name='vdb'/></disks>",
        "<disks><disk name='vdb' snapshot='internal'/></disks>",
    };

    title("disks");
    for (size_t i = 0; i < sizeof(extras) / sizeof(*extras); i++) {
        redefine("<name>a</name><creationTime>5</creationTime>", "running", devices, extras[i]);
        redefine("<name>a</name><creationTime>5</creationTime>", "disk-snapshot", devices, extras[i]);
    }
}

/* Names of new files come from those of existing ones. */
static void new_files(void)
{
    const char *const suffixes[] = { "", ".img", ".tar.gz", "/", "/.", NULL };
    char devices[1024], path[128];

    title("new files");
    for (size_t i = 0; suffixes[i]; i++) {
        virDomainSnapshotPtr snapshot;
        char body[4096], *xml, *at;
        FILE *file;

        snprintf(path, sizeof(path), "%s%s", disk_file, suffixes[i]);
        file = fopen(path, "w");
        if (file)
            fclose(file);
        snprintf(devices, sizeof(devices), "<disk><source file='%s'/><target dev='vda'/></disk>", path);
        snprintf(body, sizeof(body), "<domainsnapshot><name>n</name><creationTime>5</creationTime>"
                 "<state>disk-snapshot</state>%s</domainsnapshot>", domain_with("a", UUID_A, "", devices));
        snapshot = virDomainSnapshotCreateXML(dom, body, VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE);
        result(suffixes[i], snapshot != NULL);
        if (snapshot) {
            xml = virDomainSnapshotGetXMLDesc(snapshot, 0);
            at = strstr(xml, disk_file);
            check(at != NULL, "the file");
            at += strlen(disk_file);
            printf("    %.*s\n", (int)strcspn(at, "'"), at);
            free(xml);
            virDomainSnapshotDelete(snapshot, 0);
            virDomainSnapshotFree(snapshot);
        }
    }
    /* Two disks cannot have one new file. */
    snprintf(devices, sizeof(devices), "<disk><source file='%s'/><target dev='vda'/></disk>"
             "<disk><source file='%s.img'/><target dev='vdb'/></disk>", disk_file, disk_file);
    redefine("<name>a</name><creationTime>5</creationTime>", "disk-snapshot", devices, "");
    snprintf(devices, sizeof(devices), "<disk><source file='%s'/><target dev='vda'/></disk>", "/dev/null");
    redefine("<name>a</name><creationTime>5</creationTime>", "disk-snapshot", devices, "");
    for (size_t i = 0; suffixes[i]; i++) {
        snprintf(path, sizeof(path), "%s%s", disk_file, suffixes[i]);
        unlink(path);
    }
}

/* A guest must not notice that its domain has another definition. */
static void stability(void)
{
    const struct { const char *old_head, *old_devices, *new_head, *new_devices; } pairs[] = {
        { "", "", "", "" },
        { "", "", "<title>t</title><on_poweroff>restart</on_poweroff><clock offset='localtime'/>", "" },
        { "", "", "<vcpu>2</vcpu>", "" },
        { "<vcpu>2</vcpu>", "", "<vcpu current='1'>2</vcpu>", "" },
        { "", "", "<currentMemory>4096</currentMemory>", "" },
        { "", "", "<features><acpi/></features>", "" },
        { "<features><pae/></features>", "", "", "" },
        { "<features><apic/></features>", "", "<features><apic eoi='on'/></features>", "" },
        { "", "", "<clock offset='utc'><timer name='rtc'/></clock>", "" },
        { "<clock offset='utc'><timer name='hpet'/></clock>", "", "<clock offset='utc'><timer name='rtc'/></clock>", "" },
        { "<clock offset='utc'><timer name='hpet' present='no'/></clock>", "",
          "<clock offset='utc'><timer name='hpet' present='yes'/></clock>", "" },
        { "", "", "<cpu mode='host-passthrough'/>", "" },
        { "<cpu mode='host-model'/>", "", "<cpu mode='host-passthrough'/>", "" },
        { "<cpu><topology sockets='1' cores='1' threads='1'/></cpu>", "",
          "<cpu><topology sockets='1' cores='1' threads='2'/></cpu>", "" },
        { "<cpu><model>qemu64</model></cpu>", "", "<cpu><model>qemu32</model></cpu>", "" },
        { "<cpu><model>qemu64</model></cpu>", "", "<cpu><model>qemu64</model><feature name='avx' policy='force'/></cpu>", "" },
        { "<cpu check='none'><model>qemu64</model></cpu>", "", "<cpu check='full'><model>qemu64</model></cpu>", "" },
        { "", DISK("/a"), "", "" },
        { "", DISK("/a"), "", DISK("/b") },
        { "", DISK("/a"), "", "<disk><source file='/a'/><target dev='vdb'/></disk>" },
        { "", DISK("/a"), "", "<disk><source file='/a'/><target dev='vda' bus='scsi'/></disk>" },
        { "", DISK("/a"), "", "<disk device='cdrom'><source file='/a'/><target dev='vda'/></disk>" },
        { "", DISK("/a"), "", "<disk><source file='/a'/><target dev='vda'/><readonly/></disk>" },
        { "", DISK("/a"), "", "<disk><source file='/a'/><target dev='vda'/><serial>s</serial></disk>" },
        { "", DISK("/a"), "", "<disk><source file='/a'/><target dev='vda'/><boot order='1'/></disk>" },
        { "", DISK("/a"), "", "<disk><source file='/a'/><target dev='vda'/><address type='pci' slot='5'/></disk>" },
        { "", "<disk><source file='/a'/><target dev='vda'/><address type='pci' slot='4'/></disk>", "",
          "<disk><source file='/a'/><target dev='vda'/><address type='pci' slot='5' function='1'/></disk>" },
        { "", "<disk><source file='/a'/><target dev='sda'/><address type='drive' unit='1'/></disk>", "",
          "<disk><source file='/a'/><target dev='sda'/><address type='drive' unit='2'/></disk>" },
        { "", "<interface type='user'><mac address='52:54:00:00:00:01'/></interface>", "", "" },
        { "", "<interface type='user'><mac address='52:54:00:00:00:01'/></interface>", "",
          "<interface type='user'><mac address='52:54:00:00:00:02'/></interface>" },
        { "", "<interface type='user'><mac address='52:54:00:00:00:01'/></interface>", "",
          "<interface type='user'><mac address='52:54:00:00:00:01'/><model type='e1000'/></interface>" },
        { "", "<input type='tablet' bus='usb'/>", "", "<input type='keyboard' bus='usb'/>" },
        { "", "<input type='keyboard' bus='virtio'/>", "", "<input type='keyboard' bus='usb'/>" },
        { "", "<watchdog model='i6300esb' action='reset'/>", "", "<watchdog model='ib700' action='reset'/>" },
        { "", "<watchdog model='i6300esb' action='reset'/>", "", "<watchdog model='i6300esb' action='none'/>" },
        { "", "<memballoon model='virtio'/>", "", "<memballoon model='none'/>" },
        { "", "<memballoon model='virtio'/>", "", "" },
        { "", "<serial type='pty'><target port='0'/></serial>", "", "<serial type='pty'><target port='1'/></serial>" },
        { "", "<serial type='pty'><target port='0'/></serial>", "", "<serial type='null'><target port='0'/></serial>" },
        { "", "<controller type='scsi' index='0'/>", "", "<controller type='scsi' index='1'/>" },
        { "", "<controller type='scsi' index='0'/>", "", "<controller type='ide' index='0'/>" },
        { "", "<video><model type='vga' vram='1024' heads='1'/></video>", "",
          "<video><model type='cirrus' vram='1024' heads='1'/></video>" },
        { "", "<video><model type='vga' vram='1024' heads='1'/></video>", "",
          "<video><model type='vga' vram='2048' heads='1'/></video>" },
        { "", "<panic model='isa'/>", "", "" },
    };

    title("stability");
    for (size_t i = 0; i < 2 * sizeof(pairs) / sizeof(*pairs); i++) {
        virDomainSnapshotPtr old, new;
        char xml[4096];
        int back = i % 2;

        snprintf(xml, sizeof(xml), "<domainsnapshot><name>s</name><creationTime>5</creationTime>"
                 "<state>running</state>%s</domainsnapshot>",
                 domain_with("a", UUID_A, back ? pairs[i / 2].new_head : pairs[i / 2].old_head,
                             back ? pairs[i / 2].new_devices : pairs[i / 2].old_devices));
        old = virDomainSnapshotCreateXML(dom, xml, VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE);
        printf("%d ", (int)i / 2);
        result("old", old != NULL);
        snprintf(xml, sizeof(xml), "<domainsnapshot><name>s</name><creationTime>5</creationTime>"
                 "<state>running</state>%s</domainsnapshot>",
                 domain_with("a", UUID_A, back ? pairs[i / 2].old_head : pairs[i / 2].new_head,
                             back ? pairs[i / 2].old_devices : pairs[i / 2].new_devices));
        new = virDomainSnapshotCreateXML(dom, xml, VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE);
        result("  new", new != NULL);
        if (new)
            virDomainSnapshotFree(new);
        if (old) {
            virDomainSnapshotDelete(old, 0);
            virDomainSnapshotFree(old);
        }
    }
}

/* Passwords are shown to those who ask. */
static void secrets(void)
{
    virDomainSnapshotPtr snapshot;
    char xml[4096];

    title("secrets");
    snprintf(xml, sizeof(xml), "<domainsnapshot><name>s</name><creationTime>5</creationTime><state>running</state>%s"
             "</domainsnapshot>", domain_with("a", UUID_A, "", "<graphics type='vnc' passwd='secret'/>"));
    CALL_POINTER(snapshot, virDomainSnapshotCreateXML(dom, xml, VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE));
    for (unsigned int flags = 0; flags < 2; flags++) {
        char *text = virDomainSnapshotGetXMLDesc(snapshot, flags);

        printf("%u: %d\n", flags, strstr(text, "secret") != NULL);
        free(text);
    }
    virDomainSnapshotDelete(snapshot, 0);
    virDomainSnapshotFree(snapshot);
}

/* What programs have put into the domain, one level further in. */
static void metadata(void)
{
    const char *const text = "<b><c/><d> two\nlines </d><e><f/></e></b>";

    title("metadata");
    CALL(virDomainSetMetadata(dom, VIR_DOMAIN_METADATA_ELEMENT, text, "k", "urn:k", VIR_DOMAIN_AFFECT_LIVE));
    try("<name>m</name>", 0);
    CALL(virDomainSetMetadata(dom, VIR_DOMAIN_METADATA_ELEMENT, NULL, NULL, "urn:k", VIR_DOMAIN_AFFECT_LIVE));
    try("<name>m</name>", 0);
}

int main(void)
{
    begin();
    snprintf(disk_file, sizeof(disk_file), "/tmp/snapshot-xml-%d", (int)getpid());
    conn = virConnectOpen("test:///default");
    check(conn != NULL, "open");
    dom = virDomainDefineXML(conn, domain_with("a", UUID_A, "", DISK("/no/such/file")));
    check(dom && virDomainCreate(dom) == 0, "domain");
    new_ones();
    new_by_state();
    default_name();
    known_ones();
    inactive_domain();
    disks();
    new_files();
    stability();
    secrets();
    metadata();
    CALL(virDomainDestroy(dom));
    CALL(virDomainUndefine(dom));
    CALL(virDomainFree(dom));
    CALL(virConnectClose(conn));
    return 0;
}
