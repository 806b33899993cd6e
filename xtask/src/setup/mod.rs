//! What a fresh machine needs, brought when it is missing. Each part costs nothing when it is
//! there already, and may be interrupted and run again.

pub mod cargo_deny;
pub mod chromium;
pub mod components;
pub mod node;
pub mod packages;
pub mod python;
pub mod runtime;
pub mod target;
pub mod vsftpd;
