//! Names of the typed parameters of domains' calls, jobs and events (part of `libvirt-domain.h`).
//!
//! The macros of the public header that are strings or numbers; no code.

use super::*;
use std::ffi::c_longlong;

/// Size of the name of a block I/O parameter in bytes, with the terminating zero.
pub const VIR_DOMAIN_BLKIO_FIELD_LENGTH: usize = VIR_TYPED_PARAM_FIELD_LENGTH;

/// Size of the name of a block statistics parameter in bytes, with the terminating zero.
pub const VIR_DOMAIN_BLOCK_STATS_FIELD_LENGTH: usize = VIR_TYPED_PARAM_FIELD_LENGTH;

/// Size of the name of a memory parameter in bytes, with the terminating zero.
pub const VIR_DOMAIN_MEMORY_FIELD_LENGTH: usize = VIR_TYPED_PARAM_FIELD_LENGTH;

/// Memory parameter: value in KiB that means no limit.
pub const VIR_DOMAIN_MEMORY_PARAM_UNLIMITED: c_longlong = 9007199254740991;

/// Size of the name of a scheduler parameter in bytes, with the terminating zero.
pub const VIR_DOMAIN_SCHED_FIELD_LENGTH: usize = VIR_TYPED_PARAM_FIELD_LENGTH;

/// Most keys that virDomainSendKey() presses at once.
pub const VIR_DOMAIN_SEND_KEY_MAX_KEYS: usize = 16;

/// Announcement parameter: delay before the first repetition, in milliseconds.
pub const VIR_DOMAIN_ANNOUNCE_INTERFACE_INITIAL: &str = "initial";

/// Announcement parameter: longest delay between repetitions, in milliseconds.
pub const VIR_DOMAIN_ANNOUNCE_INTERFACE_MAX: &str = "max";

/// Announcement parameter: number of announcements.
pub const VIR_DOMAIN_ANNOUNCE_INTERFACE_ROUNDS: &str = "rounds";

/// Announcement parameter: growth of the delay from one repetition to the next, in milliseconds.
pub const VIR_DOMAIN_ANNOUNCE_INTERFACE_STEP: &str = "step";

/// Interface bandwidth: average inbound rate, in KiB/s.
pub const VIR_DOMAIN_BANDWIDTH_IN_AVERAGE: &str = "inbound.average";

/// Interface bandwidth: inbound data that may pass at peak rate, in KiB.
pub const VIR_DOMAIN_BANDWIDTH_IN_BURST: &str = "inbound.burst";

/// Interface bandwidth: guaranteed inbound rate, in KiB/s.
pub const VIR_DOMAIN_BANDWIDTH_IN_FLOOR: &str = "inbound.floor";

/// Interface bandwidth: peak inbound rate, in KiB/s.
pub const VIR_DOMAIN_BANDWIDTH_IN_PEAK: &str = "inbound.peak";

/// Interface bandwidth: average outbound rate, in KiB/s.
pub const VIR_DOMAIN_BANDWIDTH_OUT_AVERAGE: &str = "outbound.average";

/// Interface bandwidth: outbound data that may pass at peak rate, in KiB.
pub const VIR_DOMAIN_BANDWIDTH_OUT_BURST: &str = "outbound.burst";

/// Interface bandwidth: peak outbound rate, in KiB/s.
pub const VIR_DOMAIN_BANDWIDTH_OUT_PEAK: &str = "outbound.peak";

/// Block I/O parameter: bytes read per second by host device, a string of path,limit pairs.
pub const VIR_DOMAIN_BLKIO_DEVICE_READ_BPS: &str = "device_read_bytes_sec";

/// Block I/O parameter: read requests per second by host device, a string of path,limit pairs.
pub const VIR_DOMAIN_BLKIO_DEVICE_READ_IOPS: &str = "device_read_iops_sec";

/// Block I/O parameter: weights by host device, a string of path,weight pairs.
pub const VIR_DOMAIN_BLKIO_DEVICE_WEIGHT: &str = "device_weight";

/// Block I/O parameter: bytes written per second by host device, a string of path,limit pairs.
pub const VIR_DOMAIN_BLKIO_DEVICE_WRITE_BPS: &str = "device_write_bytes_sec";

/// Block I/O parameter: write requests per second by host device, a string of path,limit pairs.
pub const VIR_DOMAIN_BLKIO_DEVICE_WRITE_IOPS: &str = "device_write_iops_sec";

/// Block I/O parameter: weight of the whole domain, as unsigned int.
pub const VIR_DOMAIN_BLKIO_WEIGHT: &str = "weight";

/// Copy job parameter: bandwidth limit in bytes per second, as unsigned long long.
pub const VIR_DOMAIN_BLOCK_COPY_BANDWIDTH: &str = "bandwidth";

/// Copy job parameter: most data in flight in bytes, as unsigned long long.
pub const VIR_DOMAIN_BLOCK_COPY_BUF_SIZE: &str = "buf-size";

/// Copy job parameter: size of a tracked region in bytes, a power of two, as unsigned int.
pub const VIR_DOMAIN_BLOCK_COPY_GRANULARITY: &str = "granularity";

/// Disk throttling: name of the group that shares the limits, a string.
pub const VIR_DOMAIN_BLOCK_IOTUNE_GROUP_NAME: &str = "group_name";

/// Disk throttling: limit of bytes per second for reads.
pub const VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC: &str = "read_bytes_sec";

/// Disk throttling: limit of bytes per second for reads during a burst.
pub const VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC_MAX: &str = "read_bytes_sec_max";

/// Disk throttling: seconds a burst may last under the limit of bytes per second for reads.
pub const VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC_MAX_LENGTH: &str = "read_bytes_sec_max_length";

/// Disk throttling: limit of requests per second for reads.
pub const VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC: &str = "read_iops_sec";

/// Disk throttling: limit of requests per second for reads during a burst.
pub const VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC_MAX: &str = "read_iops_sec_max";

/// Disk throttling: seconds a burst may last under the limit of requests per second for reads.
pub const VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC_MAX_LENGTH: &str = "read_iops_sec_max_length";

/// Disk throttling: size in bytes of a request that counts as one; larger ones count more.
pub const VIR_DOMAIN_BLOCK_IOTUNE_SIZE_IOPS_SEC: &str = "size_iops_sec";

/// Disk throttling: limit of bytes per second for reads and writes together.
pub const VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC: &str = "total_bytes_sec";

/// Disk throttling: limit of bytes per second for reads and writes together during a burst.
pub const VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX: &str = "total_bytes_sec_max";

/// Disk throttling: seconds a burst may last under the limit of bytes per second for reads and
/// writes together.
pub const VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX_LENGTH: &str = "total_bytes_sec_max_length";

/// Disk throttling: limit of requests per second for reads and writes together.
pub const VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC: &str = "total_iops_sec";

/// Disk throttling: limit of requests per second for reads and writes together during a burst.
pub const VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC_MAX: &str = "total_iops_sec_max";

/// Disk throttling: seconds a burst may last under the limit of requests per second for reads and
/// writes together.
pub const VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC_MAX_LENGTH: &str = "total_iops_sec_max_length";

/// Disk throttling: limit of bytes per second for writes.
pub const VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC: &str = "write_bytes_sec";

/// Disk throttling: limit of bytes per second for writes during a burst.
pub const VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC_MAX: &str = "write_bytes_sec_max";

/// Disk throttling: seconds a burst may last under the limit of bytes per second for writes.
pub const VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC_MAX_LENGTH: &str = "write_bytes_sec_max_length";

/// Disk throttling: limit of requests per second for writes.
pub const VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC: &str = "write_iops_sec";

/// Disk throttling: limit of requests per second for writes during a burst.
pub const VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC_MAX: &str = "write_iops_sec_max";

/// Disk throttling: seconds a burst may last under the limit of requests per second for writes.
pub const VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC_MAX_LENGTH: &str = "write_iops_sec_max_length";

/// Disk statistic: number of I/O errors.
pub const VIR_DOMAIN_BLOCK_STATS_ERRS: &str = "errs";

/// Disk statistic: number of flush requests.
pub const VIR_DOMAIN_BLOCK_STATS_FLUSH_REQ: &str = "flush_operations";

/// Disk statistic: time spent on flushes, in nanoseconds.
pub const VIR_DOMAIN_BLOCK_STATS_FLUSH_TOTAL_TIMES: &str = "flush_total_times";

/// Disk statistic: bytes read.
pub const VIR_DOMAIN_BLOCK_STATS_READ_BYTES: &str = "rd_bytes";

/// Disk statistic: number of read requests.
pub const VIR_DOMAIN_BLOCK_STATS_READ_REQ: &str = "rd_operations";

/// Disk statistic: time spent on reads, in nanoseconds.
pub const VIR_DOMAIN_BLOCK_STATS_READ_TOTAL_TIMES: &str = "rd_total_times";

/// Disk statistic: bytes written.
pub const VIR_DOMAIN_BLOCK_STATS_WRITE_BYTES: &str = "wr_bytes";

/// Disk statistic: number of write requests.
pub const VIR_DOMAIN_BLOCK_STATS_WRITE_REQ: &str = "wr_operations";

/// Disk statistic: time spent on writes, in nanoseconds.
pub const VIR_DOMAIN_BLOCK_STATS_WRITE_TOTAL_TIMES: &str = "wr_total_times";

/// CPU statistic: CPU time of the domain and its hypervisor process, in nanoseconds.
pub const VIR_DOMAIN_CPU_STATS_CPUTIME: &str = "cpu_time";

/// CPU statistic: time in the host kernel, in nanoseconds.
pub const VIR_DOMAIN_CPU_STATS_SYSTEMTIME: &str = "system_time";

/// CPU statistic: time in user space of the host, in nanoseconds.
pub const VIR_DOMAIN_CPU_STATS_USERTIME: &str = "user_time";

/// CPU statistic: time of the vCPUs alone, in nanoseconds.
pub const VIR_DOMAIN_CPU_STATS_VCPUTIME: &str = "vcpu_time";

/// I/O thread parameter: factor by which polling time grows, 0 for the default.
pub const VIR_DOMAIN_IOTHREAD_POLL_GROW: &str = "poll_grow";

/// I/O thread parameter: longest polling time in nanoseconds, 0 for no polling.
pub const VIR_DOMAIN_IOTHREAD_POLL_MAX_NS: &str = "poll_max_ns";

/// I/O thread parameter: divisor by which polling time shrinks, 0 for the default.
pub const VIR_DOMAIN_IOTHREAD_POLL_SHRINK: &str = "poll_shrink";

/// I/O thread parameter: weight of the newest interval when polling time adapts.
pub const VIR_DOMAIN_IOTHREAD_POLL_WEIGHT: &str = "poll_weight";

/// I/O thread parameter: most worker threads.
pub const VIR_DOMAIN_IOTHREAD_THREAD_POOL_MAX: &str = "thread_pool_max";

/// I/O thread parameter: fewest worker threads.
pub const VIR_DOMAIN_IOTHREAD_THREAD_POOL_MIN: &str = "thread_pool_min";

/// Job statistic: how much the guest's CPUs are slowed down, in percent.
pub const VIR_DOMAIN_JOB_AUTO_CONVERGE_THROTTLE: &str = "auto_converge_throttle";

/// Job statistic: bytes sent in compressed form.
pub const VIR_DOMAIN_JOB_COMPRESSION_BYTES: &str = "compression_bytes";

/// Job statistic: size of the compression cache in bytes.
pub const VIR_DOMAIN_JOB_COMPRESSION_CACHE: &str = "compression_cache";

/// Job statistic: pages not found in the compression cache.
pub const VIR_DOMAIN_JOB_COMPRESSION_CACHE_MISSES: &str = "compression_cache_misses";

/// Job statistic: pages that compression did not shrink enough.
pub const VIR_DOMAIN_JOB_COMPRESSION_OVERFLOW: &str = "compression_overflow";

/// Job statistic: pages sent in compressed form.
pub const VIR_DOMAIN_JOB_COMPRESSION_PAGES: &str = "compression_pages";

/// Job statistic: bytes processed so far.
pub const VIR_DOMAIN_JOB_DATA_PROCESSED: &str = "data_processed";

/// Job statistic: bytes left to process.
pub const VIR_DOMAIN_JOB_DATA_REMAINING: &str = "data_remaining";

/// Job statistic: bytes to process in total.
pub const VIR_DOMAIN_JOB_DATA_TOTAL: &str = "data_total";

/// Job statistic: speed of disk transfer in bytes per second.
pub const VIR_DOMAIN_JOB_DISK_BPS: &str = "disk_bps";

/// Job statistic: bytes of disks processed so far.
pub const VIR_DOMAIN_JOB_DISK_PROCESSED: &str = "disk_processed";

/// Job statistic: bytes of disks left to process.
pub const VIR_DOMAIN_JOB_DISK_REMAINING: &str = "disk_remaining";

/// Job statistic: size of temporary disk space of a backup, in bytes.
pub const VIR_DOMAIN_JOB_DISK_TEMP_TOTAL: &str = "disk_temp_total";

/// Job statistic: used part of that temporary space, in bytes.
pub const VIR_DOMAIN_JOB_DISK_TEMP_USED: &str = "disk_temp_used";

/// Job statistic: bytes of disks to process in total.
pub const VIR_DOMAIN_JOB_DISK_TOTAL: &str = "disk_total";

/// Job statistic: pause of the guest, expected or real, in milliseconds.
pub const VIR_DOMAIN_JOB_DOWNTIME: &str = "downtime";

/// Job statistic: pause of the guest without clock differences between hosts, in milliseconds.
pub const VIR_DOMAIN_JOB_DOWNTIME_NET: &str = "downtime_net";

/// Job statistic: text of the error of a failed job.
pub const VIR_DOMAIN_JOB_ERRMSG: &str = "errmsg";

/// Job statistic: speed of memory transfer in bytes per second.
pub const VIR_DOMAIN_JOB_MEMORY_BPS: &str = "memory_bps";

/// Job statistic: pages filled with one byte value, which are not sent as a whole.
pub const VIR_DOMAIN_JOB_MEMORY_CONSTANT: &str = "memory_constant";

/// Job statistic: pages per second the guest changes.
pub const VIR_DOMAIN_JOB_MEMORY_DIRTY_RATE: &str = "memory_dirty_rate";

/// Job statistic: number of the current pass over memory.
pub const VIR_DOMAIN_JOB_MEMORY_ITERATION: &str = "memory_iteration";

/// Job statistic: pages sent as they are.
pub const VIR_DOMAIN_JOB_MEMORY_NORMAL: &str = "memory_normal";

/// Job statistic: bytes of pages sent as they are.
pub const VIR_DOMAIN_JOB_MEMORY_NORMAL_BYTES: &str = "memory_normal_bytes";

/// Job statistic: size of a page in bytes.
pub const VIR_DOMAIN_JOB_MEMORY_PAGE_SIZE: &str = "memory_page_size";

/// Job statistic: pages the destination asked for in post-copy.
pub const VIR_DOMAIN_JOB_MEMORY_POSTCOPY_REQS: &str = "memory_postcopy_requests";

/// Job statistic: bytes of memory processed so far.
pub const VIR_DOMAIN_JOB_MEMORY_PROCESSED: &str = "memory_processed";

/// Job statistic: bytes of memory left to process.
pub const VIR_DOMAIN_JOB_MEMORY_REMAINING: &str = "memory_remaining";

/// Job statistic: bytes of memory to process in total.
pub const VIR_DOMAIN_JOB_MEMORY_TOTAL: &str = "memory_total";

/// Job statistic: what the job does, a virDomainJobOperation as int.
pub const VIR_DOMAIN_JOB_OPERATION: &str = "operation";

/// Job statistic: time of preparation in milliseconds.
pub const VIR_DOMAIN_JOB_SETUP_TIME: &str = "setup_time";

/// Job statistic: whether the job succeeded, as boolean.
pub const VIR_DOMAIN_JOB_SUCCESS: &str = "success";

/// Job statistic: milliseconds since the start.
pub const VIR_DOMAIN_JOB_TIME_ELAPSED: &str = "time_elapsed";

/// Job statistic: milliseconds since the start without clock differences between hosts.
pub const VIR_DOMAIN_JOB_TIME_ELAPSED_NET: &str = "time_elapsed_net";

/// Job statistic: estimated milliseconds to the end.
pub const VIR_DOMAIN_JOB_TIME_REMAINING: &str = "time_remaining";

/// Job statistic: bytes of assigned devices' state sent so far.
pub const VIR_DOMAIN_JOB_VFIO_DATA_TRANSFERRED: &str = "vfio_data_transferred";

/// Launch security: major number of the SEV firmware interface.
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_API_MAJOR: &str = "sev-api-major";

/// Launch security: minor number of the SEV firmware interface.
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_API_MINOR: &str = "sev-api-minor";

/// Launch security: build number of the SEV firmware.
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_BUILD_ID: &str = "sev-build-id";

/// Launch security: measurement of the guest at launch, in base64.
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_MEASUREMENT: &str = "sev-measurement";

/// Launch security: policy of the SEV guest.
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_POLICY: &str = "sev-policy";

/// Launch security: secret to inject, in base64.
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_SECRET: &str = "sev-secret";

/// Launch security: header of the secret, in base64.
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_SECRET_HEADER: &str = "sev-secret-header";

/// Launch security: physical guest address for the secret.
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_SECRET_SET_ADDRESS: &str = "sev-secret-set-address";

/// Launch security: policy of the SEV-SNP guest.
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_SNP_POLICY: &str = "sev-snp-policy";

/// Memory parameter: most host memory the domain may use, in KiB.
pub const VIR_DOMAIN_MEMORY_HARD_LIMIT: &str = "hard_limit";

/// Memory parameter: memory the domain always gets, in KiB.
pub const VIR_DOMAIN_MEMORY_MIN_GUARANTEE: &str = "min_guarantee";

/// Memory parameter: limit enforced when the host is short of memory, in KiB.
pub const VIR_DOMAIN_MEMORY_SOFT_LIMIT: &str = "soft_limit";

/// Memory parameter: most memory plus swap the domain may use, in KiB.
pub const VIR_DOMAIN_MEMORY_SWAP_HARD_LIMIT: &str = "swap_hard_limit";

/// NUMA parameter: how memory is taken, a virDomainNumatuneMemMode as int.
pub const VIR_DOMAIN_NUMA_MODE: &str = "numa_mode";

/// NUMA parameter: the nodes to take memory from, a string such as 0-1,3.
pub const VIR_DOMAIN_NUMA_NODESET: &str = "numa_nodeset";

/// Save parameter: domain XML to use instead of the current one.
pub const VIR_DOMAIN_SAVE_PARAM_DXML: &str = "dxml";

/// Save parameter: path of the save file.
pub const VIR_DOMAIN_SAVE_PARAM_FILE: &str = "file";

/// Save parameter: format of the save file, a string.
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT: &str = "image_format";

/// Save file format: compressed with bzip2.
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_BZIP2: &str = "bzip2";

/// Save file format: compressed with gzip.
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_GZIP: &str = "gzip";

/// Save file format: compressed with lzop.
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_LZOP: &str = "lzop";

/// Save file format: one stream without compression.
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_RAW: &str = "raw";

/// Save file format: pages at fixed offsets with holes, fit for parallel channels.
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_SPARSE: &str = "sparse";

/// Save file format: compressed with xz.
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_XZ: &str = "xz";

/// Save file format: compressed with zstd.
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_ZSTD: &str = "zstd";

/// Save parameter: number of channels that read or write at once.
pub const VIR_DOMAIN_SAVE_PARAM_PARALLEL_CHANNELS: &str = "parallel.channels";

/// Scheduler parameter: upper limit of CPU use in percent, for the Xen credit scheduler.
pub const VIR_DOMAIN_SCHEDULER_CAP: &str = "cap";

/// Scheduler parameter: weight against other domains, as unsigned long long.
pub const VIR_DOMAIN_SCHEDULER_CPU_SHARES: &str = "cpu_shares";

/// Scheduler parameter: enforcement interval of the emulator threads, in microseconds.
pub const VIR_DOMAIN_SCHEDULER_EMULATOR_PERIOD: &str = "emulator_period";

/// Scheduler parameter: CPU time of the emulator threads per interval, in microseconds.
pub const VIR_DOMAIN_SCHEDULER_EMULATOR_QUOTA: &str = "emulator_quota";

/// Scheduler parameter: enforcement interval of the whole domain, in microseconds.
pub const VIR_DOMAIN_SCHEDULER_GLOBAL_PERIOD: &str = "global_period";

/// Scheduler parameter: CPU time of the whole domain per interval, in microseconds.
pub const VIR_DOMAIN_SCHEDULER_GLOBAL_QUOTA: &str = "global_quota";

/// Scheduler parameter: enforcement interval of each I/O thread, in microseconds.
pub const VIR_DOMAIN_SCHEDULER_IOTHREAD_PERIOD: &str = "iothread_period";

/// Scheduler parameter: CPU time of each I/O thread per interval, in microseconds.
pub const VIR_DOMAIN_SCHEDULER_IOTHREAD_QUOTA: &str = "iothread_quota";

/// Scheduler parameter: most CPU frequency in MHz, for ESX.
pub const VIR_DOMAIN_SCHEDULER_LIMIT: &str = "limit";

/// Scheduler parameter: guaranteed CPU frequency in MHz, for ESX.
pub const VIR_DOMAIN_SCHEDULER_RESERVATION: &str = "reservation";

/// Scheduler parameter: number of CPU shares, for ESX.
pub const VIR_DOMAIN_SCHEDULER_SHARES: &str = "shares";

/// Scheduler parameter: enforcement interval of each vCPU, in microseconds.
pub const VIR_DOMAIN_SCHEDULER_VCPU_PERIOD: &str = "vcpu_period";

/// Scheduler parameter: CPU time of each vCPU per interval, in microseconds.
pub const VIR_DOMAIN_SCHEDULER_VCPU_QUOTA: &str = "vcpu_quota";

/// Scheduler parameter: weight for the Xen credit scheduler.
pub const VIR_DOMAIN_SCHEDULER_WEIGHT: &str = "weight";

/// Tunable event, disk throttling: target name of the disk, a string.
pub const VIR_DOMAIN_TUNABLE_BLKDEV_DISK: &str = "blkdeviotune.disk";

/// Tunable event, disk throttling: name of the group that shares the limits, a string.
pub const VIR_DOMAIN_TUNABLE_BLKDEV_GROUP_NAME: &str = "blkdeviotune.group_name";

/// Tunable event, disk throttling: limit of bytes per second for reads.
pub const VIR_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC: &str = "blkdeviotune.read_bytes_sec";

/// Tunable event, disk throttling: limit of bytes per second for reads during a burst.
pub const VIR_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC_MAX: &str = "blkdeviotune.read_bytes_sec_max";

/// Tunable event, disk throttling: seconds a burst may last under the limit of bytes per second for
/// reads.
pub const VIR_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC_MAX_LENGTH: &str =
    "blkdeviotune.read_bytes_sec_max_length";

/// Tunable event, disk throttling: limit of requests per second for reads.
pub const VIR_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC: &str = "blkdeviotune.read_iops_sec";

/// Tunable event, disk throttling: limit of requests per second for reads during a burst.
pub const VIR_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC_MAX: &str = "blkdeviotune.read_iops_sec_max";

/// Tunable event, disk throttling: seconds a burst may last under the limit of requests per second
/// for reads.
pub const VIR_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC_MAX_LENGTH: &str = "blkdeviotune.read_iops_sec_max_length";

/// Tunable event, disk throttling: size in bytes of a request that counts as one; larger ones count
/// more.
pub const VIR_DOMAIN_TUNABLE_BLKDEV_SIZE_IOPS_SEC: &str = "blkdeviotune.size_iops_sec";

/// Tunable event, disk throttling: limit of bytes per second for reads and writes together.
pub const VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC: &str = "blkdeviotune.total_bytes_sec";

/// Tunable event, disk throttling: limit of bytes per second for reads and writes together during a
/// burst.
pub const VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC_MAX: &str = "blkdeviotune.total_bytes_sec_max";

/// Tunable event, disk throttling: seconds a burst may last under the limit of bytes per second for
/// reads and writes together.
pub const VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC_MAX_LENGTH: &str =
    "blkdeviotune.total_bytes_sec_max_length";

/// Tunable event, disk throttling: limit of requests per second for reads and writes together.
pub const VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC: &str = "blkdeviotune.total_iops_sec";

/// Tunable event, disk throttling: limit of requests per second for reads and writes together
/// during a burst.
pub const VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC_MAX: &str = "blkdeviotune.total_iops_sec_max";

/// Tunable event, disk throttling: seconds a burst may last under the limit of requests per second
/// for reads and writes together.
pub const VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC_MAX_LENGTH: &str =
    "blkdeviotune.total_iops_sec_max_length";

/// Tunable event, disk throttling: limit of bytes per second for writes.
pub const VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC: &str = "blkdeviotune.write_bytes_sec";

/// Tunable event, disk throttling: limit of bytes per second for writes during a burst.
pub const VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC_MAX: &str = "blkdeviotune.write_bytes_sec_max";

/// Tunable event, disk throttling: seconds a burst may last under the limit of bytes per second for
/// writes.
pub const VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC_MAX_LENGTH: &str =
    "blkdeviotune.write_bytes_sec_max_length";

/// Tunable event, disk throttling: limit of requests per second for writes.
pub const VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC: &str = "blkdeviotune.write_iops_sec";

/// Tunable event, disk throttling: limit of requests per second for writes during a burst.
pub const VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC_MAX: &str = "blkdeviotune.write_iops_sec_max";

/// Tunable event, disk throttling: seconds a burst may last under the limit of requests per second
/// for writes.
pub const VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC_MAX_LENGTH: &str =
    "blkdeviotune.write_iops_sec_max_length";

/// Tunable event, CPU: weight of the domain.
pub const VIR_DOMAIN_TUNABLE_CPU_CPU_SHARES: &str = "cputune.cpu_shares";

/// Tunable event, CPU: host CPUs of the emulator threads, as list.
pub const VIR_DOMAIN_TUNABLE_CPU_EMULATORPIN: &str = "cputune.emulatorpin";

/// Tunable event, CPU: enforcement interval of the emulator threads, in microseconds.
pub const VIR_DOMAIN_TUNABLE_CPU_EMULATOR_PERIOD: &str = "cputune.emulator_period";

/// Tunable event, CPU: CPU time of the emulator threads per interval, in microseconds.
pub const VIR_DOMAIN_TUNABLE_CPU_EMULATOR_QUOTA: &str = "cputune.emulator_quota";

/// Tunable event, CPU: enforcement interval of the whole domain, in microseconds.
pub const VIR_DOMAIN_TUNABLE_CPU_GLOBAL_PERIOD: &str = "cputune.global_period";

/// Tunable event, CPU: CPU time of the whole domain per interval, in microseconds.
pub const VIR_DOMAIN_TUNABLE_CPU_GLOBAL_QUOTA: &str = "cputune.global_quota";

/// Tunable event, CPU: host CPUs of an I/O thread, as list; a format string that takes its id.
pub const VIR_DOMAIN_TUNABLE_CPU_IOTHREADSPIN: &str = "cputune.iothreadpin%u";

/// Tunable event, CPU: enforcement interval of each I/O thread, in microseconds.
pub const VIR_DOMAIN_TUNABLE_CPU_IOTHREAD_PERIOD: &str = "cputune.iothread_period";

/// Tunable event, CPU: CPU time of each I/O thread per interval, in microseconds.
pub const VIR_DOMAIN_TUNABLE_CPU_IOTHREAD_QUOTA: &str = "cputune.iothread_quota";

/// Tunable event, CPU: host CPUs of a vCPU, as list; a format string that takes its number.
pub const VIR_DOMAIN_TUNABLE_CPU_VCPUPIN: &str = "cputune.vcpupin%u";

/// Tunable event, CPU: enforcement interval of each vCPU, in microseconds.
pub const VIR_DOMAIN_TUNABLE_CPU_VCPU_PERIOD: &str = "cputune.vcpu_period";

/// Tunable event, CPU: CPU time of each vCPU per interval, in microseconds.
pub const VIR_DOMAIN_TUNABLE_CPU_VCPU_QUOTA: &str = "cputune.vcpu_quota";

/// Migration parameter: further slowdown of the guest's CPUs per step, in percent.
pub const VIR_MIGRATE_PARAM_AUTO_CONVERGE_INCREMENT: &str = "auto_converge.increment";

/// Migration parameter: first slowdown of the guest's CPUs, in percent.
pub const VIR_MIGRATE_PARAM_AUTO_CONVERGE_INITIAL: &str = "auto_converge.initial";

/// Migration parameter: bandwidth limit in MiB/s, as unsigned long long.
pub const VIR_MIGRATE_PARAM_BANDWIDTH: &str = "bandwidth";

/// Migration parameter: bandwidth in bytes per second to assume for the final pause.
pub const VIR_MIGRATE_PARAM_BANDWIDTH_AVAIL_SWITCHOVER: &str = "bandwidth.avail.switchover";

/// Migration parameter: bandwidth limit of the post-copy phase in MiB/s.
pub const VIR_MIGRATE_PARAM_BANDWIDTH_POSTCOPY: &str = "bandwidth.postcopy";

/// Migration parameter: compression method, a string that may be given several times.
pub const VIR_MIGRATE_PARAM_COMPRESSION: &str = "compression";

/// Migration parameter: decompression threads of the mt method, as int.
pub const VIR_MIGRATE_PARAM_COMPRESSION_MT_DTHREADS: &str = "compression.mt.dthreads";

/// Migration parameter: compression level of the mt method, 0 to 9.
pub const VIR_MIGRATE_PARAM_COMPRESSION_MT_LEVEL: &str = "compression.mt.level";

/// Migration parameter: compression threads of the mt method, as int.
pub const VIR_MIGRATE_PARAM_COMPRESSION_MT_THREADS: &str = "compression.mt.threads";

/// Migration parameter: page cache of the xbzrle method, in bytes.
pub const VIR_MIGRATE_PARAM_COMPRESSION_XBZRLE_CACHE: &str = "compression.xbzrle.cache";

/// Migration parameter: compression level of the zlib method.
pub const VIR_MIGRATE_PARAM_COMPRESSION_ZLIB_LEVEL: &str = "compression.zlib.level";

/// Migration parameter: compression level of the zstd method.
pub const VIR_MIGRATE_PARAM_COMPRESSION_ZSTD_LEVEL: &str = "compression.zstd.level";

/// Migration parameter: name of the domain on the destination.
pub const VIR_MIGRATE_PARAM_DEST_NAME: &str = "destination_name";

/// Migration parameter: domain XML to use on the destination.
pub const VIR_MIGRATE_PARAM_DEST_XML: &str = "destination_xml";

/// Migration parameter: port on the destination for copying disks, as int.
pub const VIR_MIGRATE_PARAM_DISKS_PORT: &str = "disks_port";

/// Migration parameter: address for copying disks.
pub const VIR_MIGRATE_PARAM_DISKS_URI: &str = "disks_uri";

/// Migration parameter: address to which graphics clients are sent.
pub const VIR_MIGRATE_PARAM_GRAPHICS_URI: &str = "graphics_uri";

/// Migration parameter: address on which the destination listens.
pub const VIR_MIGRATE_PARAM_LISTEN_ADDRESS: &str = "listen_address";

/// Migration parameter: target name of a disk to copy; may be given several times.
pub const VIR_MIGRATE_PARAM_MIGRATE_DISKS: &str = "migrate_disks";

/// Migration parameter: target name of a disk whose zero blocks are detected; may be given several
/// times.
pub const VIR_MIGRATE_PARAM_MIGRATE_DISKS_DETECT_ZEROES: &str = "migrate_disks_detect_zeroes";

/// Migration parameter: target name of a disk whose destination already reads as zeros; may be
/// given several times.
pub const VIR_MIGRATE_PARAM_MIGRATE_DISKS_TARGET_ZERO: &str = "migrate_disks_target_zero";

/// Migration parameter: number of parallel connections, as int.
pub const VIR_MIGRATE_PARAM_PARALLEL_CONNECTIONS: &str = "parallel.connections";

/// Migration parameter: configuration to store on the destination.
pub const VIR_MIGRATE_PARAM_PERSIST_XML: &str = "persistent_xml";

/// Migration parameter: host name that the destination's certificate must carry.
pub const VIR_MIGRATE_PARAM_TLS_DESTINATION: &str = "tls.destination";

/// Migration parameter: address for the data transfer.
pub const VIR_MIGRATE_PARAM_URI: &str = "migrate_uri";

/// Performance event that can be enabled: faults on unaligned access.
pub const VIR_PERF_PARAM_ALIGNMENT_FAULTS: &str = "alignment_faults";

/// Performance event that can be enabled: branch instructions.
pub const VIR_PERF_PARAM_BRANCH_INSTRUCTIONS: &str = "branch_instructions";

/// Performance event that can be enabled: mispredicted branches.
pub const VIR_PERF_PARAM_BRANCH_MISSES: &str = "branch_misses";

/// Performance event that can be enabled: bus cycles.
pub const VIR_PERF_PARAM_BUS_CYCLES: &str = "bus_cycles";

/// Performance event that can be enabled: cache misses.
pub const VIR_PERF_PARAM_CACHE_MISSES: &str = "cache_misses";

/// Performance event that can be enabled: cache accesses.
pub const VIR_PERF_PARAM_CACHE_REFERENCES: &str = "cache_references";

/// Performance event that can be enabled: cache use in bytes, by cache monitoring.
pub const VIR_PERF_PARAM_CMT: &str = "cmt";

/// Performance event that can be enabled: context switches.
pub const VIR_PERF_PARAM_CONTEXT_SWITCHES: &str = "context_switches";

/// Performance event that can be enabled: time of the CPU clock.
pub const VIR_PERF_PARAM_CPU_CLOCK: &str = "cpu_clock";

/// Performance event that can be enabled: CPU cycles.
pub const VIR_PERF_PARAM_CPU_CYCLES: &str = "cpu_cycles";

/// Performance event that can be enabled: moves from one host CPU to another.
pub const VIR_PERF_PARAM_CPU_MIGRATIONS: &str = "cpu_migrations";

/// Performance event that can be enabled: instructions that had to be emulated.
pub const VIR_PERF_PARAM_EMULATION_FAULTS: &str = "emulation_faults";

/// Performance event that can be enabled: instructions executed.
pub const VIR_PERF_PARAM_INSTRUCTIONS: &str = "instructions";

/// Performance event that can be enabled: memory traffic in bytes of the local controller.
pub const VIR_PERF_PARAM_MBML: &str = "mbml";

/// Performance event that can be enabled: memory traffic in bytes of all controllers.
pub const VIR_PERF_PARAM_MBMT: &str = "mbmt";

/// Performance event that can be enabled: page faults.
pub const VIR_PERF_PARAM_PAGE_FAULTS: &str = "page_faults";

/// Performance event that can be enabled: page faults that needed disk I/O.
pub const VIR_PERF_PARAM_PAGE_FAULTS_MAJ: &str = "page_faults_maj";

/// Performance event that can be enabled: page faults without disk I/O.
pub const VIR_PERF_PARAM_PAGE_FAULTS_MIN: &str = "page_faults_min";

/// Performance event that can be enabled: CPU cycles at constant frequency.
pub const VIR_PERF_PARAM_REF_CPU_CYCLES: &str = "ref_cpu_cycles";

/// Performance event that can be enabled: cycles stalled in the CPU's backend.
pub const VIR_PERF_PARAM_STALLED_CYCLES_BACKEND: &str = "stalled_cycles_backend";

/// Performance event that can be enabled: cycles stalled in the CPU's frontend.
pub const VIR_PERF_PARAM_STALLED_CYCLES_FRONTEND: &str = "stalled_cycles_frontend";

/// Performance event that can be enabled: time of the task's clock.
pub const VIR_PERF_PARAM_TASK_CLOCK: &str = "task_clock";
