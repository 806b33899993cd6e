//! cargo-deny, in the one version that `deny.toml` was written for.

use std::path::PathBuf;
use std::process::Command;

use crate::bundle::compile::cargo;
use crate::checkout::Checkout;
use crate::failure::Failure;
use crate::process;
use crate::progress::Progress;

const VERSION: &str = "0.20.2";

/// The program: the machine's own when it is of our version, otherwise one of the checkout's own.
pub fn ensure(checkout: &Checkout) -> Result<PathBuf, Failure> {
    let tools = checkout.path("target/tools");
    let own = tools.join("bin/cargo-deny");
    for program in [PathBuf::from("cargo-deny"), own.clone()] {
        if is_ours(&program) {
            return Ok(program);
        }
    }
    let doing = "building cargo-deny (once, some minutes)";
    let _progress = Progress::start(doing);
    process::quietly(
        doing,
        cargo()
            .args(["install", "--locked", "--no-default-features", "--root"])
            .arg(&tools)
            .arg(format!("cargo-deny@{VERSION}")),
    )?;
    Ok(own)
}

fn is_ours(program: &PathBuf) -> bool {
    let said = Command::new(program).arg("--version").output();
    said.is_ok_and(|said| String::from_utf8_lossy(&said.stdout).trim().ends_with(VERSION))
}
