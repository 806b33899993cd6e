//! Why somebody is not let in.

use std::fmt::Display;

use admin::Kind;
use chrono::{DateTime, Utc};
use credential::{Client, bearer};
use worker::console_error;

use super::memory;
use crate::{
    asked::Asked,
    refusal::Refusal,
    store::{Fault, Store, audit::NewEntry},
};

/// Why somebody is not let in.
#[derive(Debug)]
pub(super) enum Denied {
    /// What was sent opens nothing: counted, and on record.
    Failed {
        /// The token whose name was sent, where there is one of this name.
        subject: Option<String>,
        /// A sentence without any part of a secret.
        why: String,
    },
    /// It is not their fault.
    Trouble(Refusal),
}

impl Denied {
    pub(super) fn failed(subject: Option<&str>, why: &dyn Display) -> Self {
        Self::Failed { subject: subject.map(str::to_owned), why: why.to_string() }
    }

    /// Counts a failure, puts it on record, and says so.
    pub(super) fn refusal(
        self,
        store: &Store,
        asked: &Asked,
        client: Client,
        now: DateTime<Utc>,
    ) -> Refusal {
        let (subject, why) = match self {
            Self::Trouble(refusal) => return refusal,
            Self::Failed { subject, why } => (subject, why),
        };
        // Who has failed too often is counted no more, and fills no disk. Clients without an
        // address come here too: each may be another one, so that only their failures are refused.
        if let Some(wait) = wait(client, now) {
            return too_many(wait);
        }
        memory::with(|memory| memory.failures.record(client, now));
        let entry = NewEntry {
            at: now,
            author: None,
            address: asked.address.clone(),
            action: "authenticate".to_owned(),
            subject,
            status: Kind::Unauthenticated.status(),
            revision: None,
            said: Some(why.clone()),
        };
        if let Err(fault) = store.put_failure(&entry) {
            console_error!("intermission: a failure to authenticate is not on record: {fault}");
        }
        over(&why)
    }
}

impl From<Fault> for Denied {
    fn from(fault: Fault) -> Self {
        Self::Trouble(fault.into())
    }
}

/// Refuses a client that has failed too often, whatever it sends now.
pub(super) fn before(client: Client, now: DateTime<Utc>) -> Result<(), Refusal> {
    match wait(client, now) {
        Some(wait) if client.is_known() => Err(too_many(wait)),
        _ => Ok(()),
    }
}

/// What was sent opens nothing, or nothing more.
pub(super) fn over(why: &dyn Display) -> Refusal {
    Refusal::new(Kind::Unauthenticated, why.to_string())
        .with_challenge(bearer::CHALLENGE_INVALID)
        .with_help("send a token in `Authorization: Bearer …`, or sign on")
}

/// Nothing was sent that could be looked at. That is no failure, because nobody tried anything.
pub(super) fn nothing_sent() -> Refusal {
    Refusal::new(Kind::Unauthenticated, "expected a token or single sign-on, found neither")
        .with_challenge(bearer::CHALLENGE)
        .with_help("send a token in `Authorization: Bearer …`, or sign on")
}

fn wait(client: Client, now: DateTime<Utc>) -> Option<u32> {
    memory::with(|memory| memory.failures.wait(client, now))
}

fn too_many(wait: u32) -> Refusal {
    let most = credential::Failures::MOST;
    let detail = format!("expected at most {most} failures a minute, found more");
    Refusal::new(Kind::TooManyFailures, detail)
        .with_retry_after(wait)
        .with_help(format!("wait {wait} seconds, and look at the token before you send it again"))
}
