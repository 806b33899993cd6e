//! A Chromium for the browser tests.

use std::env;
use std::path::PathBuf;

use super::{apt, program};
use crate::failure::Failure;

/// What it is called on different systems.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// The browser's program: the one that `CHROMIUM` names, one on the path, or one installed now.
pub fn ensure() -> Result<PathBuf, Failure> {
    if let Some(chosen) = env::var_os("CHROMIUM").filter(|chosen| !chosen.is_empty()) {
        let chosen = PathBuf::from(chosen);
        return if chosen.is_file() { Ok(chosen) } else { Err(Failure::NoSuchChromium { chosen }) };
    }
    if let Some(found) = program::on_path(&NAMES) {
        return Ok(found);
    }
    if apt::can_install() {
        apt::install(NAMES[0], "installing Chromium for the browser tests")?;
    }
    program::on_path(&NAMES).ok_or(Failure::NoChromium)
}
