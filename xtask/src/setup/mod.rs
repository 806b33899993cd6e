//! What a fresh machine needs, brought when it is missing. Each part costs nothing when it is
//! there already, and may be interrupted and run again.

mod apt;
pub mod cargo_deny;
pub mod chromium;
pub mod components;
pub mod firefox;
pub mod node;
pub mod packages;
mod program;
pub mod python;
pub mod runtime;
pub mod target;
pub mod vsftpd;
