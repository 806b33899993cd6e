//! The domain of Intermission: what is maintained, when, and what that means at an instant.
//!
//! | noun | type |
//! | --- | --- |
//! | what is maintained | [`Service`] |
//! | one way of reaching it | [`Channel`], matched by [`Route`]s |
//! | a planned stretch of maintenance | [`Window`] |
//! | one concrete `[start, end)` | [`Occurrence`] |
//! | where an occurrence stands at an instant | [`Phase`] |
//! | whoever reads its texts, which may be in several languages | [`Reader`], [`Translations`] |
//! | what was changed about it | [`Amendment`] |
//! | what people may know of at an instant | [`Known`] |
//! | all of it, compiled for machines | [`Timeline`] |
//! | the decision for one request at one instant | [`Gate`] and [`Decision`] |
//!
//! # Scope of this crate
//!
//! It takes text and instants and gives values. It never reads a clock (`now` is always an
//! argument), does no input or output, and knows nothing of HTTP headers, HTML or the DOM.
//! Reading `schedule.toml` (and with it the zone database) is the feature `parse`; a program that
//! is handed a compiled [`Timeline`] does without.
//!
//! # Examples
//!
//! ```
//! use schedule::{Decision, Gate, Request, Target};
//!
//! let now = "2025-02-06T12:00:00Z".parse().unwrap();
//! let parsed = schedule::parse(r#"
//!     [service]
//!     name = "ImmTrac2"
//!     zone = "America/Chicago"
//!     label = "CT"
//!
//!     [[channel]]
//!     id = "web"
//!     name = "the web application"
//!     routes = ["/*"]
//!
//!     [[window]]
//!     id = "deployment"
//!     channels = ["web"]
//!     start = 2025-02-06T19:00:00
//!     end = 2025-02-06T21:00:00
//! "#, now);
//! assert!(parsed.diagnostics.is_empty());
//!
//! let gate = Gate::new(parsed.schedule.unwrap().timeline(now));
//! let page = Target { host: "example.org", path: "/records" };
//! let at = |instant: &str| gate.decide(&Request::plain("GET", page), instant.parse().unwrap());
//!
//! // 7 p.m. in Chicago is 1 a.m. of the next day in UTC; the end is already outside.
//! assert!(matches!(at("2025-02-07T00:59:59.999Z"), Decision::Pass));
//! assert!(matches!(at("2025-02-07T01:00:00Z"), Decision::Closed(_)));
//! assert!(matches!(at("2025-02-07T02:59:59.999Z"), Decision::Closed(_)));
//! assert!(matches!(at("2025-02-07T03:00:00Z"), Decision::Pass));
//! ```

mod channel;
mod edge;
mod form;
mod gate;
mod lane;
mod language_tag;
mod length;
mod matching;
mod notice;
mod path;
mod phase;
mod reader;
mod request;
mod route;
mod service;
pub mod speech;
mod timeline;
mod translations;
mod warning;
mod window;

#[cfg(feature = "parse")]
mod compile;
#[cfg(feature = "parse")]
mod diagnostic;
#[cfg(feature = "parse")]
mod document;
#[cfg(feature = "parse")]
mod help;
#[cfg(feature = "parse")]
mod message;
#[cfg(feature = "parse")]
mod parse;
#[cfg(feature = "parse")]
mod picture;
#[cfg(feature = "parse")]
mod problem;
#[cfg(feature = "parse")]
mod recurrence;
#[cfg(feature = "parse")]
mod series;
#[cfg(feature = "parse")]
mod zone;

pub use channel::{
    Afterwards, Channel, ChannelId, ChannelTexts, Contact, Disposition, Instructions,
};
pub use edge::{Bypass, Cors, EdgeSettings, Outage, OutageTexts, RetryPolicy};
pub use form::Form;
pub use gate::{Belongs, Closing, Decision, Gate};
pub use language_tag::{LanguageTag, LanguageTagError};
pub use length::{Length, LengthError};
pub use matching::{HeaderPattern, Match, MediaPattern};
pub use notice::{NoticeTexts, NoticeWords};
pub use phase::{Boundaries, Phase};
pub use reader::{Reader, Words};
pub use request::{Request, Target};
pub use route::{Route, RouteError};
pub use service::{Service, ServiceTexts};
pub use timeline::{
    Amendment, AmendmentKind, Known, Occurrence, Occurrences, Plan, Timeline, TimelineError, Whole,
};
pub use translations::Translations;
pub use warning::BannerSettings;
pub use window::{Overrun, Reason, WindowId, WindowTexts};

#[cfg(feature = "parse")]
pub use {
    diagnostic::{Diagnostic, Severity},
    document::Schedule,
    parse::{Parsed, parse},
    picture::render,
    problem::Problem,
    recurrence::{Bound, Day, Frequency, Rule, RuleError},
    series::{Change, Decided, Instance, Series, Stretch},
    window::{Announce, Finished, When, Window},
    zone::{Resolution, Zone},
};
