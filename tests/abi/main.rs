//! The C ABI against the tables in `facts/`: what the built libraries export, the layout of structs, the values of
//! constants, the public headers. Needs `make` first: the libraries looked at are those in `build/`.

mod c_text;
mod constants;
mod descriptions;
mod elf;
mod facts;
mod functions;
mod headers;
mod layout;
mod symbols;
