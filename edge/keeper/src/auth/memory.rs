//! What the keeper remembers of who asked, for as long as it is in memory.

use std::{cell::RefCell, collections::BTreeSet};

use credential::{Failures, KeyRing};
use js_sys::Promise;
use worker::console_warn;

use super::signature::PublicKey;

/// Nothing in it has to outlive the object: a keeper that starts anew counts anew, and fetches the
/// keys anew.
#[derive(Debug, Default)]
pub(super) struct Memory {
    pub(super) failures: Failures,
    /// The keys of single sign-on.
    pub(super) ring: KeyRing<PublicKey>,
    /// Settled when the fetch of keys that is under way has ended, whatever came of it.
    pub(super) fetching: Option<Promise>,
    /// What was said in the log, and is not said again.
    told: BTreeSet<String>,
}

thread_local! {
    static MEMORY: RefCell<Memory> = RefCell::default();
}

/// Lends the memory. Nothing that runs inside may wait or ask for it again.
pub(super) fn with<T>(use_memory: impl FnOnce(&mut Memory) -> T) -> T {
    MEMORY.with_borrow_mut(use_memory)
}

/// Says in the log what is wrong with a variable, once.
pub(super) fn tell(complaint: String) {
    with(|memory| {
        if !memory.told.contains(&complaint) {
            console_warn!("intermission: {complaint}");
            memory.told.insert(complaint);
        }
    });
}
