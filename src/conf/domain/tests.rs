//! Tests of the whole definition: errors as measured on the original (libvirt 9.0.0, `virDomainDefineXML`),
//! properties of reading and writing. The recorded definitions are compared in `tests/domain_xml.rs`.

#![forbid(unsafe_code)]

use proptest::prelude::*;

use super::*;
use crate::error::ErrorCode;

/// A domain with `head` before and `devices` inside `<devices>`.
fn domain(head: &str, devices: &str) -> String {
    format!(
        "<domain type='qemu'><name>a</name><memory>32768</memory><os><type>hvm</type></os>{head}\
         <devices>{devices}</devices></domain>"
    )
}

/// Code, domain and text of the error for `xml`, in one line.
fn error(xml: &str) -> String {
    match DomainDef::parse(xml) {
        Ok(_) => "accepted".to_owned(),
        Err(error) => {
            let detail = error.detail();
            format!("{} {} {}", detail.code as i32, detail.domain as i32, detail.message)
        }
    }
}

#[test]
fn errors_about_the_document() {
    for (xml, expected) in [
        ("", "35 20 (domain_definition):1: Document is empty\n(null)\n^"),
        ("<network/>", "27 5 XML error: expecting root element of 'domain', not 'network'"),
        ("<domain/>", "21 20 missing name information"),
        ("<domain><name>a</name></domain>", "1 20 internal error: missing domain type attribute"),
        (
            "<domain type='foo'><name>a</name></domain>",
            "67 20 unsupported configuration: invalid domain type foo",
        ),
        ("<domain type='qemu'/>", "21 20 missing name information"),
        ("<x:domain xmlns:x='a' type='qemu'/>", "21 20 missing name information"),
    ] {
        assert_eq!(error(xml), expected, "{xml}");
    }
}

#[test]
fn errors_about_name_and_memory() {
    let with = |name: &str, memory: &str| {
        format!("<domain type='qemu'><name>{name}</name>{memory}<os><type>hvm</type></os></domain>")
    };
    let memory = |text: &str| error(&with("a", &format!("<memory>{text}</memory>")));
    let unit = |unit: &str, n: u32| error(&with("a", &format!("<memory unit='{unit}'>{n}</memory>")));
    let none = "27 20 XML error: Memory size must be specified via <memory> or in the <numa> configuration";
    for (found, expected) in [
        (error(&with("", "")), "21 20 missing name information"),
        (error(&with("a/b", "")), "27 20 XML error: name a/b cannot contain '/'"),
        (error(&with("a\nb", "")), "35 5 invalid char in name: \n"),
        (error(&with("  ", "<memory>32768</memory>")), "accepted"),
        (error(&with("a", "")), none),
        (memory(""), none),
        (memory("0"), none),
        (memory("+5"), "accepted"),
        (memory("-1"), "27 5 XML error: Invalid value '-1' for element or attribute './memory[1]'"),
        (memory("1.5"), "27 5 XML error: Invalid value '1.5' for element or attribute './memory[1]'"),
        (memory(" 5 "), "27 5 XML error: Invalid value ' 5 ' for element or attribute './memory[1]'"),
        (memory("18446744073709551615"), "82 0 numerical overflow: value too large: 18446744073709551615"),
        (unit("foo", 32), "8 0 invalid argument: unknown suffix 'foo'"),
        (unit("EiB", 32), "82 0 numerical overflow: value too large: 32EiB"),
        (unit("T", 32), "accepted"),
    ] {
        assert_eq!(found, expected);
    }
}

#[test]
fn errors_before_the_devices() {
    for (head, expected) in [
        ("<uuid>xyz</uuid>", "1 20 internal error: malformed uuid element"),
        ("<uuid/>", "accepted"),
        ("<title>a\nb</title>", "27 20 XML error: Domain title can't contain newlines"),
        ("<vcpu>x</vcpu>", "27 20 XML error: maximum vcpus count must be an integer"),
        ("<vcpu>-1</vcpu>", "27 20 XML error: maximum vcpus count must be an integer"),
        ("<vcpu>0</vcpu>", "1 20 internal error: CPU IDs in <numa> exceed the <vcpu> count"),
        (
            "<vcpu current='5'>2</vcpu>",
            "67 20 unsupported configuration: maximum vCPU count must not be less than current vCPU count",
        ),
        (
            "<vcpu current='x'>2</vcpu>",
            "27 5 XML error: Invalid value for attribute 'current' in element 'vcpu': 'x'. Expected non-negative \
             integer value",
        ),
        (
            "<devices><controller type='usb' index='-1'/></devices>",
            "27 5 XML error: Invalid value for attribute 'index' in element 'controller': '-1'. Expected \
             non-negative value",
        ),
        (
            "<vcpu>256</vcpu>",
            "67 10 unsupported configuration: Maximum CPUs greater than specified machine type limit 255",
        ),
        (
            "<currentMemory>x</currentMemory>",
            "27 5 XML error: Invalid value 'x' for element or attribute './currentMemory[1]'",
        ),
        ("<on_crash>foo</on_crash>", "67 20 unsupported configuration: unknown on_crash action: foo"),
        ("<on_crash/>", "accepted"),
        (
            "<on_reboot>coredump-destroy</on_reboot>",
            "67 20 unsupported configuration: Lifecycle event 'reboot' doesn't support 'coredump-destroy' action",
        ),
        (
            "<on_poweroff>preserve</on_poweroff>",
            "67 10 unsupported configuration: qemu driver doesn't support the 'preserve' action for \
             'on_reboot'/'on_poweroff'",
        ),
        ("<clock offset='x'/>", "67 20 unsupported configuration: unknown clock offset 'x'"),
        (
            "<clock offset='timezone'/>",
            "1 20 internal error: missing 'timezone' attribute for clock with offset='timezone'",
        ),
        (
            "<clock offset='absolute' start='x'/>",
            "1 20 internal error: missing 'start' attribute for clock with offset='absolute'",
        ),
        ("<clock offset='variable' basis='x'/>", "67 20 unsupported configuration: unknown clock basis 'x'"),
        ("<clock offset='utc' adjustment='x'/>", "27 20 XML error: unknown clock adjustment 'x'"),
        (
            "<clock offset='utc'><timer/></clock>",
            "27 5 XML error: Missing required attribute 'name' in element 'timer'",
        ),
        (
            "<clock offset='utc'><timer name='rtc' tickpolicy='x'/></clock>",
            "27 5 XML error: Invalid value for attribute 'tickpolicy' in element 'timer': 'x'.",
        ),
        ("<features><foo/></features>", "67 20 unsupported configuration: unexpected feature 'foo'"),
        (
            "<features><apic eoi='x'/></features>",
            "27 5 XML error: Invalid value for attribute 'eoi' in element 'apic': 'x'.",
        ),
        ("<cpu mode='x'/>", "67 31 unsupported configuration: Invalid mode attribute 'x'"),
        (
            "<cpu><topology sockets='1'/></cpu>",
            "27 5 XML error: Missing required attribute 'cores' in element 'topology'",
        ),
        (
            "<cpu><topology sockets='2' cores='1' threads='1'/></cpu>",
            "67 10 unsupported configuration: CPU topology doesn't match maximum vcpu count",
        ),
        (
            "<cpu><model fallback='x'>a</model></cpu>",
            "67 31 unsupported configuration: Invalid fallback attribute",
        ),
        (
            "<pm><suspend-to-mem enabled='x'/></pm>",
            "27 5 XML error: Invalid value for attribute 'enabled' in element 'suspend-to-mem': 'x'.",
        ),
        ("<foo/>", "accepted"),
        ("<name>b</name>", "accepted"),
        ("<numatune/>", "accepted"),
    ] {
        assert_eq!(error(&domain(head, "")), expected, "{head}");
    }
}

#[test]
fn errors_about_qemu_s_own_elements() {
    let commandline = |content: &str| {
        error(&domain(
            &format!(
                "<q:commandline xmlns:q='http://libvirt.org/schemas/domain/qemu/1.0'>{content}</q:commandline>"
            ),
            "",
        ))
    };
    for (content, expected) in [
        ("<q:arg/>", "1 10 internal error: No qemu command-line argument specified"),
        ("<q:env/>", "1 10 internal error: No qemu environment name specified"),
        (
            "<q:env name='1a'/>",
            "1 10 internal error: Invalid environment name, it must begin with a letter or underscore",
        ),
        (
            "<q:env name='a b'/>",
            "1 10 internal error: Invalid environment name, it must contain only alphanumerics and underscore",
        ),
        ("<q:foo/><q:arg value=''/>", "accepted"),
    ] {
        assert_eq!(commandline(content), expected, "{content}");
    }
}

#[test]
fn errors_about_disks() {
    let disk = |content: &str| format!("<disk type='file'><source file='/x'/>{content}</disk>");
    let hda = |content: &str| disk(&format!("<target dev='hda'/>{content}"));
    let nbd = |source: &str| format!("<disk type='network'>{source}<target dev='hda'/></disk>");
    let host = |host: &str| nbd(&format!("<source protocol='nbd'>{host}</source>"));
    for (devices, expected) in [
        ("<disk/>".to_owned(), "20 20 missing target information for device"),
        (
            "<disk type='x'/>".to_owned(),
            "27 5 XML error: Invalid value for attribute 'type' in element 'disk': 'x'.",
        ),
        ("<disk><target dev='hda'/></disk>".to_owned(), "19 20 missing source information for device hda"),
        (disk(""), "20 20 missing target information for device /x"),
        (disk("<target dev='foo'/>"), "27 20 XML error: Unknown disk name 'foo' and no address specified"),
        (
            disk("<target dev='hda' bus='foo'/>"),
            "27 5 XML error: Invalid value for attribute 'bus' in element 'target': 'foo'.",
        ),
        (disk("<target dev='hde'/>"), "1 10 internal error: Only 1 IDE controller is supported"),
        (hda("") + &hda(""), "27 20 XML error: target 'hda' duplicated for disk sources '/x' and '/x'"),
        (
            hda("<driver name='foo'/>"),
            "67 10 unsupported configuration: unsupported driver name 'foo' for disk 'hda'",
        ),
        (hda("<driver type='foo'/>"), "67 20 unsupported configuration: unknown driver format value 'foo'"),
        (
            hda("<driver cache='foo'/>"),
            "27 5 XML error: Invalid value for attribute 'cache' in element 'driver': 'foo'.",
        ),
        (
            hda("<driver rerror_policy='enospace'/>"),
            "67 20 unsupported configuration: Invalid disk read error policy: 'enospace'",
        ),
        (
            hda("<boot order='0'/>"),
            "27 5 XML error: Invalid value for attribute 'order' in element 'boot': Zero is not permitted",
        ),
        (
            hda("<boot order='1'/>") + &disk("<target dev='hdb'/><boot order='1'/>"),
            "67 20 unsupported configuration: boot order '1' used for more than one device",
        ),
        (hda("<address type='foo'/>"), "67 20 unsupported configuration: unknown address type 'foo'"),
        (hda("<address/>"), "1 20 internal error: No type specified for device address"),
        (
            hda("<address type='pci' slot='3'/>"),
            "67 20 unsupported configuration: Invalid address type 'pci' for the disk 'hda' with the bus type 'ide'",
        ),
        (
            disk("<target dev='vda'/><address type='pci' slot='99'/>"),
            "27 0 XML error: Invalid PCI address slot='0x63', must be <= 0x1F",
        ),
        (
            disk("<target dev='vda'/><address type='pci' slot='1' function='2'/>"),
            "27 20 XML error: Attempted double use of PCI Address 0000:00:01.2",
        ),
        (
            hda("<serial>a b/c</serial>"),
            "1 10 internal error: driver serial 'a b/c' contains unsafe characters",
        ),
        (
            disk("<target dev='hda' tray='open'/>"),
            "67 20 unsupported configuration: tray is only valid for cdrom and floppy",
        ),
        (nbd("<source/>"), "27 5 XML error: Missing required attribute 'protocol' in element 'source'"),
        (host("<host/>"), "27 20 XML error: missing name for host"),
        (host("<host transport='unix'/>"), "27 20 XML error: missing socket for unix transport"),
        (
            host("<host transport='foo'/>"),
            "67 20 unsupported configuration: unknown protocol transport type 'foo'",
        ),
        (
            host("<host name='h' socket='/s'/>"),
            "27 20 XML error: transport '(null)' does not support socket attribute",
        ),
        (host("<host name='h' port='abc'/>"), "8 0 invalid argument: failed to parse port number 'abc'"),
    ] {
        assert_eq!(error(&domain("", &devices)), expected, "{devices}");
    }
    let boot = "<domain type='qemu'><name>a</name><memory>1</memory><os><type>hvm</type><boot dev='hd'/></os>\
                <devices><disk><source file='/x'/><target dev='hda'/><boot order='1'/></disk></devices></domain>";
    let text = "67 20 unsupported configuration: per-device boot elements cannot be used together with os/boot elements";
    assert_eq!(error(boot), text);
}

#[test]
fn errors_about_other_devices() {
    for (devices, expected) in [
        (
            "<interface type='foo'/>",
            "27 5 XML error: Invalid value for attribute 'type' in element 'interface': 'foo'.",
        ),
        (
            "<interface type='network'/>",
            "27 20 XML error: interface type='network' requires a 'source' element",
        ),
        ("<interface><mac address='foo'/></interface>", "27 20 XML error: unable to parse mac address 'foo'"),
        (
            "<interface><mac address='01:00:00:00:00:00'/></interface>",
            "27 20 XML error: expected unicast mac address, found multicast '01:00:00:00:00:00'",
        ),
        (
            "<interface><model type='a;b'/></interface>",
            "8 20 invalid argument: Model name contains invalid characters",
        ),
        (
            "<serial type='foo'/>",
            "67 20 unsupported configuration: unknown type presented to host for character device: foo",
        ),
        ("<serial type='unix'/>", "1 20 internal error: Missing source path attribute for char device"),
        ("<serial type='tcp'/>", "1 20 internal error: Missing source host attribute for char device"),
        (
            "<serial type='tcp'><source host='h'/></serial>",
            "1 20 internal error: Missing source service attribute for char device",
        ),
        (
            "<serial type='unix'><source mode='foo' path='/x'/></serial>",
            "27 5 XML error: Invalid value for attribute 'mode' in element 'source': 'foo'.",
        ),
        (
            "<serial type='tcp'><source host='h' service='1'/><protocol type='foo'/></serial>",
            "67 20 unsupported configuration: Unknown protocol 'foo'",
        ),
        ("<serial><target port='x'/></serial>", "27 20 XML error: Invalid port number: x"),
        (
            "<serial><target type='virtio'/></serial>",
            "67 20 unsupported configuration: unknown target type 'virtio' specified for character device",
        ),
        (
            "<console/><console/>",
            "67 20 unsupported configuration: Only the first console can be a serial port",
        ),
        ("<graphics/>", "27 5 XML error: Missing required attribute 'type' in element 'graphics'"),
        ("<graphics type='vnc' port='x'/>", "1 20 internal error: cannot parse vnc port x"),
        (
            "<graphics type='vnc' listen='1.2.3.4'><listen type='address' address='1.2.3.5'/></graphics>",
            "67 20 unsupported configuration: graphics 'listen' attribute '1.2.3.4' must match 'address' attribute \
             of first listen element (found '1.2.3.5')",
        ),
        (
            "<graphics type='vnc' passwd='123456789'/>",
            "67 10 unsupported configuration: VNC password is 9 characters long, only 8 permitted",
        ),
        (
            "<graphics type='vnc' passwd='1' passwdValidTo='x'/>",
            "1 20 internal error: cannot parse password validity time 'x', expect YYYY-MM-DDTHH:MM:SS",
        ),
        (
            "<graphics type='vnc' passwd='1' connected='fail'/>",
            "67 20 unsupported configuration: VNC supports connected='keep' only",
        ),
        ("<video><model type='foo'/></video>", "67 20 unsupported configuration: unknown video model 'foo'"),
        ("<video><model vram='x'/></video>", "27 20 XML error: cannot parse video vram 'x'"),
        (
            "<video><model type='vga' heads='0'/></video>",
            "67 10 unsupported configuration: video type 'vga' doesn't support multiple 'heads'",
        ),
        (
            "<video><model type='vga'/></video><video><model type='vga'/></video>",
            "67 10 unsupported configuration: video type 'vga' is only valid as primary video device",
        ),
        ("<watchdog/>", "1 20 internal error: watchdog must contain model name"),
        ("<watchdog model='x'/>", "67 20 unsupported configuration: unknown watchdog model 'x'"),
        (
            "<watchdog model='ib700' action='x'/>",
            "67 20 unsupported configuration: unknown watchdog action 'x'",
        ),
        (
            "<watchdog model='ib700'/><watchdog model='ib700'/>",
            "1 20 internal error: only a single watchdog device is supported",
        ),
        ("<memballoon/>", "27 5 XML error: Missing required attribute 'model' in element 'memballoon'"),
        ("<input/>", "1 20 internal error: missing input device type"),
        (
            "<input type='tablet' bus='ps2'/>",
            "1 20 internal error: ps2 bus does not support tablet input device",
        ),
        (
            "<controller type='x'/>",
            "27 5 XML error: Invalid value for attribute 'type' in element 'controller': 'x'.",
        ),
        ("<controller type='usb' model='x'/>", "67 20 unsupported configuration: Unknown model type 'x'"),
        (
            "<controller type='ide'><address type='pci' slot='9'/></controller>",
            "1 10 internal error: Primary IDE controller must have PCI address 0:0:1.1",
        ),
        ("<panic/><panic/>", "27 20 XML error: Multiple panic devices with model 'isa'"),
        ("<foo/>", "accepted"),
    ] {
        assert_eq!(error(&domain("", devices)), expected, "{devices}");
    }
}

#[test]
fn nothing_makes_us_add_devices_without_end() {
    let far =
        "<disk><source file='/x'/><target dev='sda'/><address type='drive' controller='4294967295'/></disk>";
    assert_eq!(
        DomainDef::parse(&domain("", far)).map_err(|e| e.code()),
        Err(ErrorCode::VIR_ERR_INTERNAL_ERROR)
    );
    let many: String = (0..40).map(|_| "<interface/>").collect();
    assert_eq!(error(&domain("", &many)), "1 20 internal error: No more available PCI slots");
}

#[test]
fn a_password_shows_only_where_it_should() {
    let def = DomainDef::parse(&domain("", "<graphics type='vnc' passwd='geheim'/>")).expect("good XML");
    assert!(!def.format(FormatFlags::default()).contains("geheim"));
    assert!(def.format(FormatFlags { secure: true, ..FormatFlags::default() }).contains("passwd='geheim'"));
    assert!(!format!("{def:?}").contains("geheim"));
}

/// As the original orders them; a bus that is not said orders disks differently from one that is.
#[test]
fn disks_are_sorted_within_their_bus() {
    let disk = |target: &str| format!("<disk><source file='/x'/><target {target}/></disk>");
    let disks =
        ["dev='vdb'", "dev='hda' bus='ide'", "dev='hdc'", "dev='sda'", "dev='vda' bus='virtio'"].map(disk);
    let order = |def: &DomainDef| def.devices.disks.iter().map(|d| d.target.clone()).collect::<Vec<_>>();
    let def = DomainDef::parse(&domain("", &disks.concat())).expect("good XML");
    assert_eq!(order(&def), ["sda", "vdb", "hdc", "hda", "vda"]);
    let again = DomainDef::parse(&def.format(FormatFlags::default())).expect("own XML");
    assert_eq!(order(&again), ["sda", "vda", "vdb", "hda", "hdc"]);
}

/// As the original numbers them: what is open gets the lowest free number and keeps its place.
#[test]
fn controllers_are_numbered() {
    let devices = "<controller type='usb'/><controller type='usb' index='0'/>";
    let def = DomainDef::parse(&domain("", devices)).expect("good XML");
    let usb = def.devices.controllers.iter().filter(|c| c.kind == controller::ControllerKind::Usb);
    let places: Vec<_> = usb.map(|c| (c.index, c.info.pci().map(|pci| (pci.slot, pci.function)))).collect();
    assert_eq!(places, [(1, Some((2, 0))), (0, Some((1, 2)))]);
}

/// As the original's `test:///default`, which adds less than QEMU has.
#[test]
fn a_test_domain_is_completed_differently() {
    let xml = "<domain type='test'><name>a</name><uuid>24037088-040d-49bd-a385-07048335f266</uuid>\
               <memory>32768</memory><os><type>hvm</type></os><devices><disk type='file'><source file='/x'/>\
               <target dev='hda'/></disk><serial type='pty'/><graphics type='vnc'/></devices></domain>";
    let def = DomainDef::parse_by(xml, Rules::Test).expect("good XML");
    let text = def.format(FormatFlags::default());
    let devices = "  <devices>
    <disk type='file' device='disk'>
      <source file='/x'/>
      <target dev='hda' bus='ide'/>
      <address type='drive' controller='0' bus='0' target='0' unit='0'/>
    </disk>
    <controller type='ide' index='0'/>
    <serial type='pty'>
      <target port='0'/>
    </serial>
    <console type='pty'>
      <target type='serial' port='0'/>
    </console>
    <graphics type='vnc' port='-1' autoport='yes'>
      <listen type='address'/>
    </graphics>
    <video>
      <model type='cirrus' vram='16384' heads='1' primary='yes'/>
    </video>
  </devices>
</domain>
";
    assert_eq!(&text[text.find("  <devices>").expect("devices")..], devices);
    assert!(text.contains("<type arch='i686'>hvm</type>"));
}

/// Every element of tuning.
const TUNING: &str = "<maxMemory slots='3' unit='MiB'>64</maxMemory>\
    <blkiotune><weight>500</weight><device><path>/a</path><weight>3</weight></device></blkiotune>\
    <memtune><hard_limit unit='MiB'>64</hard_limit><min_guarantee>1</min_guarantee></memtune>\
    <vcpu cpuset='0-3,^2'>3</vcpu><vcpus><vcpu id='0' enabled='yes' order='1'/><vcpu id='2' enabled='no'/></vcpus>\
    <iothreads>1</iothreads><iothreadids><iothread id='2' thread_pool_min='1' thread_pool_max='4'/></iothreadids>\
    <defaultiothread thread_pool_max='8'/>\
    <cputune><shares>4</shares><period>2000</period><quota>-1</quota><vcpupin vcpu='2' cpuset='7'/>\
    <emulatorpin cpuset='1'/><iothreadpin iothread='2' cpuset='2'/><vcpusched vcpus='0-1' scheduler='rr' priority='5'/>\
    <iothreadsched iothreads='2' scheduler='batch'/><emulatorsched scheduler='idle'/>\
    <cachetune vcpus='0'><cache id='0' level='3' type='code' size='3' unit='MiB'/><monitor level='3' vcpus='0'/></cachetune>\
    <memorytune vcpus='1-2'><node id='0' bandwidth='20'/></memorytune></cputune>\
    <numatune><memory mode='preferred' nodeset='1'/></numatune><perf><event name='cmt' enabled='no'/></perf>";

/// Definitions that use every element: text is drawn freely, the rest from lists of what there is.
fn any_domain() -> impl Strategy<Value = String> {
    let text = "[ -~äé€]{1,12}"
        .prop_map(|text| text.replace('&', "&amp;").replace('<', "&lt;").replace('\'', "&apos;"));
    let path = text.clone().prop_map(|text| format!("/{text}"));
    let one = |list: &'static [&'static str]| proptest::sample::select(list);
    let head = proptest::collection::vec(
        prop_oneof![
            text.clone().prop_map(|t| format!("<title>{t}</title>")),
            text.clone().prop_map(|t| format!("<description>{t}\n{t}</description>")),
            text.clone().prop_map(|t| format!("<metadata><x:y xmlns:x='urn:x' z='{t}'>{t}</x:y></metadata>")),
            (1..5u32).prop_map(|n| format!("<vcpu current='1'>{n}</vcpu>")),
            Just(TUNING.to_owned()),
            any::<i32>().prop_map(|n| format!("<clock offset='variable' adjustment='{n}' basis='localtime'/>")),
            any::<u32>().prop_map(|n| format!("<clock offset='absolute' start='{n}'/>")),
            text.clone().prop_map(|t| format!("<clock offset='timezone' timezone='{t}'/>")),
            one(&["utc", "localtime"]).prop_map(|o| format!(
                "<clock offset='{o}' adjustment='reset'><timer name='rtc' tickpolicy='catchup' present='yes'/></clock>"
            )),
            one(&["destroy", "restart", "preserve", "coredump-destroy", "coredump-restart"])
                .prop_map(|a| format!("<on_crash>{a}</on_crash>")),
            Just("<features><acpi/><apic eoi='on'/><pae/><vmport state='off'/></features>".to_owned()),
            Just("<pm><suspend-to-mem enabled='yes'/><suspend-to-disk enabled='no'/></pm>".to_owned()),
            one(&["custom", "host-model", "host-passthrough", "maximum"]).prop_map(|m| format!(
                "<cpu mode='{m}' match='exact'><model fallback='allow'>m</model><feature policy='disable' name='f'/></cpu>"
            )),
            (text.clone(), text.clone()).prop_map(|(a, b)| format!(
                "<q:commandline xmlns:q='http://libvirt.org/schemas/domain/qemu/1.0'><q:arg value='{a}'/>\
                 <q:env name='N' value='{b}'/><q:env name='M'/></q:commandline>"
            )),
        ],
        0..6,
    );
    let disk = (
        path.clone(),
        one(&["bus='ide' dev='hd", "bus='scsi' dev='sd", "bus='virtio' dev='vd", "bus='sata' dev='sd"]),
        one(&["a", "b", "c", "d"]),
        one(&["cache='none'", "cache='directsync' io='native'", "error_policy='stop' rerror_policy='report'", "type='qcow2'"]),
        any::<(bool, bool, bool)>(),
        one(&["<iotune><read_iops_sec>5</read_iops_sec><group_name>g</group_name></iotune>", "<serial>AB-1</serial>", "<alias name='ua-x'/>", "<boot order='3'/>", ""]),
    )
        .prop_map(|(path, prefix, letter, driver, (nbd, readonly, shareable), more)| {
            let (kind, source) = if nbd {
                ("network", format!("<source protocol='nbd' name='{path}'><host transport='unix' socket='{path}'/></source>"))
            } else {
                ("file", format!("<source file='{path}'/>"))
            };
            let flags = [(readonly, "<readonly/>"), (shareable, "<shareable/>")];
            let flags: String = flags.iter().filter(|(on, _)| *on).map(|(_, xml)| *xml).collect();
            format!(
                "<disk type='{kind}'><driver {driver}/>{source}<target {prefix}{letter}'/>{flags}{more}</disk>"
            )
        });
    let device = prop_oneof![
        disk,
        Just("<disk device='cdrom'><target dev='hdc' bus='ide' tray='open'/></disk>".to_owned()),
        path.clone().prop_map(|p| format!("<disk device='floppy'><source file='{p}'/><target dev='fda' bus='fdc'/></disk>")),
        path.clone().prop_map(|p| format!("<serial type='unix'><source mode='bind' path='{p}'/><log file='{p}' append='on'/></serial>")),
        path.clone().prop_map(|p| format!("<serial type='file'><source path='{p}' append='off'/></serial>")),
        text.clone().prop_map(|t| format!("<serial type='tcp'><source mode='bind' host='{t}' service='{t}'/><protocol type='telnet'/></serial>")),
        text.clone().prop_map(|t| format!("<serial type='udp'><source mode='bind' host='{t}'/><source host='{t}' service='{t}'/></serial>")),
        one(&["null", "pty", "stdio"]).prop_map(|k| format!("<serial type='{k}'/>")),
        // A console that comes before the serial port it makes room for would be numbered anew.
        Just("<console/><console type='pty'><target type='virtio'/></console>".to_owned()),
        text.clone().prop_map(|t| format!("<graphics type='vnc' listen='{t}' port='5901' passwd='pw' sharePolicy='ignore' keymap='{t}'/>")),
        Just("<graphics type='vnc' autoport='yes' websocket='-1' passwd='' connected='keep'/>".to_owned()),
        path.clone().prop_map(|p| format!("<graphics type='vnc'><listen type='socket' socket='{p}'/></graphics>")),
        Just("<graphics type='vnc'><listen type='none'/></graphics>".to_owned()),
        one(&["vga", "cirrus", "vmvga", "qxl", "virtio", "bochs", "none"])
            .prop_map(|m| format!("<video><model type='{m}' vram='9000'/></video>")),
        (one(&["ib700", "i6300esb"]), one(&["reset", "shutdown", "poweroff", "pause", "dump", "none", "inject-nmi"]))
            .prop_map(|(m, a)| format!("<watchdog model='{m}' action='{a}'/>")),
        one(&["virtio", "none"]).prop_map(|m| format!("<memballoon model='{m}'><stats period='5'/></memballoon>")),
        one(&["tablet", "mouse", "keyboard"]).prop_map(|k| format!("<input type='{k}' bus='usb'/>")),
        one(&["mouse", "keyboard"]).prop_map(|k| format!("<input type='{k}' bus='virtio'/>")),
        any::<[u8; 3]>().prop_map(|[a, b, c]| format!("<interface><mac address='52:54:00:{a:x}:{b:x}:{c:x}'/><model type='virtio'/><bandwidth><inbound average='1' peak='2'/></bandwidth></interface>")),
        one(&["lsilogic", "virtio-scsi"]).prop_map(|m| format!("<controller type='scsi' model='{m}'/>")),
        one(&["ehci", "qemu-xhci", "none"]).prop_map(|m| format!("<controller type='usb' model='{m}'/>")),
        Just("<panic/>".to_owned()),
        Just("<audio id='7' type='none'/>".to_owned()),
        path.prop_map(|p| format!("<emulator>{p}</emulator>")),
    ];
    (text, head, proptest::collection::vec(device, 0..8)).prop_map(|(name, head, devices)| {
        format!(
            "<domain type='qemu'><name>{}</name><memory unit='b'>33554433</memory><os><type>hvm</type></os>{}\
             <devices>{}</devices></domain>",
            name.replace(['/', '.'], "x"),
            head.concat(),
            devices.concat()
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Reading gives the same definition for its own XML, inactive and as state of a running domain.
    #[test]
    fn a_definition_survives_its_xml(xml in any_domain()) {
        let Ok(mut def) = DomainDef::parse(&xml) else { return Ok(()) };
        let secure = FormatFlags { secure: true, ..FormatFlags::default() };
        let again = DomainDef::parse(&def.format(FormatFlags { inactive: true, ..secure }));
        prop_assert_eq!(again.expect("own XML"), def.clone());
        def.prepare_live(DomainId(7), 3600);
        let again = DomainDef::parse_state(&def.format(FormatFlags { status: true, ..secure }));
        prop_assert_eq!(again.expect("own state"), def);
    }

    /// Damaged XML is an error or a definition, never a panic; what it gives can be written and read.
    #[test]
    fn damage_does_no_harm(xml in any_domain(), cuts in proptest::collection::vec((any::<proptest::sample::Index>(), "[<>'/a0 &]{0,3}"), 1..4)) {
        let mut damaged: Vec<char> = xml.chars().collect();
        for (at, insert) in cuts {
            let at = at.index(damaged.len());
            let end = (at + 2).min(damaged.len());
            damaged.splice(at..end, insert.chars());
        }
        if let Ok(def) = DomainDef::parse(&damaged.iter().collect::<String>()) {
            prop_assert!(DomainDef::parse(&def.format(FormatFlags::default())).is_ok());
        }
    }
}
