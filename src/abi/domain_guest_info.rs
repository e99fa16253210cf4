//! Names of the values that a guest agent tells about its guest (part of `libvirt-domain.h`).
//!
//! The string macros of the public header; no code.

/// Guest info: number of devices, as unsigned int.
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_COUNT: &str = "device.count";

/// Guest info: start of the names of one device's fields; its index follows.
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_PREFIX: &str = "device.";

/// Guest info: release date of the device's driver, in seconds since 1970.
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_DRIVER_DATE: &str = ".driverDate";

/// Guest info: name of the device's driver, a string.
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_DRIVER_NAME: &str = ".driverName";

/// Guest info: version of the device's driver, a string.
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_DRIVER_VERSION: &str = ".driverVersion";

/// Guest info: kind of id that follows for the device, such as pci.
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_ID_TYPE: &str = ".idType";

/// Guest info: PCI device id, if the id is of that kind.
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_PCI_DEVICE: &str = ".pciDevice";

/// Guest info: PCI vendor id, if the id is of that kind.
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_PCI_VENDOR: &str = ".pciVendor";

/// Guest info: number of disks, as unsigned int.
pub const VIR_DOMAIN_GUEST_INFO_DISK_COUNT: &str = "disk.count";

/// Guest info: start of the names of one disk's fields; its index follows.
pub const VIR_DOMAIN_GUEST_INFO_DISK_PREFIX: &str = "disk.";

/// Guest info: target name of the disk in the domain XML.
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_ALIAS: &str = ".alias";

/// Guest info: number of devices the disk is built from.
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_DEPENDENCY_COUNT: &str = ".dependency.count";

/// Guest info: start of the names of one such device's fields; its index follows.
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_DEPENDENCY_PREFIX: &str = ".dependency.";

/// Guest info: name of a device the disk is built from.
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_DEPENDENCY_SUFFIX_NAME: &str = ".name";

/// Guest info: other name the guest gives the disk.
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_GUEST_ALIAS: &str = ".guest_alias";

/// Guest info: bus of the disk as the guest sees it.
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_GUEST_BUS: &str = ".guest_bus";

/// Guest info: device name of the disk in the guest.
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_NAME: &str = ".name";

/// Guest info: whether it is a partition, as boolean.
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_PARTITION: &str = ".partition";

/// Guest info: serial number of the disk.
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_SERIAL: &str = ".serial";

/// Guest info: number of file systems, as unsigned int.
pub const VIR_DOMAIN_GUEST_INFO_FS_COUNT: &str = "fs.count";

/// Guest info: start of the names of one file system's fields; its index follows.
pub const VIR_DOMAIN_GUEST_INFO_FS_PREFIX: &str = "fs.";

/// Guest info: number of disks below the file system.
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_COUNT: &str = ".disk.count";

/// Guest info: start of the names of one such disk's fields; its index follows.
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_PREFIX: &str = ".disk.";

/// Guest info: target name in the domain XML of a disk below the file system.
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_ALIAS: &str = ".alias";

/// Guest info: guest device name of a disk below the file system.
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_DEVICE: &str = ".device";

/// Guest info: serial number of a disk below the file system.
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_SERIAL: &str = ".serial";

/// Guest info: type of the file system.
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_FSTYPE: &str = ".fstype";

/// Guest info: mount point of the file system.
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_MOUNTPOINT: &str = ".mountpoint";

/// Guest info: device name of the file system in the guest.
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_NAME: &str = ".name";

/// Guest info: size of the file system in bytes.
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_TOTAL_BYTES: &str = ".total-bytes";

/// Guest info: used space of the file system in bytes.
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_USED_BYTES: &str = ".used-bytes";

/// Guest info: host name of the guest.
pub const VIR_DOMAIN_GUEST_INFO_HOSTNAME_HOSTNAME: &str = "hostname";

/// Guest info: number of network interfaces, as unsigned int.
pub const VIR_DOMAIN_GUEST_INFO_IF_COUNT: &str = "if.count";

/// Guest info: start of the names of one interface's fields; its index follows.
pub const VIR_DOMAIN_GUEST_INFO_IF_PREFIX: &str = "if.";

/// Guest info: number of addresses of the interface.
pub const VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_COUNT: &str = ".addr.count";

/// Guest info: start of the names of one address's fields; its index follows.
pub const VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_PREFIX: &str = ".addr.";

/// Guest info: IP address as text.
pub const VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_ADDR: &str = ".addr";

/// Guest info: length of the network prefix in bits.
pub const VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_PREFIX: &str = ".prefix";

/// Guest info: ipv4 or ipv6.
pub const VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_TYPE: &str = ".type";

/// Guest info: MAC address of the interface.
pub const VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_HWADDR: &str = ".hwaddr";

/// Guest info: name of the interface in the guest.
pub const VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_NAME: &str = ".name";

/// Guest info: load average of fifteen minutes.
pub const VIR_DOMAIN_GUEST_INFO_LOAD_15M: &str = "load.15m";

/// Guest info: load average of one minute.
pub const VIR_DOMAIN_GUEST_INFO_LOAD_1M: &str = "load.1m";

/// Guest info: load average of five minutes.
pub const VIR_DOMAIN_GUEST_INFO_LOAD_5M: &str = "load.5m";

/// Guest info: short id of the operating system.
pub const VIR_DOMAIN_GUEST_INFO_OS_ID: &str = "os.id";

/// Guest info: kernel release.
pub const VIR_DOMAIN_GUEST_INFO_OS_KERNEL_RELEASE: &str = "os.kernel-release";

/// Guest info: kernel version.
pub const VIR_DOMAIN_GUEST_INFO_OS_KERNEL_VERSION: &str = "os.kernel-version";

/// Guest info: machine hardware name.
pub const VIR_DOMAIN_GUEST_INFO_OS_MACHINE: &str = "os.machine";

/// Guest info: name of the operating system.
pub const VIR_DOMAIN_GUEST_INFO_OS_NAME: &str = "os.name";

/// Guest info: name of the operating system with its version, for people.
pub const VIR_DOMAIN_GUEST_INFO_OS_PRETTY_NAME: &str = "os.pretty-name";

/// Guest info: edition of the operating system.
pub const VIR_DOMAIN_GUEST_INFO_OS_VARIANT: &str = "os.variant";

/// Guest info: short id of the edition.
pub const VIR_DOMAIN_GUEST_INFO_OS_VARIANT_ID: &str = "os.variant-id";

/// Guest info: version of the operating system.
pub const VIR_DOMAIN_GUEST_INFO_OS_VERSION: &str = "os.version";

/// Guest info: short id of the version.
pub const VIR_DOMAIN_GUEST_INFO_OS_VERSION_ID: &str = "os.version-id";

/// Guest info: name of the time zone.
pub const VIR_DOMAIN_GUEST_INFO_TIMEZONE_NAME: &str = "timezone.name";

/// Guest info: offset to UTC in seconds.
pub const VIR_DOMAIN_GUEST_INFO_TIMEZONE_OFFSET: &str = "timezone.offset";

/// Guest info: number of logged in users, as unsigned int.
pub const VIR_DOMAIN_GUEST_INFO_USER_COUNT: &str = "user.count";

/// Guest info: start of the names of one user's fields; its index follows.
pub const VIR_DOMAIN_GUEST_INFO_USER_PREFIX: &str = "user.";

/// Guest info: domain of the user, on Windows only.
pub const VIR_DOMAIN_GUEST_INFO_USER_SUFFIX_DOMAIN: &str = ".domain";

/// Guest info: login time in milliseconds since 1970.
pub const VIR_DOMAIN_GUEST_INFO_USER_SUFFIX_LOGIN_TIME: &str = ".login-time";

/// Guest info: name of the user.
pub const VIR_DOMAIN_GUEST_INFO_USER_SUFFIX_NAME: &str = ".name";
