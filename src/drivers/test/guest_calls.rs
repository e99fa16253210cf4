//! What the guests of the test host are asked for, or told.

#![forbid(unsafe_code)]

use super::TestDriver;
use crate::driver::GuestDriver;

impl GuestDriver for TestDriver {}
