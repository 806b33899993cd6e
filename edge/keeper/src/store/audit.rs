//! The audit log. Entries about changes are never removed; of failures to authenticate, which anybody
//! can provoke, the newest are kept.

use admin::Entry;
use chrono::{DateTime, Utc};

use super::{Fault, Row, Store, Value};
use crate::clock;

/// How many failures to authenticate are kept.
const FAILURES: u64 = 10_000;

/// What is to be put on record.
#[derive(Clone, Debug)]
pub(crate) struct NewEntry {
    pub(crate) at: DateTime<Utc>,
    pub(crate) author: Option<String>,
    pub(crate) address: Option<String>,
    pub(crate) action: String,
    pub(crate) subject: Option<String>,
    pub(crate) status: u16,
    pub(crate) revision: Option<u64>,
    pub(crate) said: Option<String>,
}

impl Store {
    /// Puts something that was done or refused on record.
    pub(crate) fn put_entry(&self, entry: &NewEntry) -> Result<(), Fault> {
        self.insert_entry(entry, Value::Null)
    }

    /// Puts a failure to authenticate on record, in the place of the oldest when there are enough.
    pub(crate) fn put_failure(&self, entry: &NewEntry) -> Result<(), Fault> {
        let last = "SELECT slot FROM audit WHERE slot IS NOT NULL ORDER BY number DESC LIMIT 1";
        let slot = match self.row(last, &[])? {
            Some(row) => (row.count(0)? + 1) % FAILURES,
            None => 0,
        };
        self.insert_entry(entry, slot.into())
    }

    fn insert_entry(&self, entry: &NewEntry, slot: Value<'_>) -> Result<(), Fault> {
        // `REPLACE` removes what has the same slot; nothing else can be the same.
        self.exec(
            "INSERT OR REPLACE INTO audit \
             (at, author, address, action, subject, status, revision, said, slot) \
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            &[
                entry.at.timestamp_millis().into(),
                entry.author.as_deref().into(),
                entry.address.as_deref().into(),
                entry.action.as_str().into(),
                entry.subject.as_deref().into(),
                Value::Integer(entry.status.into()),
                entry.revision.into(),
                entry.said.as_deref().into(),
                slot,
            ],
        )
    }

    /// The newest `limit` of those before a number.
    pub(crate) fn entries(&self, before: Option<u64>, limit: u64) -> Result<Vec<Entry>, Fault> {
        let before = before.map_or(Value::Integer(i64::MAX >> 10), Value::from);
        let rows = self.rows(
            "SELECT number, at, author, address, action, subject, status, revision, said \
             FROM audit WHERE number < ? ORDER BY number DESC LIMIT ?",
            &[before, limit.into()],
        )?;
        rows.iter().map(read_entry).collect()
    }
}

fn read_entry(row: &Row) -> Result<Entry, Fault> {
    Ok(Entry {
        number: row.count(0)?,
        at: clock::written_millis(row.integer(1)?),
        author: row.maybe_text(2)?,
        address: row.maybe_text(3)?,
        action: row.text(4)?,
        subject: row.maybe_text(5)?,
        status: u16::try_from(row.integer(6)?)
            .map_err(|_| Fault::Unreadable { what: "a status" })?,
        revision: row.maybe_count(7)?,
        said: row.maybe_text(8)?,
    })
}
