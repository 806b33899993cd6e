//! What is sent instead of the origin's response: a decision and a request's traits in, an
//! [`Answer`] out. One file a format; Intermission's own documents beside them.
//!
//! | file | what |
//! | --- | --- |
//! | `form` | which format a client understands |
//! | `refusal` | the 503: status, headers, and the body in that format |
//! | `html`, `text` | the formats |
//! | `retry_after` | when to come back, without everybody coming at once |
//! | `status`, `health`, `page` | `timeline.json`, `health`, `windows/{id}` |
//!
//! # Scope of this crate
//!
//! It never reads a clock, does no input or output, and knows nothing of the runtime that sends
//! its answers.

mod answer;
mod form;
mod health;
mod html;
mod page;
mod refusal;
pub mod retry_after;
mod status;
mod text;
mod words;

pub use answer::Answer;
pub use form::Form;
pub use health::{Health, health};
pub use page::window_page;
pub use refusal::refusal;
pub use status::status;
