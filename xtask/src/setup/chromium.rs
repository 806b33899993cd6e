//! A Chromium for the browser tests.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;
use crate::process;
use crate::progress::Progress;

/// What it is called on different systems.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// The browser's program: the one that `CHROMIUM` names, one on the path, or one installed now.
pub fn ensure() -> Result<PathBuf, Failure> {
    if let Some(chosen) = env::var_os("CHROMIUM").filter(|chosen| !chosen.is_empty()) {
        let chosen = PathBuf::from(chosen);
        return if chosen.is_file() { Ok(chosen) } else { Err(Failure::NoSuchChromium { chosen }) };
    }
    if let Some(found) = on_path() {
        return Ok(found);
    }
    if can_install() {
        install()?;
    }
    on_path().ok_or(Failure::NoChromium)
}

fn on_path() -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .flat_map(|folder| NAMES.map(|name| folder.join(name)))
        .find(|program| program.is_file())
}

/// Only root on a Debian-like system: anybody else's machine is theirs to install on.
fn can_install() -> bool {
    let root = Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout.trim_ascii() == b"0");
    root && Path::new("/usr/bin/apt-get").is_file()
}

fn install() -> Result<(), Failure> {
    let doing = "installing Chromium for the browser tests";
    let _progress = Progress::start(doing);
    let apt = |arguments: &[&str]| {
        let mut command = Command::new("apt-get");
        process::quietly(doing, command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))
    };
    apt(&["update"])?;
    apt(&["install", "-y", "--no-install-recommends", "chromium"])
}
