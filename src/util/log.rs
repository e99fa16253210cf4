//! The sink behind the `log` facade.
