//! vsftpd, the file server of the gate's tests.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{apt, program};
use crate::failure::Failure;
use crate::process;

const NAME: &str = "vsftpd";

/// The server's program: the one that `VSFTPD` names, one on this machine, or one installed now. `None`
/// where there is none and it cannot be installed, as on macOS: the tests with it say that they are skipped.
pub fn ensure() -> Result<Option<PathBuf>, Failure> {
    if let Some(chosen) = env::var_os("VSFTPD").filter(|chosen| !chosen.is_empty()) {
        return Ok(Some(chosen.into()));
    }
    let found = program::on_path(&[NAME]);
    if found.is_none() && apt::can_install() {
        install()?;
        return Ok(program::on_path(&[NAME]));
    }
    Ok(found)
}

/// Debian starts what it installs: a file server that nobody has asked for is stopped at once, and stays so.
/// The tests start their own.
fn install() -> Result<(), Failure> {
    let doing = "installing vsftpd for the tests of the gate";
    apt::install(NAME, doing)?;
    if Path::new("/run/systemd/system").is_dir() {
        let mut stop = Command::new("systemctl");
        process::quietly(doing, stop.args(["disable", "--now", NAME]))?;
    }
    Ok(())
}
