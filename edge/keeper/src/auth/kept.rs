//! What is kept of tokens, in the table `token`.

use admin::Scope;
use chrono::{DateTime, TimeDelta, Utc};
use credential::{Digest, Grant, Kept, Token};
use worker::console_error;

use super::{Actor, actor::name};
use crate::{
    clock,
    store::{Fault, Row, Store},
};

/// A token as it is kept: everything but its secret.
#[derive(Clone, Debug)]
pub(super) struct KeptToken {
    id: String,
    pub(super) name: String,
    scopes: Vec<Scope>,
    author: String,
    created: DateTime<Utc>,
    last_used: Option<DateTime<Utc>>,
    pub(super) kept: Kept,
}

/// In the order in which [`KeptToken::read`] takes them.
const COLUMNS: &str = "id, name, scopes, author, created, last_used, digest, expires, revoked";

/// The token of this name of ten characters.
pub(super) fn find(store: &Store, id: &str) -> Result<Option<KeptToken>, Fault> {
    let sql = format!("SELECT {COLUMNS} FROM token WHERE id = ?");
    store.row(&sql, &[id.into()])?.as_ref().map(KeptToken::read).transpose()
}

/// All tokens, the newest first.
pub(super) fn all(store: &Store) -> Result<Vec<KeptToken>, Fault> {
    let sql = format!("SELECT {COLUMNS} FROM token ORDER BY created DESC, id");
    store.rows(&sql, &[])?.iter().map(KeptToken::read).collect()
}

/// Whether a token that nobody has revoked has this name.
pub(super) fn is_taken(store: &Store, name: &str) -> Result<bool, Fault> {
    let sql = "SELECT 1 FROM token WHERE name = ? AND revoked IS NULL";
    Ok(store.row(sql, &[name.into()])?.is_some())
}

pub(super) fn insert(store: &Store, token: &KeptToken) -> Result<(), Fault> {
    let scopes: Vec<&str> = token.scopes.iter().map(|scope| name(*scope)).collect();
    store.exec(
        "INSERT INTO token (id, name, scopes, author, created, digest, expires) \
         VALUES (?, ?, ?, ?, ?, ?, ?)",
        &[
            (&token.id).into(),
            (&token.name).into(),
            (&scopes.join(" ")).into(),
            (&token.author).into(),
            token.created.timestamp_millis().into(),
            token.kept.digest.as_bytes().as_slice().into(),
            token.kept.expires.map(|at| at.timestamp_millis()).into(),
        ],
    )
}

/// Revokes a token, unless that was done before.
pub(super) fn revoke(store: &Store, id: &str, now: DateTime<Utc>) -> Result<(), Fault> {
    let sql = "UPDATE token SET revoked = ? WHERE id = ? AND revoked IS NULL";
    store.exec(sql, &[now.timestamp_millis().into(), id.into()])
}

impl KeptToken {
    /// What is to be kept of a new token.
    pub(super) fn new(token: &Token, grant: Grant, author: &Actor, now: DateTime<Utc>) -> Self {
        Self {
            id: token.id().to_owned(),
            name: grant.name,
            scopes: grant.scopes,
            author: author.author.clone(),
            created: now,
            last_used: None,
            kept: Kept {
                digest: token.digest(),
                expires: Some(now + grant.valid_for.to_delta()),
                revoked: None,
            },
        }
    }

    /// Notes that it was used, to the minute. That this cannot be written keeps nobody out.
    pub(super) fn used(&self, store: &Store, now: DateTime<Utc>) {
        let minute = TimeDelta::minutes(1);
        if self.last_used.is_some_and(|at| (TimeDelta::zero()..minute).contains(&(now - at))) {
            return;
        }
        let sql = "UPDATE token SET last_used = ? WHERE id = ?";
        let values = [now.timestamp_millis().into(), (&self.id).into()];
        if let Err(fault) = store.exec(sql, &values) {
            console_error!("intermission: the use of a token is not on record: {fault}");
        }
    }

    pub(super) fn into_actor(self) -> Actor {
        Actor { author: self.name, scopes: self.scopes, id: self.id }
    }

    /// As it stands in JSON.
    pub(super) fn shown(&self) -> admin::Token {
        admin::Token {
            id: self.id.clone(),
            name: self.name.clone(),
            scopes: self.scopes.clone(),
            author: self.author.clone(),
            created: clock::written(self.created),
            expires: self.kept.expires.map(clock::written),
            last_used: self.last_used.map(clock::written),
            revoked: self.kept.revoked.map(clock::written),
        }
    }

    fn read(row: &Row) -> Result<Self, Fault> {
        let at = |column| Ok::<_, Fault>(row.maybe_integer(column)?.map(clock::instant));
        let digest = Digest::from_kept(&row.blob(6)?);
        Ok(Self {
            id: row.text(0)?,
            name: row.text(1)?,
            scopes: scopes(&row.text(2)?)?,
            author: row.text(3)?,
            created: clock::instant(row.integer(4)?),
            last_used: at(5)?,
            kept: Kept {
                digest: digest.ok_or(Fault::Unreadable { what: "a digest" })?,
                expires: at(7)?,
                revoked: at(8)?,
            },
        })
    }
}

/// Tokens are never given [`Scope::Root`], so that none has it, whatever is kept.
fn scopes(text: &str) -> Result<Vec<Scope>, Fault> {
    text.split(' ')
        .map(|word| {
            [Scope::Read, Scope::Write]
                .into_iter()
                .find(|scope| name(*scope) == word)
                .ok_or(Fault::Unreadable { what: "a scope" })
        })
        .collect()
}
