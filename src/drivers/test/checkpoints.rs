//! Checkpoints of the domains of the test host.

#![forbid(unsafe_code)]

use super::TestDriver;
use crate::driver::CheckpointDriver;

impl CheckpointDriver for TestDriver {}
