//! A folder with a schedule, and the command in it.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use expect_test::Expect;

/// A folder with a schedule, gone at the end.
pub(crate) struct Desk(pub(crate) PathBuf);

impl Desk {
    pub(crate) fn new(name: &str) -> Self {
        let folder = format!("intermission-import-{name}-{}", std::process::id());
        let desk = Self(std::env::temp_dir().join(folder));
        fs::create_dir_all(&desk.0).expect("the folder for temporary files can be written");
        fs::write(desk.file("clock"), "2025-01-30T12:00:00Z").expect("it can be written");
        fs::write(desk.file("schedule.toml"), SCHEDULE).expect("it can be written");
        desk
    }

    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Gives a text to the command as its standard input.
    pub(crate) fn run(&self, text: &str, arguments: &[&str]) -> Output {
        let mut child = Command::new(env!("CARGO_BIN_EXE_intermission"))
            .arg("import")
            .args(arguments)
            .current_dir(&self.0)
            .env("INTERMISSION_CLOCK", Path::new("clock"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command was built for this test");
        let stdin = child.stdin.take();
        // One that reads nothing has closed it.
        let _ = stdin.expect("it is piped").write_all(text.as_bytes());
        child.wait_with_output().expect("it ends")
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

pub(crate) const SCHEDULE: &str = "\
[service]
name = \"ImmTrac2\"
zone = \"America/Chicago\"
label = \"CT\"

[[channel]]
id = \"web\"
name = \"the web application\"
routes = [\"/*\"]

[[channel]]
id = \"web-services\"
name = \"web services\"
routes = [\"/soap/*\"]
";

#[track_caller]
pub(crate) fn says(output: &Output, code: i32, expected: &Expect) {
    let stdout = String::from_utf8_lossy(&output.stdout);
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{stdout}\n{stderr}");
    expected.assert_eq(&format!("{stdout}---\n{stderr}"));
}
