//! What is refused, by the words of the refusal, and what is let through.

#![forbid(unsafe_code)]

use crate::conf::domain::DomainDef;

/// The text of the refusal of a domain with these devices.
fn refusal(devices: &str) -> String {
    let xml = format!(
        "<domain type='qemu'><name>a</name><memory>8388608</memory><os><type>hvm</type></os><devices>{devices}\
         </devices></domain>"
    );
    let def = DomainDef::parse(&xml).unwrap_or_else(|error| panic!("{devices}: {error}"));
    match super::check(&def) {
        Ok(()) => "accepted".to_owned(),
        Err(error) => error.message().to_owned(),
    }
}

#[test]
fn devices_that_the_driver_does_not_have() {
    for (name, xml) in [
        ("lease", "<lease><lockspace>l</lockspace><key>k</key><target path='/p'/></lease>"),
        ("filesystem", "<filesystem><source dir='/s'/><target dir='t'/></filesystem>"),
        ("smartcard", "<smartcard mode='host'/>"),
        ("tpm", "<tpm><backend type='emulator'/></tpm>"),
        ("sound", "<sound model='ich6'/>"),
        ("hostdev", "<hostdev type='pci'><source><address bus='1'/></source></hostdev>"),
        ("redirdev", "<redirdev type='spicevmc'/>"),
        ("redirfilter", "<redirfilter><usbdev allow='no'/></redirfilter>"),
        ("hub", "<hub type='usb'/>"),
        ("rng", "<rng model='virtio'><backend model='builtin'/></rng>"),
        ("nvram", "<nvram/>"),
        ("shmem", "<shmem name='n'/>"),
        ("memory", "<memory model='dimm'><target><size>4096</size></target></memory>"),
        ("crypto", "<crypto model='virtio' type='qemu'><backend model='builtin'/></crypto>"),
        ("iommu", "<iommu model='intel'/>"),
        ("vsock", "<vsock/>"),
        ("pstore", "<pstore backend='acpi-erst'><path>/p</path><size>8</size></pstore>"),
    ] {
        let text = format!("unsupported configuration: device '{name}' is not supported");
        assert_eq!(refusal(xml), text, "{xml}");
    }
}

#[test]
fn parts_of_devices_that_the_driver_has() {
    let disk = |more: &str| format!("<disk><source file='/x'/><target dev='vda'/>{more}</disk>");
    let nbd = |source: &str| format!("<disk type='network'>{source}<target dev='vda'/></disk>");
    let interface = |more: &str| format!("<interface>{more}</interface>");
    for (xml, what) in [
        (disk("<wwn>5000c50015ea71ac</wwn>"), "element 'wwn' in 'disk'"),
        (disk("<transient/>"), "element 'transient' in 'disk'"),
        (disk("<driver queues='4'/>"), "attribute 'queues' of 'driver'"),
        (disk("<driver iommu='on'/>"), "attribute 'iommu' of 'driver'"),
        (disk("<driver type='ploop'/>"), "disk format 'ploop'"),
        (disk("<acpi index='3'/>"), "element 'acpi' in 'device'"),
        (disk("<boot order='1' loadparm='A'/>"), "attribute 'loadparm' of 'boot'"),
        (
            disk("<backingStore type='file'><format type='raw'/><source file='/y'/></backingStore>"),
            "element 'backingStore' in 'disk'",
        ),
        ("<disk><source file='/x'/><target dev='xvda'/></disk>".to_owned(), "disk bus 'xen'"),
        ("<disk type='dir'><source dir='/x'/><target dev='vda'/></disk>".to_owned(), "disk type 'dir'"),
        (nbd("<source protocol='rbd' name='p/i'/>"), "disk protocol 'rbd'"),
        (nbd("<source protocol='nbd' tls='yes'><host name='h'/></source>"), "attribute 'tls' of 'source'"),
        ("<controller type='ccid'/>".to_owned(), "controller type 'ccid'"),
        ("<controller type='scsi' model='auto'/>".to_owned(), "controller model 'auto'"),
        (
            "<controller type='scsi'><driver queues='2'/></controller>".to_owned(),
            "element 'driver' in 'controller'",
        ),
        (interface("<link state='down'/>"), "element 'link' in 'interface'"),
        (interface("<rom bar='off'/>"), "element 'rom' in 'device'"),
        ("<interface type='bridge'><source bridge='b'/></interface>".to_owned(), "interface type 'bridge'"),
        ("<serial type='vc'/>".to_owned(), "character device type 'vc'"),
        (
            "<serial type='pty'><target type='usb-serial'/></serial>".to_owned(),
            "serial target type 'usb-serial'",
        ),
        (
            "<serial type='unix'><source path='/s'><reconnect enabled='no'/></source></serial>".to_owned(),
            "element 'reconnect' in 'source'",
        ),
        ("<console><target type='xen'/></console>".to_owned(), "console target type 'xen'"),
        ("<input type='evdev'/>".to_owned(), "input type 'evdev'"),
        ("<graphics type='spice'/>".to_owned(), "graphics type 'spice'"),
        (
            "<graphics type='vnc'><listen type='network' network='n'/></graphics>".to_owned(),
            "listen type 'network'",
        ),
        ("<audio id='1' type='alsa'/>".to_owned(), "audio type 'alsa'"),
        ("<audio id='1' type='none'><input voices='2'/></audio>".to_owned(), "element 'input' in 'audio'"),
        ("<video><model type='ramfb'/></video>".to_owned(), "video model 'ramfb'"),
        ("<video><model blob='on'/></video>".to_owned(), "attribute 'blob' of 'model'"),
        ("<watchdog model='diag288'/>".to_owned(), "watchdog model 'diag288'"),
        (
            "<memballoon model='virtio' autodeflate='on'/>".to_owned(),
            "attribute 'autodeflate' of 'memballoon'",
        ),
        ("<panic model='hyperv'/>".to_owned(), "panic model 'hyperv'"),
        ("<serial><address type='isa' iobase='0x3f8'/></serial>".to_owned(), "address type 'isa'"),
    ] {
        assert_eq!(refusal(&xml), format!("unsupported configuration: {what} is not supported"), "{xml}");
    }
}

#[test]
fn what_says_nothing_is_let_through() {
    for xml in [
        "<disk><source file='/x'/><target dev='vda'/><backingStore/><blockio/><geometry/><acpi/></disk>",
        "<interface><mac address='52:54:00:00:00:01' type='static'/><driver/><link/><tune/><backend/></interface>",
        "<controller type='usb'><driver/></controller>",
        "<graphics type='vnc'><listen type='none'/></graphics>",
        "<memballoon model='virtio'><driver/></memballoon>",
        "<redirfilter/>",
        "<nonsense/>",
    ] {
        assert_eq!(refusal(xml), "accepted", "{xml}");
    }
}
