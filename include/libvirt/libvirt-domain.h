/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Written by `make headers` from oxvirt's sources; changes belong there. */

#ifndef LIBVIRT_DOMAIN_H
#define LIBVIRT_DOMAIN_H

#ifndef __VIR_LIBVIRT_H_INCLUDES__
# error "Include libvirt/libvirt.h instead: it includes this file."
#endif

#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/** Sets the bit of a CPU in a bitmap. */
#define VIR_USE_CPU(cpumap, cpu) ((cpumap)[(cpu) >> 3] |= (1 << ((cpu) & 7)))

/** Clears the bit of a CPU in a bitmap. */
#define VIR_UNUSE_CPU(cpumap, cpu) ((cpumap)[(cpu) >> 3] &= ~(1 << ((cpu) & 7)))

/** Tells whether a CPU is set in a bitmap. */
#define VIR_CPU_USED(cpumap, cpu) ((cpumap)[(cpu) >> 3] & (1 << ((cpu) & 7)))

/** Gives the number of bytes of a bitmap for a number of CPUs. */
#define VIR_CPU_MAPLEN(cpu) (((cpu) + 7) >> 3)

/** Gives the address of the bitmap of one vCPU in an array of bitmaps. */
#define VIR_GET_CPUMAP(cpumaps, maplen, vcpu) ((cpumaps) + (vcpu) * (maplen))

/** Tells whether a CPU is set in the bitmap of one vCPU in an array of bitmaps. */
#define VIR_CPU_USABLE(cpumaps, maplen, vcpu, cpu) \
    VIR_CPU_USED(VIR_GET_CPUMAP(cpumaps, maplen, vcpu), cpu)

/** Copies the bitmap of one vCPU out of an array of bitmaps of maplen bytes each. */
#define VIR_COPY_CPUMAP(cpumaps, maplen, vcpu, cpumap) \
    memcpy((cpumap), VIR_GET_CPUMAP(cpumaps, maplen, vcpu), (maplen))

/** Casts a domain event callback to the generic type. */
#define VIR_DOMAIN_EVENT_CALLBACK(cb) ((virConnectDomainEventGenericCallback)(void (*)(void))(cb))

/** Older name of VIR_KEYCODE_SET_QNUM. */
#define VIR_KEYCODE_SET_RFB VIR_KEYCODE_SET_QNUM

/** Older tag of struct _virTypedParameter. */
#define _virBlkioParameter _virTypedParameter

/** Older tag of struct _virTypedParameter. */
#define _virMemoryParameter _virTypedParameter

/** Older tag of struct _virTypedParameter. */
#define _virSchedParameter _virTypedParameter

/** Guest info: number of devices, as unsigned int. */
#define VIR_DOMAIN_GUEST_INFO_DEVICE_COUNT "device.count"

/** Guest info: start of the names of one device's fields; its index follows. */
#define VIR_DOMAIN_GUEST_INFO_DEVICE_PREFIX "device."

/** Guest info: release date of the device's driver, in seconds since 1970. */
#define VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_DRIVER_DATE ".driverDate"

/** Guest info: name of the device's driver, a string. */
#define VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_DRIVER_NAME ".driverName"

/** Guest info: version of the device's driver, a string. */
#define VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_DRIVER_VERSION ".driverVersion"

/** Guest info: kind of id that follows for the device, such as pci. */
#define VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_ID_TYPE ".idType"

/** Guest info: PCI device id, if the id is of that kind. */
#define VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_PCI_DEVICE ".pciDevice"

/** Guest info: PCI vendor id, if the id is of that kind. */
#define VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_PCI_VENDOR ".pciVendor"

/** Guest info: number of disks, as unsigned int. */
#define VIR_DOMAIN_GUEST_INFO_DISK_COUNT "disk.count"

/** Guest info: start of the names of one disk's fields; its index follows. */
#define VIR_DOMAIN_GUEST_INFO_DISK_PREFIX "disk."

/** Guest info: target name of the disk in the domain XML. */
#define VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_ALIAS ".alias"

/** Guest info: number of devices the disk is built from. */
#define VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_DEPENDENCY_COUNT ".dependency.count"

/** Guest info: start of the names of one such device's fields; its index follows. */
#define VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_DEPENDENCY_PREFIX ".dependency."

/** Guest info: name of a device the disk is built from. */
#define VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_DEPENDENCY_SUFFIX_NAME ".name"

/** Guest info: other name the guest gives the disk. */
#define VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_GUEST_ALIAS ".guest_alias"

/** Guest info: bus of the disk as the guest sees it. */
#define VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_GUEST_BUS ".guest_bus"

/** Guest info: device name of the disk in the guest. */
#define VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_NAME ".name"

/** Guest info: whether it is a partition, as boolean. */
#define VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_PARTITION ".partition"

/** Guest info: serial number of the disk. */
#define VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_SERIAL ".serial"

/** Guest info: number of file systems, as unsigned int. */
#define VIR_DOMAIN_GUEST_INFO_FS_COUNT "fs.count"

/** Guest info: start of the names of one file system's fields; its index follows. */
#define VIR_DOMAIN_GUEST_INFO_FS_PREFIX "fs."

/** Guest info: number of disks below the file system. */
#define VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_COUNT ".disk.count"

/** Guest info: start of the names of one such disk's fields; its index follows. */
#define VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_PREFIX ".disk."

/** Guest info: target name in the domain XML of a disk below the file system. */
#define VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_ALIAS ".alias"

/** Guest info: guest device name of a disk below the file system. */
#define VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_DEVICE ".device"

/** Guest info: serial number of a disk below the file system. */
#define VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_SERIAL ".serial"

/** Guest info: type of the file system. */
#define VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_FSTYPE ".fstype"

/** Guest info: mount point of the file system. */
#define VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_MOUNTPOINT ".mountpoint"

/** Guest info: device name of the file system in the guest. */
#define VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_NAME ".name"

/** Guest info: size of the file system in bytes. */
#define VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_TOTAL_BYTES ".total-bytes"

/** Guest info: used space of the file system in bytes. */
#define VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_USED_BYTES ".used-bytes"

/** Guest info: host name of the guest. */
#define VIR_DOMAIN_GUEST_INFO_HOSTNAME_HOSTNAME "hostname"

/** Guest info: number of network interfaces, as unsigned int. */
#define VIR_DOMAIN_GUEST_INFO_IF_COUNT "if.count"

/** Guest info: start of the names of one interface's fields; its index follows. */
#define VIR_DOMAIN_GUEST_INFO_IF_PREFIX "if."

/** Guest info: number of addresses of the interface. */
#define VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_COUNT ".addr.count"

/** Guest info: start of the names of one address's fields; its index follows. */
#define VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_PREFIX ".addr."

/** Guest info: IP address as text. */
#define VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_ADDR ".addr"

/** Guest info: length of the network prefix in bits. */
#define VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_PREFIX ".prefix"

/** Guest info: ipv4 or ipv6. */
#define VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_TYPE ".type"

/** Guest info: MAC address of the interface. */
#define VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_HWADDR ".hwaddr"

/** Guest info: name of the interface in the guest. */
#define VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_NAME ".name"

/** Guest info: load average of fifteen minutes. */
#define VIR_DOMAIN_GUEST_INFO_LOAD_15M "load.15m"

/** Guest info: load average of one minute. */
#define VIR_DOMAIN_GUEST_INFO_LOAD_1M "load.1m"

/** Guest info: load average of five minutes. */
#define VIR_DOMAIN_GUEST_INFO_LOAD_5M "load.5m"

/** Guest info: short id of the operating system. */
#define VIR_DOMAIN_GUEST_INFO_OS_ID "os.id"

/** Guest info: kernel release. */
#define VIR_DOMAIN_GUEST_INFO_OS_KERNEL_RELEASE "os.kernel-release"

/** Guest info: kernel version. */
#define VIR_DOMAIN_GUEST_INFO_OS_KERNEL_VERSION "os.kernel-version"

/** Guest info: machine hardware name. */
#define VIR_DOMAIN_GUEST_INFO_OS_MACHINE "os.machine"

/** Guest info: name of the operating system. */
#define VIR_DOMAIN_GUEST_INFO_OS_NAME "os.name"

/** Guest info: name of the operating system with its version, for people. */
#define VIR_DOMAIN_GUEST_INFO_OS_PRETTY_NAME "os.pretty-name"

/** Guest info: edition of the operating system. */
#define VIR_DOMAIN_GUEST_INFO_OS_VARIANT "os.variant"

/** Guest info: short id of the edition. */
#define VIR_DOMAIN_GUEST_INFO_OS_VARIANT_ID "os.variant-id"

/** Guest info: version of the operating system. */
#define VIR_DOMAIN_GUEST_INFO_OS_VERSION "os.version"

/** Guest info: short id of the version. */
#define VIR_DOMAIN_GUEST_INFO_OS_VERSION_ID "os.version-id"

/** Guest info: name of the time zone. */
#define VIR_DOMAIN_GUEST_INFO_TIMEZONE_NAME "timezone.name"

/** Guest info: offset to UTC in seconds. */
#define VIR_DOMAIN_GUEST_INFO_TIMEZONE_OFFSET "timezone.offset"

/** Guest info: number of logged in users, as unsigned int. */
#define VIR_DOMAIN_GUEST_INFO_USER_COUNT "user.count"

/** Guest info: start of the names of one user's fields; its index follows. */
#define VIR_DOMAIN_GUEST_INFO_USER_PREFIX "user."

/** Guest info: domain of the user, on Windows only. */
#define VIR_DOMAIN_GUEST_INFO_USER_SUFFIX_DOMAIN ".domain"

/** Guest info: login time in milliseconds since 1970. */
#define VIR_DOMAIN_GUEST_INFO_USER_SUFFIX_LOGIN_TIME ".login-time"

/** Guest info: name of the user. */
#define VIR_DOMAIN_GUEST_INFO_USER_SUFFIX_NAME ".name"

/** Announcement parameter: delay before the first repetition, in milliseconds. */
#define VIR_DOMAIN_ANNOUNCE_INTERFACE_INITIAL "initial"

/** Announcement parameter: longest delay between repetitions, in milliseconds. */
#define VIR_DOMAIN_ANNOUNCE_INTERFACE_MAX "max"

/** Announcement parameter: number of announcements. */
#define VIR_DOMAIN_ANNOUNCE_INTERFACE_ROUNDS "rounds"

/** Announcement parameter: growth of the delay from one repetition to the next, in milliseconds. */
#define VIR_DOMAIN_ANNOUNCE_INTERFACE_STEP "step"

/** Interface bandwidth: average inbound rate, in KiB/s. */
#define VIR_DOMAIN_BANDWIDTH_IN_AVERAGE "inbound.average"

/** Interface bandwidth: inbound data that may pass at peak rate, in KiB. */
#define VIR_DOMAIN_BANDWIDTH_IN_BURST "inbound.burst"

/** Interface bandwidth: guaranteed inbound rate, in KiB/s. */
#define VIR_DOMAIN_BANDWIDTH_IN_FLOOR "inbound.floor"

/** Interface bandwidth: peak inbound rate, in KiB/s. */
#define VIR_DOMAIN_BANDWIDTH_IN_PEAK "inbound.peak"

/** Interface bandwidth: average outbound rate, in KiB/s. */
#define VIR_DOMAIN_BANDWIDTH_OUT_AVERAGE "outbound.average"

/** Interface bandwidth: outbound data that may pass at peak rate, in KiB. */
#define VIR_DOMAIN_BANDWIDTH_OUT_BURST "outbound.burst"

/** Interface bandwidth: peak outbound rate, in KiB/s. */
#define VIR_DOMAIN_BANDWIDTH_OUT_PEAK "outbound.peak"

/** Block I/O parameter: bytes read per second by host device, a string of path,limit pairs. */
#define VIR_DOMAIN_BLKIO_DEVICE_READ_BPS "device_read_bytes_sec"

/** Block I/O parameter: read requests per second by host device, a string of path,limit pairs. */
#define VIR_DOMAIN_BLKIO_DEVICE_READ_IOPS "device_read_iops_sec"

/** Block I/O parameter: weights by host device, a string of path,weight pairs. */
#define VIR_DOMAIN_BLKIO_DEVICE_WEIGHT "device_weight"

/** Block I/O parameter: bytes written per second by host device, a string of path,limit pairs. */
#define VIR_DOMAIN_BLKIO_DEVICE_WRITE_BPS "device_write_bytes_sec"

/** Block I/O parameter: write requests per second by host device, a string of path,limit pairs. */
#define VIR_DOMAIN_BLKIO_DEVICE_WRITE_IOPS "device_write_iops_sec"

/** Block I/O parameter: weight of the whole domain, as unsigned int. */
#define VIR_DOMAIN_BLKIO_WEIGHT "weight"

/** Copy job parameter: bandwidth limit in bytes per second, as unsigned long long. */
#define VIR_DOMAIN_BLOCK_COPY_BANDWIDTH "bandwidth"

/** Copy job parameter: most data in flight in bytes, as unsigned long long. */
#define VIR_DOMAIN_BLOCK_COPY_BUF_SIZE "buf-size"

/** Copy job parameter: size of a tracked region in bytes, a power of two, as unsigned int. */
#define VIR_DOMAIN_BLOCK_COPY_GRANULARITY "granularity"

/** Disk throttling: name of the group that shares the limits, a string. */
#define VIR_DOMAIN_BLOCK_IOTUNE_GROUP_NAME "group_name"

/** Disk throttling: limit of bytes per second for reads. */
#define VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC "read_bytes_sec"

/** Disk throttling: limit of bytes per second for reads during a burst. */
#define VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC_MAX "read_bytes_sec_max"

/** Disk throttling: seconds a burst may last under the limit of bytes per second for reads. */
#define VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC_MAX_LENGTH "read_bytes_sec_max_length"

/** Disk throttling: limit of requests per second for reads. */
#define VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC "read_iops_sec"

/** Disk throttling: limit of requests per second for reads during a burst. */
#define VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC_MAX "read_iops_sec_max"

/** Disk throttling: seconds a burst may last under the limit of requests per second for reads. */
#define VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC_MAX_LENGTH "read_iops_sec_max_length"

/** Disk throttling: size in bytes of a request that counts as one; larger ones count more. */
#define VIR_DOMAIN_BLOCK_IOTUNE_SIZE_IOPS_SEC "size_iops_sec"

/** Disk throttling: limit of bytes per second for reads and writes together. */
#define VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC "total_bytes_sec"

/** Disk throttling: limit of bytes per second for reads and writes together during a burst. */
#define VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX "total_bytes_sec_max"

/**
 * Disk throttling: seconds a burst may last under the limit of bytes per second for reads and
 * writes together.
 */
#define VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX_LENGTH "total_bytes_sec_max_length"

/** Disk throttling: limit of requests per second for reads and writes together. */
#define VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC "total_iops_sec"

/** Disk throttling: limit of requests per second for reads and writes together during a burst. */
#define VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC_MAX "total_iops_sec_max"

/**
 * Disk throttling: seconds a burst may last under the limit of requests per second for reads and
 * writes together.
 */
#define VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC_MAX_LENGTH "total_iops_sec_max_length"

/** Disk throttling: limit of bytes per second for writes. */
#define VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC "write_bytes_sec"

/** Disk throttling: limit of bytes per second for writes during a burst. */
#define VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC_MAX "write_bytes_sec_max"

/** Disk throttling: seconds a burst may last under the limit of bytes per second for writes. */
#define VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC_MAX_LENGTH "write_bytes_sec_max_length"

/** Disk throttling: limit of requests per second for writes. */
#define VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC "write_iops_sec"

/** Disk throttling: limit of requests per second for writes during a burst. */
#define VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC_MAX "write_iops_sec_max"

/** Disk throttling: seconds a burst may last under the limit of requests per second for writes. */
#define VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC_MAX_LENGTH "write_iops_sec_max_length"

/** Disk statistic: number of I/O errors. */
#define VIR_DOMAIN_BLOCK_STATS_ERRS "errs"

/** Disk statistic: number of flush requests. */
#define VIR_DOMAIN_BLOCK_STATS_FLUSH_REQ "flush_operations"

/** Disk statistic: time spent on flushes, in nanoseconds. */
#define VIR_DOMAIN_BLOCK_STATS_FLUSH_TOTAL_TIMES "flush_total_times"

/** Disk statistic: bytes read. */
#define VIR_DOMAIN_BLOCK_STATS_READ_BYTES "rd_bytes"

/** Disk statistic: number of read requests. */
#define VIR_DOMAIN_BLOCK_STATS_READ_REQ "rd_operations"

/** Disk statistic: time spent on reads, in nanoseconds. */
#define VIR_DOMAIN_BLOCK_STATS_READ_TOTAL_TIMES "rd_total_times"

/** Disk statistic: bytes written. */
#define VIR_DOMAIN_BLOCK_STATS_WRITE_BYTES "wr_bytes"

/** Disk statistic: number of write requests. */
#define VIR_DOMAIN_BLOCK_STATS_WRITE_REQ "wr_operations"

/** Disk statistic: time spent on writes, in nanoseconds. */
#define VIR_DOMAIN_BLOCK_STATS_WRITE_TOTAL_TIMES "wr_total_times"

/** CPU statistic: CPU time of the domain and its hypervisor process, in nanoseconds. */
#define VIR_DOMAIN_CPU_STATS_CPUTIME "cpu_time"

/** CPU statistic: time in the host kernel, in nanoseconds. */
#define VIR_DOMAIN_CPU_STATS_SYSTEMTIME "system_time"

/** CPU statistic: time in user space of the host, in nanoseconds. */
#define VIR_DOMAIN_CPU_STATS_USERTIME "user_time"

/** CPU statistic: time of the vCPUs alone, in nanoseconds. */
#define VIR_DOMAIN_CPU_STATS_VCPUTIME "vcpu_time"

/** I/O thread parameter: factor by which polling time grows, 0 for the default. */
#define VIR_DOMAIN_IOTHREAD_POLL_GROW "poll_grow"

/** I/O thread parameter: longest polling time in nanoseconds, 0 for no polling. */
#define VIR_DOMAIN_IOTHREAD_POLL_MAX_NS "poll_max_ns"

/** I/O thread parameter: divisor by which polling time shrinks, 0 for the default. */
#define VIR_DOMAIN_IOTHREAD_POLL_SHRINK "poll_shrink"

/** I/O thread parameter: weight of the newest interval when polling time adapts. */
#define VIR_DOMAIN_IOTHREAD_POLL_WEIGHT "poll_weight"

/** I/O thread parameter: most worker threads. */
#define VIR_DOMAIN_IOTHREAD_THREAD_POOL_MAX "thread_pool_max"

/** I/O thread parameter: fewest worker threads. */
#define VIR_DOMAIN_IOTHREAD_THREAD_POOL_MIN "thread_pool_min"

/** Job statistic: how much the guest's CPUs are slowed down, in percent. */
#define VIR_DOMAIN_JOB_AUTO_CONVERGE_THROTTLE "auto_converge_throttle"

/** Job statistic: bytes sent in compressed form. */
#define VIR_DOMAIN_JOB_COMPRESSION_BYTES "compression_bytes"

/** Job statistic: size of the compression cache in bytes. */
#define VIR_DOMAIN_JOB_COMPRESSION_CACHE "compression_cache"

/** Job statistic: pages not found in the compression cache. */
#define VIR_DOMAIN_JOB_COMPRESSION_CACHE_MISSES "compression_cache_misses"

/** Job statistic: pages that compression did not shrink enough. */
#define VIR_DOMAIN_JOB_COMPRESSION_OVERFLOW "compression_overflow"

/** Job statistic: pages sent in compressed form. */
#define VIR_DOMAIN_JOB_COMPRESSION_PAGES "compression_pages"

/** Job statistic: bytes processed so far. */
#define VIR_DOMAIN_JOB_DATA_PROCESSED "data_processed"

/** Job statistic: bytes left to process. */
#define VIR_DOMAIN_JOB_DATA_REMAINING "data_remaining"

/** Job statistic: bytes to process in total. */
#define VIR_DOMAIN_JOB_DATA_TOTAL "data_total"

/** Job statistic: speed of disk transfer in bytes per second. */
#define VIR_DOMAIN_JOB_DISK_BPS "disk_bps"

/** Job statistic: bytes of disks processed so far. */
#define VIR_DOMAIN_JOB_DISK_PROCESSED "disk_processed"

/** Job statistic: bytes of disks left to process. */
#define VIR_DOMAIN_JOB_DISK_REMAINING "disk_remaining"

/** Job statistic: size of temporary disk space of a backup, in bytes. */
#define VIR_DOMAIN_JOB_DISK_TEMP_TOTAL "disk_temp_total"

/** Job statistic: used part of that temporary space, in bytes. */
#define VIR_DOMAIN_JOB_DISK_TEMP_USED "disk_temp_used"

/** Job statistic: bytes of disks to process in total. */
#define VIR_DOMAIN_JOB_DISK_TOTAL "disk_total"

/** Job statistic: pause of the guest, expected or real, in milliseconds. */
#define VIR_DOMAIN_JOB_DOWNTIME "downtime"

/** Job statistic: pause of the guest without clock differences between hosts, in milliseconds. */
#define VIR_DOMAIN_JOB_DOWNTIME_NET "downtime_net"

/** Job statistic: text of the error of a failed job. */
#define VIR_DOMAIN_JOB_ERRMSG "errmsg"

/** Job statistic: speed of memory transfer in bytes per second. */
#define VIR_DOMAIN_JOB_MEMORY_BPS "memory_bps"

/** Job statistic: pages filled with one byte value, which are not sent as a whole. */
#define VIR_DOMAIN_JOB_MEMORY_CONSTANT "memory_constant"

/** Job statistic: pages per second the guest changes. */
#define VIR_DOMAIN_JOB_MEMORY_DIRTY_RATE "memory_dirty_rate"

/** Job statistic: number of the current pass over memory. */
#define VIR_DOMAIN_JOB_MEMORY_ITERATION "memory_iteration"

/** Job statistic: pages sent as they are. */
#define VIR_DOMAIN_JOB_MEMORY_NORMAL "memory_normal"

/** Job statistic: bytes of pages sent as they are. */
#define VIR_DOMAIN_JOB_MEMORY_NORMAL_BYTES "memory_normal_bytes"

/** Job statistic: size of a page in bytes. */
#define VIR_DOMAIN_JOB_MEMORY_PAGE_SIZE "memory_page_size"

/** Job statistic: pages the destination asked for in post-copy. */
#define VIR_DOMAIN_JOB_MEMORY_POSTCOPY_REQS "memory_postcopy_requests"

/** Job statistic: bytes of memory processed so far. */
#define VIR_DOMAIN_JOB_MEMORY_PROCESSED "memory_processed"

/** Job statistic: bytes of memory left to process. */
#define VIR_DOMAIN_JOB_MEMORY_REMAINING "memory_remaining"

/** Job statistic: bytes of memory to process in total. */
#define VIR_DOMAIN_JOB_MEMORY_TOTAL "memory_total"

/** Job statistic: what the job does, a virDomainJobOperation as int. */
#define VIR_DOMAIN_JOB_OPERATION "operation"

/** Job statistic: time of preparation in milliseconds. */
#define VIR_DOMAIN_JOB_SETUP_TIME "setup_time"

/** Job statistic: whether the job succeeded, as boolean. */
#define VIR_DOMAIN_JOB_SUCCESS "success"

/** Job statistic: milliseconds since the start. */
#define VIR_DOMAIN_JOB_TIME_ELAPSED "time_elapsed"

/** Job statistic: milliseconds since the start without clock differences between hosts. */
#define VIR_DOMAIN_JOB_TIME_ELAPSED_NET "time_elapsed_net"

/** Job statistic: estimated milliseconds to the end. */
#define VIR_DOMAIN_JOB_TIME_REMAINING "time_remaining"

/** Job statistic: bytes of assigned devices' state sent so far. */
#define VIR_DOMAIN_JOB_VFIO_DATA_TRANSFERRED "vfio_data_transferred"

/** Launch security: major number of the SEV firmware interface. */
#define VIR_DOMAIN_LAUNCH_SECURITY_SEV_API_MAJOR "sev-api-major"

/** Launch security: minor number of the SEV firmware interface. */
#define VIR_DOMAIN_LAUNCH_SECURITY_SEV_API_MINOR "sev-api-minor"

/** Launch security: build number of the SEV firmware. */
#define VIR_DOMAIN_LAUNCH_SECURITY_SEV_BUILD_ID "sev-build-id"

/** Launch security: measurement of the guest at launch, in base64. */
#define VIR_DOMAIN_LAUNCH_SECURITY_SEV_MEASUREMENT "sev-measurement"

/** Launch security: policy of the SEV guest. */
#define VIR_DOMAIN_LAUNCH_SECURITY_SEV_POLICY "sev-policy"

/** Launch security: secret to inject, in base64. */
#define VIR_DOMAIN_LAUNCH_SECURITY_SEV_SECRET "sev-secret"

/** Launch security: header of the secret, in base64. */
#define VIR_DOMAIN_LAUNCH_SECURITY_SEV_SECRET_HEADER "sev-secret-header"

/** Launch security: physical guest address for the secret. */
#define VIR_DOMAIN_LAUNCH_SECURITY_SEV_SECRET_SET_ADDRESS "sev-secret-set-address"

/** Launch security: policy of the SEV-SNP guest. */
#define VIR_DOMAIN_LAUNCH_SECURITY_SEV_SNP_POLICY "sev-snp-policy"

/** Memory parameter: most host memory the domain may use, in KiB. */
#define VIR_DOMAIN_MEMORY_HARD_LIMIT "hard_limit"

/** Memory parameter: memory the domain always gets, in KiB. */
#define VIR_DOMAIN_MEMORY_MIN_GUARANTEE "min_guarantee"

/** Memory parameter: limit enforced when the host is short of memory, in KiB. */
#define VIR_DOMAIN_MEMORY_SOFT_LIMIT "soft_limit"

/** Memory parameter: most memory plus swap the domain may use, in KiB. */
#define VIR_DOMAIN_MEMORY_SWAP_HARD_LIMIT "swap_hard_limit"

/** NUMA parameter: how memory is taken, a virDomainNumatuneMemMode as int. */
#define VIR_DOMAIN_NUMA_MODE "numa_mode"

/** NUMA parameter: the nodes to take memory from, a string such as 0-1,3. */
#define VIR_DOMAIN_NUMA_NODESET "numa_nodeset"

/** Save parameter: domain XML to use instead of the current one. */
#define VIR_DOMAIN_SAVE_PARAM_DXML "dxml"

/** Save parameter: path of the save file. */
#define VIR_DOMAIN_SAVE_PARAM_FILE "file"

/** Save parameter: format of the save file, a string. */
#define VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT "image_format"

/** Save file format: compressed with bzip2. */
#define VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_BZIP2 "bzip2"

/** Save file format: compressed with gzip. */
#define VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_GZIP "gzip"

/** Save file format: compressed with lzop. */
#define VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_LZOP "lzop"

/** Save file format: one stream without compression. */
#define VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_RAW "raw"

/** Save file format: pages at fixed offsets with holes, fit for parallel channels. */
#define VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_SPARSE "sparse"

/** Save file format: compressed with xz. */
#define VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_XZ "xz"

/** Save file format: compressed with zstd. */
#define VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_ZSTD "zstd"

/** Save parameter: number of channels that read or write at once. */
#define VIR_DOMAIN_SAVE_PARAM_PARALLEL_CHANNELS "parallel.channels"

/** Scheduler parameter: upper limit of CPU use in percent, for the Xen credit scheduler. */
#define VIR_DOMAIN_SCHEDULER_CAP "cap"

/** Scheduler parameter: weight against other domains, as unsigned long long. */
#define VIR_DOMAIN_SCHEDULER_CPU_SHARES "cpu_shares"

/** Scheduler parameter: enforcement interval of the emulator threads, in microseconds. */
#define VIR_DOMAIN_SCHEDULER_EMULATOR_PERIOD "emulator_period"

/** Scheduler parameter: CPU time of the emulator threads per interval, in microseconds. */
#define VIR_DOMAIN_SCHEDULER_EMULATOR_QUOTA "emulator_quota"

/** Scheduler parameter: enforcement interval of the whole domain, in microseconds. */
#define VIR_DOMAIN_SCHEDULER_GLOBAL_PERIOD "global_period"

/** Scheduler parameter: CPU time of the whole domain per interval, in microseconds. */
#define VIR_DOMAIN_SCHEDULER_GLOBAL_QUOTA "global_quota"

/** Scheduler parameter: enforcement interval of each I/O thread, in microseconds. */
#define VIR_DOMAIN_SCHEDULER_IOTHREAD_PERIOD "iothread_period"

/** Scheduler parameter: CPU time of each I/O thread per interval, in microseconds. */
#define VIR_DOMAIN_SCHEDULER_IOTHREAD_QUOTA "iothread_quota"

/** Scheduler parameter: most CPU frequency in MHz, for ESX. */
#define VIR_DOMAIN_SCHEDULER_LIMIT "limit"

/** Scheduler parameter: guaranteed CPU frequency in MHz, for ESX. */
#define VIR_DOMAIN_SCHEDULER_RESERVATION "reservation"

/** Scheduler parameter: number of CPU shares, for ESX. */
#define VIR_DOMAIN_SCHEDULER_SHARES "shares"

/** Scheduler parameter: enforcement interval of each vCPU, in microseconds. */
#define VIR_DOMAIN_SCHEDULER_VCPU_PERIOD "vcpu_period"

/** Scheduler parameter: CPU time of each vCPU per interval, in microseconds. */
#define VIR_DOMAIN_SCHEDULER_VCPU_QUOTA "vcpu_quota"

/** Scheduler parameter: weight for the Xen credit scheduler. */
#define VIR_DOMAIN_SCHEDULER_WEIGHT "weight"

/** Tunable event, disk throttling: target name of the disk, a string. */
#define VIR_DOMAIN_TUNABLE_BLKDEV_DISK "blkdeviotune.disk"

/** Tunable event, disk throttling: name of the group that shares the limits, a string. */
#define VIR_DOMAIN_TUNABLE_BLKDEV_GROUP_NAME "blkdeviotune.group_name"

/** Tunable event, disk throttling: limit of bytes per second for reads. */
#define VIR_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC "blkdeviotune.read_bytes_sec"

/** Tunable event, disk throttling: limit of bytes per second for reads during a burst. */
#define VIR_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC_MAX "blkdeviotune.read_bytes_sec_max"

/**
 * Tunable event, disk throttling: seconds a burst may last under the limit of bytes per second for
 * reads.
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC_MAX_LENGTH "blkdeviotune.read_bytes_sec_max_length"

/** Tunable event, disk throttling: limit of requests per second for reads. */
#define VIR_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC "blkdeviotune.read_iops_sec"

/** Tunable event, disk throttling: limit of requests per second for reads during a burst. */
#define VIR_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC_MAX "blkdeviotune.read_iops_sec_max"

/**
 * Tunable event, disk throttling: seconds a burst may last under the limit of requests per second
 * for reads.
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC_MAX_LENGTH "blkdeviotune.read_iops_sec_max_length"

/**
 * Tunable event, disk throttling: size in bytes of a request that counts as one; larger ones count
 * more.
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_SIZE_IOPS_SEC "blkdeviotune.size_iops_sec"

/** Tunable event, disk throttling: limit of bytes per second for reads and writes together. */
#define VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC "blkdeviotune.total_bytes_sec"

/**
 * Tunable event, disk throttling: limit of bytes per second for reads and writes together during a
 * burst.
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC_MAX "blkdeviotune.total_bytes_sec_max"

/**
 * Tunable event, disk throttling: seconds a burst may last under the limit of bytes per second for
 * reads and writes together.
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC_MAX_LENGTH "blkdeviotune.total_bytes_sec_max_length"

/** Tunable event, disk throttling: limit of requests per second for reads and writes together. */
#define VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC "blkdeviotune.total_iops_sec"

/**
 * Tunable event, disk throttling: limit of requests per second for reads and writes together
 * during a burst.
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC_MAX "blkdeviotune.total_iops_sec_max"

/**
 * Tunable event, disk throttling: seconds a burst may last under the limit of requests per second
 * for reads and writes together.
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC_MAX_LENGTH "blkdeviotune.total_iops_sec_max_length"

/** Tunable event, disk throttling: limit of bytes per second for writes. */
#define VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC "blkdeviotune.write_bytes_sec"

/** Tunable event, disk throttling: limit of bytes per second for writes during a burst. */
#define VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC_MAX "blkdeviotune.write_bytes_sec_max"

/**
 * Tunable event, disk throttling: seconds a burst may last under the limit of bytes per second for
 * writes.
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC_MAX_LENGTH "blkdeviotune.write_bytes_sec_max_length"

/** Tunable event, disk throttling: limit of requests per second for writes. */
#define VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC "blkdeviotune.write_iops_sec"

/** Tunable event, disk throttling: limit of requests per second for writes during a burst. */
#define VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC_MAX "blkdeviotune.write_iops_sec_max"

/**
 * Tunable event, disk throttling: seconds a burst may last under the limit of requests per second
 * for writes.
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC_MAX_LENGTH "blkdeviotune.write_iops_sec_max_length"

/** Tunable event, CPU: weight of the domain. */
#define VIR_DOMAIN_TUNABLE_CPU_CPU_SHARES "cputune.cpu_shares"

/** Tunable event, CPU: host CPUs of the emulator threads, as list. */
#define VIR_DOMAIN_TUNABLE_CPU_EMULATORPIN "cputune.emulatorpin"

/** Tunable event, CPU: enforcement interval of the emulator threads, in microseconds. */
#define VIR_DOMAIN_TUNABLE_CPU_EMULATOR_PERIOD "cputune.emulator_period"

/** Tunable event, CPU: CPU time of the emulator threads per interval, in microseconds. */
#define VIR_DOMAIN_TUNABLE_CPU_EMULATOR_QUOTA "cputune.emulator_quota"

/** Tunable event, CPU: enforcement interval of the whole domain, in microseconds. */
#define VIR_DOMAIN_TUNABLE_CPU_GLOBAL_PERIOD "cputune.global_period"

/** Tunable event, CPU: CPU time of the whole domain per interval, in microseconds. */
#define VIR_DOMAIN_TUNABLE_CPU_GLOBAL_QUOTA "cputune.global_quota"

/** Tunable event, CPU: host CPUs of an I/O thread, as list; a format string that takes its id. */
#define VIR_DOMAIN_TUNABLE_CPU_IOTHREADSPIN "cputune.iothreadpin%u"

/** Tunable event, CPU: enforcement interval of each I/O thread, in microseconds. */
#define VIR_DOMAIN_TUNABLE_CPU_IOTHREAD_PERIOD "cputune.iothread_period"

/** Tunable event, CPU: CPU time of each I/O thread per interval, in microseconds. */
#define VIR_DOMAIN_TUNABLE_CPU_IOTHREAD_QUOTA "cputune.iothread_quota"

/** Tunable event, CPU: host CPUs of a vCPU, as list; a format string that takes its number. */
#define VIR_DOMAIN_TUNABLE_CPU_VCPUPIN "cputune.vcpupin%u"

/** Tunable event, CPU: enforcement interval of each vCPU, in microseconds. */
#define VIR_DOMAIN_TUNABLE_CPU_VCPU_PERIOD "cputune.vcpu_period"

/** Tunable event, CPU: CPU time of each vCPU per interval, in microseconds. */
#define VIR_DOMAIN_TUNABLE_CPU_VCPU_QUOTA "cputune.vcpu_quota"

/** Migration parameter: further slowdown of the guest's CPUs per step, in percent. */
#define VIR_MIGRATE_PARAM_AUTO_CONVERGE_INCREMENT "auto_converge.increment"

/** Migration parameter: first slowdown of the guest's CPUs, in percent. */
#define VIR_MIGRATE_PARAM_AUTO_CONVERGE_INITIAL "auto_converge.initial"

/** Migration parameter: bandwidth limit in MiB/s, as unsigned long long. */
#define VIR_MIGRATE_PARAM_BANDWIDTH "bandwidth"

/** Migration parameter: bandwidth in bytes per second to assume for the final pause. */
#define VIR_MIGRATE_PARAM_BANDWIDTH_AVAIL_SWITCHOVER "bandwidth.avail.switchover"

/** Migration parameter: bandwidth limit of the post-copy phase in MiB/s. */
#define VIR_MIGRATE_PARAM_BANDWIDTH_POSTCOPY "bandwidth.postcopy"

/** Migration parameter: compression method, a string that may be given several times. */
#define VIR_MIGRATE_PARAM_COMPRESSION "compression"

/** Migration parameter: decompression threads of the mt method, as int. */
#define VIR_MIGRATE_PARAM_COMPRESSION_MT_DTHREADS "compression.mt.dthreads"

/** Migration parameter: compression level of the mt method, 0 to 9. */
#define VIR_MIGRATE_PARAM_COMPRESSION_MT_LEVEL "compression.mt.level"

/** Migration parameter: compression threads of the mt method, as int. */
#define VIR_MIGRATE_PARAM_COMPRESSION_MT_THREADS "compression.mt.threads"

/** Migration parameter: page cache of the xbzrle method, in bytes. */
#define VIR_MIGRATE_PARAM_COMPRESSION_XBZRLE_CACHE "compression.xbzrle.cache"

/** Migration parameter: compression level of the zlib method. */
#define VIR_MIGRATE_PARAM_COMPRESSION_ZLIB_LEVEL "compression.zlib.level"

/** Migration parameter: compression level of the zstd method. */
#define VIR_MIGRATE_PARAM_COMPRESSION_ZSTD_LEVEL "compression.zstd.level"

/** Migration parameter: name of the domain on the destination. */
#define VIR_MIGRATE_PARAM_DEST_NAME "destination_name"

/** Migration parameter: domain XML to use on the destination. */
#define VIR_MIGRATE_PARAM_DEST_XML "destination_xml"

/** Migration parameter: port on the destination for copying disks, as int. */
#define VIR_MIGRATE_PARAM_DISKS_PORT "disks_port"

/** Migration parameter: address for copying disks. */
#define VIR_MIGRATE_PARAM_DISKS_URI "disks_uri"

/** Migration parameter: address to which graphics clients are sent. */
#define VIR_MIGRATE_PARAM_GRAPHICS_URI "graphics_uri"

/** Migration parameter: address on which the destination listens. */
#define VIR_MIGRATE_PARAM_LISTEN_ADDRESS "listen_address"

/** Migration parameter: target name of a disk to copy; may be given several times. */
#define VIR_MIGRATE_PARAM_MIGRATE_DISKS "migrate_disks"

/**
 * Migration parameter: target name of a disk whose zero blocks are detected; may be given several
 * times.
 */
#define VIR_MIGRATE_PARAM_MIGRATE_DISKS_DETECT_ZEROES "migrate_disks_detect_zeroes"

/**
 * Migration parameter: target name of a disk whose destination already reads as zeros; may be
 * given several times.
 */
#define VIR_MIGRATE_PARAM_MIGRATE_DISKS_TARGET_ZERO "migrate_disks_target_zero"

/** Migration parameter: number of parallel connections, as int. */
#define VIR_MIGRATE_PARAM_PARALLEL_CONNECTIONS "parallel.connections"

/** Migration parameter: configuration to store on the destination. */
#define VIR_MIGRATE_PARAM_PERSIST_XML "persistent_xml"

/** Migration parameter: host name that the destination's certificate must carry. */
#define VIR_MIGRATE_PARAM_TLS_DESTINATION "tls.destination"

/** Migration parameter: address for the data transfer. */
#define VIR_MIGRATE_PARAM_URI "migrate_uri"

/** Performance event that can be enabled: faults on unaligned access. */
#define VIR_PERF_PARAM_ALIGNMENT_FAULTS "alignment_faults"

/** Performance event that can be enabled: branch instructions. */
#define VIR_PERF_PARAM_BRANCH_INSTRUCTIONS "branch_instructions"

/** Performance event that can be enabled: mispredicted branches. */
#define VIR_PERF_PARAM_BRANCH_MISSES "branch_misses"

/** Performance event that can be enabled: bus cycles. */
#define VIR_PERF_PARAM_BUS_CYCLES "bus_cycles"

/** Performance event that can be enabled: cache misses. */
#define VIR_PERF_PARAM_CACHE_MISSES "cache_misses"

/** Performance event that can be enabled: cache accesses. */
#define VIR_PERF_PARAM_CACHE_REFERENCES "cache_references"

/** Performance event that can be enabled: cache use in bytes, by cache monitoring. */
#define VIR_PERF_PARAM_CMT "cmt"

/** Performance event that can be enabled: context switches. */
#define VIR_PERF_PARAM_CONTEXT_SWITCHES "context_switches"

/** Performance event that can be enabled: time of the CPU clock. */
#define VIR_PERF_PARAM_CPU_CLOCK "cpu_clock"

/** Performance event that can be enabled: CPU cycles. */
#define VIR_PERF_PARAM_CPU_CYCLES "cpu_cycles"

/** Performance event that can be enabled: moves from one host CPU to another. */
#define VIR_PERF_PARAM_CPU_MIGRATIONS "cpu_migrations"

/** Performance event that can be enabled: instructions that had to be emulated. */
#define VIR_PERF_PARAM_EMULATION_FAULTS "emulation_faults"

/** Performance event that can be enabled: instructions executed. */
#define VIR_PERF_PARAM_INSTRUCTIONS "instructions"

/** Performance event that can be enabled: memory traffic in bytes of the local controller. */
#define VIR_PERF_PARAM_MBML "mbml"

/** Performance event that can be enabled: memory traffic in bytes of all controllers. */
#define VIR_PERF_PARAM_MBMT "mbmt"

/** Performance event that can be enabled: page faults. */
#define VIR_PERF_PARAM_PAGE_FAULTS "page_faults"

/** Performance event that can be enabled: page faults that needed disk I/O. */
#define VIR_PERF_PARAM_PAGE_FAULTS_MAJ "page_faults_maj"

/** Performance event that can be enabled: page faults without disk I/O. */
#define VIR_PERF_PARAM_PAGE_FAULTS_MIN "page_faults_min"

/** Performance event that can be enabled: CPU cycles at constant frequency. */
#define VIR_PERF_PARAM_REF_CPU_CYCLES "ref_cpu_cycles"

/** Performance event that can be enabled: cycles stalled in the CPU's backend. */
#define VIR_PERF_PARAM_STALLED_CYCLES_BACKEND "stalled_cycles_backend"

/** Performance event that can be enabled: cycles stalled in the CPU's frontend. */
#define VIR_PERF_PARAM_STALLED_CYCLES_FRONTEND "stalled_cycles_frontend"

/** Performance event that can be enabled: time of the task's clock. */
#define VIR_PERF_PARAM_TASK_CLOCK "task_clock"

/** Bulk statistic: memory the guest sees in total, in KiB. */
#define VIR_DOMAIN_STATS_BALLOON_AVAILABLE "balloon.available"

/** Bulk statistic: current memory, in KiB. */
#define VIR_DOMAIN_STATS_BALLOON_CURRENT "balloon.current"

/** Bulk statistic: memory the guest could reclaim from disk caches, in KiB. */
#define VIR_DOMAIN_STATS_BALLOON_DISK_CACHES "balloon.disk_caches"

/** Bulk statistic: huge pages the guest allocated. */
#define VIR_DOMAIN_STATS_BALLOON_HUGETLB_PGALLOC "balloon.hugetlb_pgalloc"

/** Bulk statistic: huge page allocations that failed in the guest. */
#define VIR_DOMAIN_STATS_BALLOON_HUGETLB_PGFAIL "balloon.hugetlb_pgfail"

/** Bulk statistic: time of the last guest report, in seconds since 1970. */
#define VIR_DOMAIN_STATS_BALLOON_LAST_UPDATE "balloon.last-update"

/** Bulk statistic: page faults that needed disk I/O. */
#define VIR_DOMAIN_STATS_BALLOON_MAJOR_FAULT "balloon.major_fault"

/** Bulk statistic: maximum memory, in KiB. */
#define VIR_DOMAIN_STATS_BALLOON_MAXIMUM "balloon.maximum"

/** Bulk statistic: page faults without disk I/O. */
#define VIR_DOMAIN_STATS_BALLOON_MINOR_FAULT "balloon.minor_fault"

/** Bulk statistic: host memory of the domain's process, in KiB. */
#define VIR_DOMAIN_STATS_BALLOON_RSS "balloon.rss"

/** Bulk statistic: data the guest read from swap, in KiB. */
#define VIR_DOMAIN_STATS_BALLOON_SWAP_IN "balloon.swap_in"

/** Bulk statistic: data the guest wrote to swap, in KiB. */
#define VIR_DOMAIN_STATS_BALLOON_SWAP_OUT "balloon.swap_out"

/** Bulk statistic: memory the guest leaves unused, in KiB. */
#define VIR_DOMAIN_STATS_BALLOON_UNUSED "balloon.unused"

/** Bulk statistic: memory the guest could use without swapping, in KiB. */
#define VIR_DOMAIN_STATS_BALLOON_USABLE "balloon.usable"

/** Bulk statistic: number of disk records, as unsigned int. */
#define VIR_DOMAIN_STATS_BLOCK_COUNT "block.count"

/** Bulk statistic: start of the names of one disk's fields; its index follows. */
#define VIR_DOMAIN_STATS_BLOCK_PREFIX "block."

/** Bulk statistic: highest written offset or space in use, in bytes. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_ALLOCATION ".allocation"

/** Bulk statistic: index of the image in the backing chain. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_BACKINGINDEX ".backingIndex"

/** Bulk statistic: size the guest sees, in bytes. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_CAPACITY ".capacity"

/** Bulk statistic: number of I/O errors. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_ERRORS ".errors"

/** Bulk statistic: number of flush requests. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_FL_REQS ".fl.reqs"

/** Bulk statistic: time spent on flushes, in nanoseconds. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_FL_TIMES ".fl.times"

/** Bulk statistic: start of the names of the flush latency histogram. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_FLUSH_PREFIX ".latency_histogram.flush."

/** Bulk statistic: start of the names of the read latency histogram. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_READ_PREFIX ".latency_histogram.read."

/** Bulk statistic: number of bins of a latency histogram. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_COUNT "bin.count"

/** Bulk statistic: start of the names of one bin's fields; its index follows. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_PREFIX "bin."

/** Bulk statistic: lower bound of a bin, in nanoseconds. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_SUFFIX_START ".start"

/** Bulk statistic: number of requests in a bin. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_SUFFIX_VALUE ".value"

/** Bulk statistic: start of the names of the write latency histogram. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_WRITE_PREFIX ".latency_histogram.write."

/** Bulk statistic: start of the names of the zone append latency histogram. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_ZONE_APPEND_PREFIX ".latency_histogram.zone_append."

/** Bulk statistic: alignment of discard requests, in bytes. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_DISCARD_ALIGNMENT ".limits.discard_alignment"

/** Bulk statistic: largest discard request, in bytes. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_DISCARD_MAX ".limits.discard_max"

/** Bulk statistic: most scatter-gather elements the hardware takes. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_IOV_HW_MAX ".limits.iov_hw_max"

/** Bulk statistic: most scatter-gather elements of a request. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_IOV_MAX ".limits.iov_max"

/** Bulk statistic: smallest alignment of data buffers, in bytes. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_MEMORY_ALIGNMENT_MINIMAL ".limits.memory_alignment_minimal"

/** Bulk statistic: best alignment of data buffers, in bytes. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_MEMORY_ALIGNMENT_OPTIMAL ".limits.memory_alignment_optimal"

/** Bulk statistic: alignment of requests, in bytes. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_REQUEST_ALIGNMENT ".limits.request_alignment"

/** Bulk statistic: largest transfer the hardware takes, in bytes. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_HW_MAX ".limits.transfer_hw_max"

/** Bulk statistic: largest transfer of a request, in bytes. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_MAX ".limits.transfer_max"

/** Bulk statistic: best size of a transfer, in bytes. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_OPTIMAL ".limits.transfer_optimal"

/** Bulk statistic: alignment of requests that write zeros, in bytes. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_WRITE_ZEROES_ALIGNMENT ".limits.write_zeroes_alignment"

/** Bulk statistic: largest request that writes zeros, in bytes. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_WRITE_ZEROES_MAX ".limits.write_zeroes_max"

/** Bulk statistic: target name of the disk. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_NAME ".name"

/** Bulk statistic: path of the source, if it is a local file or device. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_PATH ".path"

/** Bulk statistic: size of the file or device, in bytes. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_PHYSICAL ".physical"

/** Bulk statistic: bytes read. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_RD_BYTES ".rd.bytes"

/** Bulk statistic: number of read requests. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_RD_REQS ".rd.reqs"

/** Bulk statistic: time spent on reads, in nanoseconds. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_RD_TIMES ".rd.times"

/** Bulk statistic: offset in bytes whose crossing raises the block threshold event. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_THRESHOLD ".threshold"

/** Bulk statistic: number of groups of statistics over an interval. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_COUNT ".timed_group.count"

/** Bulk statistic: start of the names of one such group's fields; its index follows. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_PREFIX ".timed_group."

/** Bulk statistic: average flush latency of the interval, in nanoseconds. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_AVG ".flush_latency_avg"

/** Bulk statistic: longest flush latency of the interval, in nanoseconds. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_MAX ".flush_latency_max"

/** Bulk statistic: shortest flush latency of the interval, in nanoseconds. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_MIN ".flush_latency_min"

/** Bulk statistic: length of the group's interval in seconds. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_INTERVAL ".interval"

/** Bulk statistic: average read latency of the interval, in nanoseconds. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_AVG ".rd_latency_avg"

/** Bulk statistic: longest read latency of the interval, in nanoseconds. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_MAX ".rd_latency_max"

/** Bulk statistic: shortest read latency of the interval, in nanoseconds. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_MIN ".rd_latency_min"

/** Bulk statistic: average number of pending reads in the interval. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_QUEUE_DEPTH_AVG ".rd_queue_depth_avg"

/** Bulk statistic: average write latency of the interval, in nanoseconds. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_AVG ".wr_latency_avg"

/** Bulk statistic: longest write latency of the interval, in nanoseconds. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_MAX ".wr_latency_max"

/** Bulk statistic: shortest write latency of the interval, in nanoseconds. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_MIN ".wr_latency_min"

/** Bulk statistic: average number of pending writes in the interval. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_QUEUE_DEPTH_AVG ".wr_queue_depth_avg"

/** Bulk statistic: average zone append latency of the interval, in nanoseconds. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_AVG ".zone_append_latency_avg"

/** Bulk statistic: longest zone append latency of the interval, in nanoseconds. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_MAX ".zone_append_latency_max"

/** Bulk statistic: shortest zone append latency of the interval, in nanoseconds. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_MIN ".zone_append_latency_min"

/** Bulk statistic: average number of pending zone appends in the interval. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_QUEUE_DEPTH_AVG ".zone_append_queue_depth_avg"

/** Bulk statistic: bytes written. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_WR_BYTES ".wr.bytes"

/** Bulk statistic: number of write requests. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_WR_REQS ".wr.reqs"

/** Bulk statistic: time spent on writes, in nanoseconds. */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_WR_TIMES ".wr.times"

/** Bulk statistic: number of cache monitors. */
#define VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_COUNT "cpu.cache.monitor.count"

/** Bulk statistic: start of the names of one cache monitor's fields; its index follows. */
#define VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_PREFIX "cpu.cache.monitor."

/** Bulk statistic: number of cache banks of the monitor. */
#define VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_COUNT ".bank.count"

/** Bulk statistic: start of the names of one bank's fields; its index follows. */
#define VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_PREFIX ".bank."

/** Bulk statistic: cache in use in the bank, in bytes. */
#define VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_SUFFIX_BYTES ".bytes"

/** Bulk statistic: id of the cache bank. */
#define VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_SUFFIX_ID ".id"

/** Bulk statistic: name of the cache monitor. */
#define VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_NAME ".name"

/** Bulk statistic: vCPUs the cache monitor watches, as list. */
#define VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_VCPUS ".vcpus"

/** Bulk statistic: number of energy monitors. */
#define VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_COUNT "cpu.energy.monitor.count"

/** Bulk statistic: start of the names of one energy monitor's fields; its index follows. */
#define VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_PREFIX "cpu.energy.monitor."

/** Bulk statistic: name of the energy monitor. */
#define VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_NAME ".name"

/** Bulk statistic: number of CPU packages of the energy monitor. */
#define VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_COUNT ".pkg.count"

/** Bulk statistic: start of the names of one package's fields; its index follows. */
#define VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_PREFIX ".pkg."

/** Bulk statistic: id of the CPU package. */
#define VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_SUFFIX_ID ".id"

/** Bulk statistic: vCPUs the energy monitor watches, as list. */
#define VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_VCPUS ".vcpus"

/** Bulk statistic: time spent on polling that ended in a halt, in nanoseconds. */
#define VIR_DOMAIN_STATS_CPU_HALTPOLL_FAIL_TIME "cpu.haltpoll.fail.time"

/** Bulk statistic: time spent on polling that avoided a halt, in nanoseconds. */
#define VIR_DOMAIN_STATS_CPU_HALTPOLL_SUCCESS_TIME "cpu.haltpoll.success.time"

/** Bulk statistic: time in the host kernel, in nanoseconds. */
#define VIR_DOMAIN_STATS_CPU_SYSTEM "cpu.system"

/** Bulk statistic: CPU time of the domain, in nanoseconds. */
#define VIR_DOMAIN_STATS_CPU_TIME "cpu.time"

/** Bulk statistic: time in user space of the host, in nanoseconds. */
#define VIR_DOMAIN_STATS_CPU_USER "cpu.user"

/** Bulk statistic: name ending of a hypervisor's own figure that is a current value. */
#define VIR_DOMAIN_STATS_CUSTOM_SUFFIX_TYPE_CUR ".cur"

/** Bulk statistic: name ending of a hypervisor's own figure that is a peak value. */
#define VIR_DOMAIN_STATS_CUSTOM_SUFFIX_TYPE_MAX ".max"

/** Bulk statistic: name ending of a hypervisor's own figure that adds up. */
#define VIR_DOMAIN_STATS_CUSTOM_SUFFIX_TYPE_SUM ".sum"

/** Bulk statistic: way of measuring, a string. */
#define VIR_DOMAIN_STATS_DIRTYRATE_CALC_MODE "dirtyrate.calc_mode"

/** Bulk statistic: length of the measurement in seconds. */
#define VIR_DOMAIN_STATS_DIRTYRATE_CALC_PERIOD "dirtyrate.calc_period"

/** Bulk statistic: start of the measurement. */
#define VIR_DOMAIN_STATS_DIRTYRATE_CALC_START_TIME "dirtyrate.calc_start_time"

/** Bulk statistic: status, a virDomainDirtyRateStatus as int. */
#define VIR_DOMAIN_STATS_DIRTYRATE_CALC_STATUS "dirtyrate.calc_status"

/** Bulk statistic: measured rate in MiB/s. */
#define VIR_DOMAIN_STATS_DIRTYRATE_MEGABYTES_PER_SECOND "dirtyrate.megabytes_per_second"

/** Bulk statistic: start of the names of one vCPU's dirty rate; its number follows. */
#define VIR_DOMAIN_STATS_DIRTYRATE_VCPU_PREFIX "dirtyrate.vcpu."

/** Bulk statistic: measured rate of one vCPU in MiB/s. */
#define VIR_DOMAIN_STATS_DIRTYRATE_VCPU_SUFFIX_MEGABYTES_PER_SECOND ".megabytes_per_second"

/** Bulk statistic: number of I/O threads. */
#define VIR_DOMAIN_STATS_IOTHREAD_COUNT "iothread.count"

/** Bulk statistic: start of the names of one I/O thread's fields; its id follows. */
#define VIR_DOMAIN_STATS_IOTHREAD_PREFIX "iothread."

/** Bulk statistic: factor by which polling time grows. */
#define VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_GROW ".poll-grow"

/** Bulk statistic: longest polling time in nanoseconds. */
#define VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_MAX_NS ".poll-max-ns"

/** Bulk statistic: divisor by which polling time shrinks. */
#define VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_SHRINK ".poll-shrink"

/** Bulk statistic: weight of the newest interval when polling time adapts. */
#define VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_WEIGHT ".poll-weight"

/** Bulk statistic: number of memory bandwidth monitors. */
#define VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_COUNT "memory.bandwidth.monitor.count"

/** Bulk statistic: start of the names of one bandwidth monitor's fields; its index follows. */
#define VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_PREFIX "memory.bandwidth.monitor."

/** Bulk statistic: name of the bandwidth monitor. */
#define VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NAME ".name"

/** Bulk statistic: number of memory controllers of the monitor. */
#define VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_COUNT ".node.count"

/** Bulk statistic: start of the names of one controller's fields; its index follows. */
#define VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_PREFIX ".node."

/** Bulk statistic: bytes moved within the same controller's memory. */
#define VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_BYTES_LOCAL ".bytes.local"

/** Bulk statistic: bytes moved to and from all memory. */
#define VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_BYTES_TOTAL ".bytes.total"

/** Bulk statistic: id of the memory controller. */
#define VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_ID ".id"

/** Bulk statistic: vCPUs the bandwidth monitor watches, as list. */
#define VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_VCPUS ".vcpus"

/** Bulk statistic: number of network interfaces, as unsigned int. */
#define VIR_DOMAIN_STATS_NET_COUNT "net.count"

/** Bulk statistic: start of the names of one interface's fields; its index follows. */
#define VIR_DOMAIN_STATS_NET_PREFIX "net."

/** Bulk statistic: name of the interface on the host. */
#define VIR_DOMAIN_STATS_NET_SUFFIX_NAME ".name"

/** Bulk statistic: bytes received. */
#define VIR_DOMAIN_STATS_NET_SUFFIX_RX_BYTES ".rx.bytes"

/** Bulk statistic: received packets that were dropped. */
#define VIR_DOMAIN_STATS_NET_SUFFIX_RX_DROP ".rx.drop"

/** Bulk statistic: errors on receiving. */
#define VIR_DOMAIN_STATS_NET_SUFFIX_RX_ERRS ".rx.errs"

/** Bulk statistic: packets received. */
#define VIR_DOMAIN_STATS_NET_SUFFIX_RX_PKTS ".rx.pkts"

/** Bulk statistic: bytes sent. */
#define VIR_DOMAIN_STATS_NET_SUFFIX_TX_BYTES ".tx.bytes"

/** Bulk statistic: packets dropped on sending. */
#define VIR_DOMAIN_STATS_NET_SUFFIX_TX_DROP ".tx.drop"

/** Bulk statistic: errors on sending. */
#define VIR_DOMAIN_STATS_NET_SUFFIX_TX_ERRS ".tx.errs"

/** Bulk statistic: packets sent. */
#define VIR_DOMAIN_STATS_NET_SUFFIX_TX_PKTS ".tx.pkts"

/** Bulk statistic, performance event: faults on unaligned access. */
#define VIR_DOMAIN_STATS_PERF_ALIGNMENT_FAULTS "perf.alignment_faults"

/** Bulk statistic, performance event: branch instructions. */
#define VIR_DOMAIN_STATS_PERF_BRANCH_INSTRUCTIONS "perf.branch_instructions"

/** Bulk statistic, performance event: mispredicted branches. */
#define VIR_DOMAIN_STATS_PERF_BRANCH_MISSES "perf.branch_misses"

/** Bulk statistic, performance event: bus cycles. */
#define VIR_DOMAIN_STATS_PERF_BUS_CYCLES "perf.bus_cycles"

/** Bulk statistic, performance event: cache misses. */
#define VIR_DOMAIN_STATS_PERF_CACHE_MISSES "perf.cache_misses"

/** Bulk statistic, performance event: cache accesses. */
#define VIR_DOMAIN_STATS_PERF_CACHE_REFERENCES "perf.cache_references"

/** Bulk statistic, performance event: cache use in bytes, by cache monitoring. */
#define VIR_DOMAIN_STATS_PERF_CMT "perf.cmt"

/** Bulk statistic, performance event: context switches. */
#define VIR_DOMAIN_STATS_PERF_CONTEXT_SWITCHES "perf.context_switches"

/** Bulk statistic, performance event: time of the CPU clock. */
#define VIR_DOMAIN_STATS_PERF_CPU_CLOCK "perf.cpu_clock"

/** Bulk statistic, performance event: CPU cycles. */
#define VIR_DOMAIN_STATS_PERF_CPU_CYCLES "perf.cpu_cycles"

/** Bulk statistic, performance event: moves from one host CPU to another. */
#define VIR_DOMAIN_STATS_PERF_CPU_MIGRATIONS "perf.cpu_migrations"

/** Bulk statistic, performance event: instructions that had to be emulated. */
#define VIR_DOMAIN_STATS_PERF_EMULATION_FAULTS "perf.emulation_faults"

/** Bulk statistic, performance event: instructions executed. */
#define VIR_DOMAIN_STATS_PERF_INSTRUCTIONS "perf.instructions"

/** Bulk statistic, performance event: memory traffic in bytes of the local controller. */
#define VIR_DOMAIN_STATS_PERF_MBML "perf.mbml"

/** Bulk statistic, performance event: memory traffic in bytes of all controllers. */
#define VIR_DOMAIN_STATS_PERF_MBMT "perf.mbmt"

/** Bulk statistic, performance event: page faults. */
#define VIR_DOMAIN_STATS_PERF_PAGE_FAULTS "perf.page_faults"

/** Bulk statistic, performance event: page faults that needed disk I/O. */
#define VIR_DOMAIN_STATS_PERF_PAGE_FAULTS_MAJ "perf.page_faults_maj"

/** Bulk statistic, performance event: page faults without disk I/O. */
#define VIR_DOMAIN_STATS_PERF_PAGE_FAULTS_MIN "perf.page_faults_min"

/** Bulk statistic, performance event: CPU cycles at constant frequency. */
#define VIR_DOMAIN_STATS_PERF_REF_CPU_CYCLES "perf.ref_cpu_cycles"

/** Bulk statistic, performance event: cycles stalled in the CPU's backend. */
#define VIR_DOMAIN_STATS_PERF_STALLED_CYCLES_BACKEND "perf.stalled_cycles_backend"

/** Bulk statistic, performance event: cycles stalled in the CPU's frontend. */
#define VIR_DOMAIN_STATS_PERF_STALLED_CYCLES_FRONTEND "perf.stalled_cycles_frontend"

/** Bulk statistic, performance event: time of the task's clock. */
#define VIR_DOMAIN_STATS_PERF_TASK_CLOCK "perf.task_clock"

/** Bulk statistic: reason in the enum of the state, as int. */
#define VIR_DOMAIN_STATS_STATE_REASON "state.reason"

/** Bulk statistic: state, a virDomainState as int. */
#define VIR_DOMAIN_STATS_STATE_STATE "state.state"

/** Bulk statistic: current number of vCPUs. */
#define VIR_DOMAIN_STATS_VCPU_CURRENT "vcpu.current"

/** Bulk statistic: maximum number of vCPUs. */
#define VIR_DOMAIN_STATS_VCPU_MAXIMUM "vcpu.maximum"

/** Bulk statistic: start of the names of one vCPU's fields; its number follows. */
#define VIR_DOMAIN_STATS_VCPU_PREFIX "vcpu."

/** Bulk statistic: time the vCPU was ready but not run by the host, in nanoseconds. */
#define VIR_DOMAIN_STATS_VCPU_SUFFIX_DELAY ".delay"

/** Bulk statistic: whether the vCPU is halted, as boolean. */
#define VIR_DOMAIN_STATS_VCPU_SUFFIX_HALTED ".halted"

/** Bulk statistic: state, a virVcpuState as int. */
#define VIR_DOMAIN_STATS_VCPU_SUFFIX_STATE ".state"

/** Bulk statistic: CPU time of the vCPU, in nanoseconds. */
#define VIR_DOMAIN_STATS_VCPU_SUFFIX_TIME ".time"

/** Bulk statistic: time the vCPU waited for I/O, in nanoseconds. */
#define VIR_DOMAIN_STATS_VCPU_SUFFIX_WAIT ".wait"

/** Bulk statistic: start of the names of the hypervisor's own figures. */
#define VIR_DOMAIN_STATS_VM_PREFIX "vm."

/** Size of the name of a block I/O parameter in bytes, with the terminating zero. */
#define VIR_DOMAIN_BLKIO_FIELD_LENGTH VIR_TYPED_PARAM_FIELD_LENGTH

/** Size of the name of a block statistics parameter in bytes, with the terminating zero. */
#define VIR_DOMAIN_BLOCK_STATS_FIELD_LENGTH VIR_TYPED_PARAM_FIELD_LENGTH

/** Size of the name of a memory parameter in bytes, with the terminating zero. */
#define VIR_DOMAIN_MEMORY_FIELD_LENGTH VIR_TYPED_PARAM_FIELD_LENGTH

/** Memory parameter: value in KiB that means no limit. */
#define VIR_DOMAIN_MEMORY_PARAM_UNLIMITED 9007199254740991LL

/** Size of the name of a scheduler parameter in bytes, with the terminating zero. */
#define VIR_DOMAIN_SCHED_FIELD_LENGTH VIR_TYPED_PARAM_FIELD_LENGTH

/** Most keys that virDomainSendKey() presses at once. */
#define VIR_DOMAIN_SEND_KEY_MAX_KEYS 16

/** Filters for listing domains; flags of one group add up, groups narrow each other. */
typedef enum {
    /** Include active domains. */
    VIR_CONNECT_LIST_DOMAINS_ACTIVE = (1 << 0),
    /** Include inactive domains. */
    VIR_CONNECT_LIST_DOMAINS_INACTIVE = (1 << 1),
    /** Include persistent domains. */
    VIR_CONNECT_LIST_DOMAINS_PERSISTENT = (1 << 2),
    /** Include transient domains. */
    VIR_CONNECT_LIST_DOMAINS_TRANSIENT = (1 << 3),
    /** Include running domains. */
    VIR_CONNECT_LIST_DOMAINS_RUNNING = (1 << 4),
    /** Include paused domains. */
    VIR_CONNECT_LIST_DOMAINS_PAUSED = (1 << 5),
    /** Include shut off domains. */
    VIR_CONNECT_LIST_DOMAINS_SHUTOFF = (1 << 6),
    /** Include domains in any other state. */
    VIR_CONNECT_LIST_DOMAINS_OTHER = (1 << 7),
    /** Include domains with a managed save image. */
    VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE = (1 << 8),
    /** Include domains without a managed save image. */
    VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE = (1 << 9),
    /** Include domains with autostart. */
    VIR_CONNECT_LIST_DOMAINS_AUTOSTART = (1 << 10),
    /** Include domains without autostart. */
    VIR_CONNECT_LIST_DOMAINS_NO_AUTOSTART = (1 << 11),
    /** Include domains that have snapshots. */
    VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT = (1 << 12),
    /** Include domains without snapshots. */
    VIR_CONNECT_LIST_DOMAINS_NO_SNAPSHOT = (1 << 13),
    /** Include domains that have checkpoints. */
    VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT = (1 << 14),
    /** Include domains without checkpoints. */
    VIR_CONNECT_LIST_DOMAINS_NO_CHECKPOINT = (1 << 15),
} virConnectListAllDomainsFlags;

/** Special timeouts for guest agent answers. */
typedef enum {
    /** Wait without limit. */
    VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK = -2,
    /** Use the built-in timeout. */
    VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_DEFAULT = -1,
    /** Do not wait at all. */
    VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_NOWAIT = 0,
} virDomainAgentResponseTimeoutValues;

/** Flags for setting a guest user's SSH keys. */
typedef enum {
    /** Add the keys to the present ones. */
    VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND = (1 << 0),
    /** Remove the keys from the present ones. */
    VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE = (1 << 1),
} virDomainAuthorizedSSHKeysSetFlags;

/** Flags for opening a channel. */
typedef enum {
    /** Disconnect another user of the channel. */
    VIR_DOMAIN_CHANNEL_FORCE = (1 << 0),
} virDomainChannelFlags;

/** Flags for opening a console. */
typedef enum {
    /** Disconnect another user of the console. */
    VIR_DOMAIN_CONSOLE_FORCE = (1 << 0),
    /** Open only if exclusive use can be guaranteed. */
    VIR_DOMAIN_CONSOLE_SAFE = (1 << 1),
} virDomainConsoleFlags;

/** Details of VIR_DOMAIN_CONTROL_ERROR. */
typedef enum {
    /** No error. */
    VIR_DOMAIN_CONTROL_ERROR_REASON_NONE = 0,
    /** Reason of the error is not known. */
    VIR_DOMAIN_CONTROL_ERROR_REASON_UNKNOWN = 1,
    /** Connection to the hypervisor's monitor is broken. */
    VIR_DOMAIN_CONTROL_ERROR_REASON_MONITOR = 2,
    /** Internal error left the control interface unusable. */
    VIR_DOMAIN_CONTROL_ERROR_REASON_INTERNAL = 3,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_CONTROL_ERROR_REASON_LAST = 4,
#endif
} virDomainControlErrorReason;

/** States of the control interface to a domain. */
typedef enum {
    /** Control interface is free for use. */
    VIR_DOMAIN_CONTROL_OK = 0,
    /** A background job is running; not all calls work meanwhile. */
    VIR_DOMAIN_CONTROL_JOB = 1,
    /** A command is being processed. */
    VIR_DOMAIN_CONTROL_OCCUPIED = 2,
    /** Control interface is unusable; the details hold the reason. */
    VIR_DOMAIN_CONTROL_ERROR = 3,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_CONTROL_LAST = 4,
#endif
} virDomainControlState;

/** Reasons that belong to VIR_DOMAIN_CRASHED. */
typedef enum {
    /** Reason of the crash is not known. */
    VIR_DOMAIN_CRASHED_UNKNOWN = 0,
    /** Guest kernel panicked. */
    VIR_DOMAIN_CRASHED_PANICKED = 1,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_CRASHED_LAST = 2,
#endif
} virDomainCrashedReason;

/** Flags for starting a domain. */
typedef enum {
    /** Default behaviour. */
    VIR_DOMAIN_NONE = 0,
    /** Start with stopped vCPUs. */
    VIR_DOMAIN_START_PAUSED = (1 << 0),
    /** Stop the domain when the connection that started it closes. */
    VIR_DOMAIN_START_AUTODESTROY = (1 << 1),
    /** Keep a managed save image out of the host's file cache. */
    VIR_DOMAIN_START_BYPASS_CACHE = (1 << 2),
    /** Discard a managed save image and boot afresh. */
    VIR_DOMAIN_START_FORCE_BOOT = (1 << 3),
    /** Check the XML against the schema. */
    VIR_DOMAIN_START_VALIDATE = (1 << 4),
    /** Set the NVRAM back to its template. */
    VIR_DOMAIN_START_RESET_NVRAM = (1 << 5),
} virDomainCreateFlags;

/** Flags for storing a domain configuration. */
typedef enum {
    /** Check the XML against the schema. */
    VIR_DOMAIN_DEFINE_VALIDATE = (1 << 0),
} virDomainDefineFlags;

/** Flags for stopping a domain forcibly. */
typedef enum {
    /** Terminate gently, then kill if that does not help. */
    VIR_DOMAIN_DESTROY_DEFAULT = 0,
    /** Never kill; fail if gentle termination does not work. */
    VIR_DOMAIN_DESTROY_GRACEFUL = (1 << 0),
    /** Delete the domain's log files too. */
    VIR_DOMAIN_DESTROY_REMOVE_LOGS = (1 << 1),
} virDomainDestroyFlagsValues;

/** Flags for adding, changing and removing devices. */
typedef enum {
    /** Change the current state: running if active, else stored. */
    VIR_DOMAIN_DEVICE_MODIFY_CURRENT = 0,
    /** Change the running domain. */
    VIR_DOMAIN_DEVICE_MODIFY_LIVE = (1 << 0),
    /** Change the stored configuration. */
    VIR_DOMAIN_DEVICE_MODIFY_CONFIG = (1 << 1),
    /** Force the change, such as ejecting a locked medium. */
    VIR_DOMAIN_DEVICE_MODIFY_FORCE = (1 << 2),
} virDomainDeviceModifyFlags;

/** Flags for associating file descriptors. */
typedef enum {
    /** Restore the security label when the domain stops using it. */
    VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_RESTORE = (1 << 0),
    /** Label it for writing even where only reading is needed. */
    VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_WRITABLE = (1 << 1),
} virDomainFDAssociateFlags;

/** Sources of a guest's host name. */
typedef enum {
    /** Look in the DHCP leases of the network. */
    VIR_DOMAIN_GET_HOSTNAME_LEASE = (1 << 0),
    /** Ask the guest agent. */
    VIR_DOMAIN_GET_HOSTNAME_AGENT = (1 << 1),
} virDomainGetHostnameFlags;

/** Groups of facts about the guest. */
typedef enum {
    /** Users logged in to the guest. */
    VIR_DOMAIN_GUEST_INFO_USERS = (1 << 0),
    /** Operating system of the guest. */
    VIR_DOMAIN_GUEST_INFO_OS = (1 << 1),
    /** Time zone of the guest. */
    VIR_DOMAIN_GUEST_INFO_TIMEZONE = (1 << 2),
    /** Host name of the guest. */
    VIR_DOMAIN_GUEST_INFO_HOSTNAME = (1 << 3),
    /** Mounted file systems of the guest. */
    VIR_DOMAIN_GUEST_INFO_FILESYSTEM = (1 << 4),
    /** Disks of the guest. */
    VIR_DOMAIN_GUEST_INFO_DISKS = (1 << 5),
    /** Network interfaces of the guest. */
    VIR_DOMAIN_GUEST_INFO_INTERFACES = (1 << 6),
    /** Load averages of the guest. */
    VIR_DOMAIN_GUEST_INFO_LOAD = (1 << 7),
    /** Devices and drivers of the guest. */
    VIR_DOMAIN_GUEST_INFO_DEVICES = (1 << 8),
} virDomainGuestInfoTypes;

/** Sources of guest interface addresses. */
typedef enum {
    /** DHCP leases of the network. */
    VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE = 0,
    /** Guest agent. */
    VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT = 1,
    /** ARP table of the host. */
    VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_ARP = 2,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LAST = 3,
#endif
} virDomainInterfaceAddressesSource;

/** Guest events whose action can be chosen. */
typedef enum {
    /** Guest powers off. */
    VIR_DOMAIN_LIFECYCLE_POWEROFF = 0,
    /** Guest reboots. */
    VIR_DOMAIN_LIFECYCLE_REBOOT = 1,
    /** Guest crashes. */
    VIR_DOMAIN_LIFECYCLE_CRASH = 2,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_LIFECYCLE_LAST = 3,
#endif
} virDomainLifecycle;

/** Actions for guest power off, reboot and crash. */
typedef enum {
    /** Stop the domain. */
    VIR_DOMAIN_LIFECYCLE_ACTION_DESTROY = 0,
    /** Start the domain again. */
    VIR_DOMAIN_LIFECYCLE_ACTION_RESTART = 1,
    /** Start the domain again under a new name. */
    VIR_DOMAIN_LIFECYCLE_ACTION_RESTART_RENAME = 2,
    /** Keep the stopped guest for inspection. */
    VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE = 3,
    /** Dump memory, then stop the domain. */
    VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_DESTROY = 4,
    /** Dump memory, then start the domain again. */
    VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_RESTART = 5,
    /** Keep the crashed guest running. */
    VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE_RUNNING = 6,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_LIFECYCLE_ACTION_LAST = 7,
#endif
} virDomainLifecycleAction;

/** Kinds of notes about a domain. */
typedef enum {
    /** Deprecated features in use. */
    VIR_DOMAIN_MESSAGE_DEPRECATION = (1 << 0),
    /** Reasons the domain is tainted. */
    VIR_DOMAIN_MESSAGE_TAINTING = (1 << 1),
    /** Disk I/O errors seen. */
    VIR_DOMAIN_MESSAGE_IOERRORS = (1 << 2),
} virDomainMessageType;

/** Kinds of metadata a domain can hold. */
typedef enum {
    /** Free description text. */
    VIR_DOMAIN_METADATA_DESCRIPTION = 0,
    /** Short title of one line. */
    VIR_DOMAIN_METADATA_TITLE = 1,
    /** Custom XML element, found by namespace URI. */
    VIR_DOMAIN_METADATA_ELEMENT = 2,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_METADATA_LAST = 3,
#endif
} virDomainMetadataType;

/** Flags that tell which state of a domain a call reads or changes. */
typedef enum {
    /** Apply to the current state: running if active, else stored. */
    VIR_DOMAIN_AFFECT_CURRENT = 0,
    /** Apply to the running domain. */
    VIR_DOMAIN_AFFECT_LIVE = (1 << 0),
    /** Apply to the stored configuration. */
    VIR_DOMAIN_AFFECT_CONFIG = (1 << 1),
} virDomainModificationImpact;

/** Reasons that belong to VIR_DOMAIN_NOSTATE. */
typedef enum {
    /** Reason of the unknown state is not known. */
    VIR_DOMAIN_NOSTATE_UNKNOWN = 0,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_NOSTATE_LAST = 1,
#endif
} virDomainNostateReason;

/** Flags for opening a graphics display. */
typedef enum {
    /** Skip the display's authentication. */
    VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH = (1 << 0),
} virDomainOpenGraphicsFlags;

/** Reasons that belong to VIR_DOMAIN_PMSUSPENDED. */
typedef enum {
    /** Reason of the sleep is not known. */
    VIR_DOMAIN_PMSUSPENDED_UNKNOWN = 0,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_PMSUSPENDED_LAST = 1,
#endif
} virDomainPMSuspendedReason;

/** Reasons that belong to VIR_DOMAIN_PAUSED. */
typedef enum {
    /** Reason of the pause is not known. */
    VIR_DOMAIN_PAUSED_UNKNOWN = 0,
    /** Paused by a user's request. */
    VIR_DOMAIN_PAUSED_USER = 1,
    /** Paused for a migration that is not live. */
    VIR_DOMAIN_PAUSED_MIGRATION = 2,
    /** Paused while being saved. */
    VIR_DOMAIN_PAUSED_SAVE = 3,
    /** Paused while its memory is dumped. */
    VIR_DOMAIN_PAUSED_DUMP = 4,
    /** Paused because of a disk I/O error. */
    VIR_DOMAIN_PAUSED_IOERROR = 5,
    /** Paused because the watchdog fired. */
    VIR_DOMAIN_PAUSED_WATCHDOG = 6,
    /** Paused after reverting to a snapshot. */
    VIR_DOMAIN_PAUSED_FROM_SNAPSHOT = 7,
    /** Paused during power off. */
    VIR_DOMAIN_PAUSED_SHUTTING_DOWN = 8,
    /** Paused while a snapshot is made. */
    VIR_DOMAIN_PAUSED_SNAPSHOT = 9,
    /** Paused because the guest crashed. */
    VIR_DOMAIN_PAUSED_CRASHED = 10,
    /** Not running yet, the domain is being started. */
    VIR_DOMAIN_PAUSED_STARTING_UP = 11,
    /** Paused on the source during a post-copy migration. */
    VIR_DOMAIN_PAUSED_POSTCOPY = 12,
    /** Paused because a post-copy migration failed. */
    VIR_DOMAIN_PAUSED_POSTCOPY_FAILED = 13,
    /** Paused because an error of an API call left it so. */
    VIR_DOMAIN_PAUSED_API_ERROR = 14,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_PAUSED_LAST = 15,
#endif
} virDomainPausedReason;

/** Ways to ask the guest to reboot. */
typedef enum {
    /** Hypervisor chooses the way. */
    VIR_DOMAIN_REBOOT_DEFAULT = 0,
    /** Press the ACPI power button, then start again. */
    VIR_DOMAIN_REBOOT_ACPI_POWER_BTN = (1 << 0),
    /** Ask the guest agent. */
    VIR_DOMAIN_REBOOT_GUEST_AGENT = (1 << 1),
    /** Use the initctl of a container. */
    VIR_DOMAIN_REBOOT_INITCTL = (1 << 2),
    /** Send a signal to a container's init. */
    VIR_DOMAIN_REBOOT_SIGNAL = (1 << 3),
    /** Use the guest's paravirtual control. */
    VIR_DOMAIN_REBOOT_PARAVIRT = (1 << 4),
} virDomainRebootFlagValues;

/** Reasons that belong to VIR_DOMAIN_RUNNING. */
typedef enum {
    /** Reason for running is not known. */
    VIR_DOMAIN_RUNNING_UNKNOWN = 0,
    /** Booted normally. */
    VIR_DOMAIN_RUNNING_BOOTED = 1,
    /** Migrated here from another host. */
    VIR_DOMAIN_RUNNING_MIGRATED = 2,
    /** Restored from a save file. */
    VIR_DOMAIN_RUNNING_RESTORED = 3,
    /** Reverted to a snapshot. */
    VIR_DOMAIN_RUNNING_FROM_SNAPSHOT = 4,
    /** Resumed after a pause. */
    VIR_DOMAIN_RUNNING_UNPAUSED = 5,
    /** Continues since its migration away failed or was cancelled. */
    VIR_DOMAIN_RUNNING_MIGRATION_CANCELED = 6,
    /** Continues since saving it failed or was cancelled. */
    VIR_DOMAIN_RUNNING_SAVE_CANCELED = 7,
    /** Woken up from power management sleep. */
    VIR_DOMAIN_RUNNING_WAKEUP = 8,
    /** Keeps running although the guest crashed, as configured. */
    VIR_DOMAIN_RUNNING_CRASHED = 9,
    /** Runs on the destination during a post-copy migration. */
    VIR_DOMAIN_RUNNING_POSTCOPY = 10,
    /** Runs on the destination although the post-copy migration failed. */
    VIR_DOMAIN_RUNNING_POSTCOPY_FAILED = 11,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_RUNNING_LAST = 12,
#endif
} virDomainRunningReason;

/** Flags for setting the guest's clock. */
typedef enum {
    /** Take the time from the guest's hardware clock. */
    VIR_DOMAIN_TIME_SYNC = (1 << 0),
} virDomainSetTimeFlags;

/** Flags for setting a guest user's password. */
typedef enum {
    /** Password is already hashed. */
    VIR_DOMAIN_PASSWORD_ENCRYPTED = (1 << 0),
} virDomainSetUserPasswordFlags;

/** Ways to ask the guest to power off. */
typedef enum {
    /** Hypervisor chooses the way. */
    VIR_DOMAIN_SHUTDOWN_DEFAULT = 0,
    /** Press the ACPI power button. */
    VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN = (1 << 0),
    /** Ask the guest agent. */
    VIR_DOMAIN_SHUTDOWN_GUEST_AGENT = (1 << 1),
    /** Use the initctl of a container. */
    VIR_DOMAIN_SHUTDOWN_INITCTL = (1 << 2),
    /** Send a signal to a container's init. */
    VIR_DOMAIN_SHUTDOWN_SIGNAL = (1 << 3),
    /** Use the guest's paravirtual control. */
    VIR_DOMAIN_SHUTDOWN_PARAVIRT = (1 << 4),
} virDomainShutdownFlagValues;

/** Reasons that belong to VIR_DOMAIN_SHUTDOWN. */
typedef enum {
    /** Reason of the power off is not known. */
    VIR_DOMAIN_SHUTDOWN_UNKNOWN = 0,
    /** Power off was requested by a user. */
    VIR_DOMAIN_SHUTDOWN_USER = 1,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_SHUTDOWN_LAST = 2,
#endif
} virDomainShutdownReason;

/** Reasons that belong to VIR_DOMAIN_SHUTOFF. */
typedef enum {
    /** Reason for being inactive is not known. */
    VIR_DOMAIN_SHUTOFF_UNKNOWN = 0,
    /** Powered off normally. */
    VIR_DOMAIN_SHUTOFF_SHUTDOWN = 1,
    /** Stopped forcibly. */
    VIR_DOMAIN_SHUTOFF_DESTROYED = 2,
    /** Stopped by a crash. */
    VIR_DOMAIN_SHUTOFF_CRASHED = 3,
    /** Migrated to another host. */
    VIR_DOMAIN_SHUTOFF_MIGRATED = 4,
    /** Saved to a file. */
    VIR_DOMAIN_SHUTOFF_SAVED = 5,
    /** Failed to start. */
    VIR_DOMAIN_SHUTOFF_FAILED = 6,
    /** Reverted to a snapshot of an inactive domain. */
    VIR_DOMAIN_SHUTOFF_FROM_SNAPSHOT = 7,
    /** Found dead when the daemon looked for its running domains. */
    VIR_DOMAIN_SHUTOFF_DAEMON = 8,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_SHUTOFF_LAST = 9,
#endif
} virDomainShutoffReason;

/** States a domain can be in. */
typedef enum {
    /** State cannot be told. */
    VIR_DOMAIN_NOSTATE = 0,
    /** Domain is running. */
    VIR_DOMAIN_RUNNING = 1,
    /** Domain is active but waits for something, such as I/O. */
    VIR_DOMAIN_BLOCKED = 2,
    /** Domain is active but its vCPUs are stopped. */
    VIR_DOMAIN_PAUSED = 3,
    /** Guest is powering off. */
    VIR_DOMAIN_SHUTDOWN = 4,
    /** Domain is inactive. */
    VIR_DOMAIN_SHUTOFF = 5,
    /** Guest crashed and the domain stopped. */
    VIR_DOMAIN_CRASHED = 6,
    /** Guest is asleep through its own power management. */
    VIR_DOMAIN_PMSUSPENDED = 7,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_LAST = 8,
#endif
} virDomainState;

/** Flags for deleting a domain configuration. */
typedef enum {
    /** Delete the managed save image too. */
    VIR_DOMAIN_UNDEFINE_MANAGED_SAVE = (1 << 0),
    /** Delete the records of snapshots too. */
    VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA = (1 << 1),
    /** Delete the NVRAM file too. */
    VIR_DOMAIN_UNDEFINE_NVRAM = (1 << 2),
    /** Keep the NVRAM file. */
    VIR_DOMAIN_UNDEFINE_KEEP_NVRAM = (1 << 3),
    /** Delete the records of checkpoints too. */
    VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA = (1 << 4),
    /** Delete the TPM state too. */
    VIR_DOMAIN_UNDEFINE_TPM = (1 << 5),
    /** Keep the TPM state. */
    VIR_DOMAIN_UNDEFINE_KEEP_TPM = (1 << 6),
} virDomainUndefineFlagsValues;

/** Flags for describing a domain as XML. */
typedef enum {
    /** Include secrets such as passwords. */
    VIR_DOMAIN_XML_SECURE = (1 << 0),
    /** Show the stored configuration. */
    VIR_DOMAIN_XML_INACTIVE = (1 << 1),
    /** Adapt the guest CPU to the host CPU. */
    VIR_DOMAIN_XML_UPDATE_CPU = (1 << 2),
    /** Leave out what a migration destination could not read. */
    VIR_DOMAIN_XML_MIGRATABLE = (1 << 3),
} virDomainXMLFlags;

/** Sets of key codes. */
typedef enum {
    /** Key codes of the Linux input layer. */
    VIR_KEYCODE_SET_LINUX = 0,
    /** Scan codes of the XT keyboard. */
    VIR_KEYCODE_SET_XT = 1,
    /** Scan codes of AT keyboards, set 1. */
    VIR_KEYCODE_SET_ATSET1 = 2,
    /** Scan codes of AT keyboards, set 2. */
    VIR_KEYCODE_SET_ATSET2 = 3,
    /** Scan codes of AT keyboards, set 3. */
    VIR_KEYCODE_SET_ATSET3 = 4,
    /** Virtual key codes of macOS. */
    VIR_KEYCODE_SET_OSX = 5,
    /** XT codes in the Linux keyboard driver's variant. */
    VIR_KEYCODE_SET_XT_KBD = 6,
    /** Key codes of USB HID. */
    VIR_KEYCODE_SET_USB = 7,
    /** Virtual key codes of Windows. */
    VIR_KEYCODE_SET_WIN32 = 8,
    /** QEMU's numbers, XT codes with a changed prefix. */
    VIR_KEYCODE_SET_QNUM = 9,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_KEYCODE_SET_LAST = 10,
#endif
} virKeycodeSet;

/** Flags for the domain capabilities XML. */
typedef enum {
    /** Show deprecated CPU features as disabled. */
    VIR_CONNECT_GET_DOMAIN_CAPABILITIES_DISABLE_DEPRECATED_FEATURES = (1 << 0),
    /** List all features of the CPU model. */
    VIR_CONNECT_GET_DOMAIN_CAPABILITIES_EXPAND_CPU_FEATURES = (1 << 1),
    /** List all CPU features the host supports. */
    VIR_CONNECT_GET_DOMAIN_CAPABILITIES_SUPPORTED_CPU_FEATURES = (1 << 2),
} virConnectGetDomainCapabilitiesFlags;

/** Display kinds whose settings are read again. */
typedef enum {
    /** Any kind of display. */
    VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_ANY = 0,
    /** VNC display. */
    VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_VNC = 1,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_LAST = 2,
#endif
} virDomainGraphicsReloadType;

/** Flags for virDomainBlockCommit(). */
typedef enum {
    /** Commit only to the next image of the chain. */
    VIR_DOMAIN_BLOCK_COMMIT_SHALLOW = (1 << 0),
    /** Delete the images that become unused. */
    VIR_DOMAIN_BLOCK_COMMIT_DELETE = (1 << 1),
    /** Allow committing the image in use. */
    VIR_DOMAIN_BLOCK_COMMIT_ACTIVE = (1 << 2),
    /** Keep the backing file name relative. */
    VIR_DOMAIN_BLOCK_COMMIT_RELATIVE = (1 << 3),
    /** Bandwidth is in bytes per second instead of MiB/s. */
    VIR_DOMAIN_BLOCK_COMMIT_BANDWIDTH_BYTES = (1 << 4),
} virDomainBlockCommitFlags;

/** Flags for virDomainBlockCopy(). */
typedef enum {
    /** Copy only the top image. */
    VIR_DOMAIN_BLOCK_COPY_SHALLOW = (1 << 0),
    /** Use an existing destination. */
    VIR_DOMAIN_BLOCK_COPY_REUSE_EXT = (1 << 1),
    /** Accept losing the job if the domain stops. */
    VIR_DOMAIN_BLOCK_COPY_TRANSIENT_JOB = (1 << 2),
    /** Complete guest writes only when the copy has them too. */
    VIR_DOMAIN_BLOCK_COPY_SYNCHRONOUS_WRITES = (1 << 3),
    /** Destination already reads as zeros everywhere. */
    VIR_DOMAIN_BLOCK_COPY_TARGET_ZEROED = (1 << 4),
} virDomainBlockCopyFlags;

/** Flags for ending a block job. */
typedef enum {
    /** Return before the job has ended. */
    VIR_DOMAIN_BLOCK_JOB_ABORT_ASYNC = (1 << 0),
    /** Switch to the new image when ending the job. */
    VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT = (1 << 1),
} virDomainBlockJobAbortFlags;

/** Flags for querying a block job. */
typedef enum {
    /** Report the bandwidth in bytes per second. */
    VIR_DOMAIN_BLOCK_JOB_INFO_BANDWIDTH_BYTES = (1 << 0),
} virDomainBlockJobInfoFlags;

/** Flags for limiting a block job's bandwidth. */
typedef enum {
    /** Bandwidth is in bytes per second instead of MiB/s. */
    VIR_DOMAIN_BLOCK_JOB_SPEED_BANDWIDTH_BYTES = (1 << 0),
} virDomainBlockJobSetSpeedFlags;

/** Kinds of block jobs. */
typedef enum {
    /** Kind of job is not known. */
    VIR_DOMAIN_BLOCK_JOB_TYPE_UNKNOWN = 0,
    /** Pull of backing data into the top image. */
    VIR_DOMAIN_BLOCK_JOB_TYPE_PULL = 1,
    /** Copy or mirror to another destination. */
    VIR_DOMAIN_BLOCK_JOB_TYPE_COPY = 2,
    /** Commit of a lower image into its base. */
    VIR_DOMAIN_BLOCK_JOB_TYPE_COMMIT = 3,
    /** Commit of the image in use, to be ended by a pivot or abort. */
    VIR_DOMAIN_BLOCK_JOB_TYPE_ACTIVE_COMMIT = 4,
    /** Backup of the disk. */
    VIR_DOMAIN_BLOCK_JOB_TYPE_BACKUP = 5,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_BLOCK_JOB_TYPE_LAST = 6,
#endif
} virDomainBlockJobType;

/** Flags for virDomainBlockPull(). */
typedef enum {
    /** Bandwidth is in bytes per second instead of MiB/s. */
    VIR_DOMAIN_BLOCK_PULL_BANDWIDTH_BYTES = (1 << 6),
} virDomainBlockPullFlags;

/** Flags for virDomainBlockRebase(). */
typedef enum {
    /** Copy only the top image. */
    VIR_DOMAIN_BLOCK_REBASE_SHALLOW = (1 << 0),
    /** Use an existing destination file. */
    VIR_DOMAIN_BLOCK_REBASE_REUSE_EXT = (1 << 1),
    /** Make the destination a raw file. */
    VIR_DOMAIN_BLOCK_REBASE_COPY_RAW = (1 << 2),
    /** Start a copy job instead of a pull. */
    VIR_DOMAIN_BLOCK_REBASE_COPY = (1 << 3),
    /** Keep the backing file name relative. */
    VIR_DOMAIN_BLOCK_REBASE_RELATIVE = (1 << 4),
    /** Destination is a block device. */
    VIR_DOMAIN_BLOCK_REBASE_COPY_DEV = (1 << 5),
    /** Bandwidth is in bytes per second instead of MiB/s. */
    VIR_DOMAIN_BLOCK_REBASE_BANDWIDTH_BYTES = (1 << 6),
} virDomainBlockRebaseFlags;

/** Flags for changing a disk's size. */
typedef enum {
    /** Size is in bytes instead of KiB. */
    VIR_DOMAIN_BLOCK_RESIZE_BYTES = (1 << 0),
    /** Grow to the full size of the underlying device. */
    VIR_DOMAIN_BLOCK_RESIZE_CAPACITY = (1 << 1),
    /** Refuse to shrink. */
    VIR_DOMAIN_BLOCK_RESIZE_EXTEND = (1 << 2),
} virDomainBlockResizeFlags;

/** Reasons that belong to VIR_DOMAIN_BLOCKED. */
typedef enum {
    /** Reason for being blocked is not known. */
    VIR_DOMAIN_BLOCKED_UNKNOWN = 0,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_BLOCKED_LAST = 1,
#endif
} virDomainBlockedReason;

/** Kinds of disk I/O errors. */
typedef enum {
    /** No error. */
    VIR_DOMAIN_DISK_ERROR_NONE = 0,
    /** Some I/O error. */
    VIR_DOMAIN_DISK_ERROR_UNSPEC = 1,
    /** No space left on the storage. */
    VIR_DOMAIN_DISK_ERROR_NO_SPACE = 2,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_DISK_ERROR_LAST = 3,
#endif
} virDomainDiskErrorCode;

/** Reasons of a guest's suspend to disk. */
typedef enum {
    /** Reason of the suspend to disk is not known. */
    VIR_DOMAIN_PMSUSPENDED_DISK_UNKNOWN = 0,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_PMSUSPENDED_DISK_LAST = 1,
#endif
} virDomainPMSuspendedDiskReason;

/** Reasons of a guest agent event. */
typedef enum {
    /** Reason of the change is not known. */
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_UNKNOWN = 0,
    /** State when the domain started. */
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_DOMAIN_STARTED = 1,
    /** The agent's channel changed its state. */
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_CHANNEL = 2,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_LAST = 3,
#endif
} virConnectDomainEventAgentLifecycleReason;

/** States of the guest agent connection. */
typedef enum {
    /** Guest agent is connected. */
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_CONNECTED = 1,
    /** Guest agent is disconnected. */
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_DISCONNECTED = 2,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_LAST = 3,
#endif
} virConnectDomainEventAgentLifecycleState;

/** Statuses reported by block job events. */
typedef enum {
    /** Job ended with success. */
    VIR_DOMAIN_BLOCK_JOB_COMPLETED = 0,
    /** Job failed. */
    VIR_DOMAIN_BLOCK_JOB_FAILED = 1,
    /** Job was cancelled. */
    VIR_DOMAIN_BLOCK_JOB_CANCELED = 2,
    /** Job is in sync and can be ended by a pivot or abort. */
    VIR_DOMAIN_BLOCK_JOB_READY = 3,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_BLOCK_JOB_LAST = 4,
#endif
} virConnectDomainEventBlockJobStatus;

/** Reasons of a disk change event. */
typedef enum {
    /** Source was missing at start, so the medium was removed. */
    VIR_DOMAIN_EVENT_DISK_CHANGE_MISSING_ON_START = 0,
    /** Source was missing at start, so the disk was dropped. */
    VIR_DOMAIN_EVENT_DISK_DROP_MISSING_ON_START = 1,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_EVENT_DISK_CHANGE_LAST = 2,
#endif
} virConnectDomainEventDiskChangeReason;

/** Details of VIR_DOMAIN_EVENT_CRASHED. */
typedef enum {
    /** Guest kernel panicked. */
    VIR_DOMAIN_EVENT_CRASHED_PANICKED = 0,
    /** Guest loaded its crash kernel. */
    VIR_DOMAIN_EVENT_CRASHED_CRASHLOADED = 1,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_EVENT_CRASHED_LAST = 2,
#endif
} virDomainEventCrashedDetailType;

/** Details of VIR_DOMAIN_EVENT_DEFINED. */
typedef enum {
    /** New configuration was added. */
    VIR_DOMAIN_EVENT_DEFINED_ADDED = 0,
    /** Existing configuration was changed. */
    VIR_DOMAIN_EVENT_DEFINED_UPDATED = 1,
    /** Configuration got a new name. */
    VIR_DOMAIN_EVENT_DEFINED_RENAMED = 2,
    /** Configuration came back from a snapshot. */
    VIR_DOMAIN_EVENT_DEFINED_FROM_SNAPSHOT = 3,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_EVENT_DEFINED_LAST = 4,
#endif
} virDomainEventDefinedDetailType;

/** Address families of graphics events. */
typedef enum {
    /** IPv4 address. */
    VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV4 = 0,
    /** IPv6 address. */
    VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV6 = 1,
    /** Path of a UNIX socket. */
    VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_UNIX = 2,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_LAST = 3,
#endif
} virDomainEventGraphicsAddressType;

/** Phases of a graphics client's connection. */
typedef enum {
    /** Client made a connection. */
    VIR_DOMAIN_EVENT_GRAPHICS_CONNECT = 0,
    /** Client is authenticated and ready. */
    VIR_DOMAIN_EVENT_GRAPHICS_INITIALIZE = 1,
    /** Client is gone. */
    VIR_DOMAIN_EVENT_GRAPHICS_DISCONNECT = 2,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_EVENT_GRAPHICS_LAST = 3,
#endif
} virDomainEventGraphicsPhase;

/** Kinds of domain events and the callback type of each. */
typedef enum {
    /** Start, stop and other lifecycle changes; use virConnectDomainEventCallback. */
    VIR_DOMAIN_EVENT_ID_LIFECYCLE = 0,
    /** Guest rebooted; use virConnectDomainEventGenericCallback. */
    VIR_DOMAIN_EVENT_ID_REBOOT = 1,
    /** Guest set its clock; use virConnectDomainEventRTCChangeCallback. */
    VIR_DOMAIN_EVENT_ID_RTC_CHANGE = 2,
    /** Watchdog fired; use virConnectDomainEventWatchdogCallback. */
    VIR_DOMAIN_EVENT_ID_WATCHDOG = 3,
    /** Disk I/O error; use virConnectDomainEventIOErrorCallback. */
    VIR_DOMAIN_EVENT_ID_IO_ERROR = 4,
    /** Graphics client came or went; use virConnectDomainEventGraphicsCallback. */
    VIR_DOMAIN_EVENT_ID_GRAPHICS = 5,
    /** Disk I/O error with reason; use virConnectDomainEventIOErrorReasonCallback. */
    VIR_DOMAIN_EVENT_ID_IO_ERROR_REASON = 6,
    /** Control of the hypervisor was lost; use virConnectDomainEventGenericCallback. */
    VIR_DOMAIN_EVENT_ID_CONTROL_ERROR = 7,
    /** Block job changed, disk given by path; use virConnectDomainEventBlockJobCallback. */
    VIR_DOMAIN_EVENT_ID_BLOCK_JOB = 8,
    /** Disk source changed; use virConnectDomainEventDiskChangeCallback. */
    VIR_DOMAIN_EVENT_ID_DISK_CHANGE = 9,
    /** Tray moved; use virConnectDomainEventTrayChangeCallback. */
    VIR_DOMAIN_EVENT_ID_TRAY_CHANGE = 10,
    /** Guest woke up; use virConnectDomainEventPMWakeupCallback. */
    VIR_DOMAIN_EVENT_ID_PMWAKEUP = 11,
    /** Guest suspended to memory; use virConnectDomainEventPMSuspendCallback. */
    VIR_DOMAIN_EVENT_ID_PMSUSPEND = 12,
    /** Balloon changed; use virConnectDomainEventBalloonChangeCallback. */
    VIR_DOMAIN_EVENT_ID_BALLOON_CHANGE = 13,
    /** Guest suspended to disk; use virConnectDomainEventPMSuspendDiskCallback. */
    VIR_DOMAIN_EVENT_ID_PMSUSPEND_DISK = 14,
    /** Device was removed; use virConnectDomainEventDeviceRemovedCallback. */
    VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED = 15,
    /** Block job changed, disk given by target name; use virConnectDomainEventBlockJobCallback. */
    VIR_DOMAIN_EVENT_ID_BLOCK_JOB_2 = 16,
    /** Tuning setting changed; use virConnectDomainEventTunableCallback. */
    VIR_DOMAIN_EVENT_ID_TUNABLE = 17,
    /** Guest agent came or went; use virConnectDomainEventAgentLifecycleCallback. */
    VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE = 18,
    /** Device was added; use virConnectDomainEventDeviceAddedCallback. */
    VIR_DOMAIN_EVENT_ID_DEVICE_ADDED = 19,
    /** Migration began a new pass; use virConnectDomainEventMigrationIterationCallback. */
    VIR_DOMAIN_EVENT_ID_MIGRATION_ITERATION = 20,
    /** Job completed; use virConnectDomainEventJobCompletedCallback. */
    VIR_DOMAIN_EVENT_ID_JOB_COMPLETED = 21,
    /** Guest refused to release a device; use virConnectDomainEventDeviceRemovalFailedCallback. */
    VIR_DOMAIN_EVENT_ID_DEVICE_REMOVAL_FAILED = 22,
    /** Metadata changed; use virConnectDomainEventMetadataChangeCallback. */
    VIR_DOMAIN_EVENT_ID_METADATA_CHANGE = 23,
    /** Write passed the set threshold; use virConnectDomainEventBlockThresholdCallback. */
    VIR_DOMAIN_EVENT_ID_BLOCK_THRESHOLD = 24,
    /** Hardware memory failure; use virConnectDomainEventMemoryFailureCallback. */
    VIR_DOMAIN_EVENT_ID_MEMORY_FAILURE = 25,
    /** Memory device changed size; use virConnectDomainEventMemoryDeviceSizeChangeCallback. */
    VIR_DOMAIN_EVENT_ID_MEMORY_DEVICE_SIZE_CHANGE = 26,
    /** Guest changed a MAC address; use virConnectDomainEventNICMACChangeCallback. */
    VIR_DOMAIN_EVENT_ID_NIC_MAC_CHANGE = 27,
    /** vCPU was unplugged; use virConnectDomainEventVcpuRemovedCallback. */
    VIR_DOMAIN_EVENT_ID_VCPU_REMOVED = 28,
    /** Channel was opened or closed; use virConnectDomainEventChannelLifecycleCallback. */
    VIR_DOMAIN_EVENT_ID_CHANNEL_LIFECYCLE = 29,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_EVENT_ID_LAST = 30,
#endif
} virDomainEventID;

/** What was done about a disk I/O error. */
typedef enum {
    /** Error is ignored. */
    VIR_DOMAIN_EVENT_IO_ERROR_NONE = 0,
    /** Domain is paused. */
    VIR_DOMAIN_EVENT_IO_ERROR_PAUSE = 1,
    /** Error is reported to the guest. */
    VIR_DOMAIN_EVENT_IO_ERROR_REPORT = 2,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_EVENT_IO_ERROR_LAST = 3,
#endif
} virDomainEventIOErrorAction;

/** Details of VIR_DOMAIN_EVENT_PMSUSPENDED. */
typedef enum {
    /** Suspended to memory. */
    VIR_DOMAIN_EVENT_PMSUSPENDED_MEMORY = 0,
    /** Suspended to disk. */
    VIR_DOMAIN_EVENT_PMSUSPENDED_DISK = 1,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_EVENT_PMSUSPENDED_LAST = 2,
#endif
} virDomainEventPMSuspendedDetailType;

/** Details of VIR_DOMAIN_EVENT_RESUMED. */
typedef enum {
    /** Resumed by a user's request. */
    VIR_DOMAIN_EVENT_RESUMED_UNPAUSED = 0,
    /** Resumed after a migration. */
    VIR_DOMAIN_EVENT_RESUMED_MIGRATED = 1,
    /** Resumed by reverting to a snapshot. */
    VIR_DOMAIN_EVENT_RESUMED_FROM_SNAPSHOT = 2,
    /** Resumed on the destination, post-copy is still running. */
    VIR_DOMAIN_EVENT_RESUMED_POSTCOPY = 3,
    /** Runs on although post-copy migration failed. */
    VIR_DOMAIN_EVENT_RESUMED_POSTCOPY_FAILED = 4,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_EVENT_RESUMED_LAST = 5,
#endif
} virDomainEventResumedDetailType;

/** Details of VIR_DOMAIN_EVENT_SHUTDOWN. */
typedef enum {
    /** Power off, by whom is not known. */
    VIR_DOMAIN_EVENT_SHUTDOWN_FINISHED = 0,
    /** Power off by the guest itself. */
    VIR_DOMAIN_EVENT_SHUTDOWN_GUEST = 1,
    /** Power off by the host, such as a signal to the hypervisor. */
    VIR_DOMAIN_EVENT_SHUTDOWN_HOST = 2,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_EVENT_SHUTDOWN_LAST = 3,
#endif
} virDomainEventShutdownDetailType;

/** Details of VIR_DOMAIN_EVENT_STARTED. */
typedef enum {
    /** Normal start. */
    VIR_DOMAIN_EVENT_STARTED_BOOTED = 0,
    /** Migrated in from another host. */
    VIR_DOMAIN_EVENT_STARTED_MIGRATED = 1,
    /** Restored from a save file. */
    VIR_DOMAIN_EVENT_STARTED_RESTORED = 2,
    /** Started by reverting to a snapshot. */
    VIR_DOMAIN_EVENT_STARTED_FROM_SNAPSHOT = 3,
    /** Woken up from power management sleep. */
    VIR_DOMAIN_EVENT_STARTED_WAKEUP = 4,
    /** Hypervisor process was made anew, such as on a reboot. */
    VIR_DOMAIN_EVENT_STARTED_RECREATED = 5,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_EVENT_STARTED_LAST = 6,
#endif
} virDomainEventStartedDetailType;

/** Details of VIR_DOMAIN_EVENT_STOPPED. */
typedef enum {
    /** Normal power off. */
    VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN = 0,
    /** Stopped forcibly. */
    VIR_DOMAIN_EVENT_STOPPED_DESTROYED = 1,
    /** Guest crashed. */
    VIR_DOMAIN_EVENT_STOPPED_CRASHED = 2,
    /** Migrated to another host. */
    VIR_DOMAIN_EVENT_STOPPED_MIGRATED = 3,
    /** Saved to a file. */
    VIR_DOMAIN_EVENT_STOPPED_SAVED = 4,
    /** Hypervisor or startup failed. */
    VIR_DOMAIN_EVENT_STOPPED_FAILED = 5,
    /** Stopped by reverting to a snapshot. */
    VIR_DOMAIN_EVENT_STOPPED_FROM_SNAPSHOT = 6,
    /** Hypervisor process is replaced by a new one. */
    VIR_DOMAIN_EVENT_STOPPED_RECREATED = 7,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_EVENT_STOPPED_LAST = 8,
#endif
} virDomainEventStoppedDetailType;

/** Details of VIR_DOMAIN_EVENT_SUSPENDED. */
typedef enum {
    /** Paused by a user's request. */
    VIR_DOMAIN_EVENT_SUSPENDED_PAUSED = 0,
    /** Paused for a migration. */
    VIR_DOMAIN_EVENT_SUSPENDED_MIGRATED = 1,
    /** Paused by a disk I/O error. */
    VIR_DOMAIN_EVENT_SUSPENDED_IOERROR = 2,
    /** Paused by the watchdog. */
    VIR_DOMAIN_EVENT_SUSPENDED_WATCHDOG = 3,
    /** Restored from a file of a paused domain. */
    VIR_DOMAIN_EVENT_SUSPENDED_RESTORED = 4,
    /** Reverted to a snapshot of a paused domain. */
    VIR_DOMAIN_EVENT_SUSPENDED_FROM_SNAPSHOT = 5,
    /** Left paused by an error of an API call. */
    VIR_DOMAIN_EVENT_SUSPENDED_API_ERROR = 6,
    /** Paused on the source for post-copy migration. */
    VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY = 7,
    /** Paused since post-copy migration failed. */
    VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY_FAILED = 8,
    /** Guest powered off and the domain is kept paused. */
    VIR_DOMAIN_EVENT_SUSPENDED_GUEST_SHUTDOWN = 9,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_EVENT_SUSPENDED_LAST = 10,
#endif
} virDomainEventSuspendedDetailType;

/** Movements of a removable medium's tray. */
typedef enum {
    /** Tray was opened. */
    VIR_DOMAIN_EVENT_TRAY_CHANGE_OPEN = 0,
    /** Tray was closed. */
    VIR_DOMAIN_EVENT_TRAY_CHANGE_CLOSE = 1,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_EVENT_TRAY_CHANGE_LAST = 2,
#endif
} virDomainEventTrayChangeReason;

/** Kinds of lifecycle events. */
typedef enum {
    /** Stored configuration was added or changed. */
    VIR_DOMAIN_EVENT_DEFINED = 0,
    /** Stored configuration was deleted. */
    VIR_DOMAIN_EVENT_UNDEFINED = 1,
    /** Domain became active. */
    VIR_DOMAIN_EVENT_STARTED = 2,
    /** Domain was paused. */
    VIR_DOMAIN_EVENT_SUSPENDED = 3,
    /** Domain continued after a pause. */
    VIR_DOMAIN_EVENT_RESUMED = 4,
    /** Domain became inactive. */
    VIR_DOMAIN_EVENT_STOPPED = 5,
    /** Guest powered off; the domain is about to stop. */
    VIR_DOMAIN_EVENT_SHUTDOWN = 6,
    /** Guest went to power management sleep. */
    VIR_DOMAIN_EVENT_PMSUSPENDED = 7,
    /** Guest crashed. */
    VIR_DOMAIN_EVENT_CRASHED = 8,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_EVENT_LAST = 9,
#endif
} virDomainEventType;

/** Details of VIR_DOMAIN_EVENT_UNDEFINED. */
typedef enum {
    /** Configuration was deleted. */
    VIR_DOMAIN_EVENT_UNDEFINED_REMOVED = 0,
    /** Old name went away by renaming. */
    VIR_DOMAIN_EVENT_UNDEFINED_RENAMED = 1,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_EVENT_UNDEFINED_LAST = 2,
#endif
} virDomainEventUndefinedDetailType;

/** What was done when the watchdog fired. */
typedef enum {
    /** Nothing was done. */
    VIR_DOMAIN_EVENT_WATCHDOG_NONE = 0,
    /** Domain is paused. */
    VIR_DOMAIN_EVENT_WATCHDOG_PAUSE = 1,
    /** Domain is reset. */
    VIR_DOMAIN_EVENT_WATCHDOG_RESET = 2,
    /** Domain is stopped forcibly. */
    VIR_DOMAIN_EVENT_WATCHDOG_POWEROFF = 3,
    /** Guest is asked to power off. */
    VIR_DOMAIN_EVENT_WATCHDOG_SHUTDOWN = 4,
    /** Only a message is logged. */
    VIR_DOMAIN_EVENT_WATCHDOG_DEBUG = 5,
    /** Guest gets a non-maskable interrupt. */
    VIR_DOMAIN_EVENT_WATCHDOG_INJECTNMI = 6,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_EVENT_WATCHDOG_LAST = 7,
#endif
} virDomainEventWatchdogAction;

/** Reasons of a channel event. */
typedef enum {
    /** Reason of the change is not known. */
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_UNKNOWN = 0,
    /** State when the domain started. */
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_DOMAIN_STARTED = 1,
    /** The channel was opened or closed by the guest. */
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_CHANNEL = 2,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_LAST = 3,
#endif
} virConnectDomainEventChannelLifecycleReason;

/** States of a channel of the guest. */
typedef enum {
    /** Channel is connected in the guest. */
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_STATE_CONNECTED = 1,
    /** Channel is disconnected in the guest. */
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_STATE_DISCONNECTED = 2,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_STATE_LAST = 3,
#endif
} virConnectDomainEventChannelLifecycleState;

/** Flags for virDomainAbortJobFlags(). */
typedef enum {
    /** Interrupt post-copy migration, to be resumed later. */
    VIR_DOMAIN_ABORT_JOB_POSTCOPY = (1 << 0),
} virDomainAbortJobFlagsValues;

/** Flags for starting a backup. */
typedef enum {
    /** Use existing target files. */
    VIR_DOMAIN_BACKUP_BEGIN_REUSE_EXTERNAL = (1 << 0),
    /** Keep the domain alive after guest power off until the backup ends. */
    VIR_DOMAIN_BACKUP_BEGIN_PRESERVE_SHUTDOWN_DOMAIN = (1 << 1),
} virDomainBackupBeginFlags;

/** Flags for dumping a domain's memory. */
typedef enum {
    /** Crash the domain after the dump. */
    VIR_DUMP_CRASH = (1 << 0),
    /** Keep the domain running during the dump. */
    VIR_DUMP_LIVE = (1 << 1),
    /** Keep the dump out of the host's file cache. */
    VIR_DUMP_BYPASS_CACHE = (1 << 2),
    /** Reset the domain after the dump. */
    VIR_DUMP_RESET = (1 << 3),
    /** Dump only guest memory and CPU registers, for debuggers. */
    VIR_DUMP_MEMORY_ONLY = (1 << 4),
} virDomainCoreDumpFlags;

/** File formats of memory dumps. */
typedef enum {
    /** ELF dump without compression. */
    VIR_DOMAIN_CORE_DUMP_FORMAT_RAW = 0,
    /** kdump format compressed with zlib. */
    VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_ZLIB = 1,
    /** kdump format compressed with LZO. */
    VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_LZO = 2,
    /** kdump format compressed with snappy. */
    VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_SNAPPY = 3,
    /** Crash dump format of Windows. */
    VIR_DOMAIN_CORE_DUMP_FORMAT_WIN_DMP = 4,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_CORE_DUMP_FORMAT_LAST = 5,
#endif
} virDomainCoreDumpFormat;

/** Flags for virDomainGetJobStats(). */
typedef enum {
    /** Report the last completed job instead of the running one. */
    VIR_DOMAIN_JOB_STATS_COMPLETED = (1 << 0),
    /** Keep the completed job's data for further queries. */
    VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED = (1 << 1),
} virDomainGetJobStatsFlags;

/** Operations that run as a domain job. */
typedef enum {
    /** Operation is not known. */
    VIR_DOMAIN_JOB_OPERATION_UNKNOWN = 0,
    /** Start of the domain. */
    VIR_DOMAIN_JOB_OPERATION_START = 1,
    /** Saving to a file. */
    VIR_DOMAIN_JOB_OPERATION_SAVE = 2,
    /** Restoring from a file. */
    VIR_DOMAIN_JOB_OPERATION_RESTORE = 3,
    /** Migration from another host. */
    VIR_DOMAIN_JOB_OPERATION_MIGRATION_IN = 4,
    /** Migration to another host. */
    VIR_DOMAIN_JOB_OPERATION_MIGRATION_OUT = 5,
    /** Creation of a snapshot. */
    VIR_DOMAIN_JOB_OPERATION_SNAPSHOT = 6,
    /** Reverting to a snapshot. */
    VIR_DOMAIN_JOB_OPERATION_SNAPSHOT_REVERT = 7,
    /** Dump of memory. */
    VIR_DOMAIN_JOB_OPERATION_DUMP = 8,
    /** Backup of disks. */
    VIR_DOMAIN_JOB_OPERATION_BACKUP = 9,
    /** Deletion of a snapshot. */
    VIR_DOMAIN_JOB_OPERATION_SNAPSHOT_DELETE = 10,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_JOB_OPERATION_LAST = 11,
#endif
} virDomainJobOperation;

/** Kinds and outcomes of domain jobs. */
typedef enum {
    /** No job. */
    VIR_DOMAIN_JOB_NONE = 0,
    /** Job with a known end. */
    VIR_DOMAIN_JOB_BOUNDED = 1,
    /** Job whose end cannot be foreseen. */
    VIR_DOMAIN_JOB_UNBOUNDED = 2,
    /** Job has completed. */
    VIR_DOMAIN_JOB_COMPLETED = 3,
    /** Job has failed. */
    VIR_DOMAIN_JOB_FAILED = 4,
    /** Job was cancelled. */
    VIR_DOMAIN_JOB_CANCELLED = 5,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_JOB_LAST = 6,
#endif
} virDomainJobType;

/** Flags for migrating a domain. */
typedef enum {
    /** Keep the guest running while its memory is copied. */
    VIR_MIGRATE_LIVE = (1 << 0),
    /** Let the source daemon connect to the destination daemon itself. */
    VIR_MIGRATE_PEER2PEER = (1 << 1),
    /** Send the data through the connection between the daemons. */
    VIR_MIGRATE_TUNNELLED = (1 << 2),
    /** Store the configuration on the destination. */
    VIR_MIGRATE_PERSIST_DEST = (1 << 3),
    /** Delete the stored configuration on the source. */
    VIR_MIGRATE_UNDEFINE_SOURCE = (1 << 4),
    /** Leave the domain paused on the destination. */
    VIR_MIGRATE_PAUSED = (1 << 5),
    /** Copy whole disks that the hosts do not share. */
    VIR_MIGRATE_NON_SHARED_DISK = (1 << 6),
    /** Copy only the top images of disks that the hosts do not share. */
    VIR_MIGRATE_NON_SHARED_INC = (1 << 7),
    /** Forbid configuration changes during the migration. */
    VIR_MIGRATE_CHANGE_PROTECTION = (1 << 8),
    /** Migrate even if disk caching makes that unsafe. */
    VIR_MIGRATE_UNSAFE = (1 << 9),
    /** Move the configuration of an inactive domain. */
    VIR_MIGRATE_OFFLINE = (1 << 10),
    /** Compress the data sent. */
    VIR_MIGRATE_COMPRESSED = (1 << 11),
    /** Cancel the migration on a disk I/O error. */
    VIR_MIGRATE_ABORT_ON_ERROR = (1 << 12),
    /** Slow the guest down if memory changes too fast. */
    VIR_MIGRATE_AUTO_CONVERGE = (1 << 13),
    /** Pin all memory before an RDMA migration. */
    VIR_MIGRATE_RDMA_PIN_ALL = (1 << 14),
    /** Allow switching to post-copy during the migration. */
    VIR_MIGRATE_POSTCOPY = (1 << 15),
    /** Encrypt the data with TLS. */
    VIR_MIGRATE_TLS = (1 << 16),
    /** Send memory over several connections. */
    VIR_MIGRATE_PARALLEL = (1 << 17),
    /** Mirror guest writes synchronously while disks are copied. */
    VIR_MIGRATE_NON_SHARED_SYNCHRONOUS_WRITES = (1 << 18),
    /** Continue a post-copy migration that broke off. */
    VIR_MIGRATE_POSTCOPY_RESUME = (1 << 19),
    /** Send memory without copying it in the kernel. */
    VIR_MIGRATE_ZEROCOPY = (1 << 20),
} virDomainMigrateFlags;

/** Flags for the migration bandwidth limit. */
typedef enum {
    /** Limit the post-copy phase instead of the pre-copy phase. */
    VIR_DOMAIN_MIGRATE_MAX_SPEED_POSTCOPY = (1 << 0),
} virDomainMigrateMaxSpeedFlags;

/** Flags for reading the XML of a save image. */
typedef enum {
    /** Include secrets such as passwords. */
    VIR_DOMAIN_SAVE_IMAGE_XML_SECURE = (1 << 0),
} virDomainSaveImageXMLFlags;

/** Flags for saving and restoring a domain. */
typedef enum {
    /** Keep the save file out of the host's file cache. */
    VIR_DOMAIN_SAVE_BYPASS_CACHE = (1 << 0),
    /** Run after the restore, whatever the state was. */
    VIR_DOMAIN_SAVE_RUNNING = (1 << 1),
    /** Stay paused after the restore, whatever the state was. */
    VIR_DOMAIN_SAVE_PAUSED = (1 << 2),
    /** Set the NVRAM back to its template on restore. */
    VIR_DOMAIN_SAVE_RESET_NVRAM = (1 << 3),
} virDomainSaveRestoreFlags;

/** Value types of block I/O parameters; superseded by virTypedParameterType. */
typedef enum {
    /** Signed 32-bit value; an older name of VIR_TYPED_PARAM_INT. */
    VIR_DOMAIN_BLKIO_PARAM_INT = 1,
    /** Unsigned 32-bit value; an older name of VIR_TYPED_PARAM_UINT. */
    VIR_DOMAIN_BLKIO_PARAM_UINT = 2,
    /** Signed 64-bit value; an older name of VIR_TYPED_PARAM_LLONG. */
    VIR_DOMAIN_BLKIO_PARAM_LLONG = 3,
    /** Unsigned 64-bit value; an older name of VIR_TYPED_PARAM_ULLONG. */
    VIR_DOMAIN_BLKIO_PARAM_ULLONG = 4,
    /** Floating point value; an older name of VIR_TYPED_PARAM_DOUBLE. */
    VIR_DOMAIN_BLKIO_PARAM_DOUBLE = 5,
    /** Boolean value; an older name of VIR_TYPED_PARAM_BOOLEAN. */
    VIR_DOMAIN_BLKIO_PARAM_BOOLEAN = 6,
} virBlkioParameterType;

/** Filters and options for bulk domain statistics. */
__extension__ typedef enum {
    /** Include active domains. */
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE = (1 << 0),
    /** Include inactive domains. */
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_INACTIVE = (1 << 1),
    /** Include persistent domains. */
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_PERSISTENT = (1 << 2),
    /** Include transient domains. */
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_TRANSIENT = (1 << 3),
    /** Include running domains. */
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_RUNNING = (1 << 4),
    /** Include paused domains. */
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_PAUSED = (1 << 5),
    /** Include shut off domains. */
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_SHUTOFF = (1 << 6),
    /** Include domains in any other state. */
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_OTHER = (1 << 7),
    /** Skip statistics of domains that are busy with a job. */
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT = (1 << 29),
    /** List the backing images of disks too. */
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_BACKING = (1 << 30),
    /** Fail if a requested group is not supported. */
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS = (1U << 31),
} virConnectGetAllDomainStatsFlags;

/** Ways of measuring the dirty rate. */
typedef enum {
    /** Sample some pages. */
    VIR_DOMAIN_DIRTYRATE_MODE_PAGE_SAMPLING = 0,
    /** Use the dirty bitmap. */
    VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_BITMAP = (1 << 0),
    /** Use the dirty ring, which allows figures per vCPU. */
    VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_RING = (1 << 1),
} virDomainDirtyRateCalcFlags;

/** Statuses of a dirty rate measurement. */
typedef enum {
    /** No measurement was started. */
    VIR_DOMAIN_DIRTYRATE_UNSTARTED = 0,
    /** Measurement is running. */
    VIR_DOMAIN_DIRTYRATE_MEASURING = 1,
    /** Measurement is done. */
    VIR_DOMAIN_DIRTYRATE_MEASURED = 2,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_DIRTYRATE_LAST = 3,
#endif
} virDomainDirtyRateStatus;

/** What was done about a memory failure. */
typedef enum {
    /** Failure was ignored. */
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_IGNORE = 0,
    /** Failure was passed on to the guest. */
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_INJECT = 1,
    /** Hypervisor has to stop. */
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_FATAL = 2,
    /** Guest could not handle it and was reset. */
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_RESET = 3,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_LAST = 4,
#endif
} virDomainMemoryFailureActionType;

/** Properties of a memory failure. */
typedef enum {
    /** The failure needs action at once. */
    VIR_DOMAIN_MEMORY_FAILURE_ACTION_REQUIRED = (1 << 0),
    /** It occurred while handling a former failure. */
    VIR_DOMAIN_MEMORY_FAILURE_RECURSIVE = (1 << 1),
} virDomainMemoryFailureFlags;

/** Owner of memory that failed. */
typedef enum {
    /** Faulty memory belongs to the hypervisor. */
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_HYPERVISOR = 0,
    /** Faulty memory belongs to the guest. */
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_GUEST = 1,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_LAST = 2,
#endif
} virDomainMemoryFailureRecipientType;

/** Address kinds for reading guest memory. */
typedef enum {
    /** Address is a virtual one of the guest. */
    VIR_MEMORY_VIRTUAL = (1 << 0),
    /** Address is a physical one of the guest. */
    VIR_MEMORY_PHYSICAL = (1 << 1),
} virDomainMemoryFlags;

/** Flags for changing memory sizes. */
typedef enum {
    /** Change the current state: running if active, else stored. */
    VIR_DOMAIN_MEM_CURRENT = 0,
    /** Change the running domain. */
    VIR_DOMAIN_MEM_LIVE = (1 << 0),
    /** Change the stored configuration. */
    VIR_DOMAIN_MEM_CONFIG = (1 << 1),
    /** Change the maximum instead of the current memory. */
    VIR_DOMAIN_MEM_MAXIMUM = (1 << 2),
} virDomainMemoryModFlags;

/** Tags of memory statistics. */
typedef enum {
    /** Data the guest read from swap, in KiB. */
    VIR_DOMAIN_MEMORY_STAT_SWAP_IN = 0,
    /** Data the guest wrote to swap, in KiB. */
    VIR_DOMAIN_MEMORY_STAT_SWAP_OUT = 1,
    /** Page faults that needed disk I/O. */
    VIR_DOMAIN_MEMORY_STAT_MAJOR_FAULT = 2,
    /** Page faults resolved without disk I/O. */
    VIR_DOMAIN_MEMORY_STAT_MINOR_FAULT = 3,
    /** Memory the guest leaves entirely unused, in KiB. */
    VIR_DOMAIN_MEMORY_STAT_UNUSED = 4,
    /** Memory the guest sees in total, in KiB. */
    VIR_DOMAIN_MEMORY_STAT_AVAILABLE = 5,
    /** Current balloon value, in KiB. */
    VIR_DOMAIN_MEMORY_STAT_ACTUAL_BALLOON = 6,
    /** Host memory held by the domain's process, in KiB. */
    VIR_DOMAIN_MEMORY_STAT_RSS = 7,
    /** Memory the guest could use without swapping, in KiB. */
    VIR_DOMAIN_MEMORY_STAT_USABLE = 8,
    /** Time of the last guest report, in seconds since 1970. */
    VIR_DOMAIN_MEMORY_STAT_LAST_UPDATE = 9,
    /** Memory the guest could reclaim from disk caches, in KiB. */
    VIR_DOMAIN_MEMORY_STAT_DISK_CACHES = 10,
    /** Huge pages the guest allocated successfully. */
    VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGALLOC = 11,
    /** Huge page allocations that failed in the guest. */
    VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGFAIL = 12,
    /** Number of statistics known to this version. */
    VIR_DOMAIN_MEMORY_STAT_NR = 13,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_MEMORY_STAT_LAST = 13,
#endif
} virDomainMemoryStatTags;

/** Ways of taking guest memory from NUMA nodes. */
typedef enum {
    /** Memory must come from the given nodes. */
    VIR_DOMAIN_NUMATUNE_MEM_STRICT = 0,
    /** Memory comes from the given node if possible. */
    VIR_DOMAIN_NUMATUNE_MEM_PREFERRED = 1,
    /** Memory is spread over the given nodes. */
    VIR_DOMAIN_NUMATUNE_MEM_INTERLEAVE = 2,
    /** Nodes are limited by cgroup only, so memory may move later. */
    VIR_DOMAIN_NUMATUNE_MEM_RESTRICTIVE = 3,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_NUMATUNE_MEM_LAST = 4,
#endif
} virDomainNumatuneMemMode;

/** Signals for guest processes, numbered alike for all guests. */
typedef enum {
    /** No signal; only checks the process. */
    VIR_DOMAIN_PROCESS_SIGNAL_NOP = 0,
    /** Hangup (SIGHUP on Linux). */
    VIR_DOMAIN_PROCESS_SIGNAL_HUP = 1,
    /** Interrupt (SIGINT on Linux). */
    VIR_DOMAIN_PROCESS_SIGNAL_INT = 2,
    /** Quit (SIGQUIT on Linux). */
    VIR_DOMAIN_PROCESS_SIGNAL_QUIT = 3,
    /** Illegal instruction (SIGILL on Linux). */
    VIR_DOMAIN_PROCESS_SIGNAL_ILL = 4,
    /** Trap (SIGTRAP on Linux). */
    VIR_DOMAIN_PROCESS_SIGNAL_TRAP = 5,
    /** Abort (SIGABRT on Linux). */
    VIR_DOMAIN_PROCESS_SIGNAL_ABRT = 6,
    /** Bus error (SIGBUS on Linux). */
    VIR_DOMAIN_PROCESS_SIGNAL_BUS = 7,
    /** Arithmetic error (SIGFPE on Linux). */
    VIR_DOMAIN_PROCESS_SIGNAL_FPE = 8,
    /** Kill, which cannot be caught (SIGKILL on Linux). */
    VIR_DOMAIN_PROCESS_SIGNAL_KILL = 9,
    /** First user-defined signal (SIGUSR1 on Linux). */
    VIR_DOMAIN_PROCESS_SIGNAL_USR1 = 10,
    /** Segmentation fault (SIGSEGV on Linux). */
    VIR_DOMAIN_PROCESS_SIGNAL_SEGV = 11,
    /** Second user-defined signal (SIGUSR2 on Linux). */
    VIR_DOMAIN_PROCESS_SIGNAL_USR2 = 12,
    /** Broken pipe (SIGPIPE on Linux). */
    VIR_DOMAIN_PROCESS_SIGNAL_PIPE = 13,
    /** Alarm timer (SIGALRM on Linux). */
    VIR_DOMAIN_PROCESS_SIGNAL_ALRM = 14,
    /** Termination request (SIGTERM on Linux). */
    VIR_DOMAIN_PROCESS_SIGNAL_TERM = 15,
    /** Stack fault signal of Linux. */
    VIR_DOMAIN_PROCESS_SIGNAL_STKFLT = 16,
    /** Child process changed state (SIGCHLD on Linux). */
    VIR_DOMAIN_PROCESS_SIGNAL_CHLD = 17,
    /** Continue (SIGCONT on Linux). */
    VIR_DOMAIN_PROCESS_SIGNAL_CONT = 18,
    /** Stop, which cannot be caught (SIGSTOP on Linux). */
    VIR_DOMAIN_PROCESS_SIGNAL_STOP = 19,
    /** Stop from the terminal (SIGTSTP on Linux). */
    VIR_DOMAIN_PROCESS_SIGNAL_TSTP = 20,
    /** Background read from the terminal (SIGTTIN on Linux). */
    VIR_DOMAIN_PROCESS_SIGNAL_TTIN = 21,
    /** Background write to the terminal (SIGTTOU on Linux). */
    VIR_DOMAIN_PROCESS_SIGNAL_TTOU = 22,
    /** Urgent socket data (SIGURG on Linux). */
    VIR_DOMAIN_PROCESS_SIGNAL_URG = 23,
    /** CPU time limit exceeded (SIGXCPU on Linux). */
    VIR_DOMAIN_PROCESS_SIGNAL_XCPU = 24,
    /** File size limit exceeded (SIGXFSZ on Linux). */
    VIR_DOMAIN_PROCESS_SIGNAL_XFSZ = 25,
    /** Virtual timer (SIGVTALRM on Linux). */
    VIR_DOMAIN_PROCESS_SIGNAL_VTALRM = 26,
    /** Profiling timer (SIGPROF on Linux). */
    VIR_DOMAIN_PROCESS_SIGNAL_PROF = 27,
    /** Window size change (SIGWINCH on Linux). */
    VIR_DOMAIN_PROCESS_SIGNAL_WINCH = 28,
    /** I/O possible (SIGPOLL on Linux). */
    VIR_DOMAIN_PROCESS_SIGNAL_POLL = 29,
    /** Power failure (SIGPWR on Linux). */
    VIR_DOMAIN_PROCESS_SIGNAL_PWR = 30,
    /** Bad system call (SIGSYS on Linux). */
    VIR_DOMAIN_PROCESS_SIGNAL_SYS = 31,
    /** Real-time signal number 0. */
    VIR_DOMAIN_PROCESS_SIGNAL_RT0 = 32,
    /** Real-time signal number 1. */
    VIR_DOMAIN_PROCESS_SIGNAL_RT1 = 33,
    /** Real-time signal number 2. */
    VIR_DOMAIN_PROCESS_SIGNAL_RT2 = 34,
    /** Real-time signal number 3. */
    VIR_DOMAIN_PROCESS_SIGNAL_RT3 = 35,
    /** Real-time signal number 4. */
    VIR_DOMAIN_PROCESS_SIGNAL_RT4 = 36,
    /** Real-time signal number 5. */
    VIR_DOMAIN_PROCESS_SIGNAL_RT5 = 37,
    /** Real-time signal number 6. */
    VIR_DOMAIN_PROCESS_SIGNAL_RT6 = 38,
    /** Real-time signal number 7. */
    VIR_DOMAIN_PROCESS_SIGNAL_RT7 = 39,
    /** Real-time signal number 8. */
    VIR_DOMAIN_PROCESS_SIGNAL_RT8 = 40,
    /** Real-time signal number 9. */
    VIR_DOMAIN_PROCESS_SIGNAL_RT9 = 41,
    /** Real-time signal number 10. */
    VIR_DOMAIN_PROCESS_SIGNAL_RT10 = 42,
    /** Real-time signal number 11. */
    VIR_DOMAIN_PROCESS_SIGNAL_RT11 = 43,
    /** Real-time signal number 12. */
    VIR_DOMAIN_PROCESS_SIGNAL_RT12 = 44,
    /** Real-time signal number 13. */
    VIR_DOMAIN_PROCESS_SIGNAL_RT13 = 45,
    /** Real-time signal number 14. */
    VIR_DOMAIN_PROCESS_SIGNAL_RT14 = 46,
    /** Real-time signal number 15. */
    VIR_DOMAIN_PROCESS_SIGNAL_RT15 = 47,
    /** Real-time signal number 16. */
    VIR_DOMAIN_PROCESS_SIGNAL_RT16 = 48,
    /** Real-time signal number 17. */
    VIR_DOMAIN_PROCESS_SIGNAL_RT17 = 49,
    /** Real-time signal number 18. */
    VIR_DOMAIN_PROCESS_SIGNAL_RT18 = 50,
    /** Real-time signal number 19. */
    VIR_DOMAIN_PROCESS_SIGNAL_RT19 = 51,
    /** Real-time signal number 20. */
    VIR_DOMAIN_PROCESS_SIGNAL_RT20 = 52,
    /** Real-time signal number 21. */
    VIR_DOMAIN_PROCESS_SIGNAL_RT21 = 53,
    /** Real-time signal number 22. */
    VIR_DOMAIN_PROCESS_SIGNAL_RT22 = 54,
    /** Real-time signal number 23. */
    VIR_DOMAIN_PROCESS_SIGNAL_RT23 = 55,
    /** Real-time signal number 24. */
    VIR_DOMAIN_PROCESS_SIGNAL_RT24 = 56,
    /** Real-time signal number 25. */
    VIR_DOMAIN_PROCESS_SIGNAL_RT25 = 57,
    /** Real-time signal number 26. */
    VIR_DOMAIN_PROCESS_SIGNAL_RT26 = 58,
    /** Real-time signal number 27. */
    VIR_DOMAIN_PROCESS_SIGNAL_RT27 = 59,
    /** Real-time signal number 28. */
    VIR_DOMAIN_PROCESS_SIGNAL_RT28 = 60,
    /** Real-time signal number 29. */
    VIR_DOMAIN_PROCESS_SIGNAL_RT29 = 61,
    /** Real-time signal number 30. */
    VIR_DOMAIN_PROCESS_SIGNAL_RT30 = 62,
    /** Real-time signal number 31. */
    VIR_DOMAIN_PROCESS_SIGNAL_RT31 = 63,
    /** Real-time signal number 32. */
    VIR_DOMAIN_PROCESS_SIGNAL_RT32 = 64,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_DOMAIN_PROCESS_SIGNAL_LAST = 65,
#endif
} virDomainProcessSignal;

/** Groups of domain statistics. */
typedef enum {
    /** State of the domain and its reason. */
    VIR_DOMAIN_STATS_STATE = (1 << 0),
    /** CPU time of the whole domain. */
    VIR_DOMAIN_STATS_CPU_TOTAL = (1 << 1),
    /** Balloon and memory statistics. */
    VIR_DOMAIN_STATS_BALLOON = (1 << 2),
    /** State and time of each vCPU. */
    VIR_DOMAIN_STATS_VCPU = (1 << 3),
    /** Counters of each network interface. */
    VIR_DOMAIN_STATS_INTERFACE = (1 << 4),
    /** Counters and sizes of each disk. */
    VIR_DOMAIN_STATS_BLOCK = (1 << 5),
    /** Enabled performance events. */
    VIR_DOMAIN_STATS_PERF = (1 << 6),
    /** Settings of each I/O thread. */
    VIR_DOMAIN_STATS_IOTHREAD = (1 << 7),
    /** Memory bandwidth monitors. */
    VIR_DOMAIN_STATS_MEMORY = (1 << 8),
    /** Result of the dirty rate measurement. */
    VIR_DOMAIN_STATS_DIRTYRATE = (1 << 9),
    /** Statistics of the hypervisor's own choice. */
    VIR_DOMAIN_STATS_VM = (1 << 10),
} virDomainStatsTypes;

/** Flags for reading and changing the number of vCPUs. */
typedef enum {
    /** Use the current state: running if active, else stored. */
    VIR_DOMAIN_VCPU_CURRENT = 0,
    /** Use the running domain. */
    VIR_DOMAIN_VCPU_LIVE = (1 << 0),
    /** Use the stored configuration. */
    VIR_DOMAIN_VCPU_CONFIG = (1 << 1),
    /** Use the maximum instead of the current number. */
    VIR_DOMAIN_VCPU_MAXIMUM = (1 << 2),
    /** Act through the guest agent. */
    VIR_DOMAIN_VCPU_GUEST = (1 << 3),
    /** Make added vCPUs removable again. */
    VIR_DOMAIN_VCPU_HOTPLUGGABLE = (1 << 4),
    /** Return without waiting for the guest to release vCPUs. */
    VIR_DOMAIN_VCPU_ASYNC_UNPLUG = (1 << 5),
} virDomainVcpuFlags;

/** Value types of memory parameters; superseded by virTypedParameterType. */
typedef enum {
    /** Signed 32-bit value; an older name of VIR_TYPED_PARAM_INT. */
    VIR_DOMAIN_MEMORY_PARAM_INT = 1,
    /** Unsigned 32-bit value; an older name of VIR_TYPED_PARAM_UINT. */
    VIR_DOMAIN_MEMORY_PARAM_UINT = 2,
    /** Signed 64-bit value; an older name of VIR_TYPED_PARAM_LLONG. */
    VIR_DOMAIN_MEMORY_PARAM_LLONG = 3,
    /** Unsigned 64-bit value; an older name of VIR_TYPED_PARAM_ULLONG. */
    VIR_DOMAIN_MEMORY_PARAM_ULLONG = 4,
    /** Floating point value; an older name of VIR_TYPED_PARAM_DOUBLE. */
    VIR_DOMAIN_MEMORY_PARAM_DOUBLE = 5,
    /** Boolean value; an older name of VIR_TYPED_PARAM_BOOLEAN. */
    VIR_DOMAIN_MEMORY_PARAM_BOOLEAN = 6,
} virMemoryParameterType;

/** Value types of scheduler parameters; superseded by virTypedParameterType. */
typedef enum {
    /** Signed 32-bit value; an older name of VIR_TYPED_PARAM_INT. */
    VIR_DOMAIN_SCHED_FIELD_INT = 1,
    /** Unsigned 32-bit value; an older name of VIR_TYPED_PARAM_UINT. */
    VIR_DOMAIN_SCHED_FIELD_UINT = 2,
    /** Signed 64-bit value; an older name of VIR_TYPED_PARAM_LLONG. */
    VIR_DOMAIN_SCHED_FIELD_LLONG = 3,
    /** Unsigned 64-bit value; an older name of VIR_TYPED_PARAM_ULLONG. */
    VIR_DOMAIN_SCHED_FIELD_ULLONG = 4,
    /** Floating point value; an older name of VIR_TYPED_PARAM_DOUBLE. */
    VIR_DOMAIN_SCHED_FIELD_DOUBLE = 5,
    /** Boolean value; an older name of VIR_TYPED_PARAM_BOOLEAN. */
    VIR_DOMAIN_SCHED_FIELD_BOOLEAN = 6,
} virSchedParameterType;

/** Special values in place of a vCPU's host CPU number. */
typedef enum {
    /** vCPU is offline and so on no host CPU. */
    VIR_VCPU_INFO_CPU_OFFLINE = -1,
    /** Hypervisor does not tell the host CPU. */
    VIR_VCPU_INFO_CPU_UNAVAILABLE = -2,
} virVcpuHostCpuState;

/** States of a vCPU. */
typedef enum {
    /** vCPU is offline. */
    VIR_VCPU_OFFLINE = 0,
    /** vCPU is running. */
    VIR_VCPU_RUNNING = 1,
    /** vCPU waits for something. */
    VIR_VCPU_BLOCKED = 2,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_VCPU_LAST = 3,
#endif
} virVcpuState;

/** Flags for plugging single vCPUs. */
typedef enum {
    /** Change the current state: running if active, else stored. */
    VIR_DOMAIN_SETVCPU_AFFECT_CURRENT = 0,
    /** Change the running domain. */
    VIR_DOMAIN_SETVCPU_AFFECT_LIVE = (1 << 0),
    /** Change the stored configuration. */
    VIR_DOMAIN_SETVCPU_AFFECT_CONFIG = (1 << 1),
    /** Return without waiting for the guest to release vCPUs. */
    VIR_DOMAIN_SETVCPU_ASYNC_UNPLUG = (1 << 2),
} virDomainSetVcpuFlags;

/** Opaque domain, that is a virtual machine or container. */
typedef struct _virDomain virDomain;

/** Handle of a domain; release it with virDomainFree(). */
typedef virDomain *virDomainPtr;

/** I/O counters of a disk; -1 stands for an unknown one. */
struct _virDomainBlockStats {
    /** Read requests. */
    long long rd_req;
    /** Bytes read. */
    long long rd_bytes;
    /** Write requests. */
    long long wr_req;
    /** Bytes written. */
    long long wr_bytes;
    /** Errors, where the hypervisor counts them. */
    long long errs;
};

/** I/O counters of a disk; -1 stands for an unknown one. */
typedef struct _virDomainBlockStats virDomainBlockStatsStruct;

/** Pointer to a virDomainBlockStatsStruct. */
typedef virDomainBlockStatsStruct *virDomainBlockStatsPtr;

/** A file system mounted in the guest; free it with virDomainFSInfoFree(). */
typedef struct _virDomainFSInfo {
    /** Where it is mounted in the guest. */
    char *mountpoint;
    /** Name of the device in the guest. */
    char *name;
    /** Type, such as ext4 or NTFS. */
    char *fstype;
    /** Number of entries in devAlias. */
    size_t ndevAlias;
    /** Target names of the disks below it. */
    char **devAlias;
} virDomainFSInfo;

/** Pointer to a virDomainFSInfo. */
typedef virDomainFSInfo *virDomainFSInfoPtr;

/** Sizes of a disk. */
typedef struct _virDomainBlockInfo {
    /** Size the guest sees, in bytes. */
    unsigned long long capacity;
    /** Storage in use, in bytes. */
    unsigned long long allocation;
    /** Size of the file or device that holds it, in bytes. */
    unsigned long long physical;
} virDomainBlockInfo;

/** Pointer to a virDomainBlockInfo. */
typedef virDomainBlockInfo *virDomainBlockInfoPtr;

/** Position in a block job's progress. */
typedef unsigned long long virDomainBlockJobCursor;

/** Kind and progress of a block job. */
typedef struct _virDomainBlockJobInfo {
    /** Kind of job, a virDomainBlockJobType. */
    int type;
    /** Bandwidth limit in MiB/s, or bytes per second with the flag. */
    unsigned long bandwidth;
    /** Position reached so far. */
    virDomainBlockJobCursor cur;
    /** Position at which the job is done. */
    virDomainBlockJobCursor end;
} virDomainBlockJobInfo;

/** Pointer to a virDomainBlockJobInfo. */
typedef virDomainBlockJobInfo *virDomainBlockJobInfoPtr;

/** A disk with an I/O error. */
typedef struct _virDomainDiskError {
    /** Target name of the disk; the caller frees it. */
    char *disk;
    /** Kind of error, a virDomainDiskErrorCode. */
    int error;
} virDomainDiskError;

/** Pointer to a virDomainDiskError. */
typedef virDomainDiskError *virDomainDiskErrorPtr;

/** IP address of a guest interface. */
struct _virDomainInterfaceIPAddress {
    /** Address family, a virIPAddrType. */
    int type;
    /** The address as text. */
    char *addr;
    /** Length of the network prefix in bits. */
    unsigned int prefix;
};

/** IP address of a guest interface. */
typedef struct _virDomainInterfaceIPAddress virDomainIPAddress;

/** Pointer to a virDomainIPAddress. */
typedef virDomainIPAddress *virDomainIPAddressPtr;

/** A network interface of the guest with its addresses; free it with virDomainInterfaceFree(). */
typedef struct _virDomainInterface {
    /** Name of the interface. */
    char *name;
    /** MAC address as text, or NULL. */
    char *hwaddr;
    /** Number of addresses. */
    unsigned int naddrs;
    /** Array of addresses. */
    virDomainIPAddressPtr addrs;
} virDomainInterface;

/** Pointer to a virDomainInterface. */
typedef virDomainInterface *virDomainInterfacePtr;

/** Traffic counters of a network interface; -1 stands for an unknown one. */
struct _virDomainInterfaceStats {
    /** Bytes received. */
    long long rx_bytes;
    /** Packets received. */
    long long rx_packets;
    /** Errors on receiving. */
    long long rx_errs;
    /** Received packets that were dropped. */
    long long rx_drop;
    /** Bytes sent. */
    long long tx_bytes;
    /** Packets sent. */
    long long tx_packets;
    /** Errors on sending. */
    long long tx_errs;
    /** Packets dropped on sending. */
    long long tx_drop;
};

/** Traffic counters of a network interface; -1 stands for an unknown one. */
typedef struct _virDomainInterfaceStats virDomainInterfaceStatsStruct;

/** Pointer to a virDomainInterfaceStatsStruct. */
typedef virDomainInterfaceStatsStruct *virDomainInterfaceStatsPtr;

/**
 * Reports a lifecycle event: a virDomainEventType and the detail that belongs to it. The return value
 * is ignored.
 */
typedef int (*virConnectDomainEventCallback)(virConnectPtr conn,
                                             virDomainPtr dom,
                                             int event,
                                             int detail,
                                             void *opaque);

/**
 * Type to which all domain event callbacks are cast; also the real type for events without further
 * data.
 */
typedef void (*virConnectDomainEventGenericCallback)(virConnectPtr conn,
                                                     virDomainPtr dom,
                                                     void *opaque);

/** Progress of a domain job. */
typedef struct _virDomainJobInfo {
    /** Kind of job, a virDomainJobType. */
    int type;
    /** Milliseconds since the job began. */
    unsigned long long timeElapsed;
    /** Estimated milliseconds to its end, for bounded jobs. */
    unsigned long long timeRemaining;
    /** Bytes to process in total; may grow. */
    unsigned long long dataTotal;
    /** Bytes processed so far. */
    unsigned long long dataProcessed;
    /** Bytes left to process. */
    unsigned long long dataRemaining;
    /** Bytes of memory to process in total. */
    unsigned long long memTotal;
    /** Bytes of memory processed so far. */
    unsigned long long memProcessed;
    /** Bytes of memory left to process. */
    unsigned long long memRemaining;
    /** Bytes of disks to process in total. */
    unsigned long long fileTotal;
    /** Bytes of disks processed so far. */
    unsigned long long fileProcessed;
    /** Bytes of disks left to process. */
    unsigned long long fileRemaining;
} virDomainJobInfo;

/** Pointer to a virDomainJobInfo. */
typedef virDomainJobInfo *virDomainJobInfoPtr;

/** One memory statistic. */
struct _virDomainMemoryStat {
    /** Which statistic, a virDomainMemoryStatTags value. */
    int tag;
    /** Its value. */
    unsigned long long val;
};

/** One memory statistic. */
typedef struct _virDomainMemoryStat virDomainMemoryStatStruct;

/** Pointer to a virDomainMemoryStatStruct. */
typedef virDomainMemoryStatStruct *virDomainMemoryStatPtr;

/** State of the control interface to a domain. */
typedef struct _virDomainControlInfo {
    /** State, a virDomainControlState. */
    unsigned int state;
    /** Reason of an error, a virDomainControlErrorReason. */
    unsigned int details;
    /** Milliseconds since the state was entered. */
    unsigned long long stateTime;
} virDomainControlInfo;

/** Pointer to a virDomainControlInfo. */
typedef virDomainControlInfo *virDomainControlInfoPtr;

/** State and resource use of a domain. */
typedef struct _virDomainInfo {
    /** State, a virDomainState. */
    unsigned char state;
    /** Maximum memory in KiB. */
    unsigned long maxMem;
    /** Current memory in KiB. */
    unsigned long memory;
    /** Number of vCPUs. */
    unsigned short nrVirtCpu;
    /** Used CPU time in nanoseconds. */
    unsigned long long cpuTime;
} virDomainInfo;

/** Pointer to a virDomainInfo. */
typedef virDomainInfo *virDomainInfoPtr;

/** Statistics of one domain. */
typedef struct _virDomainStatsRecord {
    /** The domain; the record holds a reference. */
    virDomainPtr dom;
    /** Statistics as typed parameters. */
    virTypedParameterPtr params;
    /** Number of statistics. */
    int nparams;
} virDomainStatsRecord;

/** Pointer to a virDomainStatsRecord. */
typedef virDomainStatsRecord *virDomainStatsRecordPtr;

/** An I/O thread of a domain; free it with virDomainIOThreadInfoFree(). */
typedef struct _virDomainIOThreadInfo {
    /** Id of the I/O thread. */
    unsigned int iothread_id;
    /** Bitmap of the host CPUs it may use, lowest bit first. */
    unsigned char *cpumap;
    /** Length of the bitmap in bytes. */
    int cpumaplen;
} virDomainIOThreadInfo;

/** Pointer to a virDomainIOThreadInfo. */
typedef virDomainIOThreadInfo *virDomainIOThreadInfoPtr;

/** State of a vCPU. */
typedef struct _virVcpuInfo {
    /** Number of the vCPU, from 0. */
    unsigned int number;
    /** State, a virVcpuState. */
    int state;
    /** Used CPU time in nanoseconds. */
    unsigned long long cpuTime;
    /** Host CPU it runs on, or a virVcpuHostCpuState. */
    int cpu;
} virVcpuInfo;

/** Pointer to a virVcpuInfo. */
typedef virVcpuInfo *virVcpuInfoPtr;

/**
 * Reports that the guest agent connected or disconnected, with the virConnectDomainEventAgentLifecycle
 * enums.
 */
typedef void (*virConnectDomainEventAgentLifecycleCallback)(virConnectPtr conn,
                                                            virDomainPtr dom,
                                                            int state,
                                                            int reason,
                                                            void *opaque);

/** Reports the new balloon value of a domain in KiB. */
typedef void (*virConnectDomainEventBalloonChangeCallback)(virConnectPtr conn,
                                                           virDomainPtr dom,
                                                           unsigned long long actual,
                                                           void *opaque);

/**
 * Reports a change of a disk's block job: its virDomainBlockJobType and
 * virConnectDomainEventBlockJobStatus.
 */
typedef void (*virConnectDomainEventBlockJobCallback)(virConnectPtr conn,
                                                      virDomainPtr dom,
                                                      const char *disk,
                                                      int type,
                                                      int status,
                                                      void *opaque);

/** Reports that writing to a disk image passed its threshold, in bytes, and by how much. */
typedef void (*virConnectDomainEventBlockThresholdCallback)(virConnectPtr conn,
                                                            virDomainPtr dom,
                                                            const char *dev,
                                                            const char *path,
                                                            unsigned long long threshold,
                                                            unsigned long long excess,
                                                            void *opaque);

/** Reports the alias of a device that was added to a domain. */
typedef void (*virConnectDomainEventDeviceAddedCallback)(virConnectPtr conn,
                                                         virDomainPtr dom,
                                                         const char *devAlias,
                                                         void *opaque);

/** Reports the alias of a device that the guest refused to release. */
typedef void (*virConnectDomainEventDeviceRemovalFailedCallback)(virConnectPtr conn,
                                                                 virDomainPtr dom,
                                                                 const char *devAlias,
                                                                 void *opaque);

/** Reports the alias of a device that was removed from a domain. */
typedef void (*virConnectDomainEventDeviceRemovedCallback)(virConnectPtr conn,
                                                           virDomainPtr dom,
                                                           const char *devAlias,
                                                           void *opaque);

/**
 * Reports a changed disk source; a path is NULL if there is no medium. The reason is a
 * virConnectDomainEventDiskChangeReason.
 */
typedef void (*virConnectDomainEventDiskChangeCallback)(virConnectPtr conn,
                                                        virDomainPtr dom,
                                                        const char *oldSrcPath,
                                                        const char *newSrcPath,
                                                        const char *devAlias,
                                                        int reason,
                                                        void *opaque);

/** Address of one end of a graphics connection. */
typedef struct _virDomainEventGraphicsAddress {
    /** Address family, a virDomainEventGraphicsAddressType. */
    int family;
    /** IP address, or path of a UNIX socket. */
    char *node;
    /** Port or service name; empty for a UNIX socket. */
    char *service;
} virDomainEventGraphicsAddress;

/** One identity of a graphics client. */
typedef struct _virDomainEventGraphicsSubjectIdentity {
    /** Kind of identity, such as x509dname. */
    char *type;
    /** The identity. */
    char *name;
} virDomainEventGraphicsSubjectIdentity;

/** Pointer to a virDomainEventGraphicsSubjectIdentity. */
typedef virDomainEventGraphicsSubjectIdentity *virDomainEventGraphicsSubjectIdentityPtr;

/** Identities of an authenticated graphics client. */
typedef struct _virDomainEventGraphicsSubject {
    /** Number of identities. */
    int nidentity;
    /** Array of identities. */
    virDomainEventGraphicsSubjectIdentityPtr identities;
} virDomainEventGraphicsSubject;

/**
 * Reports a phase of a graphics client's connection, with both addresses, the authentication scheme
 * and the client's identities.
 */
typedef void (*virConnectDomainEventGraphicsCallback)(virConnectPtr conn,
                                                      virDomainPtr dom,
                                                      int phase,
                                                      const virDomainEventGraphicsAddress *local,
                                                      const virDomainEventGraphicsAddress *remote,
                                                      const char *authScheme,
                                                      const virDomainEventGraphicsSubject *subject,
                                                      void *opaque);

/** Reports a disk I/O error and the virDomainEventIOErrorAction taken. */
typedef void (*virConnectDomainEventIOErrorCallback)(virConnectPtr conn,
                                                     virDomainPtr dom,
                                                     const char *srcPath,
                                                     const char *devAlias,
                                                     int action,
                                                     void *opaque);

/**
 * Reports a disk I/O error, the virDomainEventIOErrorAction taken and a word for the reason, such as
 * enospc, or an empty string.
 */
typedef void (*virConnectDomainEventIOErrorReasonCallback)(virConnectPtr conn,
                                                           virDomainPtr dom,
                                                           const char *srcPath,
                                                           const char *devAlias,
                                                           int action,
                                                           const char *reason,
                                                           void *opaque);

/** Reports the statistics of a completed job; the parameters are valid only during the call. */
typedef void (*virConnectDomainEventJobCompletedCallback)(virConnectPtr conn,
                                                          virDomainPtr dom,
                                                          virTypedParameterPtr params,
                                                          int nparams,
                                                          void *opaque);

/** Reports the alias of a memory device and its new size. */
typedef void (*virConnectDomainEventMemoryDeviceSizeChangeCallback)(virConnectPtr conn,
                                                                    virDomainPtr dom,
                                                                    const char *alias,
                                                                    unsigned long long size,
                                                                    void *opaque);

/**
 * Reports a hardware memory failure with recipient, action and flags of the virDomainMemoryFailure
 * enums.
 */
typedef void (*virConnectDomainEventMemoryFailureCallback)(virConnectPtr conn,
                                                           virDomainPtr dom,
                                                           int recipient,
                                                           int action,
                                                           unsigned int flags,
                                                           void *opaque);

/** Reports changed metadata: its virDomainMetadataType and, for elements, the namespace URI. */
typedef void (*virConnectDomainEventMetadataChangeCallback)(virConnectPtr conn,
                                                            virDomainPtr dom,
                                                            int type,
                                                            const char *nsuri,
                                                            void *opaque);

/** Reports the number of a new pass of memory copying in a migration. */
typedef void (*virConnectDomainEventMigrationIterationCallback)(virConnectPtr conn,
                                                                virDomainPtr dom,
                                                                int iteration,
                                                                void *opaque);

/** Reports that the guest suspended to memory; the reason is always 0. */
typedef void (*virConnectDomainEventPMSuspendCallback)(virConnectPtr conn,
                                                       virDomainPtr dom,
                                                       int reason,
                                                       void *opaque);

/** Reports that the guest suspended to disk; the reason is always 0. */
typedef void (*virConnectDomainEventPMSuspendDiskCallback)(virConnectPtr conn,
                                                           virDomainPtr dom,
                                                           int reason,
                                                           void *opaque);

/** Reports that the guest woke up; the reason is always 0. */
typedef void (*virConnectDomainEventPMWakeupCallback)(virConnectPtr conn,
                                                      virDomainPtr dom,
                                                      int reason,
                                                      void *opaque);

/** Reports the new offset of the guest's clock to UTC in seconds. */
typedef void (*virConnectDomainEventRTCChangeCallback)(virConnectPtr conn,
                                                       virDomainPtr dom,
                                                       long long utcoffset,
                                                       void *opaque);

/** Reports that the tray of a device opened or closed (virDomainEventTrayChangeReason). */
typedef void (*virConnectDomainEventTrayChangeCallback)(virConnectPtr conn,
                                                        virDomainPtr dom,
                                                        const char *devAlias,
                                                        int reason,
                                                        void *opaque);

/** Reports changed tuning settings as typed parameters, valid only during the call. */
typedef void (*virConnectDomainEventTunableCallback)(virConnectPtr conn,
                                                     virDomainPtr dom,
                                                     virTypedParameterPtr params,
                                                     int nparams,
                                                     void *opaque);

/** Reports that the watchdog fired and the virDomainEventWatchdogAction taken. */
typedef void (*virConnectDomainEventWatchdogCallback)(virConnectPtr conn,
                                                      virDomainPtr dom,
                                                      int action,
                                                      void *opaque);

/** Pointer to a virDomainEventGraphicsAddress. */
typedef virDomainEventGraphicsAddress *virDomainEventGraphicsAddressPtr;

/** Pointer to a virDomainEventGraphicsSubject. */
typedef virDomainEventGraphicsSubject *virDomainEventGraphicsSubjectPtr;

/** Reports that a named channel was opened or closed in the guest. */
typedef void (*virConnectDomainEventChannelLifecycleCallback)(virConnectPtr conn,
                                                              virDomainPtr dom,
                                                              const char *channelName,
                                                              int state,
                                                              int reason,
                                                              void *opaque);

/** Reports that the guest changed the MAC address of an interface. */
typedef void (*virConnectDomainEventNICMACChangeCallback)(virConnectPtr conn,
                                                          virDomainPtr dom,
                                                          const char *alias,
                                                          const char *oldMAC,
                                                          const char *newMAC,
                                                          void *opaque);

/** Reports the number of a vCPU that was unplugged. */
typedef void (*virConnectDomainEventVcpuRemovedCallback)(virConnectPtr conn,
                                                         virDomainPtr dom,
                                                         unsigned int vcpuid,
                                                         void *opaque);

/** Older name of virTypedParameter for block I/O settings. */
typedef virTypedParameter virBlkioParameter;

/** Pointer to a virBlkioParameter. */
typedef virBlkioParameter *virBlkioParameterPtr;

/** Older name of virTypedParameter for memory settings. */
typedef virTypedParameter virMemoryParameter;

/** Pointer to a virMemoryParameter. */
typedef virMemoryParameter *virMemoryParameterPtr;

/** Older name of virTypedParameter for scheduler settings. */
typedef virTypedParameter virSchedParameter;

/** Pointer to a virSchedParameter. */
typedef virSchedParameter *virSchedParameterPtr;

/**
 * Starts a job that writes the data of upper images of a disk's backing chain down into a lower one.
 * top and base may be NULL for the ends of the chain; bandwidth is in MiB/s unless the flags choose
 * bytes, 0 for no limit. Returns 0, or -1 on error.
 *
 * Since: 0.10.2
 */
int virDomainBlockCommit(virDomainPtr dom,
                         const char *disk,
                         const char *base,
                         const char *top,
                         unsigned long bandwidth,
                         unsigned int flags);

/**
 * Starts a job, tuned by typed parameters, that copies a disk to the destination described by XML and
 * then mirrors writes to it. End it with virDomainBlockJobAbort(), which can pivot to the copy.
 * Returns 0, or -1 on error.
 *
 * Since: 1.2.8
 */
int virDomainBlockCopy(virDomainPtr dom,
                       const char *disk,
                       const char *destxml,
                       virTypedParameterPtr params,
                       int nparams,
                       unsigned int flags);

/**
 * Ends the block job of a disk: cancels it or, with the pivot flag, switches the domain to the job's
 * new image. Waits for the end unless asked to be asynchronous. Returns 0, or -1 on error.
 *
 * Since: 0.9.4
 */
int virDomainBlockJobAbort(virDomainPtr dom,
                           const char *disk,
                           unsigned int flags);

/**
 * Limits the bandwidth of a disk's block job, in MiB/s or, with the flag, in bytes per second; 0
 * removes the limit. Returns 0, or -1 on error.
 *
 * Since: 0.9.4
 */
int virDomainBlockJobSetSpeed(virDomainPtr dom,
                              const char *disk,
                              unsigned long bandwidth,
                              unsigned int flags);

/**
 * Copies bytes from a disk of the domain into the caller's buffer, starting at a byte offset. Read-
 * only connections may not use it. Returns 0, or -1 on error.
 *
 * Since: 0.4.2
 */
int virDomainBlockPeek(virDomainPtr dom,
                       const char *disk,
                       unsigned long long offset,
                       size_t size,
                       void *buffer,
                       unsigned int flags);

/**
 * Starts a job that copies all data of the backing images into the top image of a disk, so that it no
 * longer needs them. Bandwidth is in MiB/s unless the flag chooses bytes, 0 for no limit. Returns 0,
 * or -1 on error.
 *
 * Since: 0.9.4
 */
int virDomainBlockPull(virDomainPtr dom,
                       const char *disk,
                       unsigned long bandwidth,
                       unsigned int flags);

/**
 * Starts a job that pulls part of a disk's backing chain so that base becomes the backing file or,
 * with the copy flag, one that mirrors the disk to the path in base. Bandwidth is in MiB/s unless the
 * flag chooses bytes. Returns 0, or -1 on error.
 *
 * Since: 0.9.10
 */
int virDomainBlockRebase(virDomainPtr dom,
                         const char *disk,
                         const char *base,
                         unsigned long bandwidth,
                         unsigned int flags);

/**
 * Changes the size of a disk while the domain runs. The size is in KiB, or in bytes with the bytes
 * flag. Returns 0, or -1 on error.
 *
 * Since: 0.9.8
 */
int virDomainBlockResize(virDomainPtr dom,
                         const char *disk,
                         unsigned long long size,
                         unsigned int flags);

/**
 * Reads the request and byte counters of a disk of an active domain into a structure whose byte size
 * the caller gives. Counters the hypervisor lacks are -1. Returns 0, or -1 on error.
 *
 * Since: 0.3.2
 */
int virDomainBlockStats(virDomainPtr dom,
                        const char *disk,
                        virDomainBlockStatsPtr stats,
                        size_t size);

/**
 * Reads the I/O statistics of a disk as typed parameters. Call with a count of 0 first to learn how
 * many there are, then with an array of that size. Returns 0, or -1 on error.
 *
 * Since: 0.9.5
 */
int virDomainBlockStatsFlags(virDomainPtr dom,
                             const char *disk,
                             virTypedParameterPtr params,
                             int *nparams,
                             unsigned int flags);

/**
 * Removes a named throttle group, which no disk may use any more. Returns 0, or -1 on error.
 *
 * Since: 11.2.0
 */
int virDomainDelThrottleGroup(virDomainPtr dom,
                              const char *group,
                              unsigned int flags);

/**
 * Has the guest agent freeze guest file systems, all of them or those mounted at the given points.
 * Returns the number of frozen file systems, or -1 on error.
 *
 * Since: 1.2.5
 */
int virDomainFSFreeze(virDomainPtr dom,
                      const char **mountpoints,
                      unsigned int nmountpoints,
                      unsigned int flags);

/**
 * Frees one file system description from virDomainGetFSInfo() with everything in it. The caller frees
 * the array itself. NULL is ignored.
 *
 * Since: 1.2.11
 */
void virDomainFSInfoFree(virDomainFSInfoPtr info);

/**
 * Has the guest agent thaw file systems that virDomainFSFreeze() froze. Returns the number of thawed
 * file systems, or -1 on error.
 *
 * Since: 1.2.5
 */
int virDomainFSThaw(virDomainPtr dom,
                    const char **mountpoints,
                    unsigned int nmountpoints,
                    unsigned int flags);

/**
 * Has the guest agent discard unused blocks of guest file systems, or of one if a mount point is
 * given. Free ranges shorter than the given minimum in bytes may be left alone. Returns 0, or -1 on
 * error.
 *
 * Since: 1.0.1
 */
int virDomainFSTrim(virDomainPtr dom,
                    const char *mountPoint,
                    unsigned long long minimum,
                    unsigned int flags);

/**
 * Stores the logical capacity, allocation and physical size in bytes of one disk, given by target name
 * or source path. Returns 0, or -1 on error.
 *
 * Since: 0.8.1
 */
int virDomainGetBlockInfo(virDomainPtr domain,
                          const char *disk,
                          virDomainBlockInfoPtr info,
                          unsigned int flags);

/**
 * Reads the I/O throttling limits of a disk into the caller's array. Call with a count of 0 first to
 * learn how many there are; a NULL disk is then allowed. Returns 0, or -1 on error.
 *
 * Since: 0.9.8
 */
int virDomainGetBlockIoTune(virDomainPtr dom,
                            const char *disk,
                            virTypedParameterPtr params,
                            int *nparams,
                            unsigned int flags);

/**
 * Stores type, bandwidth and progress of the block job running on a disk. Returns 1 if there is a job,
 * 0 if there is none, or -1 on error.
 *
 * Since: 0.9.4
 */
int virDomainGetBlockJobInfo(virDomainPtr dom,
                             const char *disk,
                             virDomainBlockJobInfoPtr info,
                             unsigned int flags);

/**
 * Lists disks with I/O errors in the caller's array, whose disk names the caller frees. Called with
 * NULL and 0 it returns the number of disks of the domain instead. Returns the number of entries
 * stored, or -1 on error.
 *
 * Since: 0.9.10
 */
int virDomainGetDiskErrors(virDomainPtr dom,
                           virDomainDiskErrorPtr errors,
                           unsigned int maxerrors,
                           unsigned int flags);

/**
 * Asks the guest agent for the mounted file systems. Stores an array: free each entry with
 * virDomainFSInfoFree() and the array with free(). Returns the number of entries, or -1 on error.
 *
 * Since: 1.2.11
 */
int virDomainGetFSInfo(virDomainPtr dom,
                       virDomainFSInfoPtr **info,
                       unsigned int flags);

/**
 * Changes the I/O throttling limits of a disk, given by target name or path. Limits of the same group
 * that are not given may be reset. Returns 0, or -1 on error.
 *
 * Since: 0.9.8
 */
int virDomainSetBlockIoTune(virDomainPtr dom,
                            const char *disk,
                            virTypedParameterPtr params,
                            int nparams,
                            unsigned int flags);

/**
 * Asks for one block threshold event when writing to the disk or image of its chain passes the given
 * byte offset; 0 disarms it. Returns 0, or -1 on error.
 *
 * Since: 3.1.0
 */
int virDomainSetBlockThreshold(virDomainPtr domain,
                               const char *dev,
                               unsigned long long threshold,
                               unsigned int flags);

/**
 * Creates or changes a named throttle group, whose I/O limits several disks can share. Returns 0, or
 * -1 on error.
 *
 * Since: 11.2.0
 */
int virDomainSetThrottleGroup(virDomainPtr dom,
                              const char *group,
                              virTypedParameterPtr params,
                              int nparams,
                              unsigned int flags);

/**
 * Makes a graphics display read its settings again, such as TLS certificates; the type names the
 * display kind. Returns 0, or -1 on error.
 *
 * Since: 10.2.0
 */
int virDomainGraphicsReload(virDomainPtr domain,
                            unsigned int type,
                            unsigned int flags);

/**
 * Connects a stream to a channel device of the guest, found by alias or target name; NULL means the
 * first. Returns 0, or -1 on error.
 *
 * Since: 1.0.2
 */
int virDomainOpenChannel(virDomainPtr dom,
                         const char *name,
                         virStreamPtr st,
                         unsigned int flags);

/**
 * Connects a stream to a console, serial or parallel port of the guest, found by alias; NULL means the
 * first. Flags can evict another user of it. Returns 0, or -1 on error.
 *
 * Since: 0.8.6
 */
int virDomainOpenConsole(virDomainPtr dom,
                         const char *dev_name,
                         virStreamPtr st,
                         unsigned int flags);

/**
 * Passes a connected socket to the graphics display with index idx, so that a client can talk to it
 * through the other end. The caller keeps and closes its descriptor. Returns 0, or -1 on error.
 *
 * Since: 0.9.7
 */
int virDomainOpenGraphics(virDomainPtr dom,
                          unsigned int idx,
                          int fd,
                          unsigned int flags);

/**
 * Makes a socket connected to the graphics display with index idx. The caller closes it. Returns the
 * file descriptor, or -1 on error.
 *
 * Since: 1.2.8
 */
int virDomainOpenGraphicsFD(virDomainPtr dom,
                            unsigned int idx,
                            unsigned int flags);

/**
 * Takes a picture of one of the guest's screens and sends it through the stream. Returns the MIME type
 * of the picture as a string the caller frees with free(), or NULL on error.
 *
 * Since: 0.9.2
 */
char *virDomainScreenshot(virDomainPtr domain,
                          virStreamPtr stream,
                          unsigned int screen,
                          unsigned int flags);

/**
 * Makes the guest announce its presence on the network through one interface, or all if the device is
 * NULL; params tune the repetition. Returns 0, or -1 on error.
 *
 * Since: 12.5.0
 */
int virDomainAnnounceInterface(virDomainPtr dom,
                               const char *device,
                               virTypedParameterPtr params,
                               int nparams,
                               unsigned int flags);

/**
 * Plugs the device described by the XML element into an active domain. The stored configuration stays
 * as it is. Returns 0, or -1 on error.
 *
 * Since: 0.1.9
 */
int virDomainAttachDevice(virDomainPtr domain,
                          const char *xml);

/**
 * Adds the device described by the XML element to the running domain, its stored configuration, or
 * both (virDomainDeviceModifyFlags). Returns 0, or -1 on error.
 *
 * Since: 0.7.7
 */
int virDomainAttachDeviceFlags(virDomainPtr domain,
                               const char *xml,
                               unsigned int flags);

/**
 * Unplugs the device described by the XML element from an active domain. The guest may finish the
 * removal later, which the device removed event reports. Returns 0, or -1 on error.
 *
 * Since: 0.1.9
 */
int virDomainDetachDevice(virDomainPtr domain,
                          const char *xml);

/**
 * Asks for removal of the device with the given alias and does not wait for the guest; the device
 * removed event reports the end. Returns 0, or -1 on error.
 *
 * Since: 4.4.0
 */
int virDomainDetachDeviceAlias(virDomainPtr domain,
                               const char *alias,
                               unsigned int flags);

/**
 * Removes the device described by the XML element from the running domain, its stored configuration,
 * or both (virDomainDeviceModifyFlags). A live removal may complete later. Returns 0, or -1 on error.
 *
 * Since: 0.7.7
 */
int virDomainDetachDeviceFlags(virDomainPtr domain,
                               const char *xml,
                               unsigned int flags);

/**
 * Ties open file descriptors to a name that the domain's disk configuration may then refer to. They
 * belong to the connection: closing it drops the association. Returns 0, or -1 on error.
 *
 * Since: 9.0.0
 */
int virDomainFDAssociate(virDomainPtr domain,
                         const char *name,
                         unsigned int nfds,
                         int *fds,
                         unsigned int flags);

/**
 * Reads the bandwidth limits of a network interface, found by MAC address or target name, into the
 * caller's array. Call with a count of 0 first to learn how many there are. Returns 0, or -1 on error.
 *
 * Since: 0.9.9
 */
int virDomainGetInterfaceParameters(virDomainPtr domain,
                                    const char *device,
                                    virTypedParameterPtr params,
                                    int *nparams,
                                    unsigned int flags);

/**
 * Lists the guest's network interfaces with their addresses, found by DHCP leases, guest agent or the
 * host's ARP table. Stores an array: free each entry with virDomainInterfaceFree() and the array with
 * free(). Returns the number of entries, or -1 on error.
 *
 * Since: 1.2.14
 */
int virDomainInterfaceAddresses(virDomainPtr dom,
                                virDomainInterfacePtr **ifaces,
                                unsigned int source,
                                unsigned int flags);

/**
 * Frees one interface description from virDomainInterfaceAddresses() with its addresses. The caller
 * frees the array itself. NULL is ignored.
 *
 * Since: 1.2.14
 */
void virDomainInterfaceFree(virDomainInterfacePtr iface);

/**
 * Reads the byte, packet, error and drop counters of a network interface of an active domain into a
 * structure whose byte size the caller gives. Unknown counters are -1. Returns 0, or -1 on error.
 *
 * Since: 0.3.2
 */
int virDomainInterfaceStats(virDomainPtr dom,
                            const char *device,
                            virDomainInterfaceStatsPtr stats,
                            size_t size);

/**
 * Changes the bandwidth limits of a network interface, found by MAC address or target name. Returns 0,
 * or -1 on error.
 *
 * Since: 0.9.9
 */
int virDomainSetInterfaceParameters(virDomainPtr domain,
                                    const char *device,
                                    virTypedParameterPtr params,
                                    int nparams,
                                    unsigned int flags);

/**
 * Changes an existing device to match the XML element, for example the medium of a CD drive or the
 * link state of an interface. Returns 0, or -1 on error.
 *
 * Since: 0.8.0
 */
int virDomainUpdateDeviceFlags(virDomainPtr domain,
                               const char *xml,
                               unsigned int flags);

/**
 * Removes a lifecycle callback that was added with virConnectDomainEventRegister(), found by its
 * function pointer. The free callback given at registration then runs on the opaque data. Returns 0 or
 * a positive count, or -1 on error.
 *
 * Since: 0.5.0
 */
int virConnectDomainEventDeregister(virConnectPtr conn,
                                    virConnectDomainEventCallback cb);

/**
 * Removes the domain event callback with the id that virConnectDomainEventRegisterAny() returned. Its
 * free callback runs once no delivery is in progress. Returns 0, or -1 on error.
 *
 * Since: 0.8.0
 */
int virConnectDomainEventDeregisterAny(virConnectPtr conn,
                                       int callbackID);

/**
 * Adds a callback for lifecycle events of every domain of the connection. Needs an event loop, and is
 * superseded by virConnectDomainEventRegisterAny(). Returns 0 or a positive count, or -1 on error.
 *
 * Since: 0.5.0
 */
int virConnectDomainEventRegister(virConnectPtr conn,
                                  virConnectDomainEventCallback cb,
                                  void *opaque,
                                  virFreeCallback freecb);

/**
 * Adds a callback for one kind of domain event (virDomainEventID), for one domain or, with a NULL
 * domain, for all of them. Cast the callback, whose real type depends on the event id, to the generic
 * type. Returns a callback id for deregistration, or -1 on error.
 *
 * Since: 0.8.0
 */
int virConnectDomainEventRegisterAny(virConnectPtr conn,
                                     virDomainPtr dom,
                                     int eventID,
                                     virConnectDomainEventGenericCallback cb,
                                     void *opaque,
                                     virFreeCallback freecb);

/**
 * Sets how many seconds to wait for answers of the guest agent; the negative constants of
 * virDomainAgentResponseTimeoutValues select blocking or the default. Returns 0, or -1 on error.
 *
 * Since: 5.10.0
 */
int virDomainAgentSetResponseTimeout(virDomainPtr domain,
                                     int timeout,
                                     unsigned int flags);

/**
 * Asks the guest agent for the public SSH keys that may log in as a guest user. Stores an array of
 * strings; the caller frees each string and the array with free(). Returns the number of keys, or -1
 * on error.
 *
 * Since: 6.10.0
 */
int virDomainAuthorizedSSHKeysGet(virDomainPtr domain,
                                  const char *user,
                                  char ***keys,
                                  unsigned int flags);

/**
 * Replaces, extends or prunes the list of public SSH keys of a guest user, using the guest agent.
 * Without flags the given keys become the whole list. Returns 0, or -1 on error.
 *
 * Since: 6.10.0
 */
int virDomainAuthorizedSSHKeysSet(virDomainPtr domain,
                                  const char *user,
                                  const char **keys,
                                  unsigned int nkeys,
                                  unsigned int flags);

/**
 * Asks the guest agent for the groups of facts in the types mask (virDomainGuestInfoTypes), 0 for all
 * it can tell. Stores typed parameters to be freed with virTypedParamsFree(). Returns 0, or -1 on
 * error.
 *
 * Since: 5.7.0
 */
int virDomainGetGuestInfo(virDomainPtr domain,
                          unsigned int types,
                          virTypedParameterPtr *params,
                          int *nparams,
                          unsigned int flags);

/**
 * Finds the guest's host name from the guest agent or from DHCP leases, as the flags choose. Returns a
 * string the caller frees with free(), or NULL on error.
 *
 * Since: 0.10.0
 */
char *virDomainGetHostname(virDomainPtr domain,
                           unsigned int flags);

/**
 * Lists notes about the domain, such as deprecated features in use or reasons it is tainted; 0 as
 * flags asks for all kinds. The caller frees each string and the array with free(). Returns the number
 * of messages, or -1 on error.
 *
 * Since: 7.1.0
 */
int virDomainGetMessages(virDomainPtr domain,
                         char ***msgs,
                         unsigned int flags);

/**
 * Asks the guest agent for the guest's clock: seconds since 1970 in UTC and nanoseconds. Returns 0, or
 * -1 on error.
 *
 * Since: 1.2.5
 */
int virDomainGetTime(virDomainPtr dom,
                     long long *seconds,
                     unsigned int *nseconds,
                     unsigned int flags);

/**
 * Sends a non-maskable interrupt to the guest. Returns 0, or -1 on error.
 *
 * Since: 0.9.2
 */
int virDomainInjectNMI(virDomainPtr domain,
                       unsigned int flags);

/**
 * Has the guest agent suspend the guest to memory, disk or both (virNodeSuspendTarget). The duration
 * in seconds until wake-up must be 0 where timed wake-up is not supported. Returns 0, or -1 on error.
 *
 * Since: 0.9.10
 */
int virDomainPMSuspendForDuration(virDomainPtr dom,
                                  unsigned int target,
                                  unsigned long long duration,
                                  unsigned int flags);

/**
 * Wakes up a guest that is suspended by power management. Returns 0, or -1 on error.
 *
 * Since: 0.9.11
 */
int virDomainPMWakeup(virDomainPtr dom,
                      unsigned int flags);

/**
 * Presses all given keys together for holdtime milliseconds and then releases them. The codes are of
 * the named code set, at most VIR_DOMAIN_SEND_KEY_MAX_KEYS of them. Returns 0, or -1 on error.
 *
 * Since: 0.9.3
 */
int virDomainSendKey(virDomainPtr domain,
                     unsigned int codeset,
                     unsigned int holdtime,
                     unsigned int *keycodes,
                     int nkeycodes,
                     unsigned int flags);

/**
 * Sends a signal (virDomainProcessSignal) to a process of the guest, given by its id there. Returns 0,
 * or -1 on error.
 *
 * Since: 1.0.1
 */
int virDomainSendProcessSignal(virDomainPtr domain,
                               long long pid_value,
                               unsigned int signum,
                               unsigned int flags);

/**
 * Has the guest agent set the guest's clock to a time in seconds and nanoseconds since 1970 in UTC or,
 * with the sync flag, to its hardware clock. Returns 0, or -1 on error.
 *
 * Since: 1.2.5
 */
int virDomainSetTime(virDomainPtr dom,
                     long long seconds,
                     unsigned int nseconds,
                     unsigned int flags);

/**
 * Has the guest agent set the password of a guest user; a flag says that it is already hashed. Returns
 * 0, or -1 on error.
 *
 * Since: 1.2.16
 */
int virDomainSetUserPassword(virDomainPtr dom,
                             const char *user,
                             const char *password,
                             unsigned int flags);

/**
 * Asks the hypervisor to cancel the job running on the domain, such as a save, dump or outgoing
 * migration. The cancelled call then fails in the thread that made it. Returns 0, or -1 on error.
 *
 * Since: 0.7.7
 */
int virDomainAbortJob(virDomainPtr domain);

/**
 * Cancels the domain's running job, with flags (virDomainAbortJobFlagsValues) that allow for example
 * interrupting a post-copy migration. Returns 0, or -1 on error.
 *
 * Since: 8.5.0
 */
int virDomainAbortJobFlags(virDomainPtr domain,
                           unsigned int flags);

/**
 * Starts a backup job described by XML and returns while it runs; watch the job or its completion
 * event for the end. A checkpoint XML, if not NULL, creates a checkpoint at the same instant. Returns
 * 0, or -1 on error.
 *
 * Since: 6.0.0
 */
int virDomainBackupBegin(virDomainPtr domain,
                         const char *backupXML,
                         const char *checkpointXML,
                         unsigned int flags);

/**
 * Describes the backup job now running on the domain as XML, with the defaults filled in. Returns a
 * string the caller frees with free(), or NULL on error.
 *
 * Since: 6.0.0
 */
char *virDomainBackupGetXMLDesc(virDomainPtr domain,
                                unsigned int flags);

/**
 * Stores the type, elapsed time and progress of the job running on the domain. See
 * virDomainGetJobStats() for more figures. Returns 0, or -1 on error.
 *
 * Since: 0.7.7
 */
int virDomainGetJobInfo(virDomainPtr domain,
                        virDomainJobInfoPtr info);

/**
 * Reports the type of the domain's current job, or of the last one with the completed flag, and its
 * statistics. Free the typed parameters with virTypedParamsFree(). Returns 0, or -1 on error.
 *
 * Since: 1.0.3
 */
int virDomainGetJobStats(virDomainPtr domain,
                         int *type,
                         virTypedParameterPtr *params,
                         int *nparams,
                         unsigned int flags);

/**
 * Reports as XML which domain features an emulator, architecture, machine type and virtualization type
 * support together. Every selector may be NULL to take the default. Returns a string the caller frees
 * with free(), or NULL on error.
 *
 * Since: 1.2.7
 */
char *virConnectGetDomainCapabilities(virConnectPtr conn,
                                      const char *emulatorbin,
                                      const char *arch,
                                      const char *machine,
                                      const char *virttype,
                                      unsigned int flags);

/**
 * Starts a defined domain, from its managed save image if there is one. Returns 0, or -1 on error.
 *
 * Since: 0.1.1
 */
int virDomainCreate(virDomainPtr domain);

/**
 * Starts a transient domain from XML; an older name of virDomainCreateXML() with the same behaviour.
 * Release the handle with virDomainFree(). Returns a new handle, or NULL on error.
 *
 * Since: 0.0.3
 */
virDomainPtr virDomainCreateLinux(virConnectPtr conn,
                                  const char *xmlDesc,
                                  unsigned int flags);

/**
 * Starts a defined domain and hands it open file descriptors, which the guest's first process inherits
 * from number 3 on. Only container drivers use them. Returns 0, or -1 on error.
 *
 * Since: 1.1.1
 */
int virDomainCreateWithFiles(virDomainPtr domain,
                             unsigned int nfiles,
                             int *files,
                             unsigned int flags);

/**
 * Starts a defined domain with virDomainCreateFlags, for example paused or ignoring the managed save
 * image. Returns 0, or -1 on error.
 *
 * Since: 0.8.2
 */
int virDomainCreateWithFlags(virDomainPtr domain,
                             unsigned int flags);

/**
 * Stops a domain at once, like pulling the power plug. A transient domain disappears; the handle still
 * needs virDomainFree(). Returns 0, or -1 on error.
 *
 * Since: 0.0.3
 */
int virDomainDestroy(virDomainPtr domain);

/**
 * Stops a domain without the guest's cooperation; the graceful flag refuses to use a kill signal when
 * the hypervisor does not exit in time. Returns 0, or -1 on error.
 *
 * Since: 0.9.4
 */
int virDomainDestroyFlags(virDomainPtr domain,
                          unsigned int flags);

/**
 * Asks the guest to reboot and returns before it has done so. The flags choose the ways to try
 * (virDomainRebootFlagValues); 0 leaves it to the hypervisor. Returns 0, or -1 on error.
 *
 * Since: 0.1.0
 */
int virDomainReboot(virDomainPtr domain,
                    unsigned int flags);

/**
 * Gives an inactive persistent domain a new name. Look the domain up again for a handle that carries
 * it. Returns 0, or -1 on error.
 *
 * Since: 1.2.19
 */
int virDomainRename(virDomainPtr dom,
                    const char *new_name,
                    unsigned int flags);

/**
 * Resets a running domain at once like the reset button, without the guest's cooperation. Returns 0,
 * or -1 on error.
 *
 * Since: 0.9.7
 */
int virDomainReset(virDomainPtr domain,
                   unsigned int flags);

/**
 * Continues a domain that was paused with virDomainSuspend(). Returns 0, or -1 on error.
 *
 * Since: 0.0.3
 */
int virDomainResume(virDomainPtr domain);

/**
 * Sets what happens (virDomainLifecycleAction) when the guest powers off, reboots or crashes
 * (virDomainLifecycle). Returns 0, or -1 on error.
 *
 * Since: 3.9.0
 */
int virDomainSetLifecycleAction(virDomainPtr domain,
                                unsigned int type,
                                unsigned int action,
                                unsigned int flags);

/**
 * Asks the guest to power off and returns before it has done so; the guest may ignore it. Returns 0,
 * or -1 on error.
 *
 * Since: 0.0.3
 */
int virDomainShutdown(virDomainPtr domain);

/**
 * Asks the guest to power off in the ways the flags choose (virDomainShutdownFlagValues), without
 * waiting for it. Returns 0, or -1 on error.
 *
 * Since: 0.9.10
 */
int virDomainShutdownFlags(virDomainPtr domain,
                           unsigned int flags);

/**
 * Pauses an active domain: its vCPUs stop but memory stays allocated. Returns 0, or -1 on error.
 *
 * Since: 0.0.3
 */
int virDomainSuspend(virDomainPtr domain);

/**
 * Deletes the stored configuration of a domain; an active one becomes transient. Fails if a managed
 * save image or snapshots exist. Returns 0, or -1 on error.
 *
 * Since: 0.1.1
 */
int virDomainUndefine(virDomainPtr domain);

/**
 * Deletes the stored configuration of a domain and, as flags say, its managed save image, snapshot
 * data, NVRAM or TPM state. Returns 0, or -1 on error.
 *
 * Since: 0.9.4
 */
int virDomainUndefineFlags(virDomainPtr domain,
                           unsigned int flags);

/**
 * Fetches handles of all domains that match the filter flags. Stores a NULL-terminated array: release
 * each handle with virDomainFree() and the array with free(). Returns the number of domains, also with
 * a NULL array pointer, or -1 on error.
 *
 * Since: 0.9.13
 */
int virConnectListAllDomains(virConnectPtr conn,
                             virDomainPtr **domains,
                             unsigned int flags);

/**
 * Stores the names of inactive persistent domains in an array with room for maxnames entries; the
 * caller frees each name. Prefer virConnectListAllDomains(), which has no race between counting and
 * listing. Returns the number stored, or -1 on error.
 *
 * Since: 0.1.1
 */
int virConnectListDefinedDomains(virConnectPtr conn,
                                 char **names,
                                 int maxnames);

/**
 * Stores the ids of active domains in an array with room for maxids entries. Prefer
 * virConnectListAllDomains(), which has no race between counting and listing. Returns the number of
 * ids stored, or -1 on error.
 *
 * Since: 0.0.3
 */
int virConnectListDomains(virConnectPtr conn,
                          int *ids,
                          int maxids);

/**
 * Counts the domains that are defined but not active. Returns the count, or -1 on error.
 *
 * Since: 0.1.5
 */
int virConnectNumOfDefinedDomains(virConnectPtr conn);

/**
 * Counts the active domains. Returns the count, or -1 on error.
 *
 * Since: 0.0.3
 */
int virConnectNumOfDomains(virConnectPtr conn);

/**
 * Drops one reference to a domain handle and frees it with the last one. The domain itself is not
 * affected. Returns 0, or -1 on error.
 *
 * Since: 0.0.3
 */
int virDomainFree(virDomainPtr domain);

/**
 * Gives the connection a domain handle belongs to, without adding a reference; do not close it on
 * account of this call. Returns the connection, or NULL on error.
 *
 * Since: 0.3.0
 */
virConnectPtr virDomainGetConnect(virDomainPtr dom);

/**
 * Gives the hypervisor's number of an active domain, taken from the handle. Returns the id, or
 * (unsigned int)-1 if the domain is inactive or on error.
 *
 * Since: 0.0.3
 */
unsigned int virDomainGetID(virDomainPtr domain);

/**
 * Gives the name of the domain. The string belongs to the handle and must not be freed. Returns the
 * name, or NULL on error.
 *
 * Since: 0.0.3
 */
const char *virDomainGetName(virDomainPtr domain);

/**
 * Copies the 16 bytes of the domain's UUID to a buffer of VIR_UUID_BUFLEN bytes. Returns 0, or -1 on
 * error.
 *
 * Since: 0.0.5
 */
int virDomainGetUUID(virDomainPtr domain,
                     unsigned char *uuid);

/**
 * Writes the domain's UUID as text to a buffer of VIR_UUID_STRING_BUFLEN bytes. Returns 0, or -1 on
 * error.
 *
 * Since: 0.1.1
 */
int virDomainGetUUIDString(virDomainPtr domain,
                           char *buf);

/**
 * Finds an active domain by its id. Release the handle with virDomainFree(). Returns a new handle, or
 * NULL on error or if there is none.
 *
 * Since: 0.0.3
 */
virDomainPtr virDomainLookupByID(virConnectPtr conn,
                                 int id);

/**
 * Finds a domain by its name. Release the handle with virDomainFree(). Returns a new handle, or NULL
 * on error or if there is none.
 *
 * Since: 0.0.3
 */
virDomainPtr virDomainLookupByName(virConnectPtr conn,
                                   const char *name);

/**
 * Finds a domain by its UUID, given as 16 raw bytes. Release the handle with virDomainFree(). Returns
 * a new handle, or NULL on error or if there is none.
 *
 * Since: 0.0.5
 */
virDomainPtr virDomainLookupByUUID(virConnectPtr conn,
                                   const unsigned char *uuid);

/**
 * Finds a domain by its UUID, given as text. Release the handle with virDomainFree(). Returns a new
 * handle, or NULL on error or if there is none.
 *
 * Since: 0.1.1
 */
virDomainPtr virDomainLookupByUUIDString(virConnectPtr conn,
                                         const char *uuidstr);

/**
 * Adds a reference to a domain handle; each one needs its own virDomainFree(). Returns 0, or -1 on
 * error.
 *
 * Since: 0.6.0
 */
int virDomainRef(virDomainPtr domain);

/**
 * Gives the most memory the domain can be given, in KiB. Returns the size, or 0 on error.
 *
 * Since: 0.0.3
 */
unsigned long virDomainGetMaxMemory(virDomainPtr domain);

/**
 * Reads the memory limits of the domain, in KiB, into the caller's array. Call with a count of 0 first
 * to learn how many there are. Returns 0, or -1 on error.
 *
 * Since: 0.8.5
 */
int virDomainGetMemoryParameters(virDomainPtr domain,
                                 virTypedParameterPtr params,
                                 int *nparams,
                                 unsigned int flags);

/**
 * Copies bytes of guest memory, from a virtual or physical start address as the flags say, into the
 * caller's buffer. Read-only connections may not use it. Returns 0, or -1 on error.
 *
 * Since: 0.4.2
 */
int virDomainMemoryPeek(virDomainPtr dom,
                        unsigned long long start,
                        size_t size,
                        void *buffer,
                        unsigned int flags);

/**
 * Stores up to nr_stats memory statistics as pairs of tag and value, mostly in KiB; which are present
 * depends on the guest's balloon driver. Returns the number stored, or -1 on error.
 *
 * Since: 0.7.5
 */
int virDomainMemoryStats(virDomainPtr dom,
                         virDomainMemoryStatPtr stats,
                         unsigned int nr_stats,
                         unsigned int flags);

/**
 * Changes the most memory the domain can be given, in KiB. Many hypervisors allow it only while the
 * domain is inactive. Returns 0, or -1 on error.
 *
 * Since: 0.0.3
 */
int virDomainSetMaxMemory(virDomainPtr domain,
                          unsigned long memory);

/**
 * Changes the memory of an active domain, in KiB, through its balloon; the guest reaches the target
 * over time. Returns 0, or -1 on error.
 *
 * Since: 0.1.1
 */
int virDomainSetMemory(virDomainPtr domain,
                       unsigned long memory);

/**
 * Changes the current or maximum memory, in KiB, of the running domain, its stored configuration, or
 * both (virDomainMemoryModFlags). Returns 0, or -1 on error.
 *
 * Since: 0.9.0
 */
int virDomainSetMemoryFlags(virDomainPtr domain,
                            unsigned long memory,
                            unsigned int flags);

/**
 * Changes memory limits of the domain, in KiB; VIR_DOMAIN_MEMORY_PARAM_UNLIMITED removes one. Returns
 * 0, or -1 on error.
 *
 * Since: 0.8.5
 */
int virDomainSetMemoryParameters(virDomainPtr domain,
                                 virTypedParameterPtr params,
                                 int nparams,
                                 unsigned int flags);

/**
 * Sets how often, in seconds, the balloon driver reports memory statistics; 0 stops it. Returns 0, or
 * -1 on error.
 *
 * Since: 1.1.1
 */
int virDomainSetMemoryStatsPeriod(virDomainPtr domain,
                                  int period,
                                  unsigned int flags);

/**
 * Starts measuring how fast the guest dirties memory, over a number of seconds from 1 to 60. Read the
 * result as domain statistics afterwards. Returns 0, or -1 on error.
 *
 * Since: 7.2.0
 */
int virDomainStartDirtyRateCalc(virDomainPtr domain,
                                int seconds,
                                unsigned int flags);

/**
 * Moves a domain to the host of the connection dconn. dname renames it there, uri is the address for
 * the transfer, bandwidth is in MiB/s; each may be unset. Release the handle with virDomainFree().
 * Returns the domain on the destination, or NULL on error.
 *
 * Since: 0.3.2
 */
virDomainPtr virDomainMigrate(virDomainPtr domain,
                              virConnectPtr dconn,
                              unsigned long flags,
                              const char *dname,
                              const char *uri,
                              unsigned long bandwidth);

/**
 * Moves a domain like virDomainMigrate(), with a domain XML to use on the destination instead of the
 * current one. Release the handle with virDomainFree(). Returns the domain on the destination, or NULL
 * on error.
 *
 * Since: 0.9.2
 */
virDomainPtr virDomainMigrate2(virDomainPtr domain,
                               virConnectPtr dconn,
                               const char *dxml,
                               unsigned long flags,
                               const char *dname,
                               const char *uri,
                               unsigned long bandwidth);

/**
 * Moves a domain to the host of the connection dconn, all options given as typed parameters
 * (VIR_MIGRATE_PARAM_...). Release the handle with virDomainFree(). Returns the domain on the
 * destination, or NULL on error.
 *
 * Since: 1.1.0
 */
virDomainPtr virDomainMigrate3(virDomainPtr domain,
                               virConnectPtr dconn,
                               virTypedParameterPtr params,
                               unsigned int nparams,
                               unsigned int flags);

/**
 * Stores the size in bytes of the cache that migration uses for compressing repeatedly sent pages.
 * Returns 0, or -1 on error.
 *
 * Since: 1.0.3
 */
int virDomainMigrateGetCompressionCache(virDomainPtr domain,
                                        unsigned long long *cacheSize,
                                        unsigned int flags);

/**
 * Stores the longest pause at the end of a live migration, in milliseconds. Returns 0, or -1 on error.
 *
 * Since: 3.7.0
 */
int virDomainMigrateGetMaxDowntime(virDomainPtr domain,
                                   unsigned long long *downtime,
                                   unsigned int flags);

/**
 * Stores the bandwidth limit of migrations of this domain, in MiB/s. Returns 0, or -1 on error.
 *
 * Since: 0.9.5
 */
int virDomainMigrateGetMaxSpeed(virDomainPtr domain,
                                unsigned long *bandwidth,
                                unsigned int flags);

/**
 * Sets the size in bytes of the cache that migration uses for compressing repeatedly sent pages. The
 * hypervisor may round it. Returns 0, or -1 on error.
 *
 * Since: 1.0.3
 */
int virDomainMigrateSetCompressionCache(virDomainPtr domain,
                                        unsigned long long cacheSize,
                                        unsigned int flags);

/**
 * Sets how many milliseconds the domain may be paused at the end of a live migration; may be changed
 * while one runs. Returns 0, or -1 on error.
 *
 * Since: 0.8.0
 */
int virDomainMigrateSetMaxDowntime(virDomainPtr domain,
                                   unsigned long long downtime,
                                   unsigned int flags);

/**
 * Limits the bandwidth of migrations of this domain, in MiB/s; may be changed while one runs. Returns
 * 0, or -1 on error.
 *
 * Since: 0.9.0
 */
int virDomainMigrateSetMaxSpeed(virDomainPtr domain,
                                unsigned long bandwidth,
                                unsigned int flags);

/**
 * Switches a running migration that was started with the post-copy flag to its post-copy phase: the
 * guest continues on the destination and fetches missing pages. Returns 0, or -1 on error.
 *
 * Since: 1.3.3
 */
int virDomainMigrateStartPostCopy(virDomainPtr domain,
                                  unsigned int flags);

/**
 * Moves a domain without a connection of the caller to the destination: the source daemon (peer to
 * peer) or the hypervisor itself contacts duri. Bandwidth is in MiB/s, 0 for the default. Returns 0,
 * or -1 on error.
 *
 * Since: 0.7.2
 */
int virDomainMigrateToURI(virDomainPtr domain,
                          const char *duri,
                          unsigned long flags,
                          const char *dname,
                          unsigned long bandwidth);

/**
 * Moves a domain like virDomainMigrateToURI(), with separate addresses for the destination's daemon
 * and for the transfer, and a domain XML for the destination. Returns 0, or -1 on error.
 *
 * Since: 0.9.2
 */
int virDomainMigrateToURI2(virDomainPtr domain,
                           const char *dconnuri,
                           const char *miguri,
                           const char *dxml,
                           unsigned long flags,
                           const char *dname,
                           unsigned long bandwidth);

/**
 * Moves a domain to the daemon at dconnuri with all options given as typed parameters
 * (VIR_MIGRATE_PARAM_...), without a connection of the caller to it. Returns 0, or -1 on error.
 *
 * Since: 1.1.0
 */
int virDomainMigrateToURI3(virDomainPtr domain,
                           const char *dconnuri,
                           virTypedParameterPtr params,
                           unsigned int nparams,
                           unsigned int flags);

/**
 * Writes a dump of the domain's memory to a file on the host. By default the domain is paused
 * meanwhile and resumed afterwards; the flags can crash, reset or keep it live. Returns 0, or -1 on
 * error.
 *
 * Since: 0.1.9
 */
int virDomainCoreDump(virDomainPtr domain,
                      const char *to,
                      unsigned int flags);

/**
 * Writes a dump of the domain's memory to a file on the host in a chosen format
 * (virDomainCoreDumpFormat). Returns 0, or -1 on error.
 *
 * Since: 1.2.3
 */
int virDomainCoreDumpWithFormat(virDomainPtr domain,
                                const char *to,
                                unsigned int dumpformat,
                                unsigned int flags);

/**
 * Tells whether the domain has a managed save image. Returns 1 if it has, 0 if not, or -1 on error.
 *
 * Since: 0.8.0
 */
int virDomainHasManagedSaveImage(virDomainPtr dom,
                                 unsigned int flags);

/**
 * Saves the memory of a running domain to a file that the daemon manages and stops it; the next start
 * restores it. Returns 0, or -1 on error.
 *
 * Since: 0.8.0
 */
int virDomainManagedSave(virDomainPtr dom,
                         unsigned int flags);

/**
 * Replaces the domain XML inside the managed save image; only changes that the guest cannot see are
 * allowed. Returns 0, or -1 on error.
 *
 * Since: 3.7.0
 */
int virDomainManagedSaveDefineXML(virDomainPtr domain,
                                  const char *dxml,
                                  unsigned int flags);

/**
 * Reads the domain XML stored in the managed save image. Returns a string the caller frees with
 * free(), or NULL on error.
 *
 * Since: 3.7.0
 */
char *virDomainManagedSaveGetXMLDesc(virDomainPtr domain,
                                     unsigned int flags);

/**
 * Deletes the managed save image of the domain, so that the next start is a fresh boot. Returns 0, or
 * -1 on error.
 *
 * Since: 0.8.0
 */
int virDomainManagedSaveRemove(virDomainPtr dom,
                               unsigned int flags);

/**
 * Starts a domain from a file that virDomainSave() wrote. Returns 0, or -1 on error.
 *
 * Since: 0.0.3
 */
int virDomainRestore(virConnectPtr conn,
                     const char *from);

/**
 * Starts a domain from a save file, optionally with a changed domain XML and forced to run or stay
 * paused (virDomainSaveRestoreFlags). Returns 0, or -1 on error.
 *
 * Since: 0.9.4
 */
int virDomainRestoreFlags(virConnectPtr conn,
                          const char *from,
                          const char *dxml,
                          unsigned int flags);

/**
 * Starts a domain from a save file that is named, with further options, by typed parameters
 * (VIR_DOMAIN_SAVE_PARAM_...). Returns 0, or -1 on error.
 *
 * Since: 8.4.0
 */
int virDomainRestoreParams(virConnectPtr conn,
                           virTypedParameterPtr params,
                           int nparams,
                           unsigned int flags);

/**
 * Stops a domain and writes its memory and configuration to a file on the host, for
 * virDomainRestore(). Returns 0, or -1 on error.
 *
 * Since: 0.0.3
 */
int virDomainSave(virDomainPtr domain,
                  const char *to);

/**
 * Stops a domain and writes it to a file, optionally with a changed domain XML; flags record whether a
 * restore starts it running or paused. Returns 0, or -1 on error.
 *
 * Since: 0.9.4
 */
int virDomainSaveFlags(virDomainPtr domain,
                       const char *to,
                       const char *dxml,
                       unsigned int flags);

/**
 * Replaces the domain XML inside a save file; only changes that the guest cannot see are allowed.
 * Returns 0, or -1 on error.
 *
 * Since: 0.9.4
 */
int virDomainSaveImageDefineXML(virConnectPtr conn,
                                const char *file,
                                const char *dxml,
                                unsigned int flags);

/**
 * Reads the domain XML stored in a save file. Returns a string the caller frees with free(), or NULL
 * on error.
 *
 * Since: 0.9.4
 */
char *virDomainSaveImageGetXMLDesc(virConnectPtr conn,
                                   const char *file,
                                   unsigned int flags);

/**
 * Stops a domain and saves it with the target file and further options given as typed parameters
 * (VIR_DOMAIN_SAVE_PARAM_...). Returns 0, or -1 on error.
 *
 * Since: 8.4.0
 */
int virDomainSaveParams(virDomainPtr domain,
                        virTypedParameterPtr params,
                        int nparams,
                        unsigned int flags);

/**
 * Tells whether the domain starts together with the host's daemon: stores 1 or 0. Returns 0, or -1 on
 * error.
 *
 * Since: 0.2.1
 */
int virDomainGetAutostart(virDomainPtr domain,
                          int *autostart);

/**
 * Tells whether the domain will start at the next start of the host only: stores 1 or 0. Returns 0, or
 * -1 on error.
 *
 * Since: 11.2.0
 */
int virDomainGetAutostartOnce(virDomainPtr domain,
                              int *autostart);

/**
 * Stores the state of the control interface to the hypervisor and, if busy or broken, for how many
 * milliseconds. Returns 0, or -1 on error.
 *
 * Since: 0.9.3
 */
int virDomainGetControlInfo(virDomainPtr domain,
                            virDomainControlInfoPtr info,
                            unsigned int flags);

/**
 * Stores state, maximum and current memory in KiB, number of vCPUs and used CPU time in nanoseconds.
 * Returns 0, or -1 on error.
 *
 * Since: 0.0.3
 */
int virDomainGetInfo(virDomainPtr domain,
                     virDomainInfoPtr info);

/**
 * Gives the kind of guest operating system interface, for example hvm, xen or exe. Returns a string
 * the caller frees with free(), or NULL on error.
 *
 * Since: 0.0.3
 */
char *virDomainGetOSType(virDomainPtr domain);

/**
 * Stores the state of the domain (virDomainState) and, if the pointer is not NULL, the reason in the
 * enum that belongs to the state. Returns 0, or -1 on error.
 *
 * Since: 0.9.2
 */
int virDomainGetState(virDomainPtr domain,
                      int *state,
                      int *reason,
                      unsigned int flags);

/**
 * Tells whether the domain is active. Returns 1 if it is, 0 if not, or -1 on error.
 *
 * Since: 0.7.3
 */
int virDomainIsActive(virDomainPtr dom);

/**
 * Tells whether the domain has a stored configuration and so outlives its stop. Returns 1 if it has, 0
 * if it is transient, or -1 on error.
 *
 * Since: 0.7.3
 */
int virDomainIsPersistent(virDomainPtr dom);

/**
 * Tells whether the stored configuration differs from the running one because it was changed since the
 * start. Returns 1 if so, 0 if not, or -1 on error.
 *
 * Since: 0.8.6
 */
int virDomainIsUpdated(virDomainPtr dom);

/**
 * Makes the domain start together with the host's daemon (1) or not (0). Returns 0, or -1 on error.
 *
 * Since: 0.2.1
 */
int virDomainSetAutostart(virDomainPtr domain,
                          int autostart);

/**
 * Makes the domain start at the next start of the host only (1), or takes that back (0). Returns 0, or
 * -1 on error.
 *
 * Since: 11.2.0
 */
int virDomainSetAutostartOnce(virDomainPtr domain,
                              int autostart);

/**
 * Collects statistics of all domains that match the filter flags; stats is a mask of
 * virDomainStatsTypes, 0 meaning every group. Stores a NULL-terminated array, to be freed with
 * virDomainStatsRecordListFree(). Returns the number of records, or -1 on error.
 *
 * Since: 1.2.8
 */
int virConnectGetAllDomainStats(virConnectPtr conn,
                                unsigned int stats,
                                virDomainStatsRecordPtr **retStats,
                                unsigned int flags);

/**
 * Collects statistics of the domains in a NULL-terminated array, which must all belong to one
 * connection. Stores a NULL-terminated array to be freed with virDomainStatsRecordListFree(). Returns
 * the number of records, or -1 on error.
 *
 * Since: 1.2.8
 */
int virDomainListGetStats(virDomainPtr *doms,
                          unsigned int stats,
                          virDomainStatsRecordPtr **retStats,
                          unsigned int flags);

/**
 * Frees a NULL-terminated array of statistics records, with the records, their parameters and domain
 * handles. NULL is ignored.
 *
 * Since: 1.2.8
 */
void virDomainStatsRecordListFree(virDomainStatsRecordPtr *stats);

/**
 * Reads the block I/O weights and limits of the domain into the caller's array. Call with a count of 0
 * first to learn how many there are. Returns 0, or -1 on error.
 *
 * Since: 0.9.0
 */
int virDomainGetBlkioParameters(virDomainPtr domain,
                                virTypedParameterPtr params,
                                int *nparams,
                                unsigned int flags);

/**
 * Reads the launch security values of a confidential guest, such as its measurement. Free the typed
 * parameters with virTypedParamsFree(). Returns 0, or -1 on error.
 *
 * Since: 4.5.0
 */
int virDomainGetLaunchSecurityInfo(virDomainPtr domain,
                                   virTypedParameterPtr *params,
                                   int *nparams,
                                   unsigned int flags);

/**
 * Reads the NUMA node set and memory mode of the domain into the caller's array, to be cleared with
 * virTypedParamsClear(). Call with a count of 0 first to learn how many there are. Returns 0, or -1 on
 * error.
 *
 * Since: 0.9.9
 */
int virDomainGetNumaParameters(virDomainPtr domain,
                               virTypedParameterPtr params,
                               int *nparams,
                               unsigned int flags);

/**
 * Reads the scheduler settings of the domain into the caller's array; learn the array size from
 * virDomainGetSchedulerType(). Returns 0, or -1 on error.
 *
 * Since: 0.2.3
 */
int virDomainGetSchedulerParameters(virDomainPtr domain,
                                    virTypedParameterPtr params,
                                    int *nparams);

/**
 * Reads the scheduler settings of the running domain or of its stored configuration into the caller's
 * array. Updates the count to the number filled. Returns 0, or -1 on error.
 *
 * Since: 0.9.2
 */
int virDomainGetSchedulerParametersFlags(virDomainPtr domain,
                                         virTypedParameterPtr params,
                                         int *nparams,
                                         unsigned int flags);

/**
 * Gives the name of the scheduler of the domain and stores how many parameters it has, if the pointer
 * is not NULL. Returns a string the caller frees with free(), or NULL on error.
 *
 * Since: 0.2.3
 */
char *virDomainGetSchedulerType(virDomainPtr domain,
                                int *nparams);

/**
 * Stores the security label the running domain was given and whether it is enforced. Returns 0, or -1
 * on error.
 *
 * Since: 0.6.1
 */
int virDomainGetSecurityLabel(virDomainPtr domain,
                              virSecurityLabelPtr seclabel);

/**
 * Lists the labels of all security models of the running domain. The caller frees the array with
 * free(). Returns the number of labels, or -1 on error.
 *
 * Since: 0.10.0
 */
int virDomainGetSecurityLabelList(virDomainPtr domain,
                                  virSecurityLabelPtr *seclabels);

/**
 * Changes block I/O weights and limits of the running domain, its stored configuration, or both;
 * parameters not given stay as they are. Returns 0, or -1 on error.
 *
 * Since: 0.9.0
 */
int virDomainSetBlkioParameters(virDomainPtr domain,
                                virTypedParameterPtr params,
                                int nparams,
                                unsigned int flags);

/**
 * Injects a launch secret into a paused confidential guest, given as typed parameters. Returns 0, or
 * -1 on error.
 *
 * Since: 8.0.0
 */
int virDomainSetLaunchSecurityState(virDomainPtr domain,
                                    virTypedParameterPtr params,
                                    int nparams,
                                    unsigned int flags);

/**
 * Changes NUMA settings of the domain: memory mode and node set. Returns 0, or -1 on error.
 *
 * Since: 0.9.9
 */
int virDomainSetNumaParameters(virDomainPtr domain,
                               virTypedParameterPtr params,
                               int nparams,
                               unsigned int flags);

/**
 * Changes scheduler settings of the domain; which exist depends on its scheduler. Returns 0, or -1 on
 * error.
 *
 * Since: 0.2.3
 */
int virDomainSetSchedulerParameters(virDomainPtr domain,
                                    virTypedParameterPtr params,
                                    int nparams);

/**
 * Changes scheduler settings of the running domain, its stored configuration, or both. Returns 0, or
 * -1 on error.
 *
 * Since: 0.9.2
 */
int virDomainSetSchedulerParametersFlags(virDomainPtr domain,
                                         virTypedParameterPtr params,
                                         int nparams,
                                         unsigned int flags);

/**
 * Adds an I/O thread with the given non-zero id to the running domain, its stored configuration, or
 * both, as the impact flags say. Returns 0, or -1 on error.
 *
 * Since: 1.2.15
 */
int virDomainAddIOThread(virDomainPtr domain,
                         unsigned int iothread_id,
                         unsigned int flags);

/**
 * Removes the I/O thread with the given id, which no device may use, from the running domain, its
 * stored configuration, or both. Returns 0, or -1 on error.
 *
 * Since: 1.2.15
 */
int virDomainDelIOThread(virDomainPtr domain,
                         unsigned int iothread_id,
                         unsigned int flags);

/**
 * Reads CPU time statistics of the domain per host CPU, or in total with a start CPU of -1 and one
 * CPU. The array has nparams slots per CPU; with 0 slots or CPUs the needed number is returned.
 * Returns the number of filled statistics, or -1 on error.
 *
 * Since: 0.9.10
 */
int virDomainGetCPUStats(virDomainPtr domain,
                         virTypedParameterPtr params,
                         unsigned int nparams,
                         int start_cpu,
                         unsigned int ncpus,
                         unsigned int flags);

/**
 * Stores the bitmap of host CPUs the emulator threads may run on, in a buffer of maplen bytes. Returns
 * 1, 0 if no pinning is set, or -1 on error.
 *
 * Since: 0.10.0
 */
int virDomainGetEmulatorPinInfo(virDomainPtr domain,
                                unsigned char *cpumap,
                                int maplen,
                                unsigned int flags);

/**
 * Asks the guest agent which vCPUs exist, are online and can be taken offline. Stores typed parameters
 * with bitmap strings, to be freed with virTypedParamsFree(). Returns 0, or -1 on error.
 *
 * Since: 2.0.0
 */
int virDomainGetGuestVcpus(virDomainPtr domain,
                           virTypedParameterPtr *params,
                           unsigned int *nparams,
                           unsigned int flags);

/**
 * Lists the I/O threads of the domain with the host CPUs each may use. Stores an array: free each
 * entry with virDomainIOThreadInfoFree() and the array with free(). Returns the number of entries, or
 * -1 on error.
 *
 * Since: 1.2.14
 */
int virDomainGetIOThreadInfo(virDomainPtr dom,
                             virDomainIOThreadInfoPtr **info,
                             unsigned int flags);

/**
 * Gives the most vCPUs the domain supports; for an inactive domain that is the configured maximum.
 * Returns the number, or -1 on error.
 *
 * Since: 0.2.1
 */
int virDomainGetMaxVcpus(virDomainPtr domain);

/**
 * Tells which performance events are enabled for the domain. Free the typed parameters with
 * virTypedParamsFree(). Returns 0, or -1 on error.
 *
 * Since: 1.3.3
 */
int virDomainGetPerfEvents(virDomainPtr domain,
                           virTypedParameterPtr *params,
                           int *nparams,
                           unsigned int flags);

/**
 * Stores the host CPU bitmaps of the first ncpumaps vCPUs, maplen bytes each, one after the other.
 * Works on inactive domains too. Returns the number of vCPUs filled, or -1 on error.
 *
 * Since: 0.9.3
 */
int virDomainGetVcpuPinInfo(virDomainPtr domain,
                            int ncpumaps,
                            unsigned char *cpumaps,
                            int maplen,
                            unsigned int flags);

/**
 * Stores number, state, CPU time and host CPU of up to maxinfo vCPUs of an active domain and, if not
 * NULL, their host CPU bitmaps of maplen bytes each. Returns the number of vCPUs filled, or -1 on
 * error.
 *
 * Since: 0.1.4
 */
int virDomainGetVcpus(virDomainPtr domain,
                      virVcpuInfoPtr info,
                      int maxinfo,
                      unsigned char *cpumaps,
                      int maplen);

/**
 * Counts the vCPUs of the domain; the flags choose current or maximum and running or stored state
 * (virDomainVcpuFlags). Returns the number, or -1 on error.
 *
 * Since: 0.8.5
 */
int virDomainGetVcpusFlags(virDomainPtr domain,
                           unsigned int flags);

/**
 * Frees one I/O thread description from virDomainGetIOThreadInfo() with its CPU map. The caller frees
 * the array itself. NULL is ignored.
 *
 * Since: 1.2.14
 */
void virDomainIOThreadInfoFree(virDomainIOThreadInfoPtr info);

/**
 * Restricts the emulator threads to the host CPUs of a bitmap of maplen bytes, lowest bit first. Flags
 * choose running or stored configuration. Returns 0, or -1 on error.
 *
 * Since: 0.10.0
 */
int virDomainPinEmulator(virDomainPtr domain,
                         unsigned char *cpumap,
                         int maplen,
                         unsigned int flags);

/**
 * Restricts one I/O thread to the host CPUs of a bitmap of maplen bytes, lowest bit first. Returns 0,
 * or -1 on error.
 *
 * Since: 1.2.14
 */
int virDomainPinIOThread(virDomainPtr domain,
                         unsigned int iothread_id,
                         unsigned char *cpumap,
                         int maplen,
                         unsigned int flags);

/**
 * Restricts one vCPU of an active domain to the host CPUs of a bitmap of maplen bytes, lowest bit
 * first. Returns 0, or -1 on error.
 *
 * Since: 0.1.4
 */
int virDomainPinVcpu(virDomainPtr domain,
                     unsigned int vcpu,
                     unsigned char *cpumap,
                     int maplen);

/**
 * Restricts one vCPU to the host CPUs of a bitmap of maplen bytes, in the running domain, its stored
 * configuration, or both. Returns 0, or -1 on error.
 *
 * Since: 0.9.3
 */
int virDomainPinVcpuFlags(virDomainPtr domain,
                          unsigned int vcpu,
                          unsigned char *cpumap,
                          int maplen,
                          unsigned int flags);

/**
 * Has the guest agent bring the guest vCPUs of a list such as 1-3,5 online (1) or offline (0). Returns
 * 0, or -1 on error.
 *
 * Since: 2.0.0
 */
int virDomainSetGuestVcpus(virDomainPtr domain,
                           const char *cpumap,
                           int state,
                           unsigned int flags);

/**
 * Changes polling and pool settings of one I/O thread. Parameters not given stay as they are. Returns
 * 0, or -1 on error.
 *
 * Since: 4.10.0
 */
int virDomainSetIOThreadParams(virDomainPtr domain,
                               unsigned int iothread_id,
                               virTypedParameterPtr params,
                               int nparams,
                               unsigned int flags);

/**
 * Enables or disables performance events of the domain, one boolean parameter for each. Returns 0, or
 * -1 on error.
 *
 * Since: 1.3.3
 */
int virDomainSetPerfEvents(virDomainPtr domain,
                           virTypedParameterPtr params,
                           int nparams,
                           unsigned int flags);

/**
 * Plugs (1) or unplugs (0) the hotpluggable vCPUs of a list such as 2-3 in the running domain or its
 * stored configuration. Returns 0, or -1 on error.
 *
 * Since: 3.1.0
 */
int virDomainSetVcpu(virDomainPtr domain,
                     const char *vcpumap,
                     int state,
                     unsigned int flags);

/**
 * Changes the number of vCPUs of an active domain, up to its maximum. Returns 0, or -1 on error.
 *
 * Since: 0.1.4
 */
int virDomainSetVcpus(virDomainPtr domain,
                      unsigned int nvcpus);

/**
 * Changes the current or maximum number of vCPUs of the running domain, its stored configuration, or
 * both (virDomainVcpuFlags). Returns 0, or -1 on error.
 *
 * Since: 0.8.5
 */
int virDomainSetVcpusFlags(virDomainPtr domain,
                           unsigned int nvcpus,
                           unsigned int flags);

/**
 * Converts a hypervisor's own configuration text to domain XML; the format is named by one of the
 * VIR_DOMAIN_..._FORMAT strings. No domain is created. Returns a string the caller frees with free(),
 * or NULL on error.
 *
 * Since: 0.6.4
 */
char *virConnectDomainXMLFromNative(virConnectPtr conn,
                                    const char *nativeFormat,
                                    const char *nativeConfig,
                                    unsigned int flags);

/**
 * Converts domain XML to a hypervisor's own configuration format, such as a command line. The result
 * describes what would be run and is not executed. Returns a string the caller frees with free(), or
 * NULL on error.
 *
 * Since: 0.6.4
 */
char *virConnectDomainXMLToNative(virConnectPtr conn,
                                  const char *nativeFormat,
                                  const char *domainXml,
                                  unsigned int flags);

/**
 * Starts a transient domain from XML; unless it is also defined, it vanishes when it stops. Release
 * the handle with virDomainFree(). Returns a new handle, or NULL on error.
 *
 * Since: 0.5.0
 */
virDomainPtr virDomainCreateXML(virConnectPtr conn,
                                const char *xmlDesc,
                                unsigned int flags);

/**
 * Starts a transient domain from XML and hands it open file descriptors for the guest's first process.
 * Release the handle with virDomainFree(). Returns a new handle, or NULL on error.
 *
 * Since: 1.1.1
 */
virDomainPtr virDomainCreateXMLWithFiles(virConnectPtr conn,
                                         const char *xmlDesc,
                                         unsigned int nfiles,
                                         int *files,
                                         unsigned int flags);

/**
 * Stores a persistent domain configuration without starting it, or replaces that of an existing domain
 * of the same name and UUID. Release the handle with virDomainFree(). Returns a new handle, or NULL on
 * error.
 *
 * Since: 0.1.1
 */
virDomainPtr virDomainDefineXML(virConnectPtr conn,
                                const char *xml);

/**
 * Stores a persistent domain configuration like virDomainDefineXML(), with flags such as validating
 * the XML against the schema. Release the handle with virDomainFree(). Returns a new handle, or NULL
 * on error.
 *
 * Since: 1.2.12
 */
virDomainPtr virDomainDefineXMLFlags(virConnectPtr conn,
                                     const char *xml,
                                     unsigned int flags);

/**
 * Reads the title, the description or the custom metadata element with the given namespace URI.
 * Returns a string the caller frees with free(), or NULL on error or if there is none.
 *
 * Since: 0.9.10
 */
char *virDomainGetMetadata(virDomainPtr domain,
                           int type,
                           const char *uri,
                           unsigned int flags);

/**
 * Describes the domain as XML. The flags choose the stored instead of the running configuration,
 * secrets, or a form fit for migration (virDomainXMLFlags). Returns a string the caller frees with
 * free(), or NULL on error.
 *
 * Since: 0.0.3
 */
char *virDomainGetXMLDesc(virDomainPtr domain,
                          unsigned int flags);

/**
 * Stores the title, description or a custom metadata element of the domain, in the latter case under a
 * namespace prefix key and URI. NULL as text removes it. Returns 0, or -1 on error.
 *
 * Since: 0.9.10
 */
int virDomainSetMetadata(virDomainPtr domain,
                         int type,
                         const char *metadata,
                         const char *key,
                         const char *uri,
                         unsigned int flags);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif /* LIBVIRT_DOMAIN_H */
