//! An operator's desk, for the tests of notices.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use crate::{FOUNDING, NOON, WINDOW};

/// A folder of an operator's, which is gone after the test.
pub(crate) struct Desk(pub(crate) PathBuf);

impl Desk {
    pub(crate) fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("notice-{name}"));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("the folder can be made");
        Self(path)
    }

    pub(crate) fn file(&self, name: &str, text: &str) -> &Self {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("it can be made");
        fs::write(path, text).expect("it can be written");
        self
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).expect("it can be read")
    }

    pub(crate) fn run(&self, words: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_intermission"));
        command.arg("notice").args(words).current_dir(&self.0);
        for name in ["INTERMISSION_NOTICE_FROM", "INTERMISSION_URL", "INTERMISSION_TOKEN"] {
            command.env_remove(name);
        }
        command.output().expect("the command was built for this test")
    }

    /// What was asked for about the founding window on the day before.
    pub(crate) fn about(&self, command: &str, words: &[&str]) -> Output {
        let about = [command, WINDOW, "--schedule", FOUNDING, "--at", NOON];
        self.run(&[&about, words].concat())
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
