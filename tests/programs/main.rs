//! Programs that we did not write for one library: each runs on the original and on ours, and does the same.
//! Needs `make` first: ours is the library in `build/`. The original is Debian's.

mod bindings;
mod c_tests;
mod demo;
mod foreign_loops;
mod libvirt_doc;
mod package;
mod python;
mod save_files;
mod sources;
mod support;
mod unload;
