//! The messages, in the table `delivery`, in the order in which they are sent.

use admin::Delivery;
use chrono::{DateTime, TimeDelta, Utc};
use webhook::{Event, Message, Outcome, Verdict};

use super::kept;
use crate::{
    clock,
    store::{Fault, Row, Store, Value},
};

/// How many messages of a subscription wait, at most; what is more is given up, the oldest first.
const MOST_PENDING: u64 = 10_000;

/// How many that were delivered, and how many that were given up, are remembered of a subscription.
const MOST_REMEMBERED: u64 = 1000;

/// For how long a message that is on its way is not sent again. It is longer than an attempt can take.
const LEASE: TimeDelta = TimeDelta::seconds(60);

/// The next message to a subscriber.
pub(super) struct Head {
    pub(super) number: u64,
    pub(super) event: String,
    pub(super) method: String,
    pub(super) path: String,
    pub(super) content_type: Option<String>,
    pub(super) body: String,
    /// From when on it has been tried, or was to be.
    pub(super) since: DateTime<Utc>,
    pub(super) due: DateTime<Utc>,
    /// How often it was tried.
    pub(super) attempts: u32,
}

/// Puts a message behind the others. One of the same event is the same message.
pub(super) fn put(
    store: &Store,
    webhook: &str,
    event: &Event,
    message: &Message,
    now: DateTime<Utc>,
) -> Result<(), Fault> {
    let now = now.timestamp_millis();
    store.exec(
        "INSERT OR IGNORE INTO delivery (webhook, event, type, at, method, path, content_type, \
         body, state, since, due, attempts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'pending', ?, ?, 0)",
        &[
            webhook.into(),
            (&event.id).into(),
            (&event.occasion.type_of()).into(),
            event.at.timestamp_millis().into(),
            message.method.as_str().into(),
            (&message.path).into(),
            message.content_type.into(),
            (&message.body).into(),
            now.into(),
            now.into(),
        ],
    )?;
    store.exec(
        "UPDATE delivery SET state = 'dead', said = 'given up: too many messages waited' \
         WHERE webhook = ?1 AND state = 'pending' AND number <= (SELECT number FROM delivery \
         WHERE webhook = ?1 AND state = 'pending' ORDER BY number DESC LIMIT 1 OFFSET ?2)",
        &[webhook.into(), MOST_PENDING.into()],
    )?;
    forget(store, webhook)
}

/// The message that is to be sent next; none while the subscription is paused.
pub(super) fn head(store: &Store, webhook: &str) -> Result<Option<Head>, Fault> {
    let row = store.row(
        "SELECT number, event, method, path, content_type, body, since, due, attempts \
         FROM delivery WHERE webhook = ?1 AND state = 'pending' \
         AND EXISTS (SELECT 1 FROM webhook WHERE id = ?1 AND paused IS NULL) \
         ORDER BY number LIMIT 1",
        &[webhook.into()],
    )?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Head {
        number: row.count(0)?,
        event: row.text(1)?,
        method: row.text(2)?,
        path: row.text(3)?,
        content_type: row.maybe_text(4)?,
        body: row.text(5)?,
        since: clock::instant(row.integer(6)?),
        due: clock::instant(row.integer(7)?),
        attempts: u32::try_from(row.count(8)?).unwrap_or(u32::MAX),
    }))
}

/// Puts the next attempt off while this one is under way.
pub(super) fn lease(store: &Store, number: u64, now: DateTime<Utc>) -> Result<(), Fault> {
    store.exec(
        "UPDATE delivery SET due = ?, leased = 1 WHERE number = ? AND state = 'pending'",
        &[(now + LEASE).timestamp_millis().into(), number.into()],
    )
}

/// Ends all leases: what was on its way when the object was gone is due at once, because nobody knows
/// whether it arrived.
pub(super) fn release(store: &Store) -> Result<(), Fault> {
    store.exec("UPDATE delivery SET due = since, leased = NULL WHERE leased IS NOT NULL", &[])
}

/// What became of an attempt. A message that was taken out meanwhile stays out.
pub(super) fn settle(
    store: &Store,
    webhook: &str,
    number: u64,
    outcome: &Outcome,
    verdict: Verdict,
    now: DateTime<Utc>,
) -> Result<(), Fault> {
    let (state, due) = match verdict {
        Verdict::Delivered => ("delivered", now),
        Verdict::Dead => ("dead", now),
        Verdict::Again(at) => ("pending", at),
        Verdict::Gone => ("pending", now),
    };
    let said = outcome.to_string();
    store.transaction(|| {
        store.exec(
            "UPDATE delivery SET state = ?, due = ?, leased = NULL, attempts = attempts + 1, tried = ?, status = ?, \
             said = ? WHERE number = ? AND state = 'pending'",
            &[
                state.into(),
                due.timestamp_millis().into(),
                now.timestamp_millis().into(),
                outcome.status().map(u64::from).into(),
                (&said).into(),
                number.into(),
            ],
        )?;
        match verdict {
            Verdict::Delivered => kept::delivered(store, webhook, now)?,
            Verdict::Gone => {
                kept::pause(store, webhook, "it answered 410: it wants to be told nothing more")?;
            }
            Verdict::Again(_) | Verdict::Dead => {}
        }
        forget(store, webhook)
    })
}

/// Lets everything that waits begin anew: what was kept back is not late.
pub(super) fn renew(store: &Store, webhook: &str, now: DateTime<Utc>) -> Result<(), Fault> {
    let now = now.timestamp_millis();
    store.exec(
        "UPDATE delivery SET since = ?, due = ?, attempts = 0 WHERE webhook = ? AND state = 'pending'",
        &[now.into(), now.into(), webhook.into()],
    )
}

/// Sends one message again, or all that were given up; gives back how many.
pub(super) fn replay(
    store: &Store,
    webhook: &str,
    number: Option<u64>,
    now: DateTime<Utc>,
) -> Result<u64, Fault> {
    let which = match number {
        Some(_) => "number = ?4 AND state != 'pending'",
        None => "state = 'dead' AND ?4 IS NULL",
    };
    let now = Value::Integer(now.timestamp_millis());
    let sql = format!(
        "UPDATE delivery SET state = 'pending', since = ?1, due = ?2, attempts = 0 \
         WHERE webhook = ?3 AND {which} RETURNING number"
    );
    let rows = store.rows(&sql, &[now, now, webhook.into(), number.into()])?;
    Ok(rows.len() as u64)
}

/// The log of a subscription, the newest first; `dead` is only what was given up.
pub(super) fn log(
    store: &Store,
    webhook: &str,
    dead: bool,
    before: Option<u64>,
    limit: u64,
) -> Result<Vec<Delivery>, Fault> {
    let state = if dead { "AND state = 'dead'" } else { "" };
    let before = before.map_or(Value::Integer(i64::MAX >> 10), Value::from);
    let sql = format!(
        "SELECT number, event, type, state, at, attempts, tried, status, said, due FROM delivery \
         WHERE webhook = ? {state} AND number < ? ORDER BY number DESC LIMIT ?"
    );
    store.rows(&sql, &[webhook.into(), before, limit.into()])?.iter().map(read).collect()
}

/// How many messages of a subscription are in a state.
pub(super) fn count(store: &Store, webhook: &str, state: &str) -> Result<u64, Fault> {
    let sql = "SELECT count(*) FROM delivery WHERE webhook = ? AND state = ?";
    store.row(sql, &[webhook.into(), state.into()])?.map_or(Ok(0), |row| row.count(0))
}

/// What is wrong with the message that is to be sent next, if something is.
pub(super) fn trouble(store: &Store, webhook: &str) -> Result<Option<String>, Fault> {
    let row = store.row(
        "SELECT attempts, said FROM delivery WHERE webhook = ? AND state = 'pending' \
         ORDER BY number LIMIT 1",
        &[webhook.into()],
    )?;
    let Some(row) = row else { return Ok(None) };
    Ok(if row.integer(0)? > 0 { row.maybe_text(1)? } else { None })
}

/// The subscriptions whose next message is due.
pub(super) fn due(store: &Store, now: DateTime<Utc>) -> Result<Vec<String>, Fault> {
    let rows = store.rows(
        "SELECT webhook FROM delivery WHERE due <= ? AND number IN (SELECT min(number) FROM delivery \
         JOIN webhook ON webhook.id = delivery.webhook \
         WHERE state = 'pending' AND paused IS NULL GROUP BY webhook) ORDER BY due",
        &[now.timestamp_millis().into()],
    )?;
    rows.iter().map(|row| row.text(0)).collect()
}

/// When the next message of all is due.
pub(super) fn next_due(store: &Store) -> Result<Option<DateTime<Utc>>, Fault> {
    let row = store.row(
        "SELECT min(due) FROM delivery WHERE number IN (SELECT min(number) FROM delivery \
         JOIN webhook ON webhook.id = delivery.webhook \
         WHERE state = 'pending' AND paused IS NULL GROUP BY webhook)",
        &[],
    )?;
    Ok(row.map(|row| row.maybe_integer(0)).transpose()?.flatten().map(clock::instant))
}

fn forget(store: &Store, webhook: &str) -> Result<(), Fault> {
    for state in ["delivered", "dead"] {
        store.exec(
            "DELETE FROM delivery WHERE webhook = ?1 AND state = ?2 AND number <= (SELECT number \
             FROM delivery WHERE webhook = ?1 AND state = ?2 ORDER BY number DESC LIMIT 1 OFFSET ?3)",
            &[webhook.into(), state.into(), MOST_REMEMBERED.into()],
        )?;
    }
    Ok(())
}

fn read(row: &Row) -> Result<Delivery, Fault> {
    let state = row.text(3)?;
    let next = (state == "pending").then(|| row.integer(9)).transpose()?;
    let status = row.maybe_integer(7)?.map(u16::try_from).transpose();
    Ok(Delivery {
        number: row.count(0)?,
        event: row.text(1)?,
        kind: row.text(2)?,
        state,
        at: clock::written_millis(row.integer(4)?),
        attempts: row.count(5)?,
        tried: row.maybe_integer(6)?.map(clock::written_millis),
        status: status.map_err(|_| Fault::Unreadable { what: "a status" })?,
        said: row.maybe_text(8)?,
        next: next.map(clock::written_millis),
    })
}
