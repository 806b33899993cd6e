//! A machine that runs batches: a state folder, and a clock that a test sets.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    sync::atomic::{AtomicU32, Ordering},
};

use super::Edge;

/// A machine whose gate asks an edge.
pub(crate) struct Machine {
    pub(crate) folder: PathBuf,
    url: String,
}

/// How a command ended.
#[derive(Debug, PartialEq)]
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    /// Without the line that says that the clock is set.
    pub(crate) stderr: String,
}

impl Machine {
    pub(crate) fn new(edge: &Edge, now: &str) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder =
            std::env::temp_dir().join(format!("intermission-gate-{}-{number}", std::process::id()));
        fs::create_dir_all(&folder).expect("a temporary folder");
        let machine = Self { folder, url: format!("http://127.0.0.1:{}", edge.port) };
        machine.clock(now);
        machine
    }

    pub(crate) fn clock(&self, now: &str) {
        let new = self.folder.join("clock.new");
        fs::write(&new, now).expect("it can be written");
        fs::rename(new, self.folder.join("clock")).expect("it can be replaced");
    }

    pub(crate) fn copy(&self) -> PathBuf {
        self.folder.join("state/copy.json")
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.folder.join(name)).unwrap_or_default()
    }

    /// `intermission gate …`, which stands in the machine's folder.
    pub(crate) fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_intermission"));
        command
            .arg("gate")
            .args(words)
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("INTERMISSION_URL", &self.url)
            .env("INTERMISSION_CLOCK", self.folder.join("clock"))
            .env("INTERMISSION_GATE_CHANNEL", "ftp")
            .env("INTERMISSION_GATE_LEAD", "10m")
            .env("INTERMISSION_GATE_STATE", self.folder.join("state"))
            .current_dir(&self.folder)
            .stdin(Stdio::null());
        command
    }

    pub(crate) fn run(&self, words: &[&str]) -> Ended {
        ended(&self.command(words).output().expect("it was built for this test"))
    }

    /// The exit code and the beginning of what is said.
    #[track_caller]
    pub(crate) fn check(&self, words: &[&str], code: i32, stderr: &str) {
        let found = self.run(words);
        let fits = found.code == Some(code)
            && found.stdout.is_empty()
            && if stderr.is_empty() {
                found.stderr.is_empty()
            } else {
                found.stderr.starts_with(stderr)
            };
        assert!(fits, "expected {code} and {stderr:?}, found {found:?}");
    }
}

pub(crate) fn ended(output: &Output) -> Ended {
    let text = |octets: &[u8]| String::from_utf8(octets.to_vec()).expect("it speaks UTF-8");
    let stderr = text(&output.stderr);
    let own = stderr.split_inclusive('\n').filter(|line| !line.starts_with("the clock is set to "));
    Ended { code: output.status.code(), stdout: text(&output.stdout), stderr: own.collect() }
}

impl Drop for Machine {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(Path::new(&self.folder));
    }
}
