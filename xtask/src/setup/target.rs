//! The standard library for wasm, which the edge is compiled against.

use std::path::Path;
use std::process::Command;

use crate::failure::Failure;
use crate::process;
use crate::progress::Progress;

pub const WASM: &str = "wasm32-unknown-unknown";

/// Adds the wasm target to the toolchain in use, when it is not there.
pub fn ensure() -> Result<(), Failure> {
    let sysroot = process::output_of(
        "asking rustc where it lives",
        Command::new("rustc").args(["--print", "sysroot"]),
    )?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(WASM).is_dir() {
        return Ok(());
    }
    if Command::new("rustup").arg("--version").output().is_err() {
        return Err(Failure::Missing {
            program: "rustup".to_owned(),
            needed: "to add the wasm target to this Rust",
            mend: "install rustup, or your distribution's package of Rust's wasm32-unknown-unknown",
        });
    }
    let doing = format!("adding the Rust target {WASM}");
    let _progress = Progress::start(&doing);
    process::quietly(&doing, Command::new("rustup").args(["target", "add", WASM]))
}
