//! npm packages, installed exactly as a lock file lists them.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::failure::{AboutFile, Failure};
use crate::process;
use crate::progress::Progress;
use crate::setup::node;

/// Beside the installed packages: a copy of the lock file that they were installed from. It is
/// written last, so an interrupted installation has none and starts again.
const STAMP: &str = "node_modules/.intermission-installed-from";

/// Installs the packages of the `package-lock.json` in `folder`, unless that has been done.
///
/// No package's own scripts run: nothing that we use needs them, and what does not run cannot harm.
pub fn install(folder: &Path, what: &str) -> Result<(), Failure> {
    let lock = folder.join("package-lock.json");
    let wanted = fs::read(&lock).about("read", &lock)?;
    let stamp = folder.join(STAMP);
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    let doing = format!("installing {what}");
    let _progress = Progress::start(&doing);
    process::quietly(
        &doing,
        Command::new(node::NPM)
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
            .current_dir(folder),
    )?;
    fs::write(&stamp, wanted).about("write", &stamp)
}
