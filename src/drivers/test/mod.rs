//! `test:///default`: a hypervisor that exists in memory only, with the original's observable behaviour.
