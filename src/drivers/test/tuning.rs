//! Virtual CPUs, memory and limits of the domains of the test host.

#![forbid(unsafe_code)]

use super::TestDriver;
use crate::driver::TuningDriver;

impl TuningDriver for TestDriver {}
