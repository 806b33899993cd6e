//! What the admin API speaks: the types that the keeper and the command share.
//!
//! | noun | type |
//! | --- | --- |
//! | one change on record | [`Revision`] |
//! | the schedule in force | [`Current`] |
//! | a document to be put in force | [`Publication`] |
//! | what a change did, or would do | [`Outcome`] |
//! | where a window stands | [`Window`] |
//! | what is asked of a window | [`NewWindow`], [`StepRequest`] |
//! | a key of the API | [`Token`], [`NewToken`], [`CreatedToken`] |
//! | what was done and tried | [`Entry`] |
//! | who is told of what happens | [`Webhook`], [`NewWebhook`], [`SecretWebhook`] |
//! | what became of a message | [`Delivery`] |
//! | why something was refused | [`Problem`] |
//!
//! # Scope of this crate
//!
//! Texts as they stand in JSON. Whether a date exists and a step is possible is for `schedule` and
//! `lifecycle` to say; who may ask for it is for the keeper.

mod audit;
#[cfg(feature = "openapi")]
pub mod openapi;
mod outcome;
mod problem;
mod publication;
mod revision;
mod session;
mod step;
mod token;
mod webhook;
mod window;

pub use audit::{Audit, Entry};
pub use outcome::{Audience, Finding, Outcome, Severity};
pub use problem::{Kind, Problem};
pub use publication::{Current, Publication, Rollback};
pub use revision::{Difference, Revision, RevisionWithDocument, Revisions};
pub use session::{Scope, Session};
pub use step::StepRequest;
pub use token::{CreatedToken, NewToken, Token, Tokens};
pub use webhook::{
    Deliveries, Delivery, Health, NewWebhook, Nothing, Replay, Replayed, SecretWebhook, Webhook,
    Webhooks,
};
pub use window::{NewWindow, Window, Windows};

/// The header fields and parameters that the API has besides those of HTTP.
pub mod name {
    /// Names a write, so that a repeat of it changes nothing.
    pub const IDEMPOTENCY_KEY: &str = "Idempotency-Key";
    /// On an answer that was given before, for the same key.
    pub const IDEMPOTENCY_REPLAYED: &str = "Idempotency-Replayed";
    /// The parameter that asks what a write would do.
    pub const DRY_RUN: &str = "dry-run";
    /// The path of the API below the prefix.
    pub const PATH: &str = "/admin/v1";
}
