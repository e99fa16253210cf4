//! The system calls for which no crate has a safe form.
