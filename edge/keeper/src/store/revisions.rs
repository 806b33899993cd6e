//! The revisions: written once, and never altered or removed.

use admin::Revision;
use chrono::{DateTime, Utc};

use super::{Fault, Row, Store, Value};
use crate::clock;

/// The revision in force.
#[derive(Debug)]
pub(crate) struct Current {
    /// 0 while nothing was ever published: the document is empty then.
    pub(crate) number: u64,
    /// When it came into force.
    pub(crate) at: Option<DateTime<Utc>>,
    /// The schedule, in TOML.
    pub(crate) document: String,
}

/// A revision that is to come into force.
pub(crate) struct NewRevision<'a> {
    pub(crate) number: u64,
    pub(crate) at: DateTime<Utc>,
    pub(crate) author: &'a str,
    pub(crate) action: &'a str,
    pub(crate) window: Option<&'a str>,
    pub(crate) why: Option<&'a str>,
    pub(crate) said: &'a [String],
    pub(crate) document: &'a str,
}

const COLUMNS: &str = "number, at, author, action, window, why";

impl Store {
    pub(crate) fn current(&self) -> Result<Current, Fault> {
        let newest = "SELECT number, at FROM revision ORDER BY number DESC LIMIT 1";
        let Some(row) = self.row(newest, &[])? else {
            return Ok(Current { number: 0, at: None, document: String::new() });
        };
        let number = row.count(0)?;
        let at = Some(clock::instant(row.integer(1)?));
        Ok(Current { number, at, document: self.document(number)? })
    }

    /// The number of the revision in force.
    pub(crate) fn current_number(&self) -> Result<u64, Fault> {
        let row = self.row("SELECT max(number) FROM revision", &[])?;
        Ok(row.map(|row| row.maybe_count(0)).transpose()?.flatten().unwrap_or(0))
    }

    /// A revision on record.
    pub(crate) fn revision(&self, number: u64) -> Result<Option<Revision>, Fault> {
        let sql = format!("SELECT {COLUMNS} FROM revision WHERE number = ?");
        let row = self.row(&sql, &[number.into()])?;
        row.map(|row| self.read_revision(&row)).transpose()
    }

    /// The newest `limit` of those before a number.
    pub(crate) fn revisions(
        &self,
        before: Option<u64>,
        limit: u64,
    ) -> Result<Vec<Revision>, Fault> {
        let sql =
            format!("SELECT {COLUMNS} FROM revision WHERE number < ? ORDER BY number DESC LIMIT ?");
        let before = before.map_or(Value::Integer(i64::MAX >> 10), Value::from);
        let rows = self.rows(&sql, &[before, limit.into()])?;
        rows.iter().map(|row| self.read_revision(row)).collect()
    }

    /// The document of a revision on record.
    pub(crate) fn document(&self, number: u64) -> Result<String, Fault> {
        self.text_parts(&document_of(number))
    }

    /// Puts a revision on record; its number must be the next.
    pub(crate) fn put_revision(&self, new: &NewRevision<'_>) -> Result<(), Fault> {
        self.exec(
            "INSERT INTO revision (number, at, author, action, window, why) \
             VALUES (?, ?, ?, ?, ?, ?)",
            &[
                new.number.into(),
                new.at.timestamp_millis().into(),
                new.author.into(),
                new.action.into(),
                new.window.into(),
                new.why.into(),
            ],
        )?;
        self.put_parts(&document_of(new.number), new.document.as_bytes())?;
        self.put_parts(&said_of(new.number), crate::reply::text(&new.said).as_bytes())
    }

    fn read_revision(&self, row: &Row) -> Result<Revision, Fault> {
        let number = row.count(0)?;
        let said = self.parts(&said_of(number))?;
        Ok(Revision {
            number,
            at: clock::written_millis(row.integer(1)?),
            author: row.text(2)?,
            action: row.text(3)?,
            window: row.maybe_text(4)?,
            why: row.maybe_text(5)?,
            said: serde_json::from_slice(&said)
                .map_err(|_| Fault::Unreadable { what: "a list of sentences" })?,
        })
    }
}

fn document_of(number: u64) -> String {
    format!("document/{number}")
}

fn said_of(number: u64) -> String {
    format!("said/{number}")
}
