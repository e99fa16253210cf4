//! Events of every class and id, from a driver to the callback of a program: through the exported functions and
//! the default loop, with every argument looked at. The driver is a stub whose events are made here.

mod arguments;
mod heard;
mod plain_loop;
mod registration;
mod stub;
