//! The newest `tzdata` package. Python's is taken because it follows every IANA release within
//! days, carries the source text, and comes through a client that most machines have.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{AboutFile, Failure};
use crate::process;
use crate::tzdata::scratch::Scratch;

/// On Windows there is no `python3`.
const PYTHON: &str = if cfg!(windows) { "python" } else { "python3" };
const NEEDED: &str = "to fetch the newest time zone data";

/// Fetches and unpacks the package; gives back the path of its compact source text.
pub fn newest(scratch: &Scratch) -> Result<PathBuf, Failure> {
    let fetched = scratch.folder("fetched")?;
    fetch(&fetched)?;
    let unpacked = scratch.folder("unpacked")?;
    let doing = "unpacking the tzdata package";
    let mut unpack = python(&["-m", "zipfile", "--extract"]);
    process::quietly(doing, unpack.arg(only_file(&fetched)?).arg(&unpacked))?;
    Ok(unpacked.join("tzdata/zoneinfo/tzdata.zi"))
}

fn fetch(folder: &Path) -> Result<(), Failure> {
    let doing = "fetching the newest tzdata package";
    // A wheel, because it is only unpacked: a source package would run its own set-up. One retry,
    // because `--check` should not keep a machine without a network waiting.
    let mut command = python(&["-m", "pip", "download", "--no-deps", "--only-binary", ":all:"]);
    command.args(["--disable-pip-version-check", "--no-input", "--progress-bar", "off"]);
    command.args(["--retries", "1", "--timeout", "15", "--dest"]).arg(folder).arg("tzdata");
    let (status, output) = process::captured(&mut command).map_err(|failure| match failure {
        Failure::Start { source, .. } if source.kind() == io::ErrorKind::NotFound => {
            missing(PYTHON, "install Python 3 with pip")
        }
        other => other,
    })?;
    let said = String::from_utf8_lossy(&output);
    if said.contains("No module named pip") {
        return Err(missing("pip", "install Python's pip (Debian's package is `python3-pip`)"));
    }
    if !status.success() && met_no_network(&said) {
        return Err(Failure::Network { doing: doing.to_owned() });
    }
    process::judged(doing, status, &output)
}

/// Whether pip says that it reached nobody. With no index to read it ends by saying that it found
/// no versions at all, whatever the reason was.
fn met_no_network(said: &str) -> bool {
    ["(from versions: none)", "NewConnectionError", "ConnectTimeoutError", "ReadTimeoutError"]
        .iter()
        .any(|sign| said.contains(sign))
}

fn python(arguments: &[&str]) -> Command {
    let mut command = Command::new(PYTHON);
    command.args(arguments);
    command
}

fn missing(program: &str, mend: &'static str) -> Failure {
    Failure::Missing { program: program.to_owned(), needed: NEEDED, mend }
}

fn only_file(folder: &Path) -> Result<PathBuf, Failure> {
    let mut entries = fs::read_dir(folder).about("read", folder)?;
    let entry = entries.next().unwrap_or_else(|| Err(io::ErrorKind::NotFound.into()));
    Ok(entry.about("find the package in", folder)?.path())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_without_a_network_is_told_from_one_with_another_trouble() {
        for (said, expect) in [
            (
                "ERROR: Could not find a version that satisfies the requirement tzdata (from versions: none)",
                true,
            ),
            ("urllib3.exceptions.NewConnectionError: Failed to establish a new connection", true),
            (
                "ERROR: Could not install packages due to an OSError: [Errno 13] Permission denied",
                false,
            ),
            ("no such option: --only-binary", false),
        ] {
            assert_eq!(met_no_network(said), expect, "{said}");
        }
    }
}
