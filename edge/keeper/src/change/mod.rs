//! What is done: publications, steps, going back; and keys, which are made and revoked here as well.
//!
//! | file | what |
//! | --- | --- |
//! | `wish`, `step`, `add`, `text` | what is asked for, out of its JSON |
//! | `made` | what becomes of the document |
//! | `outcome` | what is said about it |
//! | `settle` | one change, from its JSON to its answer |
//! | `key` | keys that name a write |
//! | `refused` | why `lifecycle` does not take a step |
//! | `tokens` | keys of the API |
//! | `webhooks` | subscriptions |

mod add;
mod key;
mod made;
mod outcome;
mod refused;
mod settle;
mod step;
mod text;
mod tokens;
mod webhooks;
mod wish;

pub(crate) use self::key::Key;
use admin::Scope;
use worker::{Request, console_error};

use crate::{
    auth, body, case::Case, query::shown, refusal::Refusal, reply::Reply, route::Write,
    store::audit::NewEntry, webhook,
};

/// Does what is asked for. What is refused is put on record too.
pub(crate) async fn answer(
    case: &Case<'_>,
    wanted: &Write<'_>,
    request: &mut Request,
) -> Result<Reply, Refusal> {
    let result = attempt(case, wanted, request).await;
    match &result {
        Ok(_) => webhook::arm(case.store, case.now),
        Err(refusal) => record(case, wanted, refusal),
    }
    result
}

async fn attempt(
    case: &Case<'_>,
    wanted: &Write<'_>,
    request: &mut Request,
) -> Result<Reply, Refusal> {
    auth::origin::check(case.asked)?;
    match wanted {
        Write::CreateToken => {
            case.actor.require(Scope::Root)?;
            let text = body::read(case.asked, request).await?;
            auth::recheck(case.store, case.actor, case.now)?;
            tokens::create(case, wanted, &text)
        }
        Write::RevokeToken(id) => tokens::revoke(case, wanted, id),
        Write::DeleteWebhook(id) => {
            case.actor.require(Scope::Write)?;
            webhooks::delete(case, wanted, id)
        }
        Write::CreateWebhook | Write::StepWebhook(..) => {
            case.actor.require(Scope::Write)?;
            let text = body::read(case.asked, request).await?;
            auth::recheck(case.store, case.actor, case.now)?;
            webhooks::write(case, wanted, &text)
        }
        _ => {
            case.actor.require(Scope::Write)?;
            let text = body::read(case.asked, request).await?;
            // From here on nothing waits.
            auth::recheck(case.store, case.actor, case.now)?;
            settle::settle(case, wanted, &text)
        }
    }
}

/// Puts on record that somebody known was refused. A dry run is no write.
fn record(case: &Case<'_>, wanted: &Write<'_>, refusal: &Refusal) {
    if case.asked.is_dry_run().unwrap_or(false) {
        return;
    }
    let entry = NewEntry {
        status: refusal.kind.status(),
        said: Some(refusal.detail.clone()),
        ..entry(case, wanted)
    };
    if let Err(fault) = case.store.put_entry(&entry) {
        console_error!("intermission: a refusal is not on record: {fault}");
    }
}

/// What is on record about every write.
fn entry(case: &Case<'_>, wanted: &Write<'_>) -> NewEntry {
    NewEntry {
        at: case.now,
        author: Some(case.actor.author.clone()),
        address: case.asked.address.as_deref().map(shown),
        action: wanted.action().to_owned(),
        subject: wanted.subject().as_deref().map(shown),
        status: 200,
        revision: None,
        said: None,
    }
}
