//! Statistics of the domains of the test host.

#![forbid(unsafe_code)]

use super::TestDriver;
use crate::driver::StatsDriver;

impl StatsDriver for TestDriver {}
