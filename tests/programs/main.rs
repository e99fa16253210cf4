//! Programs that we did not write for one library: each runs on the original and on ours, and does the same.
//! Needs `make` first: ours is the library in `build/`. The original is Debian's.

mod c_tests;
mod demo;
mod python;
mod save_files;
mod support;
