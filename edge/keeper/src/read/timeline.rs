//! What gates decide by.

use std::cell::RefCell;

use chrono::{DateTime, TimeDelta, Utc};
use schedule::{Timeline, Zone};
use worker::console_error;

use crate::{
    asked::Asked,
    precondition::{etag, is_known},
    refusal::Refusal,
    reply::Reply,
    store::{Store, timelines::Compiled},
};

/// How old a timeline may be that is handed out. Recurring windows are compiled five years ahead, and
/// a newer build has newer zone tables.
const FRESH: TimeDelta = TimeDelta::days(1);

/// A timeline that was compiled anew. It is only remembered, so that reading never writes: on a disk
/// that is full, gates are still told what is in force.
#[derive(Debug, Default)]
pub(crate) struct Renewed(RefCell<Option<(Compiled, Vec<u8>)>>);

/// The timeline in force. What it says may not be announced yet, so it is for gates only.
pub(crate) fn timeline(
    store: &Store,
    renewed: &Renewed,
    asked: &Asked,
    now: DateTime<Utc>,
) -> Result<Reply, Refusal> {
    let Some(compiled) = store.compiled()? else { return Ok(Reply::empty(204)) };
    let tag = etag(compiled.revision);
    if is_known(asked, compiled.revision) {
        return Ok(Reply::empty(304).with("ETag", tag));
    }
    let bytes = match renewed.of(compiled.revision, now) {
        Some(bytes) => bytes,
        None => fresh(store, renewed, compiled, now)?,
    };
    Ok(Reply::typed(200, "application/octet-stream", bytes)
        .with("ETag", tag)
        .with("Intermission-Revision", compiled.revision.to_string()))
}

/// The timeline as it is kept, or compiled anew where that was long ago or by another build.
fn fresh(
    store: &Store,
    renewed: &Renewed,
    compiled: Compiled,
    now: DateTime<Utc>,
) -> Result<Vec<u8>, Refusal> {
    let bytes = store.timeline()?;
    let kept = Timeline::read(&bytes).ok();
    let is_ours = kept.as_ref().is_some_and(|kept| kept.zones == Zone::RELEASE);
    if now - compiled.at < FRESH && is_ours {
        return Ok(bytes);
    }
    let document = store.document(compiled.revision)?;
    let Some(schedule) = schedule::parse(&document, now).schedule else {
        console_error!(
            "intermission: this build finds mistakes in revision {}, which stays in force as it was \
             compiled",
            compiled.revision
        );
        return Ok(bytes);
    };
    // It is another reading of the same revision, so nothing was changed.
    let mut timeline = schedule.timeline(now);
    timeline.history = kept.map(|kept| kept.history).unwrap_or_default();
    let bytes = timeline.to_bytes();
    let compiled = Compiled { at: now, ..compiled };
    renewed.0.replace(Some((compiled, bytes.clone())));
    Ok(bytes)
}

impl Renewed {
    fn of(&self, revision: u64, now: DateTime<Utc>) -> Option<Vec<u8>> {
        let renewed = self.0.borrow();
        let (compiled, bytes) = renewed.as_ref()?;
        let is_fresh = compiled.revision == revision && now - compiled.at < FRESH;
        is_fresh.then(|| bytes.clone())
    }
}
