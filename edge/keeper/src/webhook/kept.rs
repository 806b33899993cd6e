//! What is kept of subscriptions, in the table `webhook`.

use chrono::{DateTime, TimeDelta, Utc};
use webhook::{Asked, Reach, Secret, Subscription, Template};

use crate::{
    clock,
    reply::text,
    store::{Fault, Row, Store, Value},
};

/// A subscription as it is kept.
pub(super) struct Kept {
    pub(super) id: String,
    pub(super) subscription: Subscription,
    pub(super) author: String,
    pub(super) created: DateTime<Utc>,
    pub(super) secret: Secret,
    /// The secret before, and until when messages are signed with it, too.
    pub(super) before: Option<(Secret, DateTime<Utc>)>,
    /// Why nothing is sent.
    pub(super) paused: Option<String>,
    pub(super) delivered: Option<DateTime<Utc>>,
    /// What a gateway was told last.
    pub(super) told: Option<String>,
}

/// In the order in which [`read`] takes them.
const COLUMNS: &str = "id, name, url, kind, channels, events, authorization, destination, author, \
                       created, secret, secret_before, secret_until, paused, delivered, told, template";

/// For how long messages are signed with the secret before as well.
const ROTATION: TimeDelta = TimeDelta::hours(24);

impl Kept {
    /// The secrets that messages are signed with, the newest first.
    pub(super) fn secrets(&self, now: DateTime<Utc>) -> Vec<Secret> {
        let mut secrets = vec![self.secret.clone()];
        secrets.extend(self.rotating(now).map(|(before, _)| before.clone()));
        secrets
    }

    pub(super) fn rotating(&self, now: DateTime<Utc>) -> Option<&(Secret, DateTime<Utc>)> {
        self.before.as_ref().filter(|(_, until)| now < *until)
    }
}

pub(super) fn all(store: &Store) -> Result<Vec<Kept>, Fault> {
    let sql = format!("SELECT {COLUMNS} FROM webhook ORDER BY name");
    store.rows(&sql, &[])?.iter().map(read).collect()
}

pub(super) fn find(store: &Store, id: &str) -> Result<Option<Kept>, Fault> {
    let sql = format!("SELECT {COLUMNS} FROM webhook WHERE id = ?");
    store.row(&sql, &[id.into()])?.as_ref().map(read).transpose()
}

pub(super) fn count(store: &Store) -> Result<u64, Fault> {
    store.row("SELECT count(*) FROM webhook", &[])?.map_or(Ok(0), |row| row.count(0))
}

pub(super) fn is_taken(store: &Store, name: &str) -> Result<bool, Fault> {
    Ok(store.row("SELECT 1 FROM webhook WHERE name = ?", &[name.into()])?.is_some())
}

pub(super) fn insert(store: &Store, kept: &Kept) -> Result<(), Fault> {
    let subscription = &kept.subscription;
    let words: Vec<_> =
        subscription.filter.occasions.iter().map(|occasion| occasion.as_str()).collect();
    store.exec(
        "INSERT INTO webhook (id, name, url, kind, channels, events, authorization, destination, \
         author, created, secret, template) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        &[
            (&kept.id).into(),
            (&subscription.name).into(),
            subscription.target.as_str().into(),
            subscription.kind.as_str().into(),
            (&text(&subscription.filter.channels)).into(),
            (&text(&words)).into(),
            subscription.authorization.as_deref().into(),
            subscription.destination.as_deref().into(),
            (&kept.author).into(),
            kept.created.timestamp_millis().into(),
            (&kept.secret.reveal()).into(),
            subscription.template.as_ref().map(Template::text).as_deref().into(),
        ],
    )
}

pub(super) fn rotate(
    store: &Store,
    id: &str,
    secret: &Secret,
    now: DateTime<Utc>,
) -> Result<(), Fault> {
    store.exec(
        "UPDATE webhook SET secret_before = secret, secret_until = ?, secret = ? WHERE id = ?",
        &[(now + ROTATION).timestamp_millis().into(), (&secret.reveal()).into(), id.into()],
    )
}

pub(super) fn pause(store: &Store, id: &str, why: &str) -> Result<(), Fault> {
    store.exec("UPDATE webhook SET paused = ? WHERE id = ?", &[why.into(), id.into()])
}

pub(super) fn resume(store: &Store, id: &str) -> Result<(), Fault> {
    store.exec("UPDATE webhook SET paused = NULL WHERE id = ?", &[id.into()])
}

pub(super) fn delivered(store: &Store, id: &str, now: DateTime<Utc>) -> Result<(), Fault> {
    let values = [now.timestamp_millis().into(), id.into()];
    store.exec("UPDATE webhook SET delivered = ? WHERE id = ?", &values)
}

pub(super) fn told(store: &Store, id: &str, what: &str) -> Result<(), Fault> {
    store.exec("UPDATE webhook SET told = ? WHERE id = ?", &[what.into(), id.into()])
}

pub(super) fn remove(store: &Store, id: &str) -> Result<(), Fault> {
    store.exec("DELETE FROM delivery WHERE webhook = ?", &[Value::from(id)])?;
    store.exec("DELETE FROM webhook WHERE id = ?", &[id.into()])
}

fn read(row: &Row) -> Result<Kept, Fault> {
    let unreadable = |what| Fault::Unreadable { what };
    let secret = |text: String| text.parse::<Secret>().map_err(|_| unreadable("a secret"));
    let list =
        |text: String| serde_json::from_str::<Vec<String>>(&text).map_err(|_| unreadable("a list"));
    let (name, url, kind) = (row.text(1)?, row.text(2)?, row.text(3)?);
    let (channels, events) = (list(row.text(4)?)?, list(row.text(5)?)?);
    let (authorization, destination) = (row.maybe_text(6)?, row.maybe_text(7)?);
    let template = row.maybe_text(16)?;
    let asked = Asked {
        name: &name,
        url: &url,
        kind: Some(&kind),
        channels: &channels,
        events: &events,
        authorization: authorization.as_deref(),
        destination: destination.as_deref(),
        template: template.as_deref(),
    };
    let before = match (row.maybe_text(11)?, row.maybe_integer(12)?) {
        (Some(before), Some(until)) => Some((secret(before)?, clock::instant(until))),
        _ => None,
    };
    Ok(Kept {
        id: row.text(0)?,
        // How far it may reach is judged when something is sent: that may have changed since.
        subscription: Subscription::new(&asked, Reach::Private)
            .map_err(|_| unreadable("a subscription"))?,
        author: row.text(8)?,
        created: clock::instant(row.integer(9)?),
        secret: secret(row.text(10)?)?,
        before,
        paused: row.maybe_text(13)?,
        delivered: row.maybe_integer(14)?.map(clock::instant),
        told: row.maybe_text(15)?,
    })
}
