//! The steps of a window's life, as edits of the schedule's document; and what differs between two
//! schedules, in words.
//!
//! | question | function |
//! | --- | --- |
//! | put a window on the schedule | [`add`] |
//! | start, extend, finish … a window | [`take`] |
//! | where does each window stand, and what may follow | [`standings`] |
//! | what differs between two schedules | [`difference`] |
//! | who will notice what | [`audiences`] |
//! | how an instant stands in a document | [`written`] |
//!
//! # Scope of this crate
//!
//! Text in, text out. It never reads a clock (`now` is always an argument), and keeps nothing: who
//! asked for a step, and which revision it makes, is for the keeper. Comments, order and layout of
//! the document stay as they are, and nothing is handed out that [`schedule::parse`] would refuse.
//!
//! # Examples
//!
//! ```
//! use lifecycle::{Step, Until, Which};
//!
//! let document = r#"
//! [service]
//! name = "ImmTrac2"
//! zone = "America/Chicago"
//! label = "CT"
//!
//! [[channel]]
//! id = "web"
//! name = "the web application"
//! routes = ["/*"]
//!
//! [[window]]
//! id = "deployment"
//! channels = ["web"]
//! start = 2025-02-06T19:00:00
//! end = 2025-02-06T21:00:00 # as agreed
//! "#;
//! let now = "2025-02-07T02:50:00Z".parse().unwrap();
//! let step = Step::Extend(Until::By("30m".parse().unwrap()));
//! let changed = lifecycle::take(document, &Which::window("deployment"), &step, now).unwrap();
//! assert!(changed.document.contains("end = 2025-02-06T21:30:00 # as agreed"));
//! assert_eq!(
//!     changed.said,
//!     "extended `deployment`: ends Thursday, February 6, 2025, 9:30 p.m. (CT) instead of 9:00 p.m.",
//! );
//! ```

mod about;
mod add;
mod audience;
mod changed;
mod difference;
mod document;
mod edit;
mod ending;
mod moment;
mod order;
mod pick;
mod read;
mod refused;
mod standing;
mod step;
mod steps;
mod take;
mod verb;
mod voice;
mod which;
mod window;

pub use add::add;
pub use audience::{Audience, audiences};
pub use changed::Changed;
pub use difference::{Difference, difference};
pub use ending::{Ending, Until};
pub use moment::{Moment, MomentError, written};
pub use order::Order;
pub use refused::Refused;
pub use standing::{Standing, standings};
pub use step::Step;
pub use take::take;
pub use verb::{UnknownVerb, Verb};
pub use which::{Of, OfError, Which};
pub use window::{Announcement, NewWindow};
