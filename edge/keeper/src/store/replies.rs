//! Answers to writes that were named by a key, so that a repeat gets the same answer.

use chrono::{DateTime, TimeDelta, Utc};
use credential::Digest;

use super::{Fault, Store, Value};

/// For how long they are kept.
const KEPT: TimeDelta = TimeDelta::hours(24);

/// Whose key, and which.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Named<'a> {
    /// Stable for as long as somebody is known.
    pub(crate) actor: &'a str,
    pub(crate) key: &'a str,
}

/// An answer that was given.
pub(crate) struct Given {
    /// The digest of what was asked.
    pub(crate) request: Digest,
    pub(crate) status: u16,
    pub(crate) etag: Option<String>,
    pub(crate) body: Vec<u8>,
}

impl Store {
    /// The answer that was given to this name, where it is no longer ago than answers are kept.
    pub(crate) fn given(
        &self,
        name: Named<'_>,
        now: DateTime<Utc>,
    ) -> Result<Option<Given>, Fault> {
        let row = self.row(
            "SELECT request, status, etag FROM idempotency WHERE actor = ? AND key = ? AND at > ?",
            &[name.actor.into(), name.key.into(), oldest(now)],
        )?;
        let Some(row) = row else { return Ok(None) };
        let unreadable = |what| Fault::Unreadable { what };
        Ok(Some(Given {
            request: Digest::from_kept(&row.blob(0)?).ok_or(unreadable("a digest"))?,
            status: u16::try_from(row.integer(1)?).map_err(|_| unreadable("a status"))?,
            etag: row.maybe_text(2)?,
            body: self.parts(&body_of(name.actor, name.key))?,
        }))
    }

    /// Keeps an answer under a name, and drops those that were kept for long enough.
    pub(crate) fn put_given(
        &self,
        name: Named<'_>,
        now: DateTime<Utc>,
        given: &Given,
    ) -> Result<(), Fault> {
        let over = "DELETE FROM idempotency WHERE at <= ? RETURNING actor, key";
        for row in self.rows(over, &[oldest(now)])? {
            self.remove_parts(&body_of(&row.text(0)?, &row.text(1)?))?;
        }
        self.exec(
            "INSERT INTO idempotency (actor, key, at, request, status, etag) \
             VALUES (?, ?, ?, ?, ?, ?)",
            &[
                name.actor.into(),
                name.key.into(),
                now.timestamp_millis().into(),
                Value::Blob(given.request.as_bytes()),
                Value::Integer(given.status.into()),
                given.etag.as_deref().into(),
            ],
        )?;
        self.put_parts(&body_of(name.actor, name.key), &given.body)
    }
}

fn oldest(now: DateTime<Utc>) -> Value<'static> {
    Value::Integer((now - KEPT).timestamp_millis())
}

/// Length first, so that no two names of actors and keys make the same.
fn body_of(actor: &str, key: &str) -> String {
    format!("reply/{}/{actor}/{key}", actor.len())
}
