//! What is told.

mod record;
mod timeline;
mod windows;

use admin::{Current, Scope, Session};

pub(crate) use self::timeline::{Renewed, timeline};
use crate::{
    case::Case,
    precondition::{etag, is_known},
    refusal::Refusal,
    reply::Reply,
    route::Read,
    webhook,
};

/// Answers what changes nothing.
pub(crate) fn answer(case: &Case<'_>, wanted: &Read<'_>) -> Result<Reply, Refusal> {
    match wanted {
        // Whoever is known may ask what they may do.
        Read::Session => {}
        Read::Tokens => case.actor.require(Scope::Root)?,
        _ => case.actor.require(Scope::Read)?,
    }
    match *wanted {
        Read::Session => session(case),
        Read::Schedule => schedule(case),
        Read::Revisions => record::revisions(case),
        Read::Revision(number) => record::revision(case, number),
        Read::Difference(number) => record::difference(case, number),
        Read::Audit => record::audit(case),
        Read::Windows => windows::all(case),
        Read::Window(id) => windows::one(case, id),
        Read::Tokens => tokens(case),
        Read::Webhooks => webhook::webhooks(case),
        Read::Webhook(id) => webhook::one(case, id),
        Read::Deliveries(id) => webhook::deliveries(case, id, false),
        Read::DeadLetters(id) => webhook::deliveries(case, id, true),
    }
}

/// The description of the API, which everybody may read.
pub(crate) fn description() -> Reply {
    let description = include_str!("../../../../admin/openapi.json");
    Reply::typed(200, "application/json", description.into())
}

fn session(case: &Case<'_>) -> Result<Reply, Refusal> {
    case.asked.takes(&[])?;
    let (author, scopes) = (case.actor.author.clone(), case.actor.scopes.clone());
    Ok(Reply::json(200, &Session { author, scopes }))
}

fn schedule(case: &Case<'_>) -> Result<Reply, Refusal> {
    case.asked.takes(&[])?;
    let current = case.store.current()?;
    let reply = if is_known(case.asked, current.number) {
        Reply::empty(304)
    } else {
        Reply::json(200, &Current { revision: current.number, document: current.document })
    };
    Ok(reply.with("ETag", etag(current.number)))
}

fn tokens(case: &Case<'_>) -> Result<Reply, Refusal> {
    case.asked.takes(&[])?;
    Ok(Reply::json(200, &crate::auth::tokens::list(case.store, case.actor)?))
}
