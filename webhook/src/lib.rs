//! What the machines of others are told of the schedule, as pure functions.
//!
//! | noun | type |
//! | --- | --- |
//! | where and of what somebody wants to be told | [`Subscription`], [`Kind`], [`Filter`] |
//! | an address that may be asked | [`Target`] |
//! | what happened | [`Event`], [`Occasion`] |
//! | what is sent for it | [`Message`], [`Template`] |
//! | what proves who sent it | [`Secret`], `signature` |
//! | what becomes of an attempt | [`Outcome`], [`Verdict`] |
//!
//! Events have two sources: what a revision changed ([`Event::of_revision`]), and what time does
//! ([`Event::of_time`]). Both give an event the same id whenever they are asked again, so that whoever
//! is told twice can see it.
//!
//! # Scope of this crate
//!
//! No clock, no randomness, no storage and no network: those are the keeper's.

mod backoff;
mod chat;
mod cloud_event;
mod event;
mod filter;
mod gateway;
mod kind;
mod message;
mod occasion;
mod outcome;
mod public;
mod said;
mod secret;
mod signature;
mod source;
mod subscription;
mod target;
mod template;

pub use backoff::{PATIENCE, next};
pub use event::{About, Event};
pub use filter::{Filter, FilterError};
pub use gateway::Maintenance;
pub use kind::Kind;
pub use message::{Message, Method};
pub use occasion::Occasion;
pub use outcome::{Outcome, Verdict};
pub use secret::{Secret, SecretError};
pub use signature::sign;
pub use subscription::{Asked, Subscription, SubscriptionError};
pub use target::{Reach, Target, TargetError};
pub use template::{Template, TemplateError};
