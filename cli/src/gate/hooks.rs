//! What is done when the gate of a channel begins to hold, and when it opens again.
//!
//! Who finds that it has changed does it, one at a time and once for a change: what was done last is on
//! record. It is written afterwards, so that of a hook that fails, or is killed, nothing is forgotten: it
//! runs again with the next look, and has to bear that.

use std::{
    fs::{self, TryLockError},
    io,
    path::Path,
    process::{Command, Stdio},
};

use chrono::SecondsFormat;
use serde::{Deserialize, Serialize};

use super::{
    arguments::Hooks, guard::Situation, replace::replace, sign, state::State, words::words,
};

/// What the hooks were told last.
#[derive(Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
struct Told {
    hold: Option<Hold>,
}

#[derive(Debug, Deserialize, Eq, PartialEq, Serialize)]
struct Hold {
    window: String,
    /// RFC 3339 in UTC; nothing, while nobody knows it.
    resumes: Option<String>,
}

impl Hooks {
    fn are_none(&self) -> bool {
        let Self { on_hold, on_release, banner, message } = self;
        on_hold.is_none() && on_release.is_none() && banner.is_empty() && message.is_empty()
    }
}

/// Does what is to be done, if something has changed since. `look` is asked once nobody else is at it.
/// Gives a sentence for each thing that failed: no batch waits for it.
pub(super) fn follow(
    hooks: &Hooks,
    state: &State,
    channel: &str,
    look: impl FnOnce() -> Option<Situation>,
) -> Vec<String> {
    if hooks.are_none() {
        return Vec::new();
    }
    let lock = match state.lockable(&format!("{channel}.hooks.lock")) {
        Ok(lock) => lock,
        Err(error) => return vec![format!("warning: the hooks were not run: {error}")],
    };
    match lock.try_lock() {
        Ok(()) => {}
        // Whoever has it does the same.
        Err(TryLockError::WouldBlock) => return Vec::new(),
        Err(TryLockError::Error(error)) => {
            return vec![format!("warning: the hooks were not run: {error}")];
        }
    }
    let Some(situation) = look() else { return Vec::new() };
    let hold = situation.hold();
    let words = hold.map(|hold| words(situation.plan(), situation.place, &hold));
    let signs = state.of(channel, "signs.json");
    let mut failed = sign::show(hooks, &signs, words.as_deref());
    let told = Told {
        hold: hold.map(|hold| Hold {
            window: hold.occurrence.window.as_str().to_owned(),
            resumes: hold
                .resumes
                .map(|at| at.to_utc().to_rfc3339_opts(SecondsFormat::AutoSi, true)),
        }),
    };
    let record = state.of(channel, "told.json");
    failed.extend(tell(hooks, channel, &record, &told, words.as_deref().unwrap_or_default()).err());
    failed
}

fn tell(
    hooks: &Hooks,
    channel: &str,
    record: &Path,
    told: &Told,
    words: &str,
) -> Result<(), String> {
    let name = record.display();
    let unread = |error: &dyn std::fmt::Display| {
        format!("warning: the hooks were not run: {name} cannot be read: {error}; remove it")
    };
    let before: Told = match fs::read_to_string(record) {
        Ok(text) => serde_json::from_str(&text).map_err(|error| unread(&error))?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Told::default(),
        Err(error) => return Err(unread(&error)),
    };
    if before == *told {
        return Ok(());
    }
    let command = if told.hold.is_some() { &hooks.on_hold } else { &hooks.on_release };
    if let Some(command) = command {
        run(command, channel, told, words).map_err(|error| {
            format!("warning: `{command}` {error}; it is run again with the next look")
        })?;
    }
    let text = serde_json::to_string(told).expect("texts can always be written");
    replace(record, &text).map_err(|error| format!("warning: {name} cannot be written: {error}"))
}

/// Through the shell, as a line of cron is. What it says goes to standard error: standard output is the
/// batch's.
fn run(command: &str, channel: &str, told: &Told, words: &str) -> Result<(), String> {
    let (shell, flag) = if cfg!(windows) { ("cmd", "/C") } else { ("sh", "-c") };
    let hold = told.hold.as_ref();
    let status = Command::new(shell)
        .args([flag, command])
        .env("INTERMISSION_CHANNEL", channel)
        .env("INTERMISSION_WINDOW", hold.map_or("", |hold| &hold.window))
        .env("INTERMISSION_RESUMES", hold.and_then(|hold| hold.resumes.as_deref()).unwrap_or(""))
        .env("INTERMISSION_WORDS", words)
        .stdin(Stdio::null())
        .stdout(io::stderr())
        .status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("failed ({status})")),
        Err(error) => Err(format!("could not be run: {error}")),
    }
}
