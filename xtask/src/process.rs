//! Running other programs: silent while all goes well, with all that they said when it does not.

use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, PipeReader, Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};

use crate::failure::Failure;

/// Runs a program to its end without showing what it prints, unless it fails.
///
/// `doing` names the work in a sentence: "installing the npm packages".
pub fn quietly(doing: &str, command: &mut Command) -> Result<(), Failure> {
    let (status, output) = captured(command)?;
    judged(doing, status, &output)
}

/// Runs a program to its end and gives back what it wrote on its standard output; what it wrote on
/// its standard error is shown when it fails.
pub fn output_of(doing: &str, command: &mut Command) -> Result<String, Failure> {
    let output =
        command.stdin(Stdio::null()).output().map_err(|error| unstarted(command, error))?;
    judged(doing, output.status, &output.stderr)?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a program to its end and shows what it prints as it comes; `hear` is told each line too.
pub fn aloud(
    doing: &str,
    command: &mut Command,
    mut hear: impl FnMut(&str),
) -> Result<(), Failure> {
    let (mut child, output) = spawn(command).map_err(|error| unstarted(command, error))?;
    for line in BufReader::new(output).lines().map_while(Result::ok) {
        println!("{line}");
        hear(&line);
    }
    let status = child.wait().map_err(|error| unstarted(command, error))?;
    judged(doing, status, &[])
}

/// Runs a program to its end with both its outputs in one.
pub fn captured(command: &mut Command) -> Result<(ExitStatus, Vec<u8>), Failure> {
    let (mut child, mut output) = spawn(command).map_err(|error| unstarted(command, error))?;
    let mut all = Vec::new();
    let ended = output.read_to_end(&mut all).and_then(|_| child.wait());
    Ok((ended.map_err(|error| unstarted(command, error))?, all))
}

/// Starts a program with both its outputs in one pipe, in the order in which it writes them.
pub fn spawn(command: &mut Command) -> io::Result<(Child, PipeReader)> {
    let (reader, writer) = io::pipe()?;
    command.stdin(Stdio::null()).stdout(writer.try_clone()?).stderr(writer);
    let child = command.spawn();
    // The command holds our ends of the pipe, which would keep the reader waiting for ever.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    Ok((child?, reader))
}

/// The failure to tell of when a program cannot be started.
pub fn unstarted(command: &Command, source: io::Error) -> Failure {
    Failure::Start { program: name(command.get_program()), source }
}

/// Whether the output of a program that failed says that it reached nobody.
fn met_no_network(output: &str) -> bool {
    NO_NETWORK.iter().any(|sign| output.contains(sign))
}

/// Whether a program that has ended did what it should; if not, its output is shown.
pub fn judged(doing: &str, status: ExitStatus, output: &[u8]) -> Result<(), Failure> {
    if status.success() {
        return Ok(());
    }
    let _ = io::stderr().write_all(output);
    let text = String::from_utf8_lossy(output);
    let doing = doing.to_owned();
    Err(if DISK_FULL.iter().any(|sign| text.contains(sign)) {
        Failure::DiskFull { doing }
    } else if met_no_network(&text) {
        Failure::Network { doing }
    } else {
        Failure::Exit { doing, status }
    })
}

/// How npm, cargo, rustup and apt say that they could not reach anybody.
const NO_NETWORK: [&str; 9] = [
    "ENOTFOUND",
    "EAI_AGAIN",
    "ECONNREFUSED",
    "ENETUNREACH",
    "ETIMEDOUT",
    "Could not resolve host",
    "Couldn't resolve host",
    "Temporary failure resolving",
    "could not download file",
];

/// How they say that there is no room left.
const DISK_FULL: [&str; 2] = ["ENOSPC", "No space left on device"];

fn name(program: &OsStr) -> String {
    program.to_string_lossy().into_owned()
}
