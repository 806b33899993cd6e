//! Runs the command.

use std::{
    io::Write,
    process::{Command, Stdio},
};

use expect_test::Expect;

/// The folder with the founding notice's schedule.
pub(crate) const FOUNDING: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/immtrac2");

/// The folder with a schedule that has everything.
pub(crate) const EVERYTHING: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/explain");

/// During the one window of both.
pub(crate) const INSIDE: &[&str] = &["--at", "2025-02-06T19:30"];

/// What `explain` says in a folder, in the order in which a terminal shows it, with a last line for
/// an exit code other than 0.
pub(crate) fn explain(folder: &str, arguments: &[&[&str]], input: &str) -> String {
    let mut child = Command::new(env!("CARGO_BIN_EXE_intermission"))
        .arg("explain")
        .args(arguments.concat())
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command was built for this test");
    let mut stdin = child.stdin.take().expect("its input is a pipe");
    // Most runs do not read it, and may be over already.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    let output = child.wait_with_output().expect("the command ends");
    let mut said = String::from_utf8(output.stdout).expect("it speaks UTF-8");
    said += &String::from_utf8(output.stderr).expect("it speaks UTF-8");
    match output.status.code().expect("nobody kills it") {
        0 => {}
        code => said += &format!("exit code {code}\n"),
    }
    said
}

/// Compares the whole of what is said.
#[track_caller]
pub(crate) fn says(folder: &str, arguments: &[&[&str]], expected: &Expect) {
    expected.assert_eq(&explain(folder, arguments, ""));
}

/// Compares what is said before the bytes of the answer.
#[track_caller]
pub(crate) fn tells(folder: &str, arguments: &[&[&str]], expected: &Expect) {
    let said = explain(folder, arguments, "");
    let told = said.split_once("\n\nHTTP/1.1 ").map_or(&*said, |(told, _)| told);
    expected.assert_eq(&format!("{}\n", told.trim_end()));
}
