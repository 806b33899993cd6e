//! Python with the packages of the tests' clients, apart from the machine's own packages.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::checkout::Checkout;
use crate::failure::{AboutFile, Failure};
use crate::process;
use crate::progress::Progress;

/// On Windows there is no `python3`.
const PYTHON: &str = if cfg!(windows) { "python" } else { "python3" };

/// The oldest that `requirements.txt` is made for.
const OLDEST: (u32, u32) = (3, 11);

const NEEDED: &str = "for the tests with Python's clients";
const MEND: &str =
    "install Python 3.11 or newer (Debian's packages are `python3` and `python3-venv`)";
const MEND_VENV: &str = "install Python's module for virtual environments (Debian's package is \
                         `python3-venv`)";

/// Exact versions with the hashes of their wheels.
const WANTED: &str = "tests/clients/requirements.txt";

const FOLDER: &str = "target/clients-python";

/// Within it: a copy of the list that was installed. It is written last, so an interrupted
/// installation has none and starts again.
const STAMP: &str = ".intermission-installed-from";

/// The interpreter that finds the packages; they are installed when that has not been done.
///
/// Only wheels are taken, and only those whose hashes are listed: no package's own scripts run.
pub fn ensure(checkout: &Checkout) -> Result<PathBuf, Failure> {
    let list = checkout.path(WANTED);
    let wanted = fs::read(&list).about("read", &list)?;
    let folder = checkout.path(FOLDER);
    let interpreter = folder.join(interpreter());
    let stamp = folder.join(STAMP);
    let installed = fs::read(&stamp).is_ok_and(|installed| installed == wanted);
    // The interpreter is a link to the machine's own, which may have gone since.
    if installed && works(&interpreter) {
        return Ok(interpreter);
    }
    check()?;
    let doing = "installing the Python packages of the tests";
    let _progress = Progress::start(doing);
    create(doing, &folder)?;
    let mut pip = Command::new(&interpreter);
    pip.args(["-m", "pip", "install", "--disable-pip-version-check", "--no-input"]);
    pip.args(["--progress-bar", "off", "--no-deps", "--require-hashes"]);
    pip.args(["--only-binary", ":all:", "--requirement"]).arg(&list);
    let (status, output) = process::captured(&mut pip)?;
    if !status.success() && met_no_network(&String::from_utf8_lossy(&output)) {
        return Err(Failure::Network { doing: doing.to_owned() });
    }
    process::judged(doing, status, &output)?;
    fs::write(&stamp, wanted).about("write", &stamp)?;
    Ok(interpreter)
}

/// Checks that there is a Python, and that it is new enough.
fn check() -> Result<(), Failure> {
    let missing = || Failure::Missing { program: PYTHON.to_owned(), needed: NEEDED, mend: MEND };
    let (_, output) = process::captured(Command::new(PYTHON).arg("--version")).map_err(
        |failure| match failure {
            Failure::Start { source, .. } if source.kind() == io::ErrorKind::NotFound => missing(),
            other => other,
        },
    )?;
    let said = String::from_utf8_lossy(&output);
    match version(&said) {
        Some(version) if version >= OLDEST => Ok(()),
        Some(_) => {
            let found = said.trim().to_owned();
            Err(Failure::TooOld { program: PYTHON, found, mend: MEND })
        }
        None => Err(missing()),
    }
}

fn create(doing: &str, folder: &Path) -> Result<(), Failure> {
    let mut venv = Command::new(PYTHON);
    venv.args(["-m", "venv", "--clear"]).arg(folder);
    let (status, output) = process::captured(&mut venv)?;
    let said = String::from_utf8_lossy(&output);
    if !status.success() && lacks_venv(&said) {
        return Err(Failure::Missing {
            program: "venv".to_owned(),
            needed: NEEDED,
            mend: MEND_VENV,
        });
    }
    process::judged(doing, status, &output)
}

/// Debian splits the module: `venv` itself is there without the package, but what it needs is not.
fn lacks_venv(said: &str) -> bool {
    let signs = ["No module named venv", "No module named ensurepip", "because ensurepip is not"];
    signs.iter().any(|sign| said.contains(sign))
}

/// How pip says that it reached nobody. With no index to read it ends by saying that it found no
/// versions at all, whatever the reason was.
fn met_no_network(said: &str) -> bool {
    ["(from versions: none)", "NewConnectionError", "ConnectTimeoutError", "ReadTimeoutError"]
        .iter()
        .any(|sign| said.contains(sign))
}

fn works(interpreter: &Path) -> bool {
    let said = Command::new(interpreter).args(["-c", ""]).output();
    said.is_ok_and(|said| said.status.success())
}

fn interpreter() -> &'static str {
    if cfg!(windows) { "Scripts/python.exe" } else { "bin/python3" }
}

/// `Python 3.11.7` → (3, 11)
fn version(said: &str) -> Option<(u32, u32)> {
    let mut numbers = said.strip_prefix("Python ")?.split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_its_first_two_numbers() {
        for (said, expect) in [
            ("Python 3.11.7\n", Some((3, 11))),
            ("Python 3.9.2", Some((3, 9))),
            ("Python 3.15.0a1", Some((3, 15))),
            ("Python 2.7.18", Some((2, 7))),
            // Windows has a program of that name that only says where to buy Python.
            ("Python was not found; run without arguments to install", None),
            ("", None),
        ] {
            assert_eq!(version(said), expect, "{said}");
        }
    }

    #[test]
    fn a_machine_without_a_network_is_told_from_a_wheel_that_is_not_the_listed_one() {
        for (said, expect) in [
            ("ERROR: Could not find a version of aiohttp==3.14.5 (from versions: none)", true),
            ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", false),
        ] {
            assert_eq!(met_no_network(said), expect, "{said}");
        }
    }

    #[test]
    fn a_python_without_venv_is_told_from_one_with_another_trouble() {
        for (said, expect) in [
            ("/usr/bin/python3: No module named venv", true),
            (
                "The virtual environment was not created successfully because ensurepip is not\n\
                 available.  On Debian/Ubuntu systems, you need to install the python3-venv",
                true,
            ),
            ("Error: [Errno 28] No space left on device", false),
        ] {
            assert_eq!(lacks_venv(said), expect, "{said}");
        }
    }
}
