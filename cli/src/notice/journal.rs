//! `sent.jsonl`: what went out, to whom, and when. It is written before and after each mail, and on
//! the disk before anything else happens: after a crash it says of whom it is not known.

use std::{
    collections::HashMap,
    fs::{self, File, OpenOptions, TryLockError},
    io::{self, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};

use super::NoticeError;
use crate::failure::Failure;

const FILE: &str = "sent.jsonl";

/// The record, and the right to write it, which one program has at a time.
#[derive(Debug)]
pub(super) struct Journal {
    path: PathBuf,
    file: File,
    standings: Standings,
}

/// Where each recipient stands who was written to.
pub(super) type Standings = HashMap<String, Standing>;

/// Where a recipient stands.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Standing {
    /// A mail was under way when the record ends: perhaps it arrived.
    Uncertain,
    Sent,
    /// The server will not take it, and said so.
    Refused {
        said: String,
    },
    /// The server would not take it yet, or could not be reached.
    Postponed {
        said: String,
    },
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    at: String,
    /// What tells recipients apart.
    to: String,
    state: State,
    /// Of a mail that is about to go out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    /// Of its bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sha256: Option<String>,
    /// What the server said, or what went wrong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    said: Option<String>,
}

#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
enum State {
    Sending,
    Sent,
    Refused,
    Postponed,
    Uncertain,
}

impl Journal {
    /// Whether anything ever went out.
    pub(super) fn exists(draft: &Path) -> bool {
        draft.join(FILE).exists()
    }

    /// What the record says, without the right to write it.
    pub(super) fn read(draft: &Path) -> Result<Standings, Failure> {
        let path = draft.join(FILE);
        match fs::read_to_string(&path) {
            Ok(text) => standings(&text, &path),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Standings::new()),
            Err(error) => Err(Failure::Unreadable { name: path.display().to_string(), error }),
        }
    }

    /// Takes the record for writing, alone.
    pub(super) fn open(draft: &Path) -> Result<Self, Failure> {
        let path = draft.join(FILE);
        let unwritable = |error| Failure::Unwritable { path: path.clone(), error };
        let mut file = OpenOptions::new()
            .read(true)
            .append(true)
            .create(true)
            .open(&path)
            .map_err(unwritable)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(NoticeError::Busy.into()),
            Err(TryLockError::Error(error)) => return Err(unwritable(error)),
        }
        // A file is there after a power failure only when its folder is on the disk.
        #[cfg(unix)]
        File::open(draft).and_then(|folder| folder.sync_all()).map_err(unwritable)?;
        let mut text = String::new();
        file.read_to_string(&mut text).map_err(unwritable)?;
        // A line that breaks off was never acted upon: what it announces comes after it is written.
        let whole = text.rfind('\n').map_or(0, |end| end + 1);
        if whole < text.len() {
            file.set_len(whole as u64)
                .and_then(|()| file.seek(SeekFrom::End(0)))
                .map_err(unwritable)?;
        }
        let standings = standings(&text[..whole], &path)?;
        Ok(Self { path, file, standings })
    }

    pub(super) fn standings(&self) -> &Standings {
        &self.standings
    }

    /// Before a mail goes out.
    pub(super) fn sending(
        &mut self,
        to: &str,
        id: &str,
        sha256: String,
        now: DateTime<Utc>,
    ) -> Result<(), Failure> {
        let (id, sha256) = (Some(id.to_owned()), Some(sha256));
        let entry =
            Entry { at: at(now), to: to.to_owned(), state: State::Sending, id, sha256, said: None };
        self.put(&entry)
    }

    /// After it, or after it did not.
    pub(super) fn became(
        &mut self,
        to: &str,
        standing: &Standing,
        said: &str,
        now: DateTime<Utc>,
    ) -> Result<(), Failure> {
        let state = match standing {
            Standing::Uncertain => State::Uncertain,
            Standing::Sent => State::Sent,
            Standing::Refused { .. } => State::Refused,
            Standing::Postponed { .. } => State::Postponed,
        };
        let said = Some(said.to_owned());
        let entry = Entry { at: at(now), to: to.to_owned(), state, id: None, sha256: None, said };
        self.put(&entry)
    }

    fn put(&mut self, entry: &Entry) -> Result<(), Failure> {
        let mut line =
            serde_json::to_vec(entry).expect("texts under fixed keys can always be written");
        line.push(b'\n');
        self.file
            .write_all(&line)
            .and_then(|()| self.file.sync_data())
            .map_err(|error| Failure::Unwritable { path: self.path.clone(), error })?;
        self.standings.insert(entry.to.clone(), entry.standing());
        Ok(())
    }
}

impl Entry {
    fn standing(&self) -> Standing {
        let said = self.said.clone().unwrap_or_default();
        match self.state {
            State::Sending | State::Uncertain => Standing::Uncertain,
            State::Sent => Standing::Sent,
            State::Refused => Standing::Refused { said },
            State::Postponed => Standing::Postponed { said },
        }
    }
}

/// The last word about each recipient. A line that cannot be read may be about anybody, so nothing
/// goes out before somebody has looked at it.
fn standings(text: &str, path: &Path) -> Result<Standings, Failure> {
    let mut standings = Standings::new();
    for (line, number) in text.split_inclusive('\n').zip(1..) {
        if !line.ends_with('\n') {
            break;
        }
        let entry: Entry = serde_json::from_str(line).map_err(|error| {
            NoticeError::MalformedRecord { file: path.to_owned(), line: number, error }
        })?;
        standings.insert(entry.to.clone(), entry.standing());
    }
    Ok(standings)
}

fn at(now: DateTime<Utc>) -> String {
    now.to_rfc3339_opts(SecondsFormat::Millis, true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(lines: &[&str]) -> String {
        lines.iter().map(|line| format!("{{\"at\":\"x\",{line}}}\n")).collect()
    }

    #[test]
    fn the_last_word_about_each_recipient_holds() {
        let text = text(&[
            r#""to":"a","state":"sending","id":"1","sha256":"2""#,
            r#""to":"a","state":"sent","said":"250""#,
            r#""to":"b","state":"sending","id":"1","sha256":"2""#,
            r#""to":"c","state":"postponed","said":"451 later""#,
            r#""to":"d","state":"refused","said":"550 no""#,
        ]);
        let path = Path::new("sent.jsonl");
        let found = standings(&text, path).expect("every line can be read");
        assert_eq!(found["a"], Standing::Sent);
        assert_eq!(found["b"], Standing::Uncertain);
        assert_eq!(found["c"], Standing::Postponed { said: "451 later".to_owned() });
        assert_eq!(found["d"], Standing::Refused { said: "550 no".to_owned() });
        // Broken off in the middle of its last line.
        let torn = &text[..text.len() - 9];
        assert!(!standings(torn, path).expect("the rest can be read").contains_key("d"));
        // Broken in the middle of the file.
        let broken = text.replacen("sent", "sunk", 1);
        assert!(standings(&broken, path).is_err());
    }
}
