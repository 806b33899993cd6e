//! One change of the schedule, from its JSON to its answer. Nothing in it waits.

use admin::{Outcome, name};
use schedule::{Schedule, Timeline};
use worker::{console_error, console_warn};

use super::{entry, key::Key, made, made::Made, outcome, wish::Wish};
use crate::{
    case::Case,
    precondition::{Expected, etag},
    refusal::Refusal,
    reply::{self, Reply},
    route::Write,
    store::{
        audit::NewEntry,
        revisions::{Current, NewRevision},
    },
    webhook,
};

/// Makes the change that is asked for, or says what it would do.
pub(super) fn settle(case: &Case<'_>, wanted: &Write<'_>, text: &str) -> Result<Reply, Refusal> {
    case.asked.takes(&[name::DRY_RUN])?;
    let is_dry = case.asked.is_dry_run()?;
    let wish = Wish::read(wanted, text, case.now)?;
    let key = Key::read(case, text)?.filter(|_| !is_dry);
    if let Some(reply) = key.as_ref().map(|key| key.given(case)).transpose()?.flatten() {
        return Ok(reply);
    }
    let expected = Expected::read(case.asked)?;
    let current = case.store.current()?;
    expected.check(current.number)?;

    let made = made::make(&wish, &current, case.store, case.now)?;
    if current.number > 0 && made.document == current.document {
        let outcome = outcome::nothing(current.number);
        return if is_dry {
            Ok(answer(&outcome))
        } else {
            unchanged(case, wanted, key.as_ref(), &outcome)
        };
    }
    let before = schedule_of(&current, case);
    let outcome = outcome::outcome(&wish.what, current.number, before.as_ref(), &made, case.now);
    if is_dry {
        return Ok(answer(&outcome));
    }
    let change = Change { wanted, wish: &wish, current: &current, made: &made, key: key.as_ref() };
    put_in_force(case, &change, outcome)
}

struct Change<'a> {
    wanted: &'a Write<'a>,
    wish: &'a Wish,
    current: &'a Current,
    made: &'a Made,
    key: Option<&'a Key>,
}

/// Writes a revision with all that goes with it, or nothing.
fn put_in_force(case: &Case<'_>, change: &Change<'_>, outcome: Outcome) -> Result<Reply, Refusal> {
    let Change { wanted, wish, current, made, key } = *change;
    let number = current.number + 1;
    // Clocks may be put back; the record is in order all the same.
    let at = current.at.map_or(case.now, |before| before.max(case.now));
    let before = (current.number > 0).then(|| case.store.timeline()).transpose()?;
    let before = before.as_deref().and_then(in_force);
    let revision = u32::try_from(number).unwrap_or(u32::MAX);
    let compiled = made.schedule.timeline(case.now).amended(before.as_ref(), revision, at);
    let timeline = compiled.to_bytes();
    // Better no revision than one that no gate can read.
    if let Err(error) = Timeline::read(&timeline) {
        console_error!("intermission: a schedule was compiled into what cannot be read: {error}");
        return Err(Refusal::fault());
    }
    let outcome = Outcome { revision: Some(number), ..outcome };
    let text = reply::text(&outcome);
    case.store.transaction(|| {
        case.store.put_revision(&NewRevision {
            number,
            at,
            author: &case.actor.author,
            action: wanted.action(),
            window: made.window.as_deref(),
            why: wish.why.as_deref(),
            said: &outcome.said,
            document: &made.document,
        })?;
        webhook::revision(case.store, before.as_ref(), &compiled, revision, at)?;
        case.store.put_timeline(number, case.now, &timeline)?;
        let entry = entry(case, wanted);
        case.store.put_entry(&NewEntry {
            subject: made.window.clone().or(entry.subject.clone()),
            revision: Some(number),
            said: Some(outcome.summary.clone()),
            ..entry
        })?;
        if let Some(key) = key {
            key.put(case, Some(&etag(number)), text.as_bytes())?;
        }
        #[cfg(feature = "development")]
        crate::drill::at("keeper-transaction", case.asked);
        Ok::<_, Refusal>(())
    })?;
    Ok(answer(&outcome))
}

/// The timeline that is replaced. One that this build cannot read was another build's: what it
/// remembered is lost, and the change is not.
fn in_force(bytes: &[u8]) -> Option<Timeline> {
    Timeline::read(bytes)
        .inspect_err(|error| console_warn!("intermission: the history begins anew: {error}"))
        .ok()
}

/// Says that nothing changed, and says the same again to a repeat.
fn unchanged(
    case: &Case<'_>,
    wanted: &Write<'_>,
    key: Option<&Key>,
    outcome: &Outcome,
) -> Result<Reply, Refusal> {
    let text = reply::text(outcome);
    case.store.transaction(|| {
        let said = Some(outcome.summary.clone());
        case.store.put_entry(&NewEntry { said, ..entry(case, wanted) })?;
        if let Some(key) = key {
            key.put(case, Some(&etag(outcome.base)), text.as_bytes())?;
        }
        Ok::<_, Refusal>(())
    })?;
    Ok(answer(outcome))
}

fn answer(outcome: &Outcome) -> Reply {
    let in_force = outcome.revision.unwrap_or(outcome.base);
    Reply::json(200, outcome).with("ETag", etag(in_force))
}

/// The schedule before a change. One that this build finds mistakes in can still be replaced.
fn schedule_of(current: &Current, case: &Case<'_>) -> Option<Schedule> {
    (current.number > 0).then(|| schedule::parse(&current.document, case.now).schedule).flatten()
}
