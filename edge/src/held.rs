//! What this isolate holds.

use std::cell::RefCell;

use answer::Following;
use chrono::{DateTime, Utc};
use schedule::{Gate, Timeline, TimelineError};

use crate::{bypass::Bypass, prepared::Prepared};

/// What this isolate holds: the gate over a timeline, and the answers prepared for it.
#[derive(Debug)]
pub(crate) struct Held {
    pub(crate) gate: Gate,
    pub(crate) prepared: Prepared,
    /// 0 for the timeline that was deployed with the worker.
    pub(crate) revision: u32,
    /// When the keeper last said that this is what is in force.
    confirmed: Option<DateTime<Utc>>,
}

impl Held {
    /// How far behind the keeper this may be at `now`.
    pub(crate) fn following(&self, now: DateTime<Utc>) -> Following {
        let age = self.confirmed.map(|confirmed| (now - confirmed).num_seconds().max(0));
        Following { revision: self.revision, age }
    }
}

thread_local! {
    static HELD: RefCell<Option<Held>> = const { RefCell::new(None) };
    static BYPASS: RefCell<Bypass> = RefCell::new(Bypass::default());
}

/// Takes a timeline in place of the one before, and drops the answers that were made for that.
pub(crate) fn hold(timeline: &[u8], revision: u32) -> Result<(), TimelineError> {
    let gate = Gate::new(Timeline::read(timeline)?);
    HELD.set(Some(Held { gate, prepared: Prepared::default(), revision, confirmed: None }));
    Ok(())
}

/// Takes when the keeper last said that what is held is in force.
pub(crate) fn confirm(at: DateTime<Utc>) {
    HELD.with_borrow_mut(|held| {
        if let Some(held) = held {
            held.confirmed = Some(at);
        }
    });
}

/// Takes what the environment says of who may pass a closed gate.
pub(crate) fn arm(bypass: Bypass) {
    BYPASS.set(bypass);
}

/// Lends what is held. Nothing that runs inside `use_held` may call back into the worker.
pub(crate) fn with<T>(use_held: impl FnOnce(Option<&mut Held>) -> T) -> T {
    HELD.with_borrow_mut(|held| use_held(held.as_mut()))
}

/// Lends who may pass a closed gate.
pub(crate) fn with_bypass<T>(use_bypass: impl FnOnce(&Bypass) -> T) -> T {
    BYPASS.with_borrow(use_bypass)
}
