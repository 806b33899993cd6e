//! The tables, and how those of an older build become them.

use super::{Fault, Store, Value};

/// What makes each version from the one before. What is here has been deployed: a change of the
/// tables is another entry, and none is ever altered.
const VERSIONS: [&[&str]; 3] = [FIRST, WEBHOOKS, TEMPLATES];

const FIRST: &[&str] = &[
    "CREATE TABLE revision (
        number INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        author TEXT NOT NULL,
        action TEXT NOT NULL,
        window TEXT,
        why TEXT
    ) STRICT",
    // Documents and whatever else may be larger than a row can be.
    "CREATE TABLE part (
        whole TEXT NOT NULL,
        part INTEGER NOT NULL,
        bytes BLOB NOT NULL,
        PRIMARY KEY (whole, part)
    ) STRICT, WITHOUT ROWID",
    // The timeline of the revision in force: none or one.
    "CREATE TABLE timeline (
        revision INTEGER PRIMARY KEY,
        compiled INTEGER NOT NULL
    ) STRICT",
    "CREATE TABLE audit (
        number INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        author TEXT,
        address TEXT,
        action TEXT NOT NULL,
        subject TEXT,
        status INTEGER NOT NULL,
        revision INTEGER,
        said TEXT,
        slot INTEGER UNIQUE
    ) STRICT",
    "CREATE INDEX audit_slot ON audit (number) WHERE slot IS NOT NULL",
    "CREATE TABLE idempotency (
        actor TEXT NOT NULL,
        key TEXT NOT NULL,
        at INTEGER NOT NULL,
        request BLOB NOT NULL,
        status INTEGER NOT NULL,
        etag TEXT,
        PRIMARY KEY (actor, key)
    ) STRICT, WITHOUT ROWID",
    "CREATE INDEX idempotency_at ON idempotency (at)",
    "CREATE TABLE token (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        scopes TEXT NOT NULL,
        digest BLOB NOT NULL,
        author TEXT NOT NULL,
        created INTEGER NOT NULL,
        expires INTEGER,
        last_used INTEGER,
        revoked INTEGER
    ) STRICT, WITHOUT ROWID",
];

const WEBHOOKS: &[&str] = &[
    // Secrets are kept as they are: messages are signed with them.
    "CREATE TABLE webhook (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        url TEXT NOT NULL,
        kind TEXT NOT NULL,
        channels TEXT NOT NULL,
        events TEXT NOT NULL,
        authorization TEXT,
        destination TEXT,
        author TEXT NOT NULL,
        created INTEGER NOT NULL,
        secret TEXT NOT NULL,
        secret_before TEXT,
        secret_until INTEGER,
        paused TEXT,
        delivered INTEGER,
        told TEXT
    ) STRICT, WITHOUT ROWID",
    // Numbers are never used again, so that the order of messages is that of their numbers.
    "CREATE TABLE delivery (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        webhook TEXT NOT NULL,
        event TEXT NOT NULL,
        type TEXT NOT NULL,
        at INTEGER NOT NULL,
        method TEXT NOT NULL,
        path TEXT NOT NULL,
        content_type TEXT,
        body TEXT NOT NULL,
        state TEXT NOT NULL,
        since INTEGER NOT NULL,
        due INTEGER NOT NULL,
        leased INTEGER,
        attempts INTEGER NOT NULL,
        tried INTEGER,
        status INTEGER,
        said TEXT,
        UNIQUE (webhook, event)
    ) STRICT",
    "CREATE INDEX delivery_state ON delivery (webhook, state, number)",
    // Until when subscribers were told of what time does: none or one.
    "CREATE TABLE told (
        until INTEGER NOT NULL
    ) STRICT",
];

const TEMPLATES: &[&str] = &["ALTER TABLE webhook ADD COLUMN template TEXT"];

/// Brings the tables to the newest version, all of them or none.
///
/// # Errors
///
/// [`Fault::Newer`] when a newer build made them: this one would not know what it writes.
pub(super) fn migrate(store: &Store) -> Result<(), Fault> {
    let known = i64::try_from(VERSIONS.len()).unwrap_or(i64::MAX);
    let found = version(store)?;
    if found > known {
        return Err(Fault::Newer { found, known });
    }
    if found == known {
        return Ok(());
    }
    store.transaction(|| {
        let done = usize::try_from(found).unwrap_or(0);
        for statement in VERSIONS.iter().skip(done).flat_map(|version| version.iter()) {
            store.exec(statement, &[])?;
        }
        store.exec("DELETE FROM version", &[])?;
        store.exec("INSERT INTO version (number) VALUES (?)", &[Value::Integer(known)])
    })
}

/// The version that is there; 0 where there are no tables. Objects may not use `user_version`.
fn version(store: &Store) -> Result<i64, Fault> {
    store.exec("CREATE TABLE IF NOT EXISTS version (number INTEGER NOT NULL) STRICT", &[])?;
    let row = store.row("SELECT number FROM version", &[])?;
    row.map_or(Ok(0), |row| row.integer(0))
}
