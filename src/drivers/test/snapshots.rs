//! Snapshots of the domains of the test host.

#![forbid(unsafe_code)]

use super::TestDriver;
use crate::driver::SnapshotDriver;

impl SnapshotDriver for TestDriver {}
