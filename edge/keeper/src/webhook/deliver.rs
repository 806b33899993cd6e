//! What is due is sent, each subscriber for itself.

use std::{cell::RefCell, collections::BTreeSet};

use chrono::{DateTime, TimeDelta, Utc};
use futures_util::{StreamExt, stream};
use webhook::{Reach, Verdict};
use worker::{console_error, console_warn};

use super::{alarm, attempt, kept, outbox, tell};
use crate::{
    auth::random,
    clock,
    store::{Fault, Store},
};

/// To how many subscribers messages are under way at the same time, at most.
const AT_ONCE: usize = 32;

/// For how long messages are begun to be sent after one alarm; the next one goes on. With an attempt
/// more, it is less than what `js/keeper.js` waits for.
const TURN: TimeDelta = TimeDelta::seconds(30);

/// The subscribers that a message is on its way to: each has one at most, so that order is kept.
#[derive(Debug, Default)]
pub(crate) struct Busy(RefCell<BTreeSet<String>>);

/// A subscriber that a message is on its way to, until this is dropped.
struct Turn<'a> {
    busy: &'a Busy,
    id: String,
}

impl Busy {
    fn take(&self, id: &str) -> Option<Turn<'_>> {
        let is_new = self.0.borrow_mut().insert(id.to_owned());
        is_new.then(|| Turn { busy: self, id: id.to_owned() })
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.busy.0.borrow_mut().remove(&self.id);
    }
}

/// Tells everybody of what time did, and sends what is due. Other requests come in while it waits, and
/// other deliveries too: whoever is busy already is left to the one that is under way.
pub(crate) async fn deliver(store: &Store, busy: &Busy, reach: Reach, now: DateTime<Utc>) {
    let began = clock::platform();
    let ids = match due(store, now) {
        Ok(ids) => ids,
        Err(fault) => {
            console_error!("intermission: nobody is told of anything: {fault}");
            return alarm::arm_after_fault(store, now);
        }
    };
    // Before anything is sent, so that a phase that comes meanwhile is not missed.
    alarm::arm(store, now);
    stream::iter(ids)
        .for_each_concurrent(AT_ONCE, |id| async move {
            let Some(turn) = busy.take(&id) else { return };
            let drained = drain(store, &id, reach, began).await;
            drop(turn);
            match drained {
                Ok(()) => alarm::arm(store, clock::current()),
                Err(fault) => {
                    console_error!("intermission: the messages to {id} are not sent: {fault}");
                    alarm::arm_after_fault(store, clock::current());
                }
            }
        })
        .await;
}

/// Puts what time did into the outbox, and gives back the ids of those who have something in it.
fn due(store: &Store, now: DateTime<Utc>) -> Result<Vec<String>, Fault> {
    tell::time(store, now)?;
    outbox::due(store, now)
}

/// Sends one subscriber what is due, in order, until something is not taken.
async fn drain(store: &Store, id: &str, reach: Reach, began: DateTime<Utc>) -> Result<(), Fault> {
    while clock::platform() - began < TURN {
        let now = clock::current();
        let Some(head) = outbox::head(store, id)?.filter(|head| head.due <= now) else {
            return Ok(());
        };
        // Asked each time: it may have been rotated or removed since.
        let Some(kept) = kept::find(store, id)? else { return Ok(()) };
        outbox::lease(store, head.number, now)?;
        let outcome = attempt::attempt(&kept, &head, reach, now).await;
        let now = clock::current();
        let verdict = outcome.judge(head.attempts + 1, head.since, now, seed());
        outbox::settle(store, id, head.number, &outcome, verdict, now)?;
        match verdict {
            Verdict::Delivered => {}
            // The next has waited as long: it is tried as well, so that all of them can be told apart
            // from those that were never sent.
            Verdict::Dead => {
                console_warn!("intermission: {} to {id} is given up: {outcome}", head.event);
            }
            Verdict::Again(_) | Verdict::Gone => return Ok(()),
        }
    }
    Ok(())
}

/// Without randomness everybody comes back at the same time, which is no reason not to come back.
fn seed() -> u64 {
    random::bytes().map_or(0, u64::from_le_bytes)
}
