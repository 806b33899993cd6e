//! What a request is answered from.

use chrono::{DateTime, Utc};
use webhook::Reach;

use crate::{asked::Asked, auth::Actor, store::Store};

/// A request of somebody known, and what it is answered from.
#[derive(Clone, Copy)]
pub(crate) struct Case<'a> {
    pub(crate) store: &'a Store,
    pub(crate) asked: &'a Asked,
    pub(crate) actor: &'a Actor,
    pub(crate) now: DateTime<Utc>,
    /// How far webhooks may reach.
    pub(crate) reach: Reach,
}
