//! Packages of Debian, and of what comes from it.

use std::path::Path;
use std::process::Command;

use crate::failure::Failure;
use crate::process;
use crate::progress::Progress;

/// Only root on a Debian-like system: anybody else's machine is theirs to install on.
pub fn can_install() -> bool {
    let root = Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout.trim_ascii() == b"0");
    root && Path::new("/usr/bin/apt-get").is_file()
}

pub fn install(package: &str, doing: &str) -> Result<(), Failure> {
    let _progress = Progress::start(doing);
    apt(doing, &["update"])?;
    apt(doing, &["install", "-y", "--no-install-recommends", package])
}

/// Nothing, where the distribution has no such package.
pub fn install_if_known(package: &str, doing: &str) -> Result<(), Failure> {
    let _progress = Progress::start(doing);
    apt(doing, &["update"])?;
    let shown = Command::new("apt-cache").args(["show", package]).output();
    if shown.is_ok_and(|shown| shown.status.success() && !shown.stdout.is_empty()) {
        apt(doing, &["install", "-y", "--no-install-recommends", package])?;
    }
    Ok(())
}

fn apt(doing: &str, arguments: &[&str]) -> Result<(), Failure> {
    let mut command = Command::new("apt-get");
    process::quietly(doing, command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))
}
