//! When the object has to wake up.

use chrono::{DateTime, TimeDelta, Utc};
use worker::console_error;

use super::{kept, outbox, tell};
use crate::{
    clock,
    store::{Fault, Store},
};

/// What an object does when it is new: whatever became of the alarm and the deliveries of the one
/// before, this one begins with its own.
pub(crate) fn open(store: &Store, now: DateTime<Utc>) {
    if let Err(fault) = outbox::release(store) {
        console_error!("intermission: messages that were on their way wait a minute: {fault}");
    }
    arm(store, now);
}

/// Has the object woken when the next message is due or the phase of a window changes, whichever is
/// first. What is set here is written together with what was written just before.
///
/// A fault in it keeps nothing else from being done: the alarm is set again with every write, and when
/// the object is opened.
pub(crate) fn arm(store: &Store, now: DateTime<Utc>) {
    arm_after(store, now, TimeDelta::zero());
}

/// The same after a fault: what failed may fail again, and must not be tried without a pause.
pub(super) fn arm_after_fault(store: &Store, now: DateTime<Utc>) {
    arm_after(store, now, TimeDelta::seconds(30));
}

fn arm_after(store: &Store, now: DateTime<Utc>, least: TimeDelta) {
    let armed = next(store, now).and_then(|wait| match wait {
        Some(wait) => store.set_alarm(clock::platform() + wait.max(least)),
        None => Ok(()),
    });
    if let Err(fault) = armed {
        console_error!("intermission: the alarm is not set: {fault}");
    }
}

/// How long the object may sleep; `None` when it need not be woken.
fn next(store: &Store, now: DateTime<Utc>) -> Result<Option<TimeDelta>, Fault> {
    if kept::count(store)? == 0 {
        return Ok(None);
    }
    let next = [outbox::next_due(store)?, tell::next_change(store)?].into_iter().flatten().min();
    Ok(next.map(|next| (next - now).max(TimeDelta::zero())))
}
