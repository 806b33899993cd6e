//! What is sent instead of the origin's response: a decision and a request's traits in, an
//! [`Answer`] out. One file a format; Intermission's own documents beside them.
//!
//! | file | what |
//! | --- | --- |
//! | `respond` | from the gate's decision to a [`Refusal`], or to letting the request pass |
//! | `detect` | which form a client understands, and what said so |
//! | `refusal` | the answer: status, headers, and the body in that form |
//! | `banner` | what the edge writes into pages while something is announced |
//! | `facts` | what it says, in words, before it takes a form |
//! | `html`, `text`, `problem`, `json_api`, `json_rpc`, `soap`, `fhir`, `graphql`, `grpc`, `event_stream`, `acknowledgement` | the forms |
//! | `preflight`, `origin` | what browsers ask for scripts of other sites |
//! | `retry_after`, `ramp` | when to come back, without everybody coming at once |
//! | `calendar` | windows as events of a calendar: `calendar.ics`, `windows/{id}.ics` |
//! | `feed`, `statuspage` | `feed.atom`, `api/v2/…` |
//! | `event` | what happened to a window, for all that tell of it |
//! | `site` | where our documents are read |
//! | `notice` | the written announcement: text, Markdown, HTML, `windows/{id}.txt`, `windows/{id}.md` |
//! | `timeline`, `health`, `page`, `problem_page` | `timeline.json`, `health`, `windows/{id}`, `problems/{kind}` |
//!
//! # Scope of this crate
//!
//! It never reads a clock, does no input or output, and knows nothing of the runtime that sends
//! its answers.

pub mod acknowledgement;
mod answer;
pub mod banner;
pub mod calendar;
mod conditional;
mod detect;
mod event;
pub mod event_stream;
mod facts;
mod feed;
mod fhir;
mod graphql;
mod grpc;
mod health;
mod html;
mod instant;
mod json;
mod json_api;
mod json_rpc;
pub mod notice;
mod origin;
mod page;
mod preflight;
mod problem;
mod problem_page;
pub mod ramp;
mod refusal;
mod respond;
pub mod retry_after;
mod site;
mod soap;
mod statuspage;
mod text;
mod timeline;
mod xml;

pub use answer::Answer;
pub use catalogue::Language;
pub use detect::{Because, Destination, Detected, Media, Place, detect, language};
pub use facts::status_link;
pub use feed::feed;
pub use health::{Following, Health, health};
pub use page::window_page;
pub use preflight::preflight;
pub use problem_page::problem_page;
pub use refusal::{Cause, Fate, Refusal, RefusalKey, Retry, Sent};
pub use respond::{Passes, Reply, Verdict, language_for, reader_for, respond, respond_to_outage};
pub use schedule::Form;
pub use site::Site;
pub use statuspage::statuspage;
pub use timeline::{timeline_json, window_json};
