//! What becomes of the document.

use admin::{Finding, Kind};
use chrono::{DateTime, Utc};
use lifecycle::{Changed, Refused};
use schedule::Schedule;

use super::{
    refused::refusal,
    wish::{What, Wish},
};
use crate::{
    findings, refusal::Refusal, route::no_revision, store::Store, store::revisions::Current,
};

/// A document that could come into force.
pub(super) struct Made {
    pub(super) document: String,
    pub(super) schedule: Schedule,
    pub(super) warnings: Vec<Finding>,
    /// The change in one sentence, where it is a step.
    pub(super) said: Option<String>,
    /// The id of the window, where it is about one.
    pub(super) window: Option<String>,
}

/// # Errors
///
/// A refusal with 422 when the document has mistakes, with 409 when a step is impossible, and with
/// 404 when there is no such revision or window.
pub(super) fn make(
    wish: &Wish,
    current: &Current,
    store: &Store,
    now: DateTime<Utc>,
) -> Result<Made, Refusal> {
    match &wish.what {
        What::Publish { document } => whole(document.clone(), now),
        What::Rollback { number } => {
            if *number > current.number {
                return Err(no_revision(number));
            }
            whole(store.document(*number)?, now)
        }
        What::Add(window) => edited(current, |document| lifecycle::add(document, window, now)),
        What::Take(which, step) => {
            edited(current, |document| lifecycle::take(document, which, step, now))
        }
    }
}

fn whole(document: String, now: DateTime<Utc>) -> Result<Made, Refusal> {
    let parsed = schedule::parse(&document, now);
    let (schedule, warnings) = findings::valid(&document, parsed)?;
    Ok(Made { document, schedule, warnings, said: None, window: None })
}

fn edited(
    current: &Current,
    edit: impl FnOnce(&str) -> Result<Changed, Refused>,
) -> Result<Made, Refusal> {
    if current.number == 0 {
        return Err(Refusal::new(Kind::ImpossibleStep, "there is no schedule yet")
            .with_code("no-schedule")
            .with_help("publish a schedule first: it says which channels there are"));
    }
    let changed =
        edit(&current.document).map_err(|refused| refusal(&refused, &current.document))?;
    Ok(Made {
        warnings: findings::findings(&changed.document, &changed.warnings),
        document: changed.document,
        schedule: changed.schedule,
        said: Some(changed.said),
        window: Some(changed.window),
    })
}
