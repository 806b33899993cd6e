//! A Firefox for the banner's tests.

use std::env;
use std::path::PathBuf;

use super::{apt, program};
use crate::failure::Failure;

/// What it is called on different systems. Debian has the first; what others call by the second may be a way to a shop.
const NAMES: [&str; 2] = ["firefox-esr", "firefox"];

/// The browser's program: the one that `FIREFOX` names, one on the path, or one installed now. `None` where
/// there is none and it cannot be installed: the tests with it say that they are skipped.
pub fn ensure() -> Result<Option<PathBuf>, Failure> {
    if let Some(chosen) = env::var_os("FIREFOX").filter(|chosen| !chosen.is_empty()) {
        return Ok(Some(chosen.into()));
    }
    let found = program::on_path(&NAMES);
    if found.is_none() && apt::can_install() {
        apt::install_if_known(NAMES[0], "installing Firefox for the banner's tests")?;
        return Ok(program::on_path(&NAMES));
    }
    Ok(found)
}
