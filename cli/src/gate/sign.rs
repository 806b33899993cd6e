//! Signs that users see: the banner of a file server and the message of a folder.
//!
//! While the channel is held, a file has our words; what it had before is kept in a record, which is
//! written first, and comes back afterwards. So whoever is killed in between, the next one goes on.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf, absolute},
};

use serde::{Deserialize, Serialize};

use super::{arguments::Hooks, replace::replace};

/// What people put into such files is short; anything else is a mistake.
const LONGEST: u64 = 64 << 10;

/// By the path of the file.
type Record = BTreeMap<PathBuf, Sign>;

#[derive(Debug, Deserialize, Serialize)]
struct Sign {
    kind: Kind,
    /// What there was; nothing, when there was no file.
    before: Option<String>,
}

#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    /// Always there: vsftpd turns everybody away whose `banner_file` it cannot read.
    Banner,
    Message,
}

/// Puts up the words, or takes them down where there are none. Gives a sentence for each file with which
/// that failed. Only one at a time: the caller holds a lock.
pub(super) fn show(hooks: &Hooks, record: &Path, words: Option<&str>) -> Vec<String> {
    let mut failed = Vec::new();
    let known = match known(record) {
        Ok(known) => known,
        Err(error) => return vec![sentence(record, &error)],
    };
    let banners = hooks.banner.iter().map(|path| (path, Kind::Banner));
    let messages = hooks.message.iter().map(|path| (path, Kind::Message));
    for (path, kind) in banners.chain(messages) {
        let shown = absolute(path).and_then(|path| match words {
            Some(words) => put_up(&path, kind, record, words),
            None if kind == Kind::Banner && !known.contains_key(&path) && !path.exists() => {
                replace(&path, "")
            }
            None => Ok(()),
        });
        failed.extend(shown.err().map(|error| sentence(path, &error)));
    }
    if words.is_none() && !known.is_empty() {
        failed.extend(take_down(known, record));
    }
    failed
}

fn put_up(path: &Path, kind: Kind, record: &Path, words: &str) -> io::Result<()> {
    let there = read(path)?;
    let mut known = known(record)?;
    if !known.contains_key(path) {
        known.insert(path.to_owned(), Sign { kind, before: there.clone() });
        replace(record, &serde_json::to_string(&known)?)?;
    }
    match there.as_deref() == Some(words) {
        true => Ok(()),
        false => replace(path, words),
    }
}

/// What cannot be taken down stays on record, to be tried again.
fn take_down(known: Record, record: &Path) -> Vec<String> {
    let mut failed = Vec::new();
    let mut left = Record::new();
    for (path, sign) in known {
        let done = match (&sign.before, sign.kind) {
            (Some(before), _) => replace(&path, before),
            (None, Kind::Banner) => replace(&path, ""),
            (None, Kind::Message) => gone(&path),
        };
        if let Err(error) = done {
            failed.push(sentence(&path, &error));
            left.insert(path, sign);
        }
    }
    let done = match left.is_empty() {
        true => gone(record),
        false => {
            serde_json::to_string(&left).map_err(Into::into).and_then(|left| replace(record, &left))
        }
    };
    failed.extend(done.err().map(|error| sentence(record, &error)));
    failed
}

fn known(record: &Path) -> io::Result<Record> {
    match fs::read_to_string(record) {
        Ok(text) => Ok(serde_json::from_str(&text)?),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Record::new()),
        Err(error) => Err(error),
    }
}

/// What a file says, if it is there. A link leads who knows where, and is not followed.
fn read(path: &Path) -> io::Result<Option<String>> {
    let unfit = |what: &str| Err(io::Error::new(io::ErrorKind::InvalidInput, what.to_owned()));
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
        Ok(metadata) if !metadata.is_file() => unfit("expected a file, found something else"),
        Ok(metadata) if metadata.len() > LONGEST => {
            unfit("expected a short text, found more than 64 KiB")
        }
        Ok(_) => fs::read_to_string(path).map(Some),
    }
}

fn gone(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn sentence(path: &Path, error: &io::Error) -> String {
    format!("warning: what users are told in {} could not be changed: {error}", path.display())
}
