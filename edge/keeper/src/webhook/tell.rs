//! Events become messages.

use chrono::{DateTime, Utc};
use schedule::Timeline;
use webhook::{Event, Kind, Maintenance, Message};
use worker::console_error;

use super::{
    kept::{self, Kept},
    outbox,
};
use crate::store::{Fault, Store};

/// Tells all subscribers of a revision that comes into force, and before that of what time did until
/// then. To be called in the transaction that writes the revision.
pub(crate) fn revision(
    store: &Store,
    before: Option<&Timeline>,
    after: &Timeline,
    number: u32,
    at: DateTime<Utc>,
) -> Result<(), Fault> {
    let subscribers = kept::all(store)?;
    if !subscribers.is_empty() {
        if let (Some(before), Some(until)) = (before, until(store)?) {
            let events = Event::of_time(before, until, at);
            put(store, &subscribers, &events, before, at)?;
        }
        let events = Event::of_revision(before, after, number, at);
        put(store, &subscribers, &events, after, at)?;
    }
    set_until(store, at)
}

/// Tells all subscribers of what time did.
pub(super) fn time(store: &Store, now: DateTime<Utc>) -> Result<(), Fault> {
    store.transaction(|| {
        let subscribers = kept::all(store)?;
        if let (false, Some(until)) = (subscribers.is_empty(), until(store)?)
            && let Some(timeline) = timeline(store)?
        {
            let events = Event::of_time(&timeline, until, now);
            put(store, &subscribers, &events, &timeline, now)?;
        }
        // When a clock was put back, what was told already is found again, and is the same message.
        set_until(store, now)
    })
}

/// Puts a ping behind what one subscriber is not told yet. There has to be a schedule in force.
pub(super) fn ping(
    store: &Store,
    kept: &Kept,
    event: &Event,
    now: DateTime<Utc>,
) -> Result<(), Fault> {
    match timeline(store)? {
        Some(timeline) => put_one(store, kept, event, &timeline, now, None),
        None => Err(Fault::Unreadable { what: "a timeline" }),
    }
}

/// When the phase of a window changes next.
pub(super) fn next_change(store: &Store) -> Result<Option<DateTime<Utc>>, Fault> {
    let Some(until) = until(store)? else { return Ok(None) };
    Ok(timeline(store)?.and_then(|timeline| timeline.next_change(until)))
}

fn put(
    store: &Store,
    subscribers: &[Kept],
    events: &[Event],
    timeline: &Timeline,
    now: DateTime<Utc>,
) -> Result<(), Fault> {
    for kept in subscribers {
        let mut told = kept.told.clone();
        for event in events.iter().filter(|event| kept.subscription.filter.takes(event)) {
            put_one(store, kept, event, timeline, now, Some(&mut told))?;
        }
    }
    Ok(())
}

/// A gateway that was `told` the same before is not told again.
fn put_one(
    store: &Store,
    kept: &Kept,
    event: &Event,
    timeline: &Timeline,
    now: DateTime<Utc>,
    told: Option<&mut Option<String>>,
) -> Result<(), Fault> {
    let subscription = &kept.subscription;
    let prefix = &timeline.edge.prefix;
    let message = match (subscription.kind, &subscription.destination) {
        (Kind::IzGateway, Some(destination)) => {
            let next = Maintenance::next(timeline, &subscription.filter, event.at);
            let message = Maintenance::message(next.as_ref(), destination);
            let what = format!("{} {}", message.method.as_str(), message.path);
            if let Some(told) = told {
                if told.as_ref() == Some(&what) {
                    return Ok(());
                }
                *told = Some(what.clone());
            }
            kept::told(store, &kept.id, &what)?;
            message
        }
        _ => match Message::of(event, subscription, &timeline.service, prefix) {
            Some(message) => message,
            None => return Ok(()),
        },
    };
    outbox::put(store, &kept.id, event, &message, now)
}

/// The timeline in force. One that this build cannot read is a fault of ours, which must not keep
/// messages from being sent that are there.
fn timeline(store: &Store) -> Result<Option<Timeline>, Fault> {
    let bytes = store.timeline()?;
    if bytes.is_empty() {
        return Ok(None);
    }
    Ok(Timeline::read(&bytes)
        .inspect_err(|error| console_error!("intermission: nobody is told of phases: {error}"))
        .ok())
}

fn until(store: &Store) -> Result<Option<DateTime<Utc>>, Fault> {
    let row = store.row("SELECT until FROM told", &[])?;
    row.map(|row| row.integer(0).map(crate::clock::instant)).transpose()
}

fn set_until(store: &Store, until: DateTime<Utc>) -> Result<(), Fault> {
    store.exec("DELETE FROM told", &[])?;
    store.exec("INSERT INTO told (until) VALUES (?)", &[until.timestamp_millis().into()])
}
