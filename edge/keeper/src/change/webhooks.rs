//! Subscriptions: made, changed and deleted on record.

use super::{entry, key::Key};
use crate::{
    case::Case,
    refusal::Refusal,
    reply::Reply,
    route::Write,
    store::audit::NewEntry,
    webhook::{self, Done},
};

pub(super) fn write(case: &Case<'_>, wanted: &Write<'_>, text: &str) -> Result<Reply, Refusal> {
    case.asked.takes(&[])?;
    let done = match *wanted {
        Write::StepWebhook(id, verb) => webhook::step(case, id, verb, text)?,
        _ => webhook::create(case, text, Key::read(case, text)?.as_ref())?,
    };
    on_record(case, wanted, done)
}

pub(super) fn delete(case: &Case<'_>, wanted: &Write<'_>, id: &str) -> Result<Reply, Refusal> {
    case.asked.takes(&[])?;
    on_record(case, wanted, webhook::delete(case, id)?)
}

/// Nothing has waited since it was done, so that both are written together or not at all.
fn on_record(case: &Case<'_>, wanted: &Write<'_>, done: Done) -> Result<Reply, Refusal> {
    let Done { id, said, reply } = done;
    case.store.put_entry(&NewEntry {
        subject: Some(id),
        status: reply.status,
        said: Some(said),
        ..entry(case, wanted)
    })?;
    Ok(reply)
}
