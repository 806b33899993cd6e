//! rustfmt and clippy, which a minimal Rust comes without.

use std::process::Command;

use crate::bundle::compile::cargo;
use crate::failure::Failure;
use crate::process;
use crate::progress::Progress;

/// Adds rustfmt and clippy to the toolchain in use, when they are not there.
pub fn ensure() -> Result<(), Failure> {
    ["fmt", "clippy"].into_iter().filter(|command| !there(command)).try_for_each(|command| {
        let component = if command == "fmt" { "rustfmt" } else { command };
        let doing = format!("adding the Rust component {component}");
        let _progress = Progress::start(&doing);
        process::quietly(&doing, Command::new("rustup").args(["component", "add", component]))
    })
}

fn there(command: &str) -> bool {
    cargo().args([command, "--version"]).output().is_ok_and(|output| output.status.success())
}
