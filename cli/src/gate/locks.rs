//! Who is in: the locks by which batches and those who drain them know of each other.
//!
//! | file | a batch | a drain |
//! | --- | --- | --- |
//! | `ftp.door.lock` | shared, while it comes in | exclusive, from its beginning |
//! | `ftp.batch.lock` | shared, while it runs | exclusive, once nobody runs |
//! | `ftp.alone.lock` | exclusive, while it runs, if it wants to be alone | |
//! | `ftp.batch-4711` | exclusive, while it runs; says what it is | |
//!
//! The door is apart because locks are not fair: as long as one batch comes while another runs, a drain
//! would wait for ever. All of them are locks of the operating system, which are gone with the last
//! process that had them, however it ended.

use std::{
    fs::{self, File, TryLockError},
    io::{self, Read, Write},
    thread,
    time::Duration,
};

use chrono::{DateTime, SubsecRound, Utc};
use serde::{Deserialize, Serialize};

use super::{error::GateError, state::State};
use crate::clock::Stopwatch;

/// How often somebody who waits for a lock tries.
const PAUSE: Duration = Duration::from_millis(100);

/// The locks of one channel.
#[derive(Debug)]
pub(super) struct Locks<'a> {
    state: &'a State,
    channel: &'a str,
}

/// Why a batch may not come in.
#[derive(Debug)]
pub(super) enum Busy {
    Drained,
    /// Another one is in that wants to be alone.
    Another,
}

/// A batch that runs, as it said itself when it began.
#[derive(Debug, Deserialize, Serialize)]
pub(super) struct Batch {
    pub(super) process: u32,
    pub(super) command: String,
    pub(super) since: DateTime<Utc>,
}

impl<'a> Locks<'a> {
    pub(super) fn new(state: &'a State, channel: &'a str) -> Self {
        Self { state, channel }
    }

    /// The locks that a batch has while it runs.
    pub(super) fn enter(
        &self,
        batch: &Batch,
        alone: bool,
    ) -> Result<Result<Vec<File>, Busy>, GateError> {
        let door = self.file("door.lock")?;
        if !self.is_taken(&door, File::try_lock_shared)? {
            return Ok(Err(Busy::Drained));
        }
        let inside = self.file("batch.lock")?;
        if !self.is_taken(&inside, File::try_lock_shared)? {
            return Ok(Err(Busy::Drained));
        }
        let mut locks = vec![inside];
        if alone {
            let single = self.file("alone.lock")?;
            if !self.is_taken(&single, File::try_lock)? {
                return Ok(Err(Busy::Another));
            }
            locks.push(single);
        }
        // It only says who is in: where that cannot be said, nobody is kept out for it.
        locks.extend(self.sign_in(batch).ok());
        Ok(Ok(locks))
    }

    /// Closes the door, when nobody else has; `None` when it was not free in time.
    pub(super) fn close_door(
        &self,
        patience: Duration,
        waited: Stopwatch,
    ) -> Result<Option<File>, GateError> {
        self.exclusive("door.lock", patience, waited)
    }

    /// Waits until no batch runs; `None` when one still does.
    pub(super) fn wait_for_batches(
        &self,
        patience: Duration,
        waited: Stopwatch,
    ) -> Result<Option<File>, GateError> {
        self.exclusive("batch.lock", patience, waited)
    }

    /// Whether somebody keeps batches out.
    pub(super) fn is_drained(&self) -> Result<bool, GateError> {
        let door = self.file("door.lock")?;
        self.is_taken(&door, File::try_lock_shared).map(|taken| !taken)
    }

    /// The batches that run, by their process. What those left behind that were killed is removed.
    pub(super) fn batches(&self) -> Vec<Batch> {
        let prefix = format!("{}.batch-", self.channel);
        let mut batches: Vec<Batch> = Vec::new();
        for entry in fs::read_dir(self.state.folder()).into_iter().flatten().flatten() {
            if !entry.file_name().to_string_lossy().starts_with(&prefix) {
                continue;
            }
            let Ok(mut file) = File::open(entry.path()) else { continue };
            if file.try_lock_shared().is_ok() {
                let _ = fs::remove_file(entry.path());
                continue;
            }
            let mut text = String::new();
            let read = file.read_to_string(&mut text);
            batches.extend(read.ok().and_then(|_| serde_json::from_str(&text).ok()));
        }
        batches.sort_by_key(|batch| batch.process);
        batches
    }

    fn sign_in(&self, batch: &Batch) -> io::Result<File> {
        let mut file =
            File::create(self.state.of(self.channel, &format!("batch-{}", batch.process)))?;
        file.lock()?;
        file.write_all(serde_json::to_string(batch)?.as_bytes())?;
        Ok(file)
    }

    fn exclusive(
        &self,
        what: &str,
        patience: Duration,
        waited: Stopwatch,
    ) -> Result<Option<File>, GateError> {
        let file = self.file(what)?;
        loop {
            if self.is_taken(&file, File::try_lock)? {
                return Ok(Some(file));
            }
            if waited.elapsed() >= patience {
                return Ok(None);
            }
            thread::sleep(PAUSE);
        }
    }

    fn file(&self, what: &str) -> Result<File, GateError> {
        self.state.lockable(&format!("{}.{what}", self.channel))
    }

    /// Whether the lock could be taken; it is another's otherwise.
    fn is_taken(
        &self,
        file: &File,
        take: impl Fn(&File) -> Result<(), TryLockError>,
    ) -> Result<bool, GateError> {
        match take(file) {
            Ok(()) => Ok(true),
            Err(TryLockError::WouldBlock) => Ok(false),
            Err(TryLockError::Error(error)) => {
                Err(GateError::Lock { path: self.state.folder().to_owned(), error })
            }
        }
    }
}

impl Batch {
    /// This process, which is about to become `command`.
    pub(super) fn of_this(command: &[std::ffi::OsString], now: DateTime<Utc>) -> Self {
        let words: Vec<_> = command.iter().map(|word| word.to_string_lossy()).collect();
        // The name and no more: what stands behind it may be a secret.
        let command = words.first().map(ToString::to_string).unwrap_or_default();
        Self { process: std::process::id(), command, since: now.trunc_subsecs(0) }
    }
}
