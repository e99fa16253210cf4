//! Saving the domains of the test host to files, and core dumps.

#![forbid(unsafe_code)]

use super::TestDriver;
use crate::driver::SaveDriver;

impl SaveDriver for TestDriver {}
