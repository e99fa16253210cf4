//! Names of the values in bulk statistics of domains (part of `libvirt-domain.h`).
//!
//! The string macros of the public header; no code.

/// Bulk statistic: memory the guest sees in total, in KiB.
pub const VIR_DOMAIN_STATS_BALLOON_AVAILABLE: &str = "balloon.available";

/// Bulk statistic: current memory, in KiB.
pub const VIR_DOMAIN_STATS_BALLOON_CURRENT: &str = "balloon.current";

/// Bulk statistic: memory the guest could reclaim from disk caches, in KiB.
pub const VIR_DOMAIN_STATS_BALLOON_DISK_CACHES: &str = "balloon.disk_caches";

/// Bulk statistic: huge pages the guest allocated.
pub const VIR_DOMAIN_STATS_BALLOON_HUGETLB_PGALLOC: &str = "balloon.hugetlb_pgalloc";

/// Bulk statistic: huge page allocations that failed in the guest.
pub const VIR_DOMAIN_STATS_BALLOON_HUGETLB_PGFAIL: &str = "balloon.hugetlb_pgfail";

/// Bulk statistic: time of the last guest report, in seconds since 1970.
pub const VIR_DOMAIN_STATS_BALLOON_LAST_UPDATE: &str = "balloon.last-update";

/// Bulk statistic: page faults that needed disk I/O.
pub const VIR_DOMAIN_STATS_BALLOON_MAJOR_FAULT: &str = "balloon.major_fault";

/// Bulk statistic: maximum memory, in KiB.
pub const VIR_DOMAIN_STATS_BALLOON_MAXIMUM: &str = "balloon.maximum";

/// Bulk statistic: page faults without disk I/O.
pub const VIR_DOMAIN_STATS_BALLOON_MINOR_FAULT: &str = "balloon.minor_fault";

/// Bulk statistic: host memory of the domain's process, in KiB.
pub const VIR_DOMAIN_STATS_BALLOON_RSS: &str = "balloon.rss";

/// Bulk statistic: data the guest read from swap, in KiB.
pub const VIR_DOMAIN_STATS_BALLOON_SWAP_IN: &str = "balloon.swap_in";

/// Bulk statistic: data the guest wrote to swap, in KiB.
pub const VIR_DOMAIN_STATS_BALLOON_SWAP_OUT: &str = "balloon.swap_out";

/// Bulk statistic: memory the guest leaves unused, in KiB.
pub const VIR_DOMAIN_STATS_BALLOON_UNUSED: &str = "balloon.unused";

/// Bulk statistic: memory the guest could use without swapping, in KiB.
pub const VIR_DOMAIN_STATS_BALLOON_USABLE: &str = "balloon.usable";

/// Bulk statistic: number of disk records, as unsigned int.
pub const VIR_DOMAIN_STATS_BLOCK_COUNT: &str = "block.count";

/// Bulk statistic: start of the names of one disk's fields; its index follows.
pub const VIR_DOMAIN_STATS_BLOCK_PREFIX: &str = "block.";

/// Bulk statistic: highest written offset or space in use, in bytes.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_ALLOCATION: &str = ".allocation";

/// Bulk statistic: index of the image in the backing chain.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_BACKINGINDEX: &str = ".backingIndex";

/// Bulk statistic: size the guest sees, in bytes.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_CAPACITY: &str = ".capacity";

/// Bulk statistic: number of I/O errors.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_ERRORS: &str = ".errors";

/// Bulk statistic: number of flush requests.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_FL_REQS: &str = ".fl.reqs";

/// Bulk statistic: time spent on flushes, in nanoseconds.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_FL_TIMES: &str = ".fl.times";

/// Bulk statistic: start of the names of the flush latency histogram.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_FLUSH_PREFIX: &str = ".latency_histogram.flush.";

/// Bulk statistic: start of the names of the read latency histogram.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_READ_PREFIX: &str = ".latency_histogram.read.";

/// Bulk statistic: number of bins of a latency histogram.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_COUNT: &str = "bin.count";

/// Bulk statistic: start of the names of one bin's fields; its index follows.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_PREFIX: &str = "bin.";

/// Bulk statistic: lower bound of a bin, in nanoseconds.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_SUFFIX_START: &str = ".start";

/// Bulk statistic: number of requests in a bin.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_SUFFIX_VALUE: &str = ".value";

/// Bulk statistic: start of the names of the write latency histogram.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_WRITE_PREFIX: &str = ".latency_histogram.write.";

/// Bulk statistic: start of the names of the zone append latency histogram.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_ZONE_APPEND_PREFIX: &str =
    ".latency_histogram.zone_append.";

/// Bulk statistic: alignment of discard requests, in bytes.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_DISCARD_ALIGNMENT: &str = ".limits.discard_alignment";

/// Bulk statistic: largest discard request, in bytes.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_DISCARD_MAX: &str = ".limits.discard_max";

/// Bulk statistic: most scatter-gather elements the hardware takes.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_IOV_HW_MAX: &str = ".limits.iov_hw_max";

/// Bulk statistic: most scatter-gather elements of a request.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_IOV_MAX: &str = ".limits.iov_max";

/// Bulk statistic: smallest alignment of data buffers, in bytes.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_MEMORY_ALIGNMENT_MINIMAL: &str =
    ".limits.memory_alignment_minimal";

/// Bulk statistic: best alignment of data buffers, in bytes.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_MEMORY_ALIGNMENT_OPTIMAL: &str =
    ".limits.memory_alignment_optimal";

/// Bulk statistic: alignment of requests, in bytes.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_REQUEST_ALIGNMENT: &str = ".limits.request_alignment";

/// Bulk statistic: largest transfer the hardware takes, in bytes.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_HW_MAX: &str = ".limits.transfer_hw_max";

/// Bulk statistic: largest transfer of a request, in bytes.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_MAX: &str = ".limits.transfer_max";

/// Bulk statistic: best size of a transfer, in bytes.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_OPTIMAL: &str = ".limits.transfer_optimal";

/// Bulk statistic: alignment of requests that write zeros, in bytes.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_WRITE_ZEROES_ALIGNMENT: &str =
    ".limits.write_zeroes_alignment";

/// Bulk statistic: largest request that writes zeros, in bytes.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_WRITE_ZEROES_MAX: &str = ".limits.write_zeroes_max";

/// Bulk statistic: target name of the disk.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_NAME: &str = ".name";

/// Bulk statistic: path of the source, if it is a local file or device.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_PATH: &str = ".path";

/// Bulk statistic: size of the file or device, in bytes.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_PHYSICAL: &str = ".physical";

/// Bulk statistic: bytes read.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_RD_BYTES: &str = ".rd.bytes";

/// Bulk statistic: number of read requests.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_RD_REQS: &str = ".rd.reqs";

/// Bulk statistic: time spent on reads, in nanoseconds.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_RD_TIMES: &str = ".rd.times";

/// Bulk statistic: offset in bytes whose crossing raises the block threshold event.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_THRESHOLD: &str = ".threshold";

/// Bulk statistic: number of groups of statistics over an interval.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_COUNT: &str = ".timed_group.count";

/// Bulk statistic: start of the names of one such group's fields; its index follows.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_PREFIX: &str = ".timed_group.";

/// Bulk statistic: average flush latency of the interval, in nanoseconds.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_AVG: &str = ".flush_latency_avg";

/// Bulk statistic: longest flush latency of the interval, in nanoseconds.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_MAX: &str = ".flush_latency_max";

/// Bulk statistic: shortest flush latency of the interval, in nanoseconds.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_MIN: &str = ".flush_latency_min";

/// Bulk statistic: length of the group's interval in seconds.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_INTERVAL: &str = ".interval";

/// Bulk statistic: average read latency of the interval, in nanoseconds.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_AVG: &str = ".rd_latency_avg";

/// Bulk statistic: longest read latency of the interval, in nanoseconds.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_MAX: &str = ".rd_latency_max";

/// Bulk statistic: shortest read latency of the interval, in nanoseconds.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_MIN: &str = ".rd_latency_min";

/// Bulk statistic: average number of pending reads in the interval.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_QUEUE_DEPTH_AVG: &str = ".rd_queue_depth_avg";

/// Bulk statistic: average write latency of the interval, in nanoseconds.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_AVG: &str = ".wr_latency_avg";

/// Bulk statistic: longest write latency of the interval, in nanoseconds.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_MAX: &str = ".wr_latency_max";

/// Bulk statistic: shortest write latency of the interval, in nanoseconds.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_MIN: &str = ".wr_latency_min";

/// Bulk statistic: average number of pending writes in the interval.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_QUEUE_DEPTH_AVG: &str = ".wr_queue_depth_avg";

/// Bulk statistic: average zone append latency of the interval, in nanoseconds.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_AVG: &str =
    ".zone_append_latency_avg";

/// Bulk statistic: longest zone append latency of the interval, in nanoseconds.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_MAX: &str =
    ".zone_append_latency_max";

/// Bulk statistic: shortest zone append latency of the interval, in nanoseconds.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_MIN: &str =
    ".zone_append_latency_min";

/// Bulk statistic: average number of pending zone appends in the interval.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_QUEUE_DEPTH_AVG: &str =
    ".zone_append_queue_depth_avg";

/// Bulk statistic: bytes written.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_WR_BYTES: &str = ".wr.bytes";

/// Bulk statistic: number of write requests.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_WR_REQS: &str = ".wr.reqs";

/// Bulk statistic: time spent on writes, in nanoseconds.
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_WR_TIMES: &str = ".wr.times";

/// Bulk statistic: number of cache monitors.
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_COUNT: &str = "cpu.cache.monitor.count";

/// Bulk statistic: start of the names of one cache monitor's fields; its index follows.
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_PREFIX: &str = "cpu.cache.monitor.";

/// Bulk statistic: number of cache banks of the monitor.
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_COUNT: &str = ".bank.count";

/// Bulk statistic: start of the names of one bank's fields; its index follows.
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_PREFIX: &str = ".bank.";

/// Bulk statistic: cache in use in the bank, in bytes.
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_SUFFIX_BYTES: &str = ".bytes";

/// Bulk statistic: id of the cache bank.
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_SUFFIX_ID: &str = ".id";

/// Bulk statistic: name of the cache monitor.
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_NAME: &str = ".name";

/// Bulk statistic: vCPUs the cache monitor watches, as list.
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_VCPUS: &str = ".vcpus";

/// Bulk statistic: number of energy monitors.
pub const VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_COUNT: &str = "cpu.energy.monitor.count";

/// Bulk statistic: start of the names of one energy monitor's fields; its index follows.
pub const VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_PREFIX: &str = "cpu.energy.monitor.";

/// Bulk statistic: name of the energy monitor.
pub const VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_NAME: &str = ".name";

/// Bulk statistic: number of CPU packages of the energy monitor.
pub const VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_COUNT: &str = ".pkg.count";

/// Bulk statistic: start of the names of one package's fields; its index follows.
pub const VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_PREFIX: &str = ".pkg.";

/// Bulk statistic: id of the CPU package.
pub const VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_SUFFIX_ID: &str = ".id";

/// Bulk statistic: vCPUs the energy monitor watches, as list.
pub const VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_VCPUS: &str = ".vcpus";

/// Bulk statistic: time spent on polling that ended in a halt, in nanoseconds.
pub const VIR_DOMAIN_STATS_CPU_HALTPOLL_FAIL_TIME: &str = "cpu.haltpoll.fail.time";

/// Bulk statistic: time spent on polling that avoided a halt, in nanoseconds.
pub const VIR_DOMAIN_STATS_CPU_HALTPOLL_SUCCESS_TIME: &str = "cpu.haltpoll.success.time";

/// Bulk statistic: time in the host kernel, in nanoseconds.
pub const VIR_DOMAIN_STATS_CPU_SYSTEM: &str = "cpu.system";

/// Bulk statistic: CPU time of the domain, in nanoseconds.
pub const VIR_DOMAIN_STATS_CPU_TIME: &str = "cpu.time";

/// Bulk statistic: time in user space of the host, in nanoseconds.
pub const VIR_DOMAIN_STATS_CPU_USER: &str = "cpu.user";

/// Bulk statistic: name ending of a hypervisor's own figure that is a current value.
pub const VIR_DOMAIN_STATS_CUSTOM_SUFFIX_TYPE_CUR: &str = ".cur";

/// Bulk statistic: name ending of a hypervisor's own figure that is a peak value.
pub const VIR_DOMAIN_STATS_CUSTOM_SUFFIX_TYPE_MAX: &str = ".max";

/// Bulk statistic: name ending of a hypervisor's own figure that adds up.
pub const VIR_DOMAIN_STATS_CUSTOM_SUFFIX_TYPE_SUM: &str = ".sum";

/// Bulk statistic: way of measuring, a string.
pub const VIR_DOMAIN_STATS_DIRTYRATE_CALC_MODE: &str = "dirtyrate.calc_mode";

/// Bulk statistic: length of the measurement in seconds.
pub const VIR_DOMAIN_STATS_DIRTYRATE_CALC_PERIOD: &str = "dirtyrate.calc_period";

/// Bulk statistic: start of the measurement.
pub const VIR_DOMAIN_STATS_DIRTYRATE_CALC_START_TIME: &str = "dirtyrate.calc_start_time";

/// Bulk statistic: status, a virDomainDirtyRateStatus as int.
pub const VIR_DOMAIN_STATS_DIRTYRATE_CALC_STATUS: &str = "dirtyrate.calc_status";

/// Bulk statistic: measured rate in MiB/s.
pub const VIR_DOMAIN_STATS_DIRTYRATE_MEGABYTES_PER_SECOND: &str = "dirtyrate.megabytes_per_second";

/// Bulk statistic: start of the names of one vCPU's dirty rate; its number follows.
pub const VIR_DOMAIN_STATS_DIRTYRATE_VCPU_PREFIX: &str = "dirtyrate.vcpu.";

/// Bulk statistic: measured rate of one vCPU in MiB/s.
pub const VIR_DOMAIN_STATS_DIRTYRATE_VCPU_SUFFIX_MEGABYTES_PER_SECOND: &str = ".megabytes_per_second";

/// Bulk statistic: number of I/O threads.
pub const VIR_DOMAIN_STATS_IOTHREAD_COUNT: &str = "iothread.count";

/// Bulk statistic: start of the names of one I/O thread's fields; its id follows.
pub const VIR_DOMAIN_STATS_IOTHREAD_PREFIX: &str = "iothread.";

/// Bulk statistic: factor by which polling time grows.
pub const VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_GROW: &str = ".poll-grow";

/// Bulk statistic: longest polling time in nanoseconds.
pub const VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_MAX_NS: &str = ".poll-max-ns";

/// Bulk statistic: divisor by which polling time shrinks.
pub const VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_SHRINK: &str = ".poll-shrink";

/// Bulk statistic: weight of the newest interval when polling time adapts.
pub const VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_WEIGHT: &str = ".poll-weight";

/// Bulk statistic: number of memory bandwidth monitors.
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_COUNT: &str = "memory.bandwidth.monitor.count";

/// Bulk statistic: start of the names of one bandwidth monitor's fields; its index follows.
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_PREFIX: &str = "memory.bandwidth.monitor.";

/// Bulk statistic: name of the bandwidth monitor.
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NAME: &str = ".name";

/// Bulk statistic: number of memory controllers of the monitor.
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_COUNT: &str = ".node.count";

/// Bulk statistic: start of the names of one controller's fields; its index follows.
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_PREFIX: &str = ".node.";

/// Bulk statistic: bytes moved within the same controller's memory.
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_BYTES_LOCAL: &str = ".bytes.local";

/// Bulk statistic: bytes moved to and from all memory.
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_BYTES_TOTAL: &str = ".bytes.total";

/// Bulk statistic: id of the memory controller.
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_ID: &str = ".id";

/// Bulk statistic: vCPUs the bandwidth monitor watches, as list.
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_VCPUS: &str = ".vcpus";

/// Bulk statistic: number of network interfaces, as unsigned int.
pub const VIR_DOMAIN_STATS_NET_COUNT: &str = "net.count";

/// Bulk statistic: start of the names of one interface's fields; its index follows.
pub const VIR_DOMAIN_STATS_NET_PREFIX: &str = "net.";

/// Bulk statistic: name of the interface on the host.
pub const VIR_DOMAIN_STATS_NET_SUFFIX_NAME: &str = ".name";

/// Bulk statistic: bytes received.
pub const VIR_DOMAIN_STATS_NET_SUFFIX_RX_BYTES: &str = ".rx.bytes";

/// Bulk statistic: received packets that were dropped.
pub const VIR_DOMAIN_STATS_NET_SUFFIX_RX_DROP: &str = ".rx.drop";

/// Bulk statistic: errors on receiving.
pub const VIR_DOMAIN_STATS_NET_SUFFIX_RX_ERRS: &str = ".rx.errs";

/// Bulk statistic: packets received.
pub const VIR_DOMAIN_STATS_NET_SUFFIX_RX_PKTS: &str = ".rx.pkts";

/// Bulk statistic: bytes sent.
pub const VIR_DOMAIN_STATS_NET_SUFFIX_TX_BYTES: &str = ".tx.bytes";

/// Bulk statistic: packets dropped on sending.
pub const VIR_DOMAIN_STATS_NET_SUFFIX_TX_DROP: &str = ".tx.drop";

/// Bulk statistic: errors on sending.
pub const VIR_DOMAIN_STATS_NET_SUFFIX_TX_ERRS: &str = ".tx.errs";

/// Bulk statistic: packets sent.
pub const VIR_DOMAIN_STATS_NET_SUFFIX_TX_PKTS: &str = ".tx.pkts";

/// Bulk statistic, performance event: faults on unaligned access.
pub const VIR_DOMAIN_STATS_PERF_ALIGNMENT_FAULTS: &str = "perf.alignment_faults";

/// Bulk statistic, performance event: branch instructions.
pub const VIR_DOMAIN_STATS_PERF_BRANCH_INSTRUCTIONS: &str = "perf.branch_instructions";

/// Bulk statistic, performance event: mispredicted branches.
pub const VIR_DOMAIN_STATS_PERF_BRANCH_MISSES: &str = "perf.branch_misses";

/// Bulk statistic, performance event: bus cycles.
pub const VIR_DOMAIN_STATS_PERF_BUS_CYCLES: &str = "perf.bus_cycles";

/// Bulk statistic, performance event: cache misses.
pub const VIR_DOMAIN_STATS_PERF_CACHE_MISSES: &str = "perf.cache_misses";

/// Bulk statistic, performance event: cache accesses.
pub const VIR_DOMAIN_STATS_PERF_CACHE_REFERENCES: &str = "perf.cache_references";

/// Bulk statistic, performance event: cache use in bytes, by cache monitoring.
pub const VIR_DOMAIN_STATS_PERF_CMT: &str = "perf.cmt";

/// Bulk statistic, performance event: context switches.
pub const VIR_DOMAIN_STATS_PERF_CONTEXT_SWITCHES: &str = "perf.context_switches";

/// Bulk statistic, performance event: time of the CPU clock.
pub const VIR_DOMAIN_STATS_PERF_CPU_CLOCK: &str = "perf.cpu_clock";

/// Bulk statistic, performance event: CPU cycles.
pub const VIR_DOMAIN_STATS_PERF_CPU_CYCLES: &str = "perf.cpu_cycles";

/// Bulk statistic, performance event: moves from one host CPU to another.
pub const VIR_DOMAIN_STATS_PERF_CPU_MIGRATIONS: &str = "perf.cpu_migrations";

/// Bulk statistic, performance event: instructions that had to be emulated.
pub const VIR_DOMAIN_STATS_PERF_EMULATION_FAULTS: &str = "perf.emulation_faults";

/// Bulk statistic, performance event: instructions executed.
pub const VIR_DOMAIN_STATS_PERF_INSTRUCTIONS: &str = "perf.instructions";

/// Bulk statistic, performance event: memory traffic in bytes of the local controller.
pub const VIR_DOMAIN_STATS_PERF_MBML: &str = "perf.mbml";

/// Bulk statistic, performance event: memory traffic in bytes of all controllers.
pub const VIR_DOMAIN_STATS_PERF_MBMT: &str = "perf.mbmt";

/// Bulk statistic, performance event: page faults.
pub const VIR_DOMAIN_STATS_PERF_PAGE_FAULTS: &str = "perf.page_faults";

/// Bulk statistic, performance event: page faults that needed disk I/O.
pub const VIR_DOMAIN_STATS_PERF_PAGE_FAULTS_MAJ: &str = "perf.page_faults_maj";

/// Bulk statistic, performance event: page faults without disk I/O.
pub const VIR_DOMAIN_STATS_PERF_PAGE_FAULTS_MIN: &str = "perf.page_faults_min";

/// Bulk statistic, performance event: CPU cycles at constant frequency.
pub const VIR_DOMAIN_STATS_PERF_REF_CPU_CYCLES: &str = "perf.ref_cpu_cycles";

/// Bulk statistic, performance event: cycles stalled in the CPU's backend.
pub const VIR_DOMAIN_STATS_PERF_STALLED_CYCLES_BACKEND: &str = "perf.stalled_cycles_backend";

/// Bulk statistic, performance event: cycles stalled in the CPU's frontend.
pub const VIR_DOMAIN_STATS_PERF_STALLED_CYCLES_FRONTEND: &str = "perf.stalled_cycles_frontend";

/// Bulk statistic, performance event: time of the task's clock.
pub const VIR_DOMAIN_STATS_PERF_TASK_CLOCK: &str = "perf.task_clock";

/// Bulk statistic: reason in the enum of the state, as int.
pub const VIR_DOMAIN_STATS_STATE_REASON: &str = "state.reason";

/// Bulk statistic: state, a virDomainState as int.
pub const VIR_DOMAIN_STATS_STATE_STATE: &str = "state.state";

/// Bulk statistic: current number of vCPUs.
pub const VIR_DOMAIN_STATS_VCPU_CURRENT: &str = "vcpu.current";

/// Bulk statistic: maximum number of vCPUs.
pub const VIR_DOMAIN_STATS_VCPU_MAXIMUM: &str = "vcpu.maximum";

/// Bulk statistic: start of the names of one vCPU's fields; its number follows.
pub const VIR_DOMAIN_STATS_VCPU_PREFIX: &str = "vcpu.";

/// Bulk statistic: time the vCPU was ready but not run by the host, in nanoseconds.
pub const VIR_DOMAIN_STATS_VCPU_SUFFIX_DELAY: &str = ".delay";

/// Bulk statistic: whether the vCPU is halted, as boolean.
pub const VIR_DOMAIN_STATS_VCPU_SUFFIX_HALTED: &str = ".halted";

/// Bulk statistic: state, a virVcpuState as int.
pub const VIR_DOMAIN_STATS_VCPU_SUFFIX_STATE: &str = ".state";

/// Bulk statistic: CPU time of the vCPU, in nanoseconds.
pub const VIR_DOMAIN_STATS_VCPU_SUFFIX_TIME: &str = ".time";

/// Bulk statistic: time the vCPU waited for I/O, in nanoseconds.
pub const VIR_DOMAIN_STATS_VCPU_SUFFIX_WAIT: &str = ".wait";

/// Bulk statistic: start of the names of the hypervisor's own figures.
pub const VIR_DOMAIN_STATS_VM_PREFIX: &str = "vm.";
