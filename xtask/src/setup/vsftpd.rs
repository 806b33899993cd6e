//! vsftpd, the file server of the gate's tests.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;
use crate::process;
use crate::progress::Progress;

const NAME: &str = "vsftpd";

/// Where distributions put it, which is on the path of root alone.
const SYSTEM: &str = "/usr/sbin";

/// The server's program: the one that `VSFTPD` names, one on this machine, or one installed now. `None`
/// where there is none and it cannot be installed, as on macOS: the tests with it say that they are skipped.
pub fn ensure() -> Result<Option<PathBuf>, Failure> {
    if let Some(chosen) = env::var_os("VSFTPD").filter(|chosen| !chosen.is_empty()) {
        return Ok(Some(chosen.into()));
    }
    if let Some(found) = find() {
        return Ok(Some(found));
    }
    if can_install() {
        install()?;
    }
    Ok(find())
}

fn find() -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let mut folders = env::split_paths(&path).chain([PathBuf::from(SYSTEM)]);
    folders.find_map(|folder| Some(folder.join(NAME)).filter(|program| program.is_file()))
}

/// Only root on a Debian-like system: anybody else's machine is theirs to install on.
fn can_install() -> bool {
    let root = Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout.trim_ascii() == b"0");
    root && Path::new("/usr/bin/apt-get").is_file()
}

/// Debian starts what it installs: a file server that nobody has asked for is stopped at once, and stays so.
/// The tests start their own.
fn install() -> Result<(), Failure> {
    let doing = "installing vsftpd for the tests of the gate";
    let _progress = Progress::start(doing);
    let apt = |arguments: &[&str]| {
        let mut command = Command::new("apt-get");
        process::quietly(doing, command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))
    };
    apt(&["update"])?;
    apt(&["install", "-y", "--no-install-recommends", NAME])?;
    if Path::new("/run/systemd/system").is_dir() {
        let mut stop = Command::new("systemctl");
        process::quietly(doing, stop.args(["disable", "--now", NAME]))?;
    }
    Ok(())
}
