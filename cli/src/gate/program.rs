//! Running a batch with locks that last as long as it does.

use std::{ffi::OsString, fs::File, process::Command};

use super::error::GateError;

/// Becomes the program, which keeps the locks: so its exit code, its signals and its terminal are its own,
/// and nothing stands in between that could be killed alone. What it starts has the locks too, as long as
/// it runs. Comes back only when there is no program to become.
#[cfg(unix)]
pub(super) fn run(command: &[OsString], locks: Vec<File>) -> GateError {
    use std::os::{fd::IntoRawFd, unix::process::CommandExt};
    for lock in &locks {
        // A second descriptor of the same open file, and so of the same lock, which is not closed when the
        // program begins. It is never closed here.
        match rustix::io::dup(lock) {
            Ok(kept) => drop(kept.into_raw_fd()),
            Err(error) => return not_run(command, error.into()),
        }
    }
    let error = program(command).exec();
    drop(locks);
    not_run(command, error)
}

/// Runs the program, and has the locks until it ends.
#[cfg(not(unix))]
pub(super) fn run(command: &[OsString], locks: Vec<File>) -> GateError {
    match program(command).status() {
        Ok(status) => {
            drop(locks);
            std::process::exit(status.code().unwrap_or(1))
        }
        Err(error) => not_run(command, error),
    }
}

fn program(command: &[OsString]) -> Command {
    let mut words = command.iter();
    let mut program = Command::new(words.next().map_or("".as_ref(), OsString::as_os_str));
    program.args(words);
    program
}

fn not_run(command: &[OsString], error: std::io::Error) -> GateError {
    GateError::NotRun { program: command.first().cloned().unwrap_or_default(), error }
}
